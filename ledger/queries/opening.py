"""What an opening workbook is filled with before it is typed into: the book's own lists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from ledger.domain.accounts import Account, CardKind, Fund, RoleAccount
from ledger.domain.assets import FixedAsset
from ledger.domain.banks import BankAccount
from ledger.domain.cards import Card
from ledger.domain.carried import TRIAL_BALANCE, Carrying, carried_before
from ledger.domain.grants import Grant
from ledger.domain.lending import Direction, LoanContract, LoanType
from ledger.domain.members import Leaving, Member, Zone
from ledger.domain.money import Money
from ledger.domain.products import SavingsProduct, ShareType
from ledger.domain.welfare_claims import ClaimState, WelfareClaim, WelfareRule
from ledger.domain.welfare_fund import WelfareMembership, as_left
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class Carried:
    """What was taken over before and stands: by member and product, bank, contract, account.

    Amounts are above zero on cards and debit positive on accounts, where the key has the fund.
    ``unfinished`` are the workbooks whose trial balance did not come yet, by file and day.
    """

    cards: Mapping[tuple[str, str], Money] = field(default_factory=dict)
    loans: Mapping[tuple[str, str, str, date], Money] = field(default_factory=dict)
    accounts: Mapping[tuple[str, str], Money] = field(default_factory=dict)
    entry: int = 0
    unfinished: Mapping[tuple[str, date], int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Registers:
    """What stands in registers, by what tells their rows apart.

    Assets with their cost and earlier depreciation, members of the fund with their first day.
    """

    assets: Mapping[str, tuple[Money, Money]] = field(default_factory=dict)
    welfare: Mapping[str, date] = field(default_factory=dict)
    benefits: Mapping[tuple[str, str, date], Money] = field(default_factory=dict)
    grants: Mapping[str, Money] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OpeningLists:
    """The chart and the codes that the workbook's rows may name; closed ones are left out.

    ``account_of`` says the control account of a savings product, share type or bank; ``sources``
    are the contract numbers of loans received, ``roles`` the accounts by the roles they play.
    """

    accounts: tuple[Account, ...]
    savings: tuple[str, ...]
    shares: tuple[str, ...]
    banks: tuple[str, ...]
    zones: tuple[str, ...]
    members: frozenset[str]
    loan_types: tuple[LoanType, ...]
    sources: tuple[str, ...]
    account_of: Mapping[str, str]
    carried: Carried
    closed: Mapping[str, Account] = field(default_factory=dict)
    roles: Mapping[str, str] = field(default_factory=dict)
    funds: tuple[str, ...] = ()
    benefits: tuple[str, ...] = ()
    registers: Registers = field(default_factory=Registers)

    def types_of(self, leg: Direction) -> tuple[str, ...]:
        return tuple(one.code for one in self.loan_types if one.direction is leg)


def opening_lists(reader: Reader) -> OpeningLists:
    """The lists as they stand now."""
    savings = [one for one in reader.every(SavingsProduct) if not one.closed]
    shares = [one for one in reader.every(ShareType) if not one.closed]
    banks = [one for one in reader.every(BankAccount) if not one.closed]
    cards = {one.number: one.account for one in reader.every(Card, kind=CardKind.BANK)}
    received = reader.every(LoanContract, direction=Direction.IN)
    return OpeningLists(
        accounts=tuple(one for one in reader.every(Account) if not one.closed),
        savings=tuple(one.code for one in savings),
        shares=tuple(one.code for one in shares),
        banks=tuple(one.code for one in banks),
        zones=tuple(one.code for one in reader.every(Zone) if not one.closed),
        members=frozenset(
            one.number for one in reader.every(Member) if one.left_why is not Leaving.MISTAKE
        ),
        loan_types=tuple(one for one in reader.every(LoanType) if not one.closed),
        sources=tuple(one.contract_number for one in received if one.contract_number),
        account_of={
            **{one.code: one.account for one in savings},
            **{one.code: one.account for one in shares},
            **{one.code: cards[one.card] for one in banks},
        },
        carried=_carried(reader),
        closed={one.code: one for one in reader.every(Account, closed=True)},
        roles={one.role: one.account for one in reader.every(RoleAccount)},
        funds=tuple(one.code for one in reader.every(Fund)),
        benefits=tuple(
            dict.fromkeys(one.code for one in reader.every(WelfareRule) if not one.closed)
        ),
        registers=_registers(reader),
    )


def _registers(reader: Reader) -> Registers:
    return Registers(
        grants={one.code: one.total for one in reader.every(Grant) if one.closed_on is None},
        assets={
            one.number: (one.cost, one.brought)
            for one in reader.every(FixedAsset)
            if not (one.mistake or _bought_back(reader, one))
        },
        welfare={
            one.member: one.joined
            for one in reader.every(WelfareMembership, ended=None)
            if as_left(reader, one).ended is None
        },
        benefits={
            (one.member, one.benefit, one.start): one.amount
            for one in reader.every(WelfareClaim)
            if one.state is not ClaimState.CANCELLED
        },
    )


def _bought_back(reader: Reader, asset: FixedAsset) -> bool:
    return asset.entry is not None and reader.reversed_by(asset.entry) is not None


def _carried(reader: Reader) -> Carried:
    amounts, unfinished = carried_before(reader), _unfinished(reader)
    if not amounts.entry:
        return Carried(unfinished=unfinished)
    banks = {one.card: one.code for one in reader.every(BankAccount)}
    contracts = {one.card: one for one in reader.every(LoanContract)}
    cards, loans = {}, {}
    for card in reader.every(Card):
        if (amount := amounts.cards.get(card.number)) is None:
            continue
        if (one := contracts.get(card.number)) is not None:
            party = one.member or one.lender
            loans[party, one.type, one.contract_number, one.on] = abs(amount)
        elif card.number in banks:
            cards["", banks[card.number]] = abs(amount)
        else:
            cards[card.member or "", card.product or ""] = abs(amount)
    return Carried(cards, loans, amounts.accounts, amounts.entry, unfinished)


def _unfinished(reader: Reader) -> dict[tuple[str, date], int]:
    sheets = [one for one in reader.every(Carrying) if one.sheet and one.taken_back_on is None]
    ended = {one.file for one in sheets if one.sheet == TRIAL_BALANCE}
    return {(one.source, one.on): one.file for one in sheets if one.file not in ended}
