"""Names that other answers need: members, cards with their holders, and accounts."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from ledger.domain.accounts import Account, CardKind
from ledger.domain.banks import BankAccount
from ledger.domain.grants import Grant
from ledger.domain.lending import Direction, LoanType
from ledger.domain.members import Person, person_from
from ledger.domain.products import SavingsProduct, ShareType
from ledger.queries.standing import known
from ledger.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class Name:
    """A name kept in two languages."""

    th: str
    en: str


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose a card is: a member's, with the product, or the cooperative's own at a bank."""

    card: int
    kind: CardKind
    account: str
    product: str
    product_th: str
    product_en: str
    member: str | None
    name: str


def restricted_members(reader: Reader) -> frozenset[str]:
    """Members whose personal data may not be used: no list, search or paper shows them."""
    rows = reader.rows(
        "SELECT member FROM restrictions AS r WHERE restricted = 1 AND act ="
        f" (SELECT MAX(act) FROM restrictions WHERE member = r.member{known(reader)})"
    )
    return frozenset(str(row[0]) for row in rows)


def person_of(reader: Reader, member: str, person: int) -> Person | None:
    """Personal data by their number; None where they were erased or their use is restricted.

    Only the answer to the person herself goes round this (``ledger.queries.personal_data``).
    """
    kept = reader.personal(person)
    return None if kept is None or member in restricted_members(reader) else person_from(kept)


def names_of(reader: Reader, members: Iterable[str] | None = None) -> dict[str, str]:
    """Full names by member number, of those given or of all; empty where they are not shown.

    They are not shown where they were erased, or where their use is restricted (trust.md 6.8).
    """
    hidden = restricted_members(reader)
    wanted = None if members is None else json.dumps(sorted(set(members)))
    rows = reader.rows(
        "SELECT m.number, p.value FROM members AS m LEFT JOIN personal AS p ON p.number = m.person"
        " WHERE m.act = (SELECT MAX(act) FROM members WHERE number = m.number"
        f"{known(reader)}) AND (?1 IS NULL OR m.number IN (SELECT value FROM json_each(?1)))",
        (wanted,),
    )
    return {
        number: person_from(kept).full_name if kept and number not in hidden else ""
        for number, kept in rows
    }


def product_names(reader: Reader) -> dict[tuple[CardKind, str], Name]:
    """The products' names by the kind of their cards and their code."""
    found: dict[tuple[CardKind, str], Name] = {}
    for product in reader.every(SavingsProduct):
        name = Name(product.name_th, product.name_en)
        found[CardKind.SAVINGS, product.code] = name
        found[CardKind.CONTRIBUTION, product.code] = name
    for shares in reader.every(ShareType):
        found[CardKind.SHARE, shares.code] = Name(shares.name_th, shares.name_en)
    for kind in reader.every(LoanType):
        card = CardKind.LOAN if kind.direction is Direction.OUT else CardKind.BORROWING
        found[card, kind.code] = Name(kind.name_th, kind.name_en)
    for grant in reader.every(Grant):
        found[CardKind.GRANT, grant.code] = Name(grant.purpose, grant.purpose)
    for bank in reader.every(BankAccount):
        text = " ".join(part for part in (bank.bank, bank.account_number) if part)
        found[CardKind.BANK, bank.code] = Name(text, text)
    return found


def account_names(reader: Reader) -> dict[str, Name]:
    return {one.code: Name(one.name_th, one.name_en) for one in reader.every(Account)}


def holders_of(reader: Reader, cards: Iterable[int]) -> dict[int, Holder]:
    """Who stands behind each of these cards."""
    rows = reader.rows(
        "SELECT number, kind, account, product, member FROM cards"
        " WHERE number IN (SELECT CAST(value AS BIGINT) FROM json_each(?)) ORDER BY act",
        (json.dumps(sorted(set(cards))),),
    )
    if not rows:
        return {}
    products = product_names(reader)
    names = names_of(reader, (row[4] for row in rows if row[4] is not None))
    found = {}
    for number, kind_name, account, code, member in rows:
        kind = CardKind(kind_name)
        product = products.get((kind, code), Name(code, code))
        name = names.get(member, "") if member is not None else product.th
        found[number] = Holder(number, kind, account, code, product.th, product.en, member, name)
    return found
