"""Papers to draw: small ones for rules, and a full one of each kind for golden files."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from fractions import Fraction

from ledger.domain.money import ZERO, Money, baht, total
from reports.document import (
    A4,
    A5,
    QR,
    Block,
    Column,
    Columns,
    Document,
    Fact,
    Facts,
    Fingerprint,
    Heading,
    Kind,
    Paper,
    Paragraph,
    Printed,
    Row,
    RowStyle,
    Signature,
    Signatures,
    Table,
)

COOPERATIVE = "สหกรณ์เคหสถานบ้านมั่นคงสุรินทร์ จำกัด"
THAILAND = timezone(timedelta(hours=7))
PRINTED = Printed("นางสาวสมใจ ใจดี", datetime(2026, 11, 3, 19, 5, tzinfo=THAILAND))
SEAL = Fingerprint(1_204, "ABCD EFGH JKMN PQRS", qr="SATCHA:1204:ABCDEFGHJKMNPQRS")
HARD_WORDS = ("ที่", "น้ำ", "กู้", "ปี่", "ฝั่ง", "กตัญญู", "ญี่ปุ่น", "ฐานะ")


def paper(*blocks: Block, sheet: Paper = A4, copy: int = 0, practice: bool = False) -> Document:
    """A paper of these blocks."""
    return Document(
        title="งบทดลอง",
        cooperative=COOPERATIVE,
        period="ตุลาคม 2569",
        printed=PRINTED,
        fingerprint=SEAL,
        blocks=blocks,
        paper=sheet,
        copy=copy,
        practice=practice,
    )


def texts_table(*texts: str) -> Table:
    """One column of texts."""
    return Table((Column("รายการ"),), tuple(Row((text,)) for text in texts))


def accounts_table(count: int = 6) -> Table:
    """Rows of every style, figures of every sign, days, codes, shares."""
    rows = [Row((None, "สินทรัพย์", None, None, None), RowStyle.HEADING)]
    amounts = [baht(1_250 * nth, 50) if nth % 3 else ZERO for nth in range(count)]
    amounts[1] = baht(-300, 25)
    for nth, amount in enumerate(amounts):
        day = date(2026, 10, 1) + timedelta(days=nth % 28)
        name = "เงินฝากธนาคาร" if nth % 2 else "ลูกหนี้เงินกู้ที่อยู่อาศัย"
        rows.append(Row((f"{1010 + nth}", name, day, amount, Fraction(nth, 8)), indent=1))
    rows.append(Row((None, "รวม", None, total(amounts), None), RowStyle.SUBTOTAL))
    rows.append(Row((None, "รวมทั้งสิ้น", None, total(amounts), None), RowStyle.TOTAL))
    return Table(
        (
            Column("รหัสบัญชี", Kind.CODE),
            Column("ชื่อบัญชี"),
            Column("วันที่", Kind.DAY),
            Column("จำนวนเงิน", Kind.MONEY, group="เดือนนี้"),
            Column("ส่วน", Kind.PERCENT, group="เดือนนี้"),
        ),
        tuple(rows),
        caption="ตารางที่ 1",
    )


def report(count: int = 6) -> Document:
    """Facts, running text, a table, the book's code and three signatures."""
    return paper(
        Heading("1. สรุป"),
        Facts(
            (
                Fact("เงินสดในมือ", baht(12_345, 50), strong=True),
                Fact("สมาชิก", 120),
                Fact("วันที่นับเงินสด", date(2026, 10, 31)),
                Fact("เงินขาดบัญชี", ZERO),
            )
        ),
        Paragraph.of("ผู้ตรวจสอบกิจการตรวจนับเงินสดคงเหลือตรงตามบัญชีคุมยอดลูกหนี้เงินกู้"),
        Heading("2. รายการ"),
        accounts_table(count),
        SEAL,
        Signatures(
            (
                Signature("เหรัญญิก", "นางสาวสมใจ ใจดี", date(2026, 11, 3)),
                Signature("ผู้ตรวจสอบกิจการ"),
                Signature("ประธานกรรมการ", "นายบุญมี ปี่แก้ว"),
            )
        ),
    )


def receipt(number: int = 1, sheet: Paper = A5) -> Document:
    """What a member takes home."""
    return paper(
        Facts((Fact("ได้รับเงินจาก", "นางน้ำฝน กตัญญู"), Fact("เลขที่", f"ร-2569/{number:04d}"))),
        Table(
            (
                Column("รายการ"),
                Column("จำนวนเงิน", Kind.MONEY),
                Column("ยอดคงเหลือ", Kind.MONEY, adds=False),
            ),
            (
                Row(("เงินสัจจะ", baht(200), baht(12_400))),
                Row(("เงินต้น", Money(125_025), baht(-182_000))),
                Row(("รวม", Money(145_025), None), RowStyle.TOTAL),
            ),
        ),
        Columns(((QR(SEAL.qr, "ตรวจสอบใบเสร็จ"),), (Signatures((Signature("ผู้รับเงิน"),)),))),
        sheet=sheet,
    )
