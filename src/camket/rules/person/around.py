"""The titles that the words before and after a name give it."""

from __future__ import annotations

import re

from camket.grammar.expression import expression
from camket.grammar.holding import holds
from camket.grammar.letters import UPPER
from camket.rules.person import name, title, vocabulary

_FAR = 260
"""Titles are looked for in so many letters before a name: the longest row of titles in use is shorter."""
_AUDIENCE = (" đại biểu", " cử tri")
"""Those whom the speaker that a comma parts from them answers: `trả lời câu hỏi của đại biểu, ông ...`."""
_FOR_THE_DAY = frozenset({"trưởng đoàn", "phó trưởng đoàn", "tổ trưởng", "thư ký", "đại biểu"})
"""Parts that someone plays at an event: `do Chủ tịch Quốc hội làm trưởng đoàn`."""
_CAPITAL = expression(rf"(?<![^\W_])[{UPPER}]")
_AS = expression(r"(?:với tư cách(?: là)?|trên cương vị|với cương vị|với vai trò(?: là)?|trong vai trò) $")
_OPENS = expression(r"(?:^|[;:.]|theo|của|cho|với|và) *[\"(]?$")
"""What stands before a title that opens its clause: `Chủ tịch UBND tỉnh, ông Lê Văn Sáu` is one person."""
_FOR = expression(r" (?:dành cho|thuộc về|là|do|cho)(?: $| (?:ông|bà|đồng chí) $)")
_JOINT = 24
"""Letters that hold what joins a title and a name."""
_PAST = (
    r"(?:tiếp tục|tái|vừa|đã|được|cũng|chính thức|hiện|đang|từng|sẽ|lại|nay|hiện nay|nguyên|trước đây|khi đó|lúc "
    r"đó|sau đó|thời điểm đó|"
    r"mới|tân|đều|chính|thôi|kiêm|tạm thời|vẫn|lần lượt)"
)
_TAKES = (
    r"(?:giữ chức|giữ các chức|giữ cương vị|giữ vị trí|giữ vai trò|giữ trọng trách|giữ|làm|bầu làm|bầu giữ chức|"
    r"bầu vào|bầu|trúng cử|đắc cử|tái cử|"
    r"tái đắc cử|bổ nhiệm|bổ nhiệm làm|bổ nhiệm giữ chức|đảm nhiệm|đảm nhận|đảm trách|trở thành|phân công làm|chỉ "
    r"định|chỉ định giữ chức|"
    r"chỉ định làm|phê chuẩn|kinh qua|trải qua|thôi giữ|là|với cương vị|ở cương vị|trên cương vị)"
)
_POST = r"(?:(?: (?:các|chức danh|chức vụ|chức|cương vị|vị trí|vai trò|trọng trách|như|là|làm|:))*:?)"
_ROLE = expression(rf"(?P<gap>[^.;:()\"\n]{{0,90}}?) (?P<verb>{_TAKES}){_POST} ")
_TAKING = (
    "giữ", "là", "bầu", "cử", "bổ nhiệm", "đảm", "trở thành", "chỉ định", "phê chuẩn", "kinh qua", "trải qua",
    "cương vị",
)  # fmt: skip
"""Words of which each verb of office holds some."""
_OFFICE_WITHIN = 120
"""Letters behind a name in which such a verb ends."""
_ONLY_PAST = expression(rf"(?:,? ?{_PAST})*,?")
_SAYS = expression(
    r"(?<!\w)(?:đề nghị|cho rằng|cho biết|giới thiệu|yêu cầu|nói|giao|nêu|khẳng định|chỉ đạo|nhấn mạnh|với|cùng|của|do|"
    r"và|theo|gặp|tiếp(?! tục)|chúc mừng|trao|cảm ơn|mong|để)(?!\w)"
)
_BRACKET = expression(r" ?\((?P<inside>[^()\n]{2,160})\)")
_AGE = expression(
    r"(?:(?:sn|sinh năm|sinh|\d)[^,;]{0,20}[,;] ?|[^,;]{0,12}tuổi[,;] ?)*"
    r"(?:hiện là |hiện |nay là |nay |khi đó |là |lúc đó |đang là |từng là |giữ chức(?: vụ)? )?"
)
_BIRTH = expression(r"(?:, | )(?:\d\d tuổi|sinh năm \d{4}|sn \d{4})(?=,)")
_CODE = expression(rf" (?=[{UPPER}]{{3,8}}[ ,-]|(?:BT|CT) \w)")
"""A blank before an office in letters: `Lê Văn Sáu UVBTVHU, Phó Chủ tịch`."""
_COMMA = expression(
    r"(?:,| ?-) (?:(?:hiện |hiện nay |hiện đang |nay |đang |khi đó |lúc đó |từng |vốn |người )?(?:là|làm|giữ "
    r"chức(?: vụ)?) )?"
)
_FORMER = expression(r" \((?:cũ|trước đây|trước sáp nhập)\)")
"""Said of a body that is no more: `Chủ tịch UBND tỉnh Quảng Bình (cũ)`."""
_TERM = expression(r",? (?:(?:khóa|lần thứ) \w+)?(?:,? ?\(?nhiệm kỳ \d{4} ?- ?\d{4}\)?)?")
_REST_OF_BODY = expression(
    rf"(?=.{{2,70}}$)(?: [^\W\d_]+| \d+|,(?= [^\W\d_{UPPER}])){{0,14}}?"
    rf" (?:[{UPPER}][^\W_]*|\d+|tỉnh|thành phố|huyện|quận|xã|phường)"
)
_NO_BODY = expression(
    r"(?<!\w)(?:cho|với|tại|ở|về|đã|sẽ|đang|được|bị|có|là|làm(?! vườn)|do|để|khi|sau|trước|từ|đến|thì|mà|nên|tặng|trao"
    r"|thăm|dự(?! án| báo| trữ| phòng)|cùng|theo|vừa|gửi|mời|giao(?! thông| dịch)|nhận|lãnh đạo|đại diện|gia đình"
    r"|và nhân dân|của|như|cũng|cử|gặp|tiếp(?! công dân)|họp|ký|nói|hỏi|nhấn mạnh|khẳng định|đánh giá|phát biểu|đề nghị"
    r"|yêu cầu|chủ trì|chỉ đạo|báo cáo|cảm ơn|chúc mừng|động viên|tiễn|đón|ông|bà|đồng chí|không|chưa)(?!\w)"
)
"""What stands in no rest of a body's name."""
_MANY = expression(r" các (?:xã|phường|huyện|quận|tỉnh|sở|ban|địa phương|thành phố)")
_PLACE_END = expression(r"(?<!\w)(?:huyện|quận|thị xã|thị trấn|xã|phường|ubnd|hđnd|đảng ủy|công ty[^,;]*)$")
_NAME_BEFORE = expression(rf"(?P<row>{name.ROW})(?: \([^()]*\))?(?:,| -| \([^()]*[,;]| \() $")
_FOR_ANOTHER = expression(r"(?<!\w)(?:ủy quyền của|thay mặt|thừa lệnh(?: của)?) (?:đồng chí )?$")
"""What stands before the title of somebody else: `thay mặt Chủ tịch UBND tỉnh, Phó Chủ tịch ...`."""
_OF_THE_NATION = expression(r"(?:phó )?(?:thủ tướng(?: chính phủ)?|chủ tịch nước|chủ tịch quốc hội)|tổng bí thư")
_OF_A_PLACE = expression(
    r"(?:phó )?(?:chủ tịch (?:ubnd|hđnd|ủy ban nhân dân|hội đồng nhân dân)|bí thư (?:tỉnh|thành|huyện)|giám đốc)"
)
_BODY_HEAD = expression(r"(?:^|\n)[ \-+*•]*(ban|đoàn|ủy ban|tổ|tiểu ban|hội đồng) ([^:\n.;]{2,40}): ", re.IGNORECASE)
_HEADED = expression(r"(?:phó )?(?:trưởng )?(?:ban|đoàn|tiểu ban)|phó trưởng ban|trưởng ban|phó ban", re.IGNORECASE)


