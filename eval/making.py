"""What a run is made of, so that two runs can be told to be of the same make: hashes of index, settings and code."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

import eval as eval_package
import ingest
import rag
from eval.record import Make, make_hash
from eval.sets import Question, digest
from rag.errors import IndexUnusable
from rag.indexing.index import Index
from rag.settings import Settings

_PLACES = ("index", "corpus")
"""Settings that only say where something lies on this machine."""


def make_of(
    settings: Settings, questions: Sequence[Question], replies: Path | None = None, judge: str | None = None
) -> Make:
    """Return what a run with these settings and questions, models' replies from a tape, and a judge is made of.

    Raises:
        IndexUnusable: there is no index, or its manifest is damaged.
    """
    chosen = {name: value for name, value in settings.model_dump(mode="json").items() if name not in _PLACES}
    if replies is not None and replies.is_file():
        chosen["replies"] = hashlib.sha256(replies.read_bytes()).hexdigest()
    if judge is not None:
        chosen["judge"] = judge
    return Make(make_hash(questions), digest(_manifest(settings)), digest(chosen), _code())


def _manifest(settings: Settings) -> object:
    index = Index(settings)
    path = index.folder / (index.current() or "gen-0") / "manifest.json"
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise IndexUnusable(f"{path}: cannot be read ({error}); run `vraagbaak ingest` first.") from error


def _code() -> str:
    """Return a hash over the sources that answers and figures are made by, and over the data that they bring."""
    whole = hashlib.sha256()
    for package in (rag, ingest, eval_package):
        folder = Path(package.__path__[0])
        for path in sorted(path for path in folder.rglob("*") if _counts(path.relative_to(folder), package.__name__)):
            whole.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return whole.hexdigest()[:16]


def _counts(path: Path, package: str) -> bool:
    """Say whether a file is code, or data of the product; what eval has besides code is hashed elsewhere."""
    if "__pycache__" in path.parts:
        return False
    return path.suffix == ".py" or (package != eval_package.__name__ and "data" in path.parts and path.suffix != "")
