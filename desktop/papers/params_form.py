"""The fields of a paper: a month, days, a member, an account, as its question asks for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from desktop.papers.state import Param, ParamKind, default_of, months_offered, years_offered
from desktop.parts.chooser import Chooser
from desktop.parts.choosing import Choice
from desktop.parts.day_field import DayField
from desktop.parts.field import Field
from desktop.parts.form import Form
from desktop.parts.text_fields import PickField, TextField
from desktop.parts.words import Says, verbatim
from desktop.session.fields import account_chooser, bank_options, month_field
from desktop.session.session import Session
from ledger.domain.accounts import Kind
from ledger.queries.closings import Closings, closings
from ledger.queries.members import Presence, members, zones
from reports.words.figures import in_western_digits
from reports.words.voice import Voice


class ParamsForm(Form):
    """Builds its rows from what a paper asks for; hands over the question's own fields."""

    def __init__(
        self, session: Session, voice: Voice, params: tuple[Param, ...], known: Mapping[str, Any]
    ) -> None:
        super().__init__(voice)
        self._session = session
        self._say_in = voice
        self._params = params
        self._by_name: dict[str, Field] = {}
        found = session.ask(closings)
        for param in params:
            field = self._field_for(param, found)
            self._by_name[param.name] = self.add(_said(param), field, optional=param.optional)
            value = known.get(param.name, default_of(param, today=session.today, found=found))
            put(field, value)

    def values(self, *, without: str = "") -> dict[str, Any] | None:
        """The fields of the question but one; None while one of them is missing."""
        found: dict[str, Any] = {}
        for param in self._params:
            if param.name == without:
                continue
            value = taken(param, self._by_name[param.name])
            if value is None and not param.optional:
                return None
            if value is not None:
                found[param.name] = value
        return found

    def field(self, name: str) -> Field:
        return self._by_name[name]

    def _field_for(self, param: Param, found: Closings) -> Field:
        session, voice = self._session, self._say_in
        makers: dict[ParamKind, Callable[[], Field]] = {
            ParamKind.MONTH: lambda: month_field(voice, months_offered(found, session.today)),
            ParamKind.YEAR: lambda: _year_field(voice, years_offered(found, session.today)),
            ParamKind.DAY: lambda: DayField(voice, session.today),
            ParamKind.MEMBER: self._members,
            ParamKind.ACCOUNT: lambda: account_chooser(
                session, voice, kinds=tuple(Kind), cards=True
            ),
            ParamKind.BANK: lambda: PickField(voice, bank_options(session)),
            ParamKind.ZONE: self._zones,
            ParamKind.ZONES: self._zones,
            ParamKind.YES_OR_NO: lambda: PickField(voice, _CHOICES[param.name]),
        }
        return makers.get(param.kind, lambda: TextField(voice))()

    def _accounts(self) -> Chooser:
        return account_chooser(self._session, self._say_in, kinds=tuple(Kind), cards=True)

    def _members(self) -> Chooser:
        rows = self._session.ask(members, at=self._session.today, presence=Presence.ALL).rows
        return Chooser(
            self._say_in, [Choice(row.number, row.name, row.number, row.zone_name) for row in rows]
        )

    def _zones(self) -> PickField:
        rows = self._session.ask(zones, at=self._session.today).rows
        every: list[tuple[str | None, Says]] = [(None, lambda voice: voice.tr("All zones"))]
        return PickField(self._say_in, [*every, *((row.code, verbatim(row.name)) for row in rows)])


# note: how much of a national ID number stands on the paper
_IN_FULL: tuple[tuple[bool, Says], ...] = (
    (False, lambda voice: voice.tr("Only its end")),
    (True, lambda voice: voice.tr("In full")),
)


# note: who is on the register of dividend and refund
_WHOM: tuple[tuple[bool, Says], ...] = (
    (False, lambda voice: voice.tr("Every member")),
    (True, lambda voice: voice.tr("Only who was not paid yet")),
)
_CHOICES = {"full_id": _IN_FULL, "unpaid_only": _WHOM}


def put(field: Field, value: Any) -> None:
    """Put a known value into a field."""
    if value is None:
        return
    if isinstance(field, DayField):
        field.set_day(value)
    elif isinstance(field, PickField):
        field.pick(value)
    elif isinstance(field, Chooser):
        field.choose(value)
    elif isinstance(field, TextField):
        field.set_words(str(value))


def taken(param: Param, field: Field) -> Any:
    """What a field holds, as the question takes it; None while it holds nothing."""
    if isinstance(field, DayField):
        return field.day()
    if isinstance(field, Chooser):
        return field.chosen()
    if isinstance(field, PickField):
        picked = field.picked()
        many = param.kind is ParamKind.ZONES and picked is not None
        return (picked,) if many else picked
    words = in_western_digits(field.words()) if isinstance(field, TextField) else ""
    if param.kind is ParamKind.NUMBER:
        return int(words) if words.isascii() and words.isdecimal() else None
    if param.kind is ParamKind.WORDS:
        return words or None
    return words.upper() or None


def _year_field(voice: Voice, years: Iterable[int]) -> PickField:
    return PickField(voice, [(year, _year_text(year)) for year in years])


def _year_text(year: int) -> Says:
    return lambda voice: voice.year(year)


def _said(param: Param) -> Says:
    return lambda voice: voice.tr(param.says)
