"""`22/26 chỉ tiêu`: so many of so many."""

from __future__ import annotations

from collections.abc import Mapping

from camket.grammar.engine import STROKE
from camket.grammar.expression import expression
from camket.grammar.rule import Found, Rule, example
from camket.rules.tally.item import SHARE, Count, clause_after, clause_before, state_of

_NOT_BEFORE = expression(
    r"(?:ngày|sáng|chiều|trưa|tối|đêm|hôm|(?<!đến )nay|qua|tháng|quý|thứ|hạng|vị trí|thứ hạng|số|điều|khoản"
    r"|nghị quyết|quyết định|nghị định|đường|lộ|tỉnh lộ|lớp|\d -|"
    r"dịp|lễ|trước|từ|đến|tỷ số|xếp) ?\(?$"
)
_NEAR = 16
_NUMBERED = ("thứ ", "hạng ", "vị trí ", "đứng ", "xếp ", "nghị quyết ", "quyết định ", "số ")
_TARGETS = expression(r" (?:chỉ tiêu|mục tiêu|nhiệm vụ|kiến nghị|chương trình|đề án)")
_NOT_AFTER = expression(
    r" (?:đến|tới|tại|là ngày|năm|hằng năm|hàng năm|vừa qua|tuổi|âm lịch|số |tổng |dân số|diện tích)"
)
_NOUN = expression(
    r" ((?:(?!(?:đạt|vượt|hoàn|đã|đều|cần|khó|đang|chậm|có|được|không|chưa|là|và|theo|so|của|do|trong|về|tại|mà|nêu"
    r"|vào|để|đủ|với|đáp ứng|phục vụ|ubnd|hđnd)\b|trên (?!địa bàn|cả nước)|tham gia (?=dự|họp)"
    r"|(?:nghị quyết(?! chuyên đề| đã| được|[.,;)]|$)|chính phủ|quốc hội|thực hiện|đề ra"
    r"|đề nghị)\b)[^\W\d_]+ ?){1,8})"
)  # up to the first word that cannot belong to what is counted
_LISTED = expression(
    r"(?:(?:,| và) (?:xã|phường|thị trấn|thị xã|thành phố|huyện|quận|đặc khu|sở|ban|ngành|đơn vị|cơ quan|địa phương)"
    r"(?= đạt| hoàn| đã| đều| có| được|[,;.) ]|$))+"
)
_ROUND_THE_CLOCK = (24, 24)
_FRACTION = 5
_MASS = expression(
    r" (?:số |con|dân số|người|thanh niên|học sinh"
    r"|sinh viên|trẻ em|phụ nữ|nam giới|lao động|bệnh nhân|gia đình|hộ)(?!\w)"
)
"""Of people one tells the share with so small a total: `1/3 thanh niên`."""
_IN_WORDS = expression(r" ?\((?:\w+ phần \w+|quá bán|quá nửa)")
_AT_LEAST = expression(r"(?:trên|hơn|quá|từ|ít nhất|tối thiểu|không dưới|không ít hơn|đủ|có) (?:là )?$")
_VOTERS = expression(
    r" (?:số |tổng |thành viên|ủy viên|uỷ viên|đại biểu|hội viên|đoàn viên|đảng viên|phiếu|chi hội|tổ chức)"
)
"""`trên 1/2 ủy viên dự họp`, `2/3 (hai phần ba) tổng số đại biểu`: a charter asks for it, nobody counts it."""
_EACH = expression(r"\d (?:xã|phường|thôn|bản|ấp|huyện|trường|đơn vị)(?: \S+){0,3}? (?:đạt|hoàn thành|đủ)(?: chuẩn)? $")
"""`25 xã đạt 19/19 tiêu chí` says of each of them how far it is."""
_PRIZE = expression(r" giải (?:nhất|nhì|ba|thưởng|vàng|bạc|khuyến|đặc biệt)(?!\w)")
_GAME = expression(
    r"(?:trận|set|hiệp|ván|bàn|lượt|vòng|điểm|ngày|giờ|phút|giây|tuần|tháng|năm|độ|inch|người|con|cái|chiếc|tuổi|lần"
    r"|tỷ|tỉ|triệu|nghìn|ngàn|đồng|ha|km|m2|m3|tấn|tạ"
    r"|kg|usd|mw|kwh|lít|thị trường|mã|cổ phiếu|phiên|phần|diện|quãng|chặng|đoạn|thể tích|số)(?!\w)"
)
"""Matches, measures and shares: what a stroke parts there is no count of things done."""
_LABEL = expression(r"([^.;:]{4,80}): ?$")
"""What a count stands behind: `Chỉ tiêu vượt kế hoạch: 6/15`."""
_NAMED_BEFORE = expression(
    r"(?:^|[,;:.] |số |các )(?P<noun>chỉ tiêu|mục tiêu|nhiệm vụ|tiêu chí|kiến nghị) [^.;:,\d]{0,60}?"
    r"(?:đạt|vượt|hoàn thành|giải quyết|trả lời)[^.;:,\d]{0,30}?(?: là| có|:| chiếm) ?$"
)
_JUDGED = expression(r" (?:đạt|vượt|hoàn thành|không|chưa|khó|cần|cơ bản|có khả năng|đang)(?!\w)(?! \d)")


