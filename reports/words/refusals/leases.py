"""Sentences about land leases: areas, plots with their holders, rent billed and passed on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ledger.domain.refusals import Refusal, leases
from reports.words.fields import field_name
from reports.words.labels import month_or_day, quoted
from reports.words.voice import Voice


def not_an_area(refusal: leases.NotAnArea, voice: Voice) -> str:
    return voice.tr(
        "“{text}” in “{field}” is not an area. Write rai-ngan-square wah such as 1-2-35.5, "
        "or square wah alone such as 235.5."
    ).format(text=quoted(refusal.text), field=field_name(refusal.field, voice))


def lease_exists(refusal: leases.LeaseExists, voice: Voice) -> str:
    return voice.tr("There is already a land lease “{code}”. Choose another code.").format(
        code=quoted(refusal.code)
    )


def unknown_lease(refusal: leases.UnknownLease, voice: Voice) -> str:
    return voice.tr(
        "There is no land lease “{code}”. Look it up in the list of land leases."
    ).format(code=quoted(refusal.code))


def lease_rent_unclear(refusal: leases.LeaseRentUnclear, voice: Voice) -> str:
    return voice.tr(
        "The rent of land lease “{lease}” is either baht a square wah a month or a fixed amount. "
        "Enter exactly one of the two."
    ).format(lease=quoted(refusal.lease))


def outside_lease(refusal: leases.OutsideLease, voice: Voice) -> str:
    ends = refusal.ends
    if ends is None:
        return voice.tr(
            "Land lease “{lease}” begins on {begins}, so {month} does not belong to it. "
            "Check the month."
        ).format(
            lease=quoted(refusal.lease),
            begins=voice.day(refusal.begins),
            month=month_or_day(refusal.month, voice),
        )
    return voice.tr(
        "Land lease “{lease}” runs from {begins} to {ends}, so {month} does not belong to it. "
        "Check the month."
    ).format(
        lease=quoted(refusal.lease),
        begins=voice.day(refusal.begins),
        ends=voice.day(ends),
        month=month_or_day(refusal.month, voice),
    )


def plot_exists(refusal: leases.PlotExists, voice: Voice) -> str:
    return voice.tr(
        "Land lease “{lease}” already has a plot “{plot}”. Choose another code."
    ).format(lease=quoted(refusal.lease), plot=quoted(refusal.plot))


def unknown_plot(refusal: leases.UnknownPlot, voice: Voice) -> str:
    return voice.tr(
        "Land lease “{lease}” has no plot “{plot}”. Look it up in the register of plots."
    ).format(lease=quoted(refusal.lease), plot=quoted(refusal.plot))


def plots_exceed_lease(refusal: leases.PlotsExceedLease, voice: Voice) -> str:
    return voice.tr(
        "All plots together would be {plots} (rai-ngan-square wah), but land lease “{lease}” has "
        "only {land}. Correct the area of a plot or of the land."
    ).format(
        plots=voice.digits(refusal.plots),
        lease=quoted(refusal.lease),
        land=voice.digits(refusal.land),
    )


def before_holder(refusal: leases.BeforeHolder, voice: Voice) -> str:
    return voice.tr(
        "Plot “{plot}” went over on {since} for the last time, so nobody can get it on {day}. "
        "Check the day."
    ).format(plot=quoted(refusal.plot), since=voice.day(refusal.since), day=voice.day(refusal.on))


def same_holder(refusal: leases.SameHolder, voice: Voice) -> str:
    if not refusal.holder:
        return voice.tr(
            "Plot “{plot}” has no holder, so it cannot be given back. Name who gets it."
        ).format(plot=quoted(refusal.plot))
    return voice.tr(
        "Plot “{plot}” already belongs to member {holder}. Name another member."
    ).format(plot=quoted(refusal.plot), holder=refusal.holder)


def plot_rent_unknown(refusal: leases.PlotRentUnknown, voice: Voice) -> str:
    return voice.tr(
        "Land lease “{lease}” has a fixed rent, so plot “{plot}” needs its own rent a month. "
        "Enter it with the plot."
    ).format(lease=quoted(refusal.lease), plot=quoted(refusal.plot))


def rent_billed(refusal: leases.RentBilled, voice: Voice) -> str:
    return voice.tr(
        "The land rent of “{lease}” for {month} was billed for every plot with a holder. "
        "Nothing is left to bill."
    ).format(lease=quoted(refusal.lease), month=month_or_day(refusal.month, voice))


def remitted_too_much(refusal: leases.RemittedTooMuch, voice: Voice) -> str:
    return voice.tr(
        "From {day} on, only {held} baht collected for “{code}” are still there, less than the "
        "{asked} baht. Pass on less, or say that the cooperative advances the rest."
    ).format(
        day=voice.day(refusal.on),
        held=voice.money(refusal.held),
        code=quoted(refusal.code),
        asked=voice.money(refusal.asked),
    )


SENTENCES: dict[type[Refusal], Callable[[Any, Voice], str]] = {
    leases.NotAnArea: not_an_area,
    leases.LeaseExists: lease_exists,
    leases.UnknownLease: unknown_lease,
    leases.LeaseRentUnclear: lease_rent_unclear,
    leases.OutsideLease: outside_lease,
    leases.PlotExists: plot_exists,
    leases.UnknownPlot: unknown_plot,
    leases.PlotsExceedLease: plots_exceed_lease,
    leases.BeforeHolder: before_holder,
    leases.SameHolder: same_holder,
    leases.PlotRentUnknown: plot_rent_unknown,
    leases.RentBilled: rent_billed,
    leases.RemittedTooMuch: remitted_too_much,
}
