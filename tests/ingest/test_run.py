import shutil
from pathlib import Path

import pytest

from ingest import sources
from ingest.run import CHECKING, READING, Report, ingest, remove
from rag.assistant import Assistant
from rag.errors import IndexUnusable, LetterError, StoreError
from rag.indexing.index import Index
from rag.indexing.steps import Step
from rag.letter import Letter
from rag.settings import Settings

LETTER = """Datum 11 mei 2026
Betreft Antwoorden Kamervragen over {subject}

Onze referentie
{reference}

Vraag 1
Hoeveel geld gaat er naar {subject}?

Antwoord 1
Naar {subject} gaat dit jaar 12 miljoen euro.

De minister van Infrastructuur en Waterstaat
"""


@pytest.fixture
def empty(tmp_path: Path) -> Settings:
    """Settings of an index that is not there yet, and of an empty corpus."""
    (tmp_path / "corpus").mkdir()
    return Settings(index=tmp_path / "index", corpus=tmp_path / "corpus")


def _write(folder: Path, name: str, reference: int, subject: str = "dijken") -> Path:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(LETTER.format(reference=reference, subject=subject))
    return folder / name


def _letters(settings: Settings) -> dict[str, Letter]:
    """Return the letters that a reader sees."""
    assistant = Assistant.open(settings)
    found = {letter.id: letter for letter in assistant.letters()}
    assistant.close()
    return found


def _counts(report: Report) -> tuple[int, int, int, int]:
    return report.added, report.updated, report.unchanged, report.removed


def test_what_has_not_changed_is_not_read_again(empty: Settings) -> None:
    _write(empty.corpus, "a.txt", 7000001)
    _write(empty.corpus, "map/b.txt", 7000002)
    first = ingest(empty)
    assert _counts(first) == (2, 0, 0, 0)
    assert (first.letters, first.exchanges) == (2, 2)
    assert {one.source for one in _letters(empty).values()} == {"a.txt", "map/b.txt"}
    assert _counts(ingest(empty)) == (0, 0, 2, 0)
    assert Index(empty).current() == "gen-1", "nothing was built again"
    _write(empty.corpus, "a.txt", 7000001, "bruggen")
    assert _counts(ingest(empty)) == (0, 1, 1, 0)
    assert "bruggen" in _letters(empty)["7000001"].text


def test_a_broken_file_is_named_and_stops_nothing(empty: Settings) -> None:
    _write(empty.corpus, "a.txt", 7000001)
    _write(empty.corpus, "c.txt", 7000003)
    (empty.corpus / "b.txt").write_text("")
    report = ingest(empty)
    assert [source for source, _ in report.failed] == ["b.txt"]
    assert set(_letters(empty)) == {"7000001", "7000003"}
    (empty.corpus / "a.txt").write_bytes(b"\x00\x01\x02" * 50)
    report = ingest(empty)
    assert [source for source, _ in report.failed] == ["a.txt", "b.txt"]
    assert set(_letters(empty)) == {"7000001", "7000003"}, "what was known of a broken file stays"


def test_a_folder_is_mirrored_and_a_file_is_not(empty: Settings, tmp_path: Path) -> None:
    _write(empty.corpus, "a.txt", 7000001)
    gone = _write(empty.corpus, "map/b.txt", 7000002)
    elsewhere = _write(tmp_path / "elders", "c.txt", 7000003)
    ingest(empty, [empty.corpus, elsewhere])
    gone.unlink()
    elsewhere.unlink()
    assert ingest(empty, [empty.corpus / "a.txt"]).removed == 0
    assert ingest(empty).removed == 1
    assert set(_letters(empty)) == {"7000001", "7000003"}, "only the given folder is mirrored"


def test_a_hidden_file_that_was_named_stays(empty: Settings) -> None:
    hidden = _write(empty.corpus, ".a.txt", 7000001)
    ingest(empty, [hidden])
    assert ingest(empty).removed == 0
    assert set(_letters(empty)) == {"7000001"}


def test_a_file_that_was_moved_keeps_its_letter(empty: Settings) -> None:
    file = _write(empty.corpus, "a.txt", 7000001)
    ingest(empty)
    file.rename(empty.corpus / "b.txt")
    assert _counts(ingest(empty)) == (0, 1, 0, 0)
    assert _letters(empty)["7000001"].source == "b.txt"
    assert _counts(ingest(empty)) == (0, 0, 1, 0)


def test_the_same_letter_in_two_files_is_kept_once(empty: Settings) -> None:
    _write(empty.corpus, "a.txt", 7000001)
    shutil.copy(empty.corpus / "a.txt", empty.corpus / "b.txt")
    report = ingest(empty)
    assert _counts(report) == (1, 0, 0, 0)
    assert report.skipped == [("b.txt", "the same letter (7000001) as a.txt")]
    (empty.corpus / "a.txt").unlink()
    assert _counts(ingest(empty)) == (0, 1, 0, 0)
    assert _letters(empty)["7000001"].source == "b.txt"


def test_a_file_is_the_same_under_whichever_folder_it_is_found(empty: Settings) -> None:
    inner = _write(empty.corpus, "map/a.txt", 7000001)
    ingest(empty)
    for given in (inner.parent, inner):
        assert _counts(ingest(empty, [given])) == (0, 0, 1, 0)
    _write(empty.corpus, "map/a.txt", 7000001, "bruggen")
    assert _counts(ingest(empty, [inner])) == (0, 1, 0, 0)
    assert _letters(empty)["7000001"].source == "map/a.txt"
    inner.unlink()
    assert _counts(ingest(empty, [inner.parent])) == (0, 0, 0, 1)


