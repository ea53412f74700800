"""The lists and headings that a paper's tasks stand in: what opens an item, whom a line heads, what a heading says."""

from __future__ import annotations

import re
from typing import Literal

from camket.extract.orders.frames import is_frame
from camket.extract.orders.ranks import recipient_rank
from camket.extract.orders.tasks import Clause, after_links, names_actor, parse
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.numbering import LEVELS, UNMARKED, mark_at
from camket.grammar.sentence import Sentence

Theme = Literal["report", "other", "tasks", "shares", "wishes", "demands"]
NUMBER_ONLY = expression(r"[\W\d_]{1,8}(?:[a-zđ][.)])?\W{0,2}|(?:[a-zđ]|[ivx]{1,5})[.)]\W{0,2}")
"""A line that holds no more than an item's number."""
NO_WORDS = expression(r"[\W\d_]+")
"""A line without a word, as the dots that stand for what is left out."""
_ITEM = expression(
    r"(?:(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) là\b|thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)\b)"
)
"""How an item begins that counts in words."""
_SHORT = 16
"""A clause of at most so many words may be no more than an announcement."""
_SUMMARY = expression(
    r"\b(?:trọng tâm|chủ yếu|sau|sau đây|cụ thể|vấn đề|nội dung|nhiệm vụ|giải pháp|việc)$"
    r"|\b(?:một số|mấy|hai|ba|bốn|năm|sáu|bảy|tám|\d{1,2}) (?:đột phá|vấn đề|nội dung|nhiệm vụ|giải pháp|nhóm|việc"
    r"|trụ cột|khâu|điểm|yêu cầu|lĩnh vực|định hướng|yếu tố|trọng tâm)\b[^,;]{0,40}$"
)
"""The last words of an announcement: `các nhiệm vụ sau`, `ba đột phá chiến lược`."""
_FIRST = expression(r"(?:thứ nhất|một là|trước hết|1[.)/-])")
"""How the first item after an announcement begins."""
_LONGEST_HEAD = 120
"""No line that names a body for the items below it has more letters."""
_REPORTING = expression(
    r"(?:về |những |một số )*(?:tình hình|kết quả|đánh giá|thực trạng|tồn tại|hạn chế|ưu điểm|khuyết điểm|nguyên nhân"
    r"|bài học|(?:các |một số )?(?:mục tiêu|chỉ tiêu))\b"
)
"""Headings of what was seen, done or aimed at."""
_AHEAD = expression(r"\b(?:giải pháp|phương hướng|thời gian tới|nhiệm vụ năm|nhiệm vụ trọng tâm)\b")
"""What in such a heading also looks ahead."""
_TASKS = expression(
    r"(?:(?:định hướng|phương hướng)(?: phát triển)?(?:,| và) )?"
    r"(?:các |một số |những )?(?:nhiệm vụ|giải pháp|biện pháp|nội dung chỉ đạo)\b"
    r"|nội dung(?: thực hiện| triển khai| kế hoạch)?:?$"
)
"""Headings of tasks."""
_DEMANDS = expression(r"(?:các |một số )?yêu cầu(?: chung| cụ thể)?:?$")
"""Headings of what a plan demands of all who carry it out."""
_SHARES = expression(
    r"(?:công tác )?(?:(?:[^:.;]{3,40} và )?tổ chức (?:triển khai )?thực hiện|tổ chức triển khai|triển khai thực hiện"
    r"|phân công(?: và [^:.;]{3,30})? (?:nhiệm vụ|thực hiện|trách nhiệm|tổ chức thực hiện|triển khai)"
    r"|trách nhiệm (?:của|thực hiện|tổ chức)"
    r"|(?:phân công )?nhiệm vụ của|phân công(?=[.:]?$))\b"
)
"""Headings of who has to do what."""
_WISHES = expression(
    r"(?:(?:những |các |một số )?(?:khó khăn|vướng mắc|tồn tại|hạn chế)"
    r"(?:, (?:vướng mắc|hạn chế|nguyên nhân))*(?: và|,) )?"
    r"(?:những |các |một số )?(?:kiến nghị|đề xuất|đề nghị)(?:(?:,| và) (?:kiến nghị|đề xuất|đề nghị))?"
    r"(?: (?:với|đối với|lên) [^:]{3,140})?:?$"
)
"""Headings of what is asked of those above."""
_INSTITUTION = expression(
    r"(?:các|mỗi|từng|đảng đoàn|cấp ủy|báo|đài|thường trực|ubnd|ủy ban|hđnd|hội đồng|sở|ban|cục|chi cục|văn phòng"
    r"|công an|thanh tra"
    r"|trung tâm|kho bạc|đảng ủy|đảng bộ|bộ chỉ huy|tổng cục|vụ(?= (?!đông|xuân|hè|thu|mùa|chiêm|lúa|màu|nuôi|việc|án))"
    r"|viện|học viện|tòa án|trường|tập đoàn|tổng công ty|công ty|doanh nghiệp|cấp (?:tỉnh|huyện|xã|quận|phường)"
    r"|thủ trưởng|người đứng đầu|chủ tịch|giám đốc|chủ đầu tư|liên minh|hiệp hội"
    r"|phòng (?:tài|nông|nn|kinh|nội|văn|giáo|y|tư|lao|quản|chuyên|công)|hạt kiểm lâm"
    r"|điện lực|bưu điện|mặt trận|ngân hàng|bảo hiểm xã hội|bhxh|chi nhánh|trạm|đồn biên phòng|liên đoàn|nhà máy"
    r"|xí nghiệp|đội (?:quản lý|cảnh sát|kiểm tra|thanh tra|trật tự)|chủ (?:rừng|hồ)"
    r"|hội (?:nông|liên|cựu|chữ|phụ|luật|nhà|người)"
    r"|đoàn (?:thanh|kinh tế|luật|đại biểu)|công chức (?:địa chính|văn hóa|văn phòng|tư pháp|kế toán|tài chính)"
    r"|trưởng (?:các )?(?:thôn|bản|ấp|xóm|khóm|khu phố|tổ dân phố))(?: |$)"
)
"""How the name of a body, of several, or of its head begins."""
_FOR = expression(r"(?:đối với|với|về phía) ")
"""Words before the name of who a heading is for."""
_CHARGE_OF = expression(r"(?:trách nhiệm|nhiệm vụ) của ")
_ABOUT = expression(r"(?:về(?! phía)|công tác|lĩnh vực|trong lĩnh vực|cơ quan \S+ \S+:|đơn vị \S+ \S+:) ?")
"""How a heading begins that names a matter."""
_OTHER = expression(
    r"\b(?:nhiệm vụ|giải pháp|phương hướng|kiến nghị|đề xuất|tổ chức thực hiện|chỉ đạo|kết luận|yêu cầu|thời gian tới"
    r"|quyết nghị)\b"
)
"""Headings that end an account."""


