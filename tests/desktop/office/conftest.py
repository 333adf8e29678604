"""Every test here starts from an office that knows four organisations and two months of them."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desktop.app.office_areas import office_areas
from desktop.office.session import OfficeSession
from desktop.office.window import OfficeWindow
from desktop.parts.scripted_ask import ScriptedAsk
from desktop.session.preferences import Preferences
from desktop.tasks import InlineTasks
from ledger.domain.codec import canonical, plain_value
from ledger.domain.days import Month
from ledger.domain.money import baht
from ledger.domain.network.register import (
    Additions,
    Level,
    Network,
    NetworkKind,
    OfficeName,
    Organisation,
    Place,
)
from ledger.exchange import package_apart
from ledger.exchange.package import ENDING, Sealed, seal, zipped
from ledger.exchange.package_parts import FIGURES, MANIFEST, SIGNATURE
from ledger.network.office import Office
from ledger.network.receiving import Confirmed, receive
from reports.words.voice import Voice
from tests.desktop.opened import plain_look
from tests.support.clocks import StandingClock
from tests.support.network import JANUARY, close_january, cooperative

__all__ = ["plain_look"]

DECEMBER = Month(2025, 12)
REGISTER = Additions(
    (
        Place("SRN", Level.PROVINCE, "สุรินทร์", "Surin"),
        Place("SRN-1", Level.CITY, "เมืองสุรินทร์", parent="SRN"),
    ),
    (
        Network("AGE", NetworkKind.ISSUE, "เครือข่ายชมรมผู้สูงอายุ", "Elderly clubs"),
        Network("MUN", NetworkKind.AREA, "เครือข่ายลุ่มน้ำมูล", "Mun river basin"),
    ),
    (
        Organisation("A", "กลุ่ม ก", "Group A", registration="1", networks=("AGE", "MUN")),
        Organisation("B", "กลุ่ม ข", "Group B", registration="2", place="SRN-1"),
        Organisation("C", "กลุ่ม ค", registration="3", networks=("MUN",), telephone="044-511111"),
        Organisation("D", "กลุ่ม ง", registration="4", networks=("MUN",)),
    ),
)
OF_OTHERS = "ไม่รู้จัก"


@pytest.fixture(autouse=True)
def looks_here(monkeypatch):
    monkeypatch.setattr(package_apart, "_MAKES", package_apart.Here)


@pytest.fixture(scope="session")
def sealed(tmp_path_factory) -> Sealed:
    """What a small cooperative hands in."""
    village = cooperative(tmp_path_factory.mktemp("village"), "1", baht(500), baht(300))
    close_january(village)
    made = seal(village.book, JANUARY)
    village.book.close()
    return made


def package(sealed: Sealed, registration: str, month: Month = JANUARY, **of_manifest: Any) -> bytes:
    """The same figures as another organisation's, of another month; nobody signed them."""
    figures = replace(sealed.figures, month=month, year_from=Month(month.year, 1))
    part = canonical(plain_value(figures)).encode()
    fields = {
        "book": hashlib.sha256(registration.encode()).hexdigest()[:32],
        "registration": registration,
        "name_th": f"กลุ่มที่ {registration}",
        "month": month,
        "figures": hashlib.sha256(part).hexdigest(),
        **of_manifest,
    }
    manifest = canonical(plain_value(replace(sealed.manifest, **fields))).encode()
    return zipped({MANIFEST: manifest, FIGURES: part, SIGNATURE: b"unsigned\n"})


@pytest.fixture
def stick(sealed, tmp_path) -> Path:
    """Packages of C, of somebody whom nobody knows, and a file that is broken."""
    folder = tmp_path / "stick"
    folder.mkdir()
    for number, registration in enumerate(("3", OF_OTHERS), start=1):
        path = folder / f"x_2026-01_{number}{ENDING}"
        path.write_bytes(package(sealed, registration))
    (folder / f"broken{ENDING}").write_bytes(b"PK nothing")
    return folder


@pytest.fixture
def office(sealed, tmp_path):
    """A and B handed in January, A alone December."""
    clock = StandingClock(date(2026, 2, 20))
    name = OfficeName("สำนักงานเครือข่ายสุรินทร์", "Surin network office")
    with Office.new(tmp_path / "surin.satnet", name, user="สมใจ", clock=clock) as made:
        made.add(REGISTER)
        path = tmp_path / "brought.satpack"
        for registration, month, act in (("1", DECEMBER, 5), ("1", JANUARY, 9), ("2", JANUARY, 5)):
            path.write_bytes(package(sealed, registration, month, sequence=act))
            receive(made, path, Confirmed(unsigned=True))
        yield made


class Seen:
    """The window of the office, and people's answers."""

    def __init__(self, office: Office, language: Any) -> None:
        self.asks = ScriptedAsk(Voice(language))
        self.session = OfficeSession(office, InlineTasks())
        self.window = OfficeWindow(self.session, office_areas(), Preferences(language), self.asks)
        self.window.resize(1366, 768)

    def answers(self, *answers: object) -> None:
        self.asks._answers.extend(answers)

    def screen(self, name: str) -> Any:
        return self.window.screen_of(name)


@pytest.fixture
def seen(qtbot, office, request):
    made = Seen(office, getattr(request, "param", "en"))
    qtbot.addWidget(made.window)
    made.window.show()
    yield made
    made.window.hide()
