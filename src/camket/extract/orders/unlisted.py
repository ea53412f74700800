"""Tasks whose verb is in no list: where a verb has to stand, what is no noun, name or link is taken for one."""

from __future__ import annotations

import re
from functools import cache

from camket.extract.orders.ranks import offices
from camket.extract.orders.tasks import Clause, actor_end, after_links, names_actor
from camket.grammar.engine import Reading
from camket.grammar.expression import compiled, expression
from camket.grammar.letters import UPPER
from camket.grammar.trie import alternation
from camket.rules.book import words_of

_FEWEST = 3
"""So few words name no matter."""
_LONGEST = 60
"""No piece that only lists things has so many words."""
_NO_VERB = expression(
    r" ?(?:của|và|hoặc|là|trong|tại|ở|về|với|cho|để|đã|đang|sẽ|được|bị|do|mà|khi|nếu|thì|đến|từ|các|những|khóa|lần|này"
    r"|nói|có|trên|chưa|cũng|đều|vẫn|rất|mới|còn|dưới|qua|theo|bằng|như|vì|nhằm|nên|hay|cùng với|thuộc|gồm|nào|kia|ấy"
    r"|luôn)\b"
)
"""What does not open a task behind a body."""
_NOUN_OF = expression(r"(?:[^\W\d_]+ ){1,2}(?:của (?!mình|[^;]{3,80} (?:phải|cần|nên|được) )|số \d[\w./-]* ngày )")
"""What somebody's is, is a thing, and so is what has a number: `hướng dẫn của các bộ`, `Hướng dẫn số 37/HD-BCA`."""
_TOLD_AS_NEWS = expression(r"(?<!\w)(?:đã|đang|sẽ|vừa|từng|vẫn) ")
_PLACES = expression(
    rf"(?i:(?:các )?(?:tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|sở|bộ|điện lực|bệnh viện|công ty))"
    rf"(?: [{UPPER}]\w*)+"
    rf"(?:(?:,| và) [{UPPER}]\w*(?: [{UPPER}]\w*)*)*"
)
"""`các huyện Kim Bảng, Bình Lục và Lý Nhân`."""
_PLACE = expression(
    rf"(?: (?:tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|các huyện|các xã))*(?: [{UPPER}]\w*)+"
)
"""The place behind the name of a body."""
_OFFICES = ("trung tâm", "văn phòng", "ban quản lý", "viện", "quỹ", "chi cục", "hội", "hiệp hội", "liên hiệp")
_WORD = rf" (?!(?:Thuế|Sở|Ban|Bộ|UBND|Công an|Ủy ban) )[{UPPER}]\w*(?: (?![{UPPER}])[^\W\d_]+)?"
_FIELD = expression(rf"(?:{_WORD})+(?:(?:,{_WORD})* và{_WORD})?")
"""What an office is for, each word of two syllables with one capital: `Xúc tiến Đầu tư, Thương mại và Du lịch`."""
_WHICH = expression(
    r"(?:,? (?:và |hoặc )?(?:các |có |trên |trong |thuộc |ở |vùng |ven |cấp |khu |toàn )?(?:sở|ban|bộ|ngành|địa phương"
    r"|đơn vị|cơ quan|xã|phường|huyện|đoàn thể|(?<=các )cấp|(?<=, )cấp|(?<=và )cấp"
    r"|liên quan|chức năng|chuyên môn|trực thuộc|hữu quan|địa bàn|tỉnh"
    r"|thành phố|sông|biển|núi|cao|xa|sâu|biên giới|hải đảo|nhà|mới|còn lại|nêu trên|khác|thẩm quyền|hai bên|các bên"
    r"|cả nước|khu vực|cơ sở|tuyến|nguồn|trọng điểm|thôn|bản|tổ dân phố|chính quyền|cấp ủy|đảng viên|công chức"
    r"|viên chức|người lao động|nhân dân|bà con|vào cuộc)(?= |,|$))+"
)
"""Words that say which of those named are meant, or name more of them: `các xã ven biển`, `cán bộ tỉnh nhà`."""
_WHATEVER = expression(
    r"(?:ở )?(?:đâu|ai)\b[^;.:]{0,120}?,? thì (?=\w)"
    r"|(?:ở )?(?:đâu|nơi nào|chỗ nào|ai|(?:việc|khâu|nội dung|vướng mắc|khó khăn) (?:gì|nào)) [^;.:]{3,160}? "
    r"(?:thì|phải|cần) (?=\w)"
)
"""A demand on whoever it may concern, told by a condition: `cơ sở nào không đạt thì đình chỉ hoạt động`."""


