"""What is wrong in the registry: everything that can be worked out again is, and compared with what is kept."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

from django.db import DatabaseError, OperationalError

from camket.findings import Finding
from camket.model.message import message
from camket.server.registry.files import FileStore


def examine(files: FileStore) -> Iterator[Finding]:
    """All that is wrong, one module of this folder after another (`check(files)` of each); nothing is changed."""
    for name in sorted(module.name for module in pkgutil.iter_modules(__path__)):
        try:
            yield from importlib.import_module(f"{__name__}.{name}").check(files)
        except OperationalError:
            raise  # the database is busy or gone
        except DatabaseError as error:  # it is damaged where this check reads; the others may still tell something
            yield Finding(message=message("doctor.database", reason=error), level="error", where=name)
