"""Wordings of dues that are no day: terms that run from an event, days that come back, events, what is standing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from camket.model.task import Due
from camket.work.days import month_end
from camket.work.due_days import BEFORE, Asked, Found

_SINCE = (
    r"(?:,? (?:kể |tính )?(?:từ|sau)(?: khi| ngày| thời điểm| lúc| hôm)*"
    r" (?P<event>nhận được (?:văn bản|công văn|thông báo|quyết định|kết luận|kế hoạch)(?: này)?(?!\w)"
    r"|[^,;.()\n]{2,90}?(?=[,;.()\n]|$| (?:các|báo cáo|hoàn thành|phải|để)(?!\w))))"
)
_TERM = re.compile(
    r"(?:(?P<within>trong(?: vòng| thời hạn| thời gian)?|chậm nhất(?: là)?(?: sau)?|không quá|sau|thời hạn)(?: là)? )?"
    r"(?<!\w)(?P<count>\d{1,3})(?: \(\w+\))? (?P<unit>ngày|tuần|tháng)(?P<working> làm việc)?(?!\w)"
    rf"(?P<ahead> tới(?!\w))?(?:{_SINCE})?"
)
_LIMITS = ("trong vòng", "trong thời hạn", "chậm nhất", "thời hạn")
"""Words that set a limit; `trong 3 tháng` may be how long something lasts, `trong 3 tháng tới` is until when."""
_LASTS = re.compile(
    r"(?<!\w)(?:hồ sơ|thủ tục|đơn|rút ngắn|thời gian|niêm yết|kéo dài|diễn ra|nghỉ|tập huấn|đào tạo|mỗi|từng|liên tục"
    r"|phát động|cao điểm|miễn|giảm)(?!\w)[^;.\n]*$"
)
"""What lasts so long, or is a procedure: its time is no due."""
_LOOKS_BACK = re.compile(r" (?:trước|đầu|cuối|qua|liên tục|liên tiếp|đêm)(?!\w)")
_PROCEDURE = re.compile(r"hồ sơ|đơn |đăng ký|yêu cầu của (?:người dân|doanh nghiệp|tổ chức)")
"""From when the time of a procedure runs, which papers shorten and do not set as a due."""
_IN_FORCE = re.compile(
    r"(?:ngay |trong |chậm nhất )?(?P<event>(?:sau khi|khi|sau) [^,;.\n]{0,80}?(?:có hiệu lực(?: thi hành)?|"
    r"được ban hành|ban hành|được phê duyệt|được thông qua|được chấp thuận|có hướng dẫn|có văn bản hướng dẫn|"
    r"được công nhận|"
    r"được giao vốn|có kết luận|có kết quả"
    r"|(?:quốc hội|chính phủ|thủ tướng|bộ|hđnd|hội đồng nhân dân|tỉnh ủy|ubnd tỉnh|cấp có thẩm quyền)[^,;.\n]{0,30}?"
    r" (?:thông qua|phê duyệt|ban hành|quyết định|chấp thuận|cho ý kiến|giao)(?!\w)[^,;.\n]{0,60}))"
    r"(?: (?P<count>\d{1,3}) (?P<unit>ngày|tháng)(?P<working> làm việc)?)?"
)
_SITTING = re.compile(
    r"(?P<event>(?:tại |trình (?:hđnd|hội đồng nhân dân)(?: tỉnh| thành phố)? (?:tại )?)?"
    r"(?:kỳ họp|phiên họp|hội nghị)(?: thường lệ| thường kỳ| chuyên đề| gần nhất| lần thứ \w+| thứ \w+)*"
    r"(?: (?:giữa|cuối) năm(?: 20\d\d)?| (?:tháng|quý) [\divx]{1,4}(?:/20\d\d)?| gần nhất| tới| tiếp theo)+)"
)
_PUT = re.compile(r"(?<!\w)(?:trình|báo cáo|gửi|thông qua|xem xét|cho ý kiến)(?!\w)[^;.\n]{0,90}$")
_PERIODS = {"ngày": "P1D", "tuần": "P7D", "tháng": "P1M", "quý": "P3M", "6 tháng": "P6M", "năm": "P1Y"}
_EVERY = r"(?:(?:hằng|hàng|mỗi|từng) (?P<unit>ngày|tuần|tháng|quý|6 tháng|năm)(?! nay)|định kỳ (?P<unit2>6 tháng))"
_MONTHS = {"tháng": 1, "quý": 3, "năm": 12}
_PERIOD_NAMES = re.compile(
    r"(?:(?:báo cáo |thực hiện )?định kỳ )?(?P<unit>tuần|tháng|quý|6 tháng|năm)"
    r"(?:(?:, | và |, và |/)(?:cả |9 |6 )?(?:tháng|quý|năm))+"
    r"|(?:báo cáo |thực hiện )?định kỳ (?P<unit2>tuần|tháng|quý|năm)"
)
"""All that a cell says: `6 tháng, năm`, `định kỳ quý`."""
_TIMES = re.compile(
    r"(?:báo cáo |họp |giao ban )?(?:định kỳ )?(?:mỗi )?"
    r"(?:(?P<count>0?[1-9]|1[0-2]|một|hai|ba|sáu)? ?(?P<unit>tuần|tháng|quý|năm)(?:/| )(?:một |0?1 )?lần"
    r"|(?:một |0?1 )?lần(?:/| mỗi )(?P<unit2>tuần|tháng|quý|năm))"
)
_NUMBERS = {"một": 1, "hai": 2, "ba": 3, "sáu": 6}
_ONWARDS = re.compile(
    r"^(?:làm )?thường xuyên(?!\w)|^(?:trong )?(?:cả|suốt) (?:năm|nhiệm kỳ)(?: 20\d\d)?$"
    r"|(?:và |, )?(?:các|những) (?:năm|quý|tháng) (?:tiếp theo|sau|kế tiếp)|trở đi(?!\w)"
)
_PACE = re.compile(
    r"theo (?P<event>(?:tiến độ|lộ trình|yêu cầu|đề nghị|chỉ đạo) [^;.\n]{3,80})"
    r"|(?:ngay )?(?:sau(?: khi)?|khi) (?P<when>[^;.\n]{5,100})"
)
"""All that a cell says: what it goes with, or waits for."""
_RETURNS = re.compile(_EVERY + r"(?!\w)")
_DAY_OF = re.compile(
    rf"(?:(?P<before>{BEFORE})|(?P<latest>chậm nhất(?: là| vào)?|vào|định kỳ))? ?ngày "
    r"(?P<day>[0-3]?\d)(?P<last_month> tháng cuối)?(?: của)?(?=[ ,]*(?:hằng|hàng|mỗi|từng|quý|tháng cuối|$))"
)
_ASKED_BACK = re.compile(
    r"(?:định kỳ|báo cáo|gửi|nộp|tổng hợp|giao ban|kiểm tra|rà soát|cập nhật|công bố|đối thoại|họp)(?!\w)[^;.\n]{0,90}?"
    + _EVERY
    + r"|^(?:định kỳ )?(?:(?:hằng|hàng|mỗi) (?:ngày|tuần|tháng|quý|6 tháng|năm)(?! nay)|6 tháng),? "
    + r"(?:báo cáo|gửi|nộp|tổng hợp|kiểm tra|rà soát|cập nhật|công bố|đối thoại|họp|giao ban)(?!\w)"
)
_STANDING = re.compile(
    r"(?<!\w)(?:làm )?thường xuyên(?:, liên tục)?(?!\w)|trong suốt (?:nhiệm kỳ|năm|quá trình)|liên tục(?!\w)"
    r"|^(?:nhiệm vụ )?(?:lâu dài|thường kỳ)$|^(?:trong )?(?:cả )?nhiệm kỳ(?: 20\d\d ?- ?20\d\d)?$"
)
_OF_THE_TASK = re.compile(r"(?:^|[,;:] ?|(?<!\w)(?:phải|cần|tiếp tục|và) )$")
_URGENT = re.compile(r"(?<!\w)(?:khẩn trương|sớm|kịp thời|ngay)(?!\w)")


def terms(asked: Asked) -> Iterator[Found]:
    """Terms that run from an event: `trong thời hạn 05 ngày làm việc kể từ ngày nhận được văn bản`.

    One that leaves out from when it runs (`báo cáo trong vòng 10 ngày làm việc`) has no event: it runs from its paper.
    """
    for match in _TERM.finditer(asked.words.low):
        count, event = int(match["count"]), match["event"]
        if (event and _PROCEDURE.search(event)) or not (event or _is_limit(asked, match)):
            continue  # how long a procedure takes, or how long something lasts: no due
        days = count * (7 if match["unit"] == "tuần" else 1)
        words = asked.words.quote(*match.span("event")) if event else ""
        due = Due(kind="relative", days=days, working=bool(match["working"]), event=words)
        if match["unit"] == "tháng":
            due = Due(kind="relative", months=count, event=words)
        yield asked.found(match, due)


def _is_limit(asked: Asked, match: re.Match[str]) -> bool:
    """Whether a term that does not say from when it runs is until when something is to be done."""
    low = asked.words.low
    if asked.alone:
        return match["unit"] == "ngày" or match["within"] in _LIMITS
    if _LOOKS_BACK.match(low, match.end()) or _LASTS.search(low, 0, match.start()):
        return False
    within = match["within"] or ""
    return within.startswith(_LIMITS) or (within == "trong" and bool(match["working"] or match["ahead"]))


_SITTING_ALONE = re.compile(
    r"^(?:trình )?(?:tại )?(?P<event>(?:kỳ họp|phiên họp)(?: \w+){0,2} thứ \w+"
    r"(?: (?:hđnd|hội đồng nhân dân)[^;.\d]*)?)$"
)
"""All that a cell says: `Kỳ họp thứ 5 HĐND`."""


def sittings(asked: Asked) -> Iterator[Found]:
    """What is to be put before a sitting: `trình HĐND tỉnh tại kỳ họp thường lệ cuối năm 2026`.

    In running text something is put before it; `kết luận tại phiên họp tháng 9` looks back.
    """
    low = asked.words.low
    alone = _SITTING_ALONE.match(low.strip()) if asked.alone else None
    if alone is not None:
        yield asked.found(alone, Due(kind="conditional", event=asked.words.quote(*alone.span("event"))))
        return
    for match in _SITTING.finditer(low):
        if not (asked.alone or match["event"].startswith("trình") or _PUT.search(low, 0, match.start())):
            continue
        yield asked.found(match, Due(kind="conditional", event=asked.words.quote(*match.span("event"))))


def events(asked: Asked) -> Iterator[Found]:
    """What waits for something: `sau khi Nghị định có hiệu lực 30 ngày`."""
    for match in _IN_FORCE.finditer(asked.words.low):
        event = asked.words.quote(*match.span("event"))
        if match["count"] and match["unit"] == "tháng":
            due = Due(kind="relative", months=int(match["count"]), event=event)
        elif match["count"]:
            due = Due(kind="relative", days=int(match["count"]), working=bool(match["working"]), event=event)
        else:
            due = Due(kind="conditional", event=event)
        yield asked.found(match, due)


def returning(asked: Asked) -> Iterator[Found]:
    """What comes back: `hằng tháng, trước ngày 20`, `định kỳ ngày 15 tháng cuối quý`.

    In running text only what is reported, sent or checked comes back as a task; `tăng 5% hằng năm` does not. Words
    typed as a due (`asked.alone`) are about nothing else.
    """
    low = asked.words.low
    whole = low.strip(" ,;.") if asked.alone else ""
    named = _PERIOD_NAMES.fullmatch(whole) or _TIMES.fullmatch(whole)
    if named is not None:
        unit = _every(named) if named.re is _TIMES else _PERIODS[named["unit"] or named["unit2"]]
        yield asked.found(named, Due(kind="recurring", day=_first(asked, None, unit), every=unit))
        return
    day = next((match for match in _DAY_OF.finditer(low)), None)
    every = _RETURNS.search(low)
    if every is None and day is not None and day["last_month"]:
        every = re.search("quý", low)
        unit = "quý"
    elif every is None or not (asked.alone or day is not None or _ASKED_BACK.search(low)):
        return
    else:
        groups = every.groupdict()
        unit = groups["unit"] or groups["unit2"] or "tháng"
    if every is None:
        return
    start = min(every.start(), day.start()) if day is not None else every.start()
    end = max(every.end(), day.end()) if day is not None else every.end()
    words = asked.words.quote(start, end).strip(" ,;.")
    due = Due(kind="recurring", day=_first(asked, day, _PERIODS[unit]), every=_PERIODS[unit], words=words)
    yield Found(due, start, end)


def _every(match: re.Match[str]) -> str:
    """How often `2 tuần/lần`, `6 tháng một lần`, `1 lần/quý` come back."""
    unit, count = match["unit"] or match["unit2"], match["count"] or "1"
    times = _NUMBERS.get(count) or int(count)
    if unit == "tuần":
        return f"P{7 * times}D"
    months = times * _MONTHS[unit]
    return f"P{months // 12}Y" if months % 12 == 0 else f"P{months}M"


def _first(asked: Asked, day: re.Match[str] | None, every: str) -> date | None:
    """The first day of something that comes back, after the day from which the words speak."""
    if asked.day is None:
        return None
    count = int(every[1:-1])
    if every == "P1D":
        return asked.day + timedelta(days=1)
    if every.endswith("D"):
        end = 6 if asked.rules.week_ends == "sunday" else 4
        return asked.day + timedelta(days=(end - asked.day.weekday()) % 7 + count - 7)
    months = count * (12 if every.endswith("Y") else 1)
    month = asked.day.month + (-asked.day.month) % months
    for ahead in (0, months):
        year, number = divmod(asked.day.year * 12 + month - 1 + ahead, 12)
        last = month_end(year, number + 1)
        if day is not None:
            last = date(year, number + 1, min(max(1, int(day["day"])), last.day))
            if day["before"] and not asked.rules.before_includes_day:
                last -= timedelta(days=1)
        if last >= asked.day:
            return last
    return None


def standing_words(asked: Asked) -> Iterator[Found]:
    """What holds as long as anything does: `thường xuyên`, `trong suốt nhiệm kỳ`.

    In running text it is said of the whole task where it begins or ends a clause; `giao ban thường xuyên để đánh giá`
    and `phát triển liên tục` say how something is done.
    """
    for match in _STANDING.finditer(asked.words.low):
        if asked.alone or match[0].startswith("trong suốt") or _OF_THE_TASK.search(asked.words.low, 0, match.start()):
            yield asked.found(match, Due(kind="standing"))


def onwards(asked: Asked) -> Iterator[Found]:
    """What has a beginning and no end: `trong năm 2026 và các năm tiếp theo`, `từ quý III/2026 trở đi`."""
    for match in _ONWARDS.finditer(asked.words.low):
        yield asked.found(match, Due(kind="standing"))


def paces(asked: Asked) -> Iterator[Found]:
    """What goes with something else, where nothing else is typed: `theo tiến độ dự án`."""
    match = _PACE.fullmatch(asked.words.low.strip(" ,;."))
    if match is not None:
        yield asked.found(match, Due(kind="conditional", event=asked.words.quote(*match.span(match.lastgroup or 0))))


def urgency(asked: Asked) -> Iterator[Found]:
    """Words that press and name no day: `khẩn trương`, `sớm`."""
    for match in _URGENT.finditer(asked.words.low):
        yield asked.found(match, Due(kind="none"))


__all__ = ["events", "onwards", "paces", "returning", "sittings", "standing_words", "terms", "urgency"]
