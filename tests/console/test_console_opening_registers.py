"""The opening workbook's registers: own accounts, grants, assets, the welfare fund, benefits."""

from __future__ import annotations

import pytest
from openpyxl import load_workbook

from ledger.exchange import apart
from ledger.exchange.opening_sheets import tab_of
from tests.console.calling import a_book, call, done
from tests.console.opening import fill

REGISTERS = {
    "chart": [
        ("11090", "สินทรัพย์", "เงินสดร้านค้า", "", "11080"),
        ("11080", "asset", "เงินสดอื่น", "Other cash", "10000", "ใช่"),
    ],
    "grants": [("INFRA", "พอช.", "ถนน", 100_000, "1/6/2567", 60_000)],
    "grant_lines": [("INFRA", "ROAD", "ถนน", "100,000")],
    "grant_spent": [("INFRA", "ROAD", None, "๒๐,๐๐๐")],
    "assets": [("A-1", "โต๊ะ", "เครื่องใช้สำนักงาน / equipment", 12_000, "1/2/2567", 2_000, 48)],
    "welfare": [("0001", "1/1/2563", "ปี", 365, "31/12/2567", "ผู้สูงอายุ", "หญิง")],
    "benefits": [("0001", "SICK", "5/1/2568", "8/1/2568", "20/1/2568", 600, "3/1/2568")],
}
CARDS = (("0001", "WELFARE", 365),)
PAPER = {
    "a18030": (12_000, None),
    "a18035": (None, 2_000),
    "a23100": (None, 40_000),
    "a11010": (30_000, None),
    "a33010": (None, 1_000),
}
FUND = [("11010", "", 365, None, "WELFARE"), ("47010", "", None, 365, "WELFARE")]


@pytest.fixture(autouse=True)
def read_here(monkeypatch):
    """The process of its own costs a start each; its own tests are test_exchange_apart."""
    monkeypatch.setattr(apart, "_READ", apart.rows_here)


@pytest.fixture
def book(tmp_path):
    book = a_book(tmp_path)
    done(book, "set-welfare-fund", fund="WELFARE")
    done(
        book,
        "set-benefit-rule",
        rule={"code": "SICK", "per": "night", "amount": "200", "most_per_year": "1000"},
        from_day="2024-01-01",
        name_th="นอนโรงพยาบาล",
        heading="sickness",
        resolution="มติ ๑",
    )
    return book


def filled(book, changed=None):
    """The workbook with all registers; ``changed`` are rows of some sheets instead."""
    file = book.parent / "opening.xlsx"
    assert call("opening-workbook", book, "--out", file).code == 0
    fill(file, savings=CARDS, **PAPER)
    workbook = load_workbook(file)
    for sheet, rows in {**REGISTERS, "accounts": FUND, **(changed or {})}.items():
        for row in rows:
            workbook[tab_of(sheet)].append(row)
    if not (changed or {}).get("chart"):
        workbook[tab_of("accounts")].append(("11090", "", 1_000, None))
    workbook.save(file)
    return file


def standing(book):
    """What the registers hold."""
    kinds = call("ask", book, "asset-register").json["kinds"]
    assets = [row for kind in kinds for row in kind["rows"]]
    fund = call("ask", book, "welfare-members").json["rows"]
    claims = call("ask", book, "welfare-claims").json["rows"]
    grants = [one for one in call("ask", book, "grants").json["rows"] if not one["closed_on"]]
    return len(assets), len(fund), len([it for it in claims if it["state"] == "paid"]), len(grants)


