"""Every text of the chat window, in Dutch and in English, in one place."""

import datetime
from dataclasses import dataclass

from rag.answer import Language, Status
from rag.letter import Kind


@dataclass(frozen=True, slots=True)
class Labels:
    """The window's own words in one language; a name in braces is filled in where the text is shown."""

    language: Language
    tagline: str
    switch: str
    question: str
    placeholder: str
    ask: str
    welcome: str
    promise: str
    examples: str
    conversation: str
    searching: str
    failed: str
    empty: str
    status: dict[Status, str]
    sources: str
    source: str
    asked_words: str
    related: str
    no_answer_to_you: str
    pane: str
    back: str
    shelf: str
    shelf_intro: str
    no_letters: str
    more_letters: str
    exchanges: str
    one_exchange: str
    running_text: str
    kinds: dict[Kind, str]
    undated: str
    more: str
    citation: str
    fields: dict[str, str]
    group: str
    question_of: str
    question_alone: str
    answer_of: str
    no_answer: str
    no_question: str
    points_to: str
    unknown_pointer: str
    paragraph: str
    page: str
    notes: str
    warnings: str
    months: tuple[str, ...]

    def date(self, iso: str) -> str:
        """Write an ISO date as people of this language do: ``18 juni 2026``."""
        day = datetime.date.fromisoformat(iso)
        return f"{day.day} {self.months[day.month - 1]} {day.year}"


DUTCH = Labels(
    language="nl",
    tagline="Wat het kabinet aan het parlement schreef, in zijn eigen woorden",
    switch="Taal van het venster",
    question="Uw vraag",
    placeholder="Stel een vraag over deze brieven",
    ask="Vraag",
    welcome="Wat zei het kabinet?",
    promise=(
        "Het antwoord bestaat uit letterlijke citaten. Elk nummer opent de brief op de plaats waar het staat, "
        "en als de brieven niets zeggen, leest u dat ook."
    ),
    examples="Bijvoorbeeld",
    conversation="Gesprek",
    searching="Zoekt in de brieven",
    failed=(
        "Dit ging onverwacht mis en de vraag is niet beantwoord. Stel haar nog eens; blijft het misgaan, "
        "dan staat de oorzaak in het terminalvenster waar Vraagbaak draait."
    ),
    empty="Typ eerst een vraag.",
    status={
        "answered": "",
        "not_found": "Niet in deze brieven gevonden",
        "unanswered": "Gevraagd, maar nog niet beantwoord",
        "refused": "Geen vraag voor deze brieven",
    },
    sources="Bronnen",
    source="Bron {n}: {text}",
    asked_words="woorden van de vraag, niet van het kabinet",
    related="Dichtst in de buurt",
    no_answer_to_you="Dit lijkt op wat u vraagt, maar geeft er geen antwoord op.",
    pane="Bron",
    back="Terug naar het antwoord",
    shelf="Alle brieven",
    shelf_intro="Hierin wordt gezocht. Open een brief om hem helemaal te lezen.",
    no_letters="Er zijn nog geen brieven. Voeg ze toe met: vraagbaak ingest MAP",
    more_letters="En nog {n} oudere; `vraagbaak letters` noemt ze alle.",
    exchanges="{n} antwoorden",
    one_exchange="1 antwoord",
    running_text="lopende tekst",
    kinds={
        "answers": "Antwoorden op Kamervragen",
        "consultation": "Schriftelijk overleg",
        "letter": "Kamerbrief",
        "questions": "Vragen zonder antwoord",
        "other": "Ander stuk",
    },
    undated="zonder datum",
    more="Over deze brief",
    citation="Bronvermelding",
    fields={
        "ministers": "Van",
        "askers": "Gevraagd door",
        "kind": "Soort",
        "chamber": "Kamer",
        "date": "Datum",
        "submitted": "Ingezonden",
        "reference": "Kenmerk",
        "question_reference": "Kenmerk van de vragen",
        "dossier": "Dossier",
        "source": "Bestand",
    },
    group="{party}-fractie",
    question_of="Vraag van {who}",
    question_alone="Vraag",
    answer_of="Antwoord van {who}",
    no_answer="Op deze vraag staat in deze brief geen antwoord.",
    no_question="De vraag zelf staat niet in deze brief.",
    points_to="Verwijst naar",
    unknown_pointer="niet te herleiden",
    paragraph="Alinea {n}",
    page="p. {n}",
    notes="Noten",
    warnings="Opgemerkt bij het inlezen",
    months=(
        *("januari", "februari", "maart", "april", "mei", "juni"),
        *("juli", "augustus", "september", "oktober", "november", "december"),
    ),
)

