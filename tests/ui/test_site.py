import re
from html import unescape

import httpx
import pytest

from tests.ui.conftest import ATTACK

DUTCH, ENGLISH = {"accept-language": "nl-NL"}, {"accept-language": "en"}


def got(address: str, path: str, headers: dict[str, str] = DUTCH) -> httpx.Response:
    return httpx.get(address + path, headers=headers, trust_env=False)


def titles(page: httpx.Response) -> list[str]:
    return [unescape(one) for one in re.findall(r'class="vb-letters-title".*?>(.*?)</a>', page.text)]


def test_letters_are_listed_searched_and_sorted(address: str) -> None:
    assert len(titles(got(address, "/letters"))) == 2
    assert titles(got(address, "/letters?q=begroting")) == ["Terugkeerhubs en de begroting"]
    assert titles(got(address, "/letters?kind=answers")) == [f"Antwoorden over toezicht {ATTACK}"]
    assert titles(got(address, "/letters?sort=title"))[1] == "Terugkeerhubs en de begroting"
    assert "Geen brief voldoet hieraan." in got(address, "/letters?q=zebra").text
    assert "1 opmerkingen bij het inlezen" in got(address, "/letters").text


@pytest.mark.parametrize("query", ["?page=99999999", "?page=-1&sort=x&kind=y", f"?q={'<b>' * 200}", "?page=²"])
def test_an_address_that_makes_no_sense_shows_the_list_all_the_same(address: str, query: str) -> None:
    page = got(address, f"/letters{query}")
    assert page.status_code == httpx.codes.OK
    assert "<b>" not in page.text


def test_pages_speak_the_language_that_was_chosen(address: str) -> None:
    assert '<html lang="en">' in got(address, "/letters", ENGLISH).text
    chosen = ENGLISH | {"cookie": "vraagbaak_language=nl"}
    assert '<html lang="nl">' in got(address, "/letters", chosen).text


def test_nothing_inline_may_run_on_a_page_of_our_own(address: str) -> None:
    for path in ("/letters", "/letter/7000001", "/letter/nergens"):
        page = got(address, path)
        assert "script-src 'self';" in page.headers["content-security-policy"]
        assert "<img" not in page.text
        assert set(re.findall(r"<script[^>]*>", page.text)) == {
            '<script src="/vraagbaak/copy.js" defer>',
            '<script src="/vraagbaak/page.js" defer>',
        }


def test_a_letter_that_is_not_there_is_told(address: str) -> None:
    page = got(address, "/letter/nergens")
    assert page.status_code == httpx.codes.NOT_FOUND
    assert "Zo’n brief is er niet" in page.text
    assert got(address, "/letter/7000001/page/1.png").status_code == httpx.codes.NOT_FOUND


@pytest.mark.parametrize("name", ["window.py", "..%2fwindow.py", ".", "none.js", "words.css%00"])
def test_only_the_files_of_the_looks_are_given(address: str, name: str) -> None:
    assert got(address, f"/vraagbaak/{name}").status_code == httpx.codes.NOT_FOUND
    assert got(address, "/vraagbaak/style.css").headers["content-type"].startswith("text/css")
