"""The app in a web page: a browser reads, notes and copies in it; nothing is asked of the internet or told to it."""

from __future__ import annotations

import asyncio
import json
import os
import shlex
import shutil
import signal
import socket
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import chromium
import pytest
from aiohttp import ClientSession, ClientWebSocketResponse
from aiohttp.test_utils import TestClient, TestServer
from conftest import DRAFT

from store.annotations.shelf import Shelf
from store.paths import annotations_folder
from store.state import State
from tui import cli, serving
from tui.web.server import PageServer

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the tests end the server by signals")

with_browser = pytest.mark.skipif(chromium.PROGRAM is None, reason="no chromium on this machine")

NOTE = "与第4段的高级别会议一并引用"
ESCAPE, ENTER = ("Escape", 27), ("Enter", 13)


@pytest.fixture
def furnished(home: Path, index: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home whose documents are read already, in English."""
    home.mkdir()
    shutil.copy(index, home / index.name)
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    return home


@asynccontextmanager
async def served(*arguments: str) -> AsyncIterator[tuple[str, asyncio.subprocess.Process]]:
    """A server in a process group of its own, with its address; ended by Ctrl+C when the test has not done so."""
    server = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tui.cli", "serve", "--port", "0", "--no-browser", *arguments),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        start_new_session=True,
    )
    assert server.stdout is not None
    try:
        yield (await server.stdout.readline()).decode().strip(), server
    finally:
        if server.returncode is None:
            server.send_signal(signal.SIGINT)
        await asyncio.wait_for(server.wait(), chromium.PATIENCE)


async def until(done: Callable[[], bool]) -> None:
    """Wait for what another process does."""
    async with asyncio.timeout(chromium.PATIENCE):
        while not done():
            await asyncio.sleep(0.02)


async def painted(page: ClientWebSocketResponse, text: str) -> None:
    """Wait until the app has sent a text to its page."""
    seen = b""
    async with asyncio.timeout(chromium.PATIENCE):
        while text.encode() not in seen:
            seen += await page.receive_bytes()


def note_at(place: str) -> str:
    annotation = Shelf(annotations_folder()).at(DRAFT, place)
    return annotation.note if annotation else ""


@with_browser
async def test_a_browser_opens_a_document_and_a_footnote_and_writes_a_note(furnished: Path, tmp_path: Path) -> None:
    async with served() as (address, _server), chromium.tab(tmp_path / "profile") as page:
        await page.open(address)
        await page.until(lambda screen: "改进工作协调" in screen and "CTOC/COP/RES/5/2" in screen)
        assert await page.evaluate("document.title") == "jueyi 决议"

        await page.press("g", 71)
        await page.until(lambda screen: "Go to" in screen)
        await page.write(f"{DRAFT}#op2")
        await page.until(lambda screen: f"{DRAFT}#op2" in screen)
        await page.press(*ENTER)
        await page.until(lambda screen: "2. 敦促会员国" in screen and "operative para. 2" in screen)

        await page.press("f", 70)
        await page.until(lambda screen: "第 64/293 号决议。" in screen)
        await page.press(*ESCAPE)
        await page.until(lambda screen: "第 64/293 号决议。" not in screen)

        await page.press("a", 65)
        await page.until(lambda screen: "Esc keep and close" in screen)
        await page.write(NOTE)
        await page.until(lambda screen: NOTE in screen)
        await page.press(*ESCAPE)
        await until(lambda: note_at("op2") == NOTE)

        assert [each for each in page.addresses if each.split("/")[2] != address.split("/")[2]] == []
        assert page.complaints == []


@with_browser
async def test_a_browser_copies_to_its_own_clipboard_and_opens_official_addresses(
    furnished: Path, tmp_path: Path
) -> None:
    async with served("64/293") as (address, _server), chromium.tab(tmp_path / "profile") as page:
        permissions = ["clipboardReadWrite", "clipboardSanitizedWrite"]
        await page.ask("Browser.grantPermissions", origin=address.rstrip("/"), permissions=permissions)
        await page.open(address)
        await page.until(lambda screen: "https://undocs.org/zh/A/RES/64/293" in screen)
        await page.press("y", 89)
        await page.until(lambda screen: "through the web page" in screen)
        assert await page.evaluate("navigator.clipboard.readText()") == "https://undocs.org/zh/A/RES/64/293"

        await page.evaluate("window.open = (...wanted) => { window.wanted = wanted; }")
        await page.press("o", 79)
        await page.until(lambda screen: "Asked the browser" in screen)
        assert await page.evaluate("window.wanted") == ["https://undocs.org/zh/A/RES/64/293", "_blank"]


async def test_closing_the_page_keeps_the_note_and_ctrl_c_ends_all_processes(furnished: Path) -> None:
    async with served(f"{DRAFT}#op5") as (address, server), ClientSession() as session:
        async with session.ws_connect(f"{address}ws?width=100&height=30") as page:
            await painted(page, "operative para. 5")
            await page.send_str(json.dumps(["stdin", "a"]))
            await painted(page, "keep and close")
            await page.send_str(json.dumps(["stdin", NOTE]))
            await painted(page, NOTE[-4:])
        await until(lambda: note_at("op5") == NOTE)

        async with session.ws_connect(f"{address}ws") as page:
            await page.receive_bytes(timeout=chromium.PATIENCE)
            server.send_signal(signal.SIGINT)
            async for _painted in page:
                pass
            assert await asyncio.wait_for(server.wait(), chromium.PATIENCE) == 0
        await until(lambda: not is_alive(server.pid))


def is_alive(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Host": "localhost:9000", "Origin": "http://localhost:9000"}, 200),
        ({"Origin": "https://example.org"}, 403),
        ({"Origin": "null"}, 403),
        ({"Host": "jueyi.example.org"}, 403),
    ],
)
@pytest.mark.parametrize("path", ["/", "/ws", "/page/page.css"])
async def test_pages_of_other_sites_are_refused(path: str, headers: dict[str, str], status: int) -> None:
    async with TestClient(TestServer(await PageServer("exit 0")._make_app())) as client:
        answer = await client.get(path, headers=headers)
        assert answer.status == (status if status != 200 or path != "/ws" else 400), "400: not a websocket"


async def test_the_page_has_the_colour_of_the_theme_and_may_load_nothing_from_elsewhere(home: Path) -> None:
    State().set_theme("jueyi-light")
    async with TestClient(TestServer(await PageServer("exit 0")._make_app())) as client:
        answer = await client.get("/")
        assert "background: #faf7f0" in await answer.text()
        assert "default-src 'self'" in answer.headers["Content-Security-Policy"]


def test_a_port_that_is_taken_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server((serving.HOST, 0)) as taken:
        port = taken.getsockname()[1]
        assert cli.main(["serve", "--port", str(port), "--no-browser"]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert str(port) in err
    assert "--port" in err


def test_without_textual_serve_one_is_told_how_to_install_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serving, "find_spec", lambda _name: None)
    assert cli.main(["serve"]) == 2
    assert "pip install 'jueyi[serve]'" in capsys.readouterr().err


@pytest.mark.parametrize("target", [None, "A/C.3/80/L.4#op5", "第64/293号决议 ; $(true)", "--json"])
def test_the_app_of_a_page_is_this_installation_at_the_target(target: str | None) -> None:
    words = shlex.split(serving.command(target))
    assert words[:2] == ["exec", sys.executable]
    assert words[words.index("tui.cli") + 1 :] == (["--", target] if target else [])
