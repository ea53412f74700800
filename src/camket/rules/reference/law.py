"""Laws and codes by name: `Luật Đất đai năm 2024`, `Bộ luật Hình sự`, `Hiến pháp`."""

from __future__ import annotations

from camket.grammar.expression import expression
from camket.grammar.letters import UPPER
from camket.grammar.rule import Found, Rule, example
from camket.grammar.scan import CUE
from camket.rules.reference.item import Citation
from camket.rules.reference.lead import is_office
from camket.rules.reference.parts import tail, title_end

_YEAR = expression(r" (?:(?:ban hành )?năm (?P<year>(?:19|20)\d\d)|(?:19|20)\d\d)(?!\d)")
_NO_LAW = r"(?<!pháp )(?<!kỷ )(?<!quy )(?<!trọng )(?<!hiến )(?<!các )(?<!đúng )"


def _law(found: Found) -> Citation | None:
    if is_office(found):
        return None
    return _law_named(found, found["name"])


LAW = Rule(
    name="reference/law",
    pattern=(
        r"luật (?P<name>{law})(?![^\W_])(?:,? (?:sửa đổi|\(sửa "
        r"đổi\)))?"
    ),
    produce=_law,
    anchor=CUE,
    before=rf"(?<!\w){_NO_LAW}(?:dự thảo )?(?:dự án )?(?:bộ )?",
    weight=2,
    cues=("luật",),
    examples=(
        example("theo Luật Đất đai năm 2024 và", "Luật Đất đai năm 2024 => law 2024"),
        example(
            "Căn cứ Luật Tổ chức HĐND và UBND ban hành năm 2003;",
            "Luật Tổ chức HĐND và UBND ban hành năm 2003 => law 2003",
        ),
        example("Điều 355 Bộ luật Hình sự, khung", "Bộ luật Hình sự => law"),
        example(
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
            "Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025 => law 2025-06-16",
        ),
    ),
    counter_examples=("pháp luật đất đai", "kỷ luật lao động", "theo quy luật cạnh tranh", "luật chơi của thị trường"),
)


def _other_law(found: Found) -> Citation | None:
    if is_office(found):
        return None
    end = title_end(found.text, found.low, found.match.end("kind"), found.bounds[1])
    of = _NAME_ENDS.search(found.low, found.match.end("kind"), end)
    end = of.start() if of else end
    name = found.low[found.match.end("kind") + 1 : end]
    if not 2 <= len(name.split()) <= 14:
        return None
    found.end = end
    return _law_named(found, name)


_NAME_ENDS = expression(r" (?:của(?! quốc hội và hội đồng nhân dân(?!\w))|năm|ngày|số|quy định|tại)(?!\w)")
"""What ends the name of a law, but for that on the supervision of the National Assembly and People's Councils."""


def _law_named(found: Found, name: str) -> Citation:
    """A law with the day or the year that its name closes with."""
    year = _YEAR.match(found.low, found.end, found.bounds[1])
    found.end = year.end() if year else found.end
    rest = tail(found.text, found.low, found.end, found.bounds[1])
    found.end = rest.end if rest.date else found.end
    return Citation(type="law", date=rest.date or (year["year"] if year else None), name=name)


OTHER_LAW = Rule(
    name="reference/other_law",
    pattern=rf"(?P<kind>(?:Bộ luật|Bộ Luật|Luật|Pháp lệnh))(?= [{UPPER}][^\W\d_]*[ ,])(?! (?:Sư|Gia)(?!\w))",
    produce=_other_law,
    cased=True,
    anchor=CUE,
    cues=("bộ luật", "luật", "pháp lệnh"),
    examples=(
        example("thi hành Luật Bảo hiểm tiền gửi, các đơn vị", "Luật Bảo hiểm tiền gửi => law"),
        example("theo Pháp lệnh Ưu đãi người có công với cách mạng.", "Pháp lệnh Ưu đãi người có công => law"),
    ),
    counter_examples=(
        "Luật sư Nguyễn Văn An cho biết",
        "Trường Đại học Luật Hà Nội",
        "công ty Luật Đại Minh",
        "chuyên ngành Luật Kinh tế",
    ),
)

CHARTER = Rule(
    name="reference/charter",
    pattern=(
        r"(?<!\w)(?:điều lệ đảng(?: cộng sản việt nam)?|cương lĩnh (?:chính trị|xây dựng đất nước)[^.,;]{0,60}|"
        r"(?:dự thảo )?hiến pháp(?: nước cộng hòa xã hội chủ nghĩa việt nam| (?:năm )?\d{4}| sửa đổi))(?!\w)"
    ),
    produce=lambda found: Citation(type="law" if "hiến pháp" in found.match[0] else "other"),
    cues=("điều lệ", "cương lĩnh", "hiến pháp"),
    examples=(
        example("do điều lệ Đảng quy định", "điều lệ Đảng => other"),
        example("theo Hiến pháp năm 2013", "Hiến pháp năm 2013 => law"),
        example("góp ý dự thảo Hiến pháp sửa đổi lần này", "dự thảo Hiến pháp sửa đổi => law"),
        example(
            "Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;",
            "Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam => law",
        ),
    ),
    counter_examples=("vốn điều lệ 500 tỷ đồng",),
)

AMENDING = Rule(
    name="reference/amending_law",
    pattern=(
        r"(?<!\w)(?:dự thảo |dự án )?luật sửa đổi(?:, bổ sung)?(?: một số)?(?: điều)?(?: của)?"
        r"(?= (?:các |bộ )?luật )"
    ),
    produce=lambda _: Citation(type="law", goes_on=True),
    cues=("luật sửa đổi",),
    examples=(
        example(
            "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Đầu tư công;",
            "Luật sửa đổi, bổ sung một số điều của => law +",
        ),
    ),
    counter_examples=("Luật sửa đổi lần này", "quy định pháp luật sửa đổi"),
)
