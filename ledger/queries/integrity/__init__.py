"""The book audits itself, from links to signatures; it reports and never repairs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ledger.domain.fingerprint import code_of, letters_apart, plain_letters, read_code
from ledger.queries.integrity.chain import chain_findings
from ledger.queries.integrity.findings import Finding
from ledger.queries.integrity.loan_rules import loan_rule_findings
from ledger.queries.integrity.more_rules import more_rule_findings
from ledger.queries.integrity.other_person import approval_findings
from ledger.queries.integrity.rights import rights_findings
from ledger.queries.integrity.rules import rule_findings
from ledger.queries.integrity.signatures import signature_findings
from ledger.queries.integrity.tables import table_findings
from ledger.queries.perpetual import PerpetualTotals, perpetual_totals
from ledger.storage.reading import Reader

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
    return Audit(findings, perpetual_totals(reader), fingerprint, _code(fingerprint))


def find_code(reader: Reader, typed: str, found: Audit) -> CodeFound:
    """The moment at which a code was printed; ``found`` is the audit just made."""
    wanted = read_code(typed)
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
    yield from table_findings(reader)
    yield from chain_findings(reader, progress)
    yield from rule_findings(reader)
    yield from more_rule_findings(reader)
    yield from loan_rule_findings(reader)
    yield from signature_findings(reader)
    yield from rights_findings(reader)
    yield from approval_findings(reader)


def _code(fingerprint: str) -> str:
    try:
        return code_of(bytes.fromhex(fingerprint)) if fingerprint else ""
    except ValueError:
        return ""
