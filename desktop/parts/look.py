"""How everything looks: one font, one accent colour, light and dark, text from 100 to 200 percent.

Use:
    load_font()
    apply_look(app, Look())
    apply_look(app, Look(percent=150, dark=True))      # live; every window follows
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QWidget

import reports

FAMILY = "Sarabun"
SIZES = (100, 110, 125, 150, 175, 200)  # percent
_POINTS = 11
_HEADING = 1.4  # times the size of plain text
_STYLES_OWN = 3  # pixels beside a cell's text that the style adds to ours


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of one brightness; every text colour has a contrast of 4.5 and more on paper."""

    paper: str
    raised: str
    ink: str
    faint: str
    hairline: str
    accent: str
    on_accent: str
    chosen: str
    problem: str
    caution: str
    good: str


LIGHT = Colours(
    paper="#faf8f3",
    raised="#ffffff",
    ink="#1f1d1a",
    faint="#5e5a52",
    hairline="#d5cfc2",
    accent="#0b5d57",
    on_accent="#ffffff",
    chosen="#d3e7e4",
    problem="#a3261b",
    caution="#7a4b00",
    good="#1e6b2e",
)
DARK = Colours(
    paper="#1d1f1e",
    raised="#272a29",
    ink="#ece9e2",
    faint="#b4afa4",
    hairline="#4a4d4a",
    accent="#63bdb3",
    on_accent="#0e1a19",
    chosen="#234a46",
    problem="#ff9c8f",
    caution="#f0b95a",
    good="#7ccb8a",
)


@dataclass(frozen=True, slots=True)
class Look:
    """One reader's choice; kept per user."""

    percent: int = 100
    dark: bool = False

    def larger(self) -> Look:
        return replace(self, percent=min((s for s in SIZES if s > self.percent), default=SIZES[-1]))

    def smaller(self) -> Look:
        return replace(self, percent=max((s for s in SIZES if s < self.percent), default=SIZES[0]))

    @property
    def colours(self) -> Colours:
        return DARK if self.dark else LIGHT


