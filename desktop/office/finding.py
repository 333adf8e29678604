"""What a text in the office's search box may mean: an organisation, by code or by name."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.session.places import Place
from desktop.shell.offers import Offer
from ledger.domain.network.register import Organisation
from reports.words.search import best
from reports.words.voice import Voice

_MOST = 10


def find(organisations: Sequence[Organisation], typed: str, voice: Voice) -> tuple[Offer, ...]:
    """Those that the text may mean, the best first; typing slips are allowed in names."""
    offers = [
        Offer(Place("register", one.code), voice.name(one.name_th, one.name_en), one.code)
        for one in organisations
    ]
    return tuple(
        best(
            typed,
            offers,
            name=lambda offer: offer.name,
            number=lambda offer: offer.number,
            most=_MOST,
        )
    )
