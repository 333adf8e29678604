"""QR codes are those of another encoder, square by square."""

from importlib import import_module

import pytest

from reports.render.qr import squares

encoder = import_module("reportlab.graphics.barcode.qrencoder")


def by_another(text: str, mask: int) -> tuple[str, ...]:
    code = encoder.QRCode(None, encoder.QRErrorCorrectLevel.M)
    code.addData(encoder.QR8bitByte(text))
    code.version = code.calculate_version()
    code.makeImpl(False, mask)  # noqa: FBT003  (the encoder's own way)
    return tuple("".join("1" if square else "0" for square in row) for row in code.modules)


def drawn_mask(rows: tuple[str, ...]) -> int:
    """The mask that the code says it has, read from beside the upper left finder."""
    bits = int("".join(rows[8][column] for column in range(5)), 2) ^ 0b10101
    return bits & 0b111


@pytest.mark.parametrize(
    "length",
    [1, 14, 15, 26, 27, 42, 43, 62, 63, 84, 85, 106, 107, 122, 123, 152, 180, 213, 214, 251, 666],
)
def test_the_squares_are_those_of_another_encoder(length):
    text = ("SATCHA:1204:ABCDEFGHJKMNPQRS " * 30)[:length]
    rows = squares(text)

    assert rows == by_another(text, drawn_mask(rows))


def test_the_mask_is_a_good_one():
    texts = [f"SATCHA:{number}:ABCDEFGHJKMNPQRS" for number in range(12)]
    masks = {drawn_mask(squares(text)) for text in texts}

    assert len(masks) > 1


def test_thai_goes_in_as_utf_8():
    text = "ตรวจสอบใบเสร็จ"
    rows = squares(text)

    assert rows == by_another(text, drawn_mask(rows))


def test_a_text_too_long_for_paper_is_refused():
    with pytest.raises(ValueError, match="too long"):
        squares("x" * 667)
