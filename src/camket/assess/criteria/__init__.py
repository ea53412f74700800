"""How areas stand by sets of criteria: the set by the day of the assessment, every value with its sentence."""

from __future__ import annotations

from camket.assess.criteria.boards import boards, check, sets_of

__all__ = ["boards", "check", "sets_of"]
