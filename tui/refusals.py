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
