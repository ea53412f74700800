"""What reading one file may cost. Every limit is a setting; what goes beyond it is a finding, never a hang."""

from __future__ import annotations

import msgspec


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """Limits for one file, archives with all that is in them.

    Attributes:
        megabytes: size of a file, and of an archive unpacked.
        seconds: time to read it.
        memory: megabytes that the process which reads it may use.
        pages: pages of a PDF that are read, from the first; also the frames of a picture.
        scanned: pages whose letters are recognised in their picture, from the first.
        cells: cells of a workbook that are read.
        members: files in an archive.
        depth: archives within archives.
    """

    megabytes: int = 200
    seconds: int = 300
    memory: int = 3_000
    pages: int = 2_000
    scanned: int = 100
    cells: int = 2_000_000
    members: int = 2_000
    depth: int = 3


DEFAULT = Limits()
