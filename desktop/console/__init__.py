"""The console: every command and question from the terminal, JSON in and out, without any Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

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
        code = _asked_and_answered(left, terminal, language)
        terminal.out.flush()
    except BrokenPipeError:
        return leave_cut_off()
    except KeyboardInterrupt:
        return leave_stopped(terminal, language)
    except Exception as error:  # noqa: BLE001 - the one place where everything ends (style.md 7)
        return _failed(error, terminal, language)
    return code


def _asked_and_answered(words: Sequence[str], terminal: Terminal, language: str) -> int:
    """The call; where it opens an encrypted book and nobody gave the passphrase, it is asked for.

    A call opens its book before it does or answers anything, so it begins anew.
    """
    try:
        return _answered(words, terminal, language)
    except Exception as error:
        if terminal.ask_secret is None or not _wants_passphrase(error):
            raise
        asked = terminal.ask_secret(_prompt(error, language))
    told = {**terminal.surroundings, "SATCHA_PASSPHRASE": asked}
    return _answered(words, replace(terminal, surroundings=told), language)


def _wants_passphrase(error: Exception) -> bool:
    from ledger.domain.refusals.keys import PassphraseMissing

    return isinstance(error, PassphraseMissing)


def _prompt(error: Exception, language: str) -> str:
    from desktop.console.sentences import voice_of

    voice, path = voice_of(language), getattr(error, "path", "")
    asked = voice.tr("Passphrase of {path}").format(path=path)
    return f"{asked}: "


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
