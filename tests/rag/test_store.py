import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import settings as limits
from hypothesis import strategies as st

from rag.errors import StoreError
from rag.letter import Head, Letter
from rag.settings import Settings
from rag.store import Held, Store
from rag.tables import VERSION
from tests.conftest import MakeLetter
from tests.rag.drawn import whole_letters


@contextmanager
def _store(path: Path | None = None) -> Iterator[Store]:
    with TemporaryDirectory() as folder:
        store = Store.open(path or Path(folder) / "letters.sqlite", create=True)
        store.begin()
        yield store
        store.close()


@limits(deadline=None, max_examples=60)
@given(whole_letters())
def test_a_letter_comes_back_as_it_was_put_in(letter: Letter) -> None:
    with _store() as store:
        store.put([letter], "digest", "folder")
        assert store.get(letter.id) == letter
        assert store.digests() == {letter.id: "digest"}
        assert store.origins() == {letter.id: ("folder", letter.source)}
        assert store.held() == {("folder", letter.source): Held("digest", (letter.id,))}
        assert store.counts() == (1, len(letter.exchanges), len(letter.paragraphs))


@limits(deadline=None, max_examples=15)
@given(st.lists(whole_letters(), max_size=4, unique_by=(lambda one: one.id, lambda one: one.source)))
def test_a_copy_holds_the_same_letters_in_the_same_order(letters: list[Letter]) -> None:
    with _store() as store, TemporaryDirectory() as folder:
        for letter in letters:
            store.put([letter], letter.title)
        store.copy_to(Path(folder) / "copy.sqlite")
        copy = Store.open(Path(folder) / "copy.sqlite")
        assert list(copy.letters()) == list(store.letters())
        assert copy.ids() == sorted(copy.ids(), key=str.encode) == store.ids()
        assert copy.digests() == store.digests()
        assert copy.damage() == []
        copy.close()


def test_letters_come_in_the_order_of_their_ids(make_letter: MakeLetter) -> None:
    with _store() as store:
        for name in ("b", "c", "a"):
            store.put([make_letter(name)], name)
        assert store.ids() == [one.id for one in store.letters()] == ["a", "b", "c"]


def test_a_source_is_replaced_by_what_it_holds_now(make_letter: MakeLetter) -> None:
    with _store() as store:
        store.put([make_letter("a", source="one.txt"), make_letter("b", source="one.txt")], "1")
        store.put([make_letter("c", source="other.txt")], "2")
        assert store.ids() == ["a", "b", "c"]
        store.put([make_letter("b", source="one.txt", title="Anders"), make_letter("d", source="one.txt")], "3")
        assert store.ids() == ["b", "c", "d"]
        assert store.get("b").title == "Anders"
        assert store.digests() == {"b": "3", "c": "2", "d": "3"}
        assert store.counts() == (3, 3, 0)
        assert store.held()["", "one.txt"] == Held("3", ("b", "d"))


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_of_a_letter_in_several_sources_the_nearest_is_kept(order: tuple[int, ...], make_letter: MakeLetter) -> None:
    sources = [("b.xml", 0), ("a.txt", 2), ("c.txt", 2)]
    with _store() as store:
        for at in order:
            name, distance = sources[at]
            store.put([make_letter("a", source=name, title=name)], name, "", distance)
        for name, _ in sources:
            assert (store.get("a").title, store.origins(), store.digests()) == (name, {"a": ("", name)}, {"a": name})
            assert store.counts() == (1, 1, 0)
            assert store.ids() == ["a"]
            store.forget("", name)
        assert store.ids() == []
        assert store.held() == {}


def test_a_letter_that_is_removed_leaves_its_sources_to_be_read_again(make_letter: MakeLetter) -> None:
    with _store() as store:
        store.put([make_letter("a", source="one.txt"), make_letter("b", source="one.txt")], "1")
        store.put([make_letter("a", source="other.txt")], "2")
        store.remove("a")
        assert store.ids() == ["b"]
        assert store.held() == {("", "one.txt"): Held("", ("b",))}


