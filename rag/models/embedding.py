"""Texts as vectors: what every embedding model does, and the shipped one, loaded without torch.

The shipped model is a sentence-transformers model of two modules, ``StaticEmbedding`` and ``Normalize``: the vector
of a text is the mean of the vectors of its tokens, brought to length 1. Reading it here with numpy alone gives the
same vectors and spares a cold question the seconds that importing torch takes. Others: :mod:`rag.models.transformer`.
"""

import hashlib
from abc import ABC, abstractmethod
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Final, Literal, overload

import numpy as np
from langchain_core.embeddings import Embeddings
from numpy.typing import NDArray
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from rag.errors import SettingError

SHIPPED: Final = "shipped"
SHIPPED_FOLDER: Final = Path(__file__).parents[1] / "data" / "model"
WEIGHTS_FILE: Final = "model.safetensors"
TOKENIZER_FILE: Final = "tokenizer.json"
CHECKSUM_FILE: Final = "checksum.txt"

# In the weights file a row is eight-bit integers and one factor: the form that sentence-transformers reads too.
ROWS_KEY: Final = "embeddings"
FACTORS_KEY: Final = "weights"

_BATCH: Final = 512
_KEPT: Final = 20_000
"""Words from which on their vectors are let go of: 20 MB."""
_REMEDY: Final = "put the files of rag/data/model back as they were delivered"

Vectors = NDArray[np.float32]


class Embedding(Embeddings, ABC):
    """A model that makes vectors of passages and of questions; LangChain ``Embeddings`` too.

    Vectors are rows of float32, in the order of the texts, each of length 1. A text that the model knows nothing of
    may have a row of zeros: it is like nothing, and must not be stored or searched with; ``row.any()`` tells it.

    Attributes:
        name: what the model is called and a hash of its files, so that no other model has the same name.
        setting: the value of the setting ``embedding`` that chooses it.
    """

    name: str
    setting: str

    @abstractmethod
    def passages(self, texts: Sequence[str]) -> Vectors:
        """Return the vectors of passages."""

    @abstractmethod
    def questions(self, texts: Sequence[str]) -> Vectors:
        """Return the vectors of questions."""

    def unrelated(self) -> float:
        """Return the cosine that a question has with a passage about something else; what is above it is nearness."""
        return 0.0

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Return the vectors of passages."""
        return [[float(value) for value in row] for row in self.passages(texts)]

    def embed_query(self, text: str) -> list[float]:
        """Return the vector of a question."""
        return [float(value) for value in self.questions([text])[0]]


class StaticModel(Embedding):
    """A static sentence-transformers model in a folder; questions and passages are embedded alike.

    Attributes:
        tokens: how many words and parts of words it knows.
        dimension: the length of its vectors.

    Raises:
        SettingError: a file of the model is missing or damaged.
    """

    def __init__(self, folder: Path) -> None:
        self.name = _checked_name(folder)
        self.setting = SHIPPED
        self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER_FILE))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        weights = load_file(folder / WEIGHTS_FILE)
        self._rows: NDArray[np.int8] = weights[ROWS_KEY]
        self._factors: Vectors = weights[FACTORS_KEY]
        self.tokens, self.dimension = self._rows.shape
        self._known: dict[str, Vectors] = {}

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """Return an array (number of texts, dimension) of float32, each row of length 1.

        A text without any token that the model knows (an empty one, or signs only) has a row of zeros: it is
        like nothing. Such a row must not be stored or searched with; ``row.any()`` tells it.
        """
        parts = [self._batch(texts[start : start + _BATCH]) for start in range(0, len(texts), _BATCH)]
        return np.concatenate(parts) if parts else np.zeros((0, self.dimension), np.float32)

    def words(self, words: Sequence[str]) -> Vectors:
        """Return the vectors of single words; see :meth:`vectors`. Those of late are kept at hand."""
        known = self._known
        if len(known) > _KEPT:
            known = self._known = {}
        missing = [word for word in dict.fromkeys(words) if word not in known]
        known.update(zip(missing, self.vectors(missing), strict=True))
        return np.stack([known[word] for word in words]) if words else np.zeros((0, self.dimension), np.float32)

    def passages(self, texts: Sequence[str]) -> Vectors:
        """Return the vectors of passages; see :meth:`vectors`."""
        return self.vectors(texts)

    def questions(self, texts: Sequence[str]) -> Vectors:
        """Return the vectors of questions; see :meth:`vectors`."""
        return self.vectors(texts)

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


@overload
def load_embedding(name: Literal["shipped"] = SHIPPED) -> StaticModel: ...


@overload
def load_embedding(name: str) -> Embedding: ...


def load_embedding(name: str = SHIPPED) -> Embedding:
    """Return the model of that name, loaded once a process: ``shipped``, a folder, or a model of the Hugging Face hub.

    A model of the hub that is not on this machine yet is downloaded: to set its name is to ask for that.

    Raises:
        SettingError: there is no such model, or it is damaged or of a kind that is not used here.
    """
    return _shipped() if name == SHIPPED else _other(name)


@cache
def _shipped() -> StaticModel:
    return StaticModel(SHIPPED_FOLDER)


@cache
def _other(name: str) -> Embedding:
    from rag.models.transformer import TransformerModel  # what the shipped model does not need

    return TransformerModel(name)


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
