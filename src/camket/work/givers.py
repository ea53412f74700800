"""Who gives a task, as an office and not as a person, and at which level."""

from __future__ import annotations

import re

from camket.grammar.fold import fold
from camket.model.document import Head
from camket.model.fact import Directive
from camket.model.task import GiverLevel
from camket.work.bodies import bodies_named

_CENTRE = re.compile(
    r"(?<!\w)(?:tổng bí thư|chủ tịch nước|thủ tướng|phó thủ tướng|chủ tịch quốc hội|phó chủ tịch quốc hội|bộ trưởng|"
    r"thứ trưởng|bộ chính trị|ban bí thư|chính phủ|quốc hội|trung ương|"
    r"(?<!cán )(?<!đảng )(?<!chi )bộ \w+|văn phòng chính phủ)(?!\w)"
)
_CHAIR = re.compile(r"(?:phó )?chủ tịch (?:ubnd|ủy ban nhân dân) (?:tỉnh|thành phố)|(?:phó )?chủ tịch tỉnh")
_COMMITTEE = re.compile(r"(?<!đảng ủy )(?<!đảng bộ )(?:ubnd|ủy ban nhân dân) (?:tỉnh|thành phố)")
_COUNCIL = re.compile(r"(?:hđnd|hội đồng nhân dân) (?:tỉnh|thành phố)")
_PARTY = re.compile(
    r"(?:tỉnh ủy|thành ủy|đảng bộ (?:tỉnh|thành phố)|"
    r"đảng (?:ủy|bộ) (?:ubnd|ủy ban nhân dân) (?:tỉnh|thành phố))"
)
_COMMUNE = re.compile(r"(?<!\w)(?:xã|phường|thị trấn|huyện|thị xã|quận)(?!\w)")
_DEPARTMENT = re.compile(r"(?<!\w)(?:sở|giám đốc|ban quản lý|chi cục|thanh tra tỉnh)(?!\w)")
_MEMBER = re.compile(r"ủy viên(?!\w)")
"""Whoever is a member of a body gives as what he is besides."""
_LEVELS: tuple[tuple[GiverLevel, re.Pattern[str]], ...] = (
    ("chair", _CHAIR),
    ("council", _COUNCIL),
    ("committee", _COMMITTEE),
    ("party", _PARTY),
    ("centre", _CENTRE),
    ("department", _DEPARTMENT),
    ("commune", _COMMUNE),
)


def giver_of(directive: Directive, head: Head) -> tuple[str, GiverLevel]:
    """The office or body that gives a task, as an id of the catalogue or in the paper's words, and its level.

    A person is named by office: `Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh` gives as chairman, unless the paper is the
    Party's. Where a directive names nobody, who issued the paper gives.
    """
    position = directive.issuer_position or ""
    named = position or directive.issuer or head.issuer or ""
    level = level_named(named)
    party = level_named(head.issuer or "") == "party"
    if party and _PARTY.search(fold(named)) and level != "centre":
        level = "party"
    return _office(named, level), level


def level_named(words: str) -> GiverLevel:
    """The level of an office or body that words name; empty where they name none."""
    low = fold(words)
    if _CENTRE.search(low.split(",")[0]) and not _of_the_province(low.split(",")[0]):
        return "centre"
    for level, pattern in _LEVELS:
        if pattern.search(low):
            return level
    return ""


def _of_the_province(low: str) -> bool:
    return bool(_PARTY.search(low) or _COMMITTEE.search(low) or _COUNCIL.search(low))


def _office(named: str, level: GiverLevel) -> str:
    """The office that gives: the last part of the words that is of the level, as an id where it names a body."""
    parts = [part.strip() for part in named.split(",") if part.strip()]
    of_level = [part for part in parts if level_named(part) == level and not _MEMBER.match(fold(part))]
    office = (of_level or parts or [""])[-1]
    bodies = bodies_named(office)
    if len(bodies) != 1 or bodies[0].kind == "many":
        return office
    whole = bodies[0].start == 0 and bodies[0].end == len(fold(office))
    return bodies[0].id if whole or level in ("department", "commune") else office
