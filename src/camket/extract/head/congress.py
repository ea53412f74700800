"""The year of a day that a congress tells: by the term that it opens, by the year that its aims are due in."""

from __future__ import annotations

from camket.extract.head.clues import Clues, Guess
from camket.grammar.expression import expression
from camket.grammar.holding import Holding

LEAD_LENGTH = 900
_OF_A_CONGRESS = Holding(
    r"(?:(?<!năm )(?:quán triệt|học tập|triển khai|thực hiện|tuyên truyền)[^.\n]{0,60} nghị quyết "
    r"|(?<!\w)(?:tổ chức xong|khai mạc|bế mạc) )đại hội[^.\n]{0,80}? \(?nhiệm kỳ (?P<year>20\d\d) ?[-–]",
    ("nhiệm kỳ 20",),
)
MAY = 5


def after_a_congress(clues: Clues) -> Guess | None:
    """From May on, the year in which a term began whose congress is carried out or has met: those meet in that year.

    `Sáng 17/9 ... quán triệt Nghị quyết Đại hội ... nhiệm kỳ 2025 - 2030` -> 2025.
    """
    found = _OF_A_CONGRESS.search(clues.reading.low, 0, LEAD_LENGTH) if clues.month >= MAY else None
    return Guess(int(found["year"]), found.start(), found.end()) if found else None


_MEETS_FOR = Holding(
    r"(?<!\w)(?:(?P<does>tổ chức|khai mạc|bế mạc|tiến hành|tham dự|dự|chỉ đạo)(?: phiên [^.;\n]{0,30}?)? )?"
    r"(?<!chuẩn bị )(?<!hướng tới )(?<!tiến tới )(?<!chào mừng )(?<!nghị quyết )(?<!văn kiện )(?<!sau )(?<!trước )"
    r"đại hội (?:đại biểu |toàn thể |đảng viên |đảng bộ |chi bộ |đoàn |hội |lần thứ |mặt trận )[^.;\n]{0,110}?"
    r"(?<!\w)nhiệm kỳ (?P<year>20\d\d) ?- ?(?P<last>20\d\d)\)?"
    r"(?P<met>\n|[^.;\n]{0,180}?(?<!\w)"
    r"(?:khai mạc|bế mạc|diễn ra|thành công|họp|tiến hành|được tổ chức|kết thúc)(?!\w))?",
    ("nhiệm kỳ 20",),
)


def congress_of_a_term(clues: Clues) -> Guess | None:
    """From March on, the year in which the term begins for which a congress meets that day.

    `Chiều 28/7, Đại hội đại biểu Đảng bộ huyện lần thứ XXI (nhiệm kỳ 2020-2025) bế mạc` -> 2020. A term that another
    one follows is the one that ends at the congress.
    """
    low = clues.reading.low
    if clues.month < _FIRST_MONTH or "nhiệm kỳ 20" not in low:
        return None
    begun = {first for first, _, _ in clues.ranges}
    for told in _MEETS_FOR.finditer(low[:LEAD_LENGTH]):
        if told["does"] or told["met"]:
            last = int(told["last"])
            return Guess(last if last in begun else int(told["year"]), told.start(), told.end())
    return None


_FIRST_MONTH = 3


_CONGRESS_MEETS = Holding(
    r"(?<!\w)(?:khai mạc|bế mạc|tiến hành|tổ chức|diễn ra|dự|chỉ đạo|thành công)(?!\w)[^.;\n]{0,40}? "
    r"đại hội(?: đại biểu)? đảng bộ"
    r"|(?<!\w)đại hội(?: đại biểu)? đảng bộ [^.;\n]{0,80}?(?<!\w)(?:khai mạc|bế mạc|diễn ra|thành công)(?!\w)",
    ("đại hội",),
)
_AIMED_BY = expression(
    r"(?<!\w)(?:phấn đấu|mục tiêu|chỉ tiêu)(?!\w)[^.;:\n]{0,40}? đến (?:hết |cuối )?năm (?P<year>20\d\d)"
)


def aims_of_a_congress(clues: Clues) -> Guess | None:
    """From March on, five years before the year that its aims are due in: congresses of the Party meet in such years.

    `Sáng 28/7, Đại hội Đảng bộ huyện bế mạc ... Phấn đấu đến năm 2020` -> 2015.
    """
    low = clues.reading.low
    met = _CONGRESS_MEETS.search(low, 0, LEAD_LENGTH) if clues.month >= 3 else None
    aims = [one for one in _AIMED_BY.finditer(low) if int(one["year"]) % _TERM == 0] if met is not None else []
    first = min(aims, key=lambda one: int(one["year"]), default=None)
    return Guess(int(first["year"]) - _TERM, first.start(), first.end()) if first is not None else None


_TERM = 5
"""Years from one congress of the Party to the next."""
