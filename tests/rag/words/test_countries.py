import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.answer import Language
from rag.words.countries import TABLE, countries, foreign_voice
from rag.words.lexicon import stems

LINES = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


def _forms(form: str, language: Language) -> dict[tuple[str, ...], float]:
    return dict(countries(language).forms(stems(form, language)))


@pytest.mark.parametrize(
    ("language", "form", "dutch"),
    [
        ("nl", "Denen", "Denemarken"),
        ("nl", "Deense", "Denemarken"),
        ("nl", "Kopenhagen", "Denemarken"),
        ("en", "Danish", "Denemarken"),
        ("en", "Germany", "Duitsland"),
        ("en", "Kabul", "Afghanistan"),
        ("nl", "Oegandees", "Oeganda"),
    ],
)
def test_a_country_is_found_by_every_way_to_name_it(language: Language, form: str, dutch: str) -> None:
    assert _forms(form, language)[stems(dutch, "nl")] == 1.0


def test_a_country_s_name_means_it_more_than_its_capital() -> None:
    forms = _forms("Denemarken", "nl")
    assert forms[stems("Denemarken", "nl")] > forms[stems("Deens", "nl")] > forms[stems("Kopenhagen", "nl")] > 0


@pytest.mark.parametrize("form", ["Nederland", "Brussel", "Den Haag", "brug", ""])
def test_what_is_no_other_country_has_no_forms(form: str) -> None:
    assert _forms(form, "nl") == {}
    assert stems(form, "nl") not in countries("nl")
    assert countries("nl").adjectives(stems(form, "nl")) == ()


def test_english_words_are_not_looked_for_in_a_letter() -> None:
    assert all(stems("Germany", "en") != form for form in _forms("Germany", "en"))


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.split("\t")[0])
def test_every_country_is_found_in_both_languages(line: str) -> None:
    columns = [column.split("|") for column in line.split("\t")]
    assert len(columns) == 6
    dutch, english = columns[0][0], columns[3][0]
    assert stems(dutch, "nl") in countries("nl")
    assert stems(english, "en") in countries("en")
    assert _forms(english, "en")[stems(dutch, "nl")] == 1.0
    assert max(len(stems(form, "nl")) for form in columns[0]) <= countries("nl").longest


@pytest.mark.parametrize(
    ("language", "question", "mentioned"),
    [
        ("en", "What does the Danish government think of wolves?", "De Deense regering wil wolven vangen."),
        ("en", "What did the German finance minister say about gas?", "De Duitse minister noemde gas."),
        ("en", "What did the Minister of Foreign Affairs of Uganda say?", "De Oegandese minister was in Den Haag."),
        ("en", "What did the prime minister of Denmark say?", "De Deense premier sprak in mei."),
        ("nl", "Wat vindt de Belgische regering van de kernreactor?", "De Belgische autoriteiten zijn akkoord."),
        ("nl", "Wat zei de minister van Financiën van Duitsland?", "Het Duitse kabinet besloot."),
        ("nl", "Volgens de Franse president kan het sneller, klopt dat?", "De Franse president noemde 2030."),
    ],
)
def test_the_government_of_another_country_must_be_mentioned(language: Language, question: str, mentioned: str) -> None:
    voice = foreign_voice(question, language)
    assert voice is not None
    assert voice.search(mentioned)
    assert not voice.search("Het kabinet is in gesprek met Duitsland, Denemarken, Oeganda, België en Frankrijk.")


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "What does the Dutch government think of wolves?"),
        ("en", "What did the minister of Finance say about Denmark?"),
        ("en", "Does the cabinet talk with the Danish government?"),
        ("nl", "Wat zei de minister van Financiën van de week?"),
        ("nl", "Wat vindt het kabinet van de Duitse wolven?"),
        ("nl", "Wat zei de minister van Weel?"),
    ],
)
def test_the_cabinet_s_own_words_are_no_foreign_voice(language: Language, question: str) -> None:
    assert foreign_voice(question, language) is None


@given(st.text(max_size=60), st.sampled_from(("nl", "en")))
def test_any_text_can_be_read(question: str, language: Language) -> None:
    voice = foreign_voice(question, language)
    assert voice is None or not voice.search("De brug over de Maas is open.")
