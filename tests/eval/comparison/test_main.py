from eval.choice import Choice
from eval.comparison.__main__ import SHOWN, comparison
from eval.measures import NAMES
from eval.sets import Question
from rag.settings import Settings


def test_the_table_has_a_row_for_each_figure_and_a_column_for_each_assistant(
    settings: Settings, shipped: tuple[Question, ...]
) -> None:
    head, rule, *rows = comparison(settings, Choice(sample=12).of(shipped)).splitlines()
    assert head == "| English · Dutch | Vraagbaak | BM25, same answer maker | LangChain recipe |"
    assert set(rule) == {"|", " ", "-"}
    assert [row.split("|")[1].strip() for row in rows] == list(SHOWN.values())
    assert set(SHOWN) <= set(NAMES)
    assert all(cell.count(" · ") == 1 for row in rows for cell in row.split("|")[2:5])
