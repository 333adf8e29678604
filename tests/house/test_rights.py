"""Every command has its row in the table of rights: who adds a command says who may give it."""

from __future__ import annotations

from ledger.domain.people import UserRole
from ledger.domain.rights import rights_table
from ledger.usecases import COMMANDS


def without_row(commands) -> list[str]:
    """Commands that ``ledger/domain/rights.tsv`` does not know; nobody may give them."""
    return sorted(set(commands) - set(rights_table()))


def test_every_command_has_a_row_in_rights_tsv():
    assert without_row(COMMANDS) == []


def test_no_row_is_left_of_a_command_that_is_gone():
    assert sorted(set(rights_table()) - set(COMMANDS)) == []


def test_a_command_without_a_row_is_found():
    assert without_row([*COMMANDS, "give-away"]) == ["give-away"]


def test_no_row_is_empty_and_every_role_may_do_something():
    assert [one.command for one in rights_table().values() if not one.roles] == []
    assert {role for one in rights_table().values() for role in one.roles} == set(UserRole)
