"""Persons named in full, with the titles around the name."""

from __future__ import annotations

import re

from camket.grammar.expression import expression
from camket.grammar.letters import UPPER
from camket.grammar.rule import Found, Rule, example
from camket.grammar.scan import CUE
from camket.rules.person import around, elected, listed, name, vocabulary
from camket.rules.person.item import Naming

CUES = (
    "chủ tịch", "bí thư", "bộ trưởng", "thứ trưởng", "thủ tướng", "giám đốc", "trưởng", "cục trưởng", "vụ trưởng",
    "chi cục trưởng", "tổng cục trưởng", "viện trưởng", "hiệu trưởng", "chủ nhiệm", "chánh", "đại biểu", "ủy viên",
    "thống đốc", "đại sứ", "tổng thống", "tư lệnh", "chính ủy", "thư ký", "ban bí thư", "trợ lý", "trưởng ban",
    "phó ban", "trưởng phòng", "phó phòng", "trưởng đoàn", "cục phó", "vụ phó", "viện phó", "tgđ", "tổng thanh tra",
    "tổng kiểm toán", "phó trưởng", "đội trưởng", "trưởng khoa", "phó trưởng ban", "biên tập", "ông", "bà", "đồng chí",
    "đại tướng", "thượng tướng", "trung tướng", "thiếu tướng", "đại tá", "thượng tá", "trung tá", "chuyên viên",
    "ngoại trưởng", "kế toán trưởng", "chỉ huy trưởng", "tham mưu trưởng", "tỉnh ủy viên", "thành ủy viên",
    "huyện ủy viên", "đảng ủy viên", "phó chủ tịch", "người phát ngôn", "tổ trưởng", "trưởng thôn", "hạt trưởng",
    "cử tri", "đ/c", "uvbtv", "tuv", "huv", "pbt", "pct",
)  # fmt: skip
"""Offices and forms of address, by the words that all of them hold."""


def _named(found: Found) -> Naming | None:
    """The name in the row of capitals, with the titles before and after it; none where nothing marks it as a person."""
    first, limit = found.bounds
    row, row_end = found.match.span()
    where = name.locate(found.text, found.low, row, row_end if row_end < limit else None)
    if where is None:
        return None
    where = _with_stop(found.text, where)
    found.start, found.end = where
    held = around.before(found.text, found.low, first, where.start)
    shared = held or _shared(found) or elected.shared(found.text, found.low, first, where.start)
    offices = elected.given(found.text, found.low, first, where.start)
    offices = offices or elected.taken(found.text, found.low, where.end, limit)
    titles = (*shared, *around.after(found.text, found.low, where.end, limit, held=bool(held)), *offices)
    titles = titles or elected.apposed(found.text, found.low, where.end, limit)
    if not titles and not vocabulary.is_addressed(found.low, max(first, where.start - 40), where.start):
        return None
    return Naming(found.text[where.start : where.end], tuple(dict.fromkeys(titles)))


def _with_stop(text: str, where: name.Name) -> name.Name:
    """The name with the stop behind a given name of which but the first letter is told: `Lê Văn H.`."""
    initial = text[where.end - 2 : where.end - 1] == " " and text.startswith((".,", ". ", ".;", ".)"), where.end)
    return name.Name(where.start, where.end + 1) if initial else where


_JOINED = expression(rf"(?P<other>{name.ROW})(?: \([^()]*\))? và $")


def _shared(found: Found) -> tuple[str, ...]:
    """The title of the name before, which `và` shares: `Phó ban Phạm Hiếu Nghĩa và Lê Minh Đức`."""
    if not found.low.endswith(" và ", found.bounds[0], found.start):
        return listed.headed(found.text, found.low, found.bounds[0], found.start)
    joined = _JOINED.search(found.text, found.bounds[0], found.start)
    other = name.locate(found.text, found.low, joined.start("other")) if joined else None
    if joined is None or other is None or other.end != joined.end("other"):
        return ()
    return around.before(found.text, found.low, found.bounds[0], other.start) or listed.headed(
        found.text, found.low, found.bounds[0], found.start
    )


