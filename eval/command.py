"""The command ``vraagbaak eval``: question sets against an index, figures, gates, and an exit status."""

import argparse
import json
import sys

from eval.gates import SHIPPED_GATES, read_gates
from eval.run import evaluate
from eval.sets import read_sets, shipped_sets
from rag.assistant import Assistant
from rag.settings import Settings


def run(settings: Settings, given: argparse.Namespace) -> int:
    """Run the sets that were given, or the shipped ones; print the figures; 3 when a gate is not met."""
    questions = read_sets(given.sets or shipped_sets())
    gates = read_gates(given.gates or SHIPPED_GATES)
    report = evaluate(Assistant.open(settings), questions, gates, _tell if sys.stderr.isatty() else None)
    print(json.dumps(report.document(), ensure_ascii=False, indent=1) if given.json else report.table())
    return report.exit_status


def _tell(done: int, total: int) -> None:
    sys.stderr.write(f"\r\x1b[K{done}/{total} questions" + ("\n" if done == total else ""))
    sys.stderr.flush()
