"""Questions that the books answer: plain functions from a reader to frozen values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ledger.queries.accounts import account_card, chart
from ledger.queries.acts import acts
from ledger.queries.arrears import arrears
from ledger.queries.balance import balance
from ledger.queries.banks import bank_statement, banks
from ledger.queries.blank_sheet import blank_sheet
from ledger.queries.both_legs import both_legs
from ledger.queries.cash import cash_book, cash_counts
from ledger.queries.closings import closings
from ledger.queries.collection import collection_sheet
from ledger.queries.command_of import command_of
from ledger.queries.control import cards_and_control
from ledger.queries.day_sheet import day_sheet
from ledger.queries.financial import financial_position, income_and_expense
from ledger.queries.journal import entry, journal
from ledger.queries.loans import loan_card, loans
from ledger.queries.members import members, members_in_out, zones
from ledger.queries.monthly_report import monthly_report
from ledger.queries.papers import receipts, vouchers
from ledger.queries.position import member_position
from ledger.queries.printed import entry_paper, receipt, voucher
from ledger.queries.products import savings_and_shares
from ledger.queries.reversals import reversals
from ledger.queries.search import search
from ledger.queries.standing import letterhead
from ledger.queries.statement import member_statement
from ledger.queries.trial_balance import period_balances, trial_balance

Question = Callable[..., Any]

_ALL: tuple[Question, ...] = (
    letterhead,
    trial_balance,
    period_balances,
    financial_position,
    income_and_expense,
    chart,
    account_card,
    balance,
    journal,
    entry,
    entry_paper,
    command_of,
    cards_and_control,
    members,
    member_position,
    member_statement,
    members_in_out,
    zones,
    savings_and_shares,
    arrears,
    loan_card,
    loans,
    both_legs,
    collection_sheet,
    blank_sheet,
    receipts,
    receipt,
    vouchers,
    voucher,
    cash_book,
    cash_counts,
    day_sheet,
    banks,
    bank_statement,
    reversals,
    closings,
    monthly_report,
    acts,
    search,
)

# A question is named as its function, with dashes: ``trial_balance`` is ``trial-balance``.
QUESTIONS: Mapping[str, Question] = {
    question.__name__.replace("_", "-"): question for question in _ALL
}
