"""What all tests with Qt share: a Python that survives them, and one remark that is let by."""

from __future__ import annotations

import pytest

from desktop.parts.kept_truth import keep_truth

keep_truth()


def pytest_collection_modifyitems(items):
    # The screen of the tests says so whenever an open window learns its smallest size or comes to
    # the front; real ones (X11, Windows) can do both.
    remark = pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints|raise)\(")
    for item in items:
        if "desktop" in item.path.parts:
            item.add_marker(remark)
