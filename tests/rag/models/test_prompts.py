import json
from pathlib import Path

import pytest

from rag.models.model_folder import ModelFolder
from rag.models.prompts import Prompts, prompts_of

E5 = Prompts("query: ", "passage: ")


def _prompts(folder: Path, label: str, own: dict[str, str | None] | None = None, origin: str = "") -> Prompts:
    (folder / "config_sentence_transformers.json").write_text(json.dumps({"prompts": own}))
    (folder / "config.json").write_text(json.dumps({"_name_or_path": origin}))
    return prompts_of(ModelFolder(label, label, folder))


@pytest.mark.parametrize(
    "label", ["intfloat/multilingual-e5-small", "e5-base-v2", "clips/e5-small-trm-nl", "my_e5_copy", "E5"]
)
def test_models_of_a_family_are_known_by_their_name(tmp_path: Path, label: str) -> None:
    assert _prompts(tmp_path, label) == E5


def test_a_copy_is_known_by_where_it_came_from(tmp_path: Path) -> None:
    assert _prompts(tmp_path, "mijn-model", origin="intfloat/multilingual-e5-base") == E5


def test_models_with_instructions_have_them_for_questions_only(tmp_path: Path) -> None:
    found = _prompts(tmp_path, "intfloat/multilingual-e5-large-instruct")
    assert found.question.startswith("Instruct: ")
    assert found.question.endswith("\nQuery: ")
    assert found.passage == ""


@pytest.mark.parametrize("label", ["all-MiniLM-L6-v2", "e50-small", "make5", "bge-m3"])
def test_other_models_have_none(tmp_path: Path, label: str) -> None:
    assert _prompts(tmp_path, label) == Prompts()


@pytest.mark.parametrize("key", ["document", "passage", "corpus"])
def test_what_a_model_says_itself_comes_first(tmp_path: Path, key: str) -> None:
    assert _prompts(tmp_path, "e5", {"query": "q: ", key: "p: "}) == Prompts("q: ", "p: ")
    assert _prompts(tmp_path, "e5", {"query": "q: ", key: None}) == Prompts("q: ", "")


def test_empty_prompts_say_nothing(tmp_path: Path) -> None:
    assert _prompts(tmp_path, "e5", {"query": "", "document": ""}) == E5
