"""How sure a figure is: the traits that it shows, weighed by how often figures with them were complete and right.

The weights in `confidence.yaml` are fitted on annotated papers (`python -m bench --fit`): of the figures given 0.9 or
more nineteen of twenty are to be complete and right. A trait that no paper has shown weighs nothing.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib import resources

import msgspec

from camket import plain_yaml
from camket.grammar.fold import Folded
from camket.model.document import Head
from camket.model.fact import Figure

_NEAR, _OPENS = 70, 12
"""How many letters before a figure are looked at; with fewer of them, a figure opens its sentence."""
_COMMON_UNITS = frozenset(("percent", "VND", "USD", "count", "person", "rank", "percentage_point", "household"))
_BESIDES = frozenset(("near", "rivals", "variant", "size"))
"""Reasons that name other indicators, not the way by which the figure's was found."""
_TELLING = frozenset(
    (
        "reason.repeat", "reason.indicator.rivals", "reason.indicator.variant", "reason.indicator.size",
        "reason.role.task", "reason.period.reported_year",
    )
)  # fmt: skip
_CUT = re.compile(r"[.;\n] ?")
_WORD = re.compile(r"\w+")
# Each with words of which one must stand there: looking for them is far cheaper than the pattern.
_AROUND = (
    (
        "modal",
        frozenset(["sẽ", "có", "nếu", "phải", "cần", "nên", "muốn", "đề", "cho"]),
        re.compile(r"(?<!\w)(?:sẽ|có thể|nếu|phải|cần|nên|muốn|đề xuất|cho rằng)(?!\w)"),
    ),
    (
        "compared",
        frozenset(["cao", "thấp", "so", "kém", "trong", "bình", "trung"]),
        re.compile(r"(?<!\w)(?:cao hơn|thấp hơn|so với|kém|trong khi|bình quân|trung bình)(?!\w)"),
    ),
    (
        "local",
        frozenset(["huyện", "xã", "phường", "thị", "quận", "khu", "dự", "công", "trường"]),
        re.compile(r"(?<!\w)(?:huyện|xã|phường|thị xã|quận|khu công nghiệp|khu kinh tế|dự án|công ty|trường) [^\W\d]"),
    ),
    ("time near", frozenset[str](), re.compile(r"(?:năm|tháng|quý|ngày|kỳ|giai đoạn) ?\d|\d tháng|đến nay|hiện")),
    ("number near", frozenset[str](), re.compile(r"\d[^\d]{0,25}$")),
)
_GOES_ON = re.compile(r"\s?(?:của|tổng|số|cả nước|so với)")


class Weights(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What each trait adds to the odds, as a logarithm; `bias` is that of a figure with none of them."""

    bias: float
    traits: dict[str, float]


@cache
def weights() -> Weights:
    """The weights in use, read once."""
    text = resources.files("camket.extract").joinpath("confidence.yaml").read_text(encoding="utf-8")
    return msgspec.convert(plain_yaml.load(text), Weights, strict=False)


def weighed(figures: Iterable[Figure], text: Folded, head: Head) -> Iterator[Figure]:
    """The figures, each with its confidence, between 0 and 1."""
    table = weights()
    for figure in figures:
        odds = table.bias + sum(table.traits.get(trait, 0.0) for trait in traits(figure, text, head))
        yield msgspec.structs.replace(figure, confidence=round(chance(odds), 2))


def chance(odds: float) -> float:
    """The chance of these odds, given as their logarithm."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


def traits(figure: Figure, text: Folded, head: Head) -> tuple[str, ...]:
    """What of a figure, its words and its paper bears on whether it is right."""
    codes = tuple(reason.code for reason in figure.reasons)
    found = _found(codes, listed=not figure.indicator.startswith("other:"))
    timed = next((trait for trait in found if trait.startswith("period by ")), found[-1])
    return (*found, f"{figure.role}, {timed}", *_said(figure, head), *_around(figure, text))


@lru_cache(maxsize=4096)
def _found(codes: tuple[str, ...], *, listed: bool) -> tuple[str, ...]:
    """How the indicator, role and time of a figure with these reasons were found; `listed`: it is in the guide."""
    telling = [code for code in codes if code in _TELLING]
    if any(code.startswith("reason.table.") for code in codes):
        return (*telling, "table")
    ways = {"indicator": "", "role": "", "period": ""}
    for code in codes:
        _, kind, *way = code.split(".")
        if kind in ways and not ways[kind] and code not in _TELLING and way[0] not in _BESIDES:
            ways[kind] = way[0]
    own = ways["indicator"] == "own_words"
    where = "own words" if own else "in the guide" if listed else "beyond the guide"
    return (*telling, *(f"{kind} by {way}" for kind, way in ways.items()), where)


def _said(figure: Figure, head: Head) -> Iterator[str]:
    """What it is said to be, and in what kind of paper."""
    yield f"unit {figure.unit if figure.unit in _COMMON_UNITS else 'other'}"
    yield f"measure {figure.measure}"
    yield f"role {figure.role}"
    yield f"period {_form(figure.period)}"
    yield f"area {'none' if not figure.area else 'own' if figure.area == head.area else 'other'}"
    yield f"paper {head.type}"
    if figure.value_high is not None:
        yield "range"
    if not (head.event_date or head.date or head.published):
        yield "paper without a day"


def _form(period: str | None) -> str:
    if not period:
        return "none"
    if period.startswith(("at:", "by:")):
        return period[:2]
    return "span" if "/" in period else "year" if len(period) == len("2024") else "part"


def _around(figure: Figure, text: Folded) -> Iterator[str]:
    """The words right before it in its sentence, and right behind it."""
    start, end = text.at(figure.start), text.at(figure.end)
    before = _CUT.split(text.low[max(0, start - _NEAR) : start])[-1]
    words = _WORD.findall(before)
    yield from (
        name for name, some, pattern in _AROUND if not (some and some.isdisjoint(words)) and pattern.search(before)
    )
    if before.count("(") > before.count(")"):
        yield "in parentheses"
    if len(before) < _OPENS:
        yield "opens"
    if _GOES_ON.match(text.low, end):
        yield "goes on"
