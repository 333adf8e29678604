"""A form written as a list: what it asks for, and the command that the answers make.

    AskedDialog(
        session, voice,
        title=lambda voice: voice.tr("Put an amount on hold"),
        verb=lambda voice: voice.tr("Put on hold"),
        asks=(picks("card", says_card, cards), amount(), day(), words("reason", says_reason)),
        makes=PlaceHold,
    )

Each answer is handed to ``makes`` by the name that the command gives it; what is optional and was
left empty is left out, so that the command's own default holds.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Protocol, runtime_checkable

from typing_extensions import override

from desktop.parts.chooser import Chooser
from desktop.parts.day_field import DayField
from desktop.parts.field import SILENT, Field, Remark
from desktop.parts.money_field import MoneyField
from desktop.parts.text_fields import LongTextField, PickField, TextField
from desktop.parts.words import Label, Says, nothing
from desktop.session.command_dialog import CommandDialog
from desktop.session.fields import business_day, cash_or_bank
from desktop.session.loan_fields import WholeField, member_chooser
from desktop.session.preview import Tells, papers_and_total
from desktop.session.rule_fields import RateField
from desktop.session.session import Session
from ledger.domain.commands import Command
from ledger.domain.money import Money
from reports.words import figures
from reports.words.voice import Voice

Makes = Callable[..., Command]
MakesField = Callable[[Session, Voice], Field]


@runtime_checkable
class Answers(Protocol):
    """A field of an area's own that says what it holds."""

    def answer(self) -> object: ...


@dataclass(frozen=True, slots=True)
class Asked:
    """One row of a form; ``name`` is what the command calls it."""

    name: str
    says: Says
    field: MakesField
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A line of words above the rows that belong to it."""

    says: Says


class AskedDialog(CommandDialog):
    """Asks row by row; ``told`` stands above the rows, ``tells`` below them."""

    def __init__(  # noqa: PLR0913 - named at every call
        self,
        session: Session,
        voice: Voice,
        *,
        title: Says,
        verb: Says,
        asks: Sequence[Asked | Heading],
        makes: Makes,
        told: Says = nothing,
        tells: Tells = papers_and_total,
    ) -> None:
        super().__init__(session, voice, title=title, verb=verb, tells=tells)
        self._asks = tuple(one for one in asks if isinstance(one, Asked))
        self.makes = makes
        if told is not nothing:
            self.form.add_wide(Label(told, voice).let_copy())
        asked: dict[str, Field] = {}
        for one in asks:
            if isinstance(one, Heading):
                self.form.add_heading(one.says)
            else:
                field = one.field(session, voice)
                asked[one.name] = self.add(one.name, one.says, field, optional=one.optional)
        self.asked = asked
        if not self._asks:
            self.rehearse()

    @override
    def command(self) -> Command | None:
        found: dict[str, Any] = {}
        for one in self._asks:
            answer = answer_of(self.asked[one.name])
            if answer is None or answer == "":
                if not one.optional:
                    return None
            else:
                found[one.name] = answer
        return self.makes(**found)


_READ: tuple[tuple[type[Field], Callable[[Any], object]], ...] = (
    (MoneyField, MoneyField.amount),
    (DayField, DayField.day),
    (Chooser, Chooser.chosen),
    (PickField, PickField.picked),
    (WholeField, WholeField.whole),
    (RateField, RateField.rate),
    (TextField, TextField.words),
    (LongTextField, LongTextField.words),
)


def answer_of(field: Field) -> object:
    """What a field holds, in the type that commands take; None or empty while it holds nothing."""
    if isinstance(field, Answers):
        return field.answer()
    return next(read(field) for kind, read in _READ if isinstance(field, kind))


def day(name: str = "on", says: Says | None = None, *, today: bool = True) -> Asked:
    """A day; it starts as today, or empty and may stay so."""
    label = says or (lambda voice: voice.tr("Day"))
    if today:
        return Asked(name, label, business_day)
    return Asked(name, label, lambda session, voice: DayField(voice, session.today), optional=True)


def amount(
    name: str = "amount",
    says: Says | None = None,
    *,
    optional: bool = False,
    start: Money | None = None,
) -> Asked:
    def made(_session: Session, voice: Voice) -> Field:
        field = MoneyField(voice)
        if start is not None:
            field.set_amount(start)
        return field

    return Asked(name, says or (lambda voice: voice.tr("Amount")), made, optional)


def words(
    name: str, says: Says, *, optional: bool = False, start: str = "", code: bool = False
) -> Asked:
    """One line of words, or a ``code`` from paper."""

    def made(_session: Session, voice: Voice) -> Field:
        field = TextField(voice, code=code)
        if start:
            field.set_words(start)
        return field

    return Asked(name, says, made, optional)


def lines(name: str, says: Says, *, optional: bool = False, start: str = "") -> Asked:
    """Several lines of words."""

    def made(_session: Session, voice: Voice) -> Field:
        field = LongTextField(voice)
        if start:
            field.set_words(start)
        return field

    return Asked(name, says, made, optional)


def reason() -> Asked:
    return lines("reason", lambda voice: voice.tr("Reason"))


def resolution() -> Asked:
    return words("resolution", lambda voice: voice.tr("Resolution"))


def whole(name: str, says: Says, *, optional: bool = False, start: int | None = None) -> Asked:
    """A whole number."""

    def made(_session: Session, voice: Voice) -> Field:
        field = WholeField(voice)
        if start is not None:
            field.set_words(str(start))
        return field

    return Asked(name, says, made, optional)


def percent(
    name: str, says: Says, *, optional: bool = False, start: Fraction | None = None
) -> Asked:
    """A part of a whole, typed as percent."""

    def made(_session: Session, voice: Voice) -> Field:
        field = PercentField(voice)
        if start is not None:
            field.set_words(figures.percent(start, 6).removesuffix("%"))
        return field

    return Asked(name, says, made, optional)


def member(name: str = "member", says: Says | None = None, *, optional: bool = False) -> Asked:
    return Asked(name, says or (lambda voice: voice.tr("Member")), member_chooser, optional)


def money_place(says: Says | None = None) -> Asked:
    """Cash in hand, which commands call nothing, or one of the bank accounts."""
    return Asked("bank", says or (lambda voice: voice.tr("Paid by")), cash_or_bank, optional=True)


def picks(
    name: str,
    says: Says,
    options: Sequence[tuple[Hashable, Says]],
    *,
    optional: bool = False,
    start: Hashable = None,
) -> Asked:
    """One of a few."""

    def made(_session: Session, voice: Voice) -> Field:
        field = PickField(voice, options)
        field.pick(start)
        return field

    return Asked(name, says, made, optional)


def picks_word(name: str, says: Says, table: Mapping[Any, str], *, start: Hashable = None) -> Asked:
    """One of a few whose words stand in a table."""
    return picks(name, says, [(one, _said(text)) for one, text in table.items()], start=start)


def yes_no(name: str, says: Says, *, start: bool = False) -> Asked:
    return picks(name, says, ((False, _no), (True, _yes)), start=start)


class PercentField(RateField):
    """A part of a whole in percent, not of a year."""

    @override
    def remark(self) -> Remark:
        part = self.rate()
        if part is None:
            return SILENT
        return Remark("hint", lambda voice: voice.percent(part, 4))


def _said(text: str) -> Says:
    return lambda voice: voice.tr(text)


def _no(voice: Voice) -> str:
    return voice.tr("No")


def _yes(voice: Voice) -> str:
    return voice.tr("Yes")
