"""The sheets and columns of the opening workbook, as data: what each holds, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class OpeningColumn:
    """One column; ``kind`` says what its cells hold or which list of the book they name."""

    sheet: str
    name: str
    kind: str
    needed: bool
    th: str
    en: str

    @property
    def heading(self) -> str:
        """The heading: people read both languages, the program the word in brackets."""
        return f"{self.th} / {self.en} [{self.name}]"


# What the tabs say besides the word by which the program knows them.
TITLES = {
    "settings": "ตั้งต้น",
    "chart": "ผังบัญชีเพิ่ม",
    "members": "สมาชิก",
    "savings": "เงินฝาก",
    "shares": "หุ้น",
    "banks": "ธนาคาร",
    "borrowings": "เงินกู้รับ",
    "loans": "เงินให้กู้",
    "assets": "สินทรัพย์ถาวร",
    "welfare": "กองทุนสวัสดิการ",
    "benefits": "สวัสดิการที่จ่ายแล้ว",
    "grants": "เงินอุดหนุน",
    "grant_lines": "งบเงินอุดหนุน",
    "grant_spent": "จ่ายเงินอุดหนุน",
    "accounts": "งบทดลอง",
}
# Words that a cell may hold; people choose or type any of them.
CHOICES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "account_kind": {
        "asset": ("สินทรัพย์", "1"),
        "liability": ("หนี้สิน", "2"),
        "equity": ("ทุน", "3"),
        "income": ("รายได้", "4"),
        "expense": ("ค่าใช้จ่าย", "5"),
    },
    "yes_no": {"yes": ("ใช่", "*", "**"), "no": ("ไม่ใช่",)},
    "asset_kind": {
        "land": ("ที่ดิน",),
        "building": ("อาคาร",),
        "equipment": ("อุปกรณ์สำนักงาน", "เครื่องใช้สำนักงาน"),
        "durable": ("ครุภัณฑ์",),
        "vehicle": ("ยานพาหนะ",),
    },
    "rhythm": {
        "day": ("วัน",),
        "week": ("สัปดาห์",),
        "month": ("เดือน",),
        "half_year": ("ครึ่งปี",),
        "year": ("ปี",),
    },
    "welfare_group": {
        "general": ("ทั่วไป",),
        "child": ("เด็ก",),
        "elderly": ("ผู้สูงอายุ",),
        "disadvantaged": ("ผู้ด้อยโอกาส",),
        "disabled": ("คนพิการ",),
        "orphan": ("เด็กกำพร้า",),
    },
    "sex": {"female": ("หญิง",), "male": ("ชาย",)},
}


def column_called(sheet: str, name: str) -> OpeningColumn | None:
    """The column of a sheet by the word in its heading's brackets; None where it is no such."""
    return next((one for one in opening_sheets().get(sheet, ()) if one.name == name), None)


def tab_of(sheet: str) -> str:
    """The name of a sheet's tab: Thai for people, the word of the program behind it."""
    return f"{TITLES[sheet]} {sheet}" if sheet in TITLES else sheet


def labels_of(kind: str) -> tuple[str, ...]:
    """What the drop-down of a kind offers."""
    return tuple(f"{words[0]} / {value}" for value, words in CHOICES.get(kind, {}).items())


def chosen(kind: str, text: str) -> str | None:
    """The value that a cell names; None where it is none of them."""
    said = " ".join(text.split()).casefold()
    for value, words in CHOICES[kind].items():
        # Any word may stand before the value: an older workbook offered another one.
        if said in {value, *words, *(f"{word} / {value}".casefold() for word in words)}:
            return value
    return None


@cache
def opening_sheets() -> Mapping[str, tuple[OpeningColumn, ...]]:
    """Every sheet with its columns, in the order of ``opening_sheets.tsv``."""
    text = resources.files("ledger.exchange").joinpath("opening_sheets.tsv").read_text("utf-8")
    sheets: dict[str, tuple[OpeningColumn, ...]] = {}
    for row in text.splitlines()[1:]:
        sheet, name, kind, needed, th, en = row.split("\t")
        column = OpeningColumn(sheet, name, kind, needed == "yes", th, en)
        sheets[sheet] = (*sheets.get(sheet, ()), column)
    return sheets
