from tests.ingest.one_letter import read_letter

HEAD = """Tweede Kamer der Staten-Generaal
Vragen van het lid Jansen (D66) aan de Minister van Justitie over de misstanden met otters (ingezonden 3 maart 2026).
Antwoord van Minister De Vries (Justitie) (ontvangen 20 maart 2026).

Vraag 1
Hoeveel otters zijn er?

Antwoord 1
Er zijn er honderd.
"""
EXPLAINED = "Deze vragen dienen ter aanvulling op eerdere vragen over het schandaal."


def test_an_askers_words_stay_in_the_text_and_are_no_paragraph() -> None:
    letter = read_letter(f"{HEAD}\nToelichting:\n{EXPLAINED}\n".encode(), "a.txt")
    paragraphs = " ".join(letter.at(one.span) for one in letter.paragraphs)
    for words in ("misstanden met otters", EXPLAINED):
        assert words in letter.text
        assert words not in paragraphs
    assert letter.at(letter.exchanges[0].answer_span) == "Er zijn er honderd."


def test_the_ministers_and_the_dates_are_still_read_from_them() -> None:
    letter = read_letter(HEAD.encode(), "a.txt")
    assert (letter.submitted, letter.date) == ("2026-03-03", "2026-03-20")
    assert [(one.name, one.party) for one in letter.askers] == [("Jansen", "D66")]
    assert [one.name for one in letter.ministers] == ["De Vries"]


def test_a_postponement_is_the_ministers_and_stays_a_paragraph() -> None:
    told = "De vragen kunnen niet binnen de gebruikelijke termijn worden beantwoord."
    head = HEAD.split("Antwoord 1")[0].replace("Antwoord van", "Mededeling van")
    letter = read_letter(f"{head}\nMededeling\n\n{told}\n".encode(), "a.txt")
    assert letter.kind == "questions"
    assert told in [letter.at(one.span) for one in letter.paragraphs]
