"""Changing the collection over the web: sending files, having them read, taking letters out."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse

from ingest.run import Progress
from rag.errors import IndexBusy, LetterError, VraagbaakError
from ui import journal
from ui.desk import Desk
from ui.inbox import Inbox, TooLarge
from ui.labels import Labels
from ui.languages import labels_for, language_wished
from ui.request import Caller

HEADER = "x-vraagbaak"
"""A header that only a page of this server can send, so that no other page changes anything in somebody's name."""


class Changing:
    """Answers for what changes the collection; all of it is refused where letters may not be added."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._inbox = Inbox(desk.collection.settings.inbox)

    def routes(self) -> APIRouter:
        """Return the addresses, each with what answers there."""
        router = APIRouter(include_in_schema=False)
        router.add_api_route("/letters/files/{name}", self.receive, methods=["PUT"], response_model=None)
        router.add_api_route("/letters/read", self.read, methods=["POST"], response_model=None)
        router.add_api_route("/letter/{name}/remove", self.remove, methods=["POST"], response_model=None)
        return router

    async def receive(self, request: Request, name: str) -> Response:
        """Take in one file; answer with the word by which to have it read."""
        if refused := self._refused(request):
            return refused
        try:
            return JSONResponse({"word": await self._inbox.receive(name, request.stream())})
        except TooLarge as error:
            return _error(str(error), 413)
        except LetterError as error:
            return _error(str(error), 415)
        except VraagbaakError as error:
            return _error(str(error), 500)

    async def read(self, request: Request) -> Response:
        """Have received files read; answer with a line of JSON for each step, their names first, the report last."""
        if refused := self._refused(request):
            return refused
        try:
            words = [word for word in (await request.json())["words"] if isinstance(word, str)]
        except (ValueError, KeyError, TypeError):
            return _error("Send a JSON object with words: the words of the files to read.", 400)
        journal.changed(Caller.in_scope(request.scope), f"adds files={len(words)}")
        return StreamingResponse(
            self._read(words, labels_for(language_wished(request))), media_type="application/x-ndjson"
        )

    async def remove(self, request: Request, name: str) -> Response:
        """Take one letter out."""
        if refused := self._refused(request):
            return refused
        labels, collection = labels_for(language_wished(request)), self._desk.collection
        try:
            letter = await self._desk.aside(lambda: collection.answerer().letter(name))
            stays = await self._desk.aside(lambda: collection.remove(letter))
        except IndexBusy:
            return _error(labels.add_busy, 409)
        except VraagbaakError as error:
            return _error(str(error), 409)
        journal.changed(Caller.in_scope(request.scope), f"removes letter={letter.id!r}")
        said = [labels.removed.format(title=letter.title)]
        said += [labels.removed_stays.format(name=stays)] if stays else []
        return JSONResponse({"said": " ".join(said)})

    def _refused(self, request: Request) -> Response | None:
        if not self._desk.access.may_add:
            return _error(labels_for(language_wished(request)).add_off, 403)
        if request.headers.get(HEADER) is None:
            return _error(f"Only the pages of Vraagbaak itself change anything: the header {HEADER} is missing.", 403)
        return None

    async def _read(self, words: list[str], labels: Labels) -> AsyncIterator[str]:
        loop = asyncio.get_running_loop()
        steps: asyncio.Queue[dict[str, Any] | None] = asyncio.Queue()

        def tell(stage: str, done: int, total: int, name: str = "") -> None:
            said = labels.stages.get(stage, stage)
            step = {"stage": stage, "said": said, "done": done, "total": total, "name": name}
            loop.call_soon_threadsafe(steps.put_nowait, step)

        files, fresh = await self._desk.aside(lambda: self._inbox.keep(words))
        yield json.dumps({"names": [path.name for path in files]}) + "\n"

        def work() -> dict[str, Any]:
            return self._added(files, fresh, tell, labels)

        working = asyncio.ensure_future(self._desk.aside(work))
        working.add_done_callback(lambda _: steps.put_nowait(None))
        while (step := await steps.get()) is not None:
            yield json.dumps(step) + "\n"
        yield json.dumps(await working) + "\n"

    def _added(self, files: list[Path], fresh: list[Path], tell: Progress, labels: Labels) -> dict[str, Any]:
        try:
            report = self._desk.collection.add(files, tell)
        except VraagbaakError as error:
            for path in fresh:
                path.unlink(missing_ok=True)
            return {"error": labels.add_busy if isinstance(error, IndexBusy) else str(error)}
        document = report.document()
        return {"report": document, "said": labels.report.format(**document | {"failed": len(report.failed)})}


def _error(words: str, status: int) -> Response:
    return JSONResponse({"error": words}, status)
