"""Where in a row of capital letters a person's name stands.

A Vietnamese name is a surname with one to four syllables after it; a rare surname needs two, and any row of two to five
is a name after a form of address. Names of places stand before it in the same row (`Bí thư Tỉnh ủy Bắc Ninh Đào Hồng
Lan`): areas of the catalogue are skipped; after `đường`, `thôn` the row begins with a place of which we know nothing
but that it has a syllable or more, and so does a row of two after `huyện`, `xã`.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from camket.grammar.ending import Ends
from camket.grammar.expression import compiled, expression
from camket.grammar.letters import UPPER
from camket.grammar.trie import alternation
from camket.rules.person import vocabulary

_REST = r"[^\W\d_]*(?:'[^\W\d_]+|(?<=[HK])'(?= \w))?(?:-[a-z][^\W\d_]*){0,2}"
"""What follows the capital: in names of the smaller peoples an apostrophe (`H'Yim`, `K' Mák`), abroad hyphens."""
SYLLABLE = rf"[{UPPER}]{_REST}"
ROW = rf"[{UPPER}](?<![\w./-].){_REST}(?: {SYLLABLE}){{1,11}}"
"""Two syllables or more; the capital comes before what must not stand before it, for so it is found faster."""
_ROW = expression(rf"{SYLLABLE}(?: {SYLLABLE}){{0,11}}")
_NEXT = expression(r" ([^\W\d_]+)")
_ADDRESS = frozenset({"ông", "bà", "anh", "chị"})
_MIDDLE = frozenset({"thị", "văn"})
_WORDS_IN_CAPITALS = frozenset(
    {"TẠI", "VÀ", "VỀ", "CỦA", "VỚI", "TRONG", "Ở", "CÙNG", "LÀ", "TRÊN", "THĂM", "DỰ", "LÀM"}
)
"""Words that may follow a name in a heading; in two letters and more none of them is a given name."""
_SPEECH = frozenset(
    {"đánh giá", "phát biểu", "nhấn mạnh", "khẳng định", "chia sẻ", "trao đổi", "trả lời", "kết luận", "báo cáo"}
    | {"nhận định", "cho biết", "thông tin", "yêu cầu", "chỉ đạo", "chủ trì", "trình bày", "giải trình", "tham dự"}
)
"""Verbs that a heading glued to the text writes with a capital: `ông Lê Văn Sáu Đánh giá về kết quả`."""
_LONGEST = 5
_ADDRESS_WITHIN = 24
"""Letters before a name that hold a form of address."""
_SHORTEST = 2
"""Syllables of a row too short to hold more than a name."""
_SURE = 3
"""Syllables that a name has where a place or firm stands before it in the row: `Tập đoàn Vingroup Phạm Nhật Vượng`."""
_COMPOUNDS = (
    "thành", "môi", "thị", "hiện", "lập", "nông", "yêu", "nhu", "toàn", "văn", "cơ", "nhật", "hòa", "lưu", "tăng", (
        "trưởng"
    )
)  # fmt: skip
"""Words with which `phố`, `trường`, `cầu`, `bản` mean no place: `môi trường`, `yêu cầu`."""


class Name(NamedTuple):
    """A name's place in the text."""

    start: int
    end: int


_COMPANY = (
    r"công ty|cty|tnhh|cổ phần|cp|tập đoàn|luật|ngân hàng|quỹ|báo|nhóm|ảnh:?|thương hiệu|họ|văn "
    r"phòng luật sư|đoàn luật sư"
)


@cache
def _place_before() -> re.Pattern[str]:
    """A word for a place or firm, which what follows is the name of."""
    not_after = "".join(f"(?<!{word} )" for word in _COMPOUNDS)
    return compiled(rf"(?<!\w)(?:(?:{_COMPANY})|{not_after}(?:{alternation(vocabulary.words('place'))})) $")


@cache
def _level_before() -> re.Pattern[str]:
    return compiled(rf"(?<!\w)(?:{alternation(vocabulary.words('level'))}) $")


