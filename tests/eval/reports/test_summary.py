from dataclasses import replace

from eval.reports.summary import summary
from tests.eval.made_letters import SHIPS, Clerk
from tests.eval.made_runs import report_of, rows_of


def test_a_green_run_without_a_baseline() -> None:
    shown = summary(report_of(Clerk()))
    assert shown.startswith("## ✅ vraagbaak eval: 5 questions: no gate missed.\n")
    assert "No baseline to compare with." in shown
    assert "Questions `questions`, index `index`, settings `settings`, code `code`." in shown


def test_a_red_run_names_each_question_that_flipped_with_its_before_and_after() -> None:
    shown = summary(report_of(Clerk(always_answers=True), baseline=rows_of(Clerk())))
    assert shown.startswith("## ❌ vraagbaak eval:")
    assert "### Since the baseline: 2 worse, 0 better" in shown
    row = next(line for line in shown.splitlines() if "hoeveel koeien" in line)
    assert row.startswith("| 🔴 worse | nl-u1 (other\\_topic): hoeveel koeien zijn er?<br>gold: no place |")
    assert "| not_found<br>cited: nothing<br>" in row
    assert "| answered<br>cited: 100\\#\u200b1<br>" in row


def test_a_run_like_the_baseline_says_so() -> None:
    assert "No question came out otherwise" in summary(report_of(Clerk(), baseline=rows_of(Clerk())))


def test_nothing_in_a_question_is_markup_a_mention_or_a_new_cell() -> None:
    report = report_of(Clerk(always_answers=True), baseline=rows_of(Clerk()))
    odd = replace(SHIPS, question="<img src=x> [a](b) | @someone #1 `x` &lt;\n# head")
    row = next(
        line
        for line in summary(
            replace(report, rows=tuple(replace(one, question=replace(odd, id=one.question.id)) for one in report.rows))
        ).splitlines()
        if "someone" in line
    )
    assert "\\<img src=x\\> \\[a\\](b) \\| @\u200bsomeone \\#\u200b1 \\`x\\` &amp;lt; \\#\u200b head" in row
