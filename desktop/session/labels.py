"""The ledger's kinds as fields offer them: each with its words in the reader's language."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from ledger.domain.accounts import Kind
from ledger.domain.members import Leaving, MemberKind
from reports.words.kinds import account_kind, member_kind_in_full
from reports.words.labels import leaving_reason
from reports.words.voice import Voice

Says = Callable[[Voice], str]


def kind_options() -> list[tuple[MemberKind, Says]]:
    """The kinds of member."""
    return [(kind, partial(member_kind_in_full, kind)) for kind in MemberKind]


def account_kind_options() -> list[tuple[Kind, Says]]:
    """The kinds of account, in the order of a chart."""
    return [(kind, partial(account_kind, kind)) for kind in Kind]


def leaving_options() -> list[tuple[Leaving, Says]]:
    """The reasons for leaving."""
    return [(why, partial(leaving_reason, why.value)) for why in Leaving]
