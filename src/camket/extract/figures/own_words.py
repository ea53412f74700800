"""The words that a quantity keeps where no name of the catalogue stands by it."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import pairwise
from re import Match
from typing import NamedTuple

import msgspec

from camket import catalogue
from camket.extract.figures.clause import Slot
from camket.extract.known_places import districts
from camket.extract.lexicon import AREA, BODY
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.fold import fold, plain
from camket.grammar.holding import holds
from camket.grammar.letters import UPPER
from camket.grammar.placeset import is_set_of_places
from camket.grammar.scan import bounded

PERIOD, QUANTITY = "period", "quantity"
_NO_LETTERS = expression(r"[^a-z0-9]+")
_NUMBERED = expression(r"\(?(?:\d{1,2}[.)]|[a-zđ]\)) ")
"""The number of the item in a list, which is no part of what is counted."""
_LONGEST = 8
_NEAR = 80
_STOP = expression(
    r"(?:^|[,;:(]|(?<!\w)(?:đạt|là|có thể|có(?: (?:mức|tốc độ)(?= tăng| giảm))?|được|đã|sẽ|với|và|trên|cho|của|từ|đến"
    r"|còn|(?:tăng(?! trưởng)|giảm)(?: (?:ấn tượng|vượt bậc|đột biến|kỷ lục|đáng kể|mạnh mẽ|rất mạnh|khá mạnh|sâu|vọt"
    r"|chóng mặt|phi mã|đều đặn|liên tục))?|chiếm(?: (?:tỷ trọng|tỷ lệ) (?:rất )?(?:lớn|cao|nhỏ|thấp)(?: nhất)?)?"
    r"|ước(?: tính)?|khoảng|hơn|gần|(?<!đồng )bằng|lên"
    r"|xuống|do|theo|thực hiện(?= ?$)|tới|gồm|như|mà|để|thì|vẫn|mới|chỉ(?! tiêu| số)|phải|cần|tại|ở"
    r"|trong(?: số)? đó|trong)(?!\w))"
)
_NOTHING = expression(
    r"(?:(?:số|kh|dt|kh năm"
    r"|tp|tỉnh|thành phố|cả nước|chúng ta|mức|con số|mục tiêu|chỉ tiêu|kế hoạch|phấn đấu|dự kiến|này|đó|nay"
    r"|tự|kịch bản|cơ sở|cao|thấp|kết quả"
    r"|chỉ|đứng|xếp|tỷ lệ|đặt|ra|giao|hcm|năm|cũ|mới|kinh tế(?! số)|của|tăng|giảm|ước|đạt|còn|tụt|tụt lại|rơi|rơi "
    r"xuống|xuống|chính thức|sau|\d+"
    r"|riêng (?:các |hai |ba )?(?:khu vực|địa bàn|huyện|thị xã|quận|xã|phường|thị trấn|đặc khu) .+"
    r"|thu được|thu hút(?: được)?|giá (?:hiện hành|so sánh|cố định|thực tế)(?: năm)?"
    r"|thu|tính|cộng|chung|thì|tức|lần lượt|khi|trong khi|số sơ bộ|sơ bộ|lần|thực hiện|bình quân|mới"
    r"|nhưng|song|(?:qua đó )?(?:nâng|đưa)(?: tổng)?(?: kim ngạch| trị giá| số| kết quả)?(?: lũy kế| tính)?"
    r"|(?:vị trí |thứ hạng |hạng )?thứ (?:\d+|nhất|hai|nhì|ba|tư|năm)"
    r"|(?:(?:vị trí|mức) (?:cao|thấp|lớn|nhỏ)|cao|thấp|nhiều|ít|nhanh|chậm|mạnh)(?: nhất)?"
    r"|toàn ngành(?: du lịch| thuế| hải quan| y tế)?|toàn (?:ngành|cục|tỉnh)"
    r"|ủng hộ|hợp lý|số liệu|riêng|tính chung|lũy kế|cả năm|tháng|quý|i{1,3}|iv|đầu|cuối|cùng kỳ|so|lại|thêm) ?)+"
)

_LED = expression(r"(?:về|(?:[^ ]+ )?(?:khi|mang về|đem về|mang lại|đem lại|thu về|nâng|đưa|song|nhưng|dù)) ")


_OF_AN_OFFICE = expression(
    r"(?:tổng cục|cục|chi cục|ngành|toàn ngành|toàn cục|đơn vị|khu vực|kho bạc|địa bàn) (?:[^,;]+ )?(?=(?:thu|chi)$)"
)
"""Whose taking in and spending it is: `Cục Hải quan tỉnh thu được 30 tỷ đồng`."""


_PLACE_ALONE = expression(
    r"(?:[Hh]uyện|[Tt]hành phố|[Tt]hị xã|[Qq]uận|[Xx]ã|[Pp]hường|[Tt]hị trấn|[Đđ]ặc khu)"
    rf" [{UPPER}]\w*(?: [{UPPER}]\w*){{0,3}}"
)


_ASIDE = expression(r"\((?:(?:theo )?giá|(?:không|chưa|đã|có)? ?(?:kể|tính|bao gồm|gồm)|loại trừ|trừ)(?!\w)[^()]*\)")
"""What is told in brackets of prices, or of what is left out or in, is not what the number is of."""
_PLACE_WORDS = expression(
    r"(?: |tính|toàn|cả|địa bàn|tỉnh|thành phố|tp|huyện|thị xã|quận|xã|phường|địa phương|nước ta)*"
)
_OF_PLACES = ("của", "tại", "ở", "trên", "trong")
"""What leads from a thing to the place whose it is."""


class Words(msgspec.Struct, frozen=True):
    """A phrase of the folded text, with its place; `told` is what it is the end of, where that is longer."""

    start: int
    end: int
    text: str
    told: str = ""

    @property
    def slug(self) -> str:
        """The phrase as an identifier, for `other:` indicators: its first words, for a thing is named first."""
        return _slug(_first_words(self.told) if self.told else self.text)


_FILLS = expression(
    r"(?:(?:riêng|nhưng|song|dù|mặc dù|khi|trong khi|nên|khiến|đưa|nâng|qua đó|về|tính|lũy kế|tuy nhiên|đặc biệt"
    r"|cụ thể|cùng|cũng|theo đó|các|những|thì|và) )+"
)
"""What may open a phrase without telling of what it is."""


def _first_words(phrase: str) -> str:
    filled = _FILLS.match(phrase)
    return " ".join(phrase[filled.end() if filled else 0 :].split(" ")[:_LONGEST])


@lru_cache(maxsize=4096)
def _slug(words: str) -> str:
    return _NO_LETTERS.sub("_", plain(_NUMBERED.sub("", words, count=1))).strip("_") or "unnamed"


def own_words(reading: Reading, slot: Slot) -> Words:
    """What is counted, else the phrase before the quantity back to the last verb, preposition or comma."""
    noun = slot.quantity.noun
    if noun in _CLASSIFIERS:
        herd = _NAMED_BEFORE.search(reading.low, slot.clause_start, slot.start)
        if herd is not None:
            return Words(*herd.span("name"), herd["name"])
    if noun and not (noun in _PEOPLE and "dân số " in reading.low[slot.clause_start : slot.start]):
        at = reading.low.find(noun, slot.start, slot.end + 40)
        start = at if at >= 0 else slot.start
        return Words(start, start + len(noun), reading.low[start : start + len(noun)])
    left = _before_time(reading, reading.low[slot.clause_start : slot.start].rstrip(" (,:"), slot.clause_start)
    end = slot.clause_start + len(left)
    for one in reading.items(QUANTITY, slot.clause_start, end):
        left = (
            f"{left[: one.start - slot.clause_start]}{',' * (one.end - one.start)}{left[one.end - slot.clause_start :]}"
        )
    if "(" in left:
        left = _ASIDE.sub(lambda found: " " * len(found[0]), left)
    rate = _rate(left) if slot.quantity.unit == "percent" else None
    piece = rate or " ".join(_last_piece(reading, left, slot.clause_start).split())
    start = reading.low.rfind(piece, slot.clause_start, end) if piece else slot.start
    if start < 0:  # blanks between its words are more than one
        start = end - len(piece)
    return _shortened(_bare(reading, Words(start, start + len(piece), piece)), rate is not None)


_CLASSIFIERS = frozenset(("con", "ca", "vụ"))
_NAMED_BEFORE = expression(
    r"(?<!\w)(?P<name>(?:tổng )?(?:đàn|số ca|số vụ) [^,;:.\d()]{2,40}?)"
    r"(?: (?:đạt|là|có|ước|còn|khoảng|trên|hơn|gần|hiện có|ước đạt))* $"
)
"""Things whose number only says the kind of thing again: `đàn trâu 368 con`."""
_PEOPLE = frozenset(("người", "dân", "nhân khẩu"))
"""Nouns that only say again what a population is counted in: `dân số đô thị đạt 679.000 người`."""
_RATE = expression(
    r".*(?<!\w)(?P<rate>(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng) (?!tăng|giảm|này|đó|trên|chung)[^;]*?)"
    r"(?: (?:đạt|còn|là|chiếm|ước|tối thiểu|ít nhất|khoảng|dưới|xuống|lên|ở mức|phấn đấu|tăng|giảm|đến năm|vào năm)"
    r"(?!\w)[^,;]{0,30})?$"
)
_RATE_WORDS = range(4, 20)


def _rate(left: str) -> str | None:
    """A rate by its whole name, which tells what is in it of what: `tỷ lệ hộ dân dùng nước sạch ở nông thôn`."""
    told = _RATE.match(left) if "tỷ " in left or "tỉ " in left else None
    words = told["rate"].strip() if told is not None else ""
    return words if len(words.split(" ")) in _RATE_WORDS and ",," not in words else None


def _before_time(reading: Reading, left: str, start: int) -> str:
    """The words without the time that they end in: `tổng vốn thực hiện trong tháng`."""
    for one in reversed(reading.items(PERIOD, start, start + len(left))):
        if one.start == start or one.end < start + len(left):
            break
        left = left[: one.start - start].rstrip(" (,:")
    return left


def _shortened(piece: Words, whole: bool) -> Words:
    """The last words of a long piece, unless all of it is a name."""
    words = piece.text.split()
    if whole or len(words) <= _LONGEST:
        return piece
    phrase = " ".join(words[-_LONGEST:])
    return Words(piece.end - len(phrase), piece.end, phrase, piece.text)


_LEADS = r"(?<=\w)(?: của)?(?: (?:trên|trong|ở))?(?: địa bàn)?(?: toàn| cả)?"
_KINDS = r"(?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường|đặc khu)"
_WHOSE = expression(rf"(?<=\w)(?: (?:trên|trong|ở))?(?: địa bàn)? (?:toàn|cả) {_KINDS}$")
"""Whose a thing is, said of all of a place: `diện tích chè toàn tỉnh`."""
_OF_PLACE = expression(rf"{_LEADS} {_KINDS} (?=@)")
"""What stands before the name of the place whose a thing is, which is written `@` here: `diện tích chè tỉnh @`."""


def _bare(reading: Reading, phrase: Words) -> Words:
    """A thing without its time and place, so that it has one name whenever and wherever: `năm 2025`, `toàn tỉnh`."""
    phrase = _timeless(reading, phrase)
    whose = _WHOSE.search(phrase.text) or _of_place(reading, phrase)
    if whose is None:
        return phrase
    words = phrase.text[: whose.start()]
    return _timeless(reading, Words(phrase.start, phrase.start + len(words), words, phrase.told))


def _of_place(reading: Reading, phrase: Words) -> Match[str] | None:
    """What leads to the place that a phrase ends in, where the place is told as what it is."""
    for one in reading.marked(AREA, phrase.start, phrase.end):
        if one.end == phrase.end:
            name = _KIND_FIRST.sub("", reading.low[one.start : one.end], count=1)
            found = _OF_PLACE.search(f"{phrase.text[: len(phrase.text) - len(name)]}@")
            if found is not None:
                return found
    return None


_KIND_FIRST = expression(rf"^{_KINDS} ")


def _timeless(reading: Reading, phrase: Words) -> Words:
    """The words without a time at their edges, so that a thing has one name in every year; a time alone is kept."""
    start, end = phrase.start, phrase.end
    for one in reading.items(PERIOD, start - _LEADS_IN, end):
        if one.start <= start < one.end < end:
            start = one.end + 1
        elif start < one.start < end <= one.end:
            end = one.start - 1
    words = reading.low[start:end].strip(" ,(:")
    return Words(start, end, words, phrase.told) if words else phrase


def _last_piece(reading: Reading, left: str, start: int) -> str:
    """The words behind the last verb, preposition or comma; all of them only where none stands nearby.

    A place behind a preposition only says of whom the thing before it is: `sản lượng thép của tỉnh Nam Định`.
    """
    for begin in (max(0, len(left) - _NEAR), 0):
        stops = (one.span() for one in _STOP.finditer(left, begin))
        kept = (span for span in stops if not _in_name(reading, start + span[0], start + span[1]))
        cuts = [(0, begin), *kept, (len(left), len(left))]
        ranges = [(after, before) for (_, after), (before, _) in pairwise(cuts) if left[after:before].strip()]
        if len(ranges) > 1:
            break
    if "," in left[ranges[-1][1] if ranges else 0 :]:  # another number stands between, and points back itself
        return left[slice(*ranges[-1])] if ranges else ""
    while len(ranges) > 1 and (
        _says_whose(reading, left[: ranges[-1][0]], start + ranges[-1][0], start + ranges[-1][1])
        or _says_when(reading, left[: ranges[-1][0]], start + ranges[-1][0], start + ranges[-1][1])
    ):
        ranges.pop()
    return left[slice(*ranges[-1])] if ranges else ""


def _in_name(reading: Reading, start: int, end: int) -> bool:
    """Whether a word is but part of a name: of a known place (`Cao Bằng`), or by its letters (`các xã Cần Kiệm`)."""
    if not reading.text[start].isupper() or reading.text[start:end].isupper():
        return False
    places = reading.marked(AREA, start - _LONGEST_NAME, end + _LONGEST_NAME)
    if any(mark.start <= start and end <= mark.end for mark in places):
        return True
    goes_on = reading.text[end : end + 1] == " " and reading.text[end + 1 : end + 2].isupper()
    return goes_on and reading.text[:start].rstrip()[-1:].isalpha()


_LONGEST_NAME = 30


def _says_whose(reading: Reading, before: str, start: int, end: int) -> bool:
    """Whether a range is but a place behind a preposition, or one with the market to which it sells."""
    if not before.endswith(_OF_PLACES):
        return False
    if _is_place(reading, start, end):
        return True
    return before.endswith("của") and _SELLS.fullmatch(reading.low, start, end) is not None


_SELLS = expression(r" (?:việt nam|nước ta|cả nước|[^\W\d]+ [^\W\d]+) (?:sang|vào|tới|qua)(?: [^\W\d]+){1,5} ?")


_AT_TIMES = ("trong", "từ", "đến", "tới", "ở", "tại")
"""What leads from a thing to its time."""


def _says_when(reading: Reading, before: str, start: int, end: int) -> bool:
    """Whether a range is but a time behind a preposition: `xuất khẩu tiêu sang Ấn Độ trong 7 tháng đạt ...`."""
    if not before.endswith(_AT_TIMES):
        return False
    while start < end and reading.low[start] == " ":
        start += 1
    return any(
        one.start <= start
        and (not reading.low[min(one.end, end) : end].strip() or _is_place(reading, min(one.end, end), end))
        for one in reading.items(PERIOD, start - _LEADS_IN, end)
        if one.end > start
    )


_LEADS_IN = 8
"""Letters before a time that belong to it: `trong `, `đến `."""


def _is_place(reading: Reading, start: int, end: int) -> bool:
    words = reading.low[start:end]
    for one in reading.marked(AREA, start, end):
        words = _without(words, reading.low[max(start, one.start) : one.end])
    return (
        _PLACE_WORDS.fullmatch(words) is not None or _PLACE_ALONE.fullmatch(reading.text[start:end].strip()) is not None
    )


def says_nothing(reading: Reading, own: Words) -> bool:
    """Whether the words only point back (`mức này`), or are but a time or a place."""
    ordered = _ITS_ORDER.search(own.text)
    end = own.end if ordered is None else own.start + ordered.start()
    if _PLACE_ALONE.fullmatch(reading.text, own.start, end) or is_set_of_places(own.text):
        return True
    words = own.text
    for one in reading.marked(AREA, own.start - 12, own.end):
        words = _without(words, reading.low[max(own.start, one.start) : one.end])
    for made in reading.items(PERIOD, own.start, own.end):
        words = _without(words, reading.low[made.start : made.end])
    if reading.low.endswith(_GIVEN, 0, own.start):
        for mark in reading.marked(BODY, own.start, own.end):
            words = _without(words, reading.low[mark.start : mark.end])
    words = _ITS_ORDER.sub("", " ".join(words.split()).strip(" \"'-+•*"))
    if words in districts() and reading.text[own.start : own.end].lstrip(" -+•*")[:1].isupper():
        return True  # `Kim Bảng: 350 tỷ đồng; Lý Nhân: 210 tỷ đồng`
    return not words or _NOTHING.fullmatch(words) is not None


_ITS_ORDER = expression(r" (?:(?:cao|thấp|nhiều|ít|lớn|nhỏ) nhất|dẫn đầu|đứng đầu|(?:đứng|xếp) cuối)$")
"""The place in an order that a list tells of one before its number: `Đà Bắc thấp nhất với 88%`."""
_GIVEN = ("chỉ tiêu ", "chỉ tiêu của ", "dự toán ", "dự toán của ", "kế hoạch của ", "giao của ")
"""What says of a plan only who gave it: `so với chỉ tiêu của Bộ Tài chính giao`."""


def _without(words: str, part: str) -> str:
    return words.replace(part, " ") if part else words


class _Topic(NamedTuple):
    """An indicator that a general word names where one of the topics is spoken of, and none of the others."""

    indicator: str
    topics: tuple[str, ...]
    unless: tuple[str, ...]

    def is_told(self, around: str) -> bool:
        """Whether the text around speaks of it."""
        told = any(_stands_in(around, topic) for topic in self.topics)
        return told and not any(_stands_in(around, word) for word in self.unless)


@cache
def _topical() -> dict[str, tuple[_Topic, ...]]:
    """For each general word the indicators that it names, with the topics that must be spoken of."""
    table: dict[str, tuple[_Topic, ...]] = {}
    for one in catalogue.load_indicators():
        for spoken in one.spoken_of:
            topic = _Topic(one.id, tuple(map(fold, spoken.topics)), tuple(map(fold, spoken.unless)))
            for word in spoken.words:
                table[fold(word)] = (*table.get(fold(word), ()), topic)
    return table


def topical(reading: Reading, slot: Slot, own: Words) -> tuple[str, ...]:
    """The indicators of a general word (`doanh thu`, `dự án`) whose topic its sentence or the one before speaks of.

    Of what its sentence names first the title tells the topic as well.
    """
    candidates = _general(own.text)
    if not candidates:
        return ()
    previous = reading.sentences[slot.sentence.number - 1].start if slot.sentence.number else 0
    around = reading.low[previous : slot.sentence.end]
    if slot.first:
        around = f"{reading.low[: reading.sentences[0].end]} {around}"
    told = [one for one in candidates if one.is_told(around)]
    clause = reading.low[slot.clause_start : slot.start]
    return tuple(one.indicator for one in sorted(told, key=lambda one: not holds(clause, one.topics)))


def topical_near(reading: Reading, slot: Slot, own: Words) -> tuple[str, ...]:
    """The same where the paragraphs before may tell the topic."""
    around = reading.low[max(0, slot.sentence.start - _TOPIC_NEAR) : slot.sentence.end]
    return tuple(one.indicator for one in _general(own.text) if one.is_told(around))


_TOPIC_NEAR = 700


def _general(words: str) -> tuple[_Topic, ...]:
    """What a general word may name, whatever verb leads it: `mang về tổng thu`."""
    led = _LED.match(words) or _OF_AN_OFFICE.match(words)
    return _topical().get(words[led.end() :] if led else words, ())


def _stands_in(text: str, word: str) -> bool:
    at = text.find(word)
    return at >= 0 and bounded(text, at, at + len(word))
