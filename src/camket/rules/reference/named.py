"""Schemes, programmes, plans and strategies cited by their title.

A title counts as the name of one paper where the words say so: a capital letter inside the sentence, a period of its
own (`giai đoạn 2021-2025`), or one of the words that such papers begin with. The plural and a word that only points
(`đề án này`, `kế hoạch cụ thể`) name none.
"""

from __future__ import annotations

import re

from camket.grammar.expression import expression
from camket.grammar.rule import Found, Rule, example
from camket.grammar.scan import CUE
from camket.model.fact import ReferenceType
from camket.rules.reference.item import Citation
from camket.rules.reference.lead import is_capital, is_office, is_plural
from camket.rules.reference.parts import issuer_end, period_end, title_end

_TIME_ONLY = expression(
    r" (?:đến (?:hết )?năm \d{4}"
    r"|(?:hằng|hàng|mỗi|cả) (?:năm|tháng|quý)|(?:giai đoạn|năm|quý|tháng|nhiệm kỳ)(?: [\divx]+(?: ?[-/] ?\d+)?)?"
    r"(?: năm \d{4})?)(?=$|[,.;:)]| \(| (?:tăng|giảm|đạt|và|là|của|được|đã|cần|phải|có|để|trên|với|do|gồm|sẽ)\b|$)"
)
"""A time behind `kế hoạch`, `đề án` names none: `kế hoạch hằng năm`, `đề án năm 2025 tăng 8%`."""
_NO_TITLE = expression(
    r" (?:này|trên|đó|nêu|nói|lớn|trọng (?:điểm|tâm)|cụ thể|của|và|hay|hoặc|khác|ấy|khả thi|thuộc|riêng|chi tiết|"
    r"mới|như|vào|không|"
    r"chưa|lần|sau|khi|ở|ra|lên|xong|đi|nhưng|vì|nên|bởi|tiếp|trong|tại|có|kể|chung|tổng thể|được|đã|đang|sẽ|đầu "
    r"tiên|bài bản|"
    r"gồm|bao gồm|làm việc|hợp lý|phù hợp|thực sự|quan trọng|hiệu quả|trước|gửi|lấy|hàng năm|kinh doanh|nhà|nghệ "
    r"thuật)(?![^\W\d_])"
)
_INNER = expression(
    r"(?: \"?(?:tổng thể|cụ thể|hành động|về|của|triển khai|tổ chức|tổng kết|sơ kết|thực hiện|hiệu quả|có hiệu quả|"
    r"quán triệt|và|sửa đổi|bổ sung|theo))*"
    r" (?=(?:nghị quyết|chỉ thị|kết luận|quyết định|luật|đề án|quy hoạch|nghị định)(?: (?:số|đại hội|trung ương|"
    r"[\d]|của|về|hđnd)|[.;,]))"
)
_BARE_INNER = expression(r" (?:nghị quyết|chỉ thị|kết luận|quyết định)(?=[.;,]|$)")


def _title(found: Found) -> tuple[int, bool]:
    """Where the title after the match ends, and whether it runs on into another paper's name."""
    begin, limit = found.end, found.bounds[1]
    inner = _INNER.match(found.low, begin, limit)
    end = begin if inner else title_end(found.text, found.low, begin, limit)
    inner = inner or _INNER.match(found.low, end, limit)
    if inner is None or inner.end() <= end + 2:
        return end, False
    unnamed = _BARE_INNER.match(found.low, inner.end() - 1, limit)
    return (unnamed.end(), False) if unnamed else (inner.end() - 1, True)


def _cite(found: Found, type_: ReferenceType, end: int, goes_on: bool) -> Citation:
    found.end = end
    issuer = None
    led = re.compile(r",? của (?=[^\W\d_])").match(found.low, end, found.bounds[1])
    if led and found.text[led.end()].isupper() and not goes_on:
        found.end = issuer_end(found.text, found.low, led.end(), found.bounds[1])
        issuer = found.text[led.end() : found.end]
    return Citation(type=type_, issuer=issuer, goes_on=goes_on)


def _names_none(found: Found) -> bool:
    """Whether what stands behind the word is no title."""
    return bool(_NO_TITLE.match(found.low, found.end) or _TIME_ONLY.match(found.low, found.end, found.bounds[1]))


def _scheme(found: Found) -> Citation | None:
    if is_plural(found) or _names_none(found):
        return None
    end, goes_on = _title(found)
    if end <= found.end + 3 or (not goes_on and found.text[found.end : end].count(" ") < _FEWEST):
        return None
    return _cite(found, "scheme", end, goes_on)


