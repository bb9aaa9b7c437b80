"""Chromium without a window, driven through its DevTools protocol."""

from __future__ import annotations

import asyncio
import json
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Any

import aiohttp

PROGRAM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
"""The browser of this machine, or None."""

PATIENCE = 20.0
"""Seconds until a condition that does not come true fails the test."""

_CATCH_TERMINAL = """
Object.defineProperty(Object.prototype, "terminal", {
  configurable: true,
  set(value) {
    Object.defineProperty(this, "terminal", {value, writable: true, configurable: true, enumerable: true});
    window.caught = value;
  },
});
"""
"""The page keeps its terminal to itself, and draws it as a picture; this gives tests its text to read."""

_SCREEN = """
(() => {
  const buffer = window.caught?.buffer?.active;
  if (!buffer) return "";
  return [...Array(window.caught.rows).keys()].map((row) => buffer.getLine(row).translateToString(true)).join("\\n");
})()
"""


class Tab:
    """One page of the browser."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._numbers = count(1)
        self._answers: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self.addresses: list[str] = []
        """All that the page has asked for."""
        self.complaints: list[str] = []
        """What it wrote to its console as an error."""

    async def listen(self) -> None:
        """Take what the browser says; runs beside the test."""
        async for message in self._socket:
            said = json.loads(message.data)
            if said.get("id") in self._answers:
                self._answers.pop(said["id"]).set_result(said)
            match said.get("method"), said.get("params"):
                case "Network.requestWillBeSent", params:
                    self.addresses.append(params["request"]["url"])
                case "Network.webSocketCreated", params:
                    self.addresses.append(params["url"])
                case "Log.entryAdded", {"entry": {"level": "error", "text": text}}:
                    self.complaints.append(text)
                case "Runtime.exceptionThrown", {"exceptionDetails": details}:
                    self.complaints.append(str(details))

    async def ask(self, method: str, **params: Any) -> dict[str, Any]:
        """Give the browser an order and take its answer."""
        number = next(self._numbers)
        answer = self._answers[number] = asyncio.get_running_loop().create_future()
        await self._socket.send_json({"id": number, "method": method, "params": params})
        said = await asyncio.wait_for(answer, PATIENCE)
        assert "error" not in said, (method, said)
        return dict(said["result"])

    async def open(self, address: str) -> None:
        """Go to an address."""
        for domain in ("Page", "Runtime", "Network", "Log"):
            await self.ask(f"{domain}.enable")
        await self.ask("Page.addScriptToEvaluateOnNewDocument", source=_CATCH_TERMINAL)
        await self.ask("Page.navigate", url=address)

    async def evaluate(self, script: str) -> Any:
        """What a script of the page gives."""
        answer = await self.ask(
            "Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True, userGesture=True
        )
        return answer["result"].get("value")

    async def screen(self) -> str:
        """The text of the terminal."""
        return str(await self.evaluate(_SCREEN))

    async def until(self, seen: Callable[[str], bool]) -> str:
        """The screen as soon as it is as wanted."""
        screen = ""
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE):
                while not seen(screen := await self.screen()):
                    await asyncio.sleep(0.02)
                return screen
        raise AssertionError(f"never seen; the screen is:\n{screen}\n{self.complaints}")

    async def press(self, key: str, code: int) -> None:
        """Press one key, by its name and its number in the browser."""
        text = {"text": key} if len(key) == 1 else {}
        await self.ask("Input.dispatchKeyEvent", type="keyDown", key=key, windowsVirtualKeyCode=code, **text)
        await self.ask("Input.dispatchKeyEvent", type="keyUp", key=key, windowsVirtualKeyCode=code)

    async def write(self, text: str) -> None:
        """Insert a text as an input method does."""
        await self.ask("Input.insertText", text=text)


@asynccontextmanager
async def tab(profile: Path, size: tuple[int, int] = (1200, 800)) -> AsyncIterator[Tab]:
    """A browser of its own with one tab; it is ended with all its processes."""
    assert PROGRAM is not None
    browser = await asyncio.create_subprocess_exec(
        PROGRAM,
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--disable-dev-shm-usage",
        f"--window-size={size[0]},{size[1]}",
        "--remote-debugging-port=0",
        f"--user-data-dir={profile}",
        "about:blank",
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        async with aiohttp.ClientSession() as session:
            address = await _address(profile / "DevToolsActivePort", session)
            async with session.ws_connect(address, max_msg_size=0) as socket:
                opened = Tab(socket)
                listening = asyncio.create_task(opened.listen())
                yield opened
                with suppress(TimeoutError):
                    await asyncio.wait_for(opened.ask("Browser.close"), PATIENCE)
                listening.cancel()
    finally:
        with suppress(ProcessLookupError):
            browser.terminate()
        await browser.wait()


async def _address(port_file: Path, session: aiohttp.ClientSession) -> str:
    async with asyncio.timeout(PATIENCE):
        while not (port_file.is_file() and port_file.read_text().count("\n")):
            await asyncio.sleep(0.02)
        port = port_file.read_text().split("\n")[0]
        while True:
            async with session.get(f"http://127.0.0.1:{port}/json/list") as answer:
                pages = [each for each in await answer.json() if each["type"] == "page"]
            if pages:
                return str(pages[0]["webSocketDebuggerUrl"])
            await asyncio.sleep(0.02)
