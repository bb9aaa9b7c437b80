"""The outline of a document: a tree of one-line entries that is filled where it is opened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual.binding import BindingType
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip
from textual.widgets import Tree
from textual.widgets.tree import TreeNode

from store.document import Block, Document
from tui.commands import bindings
from tui.language import _
from tui.typeset import visible, widths_for
from tui.widgets.marks import Mark
from tui.widgets.outline_entries import PARTS, Entry, counts_under, entries_in, entries_of
from tui.widgets.page.geometry import printed_label
from tui.widgets.painting import fill

_OPENED, _CLOSED = "▾", "▸"
_TOGGLE = Style.from_meta({"toggle": True})
_SHOWN = 60
"""Characters of a paragraph that can be seen in the widest outline."""
_PREFIX = 2
"""Cells before an entry's text, for what shows that it opens, or its marks."""


class Outline(Tree[Entry], inherit_bindings=False):
    """Shows where things are in a document and leads to them."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"outline--label", "outline--part", "outline--mark"}

    DEFAULT_CSS = """
    Outline {
        padding: 0 1 0 0;
        overflow: hidden auto;
        scrollbar-size-vertical: 0;
        background: $background;
        &:focus { background-tint: transparent; }
        .outline--label { color: $text-muted; }
        .outline--part { text-style: bold; }
        .outline--mark { color: $secondary; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("outline")]

    ambiguous_width: var[int] = var(1)
    """Cells of “ ” — … in this terminal: 1 or 2."""

    @dataclass
    class PlaceChosen(Message):
        """One wants to go to a block."""

        outline: Outline
        block_id: str

        @property
        def control(self) -> Outline:
            """The outline in which it was chosen."""
            return self.outline

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__("", name=name, id=id, classes=classes)
        self.show_root = False
        self.show_guides = False
        self.guide_depth = 2
        self.auto_expand = False
        self._document: Document | None = None
        self._under: Mapping[str, int] | None = None
        """How many blocks stand under each one; counted when it is needed first."""
        self._marks: Mapping[str, Mark] = {}
        self._order: Mapping[str, int] = {}
        self._node_of: dict[str, TreeNode[Entry]] = {}
        self._opened_for_reading: list[TreeNode[Entry]] = []
        self._label_rooms: dict[TreeNode[Entry] | None, int] = {}

    def on_mount(self) -> None:
        """The mouse may ask for a line before any was painted, and Textual (8.2) knows this only from painting."""
        self._pseudo_class_state = self.get_pseudo_class_state()

    def show(self, document: Document, marks: Mapping[str, Mark]) -> None:
        """Show the outline of a document, the parts of a resolution opened.

        Args:
            document: What is read.
            marks: The reader's tags and notes by block id.
        """
        self.clear()
        self._document, self._marks, self._under = document, marks, None
        self._order = document.order
        self._node_of.clear()
        self._opened_for_reading.clear()
        self._add(self.root, entries_of(document.children.get(None, ())))
        for node in self.root.children:
            if node.data is not None and node.data.kind in PARTS:
                self._open(node)
        self._number_lines()
        self.move_cursor(self.root.children[0] if self.root.children else None)

    def set_marks(self, marks: Mapping[str, Mark]) -> None:
        """Show other marks."""
        before, self._marks = self._marks, marks
        for block_id in before.keys() | marks.keys():
            node = self._node_of.get(block_id)
            if node is not None and before.get(block_id) != marks.get(block_id):
                node.refresh()

    def reveal(self, block_id: str) -> None:
        """Move the cursor to a block without choosing it. What is opened for that is shut again on leaving it."""
        path = self._path_to(block_id)
        if not path:
            return
        for node in self._opened_for_reading:
            if node not in path:
                node.collapse()
        opened = [node for node in path[:-1] if not node.is_expanded]
        self._opened_for_reading = [node for node in self._opened_for_reading if node in path] + opened
        for node in opened:
            self._open(node)
        self._number_lines()
        self.move_cursor(path[-1])

    def render_label(self, node: TreeNode[Entry], base_style: Style, style: Style) -> Text:
        """One line: what opens it or what marks it, its label, its first words."""
        entry = node.data
        if entry is None:
            return Text()
        mark_ink, label_ink, part_ink = (
            self.get_component_rich_style(f"outline--{name}", partial=True) for name in ("mark", "label", "part")
        )
        marks = self._marks_of(entry)
        parts: list[tuple[str, Style]] = []
        if node.allow_expand:
            arrow = _OPENED if node.is_expanded else _CLOSED
            parts.append((f"{arrow} ", base_style + _TOGGLE))
            marks = f"{marks} " if marks else ""
        else:
            marks = marks.ljust(_PREFIX)
        ink = style + part_ink if entry.kind != "block" or entry.blocks[0].type == "heading" else style
        label, words = _words(entry)
        label = label.rjust(self._label_rooms.get(node.parent, 0)) if label else ""
        count = self._count_hidden(node, entry)
        if count:
            before = sum(len(text) for text, _ink in parts) + len(marks) + len(label)
            words = self._cut(words, node, before + len(count))
        parts += (marks, style + mark_ink), (label, style + label_ink), (words, ink), (count, style + label_ink)
        return Text.assemble(*parts, no_wrap=True, end="")

    def _count_hidden(self, node: TreeNode[Entry], entry: Entry) -> str:
        """What a shut entry says of the paragraphs under it; parts and ranges say it always, in their own words."""
        if node.is_expanded or not node.allow_expand or entry.block is None or self._document is None:
            return ""
        if self._under is None:
            self._under = counts_under(self._document)
        return f"  {self._under.get(entry.block.id, 0)}"

    def _cut(self, words: str, node: TreeNode[Entry], beside: int) -> str:
        """As many of the words as leave room for what stands beside them, on the line of an entry."""
        depth = len(self._ancestors(node))
        return widths_for(self.ambiguous_width).clip(words, max(0, self.size.width - self.guide_depth * depth - beside))

    def _ancestors(self, node: TreeNode[Entry]) -> list[TreeNode[Entry]]:
        above: list[TreeNode[Entry]] = []
        while node.parent is not None and not node.parent.is_root:
            node = node.parent
            above.append(node)
        return above

    def get_label_width(self, node: TreeNode[Entry]) -> int:
        """Labels are cut at the outline's edge and never scroll sideways, so that none need be measured."""
        return 0

    def render_line(self, y: int) -> Strip:
        """One row, of the width that the terminal gives its characters."""
        strip = super().render_line(y)
        widths = widths_for(self.ambiguous_width)
        return fill(strip, self.size.width, self.rich_style, widths) if widths.excess(strip.text) else strip

    def on_tree_node_expanded(self, event: Tree.NodeExpanded[Entry]) -> None:
        """Fill what was opened."""
        self._fill(event.node)

    def on_tree_node_selected(self, event: Tree.NodeSelected[Entry]) -> None:
        """Lead to the block; open or shut what is no block."""
        event.stop()
        entry = event.node.data
        if entry is not None and entry.block is not None:
            self.post_message(self.PlaceChosen(self, entry.block.id))
        else:
            event.node.toggle()

    def action_half_page_down(self) -> None:
        """Half a page down."""
        self.cursor_line = min(self.last_line, self.cursor_line + max(1, self.size.height // 2))

    def action_half_page_up(self) -> None:
        """Half a page up."""
        self.cursor_line = max(0, self.cursor_line - max(1, self.size.height // 2))

    def action_open(self) -> None:
        """Open the entry at the cursor."""
        if self.cursor_node is not None and self.cursor_node.allow_expand:
            self._open(self.cursor_node)

    def action_shut(self) -> None:
        """Shut the entry at the cursor, or go to the one it is in."""
        node = self.cursor_node
        if node is not None and node.is_expanded and node.allow_expand:
            node.collapse()
        else:
            self.action_cursor_parent()

    def _add(self, node: TreeNode[Entry], entries: list[Entry]) -> None:
        self._label_rooms[node] = max((len(_words(entry)[0]) for entry in entries), default=0)
        for entry in entries:
            added = node.add(Text(), entry, allow_expand=self._opens(entry))
            if entry.block is not None:
                self._node_of[entry.block.id] = added

    def _opens(self, entry: Entry) -> bool:
        return entry.block is None or entry.block.id in self._children

    @property
    def _children(self) -> Mapping[str | None, tuple[Block, ...]]:
        return self._document.children if self._document is not None else {}

    def _open(self, node: TreeNode[Entry]) -> None:
        self._fill(node)
        node.expand()

    def _fill(self, node: TreeNode[Entry]) -> None:
        entry = node.data
        if entry is not None and not node.children:
            within = entries_of(self._children[entry.block.id]) if entry.block is not None else entries_in(entry)
            self._add(node, within)

    def _path_to(self, block_id: str) -> list[TreeNode[Entry]]:
        """The nodes that lead to a block, its own last. They are filled on the way."""
        path: list[TreeNode[Entry]] = []
        node: TreeNode[Entry] | None = self.root
        for block in self._line_of_descent(block_id):
            while node is not None:
                self._fill(node)
                node = self._child_holding(node, block)
                if node is not None:
                    path.append(node)
                    if node.data is not None and node.data.block is not None:
                        break
        return path

    def _line_of_descent(self, block_id: str) -> list[Block]:
        """A block and the blocks above it, the topmost first."""
        by_id = self._document.by_id if self._document is not None else {}
        line: list[Block] = []
        block = by_id.get(block_id)
        while block is not None and block not in line:
            line.insert(0, block)
            block = by_id.get(block.parent) if block.parent is not None else None
        return line

    def _child_holding(self, node: TreeNode[Entry], block: Block) -> TreeNode[Entry] | None:
        for child in node.children:
            if child.data is not None and child.data.holds(block, self._order):
                return child
        return None

    def _number_lines(self) -> None:
        """Let the tree count its lines now: nodes just opened have no line before."""
        _ = self.last_line

    def _marks_of(self, entry: Entry) -> str:
        mark = self._marks.get(entry.block.id) if entry.block is not None else None
        return mark.signs if mark else ""


def _words(entry: Entry) -> tuple[str, str]:
    """What an entry says: its label, and its text."""
    first, last = entry.blocks[0], entry.blocks[-1]
    match entry.kind:
        case "preamble":
            return "", _("Preamble") + f"  {entry.count}"
        case "operative":
            return "", _("Operative part") + f"  {entry.count}"
        case "range":
            return "", f"{printed_label(first) or _start(first)} – {printed_label(last) or _start(last)}"
    label = printed_label(first)
    return f"{label} " if label else "", visible(first.text[:_SHOWN])


def _start(block: Block) -> str:
    return visible(block.text[:8])
