"""Trouble in a document, as a record that is shown to people: never a crash, never dropped."""

from __future__ import annotations

from typing import Literal

import msgspec

from camket.model.message import Message
from camket.words import Language, say

Level = Literal["info", "warning", "error"]


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """What is the matter (`message`, worded by `camket.words`), how bad, and where.

    `start` and `end` are a span of the document's text; `where` is a place that has no span (a file, a row).
    """

    message: Message
    level: Level = "warning"
    start: int | None = None
    end: int | None = None
    where: str | None = None


def finding_record(finding: Finding, language: Language) -> dict[str, object]:
    """A finding as every JSON of camket writes it: its code and parameters, its place, and its words."""
    return {
        "code": finding.message.code,
        "level": finding.level,
        "start": finding.start,
        "end": finding.end,
        "where": finding.where,
        "params": dict(finding.message.params),
        "message": say(finding.message, language),
    }
