"""What was measured, as rows of a table that people read: ours, the limit beside it, the figure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One measurement. ``reached`` is None where there is no figure to reach, or no peer here."""

    what: str
    ours: str
    beside: str
    ratio: str
    figure: str = ""
    reached: bool | None = None


HEADINGS = ("what", "ours", "limit or peer, same run", "ratio", "figure to reach", "reached")
_WORDS = {True: "yes", False: "**no**", None: "–"}


def markdown(rows: Iterable[Row]) -> str:
    """The rows as a Markdown table."""
    lines = [_line(HEADINGS), "|---|--:|--:|--:|--:|---|"]
    for row in rows:
        reached = _WORDS[row.reached]
        lines.append(_line((row.what, row.ours, row.beside, row.ratio, row.figure, reached)))
    return "\n".join(lines) + "\n"


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def at_least(
    what: str, ours: float, limit: float, *, figure: float, show: Callable[..., str]
) -> Row:
    """A rate that should be at least this part of the limit's."""
    ratio = ours / limit
    return Row(what, show(ours), show(limit), f"{ratio:.2f}", f"≥ {figure:.2f}", ratio >= figure)


def at_most_part(  # noqa: PLR0913 - what a row consists of
    what: str,
    ours: float,
    peer: float,
    *,
    part: int,
    show: Callable[..., str],
    name: str,
) -> Row:
    """Time or memory that should be at most one so-manyth of a peer's."""
    reached = ours * part <= peer
    beside = f"{show(peer)} {name}"
    return Row(what, show(ours), beside, f"1/{peer / ours:.1f}", f"≤ 1/{part}", reached)


def at_most_times(what: str, ours: float, base: float, *, times: int, name: str) -> Row:
    """Time that should be at most so many times the base."""
    ratio = ours / base
    beside = f"{seconds(base)} {name}"
    return Row(what, seconds(ours), beside, f"{ratio:.1f} ×", f"≤ {times} ×", ratio <= times)


def at_most(what: str, ours: float, *, most: float, beside: str = "", ratio: str = "") -> Row:
    """Time that should be at most this, in seconds."""
    return Row(what, seconds(ours), beside, ratio, f"≤ {seconds(most)}", ours <= most)


def absent(what: str, ours: str, name: str, figure: str) -> Row:
    return Row(what, ours, f"{name}: not installed", "", figure)


def seconds(value: float) -> str:
    if value >= 1:
        return f"{value:.1f} s"
    return f"{value * 1_000:.2f} ms" if value < 0.01 else f"{value * 1_000:.0f} ms"


def megabytes(value: float) -> str:
    return f"{value / 1_000_000:.0f} MB"


def lines_a_second(value: float) -> str:
    return f"{value:,.0f} lines/s"


def a_second(value: float) -> str:
    return f"{value:,.0f}/s"
