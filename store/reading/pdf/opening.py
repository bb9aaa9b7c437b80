"""A PDF file is opened, or refused in one sentence."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import ArgumentError
from threading import Lock
from typing import TYPE_CHECKING

from store.errors import UnreadableSource

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_ONE_AT_A_TIME = Lock()
"""PDFium may not be called from two threads at once."""
_PASSWORD = 4
"""FPDF_ERR_PASSWORD."""


@contextmanager
def opened(data: bytes, name: str) -> Iterator[PdfDocument]:
    """The file, for as long as nobody else reads one.

    Raises:
        UnreadableSource: it is broken, has no pages, or wants a password.
    """
    from pypdfium2 import PdfDocument, PdfiumError

    with _ONE_AT_A_TIME:
        try:
            document = PdfDocument(data)
        except PdfiumError as error:
            raise UnreadableSource(_refusal(name, getattr(error, "err_code", None))) from None
        try:
            if not len(document):
                raise UnreadableSource(_refusal(name, None))
            yield document
        except ArgumentError as error:
            # Ctrl+C that comes while an argument is handed over to the library is told as a fault of the argument.
            if KeyboardInterrupt.__name__ in str(error):
                raise KeyboardInterrupt from None
            raise
        finally:
            document.close()


def _refusal(name: str, code: int | None) -> str:
    if code == _PASSWORD:
        return f"“{name}”有密码保护，无法读取：请先在阅读器中输入密码，另存为没有密码的 PDF。"
    return f"“{name}”不是完整的 PDF 文件，无法打开：请重新下载，或另存为新的 PDF。"
