"""The chain of audit records is whole."""

from __future__ import annotations

from collections.abc import Iterator

from camket.findings import Finding
from camket.server.registry.chain import verify_chain
from camket.server.registry.files import FileStore


def check(files: FileStore) -> Iterator[Finding]:  # noqa: ARG001 - every check takes them
    """The first link that is broken."""
    broken = verify_chain()
    if broken is not None:
        yield broken
