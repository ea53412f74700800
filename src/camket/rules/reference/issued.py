"""Papers cited by who issued them and what they are about, and the papers of a congress."""

from __future__ import annotations

from camket.grammar.expression import expression
from camket.grammar.letters import UPPER
from camket.grammar.rule import Found, Rule, example
from camket.grammar.scan import CUE
from camket.model.fact import ReferenceType
from camket.rules.reference.item import Citation
from camket.rules.reference.lead import is_capital, is_plural
from camket.rules.reference.parts import issuer_end, tail, title_end

_TYPES: dict[str, ReferenceType] = {
    "nghị quyết": "resolution", "chỉ thị": "directive", "kết luận": "conclusion", "quy định": "regulation",
    "quy chế": "regulation", "quyết định": "decision", "công điện": "directive", "nghị định": "law",
    "hướng dẫn": "other", "báo cáo": "other", "tờ trình": "other",
}  # fmt: skip
_GENERAL = expression(r"(?:đảng|nhà nước|trung ương|pháp luật|đảng, nhà nước|cấp trên)(?:\W|$)")


def _issued(found: Found) -> Citation | None:
    """A resolution or directive needs an issuer or a subject, a regulation or decision a capital letter and both."""
    word = found["type"]
    if is_plural(found):
        return None
    rest = tail(found.text, found.low, found.end, found.bounds[1])
    if rest.issuer and _GENERAL.match(rest.issuer.lower()) and not rest.title:
        return None
    if not rest.title and not rest.date and _is_any(found, word, rest.issuer or ""):
        return None
    light = word in ("nghị quyết", "chỉ thị", "công điện")
    ruled = _RULED.match(found.low, rest.end, found.bounds[1]) if rest.issuer and not rest.title else None
    end = title_end(found.text, found.low, ruled.end(), found.bounds[1]) if ruled else rest.end
    titled = rest.title or ruled
    owned = rest.issuer or (word == "quyết định" and found.low.startswith(" về việc ", found.end))
    if not (rest.issuer or rest.title) if light else not (owned and titled and is_capital(found)):
        return None
    found.end = end
    return Citation(type=_TYPES[word], date=rest.date, issuer=rest.issuer, name=rest.name)


def _is_any(found: Found, word: str, issuer: str) -> bool:
    """Whether any of a body's papers is meant: `thực hiện nghị quyết của HĐND tỉnh`, `theo Nghị quyết của Tỉnh ủy`."""
    of_council = _OF_ANY_COUNCIL.fullmatch(issuer.lower()) is not None
    if word == "nghị quyết":
        return of_council or _OF_ANY_COMMITTEE.fullmatch(issuer.lower()) is not None
    return of_council and not found.text[found.start].isupper()


_LEVEL = r"(?: (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|các cấp))?"
_OF_ANY_COUNCIL = expression(rf"(?:hội đồng nhân dân|hđnd){_LEVEL}")
_OF_ANY_COMMITTEE = expression(rf"(?:ủy ban nhân dân|ubnd|tỉnh ủy|thành ủy|huyện ủy|quận ủy|đảng ủy|cấp ủy){_LEVEL}")
_RULED = expression(r" (?:quy định|hướng dẫn|sửa đổi|bổ sung|ban hành|phê duyệt)(?=,? )(?! (?:này|rõ|tại|trên))")
"""How a title begins that says what the paper does: `Nghị định của Chính phủ quy định cơ chế ...`."""


