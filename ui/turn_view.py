"""The conversation as safe HTML: each question with its answer, and what can be done with it."""

from html import escape

from rag.answer import Answer
from rag.feedback import VERDICTS
from ui.answer_view import render_answer, render_related, render_sources
from ui.conversation import Conversation, Turn
from ui.filter_names import told
from ui.footnotes import as_markdown, as_text
from ui.labels import Labels
from ui.letter_head import copy_button
from ui.strip_view import render_strip


def render_turns(conversation: Conversation, labels: Labels) -> str:
    """Return all turns, the oldest first, and what can be done with the whole of them."""
    last = len(conversation.turns) - 1
    turns = "".join(_turn(number, turn, labels, last=number == last) for number, turn in enumerate(conversation.turns))
    return (
        f'<div class="vb-turns" role="log" aria-label="{labels.conversation}">{turns}{remark_on(conversation)}'
        f"{_whole(conversation, labels)}{_editing(conversation, labels)}</div>"
    )


def remark_on(conversation: Conversation) -> str:
    """Return the remark on the last attempt, if there is one."""
    if not conversation.remark:
        return ""
    return f'<p class="vb-trouble" role="alert">{escape(conversation.remark)}</p>'


def _turn(number: int, turn: Turn, labels: Labels, *, last: bool) -> str:
    """Show one turn; as long as nothing about it changes, as it was shown before: long talks are shown often."""
    by = (number, labels.language, last, turn.growing, turn.stopped, turn.trouble, turn.verdict, turn.remark)
    if turn.drawn is None or turn.drawn[0] != by or turn.growing:
        turn.drawn = (by, _article(number, turn, labels, last=last))
    return turn.drawn[1]


def _article(number: int, turn: Turn, labels: Labels, *, last: bool) -> str:
    grows = ' aria-busy="true"' if turn.growing else ""
    return (
        f'<article class="vb-turn"{grows}><h2 class="vb-asked">{escape(turn.question)}</h2>'
        f"{_outcome(number, turn, labels)}{_tools(number, turn, labels, last=last)}</article>"
    )


def _outcome(number: int, turn: Turn, labels: Labels) -> str:
    parts = [_answer(turn.answer, number, turn, labels)] if turn.answer is not None else []
    if turn.growing and turn.answer is None:
        waits = escape(turn.waits or labels.searching)
        parts.append(f'<p class="vb-waiting">{waits}<span aria-hidden="true"></span></p>')
    if turn.stopped:
        parts.append(f'<p class="vb-stopped">{labels.stopped}</p>')
    if turn.trouble is not None:
        parts.append(f'<p class="vb-trouble" role="alert">{escape(turn.trouble)}</p>')
    return "".join(parts)


def _answer(answer: Answer, number: int, turn: Turn, labels: Labels) -> str:
    badge = labels.status[answer.status]
    status = f'<p class="vb-status">{badge}</p>' if badge else ""
    grows = f'<span class="vb-growing" role="status">{labels.growing}</span>' if turn.growing else ""
    return (
        f"{_understood(answer, turn, labels)}"
        f'<div class="vb-answer-text vb-{answer.status}" lang="{answer.language}">{status}'
        f"{render_answer(answer, number, labels)}{grows}</div>{_remarks(answer, labels)}"
        f"{render_strip(answer, number, labels)}{render_sources(answer, number, labels)}"
        f"{render_related(answer, number, labels)}"
    )


def _understood(answer: Answer, turn: Turn, labels: Labels) -> str:
    """Return the quiet line on how the question was taken, with the way to put it otherwise."""
    whole = answer.searched or answer.question
    taken = [labels.in_language[answer.language], *answer.understood, *told(turn.filters, labels)]
    if answer.searched:
        taken.append(labels.searched.format(question=answer.searched))
    return (
        f'<p class="vb-understood">{labels.understood}: {escape(" · ".join(taken))} '
        f'<button type="button" class="vb-small" data-act="edit" data-question="{escape(whole)}">{labels.change}'
        "</button></p>"
    )


def _remarks(answer: Answer, labels: Labels) -> str:
    told_so = list(answer.remarks)
    if answer.model:
        told_so.append(labels.written_by.format(model=answer.model))
    if not told_so:
        return ""
    items = "".join(f"<li>{escape(one)}</li>" for one in told_so)
    return f'<ul class="vb-remarks" aria-label="{labels.remarks}">{items}</ul>'


def _tools(number: int, turn: Turn, labels: Labels, *, last: bool) -> str:
    """Return what can be done with an answer: ask anew, copy it, say whether it is right."""
    if turn.growing:
        return ""
    again = _again(turn, labels) if last else ""
    answer = turn.whole
    taken = _copies(number, answer, labels) if answer is not None else ""
    judged = _judging(number, turn, labels) if answer is not None else ""
    return f'<div class="vb-tools">{again}{taken}</div>{judged}'


def _again(turn: Turn, labels: Labels) -> str:
    question = escape(turn.question)
    return (
        f'<button type="button" class="vb-tool" data-act="retry">{labels.retry}</button>'
        f'<button type="button" class="vb-tool" data-act="edit-last" data-question="{question}">{labels.edit}</button>'
    )


def _copies(number: int, answer: Answer, labels: Labels) -> str:
    return (
        f'<span class="vb-tools-group" role="group" aria-label="{labels.copy}">'
        f"{copy_button(labels.copy_text, as_text(answer))}{copy_button(labels.copy_markdown, as_markdown(answer))}"
        f'<button type="button" class="vb-small" data-act="word" data-turn="{number}">{labels.as_word}</button></span>'
    )


def _judging(number: int, turn: Turn, labels: Labels) -> str:
    if turn.verdict is not None:
        thanks = labels.thanks.format(verdict=labels.verdicts[turn.verdict].lower())
        return f'<p class="vb-judged" role="status">{thanks}</p>'
    buttons = "".join(
        f'<button type="submit" class="vb-small" value="{verdict}">{labels.verdicts[verdict]}</button>'
        for verdict in VERDICTS
    )
    trouble = f'<p class="vb-trouble" role="alert">{escape(turn.remark)}</p>' if turn.remark else ""
    return (
        f'<form class="vb-judge" data-turn="{number}" aria-label="{labels.judge}"><span>{labels.judge}</span>'
        f'<input type="text" name="note" maxlength="2000" aria-label="{labels.note}" placeholder="{labels.note}">'
        f'<span class="vb-verdicts">{buttons}</span></form>{trouble}'
    )


def _editing(conversation: Conversation, labels: Labels) -> str:
    if not conversation.editing:
        return ""
    return (
        f'<p class="vb-editing" role="status">{labels.editing} '
        f'<button type="button" class="vb-small" data-act="leave">{labels.leave_editing}</button></p>'
    )


def _whole(conversation: Conversation, labels: Labels) -> str:
    if len(conversation.talk()) < len(conversation.turns) or len(conversation.turns) < 2:
        return ""
    return (
        f'<div class="vb-whole" role="group" aria-label="{labels.whole_conversation}">'
        f"<span>{labels.whole_conversation}</span>"
        f'<button type="button" class="vb-small" data-act="word" data-turn="all">{labels.as_word}</button>'
        f'<button type="button" class="vb-small" data-act="markdown">{labels.export_markdown}</button></div>'
    )
