"""``python -m eval.bench DIR``: all rows in one run."""

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from eval.bench import baselines
from eval.bench.answers import answer_table
from eval.bench.material import FOLDS, PAIRS, QUERIES, Material, index_of, padded, read_material
from eval.bench.parts import PARTS, WORDS_ONLY, dense, fused, whole_search, without_spelling
from eval.bench.rankings import Ranker, Result, held_out, measure
from eval.bench.slips import slipped
from eval.bench.table import LANGUAGES, Results, difference_row, row, text
from eval.bench.verbatim import share_found_first
from eval.bench.warm import timed
from rag.answer import Language
from rag.assistant import Assistant
from rag.indexing.generation import Generation
from rag.indexing.index import Index
from rag.settings import Settings

WEIGHTS = (0.4, 0.3, 0.5, 0.2, 0.6, 0.1, 0.8, 1.0, 0.0)
"""Weights of nearness that are tried; of equal ones the first is taken, so those that come to mind first lead."""

EXCHANGES = 2_000
"""Exchanges that the clock runs on."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; 1 when there is nothing to measure with."""
    parser = argparse.ArgumentParser(prog="python -m eval.bench", description="Measures the search.")
    parser.add_argument("folder", type=Path, help=f"folder that holds {PAIRS} and {QUERIES}")
    folder: Path = parser.parse_args(arguments).folder
    if missing := [name for name in (PAIRS, QUERIES) if not (folder / name).is_file()]:
        print(f"{folder}: there is no {' and no '.join(missing)} here; name a folder that has them.", file=sys.stderr)
        return 1
    _print(read_material(folder))
    return 0


def _print(material: Material) -> None:
    print(f"{len(material.queries)} queries in each language over {len(material.pairs):,} exchanges\n", flush=True)
    with TemporaryDirectory() as place:
        settings = index_of(material.pairs, Path(place) / "index")
        print(text(_rows(settings, material)), end="\n\n", flush=True)
        print(_verbatim(settings, material), flush=True)
        print(f"\n{answer_table(material, Path(place) / 'answers')}\n", flush=True)
        print(_warm(index_of(padded(material.pairs, EXCHANGES), Path(place) / "padded"), material))


def _rows(settings: Settings, material: Material) -> list[list[str]]:
    assistant, generation = Assistant.open(settings), Index(settings).open()
    try:
        return [
            *_against_others(assistant, generation, material),
            *_by_part(generation, material),
            *_with_slips(generation, slipped(material)),
        ]
    finally:
        generation.close()
        assistant.close()


def _against_others(assistant: Assistant, generation: Generation, material: Material) -> list[list[str]]:
    rankers: dict[str, Ranker] = {
        "BM25 (rank_bm25)": baselines.plain_bm25(material.pairs),
        "BM25, Dutch stemming (bm25s)": baselines.stemmed_bm25(material.pairs),
        "LangChain recipe (1000/200, Chroma)": baselines.langchain_recipe(material.pairs),
        "dense alone": dense(generation),
        "lexical alone": fused(generation, WORDS_ONLY),
        "fused, as shipped": fused(generation),
        "whole search, as a user asks": whole_search(assistant),
    }
    return [
        *(row(name, _asked(rank, material)) for name, rank in rankers.items()),
        row("fused, weight of the other folds", _held_out(generation, material)),
    ]


def _by_part(generation: Generation, material: Material) -> list[list[str]]:
    whole = _asked(fused(generation), material)
    less = {"dense": _asked(fused(generation, WORDS_ONLY), material)}
    less |= {part.name: _asked(fused(part.left_out(generation)), material) for part in PARTS}
    return [
        *(row(f"without {name}", results) for name, results in less.items()),
        *(
            difference_row(f"{name} adds ({_kept(whole, results, material)})", whole, results)
            for name, results in less.items()
        ),
    ]


def _with_slips(generation: Generation, material: Material) -> list[list[str]]:
    whole, less = _asked(fused(generation), material), _asked(fused(without_spelling(generation)), material)
    return [
        row("fused, a slip in each query", whole),
        row("a slip in each query, without spelling", less),
        difference_row(f"spelling adds to slips ({_kept(whole, less, material)})", whole, less),
    ]


def _kept(whole: Results, less: Results, material: Material) -> str:
    """Say by how many of the folds' other queries a part would be kept, language by language."""
    counts = {language: held_out([less[language], whole[language]], material)[1].count(1) for language in LANGUAGES}
    return ", ".join(f"{language} {count}/{FOLDS}" for language, count in counts.items())


def _asked(rank: Ranker, material: Material) -> dict[Language, Result]:
    return {language: measure(rank, material, language) for language in LANGUAGES}


def _held_out(generation: Generation, material: Material) -> Mapping[Language, Result]:
    tried = [_asked(fused(generation, dict.fromkeys(LANGUAGES, weight)), material) for weight in WEIGHTS]
    return {language: held_out([one[language] for one in tried], material)[0] for language in LANGUAGES}


def _verbatim(settings: Settings, material: Material) -> str:
    assistant = Assistant.open(settings)
    try:
        share = share_found_first(assistant, material.pairs)
    finally:
        assistant.close()
    return f"a pair's own question finds it first: {share:.1%} of {len(material.pairs):,} (asked: 99 %)"


def _warm(settings: Settings, material: Material) -> str:
    taken = timed(settings, [query.words[language] for query in material.queries for language in LANGUAGES])
    return (
        f"{EXCHANGES:,} exchanges, warm, {taken.memory:,.0f} MB:"
        f" by words p50 {taken.lexical_p50:.1f} ms, p95 {taken.lexical_p95:.1f} ms (asked: 5);"
        f" whole search p50 {taken.search_p50:.1f} ms, p95 {taken.search_p95:.1f} ms (asked: 25);"
        f" answer p50 {taken.answer_p50:.1f} ms, p95 {taken.answer_p95:.1f} ms"
    )


if __name__ == "__main__":
    sys.exit(main())
