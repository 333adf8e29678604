"""However organisations stand in networks and places, nobody is added up twice or left out."""

from __future__ import annotations

from dataclasses import fields
from datetime import datetime
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.domain.accounts import BookKind
from ledger.domain.days import Month
from ledger.domain.money import ZERO, Money, baht
from ledger.domain.network.answers import (
    Missing,
    MissingRow,
    OrganisationMonth,
    RegisterAnswer,
    Stamp,
    Worst,
    compared,
    version_rows,
)
from ledger.domain.network.changes import changed_since
from ledger.domain.network.checks import footings
from ledger.domain.network.figures import (
    FORM,
    GroupRow,
    KeyFigures,
    KeyRatios,
    MonthFigures,
    Toward,
    TowardRow,
    ratios_of,
)
from ledger.domain.network.register import (
    Level,
    Network,
    NetworkKind,
    OfficeName,
    Organisation,
    Place,
    Register,
)
from ledger.domain.network.rollup import EVERYBODY, By, Chosen, roll_up
from ledger.domain.network.submission import SCHEMA, Manifest, Perpetual, Submission
from reports.document import Printed
from reports.documents.frame import Frame
from reports.documents.network import NETWORK_PAPERS, office_head
from reports.render.pdf import render_pdf
from reports.render.text import render_text
from reports.render.xlsx import render_xlsx
from reports.words.network_words import FIGURES, RATIOS
from reports.words.voice import Voice
from tests.support.clocks import THAI_TIME

OCTOBER = Month(2026, 10)
MOMENT = datetime(2026, 11, 20, 9, 30, tzinfo=THAI_TIME)
NETWORKS = {
    code: Network(code, kind, f"เครือข่าย {code}")
    for code, kind in zip("PQRS", (*list(NetworkKind)[:3], NetworkKind.ISSUE), strict=True)
}
PLACES = {
    "N": Place("N", Level.NATION, "ประเทศไทย"),
    "R": Place("R", Level.REGION, "อีสาน", parent="N"),
    "V1": Place("V1", Level.PROVINCE, "สุรินทร์", parent="R"),
    "V2": Place("V2", Level.PROVINCE, "บุรีรัมย์", parent="R"),
    "C1": Place("C1", Level.CITY, "เมือง", parent="V1"),
    "W1": Place("W1", Level.WARD, "ในเมือง", parent="C1"),
    "W2": Place("W2", Level.WARD, "นอกเมือง", parent="V2"),  # of a city that nobody entered
}


def submission(code, version=1, toward=(), **key) -> Submission:
    figures = MonthFigures(
        form=FORM,
        month=OCTOBER,
        closed=True,
        kind=BookKind.HOUSING,
        year_from=Month(2026, 1),
        key=KeyFigures(**key),
        saved=(),
        lent=(),
        late=(),
        borrowed=(),
        groups=(GroupRow("cash", baht(0), baht(5), baht(0), baht(5)),),
        toward=toward,
        last_deposit=None,
        last_entry=None,
    )
    manifest = Manifest(
        schema=SCHEMA,
        program="",
        book=code,
        registration=code,
        name_th=code,
        name_en="",
        kind=BookKind.HOUSING,
        practice=False,
        month=OCTOBER,
        sequence=version,
        head="ab" * 32,
        restorations=0,
        perpetual=Perpetual(1, 1, 1, 1, 1),
        figures="",
    )
    return Submission(
        organisation=code,
        version=version,
        act=version,
        received_at=MOMENT,
        user="",
        manifest=manifest,
        figures=figures,
        public="",
        sha256="",
    )


organisations = st.lists(
    st.tuples(
        st.sets(st.sampled_from("PQRS")),
        st.sampled_from([None, *PLACES]),
        st.lists(st.integers(0, 10**9), max_size=3),  # what each version says, none: nothing came
    ),
    max_size=8,
)


