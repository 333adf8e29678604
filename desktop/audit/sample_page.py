"""Samples drawn by a lot that anybody can type again."""

from __future__ import annotations

from typing_extensions import override

from desktop.audit.columns import sample_columns
from desktop.audit.desk import DeskPage, day_field
from desktop.audit.state import SAMPLED, sample_facts, sample_leads
from desktop.parts.table import Table
from desktop.parts.text_fields import PickField, TextField
from desktop.parts.words import Button, Says
from desktop.session.loan_fields import WholeField
from desktop.session.screen import Screen
from ledger.domain.days import Month
from ledger.queries.samples import Sample, Sampled, SampleRow, sample


class SamplePage(DeskPage):
    """What to draw from, how many, and by which lot; Enter on a row goes to the thing."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen)
        self.sample: Sample | None = None
        self.kind = PickField(self.voice, [(kind, _kind(kind)) for kind in Sampled])
        self.count = WholeField(self.voice)
        self.count.set_words("20")
        self.seed = TextField(self.voice)
        self.seed.hint(lambda voice: voice.tr("Any word or number, such as today's"))
        today = self.session.today
        first = Month.of(today).plus(-2).first
        self.since = day_field(self.session, self.voice, first)
        self.until = day_field(self.session, self.voice, today)
        self.draw = Button(lambda voice: voice.tr("Draw the sample"), self.voice, main=True)
        self.drawn = Table(
            sample_columns,
            self.voice,
            name=lambda voice: voice.tr("The sample"),
            identity=lambda row: row.key,
        )
        self.drawn.say_when_empty(lambda voice: voice.tr("Nothing was drawn yet."))
        fields = (
            (lambda voice: voice.tr("Draw from"), self.kind),
            (lambda voice: voice.tr("How many to draw"), self.count),
            (lambda voice: voice.tr("Lot for the samples"), self.seed),
            (lambda voice: voice.tr("From day"), self.since),
            (lambda voice: voice.tr("Up to and including"), self.until),
        )
        self.put(fields, (self.draw,), (self.drawn,))
        self.draw.clicked.connect(self.draw_now)
        self.seed.edit.returnPressed.connect(self.draw_now)
        self.kind.changed.connect(self._of_period)
        self.drawn.activated.connect(self._open)
        self.freshen()

    @override
    def freshen(self) -> None:
        found = self.sample
        self.facts.say(lambda voice: sample_facts(found, voice))

    def _of_period(self) -> None:
        """Members are drawn as they are on one day."""
        self.since.setEnabled(self.kind.picked() is not Sampled.MEMBERS)

    def draw_now(self) -> None:
        """Draw with what stands in the fields; nothing while one of them says nothing."""
        kind, count, seed = self.kind.picked(), self.count.whole(), self.seed.words()
        until = self.until.day()
        if not isinstance(kind, Sampled) or count is None or not seed or until is None:
            self.seed.reveal()
            return
        self.sample = self.session.ask(
            sample, kind=kind, count=count, seed=seed, until=until, since=self.since.day()
        )
        self.drawn.set_rows(self.sample.rows)
        self.freshen()

    def _open(self, row: SampleRow) -> None:
        if self.sample is not None:
            self.go(sample_leads(self.sample.kind, row))


def _kind(kind: Sampled) -> Says:
    return lambda voice: voice.tr(SAMPLED[kind])
