"""The server behind the page: textual-serve's, with our own page, for this machine's own pages only.

Nothing is asked of the internet, neither by the server nor by the page. Since any web site can make a browser send
requests to 127.0.0.1, only those are answered that name this machine and come from our own page.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import redirect_stdout
from html import escape
from pathlib import Path
from socket import socket
from string import Template
from sys import stderr
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.web_runner import GracefulExit
from textual_serve.server import Server

from tui.hangup import on_hangup
from tui.language import _
from tui.web.background import background

TITLE = "jueyi 决议"

_PAGE = Path(__file__).parent / "page"
_NAMES = {"127.0.0.1", "localhost", "::1"}
_PATIENCE = 5.0
"""Seconds that the apps of open pages have to end, keeping what is being written."""

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class PageServer(Server):
    """Runs the app once for each open page."""

    def __init__(self, command: str) -> None:
        super().__init__(command, host="127.0.0.1", title=TITLE)
        self._pages: set[asyncio.Task[object]] = set()

    def run(self, listening: socket) -> None:
        """Answer on this socket until Ctrl+C; what a broken app prints goes to stderr."""
        with redirect_stdout(stderr):
            web.run_app(self._make_app(), sock=listening, access_log=None, print=None)

    async def _make_app(self) -> web.Application:
        app = web.Application(middlewares=[_own_pages_only])
        app.router.add_get("/", self.handle_index)
        app.router.add_get("/ws", self.handle_websocket)
        app.router.add_static("/static", self.statics_path)
        app.router.add_static("/page", _PAGE)
        app.on_startup.append(self.on_startup)
        app.on_shutdown.append(self.on_shutdown)
        return app

    async def on_startup(self, app: web.Application) -> None:
        """A closed terminal ends the server like Ctrl+C."""
        on_hangup(_leave)

    async def on_shutdown(self, app: web.Application) -> None:
        """End the apps of all open pages."""
        for page in self._pages:
            page.cancel()
        if self._pages:
            await asyncio.wait(self._pages, timeout=_PATIENCE)

    async def handle_index(self, request: web.Request) -> web.StreamResponse:
        """The page, in the colours and the language of the app."""
        template = Template((_PAGE / "page.html").read_text(encoding="utf-8"))
        text = template.substitute(
            title=escape(TITLE),
            background=escape(background()),
            socket=escape(f"ws://{request.host}/ws"),
            opening=escape(_("opening…")),
            ended=escape(_("jueyi has ended.")),
            again=escape(_("Open again")),
            scripts=escape(_("This page needs JavaScript.")),
        )
        return web.Response(text=text, content_type="text/html", headers={"Content-Security-Policy": _policy(request)})

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """Run the app for a page until one of them ends."""
        if not web.WebSocketResponse().can_prepare(request):
            raise web.HTTPBadRequest
        page = asyncio.current_task()
        assert page is not None
        self._pages.add(page)
        try:
            return await super().handle_websocket(request)
        finally:
            self._pages.discard(page)


@web.middleware
async def _own_pages_only(request: web.Request, handler: Handler) -> web.StreamResponse:
    origin = request.headers.get("Origin")
    foreign = origin is not None and origin != f"http://{request.host}"
    if foreign or urlsplit(f"//{request.host}").hostname not in _NAMES:
        raise web.HTTPForbidden(text=_("jueyi answers only to its own page on this machine."))
    return await handler(request)


def _policy(request: web.Request) -> str:
    """What the page may load: its own things, and nothing from elsewhere."""
    own = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; frame-ancestors 'none'"
    return f"{own}; connect-src 'self' ws://{request.host}"


def _leave() -> None:
    raise GracefulExit
