"""Widgets that lie over others are painted whole.

Textual (8.2) divides each line of the screen wherever a widget begins or ends, also below another one. Where a wide
character of the upper one stands across such an edge, as in a toast over two panes, spaces are shown instead of it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence

from textual import screen
from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.strip import Strip


class WholeCompositor(Compositor):
    """Divides a line only where what one sees changes from one widget to another."""

    @property
    def cuts(self) -> list[list[int]]:
        """Where the pieces of each line begin, and its end; each piece belongs to one widget."""
        if self._cuts is None:
            width, height = self.size
            edges = [{0, width} for _ in range(height)]
            covered: list[list[tuple[int, int]]] = [[] for _ in range(height)]
            for region, clip in self.visible_widgets.values():  # the uppermost first
                shown = region.intersection(clip)
                span = shown.column_span
                lines = slice(shown.y, shown.bottom) if shown else slice(0)
                for found, above in zip(edges[lines], covered[lines], strict=True):
                    if span not in above:
                        found.update(edge for edge in span if not any(start < edge < end for start, end in above))
                        above.append(span)
            self._cuts = [sorted(found) for found in edges]
        return self._cuts

    def render_partial_update(self) -> ChopsUpdate | None:
        """What changed, to the ends of the pieces that it is in."""
        update = super().render_partial_update()
        if update:
            ends = update.chop_ends
            update.spans = [(y, start, ends[y][bisect_left(ends[y], end)]) for y, start, end in update.spans]
        return update

    def _render_chops(self, crop: Region, is_rendered_line: Callable[[int], bool]) -> Sequence[Mapping[int, Strip]]:
        cuts = self.cuts
        pieces: list[dict[int, Strip | None]] = [dict.fromkeys(line[:-1]) for line in cuts]
        for region, clip, strips in self._get_renders(crop):
            shown = region.intersection(clip)
            first, last = shown.column_span
            for y, strip in zip(shown.line_range, strips, strict=False):
                if not is_rendered_line(y):
                    continue
                bounds = [cut for cut in cuts[y] if first <= cut <= last]
                begins_later = bool(bounds) and bounds[0] > first
                parts = strip.divide([cut - first for cut in (bounds if begins_later else bounds[1:])])
                line = pieces[y]
                for cut, part in zip(bounds, parts[1:] if begins_later else parts, strict=False):
                    if line.get(cut) is None:
                        line[cut] = part
        return pieces  # type: ignore[return-value]  # every piece is some widget's, the screen's at least


def mend_overlaid() -> None:
    """Let screens, which name the class themselves, paint so."""
    screen.Compositor = WholeCompositor  # type: ignore[attr-defined]  # the only handle that Textual leaves
