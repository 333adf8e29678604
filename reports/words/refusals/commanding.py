"""Sentences about commands as such."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ledger.domain import refusals
from ledger.domain.refusals import commanding
from reports.words.fields import field_name
from reports.words.labels import quoted
from reports.words.voice import Voice


def command_id_reused(refusal: refusals.CommandIdReused, voice: Voice) -> str:
    return voice.tr(
        "This form was saved before with other content, as act {act}. "
        "Look at that act, and start a new form if something is still missing."
    ).format(act=refusal.act)


def reason_missing(refusal: refusals.ReasonMissing, voice: Voice) -> str:
    return voice.tr(
        "“{field}” is empty, but a reason is needed: it stays beside the entry for the auditor. "
        "Write it in a few words."
    ).format(field=field_name(refusal.field, voice))


def payer_not_named(_: commanding.PayerNotNamed, voice: Voice) -> str:
    return voice.tr(
        "Nobody is named from whom the money came. Write the name under “Received from”: it "
        "stands on the voucher."
    )


def payee_not_named(_: commanding.PayeeNotNamed, voice: Voice) -> str:
    return voice.tr(
        "Nobody is named who gets the money. Write the name under “Paid to”: it stands on the "
        "voucher."
    )


def amount_not_positive(refusal: refusals.AmountNotPositive, voice: Voice) -> str:
    return voice.tr(
        "“{field}” has to be more than zero, but {amount} was entered. "
        "Enter what was really received or paid."
    ).format(field=field_name(refusal.field, voice), amount=voice.money(refusal.amount))


def rehearsal_only(refusal: refusals.RehearsalOnly, voice: Voice) -> str:
    return voice.tr(
        "“{command}” can only be tried out here. Look at the result; nothing is saved."
    ).format(command=quoted(refusal.command))


def nothing_to_do(refusal: refusals.NothingToDo, voice: Voice) -> str:
    return voice.tr("Nothing would change ({what}), so nothing was saved.").format(
        what=field_name(refusal.what, voice)
    )


SENTENCES: dict[type[refusals.Refusal], Callable[[Any, Voice], str]] = {
    refusals.CommandIdReused: command_id_reused,
    refusals.ReasonMissing: reason_missing,
    commanding.PayerNotNamed: payer_not_named,
    commanding.PayeeNotNamed: payee_not_named,
    refusals.AmountNotPositive: amount_not_positive,
    refusals.RehearsalOnly: rehearsal_only,
    refusals.NothingToDo: nothing_to_do,
}
