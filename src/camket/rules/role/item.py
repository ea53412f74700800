"""What a role rule makes."""

from __future__ import annotations

import msgspec

from camket.model.fact import Role


class RoleCue(msgspec.Struct, frozen=True, kw_only=True):
    """A wording that gives the numbers after it their role.

    `scenario` is the name of a scenario; `asked`: the number is asked of a higher level, and of no period.
    """

    role: Role
    scenario: str | None = None
    asked: bool = False

    def __str__(self) -> str:
        return " ".join((self.role, *((self.scenario,) if self.scenario else ()), *(("asked",) if self.asked else ())))
