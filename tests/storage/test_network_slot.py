"""A network office opens a book with its own key: given, used, taken away, cut off (T16, KD3)."""

from __future__ import annotations

import json
import os
import shutil
from contextlib import suppress

import pytest

from installer import verify_book
from ledger.book import Book, Secret, keyholding, keys_of
from ledger.book.copies import back_up
from ledger.book.network_keys import (
    give_network_key,
    networks,
    new_network_key,
    public_key_in,
    recover_by_network,
)
from ledger.book.packing import copy_for
from ledger.domain.network_key import NetworkKey
from ledger.domain.recovery import recovery_code
from ledger.domain.refusals.keys import KeysChanged, PassphraseGuessable, SlotMissing
from ledger.domain.refusals.network_key import (
    NetworkFileSpoilt,
    NetworkFileTaken,
    NetworkKeyExists,
    NetworkKeyMissing,
    NetworkKeyUnconfirmed,
    NetworkKeyUnreadable,
    WrongNetworkPassphrase,
)
from ledger.queries.integrity import audit
from ledger.queries.key_notes import key_notes
from ledger.storage import key_file
from ledger.storage.key_ring import read_ring
from tests.storage.test_key_renewal import Cut, copied_to, points
from tests.support.books import founding
from tests.support.quick_keys import quick_guesses

MALEE, PIM, OFFICE = "ตะวัน ส้ม ริมน้ำ ใบตอง", "six words for pim and no others", "office in the town"
SURIN = "เครือข่ายสุรินทร์"


