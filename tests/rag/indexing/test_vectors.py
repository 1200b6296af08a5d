import random
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import chromadb
import numpy as np
import pytest
from chromadb.config import Settings as ChromaSettings

from rag.answer import Place
from rag.answering.sentences import sentences
from rag.assistant import Assistant
from rag.errors import IndexUnusable
from rag.indexing.index import Index
from rag.indexing.passages import Passage, passages, places
from rag.indexing.vectors import COLLECTION, VectorStore
from rag.letter import Letter
from rag.models.embedding import StaticModel
from rag.settings import Settings
from tests.conftest import MakeLetter

QUESTIONS = (
    "What did the cabinet say about return hubs?",
    "Wat vindt het kabinet van Oeganda?",
    "Hoe wordt toezicht gehouden?",
    "Syriërs in België",
    "solidarity mechanism",
    "vrijwillige terugkeer",
)

Filled = tuple[VectorStore, list[Passage], list[int]]


@pytest.fixture(scope="module")
def filled(assistant: Assistant, embedding: StaticModel, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Filled]:
    """All passages of the five letters, in a real Chroma."""
    found = [place for letter in assistant.letters() for place in places(letter)]
    pieces = [(passage, number) for number, place in enumerate(found) for passage in passages(place)]
    store = VectorStore(tmp_path_factory.mktemp("vectors"), embedding)
    store.add(pieces)
    yield store, [one for one, _ in pieces], [number for _, number in pieces]
    store.close()


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("k", [1, 10, 100])
def test_the_nearest_are_those_of_an_exact_search(
    embedding: StaticModel, filled: Filled, question: str, k: int
) -> None:
    store, pieces, numbers = filled
    assert len(pieces) > 200
    near = embedding.vectors([one.text for one in pieces]) @ embedding.vectors([question])[0]
    last = float(np.sort(near)[-k])
    best = {place: float(near[np.array(numbers) == place].max()) for place in set(numbers)}
    found = dict(store.nearest(question, k))
    assert all(found[place] == pytest.approx(best[place], abs=1e-4) for place in found)
    assert min(found.values()) >= last - 1e-4, "of passages that are equally near, any may come last"
    assert {place for place, similarity in best.items() if similarity > last + 1e-4} <= set(found)


def test_of_thousands_of_passages_the_nearest_are_those_of_an_exact_search(
    assistant: Assistant, embedding: StaticModel, tmp_path: Path, make_letter: MakeLetter
) -> None:
    said = [one for letter in assistant.letters() for one in _sentences(letter)]
    chance = random.Random(4)

    def some() -> str:
        return " ".join(chance.choices(said, k=chance.randint(1, 6)))

    letters = [make_letter(str(n), tuple((some(), some()) for _ in range(10))) for n in range(200)]
    found = [place for letter in letters for place in places(letter)]
    pieces = [(passage, number) for number, place in enumerate(found) for passage in passages(place)]
    assert len(pieces) >= 4_000
    store = VectorStore(tmp_path, embedding)
    store.add(pieces)
    rows = embedding.vectors([passage.text for passage, _ in pieces])
    numbers = np.array([number for _, number in pieces])
    recalled = []
    for question in chance.sample(said, 100):
        exact = np.argsort(-(rows @ embedding.vectors([question])[0]), kind="stable")[:100]
        nearest = {place for place, _ in store.nearest(question, 100)}
        recalled.append(len(nearest & set(numbers[exact].tolist())) / len(set(numbers[exact].tolist())))
    store.close()
    assert np.mean(recalled) >= 0.99


def _sentences(letter: Letter) -> list[str]:
    return [letter.text[start:end] for start, end in sentences(letter.text)]


def test_each_place_comes_once_and_the_nearest_first(filled: Filled) -> None:
    found = filled[0].nearest("terugkeerhubs", 100)
    assert len({place for place, _ in found}) == len(found)
    assert [near for _, near in found] == sorted((near for _, near in found), reverse=True)
    assert all(-1 <= near <= 1.0001 for _, near in found)


@pytest.mark.parametrize("question", ["", "???", "日本"])
def test_a_question_without_known_words_is_near_nothing(filled: Filled, question: str) -> None:
    assert filled[0].nearest(question, 10) == []


def test_more_than_there_is_can_be_asked_for(filled: Filled) -> None:
    assert {place for place, _ in filled[0].nearest("Oeganda", 5_000)} == set(filled[2])


def test_no_passage_is_lost(filled: Filled) -> None:
    assert filled[0].lost(filled[1]) == []


