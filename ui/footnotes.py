"""Answers to take along: as plain text and as Markdown, each with its references as footnotes, in the Dutch style."""

import datetime
import re
from collections.abc import Sequence

from rag.answer import Answer, Citation
from rag.answering.compose import as_plain
from ui.labels import Labels

_MARK = re.compile(r"(?<!\\)\[(\d{1,3})\]")


def as_text(answer: Answer) -> str:
    """Return an answer as plain text, its sources below it."""
    notes = "\n".join(f"[{one.n}] {reference(one)}" for one in answer.citations)
    return "\n\n".join(filter(None, (answer.question, as_plain(answer.answer), notes))) + "\n"


def as_markdown(answer: Answer) -> str:
    """Return an answer as Markdown with footnotes."""
    return f"{_markdown(answer, 0)}\n"


def conversation_as_markdown(answers: Sequence[Answer], day: datetime.date, labels: Labels) -> str:
    """Return the answers of a conversation as one Markdown document, with footnotes that count on."""
    parts = [f"# {labels.conversation}", labels.made_on.format(date=labels.date(day.isoformat()))]
    before = 0
    for answer in answers:
        parts.append(_markdown(answer, before))
        before += len(answer.citations)
    return "\n\n".join(parts) + "\n"


def reference(citation: Citation) -> str:
    """Return a citation as a footnote has it: the customary reference, closed with a full stop."""
    return f"{citation.text.rstrip('.')}."


def _markdown(answer: Answer, before: int) -> str:
    known = {citation.n for citation in answer.citations}
    text = _MARK.sub(
        lambda found: f"[^{int(found[1]) + before}]" if int(found[1]) in known else found[0], answer.answer
    )
    notes = "\n".join(f"[^{one.n + before}]: {reference(one)}" for one in answer.citations)
    question = " ".join(answer.question.split())
    return "\n\n".join(filter(None, (f"## {question}", text, notes)))
