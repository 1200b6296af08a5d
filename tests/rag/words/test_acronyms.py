import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.answer import Language
from rag.asking.query import QueryMaker
from rag.indexing.index import Index
from rag.settings import Settings
from rag.words.acronyms import Acronyms, definitions
from rag.words.analysis import Splitter, stem
from rag.words.lexicon import stems


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Dit volgt uit het Europees Verdrag voor de Rechten van de Mens (EVRM).",
            ("EVRM", "Europees Verdrag voor de Rechten van de Mens"),
        ),
        ("De Autoriteit Persoonsgegevens (hierna: de AP) ziet toe.", ("AP", "Autoriteit Persoonsgegevens")),
        (
            "De Internationale Organisatie voor\nMigratie (IOM) helpt.",
            ("IOM", "Internationale Organisatie voor Migratie"),
        ),
        ("Op grond van de Algemene Ouderdomswet (“AOW”).", ("AOW", "Algemene Ouderdomswet")),
    ],
)
def test_a_long_form_before_brackets_is_found(text: str, found: tuple[str, str]) -> None:
    assert definitions(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Het lid Jansen (D66) vraagt dit.",
        "De motie van het Kamerlid Van Baarle[2] (DENK) is aangenomen.",
        "In dat jaar (2024) was dit anders.",
        "Dat is zo. Rust (EVRM) is goed.",
        "Zie hierboven (Zo).",
    ],
)
def test_what_stands_for_nothing_is_no_acronym(text: str) -> None:
    assert definitions(text) == []


@given(st.text("AaBbCc ()-\n", max_size=60))
def test_a_long_form_stands_in_the_text_and_begins_with_the_acronyms_letter(text: str) -> None:
    for acronym, long_form in definitions(text):
        assert long_form in " ".join(text.split())
        assert long_form[0].casefold() == acronym[0].casefold()


def test_both_directions_are_known() -> None:
    acronyms = Acronyms({"AOW": ["Algemene Ouderdomswet", "algemene ouderdomswet"]})
    assert acronyms.alternatives((stem("aow"),)) == acronyms.long_forms["AOW"]
    assert acronyms.alternatives(stems("algemene ouderdomswet", "nl")) == ("AOW", "AOW")
    assert acronyms.longest == 2
    assert acronyms.alternatives(("iets",)) == ()
    assert ("iets",) not in acronyms


@pytest.mark.parametrize(
    ("question", "language", "wanted"),
    [
        ("Wat zegt het EVRM hierover?", "nl", "Europees Verdrag Rechten Mens"),
        ("What about the EVRM?", "en", "Europees Verdrag Rechten Mens"),
        ("Wat zegt het Europees Verdrag voor de Rechten van de Mens?", "nl", "EVRM"),
    ],
)
def test_a_question_is_asked_in_full_and_in_short(question: str, language: Language, wanted: str) -> None:
    acronyms = Acronyms({"EVRM": ["Europees Verdrag voor de Rechten van de Mens"]})
    ways = {
        one.stems
        for concept in QueryMaker(Splitter({}), acronyms).concepts(question, language)
        for one in concept.alternatives
    }
    assert stems(wanted, "nl") in ways


def test_the_acronyms_of_the_letters_are_in_their_index(settings: Settings) -> None:
    generation = Index(settings).open()
    assert "Internationale Organisatie voor Migratie" in generation.queries.acronyms.long_forms["IOM"]
    generation.close()
