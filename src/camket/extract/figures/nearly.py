"""The indicator that a quantity's own words name in another order, with words that add nothing, or abbreviated.

`tỷ lệ rừng che phủ` and `tỷ lệ che phủ rừng`, `tổng nguồn vốn đầu tư phát triển xã hội` and `vốn đầu tư phát triển
toàn xã hội`, `GTSX CN-TTCN` and its full name: the same words tell the same thing.
"""

from __future__ import annotations

from functools import cache, lru_cache

from camket import catalogue
from camket.extract.figures.named import GROWS
from camket.extract.figures.question import Link, Question, fits
from camket.grammar.expression import expression
from camket.grammar.fold import fold

_WORD = expression(r"[^\W\d_]+|\d+")
_SHORT = {
    "cn": "công nghiệp", "ttcn": "tiểu thủ công nghiệp", "xd": "xây dựng", "tm": "thương mại", "dv": "dịch vụ",
    "nn": "nông nghiệp", "nsnn": "ngân sách", "xk": "xuất khẩu", "nk": "nhập khẩu", "xnk": "xuất nhập khẩu",
    "kn": "kim ngạch", "gtsx": "giá trị sản xuất", "gtxk": "giá trị xuất khẩu", "bq": "bình quân",
    "ntm": "nông thôn mới", "bhyt": "bảo hiểm y tế", "bhxh": "bảo hiểm xã hội", "đtc": "đầu tư công",
    "dn": "doanh nghiệp", "lđ": "lao động", "sp": "sản phẩm", "tnbq": "thu nhập bình quân", "hh": "hàng hóa",
    "nlts": "nông lâm thủy sản", "đtpt": "đầu tư phát triển", "hgđ": "hộ gia đình", "qg": "quốc gia",
    "sxcn": "sản xuất công nghiệp", "thpt": "trung học phổ thông",
}  # fmt: skip
_NOTHING = frozenset(
    (
        *(
            "tổng",
            "số",
            "mức",
            "nguồn",
            "lượng",
            "các",
            "những",
            "người",
            "của",
            "trên",
            "ở",
            "tại",
            "về",
            "theo",
            "và",
        ),
        *("cho", "được", "đã", "địa", "bàn", "tỉnh", "huyện", "xã", "thành", "phố", "thị", "quận", "toàn", "cả"),
        *("kết", "quả", "tình", "hình", "chỉ", "tiêu", "thực", "hiện", "hàng", "hóa", "công", "tác"),
    )
)
"""Words that tell nothing of what is measured, so that a name with them and one without are one."""
_RATES = expression(r"(?<!\w)(?:tỷ lệ|tỷ trọng|độ|mức độ|chỉ số)(?!\w)")
_LEAST, _MOST = 3, 12
"""Words that a name must keep, for few words name many things; and those of the longest phrase that is looked at."""


@lru_cache(maxsize=4096)
def _key(words: str) -> frozenset[str]:
    """The words of a phrase that tell what is measured, short forms written out."""
    found: list[str] = []
    for word in _WORD.findall(words.replace("ngân sách nhà nước", "ngân sách")):
        found += _SHORT.get(word, word).split(" ")
    return frozenset(found) - _NOTHING


@cache
def _names() -> dict[frozenset[str], str]:
    """The indicator by the words of each of its names; those of two indicators name none."""
    table: dict[frozenset[str], str] = {}
    shared: set[frozenset[str]] = set()
    for one in catalogue.load_indicators():
        for name in (one.name.vi, *one.aliases):
            key = _key(fold(name))
            if table.setdefault(key, one.id) != one.id:
                shared.add(key)
    return {key: indicator for key, indicator in table.items() if key not in shared and len(key) >= _LEAST}


def named_nearly(words: str) -> str | None:
    """The indicator one of whose names has the same words as a phrase, folded and in lower case."""
    return _names().get(_key(words)) if _LEAST <= words.count(" ") + 1 <= _MOST else None


def is_called_a_rate(indicator: str, words: str) -> bool:
    """Whether an indicator is no rate, or a phrase calls it one."""
    return catalogue.indicator(indicator).percent != "level" or _RATES.search(words) is not None


def nearly_named(asked: Question) -> Link | None:
    """The indicator of the catalogue one of whose names has the same words as the quantity's own."""
    own = asked.own
    indicator = None if asked.slot.quantity.noun else named_nearly(own.text)
    if indicator is None or not fits(indicator, asked.unit):
        return None
    if asked.unit == "percent" and not _tells_percent(asked, indicator):
        return None
    return Link(indicator, own.start, own.end, "before")


def _tells_percent(asked: Question, indicator: str) -> bool:
    """Whether a percent can be the indicator's here: a rate is called one, and what comes in sums rises or falls."""
    if catalogue.indicator(indicator).percent == "level":
        return is_called_a_rate(indicator, asked.own.text)
    return GROWS.search(asked.gap) is not None or asked.slot.quantity.measure is not None