SCHEME = Rule(
    name="reference/scheme",
    anchor=CUE,
    before=r"(?:(?<!\w)dự thảo )?",
    pattern=r'đề án(?: trình [^,.;"]{3,40}? về)?(?=:? ["\w])',
    produce=_scheme,
    cues=("đề án",),
    examples=(
        example("hoàn thiện Đề án thành lập thị xã Quế Võ.", "Đề án thành lập thị xã Quế Võ => scheme"),
        example(
            "hoàn thành đề án xóa nhà tạm, nhà dột nát, xong trong tháng 6", "đề án xóa nhà tạm, nhà dột nát => scheme"
        ),
        example(
            "góp ý Đề án trình Bộ Chính trị về “Thu hút vốn đến năm 2030”, chiều 25/1",
            "Đề án trình Bộ Chính trị về “Thu hút vốn đến năm 2030” => scheme",
        ),
        example(
            "Đề án thành lập các thị xã Thuận Thành, Quế Võ, Yên Phong.",
            "Đề án thành lập các thị xã Thuận Thành, Quế Võ, Yên Phong => scheme",
        ),
    ),
    counter_examples=(
        "hoàn thành 91% kế hoạch, đề án lớn",
        "theo dự kiến, đề án này sẽ trình",
        "với 27 chương trình, đề án, nội dung cụ thể",
        "các đề án phát triển đô thị",
        "đề án đã được duyệt",
        "số đề án năm 2025 tăng 8% so với",
    ),
)

_FEWEST = 2
"""Words of the shortest title of a scheme."""
_PROGRAMME_WORDS = expression(
    r" (?:xây dựng nông thôn mới|hành động(?= (?:tổng thể |cụ thể |số )?(?:thực hiện|triển khai|về|quốc gia))"
    r"|tổng thể (?:cải cách|phát triển|chuyển đổi|quốc gia)"
    r"|mục tiêu quốc gia|kiểm tra, "
    r"giám sát|"
    r"công tác (?:phòng|kiểm tra|toàn khóa của|năm \d)|thi đua|quốc gia|mỗi xã một sản phẩm|ocop"
    r"|xóa nhà tạm|phục hồi và phát "
    r"triển)"
)


_ALL_HAVE = frozenset({" hành động", " công tác", " nghị sự"})
"""What is no name of a programme by itself: `kế hoạch thực hiện Chương trình hành động`."""


def _programme(found: Found) -> Citation | None:
    known = _PROGRAMME_WORDS.match(found.low, found.end)
    national = found.low.startswith(" mục tiêu quốc gia", found.end)
    if (is_plural(found) and not national) or (_names_none(found) and not (known and is_capital(found))):
        return None
    end, goes_on = _title(found)
    dated = period_end(found.low, found.end, end, found.bounds[1])
    quoted = found.low.startswith(' "', found.end)
    if end <= found.end + 3 or not (known or dated or quoted or is_capital(found)):
        return None
    if found.low[found.end : end] in _ALL_HAVE:
        return None
    timed = _TIMED.match(found.low, end, found.bounds[1]) if quoted else None
    return _cite(found, "programme", timed.end() if timed else end, goes_on)


_TIMED = expression(r" (?:giai đoạn|năm) \d{4}(?: ?- ?\d{4})?")
"""The period behind a name in quotes: `chương trình "Giảm nghèo bền vững" giai đoạn 2016-2020`."""

PROGRAMME = Rule(
    name="reference/programme",
    anchor=CUE,
    pattern=r'chương trình(?=:? ["\w])',
    produce=_programme,
    cues=("chương trình",),
    examples=(
        example(
            "ban hành Chương trình hành động thực hiện Nghị quyết Đại hội Đảng bộ tỉnh",
            "Chương trình hành động thực hiện => programme +",
        ),
        example(
            "vốn của các chương trình mục tiêu quốc gia đạt thấp",
            "chương trình mục tiêu quốc gia => programme",
        ),
        example(
            'theo chương trình "Sóng khỏe" giai đoạn 2016-2020, tỉnh',
            'chương trình "Sóng khỏe" giai đoạn 2016-2020 => programme',
        ),
        example(
            "ban hành chương trình kiểm tra, giám sát nhiệm kỳ 2020-2025.",
            "chương trình kiểm tra, giám sát nhiệm kỳ 2020-2025 => programme",
        ),
        example(
            "ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021-2030, UBND",
            "Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021-2030 => programme",
        ),
        example(
            "phát động Chương trình thi đua hoàn thành thắng lợi nhiệm vụ năm 2022.",
            "Chương trình thi đua hoàn thành thắng lợi nhiệm vụ năm 2022 => programme",
        ),
    ),
    counter_examples=(
        "xây dựng kế hoạch thực hiện Chương trình hành động.",
        "27/27 Chương trình trọng tâm thực hiện Nghị quyết",
        "xây dựng chương trình hành động của các ngành, các cấp",
        "theo các chương trình, kế hoạch",
        "chương trình làm việc toàn khóa",
        "đánh giá kết quả Chương trình giai đoạn 2011-2015 và",
        "tiếp tục chương trình khảo sát tại tỉnh",
    ),
)

