"""What the store refuses, in the language of the interface. The store says it in Chinese.

Like doubts (doubts.py), sentences are told by their form, because some were kept in the index when a file was read.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from tui.language import language

_SENTENCES = (
    ("“{}”是空的，没有可读的文字：请检查文件。", "“{}” is empty: check the file."),
    ("“{}”里没有可读的文字：请检查文件。", "“{}” holds no text that can be read: check the file."),
    (
        "“{}”含有零字节，不是文本文件：请先另存为纯文本（UTF-8）。",
        "“{}” holds zero bytes and is no text: save it as plain text (UTF-8).",
    ),
    ("“{}”不是文本文件：请先另存为纯文本（UTF-8）。", "“{}” is no text: save it as plain text (UTF-8)."),
    (
        "“{}”标明为 {}，第 {} 个字节起却不符：文件可能已损坏，请重新取得。",
        "“{}” says that it is {}, but from byte {} on it is not: it may be damaged, get it again.",
    ),
    (
        "“{}”的编码无法识别（试过 UTF-8、UTF-16、GB18030、Big5）：请另存为 UTF-8。",
        "The encoding of “{}” is not known (UTF-8, UTF-16, GB18030 and Big5 were tried): save it as UTF-8.",
    ),
    (
        "“{}”是 JSON，但不含段落：请给出字符串的数组，或带 text 字段的对象的数组（也可放在 blocks 里）。",
        "“{}” is JSON without paragraphs: an array of strings is wanted, or of objects with a text (also in blocks).",
    ),
    (
        "“{}”像是 JSON，但第 {} 行第 {} 个字符起有误：请检查文件是否完整。",
        "“{}” looks like JSON, but is wrong from line {}, character {} on: check whether it is whole.",
    ),
    (
        "“{}”是 JSON，但嵌套太深，不像文件的段落：请另存为段落的数组。",
        "“{}” is JSON, but nested too deeply for the paragraphs of a document: save it as an array of paragraphs.",
    ),
    (
        "“{}”是 RTF 文件：请先另存为纯文本（UTF-8）或网页（HTML）。",
        "“{}” is an RTF file: save it as plain text (UTF-8) or as a web page.",
    ),
    ("“{}”是{}文件，不是文本：请先另存为纯文本（UTF-8）。", "“{}” is {}, no text: save it as plain text (UTF-8)."),
    ("找不到文件“{}”：请检查路径。", "There is no file “{}”: check the path."),
    (
        "“{}”是管道、设备或套接字，不是文件：管道里的文字请用 - 读入。",
        "“{}” is a pipe, device or socket, no file: what comes through a pipe is read as -.",
    ),
    ("“{}”是文件夹：请指明其中的文件。", "“{}” is a folder: name a file in it."),
    ("无法读取“{}”（{}）：请检查权限。", "“{}” can't be read ({}): check its permissions."),
    (
        "读取“{}”的进程意外终止：请再试一次，或改用较小的文件。",
        "The process that read “{}” ended unexpectedly: try again, or take a smaller file.",
    ),
    (
        "“{}”里只有图像，没有文字（可能是扫描件）：请先用文字识别（OCR）软件处理，再打开。",
        "“{}” holds only images and no text (it may be a scan): have its text recognised (OCR) first.",
    ),
    (
        "“{}”有密码保护，无法读取：请先在阅读器中输入密码，另存为没有密码的 PDF。",
        "“{}” is locked by a password: open it with the password and save it as a PDF without one.",
    ),
    (
        "“{}”不是完整的 PDF 文件，无法打开：请重新下载，或另存为新的 PDF。",
        "“{}” is no whole PDF file and can't be opened: download it again, or save it as a new PDF.",
    ),
    (
        "“{}”是 Word 文档，但里面没有文字：如果页面是图像，请先做文字识别（OCR）。",
        "“{}” is a Word file without text: where its pages are images, have their text recognised (OCR) first.",
    ),
    (
        "“{}”里的内容嵌套过深，无法读取：请在 Word 中另存一份再试。",
        "“{}” is nested too deeply: save a copy with Word and try again.",
    ),
    (
        "“{}”加了密码：请在 Word 中取消密码并另存后再试。",
        "“{}” is locked by a password: take it off in Word, save and try again.",
    ),
    (
        "“{}”是旧版 Word 文件（DOC）：请在 Word 中另存为 DOCX 后再试。",
        "“{}” is a Word file of the old kind (DOC): save it as DOCX with Word and try again.",
    ),
    (
        "“{}”是旧版 Office 文件，不是 Word 文档：请另存为 DOCX 或纯文本（UTF-8）。",
        "“{}” is an Office file of the old kind, no Word document: save it as DOCX or plain text (UTF-8).",
    ),
    (
        "“{}”是{}，不是 Word 文档：请另存为 DOCX 或纯文本（UTF-8）。",
        "“{}” is {}, no Word document: save it as DOCX or plain text (UTF-8).",
    ),
    (
        "“{}”是{}，不是 Word 文档：请把要读的文字另存为 DOCX 或纯文本（UTF-8）。",
        "“{}” is {}, no Word document: save its text as DOCX or plain text (UTF-8).",
    ),
    (
        "“{}”已损坏，不是完整的 Word 文件（DOCX）：请重新下载，或请在 Word 中打开并另存为 DOCX 后再试。",
        "“{}” is damaged, no whole Word file (DOCX): download it again, or open it with Word and save it as DOCX.",
    ),
    (
        "“{}”里缺少正文部分（{}）：文件已损坏，请在 Word 中打开并另存为 DOCX 后再试。",
        "“{}” lacks its text ({}) and is damaged: open it with Word and save it as DOCX.",
    ),
    (
        "“{}”里的 {} 无法解析：文件已损坏，请在 Word 中打开并另存为 DOCX 后再试。",
        "{1} in “{0}” can't be understood, the file is damaged: open it with Word and save it as DOCX.",
    ),
    (
        "“{}”里的 {} 展开后过大，不像是文档：请在 Word 中打开并另存为 DOCX 后再试。",
        "{1} in “{0}” is too large for a document: open it with Word and save it as DOCX.",
    ),
    (
        "“{}”里的 {} 已损坏：请重新下载，或请在 Word 中打开并另存为 DOCX 后再试。",
        "{1} in “{0}” is damaged: download it again, or open it with Word and save it as DOCX.",
    ),
    (
        "“{}”不是联合国文号：请写成 A/RES/64/293 或 A/C.3/76/L.4/Rev.1 的样子。",
        "“{}” is no symbol: write it like A/RES/64/293 or A/C.3/76/L.4/Rev.1.",
    ),
    ("文库中没有“{}”：请用 jueyi list 查看现有文件。", "“{}” is not in the library: jueyi list shows what is."),
    ("“{}”是随程序提供的文件，不能移除。", "“{}” came with jueyi and can't be removed."),
    ("另一个窗口正在写入 {}：请稍后再试。", "Another window is writing {}: try again in a moment."),
    (
        "另一个窗口正在写入 {}。请稍候再试，或关闭那个窗口。",
        "Another window is writing {}: try again in a moment, or close that window.",
    ),
    ("{} 由较新版本的 jueyi 写成：请更新 jueyi。", "{} was written by a newer jueyi: update jueyi."),
    (
        "{} 由较新版本的 jueyi 写成，只能阅读，不能更改。请更新 jueyi，然后再试。",
        "{} was written by a newer jueyi and can be read but not changed: update jueyi and try again.",
    ),
    ("{} 已损坏，无法读取：请修正或移走该文件。", "{} is damaged and can't be read: mend it or move it away."),
    (
        "更正文件 {} 已损坏，无法读取：请修正或移走该文件；在此之前不会改动它。",
        "The corrections in {} are damaged and can't be read: mend it or move it away; it is left alone until then.",
    ),
    (
        "无法读取标注文件 {}：{}。请修正该文件或从备份恢复；在此之前不会改动它。",
        "The annotations in {} can't be read ({}): mend the file or take a backup; it is left alone until then.",
    ),
    (
        "{} 不是 UTF-8 编码的文本，没有改动：请另选一个文件名。",
        "{} is no text in UTF-8 and was left as it is: take another name.",
    ),
    (
        "{} 在 Word 中改动过，或不是导出的文件，没有覆盖：请另选一个文件名，或先移走它。",
        "{} was changed in Word, or is no export, and was not written over: take another name, or move it away.",
    ),
    (
        "没有名为“{}”的模板：现有 {}，自己的模板放在 {}。",
        "There is no template “{}”: there are {}; your own belong into {}.",
    ),
    (
        "模板“{}”第 {} 行有误（{}）：请修正该模板，或用 --template 另选一个。",
        "The template “{}” is wrong in line {} ({}): mend it, or take another one with --template.",
    ),
    (
        "“{}”是 CSV，表格软件会改动其中的日期和数字，不能导入：请改用 --format json 或 jsonld 导出。",
        "“{}” is CSV, in which spreadsheets change dates and numbers, and is not taken in: export with --format json "
        "or jsonld.",
    ),
    (
        "“{}”是供人阅读的导出，不能导入：请改用 --format json 或 jsonld 导出。",
        "“{}” is an export to be read, and is not taken in: export with --format json or jsonld.",
    ),
    (
        "“{}”里没有标注文件：请指明 jueyi 的 annotations 文件夹。",
        "“{}” holds no files of annotations: name the folder annotations of jueyi.",
    ),
    (
        "“{}”第 {} 行不合 JSON 格式，没有导入：请检查文件是否完整。",
        "“{}” is no JSON from line {} on and was not taken in: check whether it is whole.",
    ),
    (
        "“{}”不是 UTF-8 编码的 JSON，没有导入：请检查文件。",
        "“{}” is no JSON in UTF-8 and was not taken in: check the file.",
    ),
    (
        "“{}”里的标注缺少 {} 一项或其内容有误，没有导入：请重新导出。",
        "The annotations in “{}” lack {}, or it is wrong, and were not taken in: export them again.",
    ),
    (
        "“{}”里没有标注：请给出 jueyi 导出的 JSON、JSON-LD，或标注文件夹。",
        "“{}” holds no annotations: name JSON or JSON-LD that jueyi exported, or a folder of annotations.",
    ),
    (
        "“{}”里的标注 {} 有误（{}），没有导入。",
        "The annotation {1} in “{0}” is wrong ({2}) and was not taken in.",
    ),
    ("标注“{}”没有导入：{}。", "The annotation “{}” was not taken in: {}."),
    (
        "{} 不合 TOML 格式（{}），设置均用默认值。请修正该文件。",
        "{} is no TOML ({}), and no setting in it is used: mend the file.",
    ),
    (
        "{} 中没有名为 {} 的设置，已略过。可用的设置：{}。",
        "{} has a setting {}, which there is not: it is passed over. There are: {}.",
    ),
    ("{} 中的 {} 应为{}，现用默认值。", "In {}, {} should be {}: what it is without that is used."),
    (
        "{} 已损坏，无法读取：原文件已改名为 {} 保留，标签的颜色和按键从头记起。",
        "{} is damaged: it is kept as {}, and the colours and keys of tags begin anew.",
    ),
    ("无法写入 {}：{}。{}。", "{} can't be written: {}. {}."),
    ("无法读取 {}：{}。{}。", "{} can't be read: {}. {}."),
    ("无法移除 {}：{}。{}。", "{} can't be removed: {}. {}."),
    ("无法清理 {}：{}。{}。", "{} can't be cleared up: {}. {}."),
    (
        "{} 没有可用的备份，其中也没有完整的记录：文件保持原样。",
        "{} has no sound earlier state, and no whole record in it: it stays as it is.",
    ),
    (
        "{} 已损坏，原件留在 {}，从中救回 {} 条标注。最近的改动可能不在其中，请核对。",
        "{} was damaged; it is kept as {}. Out of it {} annotations were restored; recent changes may be missing.",
    ),
    (
        "{} 已损坏，原件留在 {}，由 {} 的备份恢复 {} 条标注。最近的改动可能不在其中，请核对。",
        "{} was damaged; it is kept as {}. From the state of {}, {} annotations were restored; what was changed later"
        " may be missing.",
    ),
    (
        "{} 已损坏，原件留在 {}，由 {} 的备份恢复 {} 条标注，"
        "其中 {} 条以原件所载为准。最近的改动可能不在其中，请核对。",
        "{} was damaged; it is kept as {}. From the state of {}, {} annotations were restored, {} of them as the"
        " damaged file has them; recent changes may be missing.",
    ),
    (
        "同步留下的副本 {} 已并入 {}：新增 {} 条，{} 条两处不同（较早的写法留作冲突供查看）；副本留在 {}。",
        "{}, a copy left by a program for synchronizing, was merged into {}: {} annotations are new, {} differed (the"
        " earlier wording is kept as a conflict); the copy is kept as {}.",
    ),
    (
        "{} 的记录 {}：{} 一项缺失或有误，这条标注没有显示。请修正该文件；在此之前不会改动这条记录。",
        "{}, record {}: {} is missing or wrong, so this annotation is not shown. Correct the file; until then the"
        " record is left as it is.",
    ),
    ("{} 是同步时留下的副本，尚未并入。", "{} is a copy left by a program for synchronizing, and not merged yet."),
    ("备份 {} 已损坏，恢复时会跳过它。", "The earlier state {} is damaged: recovery will pass it over."),
    ("已移除损坏的备份 {}。", "The damaged earlier state {} was removed."),
    (
        "标注 {} 同时在 {} 中：请删去多余的一条。",
        "Annotation {} is in {} at once: remove one of the two.",
    ),
    (
        "{} 是写到一半被中断时留下的，其中的改动没有得到确认。",
        "{} was left by a write that was cut short; the change in it was never confirmed.",
    ),
    ("已清理 {}。", "{} was swept."),
)
"""What the store says, and the same in English; of several that fit the first."""
_VALUES = {
    "标注种类的表，每种可有 label、colour、key，不用者写 false": (
        "a table of kinds of annotations, each with label, colour and key, or false for one that is not wanted"
    ),
    "图像": "a picture",
    "压缩包（ZIP）": "an archive (ZIP)",
    "开放文档（ODT）": "an open document (ODT)",
    "开放文档（OpenDocument）": "an open document (OpenDocument)",
    "电子书（EPUB）": "an electronic book (EPUB)",
    "表格（Excel）": "a table (Excel)",
    "演示文稿（PowerPoint）": "a presentation (PowerPoint)",
    "另一种 Office 文件": "another kind of Office file",
    "内容不是 UTF-8 编码的 JSON": "not JSON in UTF-8",
    "内容不是标注": "no annotations",
    "不是关于一份联合国文件的": "it is not about one document of the United Nations",
    "没有内容": "it says nothing",
    "不是 UTF-8 编码": "not UTF-8",
    "region 之内不能再有 region": "a region can't hold a region",
    "（无编号）": "without an id",
    "磁盘已满": "the disk is full",
    "磁盘配额已用完": "the quota of the disk is used up",
    "没有权限": "it is not permitted",
    "所在磁盘是只读的": "the disk is read-only",
    "路径中的一段不是文件夹": "a part of the path is no folder",
    "该处是一个文件夹": "there is a folder",
    "文件名过长": "the name is too long",
    "符号链接循环": "links lead in a circle",
    "请腾出一些空间，然后再试": "Free some space and try again",
    "请检查该文件及其所在文件夹的权限，然后再试": "Check the permissions of the file and its folder and try again",
    "请改用可写的磁盘，或以 JUEYI_HOME 另设文件夹": "Take another disk, or set another folder with JUEYI_HOME",
    "请移开同名的文件，或以 JUEYI_HOME 另设文件夹": "Move the file of this name, or set another folder with JUEYI_HOME",
    "请移开同名的文件夹，然后再试": "Move the folder of this name and try again",
    "请以 JUEYI_HOME 另设路径较短的文件夹": "Set a folder with a shorter path with JUEYI_HOME",
    "请修正该链接，然后再试": "Mend the link and try again",
    "请检查该磁盘，然后再试": "Check the disk and try again",
}
_SAID = (
    (r"第 (\d+) 行不合 JSON 格式", "line {} is no JSON"),
    (r"记录 (.*) 的 (.*) 一项缺失或有误", "{1} of record {0} is missing or wrong"),
    (r"(\d+) 至 (\d+) 的整数", "a whole number from {} to {}"),
    (r"(by|of) 应为 ([^ ]*)(?: 之一)?", "{} should be one of {}"),
    (r"主题的名称", "the name of a theme"),
    (r"姓名", "a name"),
    (r"由下列名称组成的列表：(.*)", "a list of these names: {}"),
    (r"命令名与按键的表，如 (.*)", "a table of commands and keys, like {}"),
    (r"1 或 2，或 (.*)（询问终端）", "1 or 2, or {} (the terminal is asked)"),
    (r"([\"\w]+) 或 ([\"\w]+)", "{} or {}"),
)
"""Values that hold values."""


def refusal_words(message: str) -> str:
    """A sentence of the store; one that is not known here as it is."""
    if language() == "zh":
        return message
    for form in _forms():
        if found := form.chinese.fullmatch(message):
            values = zip(found.groups(), form.names, strict=True)
            return form.english.format(*(value if is_name else _in_english(value) for value, is_name in values))
    return message


class _Form(NamedTuple):
    """A sentence of the store."""

    chinese: re.Pattern[str]
    names: tuple[bool, ...]
    """Whether a value is the name of a file or document, which stays as it is."""
    english: str


@cache
def _forms() -> tuple[_Form, ...]:
    return tuple(_Form(_expression(said), _names(said), english) for said, english in _SENTENCES)


def _expression(said: str) -> re.Pattern[str]:
    """What stands for a value may be anything."""
    return re.compile(re.escape(said).replace(r"\{\}", "(.*)"), re.DOTALL)


def _names(said: str) -> tuple[bool, ...]:
    return tuple(before.endswith("“") for before in said.split("{}")[:-1])


def _in_english(value: str) -> str:
    if value in _VALUES:
        return _VALUES[value]
    for said, english in _SAID:
        if found := re.fullmatch(said, value):
            return english.format(*(part.replace("、", ", ") for part in found.groups()))
    listed = value.replace("、", ", ")
    return listed if listed.isascii() else value
