"""What the rules for directives make."""

from __future__ import annotations

from typing import Literal

import msgspec

Means = Literal["order", "stress", "tell", "agree", "ask"]


PASSIVE = "được "
"""With this before a verb (`được yêu cầu`), who is told stands before it."""
GIVEN = f"{PASSIVE}giao"
"""Said of what somebody was given to do, by whoever hands out tasks before."""


class Act(msgspec.Struct, frozen=True):
    """A verb of saying: what the one who says it does.

    Attributes:
        means: `order` hands out a task, `stress` does so where the words after it lay a duty on somebody, `tell` gives
            news, `agree` accepts what another wants, `ask` asks a higher level.
        kind: the kind of directive that it makes; empty where it makes none.
        verb: the verb, in lower case.
    """

    means: Means
    kind: str
    verb: str

    def __str__(self) -> str:
        return f"{self.means} {self.kind}".strip()