def test_the_same_source_in_another_folder_is_another_letter(make_letter: MakeLetter) -> None:
    with _store() as store:
        store.put([make_letter("a", source="brief.txt")], "1", "here")
        store.put([make_letter("b", source="brief.txt")], "2", "there")
        assert store.origins() == {"a": ("here", "brief.txt"), "b": ("there", "brief.txt")}


def test_removing_a_letter_takes_all_of_it_out(make_letter: MakeLetter) -> None:
    with _store() as store:
        store.put([make_letter("a", paragraphs=("Geachte voorzitter,",))], "1")
        store.put([make_letter("b")], "2")
        store.remove("a")
        store.remove("no such letter")
        assert store.counts() == (1, 1, 0)
        with pytest.raises(StoreError, match=r"a: no such letter.*vraagbaak letters"):
            store.get("a")


def test_what_is_not_committed_is_forgotten(tmp_path: Path, make_letter: MakeLetter) -> None:
    path = tmp_path / "letters.sqlite"
    with _store(path) as store:
        store.put([make_letter("a")], "1")
        store.commit()
        store.begin()
        store.put([make_letter("b")], "2")
        store.remove("a")
        other = Store.open(path)
        assert other.ids() == ["a"], "a reader does not see what is not committed"
        other.close()
        store.rollback()
        assert store.ids() == ["a"]
    with _store(path) as store:
        store.put([make_letter("c")], "3")
    with _store(path) as store:
        assert store.ids() == ["a"], "closing without a commit keeps nothing"


def test_a_copy_holds_uncommitted_changes_too(tmp_path: Path, make_letter: MakeLetter) -> None:
    with _store() as store:
        letter = replace(make_letter("a"), warnings=("Vraag 2 ontbreekt.",))
        store.put([letter], "1")
        store.copy_to(tmp_path / "copy.sqlite")
        copy = Store.open(tmp_path / "copy.sqlite")
        assert copy.get("a") == letter
        copy.close()


def test_a_store_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"letters\.sqlite.*vraagbaak ingest"):
        Store.open(tmp_path / "letters.sqlite")
    assert list(tmp_path.iterdir()) == []


def test_a_store_of_another_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "letters.sqlite"
    with _store(path):
        pass
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {VERSION + 7}")
    connection.close()
    for create in (False, True):
        with pytest.raises(
            StoreError,
            match=rf"version {VERSION + 7}.*version {VERSION}; remove the file and run `vraagbaak ingest`.*made anew",
        ):
            Store.open(path, create=create)


@pytest.mark.parametrize("create", [False, True])
def test_a_file_that_is_no_store_is_refused_and_left_as_it_is(tmp_path: Path, *, create: bool) -> None:
    path = tmp_path / "letters.sqlite"
    path.write_bytes(b"Geachte voorzitter, " * 500)
    with pytest.raises(StoreError, match="cannot be read"):
        Store.open(path, create=create)
    assert path.read_bytes().startswith(b"Geachte voorzitter")


def test_damage_inside_the_file_is_found(tmp_path: Path, make_letter: MakeLetter) -> None:
    path = tmp_path / "letters.sqlite"
    with _store(path) as store:
        store.put([make_letter("a", pairs=(("Vraag " * 900, "Antwoord " * 900),))], "1")
        store.commit()
    content = bytearray(path.read_bytes())
    content[len(content) // 3 : len(content) * 2 // 3] = b"\xff" * (len(content) * 2 // 3 - len(content) // 3)
    path.write_bytes(content)
    damaged = Store.open(path)
    assert damaged.damage()
    damaged.close()


def test_a_sound_file_has_no_damage() -> None:
    with _store() as store:
        assert store.damage() == []


def test_heads_are_those_of_the_letters(settings: Settings) -> None:
    store = Store.open(settings.index / "letters.sqlite")
    letters = list(store.letters())
    assert [head.id for head in store.heads()] == [letter.id for letter in letters]
    for head, letter in zip(store.heads(), letters, strict=True):
        assert all(getattr(head, field.name) == getattr(letter, field.name) for field in fields(Head))
    undated = {letter.id: letter.text[:200] for letter in letters if letter.date is None}
    assert store.introductions(200) == undated != {}
    store.close()
