"""From whatever `assess` is given to a registry."""

from __future__ import annotations

from collections.abc import Iterable

from camket.errors import UsageError
from camket.model.extraction import Extraction
from camket.registry.memory import MemoryRegistry
from camket.registry.protocol import Registry
from camket.registry.published import published_statements


def opened(source: Registry | Extraction | Iterable[Extraction], *, with_published: bool) -> Registry:
    """The registry to judge; see `camket.assess.assess`.

    Raises:
        UsageError: where published series are asked for beside a registry.
    """
    if isinstance(source, Registry):
        if with_published:
            raise UsageError("assess.published_beside_registry")
        return source
    registry = MemoryRegistry((source,) if isinstance(source, Extraction) else source)
    if with_published:
        registry.add_statements(published_statements())
    return registry