_LETS = expression(
    r" cho (?=(?:chủ trương|ý kiến|phép)(?!\w))"
    r"| cho (?!biết|hay|rằng|thấy|nên|đến|tới)(?=\S+(?: \S+){0,8}? (?:thuê|vay|hưởng|nợ|chậm|gia hạn|giãn|nộp|mua"
    r"|bán|dừng"
    r"|tạm|tiếp tục|áp dụng|sử dụng|khai thác|nhập|xuất|làm|mở|lập|thành lập|thực hiện|triển khai|chuyển|điều chỉnh"
    r"|kéo dài"
    r"|giữ|miễn|giảm|tăng|thí điểm|hoãn|lùi|tham gia|đầu tư|xây|ý kiến|chủ trương|phép)(?!\w))"
)
"""What one above is asked to let somebody do: `đề nghị UBND tỉnh cho doanh nghiệp thuê đất`."""

_RULES = expression(
    r" quy định (?:cụ thể|chi tiết|rõ|mức|việc|về|trình tự|thủ tục|tiêu chí|chế độ|danh mục|định mức|giá)(?!\w)"
)
"""What a body is to lay down, by a word that elsewhere is a noun: `Giao UBND tỉnh quy định cụ thể mức thu`."""


@cache
def _things() -> re.Pattern[str]:
    """How a phrase begins that names a thing, or with a word that only looks like a verb."""
    lists = words_of("directive")
    return compiled(rf"(?:{alternation({*lists['thing'], *lists['no_verb']})})(?!\w)")


def by_itself(reading: Reading, start: int, end: int) -> bool:
    """Whether a piece without a listed verb is a task of its own: it begins with neither a thing nor a link.

    Args:
        reading: the text.
        start: where the piece begins, behind its links.
        end: where it ends.
    """
    low = reading.low
    if _WHATEVER.match(low, start, end):
        return True
    words = len(low[start:end].split())
    if not _FEWEST <= words < _LONGEST or not low[start].isalpha() or _is_name(reading, start):
        return False
    if (
        _NOUN_OF.match(low, start, end)
        or _things().match(low, start, end)
        or _NO_VERB.match(low, start, end)
        or names_actor(reading, start, end)
        or offices().match(low, start)
    ):
        return False
    return _TOLD_AS_NEWS.search(low, start, end) is None


def _is_name(reading: Reading, start: int) -> bool:
    """Whether two words with capitals stand here; a sentence or an item has but one."""
    words = reading.text[start : start + 30].split(" ")
    return len(words) > 1 and words[0][:1].isupper() and words[1][:1].isupper()


def behind_somebody(reading: Reading, clause: Clause) -> Clause:
    """What stands behind the name of who is told is what they are to do; the clause as it is where that is no verb."""
    begin = after_links(reading.low, clause.start, clause.end)
    end = end_of_told(reading, begin, clause.end)
    if end == begin:
        return clause
    rest = reading.text[end : clause.end]
    if not re.match(r" [^\W\d_]", rest) or rest[1].isupper() or len(rest.split()) < _FEWEST:
        return clause
    counts = _UNMARKED.fullmatch(reading.low, begin, end) and _COUNTS.match(reading.low, end)
    if counts or _LETS.match(reading.low, end) or _RULES.match(reading.low, end):
        return Clause(end + 1, clause.end, (begin, end), verb=True, head=begin)
    if (
        _TOLD_AS_NEWS.search(reading.low, end, clause.end)
        or _NO_VERB.match(reading.low, end)
        or _things().match(reading.low, end + 1, clause.end)
    ):
        return clause
    return Clause(end + 1, clause.end, (begin, end), verb=True, head=begin)


def in_list(reading: Reading, clause: Clause) -> Clause:
    """A clause of a list of tasks: what stands behind a body's name is what it is to do."""
    return from_nearest_verb(reading, clause) if clause.verb else behind_somebody(reading, clause)


