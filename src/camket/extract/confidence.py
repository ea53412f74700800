"""How sure a figure is: the traits that it shows, weighed by how often figures with them were complete and right.

The weights in `confidence.yaml` are fitted on annotated papers (`python -m bench --fit`): of the figures given 0.9 or
more nineteen of twenty are to be complete and right. A trait that no paper has shown weighs nothing.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

import msgspec

from camket import plain_yaml
from camket.grammar.expression import expression
from camket.grammar.fold import Folded
from camket.grammar.holding import holds
from camket.model.document import Head
from camket.model.fact import Figure
from camket.typed import typed

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
_WORD = expression(r"\w+")
# Each with words of which one must stand there: looking for them is far cheaper than the pattern.
_AROUND = (
    (
        "modal",
        frozenset(["sẽ", "có", "nếu", "phải", "cần", "nên", "muốn", "đề", "cho"]),
        expression(r"(?<!\w)(?:sẽ|có thể|nếu|phải|cần|nên|muốn|đề xuất|cho rằng)(?!\w)"),
    ),
    (
        "compared",
        frozenset(["cao", "thấp", "so", "kém", "trong", "bình", "trung"]),
        expression(r"(?<!\w)(?:cao hơn|thấp hơn|so với|kém|trong khi|bình quân|trung bình)(?!\w)"),
    ),
    (
        "local",
        frozenset(["huyện", "xã", "phường", "thị", "quận", "khu", "dự", "công", "trường"]),
        expression(r"(?<!\w)(?:huyện|xã|phường|thị xã|quận|khu công nghiệp|khu kinh tế|dự án|công ty|trường) [^\W\d]"),
    ),
)
_TIME = expression(r"(?:năm|tháng|quý|ngày|kỳ|giai đoạn) ?\d|\d tháng")
_NOW = ("đến nay", "hiện")
_DIGIT, _BESIDE = expression(r"\d"), 26
"""A number stands near where so many letters before a figure hold a digit."""
_GOES_ON = expression(r"\s?(?:của|tổng|số|cả nước|so với)")


class Weights(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What each trait adds to the odds, as a logarithm; `bias` is that of a figure with none of them."""

    bias: float
    traits: dict[str, float]


@cache
def weights() -> Weights:
    """The weights in use, read once."""
    text = Path(__file__).with_name("confidence.yaml").read_text(encoding="utf-8")
    return msgspec.convert(plain_yaml.load(text), typed(Weights), strict=False)


def weighed(figures: Iterable[Figure], text: Folded, head: Head) -> Iterator[Figure]:
    """The figures, each with its confidence, between 0 and 1."""
    table = weights()
    for figure in figures:
        added = sum((table.traits.get(trait, 0.0) for trait in _around(figure, text)), _ground(_said(figure, head)))
        yield msgspec.structs.replace(figure, confidence=round(chance(table.bias + added), 2))


@lru_cache(maxsize=4096)
def _ground(said: _Said) -> float:
    """What all traits add but for those of the words around; papers say few different things of figures."""
    known = weights().traits
    return sum(known.get(trait, 0.0) for trait in _told(said))


def chance(odds: float) -> float:
    """The chance of these odds, given as their logarithm."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


def traits(figure: Figure, text: Folded, head: Head) -> tuple[str, ...]:
    """What of a figure, its words and its paper bears on whether it is right."""
    return (*_told(_said(figure, head)), *_around(figure, text))


class _Said(NamedTuple):
    """What a figure is said to be and by which reasons, `listed`: of something in the guide; and in what paper."""

    codes: tuple[str, ...]
    listed: bool
    unit: str
    measure: str
    role: str
    form: str
    area: str
    paper: str
    ranged: bool
    dated: bool


def _said(figure: Figure, head: Head) -> _Said:
    return _Said(
        tuple([reason.code for reason in figure.reasons]),
        not figure.indicator.startswith("other:"),
        figure.unit if figure.unit in _COMMON_UNITS else "other",
        figure.measure,
        figure.role,
        _form(figure.period),
        "none" if not figure.area else "own" if figure.area == head.area else "other",
        head.type,
        figure.value_high is not None,
        bool(head.event_date or head.date or head.published),
    )


def _told(said: _Said) -> Iterator[str]:
    """The traits of what is said."""
    found = _found(said.codes, listed=said.listed)
    yield from found
    timed = next((trait for trait in found if trait.startswith("period by ")), found[-1])
    yield f"{said.role}, {timed}"
    yield f"unit {said.unit}"
    yield f"measure {said.measure}"
    yield f"role {said.role}"
    yield f"period {said.form}"
    yield f"area {said.area}"
    yield f"paper {said.paper}"
    if said.ranged:
        yield "range"
    if not said.dated:
        yield "paper without a day"


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


def _form(period: str | None) -> str:
    if not period:
        return "none"
    if period.startswith(("at:", "by:")):
        return period[:2]
    return "span" if "/" in period else "year" if len(period) == len("2024") else "part"


def _around(figure: Figure, text: Folded) -> Iterator[str]:
    """The words right before it in its sentence, and right behind it."""
    start, end = text.at(figure.start), text.at(figure.end)
    near = max(0, start - _NEAR)
    low = text.low
    cut = max(low.rfind(".", near, start), low.rfind(";", near, start), low.rfind("\n", near, start))
    before = low[near:start] if cut < 0 else low[cut + 1 : start].removeprefix(" ")
    words = _WORD.findall(before)
    for name, some, pattern in _AROUND:
        if not some.isdisjoint(words) and pattern.search(before):
            yield name
    numbered = _DIGIT.search(before) is not None
    if (numbered and _TIME.search(before)) or holds(before, _NOW):
        yield "time near"
    if numbered and _DIGIT.search(before, max(0, len(before) - _BESIDE)):
        yield "number near"
    if before.count("(") > before.count(")"):
        yield "in parentheses"
    if len(before) < _OPENS:
        yield "opens"
    if _GOES_ON.match(low, end):
        yield "goes on"
