from pathlib import Path

import pytest

from rag.analysis import stem
from rag.errors import SettingError
from rag.lexicon import Lexicon, bilingual, stems, thesaurus


def _lexicon(folder: Path, text: str) -> Lexicon:
    (folder / "lexicon.tsv").write_text(text, encoding="utf-8")
    return Lexicon(folder / "lexicon.tsv", "en")


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
        Lexicon(tmp_path / "none.tsv", "en")


def test_a_line_without_tab_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match=r"lexicon\.tsv, line 2"):
        _lexicon(tmp_path, "border\tgrens\nharbour haven\n")


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "lexicon.tsv").write_bytes(b"\xff\xfe\x00border")
    with pytest.raises(SettingError, match=r"lexicon\.tsv"):
        Lexicon(tmp_path / "lexicon.tsv", "en")


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
