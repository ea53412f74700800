"""Everything that changes the registry: one module an action, found by scanning this folder."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from typing import Any

from camket.server.registry.acting import Action


def all_actions() -> Iterator[Action[Any, Any]]:
    """Every action, by its name."""
    found = {}
    for module in pkgutil.iter_modules(__path__):
        for value in vars(importlib.import_module(f"{__name__}.{module.name}")).values():
            if isinstance(value, Action):
                found[value.name] = value
    yield from (found[name] for name in sorted(found))
