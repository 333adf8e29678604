"""A paper as a value: what stands on it, not how it is drawn.

Whoever makes a paper builds a ``Document`` from frozen blocks and leaves the drawing to
``reports.render``. Texts are already in the reader's words; amounts, days, counts and percentages
stay ``Money``, ``date``, ``int`` and ``Fraction``, so that a spreadsheet gets real figures and a
page gets them in the reader's habits. Every text is plain text: no markup is read anywhere.

    report = Document(
        title=voice.tr("Trial balance"),
        cooperative="สหกรณ์เคหสถานบ้านมั่นคงสุรินทร์ จำกัด",
        period=voice.month(Month(2026, 10)),
        printed=Printed(by="นางสาวสมใจ ใจดี", at=datetime(2026, 11, 3, 19, 5)),
        fingerprint=Fingerprint(act=1_204, code="ABCD EFGH JKMN PQRS"),
        blocks=(
            Table(
                columns=(
                    Column(voice.tr("Code"), Kind.CODE),
                    Column(voice.tr("Account")),
                    Column(voice.tr("Debit"), Kind.MONEY),
                    Column(voice.tr("Credit"), Kind.MONEY),
                ),
                rows=(
                    Row(("1010", "เงินสดในมือ", baht(2_500), None)),
                    Row(("2010", "เงินรับฝาก", None, baht(2_500))),
                    Row((None, voice.tr("Total"), baht(2_500), baht(2_500)), RowStyle.TOTAL),
                ),
            ),
            Signatures((Signature(voice.tr("Treasurer"), name="นางสาวสมใจ ใจดี"),)),
        ),
    )
    render_pdf(report, voice, Path("trial-balance.pdf"))
    render_xlsx(report, voice, Path("trial-balance.xlsx"))
    print(render_text(report, voice))

Many documents go into one file as any iterable of them, one at a time, so memory stays flat:
``render_pdf((statement_of(member) for member in members), voice, path)``.
"""

from reports.document.blocks import (
    QR,
    CutLine,
    Fact,
    Facts,
    Fingerprint,
    Heading,
    PageBreak,
    Paragraph,
    Picture,
    Placed,
    Signature,
    Signatures,
    Space,
)
from reports.document.sheet import (
    A4,
    A5,
    PASSBOOK,
    ROLL_80,
    Block,
    Columns,
    Document,
    Paper,
    Printed,
    SlipsTwoUp,
    two_up,
)
from reports.document.tables import Column, Kind, Row, RowStyle, Table
from reports.document.values import Align, Value

__all__ = [
    "A4",
    "A5",
    "PASSBOOK",
    "QR",
    "ROLL_80",
    "Align",
    "Block",
    "Column",
    "Columns",
    "CutLine",
    "Document",
    "Fact",
    "Facts",
    "Fingerprint",
    "Heading",
    "Kind",
    "PageBreak",
    "Paper",
    "Paragraph",
    "Picture",
    "Placed",
    "Printed",
    "Row",
    "RowStyle",
    "Signature",
    "Signatures",
    "SlipsTwoUp",
    "Space",
    "Table",
    "Value",
    "two_up",
]
