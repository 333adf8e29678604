"""The open formats a book leaves in, by name: one file each, or a folder of several."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from io import TextIOWrapper
from itertools import chain
from types import MappingProxyType
from typing import BinaryIO

from ledger.book.whole_acts import act_lines
from ledger.exchange.csv_files import write_csv
from ledger.exchange.encodings import UTF8
from ledger.exchange.gnucash import gnucash_accounts, gnucash_entries
from ledger.exchange.groups import group_tables
from ledger.exchange.json_file import json_pieces
from ledger.exchange.plain_text import beancount_lines, hledger_lines, ledger_lines
from ledger.exchange.registers import register_names, register_tables
from ledger.exchange.tables import Table, all_tables, journal_table
from ledger.exchange.whole_book import WholeBook
from ledger.exchange.workbook import write_registers, write_workbook

Write = Callable[[WholeBook, BinaryIO], None]
Parts = Callable[[WholeBook], Iterator[tuple[str, Callable[[BinaryIO], None]]]]


def _in_lines(lines: Callable[[WholeBook], Iterable[str]]) -> Write:
    def write(whole: WholeBook, out: BinaryIO) -> None:
        _write_text(out, (f"{line}\n" for line in lines(whole)))

    return write


def _write_text(out: BinaryIO, pieces: Iterable[str]) -> None:
    text = TextIOWrapper(out, encoding="utf-8", newline="")
    text.writelines(pieces)
    text.flush()
    text.detach()


def write_table(table: Table, out: BinaryIO, encoding: str = UTF8) -> None:
    """Write a table as CSV; Excel takes it for Thai by the mark that it begins with."""
    text = TextIOWrapper(out, encoding=encoding, newline="")
    write_csv(table, text)
    text.flush()
    text.detach()


def _csv_parts(
    tables: Callable[[WholeBook], Iterable[Table]], write: Callable[..., None] = write_table
) -> Parts:
    def parts(whole: WholeBook) -> Iterator[tuple[str, Callable[[BinaryIO], None]]]:
        for table in tables(whole):
            yield f"{table.name}.csv", partial(write, table)

    return parts


# Other programs read the mark as a part of the first heading.
_write_bare = partial(write_table, encoding="utf-8")

# Written into one file.
FILES: Mapping[str, Write] = MappingProxyType(
    {
        "hledger": _in_lines(hledger_lines),
        "ledger": _in_lines(ledger_lines),
        "beancount": _in_lines(beancount_lines),
        "csv": lambda whole, out: write_table(journal_table(whole), out),
        "gnucash-csv": lambda whole, out: _write_bare(gnucash_entries(whole), out),
        "gnucash-accounts": lambda whole, out: _write_bare(gnucash_accounts(whole), out),
        "xlsx": lambda whole, out: write_registers(
            chain(all_tables(whole), register_tables(whole)), register_names(), out
        ),
        "acts": lambda whole, out: _write_text(out, act_lines(whole.book)),
        "groups": lambda whole, out: write_workbook(group_tables(whole), out),
        "json": lambda whole, out: _write_text(out, json_pieces(whole)),
    }
)

# Those that hold the journal alone: a fund or a period of it can be asked for.
JOURNALS = frozenset({"hledger", "ledger", "beancount", "csv", "gnucash-csv"})

# Written as several files into a folder, where the place named is one.
FOLDERS: Mapping[str, Parts] = MappingProxyType(
    {
        "csv": _csv_parts(
            lambda whole: chain((journal_table(whole),), all_tables(whole), register_tables(whole))
        ),
        "groups": _csv_parts(group_tables),
        "gnucash-csv": _csv_parts(
            lambda whole: (gnucash_accounts(whole), gnucash_entries(whole)), _write_bare
        ),
    }
)
