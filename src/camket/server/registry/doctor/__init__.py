"""What is wrong in the registry: everything that can be worked out again is, and compared with what is kept."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

from camket.findings import Finding
from camket.server.registry.files import FileStore


def examine(files: FileStore) -> Iterator[Finding]:
    """All that is wrong, one module of this folder after another (`check(files)` of each); nothing is changed."""
    for name in sorted(module.name for module in pkgutil.iter_modules(__path__)):
        yield from importlib.import_module(f"{__name__}.{name}").check(files)
