"""The command line: the same verbs as the flow."""

from __future__ import annotations

import gc
import os
import sys
from io import TextIOWrapper

_NEW_RECORDS = 100_000
"""How many are made between two looks of the collector for cycles: what a start makes stays, and needs no look."""


def main() -> None:
    """Run `camket`. Output is UTF-8 whatever the machine's locale: the papers are Vietnamese."""
    gc.set_threshold(_NEW_RECORDS)
    from camket import kept
    from camket.cli.app import app

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    kept.use(kept.folder_of(os.environ))
    try:
        app()
    finally:
        kept.save()
