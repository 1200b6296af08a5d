import re
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from os import environ
from pathlib import Path
from typing import TypeVar

import pytest
from playwright.sync_api import Page, sync_playwright

from eval.report import Report
from eval.reports.page import page
from tests.eval.made_letters import SHIPS, Clerk
from tests.eval.made_runs import report_of, rows_of

Seen = TypeVar("Seen")
HOSTILE = '<script>document.title = "taken"</script><img src=x onerror="document.title = 1">'


def _hostile(report: Report) -> Report:
    asked = replace(SHIPS, question=HOSTILE, quote=HOSTILE)
    rows = [replace(row, question=asked, answer=HOSTILE, remarks=(HOSTILE,)) for row in report.rows[:1]]
    cited = replace(rows[0], cited=tuple(replace(one, quote=HOSTILE, text=HOSTILE) for one in rows[0].cited))
    return replace(report, rows=(cited, *report.rows[1:]))


def test_all_that_comes_from_outside_is_escaped() -> None:
    shown = page(_hostile(report_of(Clerk())))
    assert shown.count("<script>") == 1
    assert "<img" not in shown
    assert shown.count("&lt;script&gt;") == 6


def test_every_question_has_its_answer_its_citations_and_its_gold() -> None:
    report = report_of(Clerk(), baseline=rows_of(Clerk(always_answers=True)))
    shown = page(report)
    articles = re.findall("<article.*?</article>", shown, re.DOTALL)
    assert len(articles) == len(report.rows)
    for words in (
        SHIPS.question,
        "Er voeren 1.250 schepen binnen.",
        "gold: 100#1",
        "found: 100#1 (1.00)",
        'data-since="same"',
    ):
        assert words in articles[0]
    assert 'data-since="better"' in articles[3]


def test_two_pages_of_one_run_are_the_same() -> None:
    report = report_of(Clerk())
    assert page(report) == page(report)
    assert "//" not in page(report).split("<body>")[1].split("<script>")[0]


def _look(report: Report, folder: Path, look: Callable[[Page], Seen]) -> Seen:
    """Open the page in a browser, in a thread of its own: the tests of the window may hold one in this."""
    executable = shutil.which(environ.get("CHROMIUM", "chromium"))
    if executable is None:
        pytest.skip("Chromium is not installed; install it, or name it in CHROMIUM")
    path = folder / "page.html"
    path.write_text(page(report), encoding="utf-8")

    def work() -> Seen:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=executable)
            try:
                opened = browser.new_page()
                opened.goto(path.as_uri())
                return look(opened)
            finally:
                browser.close()

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(work).result()


def test_a_person_filters_and_searches_and_nothing_hostile_runs(tmp_path: Path) -> None:
    def look(opened: Page) -> list[object]:
        told: list[object] = [opened.title(), opened.locator("output").inner_text()]
        opened.locator("select[name=language]").select_option("nl")
        told.append(opened.locator("article:visible h2").all_inner_texts())
        opened.locator("input[name=words]").fill("KADE 2027")
        told.append(opened.locator("article:visible").count())
        opened.locator("input[name=words]").fill("zebra")
        return [*told, opened.locator("output").inner_text()]

    title, all_shown, dutch, found, none = _look(_hostile(report_of(Clerk())), tmp_path, look)
    assert (title, all_shown, found, none) == ("vraagbaak eval", "5 / 5", 1, "0 / 5")
    assert dutch == ["wat moet de oeververbinding kosten?", "wanneer staat de kade er?", "hoeveel koeien zijn er?"]
