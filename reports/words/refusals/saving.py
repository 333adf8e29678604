"""Sentences about savings, shares and their interest."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ledger.domain import refusals
from ledger.domain.refusals.saving import (
    CardHolds,
    EarlyMovedSince,
    InterestWaiting,
    NoEarlyRate,
    NothingOnDeposit,
    PromiseBeforeCard,
    ReleasedBeforeHeld,
    SpentSince,
    TermIsOver,
)
from reports.words.labels import month_or_day
from reports.words.voice import Voice


def unknown_product(refusal: refusals.UnknownProduct, voice: Voice) -> str:
    return voice.tr(
        "There is no savings product or share type {product} in this book. "
        "Choose one from the list or add it first."
    ).format(product=refusal.product)


def product_exists(refusal: refusals.ProductExists, voice: Voice) -> str:
    return voice.tr(
        "Product {product} is in the book already. Use it, or choose another code."
    ).format(product=refusal.product)


def product_closed(refusal: refusals.ProductClosed, voice: Voice) -> str:
    return voice.tr(
        "Product {product} is closed and takes no new cards. Choose another product."
    ).format(product=refusal.product)


def balance_too_low(refusal: refusals.BalanceTooLow, voice: Voice) -> str:
    return voice.tr(
        "Card {card} holds only {held}, so {asked} cannot be taken out. "
        "Enter at most what it holds, or check the card number."
    ).format(card=refusal.card, held=voice.money(refusal.held), asked=voice.money(refusal.asked))


def spent_since(refusal: SpentSince, voice: Voice) -> str:
    return voice.tr(
        "Taking this back takes {asked} off card {card}, which holds only {held}: the money was "
        "used since. First take back what was paid out of the card, or have it paid in again."
    ).format(card=refusal.card, held=voice.money(refusal.held), asked=voice.money(refusal.asked))


def on_hold(refusal: refusals.OnHold, voice: Voice) -> str:
    return voice.tr(
        "Card {card} holds {held}, but {on_hold} of it is on hold, so {asked} cannot be taken out. "
        "Enter less, or have the hold released first."
    ).format(
        card=refusal.card,
        held=voice.money(refusal.held),
        on_hold=voice.money(refusal.on_hold),
        asked=voice.money(refusal.asked),
    )


def below_minimum(refusal: refusals.BelowMinimum, voice: Voice) -> str:
    return voice.tr(
        "Only {left} would be left on card {card}, but at least {minimum} has to stay. "
        "Enter a smaller amount, or close the card."
    ).format(
        left=voice.money(refusal.left),
        card=refusal.card,
        minimum=voice.money(refusal.minimum),
    )


def not_refundable(refusal: refusals.NotRefundable, voice: Voice) -> str:
    return voice.tr(
        "Money paid into {product} is a contribution and is not given back. "
        "Choose the savings account that the member wants to draw on."
    ).format(product=refusal.product)


def not_matured(refusal: refusals.NotMatured, voice: Voice) -> str:
    return voice.tr(
        "The fixed deposit on card {card} runs until {day}. It can be paid out from that day on; "
        "before it only as a whole, by “Pay out a fixed deposit early”."
    ).format(card=refusal.card, day=voice.day(refusal.matures_on))


def no_early_rate(refusal: NoEarlyRate, voice: Voice) -> str:
    return voice.tr(
        "Product {product} does not say what a deposit earns that is taken out early, so card "
        "{card} is paid out from {day} on. If the committee allows it before, enter the rate "
        "in the product's rules first; it may be 0."
    ).format(product=refusal.product, card=refusal.card, day=voice.day(refusal.matures_on))


def term_is_over(refusal: TermIsOver, voice: Voice) -> str:
    return voice.tr(
        "The term of card {card} is over, or it has none. Pay it out by an ordinary withdrawal."
    ).format(card=refusal.card)


def early_moved_since(refusal: EarlyMovedSince, voice: Voice) -> str:
    return voice.tr(
        "Something was booked on card {card} on {last}, so it cannot be paid out whole on {day}. "
        "Choose a later day."
    ).format(card=refusal.card, last=voice.day(refusal.last), day=voice.day(refusal.day))


def nothing_on_deposit(refusal: NothingOnDeposit, voice: Voice) -> str:
    return voice.tr(
        "Card {card} holds nothing that could be paid out. Look up the member's accounts and "
        "choose another card."
    ).format(card=refusal.card)


def unknown_hold(refusal: refusals.UnknownHold, voice: Voice) -> str:
    return voice.tr(
        "There is no hold {hold} in this book. Look up its number on the member's card."
    ).format(hold=refusal.hold)


def hold_released(refusal: refusals.HoldReleased, voice: Voice) -> str:
    return voice.tr("Hold {hold} was released before, so nothing is left to release.").format(
        hold=refusal.hold
    )


def released_before_held(refusal: ReleasedBeforeHeld, voice: Voice) -> str:
    return voice.tr(
        "Hold {hold} was placed on {held_on}, so it cannot have been released on {day}. "
        "Enter the day on which it was released."
    ).format(hold=refusal.hold, held_on=voice.day(refusal.held_on), day=voice.day(refusal.day))


def promise_before_card(refusal: PromiseBeforeCard, voice: Voice) -> str:
    return voice.tr(
        "Card {card} was opened on {opened_on}, so nothing was promised for {month}. "
        "Choose a month from then on."
    ).format(
        card=refusal.card,
        opened_on=voice.day(refusal.opened_on),
        month=month_or_day(refusal.month, voice),
    )


def card_holds(refusal: CardHolds, voice: Voice) -> str:
    return voice.tr(
        "Card {card} still holds {held}, so it cannot be closed. "
        "Pay out or transfer what is on it first."
    ).format(card=refusal.card, held=voice.money(refusal.held))


def not_whole_shares(refusal: refusals.NotWholeShares, voice: Voice) -> str:
    return voice.tr(
        "{amount} is not a whole number of shares at {par} each. Enter a multiple of {par}."
    ).format(amount=voice.money(refusal.amount), par=voice.money(refusal.par))


def one_fifth_exceeded(refusal: refusals.OneFifthExceeded, voice: Voice) -> str:
    return voice.tr(
        "With {asked} member {member} would hold more than one fifth of all shares; "
        "at most {limit} is allowed (Cooperative Act, section 33). Enter a smaller amount."
    ).format(
        asked=voice.money(refusal.asked),
        member=refusal.member,
        limit=voice.money(refusal.limit),
    )


def shares_not_returnable(refusal: refusals.SharesNotReturnable, voice: Voice) -> str:
    return voice.tr(
        "Shares of type {product} are given back only when the membership ends. "
        "Enter the member's leaving first."
    ).format(product=refusal.product)


def interest_posted(refusal: refusals.InterestPosted, voice: Voice) -> str:
    return voice.tr(
        "Interest on {product} is booked up to {day} already. Choose a later day."
    ).format(product=refusal.product, day=voice.day(refusal.through))


def interest_waiting(refusal: InterestWaiting, voice: Voice) -> str:
    return voice.tr(
        "Account {card} earned {interest} that is not credited yet. Post the interest on {product}"
        " and pay it out first, or say that it is given up where your rules ask for that."
    ).format(card=refusal.card, interest=voice.money(refusal.interest), product=refusal.product)


def no_interest(refusal: refusals.NoInterest, voice: Voice) -> str:
    return voice.tr(
        "{product} bears no interest. Choose another product, or set its interest rule first."
    ).format(product=refusal.product)


def not_the_same_member(refusal: refusals.NotTheSameMember, voice: Voice) -> str:
    return voice.tr(
        "Cards {source} and {target} belong to different members. "
        "Transfer only between cards of one member."
    ).format(source=refusal.source, target=refusal.target)


SENTENCES: dict[type[refusals.Refusal], Callable[[Any, Voice], str]] = {
    refusals.UnknownProduct: unknown_product,
    refusals.ProductExists: product_exists,
    refusals.ProductClosed: product_closed,
    refusals.BalanceTooLow: balance_too_low,
    SpentSince: spent_since,
    refusals.OnHold: on_hold,
    refusals.BelowMinimum: below_minimum,
    refusals.NotRefundable: not_refundable,
    refusals.NotMatured: not_matured,
    NoEarlyRate: no_early_rate,
    TermIsOver: term_is_over,
    EarlyMovedSince: early_moved_since,
    NothingOnDeposit: nothing_on_deposit,
    refusals.UnknownHold: unknown_hold,
    refusals.HoldReleased: hold_released,
    ReleasedBeforeHeld: released_before_held,
    PromiseBeforeCard: promise_before_card,
    CardHolds: card_holds,
    refusals.NotWholeShares: not_whole_shares,
    refusals.OneFifthExceeded: one_fifth_exceeded,
    refusals.SharesNotReturnable: shares_not_returnable,
    refusals.InterestPosted: interest_posted,
    InterestWaiting: interest_waiting,
    refusals.NoInterest: no_interest,
    refusals.NotTheSameMember: not_the_same_member,
}
