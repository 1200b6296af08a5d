"""Texts as vectors: the shipped model, loaded without torch.

The model is a sentence-transformers model of two modules, ``StaticEmbedding`` and ``Normalize``: the vector of
a text is the mean of the vectors of its tokens, brought to length 1. Reading it here with numpy alone gives the
same vectors and spares a cold question the seconds that importing torch takes.
"""

import hashlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Final

import numpy as np
from langchain_core.embeddings import Embeddings
from numpy.typing import NDArray
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from rag.errors import SettingError

SHIPPED: Final = "shipped"
SHIPPED_FOLDER: Final = Path(__file__).parent / "data" / "model"
WEIGHTS_FILE: Final = "model.safetensors"
TOKENIZER_FILE: Final = "tokenizer.json"
CHECKSUM_FILE: Final = "checksum.txt"

# In the weights file a row is eight-bit integers and one factor: the form that sentence-transformers reads too.
ROWS_KEY: Final = "embeddings"
FACTORS_KEY: Final = "weights"

_BATCH: Final = 512
_REMEDY: Final = "put the files of rag/data/model back as they were delivered"

Vectors = NDArray[np.float32]


class StaticModel(Embeddings):
    """A static sentence-transformers model in a folder, as LangChain ``Embeddings``.

    Attributes:
        name: what the model is called and a hash of its files, so that no other model has the same name.
        tokens: how many words and parts of words it knows.
        dimension: the length of its vectors.

    Raises:
        SettingError: a file of the model is missing or damaged.
    """

    def __init__(self, folder: Path) -> None:
        self.name = _checked_name(folder)
        self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER_FILE))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        weights = load_file(folder / WEIGHTS_FILE)
        self._rows: NDArray[np.int8] = weights[ROWS_KEY]
        self._factors: Vectors = weights[FACTORS_KEY]
        self.tokens, self.dimension = self._rows.shape

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """Return an array (number of texts, dimension) of float32, each row of length 1.

        A text without any token that the model knows (an empty one, or signs only) has a row of zeros: it is
        like nothing. Such a row must not be stored or searched with; ``row.any()`` tells it.
        """
        parts = [self._batch(texts[start : start + _BATCH]) for start in range(0, len(texts), _BATCH)]
        return np.concatenate(parts) if parts else np.zeros((0, self.dimension), np.float32)

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Return the vectors of passages; see :meth:`vectors` for a text without known tokens."""
        return [[float(value) for value in row] for row in self.vectors(texts)]

    def embed_query(self, text: str) -> list[float]:
        """Return the vector of a question, made in the same way as that of a passage."""
        return self.embed_documents([text])[0]

    def _batch(self, texts: Sequence[str]) -> Vectors:
        encodings = self._tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)
        sums = np.zeros((len(texts), self.dimension), np.float32)
        for place, encoding in enumerate(encodings):
            ids = encoding.ids
            if ids:
                sums[place] = self._factors[ids] @ self._rows[ids]
        lengths = np.linalg.norm(sums, axis=1, keepdims=True)
        np.divide(sums, lengths, out=sums, where=lengths > 0)
        return sums


@cache
def load_embedding(name_or_path: str = SHIPPED) -> StaticModel:
    """Return the model of that name, loaded once a process.

    Raises:
        SettingError: the name is not ``shipped``, or the shipped model is missing or damaged.
    """
    if name_or_path != SHIPPED:
        raise SettingError(f"embedding {name_or_path}: no such model here; set embedding to {SHIPPED}.")
    return StaticModel(SHIPPED_FOLDER)


def checksum(folder: Path) -> str:
    """Return the hash of the two files that make a model's vectors, as hexadecimal digits."""
    digest = hashlib.sha256()
    for name in (WEIGHTS_FILE, TOKENIZER_FILE):
        digest.update(_content(folder, name))
    return digest.hexdigest()


def _checked_name(folder: Path) -> str:
    """Return the model's name with the hash of its files, which must be the recorded one."""
    recorded, _, name = _content(folder, CHECKSUM_FILE).decode(errors="replace").strip().partition("  ")
    actual = checksum(folder)
    if recorded != actual:
        raise SettingError(f"The embedding model in {folder} is damaged: a file of it has changed; {_REMEDY}.")
    return f"{name}-{actual[:12]}"


def _content(folder: Path, name: str) -> bytes:
    try:
        return (folder / name).read_bytes()
    except OSError as error:
        raise SettingError(
            f"The embedding model's file {folder / name} cannot be read: {error.strerror}; {_REMEDY}."
        ) from error
