"""What the tests of eval share: the shipped question sets."""

import pytest

from eval.sets import Question, read_sets, shipped_sets


@pytest.fixture(scope="session")
def shipped() -> tuple[Question, ...]:
    """All questions of the shipped sets."""
    return read_sets(shipped_sets())
