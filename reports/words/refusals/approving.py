"""Sentences about four eyes: what another person has to approve first, and who may."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ledger.domain.refusals import Refusal, approving
from reports.words.people import why_approval
from reports.words.voice import Voice


def approval_needed(refusal: approving.ApprovalNeeded, voice: Voice) -> str:
    if refusal.approvers:
        ask = voice.tr("Ask {approvers} to approve it, then do the same again.").format(
            approvers=", ".join(refusal.approvers)
        )
    else:
        ask = voice.tr("Nobody else may approve it: let the administrator name an approver first.")
    return " ".join(part for part in (_why(refusal, voice), ask) if part)


def _why(refusal: approving.ApprovalNeeded, voice: Voice) -> str:
    because = why_approval(refusal.because, voice)
    if refusal.amount is None:
        return voice.tr("{because} ({command}) needs a second person.").format(
            because=because, command=refusal.command
        )
    limit = "-" if refusal.limit is None else voice.money(refusal.limit)
    return voice.tr(
        "{because} ({command}) needs a second person: {amount}, without asking up to {limit} a day."
    ).format(
        because=because, command=refusal.command, amount=voice.money(refusal.amount), limit=limit
    )


def unknown_request(refusal: approving.UnknownRequest, voice: Voice) -> str:
    return voice.tr(
        "There is no request {request} for approval. Choose one from the list of those that wait."
    ).format(request=refusal.request)


def approval_decided(refusal: approving.ApprovalDecided, voice: Voice) -> str:
    return voice.tr(
        "{by} has answered request {request} before. Ask again if something has changed."
    ).format(by=refusal.by, request=refusal.request)


def approval_of_other(refusal: approving.ApprovalOfOther, voice: Voice) -> str:
    return voice.tr(
        "What was shown to the approver is not what request {request} asks for. "
        "Open the request again and read it before approving."
    ).format(request=refusal.request)


def approver_involved(refusal: approving.ApproverInvolved, voice: Voice) -> str:
    return voice.tr(
        "{user} asked for request {request}, benefits from it, or lives with somebody who does. "
        "Another approver has to answer it."
    ).format(user=refusal.user, request=refusal.request)


def approval_waiting(refusal: approving.ApprovalWaiting, voice: Voice) -> str:
    return voice.tr(
        "Exactly this waits for approval already, as request {request}. "
        "Ask an approver to answer it."
    ).format(request=refusal.request)


SENTENCES: dict[type[Refusal], Callable[[Any, Voice], str]] = {
    approving.ApprovalNeeded: approval_needed,
    approving.UnknownRequest: unknown_request,
    approving.ApprovalDecided: approval_decided,
    approving.ApprovalOfOther: approval_of_other,
    approving.ApproverInvolved: approver_involved,
    approving.ApprovalWaiting: approval_waiting,
}
