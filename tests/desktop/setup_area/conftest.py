"""Every test here starts from an open book of a small cooperative."""

from tests.desktop.opened import opened, plain_look

__all__ = ["opened", "plain_look"]
