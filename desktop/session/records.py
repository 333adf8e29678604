"""Questions for the settings of a book as they stand: products, share types, kinds of charges."""

from __future__ import annotations

from typing import Any

from ledger.domain.approving import ApprovalRule
from ledger.domain.cooperative import Cooperative
from ledger.domain.products import ChargeType, SavingsProduct, SavingsRate, ShareType


def savings_products(reader: Any) -> list[SavingsProduct]:
    found: list[SavingsProduct] = reader.every(SavingsProduct)
    return found


def share_types(reader: Any) -> list[ShareType]:
    found: list[ShareType] = reader.every(ShareType)
    return found


def charge_types(reader: Any) -> list[ChargeType]:
    found: list[ChargeType] = reader.every(ChargeType)
    return found


def savings_rates(reader: Any) -> list[SavingsRate]:
    """Every rate of every product, the newest first."""
    found: list[SavingsRate] = reader.every(SavingsRate)
    return sorted(found, key=lambda one: (one.from_day, one.from_amount), reverse=True)


def cooperative(reader: Any) -> Cooperative:
    found: list[Cooperative] = reader.every(Cooperative)
    return found[0]


def approval_rules(reader: Any) -> list[ApprovalRule]:
    """Every rule of approval that was decided."""
    found: list[ApprovalRule] = reader.every(ApprovalRule)
    return found
