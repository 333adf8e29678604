"""Books on paper come in: the workbook of 2,400 members with loans, read and booked in one run."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

from openpyxl import load_workbook

from ledger.exchange.opening_sheets import tab_of
from tests.bench.processes import cost_of
from tests.bench.table import Row, at_most
from tests.console.calling import PROGRAM, a_book, call, done

_MEMBERS = 2_400
_MOST_SECONDS, _MOST_MEMORY = 20, 300 << 20
_SAVED, _LENT, _REPAID = Decimal("1000.50"), 120_000, 60_000


def importing_rows(folder: Path, *, quick: bool = False) -> list[Row]:
    """The import itself, a process that books every sheet, down to the disk."""
    folder.mkdir(parents=True, exist_ok=True)
    members = _MEMBERS // 40 if quick else _MEMBERS
    book = a_book(folder)
    done(
        book,
        "define-loan-type",
        code="ORD",
        name_th="สามัญ",
        direction="out",
        account="13010",
        interest_account="41010",
    )
    workbook = _workbook(book, members)
    cost = cost_of([*PROGRAM, "import", str(book), str(workbook)], runs=1, warm=False)
    brought = json.loads(call("ask", book, "carryings").out)["rows"]
    assert [row["members"] for row in brought] == [members]
    what = f"workbook of {members:,} members with savings and loans"
    memory = f"{cost.memory / (1 << 20):.0f} MB"
    fits = cost.memory <= _MOST_MEMORY
    return [
        at_most(what, cost.seconds, most=_MOST_SECONDS),
        Row(f"{what}, memory", memory, "", "", f"≤ {_MOST_MEMORY >> 20} MB", fits),
    ]


def _workbook(book: Path, members: int) -> Path:
    path = book.parent / "opening.xlsx"
    assert json.loads(call("opening-workbook", book, "--out", path).out)
    filled = load_workbook(path)
    filled[tab_of("settings")]["A2"] = "31/01/2568"
    names = [str(cell.value).split("[")[1].rstrip("]") for cell in filled[tab_of("loans")][1]]
    loan = {
        "type": "ORD",
        "on": "31/07/2567",
        "approved": _LENT,
        "repaid": _REPAID,
        "rate": "6%",
        "first_due": "28/02/2568",
        "instalments": 60,
    }
    for number in (f"{at:04}" for at in range(1, members + 1)):
        filled[tab_of("members")].append((number, "นาง", f"สมใจ{number}", "ใจดี", "", "22/11/2560"))
        filled[tab_of("savings")].append((number, "SAVINGS", _SAVED))
        filled[tab_of("loans")].append([{**loan, "member": number}.get(name) for name in names])
    owed, saved = members * (_LENT - _REPAID), members * _SAVED
    sheet = filled[tab_of("accounts")]
    codes = [row[0].value for row in sheet.iter_rows()]
    for code, column, amount in (
        ("13010", 3, owed),
        ("21010", 4, saved),
        ("33010", 4, owed - saved),
    ):
        sheet.cell(codes.index(code) + 1, column).value = amount
    filled.save(path)
    return path
