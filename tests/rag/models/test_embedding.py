import re
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.errors import SettingError
from rag.models.embedding import (
    CHECKSUM_FILE,
    SHIPPED,
    SHIPPED_FOLDER,
    TOKENIZER_FILE,
    WEIGHTS_FILE,
    StaticModel,
    checksum,
    load_embedding,
)

TEXTS = [
    "What did the cabinet say about UNHCR access?",
    "Wat vindt het kabinet van terugkeerhubs?",
    "Zie het antwoord op vraag 2.",
    "vreemdelingenbewaringscapaciteit, Kostić, 1.000 euro",
    "",
    "?!",
    "日本",
    "woord " * 5000,
]


@pytest.fixture(scope="module")
def model() -> StaticModel:
    return load_embedding(SHIPPED)


def test_sentence_transformers_gives_the_same_vectors(model: StaticModel) -> None:
    from sentence_transformers import SentenceTransformer

    other = SentenceTransformer(str(SHIPPED_FOLDER), device="cpu", local_files_only=True)
    theirs = other.encode(TEXTS, show_progress_bar=False)
    np.testing.assert_allclose(model.vectors(TEXTS), theirs, atol=1e-5)


def test_loading_takes_no_torch() -> None:
    code = (
        "import sys; from rag.models.embedding import load_embedding; load_embedding().embed_query('brief'); "
        "sys.exit('torch' in sys.modules or 'sentence_transformers' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[3])


def test_the_model_is_small_and_has_a_card() -> None:
    assert sum(file.stat().st_size for file in SHIPPED_FOLDER.iterdir()) < 13_000_000
    card = (SHIPPED_FOLDER / "README.md").read_text(encoding="utf-8")
    assert load_embedding().name in card
    for heading in ("## Data", "## Training", "## Figures", "## Limits"):
        assert heading in card


def test_vectors_are_float32_rows_in_the_order_of_the_texts(model: StaticModel) -> None:
    vectors = model.vectors(TEXTS)
    assert vectors.dtype == np.float32
    assert vectors.shape == (len(TEXTS), model.dimension)
    for text, row in zip(TEXTS, vectors, strict=True):
        np.testing.assert_array_equal(model.vectors([text])[0], row)


def test_no_texts_give_no_rows(model: StaticModel) -> None:
    assert model.vectors([]).shape == (0, model.dimension)


def test_the_vectors_of_words_are_those_of_texts_whether_known_or_not(model: StaticModel) -> None:
    for words in (["haven", "schip", "haven"], ["schip", "brug"], []):
        np.testing.assert_array_equal(model.words(words), model.vectors(words))


def test_words_are_let_go_of_when_they_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rag.models.embedding._KEPT", 2)
    model = StaticModel(SHIPPED_FOLDER)
    for words in (["a", "haven", "schip"], ["haven", "brug", "dijk"], ["haven"]):
        np.testing.assert_array_equal(model.words(words), model.vectors(words))


@pytest.mark.parametrize("text", ["", "   ", "?!", "日本"])
def test_a_text_without_known_words_has_a_row_of_zeros(model: StaticModel, text: str) -> None:
    assert not model.vectors([text])[0].any()


@settings(deadline=None, max_examples=200)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=80))
def test_a_row_has_length_one_or_is_zero(text: str) -> None:
    row = load_embedding().vectors([text])[0]
    assert not row.any() or abs(float(np.linalg.norm(row)) - 1) < 1e-5


def test_more_texts_than_a_batch_stay_in_order(model: StaticModel) -> None:
    texts = [f"vraag {number}" for number in range(1100)]
    np.testing.assert_array_equal(model.vectors(texts)[1050], model.vectors(["vraag 1050"])[0])


def test_the_langchain_methods_give_the_same_vectors(model: StaticModel) -> None:
    documents = model.embed_documents(TEXTS[:3])
    np.testing.assert_array_equal(np.array(documents, np.float32), model.vectors(TEXTS[:3]))
    assert model.embed_query(TEXTS[0]) == documents[0]
    assert isinstance(documents[0][0], float)


@pytest.mark.parametrize(
    ("question", "near", "far"),
    [
        ("housing shortage", "Er zijn te weinig woningen.", "De stikstofuitstoot daalt."),
        ("asylum seekers sent to another country", "asielzoekers overbrengen naar een derde land", "het spoor"),
        ("huisbaas verhoogt de huur", "De verhuurder vraagt een hogere huurprijs.", "De school sluit."),
    ],
)
def test_a_question_is_nearer_to_what_answers_it(model: StaticModel, question: str, near: str, far: str) -> None:
    asked, right, wrong = model.vectors([question, near, far])
    assert asked @ right > asked @ wrong + 0.1


def test_case_accents_and_punctuation_do_not_matter(model: StaticModel) -> None:
    one, other = model.vectors(["Één BRIEF, van de minister!", "een brief van de minister"])
    np.testing.assert_array_equal(one, other)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHIPPED_FOLDER, tmp_path / "model"))


def test_the_name_holds_the_hash_of_the_files(copy: Path) -> None:
    before = StaticModel(copy).name
    assert before == load_embedding().name
    file = copy / TOKENIZER_FILE
    file.write_text(file.read_text(encoding="utf-8") + " ", encoding="utf-8")
    (copy / CHECKSUM_FILE).write_text(f"{checksum(copy)}  own\n", encoding="utf-8")
    assert StaticModel(copy).name == f"own-{checksum(copy)[:12]}"
    assert StaticModel(copy).name[-12:] != before[-12:]


@pytest.mark.parametrize("name", [WEIGHTS_FILE, TOKENIZER_FILE, CHECKSUM_FILE])
def test_a_damaged_file_is_said_to_be_damaged(copy: Path, name: str) -> None:
    content = (copy / name).read_bytes()
    (copy / name).write_bytes(b"\xff" + content[1 : len(content) // 2])
    with pytest.raises(SettingError, match=r"is damaged.*rag/data/model"):
        StaticModel(copy)


@pytest.mark.parametrize("name", [WEIGHTS_FILE, TOKENIZER_FILE, CHECKSUM_FILE])
def test_a_missing_file_is_named(copy: Path, name: str) -> None:
    (copy / name).unlink()
    with pytest.raises(SettingError, match=f"{name} cannot be read: No such file"):
        StaticModel(copy)


@pytest.mark.parametrize("name", ["", "elders", "./geen/map", "/geen/map", "een/twee/drie", "../een", "two words/x"])
def test_what_is_no_model_is_refused_by_name(name: str) -> None:
    with pytest.raises(SettingError, match=rf"embedding {re.escape(name)}: .*OWNER/NAME.* shipped"):
        load_embedding(name)


def test_the_shipped_model_takes_nothing_as_unrelated(model: StaticModel) -> None:
    assert model.unrelated() == 0.0
    np.testing.assert_array_equal(model.questions(TEXTS), model.passages(TEXTS))
