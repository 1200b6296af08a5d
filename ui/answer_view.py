"""Questions and answers as safe HTML, with a button for each citation."""

import re
from collections.abc import Iterator
from html import escape

from rag import wording
from rag.answer import Answer, Citation, Hit
from rag.compose import as_markdown
from ui.conversation import Conversation, Turn
from ui.labels import EXAMPLES, Labels
from ui.letter_view import letter_line, who_asked

_NUMBER = re.compile(r"\[(\d{1,3})\]")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_ITEM = re.compile(r"^\s*[-*] ")
_OPEN, _CLOSE = "\ue000", "\ue001"
_SLOT = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
_GLANCE = 170


def render_conversation(conversation: Conversation, labels: Labels) -> str:
    """Return all turns, oldest first; before the first one a welcome with example questions."""
    remark = f'<p class="vb-trouble" role="alert">{escape(conversation.remark)}</p>' if conversation.remark else ""
    if not conversation.turns:
        return _welcome(labels, remark)
    turns = "".join(_turn(number, turn, labels) for number, turn in enumerate(conversation.turns))
    return f'<div class="vb-turns" role="log" aria-label="{labels.conversation}">{turns}{remark}</div>'


def render_answer(answer: Answer, turn: int, labels: Labels) -> str:
    """Return the answer's Markdown as HTML: paragraphs, lists, bold, and ``[n]`` as buttons.

    Quotes are set aside first, so that nothing that stands in a letter is taken for Markdown or for a number.
    """
    html = "".join(_blocks(escape(_set_aside(answer))))
    chips = {citation.n: _chip(citation, turn, labels) for citation in answer.citations}
    html = _NUMBER.sub(lambda found: chips.get(int(found[1]), found[0]), html)
    return _SLOT.sub(lambda found: _quote(answer.citations[int(found[1])]), html)


def _set_aside(answer: Answer) -> str:
    """Replace each cited quote by a slot, whatever white space it was broken on."""
    text = answer.answer.replace(_OPEN, "").replace(_CLOSE, "")
    longest_first = sorted(enumerate(answer.citations), key=lambda one: -len(one[1].quote))
    for index, citation in longest_first:
        words = as_markdown(citation.quote.replace(_OPEN, "").replace(_CLOSE, "")).split()
        if words:
            pattern = r"\s+".join(re.escape(word) for word in words)
            text = re.sub(f"“{pattern}”", f"{_OPEN}{index}{_CLOSE}", text)
    return text


def _quote(citation: Citation) -> str:
    kind = "vb-quote-asked" if citation.role == "question" else "vb-quote"
    return f'<span class="{kind}" lang="nl">“{escape(citation.quote)}”</span>'


def _blocks(text: str) -> Iterator[str]:
    """Turn lines into headings, list items and paragraphs."""
    for block in re.split(r"\n\s*\n", text):
        lines = [line.strip() for line in block.splitlines() if line.strip()]
        while lines:
            line = lines.pop(0)
            bold = _BOLD.fullmatch(line)
            if bold:
                yield f"<h3>{bold[1]}</h3>"
            elif _ITEM.match(line):
                items = [line]
                while lines and _ITEM.match(lines[0]):
                    items.append(lines.pop(0))
                yield f"<ul>{''.join(map(_item, items))}</ul>"
            else:
                yield f"<p>{_inline(line)}</p>"


def _item(line: str) -> str:
    return f"<li>{_inline(_ITEM.sub('', line))}</li>"


def _inline(text: str) -> str:
    return _BOLD.sub(r"<strong>\1</strong>", text)


def _chip(citation: Citation, turn: int, labels: Labels) -> str:
    name = escape(_source_name(citation, labels))
    kind = "vb-chip vb-chip-asked" if citation.role == "question" else "vb-chip"
    return (
        f'<button type="button" class="{kind}" data-act="cite" data-turn="{turn}" data-n="{citation.n}" '
        f'aria-label="{name}" title="{name}"><span>[</span>{citation.n}<span>]</span></button>'
    )


def _source_name(citation: Citation, labels: Labels) -> str:
    name = labels.source.format(n=citation.n, text=citation.text)
    return f"{name} ({labels.asked_words})" if citation.role == "question" else name


