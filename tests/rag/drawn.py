"""Letters and texts that hypothesis draws."""

from hypothesis import strategies as st

from rag.letter import KINDS, Asker, Exchange, Letter, Minister, Note, Paragraph, Pointer, Span

WORDS = ("asiel", "terugkeer", "hub", "Oeganda", "Raad", "kosten", "nr.", "UNHCR", "3.106a", "«nee»", "Syrië", "ja")
SIGNS = (". ", "? ", "! ", ", ", " ", "\n\n", ":\n- ", ".” ", ". Dat ", "… ")


@st.composite
def prose(draw: st.DrawFn, most: int = 60) -> str:
    """Words with signs between them: sentences, lists and paragraphs of all lengths."""
    size = draw(st.integers(1, most))
    parts = [draw(st.sampled_from(WORDS)) + draw(st.sampled_from(SIGNS)) for _ in range(size)]
    return "".join(parts).strip()


_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
_NAME = st.none() | _TEXT
_NUMBERS = st.lists(_TEXT, max_size=3).map(tuple)


@st.composite
def _spans(draw: st.DrawFn, length: int) -> Span:
    start = draw(st.integers(0, length))
    return start, draw(st.integers(start, length))


@st.composite
def whole_letters(draw: st.DrawFn) -> Letter:
    """Letters with anything in every part of them."""
    text = draw(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
    spans = _spans(len(text))
    pointers = st.builds(Pointer, _TEXT, _NAME, _NAME, _NUMBERS, _NAME)
    exchange = st.builds(
        Exchange,
        label=_TEXT,
        numbers=_NUMBERS,
        question_span=st.none() | spans,
        answer_span=st.none() | spans,
        party=_NAME,
        section=_NAME,
        refers_to=st.lists(pointers, max_size=2).map(tuple),
    )
    return draw(
        st.builds(
            Letter,
            id=_TEXT.filter(bool),
            source=_TEXT,
            kind=st.sampled_from(KINDS),
            title=_TEXT,
            text=st.just(text),
            citation=_TEXT,
            date=st.none() | st.dates().map(lambda day: day.isoformat()),
            submitted=st.none() | st.dates().map(lambda day: day.isoformat()),
            chamber=st.sampled_from((None, "Tweede Kamer", "Eerste Kamer")),
            reference=_NAME,
            question_reference=_NAME,
            dossier=_NAME,
            number=_NAME,
            ministers=st.lists(st.builds(Minister, _TEXT, _NAME), max_size=2).map(tuple),
            askers=st.lists(st.builds(Asker, _NAME, _NAME), max_size=2).map(tuple),
            exchanges=st.lists(exchange, max_size=3).map(tuple),
            paragraphs=st.lists(spans, max_size=3).map(
                lambda found: tuple(Paragraph(n, span) for n, span in enumerate(found, 1))
            ),
            notes=st.lists(st.builds(Note, _TEXT, _TEXT, st.none() | st.integers(0, 500)), max_size=2).map(tuple),
            pages=st.lists(st.tuples(st.integers(0, 500), st.integers(1, 99)), max_size=2).map(tuple),
            warnings=st.lists(_TEXT, max_size=2).map(tuple),
        )
    )
