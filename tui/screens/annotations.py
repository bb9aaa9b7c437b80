"""All that is noted on one thing, to be changed, and all that can be put on it: a panel of single keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Click, Key
from textual.widgets import Static

from store.annotations.kinds import AMENDMENT, Kind, kind_named
from store.annotations.records import Annotation
from store.annotations.target import Target
from store.citations.note_links import links_in
from tui.backlinks import BacklinkRow
from tui.commands import bindings
from tui.language import _, language
from tui.messages import OpenCard, OpenDocument, OpenTarget
from tui.screens.panel import Panel
from tui.shown_keys import key_shown
from tui.typeset import Widths, visible
from tui.widgets.columns import cell
from tui.widgets.key_hints import KeyHints
from tui.widgets.marks import KIND
from tui.widgets.rows import Heading, Rows

if TYPE_CHECKING:
    from tui.annotation_desk import AnnotationDesk

_KEY_CELLS = 4
_ABOUT = 24

Present = Callable[[], Sequence[Annotation]]
"""What is noted there, as it is on disk now."""


@dataclass(frozen=True, slots=True)
class NotedRow:
    """An annotation that is there, or a link in its note."""

    annotation: Annotation
    label: str
    """What its kind is called; empty for none."""
    widths: Widths
    link: str = ""
    """Where the link leads; empty for the annotation itself."""
    selectable: ClassVar[bool] = True

    def line(self, width: int) -> Content:
        """Its row."""
        if self.link:
            return Content.assemble("   → ", (visible(self.link), "$accent"))
        kind = f"{KIND} {visible(self.label)}  " if self.label else ""
        tags = "".join(f"# {visible(tag)}  " for tag in self.annotation.tags)
        note = visible(" ".join((self.annotation.note or self.annotation.proposed).split()))
        about = "" if self.annotation.scope in ("place", "document", "card") else self._quoted
        return Content.assemble((kind, "$secondary"), (about, "$text-muted"), (tags, "$secondary"), note)

    @property
    def _quoted(self) -> str:
        words = visible(" ".join(self.annotation.quote.split()))
        return f"“{self.widths.clip(words, _ABOUT)}”  "


@dataclass(frozen=True, slots=True)
class PutRow:
    """Something that can be put there: its key and what it is called."""

    what: str
    """"tag", "note", or the name of a kind."""
    key: str
    label: str
    widths: Widths
    selectable: ClassVar[bool] = True

    def line(self, width: int) -> Content:
        """Its row."""
        return Content.assemble((cell(self.key, _KEY_CELLS, self.widths), "bold"), visible(self.label))


class AnnotationsScreen(Panel[OpenTarget | OpenCard | OpenDocument]):
    """Changes and adds annotations of one thing. Returns the request to go where a link leads, or whence one comes."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("annotations")]

    def __init__(
        self,
        desk: AnnotationDesk,
        target: Target,
        where: str,
        present: Present,
        kinds: Mapping[str, Kind],
        widths: Widths,
        leading: Sequence[BacklinkRow] = (),
    ) -> None:
        super().__init__()
        self._leading = leading
        self._desk = desk
        self._target = target
        self._where = where
        self._present = present
        self._kinds = kinds
        self._widths = widths

    def compose(self) -> ComposeResult:
        """Title, list, hints."""
        title = Content.assemble((_("Annotations"), "bold"), "   ", (visible(self._where), "$text-muted"))
        with Vertical(classes="panel"):
            yield Static(title, classes="panel-title", markup=False)
            yield Rows[NotedRow | PutRow | BacklinkRow]()
            yield KeyHints()

    def on_mount(self) -> None:
        """The keys work at once."""
        self.query_one(Rows).focus()
        self._fill(0)

    def on_screen_resume(self) -> None:
        """A note that was written meanwhile is shown."""
        if self.query(Rows):
            self._fill(self.query_one(Rows).cursor)

    def on_click(self, event: Click) -> None:
        """A click beside the panel closes it."""
        if event.widget is self:
            self.action_close()

    def on_key(self, event: Key) -> None:
        """The key of a kind puts it there."""
        kind = next((each for each in self._kinds.values() if each.key and each.key == event.character), None)
        if kind:
            event.stop()
            event.prevent_default()
            self._put(kind.name)

    @on(Rows.Chosen)
    def choose(self) -> None:
        """Change the annotation, follow the link, or put the kind there."""
        row = self._current
        if isinstance(row, PutRow):
            self._put(row.what)
        elif isinstance(row, BacklinkRow):
            self.dismiss(row.request)
        elif isinstance(row, NotedRow) and row.link:
            self.dismiss(OpenTarget(row.link))
        elif isinstance(row, NotedRow) and row.annotation.kind == AMENDMENT:
            self._desk.propose(row.annotation, self._where)
        elif row:
            self._desk.note_of(row.annotation, self._where)

    def action_tag(self) -> None:
        """Tags of the annotation at the cursor; elsewhere of the thing itself."""
        row = self._current
        if isinstance(row, NotedRow):
            self._desk.tag_of(row.annotation, self._where)
        else:
            self._desk.tag(self._target, self._where)

    def action_note(self) -> None:
        """The note of the annotation at the cursor; elsewhere of the thing itself."""
        row = self._current
        if isinstance(row, NotedRow):
            self._desk.note_of(row.annotation, self._where)
        else:
            self._desk.note(self._target, self._where)

    def action_remove(self) -> None:
        """Remove the annotation at the cursor."""
        row = self._current
        if isinstance(row, NotedRow):
            self._desk.remove(row.annotation)
            self._fill(self.query_one(Rows).cursor)

    def action_undo(self) -> None:
        """Take the last change back."""
        self._desk.undo()
        self._fill(self.query_one(Rows).cursor)

    def action_redo(self) -> None:
        """Make it again."""
        self._desk.redo()
        self._fill(self.query_one(Rows).cursor)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what is there can be removed."""
        return action != "remove" or isinstance(self._current, NotedRow)

    @on(Rows.Highlighted)
    def follow_cursor(self) -> None:
        """Other keys may work here."""
        self.refresh_bindings()

    @property
    def _current(self) -> NotedRow | PutRow | BacklinkRow | None:
        return next((rows.current for rows in self.query(Rows)), None)

    def _put(self, what: str) -> None:
        if what == "tag":
            self._desk.tag(self._target, self._where)
        elif what == "note":
            self._desk.note(self._target, self._where)
        else:
            self._desk.put(self._target, what, self._where)
            self._fill(self.query_one(Rows).cursor)

    def _fill(self, cursor: int | None) -> None:
        self.query_one(Rows).show(list(self._rows()), cursor)
        self.refresh_bindings()

    def _rows(self) -> Iterator[NotedRow | PutRow | BacklinkRow | Heading]:
        present = self._present()
        if present:
            yield _heading(_("Noted here"))
        for each in present:
            label = kind_named(self._kinds, each.kind).label(language()) if each.kind else ""
            yield NotedRow(each, label, self._widths)
            for link in links_in(each.note):
                yield NotedRow(each, "", self._widths, link.target)
        yield _heading(_("To put on it"))
        yield PutRow("tag", key_shown(self, "annotations.tag"), _("tags"), self._widths)
        yield PutRow("note", key_shown(self, "annotations.note"), _("a note"), self._widths)
        yield from self._kind_rows()
        if self._leading:
            yield _heading(_("Noted from"))
            yield from self._leading

    def _kind_rows(self) -> Iterator[PutRow]:
        for kind in self._kinds.values():
            yield PutRow(kind.name, kind.key, kind.label(language()), self._widths)


def _heading(text: str) -> Heading:
    return Heading(Content.styled(text, "$text-muted italic"))
