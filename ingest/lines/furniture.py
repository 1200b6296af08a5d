"""Page furniture: what stands on a page around the letter: heads, address and date blocks, page numbers, feet."""

import re
from collections import Counter
from collections.abc import Sequence

from ingest.dates import DATE
from ingest.lines import bare_numbers
from ingest.lines.numbering import numbering
from ingest.manuscript import Line

_LABEL = re.compile(
    r"(?i:(?:datum|onze referentie|ons kenmerk|uw referentie|uw kenmerk|uw brief(?: van)?|kenmerk|bijlagen?|"
    r"bijlage\(n\)|"
    r"bi ?j ?lagen|behandeld door|contactpersoon|contact|doorkiesnummer|telefoon|telefoonnummer|fax|e-mail|"
    r"e-mailadres|"
    r"zaaknummer|zaak|auteur|inlichtingen|kopie aan|afschrift aan|aantal bijlagen|dossiernummer|ons ?kenmerk|"
    r"uw ?kenmerk|pagina))\s*:?(?:\s+(?P<value>\S.{0,60}))?"
)
_VALUE = re.compile(
    rf"(?:{DATE}|\d{{1,2}}-\d{{1,2}}-\d{{4}}|(?=\S*\d)[\w./-]{{3,40}}(?: [A-Z]{{1,2}})?|"
    rf"[A-Z]{{2,8}} ?/ ?(?=\S*\d)[\w.-]{{3,30}}|\d{{4}}[ZDP]\d{{5}}.{{0,40}}|\d{{1,2}}|-|geen)\.?"
)
_SUBJECT = re.compile(r"(?i:betreft|betreft:|onderwerp|onderwerp:)\s+\S")
_OFFICE = re.compile(
    r"(?:Directoraat|Directie|DG |DG$|Ministerie van|Bureau |Afdeling|Inspectie|Dienst|Bestuurs|Bestuursdepartement|"
    r"Directeur|Algemene Rekenkamer$|Rijksoverheid$)"
)
_ADDRESS = re.compile(
    r"(?:Retouradres|Bezoekadres|Postadres|Postbus \d|Aan de [Vv]oorzitter|AAN DE VOORZITTER|BEZORGEN\b|"
    r"De [Vv]oorzitter van de (?:Tweede|Eerste) Kamer|Voorzitter van de (?:Tweede|Eerste) Kamer|"
    r"der Staten-Generaal$|Binnenhof \d|Prinses Irenestraat|www\.|https?://www\.|[TFEWI] [\d(+w]|"
    r"\d{4} ?[A-Z]{2}\b|[A-Z][a-z]+(?:straat|laan|plein|weg|markt|voorhout|kade) \d|"
    r"\d{3} ?[–—-]? ?\d{3} ?\d{2} ?\d{2}|\S+@\S+\.nl$)"
)
_BODY = re.compile(
    r"(?:Geachte |Hierbij |De vaste (?:kamer)?commissie|Mijne heren|Met deze brief|In (?:antwoord|reactie|vervolg) |"
    r"Naar aanleiding|Mede namens|Vragen? |Antwoord|Vragen en opmerkingen|Inbreng |Op \d|Bij brief|"
    r"De leden van de vaste|1[.)] [A-Z])"
)
_FOOT = re.compile(
    r"(?P<foot>(?:[’'‘]s-Gravenhage \d{4}\s+)?"
    r"(?:Tweede|Eerste) Kamer(?: der Staten-Generaal)?, vergaderjaar \d{4}[–—-]\d{2,4}, "
    r"(?:Aanhangsel(?: van de Handelingen)?|[\d ]{5,7}(?:[ -][IVXLC\d-]{1,7})?(?:, [A-Z]{1,3}|,? nr\. ?\d+)?)"
    r"(?:,?\s*\d{1,3})?)(?P<rest>(?<=\d)[A-Z].*)?"
)
_FIXED = re.compile(
    r"(?:-{3,}|_{3,}|={3,}|(?:\* ?){3,}|(?:ah|kst|kv|blg|nds|h)-(?:[a-z]{2}-)?[\w-]*\d[\w-]*|h tk \d{8} \d+|"
    r"(?:(?:ah|kst)-[\w-]+ )?ISSN \d{4} ?[–-] ?\d{4}(?: [’'‘]s-Gravenhage \d{4})?|[’'‘]s-Gravenhage \d{4}|"
    r"(?i:pagina|blad|page) \d{1,3}(?: (?:van|of|/) ?\d{1,3})?|"
    r"\d{1,3} ?/ ?\d{1,3}|[–-] ?\d{1,3} ?[–-]|Tweede Kamer der Staten-Generaal ?2?|"
    r"Eerste Kamer der Staten-Generaal ?1?|"
    r"Vergaderjaar \d{4}[–—-]\d{2,4}(?: Aanhangsel van de Handelingen)?|Aanhangsel van de Handelingen|"
    r"Vragen gesteld door de leden der Kamer, met de daarop door de(?: regering gegeven antwoorden)?|"
    r"regering gegeven antwoorden|2 Vergaderjaar \d{4}[–—-]\d{4} Aanhangsel van de Handelingen|[ADE]{0,3}VT\d+)"
)
_SURE_LABEL = re.compile(r"(?i:datum|onze referentie|ons kenmerk|uw referentie|uw kenmerk|kenmerk)\s*:?")
_FOOT_SIGNS = frozenset("TE’'‘")
_FIXED_SIGNS = frozenset("-_=*akbnhI’'‘Pp0123456789–TEVAr2DB")
_OFFICE_SIGNS = frozenset("DMBAIR")
_LABEL_SIGNS = frozenset("DdOoUuKkBbCcTtFfEeZzAaIiPp")
_NUMBER_ONLY = re.compile(r"\d{1,4}")
_ZONE = 70