ISSUED = Rule(
    name="reference/issued",
    pattern=(
        r"(?P<type>nghị quyết|chỉ thị|kết luận|quy định|quyết định|công điện|quy chế|nghị định|hướng "
        r"dẫn|báo cáo|tờ trình)(?=,? (?:của|ngày|về|v/v) )"
    ),
    produce=_issued,
    anchor=CUE,
    weight=1,
    cues=tuple(_TYPES),
    examples=(
        example(
            "thực hiện ngay Chỉ thị của Thủ tướng Chính phủ; và",
            "Chỉ thị của Thủ tướng Chính phủ => directive by Thủ tướng Chính phủ",
        ),
        example(
            "thực hiện nghiêm Quy định của Bộ Chính trị về kiểm soát quyền lực trong công tác cán bộ.",
            "Quy định của Bộ Chính trị về kiểm soát quyền lực trong công tác cán bộ => regulation by Bộ Chính trị",
        ),
        example(
            "hoàn thiện dự thảo Nghị định của Chính phủ quy định cơ chế quản lý đê điều, trình",
            "Nghị định của Chính phủ quy định cơ chế quản lý đê điều => law by Chính phủ",
        ),
        example(
            "ban hành Nghị quyết về chương trình phát triển cây ăn quả đến năm 2030.",
            "Nghị quyết về chương trình phát triển cây ăn quả đến năm 2030 => resolution",
        ),
        example(
            "Tán thành Báo cáo của UBND tỉnh về tình hình thực hiện nhiệm vụ năm 2022.",
            "Báo cáo của UBND tỉnh về tình hình thực hiện nhiệm vụ năm 2022 => other by UBND tỉnh",
        ),
        example(
            "công bố Quyết định về việc thành lập Ban Chỉ đạo chuyển đổi số.",
            "Quyết định về việc thành lập Ban Chỉ đạo chuyển đổi số => decision",
        ),
        example(
            "thông qua Nghị quyết về phương hướng, nhiệm vụ năm 2026.",
            "Nghị quyết về phương hướng, nhiệm vụ năm 2026 => resolution",
        ),
    ),
    counter_examples=(
        "các nghị quyết của Đảng",
        "chỉ đạo các cấp thực hiện nghị quyết của Hội đồng nhân dân tỉnh.",
        "thực hiện Nghị quyết của Đảng, pháp luật của Nhà nước",
        "theo quy định của Bộ Xây dựng",
        "các chỉ thị, nghị quyết, kết luận của Trung ương",
        "Thực hiện chỉ thị, nghị quyết",
        "15 chỉ tiêu theo Nghị quyết của Tỉnh ủy đề ra",
    ),
)


def _ruled(found: Found) -> Citation | None:
    if is_plural(found) or not is_capital(found):
        return None
    end = found.match.end("title")
    dated = _DATED.search(found.low, found.match.start("title"), end)
    rest = tail(found.text, found.low, dated.start(), found.bounds[1]) if dated else None
    found.end = rest.end if rest and rest.date else end
    return Citation(type="regulation", date=rest.date if rest else None)


_DATED = expression(r",? (?:ban hành )?ngày \d")


RULES = Rule(
    name="reference/working_rules",
    pattern=(
        r"(?<!\w)quy chế (?P<title>(?:làm việc|phối hợp|khen thưởng|quản lý|dân chủ|hoạt động|tổ chức|chi tiêu|bảo "
        r"vệ|tiếp)[^.,;:()\"]{0,90})"
    ),
    produce=_ruled,
    cues=("quy chế",),
    examples=(
        example(
            "ban hành Quy chế khen thưởng doanh nghiệp tiêu biểu.",
            "Quy chế khen thưởng doanh nghiệp tiêu biểu => regulation",
        ),
        example(
            "Căn cứ Quy chế hoạt động của HĐND ngày 02 tháng 4 năm 2005;",
            "Quy chế hoạt động của HĐND ngày 02 tháng 4 năm 2005 => regulation 2005-04-02",
        ),
    ),
    counter_examples=("xây dựng quy chế làm việc", "các quy chế, quy định"),
)


def _congress_paper(found: Found) -> Citation:
    rest = tail(found.text, found.low, found.end, found.bounds[1])
    found.end = rest.end if rest.issuer else found.end
    return Citation(type="other", issuer=rest.issuer or found.written("meeting") or None)


CONGRESS_PAPERS = Rule(
    name="reference/congress_papers",
    pattern=(
        r"(?i:(?<!\w)(?:dự thảo )?(?:báo cáo chính trị|(?:các )?văn kiện(?: trình)?(?= đại hội)))"
        rf"(?: (?:(?i:trình|tại) )?(?P<meeting>(?i:đại hội)(?: [IVX]+(?!\w)|(?i: đại biểu| toàn quốc| đảng bộ| "
        rf"đảng))(?: [{UPPER}][^\W\d_]*| (?i:tỉnh|lần thứ|của đảng|lần)){{0,6}}))?"
    ),
    produce=_congress_paper,
    cased=True,
    cues=("báo cáo chính trị", "văn kiện"),
    examples=(
        example(
            "góp ý vào dự thảo các văn kiện Đại hội XIII và",
            "dự thảo các văn kiện Đại hội XIII => other by Đại hội XIII",
        ),
        example(
            "trình bày Báo cáo chính trị của Ban Chấp hành Đảng bộ tỉnh.",
            "Báo cáo chính trị của Ban Chấp hành Đảng bộ tỉnh => other by Ban Chấp hành Đảng bộ tỉnh",
        ),
    ),
    counter_examples=("văn kiện dự án hỗ trợ kỹ thuật",),
)


