"""Positions in committees and steps of the survey in the reader's words."""

from __future__ import annotations

from ledger.domain.committees import Position
from ledger.domain.projects import Certified, PartKind
from reports.words.voice import N_, Voice

POSITIONS = {
    Position.CHAIRPERSON: N_("Chairperson"),
    Position.VICE_CHAIR: N_("Vice-chair"),
    Position.SECRETARY: N_("Secretary"),
    Position.TREASURER: N_("Treasurer"),
    Position.INSPECTOR: N_("Inspector"),
    Position.MEMBER: N_("Committee member"),
    Position.ADVISER: N_("Adviser"),
}
STANDINGS = {
    Certified.SURVEYED: N_("Surveyed"),
    Certified.QUALIFIED: N_("Qualified"),
    Certified.CERTIFIED: N_("Certified rights-holder"),
    Certified.DECLINED: N_("Not qualified"),
}
PARTS = {
    PartKind.LOAN: N_("Received loan"),
    PartKind.GRANT: N_("Grant"),
    PartKind.LEASE: N_("Land lease"),
    PartKind.SAVINGS: N_("Savings product"),
}


def position_name(position: Position, voice: Voice) -> str:
    return voice.tr(POSITIONS[position])


def standing_name(standing: Certified, voice: Voice) -> str:
    return voice.tr(STANDINGS[standing])


def part_name(kind: PartKind, voice: Voice) -> str:
    return voice.tr(PARTS[kind])
