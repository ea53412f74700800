"""A file becomes a `Document`: its text, its parts with their places in the file, and what its format says of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from camket.model.document import Document
    from camket.read.limits import Limits


def read(
    path: str | Path,
    *,
    id: str | None = None,  # noqa: A002 - the field of a document is called `id`
    members: Sequence[str] = (),
    limits: Limits | None = None,
) -> Document:
    """Read one file. What it is, is told by its content, never by its name.

    Plain text is read in this process, everything else in a process of its own that is killed when it takes too long.

    Args:
        path: the file.
        id: what the document is called; the file's name without its suffix where not given.
        members: where `path` is an archive, the way to one file in it.
        limits: what it may cost; `camket.read.limits.DEFAULT` where not given.

    Raises:
        UsageError: there is no such file.
        ReadError: the file cannot be turned into text, or is stamped secret; says where that is known.
    """
    # Loaded late: importing camket must stay cheap for those who only want its records.
    from camket.read.limits import DEFAULT
    from camket.read.loading import load

    return load(Path(path), id, members=members, limits=limits or DEFAULT)
