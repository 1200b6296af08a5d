"""Two small letters and a small but real assistant over them, for the tests of the eval part."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from eval.gold import Gold
from eval.sets import Question
from rag.answer import Answer, Citation, Hit, Place, Role
from rag.letter import Exchange, Letter, Paragraph

HARBOUR = (
    "Hoeveel schepen voeren er binnen?\n\nEr voeren 1.250 schepen binnen. Dat is minder dan in 2019.\n\n"
    "Komt er een nieuwe kade?\n\nDe kade wordt in 2027 gebouwd."
)
COUNCIL = "Wat kost de brug?\n\nDe brug kost 4 miljoen euro.\n\nDe brief sluit met een groet."


def _span(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def harbour() -> Letter:
    """A letter with two numbered exchanges."""
    exchanges = (
        Exchange(
            "Vraag 1",
            ("1",),
            _span(HARBOUR, "Hoeveel schepen voeren er binnen?"),
            _span(HARBOUR, "Er voeren 1.250 schepen binnen. Dat is minder dan in 2019."),
        ),
        Exchange(
            "Vragen 2 en 3",
            ("2", "3"),
            _span(HARBOUR, "Komt er een nieuwe kade?"),
            _span(HARBOUR, "De kade wordt in 2027 gebouwd."),
        ),
    )
    return Letter(
        id="100",
        source="haven.txt",
        kind="answers",
        title="Haven",
        text=HARBOUR,
        citation="Brief, kenmerk 100",
        exchanges=exchanges,
    )


def council() -> Letter:
    """A consultation with one exchange and one paragraph of running text."""
    question, answer = _span(COUNCIL, "Wat kost de brug?"), _span(COUNCIL, "De brug kost 4 miljoen euro.")
    return Letter(
        id="kst-1-2",
        source="overleg/raad.txt",
        kind="consultation",
        title="Raad",
        text=COUNCIL,
        citation="Kamerstukken II, 1, nr. 2",
        exchanges=(Exchange("PVV, vraag 1", ("1",), question, answer, party="PVV"),),
        paragraphs=(Paragraph(1, _span(COUNCIL, "De brief sluit met een groet.")),),
    )


LETTERS = (harbour(), council())
PLACES = {
    place.key: place
    for letter in LETTERS
    for place in (
        *(Place(letter, exchange) for exchange in letter.exchanges),
        *(Place(letter, paragraph=paragraph) for paragraph in letter.paragraphs),
    )
}

SHIPS = Question(
    "en-1",
    "en",
    "how many vessels called at the port?",
    "figure",
    "answered",
    (Gold("100", numbers=("1",)),),
    "Er voeren 1.250 schepen binnen.",
    facts=("1.250",),
)
BRIDGE = Question(
    "nl-1",
    "nl",
    "wat moet de oeververbinding kosten?",
    "single",
    "answered",
    (Gold("source:raad.txt", "PVV", ("1",)),),
    "De brug kost 4 miljoen euro.",
    lay=True,
)
QUAY = Question(
    "nl-2",
    "nl",
    "wanneer staat de kade er?",
    "number",
    "answered",
    (Gold("100", numbers=("3",)),),
    "De kade wordt in 2027 gebouwd.",
)
COWS = Question("nl-u1", "nl", "hoeveel koeien zijn er?", "other_topic", "not_found")
HELLO = Question("en-u1", "en", "hello", "small_talk", "refused")
QUESTIONS = (SHIPS, BRIDGE, QUAY, COWS, HELLO)
RIGHT = {SHIPS.question: "100#1", BRIDGE.question: "kst-1-2#PVV-1", QUAY.question: "100#2+3"}


def cite(key: str, quote: str, role: Role = "answer", shift: int = 0) -> Citation:
    """Cite words of a place; ``shift`` moves the offsets away from where the words stand."""
    place = PLACES[key]
    start = place.letter.text.index(quote) + shift
    return Citation(1, place, role, quote, start, start + len(quote), place.letter.citation)


@dataclass
class Clerk:
    """An assistant that knows by heart where each question is answered, and can be told to go wrong."""

    quotes: dict[str, Citation] = field(default_factory=dict)
    ranking: dict[str, list[str]] = field(default_factory=dict)
    always_answers: bool = False
    talks: list[list[str]] = field(default_factory=list)

    def letters(self) -> tuple[Letter, ...]:
        """Return both letters."""
        return LETTERS

    def search(self, question: str, k: int = 10) -> tuple[Hit, ...]:
        """Return the right place first and the others after it, unless told otherwise."""
        right = RIGHT.get(question)
        keys = self.ranking.get(question, sorted(PLACES, key=lambda key: (key != right, key)))
        return tuple(Hit(n, 1 / n, PLACES[key], PLACES[key].span) for n, key in enumerate(keys[:k], 1))

    def ask(self, question: str, *, talk: Sequence[Answer] = ()) -> Answer:
        """Answer with the gold quote, or say no."""
        self.talks.append([one.question for one in talk])
        known = next(one for one in QUESTIONS if one.question == question)
        if not known.answerable and not self.always_answers:
            return Answer(question, known.language, known.status, "Daarover staat niets in de brieven.")
        citation = self.quotes.get(question) or cite(RIGHT.get(question, "100#1"), known.quote or HARBOUR[35:66])
        return Answer(question, known.language, "answered", f"De minister: “{citation.quote}” [1]", (citation,))


def misquoting(shift: int) -> Clerk:
    """Return a clerk whose first citation is off by some characters."""
    return Clerk(quotes={SHIPS.question: cite("100#1", "Er voeren 1.250 schepen binnen.", shift=shift)})


def with_quote(citation: Citation, quote: str) -> Citation:
    """Return the citation with other words at the same offsets."""
    return replace(citation, quote=quote)
