"""What a file or folder of annotations holds: an export of jueyi, a colleague's store, or JSON-LD of any program."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from store.annotations.conflicts import TABLE as CONFLICTS
from store.annotations.conflicts import conflicts_in
from store.annotations.names import SUFFIX
from store.annotations.records import Annotation
from store.annotations.tables import TABLE, annotations_in, decode, faults_in, refuse_newer
from store.errors import JueyiError
from store.export.data import from_json
from store.export.jsonld import from_item, is_ours, listed
from store.files import read_if_there, unavailable


class NoAnnotations(JueyiError):
    """A file that holds no annotations in any known form."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """Annotations on their way in."""

    annotations: tuple[Annotation, ...] = ()
    gave_way: tuple[Annotation, ...] = ()
    """States of them that gave way to later ones."""
    foreign: tuple[Mapping[str, Any], ...] = ()
    """Those of other programs, in the form in which they came."""
    problems: tuple[str, ...] = ()
    """A sentence for each thing that could not be taken."""


def unpack(path: Path) -> Parcel:
    """What a file or folder holds.

    Raises:
        NoAnnotations: it is not there, or holds none in a known form.
        StoreUnavailable: it can't be read.
    """
    if path.is_dir():
        return _of_folder(path)
    data = read_if_there(path)
    if data is None:
        raise NoAnnotations(f"找不到文件“{path}”：请检查路径。")
    if path.suffix.lower() == ".csv":
        raise NoAnnotations(
            f"“{path}”是 CSV，表格软件会改动其中的日期和数字，不能导入：请改用 --format json 或 jsonld 导出。"
        )
    if path.suffix.lower() in (".md", ".docx"):
        raise NoAnnotations(f"“{path}”是供人阅读的导出，不能导入：请改用 --format json 或 jsonld 导出。")
    return _of_content(path, data, _parsed(path, data))


def _of_folder(folder: Path) -> Parcel:
    """A store: the folder of its annotations, or the folder in which that lies."""
    inner = folder / "annotations"
    held = inner if inner.is_dir() else folder
    try:
        files = sorted(held.glob(f"[!.]*{SUFFIX}"))
    except OSError as error:
        raise unavailable("无法读取", held, error) from error
    if not files:
        raise NoAnnotations(f"“{folder}”里没有标注文件：请指明 jueyi 的 annotations 文件夹。")
    parcels = [_tolerant(file) for file in files]
    return Parcel(
        tuple(each for parcel in parcels for each in parcel.annotations),
        tuple(each for parcel in parcels for each in parcel.gave_way),
        tuple(each for parcel in parcels for each in parcel.foreign),
        tuple(each for parcel in parcels for each in parcel.problems),
    )


def _tolerant(file: Path) -> Parcel:
    """One broken file among many is told, and the others are taken."""
    try:
        return unpack(file)
    except JueyiError as error:
        return Parcel(problems=(str(error),))


def _parsed(path: Path, data: bytes) -> object:
    try:
        content: object = json.loads(data.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        raise NoAnnotations(f"“{path}”第 {error.lineno} 行不合 JSON 格式，没有导入：请检查文件是否完整。") from error
    except (UnicodeDecodeError, RecursionError) as error:
        raise NoAnnotations(f"“{path}”不是 UTF-8 编码的 JSON，没有导入：请检查文件。") from error
    return content


def _of_content(path: Path, data: bytes, content: object) -> Parcel:
    if isinstance(content, dict) and isinstance(content.get(TABLE), dict):
        tables = decode(path, data)
        refuse_newer(path, tables)
        gave_way = tuple(each.lost for each in conflicts_in(tables))
        return Parcel(annotations_in(tables), gave_way, problems=faults_in(path, tables))
    if isinstance(content, dict) and isinstance(content.get(TABLE), list):
        try:
            gave_way = tuple(from_json(content, CONFLICTS)) if CONFLICTS in content else ()
            return Parcel(tuple(from_json(content)), gave_way)
        except ValueError as error:
            raise NoAnnotations(f"“{path}”里的标注缺少 {error} 一项或其内容有误，没有导入：请重新导出。") from error
    items = list(_items(content))
    if not items:
        raise NoAnnotations(f"“{path}”里没有标注：请给出 jueyi 导出的 JSON、JSON-LD，或标注文件夹。")
    return _of_items(path, items)


def _of_items(path: Path, items: Sequence[Mapping[str, Any]]) -> Parcel:
    annotations, problems = [], []
    for item in filter(is_ours, items):
        try:
            annotations.append(from_item(item))
        except (ValueError, TypeError, AttributeError) as error:
            problems.append(f"“{path}”里的标注 {item.get('id')} 有误（{error}），没有导入。")
    foreign = tuple(item for item in items if not is_ours(item))
    return Parcel(tuple(annotations), foreign=foreign, problems=tuple(problems))


def _items(content: object) -> Iterator[Mapping[str, Any]]:
    """The annotations of a collection, a page, a list, or one that stands alone; pages elsewhere are not fetched."""
    for each in listed(content):
        if not isinstance(each, dict):
            continue
        kinds = listed(each.get("type", each.get("@type")))
        if "Annotation" in kinds or "oa:Annotation" in kinds:
            yield each
        for part in ("items", "first", "next", "@graph"):
            yield from _items(each.get(part))
