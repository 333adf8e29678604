"""Which column of a file means what, said once and kept for the next file of the same source."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QDialog

from desktop.exchange_area.table_state import field_said, fields_of, guessed
from desktop.parts.words import Says, verbatim
from desktop.session import Session
from desktop.session.asked import AskedDialog, picks, words
from ledger.domain.commands import Command
from ledger.domain.import_maps import ImportTarget, TextEncoding
from ledger.usecases.mapping import MappedColumn, SaveImportMap
from reports.words.voice import Voice


def mapping_form(  # noqa: PLR0913, PLR0917 - what a mapping is made of
    session: Session,
    voice: Voice,
    target: ImportTarget,
    headings: Sequence[str],
    encoding: TextEncoding,
    name: str,
) -> QDialog:
    """Every field with the headings of the file; those with a known name are picked already."""
    nowhere: list[tuple[str, Says]] = [("", _not_there)]
    options = [*nowhere, *((one, verbatim(one)) for one in headings)]

    def mapped(*, name: str, **columns: str) -> Command:
        named = tuple(MappedColumn(field=one, heading=it) for one, it in columns.items())
        return SaveImportMap(name=name, target=target, columns=named, encoding=encoding)

    return AskedDialog(
        session,
        voice,
        title=lambda voice: voice.tr("Columns of the file"),
        verb=lambda voice: voice.tr("Keep the columns"),
        told=lambda voice: voice.tr(
            "Say which column holds what. It is kept under a name and used by itself next time."
        ),
        asks=(
            words("name", lambda voice: voice.tr("Name of the source"), start=name),
            *(
                picks(
                    field,
                    partial(field_said, target, field),
                    options,
                    optional=True,
                    start=guessed(target, field, headings),
                )
                for field in fields_of(target)
            ),
        ),
        makes=mapped,
    )


def _not_there(voice: Voice) -> str:
    return voice.tr("not in the file")
