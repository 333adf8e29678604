"""The fund a form books in: asked only where the book keeps more than the general one."""

from __future__ import annotations

from typing import Any

from desktop.parts.text_fields import PickField
from desktop.parts.words import Says
from desktop.session.command_dialog import CommandDialog
from desktop.session.session import Session
from ledger.domain.accounts import Fund
from ledger.domain.entries import GENERAL_FUND
from reports.words.voice import Voice


def fund_said(voice: Voice) -> str:
    return voice.tr("Fund")


def add_fund(form: CommandDialog) -> PickField:
    """The row that asks for one of the open funds; the general one stands first and is picked."""
    options = fund_options(form.session)
    field = form.add("fund", fund_said, PickField(form.voice, options))
    form.form.show_row(field, visible=len(options) > 1)
    return field


def picked_fund(field: PickField) -> str:
    return str(field.picked() or GENERAL_FUND)


def fund_options(session: Session, *, kept: str | None = None) -> list[tuple[str, Says]]:
    """The funds that can be booked in, the general one first; ``kept`` even if it is closed."""
    return session.ask(_funds, kept=kept)


def _funds(reader: Any, *, kept: str | None) -> list[tuple[str, Says]]:
    funds = [one for one in reader.every(Fund) if not one.closed or one.code == kept]
    return [(one.code, _named(one)) for one in sorted(funds, key=_general_first)]


def _general_first(fund: Fund) -> tuple[bool, str]:
    return fund.code != GENERAL_FUND, fund.code


def _named(fund: Fund) -> Says:
    return lambda voice: voice.name(fund.name_th, fund.name_en)