@given(organisations)
def test_sums_count_everybody_once_whatever_they_belong_to(drawn):
    known, given_figures = {}, []
    for number, (networks, place, versions) in enumerate(drawn):
        code = f"O{number}"
        known[code] = Organisation(code, code, place=place, networks=tuple(sorted(networks)))
        for version, satang in enumerate(versions, start=1):
            given_figures.append(submission(code, version, members=1, savings=Money(satang)))
    register = Register(OfficeName("ส"), PLACES, NETWORKS, known)
    told = {code: one[2] for code, one in zip(known, drawn, strict=True)}
    newest = {code: versions[-1] for code, versions in told.items() if versions}

    for by in By:
        sums = roll_up(register, given_figures, OCTOBER, by=by)
        # The total counts everybody who reported once, in the newest version.
        assert sums.total.key.savings.satang == sum(newest.values())
        assert sums.total.key.members == sums.total.reported == len(newest)
        assert set(sums.total.missing) == known.keys() - newest.keys()
        # Rows overlap where an organisation belongs to several of them, and only there.
        for row in sums.rows:
            assert row.organisations == row.reported + len(row.missing)
        belongs = [len(_codes(one, by)) or 1 for one in known.values()]
        assert sum(row.organisations for row in sums.rows) == sum(belongs)
        if by not in (By.NETWORK, By.NETWORK_KIND):
            assert sum(row.key.savings.satang for row in sums.rows) == sum(newest.values())
        assert sum(row.left.satang for row in sums.groups) == 500 * len(newest)
    for network in NETWORKS:
        only = roll_up(register, given_figures, OCTOBER, chosen=Chosen(network=network))
        mine = {code for code, one in known.items() if network in one.networks}
        assert only.total.key.savings.satang == sum(newest.get(code, 0) for code in mine)


def _codes(one: Organisation, by: By) -> set[object]:
    if by is By.NETWORK:
        return set(one.networks)
    if by is By.NETWORK_KIND:
        return {NETWORKS[code].kind for code in one.networks}
    return set()


def test_what_both_say_is_taken_out_and_the_rest_is_a_difference():
    known = {code: Organisation(code, code) for code in "AB"}
    register = Register(OfficeName("ส"), {}, {}, known)
    lender = submission("A", toward=(TowardRow("B", Toward.LENT, "loans", baht(100)),))
    debtor = submission(
        "B",
        toward=(
            TowardRow("A", Toward.BORROWED, "borrowing_network", baht(90)),
            TowardRow("Z", Toward.BORROWED, "borrowing_network", baht(7)),  # nobody here
        ),
    )

    (owed,) = roll_up(register, [lender, debtor], OCTOBER).eliminations

    assert (owed.owner, owed.debtor) == ("A", "B")
    assert (owed.eliminated, owed.difference) == (baht(90), baht(10))
    alone = roll_up(register, [lender], OCTOBER)
    assert alone.eliminations == ()  # the other one has not reported


def test_out_of_each_group_goes_no_more_than_stands_in_it():
    """A city fund holds a deposit and a promise of a cooperative, which says one sum of both."""
    known = {code: Organisation(code, code) for code in "AB"}
    register = Register(OfficeName("ส"), {}, {}, known)
    owner = submission("A", toward=(TowardRow("B", Toward.DEPOSITED, "bank", baht(100)),))
    fund = submission(
        "B",
        toward=(
            TowardRow("A", Toward.HELD, "deposits", baht(70)),
            TowardRow("A", Toward.HELD, "promise_equity", baht(30)),
        ),
    )

    sums = roll_up(register, [owner, fund], OCTOBER)

    out = {row.group: row.eliminated for row in sums.groups if row.eliminated != ZERO}
    assert out == {"bank": -baht(100), "deposits": baht(70), "promise_equity": baht(30)}


def test_ratios_are_of_sums_and_nothing_over_nothing():
    key = KeyFigures(members=4, savings=baht(10), outstanding=baht(300), late_30=baht(100))

    ratios = ratios_of(key)

    assert ratios.par_30 is not None
    assert ratios.par_30 * 10_000 == 3333
    assert ratios.savings_per_member == Money(250)
    assert ratios.reserve is ratios.cost is None
    assert ratios_of(KeyFigures()).savings_per_member is None


