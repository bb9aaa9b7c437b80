"""What the app says in passing."""

from __future__ import annotations

from textual.app import App
from textual.notifications import Notification
from textual.widgets import _toast

from tui.app import JueyiApp
from tui.notices import refuse, tell


async def test_a_complaint_that_stands_on_the_screen_is_not_said_again() -> None:
    app = App[None]()
    async with app.run_test(notifications=True) as pilot:
        for _ in range(3):
            refuse(app.screen, "无法读取[b]标注文件[/]。")
        refuse(app, "另一件事。")
        await pilot.pause()
        assert [notice.message for notice in app._notifications] == ["无法读取[b]标注文件[/]。", "另一件事。"]


async def test_the_newest_notice_takes_the_place_of_the_one_before() -> None:
    app = App[None]()
    async with app.run_test(notifications=True) as pilot:
        for said in ("已复制。", "已撤销。", "已复制。"):
            tell(app, said)
            await pilot.pause()
            assert [notice.message for notice in app._notifications] == [said]


async def test_a_notice_puts_no_complaint_away() -> None:
    app = App[None]()
    async with app.run_test(notifications=True) as pilot:
        refuse(app, "无法读取标注文件。")
        tell(app, "已复制。")
        await pilot.pause()
        assert [notice.message for notice in app._notifications] == ["无法读取标注文件。", "已复制。"]


async def test_a_notice_that_ran_out_while_its_screen_changed_does_not_stop_the_app() -> None:
    app = JueyiApp()
    async with app.run_test(notifications=True) as pilot:
        late = Notification("晚了", timeout=-5)
        await app.screen.mount(_toast.Toast(late))
        await pilot.pause()
        assert app.is_running
