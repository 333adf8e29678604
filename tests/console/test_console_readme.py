"""What the README lets a stranger type can be typed, line by line, in an empty folder."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

from tests.console.calling import call
from tests.support.quick_keys import quick_guesses
from tests.tools.tree import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
CONSOLE = README[README.index("## On the console") : README.index("## What goes out")]
LINES = re.findall(r"^    (\S.*)$", CONSOLE, re.MULTILINE)
SMALL = ("--members", "12", "--months", "3")  # the practice book as it is takes seconds


def test_every_line_of_the_readme_works_as_it_stands(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert len(LINES) > 25

    with quick_guesses():
        for line in LINES:
            assert typed(line) == 0, line


def typed(line):
    program, *words = shlex.split(line.replace("CODE ON PAPER", code() if "CODE" in line else ""))
    if program == "echo":
        text, arrow, name = words
        assert arrow == ">"
        return 0 if Path(name).write_text(f"{text}\n", encoding="utf-8") else 1
    if program == "python3":
        return subprocess.run([sys.executable, *words], check=False, capture_output=True).returncode
    assert program == "satcha"
    return call(*words, *(SMALL if words[0] == "practice" else ())).code


def code():
    """The code that the newest paper of the village would show."""
    book = Path("village.satcha")
    return call("check", book).json["code"] if book.exists() else ""
