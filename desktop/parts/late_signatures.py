"""Loads what PySide6 says of its own functions when somebody asks, which a whole day may not bring.

PySide6 reads the signatures of its functions from text, for ``help()`` and for what it says when a
call does not fit. Its modules for that are loaded with the first part of Qt, a tenth of all that
is loaded. They can be found on their own only where ``installer/setup.sh`` has unpacked them. Not
``mapping``: PySide6 looks into that one without asking Python.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from threading import RLock
from types import ModuleType
from typing import Any

from typing_extensions import override

_PACKAGE = "shibokensupport.signature"
_LATE = frozenset(
    f"{_PACKAGE}.{name}" for name in ("layout", "parser", "lib.enum_sig", "lib.pyi_generator")
)
_loading = RLock()


def load_signatures_late() -> None:
    """To be called before PySide6 is loaded."""
    sys.meta_path.insert(0, _Finder())


class _Finder(MetaPathFinder):
    @override
    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname not in _LATE:
            return None
        found = PathFinder.find_spec(fullname, path, target)
        if found is not None and found.loader is not None:
            found.loader = _Late(found.loader)
        return found


class _Late(Loader):
    """Leaves a module empty until something in it is looked for."""

    def __init__(self, loader: Loader) -> None:
        self._loader = loader

    @override
    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        return self._loader.create_module(spec)

    @override
    def exec_module(self, module: ModuleType) -> None:
        def looked_for(name: str) -> Any:
            with _loading:
                if vars(module).pop("__getattr__", None) is not None:
                    self._loader.exec_module(module)
            return getattr(module, name)

        vars(module)["__getattr__"] = looked_for
