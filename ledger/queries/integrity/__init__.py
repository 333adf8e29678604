"""The book audits itself, from links to signatures; it reports and never repairs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

import sqlcipher3.dbapi2 as sqlcipher

from ledger.domain.fingerprint import (
    code_of,
    in_one_line,
    letters_apart,
    plain_letters,
    read_code,
)
from ledger.queries.integrity.chain import chain_findings
from ledger.queries.integrity.findings import Fault, Finding
from ledger.queries.integrity.loan_rules import loan_rule_findings
from ledger.queries.integrity.more_rules import more_rule_findings
from ledger.queries.integrity.other_person import approval_findings
from ledger.queries.integrity.overdrawn import overdrawn_findings
from ledger.queries.integrity.rights import rights_findings
from ledger.queries.integrity.rules import rule_findings
from ledger.queries.integrity.signatures import signature_findings
from ledger.queries.integrity.tables import table_findings
from ledger.queries.perpetual import PerpetualTotals, perpetual_totals
from ledger.storage.reading import Reader

# A table that lacks what it should have, or holds what no table of ours may.
_UNREADABLE = (sqlcipher.Error, ArithmeticError, LookupError, ValueError, TypeError)
# Faults of the file itself: what cannot be read after them is no wonder.
_OF_THE_FILE = frozenset({Fault.SCHEMA_CHANGED, Fault.FILE_DAMAGED})
_NEAR = 3  # so many wrong letters of sixteen are still worth offering a likely code


@dataclass(frozen=True, slots=True)
class Audit:
    """What an audit found; a clean book has no findings."""

    findings: tuple[Finding, ...]
    totals: PerpetualTotals
    fingerprint: str
    code: str

    @property
    def clean(self) -> bool:
        return not self.findings


@dataclass(frozen=True, slots=True)
class CodeFound:
    """What a code from paper says: the act it was printed after, or the likeliest codes.

    ``proved`` says that the history up to that act is whole. ``letters_wrong`` counts how many
    letters differ from the nearest code of this book.
    """

    typed: str
    act: int | None
    recorded_at: str | None
    user: str | None
    command: str | None
    proved: bool
    readable: bool
    nearest: tuple[str, ...] = ()
    letters_wrong: int | None = None


def audit(reader: Reader, progress: Callable[[int, int], None] | None = None) -> Audit:
    """Look at every act, row, balance and rule of the book.

    ``progress`` is told how many acts of how many were looked at.
    """
    findings = tuple(_all_findings(reader, progress))
    last = reader.one("SELECT fingerprint FROM acts ORDER BY number DESC LIMIT 1")
    fingerprint = str(last[0]) if last else ""
    return Audit(findings, _totals(reader, findings), fingerprint, _code(fingerprint))


def find_code(reader: Reader, typed: str, found: Audit) -> CodeFound:
    """The moment at which a code was printed; ``found`` is the audit just made."""
    typed, wanted = in_one_line(typed), read_code(typed)
    acts = reader.rows("SELECT number, fingerprint, recorded_at, user, command FROM acts")
    for number, fingerprint, recorded_at, user, command in acts:
        if wanted is not None and _code(str(fingerprint)) == wanted:
            whole = all(one.act is None or one.act > number for one in found.findings)
            return CodeFound(typed, number, recorded_at, user, command, whole, readable=True)
    codes = [_code(str(row[1])) for row in acts]
    apart = _distances(typed, codes)
    least = min(apart.values(), default=None)
    near = least is not None and least <= _NEAR
    return CodeFound(
        typed,
        None,
        None,
        None,
        None,
        proved=False,
        readable=wanted is not None,
        nearest=tuple(code for code, count in apart.items() if near and count == least),
        letters_wrong=least if near else None,
    )


def _distances(typed: str, codes: list[str]) -> dict[str, int]:
    letters = plain_letters(typed)
    same_length = [code for code in codes if len(plain_letters(code)) == len(letters)]
    return {code: letters_apart(letters, code) for code in same_length}


def _all_findings(reader: Reader, progress: Callable[[int, int], None] | None) -> Iterator[Finding]:
    found = False
    for look in (
        table_findings,
        partial(chain_findings, progress=progress),
        rule_findings,
        overdrawn_findings,
        more_rule_findings,
        loan_rule_findings,
        signature_findings,
        rights_findings,
        approval_findings,
    ):
        try:
            for one in look(reader):
                found = True
                yield one
        except _UNREADABLE:
            # A column or table was taken away, pages are damaged, or a row was spoilt, which is a
            # finding already: go on as far as what is left can be read.
            if not found:
                raise


def _totals(reader: Reader, findings: tuple[Finding, ...]) -> PerpetualTotals:
    try:
        return perpetual_totals(reader)
    except _UNREADABLE:
        if all(one.fault not in _OF_THE_FILE for one in findings):
            raise
        return PerpetualTotals(acts=0, entries=0, lines=0, receipts=0, debits_satang=0)


def _code(fingerprint: str) -> str:
    try:
        return code_of(bytes.fromhex(fingerprint)) if fingerprint else ""
    except ValueError:
        return ""
