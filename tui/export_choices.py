"""What one chooses from when one exports: templates, orders, formats, and what they are called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from store.export.arrange import ORDERS, Order
from store.export.forms import FILE_FORMS, FileForm
from store.export.templates import SHIPPED, known_templates
from tui.language import N_, _

Choice = TypeVar("Choice")

_TEMPLATES = {
    "notes": N_("notes and tags"),
    "brief": N_("delegation brief"),
    "amendments": N_("table of amendments"),
    "reading": N_("reading list"),
    "conflicts": N_("conflicts"),
}
_ORDERS = {"document": N_("documents"), "tag": N_("tags"), "cited": N_("what is cited"), None: N_("of the template")}
_FORMS = {"md": "Markdown", "json": "JSON", "jsonld": "W3C JSON-LD", "csv": "CSV", "docx": "Word"}


@dataclass(frozen=True, slots=True)
class Choices:
    """How an export is to be."""

    template: str = SHIPPED[0]
    order: Order | None = None
    """None leaves it to the template."""
    form: FileForm = "md"
    templates: Sequence[str] = field(default_factory=known_templates)

    @property
    def words(self) -> tuple[tuple[str, str], ...]:
        """What is chosen, in words: first what it is, then its name."""
        known = _TEMPLATES.get(self.template)
        return (
            (_("Template"), _(known) if known else self.template),
            (_("Order"), _(_ORDERS[self.order])),
            (_("Format"), _FORMS[self.form]),
        )

    def with_next_template(self) -> Choices:
        """By the template after this one."""
        return replace(self, template=_after(self.templates, self.template))

    def with_next_order(self) -> Choices:
        """In the order after this one."""
        return replace(self, order=_after((None, *ORDERS), self.order))

    def with_next_form(self) -> Choices:
        """In the form after this one."""
        return replace(self, form=_after(FILE_FORMS, self.form))


def _after(those: Sequence[Choice], one: Choice) -> Choice:
    return those[(those.index(one) + 1) % len(those)]
