"""The addresses of the pages and the entries of the menu, found by scanning `views`; nothing lists them.

A module of `views` has `PATHS`, and `MENU` where its first page stands in the menu.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from types import ModuleType

import msgspec
from django.urls import URLPattern

from camket.server.pages import views


class Entry(msgspec.Struct, frozen=True, order=True):
    """An entry of the menu.

    Attributes:
        order: where it stands, smaller is further left.
        address: the name of the address that it leads to.
        word: the code of what it is called.
        pages: the names of the addresses on which it is the current one; filled in by scanning.
        inside: whether only who is logged in sees it.
    """

    order: int
    address: str
    word: str
    pages: tuple[str, ...] = ()
    inside: bool = False


@cache
def paths() -> tuple[URLPattern, ...]:
    """All addresses; a word of its own goes before any word: `dau-tu-cong/nap` is no project called so."""
    found = [path for module in _modules() for path in _paths(module)]
    return tuple(sorted(found, key=lambda path: ["<" in part for part in str(path.pattern).split("/")]))


@cache
def menu() -> tuple[Entry, ...]:
    """The menu from left to right."""
    found = []
    for module in _modules():
        entry: Entry | None = getattr(module, "MENU", None)
        if entry is not None:
            names = tuple(path.name for path in _paths(module) if path.name)
            found.append(msgspec.structs.replace(entry, pages=names))
    return tuple(sorted(found))


def _modules() -> tuple[ModuleType, ...]:
    names = sorted(module.name for module in pkgutil.iter_modules(views.__path__))
    return tuple(importlib.import_module(f"{views.__name__}.{name}") for name in names)


def _paths(module: ModuleType) -> tuple[URLPattern, ...]:
    found: tuple[URLPattern, ...] = getattr(module, "PATHS", ())
    return found
