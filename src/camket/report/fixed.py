"""Files of Office programs whose bytes depend on what they say alone: no clock is left in them."""

from __future__ import annotations

import io
import re
import zipfile

_BEGINNING = (1980, 1, 1, 0, 0, 0)
_CORE = "docProps/core.xml"
_TIME = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:)")


def without_clock(data: bytes) -> bytes:
    """The same archive with fixed times, in its file names and in its properties."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename == _CORE:
                content = _TIME.sub(rb"\g<1>2026-01-01T00:00:00Z\g<2>", content)
            fixed = zipfile.ZipInfo(entry.filename, _BEGINNING)
            fixed.compress_type = zipfile.ZIP_DEFLATED
            fixed.external_attr = 0o600 << 16
            target.writestr(fixed, content)
    return held.getvalue()
