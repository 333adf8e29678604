"""The console: every command and question from the terminal, JSON in and out, without any Qt."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.console.arguments import LANGUAGES, read_words
from desktop.console.calls import find_call
from desktop.console.leaving import (
    leave_cut_off,
    leave_refused,
    leave_stopped,
    leave_with_bug,
    trouble_of,
)
from desktop.console.terminal import Terminal


def run(words: Sequence[str], terminal: Terminal) -> int:
    """Carry out one call; answers the number the program leaves with (console.md)."""
    language = terminal.language
    try:
        language, left = _language_of(words, language)
        code = _answered(left, terminal, language)
        terminal.out.flush()
    except BrokenPipeError:
        return leave_cut_off()
    except KeyboardInterrupt:
        return leave_stopped(terminal, language)
    except Exception as error:  # noqa: BLE001 - the one place where everything ends (style.md 7)
        return _failed(error, terminal, language)
    return code


def _answered(words: Sequence[str], terminal: Terminal, language: str) -> int:
    name, *left = words or ["help"]
    if name in ("-h", "--help"):
        name = "help"
    call = find_call(name)
    asked = left[: left.index("--")] if "--" in left else left
    if "--help" in asked or "-h" in asked:
        call, left = find_call("help"), [name]
    return call.run(read_words(call, left, terminal, language))


def _language_of(words: Sequence[str], usual: str) -> tuple[str, list[str]]:
    """The chosen language, and the words without the option that says so."""
    left = list(words)
    end = left.index("--") if "--" in left else len(left)
    for at, word in enumerate(left[:end]):
        name, given, value = word.partition("=")
        if name == "--language":
            value = value if given else (left[at + 1] if at + 1 < end else "")
            if value not in LANGUAGES:
                from ledger.domain.refusals import NotAChoice

                raise NotAChoice("--language", value, LANGUAGES)
            return value, left[:at] + left[at + (1 if given else 2) :]
    return usual, left


def _failed(error: Exception, terminal: Terminal, language: str) -> int:
    try:
        code = _told(error, terminal, language)
        terminal.out.flush()
    except OSError:
        # The answer itself could not be written: a full disk, or nobody who reads.
        return leave_cut_off()
    except Exception as worse:  # noqa: BLE001 - the words for what happened are themselves broken
        return leave_with_bug(worse, terminal, language)
    return code


def _told(error: Exception, terminal: Terminal, language: str) -> int:
    from ledger.domain.refusals import Refusal

    if isinstance(error, OSError):
        error = trouble_of(error)
    if isinstance(error, Refusal):
        return leave_refused(error, terminal, language)
    return leave_with_bug(error, terminal, language)
