import pytest

from rag.answer import Language
from rag.letter import Asker, Minister
from rag.writing.attribution import misattributes
from rag.writing.evidence import Evidence
from tests.conftest import MakeLetter
from tests.rag.writing.cited import cited

ASKED = "Klopt het dat de dijk op 3 mei 2024 brak?"
SAID = "De dijk is op 3 mei 2024 gebroken, meldde de minister van Defensie."


@pytest.mark.parametrize(
    ("claim", "language", "wrong"),
    [
        ("Op 18 juni 2026 schreef de minister dat de dijk is gebroken.", "nl", False),
        ("Op 3 mei 2024 schreef de minister dat de dijk is gebroken.", "nl", True),
        ("In the letter of 3 May 2024 the minister wrote that the dike broke.", "en", True),
        ("The minister wrote that the dike broke on 3 May 2024.", "en", False),
        ("De minister van Asiel en Migratie schreef dat de dijk brak.", "nl", False),
        ("De minister van Financiën schreef dat de dijk brak.", "nl", True),
        ("According to the Minister of Finance, the dike broke.", "en", True),
        ("According to the Minister of Asylum and Migration, the dike broke.", "en", False),
        ("The State Secretary for Asylum and Migration answered that the dike broke.", "en", True),
        ("De minister-president zei dat de dijk brak.", "nl", True),
        ("De SP-fractie vindt dat de dijk is gebroken.", "nl", True),
        ("Op een vraag van de SP-fractie antwoordde de minister dat de dijk brak.", "nl", False),
    ],
)
def test_words_are_given_to_who_wrote_them(
    make_letter: MakeLetter, claim: str, language: Language, wrong: bool
) -> None:
    letter = make_letter(
        pairs=((ASKED, SAID),),
        date="2026-06-18",
        ministers=(Minister("minister van Asiel en Migratie"),),
        askers=(Asker(None, "SP"),),
    )
    assert misattributes(claim, language, Evidence([cited(letter, SAID)])) is wrong


@pytest.mark.parametrize(
    ("claim", "wrong"),
    [("De dijk brak op 3 mei 2024.", True), ("Gevraagd is of de dijk op 3 mei 2024 brak.", False)],
)
def test_what_was_asked_is_said_to_be_asked(make_letter: MakeLetter, claim: str, wrong: bool) -> None:
    evidence = Evidence([cited(make_letter(pairs=((ASKED, None),)), ASKED)])
    assert misattributes(claim, "nl", evidence) is wrong
