"""QR codes (ISO/IEC 18004): a text as black and white squares, error correction level M."""

from __future__ import annotations

import re
from functools import lru_cache

_CAPITALS = re.compile(r"[0-9A-Z $%*+./:-]+")
_LONGEST = 666  # bytes; what version 20 holds, and more would be too fine for a cheap printer


@lru_cache(maxsize=64)
def squares(text: str) -> tuple[str, ...]:
    """Rows of ``1`` (black) and ``0``, without the quiet zone of four squares around them.

    The text goes in as bytes of UTF-8, so that every reader gives Thai back; capitals and figures
    alone go in as such, which takes fewer and larger squares.

    Raises:
        ValueError: the text is longer than 666 bytes.
    """
    import segno

    content = text.encode("utf-8", "replace")
    if len(content) > _LONGEST:
        raise ValueError("too long for a code on paper")
    mode = "alphanumeric" if _CAPITALS.fullmatch(text) else "byte"
    code = segno.make_qr(content, error="m", mode=mode, boost_error=False)
    return tuple("".join("1" if square else "0" for square in row) for row in code.matrix)
