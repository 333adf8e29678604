"""A zip archive with one date for everything in it: the same content gives the same bytes."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from typing_extensions import override

_EARLIEST = 1980  # the first year that the format can write


class FixedZip(ZipFile):
    def __init__(self, stream: BinaryIO, moment: datetime) -> None:
        super().__init__(stream, "w", ZIP_DEFLATED, allowZip64=True)
        self._date = (max(moment.year, _EARLIEST), *moment.timetuple()[1:6])

    @override
    def writestr(self, zinfo_or_arcname: Any, data: Any, *args: Any, **more: Any) -> None:
        super().writestr(self._entry(zinfo_or_arcname), data)

    @override
    def write(self, filename: Any, arcname: Any = None, *args: Any, **more: Any) -> None:
        with (
            Path(filename).open("rb") as source,
            self.open(self._entry(arcname or filename), "w", force_zip64=True) as target,
        ):
            while part := source.read(1 << 16):
                target.write(part)

    def _entry(self, name: Any) -> ZipInfo:
        entry = ZipInfo(str(name), date_time=self._date)
        entry.compress_type = ZIP_DEFLATED
        entry.external_attr = 0o644 << 16
        return entry