def test_a_file_that_holds_another_letter_than_before_replaces_it(empty: Settings) -> None:
    _write(empty.corpus, "a.txt", 7000001)
    ingest(empty)
    _write(empty.corpus, "a.txt", 7000002)
    _write(empty.corpus, "b.txt", 7000001)
    assert _counts(ingest(empty)) == (0, 2, 0, 0)
    assert {one.id: one.source for one in _letters(empty).values()} == {"7000001": "b.txt", "7000002": "a.txt"}


def test_a_store_that_was_lost_comes_back(empty: Settings) -> None:
    _write(empty.corpus, "a.txt", 7000001)
    ingest(empty)
    Index(empty).store_path.unlink()
    assert _counts(ingest(empty)) == (1, 0, 0, 0)
    assert _counts(ingest(empty)) == (0, 0, 1, 0)


@pytest.mark.parametrize("name", ["manifest.json", "letters.sqlite", "lexical/weights.npy", "vectors/chroma.sqlite3"])
def test_a_damaged_index_is_made_anew(empty: Settings, name: str) -> None:
    _write(empty.corpus, "a.txt", 7000001)
    ingest(empty)
    (empty.index / "gen-1" / name).write_bytes(b"")
    with pytest.raises(IndexUnusable, match="vraagbaak"):
        Assistant.open(empty)
    assert _counts(ingest(empty)) == (0, 0, 1, 0)
    assert set(_letters(empty)) == {"7000001"}


def test_progress_tells_of_every_file_and_of_what_comes_after(empty: Settings) -> None:
    _write(empty.corpus, "a.txt", 7000001)
    (empty.corpus / "b.txt").write_text("")
    told: list[tuple[str, int, int, str]] = []

    def tell(stage: str, done: int, total: int, name: str = "") -> None:
        told.append((stage, done, total, name))

    ingest(empty, progress=tell)
    assert sorted(name for stage, *_, name in told if stage == READING) == ["a.txt", "b.txt"]
    assert [one[:3] for one in told[:2]] == [(READING, 1, 2), (READING, 2, 2)]
    assert {one[0] for one in told[2:]} == set(Step)
    told.clear()
    ingest(empty, progress=tell)
    assert told == [(CHECKING, 1, 1, "a.txt"), (READING, 1, 1, "b.txt")]


def test_another_version_of_the_readers_reads_all_letters_again(
    empty: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    _write(empty.corpus, "a.txt", 7000001)
    ingest(empty)
    told: list[str] = []
    monkeypatch.setattr(sources, "READING", "another version")
    ingest(empty, progress=lambda stage, _done, _total, name="": told.append(f"{stage} {name}"))
    assert f"{READING} a.txt" in told


def test_a_path_that_is_not_there_changes_nothing(empty: Settings) -> None:
    with pytest.raises(LetterError, match="nergens"):
        ingest(empty, [empty.corpus, empty.corpus / "nergens"])
    assert not empty.index.exists()


def test_an_index_in_the_place_of_a_file_is_refused(empty: Settings, tmp_path: Path) -> None:
    (tmp_path / "index").write_text("a file")
    with pytest.raises(IndexUnusable, match=r"index: no index can be written here .*--index"):
        ingest(empty)
    assert (tmp_path / "index").read_text() == "a file"


def test_letters_that_are_removed_are_gone(empty: Settings) -> None:
    for number in (1, 2, 3):
        _write(empty.corpus, f"{number}.txt", 7000000 + number)
    ingest(empty)
    assert remove(empty, ["7000001", "7000003", "7000001"]) == 2
    assert set(_letters(empty)) == {"7000002"}
    with pytest.raises(StoreError, match=r"7000001: no such letter.*vraagbaak letters"):
        remove(empty, ["7000002", "7000001"])
    assert set(_letters(empty)) == {"7000002"}, "all of them or none"


def test_nothing_can_be_removed_where_there_is_no_store(empty: Settings) -> None:
    with pytest.raises(StoreError, match="vraagbaak ingest"):
        remove(empty, ["7000001"])
    assert not empty.index.exists()


def test_of_one_letter_in_two_forms_the_nearer_one_is_kept(tmp_path: Path) -> None:
    lines = (
        "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal",
        "Datum 3 maart 2026",
        "Betreft Antwoorden op Kamervragen over otters",
        "Onze referentie",
        "5550009",
        "Vraag 1",
        "Hoeveel otters zijn er?",
        "Antwoord op vraag 1",
        "Er zijn tien otters.",
    )
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "a.txt").write_text("\n\n".join(lines), encoding="utf-8")
    settings = Settings(index=tmp_path / "index", corpus=corpus)
    assert ingest(settings).added == 1
    page = "".join(f"<p>{line}</p>" for line in lines)
    (corpus / "b.html").write_text(f"<html><body>{page}</body></html>", encoding="utf-8")
    report = ingest(settings)
    assert (report.letters, report.updated, report.added) == (1, 1, 0)
    again = ingest(settings)
    assert (again.letters, again.unchanged) == (1, 1)
    assert [source for source, _ in again.skipped] == ["a.txt"]
