"""Nothing writes to the tables of the registry or of accounts past the actions: the connection itself refuses it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db.backends.base.base import BaseDatabaseWrapper

_WRITE = re.compile(
    r"\s*(?:INSERT(?:\s+OR\s+\w+)?\s+INTO|REPLACE\s+INTO|UPDATE|DELETE\s+FROM|TRUNCATE(?:\s+TABLE)?)\s+\"?(\w+)",
    re.IGNORECASE,
)
_writing: ContextVar[bool] = ContextVar("writing", default=False)


class PastTheActionsError(RuntimeError):
    """Code wrote to the registry outside an action: a fault of the program, never of its user."""


@contextmanager
def writing() -> Iterator[None]:
    """Open the registry's tables for what an action or a migration writes; nobody else calls this."""
    token = _writing.set(True)
    try:
        yield
    finally:
        _writing.reset(token)


def watch(connection: BaseDatabaseWrapper, **_: object) -> None:
    """Set the guard on a new connection; the setting `ACTIONS_ONLY = False` leaves it off (tests that lay out data)."""
    if getattr(settings, "ACTIONS_ONLY", True) and refuse not in connection.execute_wrappers:
        connection.execute_wrappers.append(refuse)


def refuse(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
    """Run a statement, unless it writes where only actions may."""
    found = _WRITE.match(sql)
    if found is not None and not _writing.get() and found[1] in guarded_tables():
        raise PastTheActionsError(f"{found[1]} is written outside an action")
    return execute(sql, params, many, context)


@cache
def guarded_tables() -> frozenset[str]:
    """The tables of the registry and of accounts.

    A model that keeps no state of the registry (progress of jobs) says `past_actions`. What Django calls permissions is
    written by its migrations, and nobody's right follows from it (`camket.server.registry.rights`).
    """
    registry = apps.get_app_config("registry").get_models(include_auto_created=True)
    accounts = apps.get_app_config("auth").get_models(include_auto_created=True)
    models = [*registry, *(model for model in accounts if model._meta.object_name != "Permission")]
    return frozenset(model._meta.db_table for model in models if not getattr(model, "past_actions", False))
