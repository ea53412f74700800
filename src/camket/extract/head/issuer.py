"""Who issues a paper, from the lines above its number."""

from __future__ import annotations

import re

from camket.extract.head.lines import Line
from camket.extract.head.names import body_by_letters, in_running_case
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.fold import fold, plain
from camket.grammar.syllable import is_syllable

_CODE = expression(r"[A-Z\d]+(?:[./-]+[A-Z\d]+)+|[\W\d]+")
_NO_NAME = expression(r"[:{}]")
"""A label with its value, or a place that a program fills in."""
_LEFT_OPEN = expression(r"…|\.\.")
"""What a form leaves for a name."""
_WORD = expression(r"[^\W\d_]+")
_WORDS = expression(r"[\w&]+(?:(?: ?[-–,&] ?|[.,]? )[\w&]+)*,?")
_LEAST = 2
_LABEL = expression(r"[Ss]ố ?:")
_MARK = expression(r"\(?(?:dự thảo|bản sao|bản chính|hỏa tốc|thượng khẩn|khẩn|lưu hành nội bộ)(?!\w)")
_SUPERIOR = expression(r"(?:tỉnh|thành phố|tp\.?) (?!ủy)")
_BELOW = expression(r"(?<!\w)(?:huyện|quận|thị xã|xã|phường|thị trấn|đặc khu) (?!ủy)\w")
"""A province that stands below its district or commune only says where that lies."""
_OWN_LEVEL = expression(
    r"(?<!\w)(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường) (?!ủy)\w|(?:tỉnh|thành|huyện|thị|đảng) ủy \w"
)
_DEPARTMENT = expression(r"(?:sở|ban quản lý|chi cục|thanh tra|cục|phòng|trung tâm)(?!\w)")
_BODY_OPENS = expression(
    r"(?:ủy ban|ubnd|hđnd|ubmttq|hội|hội đồng|ban|bộ|sở|cục|tổng|chi|vụ|viện|văn phòng|trung tâm|trường|phòng|đảng|đoàn"
    r"|liên|hiệp hội|mặt trận|công an|công ty|tập đoàn|ngân hàng|kho bạc|bảo hiểm|tòa án|thanh tra|tổ|học viện|đại học"
    r"|bệnh viện|chính phủ|quốc hội|thủ tướng|chủ tịch|thống kê|thuế|hải quan|kiểm toán|quân|đại hội|thường trực"
    r"|công đoàn|cđcs|lđlđ|nghiệp đoàn|tiểu ban|báo(?! giá)|đài|quỹ|cổng|trạm|đội|khoa(?! học)|hợp tác xã|nhà|thông tấn"
    r"|(?:tỉnh|thành|huyện|quận|thị|xã|phường) (?:ủy|đoàn)|bch)(?!\w)"
)
_OPENS_BY_LETTERS = expression(r"(?:van phong|uy ?ban ?nhan ?dan|hoi ?dong ?nhan ?dan|trung tam)(?!\w)")
"""What recognisers leave of it in capitals."""
_GLUED = expression(r"ỦY ?BAN ?NHÂN ?DÂN|HỘI ?ĐỒNG ?NHÂN ?DÂN")
_GAZETTE = expression(r"VĂN BẢN (?:HỢP NHẤT|QUY PHẠM PHÁP LUẬT|PHÁP LUẬT KHÁC|KHÁC)(?: [-–] |$)")
"""How the gazettes head their parts."""
_STEERS = expression(r"(?:ban chỉ đạo|tổ công tác|hội đồng)(?!\w)(?! nhân dân)")
_OF_THE_STATE = expression(r"(?:ubnd|ủy ban nhân dân)(?!\w)")
_HOLDER = expression(r"(?:văn phòng|ban|đại hội|đoàn|thường trực|ủy ban kiểm tra|hội đồng)(?!\w)")
_SESSION = expression(r" (?:lần|khóa) ")
_BETWEEN = expression(r" [-–] ")
_JOINT = expression(r" [-–]$")
"""A dash at the end of a line leads to the other body that issues a paper with the first."""
_JOINT_NUMBER = expression(r"/[A-ZĐ]*L[TN]-(?P<bodies>[^/]+)$")
_OPEN_NAME = expression(r"(?:ủy ban thường vụ|đoàn chủ tịch|ủy ban trung ương)$")
"""The name of such a body says only with the next line whose it is."""


def naming_bodies(reading: Reading, cells: list[Line]) -> list[Line]:
    """The cells that name bodies: in capitals, or going on with the name above; no codes of forms or marks of haste."""
    texts = [" ".join(reading.text[cell.start : cell.end].split()) for cell in cells]
    if not any(map(str.isupper, texts)):
        return [cell for cell, text in zip(cells, texts, strict=True) if not _LABEL.match(text) and names_a_body(text)]
    first = next(at for at, text in enumerate(texts) if text.isupper())
    kept = zip(cells[first:], texts[first:], strict=True)
    return [cell for cell, text in kept if _may_name_a_body(text) and not _MARK.match(fold(text))]