@cache
def _place_ends() -> Ends:
    """How the words end after which both expressions find a place or firm."""
    names = re.findall(r"[^\W\d_]+", _COMPANY)
    words = (word.rpartition(" ")[2] for word in (*vocabulary.words("place"), *vocabulary.words("level"), *names))
    return Ends(f"{word} " for word in (*words, "ảnh:"))


_OF_COUNCIL = expression(r"(?<!\w)(?:hđnd|ubnd|nhân dân) (?:thành phố|tỉnh|huyện|quận|xã|phường) $")
"""Behind the council or committee of a place `Đoàn` is a surname and not the union: `HĐND tỉnh Đoàn Văn Phi`."""
_UNION_BEFORE = expression(
    r"(?<!\w)(?:trung ương|tw|thành|tỉnh|huyện|quận|xã|phường|chi|liên|công|tập|binh|sư|quân|trưởng|phó|dẫn|lữ|phái) $"
)


def locate(text: str, low: str, start: int, row_end: int | None = None) -> Name | None:
    """The name in the row of capitals that begins at `start`, or behind a small word that a heading writes large.

    `row_end`: where the row ends, for one that has been matched whole.
    """
    found = _within(text, low, start, row_end)
    if found is not None or not text[start : start + 2].isupper():
        return found
    row = _ROW.match(text, start)
    places = _places(start, low[start : row.end()].split(" ")) if row else []
    word = _before_word(text, places)
    return locate(text, low, places[word + 1][0]) if word + 2 < len(places) else None


def _within(text: str, low: str, start: int, row_end: int | None = None) -> Name | None:
    """The name before the first small word of the row."""
    if row_end is None:
        row = _ROW.match(text, start)
        if row is None:
            return None
        row_end = row.end()
    syllables = low[start:row_end].split(" ")
    if not _may_hold(low, syllables, start):
        return None
    if len(syllables) >= _SURE and (after := _NEXT.match(low, row_end)) and f"{syllables[-1]} {after[1]}" in _SPEECH:
        del syllables[-1]
    places = _places(start, syllables)
    if len(places) > _SHORTEST:
        del places[_before_code(text, places) :]
        del syllables[_before_word(text, places[: _before_office(low, places)]) :]
    first = _first(low, start, syllables)
    for number in range(first, len(syllables) - 1):
        if _begins(low, syllables, number, places[number][0]):
            if first == 0 and len(syllables) - number < _SURE and _is_place(low, start, len(syllables)):
                return None
            chosen = _later(syllables, number)
            last = min(len(syllables), chosen + _LONGEST)
            name = Name(places[chosen][0], places[last - 1][1])
            return None if _is_word(low, syllables[chosen:last], name) else name
    return None


def _may_hold(low: str, syllables: list[str], start: int) -> bool:
    """Whether a name can begin anywhere in a row: at a surname, before `thị`, or after a form of address."""
    if not vocabulary.beginnings().isdisjoint(syllables) or syllables[0] in _ADDRESS or "'" in syllables[0]:
        return True
    return vocabulary.is_addressed(low, max(0, start - _ADDRESS_WITHIN), start)


def _places(at: int, syllables: list[str]) -> list[tuple[int, int]]:
    """Where syllables with a blank between them begin and end, the first at `at`."""
    found: list[tuple[int, int]] = []
    for syllable in syllables:
        end = at + len(syllable)
        found.append((at, end))
        at = end + 1
    return found


def _before_word(text: str, places: list[tuple[int, int]]) -> int:
    """How many syllables stand before a small word that only a line of capitals writes large: `LÊ VĂN SÁU` + `TẠI`."""
    for number, (start, end) in enumerate(places):
        if number > 1 and text[start:end] in _WORDS_IN_CAPITALS:
            return number
    return len(places)


def _before_code(text: str, places: list[tuple[int, int]]) -> int:
    """How many syllables stand before an office in letters that follows a name in print: `Lê Văn Sáu` + `UVBTVHU`."""
    if text[slice(*places[0])].isupper():
        return len(places)
    for number, (start, end) in enumerate(places):
        if number > 1 and end - start > 2 and text[start:end].isupper():
            return number
    return len(places)


