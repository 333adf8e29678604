"""Sentences about fixed assets and the budget."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ledger.domain.refusals import Refusal, assets
from reports.words.labels import month_or_day
from reports.words.voice import Voice


def asset_exists(refusal: assets.AssetExists, voice: Voice) -> str:
    return voice.tr(
        "An asset with the number {asset} stands in the register. Give this one another number."
    ).format(asset=refusal.asset)


def unknown_asset(refusal: assets.UnknownAsset, voice: Voice) -> str:
    return voice.tr(
        "No asset has the number {asset}. Look for the number in the register of assets."
    ).format(asset=refusal.asset)


def asset_gone(refusal: assets.AssetGone, voice: Voice) -> str:
    return voice.tr(
        "The asset {asset} was disposed of on {day}. Reverse that entry first, if it was a mistake."
    ).format(asset=refusal.asset, day=voice.day(refusal.on))


def residual_too_high(refusal: assets.ResidualTooHigh, voice: Voice) -> str:
    return voice.tr(
        "The residual value and what is depreciated already come to {residual} baht, more than the "
        "cost of {cost} baht. Correct one of them."
    ).format(residual=voice.money(refusal.residual), cost=voice.money(refusal.cost))


def depreciation_booked(refusal: assets.DepreciationBooked, voice: Voice) -> str:
    return voice.tr(
        "All depreciation up to the end of {month} is booked. There is nothing more to do."
    ).format(month=month_or_day(refusal.month, voice))


def depreciated_later(refusal: assets.DepreciatedLater, voice: Voice) -> str:
    return voice.tr(
        "Depreciation of the asset {asset} is booked up to {month}, after the day of disposal. "
        "Reverse that depreciation first, or give a later day."
    ).format(asset=refusal.asset, month=month_or_day(refusal.through, voice))


SENTENCES: dict[type[Refusal], Callable[[Any, Voice], str]] = {
    assets.AssetExists: asset_exists,
    assets.UnknownAsset: unknown_asset,
    assets.AssetGone: asset_gone,
    assets.ResidualTooHigh: residual_too_high,
    assets.DepreciationBooked: depreciation_booked,
    assets.DepreciatedLater: depreciated_later,
}
