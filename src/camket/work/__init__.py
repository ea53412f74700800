"""Work until it is done: the life of a task, its timeliness on any day, and shares that print their denominators.

Pure: it knows records and days, opens nothing and reads no clock. The server keeps tasks and events, and shows these.
"""

from __future__ import annotations

from camket.work.drafts import drafts, task_of
from camket.work.life import Actor, allowed, check
from camket.work.rules import rules_on
from camket.work.same import concerned, find_same, likeness, merged
from camket.work.shares import outcomes, shares
from camket.work.standing import is_known_on, standing

__all__ = [
    "Actor",
    "allowed",
    "check",
    "concerned",
    "drafts",
    "find_same",
    "is_known_on",
    "likeness",
    "merged",
    "outcomes",
    "rules_on",
    "shares",
    "standing",
    "task_of",
]
