"""The open book as the screens see it: run, rehearse, ask, and who hears of changes.

    session = Session(book, tasks)
    session.changed.connect(self._on_changed)      # a frozenset of topics: names of tables
    facts = session.ask(member_list)               # typed: a wrong argument fails in mypy
    outcome = session.run(command, command_id=id)  # raises Refusal; the form shows it
    session.attempt(command)                       # the same for callers without a form
    session.work(call, says=…, then=…)             # off the main thread, with progress

A form asks for ``session.command_id()`` when it opens, so that a double Enter books once.
"""

from desktop.session.places import Place
from desktop.session.session import Session

__all__ = ["Place", "Session"]
