"""An answer as safe HTML: its words, its quotes, and a button for each citation."""

from collections.abc import Iterator
from html import escape
from itertools import groupby

from rag.answer import Answer, Citation, Hit
from ui.answer_parts import Block, Mark, Part, Quote, blocks
from ui.glance import glance
from ui.labels import Labels
from ui.letter_head import letter_line, who_asked

_GLANCE = 170


def render_answer(answer: Answer, turn: int, labels: Labels) -> str:
    """Return the answer's Markdown as HTML: paragraphs, lists, bold, and ``[n]`` as buttons."""
    return "".join(_blocks(answer, turn, labels))


def render_sources(answer: Answer, turn: int, labels: Labels) -> str:
    """Return the list of the places that the answer cites."""
    if not answer.citations:
        return ""
    items = "".join(_source(citation, turn, labels) for citation in answer.citations)
    return f'<section class="vb-sources"><h3>{labels.sources}</h3><ol>{items}</ol></section>'


def render_related(answer: Answer, turn: int, labels: Labels) -> str:
    """Return the nearest places of an answer that there is not."""
    if not answer.related:
        return ""
    items = "".join(f"<li>{_neighbour(hit, turn, labels)}</li>" for hit in answer.related)
    return (
        f'<section class="vb-related"><h3>{labels.related}</h3><p>{labels.no_answer_to_you}</p>'
        f"<ul>{items}</ul></section>"
    )


def _blocks(answer: Answer, turn: int, labels: Labels) -> Iterator[str]:
    for kind, alike in groupby(blocks(answer), key=lambda block: block.kind):
        inner = [_inline(block, turn, labels) for block in alike]
        match kind:
            case "heading":
                yield from (f"<h3>{words}</h3>" for words in inner)
            case "item":
                yield f"<ul>{''.join(f'<li>{words}</li>' for words in inner)}</ul>"
            case "paragraph":
                yield from (f"<p>{words}</p>" for words in inner)


def _inline(block: Block, turn: int, labels: Labels) -> str:
    return "".join(_part(part, turn, labels) for part in block.parts)


def _part(part: Part, turn: int, labels: Labels) -> str:
    if isinstance(part, Quote):
        return _quote(part.citation)
    if isinstance(part, Mark):
        return _chip(part.citation, turn, labels)
    return f"<strong>{escape(part.text)}</strong>" if part.strong else escape(part.text)


def _quote(citation: Citation) -> str:
    kind = "vb-quote-asked" if citation.role == "question" else "vb-quote"
    return f'<span class="{kind}" lang="nl">“{escape(citation.quote)}”</span>'


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


def _source(citation: Citation, turn: int, labels: Labels) -> str:
    remark = f'<em class="vb-remark">{labels.asked_words}</em>' if citation.role == "question" else ""
    return (
        f'<li><button type="button" class="vb-source" data-act="cite" data-turn="{turn}" '
        f'data-n="{citation.n}"><span class="vb-source-n">{citation.n}</span>'
        f'<span><span lang="nl">{escape(citation.text)}</span>{remark}</span></button></li>'
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
        f'<span lang="nl">{escape(glance(letter.at(span), _GLANCE))}</span>'
        f'<span class="vb-card-line" lang="nl">{escape(line)}</span></button>'
    )


def _place_name(hit: Hit, labels: Labels) -> str:
    if hit.place.exchange is not None:
        return hit.place.exchange.label
    if hit.place.paragraph is not None:
        return labels.paragraph.format(n=hit.place.paragraph.n)
    return hit.place.letter.title
