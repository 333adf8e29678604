"""Fields of projects: an area of land as on a deed, and a budget typed row by row."""

from __future__ import annotations

from typing_extensions import override

from desktop.grants.state import Budget, budget_of
from desktop.parts.text_fields import LongTextField, TextField
from desktop.parts.words import Says
from ledger.domain.land import LandArea
from ledger.domain.refusals.leases import NotAnArea
from reports.words.figures import in_western_digits
from reports.words.refused import sentence
from reports.words.voice import Voice


class AreaField(TextField):
    """Hands over an area: ``1-2-35.5``, or square wah alone."""

    def answer(self) -> LandArea | None:
        return self.area()

    def area(self) -> LandArea | None:
        try:
            return LandArea.parse(in_western_digits(self.typed()).strip())
        except ValueError:
            return None

    @override
    def trouble(self) -> Says | None:
        if self.is_empty() or self.area() is not None:
            return super().trouble()
        wrong = NotAnArea("area", self.typed().strip())
        return lambda voice: sentence(wrong, voice)


class BudgetField(LongTextField):
    """Budget lines, one a row."""

    def __init__(self, voice: Voice) -> None:
        super().__init__(voice, lines=4)

    def answer(self) -> Budget | None:
        return None if self.is_empty() or self.budget().wrong else self.budget()

    def budget(self) -> Budget:
        return budget_of(self.edit.toPlainText())

    @override
    def trouble(self) -> Says | None:
        wrong = self.budget().wrong
        if wrong is None:  # tabs between pasted columns are no strange letters here
            return super().trouble() if self.is_empty() else None
        return lambda voice: voice.tr(
            "Row {number} is no budget line. Write its name and baht, such as “Roads 60,000”, and "
            "“/ 15,000” behind it for the most that one household may get."
        ).format(number=voice.number(wrong))
