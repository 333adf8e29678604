"""Opens workbooks of others in a process of its own, with little memory and time (trust.md 6.6).

Whatever a hostile file does to the reader of its format happens there. What comes back are rows of
plain values, a line of JSON each; nothing else crosses.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from numbers import Real
from pathlib import Path
from threading import Timer
from typing import Any

from ledger.domain.refusals import WorkbookTooLarge, WorkbookUnreadable
from ledger.exchange.untrusted import check_workbook

MOST_MEMORY = 512 << 20  # bytes
MOST_SECONDS = 60
MOST_CELLS = 200_000
_ROOT = Path(__file__).parents[2]

Cells = tuple[Any, ...]
SheetRow = tuple[str, int, Cells]


def sheet_rows(path: Path, sheets: Sequence[str] = ()) -> Iterator[SheetRow]:
    """Every row of the sheets named, or of the first sheet: its sheet, its number, its cells.

    Raises:
        WorkbookTooLarge, WorkbookLocked, WorkbookHasMacros, WorkbookUnreadable: why not.
        OSError: the file cannot be opened.
    """
    check_workbook(path)
    yield from _READ(path, sheets)


def rows_in_a_process(path: Path, sheets: Sequence[str]) -> Iterator[SheetRow]:
    """The rows as a process of its own reads them, which is ended when it takes too long."""
    words = [sys.executable, "-m", __name__, str(path), str(MOST_MEMORY), str(MOST_CELLS), *sheets]
    with subprocess.Popen(  # noqa: S603 - our own program, with a path as one word
        words,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
        env=surroundings(),
    ) as reader:
        watch = Timer(MOST_SECONDS, reader.kill)
        watch.start()
        try:
            yield from _told(reader, path)
        finally:
            watch.cancel()
            reader.kill()


def surroundings() -> dict[str, str]:
    """What a process of our own program finds around it."""
    return {**os.environ, "PYTHONPATH": str(_ROOT)}


def _told(reader: subprocess.Popen[bytes], path: Path) -> Iterator[SheetRow]:
    """The rows, when the reader came to its end.

    Raises:
        WorkbookTooLarge: it was ended, or ran out of memory.
        WorkbookUnreadable: it said that it cannot read the file.
    """
    for line in reader.stdout or ():
        told = json.loads(line)
        if isinstance(told, str):
            if told == "end":
                return
            raise (
                WorkbookUnreadable(path.name)
                if told == "unreadable"
                else WorkbookTooLarge(path.name)
            )
        sheet, number, cells = told
        yield sheet, number, tuple(_cell(one) for one in cells)
    raise WorkbookTooLarge(path.name)


def _cell(told: Any) -> Any:
    return date.fromisoformat(told["day"]) if isinstance(told, dict) else told


def rows_here(path: Path, sheets: Sequence[str]) -> Iterator[SheetRow]:
    """The rows as this process reads them.

    Raises:
        WorkbookTooLarge, WorkbookUnreadable: why not.
    """
    try:
        yield from _rows(path, sheets)
    except WorkbookTooLarge:
        raise
    except Exception as error:  # the library raises of every kind on files made by others
        raise WorkbookUnreadable(path.name) from error


def _rows(path: Path, sheets: Sequence[str]) -> Iterator[SheetRow]:
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True)
    cells = 0
    for name in sheets or book.sheetnames[:1]:
        if name not in book.sheetnames:
            continue
        sheet = book[name]
        # What a file says of its own size may be a lie, and rows beyond it would be lost.
        sheet.reset_dimensions()
        for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
            cells += len(row) or 1
            if cells > MOST_CELLS:
                raise WorkbookTooLarge(path.name)
            yield name, number, tuple(_plain(cell) for cell in row)
    book.close()


def _plain(cell: Any) -> Any:
    """A value that JSON knows, or a day; clock times are texts, formulas what they say."""
    if isinstance(cell, datetime):
        return cell.date()
    if cell is None or isinstance(cell, Real | str | date):
        return cell
    return str(cell) if isinstance(cell, time | timedelta) else str(getattr(cell, "text", cell))


_READ = rows_in_a_process


def _main() -> None:
    """The other end: rows to standard output, then how it ended."""
    global MOST_CELLS  # noqa: PLW0603 - the limit comes with the call
    path, memory, most, *sheets = sys.argv[1:]
    limit_memory(int(memory))
    MOST_CELLS = int(most)
    out = sys.stdout
    end = "end"
    try:
        for row in rows_here(Path(path), sheets):
            out.write(json.dumps(row, default=lambda day: {"day": day.isoformat()}) + "\n")
    except (WorkbookTooLarge, MemoryError):
        end = "too large"
    except WorkbookUnreadable as error:
        end = "too large" if isinstance(error.__cause__, MemoryError) else "unreadable"
    out.write(json.dumps(end) + "\n")


def limit_memory(limit: int) -> None:
    """Let this process have so many bytes and no more."""
    try:
        import resource
    except ImportError:  # not on Windows: there the cells and the time are the limits
        return
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (limit, most))


if __name__ == "__main__":
    _main()
