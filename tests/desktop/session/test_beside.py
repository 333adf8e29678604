"""Which field of a form caused a refusal."""

from __future__ import annotations

import importlib
import pkgutil
from datetime import date

from desktop.session import beside
from desktop.session.beside import fields_of
from ledger.domain import refusals
from ledger.domain.loans import refusals as plans
from ledger.domain.money import baht
from ledger.domain.refusals import (
    AmountNotPositive,
    BalanceTooLow,
    BookInUse,
    PeriodClosed,
    ReasonMissing,
)
from ledger.domain.refusals.commanding import PayeeNotNamed, PayerNotNamed


def test_too_little_on_the_card_is_the_amount_s_fault():
    assert fields_of(BalanceTooLow(7, held=baht(1), asked=baht(2))) == ("amount",)


def test_a_closed_month_is_the_day_s_fault():
    assert fields_of(PeriodClosed(date(2026, 1, 2), "2026-01"))[0] == "on"


def test_a_refusal_that_names_its_field_is_believed_first():
    assert fields_of(ReasonMissing("purpose"))[0] == "purpose"
    assert fields_of(AmountNotPositive("par", baht(0)))[0] == "par"


def test_whoever_is_not_named_belongs_to_the_field_of_the_name():
    assert fields_of(PayerNotNamed()) == fields_of(PayeeNotNamed()) == ("payee",)


def test_a_field_in_a_list_is_named_by_its_last_part():
    assert fields_of(ReasonMissing("items.2.note"))[0] == "note"


def test_troubles_of_the_disk_belong_to_no_field():
    assert fields_of(BookInUse("a.satcha")) == ()


def test_only_refusals_that_exist_are_named():
    places = [
        importlib.import_module(f"{refusals.__name__}.{one.name}")
        for one in pkgutil.iter_modules(refusals.__path__)
    ]
    known = (plans, *places)
    assert not [name for name in beside._CAUSED_BY if not any(hasattr(one, name) for one in known)]
