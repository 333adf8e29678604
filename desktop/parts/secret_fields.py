"""Fields for passphrases: a new one is typed twice and has enough letters."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from secrets import randbelow

from typing_extensions import override

from desktop.parts.form import HELPS, Form
from desktop.parts.text_fields import TextField
from desktop.parts.words import Button, Says
from ledger.domain.passphrase_words import offered
from ledger.domain.passphrases import check_passphrase
from ledger.domain.refusals import Refusal
from reports.words.refused import sentence
from reports.words.voice import Voice

LONGEST_PASSPHRASE = 200


class PassphraseField(TextField):
    """A passphrase that exists already; spaces belong to it."""

    def __init__(self, voice: Voice) -> None:
        super().__init__(voice, longest=LONGEST_PASSPHRASE, secret=True)


class PinField(TextField):
    """Four to six digits, hidden while they are typed."""

    def __init__(self, voice: Voice) -> None:
        super().__init__(voice, longest=6, secret=True)

    @override
    def trouble(self) -> Says | None:
        typed = self.typed().strip()
        if typed and not (typed.isdecimal() and len(typed) in range(4, 7)):
            return lambda voice: voice.tr("A PIN has four to six digits, or the field is empty.")
        return super().trouble()


Names = Callable[[], Iterable[str]]


class _NewField(PassphraseField):
    def __init__(self, voice: Voice, names: Names) -> None:
        super().__init__(voice)
        self._names = names

    @override
    def trouble(self) -> Says | None:
        if not self.is_empty():
            try:
                check_passphrase(self.words(), self._names())
            except Refusal as refusal:
                refused = refusal
                return lambda voice: sentence(refused, voice)
        return super().trouble()


class _AgainField(PassphraseField):
    def __init__(self, voice: Voice, first: PassphraseField) -> None:
        super().__init__(voice)
        self._first = first
        first.changed.connect(self.draw)  # what was wrong may be right with the other typed anew

    @override
    def trouble(self) -> Says | None:
        if not self.is_empty() and self.words() != self._first.words():
            return lambda voice: voice.tr("The two passphrases differ. Type both again.")
        return super().trouble()


class NewPassphrase:
    """The two rows of a form that asks for a new passphrase.

    ``names`` are those that a guesser would try: of the cooperative and of who types. Who knows
    no words is offered five, drawn by lot; they are seen until something else is typed.
    """

    def __init__(
        self, form: Form, voice: Voice, names: Names, lot: Callable[[int], int] = randbelow
    ) -> None:
        self._lot = lot
        self.first = form.add(lambda voice: voice.tr("New passphrase"), _NewField(voice, names))
        self.first.hint(_advice)
        self.offer = Button(lambda voice: voice.tr("Offer me words"), voice)
        self.offer.setProperty(HELPS, True)  # noqa: FBT003 - Qt's own way to set it
        self.first.line.addWidget(self.offer)
        self.again = form.add(
            lambda voice: voice.tr("New passphrase once more"), _AgainField(voice, self.first)
        )
        self.offer.clicked.connect(self._offer)
        self.first.edit.textEdited.connect(lambda _: self.first.hint(_advice))

    def _offer(self) -> None:
        words = offered(self.first.voice.tongue, self._lot)
        self.first.set_words(words)
        self.first.was_edited()
        self.first.hint(lambda voice: _offered(words, voice))
        self.again.setFocus()

    def words(self) -> str:
        return self.first.words()


def _offered(words: str, voice: Voice) -> str:
    return voice.tr("Write these words on paper, then type them below: {words}").format(words=words)


def _advice(voice: Voice) -> str:
    return voice.tr("Four or five words that nobody guesses; at least ten letters")
