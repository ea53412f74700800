"""One file to one `Document`."""

from __future__ import annotations

import hashlib
from pathlib import Path

from camket.errors import ReadError, UsageError
from camket.findings import Finding
from camket.model.document import Document
from camket.model.message import message
from camket.read.formats import formats


def load(path: Path, name: str | None = None) -> Document:
    """Read a file; see `camket.read.read`."""
    data = _bytes(path)
    file = str(path)
    parsed = next(each for each in formats() if each.recognises(data)).parse(data, file)
    findings = parsed.findings
    if not parsed.text.strip():
        findings = (*findings, Finding(message=message("read.empty", file=file), where=file))
    return Document(
        id=path.stem if name is None else name,
        text=parsed.text,
        sha256=hashlib.sha256(data).hexdigest(),
        text_sha256=hashlib.sha256(parsed.text.encode()).hexdigest(),
        path=file,
        blocks=parsed.blocks,
        head=parsed.head,
        findings=findings,
    )


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise UsageError("read.missing", file=path) from error
    except IsADirectoryError as error:
        raise UsageError("read.folder", file=path) from error
    except OSError as error:
        raise ReadError("read.unreadable", file=path, reason=error.strerror or error) from error
    except ValueError as error:
        raise UsageError("read.missing", file=repr(str(path))) from error
