"""The command with its arguments, in this process or in one of its own."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tui import cli


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = cli.main(list(arguments))
    out, err = capsys.readouterr()
    return code, out, err


def jueyi(*arguments: str, **options: object) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "tui.cli", *arguments]
    return subprocess.run(command, capture_output=True, check=False, **options)  # type: ignore[call-overload]
