"""The first screen of an open book."""

from __future__ import annotations

from desktop.session.screen import Screen


class HomeScreen(Screen):
    """The first screen."""
