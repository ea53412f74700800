"""What in the words for who is told only says whom most of all, which of them, or by what office."""

from __future__ import annotations

import re

from camket.grammar.expression import expression
from camket.grammar.letters import UPPER

_MOST_OF_ALL = expression(
    r",? (?:nhất là|đặc biệt là|trước hết là)(?P<link> )"
    r"(?=(?:các |những |lãnh đạo |người đứng đầu |chủ tịch |ubnd )*(?:đơn vị|cơ quan|địa phương|chủ đầu tư|tỉnh|bộ|sở"
    r"|ban|ngành|thành phố|xã|huyện|phường|lực lượng|cán bộ|tổ chức|người đứng đầu)\b)"
)
"""Before those who are meant most: `các sở, nhất là các đơn vị có tỷ lệ giải ngân thấp, rà soát ...`."""
_MEANT = expression(r"[^,;]*(?:, (?:các )?(?:đơn vị|cơ quan|tổ chức|địa phương|ban|ngành|sở|xã|phường)\b[^,;]*)*,? ?$")
_ROW = expression(r"[^,;:]{0,30}:[^;]*$")
"""Those meant most as a row of names: `nhất là các tỉnh: Sơn La, Điện Biên`."""
_WHICH = expression(
    r" (?:được (?:giao|phân công|phân cấp|phân bổ|bố trí|ủy quyền)|có (?:liên quan|thẩm quyền|chức năng|dự án|vốn)"
    r"|bị (?:ảnh hưởng|thiệt hại)|đang (?:chậm|vướng|gặp|thi công|quản lý))\b"
    r"(?![^,;]* (?:đã|đang|sẽ|vẫn|mà|nên|chưa) )[^,;]*$"
)
"""Which of those named are meant, up to a word of duty."""
_OFFICE = r"(?:chức năng|nhiệm vụ|thẩm quyền|quyền hạn|trách nhiệm|lĩnh vực|phạm vi|địa bàn)"
BY_OFFICE = expression(
    rf",? (?:theo|căn cứ|trên cơ sở|trong phạm vi|bằng)(?: đúng)?(?: phạm vi)? {_OFFICE}"
    rf"(?:(?:,| và|, và)? (?:{_OFFICE}|quản lý|phụ trách|được giao|được phân công|của mình|của (?:bộ|sở|ngành"
    r"|đơn vị|cơ quan|địa phương|cấp)(?: mình)?|nhà nước|có liên quan|liên quan))*"
    r"(?:,? ?$|(?=,? (?:chủ trì|phối hợp)\b))"
)
"""Words of course between who is told and the task: `Bộ Y tế theo chức năng, nhiệm vụ được giao chủ trì ...`."""


def tells(low: str, begin: int, end: int, told: re.Pattern[str], *, which: bool) -> bool:
    """Whether the words from `begin`, which name somebody, also tell something of them.

    Args:
        low: the folded text.
        begin: where the name begins.
        end: where the verb of the task, or the word of duty, begins.
        told: the words by which something is told.
        which: whether words may stand behind the name that say which of several are meant.
    """
    if told.search(low, begin, end) is None:
        return False
    office = BY_OFFICE.search(low, begin, end)
    if office is not None:
        if told.search(low, office.end(), end):
            return True
        end = office.start()
    most = _MOST_OF_ALL.search(low, begin, end)
    if most is not None:
        meant = _MEANT.match(low, most.end("link"), end) or _ROW.match(low, most.end("link"), end)
        end = most.start() if meant else end
    meant = _WHICH.search(low, begin, end) if which else None
    return told.search(low, begin, meant.start() if meant else end) is not None


_ORGANISATION = expression(
    r"tổ chức,? (?:có liên quan|liên quan|chính trị|đoàn thể|đảng(?!\w)|tín dụng|thành viên|quốc tế|kinh tế|hội"
    r"|cá nhân|và cá nhân|nghề nghiệp|tổ chức)\b"
)
"""`tổ chức` as a body: `các cơ quan, tổ chức có liên quan tiếp tục ...`."""


_FOR_A_REASON = expression(r"(?<!\w)(?:thấy|do|vì|bởi|tại vì|phát hiện)(?!\w)[^,.;:\n]*$")
"""What makes `nên` say what followed: `nhóm thanh niên thấy dấu hiệu lạ nên bám theo` tells nobody to."""
HOLDS_AN_EVENT = expression(
    r"tổ chức (?:các |những |tốt |thành công )*(?:hội (?:nghị|thảo|thi|chợ|diễn|đàm|trại|khỏe)|đại hội|ngày hội|lễ"
    r"|tuần lễ|diễn đàn|chương trình|cuộc|buổi|đợt|tháng|ngày|đêm|giải)(?!\w)"
)
"""`tổ chức` as what is done, however the event is written: `đồng thời tổ chức Hội nghị quán triệt`."""
IN_ROW = expression(rf"(?:,| và) [{UPPER}]")
"""What stands behind a word with a capital that is one of a row of names: `các Bộ: Xây dựng, Nội vụ phân công ...`."""
_LEADERS = expression(
    r"lãnh đạo,? (?:các |mọi |từng )?(?:địa phương|cơ quan|đơn vị|bộ|sở|ban|ngành|tỉnh|thành phố|huyện|xã|phường)\b"
    r"[^,;:.]{0,60}? (?:phải|cần|có trách nhiệm|chịu trách nhiệm|tiếp tục|khẩn trương)\b"
)
"""`cán bộ, lãnh đạo địa phương phải ...`."""


def follows_a_reason(low: str, at: int) -> bool:
    """Whether a `nên` only says what came of something, so that nobody is told to do it."""
    return low.startswith("nên", at) and _FOR_A_REASON.search(low, max(0, at - _REASON), at) is not None


_REASON = 80
"""So many letters before it show whether it follows a reason."""


def among_names(low: str, at: int, before: str) -> bool:
    """Whether `tổ chức` or `lãnh đạo` is one of several who are told, and no verb.

    Args:
        low: the folded text.
        at: where the word stands.
        before: the words of the clause before it.
    """
    if not before.endswith((",", " và")):
        return False
    return bool(_ORGANISATION.match(low, at) or _LEADERS.match(low, at))
