import pytest

from rag.answer import Language
from rag.writing.tongue import is_in


@pytest.mark.parametrize(
    ("text", "language", "fits"),
    [
        ("De minister heeft dit niet gezegd.", "nl", True),
        ("De minister heeft dit niet gezegd.", "en", False),
        ("The minister did not say so.", "en", True),
        ("The minister did not say so.", "nl", False),
        ("Le ministre ne peut pas confirmer cette information aujourd'hui.", "nl", False),
        ("Ja.", "en", True),
    ],
)
def test_a_sentence_is_in_its_language(text: str, language: Language, fits: bool) -> None:
    assert is_in(text, language) is fits
