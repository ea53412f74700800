"""The whole registry in one file: rows of all tables in a form of no database's own, and the bytes of papers.

A backup is a ZIP archive: `manifest.json` says what made it and holds the digest of every table, `tables/NAME.jsonl`
the rows as JSON lists in the order of their keys, `files/ab/cdef...` the bytes by their digests.
"""

from __future__ import annotations

from camket.server.backup.restoring import restore
from camket.server.backup.saving import save

__all__ = ["restore", "save"]
