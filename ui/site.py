"""The pages beside the window, and the files of their looks: letters, one letter, the picture of a page."""

from pathlib import Path

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from rag.errors import VraagbaakError
from rag.letter import Letter
from ui.desk import Desk
from ui.languages import labels_for, language_wished
from ui.letter_page import render_letter_page, render_no_letter
from ui.letters_page import Wish, render_letters_page, render_not_ready
from ui.page import page
from ui.sheet import draw, has_sheets

ASSETS = Path(__file__).parent / "assets"
_STYLES = ("words.css", "frame.css", "talk.css", "source.css", "pages.css")
_KINDS = {".js": "text/javascript", ".svg": "image/svg+xml", ".css": "text/css"}


def style() -> str:
    """Return the looks of the window and of the pages beside it."""
    return "\n".join((ASSETS / name).read_text(encoding="utf-8") for name in _STYLES)


class Site:
    """Answers for the pages beside the window."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def routes(self) -> APIRouter:
        """Return the addresses, each with what answers there."""
        router = APIRouter(include_in_schema=False)
        router.add_api_route("/letters", self.letters, response_model=None)
        router.add_api_route("/letter/{name}", self.letter, response_model=None)
        router.add_api_route("/letter/{name}/page/{number}.png", self.picture, response_model=None)
        router.add_api_route("/vraagbaak/{name}", self.asset, response_model=None)
        return router

    async def letters(self, request: Request) -> Response:
        """Show the list of all letters."""
        labels, collection = labels_for(language_wished(request)), self._desk.collection
        if collection.building is not None or collection.failure is not None:
            body = render_not_ready(collection.building, str(collection.failure), labels)
            return page(labels.shelf, body, labels, "letters")
        wish = Wish.of(dict(request.query_params))
        body = render_letters_page(await self._desk.shelf(), wish, labels, may_add=self._desk.access.may_add)
        return page(f"{labels.shelf} · Vraagbaak", body, labels, "letters")

    async def letter(self, request: Request, name: str) -> Response:
        """Show one letter; the browser finds the place in it by the anchor."""
        labels = labels_for(language_wished(request))
        letter = await self._letter(name)
        if letter is None:
            return page(labels.no_such_page, render_no_letter(labels), labels, "letter", status=404)
        return page(f"{letter.title} · Vraagbaak", render_letter_page(letter, labels), labels, "letter")

    async def picture(self, name: str, number: int) -> Response:
        """Give the picture of a page of the PDF that a letter was read from."""
        letter = await self._letter(name)
        if letter is None or not has_sheets(letter):
            return PlainTextResponse("There is no such page.", 404)
        try:
            sheet = await self._desk.aside(lambda: draw(*self._desk.collection.source(letter), number))
        except VraagbaakError as error:
            return PlainTextResponse(str(error), 404)
        return Response(sheet.picture, media_type="image/png", headers={"cache-control": "private, no-cache"})

    async def asset(self, name: str) -> Response:
        """Give a file of the looks, or a script."""
        if name == "style.css":
            return Response(style(), media_type=_KINDS[".css"])
        path = ASSETS / name
        if path.suffix not in _KINDS or path.parent != ASSETS or not path.is_file():
            return PlainTextResponse("There is nothing here.", 404)
        return Response(path.read_bytes(), media_type=_KINDS[path.suffix])

    async def _letter(self, name: str) -> Letter | None:
        try:
            return await self._desk.aside(lambda: self._desk.collection.answerer().letter(name))
        except VraagbaakError:
            return None
