import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.answer import Language
from rag.answering.premises import TABLE, acts_in
from rag.words.analysis import stem, words

LINES = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


def _is_told(question: str, language: Language, answer: str) -> bool:
    """Say whether an answer tells of all acts that a question names."""
    stems = {stem(word) for word, _, _ in words(answer)}
    return all(act.is_told(stems.__contains__) for act in acts_in(question, language))


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "Why did the minister of Finance resign over the budget?"),
        ("en", "When was the tax office fined?"),
        ("en", "Why did the Netherlands vote down the fishing quota?"),
        ("en", "Which schools went bankrupt? Was the school bankrupt?"),
        ("nl", "Waarom trad de staatssecretaris vorige week af?"),
        ("nl", "Waarom heeft Nederland tegen het visquotum gestemd?"),
        ("nl", "Wanneer zegde het kabinet het gasverdrag op?"),
        ("nl", "Welke rechter verbood de brug?"),
        ("nl", "Waarom is de wet ingetrokken?"),
    ],
)
def test_an_act_that_is_taken_for_granted_is_found(language: Language, question: str) -> None:
    assert acts_in(question, language)
    assert not _is_told(question, language, "De brug wordt in 2027 geopend.")


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "What does the cabinet say about the bridge?"),
        ("en", "How are wolves counted?"),
        ("nl", "Wat vindt de minister van de brug?"),
        ("nl", "Hoe worden wolven geteld?"),
        ("nl", ""),
    ],
)
def test_a_question_without_an_act_takes_nothing_for_granted(language: Language, question: str) -> None:
    assert acts_in(question, language) == ()


@pytest.mark.parametrize(
    ("language", "question", "answer"),
    [
        ("en", "Why did the minister resign?", "De staatssecretaris is op 3 maart afgetreden."),
        ("en", "Was the asylum centre evicted?", "De ontruiming vond plaats in mei."),
        ("nl", "Waarom trad de minister af?", "Het aftreden van de bewindspersoon is aanvaard."),
        ("nl", "Waarom stemde Nederland tegen het quotum?", "Nederland heeft het voorstel afgewezen."),
        ("nl", "Wanneer is het verdrag getekend?", "De ondertekening was op 8 oktober."),
    ],
)
def test_an_answer_that_tells_of_the_act_fits(language: Language, question: str, answer: str) -> None:
    assert acts_in(question, language)
    assert _is_told(question, language, answer)


def test_the_parts_of_a_separable_verb_stand_near_each_other() -> None:
    assert acts_in("Waarom trad de minister van Financiën toen af?", "nl")
    assert not acts_in("Hij trad op, en een week later liep de termijn van de brug in het dorp af", "nl")


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.split("\t")[0].split("|")[0])
def test_every_line_of_the_table_names_and_tells_an_act(line: str) -> None:
    english, dutch, told = (column.split("|") for column in line.split("\t"))
    for forms in (english, dutch, told):
        assert forms == list(dict.fromkeys(forms)), "a form stands in a line once"
        assert all(form and form == " ".join(form.split()) for form in forms)
    for form in english:
        assert acts_in(f"Did they {form} it?", "en")
    for form in dutch:
        assert acts_in(f"Wie {form.replace('…', 'het')} nu", "nl")
    for form in told:
        assert "…" not in form
        assert len(list(words(form))) in {1, 2}, "what a letter has is looked for word by word"


@given(st.text(max_size=80))
def test_any_text_can_be_read(question: str) -> None:
    for act in (*acts_in(question, "nl"), *acts_in(question, "en")):
        assert act.named.search(question)
        assert act.told
        assert not act.is_told(set().__contains__)
        assert act.is_told(act.told.__contains__)