_TO_FIT = expression(r"(?: (?:tổ chức|triển khai|thực hiện))+ phù hợp\b")
"""A plan that each is to make for itself: `xây dựng Kế hoạch triển khai thực hiện phù hợp với ...`."""
_PLAN_WORDS = expression(
    r" (?:vốn (?:cân đối|ngân sách|nsnn)|phát triển|đầu tư|vốn đầu tư|tài chính|hành động|sử dụng đất"
    r"|cải cách|chuyển đổi số"
    r"|phòng, chống|thực hiện|sản xuất|"
    r"triển khai|xây dựng|5 năm|năm năm|"
    r"cơ cấu lại|trồng|giảm nghèo|phục hồi|kiểm tra|thanh tra|hội nhập|quản lý|bảo vệ|ứng phó|công tác năm)"
)


def _long(found: Found, end: int) -> bool:
    """Whether a title has words enough to tell one paper from others."""
    return len(found.low[found.end : end].split()) >= _ENOUGH


_ENOUGH = 5


def _plan(found: Found) -> Citation | None:
    if is_plural(found) or _names_none(found) or _TO_FIT.match(found.low, found.end):
        return None
    end, goes_on = _title(found)
    dated = period_end(found.low, found.end, end, found.bounds[1])
    made = found.low.endswith("ban hành ", found.bounds[0], found.start) and _long(found, end)
    named = _PLAN_WORDS.match(found.low, found.end) and (dated or goes_on or made)
    if end <= found.end + 3 or is_office(found) or not (named or is_capital(found)):
        return None
    return _cite(found, "plan", end if goes_on else dated or end, goes_on)


PLAN = Rule(
    name="reference/plan",
    anchor=CUE,
    pattern=r'(?:k[ếê] hoạch|chiến lược)(?=:? ["\w])',
    produce=_plan,
    cues=("kế hoạch", "kê hoạch", "chiến lược"),
    examples=(
        example(
            "ban hành kế hoạch hành động nâng cao chỉ số hài lòng của người dân.",
            "kế hoạch hành động nâng cao chỉ số hài lòng của người dân => plan",
        ),
        example(
            "Kê hoạch phát triển kinh tế - xã hội 5 năm 2006-2010 có vai trò quan trọng",
            "Kê hoạch phát triển kinh tế - xã hội 5 năm 2006-2010 => plan",
        ),
        example(
            "báo cáo kế hoạch phát triển kinh tế - xã hội 5 năm 2016-2020 trước Quốc hội",
            "kế hoạch phát triển kinh tế - xã hội 5 năm 2016-2020 => plan",
        ),
        example(
            "- Kế hoạch cải cách hành chính giai đoạn 2021-2025 đã được ban hành",
            "Kế hoạch cải cách hành chính giai đoạn 2021-2025 => plan",
        ),
        example(
            "thực hiện kế hoạch phát triển kinh tế - xã hội năm 2022 so với 15 chỉ tiêu đề ra",
            "kế hoạch phát triển kinh tế - xã hội năm 2022 => plan",
        ),
        example(
            "phân bổ kế hoạch vốn đầu tư công năm 2025 trước tháng 3.", "kế hoạch vốn đầu tư công năm 2025 => plan"
        ),
        example(
            "ban hành Kế hoạch triển khai thực hiện Nghị quyết số 57-NQ/TW",
            "Kế hoạch triển khai thực hiện => plan +",
        ),
    ),
    counter_examples=(
        "đạt 72,8% kế hoạch năm, tăng 3%",
        "cần có kế hoạch tổng thể",
        "theo đúng kế hoạch đề ra",
        "báo cáo kết quả thực hiện Kế hoạch hằng năm.",
        "các sở xây dựng Kế hoạch triển khai thực hiện phù hợp với chức năng",
        "kế hoạch phát triển của doanh nghiệp",
        "Phòng Tài chính - Kế hoạch huyện Thuận Thành",
    ),
)


