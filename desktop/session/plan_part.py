"""The rows of a form that say how a plan is made: the same for contracts of both legs and anew.

self.plan = PlanPart(self, session)
…
fields = self.plan.fields()          # None while one of them cannot be read
OpenLoan(**fields, type=…)
"""

from __future__ import annotations

from typing import Any, TypeVar

from desktop.parts.day_field import DayField
from desktop.parts.field import Field
from desktop.parts.money_field import MoneyField
from desktop.parts.text_fields import PickField
from desktop.parts.words import Says
from desktop.session.command_dialog import CommandDialog
from desktop.session.lists_of_plan import AmountsField, DaysField, PayoutsField
from desktop.session.loan_fields import WholeField
from desktop.session.rule_fields import choice_field
from desktop.session.session import Session
from reports.words.plan_words import LEVELS, MONTH_ENDS, RESIDUES, SHIFTS, UNITS

F = TypeVar("F", bound=Field)

_COUNTS = ("grace_principal", "grace_interest", "grace_free")
_PICKED = ("residue", "month_end", "level", "shift", "weekends")


class PlanPart:
    """Adds its rows to the form; those that few contracts need are shown when they are asked for.

    Each attribute is named like the field of the command that it fills.
    """

    def __init__(self, dialog: CommandDialog, session: Session) -> None:
        # The form alone is kept: who holds its dialog would keep it from going.
        voice, self._form = dialog.voice, dialog.form
        self.instalments = _count(
            dialog, "instalments", lambda voice: voice.tr("Number of instalments")
        )
        self.first_due = _add(
            dialog,
            "first_due",
            lambda voice: voice.tr("First due day"),
            DayField(voice, session.today),
        )
        self.unit = _add(
            dialog,
            "unit",
            lambda voice: voice.tr("An instalment every"),
            choice_field(voice, UNITS),
        )
        self.every = _count(dialog, "every", lambda voice: voice.tr("How many of them at a time"))
        self.grace_principal = _count(
            dialog, "grace_principal", lambda voice: voice.tr("First instalments without principal")
        )
        self.grace_interest = _count(
            dialog,
            "grace_interest",
            lambda voice: voice.tr("First instalments whose interest waits"),
        )
        self.grace_free = _count(
            dialog, "grace_free", lambda voice: voice.tr("First instalments free of interest")
        )
        self.further = dialog.form.add(
            lambda voice: voice.tr("Rules of the plan"),
            PickField(
                voice,
                [
                    (False, lambda voice: voice.tr("as usual")),
                    (True, lambda voice: voice.tr("further rules")),
                ],
            ),
        )
        self._hidden: list[Field] = []
        self._add_days(dialog)
        self._add_amounts(dialog)
        self.further.changed.connect(self._show)
        self._show()

    def fields(self) -> dict[str, Any] | None:
        """What a command says about the plan; None while a field cannot be read."""
        fields = (self.instalments, self.first_due, self.every, self.grace_principal)
        if any(one.trouble() for one in (*fields, self.grace_interest, self.grace_free)):
            return None
        wanted = {
            "instalments": self.instalments.whole(),
            "first_due": self.first_due.day(),
            "unit": self.unit.picked(),
            "every": self.every.whole() or 1,
            **{name: getattr(self, name).whole() or 0 for name in _COUNTS},
        }
        if self.further.picked() is not True:
            return wanted
        lists = {
            "holidays": self.holidays.days(),
            "dates": self.dates.days(),
            "principals": self.principals.amounts(),
            "payouts": self.payouts.payouts(),
        }
        if any(one is None for one in lists.values()) or self.instalment.trouble():
            return None
        picked = {name: getattr(self, name).picked() for name in _PICKED}
        return {**wanted, **picked, **lists, "instalment": self.instalment.amount()}

    def _add_days(self, dialog: CommandDialog) -> None:
        voice = dialog.voice
        self.month_end = self._further(
            dialog,
            "month_end",
            lambda voice: voice.tr("A day that a month lacks"),
            choice_field(voice, MONTH_ENDS),
        )
        self.shift = self._further(
            dialog,
            "shift",
            lambda voice: voice.tr("An instalment due on a holiday"),
            choice_field(voice, SHIFTS),
        )
        self.weekends = self._further(
            dialog,
            "weekends",
            lambda voice: voice.tr("Saturdays and Sundays"),
            PickField(
                voice,
                [
                    (False, lambda voice: voice.tr("are working days")),
                    (True, lambda voice: voice.tr("are holidays")),
                ],
            ),
        )
        self.holidays = self._further(
            dialog, "holidays", lambda voice: voice.tr("Holidays"), DaysField(voice)
        )
        self.dates = self._further(
            dialog, "dates", lambda voice: voice.tr("Due days of its own"), DaysField(voice)
        )

    def _add_amounts(self, dialog: CommandDialog) -> None:
        voice = dialog.voice
        self.instalment = self._further(
            dialog, "instalment", lambda voice: voice.tr("Fixed instalment"), MoneyField(voice)
        )
        self.level = self._further(
            dialog,
            "level",
            lambda voice: voice.tr("An equal instalment is computed"),
            choice_field(voice, LEVELS),
        )
        self.residue = self._further(
            dialog,
            "residue",
            lambda voice: voice.tr("What rounding leaves over"),
            choice_field(voice, RESIDUES),
        )
        self.principals = self._further(
            dialog,
            "principals",
            lambda voice: voice.tr("Principal of each instalment"),
            AmountsField(voice),
        )
        self.payouts = self._further(
            dialog,
            "payouts",
            lambda voice: voice.tr("Payouts in parts"),
            PayoutsField(voice),
        )

    def _show(self) -> None:
        for field in self._hidden:
            self._form.show_row(field, visible=self.further.picked() is True)

    def _further(self, dialog: CommandDialog, name: str, label: Says, field: F) -> F:
        self._hidden.append(field)
        return _add(dialog, name, label, field)


def _count(dialog: CommandDialog, name: str, label: Says) -> WholeField:
    return _add(dialog, name, label, WholeField(dialog.voice))


def _add(dialog: CommandDialog, name: str, label: Says, field: F) -> F:
    return dialog.add(name, label, field, optional=True)
