"""Consultations: groups ask in running text; answers stand under ``Antwoord``, in a part of their own, or in the text.

Where the answers have a part of their own, each is put together with what its group asked in the first part.
"""

import re
from collections.abc import Iterator, Sequence

from ingest.exchanges.marked import before_counted, between_answers
from ingest.exchanges.outline import Aside, Draft, Heading, Item, Outline, Running
from ingest.exchanges.pairing import Asked, pair
from ingest.exchanges.replies import Reply, folded_sentences, is_theme, replies
from ingest.exchanges.sections import Section, sections
from ingest.exchanges.voices import COUNT, is_own, party_speaking, voice
from ingest.lines.blocks import Block
from ingest.lines.numbering import label
from ingest.marks import bare

_SAYS_ANSWERED = re.compile(
    r"[Vv]ragen en antwoorden zijn hierna|\b(?:zijn|heeft|hebben)\b[^.]{0,160}\bbeantwoord\b|"
    r"en (?:de )?(?:reactie|antwoord(?:en)?) van (?:de|het)\b"
)
_OWN_NUMBER = re.compile(r"(\d{1,3})[.)]\s")


def outline(blocks: Sequence[Block], *, answering: bool = False) -> Outline:
    """Put blocks in order as exchanges of groups, headings and running text.

    ``answering`` says that the whole of it is an answer, as a note in reply to a report of questions is.
    """
    found = sections(blocks, "replied" if answering else None)
    return _Scribe(found).write()


def running(blocks: Sequence[Block]) -> list[Item]:
    """Tell headings from running text where there are no questions."""
    items: list[Item] = []
    for index, block in enumerate(blocks):
        headed = block.heading or (block.like_title and "," not in block.text and index + 1 < len(blocks))
        items.append(Heading(block.text) if headed else Running(block.text))
    return items


