"""Areas of land and the transfer of plots in the reader's words."""

from __future__ import annotations

from ledger.domain.land import LandArea
from ledger.domain.leases import PlotReason
from reports.words.voice import N_, Voice

REASONS = {
    PlotReason.FIRST: N_("First holder"),
    PlotReason.HEIR: N_("Heir"),
    PlotReason.FAMILY: N_("Within the family"),
    PlotReason.SALE: N_("Right sold"),
    PlotReason.RETURNED: N_("Right given back"),
    PlotReason.OTHER: N_("Another reason"),
}


def area_text(area: LandArea, voice: Voice) -> str:
    """An area as people say it: ``1 ไร่ 2 งาน 35.5 ตร.ว.``."""
    return voice.joined(lambda one: _one_tongue(area, one))


def plot_reason(reason: PlotReason, voice: Voice) -> str:
    return voice.tr(REASONS[reason])


def _one_tongue(area: LandArea, voice: Voice) -> str:
    # note: an area of land: 1 rai = 4 ngan = 400 square wah
    said = voice.tr("{rai} rai {ngan} ngan {wah} sq. wah").format(
        rai=voice.number(area.rai), ngan=voice.number(area.ngan), wah=area.wah_text
    )
    return voice.digits(said)
