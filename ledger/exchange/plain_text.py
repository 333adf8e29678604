"""The journal for plain-text accounting: hledger, ledger and beancount read it as it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ledger.domain.accounts import Kind
from ledger.domain.money import Money
from ledger.exchange.full_names import beancount_names, full_names
from ledger.exchange.whole_book import WholeBook
from ledger.queries.entries import EntryLine, EntryRow

COMMODITY = "THB"  # beancount asks for one; the others take plain figures
# hledger's letters for the five kinds, so that its statements know them.
_TYPES = {
    Kind.ASSET: "A",
    Kind.LIABILITY: "L",
    Kind.EQUITY: "E",
    Kind.INCOME: "R",
    Kind.EXPENSE: "X",
}

Names = Mapping[str, str]


def hledger_lines(whole: WholeBook) -> Iterator[str]:
    """A journal for hledger 1.2x and later."""
    names = full_names(whole.accounts)
    yield from _heading(whole, ";")
    yield "decimal-mark ."
    yield "commodity 1000.00"
    for row in whole.accounts:
        if not row.head:
            yield f"account {names[row.account]}  ; type:{_TYPES[row.kind]}, code:{row.account}"
    yield from _entries(whole, names)


def ledger_lines(whole: WholeBook) -> Iterator[str]:
    """A journal for ledger 3."""
    names = full_names(whole.accounts)
    yield from _heading(whole, ";")
    for row in whole.accounts:
        if not row.head:
            yield f"account {names[row.account]}"
            yield f"    note {row.account}"
    yield from _entries(whole, names)


def beancount_lines(whole: WholeBook) -> Iterator[str]:
    """A ledger for beancount 2 and 3."""
    names = beancount_names(whole.accounts)
    yield from _heading(whole, ";")
    yield f'option "operating_currency" "{COMMODITY}"'
    opened = "1900-01-01"  # before any entry: when an account was opened is not what it shows
    for row in whole.accounts:
        if not row.head:
            yield f"{opened} open {names[row.account]} {COMMODITY}"
            yield f"  code: {_string(row.account)}"
            yield f"  name: {_string(row.name_th)}"
    for entry in whole.entries():
        yield ""
        yield f"{entry.on.isoformat()} * {_string(_text(entry))}"
        yield f"  entry: {entry.number}"
        yield from _postings(entry, names, _beancount_posting)


def _heading(whole: WholeBook, sign: str) -> Iterator[str]:
    head = whole.letterhead
    name = " / ".join(dict.fromkeys((head.name_th, head.name_en)))
    yield f"{sign} {_one_line(name)}"
    yield f"{sign} act {head.act.number}, {head.act.code}; amounts in baht"


def _entries(whole: WholeBook, names: Names) -> Iterator[str]:
    for entry in whole.entries():
        yield ""
        # A semicolon would begin a comment.
        text = _text(entry).replace(";", ",")
        yield f"{entry.on.isoformat()} * ({entry.number}) {text}"
        if entry.papers:
            yield f"    ; papers: {' '.join(entry.papers)}"
        yield from _postings(entry, names, _plain_posting)


def _postings(
    entry: EntryRow, names: Names, posting: Callable[[str, EntryLine], str]
) -> Iterator[str]:
    for line in entry.lines:
        yield posting(names[line.account], line)


def _plain_posting(name: str, line: EntryLine) -> str:
    # Two spaces part the account from the amount.
    return f"    {name}  {signed(line).as_decimal()}{_card_note(line)}"


def _card_note(line: EntryLine) -> str:
    if line.card is None:
        return ""
    member = "" if line.member is None else f", member: {_one_line(line.member)}"
    return f"  ; card: {line.card}{member}"


def _beancount_posting(name: str, line: EntryLine) -> str:
    return f"  {name}  {signed(line).as_decimal()} {COMMODITY}"


def signed(line: EntryLine) -> Money:
    """The amount of a line, debit positive."""
    return line.debit - line.credit


def _text(entry: EntryRow) -> str:
    """What the entry says of itself; an entry without words is named by its event."""
    return _one_line(entry.memo) or entry.event


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _string(text: str) -> str:
    escaped = _one_line(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
