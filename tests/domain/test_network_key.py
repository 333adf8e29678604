"""The public key of a network office as text: what was typed or changed wrongly is never taken."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.domain.fingerprint import LETTERS
from ledger.domain.network_key import HEAD, NetworkKey, read_network_key
from ledger.domain.recovery import key_from, recovery_code
from ledger.domain.refusals.network_key import (
    NetworkKeyChanged,
    NetworkKeyMistyped,
    NetworkKeyUnreadable,
)
from ledger.domain.refusals.recovery import RecoveryCodeMistyped

KEYS = st.binary(min_size=32, max_size=32)
KEY = NetworkKey("เครือข่ายสุรินทร์", bytes(range(32)))


@given(KEYS)
def test_the_text_is_the_key(public):
    key = NetworkKey("เครือข่ายสุรินทร์", public)
    assert read_network_key(key.to_text()) == key
    assert read_network_key(key.to_text().replace("\n", "\r\n\r\n")) == key


@given(KEYS)
def test_a_recovery_code_never_passes_for_a_public_key_nor_the_other_way_round(secret):
    """A recovery sheet typed as a public key would lie open in the key file."""
    key = NetworkKey("n", secret)
    with pytest.raises(NetworkKeyMistyped) as refused:
        read_network_key(key.to_text().replace(key.letters, recovery_code(secret)))
    assert len(refused.value.groups) == 19
    with pytest.raises(RecoveryCodeMistyped):
        key_from(key.letters)


def test_a_wrong_letter_names_its_group():
    letters = KEY.letters
    other = LETTERS[LETTERS.index(letters[10]) - 1]
    with pytest.raises(NetworkKeyMistyped) as refused:
        read_network_key(KEY.to_text().replace(letters, letters[:10] + other + letters[11:]))
    assert refused.value.groups == (3,)


@pytest.mark.parametrize(
    "changed",
    [
        lambda text: text.replace("สุรินทร์", "บุรีรัมย์"),
        lambda text: text.replace(KEY.letters, NetworkKey("n", bytes(32)).letters),
        lambda text: text.replace(KEY.code, KEY.code[::-1]),
    ],
)
def test_a_key_whose_code_does_not_fit_is_refused(changed):
    with pytest.raises(NetworkKeyChanged):
        read_network_key(changed(KEY.to_text()))


@pytest.mark.parametrize(
    "text",
    [
        "",
        HEAD,
        "something else",
        KEY.to_text().replace("/1", "/2"),
        KEY.to_text() + "more: 1\n",
        KEY.to_text().replace("name: เครือข่ายสุรินทร์", "name:"),
        KEY.to_text().replace("เครือ", "เค\u202eรือ"),
        KEY.to_text().replace("สุรินทร์", "ส" * 200),
        KEY.to_text().replace(KEY.letters, KEY.letters[:-1]),
    ],
)
def test_what_is_no_such_text_is_none(text):
    with pytest.raises(NetworkKeyUnreadable):
        read_network_key(text)
