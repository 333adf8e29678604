"""One act of the log: what its command said, and each field before and since."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.parts.columns import ColumnSpec, text_column
from desktop.parts.dialog import Dialog
from desktop.parts.table import Table
from desktop.parts.words import Button, Label
from ledger.queries.act_log import ActTold, Changed
from reports.words.act_words import (
    entries_told,
    fields_told,
    for_people,
    short_fields,
    thing_named,
    value_said,
)
from reports.words.columns import column_name
from reports.words.commands import command_name
from reports.words.voice import Voice

_LETTERS = 110  # so wide that most changes are read whole
_WIDEST, _HIGHEST = 960, 540  # pixels; more is taken where the screen has it


@dataclass(frozen=True, slots=True)
class Given:
    """One field of the command as it was given."""

    name: str
    value: object


class ActDialog(Dialog):
    """``entry`` is the entry that somebody wants to see, None while she only looks."""

    def __init__(self, told: ActTold, voice: Voice) -> None:
        super().__init__(lambda voice: voice.tr("What was done"), voice)
        self.entry: int | None = None
        self._told = told
        self.name = Label(lambda voice: command_name(told.act.command, voice), voice, heading=True)
        self.facts = Label(lambda voice: _facts(told, voice), voice).let_copy()
        self.changes = Table(
            line_columns,
            voice,
            name=lambda voice: voice.tr("Before and since"),
        ).without_find()
        self.close_button = Button(lambda voice: voice.tr("Close"), voice, main=True)
        self.to_entry = Button(lambda voice: voice.tr("Go to the entry"), voice)
        self.to_entry.setVisible(bool(told.entries))
        self.body.addWidget(self.name)
        self.body.addWidget(self.facts)
        self.body.addWidget(self.changes, 1)
        self.add_buttons(self.close_button, self.to_entry)
        self.changes.set_rows(lines_of(told))
        wanted = self.fontMetrics().averageCharWidth() * _LETTERS
        self.setMinimumWidth(min(wanted, _WIDEST))
        self.resize(min(wanted, self.screen().availableSize().width()), _HIGHEST)
        self.close_button.clicked.connect(self.reject)
        self.to_entry.clicked.connect(self._go)

    def _go(self) -> None:
        self.entry = self._told.entries[0]
        self.accept()


def lines_of(told: ActTold) -> list[Given | Changed]:
    """What was given with the command, and below it every field that changed."""
    given = [
        Given(name, value) for name, value in for_people(short_fields(told.act.fields)).items()
    ]
    return [*given, *told.changed]


def line_columns(voice: Voice) -> Sequence[ColumnSpec[Given | Changed]]:
    return (
        text_column(voice.tr("In"), lambda one: _where(one, voice), stretch=True),
        text_column(voice.tr("Field"), lambda one: _field(one, voice)),
        text_column(voice.tr("Before"), lambda one: _before(one, voice)),
        text_column(voice.tr("Afterwards"), lambda one: _after(one, voice)),
    )


def _where(one: Given | Changed, voice: Voice) -> str:
    if isinstance(one, Given):
        return voice.tr("as it was given")
    return thing_named(one.table, one.thing, voice, new=one.new)


def _field(one: Given | Changed, voice: Voice) -> str:
    if isinstance(one, Given):
        return column_name("", one.name, voice)
    return column_name(one.table, one.field, voice)


def _before(one: Given | Changed, voice: Voice) -> str:
    if isinstance(one, Given) or one.new:
        return ""
    return value_said(one.field, one.before, voice)


def _after(one: Given | Changed, voice: Voice) -> str:
    if isinstance(one, Given):
        return fields_told({one.name: one.value}, voice)[0][1]
    return value_said(one.field, one.after, voice)


def _facts(told: ActTold, voice: Voice) -> str:
    act = told.act
    lines = [
        voice.tr("Act {number}, recorded {moment} by {user}").format(
            number=voice.digits(str(act.number)),
            moment=voice.moment(act.at, "long"),
            user=act.user or "–",
        ),
        voice.tr("Fingerprint code {code} · program {version}").format(
            code=act.code, version=act.program
        ),
    ]
    if told.entries:
        entries = entries_told(told.entries, voice)
        lines.append(voice.tr("Entries: {entries}").format(entries=entries))
    if told.left_out:
        lines.append(
            voice.tr("Of the changes {count} more are not shown here.").format(
                count=voice.number(told.left_out)
            )
        )
    return "\n".join(lines)
