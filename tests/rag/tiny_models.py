"""Models that tests make: a random transformer of two small layers, and a graph of one node for the ONNX runtime."""

import string
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors

LETTERS = string.ascii_lowercase + string.digits
VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *LETTERS, *(f"##{letter}" for letter in LETTERS)]
WIDTH = 32
LENGTH = 64


def make_model(folder: Path, prompts: dict[str, str] | None = None, seed: int = 1, pooling: str = "mean") -> Path:
    """Make a sentence-transformers model with random weights; return its folder."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Normalize, Pooling, Transformer
    from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

    torch.manual_seed(seed)
    config = BertConfig(
        vocab_size=len(VOCABULARY),
        hidden_size=WIDTH,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=64,
        max_position_embeddings=LENGTH,
        initializer_range=0.3,
    )
    plain = folder.with_name(f"{folder.name}-plain")
    BertModel(config).save_pretrained(plain)
    names = {"pad_token": "[PAD]", "unk_token": "[UNK]", "cls_token": "[CLS]", "sep_token": "[SEP]"}
    tokenizer = PreTrainedTokenizerFast(tokenizer_object=_tokenizer(), **names)  # type: ignore[no-untyped-call]
    tokenizer.save_pretrained(plain)
    transformer = Transformer(str(plain))
    model = SentenceTransformer(modules=[transformer, Pooling(WIDTH, pooling), Normalize()], prompts=prompts)
    model.save_pretrained(str(folder), create_model_card=False)
    return folder


def _tokenizer() -> Tokenizer:
    made = Tokenizer(models.WordPiece({word: at for at, word in enumerate(VOCABULARY)}, unk_token="[UNK]"))  # noqa: S106
    made.normalizer = normalizers.BertNormalizer()
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    made.post_processor = processors.BertProcessing(("[SEP]", 3), ("[CLS]", 2))
    return made


def onnx_lookup(table: np.ndarray[tuple[int, int], np.dtype[np.float32]]) -> bytes:
    """Return an ONNX model that gives each token its row of a table."""
    dims = b"".join(_number(1, size) for size in table.shape)
    weights = dims + _number(2, 1) + _words(8, "table") + _bytes(9, table.astype("<f4").tobytes())
    node = _words(1, "table") + _words(1, "input_ids") + _words(2, "last_hidden_state") + _words(4, "Gather")
    graph = (
        _bytes(1, node)
        + _words(2, "lookup")
        + _bytes(5, weights)
        + _bytes(11, _tensor("input_ids", 7, ("batch", "tokens")))
        + _bytes(12, _tensor("last_hidden_state", 1, ("batch", "tokens", "width")))
    )
    return _number(1, 8) + _bytes(7, graph) + _bytes(8, _number(2, 13))


def _tensor(name: str, kind: int, axes: tuple[str, ...]) -> bytes:
    shape = b"".join(_bytes(1, _words(2, axis)) for axis in axes)
    return _words(1, name) + _bytes(2, _bytes(1, _number(1, kind) + _bytes(2, shape)))


def _number(field: int, value: int) -> bytes:
    return _varint(field << 3) + _varint(value)


def _bytes(field: int, value: bytes) -> bytes:
    return _varint(field << 3 | 2) + _varint(len(value)) + value


def _words(field: int, value: str) -> bytes:
    return _bytes(field, value.encode())


def _varint(value: int) -> bytes:
    low, rest = value & 0x7F, value >> 7
    return bytes([low | 0x80]) + _varint(rest) if rest else bytes([low])
