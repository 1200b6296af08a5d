"""Replies: answers in running text, without a heading of their own, each with the question it restates.

``De leden van de VVD-fractie vragen of dat klopt. Het kabinet bevestigt dit.`` is a question and its answer. Where
it cannot be told whose words a sentence is, it counts as the members': their words must never pass for an answer.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from ingest.exchanges.voices import COUNT, Voice, goes_on_asking, is_own, party_speaking, they_ask, voice
from ingest.lines.blocks import Block
from ingest.marks import SEAL, bare
from rag.answering.sentences import sentences

Home = Literal["members", "cabinet"]
"""Whose running text it is, when its words do not tell."""

_OF_THEM = re.compile(r"\b(?:[Hh]en|[Hh]un|[Dd]eze leden|[Zz]ij)\b")
_FULL_NAME = re.compile(r"(?:[Dd]e|[Hh]et) (?!aan het woord)(?:fractie)?(?:leden|lid|fractie) ")
_COUNTED = re.compile(r"(?:\d{1,2}\.){1,3}(?:\d{1,2}\.?)? [A-ZÀ-Þ][^.?!:;]{2,100}[^.?!:;,]")
_RECEIVED = re.compile(r"(?:Ontvangen|Vastgesteld|Den Haag,) \d")
_FEWEST_WORDS = 4


@dataclass(slots=True)
class Reply:
    """An answer, the words in which it restates its question, and the party whose question it is, if it says so.

    ``theme`` is the heading under which it stands, ``section`` that of its question where this has another.
    """

    theme: str | None = None
    section: str | None = None
    party: str | None = None
    questions: list[str] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Piece:
    """A sentence with the white space after it; ``fresh`` when it starts a paragraph."""

    text: str
    fresh: bool
    theme: str | None
    voice: Voice | None
    paragraph: int


def replies(blocks: Sequence[Block], asked: frozenset[str] = frozenset(), home: Home = "cabinet") -> list[Reply]:
    """Part running text into replies.

    Args:
        blocks: the paragraphs and the headings of themes.
        asked: the sentences, folded, that are known to be the members' own.
        home: whose text it is where nothing tells.
    """
    pieces = _with_they(list(_pieces(blocks, asked)), home)
    teller = _Teller(pieces, home)
    found: list[Reply] = []
    for at, piece in enumerate(pieces):
        of_members = teller.is_of_members(at)
        if not found or _starts(piece, found[-1], of_members=of_members):
            found.append(Reply(piece.theme))
        _write(found[-1].questions if of_members else found[-1].answers, piece)
        if found[-1].party is None and piece.voice in ("asks", "tells", "opens"):
            found[-1].party = party_speaking(bare(piece.text))
    return [_trimmed(one) for one in found]


def is_theme(blocks: Sequence[Block], index: int) -> bool:
    """Say whether a block is the heading of a theme, with text under it."""
    if index + 1 >= len(blocks) or "?" in blocks[index].text:
        return False
    block, text = blocks[index], bare(blocks[index].text).strip()
    counted = _COUNTED.fullmatch(text) is not None and _COUNTED.fullmatch(bare(blocks[index + 1].text)) is None
    return block.heading or (block.like_title and _RECEIVED.match(text) is None) or counted


def fold(text: str) -> str:
    """Return the words of a text alone, to be compared."""
    return " ".join(re.findall(r"\w+", bare(text).casefold()))


def folded_sentences(texts: Sequence[str]) -> frozenset[str]:
    """Return the sentences of texts, folded, but those too short to be known again."""
    folded = (fold(text[start:end]) for text in map(bare, texts) for start, end in sentences(text))
    return frozenset(one for one in folded if one.count(" ") >= _FEWEST_WORDS - 1)


def _pieces(blocks: Sequence[Block], asked: frozenset[str]) -> Iterator[_Piece]:
    theme: str | None = None
    for number, block in enumerate(blocks):
        if is_theme(blocks, number):
            theme = block.text
            continue
        for at, text in enumerate(cut(block.text)):
            words = bare(text).strip()
            known = fold(words) in asked
            yield _Piece(text, at == 0, theme, "asks" if known else voice(words), number)


def _with_they(pieces: list[_Piece], home: Home) -> list[_Piece]:
    """Know ``Zij vragen`` for the members' where they speak earlier in the same paragraph, or under the last count."""
    told = asked = listed = False
    for piece in pieces:
        counted = piece.fresh and COUNT.match(bare(piece.text)) is not None
        told, asked = (told, asked) if not piece.fresh else (counted and listed, False)
        if told and piece.voice is None and they_ask(bare(piece.text)) and (home == "members" or not asked):
            piece.voice = "asks"
        told = told or piece.voice in ("asks", "tells")
        listed = listed or (counted and told)
        asked = asked or piece.voice == "asks"
    return pieces


