import json
from pathlib import Path

import pytest

from eval.bench.material import Material, Pair, Query, read_material
from eval.calibration.asking import LANGUAGES, QUESTIONS, Asked, asked_of

BENCH = Path(__file__).parents[4] / "shared" / "bench"
PAIR = Pair("a", "Komt er een brug?", "De brug komt er.")


def _file(path: Path, **fields: object) -> Path:
    path.write_text(json.dumps({"id": "a", "en_no": "Is it high?", "nl_no": "Is hij hoog?"} | fields), encoding="utf-8")
    return path


def test_a_near_question_has_no_gold_and_an_answered_one_its_pair(tmp_path: Path) -> None:
    path = _file(tmp_path / "q.jsonl", en="Is it coming?", nl="Komt hij?", quote=[0, 16])
    found = list(asked_of(Material((PAIR,), ()), path))
    assert found == [
        Asked("a", "en", "Is it coming?", PAIR.key),
        Asked("a", "en", "Is it high?", None),
        Asked("a", "nl", "Komt hij?", PAIR.key),
        Asked("a", "nl", "Is hij hoog?", None),
    ]
    assert len({one.fold for one in found}) == 1


def test_the_queries_of_the_bench_are_asked_too(tmp_path: Path) -> None:
    query = Query("a", {"en": "When?", "nl": "Wanneer?"}, PAIR.key, "De brug komt er.")
    found = list(asked_of(Material((PAIR,), (query,)), _file(tmp_path / "q.jsonl")))
    assert [one.words for one in found if one.gold] == ["When?", "Wanneer?"]


def test_the_written_questions_are_whole() -> None:
    lines = [json.loads(line) for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]
    assert len({line["id"] for line in lines}) == len(lines) > 1400
    for line in lines:
        words = [line[name] for name in ("en", "nl", "en_no", "nl_no") if name in line]
        assert all(len(one.split()) > 2 and one == one.strip() for one in words), line["id"]
        assert len(set(words)) == len(words)
        assert ("en" in line) == ("nl" in line) == ("quote" in line)


@pytest.mark.skipif(not BENCH.is_dir(), reason="the bench lies in ../shared, which is not here")
def test_the_quotes_are_words_of_the_answers_and_every_pair_is_known() -> None:
    material = read_material(BENCH)
    answers = {pair.id: pair.answer for pair in material.pairs}
    for line in map(json.loads, QUESTIONS.read_text(encoding="utf-8").splitlines()):
        start, end = line.get("quote", (0, 1))
        assert 0 <= start < end <= len(answers[line["id"]])
    assert {one.language for one in asked_of(material)} == set(LANGUAGES)
