"""What stands between a subject and its verb of saying: words of time and manner, a paper that somebody issues."""

from __future__ import annotations

import re

from camket.grammar.ending import Ends
from camket.grammar.expression import expression
from camket.grammar.holding import holds

_BETWEEN = expression(
    r"(?:(?:^|(?<=[\s,:\"-]))(?:cũng|đã|còn|vẫn|tiếp tục|một lần nữa|đồng thời|đặc biệt|thẳng thắn|rất|luôn|sẽ|vừa|mới"
    r"|có văn bản|ký văn bản|có công điện|ký công điện|trực tiếp|phát biểu|kết luận|chỉ đạo|yêu cầu|tin tưởng và|bày tỏ"
    r"|hoan nghênh|ghi nhận|biểu dương|đánh giá cao|đề nghị|nhấn mạnh|lưu ý|nêu rõ|rằng|thì|và|từng|lại|ủng hộ"
    r"|trân trọng|nên|thống nhất|đều"
    r"|(?:phát đi|phát|ra|đưa ra|gửi) (?:thông điệp|lời|tối hậu thư|thông báo)"
    r"|(?:có|ký|ra|ban hành|ký ban hành|gửi|phát đi) (?:văn bản|công điện|công văn|chỉ thị|thông báo|kế hoạch|thư)"
    r"(?: khẩn| hỏa tốc)?"
    r"(?: (?:số )?\S*\d\S*)?(?: ngày [\d/-]+)?(?: về [^,;.]{3,90},)?)(?=[\s,:\"]|$)|[\s,:\"-])+$"
)
"""What may stand between a subject and its verb of saying."""
_BETWEEN_ENDS = Ends(re.findall(r"[^\W\d_]+", _BETWEEN.pattern))
"""How it ends elsewhere."""
_PAPERS = (
    "văn bản ", "công điện ", "công văn ", "chỉ thị ", "thông báo ", "kế hoạch ", "có thư ", "ký thư ", "hành thư ",
    "gửi thư ",
)  # fmt: skip
"""Behind one of these the pattern may end in anything: the number, date or matter of a paper."""
_MARKS = ' \t\n\r\v\f,:"-'
_ASKING = ("kiến nghị", "đề xuất", "đề nghị", "mong", "xin", "hiến kế")
_HOW_ASKED = expression(
    r"(?:,? (?:đang|mạnh dạn|đồng loạt|nhiều lần|liên tục|chính thức|tiếp tục|(?:đã|đang) nghiên cứu,?|dự kiến|kiên trì"
    r"|thiết tha|tha thiết|khẩn thiết|cùng"
    r"|đều|chủ động|đã|cũng|tập trung|phản ánh và|phản ánh,|tham mưu(?: cho)? [^,;.:]{3,50}|nêu ý kiến|có ý kiến"
    r"|đặt vấn đề|hết sức|bày tỏ))+$"
)
"""How somebody asks for something: `hiện Tổng cục đang kiến nghị ...`. Of orders such words tell what was done."""
NO_SUBJECT = expression(
    r"[;:.!?\"]|\b(?:đã|đang|sẽ|khi|nếu|được|bị|rằng|cho|với|tại|sau|trước|vì|do|để|mà|là|như|thì|chưa"
    r"|(?<!hàng )không)\b"
)
"""What does not stand between an office and the verb that its holder says."""
SEVERAL = expression(r"\b(?:các|nhiều|một số|đa số|những|hầu hết|hai|ba|có|toàn thể)(?: vị)? $")
"""Before an office that several hold, who is not meant by their title."""
AS_OTHERS = expression(r"\b(?:như|với|của|cùng|theo|bởi) (?:ý kiến của )?(?:các|nhiều|một số|đa số|những)(?: vị)? $")
"""Those of whom somebody says that he agrees with them: `tôi thống nhất với nhiều đại biểu đã nêu`."""


def subject_end(low: str, near: int, at: int) -> int:
    """Where what may stand between a subject and its verb at `at` begins; mostly nothing does but blanks and marks."""
    end = _before_verb(low, near, at)
    how = _HOW_ASKED.search(low, near, end) if low.startswith(_ASKING, at) else None
    return how.start() if how else end


def _before_verb(low: str, near: int, at: int) -> int:
    window = low[near:at]
    bare = window.rstrip(_MARKS)
    if _BETWEEN_ENDS.close(bare) or holds(window, _PAPERS):
        between = _BETWEEN.search(low, near, at)
        return between.start() if between else at
    return near + len(bare)
