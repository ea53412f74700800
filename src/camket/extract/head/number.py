"""The number of an official paper: its digits and signs (`12/KH-UBND`), or its signs alone where digits are open."""

from __future__ import annotations

import re
from collections.abc import Sequence

from camket.extract.head.lines import Line
from camket.grammar.engine import Reading
from camket.grammar.expression import expression

NAMED = r"(?:Luật|Bộ luật|Nghị quyết|Pháp lệnh|Lệnh|Sắc lệnh|Nghị định|Thông tư|Quyết định|Chỉ thị|Kết luận)"
"""Types that may be named before the number (`Luật số: 12/2024/QH15`)."""
_NUMBER = expression(
    rf"(?:^|  +|(?<=\s))(?<![Mm]ẫu )(?<!MẪU )(?:{NAMED} )?(?:[Ss][ốỐ] ?:? {{0,4}}|S[ôồóõo] ?: ?)"
    r"(?P<number>\d{0,5} ?[A-Za-z]?(?:-\d{1,3}(?:/\d\d)?(?= ?/ ?[A-ZĐ]))?"
    r"(?: ?[-/] ?(?:(?:19|20)\d\d|[A-ZĐ][A-Za-zĐđ0-9]*(?:[.&,][A-ZĐ][A-Za-zĐđ]*)*)){1,8}"
    r"(?:\([A-ZĐ]{1,4}\d{0,3}\))?)"
)
_STANDARD = expression(
    r"^(?P<number>(?:(?:SỬA ĐỔI|Sửa đổi)(?: lần)? \d+ ?: ?(?:19|20)\d\d,? )?"
    r"(?:QCVN|QCĐP|TCVN|TCCS|TCXDVN|TCXD)(?: ?QTĐ| (?:ISO|IEC|ISO/IEC|ASTM|CISPR))?[ -]\d+(?:-(?:\d+|[A-Z]{2,3})){0,2}"
    r" ?: ?(?:19|20)\d\d(?: ?/ ?[A-ZĐ&]+)?)(?: ?\([^()]{3,40}\))?$"
)
"""Standards and technical regulations: `QCVN 8:2031/BCT`, `TCVN ISO 9001:2031`, `SỬA ĐỔI 1:2033 QCVN 8:2031/BCT`."""
_JOINT = expression(r" ?([:/]) ?")
_OWN_NUMBER = expression(rf"(?:{NAMED} )?[Ss][ốỐ] ?:")
_BLANK_NUMBER = expression(r"(?:^|  +)[Ss]ố ?:[ .…_]*(?P<number>[-/]\S*)")
_OPEN_NUMBER = expression(
    r"(?:^|(?<=[^\W\d] ))[Ss][ốỐôồóõo](?!\w)[^\n]{0,16}?"
    r"(?P<signs>[-/] ?[A-ZĐ]{2,}(?: ?[-/.&] ?[A-ZĐ][A-ZĐa-zđ]*\d{0,2})*)$"
)
"""A number of which only the signs can be read: its digits are left open, written by hand or covered."""
_DIGITS = expression(r"\d{1,5}")
_LEADS_TO_NUMBER = expression(rf"(?:{NAMED} )?[Ss]ố(?: ?: ?|(?= ?$)| (?=\d+$))(?P<digits>\d{{0,5}}) ?$")
NUMBER_BEHIND = expression(r"(?<=[^\W\d] )(?<![Mm]ẫu )(?<!MẪU )(?:[Ss]ố ?: .*|[Ss][ốỐôồóõo]\W.{0,16}/ ?[A-ZĐ]{2}.*)")
"""A number that cannot be read, on the line of the body."""


def opens_with_number(text: str) -> bool:
    """Whether a line of a letterhead opens with the number, filled in or not."""
    return any(each.match(text) is not None for each in (_OWN_NUMBER, _BLANK_NUMBER, _STANDARD))


def names_a_standard(text: str) -> bool:
    """Whether a line is nothing but the number of a standard."""
    return _STANDARD.match(text) is not None


def find_number(reading: Reading, lines: list[Line], at: int) -> re.Match[str] | None:
    """The number on a line; what a signature has filled in may stand on a line of its own (`Số:` / `12/KH-UBND`)."""
    text = reading.text[lines[at].start : lines[at].end].replace("\n", " ")  # it may be broken behind a dash
    before = _LEADS_TO_NUMBER.match(reading.text, *lines[at - 1]) if at > 0 else None
    if before is not None:
        text = f"Số: {before['digits'] or ''}{text}" if text[0] in "-/" or not before["digits"] else text
    found = _NUMBER.search(text) or _BLANK_NUMBER.search(text) or _STANDARD.match(text)
    if found is None or found["number"][0] not in "-/":
        return found
    beside = (_DIGITS.fullmatch(reading.text, *line) for line in lines[max(0, at - 1) : at + 2])
    digits = next((each[0] for each in beside if each), None)
    return _NUMBER.search(f"Số: {digits}{found['number']}") if digits else found


def written_number(found: re.Match[str] | None, below: Sequence[str] = ()) -> str | None:
    """`12/KH-UBND`; None where the digits are still to be filled in (`Số: /NQ-HĐND`).

    Some standards have their number on one of the lines `below` the type.
    """
    found = found or next(filter(None, map(_STANDARD.match, below)), None)
    if found is None:
        return None
    if names_a_standard(found["number"]):
        number = _JOINT.sub(r"\1", " ".join(found["number"].split()))
        return number.replace("SỬA ĐỔI", "Sửa đổi")
    number = found["number"].replace(" ", "")
    return number if number[:1].isdigit() else None


def open_signs(reading: Reading, lines: list[Line], found: re.Match[str] | None, end: int) -> str | None:
    """The signs of the number whose digits cannot be read, if they are printed: `/QĐ-UBND`."""
    if found is not None:
        return found["number"].replace(" ", "")
    for line in lines:
        left = _OPEN_NUMBER.search(reading.text[line.start : line.end]) if line.end <= end else None
        if left is not None:
            return left["signs"].replace(" ", "")
    return None
