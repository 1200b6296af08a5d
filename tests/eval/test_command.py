import argparse
import json
from pathlib import Path

import pytest

from eval.command import run
from eval.sets import SHIPPED, SetError
from ingest.run import ingest
from rag.settings import Settings

CORPUS = Path(__file__).parents[2] / "corpus"
QUESTIONS = 4


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    made = Settings(index=tmp_path_factory.mktemp("index"), corpus=CORPUS)
    assert not ingest(made).failed
    return made


def _given(folder: Path, gates: str, *, as_json: bool) -> argparse.Namespace:
    lines = (SHIPPED / "letters.jsonl").read_text(encoding="utf-8").splitlines()[:QUESTIONS]
    (folder / "set.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (folder / "gates.toml").write_text(gates, encoding="utf-8")
    return argparse.Namespace(sets=[folder / "set.jsonl"], gates=folder / "gates.toml", json=as_json)


def test_a_gate_that_is_met_ends_with_0(settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(settings, _given(tmp_path, '[minimum]\n"recall@10" = 0', as_json=False)) == 0
    assert capsys.readouterr().out.endswith(f"{QUESTIONS} questions: no gate missed.\n")


def test_a_gate_that_is_missed_ends_with_3_and_the_document_says_so(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(settings, _given(tmp_path, '[minimum]\n"recall@10" = 1.01', as_json=True)) == 3
    document = json.loads(capsys.readouterr().out)
    assert document["failed"] is True
    assert document["gates"][0]["verdict"] == "MISSED"
    assert len(document["questions"]) == QUESTIONS


def test_a_set_that_is_not_there_is_named(settings: Settings, tmp_path: Path) -> None:
    given = _given(tmp_path, "", as_json=False)
    given.sets = [tmp_path / "none.jsonl"]
    with pytest.raises(SetError, match=r"none\.jsonl"):
        run(settings, given)
