"""Packages of others are opened in a process of its own that may take so much and no more."""

from __future__ import annotations

from zipfile import ZipFile

import pytest

from ledger.domain.codec import canonical, plain_value
from ledger.domain.money import baht
from ledger.domain.network.register import OfficeName
from ledger.domain.refusals import Refusal
from ledger.domain.refusals.network import NotAPackage, PackageTooLarge, UnknownBook
from ledger.exchange import apart, package_apart
from ledger.exchange.package import seal, zipped
from ledger.exchange.package_apart import Apart
from ledger.exchange.package_parts import FIGURES, MANIFEST, SIGNATURE, looked_at
from ledger.network.folders import Refused, packages_in, receive_each
from ledger.network.office import Office
from tests.support.network import JANUARY, close_january, cooperative, put


@pytest.fixture(scope="module")
def sealed(tmp_path_factory):
    village = cooperative(tmp_path_factory.mktemp("village"), "กท. 1", baht(500))
    close_january(village)
    yield seal(village.book, JANUARY)
    village.book.close()


@pytest.fixture
def process():
    made = Apart()
    yield made
    made.close()


def changed(sealed, **fields):
    """A package whose figures say something else."""
    figures = {**plain_value(sealed.figures), **fields}
    manifest = canonical(plain_value(sealed.manifest)).encode()
    part = canonical(figures).encode()
    return zipped({MANIFEST: manifest, FIGURES: part, SIGNATURE: b"unsigned\n"})


def test_both_processes_say_the_same(sealed, process):
    wrong = [
        changed(sealed, closed=False),
        changed(sealed, key={**plain_value(sealed.figures.key), "members": 99}),
        changed(sealed, kind="other"),
        zipped({MANIFEST: b"\xff", FIGURES: b"", SIGNATURE: b""}),
    ]

    looked = process.look(sealed.content, "x")

    assert (looked, looked.refusal) == (looked_at(sealed.content, "x"), None)
    for content in wrong:
        there, here = process.look(content, "x"), looked_at(content, "x")
        assert isinstance(here.refusal, Refusal)
        assert there.parts == here.parts
        assert repr(there.refusal) == repr(here.refusal)
    with pytest.raises(NotAPackage):
        process.look(b"PK\x03\x04 and nothing else", "x")


def test_one_that_takes_too_much_is_refused_and_the_next_is_read(sealed, process, monkeypatch):
    with monkeypatch.context() as quick:
        quick.setattr(package_apart, "MOST_SECONDS", 0)
        with pytest.raises(PackageTooLarge):
            process.look(sealed.content, "x")
    with monkeypatch.context() as narrow:
        narrow.setattr(apart, "MOST_MEMORY", 1 << 20)
        with pytest.raises(PackageTooLarge):
            process.look(bytes(1_000_000), "x")  # with room it is looked at, and is no package
    with pytest.raises(NotAPackage):
        process.look(bytes(1_000_000), "x")

    assert process.look(sealed.content, "x").refusal is None


def test_the_office_itself_unpacks_nothing(sealed, tmp_path, monkeypatch):
    monkeypatch.setattr(package_apart, "_MAKES", Apart)
    # The other process has its own.
    monkeypatch.setattr("ledger.exchange.package_parts.ZipFile", None)
    path = put(sealed, tmp_path / "stick")
    with ZipFile(path.with_name("a.satpack"), "w") as other:
        other.writestr("notes.txt", "ไม่ใช่")
    with Office.new(tmp_path / "office.satnet", OfficeName("สุรินทร์")) as office:
        came = list(receive_each(office, packages_in(path.parent)))

    whys = [one.why for one in came if isinstance(one, Refused)]
    assert [type(why) for why in whys] == [UnknownBook, NotAPackage]
