"""Names printed in capitals (`ỦY BAN NHÂN DÂN TỈNH BẮC NINH`) as they are written in running text."""

from __future__ import annotations

import re
from functools import cache

from camket import catalogue
from camket.grammar.expression import compiled, expression
from camket.grammar.fold import Folded, fold, plain
from camket.grammar.syllable import is_syllable
from camket.grammar.trie import alternation
from camket.rules.book import words_of

_WORD = expression(r"\w+")
_ROMAN = expression(r"[IVX]+")
_NO_VOWEL = expression(r"[BCDĐGHKLMNPQRSTVX]{2,}")
"""No word of Vietnamese is without a vowel: `THPT`, `KHCN`, `GDĐT` are abbreviations."""
# Beginnings that the catalogue holds only together with a level or an area.
_BODIES = (
    "Ủy ban nhân dân", "Hội đồng nhân dân", "Ban Chấp hành", "Ban Thường vụ", "Ban Chỉ đạo", "Ban Quản lý",
    "Ban Tổ chức", "Đảng bộ", "Đảng ủy", "Tỉnh ủy", "Thành ủy", "Huyện ủy", "Thị ủy", "Đảng", "Đại hội", "Trung ương",
    "Nhà nước", "Văn phòng", "Thường trực", "Cục Thống kê", "Chi cục Thống kê", "Thống kê", "Ủy ban Kiểm tra",
    "Mặt trận Tổ quốc",
)  # fmt: skip
_LETTERS = expression(r"[^\W\d_]+")
_HAS_VOWEL = expression(r"[^\W\d_]*[^BCDĐGHKLMNPQRSTVX\W\d_][^\W\d_]+")
_SHORT_WORD = 3
_OF_A_PLACE = expression(
    r"(?<!\w)(?P<level>xã(?! hội(?!\w))|phường|thị trấn|đặc khu|[Hh]uyện ủy|[Qq]uận ủy|[Tt]hị ủy|[Tt]hành ủy"
    r"|huyện|quận|thị xã|tỉnh|thành phố)(?! ủy(?!\w))"
    r" (?P<name>[^,;()\d-]+?)(?=$| (?:lần thứ|khóa|nhiệm kỳ)(?!\w))"
)
_LEVEL = expression(r"(?:tỉnh|thành phố) ", re.IGNORECASE)
_LONGEST_PLACE = 4
"""Words in the name of a place; more of them go on with the sentence."""
_LEVEL_WITH_A_WRONG_MARK = expression(
    r"(?<!\w)(?:t[iíìĩị]nh|(?P<city>th[aàáảãạ]nh ph[oòóỏõọôồốổỗộ])) (?P<name>[^,;()\d-]+)$"
)
_OF_A_BODY = expression(
    r"(?<!\w)(?<![đĐ]ảng )(?:sở|bộ|cục|chi cục|tổng cục|phòng|viện|trường|đại học|cao đẳng)"
    r" (?!(?:trưởng|máy(?! tính)|phận|phim|chống|ngừa|cháy|bệnh|dịch(?! vụ)|trừ|thủ(?! tục)|vệ(?! sinh)|hộ(?! tịch)"
    r"|học(?! sinh| viên)|khám|họp|tránh|thí nghiệm|tiêu chí|chỉ số|chỉ tiêu|thủ tục|hồ sơ|quy tắc|câu hỏi|hữu|thích"
    r"|tại|trợ|phí|hợp(?! tác)|kỳ|lớp|chuyên|nghề)(?!\w))(?P<first>\w)"
)
_OF_A_SCHOOL = expression(
    r"(?<!\w)trường (?:mầm non|mẫu giáo|tiểu học|trung học cơ sở|trung học phổ thông|thcs|thpt|ptdtnt)(?: chuyên)? "
    r"(?P<name>[^,;()]+)$",
    re.IGNORECASE,
)
_LEAST_BEFORE_A_PLACE = 3
_NUMBERED = expression(r"(?<!\w)đề án (?=\d)")
_DEPUTY = expression(r"(?<!\w)phó (?=Thủ tướng|Chủ tịch nước|Chủ tịch Quốc hội)")
_WHOSE = expression(r" (?:tỉnh|Tỉnh ủy|Thành ủy|huyện|xã)$")


