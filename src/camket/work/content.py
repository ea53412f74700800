"""The words of an instruction that carry its content, and how much two instructions have in common."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import resources
from itertools import pairwise
from typing import NamedTuple

import msgspec

from camket import plain_yaml
from camket.grammar.fold import Folded
from camket.grammar.letters import UPPER
from camket.typed import typed

_WORD = re.compile(r"[^\W\d_]+")
_DATE = re.compile(
    r"(?:chậm|muộn) nhất|(?:ngày )?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?(?![\d.,]*\d)"
    r"|(?:tháng|quý|năm) (?:\d{1,4}(?:/\d{4})?|[ivx]{1,3})(?!\w)"
)
_TO_WHOM = re.compile(
    r"(?:trình|báo cáo|gửi)(?: về)? (?:thủ tướng chính phủ|chính phủ|thủ tướng|"
    r"(?:ban )?thường (?:vụ|trực) (?:tỉnh|thành) ủy|"
    r"(?:chủ tịch )?(?:ubnd|hđnd|ủy ban nhân dân|hội đồng nhân dân) (?:tỉnh|thành phố)|cấp có thẩm quyền|"
    r"(?:tỉnh|thành) ủy)"
)
"""Who gets the result makes two instructions no more alike."""
_LATEST = re.compile(r"(?:chậm|muộn) nhất")
_NUMBER = re.compile(r"(?<![\w/.-])\d[\d.,]*(?![\w/-])")
_CAPITAL = rf"(?<!\w)[{UPPER}][^\W\d_{UPPER}]+"
_NAME = re.compile(
    rf"(?:(?<!\w)(?i:xã|phường|thị trấn|huyện|thị xã|thành phố|thôn|làng) (?P<place>{_CAPITAL}(?: {_CAPITAL})*)"
    rf"|(?P<name>{_CAPITAL}(?: {_CAPITAL}| [IVX]+(?!\w)| \d+(?!\w))+))"
)
_NO_NAME = re.compile(r"(?:sở|bộ|ban|ủy|tỉnh|thành|chủ|thủ|phó|hội|văn phòng|công an|trung tâm|đảng|nghị|quyết)(?!\w)")
"""Bodies and papers: who is told and what is cited sets no two instructions apart."""
_THIRD = 1 / 3


class Content(NamedTuple):
    """What an instruction is about.

    Attributes:
        pairs: pairs of neighbouring syllables that carry content, and such syllables alone, each with its weight.
        specific: the syllables that few instructions hold.
        numbers: the counts, shares and amounts in it; days are none.
        names: proper names, folded.
    """

    pairs: dict[str, float]
    specific: frozenset[str]
    numbers: frozenset[str]
    names: frozenset[str]


@lru_cache(maxsize=8192)
def content_of(text: str) -> Content:
    """What a text is about."""
    folded = Folded(text)
    low = _LATEST.sub(" ", _TO_WHOM.sub(" ", _DATE.sub(" ", folded.low)))
    syllables = _WORD.findall(low)
    pairs: dict[str, float] = {}
    for one, other in pairwise(syllables):
        weight = _weight(one) * _weight(other)
        if weight:
            pairs[f"{one} {other}"] = max(weight, _THIRD * _THIRD)
    for one in syllables:
        if _weight(one):
            pairs[one] = _weight(one) / 2
    numbers = frozenset(each.strip(".,").lstrip("0") for each in _NUMBER.findall(low))
    specific = frozenset(each for each in syllables if _weight(each) == 1.0)
    return Content(pairs, specific, numbers - {""}, _names(folded))


class _Lists(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    filling: tuple[str, ...]
    general: tuple[str, ...]


@cache
def _weights() -> dict[str, float]:
    text = resources.files("camket.work").joinpath("content.yaml").read_text(encoding="utf-8")
    lists = msgspec.convert(plain_yaml.load(text), typed(_Lists))
    found = {syllable: _THIRD for line in lists.general for syllable in line.split()}
    return found | {syllable: 0.0 for line in lists.filling for syllable in line.split()}


def _weight(syllable: str) -> float:
    return _weights().get(syllable, 1.0)


def _names(folded: Folded) -> frozenset[str]:
    found = ((match["place"] or match["name"]).lower() for match in _NAME.finditer(folded.text))
    return frozenset(each for each in found if not _NO_NAME.match(each))


def common(one: Content, other: Content) -> float:
    """How much of the shorter of two contents stands in the other, 0 to 1."""
    less = min(sum(one.pairs.values()), sum(other.pairs.values()))
    shared = sum(weight for pair, weight in one.pairs.items() if pair in other.pairs)
    return min(1.0, shared / less) if less else 0.0


def covered(one: Content, other: Content) -> float:
    """How many of the specific syllables of the one that has fewer stand in the other, 0 to 1."""
    less = min(len(one.specific), len(other.specific))
    return len(one.specific & other.specific) / less if less else 0.0


def weight_in_common(one: Content, other: Content) -> float:
    """The weight of what two contents share: little of it proves nothing."""
    return sum(weight for pair, weight in one.pairs.items() if pair in other.pairs)
