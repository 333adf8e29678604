"""Founding a book, and what a cooperative may change of itself."""

from __future__ import annotations

from typing import Any

import pytest

from ledger.domain.accounts import BookKind, Kind
from ledger.domain.limits import AmountOutOfRange
from ledger.domain.money import ZERO, baht
from ledger.domain.products import ChargeKind, Nature
from ledger.domain.refusals import (
    AccountClosed,
    AccountExists,
    BookExists,
    ChartBroken,
    FundExists,
    HeadPostedTo,
    NameMissing,
    NothingToDo,
    UnknownAccount,
    WrongKind,
)
from ledger.domain.refusals.entering import AccountHasRole, AccountHolds
from ledger.usecases.charging import DefineChargeType
from ledger.usecases.founding import (
    AssignRole,
    ChangeAccount,
    ChangeCooperative,
    OpenAccount,
    OpenFund,
)
from ledger.usecases.saving import DefineSavingsProduct
from ledger.usecases.sharing import DefineShareType
from ledger.usecases.vouching import JournalLine, PostJournal
from tests.support.books import TODAY, found_village, founding
from tests.support.refused import refused


@pytest.mark.parametrize("kind", list(BookKind))
def test_every_kind_of_cooperative_starts_with_a_chart_without_defects(tmp_path, kind):
    village = found_village(tmp_path, kind=kind)

    accounts = village.one("SELECT COUNT(*) FROM accounts")
    orphans = village.rows(
        "SELECT code FROM accounts WHERE parent NOT IN (SELECT code FROM accounts)"
    )
    roles = village.rows(
        "SELECT account FROM roles WHERE account NOT IN (SELECT code FROM accounts)"
    )
    village.book.close()

    assert accounts >= 5
    assert not orphans
    assert not roles


def test_a_housing_cooperative_starts_with_promise_savings_shares_and_charges(village):
    products = village.rows("SELECT code FROM savings_products ORDER BY code")
    shares = village.rows("SELECT code, par FROM share_types")
    charges = village.rows("SELECT code FROM charge_types ORDER BY code")

    assert products == [("PROMISE",), ("SAVINGS",)]
    assert shares == [("SHARES", 1_000)]
    assert charges == [("DUES",), ("ENTRY",), ("FINE",)]


def test_a_book_without_standard_products_has_none(tmp_path):
    village = found_village(tmp_path, standard_products=False)

    assert village.one("SELECT COUNT(*) FROM savings_products") == 0
    village.book.close()


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [
        ({"name_th": "  "}, NameMissing),
        ({"year_ends_in": 0}, WrongKind),
        ({"year_ends_in": 13}, WrongKind),
    ],
)
def test_a_refused_founding_leaves_no_file_behind(tmp_path, fields, refusal):
    with pytest.raises(refusal):
        found_village(tmp_path, **fields)

    assert not list(tmp_path.iterdir())


def test_a_new_book_never_overwrites_a_file(tmp_path):
    (tmp_path / "village.satcha").write_bytes(b"somebody's file")

    with pytest.raises(BookExists):
        found_village(tmp_path)

    assert (tmp_path / "village.satcha").read_bytes() == b"somebody's file"


def test_a_book_is_founded_once(village):
    with refused(village.book, NothingToDo):
        village.run(founding(book="b00c" * 8))


def test_changes_of_the_cooperative_keep_what_is_not_given(village):
    village.run(ChangeCooperative(address="99 หมู่ 9", cash_limit=ZERO))

    rows = village.rows("SELECT name_th, address, cash_limit FROM cooperative ORDER BY act")
    assert rows == [
        ("สหกรณ์เคหสถานบ้านริมน้ำ จำกัด", "", 1_000_000),
        ("สหกรณ์เคหสถานบ้านริมน้ำ จำกัด", "99 หมู่ 9", 0),
    ]


def test_a_cooperative_keeps_its_name(village):
    with refused(village.book, NameMissing, field="name_th"):
        village.run(ChangeCooperative(name_th=" "))


def test_an_account_of_ones_own_hangs_under_a_head_of_its_kind(village):
    village.run(OpenAccount(code="54030", kind=Kind.EXPENSE, name_th="ค่าจัดงานปีใหม่", parent="54000"))

    row = village.rows("SELECT parent, name_en, head FROM accounts WHERE code = '54030'")
    assert row == [("54000", "ค่าจัดงานปีใหม่", 0)]


@pytest.mark.parametrize(
    ("parent", "kind", "defect"),
    [
        ("99999", Kind.EXPENSE, "parent missing"),
        ("54010", Kind.EXPENSE, "parent is no head"),
        ("54000", Kind.INCOME, "parent of another kind"),
    ],
)
def test_an_account_that_does_not_fit_into_the_chart_is_refused(village, parent, kind, defect):
    with refused(village.book, ChartBroken, account="54031", defect=defect):
        village.run(OpenAccount(code="54031", kind=kind, name_th="ใหม่", parent=parent))


