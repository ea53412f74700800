"""A leader who is to see that a body does something: the task is the body's, and he is the leader in charge of it.

`Giao đồng chí Phó Chủ tịch UBND tỉnh Nguyễn Văn Hòa chỉ đạo Sở Xây dựng hoàn thiện hồ sơ` is done by Sở Xây dựng.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

import msgspec

from camket import catalogue
from camket.grammar.fold import Folded, fold
from camket.model.fact import Directive
from camket.work.bodies import bodies_named, listed

_PASSES_ON = re.compile(
    r"(?:(?:chủ trì|phụ trách|trực tiếp|tập trung|tiếp tục|thường xuyên|quan tâm|theo dõi|lãnh đạo|chỉ đạo|đôn đốc"
    r"|kiểm tra|phân công|giao)(?:, | và | )(?:cùng )?)*?"
    r"(?:chỉ đạo|đôn đốc|phân công|giao)(?:(?:, | và )(?:chỉ đạo|đôn đốc|kiểm tra|giám sát))* "
)
_TITLE = re.compile(r"(?:(?:các )?(?:đồng chí|đ/c|ông|bà) )+")
_ABOVE = frozenset(("centre", "ministry", "province"))
"""Levels whose leaders see that others do the work."""


class Passed(NamedTuple):
    """A directive as it reaches those who do the work.

    Attributes:
        directive: told to them.
        text: what they are to do.
        leader: who sees to it, in the words of the paper; empty where nobody stands between.
    """

    directive: Directive
    text: str
    leader: str = ""


def passed_on(directive: Directive, day: date | None) -> Passed:
    """What a leader is told to make a body do is told to the body; any other directive is as it stands."""
    as_it_is = Passed(directive, directive.quote)
    recipient = directive.recipient or ""
    words = Folded(directive.quote)
    found = _PASSES_ON.match(words.low)
    if found is None or not _is_above(recipient, day):
        return as_it_is
    rest = Folded(words.quote(found.end(), len(words.low)))
    bodies, end = listed(rest.source, day)
    text = rest.quote(end, len(rest.low)).strip(" ,;:")
    if not bodies or not text or any(each.kind == "body" and _level(each.id) in _ABOVE for each in bodies):
        return as_it_is
    told = msgspec.structs.replace(directive, recipient=rest.quote(0, end).strip(" ,;:"))
    title = _TITLE.match(fold(recipient))
    return Passed(told, text, recipient[title.end() if title is not None else 0 :].strip())


def _is_above(recipient: str, day: date | None) -> bool:
    """Whether those who are told lead the province or more, and are no department."""
    named = [each for each in bodies_named(recipient, day) if each.kind != "many"]
    if named:
        return all(each.kind == "body" and _level(each.id) in _ABOVE for each in named)
    return "chủ tịch ubnd tỉnh" in fold(recipient)


def _level(body: str) -> str:
    return catalogue.body(body).level