NAMED = Rule(
    name="person/named",
    pattern=name.ROW,
    produce=_named,
    cased=True,
    weight=2,
    cues=CUES,
    examples=(
        example(
            "Bí thư Tỉnh ủy Bắc Ninh Đào Hồng Lan cho biết", "Đào Hồng Lan => Đào Hồng Lan: Bí thư Tỉnh ủy Bắc Ninh"
        ),
        example(
            "Phó Bí thư Thường trực Tỉnh ủy, Chủ tịch HĐND tỉnh Bắc Ninh Nguyễn Quốc Chung thông tin",
            "Nguyễn Quốc Chung => Nguyễn Quốc Chung: Phó Bí thư Thường trực Tỉnh ủy; Chủ tịch HĐND tỉnh Bắc Ninh",
        ),
        example(
            "ông Lê Ánh Dương, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh Bắc Giang cho biết",
            "Lê Ánh Dương => Lê Ánh Dương: Phó Bí thư Tỉnh ủy; Chủ tịch UBND tỉnh Bắc Giang",
        ),
        example(
            "Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch Nguyễn Văn Hùng phát biểu",
            "Nguyễn Văn Hùng => Nguyễn Văn Hùng: Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch",
        ),
        example(
            "Ủy viên Bộ Chính trị, Đại tướng Tô Lâm, Bộ trưởng Bộ Công an dự",
            "Tô Lâm => Tô Lâm: Ủy viên Bộ Chính trị; Bộ trưởng Bộ Công an",
        ),
        example(
            "Nguyên Tổng Bí thư Nông Đức Mạnh, Bộ trưởng Công an Tô Lâm dự",
            "Nông Đức Mạnh => Nông Đức Mạnh: Nguyên Tổng Bí thư",
            "Tô Lâm => Tô Lâm: Bộ trưởng Công an",
        ),
        example(
            "Chủ tịch Quốc hội - Nguyễn Thị Kim Ngân cùng",
            "Nguyễn Thị Kim Ngân => Nguyễn Thị Kim Ngân: Chủ tịch Quốc hội",
        ),
        example(
            "ông Huỳnh Văn Hùng - Cục trưởng Cục Thống kê TP, đơn vị tham mưu",
            "Huỳnh Văn Hùng => Huỳnh Văn Hùng: Cục trưởng Cục Thống kê TP",
        ),
        example(
            "Bà Trương Thị Ánh tái cử Phó chủ tịch HĐND TP với 96,19% phiếu bầu",
            "Trương Thị Ánh => Trương Thị Ánh: Phó chủ tịch HĐND TP",
        ),
        example(
            "Ban Pháp chế: Trưởng ban Trương Lâm Danh (Chánh văn phòng HĐND nhiệm kỳ 2011-2016) đạt",
            "Trương Lâm Danh => Trương Lâm Danh: Trưởng ban Pháp chế; Chánh văn phòng HĐND nhiệm kỳ 2011-2016",
        ),
        example(
            "Phó ban Phạm Hiếu Nghĩa và Lê Minh Đức.",
            "Phạm Hiếu Nghĩa => Phạm Hiếu Nghĩa: Phó ban",
            "Lê Minh Đức => Lê Minh Đức: Phó ban",
        ),
        example(
            "Chức danh Chánh văn phòng HĐND dành cho ông Triệu Đỗ Hồng Phước",
            "Triệu Đỗ Hồng Phước => Triệu Đỗ Hồng Phước: Chánh văn phòng HĐND",
        ),
        example(
            "Thừa ủy quyền của Chủ tịch UBND tỉnh, Bí thư Huyện ủy Trần Bá Lộc đã trao bằng",
            "Trần Bá Lộc => Trần Bá Lộc: Bí thư Huyện ủy",
        ),
        example(
            "KẾT LUẬN CỦA THỦ TƯỚNG CHÍNH PHỦ PHẠM BÁ LỘC - TRƯỞNG BAN CHỈ ĐẠO TẠI PHIÊN HỌP",
            "PHẠM BÁ LỘC => PHẠM BÁ LỘC: THỦ TƯỚNG CHÍNH PHỦ; TRƯỞNG BAN CHỈ ĐẠO",
        ),
        example(
            "Chủ nhiệm Ủy ban Pháp luật, ông Lê Văn Sáu Đánh giá về kết quả",
            "Lê Văn Sáu => Lê Văn Sáu: Chủ nhiệm Ủy ban Pháp luật",
        ),
        example("Theo ông Nguyễn Nhân Chiến, Bắc Ninh là", "Nguyễn Nhân Chiến => Nguyễn Nhân Chiến"),
    ),
    counter_examples=(
        "Bí thư Thành ủy TP Hồ Chí Minh phát biểu",
        "Chủ tịch UBND phường Nguyễn Trãi cho biết",
        "đại biểu Đoàn Thanh niên tham dự",
        "Chủ tịch Hội Nông dân Việt Nam nói",
        "Phó hiệu trưởng Trường THPT Tô Hiệu",
    ),
)


