import re
from dataclasses import replace
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from rag.answer import Place
from rag.letter import Exchange, Letter, Paragraph, Pointer
from tests.ui.conftest import ATTACK, cite, make_letter, make_undated
from ui.dutch import DUTCH
from ui.english import ENGLISH
from ui.labels import Labels
from ui.letter_head import letter_line, render_head, who_asked
from ui.letter_view import Opening, marked_words, render_body

ALPHABET = st.sampled_from("ab <>&\"'\n{}$*[]1é")


def plain(text: str) -> Letter:
    return Letter(id="x", source="x.txt", kind="letter", title="X", text=text, citation="X")


def marks_of(html: str) -> str:
    return "".join(unescape(found) for found in re.findall(r"<mark>(.*?)</mark>", html, re.DOTALL))


def whole(opening: Opening, labels: Labels) -> str:
    return render_head(opening.place, opening.reference, labels) + render_body(opening, labels)


def words_of(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", html))


def squeezed(text: str) -> str:
    return "".join(text.split())


@given(st.text(ALPHABET, max_size=60), st.data())
def test_marked_words_show_every_word_and_mark_exactly_the_span(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    html = marked_words(plain(text), (0, len(text)), (start, end))
    assert squeezed(words_of(html)) == squeezed(text)
    assert squeezed(marks_of(html)) == squeezed(text[start:end])
    assert not re.search(r"<(?!/?(p|mark)>)", html)


def test_a_citation_is_marked_once_and_nowhere_else() -> None:
    letter = make_letter()
    citation = cite(1, letter, 7, "Het kabinet ontwikkelt de hub uitsluitend samen.")
    html = whole(Opening.of(citation), DUTCH)
    assert marks_of(html) == citation.quote
    assert html.count("data-target") == 1


def test_the_whole_letter_is_shown_once_in_its_order() -> None:
    letter = make_letter()
    html = render_body(Opening(Place(letter), letter.citation), DUTCH)
    labels = [f">{exchange.label}</h3>" for exchange in letter.exchanges]
    assert [html.index(label) for label in labels] == sorted(html.index(label) for label in labels)
    for piece in letter.text.split("\n\n"):
        assert words_of(html).count(piece) == letter.text.count(piece)


def test_an_answer_far_from_its_question_stands_with_it() -> None:
    text = "Vraag een?\n\nVraag twee?\n\nAntwoord een.\n\nAntwoord twee."
    exchanges = (Exchange("Vraag 1", ("1",), (0, 10), (25, 38)), Exchange("Vraag 2", ("2",), (12, 23), (40, 54)))
    letter = Letter(id="x", source="x.txt", kind="answers", title="X", text=text, citation="X", exchanges=exchanges)
    words = words_of(render_body(Opening(Place(letter, exchanges[1]), "X"), DUTCH))
    parts = ["Vraag een?", "Antwoord een.", "Vraag twee?", "Antwoord twee."]
    assert [words.index(part) for part in parts] == sorted(words.index(part) for part in parts)
    assert all(words.count(part) == 1 for part in parts)


def test_missing_questions_and_answers_are_named() -> None:
    exchanges = (Exchange("Vraag 1", ("1",), (0, 3), None), Exchange("Vraag 2", ("2",), None, (5, 8)))
    letter = Letter(
        id="x", source="x.txt", kind="questions", title="X", text="aap\n\nnoot", citation="X", exchanges=exchanges
    )
    html = whole(Opening(Place(letter), "X"), ENGLISH)
    assert ENGLISH.no_answer in html
    assert ENGLISH.no_question in html


def test_nothing_of_a_letter_becomes_markup() -> None:
    letter = make_letter()
    html = whole(Opening(Place(letter), letter.citation), DUTCH)
    assert "<img" not in html
    assert "<script" not in html
    assert "<b>met" not in html
    assert ATTACK in unescape(html)


def test_the_head_says_who_when_and_which() -> None:
    letter = make_letter()
    head = words_of(render_head(Place(letter), "De verwijzing", ENGLISH))
    for part in ("minister van Asiel en Migratie", "18 June 2026", "7000001", "De verwijzing", "Jansen (D66)"):
        assert part in head
    assert "Een opmerking." in head


def test_a_letter_without_a_date_says_so_and_a_group_is_named_as_one() -> None:
    assert letter_line(make_undated(), DUTCH).endswith("zonder datum")
    exchange = Exchange("PVV, vraag 3", ("3",), (0, 1), (1, 2), party="PVV")
    assert who_asked(make_letter(), exchange, DUTCH) == "PVV-fractie"
    assert who_asked(make_letter(), None, ENGLISH) == "Jansen (D66), Volt group"


def test_pointers_lead_to_what_they_mean_or_say_that_it_is_unknown() -> None:
    letter = make_letter()
    html = whole(Opening(Place(letter, letter.exchanges[6]), "X"), DUTCH)
    assert 'href="/letter/7000001#vraag-2" data-act="place" data-letter="7000001" data-place="vraag-2"' in html
    assert f"“het BNC-fiche”</span> ({DUTCH.unknown_pointer})" in html


def test_a_pointer_to_another_letter_names_and_opens_it() -> None:
    letter = make_letter()
    pointers = (Pointer("Kamerstuk 32 317, nr. 974", "kst-32317-974"), Pointer("vraag 3", "ah-1", "Vraag 3", ("3",)))
    exchange = replace(letter.exchanges[0], refers_to=pointers)
    letter = replace(letter, exchanges=(exchange,))
    html = whole(Opening(Place(letter, exchange), "X"), DUTCH)
    assert 'data-place="" title="Kamerstuk 32 317, nr. 974">kst-32317-974</a>' in html
    assert 'href="/letter/ah-1#vraag-3" data-act="place"' in html
    assert 'title="vraag 3">ah-1, Vraag 3</a>' in html


def test_a_table_of_questions_leads_to_each_of_them() -> None:
    letter = make_letter()
    (table,) = re.findall(r"<table>.*</table>", render_head(Place(letter), "X", DUTCH))
    assert re.findall(r'data-place="(.*?)"', table) == [f"vraag-{n}" for n in range(1, 9)]
    assert "Is maatregel 3 genomen? En zo nee, waarom niet?" in table
    assert DUTCH.contents_paragraphs.format(n=2) in render_head(Place(make_undated()), "X", DUTCH)


def test_a_link_to_one_of_several_questions_arrives() -> None:
    letter = make_letter()
    grouped = replace(letter.exchanges[4], label="Vragen 5 en 6", numbers=("5", "6"))
    letter = replace(letter, exchanges=(grouped,))
    html = render_body(Opening(Place(letter), "X"), DUTCH)
    assert 'id="vragen-5-en-6"' in html
    assert '<span id="vraag-5"></span><span id="vraag-6"></span>' in html


def test_a_paragraph_can_be_opened() -> None:
    letter = make_undated()
    paragraph = letter.paragraphs[1]
    html = whole(Opening(Place(letter, None, paragraph), "X", paragraph.span), DUTCH)
    assert isinstance(paragraph, Paragraph)
    assert marks_of(html) == letter.at(paragraph.span)
