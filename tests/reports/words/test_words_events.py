"""Every event, item and kind of the ledger has its words in both languages."""

from __future__ import annotations

import pytest

from ledger.domain.accounts import Kind
from ledger.domain.members import MemberKind
from ledger.domain.papers import VoucherKind
from ledger.domain.posting import posting_table
from ledger.queries.closings import MonthState
from ledger.usecases.visiting import ItemKind
from reports.words import events, kinds
from reports.words.voice import Voice


def test_every_event_of_the_posting_table_has_its_words():
    assert posting_table().keys() <= events._EVENTS.keys()
    assert {"visit", "journal", "import", "reversal"} <= events._EVENTS.keys()


def test_every_item_of_a_receipt_has_its_words():
    assert {one.value for one in ItemKind} <= events._ITEMS.keys()


@pytest.mark.parametrize(
    ("say", "all_of"),
    [
        (kinds.account_kind, Kind),
        (kinds.total_of_kind, Kind),
        (kinds.member_kind, MemberKind),
        (kinds.member_kind_in_full, MemberKind),
        (kinds.month_state, MonthState),
        (kinds.voucher_kind, VoucherKind),
    ],
)
def test_every_kind_has_words_of_its_own(say, all_of):
    for language in ("th", "en"):
        words = [say(one, Voice(language)) for one in all_of]
        assert len(set(words)) == len(words)
        assert all(words)


def test_a_movement_taken_back_names_what_it_was():
    assert events.event_name("deposit", Voice("en"), reversal=True) == "Reversed: Deposit"
    assert events.event_name("deposit", Voice("en")) == "Deposit"


def test_a_word_that_is_new_stays_as_it_is():
    assert events.event_name("harvest", Voice("th")) == "harvest"
    assert events.item_name("harvest", Voice("th")) == "harvest"
