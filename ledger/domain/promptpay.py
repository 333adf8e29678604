"""PromptPay: the number money is sent to, and the text of the QR code that banks read.

The text is the "Thai QR" form of EMVCo's merchant-presented code: fields of two-digit tag,
two-digit length and value. Tag 29 is a credit transfer by PromptPay (application
``A000000677010111``) to a telephone (01), a national or tax number (02) or an e-wallet (03); 53 is
the currency (764, baht), 54 the amount, 58 the country, 63 the checksum over all before it.
"""

from __future__ import annotations

import re

from ledger.domain.identity import problem_of
from ledger.domain.money import ZERO, Money
from ledger.domain.refusals import BadPromptPay

_APPLICATION = "A000000677010111"
_THAI_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_TELEPHONE = re.compile("0[689][0-9]{8}")


def promptpay_number(text: str) -> str:
    """The plain digits of a typed number; empty stays empty.

    Ten digits of a mobile telephone, thirteen of a national or tax number with a right check
    digit, or fifteen of an e-wallet.

    Raises:
        BadPromptPay: it is none of these.
    """
    plain = re.sub(r"[ \-.()]", "", text.strip().translate(_THAI_DIGITS))
    plain = re.sub(r"^(?:\+66|0066)0?(?=[0-9]{9}$)", "0", plain)
    if not plain or _TELEPHONE.fullmatch(plain) or re.fullmatch("[0-9]{15}", plain):
        return plain
    if re.fullmatch("[0-9]{13}", plain) and problem_of(plain) is None:
        return plain
    raise BadPromptPay(text)


def promptpay_text(number: str, amount: Money = ZERO) -> str:
    """The text of the code for a number; with an amount it is good for that amount only."""
    kind, value = _receiver(number)
    account = _field("00", _APPLICATION) + _field(kind, value)
    fixed = amount > ZERO
    parts = (
        _field("00", "01"),
        _field("01", "12" if fixed else "11"),
        _field("29", account),
        _field("53", "764"),
        _field("54", amount.as_decimal()) if fixed else "",
        _field("58", "TH"),
    )
    said = "".join(parts) + "6304"
    return said + f"{checksum(said):04X}"


def checksum(text: str) -> int:
    """CRC-16/CCITT with start 0xFFFF and polynomial 0x1021, as EMVCo asks for tag 63."""
    crc = 0xFFFF
    for byte in text.encode("ascii"):
        crc ^= byte << 8
        for _ in range(8):
            crc = (crc << 1 ^ 0x1021 if crc & 0x8000 else crc << 1) & 0xFFFF
    return crc


def _receiver(number: str) -> tuple[str, str]:
    if len(number) == 10:
        return "01", f"0066{number[1:]}"
    return ("02" if len(number) == 13 else "03"), number


def _field(tag: str, value: str) -> str:
    return f"{tag}{len(value):02d}{value}"