def about_what(reading: Reading, start: int, end: int) -> Clause | None:
    """What is asked of somebody by naming it: `với Quốc hội về việc tăng bội chi`, `với lãnh đạo tỉnh nhiều giải pháp`.

    None where what follows whoever is asked is no such thing.
    """
    low = reading.low
    begin = start
    while led := _LED_TO_WHOM.match(low, begin, end):
        begin = led.end()
    told = end_of_told(reading, begin, end)
    if told == begin:
        return None
    matter = _MATTER.match(low, told, end)
    if matter is None:
        return None
    first = matter.end() if matter["led"] else told + 1
    return Clause(first, end, (begin, told), verb=True, head=begin)


_LED_TO_WHOM = expression(r" ?(?:với|lên|tới|đến|cho|,)? ")
_MATTER = expression(
    r" (?P<led>(?:về(?: việc| vấn đề| nội dung)?|để) )| (?:nhiều|một số|các|những|\d{1,2}) (?=\w+ \w+ \w+)"
    r"| (?=(?:cơ chế|chính sách|kinh phí|chủ trương|phương án|dự án|danh mục) \w+ \w+)"
)
"""How what is asked for goes on behind who is asked, where it is named and not told as a task."""


def from_nearest_verb(reading: Reading, clause: Clause) -> Clause:
    """The task from the word right behind the body that is told, where a listed verb was found only further on.

    `đề nghị Hội Nông dân xã tín chấp cho hội viên vay vốn`: they are not to borrow but to vouch.
    """
    if clause.recipient is None or clause.duty or clause.fronted:
        return clause
    begin, told_to = clause.recipient
    named = max((mark.end for mark in reading.marked("body", begin, told_to) if mark.start == begin), default=begin)
    unmarked = _UNMARKED.match(reading.low, begin, told_to)
    if unmarked and _COUNTS.match(reading.low, unmarked.end(), told_to):
        return clause._replace(start=unmarked.end() + 1, recipient=(begin, unmarked.end()))
    if named == begin:
        return clause
    end = end_of_told(reading, begin, clause.end)
    if _LETS.match(reading.low, end):
        return clause._replace(start=end + 1, recipient=(begin, end))
    between = reading.low[end:told_to].strip()
    if not between or _KEPT.match(between) or _NO_VERB.match(f" {between}") or _things().match(between):
        return clause
    if reading.text[end + 1].isupper() or names_actor(reading, end + 1, told_to):
        return clause
    return clause._replace(start=end + 1, recipient=(begin, end))


_UNMARKED = expression(
    r"(?:ban quản lý (?:các )?(?:dự án|rừng|chợ)|nhà thầu|chủ đầu tư|công an (?:huyện|xã|phường)|trạm y tế"
    r"|lực lượng (?:biên phòng|công an|dân quân|kiểm lâm|cảnh sát giao thông))(?!\w)"
)
"""Bodies that no list names."""
_COUNTS = expression(
    r" (?!số|tháng|quý|năm|ngày|khóa|kỳ|lần|quận|khu|tổ|phường|đợt|hạng|vùng|cấp|đội|kho|các|đến|từ|và)[^\W\d_]+ \d"
)
"""A word before a number, which behind a body is a verb: `Ban Quản lý dự án điều 02 xe`."""
_KEPT = expression(
    r"[,(:;\"-]|(?:có|trên|trong|thuộc|tại|ở|theo|do|phải|cần|chủ trì|phối hợp|nơi|khu vực|đồng nhân dân)\b"
)
"""What between a body and a listed verb belongs to who is told."""


def end_of_told(reading: Reading, begin: int, end: int) -> int:
    """Where the words for who is told end that begin at `begin`; `begin` where nobody is named."""
    low = reading.low
    ends = [mark.end for kind in ("body", "area") for mark in reading.marked(kind, begin, end) if mark.start == begin]
    places = _PLACES.match(reading.text, begin, end)
    named = max([*ends, places.end() if places else begin])
    if unmarked := _UNMARKED.match(low, begin, end):
        named = max(named, unmarked.end())
    if named == begin:
        named = actor_end(low, begin, end)
    if named == begin:
        return begin
    if low[begin:named] in _OFFICES and (field := _FIELD.match(reading.text, named, end)):
        named = field.end()
    at = -1
    while at != named:
        at = named
        for more in (_PLACE.match(reading.text, named, end), _WHICH.match(low, named, end)):
            named = max(named, more.end()) if more else named
        named = max((mark.end for mark in reading.marked("body", at, end) if mark.start <= named), default=named)
    return named
