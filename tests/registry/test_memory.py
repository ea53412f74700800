from __future__ import annotations

from tests.registry.contract import RegistryContract

from camket.registry.memory import MemoryRegistry
from camket.registry.protocol import Registry


class TestMemoryRegistry(RegistryContract):
    def empty(self) -> Registry:
        return MemoryRegistry()