def _pieces(make_letter: MakeLetter, *answers: str) -> list[Passage]:
    letter = make_letter(pairs=tuple((f"Vraag over {answer}", answer) for answer in answers))
    return [one for place in places(letter) for one in passages(place)]


def test_a_passage_that_was_deleted_behind_its_back_is_lost(
    tmp_path: Path, embedding: StaticModel, make_letter: MakeLetter
) -> None:
    pieces = _pieces(make_letter, "Otters eten vis.", "Schepen varen uit.", "De dijk is hoog.")
    store = VectorStore(tmp_path, embedding)
    assert store.add(zip(pieces, range(len(pieces)), strict=True)) == (len(pieces), len(pieces))
    store.close()
    client = chromadb.PersistentClient(tmp_path, settings=ChromaSettings(anonymized_telemetry=False))
    client.get_collection(COLLECTION).delete(ids=[pieces[3].id])
    again = VectorStore(tmp_path, embedding)
    assert again.lost(pieces) == [pieces[3].id]
    again.close()


def test_all_is_lost_in_an_empty_store(tmp_path: Path, embedding: StaticModel, make_letter: MakeLetter) -> None:
    pieces = _pieces(make_letter, "Otters eten vis.")
    store = VectorStore(tmp_path, embedding)
    assert store.lost(pieces) == [one.id for one in pieces]
    assert store.nearest("otters", 5) == []
    store.close()


def test_passages_without_known_words_are_left_out(
    tmp_path: Path, embedding: StaticModel, make_letter: MakeLetter
) -> None:
    letter = make_letter(pairs=(("???", "Otters eten vis."),))
    pieces = list(passages(Place(letter, exchange=letter.exchanges[0])))
    store = VectorStore(tmp_path, embedding)
    assert store.add((one, 0) for one in pieces) == (2, 1)
    assert store.lost(pieces) == []
    store.close()


def test_passages_with_the_same_words_are_none_of_them_lost(
    tmp_path: Path, embedding: StaticModel, make_letter: MakeLetter
) -> None:
    pieces = _pieces(make_letter, *["Otters eten vis."] * 30)
    store = VectorStore(tmp_path, embedding)
    store.add((one, 0) for one in pieces)
    assert store.lost(pieces) == []
    store.close()


def test_many_passages_with_much_the_same_words_can_all_be_found(
    tmp_path: Path, embedding: StaticModel, make_letter: MakeLetter
) -> None:
    pairs = (
        ("Kunt u deze vragen afzonderlijk beantwoorden?", "Ja."),
        ("Deelt u de mening dat dit onwenselijk is?", "Zie het antwoord op vraag 1."),
        ("Wat gaat u doen?", "Ik onderzoek dit."),
    )
    letters = [make_letter(str(n), pairs=pairs, title=f"Antwoorden over onderwerp {n}") for n in range(250)]
    found = [place for letter in letters for place in places(letter)]
    pieces = [(one, number) for number, place in enumerate(found) for one in passages(place)]
    store = VectorStore(tmp_path, embedding)
    store.add(pieces)
    assert store.lost(one for one, _ in pieces) == []
    store.close()


def test_what_was_stored_is_there_in_another_opening(
    tmp_path: Path, embedding: StaticModel, make_letter: MakeLetter
) -> None:
    pieces = _pieces(make_letter, "Otters eten vis.", "Schepen varen uit.")
    store = VectorStore(tmp_path, embedding)
    store.add(zip(pieces, [7, 7, 9, 9], strict=True))
    before = store.nearest("schepen", 4)
    store.close()
    again = VectorStore(tmp_path, embedding)
    assert again.nearest("schepen", 4) == before
    assert before[0][0] == 9
    again.close()


def test_a_damaged_folder_is_refused(tmp_path: Path, embedding: StaticModel) -> None:
    (tmp_path / "chroma.sqlite3").write_bytes(b"no database at all" * 400)
    with pytest.raises(IndexUnusable, match="doctor --repair"):
        VectorStore(tmp_path, embedding)


def test_many_first_searches_at_once_change_no_file(settings: Settings, embedding: StaticModel, tmp_path: Path) -> None:
    made = settings.index / (Index(settings).current() or "") / "vectors"
    for trial in range(3):
        folder = tmp_path / str(trial)
        shutil.copytree(made, folder)
        store = VectorStore(folder, embedding, create=False)
        with ThreadPoolExecutor(40) as threads:
            found = list(threads.map(store.nearest, ["Oeganda"] * 40, [5] * 40))
        store.close()
        assert all(one == found[0] for one in found)
        assert _sizes(folder) == _sizes(made)


def _sizes(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_size for path in folder.rglob("*.bin")}