def _is_counted(named: str, nouns: Mapping[str, str]) -> bool:
    """Whether the words begin with a thing that is counted: `6/10 thị trường` is a score or a list, no tally."""
    words = named.split(" ")
    return any(" ".join(words[:count]) in nouns for count in range(min(4, len(words)), 0, -1))


def _follows(before: str, earlier: str) -> bool:
    """Whether another count of the same whole stands before in the clause."""
    at = before.rfind(earlier)
    return at >= 0 and at + len(earlier) > before.rfind(".")


def _is_share(before: str, after: str) -> bool:
    """Whether so small a fraction is one of people, or the quorum or majority that a charter asks for."""
    asked = _AT_LEAST.search(before[-_NEAR:]) and _VOTERS.match(after)
    return bool(asked or _MASS.match(after) or _IN_WORDS.match(after))


_CHANGED_BY = expression(r"(?:tăng|giảm)(?: thêm)? (?P<by>\d[\d.]*) (?:[^\W\d_]+ ?){1,4}\($")
_COMPARED = expression(r"so với (?:cùng kỳ|năm|tháng|quý)[^.;]*$")
_SCORED = expression(r"(?<!\w)điểm(?!\w)[^.;]{0,60}$")
"""A row of points (`Điểm công khai 100 18/18`) says how many of the most."""


def _is_compared(before: str, done: int, total: int) -> bool:
    """Whether two numbers in brackets are those of now and of before: `giảm 356 vụ (766/1122)`."""
    changed = _CHANGED_BY.search(before)
    if changed is None:
        return False
    return total - done == int(changed["by"].replace(".", "")) or _COMPARED.search(before) is not None


def _is_no_count(before: str, after: str, done: int, total: int) -> bool:
    return bool(_NOT_AFTER.match(after) or _PRIZE.match(after)) or _is_compared(before, done, total)


def _slash(found: Found) -> Count | None:
    done, total = (int(found[name].replace(".", "")) for name in ("done", "total"))
    before, after = found.before, found.after
    dated = total <= 12 and done <= 31
    month = done <= 12 and 1800 <= total <= 2100
    if total < 2 or done > total or month or _is_no_count(before, after, done, total):
        return None
    near = before[-_NEAR:]
    if (total <= _FRACTION and _is_share(before, after)) or (_EACH.search(before) and after.startswith(" tiêu chí")):
        return None
    if (dated and _NOT_BEFORE.search(near) and not _TARGETS.match(after)) or near.endswith(_NUMBERED):
        return None
    share = SHARE.match(after)
    noun = _NOUN.match(after, share.end() if share else 0)
    named = noun[1].strip() if noun else ""
    behind = None if named else _NAMED_BEFORE.search(before)
    named = behind["noun"] if behind else named
    listed = _follows(before, f"/{found['total']} ") and _JUDGED.match(after)
    if not named and ((done, total) == _ROUND_THE_CLOCK or _SCORED.search(before)):
        return None
    if not named and not listed and not after.startswith((" (", ")")) and (dated or done != total):
        return None
    state = state_of(clause_before(before), clause_after(after), named)
    if state == "other" and before.endswith((": ", ":")):
        label = _LABEL.search(before)
        state = state_of("", label[1], named) if label else state
    if named and not _is_counted(named, found.words["noun"]) and (dated or state == "other" or _GAME.match(named)):
        return None
    if named and not share and not behind:
        found.end += 1 + len(" ".join(named.split(" ")[:4]))
    more = _LISTED.match(found.low, found.end, found.bounds[1])
    if more:
        found.end = more.end()
        state = state_of(clause_before(before), clause_after(found.after), named)
    return Count(done=done, total=total, state=state, of=named or None)


