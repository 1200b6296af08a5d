"""The command ``vraagbaak eval``: question sets against an index, figures, gates, reports, and an exit status."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import get_args

from eval.choice import Choice
from eval.errors import EvalError, SetError
from eval.gates import SHIPPED_GATES, check_gates, read_gates
from eval.heard import questions_of
from eval.judge import Judge
from eval.lint import balance, lint
from eval.making import make_of
from eval.measures import GATED
from eval.proposals import proposed
from eval.record import Row, read_record, start_record
from eval.report import Report
from eval.reports import cells, terminal
from eval.reports.junit import junit
from eval.reports.page import page
from eval.reports.summary import summary
from eval.resuming import resume
from eval.run import Watch, ask_all, unwatched
from eval.sets import Question, read_sets, shipped_sets, write_set
from eval.tape import Tape
from eval.written import Written
from rag.answer import Language
from rag.assistant import Assistant
from rag.errors import SettingError
from rag.feedback import recorded
from rag.letter import Letter
from rag.settings import Settings
from rag.writing.opening import open_model

_LANGUAGES = get_args(Language)
SHIPPED_BASELINE = Path(__file__).parent / "baseline.jsonl"
_FORMS: dict[str, Callable[[Report], str]] = {"junit": junit, "markdown": summary, "html": page}


def run(settings: Settings, given: argparse.Namespace) -> int:
    """Do what was asked; of a run, return 3 when a gate is not met."""
    return _ACTIONS[given.action](settings, given) if given.action else _run(settings, given)


def _run(settings: Settings, given: argparse.Namespace) -> int:
    gates = read_gates(given.gates or SHIPPED_GATES)
    check_gates(gates, GATED)
    questions = _chosen(settings, given)
    baseline = _baseline(given, questions)
    make = make_of(settings, questions, given.replies, given.judge)
    ask = partial(_asked, settings, given, len(questions))
    report = Report(make, resume(_record(settings, given), make, questions, ask), gates, baseline)
    _write(report, given)
    print(json.dumps(report.document(), ensure_ascii=False, indent=1) if given.json else terminal.table(report))
    return report.exit_status


def _chosen(settings: Settings, given: argparse.Namespace) -> tuple[Question, ...]:
    questions = read_sets(given.sets or shipped_sets())
    failed = None
    if given.only_failed:
        _, last = read_record(_record(settings, given), questions)
        failed = {row.question.id for row in last if not row.passed}
    return Choice(tuple(given.kinds or ()), given.part, given.sample, failed).of(questions)


def _asked(settings: Settings, given: argparse.Namespace, total: int, questions: Sequence[Question]) -> Iterator[Row]:
    """Ask the questions that are left of all; a judge, where one is named, has its say of each answer."""
    tapes = _tapes(settings, given)
    judge = Judge(tapes[given.judge].speak) if given.judge else None
    silent = settings if given.replies is None else settings.model_copy(update={"model": ""})
    with closing(Assistant.open(silent)) as assistant:
        answering = Written(assistant, settings, tapes[settings.model]) if settings.model in tapes else assistant
        for row in ask_all(answering, questions, _watch(total - len(questions), total), given.jobs):
            yield judge.judged(row) if judge else row
    for tape in tapes.values():
        tape.check()


def _tapes(settings: Settings, given: argparse.Namespace) -> dict[str, Tape]:
    """Return a tape for each language model that speaks: the one that writes, and the one that judges."""
    names = [name for name in (settings.model if given.replies else "", given.judge) if name]
    if given.replies is None and given.judge:
        raise SettingError(f"--judge {given.judge}: needs --replies FILE, with what it says or to keep that.")
    if given.replies is not None and not names:
        raise SettingError(f"--replies {given.replies}: no model speaks; set VRAAGBAAK_MODEL, or name a --judge.")
    return {name: _tape(settings.model_copy(update={"model": name}), given) for name in names}


def _tape(settings: Settings, given: argparse.Namespace) -> Tape:
    return Tape(given.replies, settings.model, partial(open_model, settings) if given.record_replies else None)


def _record(settings: Settings, given: argparse.Namespace) -> Path:
    path: Path = given.record or settings.index / "eval.jsonl"
    return path


def _baseline(given: argparse.Namespace, questions: Sequence[Question]) -> tuple[Row, ...]:
    """Read the baseline that was given, or the shipped one where there is one."""
    path = given.baseline or SHIPPED_BASELINE
    if given.baseline is None and not path.is_file():
        return ()
    return read_record(path, questions)[1]


def _write(report: Report, given: argparse.Namespace) -> None:
    """Write the forms that were asked for; the summary of a job on GitHub gets the Markdown without asking."""
    for name, form in _FORMS.items():
        if path := getattr(given, name):
            _put(path, form(report), "w")
    if job := os.environ.get("GITHUB_STEP_SUMMARY"):
        _put(Path(job), summary(report), "a")
    if given.save_baseline:
        start_record(given.save_baseline, report.make, (row.brief() for row in report.rows))


def _put(path: Path, text: str, mode: str) -> None:
    try:
        with path.open(mode, encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        raise EvalError(f"{path}: the report cannot be written ({error.strerror}); name another file.") from error


def _watch(before: int, total: int) -> Watch:
    if not sys.stderr.isatty():
        return unwatched

    def tell(done: int, left: int) -> None:
        sys.stderr.write(f"\r\x1b[K{before + done}/{total} questions" + ("\n" if done == left else ""))
        sys.stderr.flush()

    return tell


def _lint(settings: Settings, given: argparse.Namespace) -> int:
    """Print the faults of the sets and how they are spread; 1 when there is a fault."""
    questions = read_sets(given.sets or shipped_sets())
    faults = lint(questions, _letters(settings))
    rows = [[name, *(str(row.get(language, 0)) for language in _LANGUAGES)] for name, row in balance(questions).items()]
    print(cells.aligned([["", *_LANGUAGES], *rows]))
    print(f"{len(questions)} questions, {len(faults) or 'no'} fault{'' if len(faults) == 1 else 's'}")
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


def _init(settings: Settings, given: argparse.Namespace) -> int:
    return _propose(given.file, proposed(_letters(settings)), "Put those whose id begins with own- into other words")


def _import_feedback(settings: Settings, given: argparse.Namespace) -> int:
    said = questions_of(recorded(settings), _letters(settings))
    return _propose(given.file, said, "Give those without gold the places that answer them, or another status")


def _propose(path: Path, questions: Sequence[Question], work: str) -> int:
    if not questions:
        raise SetError(
            f"{path}: not written, for there is nothing to propose: no letters, or no feedback on answers yet."
        )
    write_set(path, questions)
    print(f"{path}: {len(questions)} questions. {work}; then `vraagbaak eval lint --set {path}`.")
    return 0


def _letters(settings: Settings) -> tuple[Letter, ...]:
    with closing(Assistant.open(settings)) as assistant:
        return assistant.letters()


_ACTIONS = {"lint": _lint, "init": _init, "import-feedback": _import_feedback}
