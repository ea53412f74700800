"""What a plan rule makes."""

from __future__ import annotations

import msgspec


class PlanName(msgspec.Struct, frozen=True, kw_only=True):
    """The name of a plan as folded; `kind` is the word that it begins with."""

    kind: str

    def __str__(self) -> str:
        return self.kind
