"""Opening workbooks filled in for tests."""

from __future__ import annotations

from openpyxl import load_workbook

from ledger.exchange.opening_sheets import tab_of

MEMBERS = [
    ("0001", "นาง", "สมใจ", "ใจดี", "", "22/11/2560"),
    ("0002", "นาย", "บุญมี", "สุขใจ", "", "๑/๒/๒๕๖๑"),
]


def fill(file, *, members=MEMBERS, savings=(("0001", "SAVINGS", "1,250.50"),), **more):
    """The workbook with the members, their savings, loans, and the balances by account code."""
    loans = {name: more.pop(name, ()) for name in ("loans", "borrowings")}
    accounts = more
    filled = load_workbook(file)
    filled[tab_of("settings")]["A2"] = "31/01/2568"
    for row in members:
        filled[tab_of("members")].append(row)
    for row in savings:
        filled[tab_of("savings")].append(row)
    for name, rows in loans.items():
        places = [str(cell.value).split("[")[1].rstrip("]") for cell in filled[tab_of(name)][1]]
        for row in rows:
            filled[tab_of(name)].append([row.get(place) for place in places])
    codes = [row[0].value for row in filled[tab_of("accounts")].iter_rows()]
    for code, (debit, credit) in accounts.items():
        number = codes.index(code.removeprefix("a")) + 1
        filled[tab_of("accounts")].cell(number, 3).value = debit
        filled[tab_of("accounts")].cell(number, 4).value = credit
    filled.save(file)


def a_problem(answered):
    assert answered.refusal == "CellsRefused"
    (row,) = answered.json["facts"]["rows"]
    return row
