"""What the two shipped lexicons promise as data, and terms that everyday questions cannot do without."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as limits
from hypothesis import strategies as st

from rag.answer import Language
from rag.words.analysis import stem, words
from rag.words.lexicon import BILINGUAL, DATA, THESAURUS, bilingual, stems, thesaurus

FORMS = DATA / "en-forms.tsv"
MOST_WORDS = 7
MOST_ALTERNATIVES = 12
SHIPPED: list[tuple[Path, Language]] = [(BILINGUAL, "en"), (THESAURUS, "nl")]

each = pytest.mark.parametrize("path", [path for path, _ in SHIPPED], ids=["en-nl", "nl-nl"])
each_with_language = pytest.mark.parametrize(("path", "language"), SHIPPED, ids=["en-nl", "nl-nl"])


def rows(path: Path) -> Iterator[tuple[str, list[str]]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        term, _, alternatives = line.partition("\t")
        yield term, alternatives.split("|")


@each
def test_every_line_is_one_term_and_its_alternatives(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    assert text.endswith("\n")
    assert "\r" not in text
    assert unicodedata.normalize("NFC", text) == text
    assert [line for line in text.splitlines() if line.count("\t") != 1] == []


@each
def test_terms_stand_in_order_and_once(path: Path) -> None:
    terms = [term for term, _ in rows(path)]
    assert terms == sorted(set(terms), key=lambda term: (term.casefold(), term))


@each
def test_alternatives_are_neither_empty_nor_double(path: Path) -> None:
    for term, alternatives in rows(path):
        assert all(one and one == " ".join(one.split()) for one in [term, *alternatives]), term
        assert len(alternatives) == len(set(alternatives)) <= MOST_ALTERNATIVES, term
        assert all(stems(one, "nl") for one in alternatives), term


@each_with_language
def test_terms_are_words_and_not_sentences(path: Path, language: Language) -> None:
    assert [term for term, _ in rows(path) if not 0 < len(stems(term, language)) <= MOST_WORDS] == []


@each_with_language
def test_terms_that_share_their_stems_are_of_one_family(path: Path, language: Language) -> None:
    families: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for term, _ in rows(path):
        families[stems(term, language)].append(term.casefold())
    for family in families.values():
        starts = {term.removeprefix("ge")[:1] if language == "nl" else term[:1] for term in family}
        assert len(starts) == 1, family


def test_a_dutch_term_does_not_lead_to_itself_alone() -> None:
    assert [term for term, alternatives in rows(THESAURUS) if alternatives == [term]] == []


@limits(deadline=None)
@given(st.sampled_from(sorted(dict(rows(BILINGUAL)))))
def test_every_english_term_is_found_in_any_case(term: str) -> None:
    found = bilingual().alternatives(stems(term, "en"))
    assert found
    if not any(word.isupper() for word, _, _ in words(term)):  # an acronym that is a function word in lower case
        assert found == bilingual().alternatives(stems(term.lower(), "en"))


@pytest.mark.parametrize(
    ("term", "alternative"),
    [
        ("Kampala", "Oeganda"),
        ("Cairo", "Egypte"),
        ("Brussels", "Europese Commissie"),
        ("MPs", "Kamerleden"),
        ("ratified", "goedkeuring"),
        ("treaties", "verdrag"),
        ("locked up", "detentie"),
        ("sent back", "terugkeer"),
        ("kicked out", "uitzetting"),
        ("going to court", "rechtsmiddelen"),
        ("kept in the dark", "niet geïnformeerd"),
        ("fined", "sanctie"),
        ("skin colour", "etnisch profileren"),
        ("foreign workers", "arbeidsmigranten"),
        ("lawyers", "rechtsbijstand"),
        ("backup plan", "noodplan"),
        ("buy their way out", "financiële bijdrage"),
        ("watch list", "signaleringslijst"),
        ("UN refugee agency", "UNHCR"),
        ("KMar", "Koninklijke Marechaussee"),
        ("directive", "richtlijn"),
        ("dragged their feet", "traineren"),
        ("went bankrupt", "failliet gaan"),
        ("organized crime", "georganiseerde criminaliteit"),
        ("defense budget", "defensiebegroting"),
        ("no strings attached", "onvoorwaardelijk"),
        ("pensioners", "gepensioneerden"),
        ("phone ban", "mobiele telefoons in de klas"),
        ("cold homes", "slecht geïsoleerde woningen"),
    ],
)
def test_everyday_english_reaches_official_dutch(term: str, alternative: str) -> None:
    assert alternative in bilingual().alternatives(stems(term, "en"))


@pytest.mark.parametrize(
    ("term", "alternative"),
    [
        ("opgesloten zitten", "detentie"),
        ("terugsturen", "terugkeer"),
        ("gluren", "privacy"),
        ("lappen", "betalen"),
        ("duur uitvallen", "kosten"),
        ("op straat belanden", "dakloosheid"),
        ("naar de rechter stappen", "beroep instellen"),
        ("het land uit", "uitzetting"),
        ("plan B", "terugvaloptie"),
        ("KMar", "Koninklijke Marechaussee"),
        ("EU-landen", "lidstaten"),
        ("stok achter de deur", "drukmiddel"),
        ("knoop door", "besluitvorming"),
        ("draait op voor", "kosten dragen"),
        ("weigert", "weigering"),
        ("verloren", "verliezen"),
        ("bijgepraat", "informeren"),
        ("gastgezin", "particuliere opvang"),
    ],
)
def test_everyday_dutch_reaches_official_dutch(term: str, alternative: str) -> None:
    assert alternative in thesaurus().alternatives(stems(term, "nl"))


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("went", "go"),
        ("overthrew", "overthrow"),
        ("thieves", "thief"),
        ("crises", "crisis"),
        ("cheapest", "cheap"),
        ("recognizing", "recognise"),
        ("neighborhoods", "neighbourhood"),
    ],
)
def test_an_irregular_english_form_is_of_its_lemma(form: str, lemma: str) -> None:
    assert stem(form, "en") == stem(lemma, "en")


def test_no_english_form_is_of_two_lemmas() -> None:
    forms = [form for _, alternatives in rows(FORMS) for form in alternatives]
    assert len(forms) == len(set(forms))


@pytest.mark.parametrize(
    ("common", "stray"),
    [
        ("bekend", "beekdal"),
        ("meer", "mobiele eenheid"),
        ("beleid", "coaching"),
        ("middelen", "modaal"),
        ("geheel", "gestolen goederen"),
    ],
)
def test_a_common_word_is_not_taken_for_a_rare_one_of_its_stem(common: str, stray: str) -> None:
    assert stray not in thesaurus().alternatives(stems(common, "nl"))
