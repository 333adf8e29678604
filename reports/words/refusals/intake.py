"""Sentences about what comes in from outside: fields, amounts and days that cannot be read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ledger.domain import refusals
from ledger.domain.money import Money
from ledger.domain.refusals.intake import HiddenSign, NotAMonth, TextTooLong
from reports.words.fields import field_name
from reports.words.labels import kind_of_value, month_or_day, quoted
from reports.words.voice import Voice


def unknown_command(refusal: refusals.UnknownCommand, voice: Voice) -> str:
    return voice.tr("There is no command “{asked}”. “satcha commands” lists them all.").format(
        asked=quoted(refusal.asked)
    )


def unknown_question(refusal: refusals.UnknownQuestion, voice: Voice) -> str:
    return voice.tr("There is no question “{asked}”. “satcha questions” lists them all.").format(
        asked=quoted(refusal.asked)
    )


def unknown_field(refusal: refusals.UnknownField, voice: Voice) -> str:
    return voice.tr(
        "There is no field “{field}” here. Take it out or use one of these: {known}."
    ).format(field=quoted(refusal.field), known=", ".join(refusal.known))


def missing_field(refusal: refusals.MissingField, voice: Voice) -> str:
    return voice.tr("“{field}” is missing. Fill it in, then try again.").format(
        field=field_name(refusal.field, voice)
    )


def wrong_kind(refusal: refusals.WrongKind, voice: Voice) -> str:
    return voice.tr(
        "“{field}” holds another kind of value than is needed. Give this: {expected}."
    ).format(
        field=field_name(refusal.field, voice), expected=kind_of_value(refusal.expected, voice)
    )


def hidden_sign(refusal: HiddenSign, voice: Voice) -> str:
    said = voice.tr(
        "“{field}” holds a sign that nobody sees ({sign}) and that turns the writing around. Type "
        "the text anew without it."
    )
    if refusal.sign < "U+0100":
        # note: a control sign, such as a bell, that came along from another program
        said = voice.tr(
            "“{field}” holds a sign that nobody sees ({sign}). Type the text anew without it."
        )
    return said.format(field=field_name(refusal.field, voice), sign=refusal.sign)


def text_too_long(refusal: TextTooLong, voice: Voice) -> str:
    return voice.tr(
        "“{field}” has {length} characters and takes {longest}. Shorten it, then go on."
    ).format(
        field=field_name(refusal.field, voice),
        length=voice.number(refusal.length),
        longest=voice.number(refusal.longest),
    )


def not_an_amount(refusal: refusals.NotAnAmount, voice: Voice) -> str:
    if _is_amount(refusal.text):
        # What would pass as text came as a number of JSON, which other programs may round.
        return voice.tr(
            "{text} in “{field}” is a bare number. "
            'Write baht as text between quotation marks, such as "1250.50".'
        ).format(text=quoted(refusal.text), field=field_name(refusal.field, voice))
    return voice.tr(
        "“{text}” in “{field}” is not an amount. "
        "Write baht in figures with at most two decimals, such as 1250.50."
    ).format(text=quoted(refusal.text), field=field_name(refusal.field, voice))


def not_a_day(refusal: refusals.NotADay, voice: Voice) -> str:
    return voice.tr(
        "“{text}” in “{field}” is not a day of the calendar. "
        "Write year, month and day of the common era, such as 2026-11-22."
    ).format(text=quoted(refusal.text), field=field_name(refusal.field, voice))


def not_a_month(refusal: NotAMonth, voice: Voice) -> str:
    return voice.tr(
        "“{text}” in “{field}” is not a month of the calendar. "
        "Write year and month of the common era, such as 2026-11."
    ).format(text=quoted(refusal.text), field=field_name(refusal.field, voice))


def buddhist_year(refusal: refusals.BuddhistYear, voice: Voice) -> str:
    meant = refusal.meant
    day = voice.year(int(meant)) if meant.isdecimal() else month_or_day(meant, voice)
    return voice.tr(
        "“{text}” in “{field}” has a Buddhist year where a year of the common era is needed. "
        "If you mean {day}, write {meant}."
    ).format(
        text=quoted(refusal.text),
        field=field_name(refusal.field, voice),
        day=day,
        meant=meant,
    )


def not_a_choice(refusal: refusals.NotAChoice, voice: Voice) -> str:
    return voice.tr(
        "“{text}” cannot be chosen for “{field}”. Choose one of these: {choices}."
    ).format(
        text=quoted(refusal.text),
        field=field_name(refusal.field, voice),
        choices=", ".join(refusal.choices),
    )


def not_a_rate(refusal: refusals.NotARate, voice: Voice) -> str:
    return voice.tr(
        "“{text}” in “{field}” is not a rate. Write percent a year in figures, such as 6.25."
    ).format(text=quoted(refusal.text), field=field_name(refusal.field, voice))


def not_json(refusal: refusals.NotJson, voice: Voice) -> str:
    return voice.tr(
        "Line {line} is not the JSON that is needed ({problem}). Correct that line, then try again."
    ).format(line=refusal.line, problem=quoted(refusal.problem))


SENTENCES: dict[type[refusals.Refusal], Callable[[Any, Voice], str]] = {
    refusals.UnknownCommand: unknown_command,
    refusals.UnknownQuestion: unknown_question,
    refusals.UnknownField: unknown_field,
    refusals.MissingField: missing_field,
    refusals.WrongKind: wrong_kind,
    HiddenSign: hidden_sign,
    TextTooLong: text_too_long,
    refusals.NotAnAmount: not_an_amount,
    refusals.NotADay: not_a_day,
    NotAMonth: not_a_month,
    refusals.BuddhistYear: buddhist_year,
    refusals.NotAChoice: not_a_choice,
    refusals.NotARate: not_a_rate,
    refusals.NotJson: not_json,
}


def _is_amount(text: str) -> bool:
    try:
        Money.from_decimal(text)
    except ValueError:
        return False
    return True