@cache
def _proper_names() -> dict[str, str]:
    names = list(_BODIES)
    for body in catalogue.load_bodies():
        full = [name for name in (body.name, *body.aliases) if not name.isupper()]
        names += [*full, *(_WHOSE.sub("", name) for name in full)]
    for area in catalogue.load_areas():
        kind, name = area.full_name[: -len(area.name)], area.full_name[-len(area.name) :]
        names.append(kind.lower() + name if kind else name)
        if area.kind in ("province", "city", "country") and area.name[0].isupper():
            names.append(area.name)
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(fold(name), Folded(name).text)
        if " - " in name:
            found.setdefault(fold(name.replace(" - ", "-")), Folded(name).text)
    return found


@cache
def _most_words() -> int:
    return max(len(_WORD.findall(name)) for name in _proper_names())


def _with_proper_names(low: str) -> str:
    """The text with the names of the catalogue as they are written, the longest at each place."""
    names = _proper_names()
    words = [word.span() for word in _WORD.finditer(low)]
    pieces, last, place = [], 0, 0
    while place < len(words):
        start = words[place][0]
        for after in range(min(len(words), place + _most_words()), place, -1):
            written = names.get(low[start : words[after - 1][1]])
            if written is not None:
                pieces += [low[last:start], written]
                last, place = words[after - 1][1], after - 1
                break
        place += 1
    return "".join((*pieces, low[last:]))


@cache
def _abbreviations() -> frozenset[str]:
    words = [word for body in catalogue.load_bodies() for word in (*body.aliases, *body.abbreviations)]
    words += [word for indicator in catalogue.load_indicators() for word in indicator.aliases]
    return frozenset(word for word in words if word.isupper() and word.isalpha()) | {"UBND", "HĐND", "MTTQ", "KT", "XH"}


def in_capitals(text: str) -> bool:
    """Whether a line is in capitals, but for a word of which a recogniser has read some as small: `THÔNG Tư`."""
    if text.isupper():
        return True
    words = _LETTERS.findall(text)
    small = [word for word in words if not word.isupper()]
    large = [word for word in words if word.isupper() and _HAS_VOWEL.search(word)]
    return len(small) == 1 and len(large) > 0 and len(small[0]) <= _SHORT_WORD and small[0][0].isupper()


_NATION = expression(r"(?<!\w)[Vv]iệt [Nn]am(?!\w)")


def in_running_case(text: str) -> str:
    """A name or title in capitals, in the case of running text; what is not all in capitals is returned as it is.

    Names of bodies and areas take their form from the catalogue; behind a level (`XÃ TAM GIANG`) or the grade of a
    school every word is a name; Roman numerals and abbreviations stay. Other words become small: capitals do not tell
    whether they are names.
    """
    text = Folded(text).text
    if not in_capitals(text):
        return text
    text = text.upper()
    kept = {
        match.start(): match[0]
        for match in _WORD.finditer(text)
        if match[0] in _abbreviations() or _ROMAN.fullmatch(match[0]) or _NO_VOWEL.fullmatch(match[0])
    }
    result = _with_proper_names(fold(text))
    result = _OF_A_BODY.sub(lambda found: found[0][:-1] + found["first"].upper(), result)
    result = _LEVEL_WITH_A_WRONG_MARK.sub(_with_the_province, result)
    result = _OF_A_PLACE.sub(lambda found: f"{found['level']} {_place(found['level'], found['name'])}", result)
    result = _OF_A_SCHOOL.sub(lambda found: found[0][: -len(found["name"])] + _each_upper(found["name"]), result)
    result = _DEPUTY.sub("Phó ", _NUMBERED.sub("Đề án ", result))
    result = _NATION.sub("Việt Nam", result)
    result = _of_an_office().sub(lambda found: found["office"] + _each_upper(found["name"]), result)
    if len(result) == len(text):
        for start, word in kept.items():
            result = result[:start] + word + result[start + len(word) :]
    return result[:1].upper() + result[1:]


