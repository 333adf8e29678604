"""The certificate: one page that says what was attacked, with which seeds, and what came of it."""

from __future__ import annotations

import platform
import subprocess
from collections.abc import Sequence

import sqlcipher3.dbapi2 as sqlcipher

from tests.attack.results import Result

_READ = (
    "Every suite shows that it can see: by planted bugs that it must find, or by a control that "
    "must come out the other way; a suite that does not proves nothing. “Wrong” counts what was "
    "lost, half done, told wrongly or not found, and must be 0. The same seed attacks in the same "
    "way again (trust.md 7). “Asked” is what the design wants of a night (the middle column of "
    "7.2); a shorter run says so by what it tried."
)
_LEFT_OUT = (
    "Not part of this run: real power cuts and real Windows (C8-W), programs that hold the file "
    "for a moment (K4 on Windows), and the reading of people."
)


def certificate(results: Sequence[Result], *, day: str, minutes: int, chance: str) -> str:
    """The page as text that reads well printed and in a browser."""
    good = all(result.holds for result in results)
    lines = [
        "# Test certificate",
        "",
        f"{day}, version {_version()}, {_machine()}; {minutes} minutes.",
        "",
        _READ,
        "",
        "| suite | what | tried | asked | wrong | planted bug or control, found | seeds |",
        "|---|---|---:|---:|---:|---|---:|",
        *(_row(result) for result in results),
        "",
        f"Chance over the rules, papers with hostile names, every table's cells: {chance}.",
        "",
        "**All suites hold.**" if good else "**Not all suites hold:**",
    ]
    for result in results:
        lines += [f"- {result.name}: {wrong}" for wrong in result.wrong]
        lines += [f"- {result.name}: not found, a tenth may be: {one}" for one in result.missed]
        lines += [
            f"- {result.name}: the planted “{bug}” was not found"
            for bug, found in result.planted.items()
            if not found
        ]
    lines += [
        "",
        _LEFT_OUT,
        "",
    ]
    return "\n".join(lines)


def _machine() -> str:
    python, sqlite = platform.python_version(), sqlcipher.sqlite_version
    return f"{platform.system()}, Python {python}, SQLite {sqlite}"


def _row(result: Result) -> str:
    if result.skipped:
        return f"| {result.name} | not run: {result.skipped} | | | | | |"
    asked = f"{result.asked:,}" if result.asked else "all"
    last = result.seed + result.parts - 1
    seeds = f"{result.seed}" if last == result.seed else f"{result.seed}-{last}"
    planted = f"{sum(result.planted.values())} of {len(result.planted)}"
    named = ", ".join(result.planted)
    return (
        f"| {result.name} | {result.said} | {result.tried:,} | {asked} | {len(result.wrong)} "
        f"| {planted}: {named} | {seeds} |"
    )


def _version() -> str:
    try:
        found = subprocess.run(
            ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
    return found.stdout.strip()