@pytest.fixture(scope="module", autouse=True)
def quick():
    with quick_guesses():
        yield


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A book of malee's that the office opens too, and the office's own file."""
    folder = tmp_path_factory.mktemp("network")
    path = folder / "b.satcha"
    own = folder / "surin.key"
    key = new_network_key(own, folder / "surin.txt", SURIN, OFFICE)
    with Book.found(path, founding(), user="malee", passphrase=MALEE) as book:
        give_network_key(book, public_key_in(folder / "surin.txt"), key.code)
        data_key = book.key
    return path, own, key, data_key


@pytest.fixture
def copied(made, tmp_path):
    path, own, key, data_key = made
    for one in path.parent.glob("b.satcha*"):
        shutil.copy(one, tmp_path / one.name)
    return tmp_path / path.name, own, key, data_key


def recovers(path, own, **more):
    return recover_by_network(
        path, own, **({"words": OFFICE, "user": "pim", "passphrase": PIM} | more)
    )


def test_the_office_opens_the_book_when_nobody_else_can_and_the_book_tells_of_it(copied):
    path, own, key, _ = copied
    before = key_file.rings(path)[0].generation

    assert recovers(path, own) == key

    with Book.open(path, user="pim", passphrase=PIM) as book:
        newest, given = book.ask(key_notes).rows
        assert (newest.by_network, newest.by_sheet, newest.by) == (SURIN, False, "pim")
        assert (newest.came, newest.networks) == (("pim",), (SURIN,))
        assert (given.came, given.by_network) == (("malee", SURIN), "")
        assert keyholding.holders(book) == ("malee", "pim")
        assert key_file.rings(path)[0].generation == before + 1
        assert book.ask(audit).clean
        code = recovery_code(book.key)
    assert verify_book.main([str(path), "--key", code]) == 0


def test_nothing_secret_of_the_office_lies_beside_the_book(made):
    path, own, key, _ = made
    [slot] = json.loads(keys_of(path).read_text("utf-8"))["networks"]
    assert sorted(slot) == ["name", "public", "sealed"]
    assert bytes.fromhex(slot["public"]) == key.public
    if os.name == "posix":
        assert own.stat().st_mode & 0o077 == 0


def test_the_slot_stays_through_a_new_key_and_needs_nobody_from_the_office(copied):
    path, own, key, old = copied
    with Book.open(path, secret=Secret("malee", found=old)) as book:
        keyholding.give_key(book, "somchai", PIM)
    keyholding.renew(path, Secret("malee", found=old), without="somchai")
    keyholding.renew(path, Secret("malee", MALEE))
    recovers(path, own)
    with Book.open(path, user="pim", passphrase=PIM) as book:
        assert networks(book) == (key,)
        assert book.key != old
        assert book.ask(audit).clean


def test_who_is_taken_away_opens_only_what_lay_there_before(copied):
    path, own, _, old = copied
    made_ = keyholding.renew(path, Secret("malee", found=old), without_network=SURIN)
    assert made_.users == ("malee",)
    with pytest.raises(NetworkKeyMissing) as refused:
        recovers(path, own)
    assert refused.value.networks == ()
    with Book.open(path, user="malee", passphrase=MALEE) as book:
        assert book.key != old
        assert networks(book) == ()
        newest = book.ask(key_notes).rows[0]
        assert (newest.gone, newest.networks) == ((SURIN,), ())
        assert book.ask(audit).clean
    with pytest.raises(NetworkKeyMissing):
        keyholding.renew(path, Secret("malee", MALEE), without_network=SURIN)


def test_a_removal_cut_off_at_any_step_leaves_a_book_that_opens(copied, tmp_path):
    """Whatever is cut off: malee opens; the office opens the old book and never the new one."""
    path, own, _, old = copied
    at, came, renewed = 0, [], False
    while not renewed:
        at += 1
        book = copied_to(path, tmp_path / f"cut-{at}")
        with pytest.MonkeyPatch.context() as patch, suppress(Cut):
            came = points(patch, at)
            keyholding.renew(book, Secret("malee", found=old), without_network=SURIN)
            renewed = True
        with Book.open(book, secret=Secret("malee", MALEE, found=old)) as opened:
            assert opened.ask(audit).clean
            done = opened.key != old
        if done:
            with pytest.raises(NetworkKeyMissing) as refused:
                recovers(book, own)
            assert refused.value.networks == ()
        else:  # the newest key file may be that of the book which never came
            recovers(book, own)
    assert len(came) > 12, "too few steps were cut off"


def test_giving_the_key_cut_off_at_any_step_leaves_those_who_were_there(tmp_path, made):
    _, own, key, _ = made
    path = tmp_path / "b.satcha"
    Book.found(path, founding(), user="malee", passphrase=MALEE).close()
    cuts = 0
    for at in range(1, 20):
        with Book.open(path, user="malee", passphrase=MALEE) as book:
            with pytest.MonkeyPatch.context() as patch, suppress(Cut):
                points(patch, at)
                give_network_key(book, key, key.code)
            assert keyholding.holders(book) == ("malee",)
            if not networks(book):
                cuts += 1
                continue
        recovers(path, own, user="malee", passphrase=MALEE)
        break
    assert 2 < cuts < 18


def test_a_key_file_of_another_generation_is_put_right_by_the_one_before(copied):
    """The newest key file is gone or of another day: what opens the book is found in the other."""
    path, own, _, old = copied
    keyholding.renew(path, Secret("malee", found=old))
    first = keys_of(path).read_bytes()
    with Book.open(path, user="malee", passphrase=MALEE) as book:
        keyholding.give_key(book, "somchai", PIM)
        assert len(key_file.rings(path)) == 2
    keys_of(path).unlink()
    recovers(path, own)
    keys_of(path).write_bytes(first)
    recovers(path, own, user="malee", passphrase=MALEE)
    Book.open(path, user="malee", passphrase=MALEE).close()


def test_a_backup_carries_the_slot_and_an_auditors_copy_does_not(copied, tmp_path):
    path, own, _, old = copied
    with Book.open(path, secret=Secret("malee", found=old)) as book:
        backed = back_up(book, tmp_path / "stick")
        copy_for(book, tmp_path / "hers.satcha", "malee")
    recovers(tmp_path / "stick" / backed.copy.file, own)
    with pytest.raises(NetworkKeyMissing):
        recovers(tmp_path / "hers.satcha", own)


# ── what is refused ─────────────────────────────────────────────────────────────────────────────


def test_a_key_is_given_once_and_only_with_the_code_that_the_office_says(copied):
    path, _, key, old = copied
    another = NetworkKey("อื่น", key.public[::-1])
    with Book.open(path, secret=Secret("malee", found=old)) as book:
        for code in ("", key.code):
            with pytest.raises(NetworkKeyUnconfirmed) as refused:
                give_network_key(book, another, code)
            assert refused.value.code == another.code
        for same in (NetworkKey(SURIN, another.public), NetworkKey("อื่น", key.public), key):
            with pytest.raises(NetworkKeyExists):
                give_network_key(book, same, same.code)
        give_network_key(book, another, another.code.lower())
        assert networks(book) == (key, another)


@pytest.mark.parametrize("point", ["00" * 32, "01" + "00" * 31, "ec" + "ff" * 30 + "7f"])
def test_a_public_key_that_everybody_could_open_is_none(copied, point):
    path, _, _, old = copied
    key = NetworkKey("everybody", bytes.fromhex(point))
    with (
        Book.open(path, secret=Secret("malee", found=old)) as book,
        pytest.raises(NetworkKeyUnreadable),
    ):
        give_network_key(book, key, key.code)


def test_a_public_key_that_was_swapped_in_the_key_file_opens_nothing(copied, tmp_path):
    """Whoever writes the key file without the data key is found; the sealed key does not open."""
    path, own, _, _ = copied
    false = new_network_key(tmp_path / "false.key", tmp_path / "false.txt", SURIN, OFFICE)
    plain = json.loads(keys_of(path).read_text("utf-8"))
    plain["networks"][0]["public"] = false.public.hex()
    for one in (keys_of(path), key_file.keys_before(path)):
        one.write_text(json.dumps(plain), encoding="utf-8")
    with pytest.raises(KeysChanged):
        Book.open(path, user="malee", passphrase=MALEE)
    for file in (own, tmp_path / "false.key"):
        with pytest.raises(NetworkKeyMissing):
            recovers(path, file)


def test_a_slot_that_was_added_to_the_key_file_is_found(copied):
    path, own, _, _ = copied
    plain = json.loads(keys_of(path).read_text("utf-8"))
    plain["networks"].append({**plain["networks"][0], "name": "อื่น"})
    keys_of(path).write_text(json.dumps(plain), encoding="utf-8")
    with pytest.raises(KeysChanged):
        recovers(path, own)


@pytest.mark.parametrize(
    "networks_",
    [
        "x",
        [1],
        [{}],
        [{"name": 1, "public": "00" * 32, "sealed": ""}],
        [{"name": "a", "public": ""}],
    ],
)
def test_a_key_file_with_spoilt_networks_is_none(copied, networks_):
    path, *_ = copied
    plain = json.loads(keys_of(path).read_text("utf-8")) | {"networks": networks_}
    assert read_ring(json.dumps(plain).encode()) is None


def test_another_offices_key_and_another_passphrase_open_nothing(copied, tmp_path):
    path, own, *_ = copied
    new_network_key(tmp_path / "b.key", tmp_path / "b.txt", "บุรีรัมย์", OFFICE)
    with pytest.raises(NetworkKeyMissing) as refused:
        recovers(path, tmp_path / "b.key")
    assert (refused.value.network, refused.value.networks) == ("บุรีรัมย์", (SURIN,))
    with pytest.raises(WrongNetworkPassphrase):
        recovers(path, own, words="another passphrase")
    with pytest.raises(SlotMissing):
        Book.open(path, user="pim", passphrase=PIM)


@pytest.mark.parametrize(
    "spoilt",
    [
        lambda _: "",
        lambda _: "[]",
        lambda text: text.replace("satcha-network-key/1", "satcha-network-key/2"),
        lambda text: text.replace('"memory_kib": 65536', '"memory_kib": 1024'),
        lambda text: text.replace('"lanes": 1', '"lanes": true'),
        lambda text: text.replace('"salt": "', '"salt": "00'),
        lambda text: text.replace('"wrapped": "', '"wrapped": "x'),
        lambda text: text.replace('"public": "', '"public": "00'),
    ],
)
def test_a_spoilt_key_file_of_the_office_is_said_to_be_one(copied, tmp_path, spoilt):
    path, own, *_ = copied
    (tmp_path / "spoilt.key").write_text(spoilt(own.read_text("utf-8")), encoding="utf-8")
    with pytest.raises(NetworkFileSpoilt):
        recovers(path, tmp_path / "spoilt.key")


def test_a_renamed_key_file_of_the_office_is_not_believed(copied, tmp_path):
    path, own, *_ = copied
    text = own.read_text("utf-8").replace("สุรินทร์", "บุรีรัมย์")
    (tmp_path / "renamed.key").write_text(text, encoding="utf-8")
    with pytest.raises(WrongNetworkPassphrase):
        recovers(path, tmp_path / "renamed.key")


def test_no_key_is_written_over_and_none_is_guessed(tmp_path, made):
    _, own, *_ = made
    with pytest.raises(NetworkFileTaken):
        new_network_key(own, tmp_path / "public.txt", SURIN, OFFICE)
    with pytest.raises(NetworkFileTaken):
        new_network_key(tmp_path / "new.key", own, SURIN, OFFICE)
    with pytest.raises(PassphraseGuessable):
        new_network_key(tmp_path / "new.key", tmp_path / "new.txt", SURIN, SURIN)
    with pytest.raises(NetworkKeyUnreadable):
        new_network_key(tmp_path / "new.key", tmp_path / "new.txt", " ", OFFICE)
    assert not list(tmp_path.iterdir())
    with pytest.raises(NetworkKeyUnreadable):
        public_key_in(own)
