"""Whether whoever sits at the keyboard may give the command that a form is about."""

from __future__ import annotations

import re
import sys
from collections.abc import Collection
from functools import partial
from typing import TYPE_CHECKING, Any

from desktop.parts.words import Says
from ledger.domain.commands import Command, name_of
from ledger.domain.people import UserRole
from ledger.domain.rights import rights_table
from reports.words.people import user_roles

if TYPE_CHECKING:
    from desktop.session.session import Session


def kept_from(form: Any, session: Session) -> frozenset[str]:
    """The commands of a form where none of them is allowed; a form of any command has no name.

    A form says what it is about by what its ``command`` answers: ``-> PayOutLoan | None``. Who
    opens it is told before she types, not after (interface.md, "What a role may not do").
    """
    found = frozenset(map(name_of, _commands_of(form)))
    allowed = {row.command for row in session.may.rows if row.allowed}
    return frozenset() if found & allowed else found


def _commands_of(form: Any) -> list[type[Command]]:
    makes = getattr(form, "makes", None)
    if makes is not None:  # a form that asks row by row says it by what it makes
        makes = makes.func if isinstance(makes, partial) else makes
        return [makes] if isinstance(makes, type) and issubclass(makes, Command) else []
    answers = getattr(type(form), "command", None)
    written = str(getattr(answers, "__annotations__", {}).get("return", ""))
    known = vars(sys.modules[type(form).__module__])
    named = (known.get(word) for word in re.findall(r"\w+", written))
    return [
        one
        for one in named
        if isinstance(one, type) and issubclass(one, Command) and one is not Command
    ]


def others_said(commands: Collection[str]) -> Says:
    """Which roles may do what is not offered, for whoever looks for it."""
    table = rights_table()
    needed = {role for one in commands if one in table for role in table[one].roles}
    roles = [role.value for role in UserRole if role in needed]
    return lambda voice: voice.tr("Further entries are for the roles: {roles}").format(
        roles=user_roles(roles, voice)
    )
