"""An office receives packages version by version, and refuses another history of a book."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from ledger.book import Secret
from ledger.domain.codec import canonical, plain_value
from ledger.domain.days import Month
from ledger.domain.lending import Direction
from ledger.domain.loans.terms import Method
from ledger.domain.money import baht
from ledger.domain.network.figures import KeyFigures, added
from ledger.domain.network.register import (
    Additions,
    Level,
    Network,
    NetworkKind,
    OfficeName,
    Organisation,
    OrganisationKind,
    Place,
)
from ledger.domain.network.rollup import By, Chosen
from ledger.domain.refusals import Refusal
from ledger.domain.refusals.network import (
    BookOfAnother,
    NotAnOffice,
    OfficeBroken,
    PackageForked,
    PackageOfOtherMonth,
    PackageOfPractice,
    PackageOlder,
    PackageUnsigned,
    PlaceWrong,
    UnknownBook,
    UnknownNetwork,
    UnknownPlace,
    UnknownSigner,
)
from ledger.exchange.package import Sealed, seal, zipped
from ledger.exchange.package_parts import FIGURES, MANIFEST, SIGNATURE
from ledger.network.office import Office
from ledger.network.questions import missing, organisation_month, roll_up
from ledger.network.receiving import Confirmed, receive
from ledger.usecases.closing import ReopenMonth
from ledger.usecases.handing_in import SetCardPartner
from ledger.usecases.lending import DefineLoanType
from tests.support.clocks import StandingClock
from tests.support.lending import borrowing, contract, pay_out, with_types
from tests.support.network import JANUARY, TENTH, close_january, cooperative, put
from tests.support.quick_keys import quick_guesses
from tests.support.raw import stranger

FIRST, SECOND, FUND = "กท. 1", "กท. 22", "กท. 333"
MARCH_20 = StandingClock(date(2026, 3, 20))
PLACES = (
    Place("TH", Level.NATION, "ประเทศไทย", "Thailand"),
    Place("NE", Level.REGION, "ภาคตะวันออกเฉียงเหนือ", parent="TH"),
    Place("SRN", Level.PROVINCE, "สุรินทร์", "Surin", parent="NE"),
    Place("SRN-1", Level.CITY, "เมืองสุรินทร์", parent="SRN"),
    Place("SRN-2", Level.CITY, "ปราสาท", parent="SRN"),
)
NETWORKS = (
    Network("AGE", NetworkKind.ISSUE, "เครือข่ายชมรมผู้สูงอายุ", "Elderly clubs"),
    Network("MUN", NetworkKind.AREA, "เครือข่ายลุ่มน้ำมูล", "Mun river basin"),
    Network("MED", NetworkKind.ISSUE, "เครือข่ายสื่อชุมชน", "Community media"),
)
ORGANISATIONS = (
    Organisation("A", "สหกรณ์ ก", registration=FIRST, place="SRN-1", networks=("AGE", "MUN", "MED")),
    Organisation("B", "สหกรณ์ ข", registration=SECOND, place="SRN-2", networks=("AGE",)),
    Organisation(
        "C",
        "กองทุนเมือง",
        kind=OrganisationKind.CITY_FUND,
        registration=FUND,
        place="SRN-1",
        networks=("MUN",),
    ),
    Organisation("D", "ยังไม่เคยส่ง", place="SRN", networks=("MUN",), telephone="044-511111"),
)
UNSIGNED = Confirmed(unsigned=True)
HERS = "เรือใบสีขาวลำเล็ก"


def _borrow(village):
    """The first cooperative borrows 10,000 from the city fund, and says whose the card is."""
    village.run(
        DefineLoanType(
            code="CITY",
            name_th="กองทุนเมือง",
            direction=Direction.IN,
            account="24030",
            interest_account="51060",
            penalty_account="51060",
            method=Method.EQUAL_PRINCIPAL,
        )
    )
    card = borrowing(village, baht(10_000), type="CITY")
    pay_out(village, card, baht(10_000), on=TENTH)
    village.run(SetCardPartner(card=card, organisation=FUND))


def _lend(village):
    """The city fund lends it out."""
    with_types(village)
    card = contract(village, "0001", baht(10_000))
    pay_out(village, card, baht(10_000), on=TENTH)
    village.run(SetCardPartner(card=card, organisation=FIRST))


@pytest.fixture(scope="module")
def books(tmp_path_factory):
    """Three closed cooperatives: 500 + 300, 1,000, and a city fund with 20,000."""
    folder = tmp_path_factory.mktemp("books")
    made = {
        "A": cooperative(folder / "a", FIRST, baht(500), baht(300)),
        "B": cooperative(folder / "b", SECOND, baht(1_000)),
        "C": cooperative(folder / "c", FUND, baht(20_000)),
    }
    _borrow(made["A"])
    _lend(made["C"])
    for village in made.values():
        close_january(village)
    yield made
    for village in made.values():
        village.book.close()


@pytest.fixture(scope="module")
def packages(books):
    return {code: seal(village.book, JANUARY) for code, village in books.items()}


@pytest.fixture
def office(tmp_path):
    with Office.new(tmp_path / "surin.satnet", OfficeName("สุรินทร์"), clock=MARCH_20) as made:
        made.add(Additions(PLACES, NETWORKS, ORGANISATIONS))
        yield made


@pytest.fixture
def full(office, packages, tmp_path):
    for sealed in packages.values():
        receive(office, put(sealed, tmp_path), UNSIGNED)
    return office


def row_of(rollup, code):
    return next(row for row in rollup.rows if row.code == code)


# ── sums ────────────────────────────────────────────────────────────────────────────────────────


def test_three_cooperatives_are_added_up_and_nobody_counts_twice(full):
    sums = roll_up(full, month=JANUARY)

    assert sums.total.key.savings == baht(500 + 300 + 1_000 + 20_000)
    assert sums.total.key.members == 4
    assert (sums.total.organisations, sums.total.reported) == (4, 3)
    # The first cooperative stands in three networks and counts in each of them.
    assert row_of(sums, "AGE").key.savings == baht(500 + 300 + 1_000)
    assert row_of(sums, "MUN").key.savings == baht(500 + 300 + 20_000)
    assert row_of(sums, "MED").key.savings == baht(500 + 300)
    assert row_of(sums, "MUN").missing == ("D",)
    # Two of its networks are of one kind, where it counts once.
    issues = row_of(roll_up(full, month=JANUARY, by=By.NETWORK_KIND), "issue")
    assert issues.key.savings == baht(500 + 300 + 1_000)


def test_places_are_added_up_the_tree(full):
    cities = roll_up(full, month=JANUARY, by=By.CITY)
    provinces = roll_up(full, month=JANUARY, by=By.PROVINCE)
    one = roll_up(full, month=JANUARY, chosen=Chosen(place="SRN-1"))

    assert row_of(cities, "SRN-1").key.savings == baht(500 + 300 + 20_000)
    assert row_of(cities, "SRN-2").key.savings == baht(1_000)
    assert row_of(cities, "").missing == ("D",)  # it lies in the province, in no city
    assert [row.code for row in provinces.rows] == ["SRN"]
    assert provinces.rows[0].key == provinces.total.key
    assert one.total.organisations == 2


def test_what_they_owe_each_other_is_taken_out_of_the_sums(full):
    sums = roll_up(full, month=JANUARY)

    (owed,) = sums.eliminations
    assert (owed.owner, owed.debtor) == ("C", "A")
    assert owed.said_by_owner == owed.said_by_debtor == owed.eliminated == baht(10_000)
    left = {row.group: row for row in sums.groups}
    assert left["loans"].added == baht(10_000)
    assert left["loans"].left == left["borrowing_network"].left == baht(0)
    assert left["deposits"].left == baht(-21_800)
    assert sum(row.left.satang for row in sums.groups) == 0


def test_what_only_one_side_says_is_shown_and_stays(office, packages, tmp_path):
    sealed = packages["A"]
    receive(office, put(sealed, tmp_path), UNSIGNED)
    less = forged(packages["C"], toward=[])
    (tmp_path / "c.satpack").write_bytes(less)
    receive(office, tmp_path / "c.satpack", UNSIGNED)

    (owed,) = roll_up(office, month=JANUARY).eliminations

    assert (owed.said_by_owner, owed.said_by_debtor) == (None, baht(10_000))
    assert (owed.eliminated, owed.difference) == (baht(0), baht(-10_000))


def test_who_has_not_reported_is_named_with_a_telephone(full):
    answer = missing(full, month=JANUARY)

    assert [(row.code, row.telephone, row.last) for row in answer.rows] == [
        ("D", "044-511111", None)
    ]
    assert missing(full, month=Month(2026, 2)).rows[0].last == JANUARY


def test_from_a_sum_one_goes_down_to_what_each_one_gave(full, packages):
    (row,) = [one for one in roll_up(full, month=JANUARY).organisations if one.code == "B"]
    given = organisation_month(full, organisation="B", month=JANUARY)

    assert row.key == given.figures.key == packages["B"].figures.key
    assert row.code_of_act == packages["B"].manifest.code
    assert full.package(row.act) == packages["B"].content


# ── versions and histories ──────────────────────────────────────────────────────────────────────


def forged(sealed: Sealed, head: Mapping[str, object] | None = None, **figures: object) -> bytes:
    """Another package of the book, as the program of that cooperative might have made it."""
    part = canonical({**plain_value(sealed.figures), **figures}).encode()
    manifest = plain_value(replace(sealed.manifest, figures=hashlib.sha256(part).hexdigest()))
    text = canonical({**manifest, **(head or {})}).encode()
    return zipped({MANIFEST: text, FIGURES: part, SIGNATURE: b"unsigned\n"})


def test_a_restated_month_is_a_new_version_and_the_old_one_stays(tmp_path, office):
    village = cooperative(tmp_path / "b", SECOND, baht(1_000))
    close_january(village)
    first = receive(office, put(seal(village.book, JANUARY), tmp_path), UNSIGNED)
    again = receive(office, put(seal(village.book, JANUARY), tmp_path))

    village.run(ReopenMonth(month=JANUARY, reason="ใบเสร็จตกค้าง"))
    card = village.one("SELECT MAX(number) FROM cards WHERE kind = 'savings'")
    village.deposit(card, baht(200), on=TENTH)
    close_january(village)
    second = receive(office, put(seal(village.book, JANUARY), tmp_path))

    assert (first.version, again.version, second.version) == (1, 1, 2)
    assert (again.again, second.again, second.restated) == (True, False, True)
    sums = roll_up(office, month=JANUARY)
    assert sums.total.key.savings == baht(1_200)
    assert sums.total.restated == 1
    before = organisation_month(office, organisation="B", month=JANUARY, version=1)
    assert before.figures.key.savings == baht(1_000)
    assert [one.changed for one in before.versions] == [False, True]
    village.book.close()


def why(office, content, tmp_path, **said):
    """The name of what the office says to these bytes."""
    path = tmp_path / "x.satpack"
    path.write_bytes(content)
    acts = office.stamp.number
    with pytest.raises(Refusal) as caught:
        receive(office, path, Confirmed(**{"unsigned": True, **said}))
    assert office.stamp.number == acts  # nothing was written
    return type(caught.value)


def test_an_older_book_another_history_and_shrunken_totals_are_refused(office, packages, tmp_path):
    sealed = packages["B"]
    receive(office, put(sealed, tmp_path), UNSIGNED)
    sequence = sealed.manifest.sequence
    totals = plain_value(sealed.manifest.perpetual)
    older = forged(sealed, {"sequence": sequence - 1})

    assert why(office, older, tmp_path) is PackageOlder
    assert why(office, forged(sealed, {"head": "ab" * 32}), tmp_path) is PackageForked
    shrunk = forged(sealed, {"sequence": sequence + 1, "perpetual": {**totals, "receipts": 0}})
    assert why(office, shrunk, tmp_path) is PackageForked
    # A reason takes an older file, and another history only where the book itself declares it.
    fork = forged(sealed, {"head": "ab" * 32})
    assert why(office, fork, tmp_path, because="กู้คืน") is PackageForked
    restored = {"sequence": sequence - 3, "head": "ab" * 32, "restorations": 1}
    path = tmp_path / "restored.satpack"
    path.write_bytes(forged(sealed, restored))
    assert receive(office, path, Confirmed(because="เครื่องเสีย")).version == 2
    path.write_bytes(forged(sealed, {**restored, "sequence": sequence - 2, "head": "cd" * 32}))
    assert receive(office, path).version == 3


def test_books_that_are_not_known_or_are_anothers_are_refused(office, packages, tmp_path):
    sealed = packages["B"]
    stranger_book = {"book": "f" * 32, "registration": "กท. 999"}

    assert why(office, forged(sealed, stranger_book), tmp_path) is UnknownBook
    assert why(office, forged(sealed, {"practice": True}), tmp_path) is PackageOfPractice
    assert why(office, sealed.content, tmp_path, unsigned=False) is PackageUnsigned
    february = Month(2026, 2)
    assert why(office, sealed.content, tmp_path, month=february) is PackageOfOtherMonth
    receive(office, put(sealed, tmp_path), UNSIGNED)
    other = forged(sealed, {"book": "f" * 32})
    assert why(office, other, tmp_path) is BookOfAnother
    assert why(office, sealed.content, tmp_path, organisation="A") is BookOfAnother


def test_a_register_that_names_what_is_not_there_is_refused(office):
    for more, kind in (
        (Additions(organisations=(Organisation("E", "จ", networks=("X",)),)), UnknownNetwork),
        (Additions(organisations=(Organisation("E", "จ", place="X"),)), UnknownPlace),
        (Additions(places=(Place("P", Level.WARD, "ต", parent="X"),)), UnknownPlace),
        (Additions(places=(Place("TH", Level.NATION, "ท", parent="SRN"),)), PlaceWrong),
        (Additions(organisations=(Organisation("E", "จ", registration=FIRST),)), BookOfAnother),
    ):
        before = office.stamp
        with pytest.raises(kind):
            office.add(more)
        assert office.stamp == before


# ── the office's own file ───────────────────────────────────────────────────────────────────────


def test_an_office_that_was_changed_with_a_tool_does_not_open(full):
    path = full.path
    full.check()
    full.close()
    with stranger(path) as tool:
        with pytest.raises(Exception, match="nothing is deleted"):
            tool.execute("DELETE FROM office_acts WHERE number = 3")
        tool.execute("DROP TRIGGER office_acts_never_updated")
        tool.execute("UPDATE office_acts SET payload = replace(payload, '1000.00', '9000.00')")

    with pytest.raises(OfficeBroken):
        Office.open(path, Secret(), clock=MARCH_20)


def test_a_package_that_was_changed_in_the_file_is_found(full):
    with stranger_after_closing(full) as tool:
        tool.execute("DROP TRIGGER office_acts_never_updated")
        tool.execute("UPDATE office_acts SET package = x'00' WHERE what = 'received'")

    with Office.open(full.path, Secret(), clock=MARCH_20) as again, pytest.raises(OfficeBroken):
        again.check()


def stranger_after_closing(office):
    office.close()
    return stranger(office.path)


def test_an_office_is_encrypted_where_it_has_a_passphrase_and_a_book_is_none(tmp_path, books):
    path = tmp_path / "a.satnet"
    with quick_guesses():
        Office.new(path, OfficeName("ก"), passphrase=HERS, clock=MARCH_20).close()
        with Office.open(path, Secret("", HERS), clock=MARCH_20) as office:
            assert office.register.office.name_th == "ก"

    assert b"SQLite" not in path.read_bytes()
    copied = tmp_path / "book.satcha"
    books["B"].book.copy_to(copied)
    with pytest.raises(NotAnOffice):
        Office.open(copied, Secret())


def test_key_figures_are_added_field_by_field():
    one = KeyFigures(members=2, cash=baht(5))

    assert added([one, one, KeyFigures(bank=baht(1))]) == KeyFigures(
        members=4, cash=baht(10), bank=baht(1)
    )
    assert json.loads(canonical(plain_value(added([])))) == plain_value(KeyFigures())


# ── whose key ───────────────────────────────────────────────────────────────────────────────────


def signed(content: bytes, key: Ed25519PrivateKey) -> bytes:
    """The same package under a key."""
    with ZipFile(BytesIO(content)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    public = key.public_key().public_bytes_raw().hex()
    line = f"ed25519 {public} {key.sign(parts[MANIFEST]).hex()}\n"
    return zipped({**parts, SIGNATURE: line.encode()})


def test_a_key_counts_once_a_person_has_confirmed_it(office, packages, tmp_path):
    hers, others = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()
    content = signed(packages["B"].content, hers)
    path = tmp_path / "b.satpack"
    path.write_bytes(content)
    with pytest.raises(UnknownSigner) as caught:
        receive(office, path, Confirmed(unsigned=True, key="AAAA AAAA AAAA AAAA"))
    code = caught.value.code

    assert receive(office, path, Confirmed(key=code.lower())).version == 1

    assert office.register.organisations["B"].keys == (code,)
    sequence = packages["B"].manifest.sequence
    path.write_bytes(signed(forged(packages["B"], {"sequence": sequence + 1}), hers))
    assert receive(office, path).version == 2
    # From now on neither another key nor none is enough.
    later = forged(packages["B"], {"sequence": sequence + 2})
    assert why(office, signed(later, others), tmp_path) is UnknownSigner
    assert why(office, later, tmp_path) is PackageUnsigned
