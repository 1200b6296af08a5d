from dataclasses import replace

import pytest

from rag.errors import QuestionError
from rag.filters import Filters, names_of
from rag.letter import KINDS, Asker, Letter, Minister
from tests.conftest import MakeLetter


@pytest.fixture
def letter(make_letter: MakeLetter) -> Letter:
    return make_letter(
        "kst-32317-974",
        kind="consultation",
        date="2025-10-08",
        dossier="32317",
        number="974",
        chamber="Tweede Kamer",
        reference="5812",
        question_reference="2025Z01234",
        ministers=(Minister("minister van Asiel en Migratie", "M. Jansen"), Minister("minister van Financiën")),
        askers=(Asker("Westerveld", "GroenLinks-PvdA"), Asker(None, "D66")),
    )


def test_no_filter_admits_all(letter: Letter) -> None:
    assert not Filters()
    assert not Filters(since="", until="", party="", minister="", kind="", letter="")
    assert Filters().admits(letter, letter.exchanges[0])
    assert Filters().admits(letter, None)


@pytest.mark.parametrize(
    ("filters", "admitted"),
    [
        (Filters(since="2025-10-08"), True),
        (Filters(since="2025-10-09"), False),
        (Filters(until="2025-10-08"), True),
        (Filters(until="2025-10-07"), False),
        (Filters(since="2025-01-01", until="2025-12-31"), True),
        (Filters(kind="consultation"), True),
        (Filters(kind="answers"), False),
        (Filters(minister="asiel"), True),
        (Filters(minister="jansen"), True),
        (Filters(minister="Financiën"), True),
        (Filters(minister="Defensie"), False),
        (Filters(letter="KST-32317-974"), True),
        (Filters(letter="2025z01234"), True),
        (Filters(letter="5812"), True),
        (Filters(letter="kst-32317-97"), False),
        (Filters(party="D66"), True),
        (Filters(party="groenlinks-pvda"), True),
        (Filters(party="GroenLinks - PvdA"), True),
        (Filters(party="PvdA"), False),
        (Filters(chamber="Tweede Kamer"), True),
        (Filters(chamber="Eerste Kamer"), False),
        (Filters(kind="consultation", party="D66", since="2026-01-01"), False),
    ],
)
def test_a_filter_admits_what_meets_it(letter: Letter, filters: Filters, *, admitted: bool) -> None:
    assert filters
    assert filters.admits(letter, letter.exchanges[0]) is admitted


def test_a_letter_without_a_date_meets_no_date(make_letter: MakeLetter) -> None:
    undated = make_letter()
    assert not Filters(since="1900-01-01").admits_letter(undated)
    assert not Filters(until="2100-01-01").admits_letter(undated)


def test_the_group_that_asked_goes_before_the_askers_of_the_letter(letter: Letter) -> None:
    asked_by_group = replace(letter.exchanges[0], party="PVV")
    assert Filters(party="PVV").admits(letter, asked_by_group)
    assert not Filters(party="D66").admits(letter, asked_by_group)
    together = replace(letter.exchanges[0], party="GroenLinks-PvdA en D66")
    for party, admitted in (
        ("D66", True),
        ("groenlinks-pvda", True),
        ("GroenLinks-PvdA en D66", True),
        ("PvdA", False),
    ):
        assert Filters(party=party).admits(letter, together) is admitted


def test_a_paragraph_was_asked_by_no_party(letter: Letter) -> None:
    assert not Filters(party="D66").admits(letter, None)
    assert Filters(party="D66").admits_letter(letter)


def test_a_letter_goes_by_all_its_names(letter: Letter) -> None:
    assert names_of(letter) == {"kst-32317-974", "5812", "2025z01234", "kst-32317-974.txt"}


@pytest.mark.parametrize("value", ["gisteren", "11-05-2026", "2026-13-01", "2026-02-30", "20260511", "2026-W20-1"])
@pytest.mark.parametrize("name", ["since", "until"])
def test_a_date_must_be_a_day_written_year_month_day(name: str, value: str) -> None:
    with pytest.raises(QuestionError, match=rf"--{name} {value}.*2026-05-11"):
        Filters(**{name: value})


def test_a_kind_must_exist() -> None:
    with pytest.raises(QuestionError, match=r"--kind brief.*consultation"):
        Filters(kind="brief")
    for kind in KINDS:
        assert Filters(kind=kind)
