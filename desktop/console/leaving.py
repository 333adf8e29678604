"""How a call ends: what is refused as JSON and as a sentence, and the number it leaves with."""

from __future__ import annotations

import errno
import os
import sys
from typing import TYPE_CHECKING

from desktop.console.terminal import BUG, REFUSED, STOPPED, TROUBLE, Terminal

if TYPE_CHECKING:
    from ledger.domain.refusals import Refusal


def leave_refused(refusal: Refusal, terminal: Terminal, language: str, **where: object) -> int:
    """Answer a refusal; ``where`` says at which ``line`` of a file it came, and what was done."""
    from desktop.console.answers import json_text
    from desktop.console.sentences import lines_said, said_in_both
    from ledger.domain.refusals import Trouble

    told = {"refusal": refusal.name, "facts": refusal.facts(), "sentence": said_in_both(refusal)}
    terminal.answer(json_text({**told, **where}))
    for said in lines_said(refusal, language, where.get("line")):
        terminal.say(said)
    return TROUBLE if isinstance(refusal, Trouble) else REFUSED


def leave_stopped(terminal: Terminal, language: str) -> int:
    from desktop.console.sentences import voice_of

    terminal.say(voice_of(language).tr("Stopped. What was booked before stays booked."))
    return STOPPED


def leave_cut_off() -> int:
    """Nobody reads any more; nothing more is said, not even while Python shuts down."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    return TROUBLE


def trouble_of(error: OSError, path: str = "") -> Refusal:
    """What the system said no to, by its name."""
    from ledger.domain.refusals import DiskFull, FolderUnwritable, StorageFailed

    place = path or str(error.filename or "-")
    if error.errno == errno.EBUSY and error.filename:
        from ledger.domain.refusals.paper_files import FileOpenElsewhere

        return FileOpenElsewhere(str(error.filename))
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull(place)
    if error.errno == errno.ENAMETOOLONG:
        from ledger.domain.refusals.committing import NameTooLong

        return NameTooLong(str(error.filename or place))
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM, errno.ENOENT, errno.ENOTDIR):
        return FolderUnwritable(place)
    return StorageFailed(place, error.strerror or str(error))


def leave_with_bug(error: BaseException, terminal: Terminal, language: str) -> int:
    """Our own mistake: one sentence, and the traceback only for whoever asks for it."""
    if terminal.surroundings.get("SATCHA_DEBUG"):
        import traceback

        terminal.say("".join(traceback.format_exception(error)))
    terminal.say(_sorry(error, language))
    return BUG


def _sorry(error: BaseException, language: str) -> str:
    name = type(error).__name__
    try:
        from desktop.console.sentences import voice_of

        return (
            voice_of(language)
            .tr("The program made a mistake ({name}), and the call was not finished.")
            .format(name=name)
        )
    except Exception:  # noqa: BLE001 - even the words may be what is broken
        return name