def _turn(number: int, turn: Turn, labels: Labels) -> str:
    return (
        f'<article class="vb-turn"><h2 class="vb-asked">{escape(turn.question)}</h2>'
        f"{_outcome(number, turn, labels)}</article>"
    )


def _outcome(number: int, turn: Turn, labels: Labels) -> str:
    if turn.trouble is not None:
        return f'<p class="vb-trouble" role="alert">{escape(turn.trouble)}</p>'
    if turn.answer is None:
        return f'<p class="vb-waiting">{labels.searching}<span aria-hidden="true"></span></p>'
    answer = turn.answer
    badge = labels.status[answer.status]
    status = f'<p class="vb-status">{badge}</p>' if badge else ""
    return (
        f'<div class="vb-answer-text vb-{answer.status}" lang="{answer.language}">{status}'
        f"{render_answer(answer, number, labels)}{_understood(answer)}</div>"
        f"{_sources(answer, number, labels)}{_related(answer, number, labels)}"
    )


def _understood(answer: Answer) -> str:
    if not answer.understood:
        return ""
    told = f"{wording.UNDERSTOOD[answer.language]}: {', '.join(answer.understood)}."
    return f'<p class="vb-understood">{escape(told)}</p>'


def _sources(answer: Answer, turn: int, labels: Labels) -> str:
    if not answer.citations:
        return ""
    items = "".join(_source(citation, turn, labels) for citation in answer.citations)
    return f'<section class="vb-sources"><h3>{labels.sources}</h3><ol>{items}</ol></section>'


def _source(citation: Citation, turn: int, labels: Labels) -> str:
    remark = f'<em class="vb-remark">{labels.asked_words}</em>' if citation.role == "question" else ""
    return (
        f'<li><button type="button" class="vb-source" data-act="cite" data-turn="{turn}" '
        f'data-n="{citation.n}"><span class="vb-source-n">{citation.n}</span>'
        f'<span><span lang="nl">{escape(citation.text)}</span>{remark}</span></button></li>'
    )


def _related(answer: Answer, turn: int, labels: Labels) -> str:
    if not answer.related:
        return ""
    items = "".join(f"<li>{_neighbour(hit, turn, labels)}</li>" for hit in answer.related)
    return (
        f'<section class="vb-related"><h3>{labels.related}</h3><p>{labels.no_answer_to_you}</p>'
        f"<ul>{items}</ul></section>"
    )


def _neighbour(hit: Hit, turn: int, labels: Labels) -> str:
    letter, exchange = hit.place.letter, hit.place.exchange
    span = (exchange.question_span or exchange.answer_span) if exchange else hit.span
    title = _place_name(hit, labels)
    asker = who_asked(letter, exchange, labels) if exchange else ""
    line = f"{asker} · {letter_line(letter, labels)}".strip(" ·")
    return (
        f'<button type="button" class="vb-neighbour" data-act="related" data-turn="{turn}" '
        f'data-n="{hit.rank}"><strong>{escape(title)}</strong> '
        f'<span lang="nl">{escape(_glance(letter.at(span)))}</span>'
        f'<span class="vb-card-line" lang="nl">{escape(line)}</span></button>'
    )


def _place_name(hit: Hit, labels: Labels) -> str:
    if hit.place.exchange is not None:
        return hit.place.exchange.label
    if hit.place.paragraph is not None:
        return labels.paragraph.format(n=hit.place.paragraph.n)
    return hit.place.letter.title


def _glance(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _GLANCE else f"{words[:_GLANCE].rsplit(' ', 1)[0]} …"


def _welcome(labels: Labels, remark: str) -> str:
    mine_first = sorted(EXAMPLES, key=lambda example: example[0] != labels.language)
    items = "".join(
        f'<li><button type="button" class="vb-example" data-act="example" lang="{language}" '
        f'data-question="{escape(question)}">{escape(question)}</button></li>'
        for language, question in mine_first
    )
    return (
        f'<section class="vb-welcome"><h2>{labels.welcome}</h2><p>{labels.promise}</p>'
        f"<h3>{labels.examples}</h3><ul>{items}</ul>{remark}</section>"
    )
