"""``satcha network print``: a paper of the office into a PDF, XLSX or text file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from desktop.console.arguments import Given
from desktop.console.exporting import write_whole
from desktop.console.naming import kebab
from desktop.console.printing import writer_for
from desktop.console.refusals import PlaceMissing
from desktop.console.sentences import voice_of
from ledger.book.chance import SystemClock
from ledger.domain.refusals import NotAChoice
from ledger.network.office import Office
from ledger.network.questions import register
from reports.document import Printed
from reports.documents.frame import Frame
from reports.documents.network import NETWORK_PAPERS, office_head

Answer = Callable[[Given, Office], object]


def print_paper(given: Given, office: Office, answers: Mapping[str, Answer]) -> object:
    """Write the paper that was named; answers where it lies.

    Raises:
        PlaceMissing, NotAChoice, FolderUnwritable …: why there is none.
    """
    if "FILE" not in given.places:
        raise PlaceMissing("FILE", given.call.usage)
    name = kebab(given.places["FILE"])
    if name not in NETWORK_PAPERS:
        raise NotAChoice("FILE", given.places["FILE"], tuple(NETWORK_PAPERS))
    if not given.has("out"):
        raise PlaceMissing("--out", given.call.usage)
    target = Path(given.option("out"))
    write = writer_for(target)
    voice = voice_of(given.option("paper-language", given.language))
    printed = Printed(given.option("user"), SystemClock().now())
    frame = Frame(office_head(register(office)), voice, printed)
    _, build = NETWORK_PAPERS[name]
    document = build(answers[name](given, office), frame)
    write_whole(target, lambda out: write([document], voice, out))
    return {"files": [str(target)]}
