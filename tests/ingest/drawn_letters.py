"""Made-up letters for property tests: random groupings, wrapped lines, notes and page furniture anywhere."""

from dataclasses import dataclass

from hypothesis import strategies as st

NOUNS = (
    "boom",
    "huis",
    "fiets",
    "water",
    "brug",
    "school",
    "markt",
    "haven",
    "akker",
    "toren",
    "molen",
    "winter",
    "regen",
)
FURNITURE = (
    ("Tweede Kamer, vergaderjaar 2025–2026, Aanhangsel 3",),
    ("Directoraat-Generaal Bomen", "Bureau Takken", "", "Datum", "11 mei 2026", "", "Onze referentie", "7268126"),
    ("ah-tk-20252026-17", "ISSN 0921 - 7398"),
    ("Pagina 2 van 5",),
    ("**Datum**", "11 mei 2026"),
)
TOP = (
    "> Retouradres Postbus 1 2500 EH Den Haag",
    "",
    "Aan de Voorzitter van de Tweede Kamer",
    "",
    "Directoraat-Generaal Bomen",
    "Bureau Takken",
    "",
    "Datum 11 mei 2026",
    "Betreft Antwoorden over bomen",
    "",
    "Hierbij bied ik u de antwoorden aan op vragen over bomen.",
    "",
)


@dataclass(frozen=True)
class Made:
    """A letter as text, and what reading it must give: for each group of numbers its question and its answer."""

    text: str
    expected: dict[tuple[str, ...], tuple[str, str]]
    notes: int


@st.composite
def sentences(draw: st.DrawFn, end: str) -> str:
    words = draw(st.lists(st.sampled_from(NOUNS), min_size=3, max_size=14))
    return f"{' '.join(words).capitalize()}{end}"


@st.composite
def made_letters(draw: st.DrawFn) -> Made:
    numbers = [str(n) for n in range(1, draw(st.integers(1, 6)) + 1)]
    groups: dict[int, list[str]] = {}
    for number in numbers:
        groups.setdefault(draw(st.integers(0, 3)), []).append(number)
    answers_last = draw(st.booleans())
    asked = {number: draw(sentences("?")) for number in numbers}
    answered = {tuple(group): draw(sentences(".")) + " " + draw(sentences(".")) for group in groups.values()}
    parts = _parts(asked, answered, answers_last=answers_last, together=draw(st.booleans()))
    lines = list(TOP)
    notes = 0
    for heading, words in parts:
        lines += ["", heading, ""]
        body = _wrapped(words, draw(st.integers(20, 80)))
        if draw(st.integers(0, 4)) == 0:
            notes += 1
            body = _noted(body, notes, draw(st.integers(0, len(body) - 1)))
        if draw(st.booleans()):
            place = draw(st.integers(0, len(body)))
            body[place:place] = ["", *draw(st.sampled_from(FURNITURE)), ""]
        lines += body
        if draw(st.integers(0, 3)) == 0:
            lines += ["", *draw(st.sampled_from(FURNITURE)), ""]
    expected = {group: (" ".join(asked[number] for number in group), words) for group, words in answered.items()}
    return Made("\n".join(lines), expected, notes)


def _parts(
    asked: dict[str, str], answered: dict[tuple[str, ...], str], *, answers_last: bool, together: bool
) -> list[tuple[str, str]]:
    questions = {number: (f"Vraag {number}", words) for number, words in asked.items()}
    answers = {group: (f"Antwoord op vraag {' en '.join(group)}", words) for group, words in answered.items()}
    if answers_last:
        return [*questions.values(), *answers.values()]
    parts: list[tuple[str, str]] = []
    for group in answered:
        if together:
            parts.append((f"Vraag {', '.join(group)}", " ".join(asked[number] for number in group)))
        else:
            parts += [questions[number] for number in group]
        parts.append(answers[group])
    return parts


def _wrapped(words: str, width: int) -> list[str]:
    lines = [""]
    for word in words.split():
        if lines[-1] and len(lines[-1]) + len(word) >= width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _noted(lines: list[str], number: int, place: int) -> list[str]:
    marked = f"{lines[place]}{number}"
    return [*lines[:place], marked, "", f"{number} Kamerstuk 32 317, nr. 5", "", *lines[place + 1 :]]
