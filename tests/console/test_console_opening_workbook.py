"""``satcha import`` takes over books on paper from one workbook: whole, footing, or not at all."""

from __future__ import annotations

from datetime import date
from itertools import islice
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from desktop.console import carrying
from ledger.domain.refusals import DiskFull
from ledger.exchange import apart
from ledger.exchange.opening_sheets import tab_of
from ledger.exchange.opening_taking import take_over
from tests.console.calling import a_book, call, done
from tests.console.opening import MEMBERS, a_problem, fill


@pytest.fixture(autouse=True)
def read_here(monkeypatch):
    """The process of its own costs a start each; its own tests are test_exchange_apart."""
    monkeypatch.setattr(apart, "_READ", apart.rows_here)


@pytest.fixture
def book(tmp_path):
    return a_book(tmp_path)


@pytest.fixture
def workbook(book):
    file = book.parent / "opening.xlsx"
    assert call("opening-workbook", book, "--out", file).code == 0
    return file


def balances(book):
    rows = call("ask", book, "trial-balance").json["rows"]
    return {row["account"]: row["balance"] for row in rows if row["balance"] != "0.00"}


def members(book):
    return len(call("ask", book, "members").json["rows"])


def test_every_sheet_comes_in_by_an_act_of_its_own_and_all_go_by_one(book, workbook):
    fill(workbook, a11010=(1250.5, None), a21010=(None, "1,250.50"))

    answered = call("import", book, workbook)

    assert answered.code == 0, answered.err
    assert answered.json["read"]["cards"] == {"SAVINGS": "1250.50"}
    assert balances(book) == {"11010": "1250.50", "21010": "-1250.50"}
    assert members(book) == 2
    assert call("check", book).code == 0
    assert [one["sheet"] for one in answered.json["sheets"]] == ["members", "savings", "accounts"]
    done(book, "take-back-carrying", carrying=2, on="2025-02-01", reason="พิมพ์ผิด")
    assert balances(book) == {}
    assert members(book) == 0


@pytest.mark.parametrize("stopped_after", [0, 1, 2])
def test_a_workbook_cut_short_between_sheets_goes_on_and_is_taken_back_whole(
    book, workbook, monkeypatch, stopped_after
):
    fill(workbook, a11010=(1250.5, None), a21010=(None, "1,250.50"))
    monkeypatch.setattr(carrying, "take_over", cut_short(stopped_after))
    assert call("import", book, workbook).code != 0
    monkeypatch.undo()
    monkeypatch.setattr(apart, "_READ", apart.rows_here)
    assert balances(book).get("11010") is None

    answered = call("import", book, workbook)

    assert answered.code == 0, answered.err
    assert len(answered.json["sheets"]) == 3 - stopped_after
    assert balances(book) == {"11010": "1250.50", "21010": "-1250.50"}
    (row,) = call("ask", book, "carryings").json["rows"]
    assert row["sheets"] == ["members", "savings", "accounts"]
    assert (row["members"], row["amount"]) == (2, "1250.50")
    assert call("check", book).code == 0
    done(book, "take-back-carrying", carrying=1, on="2025-02-01", reason="พิมพ์ผิด")
    assert (balances(book), members(book)) == ({}, 0)


def cut_short(count):
    """The taking over, as it is when the machine stops after so many sheets."""

    def stopping(*given):
        yield from islice(take_over(*given), count)
        raise DiskFull("a.satcha")

    return stopping


def test_the_workbook_offers_the_codes_of_the_book_and_says_what_belongs_where(workbook):
    made = load_workbook(workbook)

    assert made.sheetnames[0] == "ตั้งต้น settings"
    assert made["lists"].sheet_state == "hidden"
    offered = {str(one.formula1) for one in made[tab_of("savings")].data_validations.dataValidation}
    (place,) = offered
    cells = made["lists"][place.partition("!")[2]]
    assert "SAVINGS" in {cell.value for row in cells for cell in row}
    assert "either era" in made[tab_of("settings")]["A1"].comment.text


def test_a_dry_run_writes_nothing(book, workbook):
    fill(workbook, a11010=(1250.5, None), a21010=(None, 1250.5))

    assert call("import", book, workbook, "--dry-run").json["rehearsed"] is True
    assert balances(book) == {}
    assert members(book) == 0