def _may_name_a_body(text: str) -> bool:
    if _CODE.fullmatch(text) or _NO_NAME.search(text) or _LEFT_OPEN.search(text):
        return False
    if _BODY_OPENS.match(fold(text)):
        return True
    words = _WORD.findall(text)
    is_name = len(words) > 1 or (len(text) > _LEAST and is_syllable(fold(text)))
    return is_name and _WORDS.fullmatch(text) is not None and (text.isupper() or text[0].islower())


def names_a_body(text: str) -> bool:
    """Whether a text opens with a kind of body, or with a level (`Tỉnh Bắc Ninh`)."""
    return any(opens.match(fold(text)) for opens in (_BODY_OPENS, _SUPERIOR, _BELOW))


def issuer_of(parts: list[str], number: str = "") -> str | None:
    """The issuing body from the lines above the number.

    A line that opens with no kind of body goes on with the name above (`ỦY BAN NHÂN DÂN` / `TỈNH BẮC NINH`; `SỞ NÔNG
    NGHIỆP` / `VÀ MÔI TRƯỜNG`), and so does the second of two that issue a paper together (`SỞ Y TẾ -` / `CÔNG AN
    TỈNH`). A body that does not say whose it is takes the body above it (`VĂN PHÒNG` of an `ỦY BAN
    NHÂN DÂN`), a department only its area (`SỞ TÀI CHÍNH` / `tỉnh Bắc Ninh`). Where the last line is a whole name, what
    stands above is only its superior; the number of a joint paper (`3/2014/TTLT-BYT-BXD`) tells how many issue it.
    """
    lines: list[str] = []
    for part in (_GAZETTE.sub("", _GLUED.sub(_parted, part)) for part in parts):
        if not part:
            continue
        low = fold(part)
        if lines and _SUPERIOR.match(low) and _BELOW.search(fold(lines[-1])):
            continue
        goes_on = lines and (_JOINT.search(lines[-1]) or _OPEN_NAME.search(fold(lines[-1])))
        if lines and (goes_on or part[:1].islower() or not _opens_a_body(part, low)):
            lines[-1] = f"{lines[-1]} {part}"
        else:
            lines.append(part)
    if not lines:
        return None
    names = [_as_written(" ".join(line.split())) for line in lines]
    together = _joint(names, number)
    if len(names) == 1 or len(together) > 1:
        return " - ".join(together or names)
    return _of_above(names[-2], names[-1])


def _parted(found: re.Match[str]) -> str:
    return "ỦY BAN NHÂN DÂN" if found[0].startswith("ỦY") else "HỘI ĐỒNG NHÂN DÂN"


def _opens_a_body(part: str, low: str) -> bool:
    if _BODY_OPENS.match(low) is not None:
        return True
    if not part.isupper():
        return False
    return _OPENS_BY_LETTERS.match(plain(low)) is not None or _BODY_OPENS.match(fold(_known(part))) is not None


def _joint(names: list[str], number: str) -> list[str]:
    """The last lines that name as many bodies as the number of a joint paper has signs."""
    signs = _JOINT_NUMBER.search(number)
    wanted = signs["bodies"].count("-") + 1 if signs else 0
    start = len(names)
    while start > 0 and sum(len(_BETWEEN.split(name)) for name in names[start:]) < wanted:
        start -= 1
    return names[start:]


def _as_written(line: str) -> str:
    """The name, or the names that a dash joins, in running case."""
    found: list[str] = []
    for part in _BETWEEN.split(line):
        if found and not _BODY_OPENS.match(fold(part)):
            found[-1] = f"{found[-1]} - {part}"
        else:
            found.append(part)
    return " - ".join(map(_known, found))


def _known(part: str) -> str:
    """A name in running case, with the marks that the catalogue knows it by: `SƠ TÀI CHINH` is `Sở Tài chính`."""
    return body_by_letters(in_running_case(part))


def _of_above(above: str, own: str) -> str:
    low = fold(own)
    if fold(above) == "văn phòng":
        return f"{above} {own}"
    if _OWN_LEVEL.search(low):
        return own
    if _DEPARTMENT.match(low) or (_STEERS.match(low) and _OF_THE_STATE.match(fold(above))):
        level = _LEVEL_NAME.search(above)
        return f"{own} {level[0]}" if level else own
    if not _HOLDER.match(low):
        return own
    session = _SESSION.search(own)
    if session:
        return f"{own[: session.start()]} {above}{own[session.start() :]}"
    return f"{own} {above}"


_LEVEL_NAME = expression(r"(?:tỉnh|thành phố|huyện|thị xã|xã|phường) (?!ủy).+$")