def test_registers_come_in_go_and_come_again(book):
    file = filled(book)

    answered = call("import", book, file)

    assert answered.code == 0, answered.err
    sheets = [one["sheet"] for one in answered.json["sheets"]]
    assert sheets == [
        *("chart", "members", "savings", "grants", "assets", "welfare", "benefits", "accounts")
    ]
    assert standing(book) == (1, 1, 1, 1)
    # The stay it was paid for began earlier: what is claimed of it later shares its cap.
    (claim,) = call("ask", book, "welfare-claims").json["rows"]
    assert (claim["start"], claim["admitted"]) == ("2025-01-05", "2025-01-03")
    rows = call("ask", book, "trial-balance").json["rows"]
    held = {one["account"]: one["balance"] for one in rows}
    assert (held["11090"], held["23100"], held["47010"]) == ("1000.00", "-40000.00", "-365.00")
    assert held.get("33030", "0.00") == "0.00"
    # What the card held on paper is paid through 2567, and pays for nothing after it.
    (member,) = call("ask", book, "welfare-members", "--json", '{"at": "2025-01-31"}').json["rows"]
    assert (member["through"], member["due"]) == ("2024-12-31", "365.00")
    assert call("import", book, file).refusal == "NothingToDo"

    done(book, "take-back-carrying", carrying=3, on="2025-02-01", reason="พิมพ์ผิด")
    assert standing(book) == (0, 0, 0, 0)
    accounts = call("ask", book, "chart").json["rows"]
    assert {one["account"] for one in accounts if one["closed"]} == {"11080", "11090"}
    assert call("import", book, file).code == 0
    assert standing(book) == (1, 1, 1, 1)
    assert call("check", book).code == 0


def test_what_registers_say_wrongly_is_named_cell_by_cell(book):
    file = filled(
        book,
        {
            # The defects of a real chart (domain.md 3.3), and a circle.
            "chart": [
                ("12610", 1, "ร้านค้า", "", "12660"),
                ("17020", 1, "สลาก", "", "17010"),
                ("19200", 1, "อื่น ๆ", "", "20000"),
                ("21010", 2, "เงินรับฝาก", "", ""),  # the book calls it something else
                ("11010", 1, "เงินสด ในมือ", "Cash in hand", "11000"),  # the same
                ("15990", 1, "สินค้า", "", "15000"),
                ("15990", 1, "สินค้าซ้ำ", "", "15000"),
                ("19910", 1, "วงกลม", "", "19910"),
            ],
            "grant_lines": [("INFRA", "ROAD", "ถนน", "99,999")],
            "assets": [
                ("A-1", "โต๊ะ", "เรือ", 12_000, "1/2/2567", 2_000, 48),
                ("A-2", "รถ", "vehicle", 12_000, "1/2/2568", 2_000, 48),
                ("A-3", "รถ", "vehicle", 12_000, "1/2/2567", 2_000),
                ("A-4", "รถ", "vehicle", 12_000, "1/2/2567", 12_000, 48),
            ],
            "welfare": [("0001", "1/1/2563", "ทศวรรษ", 365)],
            "benefits": [("0002", "SICK", "5/1/2568", "8/1/2568", "20/1/2568", 600)],
        },
    )

    answered = call("import", book, file)

    assert answered.refusal == "CellsRefused"
    found = [(it["sheet"], it["row"], it["refusal"]) for it in answered.json["facts"]["rows"]]
    assert found == [
        ("chart", 8, "RowTwice"),
        ("chart", 2, "ChartBroken"),
        ("chart", 3, "ChartBroken"),
        ("chart", 4, "ChartBroken"),
        ("chart", 5, "AccountNamedOtherwise"),
        ("chart", 9, "ChartBroken"),
        ("assets", 2, "NotAChoice"),
        ("assets", 3, "DayNotInOrder"),
        ("assets", 4, "MissingField"),
        ("assets", 5, "ResidualTooHigh"),
        ("welfare", 2, "NotAChoice"),
        ("benefits", 2, "NotInWelfareFund"),
        ("grants", 2, "BudgetDoesNotAddUp"),
    ]
    assert len(call("ask", book, "members").json["rows"]) == 0


def test_assets_that_do_not_add_up_to_their_account_are_shown_with_the_difference(book):
    file = filled(book, {"assets": [("A-1", "โต๊ะ", "equipment", 11_956.80, "1/2/2567", 2_000, 48)]})

    (row,) = call("import", book, file, "--dry-run").json["facts"]["rows"]

    assert (row["sheet"], row["column"], row["refusal"]) == ("accounts", "account", "PartsDiffer")
    assert row["facts"]["difference"] == "43.20"


def test_a_workbook_of_an_older_program_is_read_by_the_words_in_brackets(book):
    file = filled(book)
    workbook = load_workbook(file)
    for sheet in workbook:
        for cell in sheet[1]:
            before = str(cell.value or "")
            cell.value = f"ชื่อเดิม {before[before.index('[') :]}" if "[" in before else before
    workbook.save(file)

    answered = call("import", book, file)

    assert answered.code == 0, answered.err