def test_an_account_code_is_used_once(village):
    with refused(village.book, AccountExists, account="11010"):
        village.run(OpenAccount(code="11010", kind=Kind.ASSET, name_th="เงินสดอีกครั้ง"))


def test_an_unknown_account_is_not_changed_and_plays_no_role(village):
    with refused(village.book, UnknownAccount, account="99999"):
        village.run(ChangeAccount(code="99999", closed=True))
    with refused(village.book, UnknownAccount, account="99999"):
        village.run(AssignRole(role="cash", account="99999"))


def test_an_account_that_holds_something_or_is_booked_on_by_itself_stays_open(village):
    with refused(village.book, AccountHasRole, account="11010", role="cash"):
        village.run(ChangeAccount(code="11010", closed=True))
    village.run(OpenAccount(code="11020", kind=Kind.ASSET, name_th="เงินสดร้านค้า", parent="11000"))
    _, card = village.saver(baht(75))
    village.run(AssignRole(role="cash", account="11020"))
    with refused(village.book, AccountHolds, account="11010", held=baht(75)):
        village.run(ChangeAccount(code="11010", closed=True))
    village.run(
        PostJournal(
            on=TODAY,
            purpose="ย้ายเงินสด",
            lines=(
                JournalLine(account="11020", debit=baht(75)),
                JournalLine(account="11010", credit=baht(75)),
            ),
        )
    )
    village.run(ChangeAccount(code="11010", closed=True))

    village.withdraw(card, baht(75))
    with refused(village.book, AccountClosed, account="11010"):
        village.run(AssignRole(role="cash", account="11010"))
    with refused(village.book, HeadPostedTo, account="11000"):
        village.run(AssignRole(role="cash", account="11000"))


def test_a_role_that_moves_to_another_account_takes_the_next_entries_there(village):
    village.run(OpenAccount(code="11020", kind=Kind.ASSET, name_th="เงินสดร้านค้า", parent="11000"))
    village.run(AssignRole(role="cash", account="11020"))
    _, card = village.saver(baht(75))

    assert village.held(card) == baht(75)
    assert village.balance("11020") == baht(75)
    assert village.balance("11010") == ZERO


def test_a_fund_is_opened_once(village):
    village.run(OpenFund(code="shop", name_th="ร้านค้าชุมชน"))

    with refused(village.book, FundExists, fund="shop"):
        village.run(OpenFund(code="shop", name_th="ร้านค้าชุมชน"))


def test_a_product_needs_accounts_that_exist(village):
    cases: tuple[dict[str, Any], ...] = (
        {"account": "99999"},
        {"account": "21010", "interest_account": "99999"},
    )
    for accounts in cases:
        with refused(village.book, UnknownAccount, account="99999"):
            village.run(
                DefineSavingsProduct(code="X", name_th="x", nature=Nature.DEPOSIT, **accounts)
            )


def test_the_first_act_is_the_founding(village):
    assert village.rows("SELECT number, command, business_day, previous FROM acts") == [
        (1, "found-book", TODAY.isoformat(), "")
    ]


@pytest.mark.parametrize(
    ("command", "field"),
    [
        (OpenAccount(code=" ", kind=Kind.ASSET, name_th="ที่ดิน"), "code"),
        (OpenAccount(code="18099", kind=Kind.ASSET, name_th=" "), "name_th"),
        (ChangeAccount(code="11010", name_th=""), "name_th"),
        (
            DefineSavingsProduct(code="NEW", name_th="", nature=Nature.DEPOSIT, account="21010"),
            "name_th",
        ),
        (DefineShareType(code="", name_th="หุ้น", par=baht(10), account="31010"), "code"),
        (DefineShareType(code="NEW", name_th=" ", par=baht(10), account="31010"), "name_th"),
        (DefineChargeType(code="", name_th="ก", kind=ChargeKind.FINE, account="42040"), "code"),
        (DefineChargeType(code="N", name_th="", kind=ChargeKind.FINE, account="42040"), "name_th"),
    ],
)
def test_what_stands_on_paper_has_a_code_and_a_name(village, command, field):
    with refused(village.book, NameMissing, field=field):
        village.run(command)


def test_no_amount_of_the_settings_is_below_zero(village):
    fine = DefineChargeType(
        code="N", name_th="ปรับ", kind=ChargeKind.FINE, account="42040", amount=-baht(5)
    )

    with refused(village.book, AmountOutOfRange, field="amount"):
        village.run(fine)
    with refused(village.book, AmountOutOfRange, field="cash_limit"):
        village.run(ChangeCooperative(cash_limit=-baht(1)))
