"""The programs whose opinion we ask: hledger and ledger of the system, beancount of the lock."""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

UTF8 = {"LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}


def said_by(program: str, *words: object) -> str:
    """What a program prints. A machine without it has not been set up for the tests."""
    beside = Path(sys.executable).with_name(program)
    path = str(beside) if beside.exists() else shutil.which(program)
    assert path, f"install the package {program}: apt-get install {program}"
    done = subprocess.run(
        [path, *(str(word) for word in words)],
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, **UTF8},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def hledger_balances(journal: Path) -> dict[str, Decimal]:
    """Balances by full name, accounts at zero left out."""
    rows = csv.DictReader(io.StringIO(said_by("hledger", "-f", journal, *_BALANCE)))
    return _without_zeros({row["account"]: _plain(row["balance"]) for row in rows})


def hledger_rows(journal: Path) -> list[tuple[str, str, str, str, str]]:
    """A journal in the columns of import-journal."""
    rows = csv.DictReader(io.StringIO(said_by("hledger", "-f", journal, "print", "-O", "csv")))
    return [
        (row["txnidx"], row["date"], row["account"], row["amount"], row["description"])
        for row in rows
    ]


def beancount_balances(journal: Path) -> dict[str, Decimal]:
    """Balances by beancount's own reader, which must have nothing to complain of."""
    from beancount import loader

    entries, errors, _ = loader.load_file(str(journal))
    assert not errors, errors[:3]
    balances: dict[str, Decimal] = {}
    for entry in entries:
        for posting in getattr(entry, "postings", None) or ():
            before = balances.get(posting.account, Decimal(0))
            balances[posting.account] = before + posting.units.number
    return _without_zeros(balances)


def bean_query_balances(journal: Path) -> dict[str, Decimal]:
    """Balances as beancount's query language answers them; nobody asked there answers nothing."""
    query = "SELECT account, SUM(number) AS held GROUP BY account"
    rows = csv.DictReader(io.StringIO(said_by("bean-query", "-f", "csv", journal, query)))
    return _without_zeros({row["account"]: _plain(row["held"].strip()) for row in rows})


def ledger_balances(journal: Path) -> dict[str, Decimal]:
    form = "%(quoted(account)),%(quoted(quantity(scrub(amount))))\n"
    text = said_by("ledger", "-f", journal, "bal", "--flat", "--no-total", "--format", form)
    rows = csv.reader(io.StringIO(text))
    return _without_zeros({account: Decimal(amount) for account, amount in rows})


def ledger_rows(journal: Path) -> list[tuple[str, str, str, str, str]]:
    """A journal in the columns of import-journal; an entry is known by the line it begins in."""
    parts = (
        "%(xact.beg_line)",
        '%(format_date(date, "%Y-%m-%d"))',
        "%(quoted(account))",
        "%(quantity(amount))",
        "%(quoted(payee))",
    )
    text = said_by("ledger", "-f", journal, "reg", "--format", f"{','.join(parts)}\n")
    return [(row[0], row[1], row[2], row[3], row[4]) for row in csv.reader(io.StringIO(text))]


_BALANCE = ("bal", "--flat", "--no-total", "--empty", "-O", "csv")


def _plain(amount: str) -> Decimal:
    return Decimal(amount.replace(",", ""))


def _without_zeros(balances: dict[str, Decimal]) -> dict[str, Decimal]:
    return {account: amount for account, amount in balances.items() if amount}
