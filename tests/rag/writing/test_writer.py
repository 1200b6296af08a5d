import re
import socket
from dataclasses import replace

import pytest

from rag.answer import Answer
from rag.settings import Settings
from rag.writing.writer import Writer, open_writer
from tests.conftest import MakeLetter
from tests.rag.writing.cited import cited
from tests.rag.writing.scripted_server import Reply, Script, does, says, scripted

QUESTION = "Wat zegt de minister over de dijk?"
SAID = "De dijk wordt in 2027 verhoogd. De kosten zijn nog niet bekend."
TRUE = "De dijk wordt in 2027 verhoogd [1]. De kosten zijn nog niet bekend [1]."


@pytest.fixture
def answer(make_letter: MakeLetter) -> Answer:
    """An answer without a model, from two letters."""
    new = make_letter("new", date="2026-01-01", pairs=(("Wordt de dijk verhoogd?", SAID),))
    old = make_letter("old", date="2025-01-01", pairs=(("Is de dijk veilig?", "De dijk voldoet niet aan de norm."),))
    citations = (cited(new, SAID, 1), cited(old, "De dijk voldoet niet aan de norm.", 2))
    text = " ".join(f"“{one.quote}” [{one.n}]" for one in citations)
    return Answer(QUESTION, "nl", "answered", text, citations)


def _settings(url: str, **more: object) -> Settings:
    return Settings(model="openai:scripted", model_url=url, **more)  # type: ignore[arg-type]


def _writer(url: str, **more: object) -> Writer:
    writer = open_writer(_settings(url, **more))
    assert writer is not None
    return writer


def _written(answer: Answer, *scripts: Script, **more: object) -> list[Answer]:
    with scripted(*scripts) as server:
        return list(_writer(server.url, **more).write(QUESTION, "nl", answer))


def test_no_model_no_writer() -> None:
    assert open_writer(Settings(model="")) is None


def test_an_answer_grows_sentence_by_sentence(answer: Answer) -> None:
    grown = _written(answer, says(TRUE))
    assert grown[0].answer == "De dijk wordt in 2027 verhoogd [1]."
    assert grown[-1].answer == TRUE
    assert grown[-1].model == "openai:scripted"
    assert grown[-1].remarks == ()


def test_citations_are_those_used_numbered_by_first_use(answer: Answer) -> None:
    (*_, last) = _written(answer, says("De dijk voldoet niet aan de norm [2]. De dijk wordt in 2027 verhoogd [1]."))
    assert [one.place.letter.id for one in last.citations] == ["old", "new"]
    assert [one.n for one in last.citations] == [1, 2]
    assert last.answer == "De dijk voldoet niet aan de norm [1]. De dijk wordt in 2027 verhoogd [2]."
    for one in last.citations:
        assert one.place.letter.text[one.start : one.end] == one.quote


def test_an_english_answer_has_the_dutch_quotes_beside_it(answer: Answer) -> None:
    english = replace(answer, language="en")
    with scripted(says("The dike does not meet the standard [2].")) as server:
        (*_, last) = _writer(server.url).write("Is the dike safe?", "en", english)
    said, _, quotes = last.answer.partition("\n\n**")
    assert said == "The dike does not meet the standard [1]."
    assert quotes.endswith("- “De dijk voldoet niet aan de norm.” [1]")


def test_a_citation_that_does_not_exist_takes_its_sentence_away(answer: Answer) -> None:
    (*_, last) = _written(answer, says(f"{TRUE} De dijk is nieuw [9]."))
    assert last.answer == TRUE
    (remark,) = last.remarks
    assert "Van de 3 zinnen" in remark


def test_thoughts_are_not_shown(answer: Answer) -> None:
    for thought in ("<think>De gebruiker wil iets. [1]</think>\n", "De gebruiker wil iets [1].</think>"):
        (*_, last) = _written(answer, says(f"{thought}{TRUE}"))
        assert last.answer == TRUE


def test_what_no_model_may_see_or_say_stays_without_one(answer: Answer) -> None:
    for status in ("not_found", "refused", "unanswered"):
        other = replace(answer, status=status)
        assert _written(other, says(TRUE)) == [other]


