"""A few tries of every suite, and that each finds what is planted in it."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from tests.attack import crash
from tests.attack.certificate import certificate
from tests.attack.compound import compound
from tests.attack.disk import Call, Disk
from tests.attack.faults import faults
from tests.attack.fuzz import fuzz
from tests.attack.guessing import Guesses
from tests.attack.images import shim
from tests.attack.keys import guess_costs, plain_text, robots, slots
from tests.attack.likeness import alike
from tests.attack.lives import lives
from tests.attack.mutants import PLACES, ROOT, TAKEN, mutants_of
from tests.attack.papers import codes, drills
from tests.attack.processes import clocks, doubles, kills, meetings
from tests.attack.results import Result, together
from tests.attack.rooms import rooms
from tests.attack.scanner import scanned
from tests.attack.servers import servers
from tests.attack.suites import Run, _tried
from tests.attack.tampering import cells, clever, flipped_bytes, full_book, rolled_back, tricks
from tests.attack.years import PLANTS, lived
from tests.support.books import TODAY

needs_compiler = pytest.mark.skipif(shim() is None, reason="no C compiler for the shim")


@pytest.fixture(scope="module")
def whole(tmp_path_factory) -> Path:
    return full_book(tmp_path_factory.mktemp("whole"))


def holds(result: Result) -> None:
    assert result.tried > 0
    assert result.wrong == []
    assert result.planted
    assert all(result.planted.values()), result.planted


@needs_compiler
def test_nothing_told_is_lost_after_a_cut_and_the_attack_would_see_it(tmp_path):
    kept, cut = tmp_path / "kept", tmp_path / "cut"
    for folder in (kept, cut, tmp_path / "bug"):
        folder.mkdir()
    result, planted = Result("C1", "", 1), Result("sync-off", "", 1)

    crash.cut_everywhere(*crash.run_traced(kept), cut, result, images=12)
    crash.cut_everywhere(
        *crash.run_traced(tmp_path / "bug", "sync-off"), cut, planted, images=12, once=True
    )

    result.planted["sync-off"] = bool(planted.wrong)
    holds(result)


def test_nobody_hears_of_a_scanner_that_holds_files(tmp_path):
    holds(scanned(tmp_path / "scanned", seed=1, tries=3))


@needs_compiler
def test_a_disk_that_lied_is_told_of(tmp_path):
    holds(crash.lying(tmp_path / "lying", seed=1, tries=8, planted=80))


@needs_compiler
def test_a_second_cut_loses_nothing(tmp_path):
    works = ("restore",)  # the others in the attack

    holds(compound(tmp_path / "compound", seed=1, tries=12, planted=40, works=works))


def test_codes_that_are_misread_prove_nothing(tmp_path):
    holds(codes(tmp_path, seed=1, tries=60))


def test_a_spoilt_copy_is_never_good(tmp_path):
    holds(drills(tmp_path / "drills", seed=1, tries=4))


def test_spoilt_files_are_read_or_refused(tmp_path):
    holds(fuzz(tmp_path / "fuzz", seed=1, tries=200))


def test_whatever_a_book_lets_through_it_stands_right_afterwards(tmp_path):
    holds(lives(tmp_path / "lives", seed=1, tries=250))


@needs_compiler
def test_a_call_that_fails_loses_nothing(tmp_path):
    holds(faults(tmp_path / "faults", seed=1, tries=8))


def test_a_program_that_is_killed_loses_nothing(tmp_path):
    holds(kills(tmp_path / "kills", seed=1, tries=1))


def test_a_full_disk_loses_nothing(tmp_path):
    holds(rooms(tmp_path / "rooms", seed=1, tries=4))


def test_one_program_has_the_book_at_a_time(tmp_path):
    holds(meetings(tmp_path / "meetings", seed=1, tries=1))


def test_a_command_sent_again_books_once(tmp_path):
    holds(doubles(tmp_path / "doubles", seed=1, tries=12))


def test_a_clock_that_jumps_loses_nothing(tmp_path):
    holds(clocks(tmp_path / "clocks", seed=1, tries=25))


def test_spoilt_bytes_are_found(whole, tmp_path):
    holds(flipped_bytes(whole, tmp_path, seed=1, tries=15))


def test_changed_cells_are_found(whole, tmp_path):
    holds(cells(whole, tmp_path, seed=1, tries=8))


def test_a_rewritten_history_is_found_by_one_later_slip(whole, tmp_path):
    holds(clever(whole, tmp_path, seed=1, tries=2))


def test_an_old_file_put_back_is_found_by_a_slip(tmp_path):
    holds(rolled_back(tmp_path / "old", seed=1, tries=2))


def test_tricks_with_the_structure_are_found(whole, tmp_path, monkeypatch):
    monkeypatch.setattr("tests.attack.tampering.CHAINED", ("acts", "lines", "members"))
    holds(tricks(whole, tmp_path, seed=1))


def test_a_guess_costs_what_it_should_and_a_cheaper_one_is_never_made(tmp_path):
    holds(guess_costs(tmp_path / "guess", seed=1, measured=False))


def test_a_robot_gets_seventy_guesses_an_hour_and_the_owner_comes_in(tmp_path):
    holds(robots(tmp_path / "robots", seed=1, tries=80))


def test_the_paper_opens_the_book_after_any_change_cut_or_loss(tmp_path):
    holds(slots(tmp_path / "slots", seed=7, tries=25))


def test_nothing_can_be_read_in_any_file_while_open_and_closed(tmp_path):
    holds(plain_text(tmp_path / "plain", seed=1))


def test_a_disk_keeps_what_was_synced_and_perhaps_the_rest():
    disk = Disk({"a": b"old"})
    disk.take(Call("W", "a", 0, b"new"))
    disk.take(Call("S", "a", 0, b""))
    disk.take(Call("W", "a", 3, b"er"))
    disk.take(Call("W", "b", 0, b"x"))

    states = list(disk.states(random.Random(1), 6))

    assert states[0] == {"a": b"newer", "b": b"x"}
    assert states[1] == {"a": b"new", "b": b""}
    assert {state["a"] for state in states} == {b"newer", b"new"}


def test_the_certificate_says_what_does_not_hold():
    bad = Result("C1", "cuts", 7, 10, ["call 3: lost"], {"a bug": False})
    page = certificate([bad], day="2026-03-20", minutes=3, chance="held")

    assert "Not all suites hold" in page
    assert "call 3: lost" in page
    assert "“a bug” was not found" in page
    assert "| C1 | cuts | 10 | all | 1 | 0 of 1: a bug | 7 |" in page


def test_what_comes_to_the_same_leaves_the_same_books(tmp_path):
    holds(alike(tmp_path / "alike", seed=1, tries=40))


def test_a_server_keeps_the_book_of_the_file(tmp_path):
    holds(servers(tmp_path / "servers", seed=1, tries=40))


def test_years_stand_as_they_were_closed(tmp_path, monkeypatch):
    found: list[Result] = []
    for name, plant in {"clean": lambda _: None, **PLANTS}.items():
        found.append(Result(name, "", 1))
        with monkeypatch.context() as planted:
            plant(planted)
            lived(tmp_path / f"{name}.satcha", found[-1], seed=1, members=12, months=14)

    assert [one.name for one in found if not one.wrong] == ["clean"]


def test_mutants_are_the_places_where_rules_decide():
    source = """
