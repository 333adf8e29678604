"""What is kept of a member that asks for her consent, in words."""

from __future__ import annotations

from ledger.queries.consents import ConsentGap, Kept
from reports.words.voice import Voice


def kept_words(gap: ConsentGap, voice: Voice) -> str:
    """The photo, the claims with their number, or the mark of disability."""
    return voice.joined(lambda one: _kept(gap, one))


def _kept(gap: ConsentGap, voice: Voice) -> str:
    if gap.kept is Kept.PHOTO:
        return voice.tr("Photo in the register")
    if gap.kept is Kept.DISABILITY:
        return voice.tr("Disability, in the welfare fund")
    return voice.tr_n(
        "{count} claim for sickness or disability",
        "{count} claims for sickness or disability",
        gap.claims,
    ).format(count=voice.number(gap.claims))
