"""What the rules for people make."""

from __future__ import annotations

import msgspec


class Naming(msgspec.Struct, frozen=True):
    """A person as named at one place, with the positions that the words there give.

    Attributes:
        name: the name as written: a full name, a given name after a form of address (`Phong` in `ông Phong`), or
            nothing where a pronoun stands (`Ông từng là ...`). `extract.people` finds out who the latter two are.
        positions: in the order of the text; empty where only the name is given.
    """

    name: str
    positions: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.name or '?'}: {'; '.join(self.positions)}" if self.positions else self.name or "?"
