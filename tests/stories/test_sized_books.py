"""Books of a size: exactly as many members, entries and lines as were asked for, and clean."""

from __future__ import annotations

import pytest

from ledger.book import Book
from ledger.practice.sizes import M, Network, Size, province, read_networks, sized_book
from ledger.queries.integrity import audit

NETWORKS = """no,name_th,name_en,kind,organisations,members
1,เครือข่ายลุ่มน้ำ,River network,area,3,22
2,เครือข่ายผู้สูงอายุ,Elderly network,issue,2,11
"""


def test_the_middle_size_is_that_of_the_design():
    # 2,000 members x 60 months, four lines a visit and a fifth for 1,301 of 3,000 visits, and
    # 99 withdrawals of two lines for every 800 members and month.
    visits = M.members * M.months
    fifths = visits * 1_301 // 3_000
    withdrawals = M.members * M.months * 99 // 800

    assert visits + withdrawals == 134_850
    assert 4 * visits + fifths + 2 * withdrawals == 561_740


@pytest.mark.parametrize(("members", "months"), [(1, 1), (40, 5), (75, 2)])
def test_a_book_has_the_members_and_the_volume_asked_for(tmp_path, members, months):
    path = sized_book(tmp_path / "book.satcha", Size(members, months))

    with Book.open(path) as book:
        found = book.ask(audit)
        cards = book.ask(lambda reader: reader.one("SELECT COUNT(*) FROM cards"))
    visits = members * months
    withdrawals = members * months * 99 // 800
    assert found.findings == ()
    assert cards == (3 * members,)
    assert found.totals.entries == visits + withdrawals
    assert found.totals.lines == 4 * visits + visits * 1_301 // 3_000 + 2 * withdrawals


def test_the_same_size_is_the_same_book(tmp_path):
    codes = []
    for name in ("a", "b"):
        with Book.open(sized_book(tmp_path / name, Size(6, 2))) as book:
            codes.append(book.ask(audit).code)

    assert codes[0] == codes[1]


def test_a_province_is_one_book_for_every_organisation(tmp_path):
    table = tmp_path / "networks.csv"
    table.write_text(NETWORKS, "utf-8")

    networks = read_networks(table)
    paths = province(tmp_path, networks, months=1)

    assert networks[0] == Network(1, "เครือข่ายลุ่มน้ำ", "River network", 3, 22)
    assert [path.name for path in paths] == [
        "01-001.satcha",
        "01-002.satcha",
        "01-003.satcha",
        "02-001.satcha",
        "02-002.satcha",
    ]
    counts = []
    for path in paths:
        with Book.open(path) as book:
            assert book.ask(audit).clean
            counts.append(book.ask(lambda reader: reader.one("SELECT COUNT(*) FROM members")))
    assert counts == [(8,), (7,), (7,), (6,), (5,)]
