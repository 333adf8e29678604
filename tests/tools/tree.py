"""The project's files as the house tests see them: which there are, and what is in them."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("desktop", "ledger", "reports")


@dataclass(frozen=True, slots=True)
class Module:
    """One Python file: its path below the root, and its text."""

    path: str
    text: str

    @property
    def tree(self) -> ast.Module:
        return ast.parse(self.text, self.path)

    @property
    def lines(self) -> int:
        return len(self.text.splitlines())


def modules(*folders: str, root: Path = ROOT) -> list[Module]:
    """Every Python file below these folders, in order of path."""
    return [
        Module(path.relative_to(root).as_posix(), path.read_text(encoding="utf-8"))
        for folder in folders
        for path in sorted((root / folder).rglob("*.py"))
    ]


def kept_files(root: Path = ROOT) -> list[Path]:
    """Every file that is, or is about to be, under version control."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(command, cwd=root, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        # An unpacked archive, a machine without git, or somebody else's checkout.
        return [path for path in sorted(root.rglob("*")) if path.is_file() and _is_ours(path, root)]
    names = listed.stdout.decode().split("\0")
    return [root / name for name in names if name and (root / name).is_file()]


def _is_ours(path: Path, root: Path) -> bool:
    parts = path.relative_to(root).parts
    made = {"__pycache__", "build", "dist", ".git", ".venv", ".hypothesis", ".coverage"}
    return path.suffix != ".mo" and not any(
        part in made or part.endswith(("_cache", ".egg-info")) for part in parts
    )


def imported_names(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and full name of every import, wherever it stands in the module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            yield node.lineno, node.module or "."
