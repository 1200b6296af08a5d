"""What the store holds of files, however a folder comes to be as it is, and a report that adds up."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from ingest.holdings import Holdings
from ingest.run import Report, update
from ingest.sources import Source, find
from ingest.worker import Reading
from rag.store import Store
from tests.conftest import MakeLetter

LETTER = """Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Onze referentie
{reference}

Vraag 1

Hoeveel geld gaat er naar {subject}?

Antwoord 1

Naar {subject} gaat dit jaar 12 miljoen euro.
"""
NAMES = ("a.txt", "b.html", "c.md", "map/d.html", "map/e.txt")
NEARNESS = {".html": 0, ".md": 1, ".txt": 1}
STEPS = 15


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "letters.sqlite", create=True)
    opened.begin()
    yield opened
    opened.close()


@dataclass
class Folder:
    """A folder of letters that changes by chance, and what ought to be known of it."""

    path: Path
    chance: random.Random
    written: dict[str, tuple[str, str]] = field(default_factory=dict)
    known: dict[str, tuple[str, str]] = field(default_factory=dict)

    def change(self) -> None:
        """Add, change, break, remove or move files."""
        for _ in range(self.chance.randint(1, 3)):
            name = self.chance.choice(NAMES)
            self.chance.choice((self._write, self._write, self._break, self._remove, self._move))(name)

    def _write(self, name: str) -> None:
        reference = str(7000000 + self.chance.randint(1, 3))
        subject = self.chance.choice(("dijken", "bruggen", "otters"))
        (self.path / name).parent.mkdir(exist_ok=True)
        text = LETTER.format(reference=reference, subject=subject)
        if name.endswith(".html"):
            text = "".join(f"<p>{line}</p>" for line in text.split("\n") if line)
        (self.path / name).write_text(text)
        self.written[name] = (reference, subject)

    def _break(self, name: str) -> None:
        if (self.path / name).exists():
            (self.path / name).write_text("")

    def _remove(self, name: str) -> None:
        (self.path / name).unlink(missing_ok=True)

    def _move(self, name: str) -> None:
        """Move a file to another name of its form."""
        other = self.chance.choice([one for one in NAMES if Path(one).suffix == Path(name).suffix])
        if (self.path / name).exists() and other != name and (self.path / name).read_text():
            (self.path / other).parent.mkdir(exist_ok=True)
            (self.path / name).rename(self.path / other)
            self.written[other] = self.written[name]

    def letters(self) -> dict[str, tuple[str, str]]:
        """Return, for each letter, the source from which it ought to be kept, and what it ought to be about."""
        there = [name for name in NAMES if (self.path / name).exists()]
        readable = {name: self.written[name] for name in there if not _is_broken(self.path / name)}
        self.known = {name: self.known[name] for name in there if name in self.known} | readable
        found: dict[str, tuple[str, str]] = {}
        for name in sorted(self.known, key=lambda one: (NEARNESS[Path(one).suffix], one)):
            found.setdefault(self.known[name][0], (name, self.known[name][1]))
        return found


def _update(store: Store, folder: Path) -> Report:
    found = find([folder])
    report = update(store, found, [folder], lambda *_: None)
    files = sum(path.is_file() for path in folder.rglob("*"))
    counted = report.added + report.updated + report.unchanged
    assert files == counted + len(report.failed) + len(report.skipped)
    return report


@pytest.mark.parametrize("seed", [1, 2])
def test_what_is_held_depends_on_the_files_alone(store: Store, tmp_path: Path, seed: int) -> None:
    folder = Folder(tmp_path / "corpus", random.Random(seed))
    folder.path.mkdir()
    (folder.path / "foto.jpeg").write_bytes(b"picture")
    for _ in range(STEPS):
        before = set(store.ids())
        folder.change()
        report = _update(store, folder.path)
        held = {letter.id: (letter.source, letter.text) for letter in store.letters()}
        expected = folder.letters()
        assert {one: source for one, (source, _) in held.items()} == {one: name for one, (name, _) in expected.items()}
        for one, (_, subject) in expected.items():
            assert f"Naar {subject} gaat" in held[one][1]
        broken = {path.relative_to(folder.path).as_posix() for path in folder.path.rglob("*") if _is_broken(path)}
        assert {name for name, _ in report.failed} == broken
        assert report.removed <= len(before - held.keys())
        assert report.unchanged + report.updated + report.added >= len(held) - len(broken)


def _is_broken(path: Path) -> bool:
    return path.is_file() and not path.read_bytes()


def test_a_second_look_finds_all_as_it_was(store: Store, tmp_path: Path) -> None:
    folder = Folder(tmp_path / "corpus", random.Random(3))
    folder.path.mkdir()
    for _ in range(3):
        folder.change()
        _update(store, folder.path)
    again = _update(store, folder.path)
    assert (again.added, again.updated, again.removed) == (0, 0, 0)
    assert len({source for source, _ in store.origins().values()}) >= again.unchanged > 0


def _take(store: Store, source: Source, *letters: str, make_letter: MakeLetter, digest: str = "1") -> Holdings:
    source.path.write_text("a letter")
    holdings = Holdings(store)
    made = tuple(replace(make_letter(one), source=source.name) for one in letters)
    holdings.take(source, Reading(made, digest))
    holdings.settle([])
    return holdings


def test_several_letters_of_one_file_are_held_together(store: Store, tmp_path: Path, make_letter: MakeLetter) -> None:
    both, one = Source(tmp_path, "beide.txt"), Source(tmp_path, "een.html")
    holdings = _take(store, both, "a", "b", make_letter=make_letter)
    assert (holdings.became(both), holdings.elsewhere(both)) == ("added", "")
    holdings = _take(store, one, "a", make_letter=make_letter)
    assert (holdings.became(one), holdings.became(both)) == ("updated", "updated")
    assert holdings.elsewhere(both) == "the same letter (a) as een.html"
    holdings = _take(store, both, "b", "c", make_letter=make_letter, digest="2")
    assert {letter: name for letter, (_, name) in store.origins().items()} == {
        "a": "een.html",
        "b": "beide.txt",
        "c": "beide.txt",
    }
    both.path.unlink()
    assert Holdings(store).settle([tmp_path]) == 2
    assert store.ids() == ["a"]


def test_a_file_that_is_gone_from_elsewhere_gives_way_to_one_that_is_there(
    store: Store, tmp_path: Path, make_letter: MakeLetter
) -> None:
    first, second = Source(tmp_path, "a.txt"), Source(tmp_path, "b.txt")
    _take(store, first, "a", make_letter=make_letter)
    first.path.unlink()
    assert Holdings(store).settle([]) == 0
    assert store.origins()["a"][1] == "a.txt", "a letter whose file is gone from elsewhere stays"
    holdings = _take(store, second, "a", make_letter=make_letter)
    assert holdings.became(second) == "updated"
    assert store.origins()["a"][1] == "b.txt"
