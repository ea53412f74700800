"""What a role rule makes."""

from __future__ import annotations

import msgspec

from camket.model.fact import Role


class RoleCue(msgspec.Struct, frozen=True, kw_only=True):
    """A wording that gives the numbers after it their role; `scenario` is the name of a scenario."""

    role: Role
    scenario: str | None = None

    def __str__(self) -> str:
        return f"{self.role} {self.scenario}" if self.scenario else self.role
