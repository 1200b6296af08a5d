from hypothesis import given
from hypothesis import strategies as st

from ingest.readers.flat import is_flat, unflatten
from ingest.readers.flat_pages import part_pages
from rag.letter import Letter
from tests.ingest.one_letter import read_letter

HEAD = "Beantwoording vragen Tweede Kamer over het rapport Wegen in beeld (Kamerstuk 33 930, nr. 2)"
MISREAD = "8eantwoordng vragen Tweede Kamer over het raport Wegen in beeld (Kamerstuk 33 93O, nr. 2)"
OPENING = (
    "Geachte voorzitter, Hierbij bieden wij u de op 3 april 2014 vastgestelde antwoorden aan op vragen van de Tweede "
    "Kamer. Algemene Rekenkamer "
)
FILLER = "Wij hebben dit onderzocht en stellen vast dat de wegen in het algemeen op tijd zijn hersteld. " * 6


def _list(*items: str) -> Letter:
    text = OPENING + " ".join(items)
    assert is_flat(text)
    return read_letter(text.encode(), "lijst.txt")


def _told(letter: Letter) -> list[tuple[str, str]]:
    return [(letter.at(one.question_span), letter.at(one.answer_span)) for one in letter.exchanges]


def test_a_page_number_between_a_heading_and_its_text_is_taken_out() -> None:
    first = f"Vraag 1 Zijn de wegen hersteld? {FILLER}"
    letter = _list(first, f"{HEAD} Vraag 2 3/5 Wat kost het? {FILLER}", f"{HEAD} Vraag 3 4/5 En daarna? {FILLER}")
    assert [one.numbers for one in letter.exchanges] == [("1",), ("2",), ("3",)]
    assert [question for question, _ in _told(letter)] == ["Zijn de wegen hersteld?", "Wat kost het?", "En daarna?"]
    assert {answer for _, answer in _told(letter)} == {FILLER.strip()}


def test_a_running_head_is_known_again_where_a_scanner_misread_it() -> None:
    letter = _list(
        f"Vraag 1 Zijn de wegen hersteld? Wij zien dat {HEAD} 2/4 het werk vordert. {FILLER}",
        f"Vraag 2 En de bruggen? Die zijn {MISREAD} nog niet klaar. {FILLER}",
    )
    answers = [answer for _, answer in _told(letter)]
    assert answers[0].startswith("Wij zien dat het werk vordert.")
    assert answers[1].startswith("Die zijn nog niet klaar.")


def test_words_before_two_page_numbers_are_kept_when_they_are_no_head() -> None:
    text = (
        f"Vraag 1 Hoe hoog moet de bijdrage zijn? {FILLER} Dat is zo. 2/3 {FILLER} Dat blijkt uit de kosten. 3/3 Slot."
    )
    kept = part_pages(text).replace("\f", " ").split()
    assert kept == text.replace(" 2/3", "").replace(" 3/3", "").split()


def test_fractions_that_do_not_stand_where_pages_end_are_kept() -> None:
    text = f"Daarvan is 1/3 betaald en 2/3 niet. {FILLER * 4}"
    assert part_pages(text) == text


def test_an_answer_that_only_points_may_start_small() -> None:
    letter = _list(
        f"Vraag 1 Waarom? Antwoord: {FILLER}", "Vraag 2 En nu? Antwoord: zie het antwoord op vraag 1.", FILLER
    )
    assert _told(letter)[1][1].startswith("zie het antwoord op vraag 1.")


def test_the_note_that_questions_are_given_word_for_word_is_no_part_of_an_answer() -> None:
    note = "De vragen van de Tweede Kamer zijn hier exact weergegeven zoals ze zijn voorgelegd; er is niets veranderd."
    letter = _list(
        "Antwoorden bij vragen1 van de Tweede Kamer.",
        f"Vraag 1 Zijn de wegen hersteld? Wij zien dat het werk 1 {note} goed vordert. {FILLER}",
        f"Vraag 2 En de bruggen? {FILLER}",
    )
    assert _told(letter)[0][1].startswith("Wij zien dat het werk goed vordert.")
    assert [(one.mark, one.text) for one in letter.notes] == [("1", note)]


def test_one_question_without_any_number_is_a_question() -> None:
    text = (
        f"{OPENING}   Antwoorden Algemene Rekenkamer bij vragen van de Tweede Kamer over de wegen    "
        f"Zijn de wegen hersteld?    {FILLER * 3}"
    )
    (exchange,) = read_letter(text.encode(), "lijst.txt").exchanges
    assert exchange.numbers == ("1",)


@given(
    st.lists(st.sampled_from(("Dit is zo.", "de 5/6 weg", "Vraag", "nr. 2)", "in 2014", "€ 2.000", "1/2")), max_size=60)
)
def test_no_word_is_lost_where_no_page_ends(pieces: list[str]) -> None:
    text = " ".join(pieces)
    assert [word for word in unflatten(text).split() if "/" not in word] == [
        word for word in text.split() if "/" not in word
    ]


def test_sentences_that_begin_alike_are_no_running_head() -> None:
    said = "Gelet op de antwoorden op vraag 4, 5 en 6 ben ik van mening dat deze vraag niet aan de orde is."
    letter = _list(f"Vraag 7 Wat kost het? Antwoord 7 {said} {FILLER} Vraag 8 Hoe lang? Antwoord 8 {said} {FILLER}")
    assert [answer for _, answer in _told(letter)] == [f"{said} {FILLER.strip()}"] * 2


def test_a_notice_on_the_line_of_the_questions_is_none_of_them() -> None:
    asked = "Vragen van het lid Jansen (VVD) aan de Minister van Financiën over geld (ingezonden 30 april 2025)."
    told = "Mededeling van Minister Pieters (Financiën) (ontvangen 22 mei 2025)."
    notice = "De vragen kunnen niet binnen de gebruikelijke termijn worden beantwoord."
    text = f"{asked} {told} Vraag 1 Hoeveel bezwaren zijn er, en hoeveel daarvan zijn gegrond? Mededeling {notice}"
    letter = read_letter(text.encode(), "mededeling.txt")
    assert [letter.at(one.question_span) for one in letter.exchanges] == [
        "Hoeveel bezwaren zijn er, en hoeveel daarvan zijn gegrond?"
    ]
    assert [letter.at(one.span) for one in letter.paragraphs] == [told, notice]
