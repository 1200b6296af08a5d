import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from rag.errors import IndexUnusable, SettingError, StoreError
from rag.indexing.generation import Generation
from rag.indexing.index import Index
from rag.models.embedding import load_embedding
from rag.settings import Settings
from rag.store import Store
from rag.words.lexicon import Lexicons
from tests.conftest import MakeLetter
from tests.rag.conftest import MakeIndex, publish

ROOT = Path(__file__).parents[3]

WRITER = """
import sys
from pathlib import Path
from rag.indexing.index import Index
from rag.words.lexicon import Lexicons
from rag.settings import Settings
with Index(Settings(index=Path(sys.argv[1]))).writing() as store:
    for letter in store.ids():
        store.remove(letter)
    print("writing", flush=True)
    sys.stdin.read()
"""


def _generations(settings: Settings) -> list[str]:
    return sorted(path.name for path in settings.index.glob("gen-*"))


def _stored(settings: Settings) -> list[str]:
    store = Store.open(settings.index / "letters.sqlite")
    found = store.ids()
    store.close()
    return found


def _seen(settings: Settings) -> list[str]:
    """Return the letters that a reader sees."""
    generation = Index(settings).open()
    found = generation.store.ids()
    generation.close()
    return found


def _remove_and_fail(store: Store) -> None:
    store.remove("a")
    store.get("a")


def test_without_an_index_the_next_step_is_named(tmp_path: Path) -> None:
    index = Index(Settings(index=tmp_path / "none"))
    assert index.current() is None
    with pytest.raises(IndexUnusable, match=r"none.*vraagbaak ingest"):
        index.open()
    assert not (tmp_path / "none").exists()


def test_a_published_letter_is_seen(make_index: MakeIndex, make_letter: MakeLetter) -> None:
    settings = make_index(make_letter("a"))
    assert Index(settings).current() == "gen-1"
    assert _seen(settings) == _stored(settings) == ["a"]


def test_a_second_writer_is_refused_at_once(make_index: MakeIndex, make_letter: MakeLetter) -> None:
    settings = make_index(make_letter("a"))
    with Index(settings).writing(), pytest.raises(IndexUnusable, match="another ingest"), Index(settings).writing():
        pass
    with Index(settings).writing() as store:
        assert store.ids() == ["a"]


def test_a_writer_that_is_killed_changes_nothing(make_index: MakeIndex, make_letter: MakeLetter) -> None:
    settings = make_index(make_letter("a"))
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(settings.index)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "writing\n"
        with pytest.raises(IndexUnusable, match="another ingest"), Index(settings).writing():
            pass
        assert _seen(settings) == ["a"], "readers go on"
        os.kill(other.pid, signal.SIGKILL)
        other.wait()
    assert _stored(settings) == ["a"]
    publish(settings, [make_letter("b")])
    assert _seen(settings) == ["a", "b"]


def test_an_error_while_writing_changes_nothing(make_index: MakeIndex, make_letter: MakeLetter) -> None:
    settings = make_index(make_letter("a"))
    with pytest.raises(StoreError, match="no such letter"), Index(settings).writing() as store:
        _remove_and_fail(store)
    assert Index(settings).current() == "gen-1"
    assert _generations(settings) == ["gen-1"]
    assert _seen(settings) == _stored(settings) == ["a"]
    publish(settings, [make_letter("b")])
    assert _seen(settings) == ["a", "b"]


def test_an_error_while_building_changes_nothing(make_index: MakeIndex, make_letter: MakeLetter) -> None:
    settings = make_index(make_letter("a"))
    (settings.index / "staging").write_text("a file is where the folder must be")
    with pytest.raises(IndexUnusable, match="staging"):
        publish(settings, [make_letter("b")])
    assert Index(settings).current() == "gen-1"
    assert _seen(settings) == _stored(settings) == ["a"]


def test_what_a_dead_writer_left_is_cleared(make_index: MakeIndex, make_letter: MakeLetter) -> None:
    settings = make_index(make_letter("a"))
    shutil.copytree(settings.index / "gen-1", settings.index / "staging")
    shutil.copytree(settings.index / "gen-1", settings.index / "gen-2")
    publish(settings, [make_letter("b")])
    assert Index(settings).current() == "gen-2"
    assert _generations(settings) == ["gen-1", "gen-2"], "the one that readers may still have open stays"
    assert _seen(settings) == ["a", "b"]
    assert not (settings.index / "staging").exists()


def test_a_reader_keeps_answering_while_the_index_is_renewed(make_index: MakeIndex, make_letter: MakeLetter) -> None:
    settings = make_index(make_letter("a", pairs=(("Waar leven otters?", "Otters leven in de Biesbosch."),)))
    reader = Index(settings).open()
    before = reader.vectors.nearest("Waar leven otters?", 5)
    publish(settings, [make_letter("b")])
    assert Index(settings).current() == "gen-2"
    assert reader.store.ids() == ["a"]
    assert reader.vectors.nearest("Waar leven otters?", 5) == before != []
    assert reader.lexical.ask(reader.queries.concepts("otters", "nl")).any()
    reader.close()


