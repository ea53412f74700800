"""Work until it is done: the life of a task, its timeliness on any day, and shares that print their denominators.

Pure: it knows records and days, opens nothing and reads no clock. The server keeps tasks and events, and shows these.
"""

from __future__ import annotations

from camket.work.agency import agency_class
from camket.work.drafts import drafts, split, task_of
from camket.work.due import due_from_words, due_of, occurrences
from camket.work.life import Actor, allowed, check
from camket.work.recurring import repeats
from camket.work.rules import rules_on
from camket.work.same import concerned, find_same, likeness, merged
from camket.work.saying import due_in_words
from camket.work.shares import in_words, outcomes, shares
from camket.work.standing import is_known_on, standing

__all__ = [
    "Actor",
    "agency_class",
    "allowed",
    "check",
    "concerned",
    "drafts",
    "due_from_words",
    "due_in_words",
    "due_of",
    "find_same",
    "in_words",
    "is_known_on",
    "likeness",
    "merged",
    "occurrences",
    "outcomes",
    "repeats",
    "rules_on",
    "shares",
    "split",
    "standing",
    "task_of",
]
