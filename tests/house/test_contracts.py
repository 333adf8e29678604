"""The directions of imports hold, so that nobody needs to remember the command that checks them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from tests.tools.tree import PACKAGES, ROOT

CHECK = "from importlinter.cli import lint_imports_command; lint_imports_command()"


def checked(root: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", CHECK, "--no-cache"]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)


def test_the_import_contracts_hold():
    result = checked(ROOT)

    assert result.returncode == 0, result.stdout + result.stderr


def test_a_planted_breach_of_the_contracts_is_found(tmp_path):
    for package in PACKAGES:
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("*.ttf"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    with (tmp_path / "ledger" / "domain" / "money.py").open("a", encoding="utf-8") as module:
        module.write("\nfrom ledger import storage\n")

    result = checked(tmp_path)

    assert result.returncode != 0
    assert "Inside ledger BROKEN" in result.stdout
