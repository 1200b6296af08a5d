"""The command that trains the networks of ``rag/data/confidence.json``: ``python -m eval.calibration SHARED``.

SHARED is the folder of reference material. Of the shipped question sets only the half to tune on takes part. What is
printed is of questions that the networks had not seen: those of each fold by networks trained on the other folds.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from eval.bench.material import read_material
from eval.calibration.corpora import Row, observe
from eval.calibration.figures import by_question, table
from eval.calibration.learning import Doubles, probabilities, train
from eval.choice import Choice
from eval.sets import read_sets, shipped_sets
from ingest.run import ingest
from rag.answering.confidence import WEIGHTS
from rag.assistant import Assistant
from rag.letter import Letter
from rag.settings import Settings

FOLDS = 5


def main(arguments: Sequence[str] | None = None) -> int:
    """Observe, tell what networks reach on what they had not seen, train on everything and write the weights."""
    parser = argparse.ArgumentParser(prog="python -m eval.calibration", description=__doc__)
    parser.add_argument("shared", type=Path, help="folder with bench/")
    parser.add_argument("--out", type=Path, default=WEIGHTS, help="file to write the weights to")
    options = parser.parse_args(arguments)
    questions = [one for one in Choice(part="tune").of(read_sets(shipped_sets())) if not one.after]
    rows = list(observe(read_material(options.shared / "bench"), _letters(), questions))
    print(f"{len(rows)} places of {len({row.asked for row in rows})} questions", flush=True)
    print(table(by_question(rows, unseen(rows))), flush=True)
    write(options.out, rows)
    return 0


def unseen(rows: Sequence[Row]) -> Doubles:
    """Return for each row the probability by networks that were trained on the other folds."""
    folds = np.array([row.fold % FOLDS for row in rows])
    chances = np.zeros(len(rows))
    for fold in range(FOLDS):
        networks = train([row for row, of in zip(rows, folds, strict=True) if of != fold])
        chances[folds == fold] = probabilities(
            networks, [row for row, of in zip(rows, folds, strict=True) if of == fold]
        )
    return chances


def write(path: Path, rows: Sequence[Row]) -> None:
    """Train on all rows and write the weights."""
    networks = ",\n".join(json.dumps(one) for one in train(rows))
    path.write_text(f'{{"networks": [\n{networks}\n]}}\n', encoding="utf-8")


def _letters() -> tuple[Letter, ...]:
    """Return the letters of the corpus."""
    with TemporaryDirectory() as place:
        settings = Settings(index=Path(place))
        ingest(settings)
        assistant = Assistant.open(settings)
        try:
            return assistant.letters()
        finally:
            assistant.close()


if __name__ == "__main__":
    sys.exit(main())