def test_old_generations_are_cleared(make_index: MakeIndex, make_letter: MakeLetter) -> None:
    settings = make_index()
    for name in ("a", "b", "c"):
        publish(settings, [make_letter(name)])
    assert Index(settings).current() == "gen-4"
    assert _generations(settings) == ["gen-3", "gen-4"]
    assert _seen(settings) == ["a", "b", "c"]


def test_an_index_is_current_until_its_letters_change(make_index: MakeIndex, make_letter: MakeLetter) -> None:
    settings = make_index(make_letter("a"))
    index = Index(settings)
    with index.writing() as store:
        assert index.is_current(store)
        store.put([make_letter("b")], "b")
        assert not index.is_current(store)
    with index.writing() as store:
        assert index.is_current(store)
    (settings.index / "gen-1" / "manifest.json").unlink()
    with index.writing() as store:
        assert not index.is_current(store)


def test_a_damaged_store_is_not_written_to(tmp_path: Path, make_letter: MakeLetter) -> None:
    (tmp_path / "letters.sqlite").write_bytes(b"no store" * 900)
    index = Index(Settings(index=tmp_path))
    with pytest.raises(StoreError, match="cannot be read"), index.writing() as store:
        store.put([make_letter("a")], "a")
    assert (tmp_path / "letters.sqlite").read_bytes() == b"no store" * 900
    with pytest.raises(StoreError, match="cannot be read"), index.writing():
        pass  # the lock was let go of: it is the store again that is refused


@pytest.mark.parametrize("content", [b"", b"../elsewhere", b"gen-", b"\xff\xfe\x00"])
def test_a_damaged_pointer_is_refused(make_index: MakeIndex, make_letter: MakeLetter, content: bytes) -> None:
    settings = make_index(make_letter("a"))
    (settings.index / "CURRENT").write_bytes(content)
    with pytest.raises(IndexUnusable, match=r"doctor --repair"):
        Index(settings).open()
    publish(settings, [make_letter("b")])
    assert _seen(settings) == ["a", "b"]


def test_another_folder_in_the_index_is_left_alone(make_index: MakeIndex, make_letter: MakeLetter) -> None:
    settings = make_index(make_letter("a"))
    (settings.index / "gen-old").mkdir()
    publish(settings, [make_letter("b")])
    assert Index(settings).current() == "gen-2"
    assert (settings.index / "gen-old").is_dir()


def test_a_pointer_to_a_generation_that_is_gone_is_refused(make_index: MakeIndex, make_letter: MakeLetter) -> None:
    settings = make_index(make_letter("a"))
    (settings.index / "CURRENT").write_text("gen-9\n")
    with pytest.raises(IndexUnusable, match=r"gen-9.*doctor --repair"):
        Index(settings).open()


def test_a_generation_can_be_moved(make_index: MakeIndex, make_letter: MakeLetter, tmp_path: Path) -> None:
    settings = make_index(make_letter("a"))
    shutil.copytree(settings.index / "gen-1", tmp_path / "elsewhere")
    moved = Generation.open(tmp_path / "elsewhere", load_embedding())
    assert moved.vectors.nearest("Hoeveel kost het?", 3)
    moved.close()


def test_an_index_is_asked_with_the_lexicon_that_it_was_made_with(tmp_path: Path, make_letter: MakeLetter) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "en-nl.tsv").write_text("hatty doodle\tknorrepot\n", encoding="utf-8")
    settings = Settings(index=tmp_path / "index", embedding="shipped", lexicon=own)
    publish(settings, [make_letter("a", pairs=(("Wat doet de knorrepot?", "De knorrepot moppert."),))])
    generation = Index(settings).open()
    (concept,) = generation.queries.concepts("the hatty doodles", "en")
    assert generation.lexical.ask([concept])[0] > 0
    made_with = generation.manifest["make"]["bilingual lexicon"]
    generation.close()

    plain = settings.model_copy(update={"lexicon": None})
    with pytest.raises(IndexUnusable, match="bilingual lexicon") as refused:
        Index(plain).open()
    assert made_with in str(refused.value)
    assert Lexicons().bilingual.digest in str(refused.value)

    (own / "en-nl.tsv").write_text("hatty doodle\tmopperpot\n", encoding="utf-8")
    with pytest.raises(IndexUnusable, match=r"bilingual lexicon.*vraagbaak ingest"):
        Index(settings).open()
    (own / "en-nl.tsv").write_text("hatty doodle\tmopperpot\nno tab\n", encoding="utf-8")
    with pytest.raises(SettingError, match=r"en-nl\.tsv, line 2"):
        Index(settings).open()
