"""The frozen encoding ``satcha/1``: vectors made once by another program, and three fast ways."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.domain.fingerprint import (
    NOTHING_BEFORE,
    ActDigest,
    code_of,
    encode_row,
    encode_value,
    read_code,
)
from ledger.storage.columns import shape_of
from ledger.storage.journal import encode_entry, encode_line
from ledger.storage.register import RECORDS
from tests.support.effort import effort

DATA = Path(__file__).parent / "data"


def vectors(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (DATA / name).read_text("utf-8").splitlines()]


ROWS = vectors("encoding_rows.jsonl")
ACTS = vectors("encoding_acts.jsonl")


def test_there_are_enough_frozen_rows_and_many_of_them_thai():
    thai = [one for one in ROWS if any("ก" <= letter <= "๛" for letter in str(one["row"]))]

    assert len(ROWS) >= 70
    assert len(thai) >= 35


@pytest.mark.parametrize("vector", ROWS, ids=lambda one: str(one["row"])[:40])
def test_a_row_is_encoded_as_it_was_when_the_format_was_frozen(vector):
    assert encode_row(vector["row"]).hex() == vector["hex"]


@pytest.mark.parametrize("vector", ACTS, ids=lambda one: str(one["act"][0]))
def test_an_act_is_sealed_as_it_was_when_the_format_was_frozen(vector):
    digest = ActDigest()
    for name in sorted(vector["tables"]):
        digest.add_table(name, [encode_row(row) for row in vector["tables"][name]])
    before = bytes.fromhex(vector["previous"]) or NOTHING_BEFORE

    assert digest.marks == vector["marks"]
    assert digest.fingerprint(before, vector["act"]).hex() == vector["fingerprint"]
    assert code_of(bytes.fromhex(vector["fingerprint"])) == vector["code"]
    assert read_code(vector["code"].lower().replace(" ", "-")) == vector["code"]


@pytest.mark.parametrize("value", [True, False, 1.0, b"x", date(2026, 1, 1), Fraction(1, 2), [1]])
def test_only_text_integers_and_nothing_have_an_encoding(value):
    with pytest.raises(TypeError):
        encode_value(value)


texts = st.text(st.characters(exclude_categories=["Cs"])) | st.text("กขำํา้ิุเแๆ๑๒ ", max_size=12)
integers = st.integers(-(10**15), 10**15)
values = st.none() | integers | texts


@given(st.lists(values), st.lists(values))
def test_different_rows_have_different_encodings(one, other):
    assert (encode_row(one) == encode_row(other)) == (one == other)


@given(
    st.tuples(
        integers,
        integers,
        st.dates().map(date.isoformat),
        texts,
        texts,
        st.none() | integers,
        integers,
        integers,
        texts,
        integers,
    )
)
def test_a_line_is_encoded_like_any_row(row):
    assert encode_line(row) == encode_row(row)


@given(st.tuples(integers, texts, texts, texts, st.none() | integers, st.none() | texts, integers))
def test_an_entry_is_encoded_like_any_row(row):
    assert encode_entry(row) == encode_row(row)


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.table)
@effort(15)
@given(data=st.data())
def test_every_record_is_encoded_like_any_row(kind, data):
    shape = shape_of(kind)
    kinds = [
        (integers if column.sql == "INTEGER" else texts)
        | (st.none() if column.nullable else st.nothing())
        for column in shape.columns
    ]
    row = data.draw(st.tuples(*kinds, integers))

    assert shape.encode(row) == encode_row(row)


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.table)
@effort(15)
@given(data=st.data())
def test_a_record_comes_back_from_its_row_as_it_went_in(kind, data):
    shape = shape_of(kind)
    record = data.draw(st.builds(kind))

    assert shape.out(shape.into(record, 1)) == record
