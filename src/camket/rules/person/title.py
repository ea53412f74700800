"""Titles of office in running text: where one begins, where it ends, and how several are joined.

A title is an office and, after it, the name of a body. The body's name goes on over capital letters, numbers, the small
words of bodies (`đường sắt đô thị`), the second syllable of a word that begins with a capital (`Tài chính`), and `và`,
`-` or a comma between two such words (`Bộ Văn hóa, Thể thao và Du lịch`). It ends before a person's name and before
anything else. Titles are joined by a comma, `kiêm`, `và` or a dash before the next office.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from camket.grammar.expression import expression
from camket.grammar.letters import UPPER
from camket.rules.person import name, vocabulary

_CAPITAL = expression(
    rf" ?(?:TP\.? ?HCM|TP\.(?= ?[{UPPER}])|[{UPPER}][^\W_]*(?:\.(?=[{UPPER}]))?(?:[&-][{UPPER}]+[^\W_]*)*)"
)
_NUMBER = expression(r" (?:số )?(?:\d{1,3}|[IVX]+)(?![\w/.,-]?\d)(?!\w)")
_SMALL = expression(r" ([^\W\d_]+)(?!\w)")
_AND = expression(
    r" (?:và|&) (?=[^\W\d_])| - (?=[^\W\d_])| của (?=Quốc hội|Chính phủ|Thủ tướng|Đảng|HĐND|UBND|Bộ |Tỉnh|Thành)"
)
_COUNTED = expression(r"(?:các|hai|ba|bốn) (?:đồng chí )?")
"""What stands before an office that several hold: `Chủ tịch HĐND tỉnh và các Phó Chủ tịch HĐND tỉnh`."""
_MANY = expression(r"(?:các|những|một số) (?=đồng chí|ông|bà)")
"""What stands before the form of address of several: `Chủ tịch HĐND tỉnh và các đồng chí: ...`."""
_LIST = expression(
    rf", (?=[{UPPER}][^\W\d_]*(?: [^\W\d_]+){{0,3}}(?:, [{UPPER}][^\W\d_]*(?: [^\W\d_]+){{0,3}}){{0,3}} và "
    rf"[{UPPER}])|, (?=chống |chữa bệnh)"
)
_JOIN = expression(
    r"(?:,|;)? (?:kiêm(?: nhiệm)?(?: chức(?: vụ| danh)?)?|và|đồng thời là|-) "
    r"|[,;] ?(?:đồng thời là |và |(?:nay|hiện|hiện nay|sau đó|sau này) là )?|/|- ?"
)
_SYLLABLES = {length: expression(rf"[^\W\d_]+(?: [^\W\d_]+){{{length - 1}}}(?!\w)") for length in (4, 3, 2)}
_PLACE_OR_FIRM = expression(
    r" (?:huyện|quận|thị xã|thị trấn|xã|phường|thpt|thcs|ubnd|hđnd|đảng ủy|huyện ủy) $|(?<!\w)(?:công ty|ctcp|tập "
    r"đoàn|ngân hàng|doanh nghiệp)(?!\w)"
)
_FIRM = expression(
    r"(?<!\w)(?:công ty|ctcp|tập đoàn|ngân hàng|doanh nghiệp|nhà máy|hợp tác xã|bệnh viện|trung tâm)(?!\w)"
)
_BUSINESS = expression(rf"(?P<words>(?: [^\W\d_]+){{1,5}}?)(?= [{UPPER}])")
_LEVEL = expression(r" (?:tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|thôn|khu phố)(?!\w)(?! (?:ủy|đoàn))")
_ACTS = expression(
    r" (?:báo cáo|kiểm tra|giám sát|tham mưu|khảo sát|phát biểu|phát động|chủ trì|tổ chức(?! đảng)|quản lý|điều tra"
    r"|nghiên cứu|hợp tác|thông tin|bảo vệ|đầu tư|tư vấn|thẩm định|chăm sóc)(?!\w)"
)
"""Verbs that also stand in names of bodies: behind the level (`UBND tỉnh`) they tell what the holder does."""
_ALWAYS_ACTS = expression(
    r" (?:báo cáo|phát biểu|phát động|chủ trì|tham mưu|khảo sát|trình bày|chỉ huy|trực tiếp|phụ trách buổi|phản ánh"
    r"|kiến nghị|đề nghị|đề xuất)(?!\w)"
)
"""Verbs that stand in no body's name but right behind its first word: `Ban Chỉ huy`, `Phòng Tham mưu`."""
_FIRST_WORDS = (" ban", " bộ", " phòng", " trường", " sở", " cục", " viện", " tổ", " trung tâm", " hội đồng", " cục")
_LEVELS = (" tỉnh", " thành phố", " huyện", " quận", " thị xã", " xã", " phường", " trung ương", " quốc hội")
"""How the name of a body ends that has a level of government."""
_ENDS_IN_CAPITALS = frozenset({"TẠI", "VỀ", "THĂM", "DỰ", "LÀM", "VỚI", "CÙNG", "TRONG"})
"""Words behind a title that only a line of capitals writes large: `TRƯỞNG BAN CHỈ ĐẠO TẠI PHIÊN HỌP`."""
_LEVEL_CAPITALS = frozenset({"tp", "tp.", "tx", "tx."})
_OTHER, _CAPITAL_WORD, _LEVEL_WORD, _PLACE = "other", "capital", "level", "place"
_BODY_NOUNS = frozenset(
    {
        "phòng",
        "sở",
        "bộ",
        "ban",
        "cục",
        "vụ",
        "viện",
        "đội",
        "hội",
        "khoa",
        "trường",
        "đoàn",
        "ty",
        "tâm",
        "phó",
        "phần",
    }
)
_YEARS = expression(r",? \(?(?:giai đoạn|nhiệm kỳ|từ năm) \d{4} ?- ?\d{4}\)?(?=,)")
_ENVOYS = ("đại sứ", "lãnh sự", "đại diện thường trú", "trưởng đại diện", "tham tán", "giám đốc quốc gia")
_AT = expression(rf"(?: \([{UPPER}]{{2,8}}\))? tại(?: [{UPPER}][^\W\d_]*){{1,4}}")
_TERM = expression(r",? (?:(?:khóa|khoá) [\w]+,? )?\(?nhiệm kỳ \d{4} ?- ?\d{4}")


