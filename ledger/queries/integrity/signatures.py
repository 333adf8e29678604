"""Who did it: acts of registered users, signatures that hold, approvals by another person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ledger.domain.approving import APPROVAL_DAYS, digest_of_text
from ledger.domain.signing import SIGNED, signed_text
from ledger.queries.integrity.findings import Fault, Finding
from ledger.queries.told import clear_payload
from ledger.storage.reading import Reader
from ledger.storage.signing import verified


def signature_findings(reader: Reader) -> Iterator[Finding]:
    """Everything that a person's name stands under and that does not hold."""
    yield from _actors(reader)
    yield from _signatures(reader)
    yield from _unsigned(reader)
    yield from _approvals(reader)


def _actors(reader: Reader) -> Iterator[Finding]:
    """From the act that names the first user on, everybody who acts is one and is not locked."""
    rows = reader.rows(
        "SELECT a.number, a.user FROM acts AS a WHERE a.number > (SELECT MIN(act) FROM users)"
        " AND COALESCE((SELECT u.locked FROM users AS u WHERE u.name = a.user AND u.act < a.number"
        " ORDER BY u.act DESC LIMIT 1), 1) = 1 ORDER BY a.number"
    )
    for act, user in rows:
        yield Finding(Fault.ACTOR_UNKNOWN, "acts", str(act), act, found=str(user))


def _signatures(reader: Reader) -> Iterator[Finding]:
    rows = reader.rows(
        "SELECT s.number, s.act, s.user, s.signature, k.public, k.act, a.previous, a.user,"
        " a.command, a.payload FROM signatures AS s LEFT JOIN acts AS a ON a.number = s.act"
        " LEFT JOIN signing_keys AS k ON k.user = s.user AND k.number = s.signing_key"
        " ORDER BY s.number"
    )
    head = reader.one("SELECT book FROM cooperative ORDER BY act LIMIT 1")
    book = str(head[0]) if head is not None else ""
    for number, act, user, signature, public, made, previous, actor, command, payload in rows:
        holds = None not in (public, actor) and user == actor and made < act
        if holds:
            text = signed_text(book, previous, user, command, payload)
            holds = verified(str(public), str(signature), text)
        if not holds:
            yield Finding(Fault.SIGNATURE_WRONG, "signatures", str(number), act, found=str(user))


def _unsigned(reader: Reader) -> Iterator[Finding]:
    asked = ", ".join(f"'{name}'" for name in sorted(SIGNED))
    rows = reader.rows(
        f"SELECT a.number, a.user, a.command FROM acts AS a WHERE a.command IN ({asked})"
        " AND EXISTS (SELECT 1 FROM signing_keys AS k WHERE k.user = a.user AND k.act < a.number)"
        " AND NOT EXISTS (SELECT 1 FROM signatures AS s WHERE s.act = a.number)"
        " ORDER BY a.number"
    )
    for act, user, command in rows:
        yield Finding(
            Fault.SIGNATURE_MISSING, "acts", str(act), act, found=str(user), expected=str(command)
        )


def _is_content(reader: Reader, row: Sequence[Any], digest: object) -> bool:
    """Whether a digest is that of an act's command; where a text was erased nobody can tell."""
    clear = clear_payload(reader, str(row[13]))
    return clear is None or digest_of_text(str(row[12]), clear) == digest


def _approvals(reader: Reader) -> Iterator[Finding]:
    """An approval is by somebody else, earlier, of this content, and used once."""
    rows = reader.rows(
        "SELECT u.request, u.act, u.digest, r.digest, r.maker, r.concerned, r.done = 1"
        " AND r.because IN ('restore', 'users'), p.digest,"
        # Whoever is locked before it is used has approved nothing any more.
        " p.by, p.approved = 1 AND COALESCE((SELECT v.locked FROM users AS v WHERE v.name = p.by"
        " AND v.act < u.act ORDER BY v.act DESC LIMIT 1), 0) = 0"
        " AND (r.done = 1 OR julianday(substr(a.recorded_at, 1, 10)) -"
        f' julianday(p."on") <= {APPROVAL_DAYS:d}), p.act, a.user,'
        " a.command, a.payload FROM approvals_used AS u"
        " LEFT JOIN approval_requests AS r ON r.number = u.request"
        " LEFT JOIN approvals AS p ON p.request = u.request"
        " LEFT JOIN acts AS a ON a.number = u.act ORDER BY u.request"
    )
    for row in rows:
        request, act, used, asked, maker, concerned, done, given, by, approved, said, user = row[
            :12
        ]
        same = used == asked and given in (asked, None) and _is_content(reader, row, asked)
        other = by is None or by not in (maker, user, concerned)
        before = bool(approved) and said is not None and said < act
        if not (same and other and (done or before)):
            yield Finding(
                Fault.APPROVAL_WRONG, "approvals_used", str(request), act, found=str(by or "-")
            )
