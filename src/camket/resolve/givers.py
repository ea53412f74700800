"""Who gave a target, and whether its paper says that it changes what was asked for before.

The centre and the council give two numbers of one thing, and both hold: a target is told with its giver.
"""

from __future__ import annotations

import re

from camket.grammar.expression import expression
from camket.grammar.fold import fold
from camket.model.document import Document, Head
from camket.model.fact import Figure
from camket.model.plan import Giver

_GIVERS: tuple[tuple[Giver, str], ...] = (
    ("centre", r"trung ương|thủ tướng(?: chính phủ)?|chính phủ|quốc hội|bộ tài chính"),
    ("council", r"hđnd|hội đồng nhân dân"),
    ("committee", r"ubnd|ủy ban nhân dân"),
    ("province", r"đại hội|tỉnh ủy|thành ủy|ban chấp hành|đảng bộ|tỉnh"),
)
_GIVES = r"(?: (?:tỉnh|thành phố|đã|đảng bộ|đảng bộ tỉnh))*? (?:giao|quyết nghị|đề ra|thông qua)(?!\w)"
_WORDS = expression("|".join(rf"(?P<{name}>(?<!\w)(?:{words}){_GIVES})" for name, words in _GIVERS))
_CHANGED = expression(r"(?<!\w)điều chỉnh (?:\w+ ){0,4}?(?:chỉ tiêu|mục tiêu|kế hoạch|nghị quyết|tăng trưởng|từ)(?!\w)")
_FORMER = expression(r" ?(?:lên|xuống|thành|còn)(?!\w)")
_CLAUSE = expression(r"[;.\n]")
_DIGIT = expression(r"\d")
_BEFORE, _BEHIND = 120, 60


def giver_of(figure: Figure, document: Document) -> Giver:
    """Who gave what a figure asks for: the words before it, those behind it, its plan, else who issued the paper."""
    text = document.text
    before = _CLAUSE.split(fold(text[max(0, figure.start - _BEFORE) : figure.start]))[-1]
    behind = _CLAUSE.split(fold(text[figure.end : figure.end + _BEHIND]), maxsplit=1)[0]
    said = [found for found in _WORDS.finditer(before) if not _DIGIT.search(before, found.end())]
    if said:
        return _named(said[-1])
    after = _WORDS.search(behind)
    if after is not None and not _DIGIT.search(behind, 0, after.start()):
        return _named(after)
    of_plan = _WORDS.search(fold(figure.plan or ""))
    return _named(of_plan) if of_plan is not None else _issuer(document.head)


def is_change(figure: Figure, document: Document) -> bool:
    """Whether its paper changes a target by it: `điều chỉnh chỉ tiêu ... từ 8% lên 10%` (the 10 %)."""
    text = document.text
    if _FORMER.match(fold(text[figure.end : figure.end + _BEHIND])):
        return False
    before = _CLAUSE.split(fold(text[max(0, figure.start - _BEFORE) : figure.start]))[-1]
    of_paper = fold(document.head.title or "") if document.head.type in ("resolution", "decision", "plan") else ""
    return says_change(of_paper) or says_change(before)


def says_change(words: str) -> bool:
    """Whether words speak of changing what was asked for before."""
    return _CHANGED.search(fold(words)) is not None


def _named(found: re.Match[str]) -> Giver:
    for name, _ in _GIVERS:
        if found[name]:
            return name
    return ""


def giver_named(words: str) -> Giver:
    """The giver that words name; empty where they name none."""
    folded = fold(words)
    for name, pattern in _GIVERS:
        if re.search(rf"(?<!\w)(?:{pattern})(?!\w)", folded):
            return name
    return ""


def _issuer(head: Head) -> Giver:
    """Who gives by a paper of his own; a report or a news item gives nothing."""
    if head.type not in ("resolution", "decision", "plan"):
        return ""
    return giver_named(head.issuer or "") or ("province" if head.event == "congress" else "")
