"""Refusals of what comes in from outside: fields, amounts, days that cannot be read."""

from __future__ import annotations

from ledger.domain.refusals.base import Refusal, refusal


@refusal
class UnknownCommand(Refusal):
    """No command of that name."""

    asked: str


@refusal
class UnknownQuestion(Refusal):
    """No question of that name."""

    asked: str


@refusal
class UnknownField(Refusal):
    """A field that the command, question or case does not have."""

    field: str
    known: tuple[str, ...]


@refusal
class MissingField(Refusal):
    """A field that must be given."""

    field: str


@refusal
class WrongKind(Refusal):
    """The field holds another kind of value: ``expected`` says which it should be."""

    field: str
    expected: str


@refusal
class HiddenSign(Refusal):
    """The text holds a sign that nobody sees and that turns the writing around it."""

    field: str
    sign: str


@refusal
class TextTooLong(Refusal):
    """The text has more characters than its field takes."""

    field: str
    length: int
    longest: int


@refusal
class NotAnAmount(Refusal):
    """Not a decimal amount of baht such as ``"1250.50"``."""

    field: str
    text: str


@refusal
class NotADay(Refusal):
    """Not a day of the calendar written YYYY-MM-DD."""

    field: str
    text: str


@refusal
class NotAMonth(Refusal):
    """Not a month of the calendar written YYYY-MM."""

    field: str
    text: str


@refusal
class BuddhistYear(Refusal):
    """A Buddhist year in a field of the common era; ``meant`` is the likely day or month."""

    field: str
    text: str
    meant: str


@refusal
class NotAChoice(Refusal):
    """Not one of the words this field knows."""

    field: str
    text: str
    choices: tuple[str, ...]


@refusal
class NotARate(Refusal):
    """Not a decimal number of percent such as ``"6.25"``."""

    field: str
    text: str


@refusal
class NotJson(Refusal):
    """The text is not JSON, or not the object that was expected."""

    line: int
    problem: str
