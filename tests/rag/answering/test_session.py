from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from rag.answer import Answer
from rag.answering.selection import CITED, DOUBTED
from rag.answering.session import Session
from rag.answering.wording import DOUBTED as DOUBTED_TOLD
from rag.assistant import Assistant
from rag.filters import Filters
from rag.indexing.index import Index
from rag.letter import Asker, Letter, Minister, Pointer
from rag.search import Searcher
from rag.settings import Settings
from tests.conftest import MakeLetter
from tests.rag.conftest import publish

FINANCE = (Minister("minister van Financiën", "E. Heinen"),)
NATURE = (Minister("staatssecretaris van Landbouw, Visserij, Voedselzekerheid en Natuur", "J. Rummenie"),)
"""Who answers in the letters of these tests."""


def _letters(make_letter: MakeLetter) -> tuple[Letter, ...]:
    return (
        make_letter(
            "tol-2024",
            date="2024-02-01",
            submitted="2024-01-10",
            ministers=FINANCE,
            askers=(Asker("Grinwis", "ChristenUnie"),),
            title="Tol voor vrachtwagens",
            pairs=(
                ("Hoe hoog wordt de tol voor vrachtwagens?", "De vrachtwagenheffing bedraagt 15 cent per kilometer."),
                ("Betalen buitenlandse vrachtwagens ook tol?", "Ja."),
                ("Wanneer gaat de tol voor vrachtwagens in?", "Op de invoering van de tol kan ik niet vooruitlopen."),
            ),
        ),
        make_letter(
            "tol-2026",
            date="2026-03-05",
            submitted="2026-02-02",
            ministers=FINANCE,
            askers=(Asker("Vermeer", "BBB"), Asker("Van Dijk", "CDA")),
            title="Invoering van de tol",
            pairs=(
                ("Gaat de tol voor vrachtwagens door?", "De tol voor vrachtwagens wordt op 1 juli 2026 ingevoerd."),
                ("Krijgen Duitse vrachtwagens korting op de tol?", None),
            ),
        ),
        make_letter(
            "wolf",
            date="2025-06-10",
            submitted="2025-05-01",
            ministers=NATURE,
            askers=(Asker("Vermeer", "BBB"),),
            title="Wolven op de Veluwe",
            pairs=(
                ("Hoeveel wolven leven er op de Veluwe?", "Op de Veluwe leven ongeveer vijftig wolven."),
                ("Mogen wolven worden verjaagd?", "Zie het antwoord op vraag 1 en Kamerstuk 33 576, nr. 400."),
            ),
        ),
    )


def _pointing(wolf: Letter) -> Letter:
    """Return the letter on wolves with what its second answer points to: its first, and a letter that is not here."""
    pointers = (
        Pointer("het antwoord op vraag 1", "wolf", "Vraag 1", ("1",)),
        Pointer("Kamerstuk 33 576, nr. 400", reference="kst-33576-400"),
    )
    first, second = wolf.exchanges
    return replace(wolf, exchanges=(first, replace(second, refers_to=pointers)))


