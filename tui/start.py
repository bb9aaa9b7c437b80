"""The way in. What can only be a target opens the app at once; all else goes to the command line in cli.py.

The first text waits for every module that is imported here, so there are few.
"""

from __future__ import annotations

import gc
import re
import sys

from tui.streams import is_terminal, speak_unicode

_MAY_BE_VERB = re.compile(r"[a-z-]+|-.*", re.DOTALL)


def main() -> int:
    """Run the command and return its exit code."""
    arguments = sys.argv[1:]
    if len(arguments) <= 1 and not any(map(_MAY_BE_VERB.fullmatch, arguments)) and _in_terminal():
        for stream in (sys.stdout, sys.stderr):
            speak_unicode(stream)
        return open_app(*arguments)
    from tui.cli import main as run_command

    return run_command()


def open_app(target: str | None = None, *, resume: bool = False) -> int:
    """Open the app at a target, where it was left, or at the library, and return the exit code when it is left.

    A program's modules last as long as it does: to look among them for what could be freed, again and again while
    they are made, takes a fifth of the time to the first text. The app begins to look when it has shown something.
    """
    gc.disable()
    from tui.launching import launch

    launch(target, resume=resume)
    return 0


def _in_terminal() -> bool:
    return is_terminal(sys.stdin) and is_terminal(sys.stdout)


if __name__ == "__main__":
    sys.exit(main())
