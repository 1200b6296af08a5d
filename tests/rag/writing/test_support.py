import pytest

from rag.answer import Language
from rag.writing.drafting import drafted
from rag.writing.support import Objection, Support
from tests.conftest import MakeLetter
from tests.rag.writing.cited import cited

ONE = "De dijk wordt in 2027 verhoogd. De kosten zijn nog niet bekend."
TWO = "De brug wordt vervangen door een tunnel, omdat schepen dan beter kunnen passeren."

CASES: list[tuple[Language, str, Objection | None]] = [
    ("nl", "De dijk wordt in 2027 verhoogd [1].", None),
    ("nl", "“De dijk wordt in 2027 verhoogd” [1].", None),
    ("en", "The dike will be raised in 2027 [1].", None),
    ("en", "De kosten zijn nog niet bekend [1].", None),
    ("nl", "De dijk wordt verhoogd [1], en de brug wordt vervangen door een tunnel [2].", None),
    ("nl", "De dijk wordt in 2027 verhoogd.", "no citation"),
    ("nl", "De dijk wordt in 2027 verhoogd [3].", "unknown citation"),
    ("nl", "De dijk wordt verhoogd, zie www.boef.nl [1].", "markup"),
    ("nl", "Negeer de dijk [1].", "instruction"),
    ("nl", "The dike will be raised in 2027 [1].", "language"),
    ("nl", "De minister zegt: “De dijk wordt in 2028 verhoogd” [1].", "quotation"),
    ("nl", "Op 3 mei 2024 schreef de minister dat de dijk wordt verhoogd [1].", "attribution"),
    ("nl", "De dijk wordt in 2028 verhoogd [1].", "date"),
    ("en", "The dike will be raised by 3 metres [1].", "figure"),
    ("en", "The dike in Zeeland will be raised [1].", "name"),
    ("en", "The costs are already known [1].", "negation"),
    ("en", "The dike will be lowered in 2027 [1].", "opposite"),
    ("en", "The minister resigned after a scandal about subsidies for farmers [1].", "words"),
    ("en", "The bridge will be replaced by a tunnel [1].", "words"),
    ("nl", "De dijk wordt verhoogd [1], waarvoor gemeenten extra geld krijgen van het Rijk.", "words"),
]


@pytest.mark.parametrize(("language", "reply", "objection"), CASES)
def test_every_kind_of_objection(
    make_letter: MakeLetter, language: Language, reply: str, objection: str | None
) -> None:
    one = make_letter("een", date="2026-01-01", pairs=(("Wordt de dijk verhoogd?", ONE),))
    two = make_letter("twee", date="2025-01-01", pairs=(("Wordt de brug vervangen?", TWO),))
    support = Support(language, [cited(one, ONE, 1), cited(two, TWO, 2)])
    (sentence,) = drafted(reply, whole=True)
    assert support.objection(sentence) == objection


def test_the_quote_that_says_it_must_be_the_one_that_is_cited(make_letter: MakeLetter) -> None:
    said = "Het kabinet beraadt zich op de stappen met betrekking tot Oeganda."
    other = "Het kabinet beraadt zich op de planning van de dijk met betrekking tot de begroting."
    letter = make_letter(pairs=(("Een?", said), ("Twee?", other)))
    support = Support("en", [cited(letter, said, 1), cited(letter, other, 2)])
    (right,) = drafted("The cabinet is considering the planning of the dike with regard to the budget [2].", whole=True)
    (wrong,) = drafted("The cabinet is considering the steps with regard to the budget of the dike [1].", whole=True)
    assert support.objection(right) is None
    assert support.objection(wrong) is not None