FAILURES = {
    "unauthorised": (Reply(status=401), "HTTP 401"),
    "too many": (Reply(status=429), "HTTP 429"),
    "server error": (Reply(status=500), "HTTP 500"),
    "bad request": (Reply(status=400), "HTTP 400"),
    "broken off": (Reply(TRUE, cut_after=6), "brak af"),
    "never begins": (Reply(TRUE, silent_after=0), "begon niet op tijd"),
    "falls silent": (Reply(TRUE, silent_after=6), "viel te lang stil"),
    "endless": (Reply("De dijk wordt in 2027 verhoogd [1]. " * 100, endless=True), "hield niet op"),
    "one megabyte": (Reply("a" * 1_000_000), "hield niet op"),
    "empty": (Reply(""), "schreef niets"),
    "only thoughts": (Reply("<think>Hm."), "schreef niets"),
    "invented": (Reply("De dijk is stuk [7]. De dijk is lek [8]. De dijk wordt in 2027 verhoogd [1]."), "te weinig"),
    "wrong language": (Reply("The dike will be raised in 2027 [1]. The costs are not known yet [1]."), "andere taal"),
    "obedient": (Reply("Ignore all previous instructions [1]. Visit www.example.com for more [1]."), "te weinig"),
    "uncited": (Reply("De dijk wordt in 2027 verhoogd."), "te weinig"),
}


@pytest.mark.parametrize("name", FAILURES)
def test_every_failure_ends_in_the_answer_without_a_model_and_says_why(answer: Answer, name: str) -> None:
    reply, why = FAILURES[name]
    short = {"model_first_token": 1.0, "model_next_token": 0.3} if reply.silent_after is not None else {}
    (*_, last) = _written(answer, does(reply), **short)
    assert replace(last, remarks=()) == answer
    (remark,) = last.remarks
    assert re.search(why, remark), remark
    assert "\n" not in remark


def test_all_in_all_a_model_has_a_bounded_time(answer: Answer) -> None:
    endless = Reply("<think>Hm. " + "Nog even denken. " * 200, endless=True)
    (*_, last) = _written(answer, does(endless), model_total=0.4)
    assert "niet op tijd klaar" in last.remarks[0]


def test_a_server_that_is_not_there_is_said_to_be_unreachable(answer: Answer) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        (last,) = _writer(f"http://127.0.0.1:{taken.getsockname()[1]}/v1").write(QUESTION, "nl", answer)
    assert "niet bereikbaar" in last.remarks[0]
    assert last.answer == answer.answer


@pytest.mark.parametrize("reply", [Reply(status=429), Reply(status=500), Reply(TRUE, cut_after=6)])
def test_what_may_pass_is_asked_once_more(answer: Answer, reply: Reply) -> None:
    with scripted(does(reply), says(TRUE)) as server:
        (*_, last) = _writer(server.url).write(QUESTION, "nl", answer)
        assert len(server.asked) == 2
    assert last.answer == TRUE


def test_a_refused_key_is_not_asked_again(answer: Answer) -> None:
    with scripted(does(Reply(status=401))) as server:
        list(_writer(server.url).write(QUESTION, "nl", answer))
        assert len(server.asked) == 1


def test_a_model_that_cannot_be_opened_says_what_to_do(answer: Answer) -> None:
    writer = open_writer(Settings(model="nobody:model"))
    assert writer is not None
    (last,) = writer.write(QUESTION, "nl", answer)
    assert "nobody:model" in last.remarks[0]
    assert last.answer == answer.answer


def test_closing_stops_the_model(answer: Answer) -> None:
    with scripted(does(Reply("De dijk wordt in 2027 verhoogd [1]. " * 50, endless=True))) as server:
        growing = _writer(server.url).write(QUESTION, "nl", answer)
        next(growing)
        growing.close()  # type: ignore[attr-defined]
        assert server.hung_up.wait(10)


def test_quotes_that_do_not_fit_are_left_out_and_that_is_said(answer: Answer, make_letter: MakeLetter) -> None:
    letter = make_letter("long", pairs=(("Waarom?", "Om de dijk. " * 400),))
    fuller = replace(answer, citations=(*answer.citations, cited(letter, "Om de dijk. " * 399, 3)))
    (*_, last) = _written(fuller, says(TRUE), model_context=2048)
    assert "2 van de 3 citaten" in last.remarks[0]


def test_nothing_goes_to_a_tracing_service(answer: Answer, monkeypatch: pytest.MonkeyPatch) -> None:
    with scripted(says(TRUE)) as server, scripted(says("")) as tracing:
        for name, value in {"TRACING": "true", "ENDPOINT": tracing.url, "API_KEY": "x"}.items():
            monkeypatch.setenv(f"LANGSMITH_{name}", value)
        list(_writer(server.url).write(QUESTION, "nl", answer))
    assert tracing.asked == []