def before(text: str, low: str, first: int, start: int) -> tuple[str, ...]:
    """The titles right before a name that begins at `start`; the sentence begins at `first`."""
    bare = vocabulary.before_address(low, max(first, start - _FAR), start)
    ranked = bare < start and vocabulary.ranks().search(low, bare, start) is not None
    end, joined = _without_joint(low, first, bare)
    for office in vocabulary.offices().finditer(low, max(first, end - _FAR), end):
        read = _whole(text, low, title.read(text, low, office.start(), end), end)
        if read and (read.end == end or _TERM.fullmatch(low, read.end, end)):
            if ";" in text[office.start() : end] and _named_before(text, low, first, office.start()):
                continue
            if _MANY.search(read.titles[-1]):
                return ()
            if _PLACE_END.search(low, office.start(), end) and _named_before(text, low, first, office.start()):
                return ()
            apart = bare < start and _OPENS.search(low[first : office.start()])
            if joined == "," and low.endswith(_AUDIENCE, first, end):
                continue
            if joined == "," and not (ranked or apart or _AS.search(low, first, office.start())):
                continue
            held = _one_holder(read.titles)
            if len(held) > 1 and _FOR_ANOTHER.search(low, first, office.start()):
                held = held[1:]
            return tuple(_with_body(each, text, first, start) for each in held)
    return ()


def _whole(text: str, low: str, read: title.Titles | None, end: int) -> title.Titles | None:
    """The titles with what goes on behind the last: that the body is no more, or the rest of its name."""
    if read is None:
        return None
    if former := _FORMER.match(low, read.end, end):
        return title.Titles((*read.titles[:-1], f"{read.titles[-1]}{former[0]}"), former.end())
    if read.end < end and _is_body(text, low, read.end, end):
        return title.Titles((*read.titles[:-1], f"{read.titles[-1]}{text[read.end : end]}"), end)
    return read


