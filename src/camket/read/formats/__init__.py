"""The input formats. Adding one is adding a module here with a `FORMAT`; nothing lists them."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from camket.read.parsed import Format


@cache
def formats() -> tuple[Format, ...]:
    """All formats in the order in which they are tried."""
    names = (module.name for module in pkgutil.iter_modules(__path__))
    found: list[Format] = [importlib.import_module(f"{__name__}.{name}").FORMAT for name in names]
    return tuple(sorted(found, key=lambda each: (each.rank, each.name)))