def load_font() -> str:
    """Make the bundled Thai font known to Qt; answers its family."""
    folder = Path(reports.__file__).parent / "render" / "fonts"
    for file in sorted(folder.glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
    return FAMILY


def apply_look(app: QApplication, look: Look) -> None:
    """Give the whole program this look; open windows follow at once and keep what is typed."""
    if not app.styleSheet():
        app.setStyle("Fusion")  # once: a second time would build every widget's style anew
    app.setPalette(palette(look.colours))
    app.setFont(_font(look))
    app.setStyleSheet(style_sheet(look))


def _font(look: Look) -> QFont:
    font = QFont(FAMILY)
    font.setPointSizeF(_POINTS * look.percent / 100)
    return font


def colours_of(widget: QWidget) -> Colours:
    """The colours in force where this widget stands, for those who paint themselves."""
    return DARK if widget.palette().color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT


def row_height(metrics: QFontMetrics) -> int:
    """Pixels for one line of a table; stacked Thai marks need room (30 and more at 11 pt)."""
    return max(30, metrics.height() * 8 // 5)


def heading_font() -> QFont:
    """The font of headings: set on them, because a style sheet comes too late for their size."""
    font = QApplication.font()
    font.setPointSizeF(font.pointSizeF() * _HEADING)
    font.setBold(True)
    return font


def room_above(metrics: QFontMetrics) -> int:
    """Pixels that tone marks over tall vowels need above what the font says."""
    return metrics.height() // 5 + 1


def room_below(metrics: QFontMetrics) -> int:
    """Pixels that vowels below the line need below what the font says."""
    return metrics.height() * 3 // 10


def cell_padding(metrics: QFontMetrics) -> int:
    """Pixels left free on either side of a cell's text."""
    return _STYLES_OWN + max(4, metrics.height() // 3)


def palette(colours: Colours) -> QPalette:
    roles = QPalette.ColorRole
    made = QPalette(QColor(colours.raised), QColor(colours.paper))
    for role, colour in (
        (roles.Window, colours.paper),
        (roles.Base, colours.raised),
        (roles.AlternateBase, colours.paper),
        (roles.Button, colours.raised),
        (roles.Text, colours.ink),
        (roles.WindowText, colours.ink),
        (roles.ButtonText, colours.ink),
        (roles.PlaceholderText, colours.faint),
        (roles.ToolTipBase, colours.raised),
        (roles.ToolTipText, colours.ink),
        (roles.Highlight, colours.accent),
        (roles.HighlightedText, colours.on_accent),
        (roles.Accent, colours.accent),
        (roles.Link, colours.accent),
        (roles.Mid, colours.hairline),
    ):
        made.setColor(role, QColor(colour))
    for role in (roles.Text, roles.WindowText, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.faint))
    return made


def style_sheet(look: Look) -> str:
    """What Qt's style does not do by palette alone: buttons, hairlines, notes beside fields."""
    c = look.colours
    metrics = QFontMetrics(_font(look))
    side = cell_padding(metrics)
    box = metrics.height() * 4 // 5
    return f"""
QPushButton {{ background: {c.raised}; color: {c.ink}; border: 1px solid {c.faint};
  border-radius: 4px; padding: 0.2em 0.7em; min-height: 1.2em; }}
QPushButton:hover {{ border-color: {c.accent}; }}
QPushButton:focus {{ border: 2px solid {c.accent}; padding: 0.15em 0.65em; }}
QPushButton:pressed {{ background: {c.chosen}; }}
QPushButton:disabled {{ color: {c.faint}; border: 1px dashed {c.hairline}; }}
QPushButton[main="true"] {{ background: {c.accent}; color: {c.on_accent};
  border-color: {c.accent}; font-weight: bold; }}
QPushButton[main="true"]:focus {{ border: 2px solid {c.ink}; }}
QPushButton[main="true"]:disabled {{ background: {c.hairline}; color: {c.faint}; }}
QLineEdit, QPlainTextEdit {{ border: 1px solid {c.faint}; border-radius: 3px;
  padding: 0.2em 0.3em; background: {c.raised}; color: {c.ink}; min-height: 1.2em;
  selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
QLineEdit:focus, QPlainTextEdit:focus {{ border: 2px solid {c.accent};
  padding: 0.15em 0.25em; }}
QLineEdit:disabled, QLineEdit:read-only {{ background: {c.paper}; color: {c.faint}; }}
QComboBox, QSpinBox {{ min-height: 1.5em; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: {box}px; height: {box}px; }}
QTableView, QListView, QTreeView {{ border: 1px solid {c.hairline}; background: {c.raised};
  selection-background-color: {c.chosen}; selection-color: {c.ink}; }}
QTableView[hairlines="true"]::item {{ border-bottom: 1px solid {c.hairline};
  padding: 0 {side - _STYLES_OWN}px; }}
QTableView[hairlines="true"]::item:selected {{ background: {c.chosen}; color: {c.ink}; }}
Offers::item {{ padding: {side // 2}px {side}px; }}
Offers::item:selected {{ background: {c.chosen}; color: {c.ink}; }}
QCalendarWidget QTableView {{ border: 0; }}
QTableView:focus, QListView:focus {{ border: 1px solid {c.accent}; }}
QHeaderView::section {{ background: {c.paper}; color: {c.ink}; border: 0;
  border-bottom: 1px solid {c.faint}; padding: 0.3em {side}px; font-weight: bold; }}
QHeaderView::section:vertical {{ padding: 0 {side}px; }}
QCheckBox, QRadioButton {{ padding: {room_above(metrics)}px 0 {room_below(metrics)}px 0; }}
QLabel[note="hint"] {{ color: {c.faint}; }}
QLabel[note="problem"] {{ color: {c.problem}; font-weight: bold; }}
QLabel[note="caution"] {{ color: {c.caution}; font-weight: bold; }}
QToolTip {{ background: {c.raised}; color: {c.ink}; border: 1px solid {c.faint}; }}
"""
