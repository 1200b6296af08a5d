from collections import Counter
from pathlib import Path

import pytest

from rag.errors import SettingError
from rag.words.analysis import stem
from rag.words.lexicon import SHIPPED, Lexicon, Lexicons, bilingual, stems, thesaurus


def _lexicon(folder: Path, text: str) -> Lexicon:
    (folder / "lexicon.tsv").write_text(text, encoding="utf-8")
    return Lexicon("en", folder / "lexicon.tsv")


def test_terms_are_looked_up_by_their_stems(tmp_path: Path) -> None:
    lexicon = _lexicon(tmp_path, "return hub\tterugkeerhub|terugkeercentrum\nborder\tgrens\n")
    assert lexicon.alternatives(stems("Return Hubs", "en")) == ("terugkeerhub", "terugkeercentrum")
    assert stems("borders", "en") in lexicon
    assert lexicon.alternatives(stems("harbour", "en")) == ()
    assert (len(lexicon), lexicon.longest) == (2, 2)


def test_entries_of_one_stem_are_one_entry_without_doubles(tmp_path: Path) -> None:
    lexicon = _lexicon(tmp_path, "country\tland|staat\ncountries\tlanden|land\n")
    assert lexicon.alternatives(stems("country", "en")) == ("land", "staat", "landen")
    assert len(lexicon) == 1


def test_every_alternative_leads_back_to_its_terms(tmp_path: Path) -> None:
    lexicon = _lexicon(tmp_path, "refugee\tvluchteling\nfugitive\tvluchteling|voortvluchtige\n")
    assert lexicon.reverse[stems("vluchtelingen", "nl")] == [stems("refugee", "en"), stems("fugitive", "en")]
    assert sorted(lexicon.terms()) == ["vluchteling", "vluchteling", "voortvluchtige"]


def test_the_digest_tells_one_file_from_another(tmp_path: Path) -> None:
    one = _lexicon(tmp_path, "border\tgrens\n").digest
    assert _lexicon(tmp_path, "border\tgrens\n").digest == one
    assert _lexicon(tmp_path, "border\trand\n").digest != one


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match=r"none\.tsv.*restore"):
        Lexicon("en", tmp_path / "none.tsv")


def test_a_line_without_tab_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match=r"lexicon\.tsv, line 2"):
        _lexicon(tmp_path, "border\tgrens\nharbour haven\n")


@pytest.mark.parametrize("line", ["harbour\t", "\thaven", "harbour\thaven||zeehaven", "-\thaven"])
def test_an_entry_without_words_is_named(tmp_path: Path, line: str) -> None:
    with pytest.raises(SettingError, match=r"lexicon\.tsv, line 3: .*no words"):
        _lexicon(tmp_path, f"border\tgrens\n\n{line}\n")


def test_a_file_from_a_spreadsheet_is_read(tmp_path: Path) -> None:
    lexicon = _lexicon(tmp_path, "\ufeffborder \tgrens | rand\r\n\r\n")
    assert lexicon.alternatives(stems("border", "en")) == ("grens", "rand")
    assert list(lexicon.own_terms()) == ["border"]


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "lexicon.tsv").write_bytes(b"\xff\xfe\x00border")
    with pytest.raises(SettingError, match=r"lexicon\.tsv"):
        Lexicon("en", tmp_path / "lexicon.tsv")


def test_the_entries_of_the_first_file_come_first(tmp_path: Path) -> None:
    shipped = _lexicon(tmp_path, "border\tgrens|rand\nharbour\thaven\n")
    (tmp_path / "own.tsv").write_text("borders\tmarkering|rand\nnew border post\tgrenspost\n", encoding="utf-8")
    both = Lexicon("en", tmp_path / "own.tsv", tmp_path / "lexicon.tsv")
    assert both.alternatives(stems("border", "en"), "border") == ("markering", "rand", "grens")
    assert both.alternatives(stems("harbours", "en")) == ("haven",)
    assert both.reverse[stems("grenspost", "nl")] == [stems("new border post", "en")]
    assert (len(shipped), len(both), both.longest) == (2, 3, 3)
    assert both.digest.endswith(f"+{shipped.digest}")


def test_a_folder_of_ones_own_needs_one_of_the_two_files(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match=r"en-nl\.tsv.*nl-nl\.tsv"):
        Lexicons(tmp_path)
    (tmp_path / "nl-nl.tsv").write_text("knorrepot\tmopperaar\n", encoding="utf-8")
    own = Lexicons(tmp_path)
    assert own.bilingual.digest == SHIPPED.bilingual.digest
    assert own.thesaurus.alternatives(stems("knorrepot", "nl")) == ("mopperaar",)
    assert own.thesaurus.alternatives(stems("huisbaas", "nl")) == thesaurus().alternatives(stems("huisbaas", "nl"))
    assert own.words == SHIPPED.words + Counter(["mopperaar"])


def test_the_shipped_lexicons_are_read_once() -> None:
    assert bilingual() is bilingual()
    assert thesaurus() is thesaurus()
    assert bilingual().digest != thesaurus().digest


def test_the_shipped_lexicons_know_the_words_of_letters() -> None:
    assert len(bilingual()) > 5_000
    assert any(stem("asiel") in stems(one, "nl") for one in bilingual().alternatives(stems("asylum", "en")))
    assert thesaurus().alternatives(stems("huisbaas", "nl"))


@pytest.mark.parametrize("lexicon", [bilingual(), thesaurus()], ids=["bilingual", "thesaurus"])
def test_no_alternative_of_a_shipped_lexicon_is_empty(lexicon: Lexicon) -> None:
    assert all(term.strip() == term != "" for term in lexicon.terms())
