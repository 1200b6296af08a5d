"""Countries: every way to name one, so that "Deens", "Denen" and "Kopenhagen" are found where a letter says Denemarken.

``data/countries.tsv`` has a line a country: its Dutch names, adjectives and inhabitants, its English names, adjectives
and inhabitants, and its capital, the forms of each parted by ``|``. Capitals that more often stand for something else
(Brussels, Dublin, The Hague) are left out, and so is the Netherlands, of which every letter speaks.
"""

import re
from collections.abc import Mapping
from functools import cache

from rag.answer import Language
from rag.errors import SettingError
from rag.words.lexicon import DATA, Key, stems

TABLE = DATA / "countries.tsv"

Forms = Mapping[Key, float]

_WEIGHTS = (1.0, 0.9, 0.8, 0.0, 0.0, 0.4)
"""How far a form of each column means the country, when a letter has it; what is English stands in no letter."""

_COLUMNS: dict[Language, tuple[int, ...]] = {"nl": (0, 1, 2, 5), "en": (3, 4, 5)}
"""The columns whose forms a question in each language may have."""


class Countries:
    """The forms of countries, looked up by stems of one language.

    Raises:
        SettingError: a line of the table does not have six columns.
    """

    def __init__(self, language: Language) -> None:
        self._named: dict[Key, dict[Key, float]] = {}
        self._adjectives: dict[Key, tuple[str, ...]] = {}
        for number, line in enumerate(TABLE.read_text(encoding="utf-8").splitlines(), 1):
            columns = [[form for form in column.split("|") if form] for column in line.split("\t")]
            if len(columns) != len(_WEIGHTS):
                raise SettingError(f"{TABLE}, line {number}: not six columns; restore the file.")
            if not line.startswith("#"):
                self._add(columns, language)
        self.longest = max(map(len, self._named))

    def _add(self, columns: list[list[str]], language: Language) -> None:
        forms: dict[Key, float] = {}
        for column, weight in zip(columns, _WEIGHTS, strict=True):
            for form in column if weight else ():
                key = stems(form, "nl")
                forms[key] = max(weight, forms.get(key, 0.0))
        for form in (form for column in _COLUMNS[language] for form in columns[column]):
            self._named.setdefault(stems(form, language), {}).update(forms)
            self._adjectives[stems(form, language)] = tuple(columns[1])

    def __contains__(self, key: Key) -> bool:
        return key in self._named

    def forms(self, key: Key) -> Forms:
        """Return the Dutch forms, by their stems, of the country that a form names; empty when it names none."""
        return self._named.get(key, {})

    def adjectives(self, key: Key) -> tuple[str, ...]:
        """Return the Dutch adjectives of the country that a form names; empty when it names none."""
        return self._adjectives.get(key, ())


_GOVERNMENT = (
    r"(?:government|authorities|(?:prime )?minister|president|parliament|cabinet|regering|overheid|autoriteiten|"
    r"premier|parlement|kabinet|bondskanselier|minister-president)"
)
_SAYS = r"(?:does|did|do|has|have|according to|volgens|zegt|zei|schreef|antwoordde|reageerde)"
_ARTICLE = r"(?:the\s+|de\s+|het\s+)?"
_VOICE = re.compile(
    rf"\b{_SAYS}\s+{_ARTICLE}{_GOVERNMENT}(?:\s+(?:of|for|van|voor)\s+[\w-]+(?:\s+[\w-]+)?)?\s+(?:of|van)\s+"
    # What a cabinet thinks or wants "van België" is of Belgium, not the Belgian cabinet's.
    rf"(?P<of>[\w-]+)\b|\b(?:{_SAYS}|denkt|vindt|vond|wil|wilde)\s+{_ARTICLE}(?P<country>[\w-]+)\s+(?:[\w-]+\s+)?"
    rf"{_GOVERNMENT}\b",
    re.IGNORECASE,
)


def foreign_voice(question: str, language: Language) -> re.Pattern[str] | None:
    """Return how a letter mentions the government of another country whose words a question asks for, if it does."""
    found = _VOICE.search(question)
    country = (found["country"] or found["of"]) if found else ""
    adjectives = countries(language).adjectives(stems(country, language))
    return re.compile(rf"\b(?:{'|'.join(adjectives)})\s+{_GOVERNMENT}\b", re.I) if adjectives else None


@cache
def countries(language: Language) -> Countries:
    """Return the countries as questions in a language name them, read once a process."""
    return Countries(language)