def mark_of(reading: Reading, sentence: Sentence) -> str:
    """The sort of mark that opens a sentence's line, one for each level (`1`, `1.1`, `-`); empty where none does."""
    line = reading.low.rfind("\n", 0, sentence.start) + 1
    if sentence.place > 0:
        return ""
    found = mark_at(reading.text, line, sentence.end)
    return found.kind + "." * (found.level - LEVELS[found.kind]) if found else ""


def level_of(mark: str) -> int:
    """How deep the line of a sort of mark stands."""
    kind = mark.rstrip(".")
    return next((level + len(mark) - len(kind) for each, level in LEVELS.items() if each == kind), UNMARKED)


def words_of_line(reading: Reading, sentence: Sentence) -> int:
    """Where a sentence goes on behind the number, letter or dash that it begins with."""
    found = mark_at(reading.text, sentence.start, sentence.end)
    return found.end if found else sentence.start


def is_item(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence is an item of a list: it has a number or dash, or stands right behind a number."""
    low = reading.low
    if _ITEM.match(low, sentence.start, sentence.end) or mark_at(reading.text, sentence.start, sentence.end):
        return not NUMBER_ONLY.fullmatch(low, sentence.start, sentence.end)
    before = reading.sentences[sentence.number - 1]
    alone = sentence.place == 1 and bool(NUMBER_ONLY.fullmatch(low, before.start, before.end))
    return (alone or bool(mark_of(reading, sentence))) and not low.endswith(":", sentence.start, sentence.end)


def head_of(reading: Reading, sentence: Sentence) -> tuple[int, int] | None:
    """Whom a line such as `2. Sở Tài chính:` heads a list of tasks for; nobody where it names a matter (`Về vốn:`).

    In `2. Ban cán sự đảng UBND tỉnh lãnh đạo UBND tỉnh:` it is the one who leads.
    """
    start = after_links(reading.low, words_of_line(reading, sentence), sentence.end)
    if _ABOUT.match(reading.low, start):
        return None
    clause = parse(reading, start, sentence.end - 1, strict=True)
    told = clause.recipient if clause.verb else None
    if sentence.end - start >= _LONGEST_HEAD:
        row = not clause.verb and _ROW_OF_NAMES.search(reading.low, start, sentence.end) is not None
        told = (start, sentence.end - 1) if row else told
        return told if told and (row or told[1] - told[0] < _LONGEST_HEAD) and is_body(reading, *told) else None
    if told:
        return told
    return (start, sentence.end - 1) if names_actor(reading, start, sentence.end) else None


_ROW_OF_NAMES = expression(r"(?:các|những) [^:;.\d]{2,40}: [^:;.\d]{3,240}:$")
"""The end of a head that names several one by one: `Chủ tịch UBND các tỉnh ven biển, nhất là các tỉnh: A, B và C:`."""
_PART = expression(r" ?\([^()]*\)$")
"""The part of a body that is meant, behind its name: `Văn phòng UBND tỉnh (Trung tâm Phục vụ hành chính công)`."""


def body_in(reading: Reading, sentence: Sentence) -> tuple[int, int] | None:
    """The body that a heading such as `1. Sở Tài chính` names for the items below it; None where it names none."""
    start = after_links(reading.low, words_of_line(reading, sentence), sentence.end)
    charge = _CHARGE_OF.match(reading.low, start, sentence.end)
    start = charge.end() if charge else start
    part = _PART.search(reading.low, start, sentence.end)
    end = part.start() if part else sentence.end
    if end - start >= _LONGEST_HEAD or not is_body(reading, start, end):
        return None
    clause = parse(reading, start, end, strict=True)
    return clause.recipient if clause.verb else (start, end)


def body_alone(reading: Reading, sentence: Sentence) -> tuple[int, int] | None:
    """The body that an item names and of which it says no more, as `1. Bộ Công an` does, with a stop or none.

    The part of it that is meant may stand behind it in brackets: `2. Văn phòng UBND tỉnh (Trung tâm Phục vụ ...)`.
    """
    if sentence.end - sentence.start > _LONGEST_HEAD:
        return None
    start = after_links(reading.low, words_of_line(reading, sentence), sentence.end)
    end = sentence.end - reading.low.endswith(".", sentence.start, sentence.end)
    if part := _PART.search(reading.low, start, end):
        end = part.start()
    named = reading.marked("body", start, end)
    return next(((start, one.end) for one in named if one.start == start and one.end == end), None)


def is_body(reading: Reading, start: int, end: int) -> bool:
    """Whether the words are a body that can be given a task, or several, and not `Khu vực dịch vụ`."""
    if not names_actor(reading, start, end):
        return False
    low = reading.low
    if aside := _FOR.match(low, start, end):
        start = aside.end()
    if _INSTITUTION.match(low, start, end) or recipient_rank(low[start:end]) > 0:
        return True
    return any(mark.start == start for mark in reading.marked("body", start, end))


def announces(reading: Reading, sentence: Sentence, clause: Clause) -> bool:
    """`tập trung vào những việc trọng tâm.` before `Thứ nhất, ...` is not itself a task."""
    if is_frame(reading, clause):
        return True
    following = reading.sentences[sentence.number + 1 : sentence.number + 2]
    words = reading.low[clause.start : clause.end]
    short = len(words.split()) <= _SHORT and bool(_SUMMARY.search(words))
    return short and bool(following) and bool(_FIRST.match(reading.low, following[0].start))


def in_item(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence stands in an item of a list, be it the first of the item or one that follows."""
    return is_item(reading, reading.sentences[sentence.number - sentence.place]) or is_item(reading, sentence)


def theme_of(reading: Reading, sentence: Sentence) -> Theme | None:
    """Whether a heading says that what follows was seen, done or aimed at, or that it is to be done.

    `shares`: what follows says which body has to do what. `wishes`: what the paper asks of others.
    `demands`: what all have to heed. `other`: it is no report any more, yet not every line of it a task.
    None where the heading says neither.
    """
    start = after_links(reading.low, words_of_line(reading, sentence), sentence.end)
    words = reading.low[start : heading_end(reading, sentence)].replace("\n", " ").strip()
    if _WISHES.match(words):
        return "wishes"
    if _REPORTING.match(words) and not _AHEAD.search(words):
        return "report"
    found = next((theme for pattern, theme in _THEMES if pattern.match(words)), None)
    return found or ("other" if _OTHER.search(words) else None)


_THEMES: tuple[tuple[re.Pattern[str], Theme], ...] = (
    (_SHARES, "shares"),
    (_DEMANDS, "demands"),
    (_TASKS, "tasks"),
    (_WISHES, "wishes"),
)


def heading_end(reading: Reading, sentence: Sentence) -> int:
    """The end of a heading; one in capitals may go on in the next line: `IV. TỔ CHỨC` over `THỰC HIỆN`."""
    following = reading.sentences[sentence.number + 1 : sentence.number + 2]
    if not following or not reading.text[sentence.start : sentence.end].isupper() or following[0].place > 0:
        return sentence.end
    below = following[0]
    goes_on = reading.text[below.start : below.end].isupper() and not mark_of(reading, below)
    return below.end if goes_on and not reading.text[sentence.end : below.start].strip(" \n") else sentence.end
