"""Who signed a paper: the names under an authority (`TM.`, `KT.`) or an office in capitals.

Where bodies issue a paper together, one signature stands beside or below the other, and all of them sign.
Decree 30/2020/NĐ-CP, annex I, part II.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from camket.grammar.expression import expression
from camket.grammar.fold import fold, plain
from camket.grammar.letters import UPPER
from camket.rules.book import words_of

_FOR = r"(?:TM|KT|TL|TUQ|Q|T/M|K/T|T/L)"
_SIGNED_FOR = expression(rf"(?<!\w){_FOR}[., ] ?[{UPPER}]")
_OFFICE = expression(
    r"(?:quyen |pho )?(?:chu tich|bi thu|bo truong|thu truong|thu tuong|thong doc|chu nhiem|hieu truong|tu lenh"
    r"|chinh uy|(?:tong )?giam doc|(?:tong |chi )?cuc truong|vu truong|vien truong|chi huy truong|tong bien tap"
    r"|tong (?:thanh tra|kiem toan)|chanh (?:an|van phong|thanh tra)"
    r"|truong (?:ban|tieu ban|phong|khoa|bo mon|doan|tram|dai|cong an|thong ke))(?!\w)"
)
"""By letters alone: recognisers of scans lose the marks of capitals."""
OFFICES = (
    r"(?:CHỦ TỊCH|PHÓ CHỦ TỊCH|BÍ THƯ|PHÓ BÍ THƯ|BỘ TRƯỞNG|THỨ TRƯỞNG|THỦ TƯỚNG|GIÁM ĐỐC|CỤC TRƯỞNG|TRƯỞNG BAN"
    r"|VIỆN TRƯỞNG|CHÁNH VĂN PHÒNG|CHI CỤC TRƯỞNG|TRƯỞNG THỐNG KÊ|TỔNG CỤC TRƯỞNG)"
)
_RANK = r"(?i:(?:đại|thượng|trung|thiếu) (?:tướng|tá|úy)|(?:phó |chuẩn )?đô đốc)"
_DEGREE = r"(?:[A-ZĐƯ]{2,6}|T[Hh]\.?[Ss])\.?(?=[ .])"
_TITLED = expression(rf"(?:(?:{_DEGREE}[. ]*)+|{_RANK} )(?=[{UPPER}])")
_GIVEN = rf"[{UPPER}][^\W\d_{UPPER}]+"
_FULL = rf"{_GIVEN}(?: {_GIVEN}){{1,4}}"
_NAME = expression(rf"[{UPPER}]\w*(?: [{UPPER}]\w*){{1,4}}$")
_NAME_BEHIND = expression(rf"(?:[.;)]|^(?:\W )?\S{{1,3}},) ?(?P<name>[{UPPER}]\w*(?: [{UPPER}]\w*){{1,4}})$")
_IN_ONE_LINE = expression(
    rf"(?:(?<!\S){_FOR}[. ]|^{OFFICES}(?!\w))[{UPPER}\s.,/-]*\s(?:\([Đđ]ã ký\) )?(?:{_RANK} )?"
    rf"(?P<name>{_FULL})(?=\s*$|\s[{UPPER}]{{2}}| ?\()"
)
"""Authority, office and name that copying has run together: `KT. BỘ TRƯỞNG THỨ TRƯỞNG Trần Văn Bình`."""
_HAS_SIGNED = expression(rf"(?P<name>{_FULL}) ?[(–-] ?[Đđ]ã ký\)?$")
_SIGNED_MARK = expression(r"^\(?[Đđ]ã ký\)? ?: ?")
_MARK = expression(r"\(|đã ký|ký ", re.IGNORECASE)
_ITEM = expression(r"[-–—‑−+•*“\"']|nơi nhận|kính gửi", re.IGNORECASE)
_GLUED = expression(rf"^[^\W\d_{UPPER}](?=[{UPPER}][^\W\d_{UPPER}])")
"""A letter of the signature's picture before the name: `ơNguyễn Văn An`."""
_APART = expression(r" {2,}|\t")
_NOISE = " /|.,'“”\"‘’_~"
"""What a recogniser makes of a seal or a stroke beside a line."""
_STROKES = expression(r"(?: \S{1,4}){1,2}$")
_SHORT = 12
_LOOSE = 22
"""Lines below an office in which the name stands, whatever a recogniser has put between."""