def test_sums_that_do_not_foot_are_named():
    one = submission("A", members=1).figures

    assert {each.place for each in footings(one)} >= {"members", "groups.debit", "cash"}


def test_every_figure_and_ratio_has_a_name():
    assert FIGURES.keys() == {one.name for one in fields(KeyFigures)}
    assert RATIOS.keys() == {one.name for one in fields(KeyRatios)}


# ── comparison and papers ───────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def answers():
    known = {
        "A": Organisation("A", "กลุ่ม ก", place="W1", networks=("P", "Q")),
        "B": Organisation("B", "กลุ่ม ข", place="V1", networks=("P",), telephone="044-511111"),
        "C": Organisation("C", "กลุ่ม ค", networks=("P",)),
    }
    register = Register(OfficeName("สำนักงาน", "Office"), PLACES, NETWORKS, known)
    given_figures = [
        submission("A", members=10, in_arrears=1, savings=baht(100)),
        submission("A", 2, members=10, in_arrears=2, savings=baht(120)),
        submission("C", members=10, in_arrears=9, savings=baht(5)),
    ]
    sums = roll_up(register, given_figures, OCTOBER)
    row = MissingRow("B", "กลุ่ม ข", "", "044-511111", ("P",), "V1", Month(2026, 9))
    newest = given_figures[1].figures
    versions = version_rows(given_figures[:2])
    head = RegisterAnswer(register.office, Stamp(9, MOMENT, "ดำ", "AAAA BBBB"), (), (), ())
    return head, {
        "roll-up": sums,
        "compare": compared(sums, Worst.IN_ARREARS),
        "missing": Missing(OCTOBER, EVERYBODY, 3, 2, (row,)),
        "change": changed_since(
            list(known.values()),
            {"A": given_figures[:2], "B": given_figures[:1]},
            {"A": given_figures[:1], "C": given_figures[2:]},
            month=OCTOBER,
            earlier=Month(2026, 9),
            chosen=EVERYBODY,
        ),
        "figures": OrganisationMonth(
            known["A"], OCTOBER, 2, newest, ratios_of(newest.key), versions
        ),
    }


def test_the_worst_stand_first_and_who_is_missing_last(answers):
    rows = answers[1]["compare"].rows

    assert [row.code for row in rows] == ["C", "A", "B"]
    by_savings = compared(answers[1]["roll-up"], Worst.SAVINGS)
    assert [row.code for row in by_savings.rows] == ["C", "A", "B"]


SAID = {
    "roll-up": ("2 จาก 3 องค์กร", "ไม่รวมในยอด: B", "รวม (นับองค์กรละครั้ง)", "125.00"),
    "compare": ("กลุ่ม ข – ยังไม่ส่งข้อมูล", "90%", "55%"),
    "missing": ("044-511111", "กันยายน 2569", "2 จาก 3 องค์กร"),
    "change": ("1 องค์กร", "ไม่รวมในยอดทั้งสอง: B", "ไม่รวมในยอดทั้งสอง: C", "20.00", "10%"),
    "figures": ("ตัวเลขเปลี่ยน", "งบทดลองตามผังบัญชีกลาง", "120.00"),
}


@pytest.mark.parametrize("name", NETWORK_PAPERS)
def test_papers_of_the_office_say_it_in_both_languages_and_every_form(answers, name):
    head, given_answers = answers
    documents = {}
    for language in ("th", "en", "both"):
        frame = Frame(office_head(head), Voice(language), Printed("ดำ", MOMENT))
        documents[language] = NETWORK_PAPERS[name][1](given_answers[name], frame)

    text = render_text(documents["th"], Voice("th"))
    for words in SAID[name]:
        assert words in text
    assert "สำนักงาน" not in render_text(documents["en"], Voice("en"))
    pdf, xlsx = BytesIO(), BytesIO()
    render_pdf([documents["both"]], Voice("both"), pdf)
    render_xlsx([documents["both"]], Voice("both"), xlsx)
    assert pdf.getvalue().startswith(b"%PDF")
    assert xlsx.getvalue().startswith(b"PK")
