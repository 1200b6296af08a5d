import pytest

from rag.writing.evidence import Evidence
from rag.writing.quotation import is_verbatim, misquotes, quoted, without_quoted
from tests.conftest import MakeLetter
from tests.rag.writing.cited import cited

SAID = "Het kabinet zal «veilig derde land»\nniet verruimen, zie rapport [9]. Dat is zeker."


@pytest.mark.parametrize(
    ("claim", "wrong"),
    [
        ("Het kabinet zal “veilig derde land niet verruimen”.", False),
        ('Het kabinet zal "veilig derde land" niet verruimen.', False),
        ("Het kabinet zal “veilig derde land … zie rapport (9)”.", False),
        ("Het kabinet zal “veilig derde land verruimen”.", True),
        ("The cabinet speaks of a “safe third country”.", True),
        ("Volgens ‘het kabinet zal’ is dat zo; foto's zijn er niet.", False),
        ("Zonder aanhaling.", False),
    ],
)
def test_quoted_words_are_verbatim(make_letter: MakeLetter, claim: str, wrong: bool) -> None:
    assert misquotes(claim, Evidence([cited(make_letter(pairs=(("Wat?", SAID),)), SAID)])) is wrong


def test_a_piece_of_a_quote_is_verbatim(make_letter: MakeLetter) -> None:
    evidence = Evidence([cited(make_letter(pairs=(("Wat?", SAID),)), SAID)])
    assert is_verbatim("“veilig derde land” niet verruimen.", evidence)
    assert not is_verbatim("Dat is zeker.", evidence)
    assert not is_verbatim("veilig derde land wel verruimen", evidence)


def test_what_is_quoted_can_be_left_out() -> None:
    assert quoted("Zij zei “ja” en 'nog een keer'.") == ["ja", "nog een keer"]
    assert "ja" not in without_quoted("Zij zei “ja”.")
