"""The old ways of writing. Adding one is adding a module here with a `WRITING`; nothing lists them."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from camket.read.legacy.writing import Writing


@cache
def writings() -> tuple[Writing, ...]:
    """All of them; of two that read a text alike, the one with fewer codes comes first."""
    names = (module.name for module in pkgutil.iter_modules(__path__))
    found: list[Writing] = [importlib.import_module(f"{__name__}.{name}").WRITING for name in names]
    return tuple(sorted(found, key=lambda each: (len(each.letters), each.name)))
