"""``satcha import-table``: statements and lists of others come in by a mapping that is kept."""

from __future__ import annotations

import json

import pytest
from openpyxl import Workbook

from ledger.exchange import apart
from tests.console.calling import a_book, call, done
from tests.console.opening import a_problem

STATEMENT = """ธนาคารเพื่อการเกษตร
วันที่,รายการ,ถอน,ฝาก,คงเหลือ
22/11/2568 10:35,เงินโอน,,"๑,๒๕๐.๕๐","1,250.50"
23/11/2025,ค่าธรรมเนียม,10.00,,"1,240.50"
"""
OFX = """OFXHEADER:100
DATA:OFXSGML
VERSION:102
SECURITY:NONE
ENCODING:USASCII
CHARSET:1252
COMPRESSION:NONE
OLDFILEUID:NONE
NEWFILEUID:NONE

<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><BANKTRANLIST>
<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20251122120000<TRNAMT>1250.50<FITID>1<NAME>Transfer</STMTTRN>
<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20251123<TRNAMT>-10.00<FITID>2<NAME>Fee</STMTTRN>
</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>
"""
BANK = {"on": "วันที่", "text": "รายการ", "paid_out": "ถอน", "paid_in": "ฝาก", "balance": "คงเหลือ"}
PEOPLE = {"given": "ชื่อ", "family": "สกุล", "joined": "วันสมัคร"}


@pytest.fixture(autouse=True)
def read_here(monkeypatch):
    monkeypatch.setattr(apart, "_READ", apart.rows_here)


@pytest.fixture
def book(tmp_path):
    book = a_book(tmp_path)
    done(book, "open-bank", code="BAAC", bank="ธ.ก.ส.", account_number="1", on="2025-01-01")
    keep(book, "ธ.ก.ส.", "bank", BANK)
    keep(book, "รายชื่อ", "members", PEOPLE)
    return book


def keep(book, name, target, columns, **more):
    pairs = [{"field": field, "heading": heading} for field, heading in columns.items()]
    return done(book, "save-import-map", name=name, target=target, columns=pairs, **more)


def statement(book, text=STATEMENT, encoding="utf-8", name="statement.csv"):
    path = book.parent / name
    path.write_text(text, encoding=encoding)
    return path


def bank(book, path, *words):
    return call("import-table", book, path, "--map", "ธ.ก.ส.", "--bank", "BAAC", *words)


def lines(book):
    found = call("ask", book, "bank-statement", "--json", '{"bank": "BAAC"}').json["lines"]
    return [(line["on"], line["amount"], line["text"]) for line in found]


