"""Industry told of in one word: `riêng công nghiệp tăng 21,4%`, `cơ cấu: nông nghiệp 20%, công nghiệp 35%`."""

from __future__ import annotations

from camket.extract.figures.qualified import in_the_economy
from camket.extract.figures.question import Link, Question
from camket.grammar.expression import expression

_WORD = "công nghiệp"
_INDUSTRY = expression(
    r"(?:^|[,;:(]|(?<!\w)(?:và|riêng|đó|là)) ?(?:riêng |(?<!toàn )ngành |khu vực |lĩnh vực )*công nghiệp"
    r"(?P<more>(?:(?: ?[-–,+] ?| và )(?:ttcn|tiểu thủ công nghiệp|xây dựng(?: cơ bản)?|xdcb|xd))*)"
    r"(?: (?:tỉnh|của tỉnh|toàn tỉnh))?(?P<grows> (?:ước |tiếp tục |vẫn |duy trì )?(?:tăng|giảm)(?: trưởng)?"
    r"(?: bình quân| khá| cao| mạnh)?)?(?: (?:chiếm|đạt|ước|khoảng|trên|là|với))*(?: ?:)? ?$"
)
_OUTPUT, _SHARE = "industrial_output", "gdp_share_industry_construction"


def of_industry(asked: Question) -> Link | None:
    """What industry alone made more, or its share where the structure of the economy is told."""
    gap = asked.gap
    at = gap.rfind(_WORD)
    if at < 0 or asked.unit != "percent" or _spoken_of(asked) == "iip":
        return None
    told = _INDUSTRY.search(gap, max(0, at - len(" trong đó riêng ngành ")))
    if told is None:
        return None
    start = asked.left + at
    if told["grows"] is not None and told["more"]:
        return None
    if told["grows"] is not None and _is_part_of_the_economy(asked):
        return Link("other:grdp_industry", start, start + len(_WORD), "before")
    if told["grows"] is not None:
        return Link(_OUTPUT, start, start + len(_WORD), "before")
    if not in_the_economy(asked, start):
        return None
    return Link(_SHARE, start, start + len(_WORD), "before")


def _is_part_of_the_economy(asked: Question) -> bool:
    """Whether it is told as a part of a sector that grew: `công nghiệp - xây dựng tăng 8%, trong đó công nghiệp`."""
    return "trong đó" in asked.gap and asked.before is not None and asked.before.indicator == _SHARE


def _spoken_of(asked: Question) -> str:
    before = asked.before or asked.earlier
    return before.indicator if before is not None else ""