LIMIT = 5


def late(days: int = 3) -> bool:
    \"\"\"Over 7 days.\"\"\"
    if days > LIMIT and days != 9:
        raise ValueError("สาย")  # สายมาก
    return max(days - 1, 0) in {2}
"""
    lines = source.splitlines()
    found = [one.planted(source.encode()).decode() for one in mutants_of("a.py", source.encode())]
    changed = {
        next(
            line.strip() for line, old in zip(text.splitlines(), lines, strict=False) if line != old
        )
        for text in found
    }

    assert changed == {
        "if (not (days > LIMIT and days != 9)):",
        "if (days > LIMIT or days != 9):",
        "if (days >= LIMIT) and days != 9:",
        "if days > LIMIT and (days == 9):",
        "if days > LIMIT and days != 10:",
        "pass  # สายมาก",
        "return min(days - 1, 0) in {2}",
        "return (max(days - 1, 0) not in {2})",
        "return max((days + 1), 0) in {2}",
        "return max(days - 2, 0) in {2}",
        "return max(days - 1, 1) in {2}",
        "return max(days - 1, 0) in {3}",
    }


def test_the_tree_of_a_mutant_holds_what_its_tests_read():
    tests = [path for place in PLACES for path in (ROOT / place).rglob("*.py")]
    read = {
        name for path in tests for name in re.findall(r'ROOT / "([^"/]+)', path.read_text("utf-8"))
    }

    assert {"locale", "README.md"} <= read <= set(TAKEN)


def test_a_tenth_of_the_mutants_may_stay_unfound():
    result = Result("P5", "rules changed", 1, tried=20, missed=["a", "b"])

    assert result.holds
    assert result.said == "rules changed (18 found)"
    result.missed.append("c")
    assert not result.holds


def test_a_part_that_breaks_off_is_wrong_and_the_others_are_kept(tmp_path):
    def broken(_: Path, **__: int) -> Result:
        raise IndexError("nothing to choose from")

    def whole(place: Path, *, seed: int, tries: int) -> Result:
        place.mkdir()
        return Result("C1", "cuts", seed, tries, planted={"a bug": True})

    runs: tuple[Run, ...] = (broken, whole)
    parts = [
        _tried(run, tmp_path / str(seed), seed=seed, tries=5)
        for seed, run in enumerate(runs, start=1)
    ]
    result = together(parts, asked=10, whole=False)

    assert (result.name, result.tried, result.seed, result.holds) == ("C1", 5, 1, False)
    assert "seed 1: broke off: IndexError" in result.wrong[0]
    assert not list(tmp_path.iterdir())


def test_a_command_inside_commands_ends_somewhere():
    deep = {"properties": {"instead": {"type": "object"}}, "required": ["instead"]}

    assert Guesses(1, TODAY).fields(deep, [("correct-entry", deep)]) == {
        "instead": {"command": "correct-entry", "instead": {}}
    }
