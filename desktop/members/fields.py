"""Fields of the register: the national number with its check digit, a telephone number."""

from __future__ import annotations

from typing_extensions import override

from desktop.parts.field import SILENT, Remark
from desktop.parts.text_fields import TextField
from desktop.parts.words import Says
from ledger.domain.identity import national_id, problem_of
from ledger.domain.refusals import BadNationalId
from reports.words.refused import sentence
from reports.words.texts import clean_phone, shown_id, shown_phone
from reports.words.voice import Voice


class IdField(TextField):
    """The thirteen digits, typed with or without hyphens, in Thai or Western digits."""

    @override
    def trouble(self) -> Says | None:
        problem = None if self.is_empty() else problem_of(self.typed())
        if problem is None:
            return super().trouble()
        wrong = BadNationalId(problem.value)
        return lambda voice: sentence(wrong, voice)

    @override
    def remark(self) -> Remark:
        if self.is_empty() or problem_of(self.typed()) is not None:
            return SILENT
        number = national_id(self.typed())
        return Remark("hint", lambda voice: voice.digits(shown_id(number)))


class PhoneField(TextField):
    """A Thai telephone number; what is none is asked about, but it is the person's own text."""

    def number(self) -> str:
        """The digits, or the text as typed where they are none."""
        return clean_phone(self.typed()) or self.words()

    @override
    def trouble(self) -> Says | None:
        if self.is_empty() or clean_phone(self.typed()) is not None:
            return super().trouble()
        return _no_phone

    @override
    def remark(self) -> Remark:
        number = clean_phone(self.typed())
        if number is None:
            return SILENT
        return Remark("hint", lambda voice: voice.digits(shown_phone(number)))


def _no_phone(voice: Voice) -> str:
    return voice.tr(
        "This is no Thai telephone number. It has nine or ten digits and begins with 0."
    )