def _short(found: Found) -> Naming | None:
    """A given name after a form of address, with the titles that verbs of office give it."""
    found.start, found.end = found.match.span("given")
    if vocabulary.offices().match(found.low, found.start) or vocabulary.address().match(found.low, found.start):
        return None
    titles = around.after(found.text, found.low, found.end, found.bounds[1])
    return Naming(found.text[found.start : found.end], tuple(dict.fromkeys(titles)))


SHORT = Rule(
    name="person/given_name",
    pattern=rf"(?i:ông|bà|đồng chí|anh|chị) (?P<given>{name.SYLLABLE})(?! ?{name.SYLLABLE})(?!\w)",
    produce=_short,
    cased=True,
    anchor=CUE,
    cues=("ông", "bà", "đồng chí", "anh", "chị"),
    examples=(
        example(
            "Đầu năm 2007, ông Phong là Bí thư quận 2 TPHCM trước khi trở thành Bí thư Tỉnh ủy Bến Tre.",
            "Phong => Phong: Bí thư quận 2 TPHCM; Bí thư Tỉnh ủy Bến Tre",
        ),
        example("ông Nhân nói", "Nhân => Nhân"),
    ),
    counter_examples=("ông Nguyễn Văn An nói", "Đồng chí Bí thư Tỉnh ủy yêu cầu"),
)


def _pronoun(found: Found) -> Naming | None:
    found.start, found.end = found.match.span("pronoun")
    if found.text[found.end + 1].isupper():
        return None
    titles = around.by_verb(found.text, found.low, found.end, found.bounds[1])
    return Naming("", titles) if titles else None


PRONOUN = Rule(
    name="person/pronoun",
    anchor=CUE,
    pattern=r"(?P<pronoun>ông|bà)(?= [^\W\d_])",
    produce=_pronoun,
    weight=1,
    cues=("ông", "bà"),
    examples=(
        example(
            "Ông từng giữ vị trí Chủ tịch UBND quận 5, Giám đốc Sở Công thương TP HCM.",
            "Ông => ?: Chủ tịch UBND quận 5; Giám đốc Sở Công thương TP HCM",
        ),
        example(
            "Thành ủy điều động bà làm Chủ tịch Liên đoàn Lao động TP HCM khóa X.",
            "bà => ?: Chủ tịch Liên đoàn Lao động TP HCM",
        ),
    ),
    counter_examples=("Ông đề nghị bầu Chủ tịch UBND huyện", "bà con nhân dân là chủ tịch"),
)

_STAMP = expression(r"\(?(?:đã ký|ký tên|ký, ghi rõ họ tên|ký)[^\n]*")
_BEFORE_SIGNER = expression(r"(?:(?:đại|thượng|trung|thiếu) (?:tá|tướng)|pgs|ts|ths|gs)[. ]+")
_LEFT_COLUMN = expression(r" *- *\S(?:(?! {2}).)*$")
"""A line of the list of recipients, with nothing in the column beside it."""
_LEFT_CELL = expression(r" *- *\S(?:(?! {2}).)* {2,}")
"""The same with something beside it: the name of who signs may stand there."""
_BESIDE = expression(rf"(?<![^\n ])(?P<office>[{UPPER}][{UPPER}. ]*[{UPPER}]) {{2,}}(?P<name>{name.ROW}) *$")
"""An office in capitals with the name of who signs beside it on the same line."""
_SIGNATURE = 300
"""The name of who signs stands at most so many letters under the office: blank lines and a stamp lie between."""


def _signed(found: Found) -> Naming | None:
    """A name that is a line of its own, the next one in print under a line of capitals that ends in an office."""
    if beside := _BESIDE.search(found.text, *found.bounds):
        office, where = _office_of(beside["office"]), name.locate(found.text, found.low, beside.start("name"))
        if office is None or where is None or where != beside.span("name"):
            return None
        found.start, found.end = where
        return Naming(found.text[where.start : where.end], (office,))
    line = found.text[slice(*found.bounds)].rsplit("  ", 1)[-1]
    office = _office_of(line) if line.isupper() else None
    if office is None:
        return None
    at = found.bounds[1]
    for below in found.text[at : at + _SIGNATURE].split("\n"):
        start = at + len(below) - len(below.lstrip())
        at += len(below) + 1
        if not below.strip() or _LEFT_COLUMN.match(below) or _STAMP.fullmatch(below.strip().lower()):
            continue
        if left := _LEFT_CELL.match(below):
            start = at - len(below) - 1 + left.end()
        if rank := _BEFORE_SIGNER.match(found.low, start):
            start = rank.end()
        where = name.locate(found.text, found.low, start)
        if where is None or where.start != start or found.text[where.end : at - 1].strip():
            return None
        found.start, found.end = where
        return Naming(found.text[where.start : where.end], (office,))
    return None


