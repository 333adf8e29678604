"""A few tries of every attack on rights, and that each finds what is planted in it."""

from __future__ import annotations

from tests.attack.results import Result
from tests.attack.rights import forgeries, own_approvals, privileges, splits


def holds(result: Result) -> None:
    assert result.tried > 0
    assert result.wrong == []
    assert result.planted
    assert all(result.planted.values()), result.planted


def test_nobody_does_what_is_not_hers(tmp_path):
    holds(privileges(tmp_path, seed=1, tries=12))


def test_nobody_approves_her_own(tmp_path):
    holds(own_approvals(tmp_path, seed=1, tries=4))


def test_no_splitting_gets_round_the_limit(tmp_path):
    holds(splits(tmp_path, seed=1, tries=6))


def test_a_forged_name_is_found(tmp_path):
    holds(forgeries(tmp_path, seed=1, tries=25))