ENGLISH = Labels(
    language="en",
    tagline="What the Dutch cabinet wrote to parliament, in its own words",
    switch="Language of the window",
    question="Your question",
    placeholder="Ask a question about these letters",
    ask="Ask",
    welcome="What did the cabinet say?",
    promise=(
        "The answer is made of verbatim quotes. Every number opens the letter at the place where the words stand, "
        "and when the letters are silent, you are told so."
    ),
    examples="For example",
    conversation="Conversation",
    searching="Searching the letters",
    failed=(
        "Something unexpected went wrong and the question was not answered. Ask it again; if it keeps failing, "
        "the cause is in the terminal where Vraagbaak runs."
    ),
    empty="Type a question first.",
    status={
        "answered": "",
        "not_found": "Not found in these letters",
        "unanswered": "Asked, but not answered yet",
        "refused": "Not a question for these letters",
    },
    sources="Sources",
    source="Source {n}: {text}",
    asked_words="words of the question, not of the cabinet",
    related="Nearest in these letters",
    no_answer_to_you="These resemble what you ask, but do not answer it.",
    pane="Source",
    back="Back to the answer",
    shelf="All letters",
    shelf_intro="These are searched. Open a letter to read it in full.",
    no_letters="There are no letters yet. Add them with: vraagbaak ingest FOLDER",
    more_letters="And {n} older ones; `vraagbaak letters` names them all.",
    exchanges="{n} answers",
    one_exchange="1 answer",
    running_text="running text",
    kinds={
        "answers": "Answers to parliamentary questions",
        "consultation": "Written consultation",
        "letter": "Letter to parliament",
        "questions": "Questions without an answer",
        "other": "Other document",
    },
    undated="undated",
    more="About this letter",
    citation="Reference",
    fields={
        "ministers": "From",
        "askers": "Asked by",
        "kind": "Kind",
        "chamber": "Chamber",
        "date": "Date",
        "submitted": "Submitted",
        "reference": "Reference number",
        "question_reference": "Reference of the questions",
        "dossier": "Dossier",
        "source": "File",
    },
    group="{party} group",
    question_of="Question from {who}",
    question_alone="Question",
    answer_of="Answer of {who}",
    no_answer="This letter holds no answer to this question.",
    no_question="The question itself is not in this letter.",
    points_to="Points to",
    unknown_pointer="cannot be traced",
    paragraph="Paragraph {n}",
    page="p. {n}",
    notes="Notes",
    warnings="Noticed while reading the file",
    months=(
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
)

EXAMPLES: tuple[tuple[Language, str], ...] = (
    ("nl", "Wat gebeurt er met mensen in een terugkeerhub als terugsturen niet lukt?"),
    ("nl", "Hoe wordt etnisch profileren aan de grens tegengegaan?"),
    ("nl", "Kijkt het kabinet nog naar Oeganda?"),
    ("en", "What did the cabinet say about UNHCR access?"),
    ("en", "Are return hubs paid from the development aid budget?"),
    ("en", "Which countries are being considered for return hubs?"),
)
"""Questions that the letters of ``corpus/`` answer, with the language each is asked in."""


def labels_for(language: Language) -> Labels:
    """Return the window's words in a language."""
    return ENGLISH if language == "en" else DUTCH


def language_of(wish: str | None) -> Language:
    """Choose the window's language from a browser's wish, such as ``nl-NL`` or ``en-GB,en;q=0.9``.

    Dutch for Dutch, English for everyone else.
    """
    return "nl" if (wish or "").strip().casefold().startswith("nl") else "en"
