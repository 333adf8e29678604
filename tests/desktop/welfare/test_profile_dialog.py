"""The profile of the fund, and sums from before this book, as the status form shows them."""

from __future__ import annotations

from desktop.welfare.screen import WelfareScreen
from ledger.domain.money import baht
from ledger.queries.welfare_status import welfare_status
from reports.words.voice import Voice
from tests.desktop.filling import fill
from tests.support.books import TODAY


def test_the_profile_stays_when_a_sum_is_added(qtbot, fund):
    screen = WelfareScreen(fund.session, Voice("en"), fund.asks, fund.opens)
    qtbot.addWidget(screen)
    screen.show()
    profile, before = screen.more.deeds
    fund.fills(
        fill(villages="12", founding_money="1000", activities="ตลาดชุมชน"),
        fill(figure="government", amount="5000"),
        fill(),
    )
    for deed in (profile, before, profile):
        screen.more.do(deed)
    status = fund.session.ask(welfare_status, at=TODAY)

    assert status.profile is not None
    assert (status.profile.villages, status.profile.activities) == (12, "ตลาดชุมชน")
    assert [one.before for one in status.sources if one.source == "government"] == [baht(5_000)]
