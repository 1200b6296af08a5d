"""Pairing: what a group asked in one part of a consultation, with the answers to it in another."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ingest.exchanges.replies import Reply, fold
from ingest.likeness import Likeness, stems
from ingest.lines.groups import each_party
from ingest.marks import bare

_SAME_THEME = 2.0
_REACH = 1_200


@dataclass(slots=True)
class Asked:
    """A paragraph of what a group asked; ``placed`` once it stands with its answer."""

    party: str | None
    theme: str | None
    text: str
    placed: bool = False


def pair(asked: Iterable[Asked], replies: Sequence[Reply]) -> list[str]:
    """Put each paragraph that a group asked before the reply that answers it; return what to warn of."""
    groups: dict[str | None, list[Asked]] = {}
    for one in asked:
        groups.setdefault(one.party, []).append(one)
    warnings: list[str] = []
    for party, paragraphs in groups.items():
        own = _replies_to(party, replies, alone=len(groups) == 1)
        if not own:
            continue
        if len(own) == 1 and len(paragraphs) > 1 and not own[0].questions:
            warnings.append(f"{party or 'All groups'}: which words answer which question is not told; they are one.")
        _place(paragraphs, own)
    return warnings


def _replies_to(party: str | None, replies: Sequence[Reply], *, alone: bool) -> list[Reply]:
    if alone and not any(reply.party for reply in replies):
        return list(replies)
    if party is None:
        return []
    same = [reply for reply in replies if reply.party == party]
    members = set(each_party(party))
    return same or [reply for reply in replies if reply.party and members & set(each_party(reply.party))]


def _place(paragraphs: Sequence[Asked], replies: Sequence[Reply]) -> None:
    taken: Mapping[int, list[Asked]] = {}
    for paragraph, at in zip(paragraphs, _in_step(_likenesses(paragraphs, replies)), strict=True):
        taken = {**taken, at: [*taken.get(at, []), paragraph]}
        paragraph.placed = True
    for at, own in taken.items():
        reply = replies[at]
        words = fold(" ".join(one.text for one in own))
        restated = [text for text in reply.questions if fold(text) not in words]
        reply.questions = [*(one.text for one in own), *restated]
        reply.party = reply.party or own[0].party
        reply.section = reply.theme or next((one.theme for one in own if one.theme), None)


def _likenesses(paragraphs: Sequence[Asked], replies: Sequence[Reply]) -> list[list[float]]:
    """Return for each paragraph how alike it is to what each reply restates and answers."""
    asked = [stems(bare(one.text)) for one in paragraphs]
    restated = [stems(bare(" ".join(one.questions))) for one in replies]
    answered = [stems(bare(" ".join(one.answers))[:_REACH]) for one in replies]
    likeness = Likeness([*asked, *restated])
    return [
        [
            likeness.between(words, restated[at])
            + likeness.covered(words, answered[at]) / 2
            + (_SAME_THEME if one.theme and reply.theme and fold(one.theme) == fold(reply.theme) else 0.0)
            for at, reply in enumerate(replies)
        ]
        for one, words in zip(paragraphs, asked, strict=True)
    ]


def _in_step(likenesses: Sequence[Sequence[float]]) -> list[int]:
    """Return for each paragraph its reply, so that both keep their order and are together the most alike."""
    totals: list[float] = [0.0] * len(likenesses[0])
    steps: list[list[int]] = []
    for row in likenesses:
        best, step = 0, []
        for at, total in enumerate(totals):
            best = at if total > totals[best] else best
            step.append(best)
        steps.append(step)
        totals = [totals[step[at]] + value for at, value in enumerate(row)]
    at = max(range(len(totals)), key=totals.__getitem__)
    places: list[int] = []
    for step in reversed(steps):
        places.append(at)
        at = step[at]
    return places[::-1]
