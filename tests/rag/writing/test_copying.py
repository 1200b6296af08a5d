import pytest

from rag.writing.copying import alteration
from rag.writing.likeness import Passage

QUOTE = "In box 3 wordt 15% van de waarde belast, archiveert het RIVM deze opnamen niet. In box 1 is dat niet zo."


@pytest.mark.parametrize(
    ("claim", "altered"),
    [
        ("In box 3 wordt 15% van de waarde belast, archiveert het RIVM deze opnamen niet.", None),
        ("In box 1 wordt 15% van de waarde belast.", "figure"),
        ("In box 3 wordt 15% van de waarde belast, archiveert het RIVM deze opnamen.", "negation"),
        ("In box 3 wordt niet 15% van de waarde belast.", "negation"),
        ("Het RIVM bewaart opnamen niet.", None),
        ("In box 3 wordt 15% van de waarde belast, deze opnamen archiveert het RIVM niet.", None),
    ],
)
def test_a_changed_word_in_a_copy_is_seen(claim: str, altered: str | None) -> None:
    assert alteration(Passage(claim, "nl"), Passage(QUOTE, "nl")) == altered
