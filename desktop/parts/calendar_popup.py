"""The calendar that opens below a day field: Qt's days under a head of our own in either era.

Qt knows no Buddhist years (technology.md 2), so its navigation is hidden and replaced.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QSpinBox,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.parts.look import cell_padding
from desktop.parts.placing import place_for
from desktop.parts.words import Button, verbatim
from reports.words.calendar import Era, shown_year
from reports.words.voice import Voice

_YEARS = range(1857, 2158)  # common era, as reports.words reads typed years


class CalendarPopup(QFrame):
    """Shows one month; Enter or a click takes the day, Escape closes, arrows walk."""

    picked = Signal(object)

    def __init__(self, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName(voice.tr("Calendar"))
        self._era_years = shown_year(0, voice.era)
        self.days = _days(voice)
        self.month = QComboBox()
        self.month.addItems([voice.month_name(number) for number in range(1, 13)])
        self.month.setAccessibleName(voice.tr("Month"))
        self.year = _year_box(voice, self._era_years)
        self.earlier = _arrow("‹", voice.tr("Month before"), voice)
        self.later = _arrow("›", voice.tr("Month after"), voice)
        self._lay_out()
        self._wire()

    def open_at(self, day: date | None, *, below: QWidget) -> None:
        if day is not None:
            self.days.setSelectedDate(QDate(day.year, day.month, day.day))
        self._show_month(self.days.yearShown(), self.days.monthShown())
        self.adjustSize()
        self.move(place_for(self.size(), below))
        self.show()
        self.days.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.earlier)
        head.addWidget(self.month, 1)
        head.addWidget(self.year)
        head.addWidget(self.later)
        rows = QVBoxLayout(self)
        rows.addLayout(head)
        rows.addWidget(self.days)

    def _wire(self) -> None:
        self.earlier.clicked.connect(self.days.showPreviousMonth)
        self.later.clicked.connect(self.days.showNextMonth)
        self.days.currentPageChanged.connect(self._show_month)
        self.month.activated.connect(self._turn)
        self.year.valueChanged.connect(self._turn)
        self.days.clicked.connect(self._take)
        self.days.activated.connect(self._take)

    def _show_month(self, year: int, month: int) -> None:
        for box in (self.month, self.year):
            box.blockSignals(True)  # noqa: FBT003
        self.month.setCurrentIndex(month - 1)
        self.year.setValue(year + self._era_years)
        for box in (self.month, self.year):
            box.blockSignals(False)  # noqa: FBT003

    def _turn(self) -> None:
        self.days.setCurrentPage(self.year.value() - self._era_years, self.month.currentIndex() + 1)

    def _take(self, day: QDate) -> None:
        self.close()
        self.picked.emit(date(day.year(), day.month(), day.day()))


def _days(voice: Voice) -> QCalendarWidget:
    days = QCalendarWidget()
    days.setNavigationBarVisible(False)
    days.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    thai = voice.tongue == "th"
    language = QLocale.Language.Thai if thai else QLocale.Language.English
    days.setLocale(QLocale(language, QLocale.Country.Thailand))
    days.setMinimumWidth(_week_width(days))
    days.setFirstDayOfWeek(Qt.DayOfWeek.Sunday)
    days.setMinimumDate(QDate(_YEARS[0], 1, 1))
    days.setMaximumDate(QDate(_YEARS[-1], 12, 31))
    for part in (days, *days.findChildren(QTableView)):
        part.setAccessibleName(voice.tr("Days of the month"))
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        # Qt paints them red, which on dark paper cannot be read.
        days.setWeekdayTextFormat(day, QTextCharFormat())
    return days


def _week_width(days: QCalendarWidget) -> int:
    """Room for the names of the days: Qt's short Thai names are the whole names."""
    language, metrics = days.locale(), days.fontMetrics()
    short = QLocale.FormatType.ShortFormat
    widest = max(metrics.horizontalAdvance(language.dayName(day, short)) for day in range(1, 8))
    return 7 * (widest + 2 * cell_padding(metrics))


def _year_box(voice: Voice, era_years: int) -> QSpinBox:
    box = QSpinBox()
    box.setRange(_YEARS[0] + era_years, _YEARS[-1] + era_years)
    box.setAccessibleName(
        voice.tr("Year (Buddhist era)") if voice.era is Era.BUDDHIST else voice.tr("Year")
    )
    return box


def _arrow(sign: str, name: str, voice: Voice) -> Button:
    button = Button(verbatim(sign), voice)
    button.setAccessibleName(name)
    button.setToolTip(name)
    return button
