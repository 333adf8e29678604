"""What a call takes behind its name, and how the words that were typed become its values."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.console.terminal import Terminal

if TYPE_CHECKING:
    from reports.words.voice import Voice

LANGUAGES = ("th", "en")


@dataclass(frozen=True, slots=True)
class Option:
    """``--name``, followed by a value where ``takes`` names one; ``many`` may stand repeatedly."""

    name: str
    takes: str = ""
    says: str = ""
    many: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Call:
    """One word after ``satcha``; a place in brackets may be left out.

    ``example`` shows what goes in, as it is typed or as a line of the file.
    """

    name: str
    says: str
    run: Callable[[Given], int]
    places: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    example: str = ""

    @property
    def usage(self) -> str:
        options = [f"[--{one.name}{f' {one.takes}' if one.takes else ''}]" for one in self.options]
        return " ".join(["satcha", self.name, *self.places, *options])


@dataclass(frozen=True, slots=True)
class Given:
    """What was typed for a call, and the terminal to answer on."""

    call: Call
    terminal: Terminal
    language: str
    places: Mapping[str, str] = field(default_factory=dict)
    options: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def option(self, name: str, otherwise: str = "") -> str:
        values = self.options.get(name)
        return values[-1] if values else otherwise

    def has(self, name: str) -> bool:
        return name in self.options

    @property
    def voice(self) -> Voice:
        """The reader's voice; loaded when something is said."""
        from desktop.console.sentences import voice_of

        return voice_of(self.language)


def read_words(call: Call, words: Sequence[str], terminal: Terminal, language: str) -> Given:
    """The values of a call.

    Raises:
        UnknownOption, ValueMissing, PlaceMissing, WordTooMany, OptionTwice, NotAChoice: what does
            not fit.
    """
    options, places = _sorted_out(call, words)
    return Given(call, terminal, language, _placed(call, places), options)


def _sorted_out(call: Call, words: Sequence[str]) -> tuple[dict[str, tuple[str, ...]], list[str]]:
    known = {one.name: one for one in call.options}
    options: dict[str, tuple[str, ...]] = {}
    places: list[str] = []
    left = list(words)
    while left:
        word = left.pop(0)
        if word == "--":
            places += left
            break
        if not word.startswith("--"):
            places.append(word)
            continue
        name, given, value = word[2:].partition("=")
        option = _known(known, name, call)
        _take(options, option, value if given else _value(option, left))
    return options, places


def _known(known: Mapping[str, Option], name: str, call: Call) -> Option:
    if name not in known:
        from desktop.console.refusals import UnknownOption

        raise UnknownOption(f"--{name}", call.name, tuple(f"--{one}" for one in known))
    return known[name]


def _value(option: Option, left: list[str]) -> str:
    if not option.takes:
        return ""
    if not left or left[0].startswith("--"):
        from desktop.console.refusals import ValueMissing

        raise ValueMissing(f"--{option.name}", option.takes)
    return left.pop(0)


def _take(options: dict[str, tuple[str, ...]], option: Option, value: str) -> None:
    if option.choices and value not in option.choices:
        from ledger.domain.refusals import NotAChoice

        raise NotAChoice(f"--{option.name}", value, option.choices)
    if option.name in options and not option.many:
        from desktop.console.refusals import OptionTwice

        raise OptionTwice(f"--{option.name}")
    options[option.name] = (*options.get(option.name, ()), value)


def _placed(call: Call, words: list[str]) -> dict[str, str]:
    named: dict[str, str] = {}
    left = list(words)
    for place in call.places:
        if left:
            named[place.strip("[]")] = left.pop(0)
        elif not place.startswith("["):
            from desktop.console.refusals import PlaceMissing

            raise PlaceMissing(place, call.usage)
    if left:
        from desktop.console.refusals import WordTooMany

        raise WordTooMany(left[0], call.usage)
    return named
