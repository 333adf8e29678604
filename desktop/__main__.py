"""Where the program starts: without a word it opens the window, with one it is the console."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

from desktop.late_methods import compile_methods_late

if TYPE_CHECKING:
    from pathlib import Path

ENDINGS = (".satcha", ".satnet")  # of a book, and of a network office


def main() -> int:
    """Start the program; answers the number it leaves with."""
    compile_methods_late()
    from desktop.console import run
    from desktop.console.terminal import open_terminal

    words = sys.argv[1:]
    # A double click on a book hands over its place, and means the window.
    if not words or (len(words) == 1 and words[0].endswith(ENDINGS)):
        words = ["window", *words]
    return run(words, open_terminal(_open_window))


def _open_window(book: Path | None) -> int:
    # What is loaded stays for good: to look through it for rubbish, now and at every later look,
    # would hold up the start and stop the window for longer than a frame. Nor is there any rubbish
    # before the window stands.
    gc.disable()
    import desktop.parts  # noqa: F401 - it makes PySide6 quick to load
    from desktop.app import run_window

    gc.freeze()
    return run_window(book)


if __name__ == "__main__":
    sys.exit(main())
