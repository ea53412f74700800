"""A file becomes a `Document`: its text to the letter, its parts, and what its format says of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from camket.model.document import Document


def read(path: str | Path, *, id: str | None = None) -> Document:  # noqa: A002 - the field of a document is called `id`
    """Read one file. What it is, is told by its content, never by its name.

    Args:
        path: the file.
        id: what the document is called; the file's name without its suffix where not given.

    Raises:
        UsageError: there is no such file.
        ReadError: the file cannot be turned into text; says at which byte where that is known.
    """
    # Loaded late: importing camket must stay cheap for those who only want its records.
    from camket.read.loading import load

    return load(Path(path), id)
