"""What a guess at a passphrase costs on the PC where it was chosen (trust.md 6.5, KD1)."""

from __future__ import annotations

import pytest

from ledger.book import Book
from ledger.storage import key_file, keys
from ledger.storage.keys import Effort
from tests.support.books import founding

WORDS = "ตะวัน ส้ม ริมน้ำ ใบตอง"
ENOUGH, TOO_LONG = 500_000_000, 1_000_000_000  # nanoseconds


@pytest.mark.parametrize("speed", [1, 2, 3, 5, 30, 400, 5_000])
def test_a_guess_takes_half_a_second_to_one_on_any_pc(speed):
    """A guess at the least effort takes 300 ms divided by the speed."""

    def nanoseconds(effort):
        work = effort.memory_kib * effort.iterations // (keys.LEAST.memory_kib * 3)
        return 300_000_000 * work // speed

    found = keys.calibrated(nanoseconds)
    assert found.is_within(keys.LEAST, keys.MOST)
    assert found.memory_kib <= 256 * 1024, "an old PC has little memory"
    assert ENOUGH <= nanoseconds(found) < TOO_LONG or found.iterations * 2 > keys.MOST.iterations


def test_a_slow_pc_never_goes_below_the_least():
    assert keys.calibrated(lambda _: 3_000_000_000) == keys.LEAST


def test_new_slots_on_this_pc_cost_enough(tmp_path):
    path = tmp_path / "b.satcha"
    with Book.found(path, founding(), user="malee", passphrase=WORDS) as book:
        [slot] = key_file.ring_of(path, book.key).slots
    assert slot.effort.is_within(Effort(64 * 1024, 3), keys.MOST)
    Book.open(path, user="malee", passphrase=WORDS).close()