def clear(lines: Sequence[Line]) -> tuple[list[Line], frozenset[int]]:
    """Replace page furniture by gaps; return the lines and the places of what was taken out.

    Body text that is glued to a page foot stays.
    """
    cleaner = _Cleaner(lines)
    cleaner.clear_letterhead()
    cleaner.clear_body()
    cleaner.clear_page_numbers()
    return cleaner.cleared(), frozenset(cleaner.taken)


class _Cleaner:
    """Remembers what was taken out of a letter's head, because it comes back on every page."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.taken: set[int] = set()
        self.glued: dict[int, str] = {}
        self.names: set[str] = set()
        self.zone = min(_zone(lines), *bare_numbers.found(lines), len(lines))

    def clear_letterhead(self) -> None:
        """Take out the blocks before the letter proper that hold an address, a label or an office."""
        start = 0
        for index in range(self.zone + 1):
            if index == self.zone or not self.lines[index].text:
                block = [at for at in range(start, index) if self.lines[at].text]
                if any(_belongs_to_head(self.lines[at].text) for at in block):
                    self.taken.update(block)
                start = index + 1
        self.names = {self.lines[index].text for index in self.taken}
        offices = Counter(
            line.text
            for line in self.lines
            if line.text[:1] in _OFFICE_SIGNS and len(line.text) < 80 and _OFFICE.match(line.text)
        )
        self.names.update(text for text, times in offices.items() if times > 2 and text[-1] not in ".?!:;")

    def clear_body(self) -> None:
        """Take out what comes back between and inside the paragraphs."""
        index = self.zone
        while index < len(self.lines):
            text = self.lines[index].text
            following = self._take(index, text) if text and len(text) < 400 else index
            index = max(following, index + 1)

    def _take(self, index: int, text: str) -> int:
        if text[0] in _FOOT_SIGNS and (foot := _FOOT.fullmatch(text)) is not None:
            if foot["rest"]:
                self.glued[index] = foot["rest"]
            else:
                self.taken.add(index)
        elif text[0] in _FIXED_SIGNS and _FIXED.fullmatch(text):
            self.taken.add(index)
        elif text in self.names and _OFFICE.match(text):
            return self._take_run(index)
        elif text[0] in _LABEL_SIGNS and (label := _LABEL.fullmatch(text)) is not None:
            return self._take_label(index, label["value"])
        return index

    def _take_run(self, index: int) -> int:
        while index < len(self.lines) and self.lines[index].text in self.names:
            self.taken.add(index)
            index += 1
        return index

    def _take_label(self, index: int, value: str | None) -> int:
        if value is not None:
            if _VALUE.fullmatch(value):
                self.taken.add(index)
            return index
        after = next((at for at in range(index + 1, min(index + 3, len(self.lines))) if self.lines[at].text), None)
        if after is not None and _VALUE.fullmatch(self.lines[after].text) and not numbering(self.lines[after].text):
            self.taken.update((index, after))
            return after + 1
        if _SURE_LABEL.fullmatch(self.lines[index].text):
            self.taken.add(index)
        return index

    def clear_page_numbers(self) -> None:
        """Take out numbers that stand alone and count up, unless they are the questions' own numbers."""
        alone = [at for at in range(self.zone, len(self.lines)) if self._is_lone_number(at)]
        asked = bare_numbers.found(self.lines)
        last = 0
        for at in alone:
            if at in asked:
                continue
            number = int(self.lines[at].text)
            if last < number <= last + (15 if last == 0 else 10):
                self.taken.add(at)
                last = number

    def _is_lone_number(self, at: int) -> bool:
        text = self.lines[at].text
        if len(text) > 3 or not text.isdecimal():
            return False
        before = at == 0 or not self.lines[at - 1].text or at - 1 in self.taken
        return before and (at + 1 == len(self.lines) or not self.lines[at + 1].text or at + 1 in self.taken)

    def cleared(self) -> list[Line]:
        """Return the lines with gaps where something was taken out."""
        lines = list(self.lines)
        for at in self.taken:
            lines[at] = Line("", lines[at].page, lines[at].opens, gap=True)
        for at, rest in self.glued.items():
            lines[at] = Line(rest, lines[at].page, opens=True, gap=True)
        return lines


def _zone(lines: Sequence[Line]) -> int:
    for index, line in enumerate(lines[:_ZONE]):
        text = line.text
        if text and not _FIXED.fullmatch(text) and (_BODY.match(text) or numbering(text) or len(text) > 250):
            return index
    return 0


def _belongs_to_head(text: str) -> bool:
    return bool(
        _ADDRESS.match(text)
        or _OFFICE.match(text)
        or _LABEL.fullmatch(text)
        or _SUBJECT.match(text)
        or _FIXED.fullmatch(text)
        or _NUMBER_ONLY.fullmatch(text)
    )


def is_label(text: str) -> bool:
    """Say whether a line is a label of a letter's head, such as ``Uw kenmerk``, alone or with its value."""
    return _LABEL.fullmatch(text) is not None
