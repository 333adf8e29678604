"""The table of calls: which module answers a word; only that one is loaded, for a quick start."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from importlib import import_module

from desktop.console.arguments import Call

# What is not here is looked for among the calculators, which need no book.
CALLS: Mapping[str, str] = {
    "start": "starting",
    "window": "starting",
    "new": "founding",
    "practice": "practising",
    "commands": "listing",
    "questions": "listing",
    "papers": "listing",
    "run": "running",
    "batch": "batching",
    "ask": "asking",
    "print": "printing",
    "check": "checking",
    "backup": "backing",
    "restore": "backing",
    "audit-pack": "packing",
    "keys": "keyholding",
    "signing-key": "signing",
    "export": "exporting",
    "hand-in": "handing_in",
    "network": "networking",
    "import-journal": "importing",
    "opening-workbook": "carrying",
    "import": "carrying",
    "import-table": "mapping",
    "import-acts": "refounding",
    "words": "wording",
    "date": "wording",
    "sort": "sorting",
    "id-check": "sorting",
    "check-release": "releasing",
    "help": "helping",
}

# The practice book is not encrypted, and the window has no passphrase yet.
_WITHOUT_PASSPHRASE = frozenset({"practice", "start", "window"})


def find_call(name: str) -> Call:
    """The call of that name.

    Raises:
        UnknownCall: there is none.
    """
    if name in CALLS:
        calls: tuple[Call, ...] = import_module(f"desktop.console.{CALLS[name]}").CALLS
        found = next(call for call in calls if call.name == name)
        return _with_passphrase(found)
    from desktop.console.calculating import CALLS as CALCULATORS

    for call in CALCULATORS:
        if call.name == name:
            return call
    raise _unknown(name)


def _with_passphrase(call: Call) -> Call:
    """Every call on a book takes the passphrase of an encrypted one."""
    if not {"BOOK", "FOLDER"} & set(call.places) or call.name in _WITHOUT_PASSPHRASE:
        return call
    from desktop.console.books import PASSPHRASE_OPTION

    return replace(call, options=(*call.options, PASSPHRASE_OPTION))


def all_calls() -> list[Call]:
    """Every call there is, with its words for people; loads them all."""
    from desktop.console.calculating import CALLS as CALCULATORS

    return [*(find_call(name) for name in CALLS), *CALCULATORS]


def _unknown(name: str) -> Exception:
    from difflib import get_close_matches

    from desktop.console.refusals import UnknownCall

    names = [call.name for call in all_calls()]
    return UnknownCall(name, tuple(get_close_matches(name, names)))
