"""What a task's own words say beside the task: who leads, who helps, what is to come out, that it is a key task."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from camket.grammar.fold import Folded, fold
from camket.work.bodies import Named, bodies_named, listed

_LEADS = re.compile(
    r"(?:(?:là|làm|đóng vai trò|giữ vai trò)? ?(?:cơ quan |đơn vị )?(?:chủ trì|(?:làm )?đầu mối|chịu trách nhiệm chính)"
    r"(?: chủ trì| tham mưu)?)[,:]? ?(?:và )?"
)
_WITH = re.compile(r"(?:chủ động |trực tiếp )?(?:phối hợp|cùng)(?: chặt chẽ| đồng bộ)?(?: với| cùng)?(?: với)? ")
_HELPING = re.compile(r" ?(?:cùng )?phối hợp(?: thực hiện)?[,:]? ")
_DUTY = re.compile(r"(?:có trách nhiệm |chịu trách nhiệm (?=chủ trì|phối hợp|tham mưu|xây dựng|rà soát|tổ chức))")
_LEFT_OVER = re.compile(
    r"(?:cơ quan |đơn vị )?phối hợp\)[:,]? |(?:ngày )?làm việc,? (?:kể )?từ (?:ngày|khi) nhận được"
    r" (?:văn bản|công văn|thông báo|kết luận|quyết định)(?: này)?,? "
)
"""What stands before a task in its sentence, where the reader took it for its beginning."""
_AGENCY = re.compile(r"[:,)\s]+")
_OUT = (
    "đề án|nghị quyết|quyết định|chỉ thị|chương trình|kế hoạch|quy chế|quy định|phương án|kịch bản|tờ trình|hướng dẫn|"
    "danh mục|quy hoạch|hồ sơ|công văn|văn bản"
)
_MAKES = (
    r"(?:ban hành|xây dựng|lập|hoàn thiện|hoàn chỉnh|dự thảo|soạn thảo|tham mưu|trình|đề xuất|phê duyệt|thông qua|"
    r"sửa đổi|bổ sung|điều chỉnh|hoàn thành|xin ý kiến)"
)
_PRODUCT = re.compile(
    rf"(?<!\w){_MAKES}(?:,? (?:và )?{_MAKES})*(?: (?:các|dự thảo|một số|bộ|01|ubnd tỉnh|tỉnh ủy|văn bản))* "
    rf"(?P<noun>{_OUT})(?P<rest>(?: phòng, chống| (?!trình |báo cáo |gửi |trước |trong |sau khi |hoàn thành |"
    r"chậm nhất |để |theo |nhằm |và |của ubnd |khẩn |xong )[\w/\-]+){0,14})"
)
_CITED = re.compile(r" (?:số )?\d+")
"""A plan that has a number already is carried out, not made."""
_IN_BRACKETS = re.compile(r"\((?:cơ quan |đơn vị |các đơn vị )?phối hợp\)")
_HELP_FROM = re.compile(r"(?<!\w)phối hợp(?:: | với )")
_REPORTS = re.compile(r"(?<!\w)(?:báo cáo|gửi báo cáo|tổng hợp)(?: kết quả)?(?!\w)")
_PUTS = re.compile(
    r"(?<!\w)trình (?=ubnd|hđnd|tỉnh ủy|thành ủy|ban |thủ tướng|chính phủ|cấp |bộ |chủ tịch|thường trực|quốc hội|"
    r"ủy ban|hội đồng|xem xét|phê duyệt)"
)
_KEY = re.compile(
    r"(?:nhiệm vụ|công việc|nội dung|việc) (?:là )?(?:trọng tâm|cấp bách|đặc biệt quan trọng|ưu tiên số một|then chốt)"
    r"|trọng tâm, đột xuất"
)


class Told(NamedTuple):
    """The task without its lead-in, and what the lead-in says.

    Attributes:
        text: what is to be done.
        supporting: the bodies that help.
    """

    text: str
    supporting: tuple[Named, ...]


def told(words: str, day: date | None) -> Told:
    """Take `chủ trì, phối hợp với A, B` and `chủ trì, C phối hợp` off the beginning of a task."""
    left = words
    supporting: list[Named] = []
    for _ in range(4):
        before = left
        left = _behind(_behind(_behind(left, _LEFT_OVER), _DUTY), _LEADS)
        left = _helped(left, day, supporting)
        if left == before:
            break
    text = left.strip(" ,;:)") or words
    return Told(text, tuple(supporting))


def _behind(words: str, pattern: re.Pattern[str]) -> str:
    folded = Folded(words)
    found = pattern.match(folded.low)
    return folded.quote(found.end(), len(folded.low)) if found is not None and found[0].strip() else words


def _helped(words: str, day: date | None, supporting: list[Named]) -> str:
    """Take the bodies that help off the beginning: `phối hợp với A, B`, `A, B phối hợp`."""
    folded = Folded(words)
    found = _WITH.match(folded.low)
    rest = Folded(folded.quote(found.end() if found is not None else 0, len(folded.low)))
    bodies, end = listed(rest.source, day)
    if found is None:
        helping = _HELPING.match(rest.low, end) if bodies else None
        if helping is None:
            return words
        end = helping.end()
    elif not bodies:
        return words
    supporting += bodies
    return _trimmed(rest.quote(end, len(rest.low)))


def _trimmed(words: str) -> str:
    found = _AGENCY.match(words)
    return words[found.end() :] if found is not None else words


def beside(sentence: str, task: str, day: date | None) -> tuple[Named, ...]:
    """The bodies that a sentence names as helping outside the task's words: `Sở A, Sở B (phối hợp): ...`."""
    found: list[Named] = []
    folded = Folded(sentence)
    low = folded.low
    for match in _IN_BRACKETS.finditer(low):
        begin = max(low.rfind(")", 0, match.start()), low.rfind(".", 0, match.start())) + 1
        found += bodies_named(folded.quote(begin, match.start()), day)
    for match in _HELP_FROM.finditer(low, 0, max(0, len(low) - len(fold(task)))):
        bodies, _ = listed(folded.quote(match.end(), len(low)), day)
        found += bodies
    return tuple(found)


def product_of(text: str) -> str:
    """What is to come out of a task, in its words: `Đề án quản lý tài sản công`, `báo cáo`; empty: nothing tells."""
    folded = Folded(text)
    for found in _PRODUCT.finditer(folded.low):
        if _CITED.match(found["rest"]):
            continue
        words = " ".join(folded.quote(found.start("noun"), found.end("rest")).split())
        return words.rstrip(" -/")
    if _REPORTS.search(folded.low):
        return "báo cáo"
    return "tờ trình" if _PUTS.search(folded.low) else ""


def is_key(sentence: str) -> bool:
    """Whether a sentence calls its task a key one."""
    return _KEY.search(fold(sentence)) is not None
