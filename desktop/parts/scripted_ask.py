"""The twin of ``Ask`` for tests: answers from a list, keeps the questions, opens no window.

Use:
    ask = ScriptedAsk(voice, [True, "typed twice", Path("report.pdf")])
    screen = Screen(session, voice, ask)
    …
    assert ask.asked == ["Close the sheet?", "Why is it reversed?", "Save the report"]
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from desktop.parts.ask import FileKind
from desktop.parts.words import Says
from reports.words.voice import Voice

T = TypeVar("T")


class ScriptedAsk:
    """Gives the prepared answers in their order.

    Raises:
        AssertionError: a question came for which no answer of its kind was prepared.
    """

    def __init__(self, voice: Voice, answers: Sequence[object] = ()) -> None:
        self._voice = voice
        self._answers = list(answers)
        self.asked: list[str] = []
        self.told: list[str] = []

    def set_voice(self, voice: Voice) -> None:
        self._voice = voice

    @property
    def unused(self) -> list[object]:
        """Answers that nobody asked for."""
        return list(self._answers)

    def tell(self, says: Says, *, details: Says | None = None) -> None:
        self.told.append(says(self._voice))
        if details is not None:
            self.told.append(details(self._voice))

    def sure(self, question: Says, *, yes: Says, grave: bool = False) -> bool:  # noqa: ARG002
        return self._next(bool, question) is True

    def choose(self, question: Says, answers: Sequence[Says]) -> int | None:
        place = self._next(int, question)
        if place is not None and not 0 <= place < len(answers):
            raise AssertionError(f"there is no answer {place} to {self.asked[-1]!r}")
        return place

    def line(
        self,
        question: Says,
        *,
        typed: str = "",  # noqa: ARG002
        secret: bool = False,  # noqa: ARG002
    ) -> str | None:
        return self._next(str, question)

    def open_file(
        self,
        title: Says,
        kinds: Sequence[FileKind],  # noqa: ARG002
        folder: Path,  # noqa: ARG002
    ) -> Path | None:
        return self._next(Path, title)

    def save_file(self, title: Says, kind: FileKind, proposed: Path) -> Path | None:  # noqa: ARG002
        return self._next(Path, title)

    def folder(self, title: Says, start: Path) -> Path | None:  # noqa: ARG002
        return self._next(Path, title)

    def _next(self, kind: type[T], question: Says) -> T | None:
        text = question(self._voice)
        self.asked.append(text)
        if not self._answers:
            raise AssertionError(f"nobody prepared an answer to {text!r}")
        answer = self._answers.pop(0)
        if answer is not None and not isinstance(answer, kind):
            raise AssertionError(f"{answer!r} is no {kind.__name__} to answer {text!r}")
        return answer
