from dataclasses import replace

from eval.bench.material import Material
from eval.bench.verbatim import share_found_first
from rag.assistant import Assistant


def test_every_question_finds_its_own_answer(bench_assistant: Assistant, material: Material) -> None:
    assert share_found_first(bench_assistant, material.pairs) == 1.0


def test_what_finds_another_first_counts_as_missed(bench_assistant: Assistant, material: Material) -> None:
    strange = replace(material.pairs[0], question="Wat kost de brug over de rivier?")
    assert share_found_first(bench_assistant, [strange]) == 0.0
    # Whoever asked the same question may come first in its place.
    assert share_found_first(bench_assistant, [strange, *material.pairs[1:]]) == 1.0