def test_cards_that_do_not_foot_are_refused_with_the_difference(book, workbook):
    fill(workbook, a11010=(1293.7, None), a21010=(None, 1293.7))

    row = a_problem(call("import", book, workbook, "--dry-run"))

    assert (row["sheet"], row["refusal"]) == ("accounts", "CardsDiffer")
    assert row["facts"] == {
        "account": "21010",
        "paper": "-1293.70",
        "cards": "-1250.50",
        "difference": "-43.20",
    }


def test_the_cut_over_sheet_lays_both_totals_side_by_side(book, workbook, tmp_path):
    fill(workbook, a11010=(1293.7, None), a21010=(None, 1293.7))
    sheet = tmp_path / "proof.txt"

    answered = call("import", book, workbook, "--dry-run", "--proof", sheet)

    assert answered.refusal == "CellsRefused"
    assert "43.20" in sheet.read_text(encoding="utf-8")
    wrong = call("import", book, workbook, "--dry-run", "--proof", tmp_path / "proof.doc")
    assert wrong.refusal == "NotAChoice"


def test_the_whole_import_is_taken_back_and_read_again(book, workbook):
    fill(workbook, a11010=(1250.5, None), a21010=(None, 1250.5))
    call("import", book, workbook)
    done(book, "take-back-carrying", carrying=1, on="2025-02-01", reason="พิมพ์ผิด")
    assert members(book) == 0

    assert call("import", book, workbook).json["made"]["members"] == 2
    assert balances(book)["21010"] == "-1250.50"
    assert call("check", book).code == 0


def test_a_half_filled_workbook_is_continued_later(book, workbook):
    fill(workbook, savings=())
    assert call("import", book, workbook).json["made"]["members"] == 2

    fill(workbook, members=(), a11010=(1250.5, None), a21010=(None, 1250.5))
    answered = call("import", book, workbook)

    assert answered.json["made"]["members"] == 0
    assert answered.json["read"]["known_members"] == 2
    assert balances(book)["21010"] == "-1250.50"


@pytest.mark.parametrize(
    ("savings", "column", "refusal"),
    [
        (("0001", "SAVINGS", "1,250.5O"), "balance", "NotACellAmount"),
        (("0001", "SAVINGS", "1,3080,99.68"), "balance", "NotACellAmount"),
        (("0001", "SAVINGS", "=1+1"), "balance", "FormulaInCell"),
        (("0001", "SAVINGS", -5), "balance", "NotACellAmount"),
        (("0001", "SAVINGS", 0.001), "balance", "NotACellAmount"),
        (("0009", "SAVINGS", 5), "member", "UnknownMember"),
        (("0001", "GOLD", 5), "product", "NotAChoice"),
        (("0001", None, 5), "product", "MissingField"),
    ],
)
def test_a_bad_cell_is_named_with_sheet_row_and_column(book, workbook, savings, column, refusal):
    fill(workbook, savings=(savings,))

    row = a_problem(call("import", book, workbook, "--dry-run"))

    assert (row["sheet"], row["column"], row["refusal"]) == ("savings", column, refusal)
    assert members(book) == 0


@pytest.mark.parametrize(
    ("place", "cell", "refusal"),
    [
        (4, "3.1002E+12", "NumberCutShort"),
        (4, 3100200000000.0, "BadNationalId"),
        (5, "22/11/69", "NotACellDay"),
        (5, "31/02/2567", "NotACellDay"),
    ],
)
def test_a_bad_cell_of_a_member_is_named(book, workbook, place, cell, refusal):
    member = list(MEMBERS[0])
    member[place] = cell
    fill(workbook, members=(member,), savings=())

    answered = call("import", book, workbook)

    assert a_problem(answered)["refusal"] == refusal
    assert "Sheet สมาชิก members, row 2" in answered.err


def test_a_wrong_cell_of_a_member_does_not_make_the_rows_that_name_her_wrong(book, workbook):
    member = [*MEMBERS[0][:4], "3100200000000", MEMBERS[0][5]]
    fill(workbook, members=(member,))

    assert a_problem(call("import", book, workbook))["sheet"] == "members"


def test_cells_after_the_last_one_of_a_row_are_empty_and_not_left_out(book, workbook):
    fill(workbook, members=(("0001", "นาง", "สมใจ"),), savings=())

    row = a_problem(call("import", book, workbook))

    assert (row["sheet"], row["column"], row["refusal"]) == ("members", "joined", "MissingField")


