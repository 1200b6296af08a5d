"""A tape: what a language model said, kept in a file, so that a run with it can be made again without it.

The file is JSON Lines. A reply is found by a hash of the model's name and of all that it was asked with: whoever
changes a prompt must record anew, and is told so.
"""

import json
import threading
from collections.abc import Callable, Generator, Sequence
from pathlib import Path

from eval.errors import RecordError
from eval.sets import digest
from rag.writing.opening import Message, Speak


class Tape:
    """Replays a model's replies; with a way to open the model it asks that for what is not on the tape, and keeps it.

    ``missing`` counts what was asked and was not on the tape of a run without a model.
    """

    def __init__(self, path: Path, model: str, opening: Callable[[], Speak] | None = None) -> None:
        self._path, self._model, self._opening = path, model, opening
        self._lock = threading.Lock()
        self._replies = _read(path, must_exist=opening is None)
        self._model_speaks: Speak | None = None
        self.missing = 0

    def speak(self, messages: Sequence[Message]) -> Generator[str, None, None]:
        """Yield the reply to the messages: from the tape in one piece, or from the model as it comes.

        Raises:
            RecordError: it is not on the tape, and there is no model to ask.
        """
        key = digest([self._model, *map(list, messages)])
        if key in self._replies:
            yield self._replies[key]
            return
        pieces: list[str] = []
        for piece in self._live()(messages):
            pieces.append(piece)
            yield piece
        self._keep(key, "".join(pieces))

    def check(self) -> None:
        """See that nothing was missing.

        Raises:
            RecordError: something was.
        """
        if self.missing:
            raise RecordError(f"{self._path}: {self.missing} replies are not on it; record them with --record-replies.")

    def _live(self) -> Speak:
        with self._lock:
            if self._opening is None:
                self.missing += 1
                raise RecordError(f"{self._path}: holds no reply to this; record it with --record-replies.")
            if self._model_speaks is None:
                self._model_speaks = self._opening()
            return self._model_speaks

    def _keep(self, key: str, reply: str) -> None:
        """Keep a reply that came to its end; one that broke off is no reply."""
        with self._lock, self._path.open("a", encoding="utf-8") as file:
            self._replies[key] = reply
            file.write(json.dumps({"key": key, "model": self._model, "reply": reply}, ensure_ascii=False) + "\n")


def _read(path: Path, *, must_exist: bool) -> dict[str, str]:
    if not path.exists() and not must_exist:
        return {}
    try:
        lines = (json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line)
        return {str(line["key"]): str(line["reply"]) for line in lines}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise RecordError(
            f"{path}: is no tape of a language model ({error}); record one with --record-replies."
        ) from error
