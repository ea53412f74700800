"""Lists that were handed in, read once and shown, and that wait for their owner's press of a button.

What was read lies where uploads lie: in memory, for its owner only, an hour at most. The file itself is not kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

import msgspec
from django.conf import settings
from django.http import Http404

from camket.server.registry.keys import pack, unpack
from camket.server.spool import Handed, Spool

_HOUR = 3_600
_READ, _BESIDE = 1, 2
Read = TypeVar("Read")


class ShownLists:
    """The lists of one kind, such as of tasks or of projects; owners are names of accounts."""

    def __init__(self, kind: str) -> None:
        waiting = settings.CONFIGURATION.waiting
        self._spool = Spool(waiting.with_name(f"{waiting.name}-{kind}"))
        for batch in self._spool.uploads():
            if self._spool.age(batch) > _HOUR:
                self._spool.wipe(batch)

    def hold(self, owner: str, name: str, read: object) -> str:
        """Let what was read of a file wait; gives the name by which it is asked for.

        Raises:
            UsageError: `upload.no_room`.
        """
        return self._spool.put([Handed(f"{owner}/{name}", pack(read))])  # names have no stroke

    def held(self, owner: str, batch: str, type_: type[Read]) -> Read:
        """What an owner handed in.

        Raises:
            Http404: there is none: taken in already, wiped, of an earlier version, or somebody else's.
        """
        if batch not in list(self._spool.uploads()) or _READ not in self._spool.places(batch):
            raise Http404
        held = self._spool.get(batch, _READ)
        if held.name.partition("/")[0] != owner:
            raise Http404
        try:
            return unpack(held.data, type_)
        except msgspec.ValidationError as error:
            raise Http404 from error

    def beside(self, batch: str, state: str, type_: type[Read]) -> Read | None:
        """What was kept beside a list in the same state of things; None where nothing was."""
        if _BESIDE not in self._spool.places(batch):
            return None
        kept = self._spool.get(batch, _BESIDE)
        return unpack(kept.data, type_) if kept.name == state else None

    def keep_beside(self, batch: str, state: str, record: object) -> None:
        """Keep what was worked out for a list, instead of what was worked out before."""
        self._spool.keep(batch, _BESIDE, Handed(state, pack(record)))

    def wipe(self, batch: str) -> None:
        """Let a list go."""
        self._spool.wipe(batch)

    def of(self, owner: str) -> Iterator[tuple[str, str]]:
        """The lists of an owner that wait, with the names of their files."""
        for batch in self._spool.uploads():
            if _READ in self._spool.places(batch):
                who, _, name = self._spool.get(batch, _READ).name.partition("/")
                if who == owner:
                    yield batch, name
