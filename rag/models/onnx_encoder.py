"""A transformer run by the ONNX runtime: what its folder says of it, read here, and no torch.

Only the usual layout is known: a transformer with its own tokenizer, pooled by mean or first token, and perhaps
normalised. :func:`layout` gives nothing for any other, which is left to sentence-transformers.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from tokenizers import Tokenizer

from rag.models.embedding import TOKENIZER_FILE, Vectors
from rag.models.model_folder import ONNX_FILE, ModelFolder
from rag.models.prompts import Prompts

BATCH: Final = 16

_KINDS: Final = (["Transformer", "Pooling"], ["Transformer", "Pooling", "Normalize"])
_POOLINGS: Final = ("mean", "cls")
_OLD_FLAGS: Final = {"pooling_mode_mean_tokens": "mean", "pooling_mode_cls_token": "cls"}
_LONGEST: Final = 100_000
"""Above this a length in a description means that there is none."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What is known of a model: its files, how tokens become one vector, and how many tokens it reads."""

    weights: Path
    tokenizer: Path
    pooling: str
    length: int


def layout(folder: ModelFolder, prompts: Prompts) -> Layout | None:
    """Return the layout of a model that can be run here, or None."""
    weights, tokenizer = folder.path / ONNX_FILE, folder.path / TOKENIZER_FILE
    modules = folder.modules()
    if [str(one.get("type")).rpartition(".")[2] for one in modules] not in _KINDS:
        return None
    pooled = folder.description(f"{modules[1]['path']}/config.json")
    pooling, length = _pooling(pooled), _length(folder)
    left_out = pooled.get("include_prompt", True) is False and prompts != Prompts()
    lowered = folder.description("sentence_bert_config.json").get("do_lower_case")
    if pooling is None or length is None or left_out or lowered or not (weights.is_file() and tokenizer.is_file()):
        return None
    return Layout(weights, tokenizer, pooling, length)


class OnnxEncoder:
    """A model run by the ONNX runtime, on the processor."""

    def __init__(self, known: Layout, prompts: Prompts) -> None:
        from onnxruntime import InferenceSession  # type: ignore[import-untyped]

        self._pooling, self._prompts = known.pooling, prompts
        self._tokenizer = Tokenizer.from_file(str(known.tokenizer))
        padding = self._tokenizer.padding or {}
        self._tokenizer.enable_padding(**{key: padding[key] for key in ("pad_id", "pad_token") if key in padding})
        self._tokenizer.enable_truncation(known.length)
        self._session = InferenceSession(str(known.weights), providers=["CPUExecutionProvider"])
        self._inputs = [one.name for one in self._session.get_inputs()]

    def questions(self, texts: Sequence[str]) -> Vectors:
        """Return one row for each question."""
        return self._rows([self._prompts.question + text for text in texts])

    def passages(self, texts: Sequence[str]) -> Vectors:
        """Return one row for each passage."""
        return self._rows([self._prompts.passage + text for text in texts])

    def _rows(self, texts: Sequence[str]) -> Vectors:
        # Texts of about one length together: the shorter ones of a batch are filled up to its longest.
        order = sorted(range(len(texts)), key=lambda at: len(texts[at]))
        found = np.concatenate(list(self._batches([texts[at] for at in order])))
        rows: Vectors = np.empty_like(found)
        rows[order] = found
        return rows

    def _batches(self, texts: Sequence[str]) -> Iterator[Vectors]:
        for start in range(0, len(texts), BATCH):
            encodings = self._tokenizer.encode_batch(list(texts[start : start + BATCH]))
            mask = np.array([one.attention_mask for one in encodings], np.int64)
            given: dict[str, Any] = {
                "input_ids": np.array([one.ids for one in encodings], np.int64),
                "attention_mask": mask,
                "token_type_ids": np.array([one.type_ids for one in encodings], np.int64),
            }
            tokens = self._session.run(None, {name: given[name] for name in self._inputs})[0]
            yield self._pooled(np.asarray(tokens, np.float32), mask)

    def _pooled(self, tokens: Vectors, mask: np.ndarray[Any, np.dtype[np.int64]]) -> Vectors:
        if self._pooling == "cls":
            return tokens[:, 0]
        weights = mask[:, :, None].astype(np.float32)
        pooled: Vectors = (tokens * weights).sum(axis=1) / np.maximum(weights.sum(axis=1), 1)
        return pooled


def _pooling(described: dict[str, Any]) -> str | None:
    """Return the one way of pooling; models of before sentence-transformers 6 have a flag for each."""
    old = [key for key, value in described.items() if key.startswith("pooling_mode_") and value is True]
    way = described.get("pooling_mode") or (_OLD_FLAGS.get(old[0]) if len(old) == 1 else None)
    return way if way in _POOLINGS else None


def _length(folder: ModelFolder) -> int | None:
    """Return how many tokens the model reads: the least of what its descriptions say."""
    said = (
        ("sentence_bert_config.json", "max_seq_length"),
        ("tokenizer_config.json", "model_max_length"),
        ("config.json", "max_position_embeddings"),
    )
    lengths = [folder.description(file).get(key) for file, key in said]
    return min((int(one) for one in lengths if one and one < _LONGEST), default=None)
