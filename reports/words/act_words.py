"""An act in words: what its command says, and what stood in the book before and since."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from enum import Enum
from fractions import Fraction
from itertools import groupby

from ledger.domain.free_text import place_of
from ledger.domain.land import LandArea
from ledger.domain.members import HIDDEN
from ledger.domain.money import Money
from ledger.queries.act_log import ActTold, Changed
from reports.words.choices import choice_name, choice_of
from reports.words.columns import column_name
from reports.words.labels import month_or_day
from reports.words.land import area_text
from reports.words.table_names import table_name
from reports.words.texts import shown_phone
from reports.words.voice import Voice

_AMOUNT = re.compile(r"-?[0-9]+\.[0-9]{2}")
_OF_TEXTS = frozenset({"texts", "erased_texts"})
_TELEPHONES = frozenset({"phone", "telephone", "auditor_telephone"})
# Personal data stand elsewhere, and what keys and files are made of tells people nothing.
_FOR_PROGRAMS = frozenset(
    {
        "person", "commitment", "sha256", "medium_id", "manifest", "slot", "generation", "mark",
        "public", "digest", "wrapped", "salt", "memory_kib", "iterations", "lanes", "fingerprint",
        "book",
    }
)  # fmt: skip


def told_fields(fields: Mapping[str, object], voice: Voice) -> list[str]:
    """The fields of a command as it was given, a line each; what was left empty is left out."""
    return [f"{name}: {value}" for name, value in fields_told(fields, voice)]


def fields_told(fields: Mapping[str, object], voice: Voice) -> list[tuple[str, str]]:
    """Name and value of each field of a command that says something to people."""
    return [
        (column_name("", name, voice), _told(name, value, voice))
        for name, value in for_people(fields).items()
    ]


def for_people(fields: Mapping[str, object]) -> Mapping[str, object]:
    """The fields of a command that say something to people."""
    return {
        name: value
        for name, value in fields.items()
        if value not in (None, "", [], {}, False) and name not in _FOR_PROGRAMS
    }


def changes_told(told: ActTold, voice: Voice, *, on_paper: bool = False) -> list[str]:
    """What an act changed: a line for each new thing, and one for each field that changed.

    On paper telephone, address and national number of a person are left out (trust.md 6.8).
    """
    lines: list[str] = []
    for (table, thing), of_thing in groupby(told.changed, lambda one: (one.table, one.thing)):
        fields = list(of_thing)
        shown = [one for one in fields if not (on_paper and one.field in HIDDEN)]
        said = [change_told(one, voice) for one in shown]
        if len(shown) < len(fields):
            # note: on paper, in the place of what changed in somebody's telephone or address
            said.append(voice.tr("(personal details are not printed here)"))
        named = thing_named(table, thing, voice, new=fields[0].new)
        lines += [f"{named}: {'; '.join(said)}"] if fields[0].new else [named, *said]
    if told.left_out:
        # note: at the end of what an act changed, when that is too much for the page
        lines.append(voice.tr("and {count} more").format(count=voice.number(told.left_out)))
    return lines


def thing_named(table: str, thing: str, voice: Voice, *, new: bool) -> str:
    """Which record of which register, and whether it is new."""
    # note: a record of a register, such as "Zones A (new)"
    form = voice.tr("{register} {thing} (new)") if new else voice.tr("{register} {thing}")
    named = "/".join(month_or_day(part, voice) for part in thing.split("/"))
    return form.format(register=table_name(table, voice), thing=voice.digits(named)).strip()


def change_told(one: Changed, voice: Voice) -> str:
    """One field with what stands there since the act, and before it where it stood there."""
    name, after = column_name(one.table, one.field, voice), value_said(one.field, one.after, voice)
    if one.new:
        return f"{name} {after}"
    return f"{name}: {value_said(one.field, one.before, voice)} → {after}"


def value_said(field: str, value: object, voice: Voice) -> str:  # noqa: PLR0911 - a line a type
    """A value of a record as people write it; a dash where there is none."""
    if value is None or value == "":
        return "–"
    if isinstance(value, bool):
        return voice.tr("Yes") if value else voice.tr("No")
    if isinstance(value, Money):
        return voice.money(value)
    if isinstance(value, Fraction):
        return voice.percent(value, 4)
    if isinstance(value, date):
        return voice.day(value)
    if isinstance(value, LandArea):
        return area_text(value, voice)
    if isinstance(value, Enum):
        return choice_name(value, voice)
    text = str(value)
    return voice.digits(shown_phone(text)) if field in _TELEPHONES else month_or_day(text, voice)


def _told(name: str, value: object, voice: Voice) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{part} {told}" for part, told in fields_told(value, voice))
    if isinstance(value, list):
        return _all_told(name, value, voice)
    if isinstance(value, bool):
        return voice.tr("Yes") if value else voice.tr("No")
    text = str(value)
    choice = choice_of(name, text)
    if choice is not None:
        return choice_name(choice, voice)
    if _AMOUNT.fullmatch(text):
        return voice.money(Money(int(text.replace(".", ""))))
    return month_or_day(text, voice)


def _all_told(name: str, values: list[object], voice: Voice) -> str:
    if name in _OF_TEXTS:
        acts = sorted({_act_of(one) for one in values})
        return ", ".join(voice.digits(str(act)) for act in acts)
    return "; ".join(_told(name, one, voice) for one in values)


def _act_of(commitment: object) -> int:
    """The act that said a text; nobody reads the commitment itself."""
    try:
        return place_of(str(commitment))[0]
    except ValueError:
        return 0


def short_fields(fields: Mapping[str, object]) -> Mapping[str, object]:
    """The fields of a command that are no lists: a sheet has a line for each of its members.

    Who has a key to the book is a short list, and it is what a reader of the log looks for.
    """
    return {
        name: value
        for name, value in fields.items()
        if not isinstance(value, list | dict) or (name in _WHO | _OF_TEXTS and _are_names(value))
    }


def told_in_short(fields: Mapping[str, object], voice: Voice) -> list[str]:
    """Those fields as lines."""
    return told_fields(short_fields(fields), voice)


_WHO = frozenset({"users", "networks"})


def _are_names(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


_WHY = ("reason", "resolution", "note", "memo", "purpose", "in_spite")
_MOST_SAID = 4  # so many facts tell which visit, paper or loan it was; the rest stands elsewhere


def act_in_brief(told: ActTold, voice: Voice, *, on_paper: bool = False) -> list[str]:
    """What an act did, in lines below its name: what changed and why, or else its first facts."""
    fields = told.act.fields
    if told.changed:
        why = {name: value for name, value in fields.items() if name in _WHY}
        return [*told_fields(why, voice), *changes_told(told, voice, on_paper=on_paper)]
    return told_in_short(fields, voice)[:_MOST_SAID]


def entries_told(entries: Sequence[int], voice: Voice) -> str:
    """The entries of an act: their numbers stand in a row, because an act books them at once."""
    if not entries:
        return ""
    first, last = (voice.digits(f"#{number}") for number in (entries[0], entries[-1]))
    return first if len(entries) == 1 else f"{first}–{last}"