@pytest.fixture(scope="module")
def of_ministers(make_letter: MakeLetter, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of an index of letters of two ministers on tolls and wolves."""
    folder = tmp_path_factory.mktemp("ministers")
    settings = Settings(index=folder / "index", corpus=folder, embedding="shipped")
    *tolls, wolf = _letters(make_letter)
    publish(settings, [*tolls, _pointing(wolf)])
    return settings


@pytest.fixture(scope="module")
def made(of_ministers: Settings) -> Iterator[Assistant]:
    """An assistant over these letters."""
    assistant = Assistant.open(of_ministers)
    yield assistant
    assistant.close()


@pytest.fixture(scope="module")
def searcher(of_ministers: Settings) -> Iterator[Searcher]:
    """A searcher over these letters."""
    generation = Index(of_ministers).open()
    yield Searcher(generation)
    generation.close()


def _keys(answer: Answer) -> list[str]:
    return [one.place.key for one in answer.citations]


@pytest.mark.parametrize(
    ("question", "letters"),
    [
        ("Wat zei de minister van Financiën over tol voor vrachtwagens?", {"tol-2024", "tol-2026"}),
        ("What did the finance minister say about tolls for lorries before 2025?", {"tol-2024"}),
        ("Wat schreef minister Heinen sinds 2026 over tol voor vrachtwagens?", {"tol-2026"}),
        ("Wat antwoordde de minister het CDA over tol?", {"tol-2026"}),
        ("Wat zei staatssecretaris Rummenie over wolven?", {"wolf"}),
    ],
)
def test_an_answer_is_from_the_letters_that_are_named(made: Assistant, question: str, letters: set[str]) -> None:
    answer = made.ask(question)
    assert answer.status == "answered"
    assert {one.place.letter.id for one in answer.citations} == letters
    assert answer.remarks == ()


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Wat zei minister Kaag over tol?", "minister: Kaag"),
        ("Wat zei de minister van Defensie over wolven?", "minister: Defensie"),
        ("Wat vroeg Kamerlid Bikker over tol?", "vraagsteller Bikker"),
        ("What did Volt ask about tolls?", "Volt group"),
        ("Wat zei het kabinet vóór 2023 over wolven?", "tot en met december 2022"),
        ("Wat zei de minister van Financiën de VVD over tol?", "fractie VVD, minister: Financiën"),
    ],
)
def test_what_no_letter_meets_is_said_and_not_taken_from_others(made: Assistant, question: str, told: str) -> None:
    answer = made.ask(question)
    assert (answer.status, answer.citations) == ("not_found", ())
    assert told in " ".join(answer.remarks)
    assert answer.related, "what comes nearest is searched without it"


@pytest.mark.parametrize(
    "question",
    [
        "Wat vroeg de BBB over kernenergie?",
        "Wat vroeg de BBB over tol in Frankrijk?",
        "What did the CDA ask about wolves?",
        "Wat zei de minister van Financiën over wolven?",
        "Waarom heeft de minister de tol afgeschaft?",
        "Hoeveel wolven leven er in Duitsland?",
        "Hoeveel kost een wolf?",
        "What did the German finance minister say about tolls?",
    ],
)
def test_a_letter_of_the_one_who_is_named_is_no_answer_to_another_matter(made: Assistant, question: str) -> None:
    answer = made.ask(question)
    assert (answer.status, answer.citations) == ("not_found", ())


@pytest.mark.parametrize(
    ("question", "keys"),
    [
        ("Wat vroeg Grinwis over tol?", {"tol-2024#1", "tol-2024#2", "tol-2024#3"}),
        ("Wie vroeg naar wolven?", {"wolf#1", "wolf#2"}),
        ("What did the BBB ask about wolves?", {"wolf#1", "wolf#2"}),
        ("Stelde het CDA vragen over tol?", {"tol-2026#1", "tol-2026#2"}),
        ("Welke vragen stelde de ChristenUnie?", {"tol-2024#1", "tol-2024#2", "tol-2024#3"}),
    ],
)
def test_who_asked_is_answered_with_the_questions(made: Assistant, question: str, keys: set[str]) -> None:
    answer = made.ask(question)
    assert answer.status == "answered"
    assert set(_keys(answer)) == keys
    assert {one.role for one in answer.citations} == {"question"}
    assert "antwoordde" not in answer.answer
    assert "answered" not in answer.answer


def test_a_party_alone_asks_for_all_that_it_was_told(made: Assistant) -> None:
    answer = made.ask("Wat antwoordde de minister aan de ChristenUnie?")
    assert {"tol-2024#1", "tol-2024#2", "tol-2024#3"} == set(_keys(answer))
    assert "answer" in {one.role for one in answer.citations}


def test_a_short_answer_is_shown_with_what_it_answers(made: Assistant) -> None:
    answer = made.ask("Betalen buitenlandse vrachtwagens ook tol?", Filters(letter="tol-2024"))
    quotes = {one.quote: one.role for one in answer.citations}
    assert quotes["Ja."] == "answer"
    assert quotes["Betalen buitenlandse vrachtwagens ook tol?"] == "question"


def test_an_answer_that_settles_nothing_is_said_to(made: Assistant) -> None:
    assert (
        "zonder het vast te leggen: “Op de invoering" in made.ask("Wat is het antwoord op vraag 3 van tol-2024?").answer
    )


def test_a_pointing_answer_tells_where_to_what_is_here_and_what_is_not(made: Assistant) -> None:
    answer = made.ask("Wat is het antwoord op vraag 2 van wolf?")
    assert _keys(answer) == ["wolf#2", "wolf#1"]
    assert "verwijst naar het antwoord op vraag 1: “Op de Veluwe" in answer.answer
    assert "niet in deze brieven staat: “Kamerstuk 33 576, nr. 400” [1]" in answer.answer


def test_a_development_is_told_from_the_oldest_and_a_timeline_from_the_newest(made: Assistant) -> None:
    development = made.ask("Hoe is het standpunt over tol voor vrachtwagens veranderd?")
    timeline = made.ask("Geef een tijdlijn van de tol voor vrachtwagens")
    dates = [one.place.letter.date or "" for one in development.citations]
    assert set(dates) == {"2024-02-01", "2026-03-05"}
    assert dates == sorted(dates)
    assert next(one.place.letter.date for one in timeline.citations) == "2026-03-05"


def test_what_was_asked_without_answer_is_unanswered(made: Assistant) -> None:
    answer = made.ask("Wat is het antwoord op vraag 2 van tol-2026?")
    assert answer.status == "unanswered"
    assert [(one.role, one.quote) for one in answer.citations] == [
        ("question", "Krijgen Duitse vrachtwagens korting op de tol?")
    ]


def test_a_talk_is_followed(made: Assistant) -> None:
    first = made.ask("Wat zei het kabinet over tol voor vrachtwagens?")
    second = made.ask("en vóór 2025?", talk=(first,))
    third = made.ask("Wie vroeg daarnaar?", talk=(first, second))
    assert {one.place.letter.id for one in second.citations} == {"tol-2024"}
    assert second.searched == "Wat zei het kabinet over tol voor vrachtwagens (gezegd vóór 2025)?"
    assert {one.place.letter.id for one in third.citations} == {"tol-2024"}
    assert {one.role for one in third.citations} == {"question"}
    assert "Grinwis (ChristenUnie)" in third.answer


def test_a_search_goes_on_without_what_is_named(searcher: Searcher) -> None:
    hits = Session(searcher, "Wat zei de minister van Financiën over wolven en tol?", Filters()).search(7)
    assert [hit.rank for hit in hits] == list(range(1, len(hits) + 1))
    assert len({hit.place.key for hit in hits}) == len(hits)
    named = ["tol" in hit.place.letter.id for hit in hits]
    assert named == sorted(named, reverse=True)
    assert not all(named)


def test_how_sure_the_best_place_is(searcher: Searcher) -> None:
    assert Session(searcher, "Hoeveel wolven leven er op de Veluwe?", Filters()).surest() > 0.5
    assert Session(searcher, "kernenergie in Borssele", Filters()).surest() < 0.1
    assert Session(searcher, "???", Filters()).surest() == 0


def test_an_answer_that_may_be_none_is_said_to_be_that(searcher: Searcher) -> None:
    sure, doubted = (
        Session(searcher, one, Filters())
        for one in ("Hoeveel wolven leven er op de Veluwe?", "Wanneer komt er tol voor auto's op de brug?")
    )
    assert sure.surest() > DOUBTED > doubted.surest()
    assert sure.answer("nl").remarks == ()
    answer = doubted.answer("nl")
    assert answer.status == "answered"
    assert answer.remarks == (DOUBTED_TOLD["nl"],)


@pytest.mark.parametrize(
    "question",
    [
        "Wat staat er in de brief tol-2024?",
        "Vat tol-2024 samen",
        "What does tol-2024 say?",
        "Waar gaat de brief van 1 februari 2024 over?",
        "tol-2024",
    ],
)
def test_what_a_letter_says_is_told_from_its_beginning(searcher: Searcher, question: str) -> None:
    answer = Session(searcher, question, Filters()).answer("nl")
    assert answer.status == "answered"
    assert list(dict.fromkeys(one.place.key for one in answer.citations)) == [f"tol-2024#{n}" for n in (1, 2, 3)]
    assert answer.remarks == ()


def test_what_a_letter_says_about_something_is_searched_for(searcher: Searcher) -> None:
    answer = Session(searcher, "Wat staat er in de brief tol-2024 over kernenergie?", Filters()).answer("nl")
    assert answer.status == "not_found"


def test_of_a_long_letter_the_beginning_is_said_to_be_that(tmp_path: Path, make_letter: MakeLetter) -> None:
    letter = make_letter("lang", pairs=tuple((f"Hoe is het met brug {n}?", f"Brug {n} is open.") for n in range(1, 10)))
    settings = Settings(index=tmp_path / "index", corpus=tmp_path, embedding="shipped")
    publish(settings, [letter])
    generation = Index(settings).open()
    answer = Session(Searcher(generation), "Wat staat er in lang?", Filters()).answer("en")
    assert len(answer.citations) == CITED
    (remark,) = answer.remarks
    assert f"{CITED} of 9" in remark
    generation.close()
