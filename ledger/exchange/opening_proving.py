"""The cut-over sheet of a workbook that is only looked at: what it says beside what it makes."""

from __future__ import annotations

from datetime import date

from ledger.domain.accounts import Account, CardKind
from ledger.domain.carried import CarriedKind
from ledger.domain.money import ZERO, Money, total
from ledger.exchange.opening_file import OpeningFile
from ledger.queries.opening import OpeningLists
from ledger.queries.opening_proof import OpeningProof, ProofPart, ProofRegister, ProofRow
from ledger.usecases.founding import OpenAccount


def proof_of(found: OpeningFile, lists: OpeningLists, source: str) -> OpeningProof:
    """The totals on paper beside those that were read; what was known before is counted in."""
    held = {row.account: row for row in found.footings}
    names: dict[str, Account | OpenAccount] = {one.code: one for one in lists.accounts}
    names |= {one.code: one for one in found.chart}
    paper: dict[str, Money] = {}
    for row in found.accounts:
        paper[row.account] = paper.get(row.account, ZERO) + row.amount
    rows = []
    for code in sorted(paper.keys() | held.keys()):
        foot, stated = held.get(code), paper.get(code, ZERO)
        rows.append(
            ProofRow(
                account=code,
                name_th=names[code].name_th,
                name_en=names[code].name_en,
                paper=stated,
                read=stated if foot is None else foot.cards,
                cards=None if foot is None else foot.count,
            )
        )
    return OpeningProof(
        on=found.on or date.min,
        source=source,
        carrying=None,
        entries=(),
        taken_back_on=None,
        members=len(found.members),
        parts=_parts(found, lists),
        rows=tuple(rows),
        registers=_registers(found),
        wrong=found.wrong,
    )


def _registers(found: OpeningFile) -> tuple[ProofRegister, ...]:
    parts: dict[CarriedKind, list[Money]] = {
        CarriedKind.ACCOUNT: [ZERO] * len(found.chart),
        CarriedKind.GRANT: [one.total for one in found.grants],
        CarriedKind.ASSET: [one.cost for one in found.assets],
        CarriedKind.WELFARE: [ZERO] * len(found.welfare),
        CarriedKind.BENEFIT: [one.amount for one in found.benefits],
    }
    return tuple(
        ProofRegister(kind, len(amounts), total(amounts))
        for kind, amounts in parts.items()
        if amounts
    )


def _parts(found: OpeningFile, lists: OpeningLists) -> tuple[ProofPart, ...]:
    kinds = {one.code: one.card for one in lists.accounts}
    sums: dict[tuple[CardKind, str], list[Money]] = {}
    for card in found.cards:
        kind = kinds[lists.account_of[card.product]]
        sums.setdefault((kind or CardKind.SAVINGS, card.product), []).append(card.amount)
    for loan in found.loans:
        kind = CardKind.LOAN if loan.member else CardKind.BORROWING
        sums.setdefault((kind, loan.type), []).append(loan.owed)
    for grant in found.grants:
        sums.setdefault((CardKind.GRANT, grant.code), []).append(grant.held)
    return tuple(
        ProofPart(kind=kind, product=product, count=len(amounts), amount=total(amounts))
        for (kind, product), amounts in sums.items()
    )
