"""What a body tells of a task, in the words of one event: result, obstacles, what it asks for."""

from __future__ import annotations

import re

import msgspec

_OBSTACLE, _PROPOSAL = "Khó khăn, vướng mắc: ", "Đề xuất, kiến nghị: "
_PARTS = re.compile(rf"(?:^|\n)(?P<kind>{re.escape(_OBSTACLE)}|{re.escape(_PROPOSAL)})")


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """The three, each as the body wrote it; empty where it says nothing of it."""

    result: str = ""
    obstacle: str = ""
    proposal: str = ""


def joined(account: Account) -> str:
    """The words of an event: obstacles and wishes each on a line of its own that says what it is."""
    parts = (
        account.result,
        _OBSTACLE + account.obstacle if account.obstacle else "",
        _PROPOSAL + account.proposal if account.proposal else "",
    )
    return "\n".join(part for part in parts if part)


def parted(words: str) -> Account:
    """The three parts of the words of an event."""
    pieces = _PARTS.split(words)
    said = {_OBSTACLE: "", _PROPOSAL: ""}
    for kind, text in zip(pieces[1::2], pieces[2::2], strict=True):
        said[kind] = text.strip()
    return Account(result=pieces[0].strip(), obstacle=said[_OBSTACLE], proposal=said[_PROPOSAL])
