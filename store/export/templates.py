"""Templates of exports: five that come with jueyi, and the user's own, in Jinja2's language.

A template sees `groups` (see arrange.py), `words`, `language`, `author`. It writes Markdown, in regions with stable
ids (`{% call region(id) %}…{% endcall %}`), which can be brought up to date in a file in which the user wrote too. Its
first line may say by what it is ordered unless the user says otherwise, and that it shows conflicts alone:
`{# by: tag of: conflicts #}`.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from store.errors import JueyiError
from store.export.arrange import ORDERS, Order
from store.export.literal import cell, comment, literal, quoted, redlined
from store.export.nesting import nested
from store.export.regions import Region
from store.files import read_if_there
from store.paths import templates_folder
from store.progress import Progress, silent

if TYPE_CHECKING:
    from jinja2.sandbox import SandboxedEnvironment

SHIPPED = ("notes", "brief", "amendments", "reading", "conflicts")
"""The names of those that come with jueyi."""
_SUFFIX = ".md"
_BY = re.compile(r"\s*\{#-?\s*by:\s*(\w+)\s*(?:of:\s*(\w+)\s*)?-?#\}")
_NAME = re.compile(r"[\w.-]+")
_PLACE = re.compile("\0(\\d+)\0")


class TemplateFault(JueyiError):
    """A template that is missing or wrong, with the line and the reason."""


def known_templates() -> tuple[str, ...]:
    """The names of all templates: the shipped ones first, then the user's own."""
    own = templates_folder()
    names = sorted(path.stem for path in own.glob(f"[!_.]*{_SUFFIX}")) if own.is_dir() else []
    return tuple(dict.fromkeys([*SHIPPED, *names]))


def order_of(name: str) -> Order:
    """By what a template is ordered unless the user says otherwise.

    Raises:
        TemplateFault: there is no such template.
    """
    found = _BY.match(_source(name)[0])
    wanted = next((order for order in ORDERS if found and order == found[1]), None)
    if found and wanted is None:
        raise _fault(name, 1, f"by 应为 {'、'.join(ORDERS)} 之一")
    return wanted or "document"


def shows_conflicts(name: str) -> bool:
    """Whether a template shows only annotations of which a state gave way to another.

    Raises:
        TemplateFault: there is no such template, or it is of something that is not known.
    """
    found = _BY.match(_source(name)[0])
    if found and found[2] not in (None, "conflicts"):
        raise _fault(name, 1, "of 应为 conflicts")
    return bool(found and found[2])


def rendered(name: str, context: Mapping[str, Any], progress: Progress = silent) -> list[Region]:
    """The regions that a template makes.

    Raises:
        TemplateFault: there is no such template, or it is wrong; the sentence names its line and the reason.
        Cancelled: `progress` said so.
    """
    from jinja2 import TemplateError, TemplateSyntaxError

    made: list[Region] = []
    whole = sum(len(group.entries) for group in context["groups"])
    try:
        text = _environment(_regions(made, progress, whole)).get_template(name).render(context)
    except TemplateSyntaxError as error:
        raise _fault(error.name or name, error.lineno, error.message or "") from error
    except TemplateFault:
        raise
    except (TemplateError, ArithmeticError, LookupError, TypeError, ValueError, RecursionError) as error:
        raise _fault(name, _line(error, name), str(error) or type(error).__name__) from error
    return _with_text_between(text, made)


def _environment(region: Callable[..., str]) -> SandboxedEnvironment:
    from jinja2 import FunctionLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(
        loader=FunctionLoader(lambda name: (*_source(name), None)),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,
        finalize=_without_nul,
    )
    filters: dict[str, Callable[..., str]] = {
        "literal": literal,
        "quoted": quoted,
        "nested": nested,
        "cell": cell,
        "comment": comment,
        "redlined": redlined,
    }
    environment.filters.update(filters)
    environment.globals["region"] = region
    return environment


def _regions(made: list[Region], progress: Progress, whole: int) -> Callable[..., str]:
    """What a template calls to make a region; in its text stands the region's number."""

    def region(identity: str, caller: Callable[[], str]) -> str:
        progress("annotations", min(len(made), whole), whole)
        content = caller()
        if "\0" in content:
            raise ValueError("region 之内不能再有 region")
        made.append(Region.of(identity, content))
        return f"\0{len(made) - 1}\0"

    return region


def _with_text_between(text: str, made: list[Region]) -> list[Region]:
    """The regions in their order, and one for each text that stands outside of them."""
    found: list[Region] = []
    for turn, part in enumerate(_PLACE.split(text)):
        if turn % 2:
            found.append(made[int(part)])
        elif part.strip():
            found.append(Region.of(f"text/{hashlib.sha256(part.encode()).hexdigest()[:12]}", part.strip()))
    return list(_once(found))


def _once(regions: list[Region]) -> list[Region]:
    """No id twice: a file could not tell them apart."""
    seen: dict[str, int] = {}
    once = []
    for each in regions:
        turn = seen[each.id] = seen.get(each.id, 0) + 1
        once.append(each if turn == 1 else Region(f"{each.id}~{turn}", each.content))
    return [each for each in once if each.content]


def _without_nul(value: object) -> object:
    """Text as it is, but for the sign that marks regions."""
    return value.replace("\0", "\ufffd") if isinstance(value, str) else value


def _source(name: str) -> tuple[str, str]:
    """A template's text and file: the user's own goes before a shipped one."""
    if _NAME.fullmatch(name):
        for path in (templates_folder() / f"{name}{_SUFFIX}", _shipped(name)):
            data = read_if_there(path)
            if data is not None:
                return _decoded(name, data), str(path)
    raise TemplateFault(
        f"没有名为“{name}”的模板：现有 {'、'.join(known_templates())}，自己的模板放在 {templates_folder()}。"
    )


def _decoded(name: str, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _fault(name, data.count(b"\n", 0, error.start) + 1, "不是 UTF-8 编码") from error


def _shipped(name: str) -> Path:
    return Path(__file__).with_name("templates") / f"{name}{_SUFFIX}"


def _line(error: BaseException, name: str) -> int:
    """The template's line at which something went wrong."""
    file, line = _source(name)[1], 1
    step = error.__traceback__
    while step:
        if step.tb_frame.f_code.co_filename == file:
            line = step.tb_lineno
        step = step.tb_next
    return line


def _fault(name: str, line: int, reason: str) -> TemplateFault:
    return TemplateFault(f"模板“{name}”第 {line} 行有误（{reason}）：请修正该模板，或用 --template 另选一个。")