@cache
def _of_an_office() -> re.Pattern[str]:
    """The name behind an office, up to what the person does: `Phó Thủ tướng Chính phủ Mai Văn Chính tại ...`."""
    surnames = alternation(words_of("person")["surname"])
    return compiled(
        r"(?P<office>(?<!\w)(?:[Tt]hủ tướng Chính phủ|[Tt]hủ tướng|[Bb]ộ trưởng|[Tt]ổng [Bb]í thư|[Bb]í thư|[Cc]hủ tịch"
        rf"|đồng chí|ông|bà)(?: Tỉnh ủy| Thành ủy| nước| Quốc hội)? )(?P<name>{surnames}(?: [^\W\d_]+){{1,3}}?)"
        r"(?= (?:tại|trong|về|với|đi|thăm|làm|dự|ở|chủ trì|cùng)(?!\w)| ?[-–,]|$)"
    )


def _with_the_province(found: re.Match[str]) -> str:
    known = _provinces().get(plain(found["name"]))
    level = "thành phố" if found["city"] else "tỉnh"
    return f"{level} {known}" if known else found[0]


def _place(level: str, name: str) -> str:
    """A place as it is written: a province whose marks a recogniser has lost is known by its letters."""
    known = _provinces().get(plain(name)) if level in ("tỉnh", "thành phố") else None
    return known or (_each_upper(name) if name.count(" ") < _LONGEST_PLACE else name)


@cache
def _provinces() -> dict[str, str]:
    areas = [area for area in catalogue.load_areas() if area.kind in ("province", "city")]
    names = [_LEVEL.sub("", area.full_name) for area in areas] + [area.name for area in areas]
    return {plain(name): name for name in names}


def body_by_letters(name: str) -> str:
    """A body whose name begins as one of the catalogue but for its marks, which a recogniser has lost, with those.

    `Sở Y tẻ tỉnh Bắc Ninh` is `Sở Y tế tỉnh Bắc Ninh`; a name that is known as it stands stays. So with a province
    at the end (`công nghệ càn thơ`) and with words that are none (`truyèn`).
    """
    words = [_known_word(word) for word in name.split(" ")]
    ending = _provinces().get(plain(" ".join(words[-2:])))
    if ending is not None and len(words) > _LEAST_BEFORE_A_PLACE:
        words[-2:] = ending.split(" ")
    name = " ".join(words)
    for count in range(len(words), 1, -1):
        low = fold(" ".join(words[:count]))
        if low in _proper_names():
            return name
        known = _bodies_by_letters().get(plain(low))
        if known is not None:
            return " ".join((known, *words[count:]))
    return name


def _known_word(word: str) -> str:
    """A word as names of the catalogue write it, where it is none of Vietnamese and but one has its letters."""
    low = fold(word)
    if word.isupper() or not low.isalpha() or is_syllable(low):
        return word
    known = _words_by_letters().get(plain(low), low)
    return known[:1].upper() + known[1:] if word[:1].isupper() else known


@cache
def _words_by_letters() -> dict[str, str]:
    found: dict[str, set[str]] = {}
    for word in {word for name in _proper_names() for word in name.split(" ")}:
        found.setdefault(plain(word), set()).add(word)
    return {letters: words.pop() for letters, words in found.items() if len(words) == 1}


@cache
def _bodies_by_letters() -> dict[str, str]:
    """Names of bodies, of which no two differ in their marks alone, by their letters."""
    found: dict[str, set[str]] = {}
    for low, name in _proper_names().items():
        if " " in low:
            found.setdefault(plain(low), set()).add(name)
    return {letters: names.pop() for letters, names in found.items() if len(names) == 1}


def _each_upper(name: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in name.split(" "))
