"""Which month and whose: the line above every list of the office, the same in all areas."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.office.session import OfficeSession
from desktop.office.state import Sight, months_offered
from desktop.parts.form import Form
from desktop.parts.text_fields import PickField
from desktop.parts.words import Says
from ledger.domain.days import Month
from ledger.domain.network.register import Network, Place
from ledger.domain.network.rollup import Chosen
from reports.words.network_words import LEVELS
from reports.words.voice import Voice

EVERYBODY = ""


class SightBar(QWidget):
    """Month, network and place beside each other; picking one shows it at once everywhere."""

    def __init__(self, session: OfficeSession, voice: Voice) -> None:
        super().__init__()
        self._session = session
        self.month = PickField(voice, month_options(months_offered(session.today)))
        self.network = PickField(voice, ())
        self.place = PickField(voice, ())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for says, field in (
            (_month, self.month),
            (_network, self.network),
            (_place, self.place),
        ):
            form = Form(voice)
            form.add(says, field)
            field.optional = True
            row.addWidget(form, 1)
            field.changed.connect(self._picked)

    def freshen(self) -> None:
        """Offer what the register has now, and show what the session looks at."""
        known, sight = self._session.register, self._session.sight
        self.network.set_options(network_options(known.networks))
        self.place.set_options(place_options(known.places))
        self.month.pick(sight.month)
        self.network.pick(sight.chosen.network)
        self.place.pick(sight.chosen.place)

    def _picked(self) -> None:
        month = self.month.picked()
        if isinstance(month, Month):
            chosen = Chosen(str(self.network.picked() or ""), str(self.place.picked() or ""))
            self._session.look_at(Sight(month, chosen))


Options = Sequence[tuple[str, Says]]


def network_options(networks: Iterable[Network]) -> Options:
    """All networks, and first that none is meant."""
    return [(EVERYBODY, _all_networks), *((one.code, _named(one)) for one in networks)]


def place_options(places: Iterable[Place]) -> Options:
    """All places from the nation down, and first that none is meant."""
    order = list(LEVELS)
    found = sorted(places, key=lambda one: (-order.index(one.level), one.code))
    return [(EVERYBODY, _everywhere), *((one.code, _located(one)) for one in found)]


def month_options(months: Iterable[Month]) -> Sequence[tuple[Month, Says]]:
    return [(month, _of(month)) for month in months]


def _of(month: Month) -> Says:
    return lambda voice: voice.month(month)


def _named(one: Network) -> Says:
    return lambda voice: f"{voice.name(one.name_th, one.name_en)} ({one.code})"


def _located(one: Place) -> Says:
    return lambda voice: (
        f"{voice.tr(LEVELS[one.level])}: {voice.name(one.name_th, one.name_en)} ({one.code})"
    )


def _all_networks(voice: Voice) -> str:
    return voice.tr("All networks")


def _everywhere(voice: Voice) -> str:
    return voice.tr("Everywhere")


def _month(voice: Voice) -> str:
    return voice.tr("Month")


def _network(voice: Voice) -> str:
    return voice.tr("Network")


def _place(voice: Voice) -> str:
    return voice.tr("Locality")