class Titles(NamedTuple):
    """Titles read one after the other, and where the last ends."""

    titles: tuple[str, ...]
    end: int


def read(
    text: str, low: str, start: int, limit: int, *, of_someone: bool = False, with_term: bool = False
) -> Titles | None:
    """The titles that begin at `start`, None where no office stands there.

    Args:
        text: folded text.
        low: the same in lower case.
        start: where the first office must begin.
        limit: nothing is read beyond.
        of_someone: whose titles these are is known, so that a name after `phường` or `công ty` is a place or firm.
        with_term: keep a term of office (`nhiệm kỳ 2011-2016`) as a part of the title.
    """
    titles: list[str] = []
    at, end = start, start
    while office := vocabulary.offices().match(low, at, limit):
        end = _body_end(text, low, office.end(), limit, of_someone)
        if abroad := _accredited(text, office, end, limit):
            end = abroad
        if with_term and (term := _TERM.match(low, end, limit)):
            end = term.end()
        titles.append(text[office.start("office") : end].strip(" ,-"))
        joined = _JOIN.match(low, _behind_years(low, end, limit), limit)
        if joined is None:
            break
        at = joined.end()
    return Titles(tuple(titles), end) if titles else None


def _behind_years(low: str, end: int, limit: int) -> int:
    """Where a title ends with the years in which it was held, which are no part of it."""
    years = _YEARS.match(low, end, limit)
    return years.end() if years else end


def _accredited(text: str, office: re.Match[str], end: int, limit: int) -> int:
    """Where `tại Việt Nam` ends behind the office of an envoy; 0 where neither stands there."""
    if not office["office"].endswith(_ENVOYS):
        return 0
    where = _AT.match(text, end, limit)
    return where.end() if where else 0


def _body_end(text: str, low: str, start: int, limit: int, of_someone: bool) -> int:
    """Where the name of the body after an office ends."""
    at, last = start, _OTHER
    if whole := vocabulary.bodies_with_comma().match(low, at, limit):
        at = whole.end()
    while at < limit:
        begin = at + (text[at] == " ")
        is_place = of_someone and _PLACE_OR_FIRM.search(low, start - 1, begin)
        if not is_place and text[begin : begin + 1].isupper() and name_at(text, low, begin):
            break
        step, last = _step(text, low, at, limit, last)
        if step <= at and of_someone and (firm := _firm(text, low, start, at, limit)):
            step = firm
        if step <= at:
            break
        at = step
    return at


def _firm(text: str, low: str, start: int, at: int, limit: int) -> int:
    """Past the small words of a firm's business before its name (`công ty` + `xử lý nước` + `Trâm Anh`), else 0."""
    business = _BUSINESS.match(text, at, limit)
    if business is None or not business["words"].islower() or not _FIRM.search(low, start - 1, at):
        return 0
    if any(word in vocabulary.words("verb") for word in business["words"].split()[:1]):
        return 0
    return business.end()


