import base64
import os
import subprocess
import sys
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from rag.writing import ranks
from rag.writing.budget import RANKS, REPLY, _encoding, fitting, tokens

ROOT = Path(__file__).parents[3]


@given(st.text())
def test_every_text_can_be_counted_and_read_back(text: str) -> None:
    encoding = _encoding()
    assert encoding.decode(encoding.encode_ordinary(text)) == text
    assert tokens(text) <= len(text.encode())


def test_dutch_is_cut_into_more_tokens_than_models_cut_it() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "corpus").glob("*.txt")))
    assert len(text) / tokens(text) < 2.9


def test_the_first_sources_that_fit_are_taken() -> None:
    one = "De dijk wordt verhoogd. " * 20
    size = tokens(one)
    assert fitting([one] * 9, ["vraag"], REPLY + 3 * size + 50) == 3
    assert fitting([one] * 2, ["vraag"], 100_000) == 2
    assert fitting([one], ["vraag"], REPLY) == 0


def test_the_vocabulary_is_what_the_script_makes() -> None:
    made = b"".join(base64.b64encode(token) + b"\n" for token in ranks.ranks(ranks.letters()))
    assert made == RANKS.read_bytes()


def test_neither_counting_nor_a_writer_is_imported_before_it_is_needed(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom rag.settings import Settings\nfrom rag.writing.writer import open_writer\n"
        "open_writer(Settings(model='openai:x'))\n"
        "assert not {'tiktoken', 'openai', 'langchain', 'langchain_openai'} & set(sys.modules)"
    )
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