def _office_of(line: str) -> str | None:
    """The last office of a line of capitals, as the catalogue writes it."""
    low = line.lower()
    offices = list(vocabulary.offices().finditer(low))
    if not offices:
        return None
    last = offices[-1]
    return vocabulary.written(last["office"]) + low[last.end() :].rstrip(" ,.")


SIGNED = Rule(
    name="person/signature",
    pattern=rf"[{UPPER}](?<![^\W_].)[{UPPER}][^a-z\n]*(?:$| {{2,}}(?={name.ROW} *$))",
    produce=_signed,
    cased=True,
    weight=3,
    cues=CUES,
    examples=(
        example("CHỦ TỊCH     Đinh Công Tuệ", "Đinh Công Tuệ => Đinh Công Tuệ: Chủ tịch"),
        example("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nĐinh Công Tuệ", "Đinh Công Tuệ => Đinh Công Tuệ: Chủ tịch"),
        example(
            "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(Đã ký)\nVương Minh Khuê", "Vương Minh Khuê => Vương Minh Khuê: Phó Chủ tịch"
        ),
        example(
            "Nơi nhận:     KT. CHỦ TỊCH\n- Như trên;     PHÓ CHỦ TỊCH\n- Lưu: VT.\n- Sở Tài chính.     Vương Minh Khuê",
            "Vương Minh Khuê => Vương Minh Khuê: Phó Chủ tịch",
        ),
    ),
    counter_examples=(
        "Ảnh minh họa\nNgọc Hậu",
        "CÔNG TY  Trường Hải",
        "ĐẠI HỘI ĐẢNG BỘ\nNguyễn Văn An",
        "CHỦ TỊCH\nNguyễn Văn An phát biểu",
    ),
)

_VIETNAMESE = expression(
    r"(?:ngh?|nh|gh?|gi|kh|ph|qu|th|tr|ch|[bcdđhklmnprstvx])?[aăâeêioôơuưyà-ỹ]{1,3}(?:ch|nh|ng|[cmnpt])?", re.IGNORECASE
)


_FOREIGN_OFFICES = (
    "phó tổng thống", "tổng thống", "thủ tướng", "ngoại trưởng", "đại sứ đặc mệnh toàn quyền", "đại sứ", "quốc vương",
    "nữ hoàng", "tổng thư ký", "tổng lãnh sự", "tổng giám đốc", "phó tổng giám đốc", "giám đốc điều hành",
    "giám đốc quốc gia", "chủ tịch", "trưởng đại diện", "đại diện thường trú",
)  # fmt: skip
"""Offices of other states, of embassies and of firms, a longer one before one that it begins with."""
_OF_FIRMS = frozenset({"tổng giám đốc", "phó tổng giám đốc", "giám đốc điều hành", "chủ tịch", "trưởng đại diện"})
"""Offices behind which a foreign name is that of a firm, where no other name of a firm stands between."""


def _foreign(found: Found) -> Naming | None:
    """A name with a syllable that Vietnamese does not have, after an office of another state or of an embassy."""
    syllables = found["name"].split()
    if all(_VIETNAMESE.fullmatch(each) for each in syllables) or found["office"].lower() in _OF_FIRMS:
        return None
    found.start, found.end = found.match.span("name")
    return Naming(found["name"], (found["office"],))


FOREIGN = Rule(
    name="person/foreign",
    pattern=(
        rf"(?P<office>(?i:{'|'.join(_FOREIGN_OFFICES)})(?i: (?:vương quốc|cộng hòa|liên bang|nước))?"
        rf"(?: (?!(?:[A-Z][a-z]+ ){{1,3}}[A-Z][a-z]+(?! ?[{UPPER}]))[{UPPER}][^\W\d_]*){{0,4}}(?: tại Việt Nam)?)"
        r" (?P<name>[A-Z][a-z]+(?: [A-Z][\w'-]+| (?:van|von|de|den|der|da|di|bin|al|el)(?= )){0,3} [A-Z][\w'-]+)"
    ),
    produce=_foreign,
    anchor=CUE,
    cased=True,
    weight=1,
    cues=_FOREIGN_OFFICES,
    examples=(
        example("Tổng thống Donald Trump nói", "Donald Trump => Donald Trump: Tổng thống"),
        example(
            "Đại sứ Hoa Kỳ tại Việt Nam Marc Knapper chúc mừng",
            "Marc Knapper => Marc Knapper: Đại sứ Hoa Kỳ tại Việt Nam",
        ),
    ),
    counter_examples=("Thủ tướng Nguyễn Xuân Phúc nói", "Đại sứ quán Hoa Kỳ", "Thủ tướng Trung Quốc thăm"),
)
