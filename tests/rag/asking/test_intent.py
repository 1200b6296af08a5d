import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.asking.intent import asks_for_whole, intent_of, subject_of


@pytest.mark.parametrize(
    "question",
    [
        "Who asked about the closing of the airport?",
        "Which MPs raised the cost of the bridge?",
        "Which party wanted to know how many wolves there are?",
        "What did the SGP want to know about gambling?",
        "What did Kostić ask about the polder?",
        "What does the VVD think of nuclear energy?",
        "Did the PvdD ask about wolves?",
        "Has anyone in the Senate asked about inheritance tax?",
        "How many questions did the SP ask?",
        "Which questions were asked about farms?",
        "What concerns does the CDA have about schools?",
        "Were there any questions asked about asbestos?",
        "Wie vroeg naar de wachtlijsten in de jeugdzorg?",
        "Wie wilde weten hoeveel wolven er zijn?",
        "Wie bracht het lerarentekort ter sprake?",
        "Van wie waren de vragen over dijken?",
        "Door wie is dat gevraagd?",
        "Welke partij begon over stikstof?",
        "Welke Kamerleden begonnen over de gaswinning?",
        "Wat wil de SP weten over het eigen risico?",
        "Wat vindt de VVD van kernenergie?",
        "Wat vond D66 van de toeslagen?",
        "Wat vinden de leden van de NSC-fractie van de spoedwet?",
        "Zijn er vragen gesteld over wolven?",
        "Heeft de Eerste Kamer vragen gesteld over de erfbelasting?",
        "Stelde BBB vragen over mest?",
        "Hoeveel vragen stelde de VVD?",
        "Geef alle vragen over wolven",
        "List the questions on asbestos",
    ],
)
def test_it_is_asked_who_asked(question: str) -> None:
    assert intent_of(question) == "asked"


@pytest.mark.parametrize(
    "question",
    [
        "What did the minister ask the Commission?",
        "Did the cabinet ask for advice?",
        "Wat vroeg de minister aan de provincies?",
        "Heeft het kabinet de Gezondheidsraad gevraagd om advies?",
        "What answer did the PVV get about wolves?",
        "Wat antwoordde de minister op de vraag van de SP?",
        "What was the VVD told about nuclear energy?",
        "What does Germany think of nuclear energy?",
        "Wat vindt het kabinet van kernenergie?",
        "Wat vindt de minister van de plannen?",
        "Geef het antwoord op de vragen over wolven",
        "Who put the fence along the railway?",
        "Wie wilde de brug slopen?",
        "Wie stelde de nieuwe norm vast?",
        "Which party is against the bridge?",
        "Wat is het nieuwe beleid voor stages?",
        "How many wolves are there?",
        "",
    ],
)
def test_an_answer_is_asked_for(question: str) -> None:
    assert intent_of(question) == "answer"
    assert subject_of(question, "answer") == question


@pytest.mark.parametrize(
    "question",
    [
        "How has the policy on wolves changed?",
        "Has the minister's position on gas shifted?",
        "What is new on housing?",
        "Since when is there a toll?",
        "What became of the plan for the bridge?",
        "Hoe is het standpunt over kernenergie veranderd?",
        "Wat is er nieuw over de stages?",
        "Wat is er aan het beleid veranderd?",
        "Sinds wanneer geldt de norm?",
        "Hoe heeft het beleid zich ontwikkeld?",
    ],
)
def test_it_is_asked_how_a_position_changed(question: str) -> None:
    assert intent_of(question) == "development"


@pytest.mark.parametrize(
    "question",
    [
        "What has the minister said over the years about dikes?",
        "Give a timeline of the gas extraction",
        "What was said so far about stages?",
        "Geef een tijdlijn van de toeslagenaffaire",
        "Wat is er door de jaren heen gezegd over dijken?",
        "De geschiedenis van de Betuweroute",
        "Wat is er sinds 2024 over wolven gezegd?",
    ],
)
def test_it_is_asked_what_was_said_over_time(question: str) -> None:
    assert intent_of(question) == "timeline"


@pytest.mark.parametrize(
    ("question", "subject"),
    [
        ("Who asked about the cost of the bridge?", "the cost of the bridge?"),
        ("Which MPs wanted to know whether wolves are shot?", "wolves are shot?"),
        ("Wie vroeg naar de wachtlijsten?", "de wachtlijsten?"),
        ("Wat wilden weten over Syrië?", "Syrië?"),
        ("Heeft de Eerste Kamer vragen gesteld over de erfbelasting?", "de erfbelasting?"),
        ("Wie stelde vragen?", "Wie stelde vragen?"),
    ],
)
def test_what_only_says_who_asked_is_not_the_subject(question: str, subject: str) -> None:
    assert subject_of(question, "asked") == subject


@pytest.mark.parametrize(
    ("question", "subject"),
    [
        ("How has the policy on wolves changed over time?", "How has the policy on wolves ?"),
        ("Geef een tijdlijn van de gaswinning", "Geef een van de gaswinning"),
        ("Hoe heeft het toezicht zich ontwikkeld?", "Hoe heeft het toezicht ?"),
    ],
)
def test_what_only_says_that_it_is_about_time_is_not_the_subject(question: str, subject: str) -> None:
    assert subject_of(question, intent_of(question)) == subject


@given(st.text(max_size=60) | st.text(alphabet="wiewhoat vroegasked over?nVD", max_size=60))
def test_any_text_has_an_intent(question: str) -> None:
    intent = intent_of(question)
    subject = subject_of(question, intent)
    assert len(subject) <= len(question)
    assert set(subject) <= {*question, " "}


@pytest.mark.parametrize(
    ("question", "intent"),
    [
        ("Is the stance on Uganda different now than in 2025?", "development"),
        ("Is het standpunt over Oeganda nu anders dan in maart 2025?", "development"),
        ("Zijn er meer asielzoekers dan in 2025?", "answer"),
    ],
)
def test_a_position_beside_that_of_another_time_is_a_development(question: str, intent: str) -> None:
    assert intent_of(question) == intent


@pytest.mark.parametrize(
    ("question", "whole"),
    [
        ("Wat staat er in de brief?", True),
        ("Vat samen", True),
        ("Summarise the main points of the letter", True),
        ("Waar gaat over?", True),
        ("", True),
        ("Wat staat er in de brief over wolven?", False),
        ("What does the letter say about tolls?", False),
    ],
)
def test_a_question_may_ask_for_no_more_than_a_letter_says(question: str, *, whole: bool) -> None:
    assert asks_for_whole(question) is whole