def cut(sealed: str) -> Iterator[str]:
    """Cut a text into its sentences, a count at its start with the first of them.

    A note's mark goes with the words before it, a page with those after it.
    """
    words = bare(sealed)
    counted = COUNT.match(words)
    starts = [start for start, _ in sentences(words)][1:]
    if counted is not None and starts and starts[0] <= counted.end():
        del starts[0]
    seals = list(SEAL.finditer(sealed))
    last = 0
    for start in starts:
        place = start
        for seal in seals:
            if seal.start() >= place:
                break
            place += seal.end() - seal.start()
        for seal in reversed(seals):
            if seal.end() == place:
                place = seal.start()
        yield sealed[last:place]
        last = place
    yield sealed[last:]


class _Teller:
    """Tells of each sentence, in order, whether it is the members'."""

    def __init__(self, pieces: Sequence[_Piece], home: Home) -> None:
        self._pieces, self._home = pieces, home
        self._members: bool | None = None
        self._asked = False
        self._known = _following(piece.voice is not None for piece in pieces)
        self._asking = _following(piece.voice in ("asks", "tells") for piece in pieces)
        self._direct = _following(map(_is_question, pieces))

    def is_of_members(self, at: int) -> bool:
        """Say whether a sentence is the members'; to be asked of each in turn."""
        piece = self._pieces[at]
        if at and piece.theme != self._pieces[at - 1].theme:
            self._members, self._asked = None, False
        before = self._members
        self._members = self._decide(at)
        if self._members and before is False:
            self._asked = False
        self._asked = self._asked or (self._members and (piece.voice == "asks" or _is_question(piece)))
        return self._members

    def _decide(self, at: int) -> bool:
        piece = self._pieces[at]
        if piece.voice in ("asks", "tells"):
            return True
        if self._members is not False and piece.voice == "speaks" and not is_own(piece.text):
            return self._is_their_account(at)
        if piece.voice is not None:
            return False
        if piece.fresh and _is_question(piece):
            return True
        if self._members:
            return goes_on_asking(bare(piece.text)) or self._stays(at)
        return self._members is None and self._home == "members"

    def _is_their_account(self, at: int) -> bool:
        """Say whether members tell what the cabinet does: in a paragraph that goes on to ask, or before they ask."""
        if self._next(at, within=True) == "members":
            return not self._asked or (self._home == "members" and self._asks_directly(at))
        if self._asked or self._home == "cabinet":
            return False
        return self._members is None or self._goes_on_unnamed(at)

    def _stays(self, at: int) -> bool:
        """Say whether a sentence after one of the members that tells nothing by itself is theirs as well."""
        if self._next(at, within=True) == "members":
            return not self._asked or self._home == "members"
        if self._home == "cabinet":
            return False
        following = self._next(at)
        if following == "members":
            return True
        return not self._asked or (following is None and _OF_THEM.search(self._pieces[at].text) is not None)

    def _next(self, at: int, *, within: bool = False) -> Literal["members", "cabinet"] | None:
        """Return who is the next to be known by their words, in the same theme, or within the same paragraph."""
        here, place = self._pieces[at], self._known[at]
        if place is None:
            return None
        piece = self._pieces[place]
        if piece.theme != here.theme or (within and piece.paragraph != here.paragraph):
            return None
        return "members" if piece.voice in ("asks", "tells") else "cabinet"

    def _asks_directly(self, at: int) -> bool:
        place = self._direct[at]
        return place is not None and self._pieces[place].paragraph == self._pieces[at].paragraph

    def _goes_on_unnamed(self, at: int) -> bool:
        """Say whether the members speak next without being named anew, as in ``Deze leden vragen``."""
        place = self._asking[at]
        return place is not None and _FULL_NAME.match(bare(self._pieces[place].text)) is None


def _following(marked: Iterable[bool]) -> list[int | None]:
    """Return for each place the next place after it that is marked."""
    flags = list(marked)
    found: list[int | None] = []
    following: int | None = None
    for at in range(len(flags) - 1, -1, -1):
        found.append(following)
        following = at if flags[at] else following
    return found[::-1]


def _is_question(piece: _Piece) -> bool:
    return bare(piece.text).rstrip().rstrip("\"”’')»").endswith("?")


def _starts(piece: _Piece, current: Reply, *, of_members: bool) -> bool:
    if piece.theme != current.theme:
        return True
    return bool(current.answers) and (of_members or (piece.fresh and piece.voice == "opens"))


def _write(paragraphs: list[str], piece: _Piece) -> None:
    if piece.fresh or not paragraphs:
        paragraphs.append(piece.text)
    else:
        paragraphs[-1] += piece.text


def _trimmed(reply: Reply) -> Reply:
    reply.questions = [text.strip() for text in reply.questions]
    reply.answers = [text.strip() for text in reply.answers]
    return reply
