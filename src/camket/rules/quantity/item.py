"""What a quantity rule makes, and the words before it that compare."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal

import msgspec

from camket.grammar.rule import Found
from camket.model.fact import Comparator, Measure
from camket.rules.numeral.item import show

Hint = Literal["", "plan", "times", "rank", "change", "share", "zero"]


class Quantity(msgspec.Struct, frozen=True, kw_only=True):
    """A number with its unit in base units.

    `per` is what it is said per (`year`, `month`, ...), `noun` the words of the things counted, `measure` what the
    wording alone already settles, `step` one unit of the last printed digit.
    """

    value: Decimal
    high: Decimal | None = None
    unit: str
    comparator: Comparator = "eq"
    per: str | None = None
    noun: str | None = None
    measure: Measure | None = None
    step: Decimal | None = None

    def __str__(self) -> str:
        number = show(self.value) if self.high is None else f"{show(self.value)}..{show(self.high)}"
        parts = [self.comparator if self.comparator != "eq" else "", number, self.unit, self.measure or ""]
        return " ".join([part for part in parts if part] + ([f"/{self.per}"] if self.per else []))


_COMPARATORS: tuple[tuple[Comparator, str], ...] = (
    ("le", r"không quá|không vượt quá|không cao hơn|không vượt|tối đa|nhiều nhất"),
    ("ge", r"không thấp hơn|không dưới|không ít hơn|ít nhất|tối thiểu|chí ít"),
    ("gt", r"trên|hơn|vượt|vượt trên|vượt mức|vượt mốc|vượt ngưỡng|quá"),
    ("lt", r"dưới|chưa đến|chưa tới|chưa đầy|nhỏ hơn|ít hơn"),
    (
        "approx",
        r"khoảng|gần|xấp xỉ|chừng|trên dưới|ngót|(?:tương đương|ước) khoảng|cỡ|(?<!m[ậứ][tc] )độ|khoảng gần|tầm",
    ),
)
_BEFORE = re.compile(
    r"(?<!\w)(?<!cao )(?<!thấp )(?<!kém )(?<!ít )(?<!nhỏ )(?<!sớm )(?<!muộn )(?<!nhiều )(?<!lớn )(?<!tốt )"
    r"(?<!đóng góp )(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _COMPARATORS) + r") (?:mức |mốc )?$"
)


def comparator_before(found: Found) -> Comparator:
    """The comparator that stands right before the quoted extent, which is widened to take it in."""
    before = _BEFORE.search(found.low, max(found.bounds[0], found.start - 24), found.start)
    if before is None or before.lastgroup is None:
        return "eq"
    found.start = before.start()
    kind: Comparator = before.lastgroup  # type: ignore[assignment]  # the groups are named for the comparators
    return kind