def test_a_balance_on_both_sides_and_a_day_that_is_missing_are_named(book, workbook):
    fill(workbook, savings=(), a11010=(1300, 50))
    row = a_problem(call("import", book, workbook))
    assert (row["column"], row["refusal"]) == ("credit", "BothSidesFilled")

    fill(workbook, savings=(), members=(), a11010=(None, None))
    filled = load_workbook(workbook)
    filled[tab_of("settings")]["A2"] = None
    filled.save(workbook)
    answered = call("import", book, workbook)
    row = a_problem(answered)
    assert (row["sheet"], row["column"], row["refusal"]) == ("settings", "cut_over", "MissingField")
    assert "column Cut-over day [cut_over]: “Cut-over day” is missing." in answered.err


def test_a_member_or_account_that_stands_twice_is_named(book, workbook):
    fill(workbook, members=(*MEMBERS, MEMBERS[0]), savings=())

    assert a_problem(call("import", book, workbook))["refusal"] == "RowTwice"


def test_a_file_that_only_calls_itself_a_workbook_is_refused_in_a_sentence(book, tmp_path):
    text, old, bomb, program = (
        tmp_path / name for name in ("a.xlsx", "b.xlsx", "c.xlsx", "d.xlsm")
    )
    text.write_text("เลขที่,ชื่อ", encoding="utf-8")
    old.write_bytes(b"\xd0\xcf\x11\xe0" + bytes(512))
    with ZipFile(bomb, "w", ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", bytes(20 << 20))
    Workbook().save(program)

    names = [call("import", book, file).refusal for file in (text, old, bomb, program)]

    assert names == [
        "WorkbookUnreadable",
        "WorkbookLocked",
        "WorkbookTooLarge",
        "WorkbookHasMacros",
    ]


def test_a_sheet_without_its_columns_is_refused(book, workbook):
    filled = load_workbook(workbook)
    filled[tab_of("members")]["A1"] = "อะไรก็ไม่รู้"
    filled.save(workbook)

    assert call("import", book, workbook).refusal == "SheetColumnsWrong"


def test_a_workbook_with_a_broken_sheet_is_refused_in_a_sentence(book, workbook, tmp_path):
    broken = tmp_path / "broken.xlsx"
    with ZipFile(workbook) as whole, ZipFile(broken, "w", ZIP_DEFLATED) as cut:
        for name in whole.namelist():
            content = whole.read(name)
            cut.writestr(name, content[:-40] if "worksheets/sheet" in name else content)

    assert call("import", book, broken).refusal == "WorkbookUnreadable"


def test_two_members_of_a_workbook_never_share_one_id_number(book, workbook):
    same = "3100200000008"
    fill(workbook, members=[(*row[:4], same, row[5]) for row in MEMBERS], savings=())

    assert call("import", book, workbook).refusal == "NationalIdTaken"
    assert members(book) == 0


def test_merged_cells_leave_rows_without_a_member_and_each_is_named(book, workbook):
    fill(workbook, savings=(("0001", "SAVINGS", 5), ("0001", "SAVINGS", 5)))
    filled = load_workbook(workbook)
    filled[tab_of("savings")].merge_cells("A2:A3")
    filled.save(workbook)

    row = a_problem(call("import", book, workbook))

    assert (row["row"], row["column"], row["refusal"]) == (3, "member", "MissingField")


def test_days_of_both_eras_and_real_days_are_one_day(book, workbook):
    days = ("22/11/2560", "22.11.2017", "๒๒/๑๑/๒๕๖๐", date(2017, 11, 22), "2017-11-22")
    rows = [(f"{number:04}", "", "ก", "", "", day) for number, day in enumerate(days, start=1)]
    fill(workbook, members=rows, savings=())

    assert call("import", book, workbook).code == 0
    joined = {row["joined"] for row in call("ask", book, "members").json["rows"]}
    assert joined == {"2017-11-22"}


def test_more_cells_than_can_be_read_safely_are_refused(book, workbook, monkeypatch):
    monkeypatch.setattr("ledger.exchange.apart.MOST_CELLS", 300)
    fill(workbook, savings=[("0001", "SAVINGS", 1)] * 100)

    assert call("import", book, workbook).refusal == "WorkbookTooLarge"


def test_every_problem_is_told_at_once(book, workbook):
    fill(workbook, savings=(("0009", "SAVINGS", "ห้า"), ("0001", "GOLD", 5)))

    answered = call("import", book, workbook)

    rows = answered.json["facts"]["rows"]
    assert [(row["row"], row["column"]) for row in rows] == [
        (2, "member"),
        (2, "balance"),
        (3, "product"),
    ]
