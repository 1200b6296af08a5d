"""The texts of the window: what there is to say. :mod:`ui.dutch` and :mod:`ui.english` say it."""

import datetime
from dataclasses import dataclass

from rag.answer import Language, Status
from rag.feedback import Verdict
from rag.letter import Kind


@dataclass(frozen=True, slots=True)
class Labels:
    """The window's own words in one language; a name in braces is filled in where the text is shown."""

    language: Language

    # The frame
    tagline: str
    switch: str
    to_window: str
    to_letters: str

    # Asking
    question: str
    placeholder: str
    ask: str
    stop: str
    welcome: str
    promise: str
    promise_of_model: str
    examples: str
    example_of: str
    conversation: str
    searching: str
    growing: str
    stopped: str
    failed: str
    trouble: str
    too_slow: str
    too_many: str
    empty: str
    too_long: str
    editing: str
    leave_editing: str

    # The answer
    status: dict[Status, str]
    understood: str
    in_language: dict[Language, str]
    searched: str
    change: str
    retry: str
    edit: str
    remarks: str
    written_by: str
    sources: str
    source: str
    asked_words: str
    related: str
    no_answer_to_you: str
    strip: str
    strip_sources: str

    # Collecting
    copy: str
    copy_text: str
    copy_markdown: str
    copied: str
    not_copied: str
    as_word: str
    whole_conversation: str
    export_markdown: str
    made_on: str

    # Feedback
    judge: str
    verdicts: dict[Verdict, str]
    note: str
    thanks: str

    # Narrowing
    narrow: str
    no_filter: str
    filters: dict[str, str]
    take_away: str
    take_all_away: str
    any_value: str
    no_such_letter: str

    # The source
    pane: str
    back: str
    previous: str
    following: str
    contents: str
    contents_paragraphs: str
    columns: tuple[str, str, str]
    own_page: str
    copy_link: str
    copy_reference: str
    shelf: str
    shelf_intro: str
    more_letters: str
    exchanges: str
    one_exchange: str
    running_text: str
    kinds: dict[Kind, str]
    undated: str
    more: str
    citation: str
    fields: dict[str, str]
    group: str
    question_of: str
    question_alone: str
    answer_of: str
    no_answer: str
    no_question: str
    points_to: str
    unknown_pointer: str
    paragraph: str
    page: str
    notes: str
    warnings: str

    # The page picture
    sheet: str
    sheet_away: str
    sheet_of: str
    sheet_page: str
    sheet_missing: str
    sheet_changed: str
    sheet_unreadable: str
    quote_elsewhere: str
    quote_unmarked: str

    # The letters page
    no_letters: str
    no_letters_how: str
    no_letters_add: str
    no_letters_command: str
    folder: str
    none_found: str
    find: str
    find_button: str
    sort: str
    sorts: dict[str, str]
    all_kinds: str
    letters_count: str
    one_letter: str
    letter_columns: tuple[str, str, str, str]
    warned: str
    earlier: str
    later: str
    pages_of: str
    add: str
    add_hint: str
    add_choose: str
    add_busy: str
    add_off: str
    add_sending: str
    add_waiting: str
    add_read: str
    add_failed: str
    add_too_large: str
    add_done: str
    add_lost: str
    report: str
    remove: str
    remove_ask: str
    remove_sure: str
    remove_not: str
    removed: str
    removed_stays: str
    ask_about: str
    no_such_page: str

    # States
    building: str
    building_how: str
    building_step: str
    unusable: str
    stages: dict[str, str]

    months: tuple[str, ...]

    def date(self, iso: str) -> str:
        """Write an ISO date as people of this language do: ``18 juni 2026``."""
        day = datetime.date.fromisoformat(iso)
        return f"{day.day} {self.months[day.month - 1]} {day.year}"
