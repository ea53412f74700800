"""ZIP archives in memory."""

from __future__ import annotations

import io
import zipfile


def archive(**files: bytes) -> bytes:
    """An archive with these files."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, data in files.items():
            opened.writestr(name, data)
    return held.getvalue()