BOTH = [("2025-11-22", "1250.50", "เงินโอน"), ("2025-11-23", "-10.00", "ค่าธรรมเนียม")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874"])
def test_a_statement_comes_in_once_in_the_encoding_that_was_said(book, encoding):
    if encoding == "cp874":
        keep(book, "ธ.ก.ส.", "bank", BANK, encoding="windows-874")
    path = statement(book, encoding=encoding)
    assert bank(book, path, "--dry-run").json["read"] == {"new": 2, "known": []}
    assert lines(book) == []

    assert bank(book, path).code == 0
    assert lines(book) == BOTH

    longer = statement(book, STATEMENT + "24/11/2568,ดอกเบี้ย,,1.00,\n", encoding=encoding)
    assert bank(book, longer).json["read"] == {"new": 1, "known": [3, 4]}
    assert bank(book, longer, "--also", "4").json["read"]["new"] == 1


def test_a_wrong_encoding_is_said_and_not_guessed(book):
    answered = bank(book, statement(book, encoding="cp874"))

    assert answered.refusal == "EncodingWrong"
    assert "windows-874" in answered.err


def test_ofx_needs_no_mapping(book):
    path = statement(book, OFX, name="statement.ofx")

    answered = call("import-table", book, path, "--bank", "BAAC")

    assert answered.code == 0, answered.err
    assert lines(book) == [
        ("2025-11-22", "1250.50", "Transfer"),
        ("2025-11-23", "-10.00", "Fee"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "cp874"])
def test_ofx_of_a_thai_bank_is_read_whatever_its_head_says(book, encoding):
    text = OFX.replace("Transfer", "เงินฝากสัจจะ").replace("20251123", "25681123")

    call("import-table", book, statement(book, text, encoding, "s.ofx"), "--bank", "BAAC")

    assert lines(book) == [
        ("2025-11-22", "1250.50", "เงินฝากสัจจะ"),
        ("2025-11-23", "-10.00", "Fee"),
    ]


@pytest.mark.parametrize("mark", [";", "\t"])
def test_columns_may_be_parted_by_other_marks(book, mark):
    text = "วันที่,รายการ,ถอน,ฝาก,คงเหลือ\n22 พ.ย. 2568,เงินโอน,,1250.50,\n"
    path = statement(book, text.replace(",", mark))

    call("import-table", book, path, "--map", "ธ.ก.ส.", "--bank", "BAAC")

    assert lines(book) == [("2025-11-22", "1250.50", "เงินโอน")]


@pytest.mark.parametrize("text", ["", "no ofx", OFX[:-200], OFX.replace("1250.50", "1,2,3")])
def test_what_is_no_ofx_is_refused_in_a_sentence(book, text):
    path = statement(book, text, name="statement.ofx")

    answered = call("import-table", book, path, "--bank", "BAAC")

    assert answered.refusal in {"NotAnOfxFile", "NothingInside"}


@pytest.mark.parametrize(
    ("row", "column", "refusal"),
    [
        ("22/11/68,x,,5,", "on", "NotACellDay"),
        ("22/11/2568,x,,ห้า,", "paid_in", "NotACellAmount"),
        ("22/11/2568,x,,,", "amount", "MissingField"),
        ("22/11/2568,x,-5,,", "paid_out", "NotACellAmount"),
        ("22/11/2568,x,5,5,", "amount", "InAndOutFilled"),
        ("22/11/2568,x,,5,ก", "balance", "NotACellAmount"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(book, row, column, refusal):
    answered = bank(book, statement(book, "\n".join(STATEMENT.splitlines()[:2]) + f"\n{row}\n"))

    problem = a_problem(answered)
    assert (problem["row"], problem["column"], problem["refusal"]) == (3, column, refusal)
    assert lines(book) == []


def test_every_cell_of_a_line_that_cannot_be_read_is_named(book):
    line = '31/2/2568,x,,"1,250.5O",ก'

    answered = bank(book, statement(book, "\n".join([*STATEMENT.splitlines()[:2], line])))

    found = [(it["column"], it["text"]) for it in answered.json["facts"]["rows"]]
    assert found == [("on", "31/2/2568"), ("paid_in", "1,250.5O"), ("balance", "ก")]


def test_running_balances_that_do_not_follow_are_refused(book):
    wrong = statement(book, STATEMENT.replace("1,240.50", "1,241.50"))

    assert bank(book, wrong).refusal == "StatementDoesNotFollow"


def test_files_and_mappings_that_do_not_fit_say_so(book):
    path = statement(book, "a,b\n1,2\n")

    assert bank(book, path).refusal == "HeadingsMissing"
    assert bank(book, statement(book, "[" * 200_000)).refusal == "WorkbookTooLarge"
    unknown = call("import-table", book, path, "--map", "x", "--bank", "BAAC")
    assert unknown.refusal == "UnknownImportMap"
    assert call("import-table", book, path, "--map", "ธ.ก.ส.").refusal == "MissingField"
    assert bank(book, statement(book, "\n".join(STATEMENT.splitlines()[:2]))).refusal == (
        "NothingInside"
    )
    assert bank(book, path, "--also", "x").refusal == "NotAChoice"
    fields = '{"name": "x", "target": "bank", "columns": [{"field": "on", "heading": "a"}]}'
    refused = call("run", book, "save-import-map", "--json", fields)
    assert refused.refusal == "FieldsNotMapped"


def people(book, rows):
    path = book.parent / "people.xlsx"
    made = Workbook()
    for row in (("รายชื่อกลุ่ม",), ("ชื่อ", "สกุล", "วันสมัคร"), *rows):
        made.worksheets[0].append(row)
    made.save(path)
    return path


def names(book):
    return [row["name"] for row in call("ask", book, "members").json["rows"]]


def test_a_list_of_members_comes_in_and_is_taken_back_as_a_whole(book):
    path = people(book, [("สมใจ", "ใจดี", "22/11/2560"), ("บุญมี", "สุขใจ", "1/2/2018")])
    assert call("import-table", book, path, "--map", "รายชื่อ").json["read"]["new"] == 2
    assert names(book) == ["สมใจ ใจดี", "บุญมี สุขใจ"]

    again = people(book, [("สมใจ", "ใจดี", "22/11/2560"), ("ใหม่", "", "22/11/2560")])
    answered = call("import-table", book, again, "--map", "รายชื่อ")
    assert answered.json["read"] == {"new": 1, "known": [3]}

    done(book, "take-back-carrying", carrying=1, on="2025-02-01", reason="ผิดแฟ้ม")
    assert names(book) == ["ใหม่"]
    corrected = people(book, [("สมใจ", "ใจดี", "22/11/2560")])
    assert call("import-table", book, corrected, "--map", "รายชื่อ").json["read"]["new"] == 1


def test_a_person_that_cannot_be_read_is_named(book):
    path = people(book, [("", "ใจดี", "22/11/2560"), ("", "ข", "22/11/60")])

    answered = call("import-table", book, path, "--map", "รายชื่อ")

    rows = answered.json["facts"]["rows"]
    assert [(row["row"], row["column"], row["refusal"]) for row in rows] == [
        (3, "given", "MissingField"),
        (4, "given", "MissingField"),
        (4, "joined", "NotACellDay"),
    ]


def test_rows_that_end_early_are_named(book):
    path = statement(book, "ลำดับ,ชื่อ,สกุล,วันสมัคร\n1\n2,ก\n")

    answered = call("import-table", book, path, "--map", "รายชื่อ")

    rows = [(it["row"], it["column"]) for it in answered.json["facts"]["rows"]]
    assert rows == [(3, "joined")]


ENTRIES = """วันที่,เลขที่,บัญชี,เดบิต,เครดิต,คำอธิบาย
22/11/2568,1,11010,"๑,๒๕๐.๕๐",,รับบริจาค
22/11/2568,1,เงินบริจาค,,"1,250.50",รับบริจาค
23/11/2025,2,54020,10.00,,ค่าไฟ
23/11/2025,2,11010,,10.00,ค่าไฟ
"""
JOURNAL = {
    "on": "วันที่",
    "entry": "เลขที่",
    "account": "บัญชี",
    "debit": "เดบิต",
    "credit": "เครดิต",
    "memo": "คำอธิบาย",
}
PAID = """วันที่,สมาชิก,ประเภท,จำนวน,ใบเสร็จ
22/11/2568,0001,SAVINGS,500,1/1
22/11/2568,0001,SHARES,"๑๐๐.๐๐",1/1
22/11/2568,0002,SAVINGS,50,1/2
"""
RECEIPTS = {
    "on": "วันที่",
    "member": "สมาชิก",
    "product": "ประเภท",
    "amount": "จำนวน",
    "paper_number": "ใบเสร็จ",
}


def balances(book):
    rows = call("ask", book, "trial-balance").json["rows"]
    return {row["account"]: row["balance"] for row in rows if row["balance"] != "0.00"}


def take_back(book, run):
    done(book, "take-back-import", run=run, on="2025-12-01", reason="ผิดแฟ้ม")


def test_entries_come_in_by_a_mapping_once_and_go_by_one_act(book):
    names = {row["account"]: row["name_th"] for row in call("ask", book, "chart").json["rows"]}
    keep(book, "รายวัน", "entries", JOURNAL)
    path = statement(book, ENTRIES.replace("เงินบริจาค", names["46020"]))
    by = ("--map", "รายวัน")

    assert call("import-table", book, path, *by, "--dry-run").json["read"]["new"] == 4
    assert balances(book) == {}
    assert call("import-table", book, path, *by).code == 0
    held = {"11010": "1240.50", "46020": "-1250.50", "54020": "10.00"}
    assert balances(book) == held
    again = call("import-table", book, path, *by)
    assert again.refusal == "NothingInside"

    take_back(book, 1)
    assert balances(book) == {}
    twice = call("run", book, "take-back-import", "--json", json.dumps(BACK))
    assert twice.refusal == "TakenBackAlready"
    assert call("import-table", book, path, *by).code == 0
    assert balances(book) == held
    (first, second) = call("ask", book, "import-runs").json["rows"]
    assert (first["count"], first["taken_back_on"]) == (2, "2025-12-01")
    assert (second["count"], second["taken_back_on"]) == (2, None)
    assert call("check", book).code == 0


BACK = {"run": 1, "on": "2025-12-01", "reason": "อีกครั้ง"}


def test_what_an_entry_says_wrongly_is_named(book):
    keep(book, "รายวัน", "entries", JOURNAL)
    rows = (
        ("22/11/2568", "1", "99999", "5", ""),
        ("22/11/2568", "2", "11010", '"1,250.5O"', ""),
        ("22/11/2568", "3", "11000", "5", ""),
        ("22/11/2568", "4", "21010", "5", ""),
        ("22/11/2568", "5", "11010", "5", ""),
        ("22/11/2568", "5", "54020", "", "4"),
    )
    path = statement(
        book, ENTRIES.splitlines()[0] + "\n" + "\n".join(",".join((*it, "")) for it in rows)
    )

    answered = call("import-table", book, path, "--map", "รายวัน")

    found = [(it["row"], it["column"], it["refusal"]) for it in answered.json["facts"]["rows"]]
    assert found == [
        (2, "account", "UnknownAccount"),
        (3, "debit", "NotACellAmount"),
        (4, "account", "HeadPostedTo"),
        (5, "account", "CardMissing"),
        (6, "amount", "ImportUnbalanced"),
    ]


def test_receipts_come_in_by_a_mapping_once_and_go_by_one_act(book):
    for number in ("0001", "0002"):
        done(book, "admit-member", person={"given": number}, on="2025-01-01", number=number)
        done(book, "open-savings", member=number, product="SAVINGS", on="2025-01-01")
    keep(book, "ใบเสร็จ", "receipts", RECEIPTS)
    path = statement(book, PAID)
    by = ("--map", "ใบเสร็จ")

    came = call("import-table", book, path, *by)
    assert came.code == 0, came.err
    assert came.json["read"] == {"new": 2, "known": []}

    rows = call("ask", book, "receipts").json["rows"]
    assert sorted((row["member"], row["total"], row["paper_number"]) for row in rows) == [
        ("0001", "600.00", "1/1"),
        ("0002", "50.00", "1/2"),
    ]
    assert call("import-table", book, path, *by, "--dry-run").refusal == "NothingInside"
    take_back(book, 1)
    assert balances(book) == {}
    assert all(row["void"] for row in call("ask", book, "receipts").json["rows"])
    wrong = statement(book, PAID.replace("0002,SAVINGS", "0009,SAVINGS").replace("SHARES", "GOLD"))
    answered = call("import-table", book, wrong, *by)
    found = [(it["row"], it["refusal"]) for it in answered.json["facts"]["rows"]]
    assert found == [(3, "NotAChoice"), (4, "UnknownMember")]
    second = done(book, "open-savings", member="0002", product="SAVINGS", on="2025-01-01")
    answered = call("import-table", book, statement(book, PAID), *by)
    assert [it["refusal"] for it in answered.json["facts"]["rows"]] == ["SeveralCards"]
    numbered = PAID.replace("0002,SAVINGS", f"0002,{second['made']['card']}")
    assert call("import-table", book, statement(book, numbered), *by).code == 0


def test_a_statement_that_was_taken_back_comes_in_again(book):
    bank(book, statement(book))
    take_back(book, 1)
    assert lines(book) == []

    assert bank(book, statement(book)).json["read"] == {"new": 2, "known": []}
    assert lines(book) == BOTH
