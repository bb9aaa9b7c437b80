"""Makes the README's picture, `reader.svg`, from the running app.

Run: python docs/make_picture.py
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
import tempfile
from html import escape, unescape
from itertools import groupby
from pathlib import Path

from rich.cells import cell_len

DOCS = Path(__file__).parent
sys.path.insert(0, str(DOCS.parent))

_STEPS = ("f",)
_CELL = 12.2
"""Width of a cell in Rich's drawings."""
_FONTS = "Menlo, Consolas, 'DejaVu Sans Mono', 'Liberation Mono', 'Noto Sans Mono CJK SC', 'PingFang SC', monospace"


async def picture() -> str:
    """The reader at a paragraph of a draft resolution with tag and note, a footnote open beside its marker."""
    from tui.app import JueyiApp
    from tui.workspace import Workspace

    workspace = Workspace.of_user()
    document = workspace.library.document("A/C.3/80/L.4")
    for place, tags, note in (
        ("pp8", ("全球行动计划", "我方"), "2010 年的原始授权；与第 4 段的高级别会议一并引用。"),
        ("op2", ("商定措辞",), ""),
    ):
        workspace.shelf.set_tags("A/C.3/80/L.4", place, document.by_id[place].text, tags)
        workspace.shelf.set_note("A/C.3/80/L.4", place, document.by_id[place].text, note)
    app = JueyiApp("A/C.3/80/L.4#pp7", workspace)
    async with app.run_test(size=(120, 36)) as pilot:
        for _ in range(4):
            await app.workers.wait_for_complete()
            await pilot.pause(0.2)
        await pilot.press(*_STEPS)
        await pilot.pause(0.2)
        return app.export_screenshot(title="jueyi 决议")


def in_cells(drawn: str) -> str:
    """The picture with every stretch of wide or narrow characters where its cells are.

    Rich measures a text by its characters, and Chinese takes two cells.
    """
    form = (
        r'<text (?P<class>[^>]*?) x="(?P<x>[\d.]+)" (?P<y>y="[\d.]+")'
        r' textLength="[\d.]+"(?P<rest>[^>]*)>(?P<text>[^<]*)</text>'
    )
    return re.sub(form, _stretches, drawn)


def _stretches(match: re.Match[str]) -> str:
    placed = []
    at = float(match["x"])
    for _, characters in groupby(unescape(match["text"]), key=lambda character: cell_len(character) > 1):
        text = "".join(characters)
        length = cell_len(text) * _CELL
        size = f'x="{at:g}" {match["y"]} textLength="{length:g}" lengthAdjust="spacingAndGlyphs"'
        if text.strip():
            shown = escape(text).replace(" ", "\xa0")
            placed.append(f"<text {match['class']} {size}{match['rest']}>{shown}</text>")
        at += length
    return "".join(placed)


def main() -> None:
    with tempfile.TemporaryDirectory() as home:
        os.environ["JUEYI_HOME"] = home
        os.environ["LC_ALL"] = "zh_CN.UTF-8"
        os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
        drawn = asyncio.run(picture())
    # The picture stands alone: no font is fetched from anywhere.
    drawn = re.sub(r"@font-face \{.*?\}\s*", "", drawn, flags=re.DOTALL)
    drawn = in_cells(drawn)
    drawn = re.sub(r"font-family: [^;]+;", f"font-family: {_FONTS};", drawn)
    (DOCS / "reader.svg").write_text(drawn, encoding="utf-8")


if __name__ == "__main__":
    main()
