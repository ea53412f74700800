"""The peer to be measured against: what one regular expression a kind finds, with the nearest word for its meaning.

It is honest work of an afternoon, no straw man; it has no context, no catalogue and no idea of a speaker.
"""

from __future__ import annotations

import re
from typing import Any

_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_SCALES = {"nghìn": 10**3, "triệu": 10**6, "tỷ": 10**9, "nghìn tỷ": 10**12, "triệu tỷ": 10**15}
_UNITS = {
    "%": "percent", "đồng": "VND", "USD": "USD", "ha": "ha", "km": "km", "tấn": "tonne", "hộ": "household",
    "người": "person", "lao động": "person", "xã": "count", "dự án": "count", "doanh nghiệp": "count",
    "cơ quan": "count", "chương trình": "count",
}  # fmt: skip
_COMPARATORS = {
    "trên": "gt",
    "hơn": "gt",
    "dưới": "lt",
    "khoảng": "approx",
    "gần": "approx",
    "ít nhất": "ge",
    "không quá": "le",
}
_FIGURE = re.compile(
    rf"(?:\b(?P<compare>{'|'.join(_COMPARATORS)}) )?"
    rf"(?<![\d/.,])(?P<low>{_NUMBER})(?:\s?[-–]\s?(?P<high>{_NUMBER}))?(?![\d/.,]\d| ?/\d)"
    rf"(?: (?P<scale>nghìn tỷ|triệu tỷ|nghìn|triệu|tỷ)\b)?\s?(?P<unit>{'|'.join(_UNITS)})(?!\w)"
)
_INDICATORS = {
    "GRDP": "grdp", "tăng trưởng": "grdp", "thu ngân sách": "budget_revenue", "xuất nhập khẩu": "trade_total",
    "xuất khẩu": "exports", "nhập khẩu": "imports", "vốn đầu tư": "total_investment", "FDI": "fdi_registered",
    "đô thị hóa": "urbanization_rate",
    "hộ nghèo": "poverty_rate", "qua đào tạo": "trained_labour_rate", "bảo hiểm y tế": "health_insurance_coverage",
    "nông thôn mới": "new_rural_communes", "bán lẻ": "retail_sales", "việc làm": "jobs_created",
    "kinh tế số": "digital_economy_share",
}  # fmt: skip
_WORDS = re.compile("|".join(_INDICATORS), re.IGNORECASE)
_LOWER = {word.lower(): id_ for word, id_ in _INDICATORS.items()}
_YEAR = re.compile(r"\b20\d\d\b")
_SENTENCE = re.compile(r"[^.;\n]+(?:\.(?=\d)[^.;\n]+)*")
_TALLY = re.compile(r"(?<![\d/])(\d{1,3})/(\d{1,3})(?![\d/]) (?=[^\W\d])")
_REFERENCE = re.compile(
    r"(?:Nghị quyết|Chỉ thị|Kết luận|Quyết định|Nghị định|Quy định|Luật|Đề án|Chương trình|Kế hoạch)(?: "
    r"số)? (?:\d[\w/-]*|[A-ZĐ][^,.;\n]{3,80})"
)
_PERSON = re.compile(
    r"((?:Tổng Bí thư|Bí thư|Phó Bí thư|Chủ tịch|Phó Chủ tịch|Bộ trưởng|Ủy viên|Giám đốc)(?: \w+){0,6}?) "
    r"((?:[A-ZĐÀ-Ỹ][a-zà-ỹđ]+ ){1,3}[A-ZĐÀ-Ỹ][a-zà-ỹđ]+)"
)
_DIRECTIVE = re.compile(r"(?:yêu cầu|đề nghị|chỉ đạo|lưu ý,?|nhấn mạnh,?|kêu gọi|giao) ([^.;\n]{30,})")

Found = dict[str, list[dict[str, Any]]]


def _number(text: str) -> float:
    return float(text.replace(".", "").replace(",", "."))


def _span(text: str, start: int, end: int, **fields: Any) -> dict[str, Any]:
    return {"start": start, "end": end, "quote": text[start:end], **fields}


def _nearest(at: int, hits: list[tuple[int, str]]) -> str | None:
    return min(hits, key=lambda hit: (hit[0] > at, abs(hit[0] - at)))[1] if hits else None


def _figures(text: str) -> list[dict[str, Any]]:
    found = []
    for sentence in _SENTENCE.finditer(text):
        low = sentence[0].lower()
        role = "estimate" if "ước" in low else "target" if re.search("mục tiêu|phấn đấu|kế hoạch", low) else "actual"
        words = [(word.start() + sentence.start(), _LOWER[word[0].lower()]) for word in _WORDS.finditer(sentence[0])]
        years = [(year.start() + sentence.start(), year[0]) for year in _YEAR.finditer(sentence[0])]
        for figure in _FIGURE.finditer(text, *sentence.span()):
            scale = _SCALES.get(figure["scale"], 1)
            grown = figure["unit"] == "%" and re.search(
                r"tăng\W*(?:\w+\W+){0,2}$", text[figure.start() - 20 : figure.start()]
            )
            found.append(
                _span(
                    text, *figure.span(), value=_number(figure["low"]) * scale, unit=_UNITS[figure["unit"]],
                    value_high=_number(figure["high"]) * scale if figure["high"] else None,
                    comparator="range" if figure["high"] else _COMPARATORS.get(figure["compare"], "eq"),
                    measure="growth" if grown else "level", role=role, area=None,
                    indicator=_nearest(figure.start(), words), period=_nearest(figure.start(), years),
                )
            )  # fmt: skip
    return found


def extract(text: str) -> Found:
    """What the plain expressions find, in the fields of the guide."""
    people = {
        (person[2], person[1]): _span(text, *person.span(2), name=person[2], position=person[1])
        for person in _PERSON.finditer(text)
    }
    leader = next(iter(people), (None, None))[0]
    return {
        "figures": _figures(text),
        "tallies": [
            _span(text, *one.span(), done=int(one[1]), total=int(one[2]), state="other")
            for one in _TALLY.finditer(text)
        ],
        "directives": [_span(text, *one.span(1), issuer=leader) for one in _DIRECTIVE.finditer(text)],
        "proposals": [],
        "references": [_span(text, *one.span(), number=None, date=None) for one in _REFERENCE.finditer(text)],
        "people": list(people.values()),
    }
