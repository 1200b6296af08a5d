import pytest

from rag.answer import Language
from rag.letter import Asker, Minister
from rag.writing.evidence import Evidence
from rag.writing.naming import strange_name
from tests.conftest import MakeLetter
from tests.rag.writing.cited import cited

QUOTE = "Met Oeganda en Duitsland spreekt het kabinet, zoals UNHCR en de Europese Commissie vragen."


@pytest.mark.parametrize(
    ("claim", "language", "strange"),
    [
        ("Het kabinet spreekt met Oeganda.", "nl", False),
        ("Het kabinet spreekt met Rwanda.", "nl", True),
        ("The cabinet talks to Uganda and Germany.", "en", False),
        ("The cabinet talks to Rwanda and Germany.", "en", True),
        ("Rwanda talks to the cabinet.", "en", True),
        ("UNHCR and the European Commission ask for this.", "en", False),
        ("UNICEF and the European Commission ask for this.", "en", True),
        ("UNHCR and the European Council ask for this.", "en", True),
        ("The SP group asked this.", "en", False),
        ("The VVD group asked this.", "en", True),
        ("De Minister van Asiel en Migratie spreekt met Oeganda.", "nl", False),
        ("The Minister of Asylum and Migration talks to Uganda.", "en", False),
        ("According to the Dutch cabinet, the House knows.", "en", False),
        ("The Senate was informed.", "en", True),
        ("The House of Representatives was informed.", "en", False),
        ("Is Frontex involved?", "en", False),
    ],
)
def test_names_must_be_known(make_letter: MakeLetter, claim: str, language: Language, strange: bool) -> None:
    letter = make_letter(
        pairs=(("Is Frontex betrokken?", QUOTE),),
        ministers=(Minister("minister van Asiel en Migratie"),),
        askers=(Asker(None, "SP"),),
        chamber="Tweede Kamer",
    )
    assert strange_name(claim, language, Evidence([cited(letter, QUOTE)])) is strange
