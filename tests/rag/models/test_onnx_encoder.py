import json
import shutil
import subprocess
import sys
import warnings
from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer

from rag.models.model_folder import ONNX_FILE, ModelFolder
from rag.models.onnx_encoder import OnnxEncoder, layout
from rag.models.prompts import Prompts
from rag.models.transformer import TorchEncoder, TransformerModel
from tests.rag.tiny_models import LENGTH, VOCABULARY, WIDTH, make_model, onnx_lookup

ROOT = Path(__file__).parents[3]
TEXTS = [f"{'brief ' * (number % 7)}over vraag {number}" for number in range(50)]
TABLE = np.random.default_rng(1).normal(size=(len(VOCABULARY), WIDTH)).astype(np.float32)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_model(tmp_path_factory.mktemp("models") / "klein", {"query": "vraag: ", "document": ""})


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    """A model whose graph gives each token a row of a table."""
    copy = Path(shutil.copytree(made, tmp_path / "klein"))
    (copy / "onnx").mkdir()
    (copy / ONNX_FILE).write_bytes(onnx_lookup(TABLE))
    return copy


def _expected(folder: Path, texts: list[str], first: bool = False) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.enable_truncation(LENGTH)
    rows = [TABLE[tokenizer.encode(text).ids] for text in texts]
    pooled = np.array([one[0] if first else one.mean(axis=0) for one in rows])
    return np.asarray(pooled / np.linalg.norm(pooled, axis=1, keepdims=True), np.float32)


def test_tokens_are_pooled_without_what_fills_them_up(folder: Path) -> None:
    model = TransformerModel(str(folder))
    assert isinstance(model.encoder, OnnxEncoder)
    np.testing.assert_allclose(model.passages(TEXTS), _expected(folder, TEXTS), atol=1e-5)
    asked = [f"vraag: {text}" for text in TEXTS]
    np.testing.assert_allclose(model.questions(TEXTS), _expected(folder, asked), atol=1e-5)
    long = ["lang " * 500]
    np.testing.assert_allclose(model.passages(long), _expected(folder, long), atol=1e-5)


def _describe(folder: Path, name: str, **changes: object) -> None:
    found = json.loads((folder / name).read_text()) if (folder / name).is_file() else {}
    (folder / name).write_text(json.dumps({**found, **changes}))


def test_the_first_token_may_stand_for_all(folder: Path) -> None:
    _describe(folder, "1_Pooling/config.json", pooling_mode="cls")
    found = TransformerModel(str(folder)).passages(TEXTS)
    np.testing.assert_allclose(found, _expected(folder, TEXTS, first=True), atol=1e-5)


def test_descriptions_of_older_models_are_read(folder: Path) -> None:
    old = {"word_embedding_dimension": WIDTH, "pooling_mode_cls_token": True, "pooling_mode_mean_tokens": False}
    (folder / "1_Pooling" / "config.json").write_text(json.dumps(old))
    (folder / "sentence_bert_config.json").write_text('{"max_seq_length": 9, "do_lower_case": false}')
    known = layout(ModelFolder.find(str(folder)), Prompts())
    assert known is not None
    assert (known.pooling, known.length) == ("cls", 9)


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("1_Pooling/config.json", {"pooling_mode": "max"}),
        (
            "1_Pooling/config.json",
            {"pooling_mode": None, "pooling_mode_cls_token": True, "pooling_mode_max_tokens": True},
        ),
        ("1_Pooling/config.json", {"include_prompt": False}),
        ("sentence_bert_config.json", {"do_lower_case": True}),
    ],
)
def test_another_layout_is_left_to_torch(folder: Path, name: str, changes: dict[str, object]) -> None:
    _describe(folder, name, **changes)
    assert layout(ModelFolder.find(str(folder)), Prompts("vraag: ")) is None


def test_other_modules_and_missing_files_are_left_to_torch(folder: Path) -> None:
    modules = json.loads((folder / "modules.json").read_text())
    (folder / "modules.json").write_text(json.dumps([modules[0], modules[1], {**modules[2], "type": "x.Dense"}]))
    assert layout(ModelFolder.find(str(folder)), Prompts()) is None
    (folder / "modules.json").write_text(json.dumps(modules))
    (folder / ONNX_FILE).unlink()
    assert layout(ModelFolder.find(str(folder)), Prompts()) is None


def test_torch_is_not_loaded(folder: Path) -> None:
    code = (
        "import sys; from rag.models.embedding import load_embedding\n"
        "load_embedding(sys.argv[1]).questions(['brief'])\n"
        "sys.exit('torch' in sys.modules or 'transformers' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code, str(folder)], check=True, cwd=ROOT)


def test_an_exported_model_gives_the_vectors_of_torch(made: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(made, tmp_path / "klein"))
    _export(copy)
    model = TransformerModel(str(copy))
    assert isinstance(model.encoder, OnnxEncoder)
    theirs = TorchEncoder(ModelFolder.find(str(made)), model.prompts).questions(TEXTS)
    np.testing.assert_allclose(model.questions(TEXTS), theirs, atol=1e-5)


def _export(folder: Path) -> None:
    import torch
    from transformers import AutoModel

    bert = AutoModel.from_pretrained(folder, attn_implementation="eager")

    class Tokens(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.bert = bert

        def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
            found: torch.Tensor = self.bert(input_ids=ids, attention_mask=mask).last_hidden_state
            return found

    names = ["input_ids", "attention_mask"]
    (folder / "onnx").mkdir()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            Tokens(),
            (torch.ones((2, 5), dtype=torch.long),) * 2,
            str(folder / ONNX_FILE),
            input_names=names,
            output_names=["last_hidden_state"],
            dynamic_axes={name: {0: "batch", 1: "tokens"} for name in [*names, "last_hidden_state"]},
            dynamo=False,
        )
