"""What happens when a long call is over; refusals reach a sentence, faults the top."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ledger.domain.refusals import Refusal


class Ended:
    """Tells that it is over, and then whoever waited for the answer or for the refusal."""

    def __init__(
        self,
        told: Callable[[], None],
        then: Callable[[Any], None],
        failed: Callable[[Refusal], None],
    ) -> None:
        self._told = told
        self._then = then
        self._failed = failed
        self.over = False

    def well(self, answer: object) -> None:
        self.cancelled()
        self._then(answer)

    def badly(self, trouble: BaseException) -> None:
        self.cancelled()
        if not isinstance(trouble, Refusal):
            raise trouble
        self._failed(trouble)

    def cancelled(self) -> None:
        self.over = True
        self._told()
