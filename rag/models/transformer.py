"""Any sentence-transformers model as an embedding: its own prompts, in batches, by ONNX where its folder has that.

What loading takes (torch, or the ONNX runtime) is imported when the first text comes: an index that was made with
another model is refused without that wait.
"""

import threading
from collections.abc import Sequence
from functools import cached_property
from importlib.util import find_spec
from typing import Final, Protocol

import numpy as np
from safetensors import SafetensorError

from rag.errors import SettingError
from rag.models.embedding import Embedding, Vectors
from rag.models.model_folder import ModelFolder
from rag.models.onnx_encoder import OnnxEncoder, layout
from rag.models.prompts import Prompts, prompts_of

BATCH: Final = 32
"""Texts that go through the model at once."""

_UNLOADABLE: Final = (
    OSError,
    ValueError,
    RuntimeError,
    ImportError,
    KeyError,
    TypeError,
    AttributeError,
    SafetensorError,
)
"""What loading a damaged model, or one of an unknown kind, ends with."""

_UNRELATED: Final = (
    ("Hoe lang moet een ei koken?", "De trein naar Groningen vertrekt vandaag van een ander spoor."),
    ("Which club won the cup final?", "Snoei de appelboom in de winter, als het niet vriest."),
    ("Wanneer werd de kathedraal gebouwd?", "De zorgtoeslag gaat volgend jaar met dertig euro omhoog."),
    ("How do I repair a bicycle tyre?", "Het orkest speelt zondag een symfonie van Mahler."),
    ("Wat kost een paspoort?", "Walvissen trekken elk jaar duizenden kilometers naar warmer water."),
    ("Why is the sea salty?", "De rechtbank heeft de verdachte vrijgesproken van diefstal."),
)
"""Questions and passages, each about something of its own."""

_MOST_UNRELATED: Final = 0.99


class Encoder(Protocol):
    """Makes vectors, of whatever length, of texts."""

    def questions(self, texts: Sequence[str]) -> Vectors:
        """Return one row for each question."""
        ...

    def passages(self, texts: Sequence[str]) -> Vectors:
        """Return one row for each passage."""
        ...


class TransformerModel(Embedding):
    """A sentence-transformers model, from a folder or from the hub.

    Raises:
        SettingError: there is no such model, or a part of it is missing.
    """

    def __init__(self, name: str) -> None:
        self._folder = ModelFolder.find(name)
        self.prompts = prompts_of(self._folder)
        self.name = f"{self._folder.label}-{self._folder.fingerprint(repr(self.prompts))[:12]}"
        self.setting = self._folder.setting
        # Neither loading twice nor two threads in one tokenizer would end well.
        self._lock = threading.Lock()

    def passages(self, texts: Sequence[str]) -> Vectors:
        """Return the vectors of passages.

        Raises:
            SettingError: the model cannot be loaded, or makes no numbers.
        """
        with self._lock:
            return self._checked(self.encoder.passages(texts)) if texts else self._none()

    def questions(self, texts: Sequence[str]) -> Vectors:
        """Return the vectors of questions.

        Raises:
            SettingError: the model cannot be loaded, or makes no numbers.
        """
        with self._lock:
            return self._checked(self.encoder.questions(texts)) if texts else self._none()

    def unrelated(self) -> float:
        """Return the mean cosine of questions with passages about something else."""
        questions, passages = zip(*_UNRELATED, strict=True)
        cosines = self.questions(questions) @ self.passages(passages).T
        return min(max(float(cosines.mean()), 0.0), _MOST_UNRELATED)

    @cached_property
    def encoder(self) -> Encoder:
        """What runs the model: ONNX where the folder has it in a layout that is known here, else torch."""
        try:
            known = layout(self._folder, self.prompts) if find_spec("onnxruntime") else None
            return OnnxEncoder(known, self.prompts) if known else TorchEncoder(self._folder, self.prompts)
        except _UNLOADABLE as error:
            raise SettingError(
                f"embedding {self.setting}: the model cannot be loaded ({str(error).strip() or type(error).__name__}); "
                f"put the files of {self._folder.path} right, or choose another model."
            ) from error

    def _checked(self, rows: Vectors) -> Vectors:
        rows = np.asarray(rows, np.float32)
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        if not np.isfinite(lengths).all():
            raise SettingError(
                f"embedding {self.setting}: the model makes vectors that are no numbers; choose another model."
            )
        unit: Vectors = np.divide(rows, lengths, out=np.zeros_like(rows), where=lengths > 0)
        return unit

    def _none(self) -> Vectors:
        return self._checked(self.encoder.questions([""]))[:0]


class TorchEncoder:
    """A model run by sentence-transformers."""

    def __init__(self, folder: ModelFolder, prompts: Prompts) -> None:
        from sentence_transformers import SentenceTransformer
        from transformers.utils.logging import disable_progress_bar

        disable_progress_bar()  # type: ignore[no-untyped-call]
        self._prompts = prompts
        self._model = SentenceTransformer(
            str(folder.path),
            local_files_only=True,
            trust_remote_code=False,
            model_kwargs={"use_safetensors": True, "dtype": "float32"},
        )

    def questions(self, texts: Sequence[str]) -> Vectors:
        """Return one row for each question."""
        return self._model.encode_query(
            list(texts), prompt=self._prompts.question, batch_size=BATCH, show_progress_bar=False
        )

    def passages(self, texts: Sequence[str]) -> Vectors:
        """Return one row for each passage."""
        return self._model.encode_document(
            list(texts), prompt=self._prompts.passage, batch_size=BATCH, show_progress_bar=False
        )
