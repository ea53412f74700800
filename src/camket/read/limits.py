"""What reading one file may cost. Every limit is a setting; what goes beyond it is a finding, never a hang."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from camket.errors import UsageError


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
_OFF_TOPIC = "CAMKET_READ_OFF_TOPIC"


def limits_of(settings: Mapping[str, str]) -> Limits:
    """The limits that an environment sets: `CAMKET_READ_` and the name, in capitals (`CAMKET_READ_SECONDS=60`).

    Raises:
        UsageError: one is not a whole number above zero.
    """
    given = {name: settings[variable] for name in Limits.__struct_fields__ if (variable := _variable(name)) in settings}
    for name, value in given.items():
        if not value.isascii() or not value.isdigit() or int(value) == 0:
            raise UsageError("read.bad_limit", variable=_variable(name), value=value)
    return Limits(**{name: int(value) for name, value in given.items()})


def reads_off_topic(settings: Mapping[str, str]) -> bool:
    """Whether an environment asks for the facts of stories that are not of governing: `CAMKET_READ_OFF_TOPIC=1`.

    Raises:
        UsageError: it is neither 0 nor 1.
    """
    value = settings.get(_OFF_TOPIC, "0")
    if value not in ("0", "1"):
        raise UsageError("read.bad_switch", variable=_OFF_TOPIC, value=value)
    return value == "1"


def _variable(name: str) -> str:
    return f"CAMKET_READ_{name.upper()}"
