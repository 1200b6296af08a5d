"""An answer by a real model of a real server, both on this machine."""

from pathlib import Path

import pytest

from rag.answer import Answer
from rag.settings import Settings
from rag.writing.prompts import messages, source
from rag.writing.writer import open_writer
from tests.conftest import MakeLetter
from tests.rag.writing.cited import cited
from tests.rag.writing.parrot import serving, teach

QUESTION = "Wordt de dijk verhoogd?"
SAID = "De dijk wordt in 2027 verhoogd. De kosten zijn nog niet bekend."
REPLY = "De dijk wordt in 2027 verhoogd [1]. De kosten zijn bekend [1]. Bekend zijn de kosten nog niet [1]."


@pytest.mark.timeout(300)
def test_a_real_server_is_understood(make_letter: MakeLetter, tmp_path: Path) -> None:
    citation = cited(make_letter(pairs=((QUESTION, SAID),)), SAID)
    without = Answer(QUESTION, "nl", "answered", "Zonder model.", (citation,))
    teach(tmp_path, messages(QUESTION, "nl", [source(citation, "nl")]), REPLY)
    with serving(tmp_path) as address:
        writer = open_writer(Settings(model=str(tmp_path), model_url=address))
        assert writer is not None
        (*_, last) = writer.write(QUESTION, "nl", without)
    assert last.answer == "De dijk wordt in 2027 verhoogd [1]. Bekend zijn de kosten nog niet [1]."
    assert len(last.remarks) == 1
