"""Every test here starts from an open book of a small cooperative."""

from tests.desktop.opened import kept_book, opened, plain_look

__all__ = ["kept_book", "opened", "plain_look"]