def _medium(found: Found) -> Citation:
    return _cite(found, "plan", found.end, False)


MEDIUM_TERM = Rule(
    name="reference/medium_term",
    pattern=(
        r"(?<!\w)kế hoạch (?:(?:đầu tư|đầu tư công|tài chính) trung hạn"
        r"(?P<years>(?: giai đoạn| 5 năm)? \d{4} ?- ?\d{4}(?!\d))?"
        r"|trung hạn (?:giai đoạn |5 năm )?\d{4} ?- ?\d{4}(?!\d))"
    ),
    produce=_medium,
    weight=1,
    cues=("trung hạn",),
    examples=(
        example("bố trí trong kế hoạch trung hạn 2016-2020, còn", "kế hoạch trung hạn 2016-2020 => plan"),
        example(
            "nguồn dự phòng kế hoạch đầu tư trung hạn giai đoạn 2016-2020 của Bộ Xây dựng để",
            "kế hoạch đầu tư trung hạn giai đoạn 2016-2020 của Bộ Xây dựng => plan by Bộ Xây dựng",
        ),
        example("bổ sung vào Kế hoạch đầu tư công trung hạn.", "Kế hoạch đầu tư công trung hạn => plan"),
    ),
    counter_examples=("vay vốn trung hạn theo kế hoạch", "lập kế hoạch trung hạn cho ngành"),
)

SHORT_NAMES = Rule(
    name="reference/short_programme",
    pattern=r"(?<!\w)(?:(?:các )?(?:ctmtqg|chương trình (?:mtqg|mục tiêu qg)))(?!\w)(?=(?P<title>[^.;:]{0,60}))",
    produce=lambda found: _cite(found, "programme", found.match.end(), False),
    cues=("ctmtqg", "mtqg", "mục tiêu qg"),
    examples=(example("vốn CTMTQG đã bố trí đủ", "CTMTQG => programme"),),
    counter_examples=("vốn các chương trình khác",),
)

_WHOSE = (
    r"(?:,? (?:nhà nước|địa phương|trung ương|cấp tỉnh|cấp huyện|trên địa bàn|thu|chi|ngân sách|phương án phân bổ|và))*"
)
BUDGETED = (
    rf"dự toán (?:(?:(?:thu|chi|thu, chi|thu chi)? ?ngân sách{_WHOSE}|thu nội địa|chi thường xuyên)"
    r"(?: (?:của )?(?:tỉnh|thành phố|tp\.?|huyện)(?: (?!giao|đã|đạt|được|năm)[^\W\d_]+){0,3}?)? )?"
    r"(?:năm )?(?:19|20)\d\d(?!\d)"
)
"""The budget of a year, as papers name it, on text in lower case."""

BUDGET = Rule(
    name="reference/budget",
    pattern=rf"(?<!\w){BUDGETED}",
    produce=lambda _: Citation(type="plan"),
    cues=("dự toán",),
    examples=(
        example(
            "thông qua dự toán ngân sách nhà nước năm 2018",
            "dự toán ngân sách nhà nước năm 2018 => plan",
        ),
        example(
            "Thông qua dự toán ngân sách nhà nước tỉnh Hà Nam năm 2017 như sau",
            "dự toán ngân sách nhà nước tỉnh Hà Nam năm 2017 => plan",
        ),
        example(
            "về dự toán thu ngân sách trên địa bàn, chi ngân sách, phương án phân bổ ngân sách cấp tỉnh năm 2017",
            "dự toán thu ngân sách trên địa bàn, chi ngân sách, phương án phân bổ ngân sách cấp tỉnh năm 2017 => plan",
        ),
        example("nghe báo cáo dự toán ngân sách 2014; và", "dự toán ngân sách 2014 => plan"),
        example(
            "trung ương giao dự toán thu ngân sách TP. HCM năm 2019 là",
            "dự toán thu ngân sách TP. HCM năm 2019 => plan",
        ),
        example("xem xét giảm dự toán thu nội địa năm 2024.", "dự toán thu nội địa năm 2024 => plan"),
    ),
    counter_examples=("đạt 28,4% dự toán năm", "bằng 95% dự toán ngân sách tỉnh giao năm 2020"),
)
