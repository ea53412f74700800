"""What follows the number or name of a paper: its date, who issued it, and its title.

A title runs from `về` (or a quotation mark) to the end of the sentence, unless one of these comes before:

- a mark that ends a clause: `.` `;` `:` or a closing quotation mark; a bracket that holds more than an abbreviation;
- a comma before a new clause: before a capital letter (a list of places goes on), a time, a conjunction or an auxiliary
  (`về xây dựng, chỉnh đốn Đảng` goes on, `về xây dựng Đảng, gắn với thực hiện ...` and `..., Thủ tướng ...` do not);
- a word that makes the paper the subject of a verb or joins a clause: `đã`, `được`, `mà`, `do`, `nhằm`, `mới ban hành`;
- `và` before another paper or another thing to do (`và yêu cầu`, `và Quy định số 08`).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from camket.grammar.expression import expression
from camket.grammar.letters import UPPER

DAY = r"(0?[1-9]|[12]\d|3[01]) ?[/.-] ?(0?[1-9]|1[0-2]) ?[/.-] ?((?:19|20)\d\d)"
_DATE = expression(
    rf",? ?(?P<open>\()?(?:ký |ban hành )?"
    rf"(?:(?:hồi|lúc) \d{{1,2}} ?(?:h|g|giờ|:) ?(?:\d{{2}})?(?: phút)?,? )?(?:ngày {DAY}"
    rf"|ngày (\d\d?) tháng (\d\d?),? năm (\d{{4}})|"
    rf"tháng (\d\d?) ?(?:/|năm) ?(\d{{4}})|{DAY})(?(open)\))"
)
_ISSUER = expression(rf",? (?:(?i:của) |- )(?:(?i:đồng chí) )?(?=[{UPPER}])")
_TITLE = expression(r'(?:,? (?:v/v:?|về việc|về)(?: |$)|:? ?(?="))')
_QUOTED = expression(r':? ?"[^"\n]{3,400}"')
_PAPER = (
    r"(?:các |những )?(?:nghị quyết|chỉ thị|kết luận|quyết định|quy định|nghị định|thông tư|thông báo|kế hoạch|"
    r"chương trình|đề án|luật|bộ luật|quy hoạch|công điện|công văn|hướng dẫn|tờ trình|hiệp định|quy chế|chiến lược"
    r"|biên bản|giấy mời|thông tri|pháp lệnh)"
)
_NEW_CLAUSE = expression(
    r"(?:ngày|sáng|chiều|tối|năm|tháng|quý|trong|tại|từ|đến|đồng thời|nhằm|để|với|do|theo|qua|song|tuy|nhưng|mà|khi|"
    r"sau|trước|bên cạnh|gắn|vì|bởi|nên|nếu|thì|là|đã|đang|sẽ|được|bị|có|cần|phải|cũng|còn|xong|hiện|nhất là|đặc biệt|"
    r"yêu cầu|đề nghị|giao|tỉnh|thành phố|ông|bà|đồng chí|chúng ta|lãnh đạo|các (?:bộ|sở|ngành|cấp|đơn vị|địa phương)|"
    r"góp phần|cụ thể|cùng|trên cơ sở|căn cứ|thực hiện|triển khai|chỉ đạo|bảo đảm|đảm bảo|hoàn thành|tạo|kết quả|"
    rf"xin|báo cáo|trình|tập trung|tiếp tục|(?:tổng )?kinh phí|tổng (?:mức )?(?:vốn|đầu tư)|(?:vốn|mức) đầu tư"
    rf"|{_PAPER})(?![^\W\d_])"
)
_AND = expression(
    rf"(?:{_PAPER}|điều chỉnh|yêu cầu|đề nghị|giao|ban hành|triển khai|tổ chức|thực hiện|báo cáo|trình|chỉ đạo|cho "
    rf"rằng|cho biết|"
    r"các (?:văn bản|quy định|nội dung|kế hoạch)|hoàn thiện|hoàn thành|phương hướng|đã|đang|sẽ|được|có|cần|phải|"
    r"là)(?![^\W\d_])"
)
_STOP = expression(
    r"(?P<mark>[;:\"”\n]|[.!?…](?=\s|$|[\"')]))|(?P<bracket> ?\()|(?P<close>\))|(?P<comma>, ?)|(?P<and> và )|"
    r"(?P<with> với )|"
    r" (?:(?:mới|vừa) (?:ban hành|đây|qua|được|có|ký) |(?:đã|đang|sẽ|vẫn|cũng|còn|đều|chưa) |mà |được |"
    r"(?<!trang )(?<!thiết )(?<!chuẩn )bị |(?<!tự )do |"
    r"(?<!làm )theo |này |thì |là |nhằm |để |"
    r"cho (?:biết|rằng|thấy|hay)|cần |phải |gặp |đạt |đề ra|đặt ra|có hiệu lực|có thể|nêu |xác định |yêu cầu |"
    r"ban hành |trong (?:đó|thời gian|khi|năm|quý|tháng|giai đoạn này)|ngay |vừa qua|từ (?:ngày|đầu|khi)|sau "
    r"(?:khi|\d)|trước |trên cơ sở|"
    r"đến nay|hiện (?:nay|có|đang)|nếu |khi |bởi |chậm |"
    r"(?<!chương )(?<!công )(?<!quá )(?<!lộ )(?<!quy )(?<!giáo )trình |"
    r"thay thế|thông qua|tới |cùng |so với |thời gian (?:tới|qua)|"
    r"(?:(?:tổng kết|sơ kết|thực hiện|triển khai|sửa đổi|thi hành) ){1,3}(?:nghị quyết|chỉ thị|kết luận|luật|bộ "
    r"luật|quyết định))"
)
_ABBREVIATED = expression(
    rf" ?\((?:[{UPPER}][{UPPER}\d&-]+|giai đoạn[^()]*|nhiệm kỳ[^()]*|khóa[^()]*|lần thứ[^()]*)\)", re.IGNORECASE
)
_TAKES_WITH = expression(r"(?:đối|ứng|gắn|hợp|phó|kết|nối|bó|hệ|sánh|so|tranh)$")
_LISTED_NAME = expression(rf"[{UPPER}][^\W\d]*, (?:[{UPPER}][^\W\d]* ?){{1,4}}(?=[,.;]| và |$)")
_ISSUER_STOP = expression(
    r"[,;:.()\"\n]| (?:về|quy định|sửa đổi|hướng dẫn|ban hành|phê duyệt|ngày|tháng|v/v|là|có|đã|đang|sẽ|trong|tại|"
    r"để|nhằm|đến|được|"
    r"cho|thì|với|nhưng|mà|gắn|theo|khi|cũng|đạt|vào|từ|do|vừa|mới|năm|như|cần|phải|đề ra|yêu cầu|nêu|thời gian|"
    r"bằng|sau|trước|chưa|làm|ra|"
    r"xác định|giao|(?<!ban )chỉ đạo|(?<!hội đồng )quyết định|kiến nghị|đề nghị|nhận định|truy tố|truyền đạt|liên quan"
    r"|đối với|hay|hoặc|tới|trên|ở|gồm|thông qua|thông báo|triển khai|thực hiện|tạo|mở|giúp|góp|đưa|khẳng "
    r"định|đặt|đi vào|thay thế|cùng|và)(?![^\W\d_])"
)
_JOINED_NAME = expression(
    rf" và (?!(?i:{_PAPER}))(?=(?:[{UPPER}]|đầu tư|môi trường|công nghệ|du lịch|đào tạo|xã hội|phát triển))"
)
_OF_A_BODY = expression(r"(?:bộ|sở|ban|ủy ban) [^,;.]*$")


_TELLING = 5
"""A title of fewer words may be that of many papers."""


class Tail(NamedTuple):
    """Date (ISO), issuer and title after a number or name, as far as they are there, and where they end."""

    date: str | None
    issuer: str | None
    title: str | None
    end: int

    @property
    def name(self) -> str | None:
        """The title, folded, where it is long enough to know the paper by."""
        words = self.title.lower().split() if self.title else []
        return " ".join(words) if len(words) >= _TELLING else None


def tail(text: str, low: str, start: int, limit: int) -> Tail:
    """Read on from `start`, at most to `limit`."""
    date = issuer = title = None
    end = start
    while True:
        if date is None and (dated := _DATE.match(low, end, limit)):
            date, end = iso(dated), dated.end()
        elif issuer is None and (led := _ISSUER.match(text, end, limit)):
            stop = issuer_end(text, low, led.end(), limit)
            issuer, end = text[led.end() : stop], stop
        elif led := _TITLE.match(low, end, limit):
            stop = title_end(text, low, led.end() - led[0].endswith(" "), limit)
            title, end = (text[led.end() : stop].strip(' "'), stop) if stop > led.end() + 3 else (None, end)
            return Tail(date, issuer, title, end)
        else:
            return Tail(date, issuer, title, end)


def title_end(text: str, low: str, start: int, limit: int) -> int:
    """Where a title that begins at `start` ends."""
    quoted = _QUOTED.match(low, start, limit)
    if quoted:
        return quoted.end()
    at = start
    while stop := _STOP.search(low, at, limit):
        goes_on = _goes_on(text, low, stop)
        if not goes_on:
            return _titled(text, low, start, stop.start())
        at = goes_on
    return _titled(text, low, start, limit)


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in " -,":
        end -= 1
    return end


def _titled(text: str, low: str, start: int, end: int) -> int:
    """Where a title ends that may run on into where its paper holds: `Kế hoạch trồng rừng ven biển toàn tỉnh`."""
    sum_told = _SUM_TOLD.search(low, start, end)
    end = _trimmed(text, start, end if sum_told is None else sum_told.start())
    whole = _ALL_OF_IT.search(low, start, end)
    return whole.start() if whole and low.count(" ", start, whole.start()) >= _OF_A_TITLE else end


_SUM_TOLD = expression(
    r" (?:(?:đạt|là|hơn|trên|gần|khoảng) )*\d[\d.,]* ?(?:%|(?:nghìn |ngàn )?(?:tỷ|tỉ|triệu) (?:đồng|usd))"
)
"""What was reached of a programme ends its name: `chương trình nông thôn mới 58%`."""
_ALL_OF_IT = expression(r"(?: trên| trong)? (?:toàn|cả) (?:tỉnh|thành phố|huyện)$")
_OF_A_TITLE = 3
"""Blanks of the shortest title that is one without that."""


def _goes_on(text: str, low: str, stop: re.Match[str]) -> int:
    """Where to look on when the title runs over this place; 0 where it ends here."""
    if stop["bracket"]:
        short = _ABBREVIATED.match(text, stop.start())
        return short.end() if short else 0
    if stop["comma"]:
        begins_clause = _NEW_CLAUSE.match(low, stop.end()) or text[stop.end() : stop.end() + 1].isupper()
        if begins_clause:
            listed = _LISTED_NAME.match(text, text.rfind(" ", 0, stop.start()) + 1)
            return listed.end() if listed and listed.end() > stop.end() else 0
        return stop.end()
    if stop["with"]:
        return stop.end() if _TAKES_WITH.search(low, stop.start() - 5, stop.start()) else 0
    if stop["and"]:
        return 0 if _AND.match(low, stop.end()) else stop.end()
    return 0


_PERIOD = expression(
    r"(?:giai đoạn|thời kỳ|nhiệm kỳ|tầm nhìn|đến năm|năm)(?: đến| từ)?(?: năm)? (?:19|20)\d\d"
    r"(?:(?: ?- ?| đến năm )(?:20)?\d\d)?(?!\d)"
    r"|(?:0?[35]|ba|năm|10) năm (?:19|20)\d\d(?: ?- ?(?:20)?\d\d)?"
)
_VIEW = expression(
    r",? ?\(?(?:(?:và )?(?:có xét|tầm nhìn|định hướng)(?: tới| đến)?(?: năm)? (?:19|20)\d\d)\)?"
    r"|,? (?:giai đoạn|thời kỳ) \d{4} ?- ?\d{4}"
)


def period_end(low: str, start: int, end: int, limit: int) -> int:
    """Where the period that a plan's title closes with ends (`giai đoạn 2021-2025, tầm nhìn đến năm 2050`), else 0."""
    period = _PERIOD.search(low, start, end)
    if period is None:
        return 0
    at = period.end()
    while view := _VIEW.match(low, at, limit):
        at = view.end()
    return at


def issuer_end(text: str, low: str, start: int, limit: int) -> int:
    """Where the name of a body that begins at `start` ends."""
    at = start
    while stop := _ISSUER_STOP.search(low, at, limit):
        joined = _JOINED_NAME.match(text, stop.start(), limit)
        if not (joined and _OF_A_BODY.search(low, start, stop.start())):
            return _trimmed(text, start, stop.start())
        at = joined.end()
    return _trimmed(text, start, limit)


def iso(dated: re.Match[str]) -> str:
    """The date that a match of numbers tells: day, month and year, or month and year."""
    first = [int(each) for each in dated.groups()[1:] if each and each.isdecimal()]
    if len(first) == 2:
        return f"{first[1]:04}-{first[0]:02}"
    return f"{first[2]:04}-{first[1]:02}-{first[0]:02}"
