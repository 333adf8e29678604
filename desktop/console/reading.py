"""Reading what programs hand in: JSON, strictly, so that nothing is guessed and nothing is lost."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, TextIO

from desktop.console.arguments import Given, Option
from desktop.console.refusals import FileUnreadable, NoSuchFile
from desktop.console.texts import N_
from ledger.domain.refusals import NotJson, NotText
from ledger.domain.refusals.importing import FileTooLarge

JSON_OPTION = Option("json", "JSON", N_("a file, - for standard input, or the JSON object itself"))
STANDARD_INPUT = "-"
JSON_FILE = 64 << 20  # bytes of what is handed in for one command, and of a line of a batch
SECRET_FILE = 64 << 10  # bytes of a passphrase's file
_HANDED_OVER = "/dev/fd/"


def json_given(given: Given) -> dict[str, Any]:
    """The object behind ``--json``; an empty one where there is none.

    Raises:
        NotJson, NotText, NoSuchFile, FileUnreadable: there is no object to be read.
    """
    return object_from(given, given.option("json")) if given.has("json") else {}


def object_from(given: Given, source: str) -> dict[str, Any]:
    """The object in a file, on standard input (``-``), or in the source itself."""
    if source.lstrip().startswith(("{", "[")):
        return object_in(source)
    return object_in(text_of(given, source))


def object_in(text: str, line: int = 1) -> dict[str, Any]:
    """The one JSON object that a text is; ``line`` is where it begins in its file.

    Raises:
        NotJson: it is something else, a name stands twice, or a number is none (``NaN``).
    """
    try:
        found = json.loads(
            text,
            parse_float=Decimal,
            parse_constant=_refuse_constant,
            object_pairs_hook=_once_each,
        )
    except json.JSONDecodeError as error:
        raise NotJson(line + error.lineno - 1, f"{error.msg}, {error.colno}") from error
    except (ValueError, RecursionError) as error:
        raise NotJson(line, str(error) or "too deep") from error
    if not isinstance(found, dict):
        raise NotJson(line, "not an object")
    return found


def text_of(given: Given, source: str, most: int = JSON_FILE) -> str:
    """The text of a file, or of standard input for ``-``; UTF-8 with or without its mark."""
    try:
        if source == STANDARD_INPUT:
            return _whole(_bounded(given.terminal.incoming, source, most), source)
        with _opened(source, most) as text:
            return _whole(_bounded(text, source, most), source)
    except OSError as error:
        raise unreadable(error, source) from error
    except ValueError as error:  # a name with a zero byte
        raise NoSuchFile(source) from error


def lines_of(given: Given, source: str) -> Iterator[tuple[int, str]]:
    """The numbered lines of a file or of standard input, one at a time; empty ones are left out."""
    if source == STANDARD_INPUT:
        yield from _numbered(given.terminal.incoming, source)
        return
    try:
        with _opened(source) as lines:
            yield from _numbered(lines, source)
    except OSError as error:
        raise unreadable(error, source) from error


def _opened(source: str, most: int | None = None) -> TextIO:
    """A file; or what the shell has opened already, as ``<(…)`` does: that is waited for."""
    from ledger.book import given_files  # on first use: calculators have no book

    if source.startswith(_HANDED_OVER):
        return Path(source).open(encoding="utf-8", errors="surrogateescape", newline="")
    return given_files.text(Path(source), most or given_files.ENDLESS, errors="surrogateescape")


def _bounded(text: TextIO, source: str, most: int) -> str:
    found = text.read(most + 1)
    if len(found) > most:
        raise FileTooLarge(source, most)
    return found


def unreadable(error: OSError, path: str) -> NoSuchFile | FileUnreadable:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return NoSuchFile(path)
    return FileUnreadable(path, error.strerror or str(error))


def _numbered(lines: TextIO, path: str) -> Iterator[tuple[int, str]]:
    from ledger.book.given_files import whole_lines

    for number, line in enumerate(whole_lines(lines, path, JSON_FILE), start=1):
        text = _whole(line, path)
        if text.strip():
            yield number, text


def _whole(text: str, path: str) -> str:
    """The text without its mark; half letters say that it was not UTF-8."""
    if any("\udc80" <= sign <= "\udcff" for sign in text):
        raise NotText(path)
    return text.removeprefix("\ufeff")


def _once_each(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"{twice} stands twice")
    return found


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is no number")