def names_of_signers(lines: Sequence[str]) -> tuple[str, ...]:
    """The names that sign in these lines of a foot, in their order; a name that signs twice counts once."""
    found = _in_one_line(lines) or signatures(lines) or _below_any_office(lines) or _with_a_title(lines) or _last(lines)
    return tuple(dict.fromkeys(found))


def signatures(lines: Sequence[str]) -> list[str]:
    """The names of signatures that stand one after the other, with nothing but offices, marks and lists between."""
    found: list[str] = []
    at = 0
    while at < len(lines):
        if opens_signature(lines[at]):
            below = _name_below(lines, at)
            if below is not None:
                found.append(_name(lines[below]) or "")
                at = below + 1
                while at < len(lines) and _is_item(lines[at]) and not opens_signature(lines[at]):
                    at += 1
                if at < len(lines) and opens_signature(lines[at]):
                    continue
            if found:
                break
        at += 1
    return found


def opens_signature(text: str) -> bool:
    """Whether a line of a foot names in capitals for whom or in which office somebody signs."""
    signed_for = _SIGNED_FOR.search(text)
    if signed_for is not None:
        return text[signed_for.start() :].isupper()
    return any(_is_office(column.strip(_NOISE)) for column in _APART.split(text))


def _is_office(text: str) -> bool:
    return any(each.isupper() and _OFFICE.match(plain(each)) for each in (text, _STROKES.sub("", text)))


def _in_one_line(lines: Sequence[str]) -> list[str]:
    for pattern in (_IN_ONE_LINE, _HAS_SIGNED):
        for line in lines:
            found = [signed["name"] for signed in pattern.finditer(line)]
            if found:
                return found
    return []


def _name_below(lines: Sequence[str], at: int) -> int | None:
    for below in range(at + 1, len(lines)):
        if _name(lines[below]) is not None:
            return below
        if not _may_stand_between(lines[below]):
            return None
    return None


def _may_stand_between(text: str) -> bool:
    return text.isupper() or _MARK.match(text) is not None or _is_item(text) or len(text) <= _SHORT


def _is_item(text: str) -> bool:
    return _ITEM.match(text) is not None or text[0].islower() or text[-1] in ";,"


def _below_any_office(lines: Sequence[str]) -> list[str]:
    start = next((at for at, line in enumerate(lines) if opens_signature(line)), len(lines))
    return list(_names(lines[start : start + _LOOSE]))[:1]


def _with_a_title(lines: Sequence[str]) -> list[str]:
    """`KHOA CHĂN NUÔI` / `TS. Trần Văn Bình`: the degree or rank says that it is a person."""
    return [
        name for above, line in pairwise(lines) if above.isupper() and _TITLED.match(line) and (name := _name(line))
    ][:1]


def _last(lines: Sequence[str]) -> list[str]:
    """The name alone on the last line: a recogniser has lost the office under the seal."""
    name = _name(lines[-1]) if lines else None
    return [name] if name is not None and fold(name.partition(" ")[0]) in _surnames() else []


@cache
def _surnames() -> frozenset[str]:
    return frozenset(map(fold, words_of("person")["surname"]))


def _names(lines: Sequence[str]) -> Iterator[str]:
    yield from filter(None, map(_name, lines))


def _name(text: str) -> str | None:
    last = _GLUED.sub("", _SIGNED_MARK.sub("", _APART.split(text)[-1].strip(_NOISE)))
    signed = _HAS_SIGNED.search(last)
    if signed is not None:
        return signed["name"]
    bare = _TITLED.sub("", last, count=1)
    if _NAME.match(bare) and bare != bare.upper():
        return bare
    behind = _NAME_BEHIND.search(last)
    return behind["name"] if behind and behind["name"].upper() != behind["name"] else None
