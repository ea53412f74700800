"""Who is told, in the words of the paper: without what leads to them, and of several the one in charge."""

from __future__ import annotations

import re
from functools import cache

from camket.extract.orders.floor import Spoken
from camket.grammar.engine import Reading
from camket.grammar.expression import compiled, expression
from camket.grammar.trie import alternation
from camket.rules.book import words_of

_LEADING = expression(r"^(?:[\s,:\"'-]|(?:cho|đối với|với|về phía|rằng|là)\b)+", re.IGNORECASE)
"""What stands before the words for who is told and is no part of them."""
_TRAILING = expression(
    r"(?: (?:căn cứ|trên cơ sở|kính|xin|các nội dung|những nội dung|một số nội dung)\b.*"
    r"|\s*:?\s*\(?\d{1,2}[.)]| (?:một số|một|hai|ba|bốn|năm|sáu|bảy|\d{1,2})"
    r" (?:nội dung|vấn đề|việc|nhiệm vụ)\b.*|,? (?:đến|trong|ngay trong|trước|hết|chậm nhất|từ nay)\b[^,]*\d[^,]*"
    r"| cho| cũng| phải|(?<!nhất)(?<!biệt)(?<!hết),? (?:là|ở đây|(?:theo|căn cứ|trong phạm vi),? (?:đúng )?"
    r"(?:chức năng|nhiệm vụ|thẩm quyền|quyền hạn|trách nhiệm|lĩnh vực|địa bàn))\b.*)\s*$",
    re.IGNORECASE,
)
"""An item's number or a time behind the words for who is told."""
_IN_CHARGE = expression(
    r"(?:^|, |; |\bvà (?=(?:sở|bộ|ban|ubnd|ủy ban|công an|cục|chi cục|thanh tra|văn phòng|trung tâm|các) ))"
    r"(?P<who>[^,;()]+?) \((?:là )?(?:cơ quan |đơn vị )?(?:chủ trì|đầu mối)[^()]*\)",
    re.IGNORECASE,
)
"""`Sở Y tế, Sở Xây dựng (chủ trì)`: the one that leads of several."""
_ONE_OF_SEVERAL = expression(
    r"^(?:các |những )?(?:đơn vị|cơ quan|sở, ngành|sở, ban, ngành|địa phương|bộ, ngành|bên)(?: liên quan)?: (?=\w)",
    re.IGNORECASE,
)
"""Whom a list is for of one after the other: `các đơn vị: Sở Y tế mua thuốc; Sở Nội vụ ...`."""
_OPEN_BRACKET = expression(r"\s*\([^()]*$")
"""A bracket that the words for who is told leave open."""


def recipient_words(reading: Reading, one: Spoken) -> str | None:
    """Who is told, as written; where several share a task, the one that leads."""
    if one.clause.recipient is None:
        return None
    start, end = one.clause.recipient
    words = _TRAILING.sub("", _LEADING.sub("", reading.text[start:end])).strip(" ,:\"'-")
    if charged := _IN_CHARGE.search(reading.text, start, end):
        return _LEADING.sub("", charged["who"]).strip() or None
    words = _ONE_OF_SEVERAL.sub("", words)
    leading, _, _ = _leads().sub("\n", words).strip(" ,\n").partition("\n")
    return _OPEN_BRACKET.sub("", leading).strip(" ,") or None


@cache
def _leads() -> re.Pattern[str]:
    return compiled(rf",?\s*\b(?:{alternation(words_of('directive')['lead'])})\b\s*")
