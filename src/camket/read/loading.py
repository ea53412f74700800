"""One file to one `Document`."""

from __future__ import annotations

import errno
import hashlib
import stat
from pathlib import Path

from camket.errors import ReadError, UsageError
from camket.findings import Finding
from camket.model.document import Document
from camket.model.message import message
from camket.read.foreign import foreign_format
from camket.read.formats import formats
from camket.read.limits import DEFAULT


def load(path: Path, name: str | None = None) -> Document:
    """Read a file; see `camket.read.read`."""
    data = _bytes(path)
    file = str(path)
    foreign = foreign_format(data)
    if foreign is not None:
        raise ReadError(f"read.format_{foreign.kind}", file=file, format=foreign.name)
    format_ = next(each for each in formats() if each.recognises(data))
    parsed = format_.parse(data, file, DEFAULT)
    findings = parsed.findings
    if not parsed.text.strip():
        findings = (*findings, Finding(message=message("read.empty", file=file), where=file))
    return Document(
        id=path.stem if name is None else name,
        text=parsed.text,
        sha256=hashlib.sha256(data).hexdigest(),
        text_sha256=hashlib.sha256(parsed.text.encode()).hexdigest(),
        path=file,
        format=format_.name,
        blocks=parsed.blocks,
        places=parsed.places,
        pages=parsed.pages,
        asides=parsed.asides,
        head=parsed.head,
        findings=findings,
    )


def _bytes(path: Path) -> bytes:
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):  # a pipe or a device could be read for ever
            raise ReadError("read.no_file", file=path)
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise UsageError("read.missing", file=path) from error
    except IsADirectoryError as error:
        raise UsageError("read.folder", file=path) from error
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise ReadError("read.link_loop", file=path) from error
        raise ReadError("read.unreadable", file=path, reason=error.strerror or error) from error
    except ValueError as error:
        raise UsageError("read.missing", file=repr(str(path))) from error
