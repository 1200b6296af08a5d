import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from ingest.run import ingest
from rag.assistant import Assistant
from rag.errors import IndexUnusable, SettingError
from rag.indexing.index import Index
from rag.models.embedding import SHIPPED, load_embedding
from rag.models.prompts import Prompts
from rag.models.transformer import BATCH, TorchEncoder, TransformerModel
from rag.settings import Settings
from tests.rag.tiny_models import WIDTH, make_model
from ui.commands import main

ROOT = Path(__file__).parents[3]
PROMPTS = {"query": "vraag: ", "document": "stuk: "}
TEXTS = ["Wat vindt het kabinet van terugkeerhubs?", "Oeganda", "een lang antwoord " * 40, "?"]
QUESTION = "Wat vindt het kabinet van terugkeerhubs in Oeganda?"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_model(tmp_path_factory.mktemp("models") / "klein", PROMPTS)


@pytest.fixture(scope="module")
def model(folder: Path) -> TransformerModel:
    return TransformerModel(str(folder))


@pytest.fixture(scope="module")
def indexed(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of an index of one letter, made with the tiny model."""
    corpus = tmp_path_factory.mktemp("corpus")
    shutil.copy(next((ROOT / "corpus").glob("*-7268126.txt")), corpus)
    made = Settings(index=tmp_path_factory.mktemp("index"), corpus=corpus, embedding=str(folder))
    assert ingest(made).letters == 1
    return made


def test_vectors_are_float32_rows_of_length_one_in_the_order_of_the_texts(model: TransformerModel) -> None:
    rows = model.passages(TEXTS * BATCH)
    assert rows.dtype == np.float32
    assert rows.shape == (len(TEXTS) * BATCH, WIDTH)
    np.testing.assert_allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)
    for text, row in zip(TEXTS, rows[-len(TEXTS) :], strict=True):
        np.testing.assert_allclose(model.passages([text])[0], row, atol=1e-5)
    assert model.passages([]).shape == model.questions([]).shape == (0, WIDTH)


def test_questions_and_passages_get_their_prompts(model: TransformerModel, folder: Path) -> None:
    from sentence_transformers import SentenceTransformer

    plain = SentenceTransformer(str(folder), local_files_only=True)
    for rows, prompt in ((model.questions(TEXTS), "vraag: "), (model.passages(TEXTS), "stuk: ")):
        theirs = plain.encode([prompt + text for text in TEXTS], prompt="", normalize_embeddings=True)
        np.testing.assert_allclose(rows, theirs, atol=1e-5)
    assert np.abs(model.questions(TEXTS) - model.passages(TEXTS)).max() > 0.01
    np.testing.assert_array_equal(np.array(model.embed_query(TEXTS[0]), np.float32), model.questions(TEXTS[:1])[0])


def test_a_model_of_a_known_family_gets_the_prompts_of_the_family(tmp_path: Path) -> None:
    made = make_model(tmp_path / "multilingual-e5-tiny")
    model = TransformerModel(str(made))
    assert model.prompts == Prompts("query: ", "passage: ")
    rows = model.passages(TEXTS[:1])
    bare = TransformerModel(str(made.rename(tmp_path / "naamloos")))
    np.testing.assert_allclose(rows, bare.passages(["passage: " + TEXTS[0]]), atol=1e-5)


def test_many_threads_get_what_one_gets(model: TransformerModel) -> None:
    with ThreadPoolExecutor(4) as pool:
        rows = list(pool.map(lambda text: model.questions([text])[0], TEXTS * 4))
    np.testing.assert_allclose(np.array(rows), model.questions(TEXTS * 4), atol=1e-5)


def test_the_name_changes_with_the_weights_and_with_the_prompts(model: TransformerModel, tmp_path: Path) -> None:
    assert model.name.startswith("klein-")
    names = {model.name}
    for number, (prompts, seed) in enumerate([(PROMPTS, 1), (PROMPTS, 2), ({"query": "q: "}, 1)]):
        made = make_model(tmp_path / str(number) / "klein", prompts, seed)
        names.add(TransformerModel(str(made)).name)
    assert len(names) == 3, "the same model twice, and two others"


def test_what_is_unrelated_is_measured(model: TransformerModel) -> None:
    assert 0 < model.unrelated() < 1


def test_torch_waits_for_the_first_text(folder: Path) -> None:
    code = (
        "import sys; from rag.models.embedding import load_embedding; model = load_embedding(sys.argv[1]); "
        "assert model.name; sys.exit('torch' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code, str(folder)], check=True, cwd=ROOT)


def test_no_network_is_needed(folder: Path) -> None:
    code = (
        "import sys; from rag.models.embedding import load_embedding; "
        "sys.addaudithook(lambda event, _: event in ('socket.connect', 'socket.getaddrinfo') and sys.exit(event)); "
        "print(load_embedding(sys.argv[1]).questions(['brief']).shape)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(folder)], cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, f"(1, {WIDTH})", "")


def test_a_damaged_model_is_named(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path / "stuk")
    weights = tmp_path / "stuk" / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:1000])
    with pytest.raises(SettingError, match=r"embedding .*stuk: the model cannot be loaded .*; put the files of .*stuk"):
        TransformerModel(str(tmp_path / "stuk")).passages(TEXTS)


def test_a_model_that_makes_no_numbers_is_refused(folder: Path, tmp_path: Path) -> None:
    from safetensors.numpy import load_file, save_file

    shutil.copytree(folder, tmp_path / "leeg")
    weights = load_file(folder / "model.safetensors")
    broken = {name: np.full_like(rows, np.nan) for name, rows in weights.items()}
    save_file(broken, tmp_path / "leeg" / "model.safetensors", {"format": "pt"})
    with pytest.raises(SettingError, match="no numbers"):
        TransformerModel(str(tmp_path / "leeg")).passages(TEXTS)


def test_code_that_comes_with_a_model_is_not_run(folder: Path, tmp_path: Path) -> None:
    made = Path(shutil.copytree(folder, tmp_path / "code"))
    (made / "own.py").write_text("raise SystemExit('this ran')\n")
    modules = (made / "modules.json").read_text()
    (made / "modules.json").write_text(modules.replace("sentence_transformers.base.modules.normalize", "own"))
    with pytest.raises(SettingError, match="cannot be loaded"):
        TransformerModel(str(made)).passages(TEXTS)


def test_an_index_is_made_and_asked_with_the_model_of_the_setting(indexed: Settings, model: TransformerModel) -> None:
    assistant = Assistant.open(indexed)
    try:
        answer = assistant.ask(QUESTION)
        assert answer.index["embedding"] == model.name
        assert assistant.search(QUESTION)
    finally:
        assistant.close()
    assert isinstance(model.encoder, TorchEncoder)


def test_the_command_makes_an_index_with_a_model_and_says_how_to_ask_with_it(
    folder: Path, indexed: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    index = ["--index", str(tmp_path / "index")]
    assert main(["ingest", str(indexed.corpus), "--embedding", str(folder), *index]) == 0
    assert f"set VRAAGBAAK_EMBEDDING={folder}, or embedding in vraagbaak.toml" in capsys.readouterr().err
    assert main(["ask", QUESTION, *index]) == 1
    assert f"VRAAGBAAK_EMBEDDING={folder}" in capsys.readouterr().err
    monkeypatch.setenv("VRAAGBAAK_EMBEDDING", str(folder))
    assert main(["ask", QUESTION, *index]) == 0
    assert main(["ingest", str(indexed.corpus), "--embedding", str(folder), *index]) == 0
    assert capsys.readouterr().err == ""


def test_a_question_with_another_model_is_refused_with_both_names(indexed: Settings, model: TransformerModel) -> None:
    with pytest.raises(IndexUnusable) as refused:
        Assistant.open(indexed.model_copy(update={"embedding": SHIPPED}))
    told = str(refused.value)
    assert f"embedding “{model.name}”, this question would use “{load_embedding().name}”" in told
    assert f"set VRAAGBAAK_EMBEDDING={model.setting} (or embedding in vraagbaak.toml)" in told
    assert "run `vraagbaak ingest --embedding shipped`" in told


def test_another_setting_makes_the_index_anew(indexed: Settings, tmp_path: Path) -> None:
    shutil.copytree(indexed.index, tmp_path / "index")
    shipped = indexed.model_copy(update={"index": tmp_path / "index", "embedding": SHIPPED})
    report = ingest(shipped)
    assert (report.letters, report.unchanged, report.added) == (1, 1, 0)
    assert Index(shipped).current() == "gen-2"
    Assistant.open(shipped).close()


def test_a_model_whose_files_changed_is_another_model(indexed: Settings, tmp_path: Path) -> None:
    shutil.copytree(indexed.index, tmp_path / "index")
    make_model(tmp_path / "klein", PROMPTS, seed=3)
    changed = indexed.model_copy(update={"index": tmp_path / "index", "embedding": str(tmp_path / "klein")})
    with pytest.raises(IndexUnusable, match=r"“klein-\w+”.*“klein-\w+”.*VRAAGBAAK_EMBEDDING"):
        Assistant.open(changed)
