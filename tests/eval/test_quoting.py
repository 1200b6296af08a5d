import json
from pathlib import Path

import pytest

from eval.quoting import cases, fit, held_out_f1

PAIRS = [
    {
        "id": "a",
        "vraag": "Komt er een brug?",
        "antwoord": "Ja. De brug komt er in 2030. Er is overleg met de gemeente.",
    },
    {"id": "b", "vraag": "Eten otters vis?", "antwoord": "Otters eten vis. In de haven liggen schepen bij de kade."},
    {"id": "c", "vraag": "Is de dijk hoog?", "antwoord": "Er is gemeten. De dijk is niet hoog genoeg voor de storm."},
]
QUERIES = [
    {"id": "a", "en": "When is the bridge coming?", "nl": "Wanneer komt de brug?", "quote": "De brug komt er in 2030."},
    {"id": "b", "en": "What do otters eat?", "nl": "Wat eten otters?", "quote": "Otters eten vis."},
    {"id": "c", "en": "Is the dike high?", "nl": "Is de dijk hoog genoeg?", "quote": "De dijk is niet hoog genoeg"},
]


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    (tmp_path / "bench").mkdir()
    for name, rows in (("pairs", PAIRS), ("dev_queries", QUERIES)):
        (tmp_path / "bench" / f"{name}.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return tmp_path


def test_every_question_is_asked_in_both_languages_of_its_own_answer(shared: Path) -> None:
    made = cases(shared)
    assert [(one.pair, one.language) for one in made] == [(n, each) for n in range(3) for each in ("en", "nl")]
    assert made[0].written == ["Ja.", "De brug komt er in 2030.", "Er is overleg met de gemeente."]
    assert made[0].seen.shape == (3, 6)


def test_the_fit_prefers_what_stands_in_the_right_statements(shared: Path) -> None:
    made = cases(shared)
    assert fit(made).specific > 0
    reached = held_out_f1(made)
    assert set(reached) == {"en", "nl"}
    assert all(0.3 < value <= 1 for value in reached.values())