def _is_body(text: str, low: str, start: int, end: int) -> bool:
    """Whether words between a title and a name are the rest of its body: small words up to a level or a capital.

    `Ban Quản lý dự án` + ` đầu tư xây dựng các công trình giao thông tỉnh`; none of them tells what somebody does.
    """
    rest = _REST_OF_BODY.fullmatch(text, start, end)
    if rest is None or _NO_BODY.search(low, start, end) or vocabulary.offices().search(low, start, end):
        return False
    return not _named_between(text, low, start, end)


def _named_before(text: str, low: str, first: int, start: int) -> bool:
    """Whether a title stands after someone's name: then a place follows `phường`, not a name."""
    other = _NAME_BEFORE.search(text, first, start)
    return other is not None and name.locate(text, low, other.start("row")) is not None


def _one_holder(titles: tuple[str, ...]) -> tuple[str, ...]:
    """The titles that one person can hold: in `của Thủ tướng, Chủ tịch UBND tỉnh` the first is someone else's."""
    if len(titles) > 1 and titles[0] == "đại biểu":
        return titles[1:]
    for number in range(len(titles) - 1, 0, -1):
        if _OF_THE_NATION.fullmatch(titles[number - 1].lower()) and _OF_A_PLACE.match(titles[number].lower()):
            return titles[number:]
    return titles


def _without_joint(low: str, first: int, end: int) -> tuple[int, str]:
    """The place before what joins a title and a name, and the mark that does."""
    window = low[max(first, end - _JOINT) : end]
    if led := _FOR.search(window):
        return end - len(window) + led.start(), "for"
    for mark in (", ", " - ", ": ", " | ", " "):
        if window.endswith(mark):
            return end - len(mark), mark.strip()
    return end, ""


def _with_body(each: str, text: str, first: int, start: int) -> str:
    """`Trưởng ban` under `Ban Pháp chế:` is `Trưởng ban Pháp chế`."""
    if not _HEADED.fullmatch(each):
        return each
    heads = list(_BODY_HEAD.finditer(text, max(0, first - 400), start))
    return f"{each} {heads[-1][2]}" if heads else each


def after(text: str, low: str, end: int, limit: int, *, held: bool = False) -> tuple[str, ...]:
    """The titles that follow a name that ends at `end`: in brackets, after a comma or dash, after a verb of office.

    `held`: the person has a title before the name, so that after a comma the next person's may stand.
    """
    found: list[str] = []
    at = end
    if bracket := _BRACKET.match(low, at, limit):
        at = bracket.end()
        found += _in_bracket(text, low, bracket)
    elif birth := _BIRTH.match(low, at, limit):
        at = birth.end()
    read = _apposition(text, low, at, limit, held=held)
    if read:
        found += read.titles
        at = read.end
    return (*found, *by_verb(text, low, at, limit))


def _in_bracket(text: str, low: str, bracket: re.Match[str]) -> tuple[str, ...]:
    begin, end = bracket.span("inside")
    age = _AGE.match(low, begin, end)
    read = title.read(text, low, age.end() if age else begin, end, of_someone=True, with_term=True)
    return read.titles if read else ()


def _apposition(text: str, low: str, at: int, limit: int, *, held: bool) -> title.Titles | None:
    """Titles after a comma or dash. Where a name follows them they are that name's."""
    led = _COMMA.match(low, at, limit) if low.startswith((",", " -", "- "), at) else _CODE.match(text, at, limit)
    read = title.read(text, low, led.end(), limit, of_someone=not held) if led else None
    if read is None or not _next_name(text, low, read.end, limit):
        return read
    stop = text.find(";", at, read.end)
    return title.read(text, low, led.end(), stop, of_someone=not held) if led and stop > 0 else None


def _next_name(text: str, low: str, at: int, limit: int) -> bool:
    if former := _FORMER.match(low, at, limit):
        at = former.end()
    if not low.startswith(" ", at):
        return False
    at += 1
    while address := vocabulary.address().match(low, at, limit):
        at = address.end() + low.startswith(" ", address.end())
    return at < limit and text[at].isupper() and title.name_at(text, low, at) is not None


def by_verb(text: str, low: str, at: int, limit: int) -> tuple[str, ...]:
    """The titles of all verbs of office after `at`: `làm`, `được bầu giữ chức`, `tái đắc cử`."""
    found: list[str] = []
    while role := _next_role(text, low, at, limit):
        read = title.read(text, low, role.end(), limit)
        if read is None:
            at = role.end() - 1
            continue
        if _next_name(text, low, read.end, limit):
            break
        found += [each for each in read.titles if each.lower() not in _FOR_THE_DAY]
        at = read.end
    return tuple(found)


def _next_role(text: str, low: str, at: int, limit: int) -> re.Match[str] | None:
    if at >= limit or low[at] in '.;:()"\n' or not holds(low[at : at + _OFFICE_WITHIN], _TAKING):
        return None
    role = _ROLE.match(low, at, limit)
    if role is None or _SAYS.search(role["gap"]) or _named_between(text, low, at, role.start("verb")):
        return None
    if role["verb"] == "là" and not _ONLY_PAST.fullmatch(role["gap"]):
        return None
    return role


def _named_between(text: str, low: str, start: int, end: int) -> bool:
    return any(title.name_at(text, low, capital.start()) for capital in _CAPITAL.finditer(text, start, end))
