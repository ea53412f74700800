"""Who gives the tasks of a list: whoever a title, a heading or the number of the paper tells, and nobody else."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from camket.model.task import GiverLevel
from camket.work.bodies import body_named
from camket.work.tracking.papers import level_of
from camket.work.tracking.reading import squeezed, words

_KEPT = 8_192  # headings and numbers come back row after row
_HIGH: frozenset[GiverLevel] = frozenset(("centre", "party", "council", "chair", "committee"))
_COMMUNE = re.compile(r" (?:(?:các|cấp) )?(?:xã|phường|đặc khu|thị trấn|huyện)")
_FOLLOWS = r"(?:tỉnh|thành phố)(?: [^\W\d_]+){0,2}?"
_NAMES = sorted({phrase for each in words().levels if each.level in _HIGH for phrase in each.says}, key=len)
_NAME = rf"(?<!\w)(?:{'|'.join(re.escape(name) for name in reversed(_NAMES))})(?!\w)"
_GIVER = (
    r"(?:(?:đồng chí|đ/c|các đồng chí|các|lãnh đạo|thường trực|văn phòng) )*"
    rf"{_NAME}(?: {_NAME})*(?: {_FOLLOWS})?"
)
_TITLE = re.compile(r"(?i)(?:đồng chí|đ/c) ")
_SEVERAL = rf"(?P<giver>{_GIVER}(?:(?:, | và |, và | & ){_GIVER})*)"
_GAVE = re.compile(
    rf"{_SEVERAL}(?: \([^()]*\))?,?(?: (?:đã|trực tiếp|chỉ đạo|kết luận|yêu cầu))* giao(?! ban| thông| lưu)(?!\w)"
)
_BY = re.compile(rf"(?:giao|chỉ đạo|kết luận|yêu cầu|giao nhiệm vụ|giao việc)(?: \w+){{0,3}}? (?:của|bởi) {_SEVERAL}")
_ALONE = re.compile(rf"(?:nhiệm vụ(?: của)? |chỉ đạo của )?{_SEVERAL}(?: \([^()]*\))?")
_APART = re.compile(r", | và | & ")
_SIGNS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"[-/]vpcp"), "van-phong-chinh-phu"),
    (re.compile(r"-ttg$"), "thu-tuong-chinh-phu"),
    (re.compile(r"[-/]cp$"), "chinh-phu"),
    (re.compile(r"[-/]tu$"), "tinh-uy"),
    (re.compile(r"hđnd$"), "hoi-dong-nhan-dan-tinh"),
    (re.compile(r"-ubnd$|/ubnd-"), "uy-ban-nhan-dan-tinh"),
)
"""Who issued a paper, by the sign in its number; a notice of an office tells what others decided."""


class Giver(NamedTuple):
    """Who gives, as an id of the catalogue or in the words of the list, and at which level.

    Empty where nobody is told, the body also where several are.
    """

    body: str = ""
    level: GiverLevel = ""


@lru_cache(maxsize=_KEPT)
def giver_told(text: str, *, alone: bool = False) -> Giver:
    """Who a title or a heading says to give: `nhiệm vụ UBND tỉnh giao`, `ý kiến chỉ đạo của Chủ tịch UBND tỉnh`.

    Args:
        text: the title, heading, or name of a sheet.
        alone: whether one that names nothing but who gives tells it too, as headings do.
    """
    shown = " ".join(text.split()).strip(" :.")
    folded = squeezed(shown)
    found = _GAVE.search(folded) or _BY.search(folded) or (_ALONE.fullmatch(folded) if alone else None)
    if found is None or _COMMUNE.match(folded, found.end("giver")):
        return Giver()
    named = found["giver"]
    level = level_of("", named)
    if _APART.search(named) or named.startswith(("các ", "lãnh đạo ")):
        return Giver("", level)
    start, end = found.span("giver")
    written = _TITLE.sub("", shown[start:end] if len(shown) == len(folded) else named)
    return Giver(body_named(written) or written, level)


@lru_cache(maxsize=_KEPT)
def issuer_of(number: str) -> Giver:
    """Who issued the paper of a number, as far as its sign says."""
    folded = squeezed(number)
    body = next((body for pattern, body in _SIGNS if pattern.search(folded)), "")
    return Giver(body, level_of(number, "") if body else "")
