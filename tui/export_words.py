"""How the user's settings have exports look, and what an export did, in words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from store.annotations.kinds import kinds_of
from store.config import Config
from store.export.arrange import Order
from store.export.markdown import Style
from store.export.quotation import cited_in
from store.export.writing import Written
from store.library.library import Library
from tui.language import N_, _, language, n_

NO_CONFLICT = N_("No annotation is in conflict with another state of it.")
"""Where conflicts are wanted and there are none."""
_SHOWN = 3
"""Parts that are named of those that were left as they are."""


def style_of(library: Library, config: Config, template: str | None, order: Order | None) -> Style:
    """How annotations are shown: in the language in which quotations are cited, signed by the author."""
    held = frozenset(entry.symbol for entry in library.entries() if entry.symbol)
    kinds = kinds_of(config.kinds)
    return Style(template or "notes", order, cited_in(config.cite, language()), config.author or "", held, kinds)


def written_words(count: int, file: Path | str) -> str:
    """How many annotations went where."""
    written = n_("{count} annotation written to {file}.", "{count} annotations written to {file}.", count)
    return written.format(count=count, file=file)


def kept_words(written: Written) -> Iterator[str]:
    """What was left as the user had made it; nothing where all went as it should."""
    updated, file = written.updated, written.path.name
    if updated.kept:
        kept = n_(
            "In {file}, {count} part in which you wrote was left as it is: {parts}. "
            "Delete it with its comments and export again to have it anew.",
            "In {file}, {count} parts in which you wrote were left as they are: {parts}. "
            "Delete them with their comments and export again to have them anew.",
            len(updated.kept),
        )
        named = [*updated.kept[:_SHOWN], *["…"] * (len(updated.kept) > _SHOWN)]
        yield kept.format(file=file, count=len(updated.kept), parts=_(", ").join(named))
    if updated.open:
        torn = n_(
            "In {file}, {count} part lacks one of its two comments; it counts as your own text now, "
            "and what belongs there was written again.",
            "In {file}, {count} parts lack one of their two comments; they count as your own text now, "
            "and what belongs there was written again.",
            len(updated.open),
        )
        yield torn.format(file=file, count=len(updated.open))
    if written.tags_kept:
        yield _("The tags in the front matter of {file} are your own and were left as they are.").format(file=file)
