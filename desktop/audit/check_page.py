"""The book audits itself off the main thread, and a code from paper proves its moment."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from typing_extensions import override

from desktop.audit.columns import finding_columns
from desktop.audit.desk import DeskPage
from desktop.audit.state import audit_facts, code_facts, finding_leads, likely_code
from desktop.parts.table import Table
from desktop.parts.text_fields import TextField
from desktop.parts.words import Button, Label, nothing
from desktop.session.packing import has_signing_key, make_pack
from desktop.session.proving import is_the_user
from desktop.session.screen import Screen
from desktop.tasks import Work
from ledger.queries.integrity import Audit, audit, find_code
from ledger.queries.integrity.findings import Finding
from reports.words.pack_words import pack_made


class CheckPage(DeskPage):
    """Findings in sentences; Enter on one goes to its entry."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen)
        self.audit: Audit | None = None
        self.run = Button(
            lambda voice: voice.tr("Let the book audit itself"), self.voice, main=True
        )
        self.prove = Button(lambda voice: voice.tr("Find the code"), self.voice)
        # note: a button; takes the code that differs least from the one typed
        self.prove_likely = Button(lambda voice: voice.tr("Find the likely code"), self.voice)
        self.prove_likely.hide()
        self._likely = ""
        self.code = TextField(self.voice, code=True)
        self.code.hint(lambda voice: voice.tr("Four groups of four letters, as on the paper"))
        self.code_facts = Label(nothing, self.voice).let_copy()
        self.findings = Table(
            finding_columns, self.voice, name=lambda voice: voice.tr("Findings")
        ).without_find()
        self.findings.say_when_empty(lambda voice: audit_facts(self.audit, voice))
        self.pack = Button(lambda voice: voice.tr("Make an audit pack"), self.voice)
        self.put(
            ((lambda voice: voice.tr("Code printed on a paper"), self.code),),
            (self.run, self.prove, self.prove_likely, self.pack),
            (self.findings,),
        )
        self.rows.insertWidget(2, self.code_facts)
        self.run.clicked.connect(self._run)
        self.prove.clicked.connect(self._find)
        self.prove_likely.clicked.connect(self._find_likely)
        self.pack.clicked.connect(self._make_pack)
        self.code.edit.returnPressed.connect(self._find)
        self.findings.activated.connect(self._open)

    def prove_code(self, code: str) -> None:
        """Prove the history up to the moment of this code."""
        self.code.set_words(code)
        self._find()

    def forget(self) -> None:
        """Whatever was booked since then, the last audit knows nothing of it."""
        self.audit = None
        self._draw()

    @override
    def freshen(self) -> None:
        self._draw()

    def _run(self) -> None:
        self._work(lambda _found: None)

    def _find(self) -> None:
        typed = self.code.words()
        if not typed:
            self.code.reveal()
            return

        def show(found: Audit) -> None:
            told = self.session.ask(find_code, typed, found)
            self.code_facts.say(lambda voice: code_facts(told, voice))
            self._likely = likely_code(told)
            self.prove_likely.setVisible(self._likely != "")

        if self.audit is None:
            self._work(show)
        else:
            show(self.audit)

    def _find_likely(self) -> None:
        self.prove_code(self._likely)

    def _make_pack(self) -> None:
        """A folder for the auditor's stick: who gets it and where it lies is asked."""
        asks = self.desk.asks
        if not is_the_user(self.session, asks):
            return
        receiver = asks.line(
            lambda voice: voice.tr("Who gets the audit pack? The auditor, by the name of the user")
        )
        if not receiver:
            return
        place = asks.folder(
            lambda voice: voice.tr("Where the audit pack goes: a stick or a disk"), Path.home()
        )
        if place is None:
            return
        signing = ""
        if has_signing_key(self.session):
            typed = asks.line(lambda voice: voice.tr("Passphrase of your signing key"), secret=True)
            if typed is None:
                return
            signing = typed
        make_pack(
            self.session,
            place,
            receiver.strip(),
            signing,
            then=lambda made: asks.tell(lambda voice: pack_made(made, voice)),
        )

    def _work(self, show: Callable[[Audit], None]) -> None:
        def call(work: Work) -> Audit:
            return self.session.ask(audit, work.step)

        def then(found: Audit) -> None:
            self.audit = found
            self._draw()
            show(found)

        self.session.work(
            call, says=lambda voice: voice.tr("Auditing the book"), then=then, alone=True
        )

    def _draw(self) -> None:
        found = self.audit
        self.facts.say(lambda voice: audit_facts(found, voice))
        self.findings.set_rows(() if found is None else found.findings)

    def _open(self, finding: Finding) -> None:
        self.go(finding_leads(finding))
