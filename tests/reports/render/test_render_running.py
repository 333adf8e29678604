"""The lines around a paper say only what is known."""

from datetime import datetime, timedelta, timezone

from reports.document import Printed
from reports.render.running import printed_line
from reports.words.voice import Voice

AT = datetime(2026, 11, 22, 18, 30, tzinfo=timezone(timedelta(hours=7)))


def test_the_foot_names_who_printed_and_when():
    line = printed_line(Printed(by="สุณี", at=AT), Voice("en"))
    assert line == "Printed by สุณี, 22 Nov 2569 18:30"


def test_nobody_at_the_keyboard_is_not_named():
    assert printed_line(Printed(by="", at=AT), Voice("en")) == "Printed 22 Nov 2569 18:30"
    assert printed_line(Printed(by="", at=AT), Voice("th")) == "พิมพ์เมื่อ 22 พ.ย. 2569 18:30"
