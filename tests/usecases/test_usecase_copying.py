"""A copy that is noted is told by digests that papers print as codes."""

from __future__ import annotations

import pytest

from ledger.domain.refusals import WrongKind
from ledger.usecases.copying import DeclareRestore, RecordBackup
from tests.support.books import found_village

DIGEST = "ab" * 32


@pytest.mark.parametrize("none", ["", "2569/000001", "AB" * 32, "ab" * 31, "zz" * 32])
def test_what_is_no_digest_is_refused(tmp_path, none):
    with (village := found_village(tmp_path)).book:
        for name, other in (("fingerprint", "sha256"), ("sha256", "fingerprint")):
            digests = {name: none, other: DIGEST}
            with pytest.raises(WrongKind) as refused:
                village.run(RecordBackup(file="a", medium="แท่ง ๑", through_act=1, **digests))
            assert refused.value.field == name
        with pytest.raises(WrongKind):
            village.run(DeclareRestore(through_act=1, fingerprint=none, reason="เครื่องเสีย"))

        assert not village.rows("SELECT * FROM backups_taken")
