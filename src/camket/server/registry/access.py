"""Who may see which papers."""

from __future__ import annotations

from camket.server.registry.models.document import Access

Readers = tuple[str, ...]
"""The accesses of the papers that a group of readers may see."""
PUBLIC: Readers = (Access.PUBLIC,)