def _step(text: str, low: str, at: int, limit: int, last: str) -> tuple[int, str]:
    """One word further and what it was; the same place where the name of the body ends.

    After a place only the next larger place, a capital or a number goes on: `xã Hồng Hà` + `huyện`, not + `thông tin`.
    """
    if capital := _CAPITAL.match(text, at, limit):
        return _capital_step(text, low, at, limit, last, capital)
    if number := _NUMBER.match(text, at, limit):
        return number.end(), _PLACE
    if level := _LEVEL.match(low, at, limit):
        return level.end(), _LEVEL_WORD
    if _ACTS.match(low, at, limit) and low.endswith(_LEVELS, 0, at):
        return at, _OTHER
    if _ALWAYS_ACTS.match(low, at, limit) and not low.endswith(_FIRST_WORDS, 0, at):
        return at, _OTHER
    if last == _PLACE:
        return _next_place(low, at, limit), last
    if last == _CAPITAL_WORD and (completed := _completed(text, low, at, limit)):
        return completed, _OTHER
    word = vocabulary.body_words().match(low, at, limit)
    if word and not vocabulary.offices().match(low, at + 1, limit):
        return word.end(), _OTHER
    return _joined(text, low, at, limit), _OTHER


def _capital_step(text: str, low: str, at: int, limit: int, last: str, capital: re.Match[str]) -> tuple[int, str]:
    begin = capital.start() + (text[at] == " ")
    if text[begin : capital.end()] in _ENDS_IN_CAPITALS:
        return at, _OTHER
    if area := _area_end(low, begin, limit):
        return area, _PLACE
    if low[begin : capital.end()] in _LEVEL_CAPITALS:
        return capital.end(), _LEVEL_WORD
    if last in (_LEVEL_WORD, _PLACE):
        return capital.end(), _PLACE
    shouted = capital.end() - begin > 1 and text[begin : capital.end()].isupper()
    return capital.end(), _OTHER if shouted else _CAPITAL_WORD


def _joined(text: str, low: str, at: int, limit: int) -> int:
    """Past `và`, a dash or a comma inside the name of a body; the same place where it does not go on."""
    joined = _AND.match(text, at, limit) or _LIST.match(text, at, limit)
    if joined and joined[0] == " của ":
        return joined.end() - 1
    several = _MANY.match(low, joined.end(), limit) if joined else None
    if joined and vocabulary.address().match(low, several.end() if several else joined.end(), limit):
        return at
    counted = _COUNTED.match(low, joined.end(), limit) if joined else None
    if joined is None or vocabulary.offices().match(low, counted.end() if counted else joined.end(), limit):
        return at
    goes_on = vocabulary.body_words().match(low, joined.end() - 1, limit) is not None
    twin = low.startswith(("ubnd ", "hđnd "), joined.end()) and low.endswith((" hđnd", " ubnd"), 0, at)
    goes_on = goes_on or (joined[0] == " - " and (twin or _next_place(low, at, limit) > at))
    if joined[0] != " - " and text[joined.end()].isupper():
        goes_on = name_at(text, low, joined.end()) is None and not _is_next_holder(text, low, joined.end(), limit)
    return joined.end() - 1 if goes_on else at


_NEXT_HOLDER = expression(rf"(?P<surname>[{UPPER}]\w*)(?: [{UPPER}]\w*){{1,3}}, ")


def _is_next_holder(text: str, low: str, at: int, limit: int) -> bool:
    """Whether a short name with an office of its own stands here: `Phó Chủ tịch UBND tỉnh và Siu Hương, Trưởng ban`."""
    found = _NEXT_HOLDER.match(text, at, limit)
    if found is None or low[at : found.end("surname")] not in vocabulary.words("surname"):
        return False
    return vocabulary.offices().match(low, found.end(), limit) is not None


def name_at(text: str, low: str, at: int) -> name.Name | None:
    """The person's name that begins just here, if one does."""
    found = name.locate(text, low, at)
    return found if found and found.start == at else None


def _area_end(low: str, at: int, limit: int) -> int:
    for length in (4, 3, 2):
        area = _SYLLABLES[length].match(low, at, limit)
        if area and area[0] in vocabulary.areas():
            return area.end()
    return 0


def _next_place(low: str, at: int, limit: int) -> int:
    """Past a dash and the second of two places (`Hà Nam - Ninh Bình`); the same place where none follows."""
    return _area_end(low, at + len(" - "), limit) or at if low.startswith(" - ", at) else at


def _completed(text: str, low: str, at: int, limit: int) -> int:
    """Where the small letters end that go with the capital before: one syllable, two after `Phòng`, `Sở`; else 0."""
    small = _SMALL.match(text, at, limit)
    if small is None or not small[1].islower():
        return 0
    before = low[low.rfind(" ", 0, at) + 1 : at]
    if f"{before} {small[1]}" in vocabulary.pairs():
        return small.end()
    word = vocabulary.body_words().match(low, at, limit)
    if word and word.end() > small.end():
        return word.end()
    if small[1] in vocabulary.words("verb"):
        return 0
    if before not in _BODY_NOUNS:
        return small.end()
    second = _SMALL.match(text, small.end(), limit)
    return second.end() if second and second[1].islower() and second[1] not in vocabulary.words("verb") else 0
