"""The registers of a book as flat tables: a column for every plain fact of a row, none invented."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any, get_args, get_type_hints

from ledger.domain.banks import BankLine, BankMatch
from ledger.domain.budgets import Budget, BudgetLine
from ledger.domain.days import Month
from ledger.domain.lending import Guarantor, LoanPlanRow
from ledger.domain.money import Money
from ledger.domain.products import Charge, ChargePayment
from ledger.domain.projects import Project
from ledger.domain.refusals import Refusal
from ledger.exchange.tables import Cell, Row, Table
from ledger.exchange.whole_book import WholeBook
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
# Registers that are their records, as they stand now.
_KEPT = (
    ("guarantors", Guarantor),
    ("loan_plans", LoanPlanRow),
    ("budgets", Budget),
    ("budget_lines", BudgetLine),
    ("charges", Charge),
    ("charge_payments", ChargePayment),
    ("bank_lines", BankLine),
    ("bank_matches", BankMatch),
)
_PLAIN = (str, int, bool, Money, date)
Reads = Callable[[Any], Any]


def register_tables(whole: WholeBook) -> Iterator[Table]:
    """Every register, also an empty one, so that all books have the same sheets."""
    for name, question, place in _ASKED:
        yield _asked(whole, name, QUESTIONS[question], place.split("."))
    for name, kind in _KEPT:
        rows = whole.book.ask(_every, kind)
        yield _table(name, kind, rows)
    yield _table("surveyed_households", SurveyRow, whole.book.ask(_surveyed))


def _every(reader: Any, kind: Any) -> Iterable[Any]:
    found: Iterable[Any] = reader.every(kind)
    return found


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
        if field not in kind.__dataclass_fields__:
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
    if isinstance(value, tuple):
        return " ".join(str(one) for one in value)
    plain: Cell = value
    return plain