def _before_office(low: str, places: list[tuple[int, int]]) -> int:
    """How many syllables stand before an office that begins in the same row (`Nguyễn Văn An Chủ` + `tịch`)."""
    for number in range(max(2, len(places) - 2), len(places)):
        start, end = places[number]
        if low[start:end] in vocabulary.office_beginnings() and vocabulary.offices().match(low, start):
            return number
    return len(places)


def _first(low: str, start: int, syllables: list[str]) -> int:
    """The syllable at which a name can begin at the earliest: after an area."""
    if not _is_area(low, syllables, start):
        return 0
    for length in range(min(4, len(syllables)), 1, -1):
        if " ".join(syllables[:length]) in vocabulary.areas():
            return length
    return 0


def _is_place(low: str, at: int, rest: int) -> bool:
    """Whether the words before say that what begins here is a place or a firm."""
    window = low[max(0, at - 20) : at]
    if not _place_ends().close(window):
        return False
    if _place_before().search(window):
        return True
    return rest == 2 and _level_before().search(window) is not None


def _begins(low: str, syllables: list[str], number: int, at: int) -> bool:
    surname = syllables[number]
    rest = len(syllables) - number
    first = number == 0 or (number == 1 and syllables[0] in _ADDRESS)
    if not first and surname not in vocabulary.beginnings() and "'" not in surname and syllables[number + 1] != "thị":
        return False
    sure = surname in vocabulary.words("strong") or (rest > 2 and syllables[number + 1] == "thị") or "'" in surname
    listed = sure or surname in vocabulary.words("surname")
    addressed = first and rest <= _LONGEST and vocabulary.is_addressed(low, max(0, at - _ADDRESS_WITHIN), at)
    if not (listed or addressed) or _is_area(low, syllables[number:], at):
        return False
    if not _ends_place(syllables, number) and _is_place(low, at, rest):
        return False
    if surname == "đoàn" and _UNION_BEFORE.search(low[max(0, at - 12) : at]):
        return rest > 2 and _OF_COUNCIL.search(low[max(0, at - 30) : at]) is not None
    if addressed and not sure:
        office = vocabulary.offices().match(low, at)
        return surname not in _ADDRESS and office is None and not _holds_area(syllables[number:])
    return sure or rest > 2


def _ends_place(syllables: list[str], number: int) -> bool:
    """Whether the word before ends the name of a place: `Tủa Chùa` before `Vừ A Bằng`, not `THPT` before `Tô Hiệu`."""
    return number > 1 and syllables[number - 2] not in vocabulary.words("place")


def _is_area(low: str, syllables: list[str], at: int) -> bool:
    """Whether an area's name begins here. `Chủ tịch Hồ Chí Minh` is a person."""
    if syllables[0] not in vocabulary.area_beginnings():
        return False
    if syllables[:3] == ["hồ", "chí", "minh"] and low[max(0, at - 9) : at].endswith("chủ tịch "):
        return False
    names = vocabulary.areas()
    for length in (4, 3, 2):  # noqa: SIM110 - `any` makes a generator each time
        if length <= len(syllables) and " ".join(syllables[:length]) in names:
            return True
    return False


def _holds_area(syllables: list[str]) -> bool:
    return any(f"{a} {b}" in vocabulary.areas() for a, b in pairwise(syllables))


def _later(syllables: list[str], number: int) -> int:
    """A place that begins like a name stands before the name: `quận` + `Hoàng Mai Nguyễn Minh Tâm`.

    Not so in names of the smaller peoples: `Y Thanh Hà Niê Kđăm`, `H'Yim Kđoh`.
    """
    if syllables[number + 1] in _MIDDLE or len(syllables[number]) == 1 or "'" in syllables[number]:
        return number
    strong = syllables[number] in vocabulary.words("strong")
    for later in range(number + (2 if strong else 1), len(syllables) - 1):
        rest = len(syllables) - later
        if syllables[later] in vocabulary.words("strong") and (rest >= 3 or later - number >= 3):
            return later
    return number


def _is_word(low: str, syllables: list[str], name: Name) -> bool:
    """Whether the row is cut out of a longer word with small letters: `Đoàn Thanh` + `niên`."""
    after = _NEXT.match(low, name.end)
    return after is not None and f"{syllables[-1]} {after[1]}" in vocabulary.pairs() and len(syllables) == 2
