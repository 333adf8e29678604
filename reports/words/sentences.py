"""What the books refuse, said to people: one whole sentence or two in the reader's language."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from typing import Any

from ledger.domain.refusals import Refusal
from reports.words.refusals import (
    accounts,
    accruing,
    acts_file,
    approving,
    assets,
    auditing,
    banking,
    budgets,
    carrying,
    closing,
    commanding,
    committing,
    computing,
    consents,
    copies,
    entering,
    file,
    grants,
    importing,
    insurance,
    intake,
    keys,
    leases,
    lending,
    loan_life,
    loan_quality,
    mapping,
    meeting,
    network,
    network_key,
    owing,
    paper_files,
    papers,
    people,
    personal,
    projects,
    receiving,
    recovery,
    red_flags,
    reentering,
    register,
    releasing,
    saving,
    server,
    settling,
    sharing_out,
    typing,
    updating,
    welfare,
)
from reports.words.refusals.typing import wrong_amount, wrong_text
from reports.words.voice import Voice

__all__ = ["SENTENCES", "sentence", "wrong_amount", "wrong_text"]

_TOPICS = (
    *(
        accounts,
        acts_file,
        accruing,
        approving,
        assets,
        auditing,
        banking,
        budgets,
        carrying,
        closing,
        commanding,
        committing,
        updating,
        paper_files,
        reentering,
        computing,
        consents,
        copies,
        entering,
        file,
        grants,
        importing,
    ),
    *(
        insurance,
        intake,
        keys,
        leases,
        lending,
        loan_life,
        loan_quality,
        mapping,
        meeting,
        network,
        network_key,
        owing,
        papers,
        people,
        projects,
        personal,
        receiving,
        red_flags,
        recovery,
        releasing,
        register,
        saving,
        server,
        settling,
        sharing_out,
        typing,
        welfare,
    ),
)

# A house test finds a refusal that is not in here.
SENTENCES: MappingProxyType[type[Refusal], Callable[[Any, Voice], str]] = MappingProxyType(
    {kind: say for topic in _TOPICS for kind, say in topic.SENTENCES.items()}
)


def sentence(refusal: Refusal, voice: Voice) -> str:
    """The refusal in the reader's words; ``both`` says it in Thai, then in English."""
    say = SENTENCES.get(type(refusal), _unworded)
    return voice.joined(lambda one: say(refusal, one))


def _unworded(refusal: Refusal, voice: Voice) -> str:
    # Better a bare name than to lose the refusal itself, should one ever come from elsewhere.
    return voice.tr("This cannot be done: {name}.").format(name=refusal.name)
