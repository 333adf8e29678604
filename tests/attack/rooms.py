"""Disks without room, step by step: what was told is there, what was refused is not (C7)."""

from __future__ import annotations

import random
from pathlib import Path

from ledger.domain.money import baht
from ledger.domain.refusals import Trouble
from ledger.queries.integrity import audit
from tests.attack.results import Result
from tests.support.books import Village, found_village, reopened
from tests.support.narrow import small_disk


def rooms(folder: Path, *, seed: int, tries: int) -> Result:
    """C7: a disk with so many pages left, again and again, and a book that is opened after it."""
    result = Result("C7 disk full", "a small disk, some pages left: 0 lost, opens again", seed)
    chance = random.Random(seed)
    with small_disk(folder) as disk:
        village = found_village(disk.folder)
        _, card = village.saver(baht(1))
        told = 1
        for _ in range(tries):
            result.tried += 1
            with disk.full(but_for=4096 * chance.randrange(20)):
                told += _pays_until_full(village, card)
            if chance.random() < 0.3:
                village = reopened(village)
            if village.held(card) != baht(told):
                result.note(f"{baht(told)} was told, {village.held(card)} is there")
        if village.book.ask(audit).findings:
            result.note("the audit finds something")
        with disk.full(but_for=0):
            told += 1 + _pays_until_full(village, card)  # the bug: the refused one is told as well
        result.planted["told-in-spite"] = village.held(card) != baht(told)
        village.book.close()
    return result


def _pays_until_full(village: Village, card: int) -> int:
    for done in range(200):
        try:
            village.deposit(card, baht(1))
        except Trouble:
            return done
    return 200
