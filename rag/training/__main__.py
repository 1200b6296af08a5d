"""The command that makes the shipped model and prints its figures."""

import argparse
import sys
from pathlib import Path

from rag.models.embedding import SHIPPED_FOLDER, StaticModel
from rag.training.card import write_card
from rag.training.figures import measure
from rag.training.learning import Plan, train
from rag.training.material import read_material
from rag.training.shipping import ship

_ROOT = Path(__file__).parents[2]


def main(arguments: list[str] | None = None) -> None:
    """Train on the shared data, write the model, measure it and write its card."""
    parser = argparse.ArgumentParser(prog="python -m rag.training", description=__doc__)
    parser.add_argument("--shared", type=Path, required=True, help="folder with parallel/ and bench/")
    parser.add_argument("--letters", type=Path, default=_ROOT / "corpus", help="folder with letters as text")
    parser.add_argument("--terms", type=Path, default=SHIPPED_FOLDER.parent, help="folder with the term lists")
    parser.add_argument("--out", type=Path, default=SHIPPED_FOLDER, help="folder to write the model to")
    parser.add_argument("--rounds", type=int, default=Plan().rounds, help="times that the material is gone through")
    options = parser.parse_args(arguments)
    material = read_material(options.shared, options.terms, options.letters)
    tokenizer, vectors = train(material, Plan(rounds=options.rounds), _tell)
    ship(tokenizer, vectors, options.out)
    model = StaticModel(options.out)
    figures = measure(model.vectors, options.shared)
    write_card(options.out, model, material, figures)
    _tell(f"{model.name}: {model.tokens} tokens, {model.dimension} dimensions")
    for name, value in figures.items():
        _tell(f"{name}: {value:.3f}")


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