class _Scribe:
    """Writes section after section, and counts the answers of each group."""

    def __init__(self, found: Sequence[Section]) -> None:
        self.outline = Outline()
        self._sections = found
        self._counts: dict[str | None, int] = {}
        self._counted = 0
        self._theme: str | None = None
        self._marked = any(one.has_marks for one in found)
        self._says_answered = any(
            _SAYS_ANSWERED.search(text) for one in found for text in [one.heading or "", *_texts(one)[:8]]
        )
        self._replies: dict[int, list[Reply]] = {}
        self._asked: dict[int, list[Asked]] = {}
        self._after: dict[int, list[int]] = {}
        self._pair()

    def _pair(self) -> None:
        """Read the part of the answers, and put what each group asked with the answers to it."""
        waiting = [at for at, one in enumerate(self._sections) if one.part == "asked" and not one.has_marks]
        known = folded_sentences([text for at in waiting for text in _texts(self._sections[at])])
        for at, one in enumerate(self._sections):
            if one.part == "replied":
                self._replies[at] = _marked(one) if one.has_marks else _running(one, known)
        if self._replies:
            self._asked = {at: _asked(self._sections[at]) for at in waiting}
            every = [reply for found in self._replies.values() for reply in found]
            self.outline.warnings.extend(pair([one for at in waiting for one in self._asked[at]], every))
            self._keep_order(waiting, every)

    def _keep_order(self, waiting: Sequence[int], every: Sequence[Reply]) -> None:
        """Let a group without an answer follow the group before it, whose words stand with its answers."""
        before: Reply | None = None
        for at in waiting:
            left = [one for one in self._asked[at] if not one.placed]
            if self._asked[at] and not left:
                party = self._sections[at].party
                before = next((reply for reply in reversed(every) if reply.party == party), before)
            elif left and before is not None:
                self._after.setdefault(id(before), []).append(at)

    def write(self) -> Outline:
        """Write all sections; return the outline."""
        later = {at for places in self._after.values() for at in places}
        for at in range(len(self._sections)):
            if at not in later:
                self._write_at(at)
        self._warn()
        return self.outline

    def _write_at(self, at: int) -> None:
        section = self._sections[at]
        self._theme = None
        if section.heading is not None:
            self.outline.items.append(Heading(section.heading))
        if at in self._replies:
            self._write_replies(self._replies[at], section.party)
        elif at in self._asked:
            self._write_asked(self._asked[at], section)
        else:
            self._write_section(section)

    def _warn(self) -> None:
        answered = any(draft.answers for draft in self.outline.drafts)
        for draft in self.outline.drafts:
            if not draft.questions:
                self.outline.warnings.append(f"{draft.label}: answer has no question.")
            if not draft.answers and answered:
                self.outline.warnings.append(f"{draft.label}: question has no answer.")

    def _write_replies(self, found: Sequence[Reply], party: str | None) -> None:
        for reply in found:
            self._head(reply.theme)
            if reply.questions or party or reply.party:
                self._add(reply.questions, reply.answers, reply.party or party, reply.section or reply.theme)
            else:
                self.outline.items.extend(Running(text) for text in reply.answers)
            for at in self._after.get(id(reply), ()):
                self._write_at(at)
                self._theme = reply.theme

    def _write_asked(self, asked: Sequence[Asked], section: Section) -> None:
        """Write what has no answer, and the headings over what stands with its answer further on."""
        left: list[Asked] = []
        for one in asked:
            if one.theme != self._theme and left:
                self._add([each.text for each in left], [], section.party, self._theme)
                left = []
            self._head(one.theme)
            if not one.placed:
                left.append(one)
        if left:
            self._add([each.text for each in left], [], section.party, self._theme)

    def _head(self, theme: str | None) -> None:
        if theme is not None and theme != self._theme:
            self.outline.items.append(Heading(theme))
        self._theme = theme

    def _write_section(self, section: Section) -> None:
        if section.has_marks:
            self._write_marked(section)
        elif section.party is None:
            self.outline.items.extend(running(section.unnumbered))
        elif not self._marked and (self._says_answered or any(is_own(text) for text in _texts(section))):
            for reply in replies(section.unnumbered, home="members"):
                self._head(reply.theme)
                self._add(reply.questions, reply.answers, section.party, reply.theme)
        else:
            self._exchange(section.unnumbered, [], section.party)

    def _write_marked(self, section: Section) -> None:
        before = 0 if section.party else before_counted(section.blocks)
        above = section.blocks[:before]
        self.outline.items.extend(_without_askers(running(above)))
        asker = _asking_party(above)
        for question, answer in between_answers(section.blocks[before:]):
            self._exchange(question, answer, section.party or _asking_party(question) or asker)

    def _exchange(self, question: Sequence[Block], answer: Sequence[Block], party: str | None) -> None:
        asked: list[str] = []
        for index, block in enumerate(question):
            if is_theme(question, index):
                self._theme = block.text
                self.outline.items.append(Heading(block.text))
            else:
                asked.append(block.text)
        self._add(asked, [block.text for block in answer], party, self._theme)

    def _add(self, asked: Sequence[str], answers: Sequence[str], party: str | None, section: str | None) -> None:
        if not asked and not answers:
            return
        numbers = self._numbers(asked, party)
        name = label(numbers)
        name = f"{party}, {name[:1].lower()}{name[1:]}" if party else name
        theme = bare(section).strip() if section else None
        self.outline.items.append(Draft(numbers, name, list(asked), list(answers), party, theme))

    def _numbers(self, asked: Sequence[str], party: str | None) -> tuple[str, ...]:
        """Return the numbers that questions give themselves where these count on; else count within the group."""
        told = [int(found[1]) for text in asked if (found := _OWN_NUMBER.match(bare(text).lstrip()))]
        counts_on = bool(told) and told == list(range(told[0], told[0] + len(told)))
        if not (counts_on and told[0] in (1, self._counted + 1) and told[0] > self._counts.get(party, 0)):
            told = [self._counts.get(party, 0) + 1]
        else:
            self._counted = told[-1]
        self._counts[party] = told[-1]
        return tuple(map(str, told))


def _without_askers(items: Sequence[Item]) -> Iterator[Item]:
    """Let what members say above their questions, and a listing of these, be nobody's to cite."""
    for item in items:
        words = bare(item.text) if isinstance(item, Running) else ""
        asks = voice(words) in ("asks", "tells") or (COUNT.match(words) is not None and "?" in words)
        yield Aside(item.text) if asks and isinstance(item, Running) else item


def _texts(section: Section) -> list[str]:
    return [block.text for block in section.unnumbered]


def _asked(section: Section) -> list[Asked]:
    found: list[Asked] = []
    theme: str | None = None
    blocks = section.unnumbered
    for index, block in enumerate(blocks):
        if is_theme(blocks, index):
            theme = block.text
        else:
            found.append(Asked(section.party, theme, block.text))
    return found


def _running(section: Section, known: frozenset[str]) -> list[Reply]:
    found = replies(section.unnumbered, known)
    party, theme = section.party, None
    for reply in found:
        goes_on = bool(reply.questions) or reply.theme == theme
        party = section.party or reply.party or (party if goes_on else None)
        reply.party, theme = party, reply.theme
    return found


def _marked(section: Section) -> list[Reply]:
    found: list[Reply] = []
    theme: str | None = None
    for question, answer in between_answers(section.blocks):
        asked: list[str] = []
        for index, block in enumerate(question):
            if is_theme(question, index):
                theme = block.text
            else:
                asked.append(block.text)
        party = section.party or _asking_party(question)
        found.append(Reply(theme, None, party, asked, [block.text for block in answer]))
    return found


def _asking_party(question: Sequence[Block]) -> str | None:
    spoken = (words for block in question if voice(words := bare(block.text)) in ("asks", "tells"))
    return next((party for words in spoken if (party := party_speaking(words))), None)
