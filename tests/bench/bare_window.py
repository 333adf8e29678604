"""The least a window of this kind costs: Python, Qt and an empty table, nothing of ours."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QTableView


def main() -> int:
    app = QApplication([])
    table = QTableView()
    table.resize(1366, 768)
    table.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
