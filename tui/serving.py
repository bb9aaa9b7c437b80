"""The verb `serve`: the same app in a web page of this machine."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import webbrowser
from importlib.util import find_spec
from pathlib import Path
from socket import AF_INET, SO_REUSEADDR, SOL_SOCKET, socket
from threading import Thread

from tui.clipboard import has_clipboard
from tui.language import _
from tui.printing import put, say
from tui.verbs import DONE

HOST = "127.0.0.1"

_WRONG_USAGE = 2


def serve(target: str | None, port: int, browser: bool) -> int:
    """Serve the app until Ctrl+C; prints the address.

    Args:
        target: What each page opens at; None for the library.
        port: Where to listen; 0 for any free port.
        browser: Open the address in the user's browser, where there is one.
    """
    if find_spec("textual_serve") is None:
        say(_("The web page needs textual-serve: install it by `pip install 'jueyi[serve]'`."))
        return _WRONG_USAGE
    try:
        listening = listen(port)
    except OSError as error:
        say(_refusal(port, error))
        return _WRONG_USAGE
    from tui.web.server import PageServer

    address = f"http://{HOST}:{listening.getsockname()[1]}/"
    put(address)
    sys.stdout.flush()
    say(_("jueyi is in the web page {address}, for this machine only. Ctrl+C ends it.").format(address=address))
    if browser and has_clipboard(os.environ):  # where a clipboard would be the user's, a browser is as well
        Thread(target=webbrowser.open, args=(address,), daemon=True).start()
    _lead_to_us()
    PageServer(command(target)).run(listening)
    return DONE


def listen(port: int) -> socket:
    """A socket that this machine alone can reach.

    Raises:
        OSError: the port is taken or not allowed.
    """
    listening = socket(AF_INET)
    try:
        if sys.platform != "win32":  # there it would share a port that is taken
            listening.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
        listening.bind((HOST, port))
        listening.listen()
    except OSError:
        listening.close()
        raise
    return listening


def command(target: str | None) -> str:
    """The command line, for a shell, that runs the app at a target."""
    words = [sys.executable, "-P", "-m", "tui.cli", *(("--", target) if target else ())]
    return subprocess.list2cmdline(words) if sys.platform == "win32" else f"exec {shlex.join(words)}"


def _lead_to_us() -> None:
    """Let the apps of the pages be this very installation, whatever the folder one is in holds."""
    here, others = str(Path(__file__).parent.parent), os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join((here, others)) if others else here


def _refusal(port: int, error: OSError) -> str:
    reason = error.strerror or str(error)
    return _("Port {port} can't be used ({reason}): name another with --port, 0 for any that is free.").format(
        port=port, reason=reason
    )
