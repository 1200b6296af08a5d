from eval.bench.material import Material
from eval.bench.warm import measure, timed
from rag.settings import Settings


def test_times_are_told_from_here_and_from_another_process(bench_settings: Settings, material: Material) -> None:
    questions = [query.words["nl"] for query in material.queries]
    for taken in (measure(bench_settings, questions), timed(bench_settings, questions)):
        assert 0 < taken.lexical_p50 <= taken.lexical_p95
        assert 0 < taken.search_p50 <= taken.search_p95
        assert 0 < taken.answer_p50 <= taken.answer_p95
        assert taken.opened > 0
        assert taken.memory > 0