_MADE = expression(
    r"(?:thông qua|ban hành|dự thảo|trình|theo|thực hiện|thẩm tra|xem xét|cho ý kiến(?: về)?|gồm|về|có|là|với|và|kèm"
    r"|xây dựng|hoàn thiện|soạn thảo"
    r"|căn cứ|[:;])\s*$"
)
"""What stands before the name of a resolution that somebody makes or keeps, and not before one that says something."""


def _titled(found: Found) -> Citation | None:
    if is_plural(found) or not (_MADE.search(found.before) or not found.before.strip(' -+*•"')):
        return None
    begin = found.end
    amended = _AMENDED.match(found.low, begin, found.bounds[1])
    if amended:
        found.end = amended.end() - 1
        return Citation(type=_TYPES[found["type"]], goes_on=True)
    end = title_end(found.text, found.low, begin, found.bounds[1])
    title = " ".join(found.low[begin:end].split())
    if len(title.split()) < _FEWEST:
        return None
    found.end = end
    return Citation(type=_TYPES[found["type"]], name=title)


_AMENDED = expression(
    r" (?:sửa đổi|bổ sung|bãi bỏ|thay thế|hướng dẫn(?: thi hành| thực hiện)?)(?:, (?:sửa đổi|bổ sung|bãi bỏ))*"
    r"(?: một số)?(?: điều| nội dung| khoản)*"
    r"(?: của)? (?=(?:nghị quyết|luật|nghị định|quyết định|thông tư) (?:số )?)"
)
"""The title of a paper that changes the one named right after it."""
_FEWEST = 5
"""A title has at least so many words."""

TITLED = Rule(
    name="reference/titled",
    pattern=(
        r"(?<!\w)(?P<type>nghị quyết|nghị định)(?= (?:quy định|hướng dẫn(?= luật| thi hành| nghị)|đánh giá"
        r"|sửa đổi|bổ sung|bãi bỏ|thay thế|hỗ trợ|thông qua|cho phép|chấp thuận|phê chuẩn|công nhận|thí điểm|miễn"
        r"|giảm|đặt tên|đổi tên|sắp xếp|khuyến khích|bố trí|thu hồi|áp dụng|quyết định|chuyển mục đích"
        r"|ban hành|phê duyệt|phân bổ|thành lập|điều chỉnh|kéo dài|cho ý kiến|giao)(?:,| (?!rõ|cụ thể|này|trên)))"
    ),
    produce=_titled,
    cues=("nghị quyết", "nghị định"),
    examples=(
        example(
            "HĐND tỉnh thông qua Nghị quyết quy định mức hỗ trợ bố trí dân cư.",
            "Nghị quyết quy định mức hỗ trợ bố trí dân cư => resolution",
        ),
        example(
            "hoàn thành xây dựng Nghị định hướng dẫn Luật số 90/2025/QH15 của Quốc hội.",
            "Nghị định hướng dẫn => law +",
        ),
        example(
            "Quốc hội ban hành Nghị quyết sửa đổi, bổ sung một số điều của Nghị quyết số 98/2023/QH15.",
            "Nghị quyết sửa đổi, bổ sung một số điều của => resolution +",
        ),
    ),
    counter_examples=(
        "Nghị quyết quy định rõ trách nhiệm của từng sở.",
        "Sau khi Nghị quyết phân bổ vốn được thông qua",
    ),
)


def _of_council(found: Found) -> Citation | None:
    if is_plural(found):
        return None
    end = issuer_end(found.text, found.low, found.match.start("body"), found.bounds[1])
    found.end = end
    return Citation(type="resolution", issuer=found.text[found.match.start("body") : end])


OF_COUNCIL = Rule(
    name="reference/of_council",
    pattern=r"(?<!\w)nghị quyết (?P<body>(?:hđnd|hội đồng nhân dân) (?:tỉnh|thành phố|huyện|\d+ xã|xã|các)(?!\w))",
    produce=_of_council,
    cues=("hđnd", "hội đồng nhân dân"),
    examples=(
        example(
            "hoàn thành 19/20 chỉ tiêu Nghị quyết HĐND tỉnh, trong đó",
            "Nghị quyết HĐND tỉnh => resolution by HĐND tỉnh",
        ),
    ),
    counter_examples=("trình HĐND tỉnh thông qua nghị quyết", "các nghị quyết HĐND tỉnh"),
)
