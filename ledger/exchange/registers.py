"""The registers of a book as flat tables: a column for every plain fact of a row, none invented."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import is_dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache
from importlib import resources
from typing import Any, get_args, get_type_hints

from ledger.book.kept import kept_records
from ledger.domain.accounts import Account
from ledger.domain.approving import ApprovalUsed
from ledger.domain.assets import FixedAsset
from ledger.domain.auditing import AuditQuestion
from ledger.domain.banks import BankAccount
from ledger.domain.codec import rate_text
from ledger.domain.committees import Committee
from ledger.domain.cooperative import KeptReport
from ledger.domain.days import Month
from ledger.domain.import_maps import ImportMap
from ledger.domain.loan_life import LenderReceipt, LenderStatement, LoanApplication
from ledger.domain.members import Member, Zone
from ledger.domain.money import Money
from ledger.domain.papers import CashCount, Receipt, ReceiptVoid, Voucher
from ledger.domain.passbooks import PassbookLayout, PassbookMark
from ledger.domain.photos import MemberPhoto
from ledger.domain.projects import Project, SurveyedHousehold
from ledger.domain.refusals import Refusal
from ledger.domain.signing import Signature, SigningKey
from ledger.domain.welfare_claims import WelfareRule
from ledger.exchange.tables import Cell, Row, Table
from ledger.exchange.whole_book import WholeBook
from ledger.exchange.workbook import Names
from ledger.queries import QUESTIONS
from ledger.queries.survey import SurveyRow, survey_register

# The name of the table, the question that answers its rows, and where they stand in the answer.
_ASKED = (
    ("zones", "zones", "rows"),
    ("cards", "card-balances", "rows"),
    ("loans", "loans", "rows"),
    ("loan_applications", "loan-applications", "rows"),
    ("lender_statements", "lender-statements", "rows"),
    ("lender_repayments", "lender-repayments", "rows"),
    ("banks", "banks", "rows"),
    ("cash_counts", "cash-counts", "rows"),
    ("assets", "asset-register", "kinds.rows"),
    ("grants", "grants", "rows"),
    ("projects", "projects", "rows"),
    ("committees", "committees-at", "rows"),
    ("leases", "leases", "rows"),
    ("plots", "plot-register", "rows"),
    ("insurances", "insurances", "rows"),
    ("benefit_rules", "benefit-rules", "rows"),
    ("welfare_members", "welfare-members", "rows"),
    ("welfare_claims", "welfare-claims", "rows"),
    ("match_rounds", "match-rounds", "rows"),
    ("sanctions", "sanctions", "rows"),
    ("carryings", "carryings", "rows"),
    ("months", "closings", "months"),
    ("audit_questions", "audit-questions", "rows"),
)
# Kinds whose every fact stands in a table above or among ``all_tables``.
_SAID = (
    *(Account, AuditQuestion, BankAccount, CashCount, Committee, FixedAsset, LenderReceipt),
    *(LenderStatement, LoanApplication, Member, Project, Receipt, ReceiptVoid),
    *(SurveyedHousehold, Voucher, WelfareRule, Zone),
)
# What is no register; all of it is among the acts ("satcha export BOOK acts").
_LEFT_OUT = (
    *(Signature, SigningKey, ApprovalUsed),  # bytes that mean something in their chain only
    *(KeptReport, MemberPhoto),  # pages and pictures, not rows
    *(ImportMap, PassbookLayout, PassbookMark),  # how files are read and printers are set
)
# Numbers of what is kept beside the chain, and what the chain covers instead of it.
_INNER = frozenset({"person", "commitment", "digest"})
_PLAIN = (str, int, bool, Money, date, Fraction)
Reads = Callable[[Any], Any]


def register_tables(whole: WholeBook) -> Iterator[Table]:
    """Every register, also an empty one, so that all books have the same sheets.

    What people ask for comes first, then each kind of record as it stands now.
    """
    names = {name for name, *_ in _ASKED}
    for name, question, place in _ASKED:
        yield _asked(whole, name, QUESTIONS[question], place.split("."))
    yield _table("surveyed_households", SurveyRow, whole.book.ask(_surveyed))
    for kind, rows in kept_records(whole.book):
        if kind not in _SAID and kind not in _LEFT_OUT:
            name = f"{kind.table}_kept" if kind.table in names else kind.table
            yield replace(_table(name, kind, rows), detail=True)


@cache
def register_names() -> Mapping[str, Names]:
    """What every table is called in both languages, from ``register_names.tsv``."""
    text = resources.files("ledger.exchange").joinpath("register_names.tsv").read_text("utf-8")
    rows = (row.split("\t") for row in text.splitlines()[1:])
    return {table: Names(th, en) for table, th, en in rows}


def _surveyed(reader: Any) -> list[SurveyRow]:
    """The households of every project; names as they are kept now."""
    projects = [one.code for one in reader.every(Project)]
    return [row for code in projects for row in survey_register(reader, project=code).rows]


def _asked(whole: WholeBook, name: str, question: Callable[..., Any], place: list[str]) -> Table:
    kind = get_type_hints(question)["return"]
    for step in place:
        kind = get_args(get_type_hints(kind)[step])[0]
    try:
        rows = [whole.book.ask(question)]
    except Refusal:  # a register that this book does not keep
        rows = []
    for step in place:
        rows = [row for one in rows for row in getattr(one, step)]
    return _table(name, kind, rows)


def _table(name: str, kind: Any, rows: Iterable[Any]) -> Table:
    columns = tuple(_columns(kind))
    cells: Iterator[Row] = (tuple(_cell(read(row)) for _, read in columns) for row in rows)
    return Table(name, tuple(column for column, _ in columns), cells)


def _columns(kind: Any, *, deeper: bool = True) -> Iterator[tuple[str, Reads]]:
    for field, hint in get_type_hints(kind).items():
        if field not in kind.__dataclass_fields__ or field in _INNER:
            continue
        parts = [one for one in get_args(hint) or (hint,) if one is not type(None)]
        if all(_is_plain(one) for one in parts) or parts == [str, ...]:
            yield field, lambda row, field=field: getattr(row, field)  # type: ignore[misc]
        elif deeper and len(parts) == 1 and is_dataclass(parts[0]):
            for inner, read in _columns(parts[0], deeper=False):
                yield f"{field}_{inner}", _inside(field, read)


def _inside(field: str, read: Reads) -> Reads:
    def inner(row: Any) -> Any:
        value = getattr(row, field)
        return None if value is None else read(value)

    return inner


def _is_plain(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, (*_PLAIN, Enum, Month))


def _cell(value: Any) -> Cell:
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, Month):
        return value.iso
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Fraction):
        return _percent(value)
    if isinstance(value, tuple):
        return " ".join(str(one) for one in value)
    plain: Cell = value
    return plain


def _percent(rate: Fraction) -> Cell:
    """A rate in percent, as everywhere outside; one that does not end stays a text."""
    text = rate_text(rate)
    return text if "/" in text else Decimal(text)
