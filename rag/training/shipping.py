"""The model's folder: the files that sentence-transformers and the product load, and the model card."""

import json
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import save
from tokenizers import Tokenizer

from rag.models.embedding import CHECKSUM_FILE, FACTORS_KEY, ROWS_KEY, TOKENIZER_FILE, WEIGHTS_FILE, checksum

MODEL_NAME: Final = "vraagbaak-static-en-nl"

_MODULES: Final = "sentence_transformers.sentence_transformer.modules"
_CONFIGURATION: Final[dict[str, object]] = {
    "modules.json": [
        {"idx": 0, "name": "0", "path": "", "type": f"{_MODULES}.StaticEmbedding"},
        {"idx": 1, "name": "1", "path": "1_Normalize", "type": f"{_MODULES}.Normalize"},
    ],
    "config_sentence_transformers.json": {"model_type": "SentenceTransformer", "similarity_fn_name": "cosine"},
}


def ship(tokenizer: Tokenizer, vectors: NDArray[np.float32], folder: Path) -> None:
    """Write a model to a folder, its vectors as eight-bit integers with one factor a row."""
    folder.mkdir(parents=True, exist_ok=True)
    factors = np.abs(vectors).max(axis=1).astype(np.float32) / np.float32(127)
    rows = np.round(vectors / np.maximum(factors, np.float32(1e-12))[:, None]).astype(np.int8)
    (folder / WEIGHTS_FILE).write_bytes(save({ROWS_KEY: rows, FACTORS_KEY: factors}))
    (folder / TOKENIZER_FILE).write_text(tokenizer.to_str(), encoding="utf-8")
    for name, content in _CONFIGURATION.items():
        (folder / name).write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
    (folder / CHECKSUM_FILE).write_text(f"{checksum(folder)}  {MODEL_NAME}\n", encoding="utf-8")