SLASH = Rule(
    name="tally/slash",
    pattern=r"(?<![\d/.,\w-])(?P<done>\d{1,3}(?:\.\d{3})*|\d{1,5})/(?P<total>\d{1,3}(?:\.\d{3})+|\d{1,5})(?![\d/%]"
    r"|[.,]\d|-[^\W\d])",
    anchor=STROKE,
    produce=_slash,
    examples=(
        example(
            "Bắc Ninh đã hoàn thành và hoàn thành vượt mức 22/26 chỉ tiêu",
            "22/26 chỉ tiêu => 22/26 achieved_or_exceeded",
        ),
        example("tỉnh đã hoàn thành vượt mức 19/26 chỉ tiêu", "19/26 chỉ tiêu => 19/26 exceeded"),
        example("toàn tỉnh đã có 5/8 Bí thư", "5/8 Bí thư => 5/8 other"),
        example("đã vượt và đạt 20/28 mục tiêu", "20/28 mục tiêu => 20/28 achieved_or_exceeded"),
        example("có 17/18 chỉ tiêu đạt và vượt kế hoạch", "17/18 chỉ tiêu => 17/18 achieved_or_exceeded"),
        example("hoàn thành 27/27 chương trình", "27/27 chương trình => 27/27 completed"),
        example("và 4/8 Phó bí thư cấp huyện", "4/8 Phó bí thư cấp => 4/8 other"),
        example(
            "Huế đạt và vượt 13/14 chỉ tiêu, chỉ tiêu không đạt là", "13/14 chỉ tiêu => 13/14 achieved_or_exceeded"
        ),
        example("có 5/9 huyện, thị xã, thành phố hoàn thành", "5/9 huyện, thị xã, thành phố => 5/9 completed"),
        example("173/173 xã, phường đạt tiêu chí", "173/173 xã, phường => 173/173 achieved"),
        example(
            "18/18 xã trên địa bàn huyện Thanh Liêm (Hà Nam) đã đạt chuẩn", "18/18 xã trên địa bàn => 18/18 achieved"
        ),
        example("xã hoàn thành 19/19 tiêu chí", "19/19 tiêu chí => 19/19 completed"),
        example("đã hoàn thành 8/9 đề án", "8/9 đề án => 8/9 completed"),
        example("vượt 11/13 chỉ tiêu UBND tỉnh giao", "11/13 chỉ tiêu => 11/13 exceeded"),
        example("7/17 chỉ tiêu vượt, 3/17 đạt", "7/17 chỉ tiêu => 7/17 exceeded", "3/17 => 3/17 achieved"),
        example("63/68 đảng bộ đã tổ chức xong đại hội", "63/68 đảng bộ => 63/68 completed"),
        example("đã giải quyết 5/12 kiến nghị", "5/12 kiến nghị => 5/12 completed"),
        example("với số phiếu tuyệt đối 102/102 (chiếm 97%)", "102/102 => 102/102 other"),
    ),
    counter_examples=(
        "khai mạc sáng 25/9 tại hội trường",
        "đứng thứ 5/34 cả nước",
        "Nghị quyết số 12/2021 của",
        "từ 15/4 đến 20/4",
        "nhà máy hoạt động 24/24, không tạm dừng",
        "chiếm 2/3 số xã",
        "khảo sát 1/4 thanh niên thành phố",
        "được trên 1/2 (một phần hai) tổng số hội viên chính thức tán thành",
        "khi có ít nhất 2/3 ủy viên Ban Chấp hành dự họp",
        "đoàn giành 4/12 giải nhất",
        "phấn đấu có 30 xã đạt 19/19 tiêu chí",
        "ngày 24/11/2024",
        "giáo viên lớp 4/7 Trường tiểu học Phù Vân",
        "trong ba ngày nghỉ (2 - 4/9), toàn quốc có",
        "năm ấy (8/1899) nhà vua cho dựng điện",
        "IIP tháng 9/2022 ước tăng 2,5%",
        "khởi tố 734 vụ, giảm 312 vụ (734/1046) so với năm 2024",
        "so với cùng kỳ năm trước giảm 22 vụ (10/32).",
        "Điểm công khai minh bạch 100 18/18",
    ),
)
