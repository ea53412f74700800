"""What a quantity rule makes, and the words before it that compare."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal

import msgspec

from camket.grammar.ending import Ends
from camket.grammar.expression import expression
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
    (
        "le",
        r"(?:tối đa )?(?:không quá|không vượt quá|không cao hơn|không vượt|không trên)|tối đa(?: là)?|nhiều nhất|≤|<=",
    ),
    ("ge", r"(?:tối thiểu )?(?:không thấp hơn|không dưới|không ít hơn)|ít nhất(?: là)?|tối thiểu(?: là)?|chí ít|≥|>="),
    ("gt", r"trên|hơn|vượt|vượt trên|vượt mức|vượt mốc|vượt ngưỡng|quá|>"),
    ("lt", r"dưới|chưa đến|chưa tới|chưa đầy|nhỏ hơn|ít hơn|<"),
    (
        "approx",
        (
            r"~|khoảng|gần|xấp xỉ|chừng|trên dưới|ngót|tương đương khoảng|cỡ|khoảng gần|tầm"
            r"|(?<!m[ậứ][tc] )(?<!tiến )(?<!tốc )(?<!chế )(?<!trình )(?<!cường )độ"
        ),
    ),
)
_BEFORE = expression(
    r"(?<!\w)(?<!cao )(?<!thấp )(?<!kém )(?<!ít )(?<!nhỏ )(?<!sớm )(?<!muộn )(?<!nhiều )(?<!lớn )(?<!tốt )"
    r"(?<!% )(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _COMPARATORS)
    + r") ?(?<![^\W\d_])(?:mức |mốc )?$"
)
_ENDS = Ends(
    (
        *{f"{word} " for _, words in _COMPARATORS for word in re.findall(r"[^\W\d_]+", words)},
        *("mức ", "mốc ", "~", "~ ", "≤", "≥", "<", ">", "≤ ", "≥ ", "< ", "> ", ">=", "<=", ">= ", "<= "),
    )
)
"""How what compares can end: before most numbers nothing of the kind stands, and the patterns need not be tried."""
_BOUND = expression(r"(?<!\w)(?P<up>cao|lớn|nhiều)? ?(?(up)|(?:thấp|nhỏ|ít)) hơn (?:mức )?$")
_AIMED = expression(
    r"(?<!\w)(?:phấn đấu|mục tiêu|chỉ tiêu|bảo đảm|duy trì|khống chế|giữ|ở mức|kiểm soát)(?!\w)[^;.]{0,80}$"
)
_RATE = expression(r"(?<!\w)(?:tỷ lệ|tỉ lệ|tỷ trọng)(?!\w)[^,;.\d]{0,80}$")
"""`tỷ lệ cán bộ nữ cao hơn 15%` bounds the rate, where nothing was told before that it is compared with."""
_DIFFERENCE = expression(
    r"[^,;.]{0,12}?(?<!\w)(?:so|năm|cùng|kế hoạch|bình quân|mục tiêu|dự toán|kịch bản|của|mức)(?!\w)"
)
_OVER = expression(r"vượt $")
"""`vượt 1.250 tỷ đồng so với dự toán` is a difference, `vượt 30.000 tỷ đồng` a bound."""
_FROM = expression(r"(?<!\w)từ $")
_FROM_ON = expression(r"(?<=\w )từ $")
_REACHES_FROM = ("đạt từ ", "phát triển từ ", "chứng chỉ từ ", "chiếm từ ", "xây dựng từ ", "kết nạp từ ", "trồng từ ")
"""What a bound without `trở lên` stands behind: `phấn đấu mỗi năm phát triển từ 10 sản phẩm`."""
_TO = expression(r"[^,;.]{0,40}?(?<!\w)(?:lên|xuống|đến|tới|còn)(?!\w)")
_NEAR = 16
"""Letters that hold the last word of what compares."""
_TAIL: dict[str, Comparator] = {"trở lên": "ge", "trở xuống": "le", "trở đi": "ge"}


def comparator_of(found: Found) -> Comparator:
    """The comparator that the words around the quoted extent tell.

    The extent is widened to take in those before it. `trở lên` behind it counts most, with the `từ` before it; the
    `từ` of `đạt từ 10%` alone is a bound where no `đến` follows.
    """
    if found["tail"]:
        _widen(found, _FROM)
        return _TAIL[found["tail"]]
    if found.low.endswith(_REACHES_FROM, 0, found.start) and not _TO.match(found.after) and _widen(found, _FROM_ON):
        return "ge"
    return comparator_before(found)


def comparator_before(found: Found) -> Comparator:
    """The comparator that stands right before the quoted extent, which is widened to take it in."""
    if not _ENDS.close(found.low[max(0, found.start - _NEAR) : found.start]):
        return "eq"
    before = _BEFORE.search(found.low, max(found.bounds[0], found.start - 24), found.start)
    if before is not None and _OVER.match(before[0]) and _DIFFERENCE.match(found.after):
        return "eq"
    if before is not None and before.lastgroup is not None:
        found.start = before.start()
        kind: Comparator = before.lastgroup  # type: ignore[assignment]  # the groups are named for the comparators
        return kind
    bound = _BOUND.search(found.low, max(found.bounds[0], found.start - 16), found.start)
    told = _AIMED.search(found.before) or _RATE.search(found.before)
    if bound is None or not told or _DIFFERENCE.match(found.after):
        return "eq"
    found.start = bound.start()
    return "gt" if bound["up"] else "lt"


def _widen(found: Found, words: re.Pattern[str]) -> bool:
    """Begin the quoted extent with the words right before it, where they stand there."""
    before = words.search(found.low, max(found.bounds[0], found.start - 12), found.start)
    if before is not None:
        found.start = before.start()
    return before is not None
