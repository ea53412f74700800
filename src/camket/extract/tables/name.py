"""Which indicator a row of a table, or a column where the rows are times or places, is said of."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache
from typing import NamedTuple

from camket import catalogue
from camket.extract.figures.nearly import is_called_a_rate, named_nearly
from camket.extract.figures.nested import of_a_head
from camket.extract.figures.own_words import Words
from camket.extract.figures.question import fits
from camket.extract.lexicon import INDICATOR, WEAK_INDICATOR, lexicon
from camket.extract.tables.cell import MONEY
from camket.extract.tables.row import Row
from camket.extract.tables.subject import names_first
from camket.grammar.expression import expression
from camket.grammar.fold import Folded, fold, plain
from camket.grammar.scan import Mark

_LONGEST_OWN, _LONGEST_JOINT, _FEW, _SHORT = 8, 14, 4, 2
_FEW_MARKS = 2
"""Blanks of a name that is known without its marks."""
_PART = expression(
    r" (?:từ|dân tộc|đồng bào|khu vực|ngành|lĩnh vực|so với|của (?:khu vực|doanh nghiệp|các)"
    r"|trên(?! (?:địa bàn|toàn|phạm vi)))(?!\w)"
    r"|\s?/\s?(?!năm|tháng|người|vạn|đầu)"
)
_OF_A_WHOLE = expression(
    r"(?:tỷ|tỉ) (?:lệ|trọng) .*(?<!\w)(?:so với|với|trong|trên|chiếm) (?:tổng [^,;]+ )?"
    r"(?:cả nước|toàn quốc|cả vùng|vùng)(?!\w)"
)
"""A share of the country or the region, which no name inside it measures: `Tỉ lệ GRDP tỉnh so với cả nước`."""
_GENERIC = expression(
    r"^(?:(?:dự báo|dự kiến|phấn đấu|tổng số|tổng|số lượng|số|tỷ lệ|mức|giá trị|quy mô|chỉ số|tốc độ|ngành|các"
    r"|khu vực) )*"
)
_STRUCTURE = expression(
    r"(?:chuyển dịch )?(?:cơ cấu|tỷ trọng)(?: (?:các|ngành|khu vực|nền|kinh tế|grdp|gdp|tổng sản phẩm|trên|địa bàn"
    r"|trong|của|tỉnh|thành phố|theo|giá|hiện hành|(?:đến |vào )?năm 20\d\d)|[ ,]*\([^()]*\))*[ :]*"
)
_GROWTH_ALONE = expression(
    r"(?:tốc độ (?:tăng(?: trưởng)?|phát triển)|tăng trưởng|mức tăng|tăng|tăng, giảm|tăng/giảm)(?: bình quân)?"
    r"(?: (?:so với|so) (?:cùng kỳ|năm trước)[^,;]{0,20})?"
)
_GROWTH_BEFORE = expression(r"^(?:tốc độ|mức) (?:tăng trưởng|tăng|phát triển)(?: bình quân)? (?=[^\W\d]+ [^\W\d])")
_PARENTHESES = expression(r"\([^()]*\)")
_PER_WORD = expression(r"[\w%]+")
_QUANTITY = expression(r"(?:tỷ lệ|tỷ trọng|số|tổng|thu|chi|vốn|mức|chỉ số|tốc độ|diện tích|giá|khối lượng)(?!\w)")
_COUNTED = frozenset(("percent", "count", "person", "household", "score"))
ECONOMY = frozenset(("grdp", "growth_overall"))
"""Indicators of the economy as a whole, whose parts are its sectors."""
_LEADS = {
    "growth": ("giá trị tăng thêm ", "giá trị tăng thêm khu vực ", "tăng trưởng ", "tăng trưởng khu vực ", "grdp "),
    "structure": ("tỷ trọng ", "tỷ trọng khu vực ", "tỷ trọng ngành "),
}


class Named(NamedTuple):
    """An indicator and how it was found: `row`, `weak`, `parent`, `column`, `caption` or `own_words`.

    `growth` tells that its words or the row above say that it grows, `structure` that its parts follow.
    """

    indicator: str
    how: str
    growth: bool = False
    structure: bool = False


def name_rows(
    rows: tuple[Row, ...], written: list[str], units: list[str | None], topic: Named | None = None
) -> list[Named]:
    """The indicator of each row, of the words as `written` (folded, case kept) and the base unit of its values.

    `topic` is what the caption says that the rows are parts of.
    """
    named: list[Named] = []
    again = _under_several(rows)
    for row, text, unit in zip(rows, written, units, strict=True):
        above = named[row.parent] if row.parent is not None else topic
        parent = rows[row.parent] if row.parent is not None else None
        one = name_row(text, row.words, unit, above, parent)
        if above is not None and parent is not None and parent.values and one.how in ("row", "own_words"):
            twice = one.how == "row" and one.indicator == above.indicator and units[parent.number] == unit
            if (twice and not one.growth and "giá" not in row.words) or row.words in again:
                one = one._replace(indicator=f"other:{part_slug(row.words, parent)}", how="own_words")
        named.append(one)
    return named


def _under_several(rows: tuple[Row, ...]) -> frozenset[str]:
    """The names that rows have under different rows with values: each is a part of its own whole."""
    wholes: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row.parent is not None and rows[row.parent].values and row.values:
            wholes[row.words].add(rows[row.parent].words)
    return frozenset(words for words, above in wholes.items() if len(above) > 1)


def part_slug(words: str, parent: Row) -> str:
    """The words of a row behind those of the whole that it is a part of, as an identifier."""
    own = _words(words)
    return Words(0, 0, " ".join((_whole_words(parent)[: _LONGEST_JOINT - len(own)] + own)[:_LONGEST_JOINT])).slug


def _words(text: str) -> list[str]:
    return _PER_WORD.findall(_PARENTHESES.sub(" ", text))


def _whole_words(row: Row) -> list[str]:
    """The words of a row without those that only say that it grows."""
    return _words(_GROWTH_BEFORE.sub("", row.words))


def name_row(text: str, words: str, unit: str | None, above: Named | None, parent: Row | None) -> Named:
    """The indicator of one row: by its own words, with those of the row above it, else its words themselves."""
    if above is not None and is_growth_alone(words):
        return Named(above.indicator, "parent", growth=True)
    structure = _STRUCTURE.fullmatch(words) is not None
    found = _sector(text, unit, above) or _own(text, unit)
    if found is None and parent is not None:
        found = _composed(parent.words, words, unit) or _topical(parent.words, words, unit)
    if found is None and (
        parent is None or above is None or above.structure or (parent is not None and _is_group(parent))
    ):
        found = _weak(text, words, unit)
    found = found or _unmarked(words, unit)
    grows = "tăng trưởng" in words or "tốc độ" in words or "mức tăng" in words
    if found is not None:
        return found._replace(growth=found.growth or grows, structure=structure)
    inherits = above is not None and above.growth and unit == "percent" and not words.startswith(("tỷ lệ", "tỷ trọng"))
    plain = _GROWTH_BEFORE.sub("", words) if grows else words
    return Named(f"other:{own_slug(plain, parent)}", "own_words", growth=grows or inherits, structure=structure)


def _unmarked(words: str, unit: str | None) -> Named | None:
    """A long name of the catalogue of which a recogniser lost marks: `chí số giá tieu dung`."""
    name = _unmarked_names().get(plain(words)) if words.count(" ") >= _FEW_MARKS else None
    return Named(name, "row") if name and _fits(name, unit) else None


@cache
def _unmarked_names() -> dict[str, str]:
    """The names of the catalogue without their marks, of those that only one indicator has."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in catalogue.load_indicators():
        for name in (one.name.vi, *one.aliases):
            found[plain(name)].add(one.id)
    return {name: next(iter(ids)) for name, ids in found.items() if len(ids) == 1}


def own_slug(words: str, parent: Row | None, longest: int = _LONGEST_OWN) -> str:
    """The words of a row as an identifier; a short part takes those of the whole before it."""
    if parent is not None and (len(_words(words)) <= _SHORT or _completes(words, parent)):
        return part_slug(words, parent)
    return Words(0, 0, " ".join(_words(words)[:longest])).slug


def _completes(words: str, parent: Row) -> bool:
    """Whether a row only names a part of what the row above measures: `Lúa` under `Diện tích gieo trồng`."""
    if not parent.values or names_first(words) or _QUANTITY.match(words):
        return False
    return names_first(parent.words) or (_QUANTITY.match(parent.words) is not None and len(words.split()) <= _FEW)


def is_growth_alone(text: str) -> bool:
    """Whether words say nothing but that something grows: `tốc độ tăng`."""
    return _GROWTH_ALONE.fullmatch(text) is not None


def usual_unit(named: Named, words: str) -> str | None:
    """The base unit of a row that names none: percent of rates, a number where things are counted; never money."""
    if named.growth or named.structure or words.startswith(("tỷ lệ", "tỷ trọng", "tốc độ")):
        return "percent"
    if named.indicator.startswith("other:"):
        return None
    usual = catalogue.indicator(named.indicator).units[0]
    return usual if usual in _COUNTED else None


def named_in(text: str, unit: str | None) -> str | None:
    """The first indicator that words name and that can be in the unit; None where there is none."""
    found = _own(text, unit) or _weak(text, text.lower(), unit)
    return found.indicator if found else None


def sector_share(text: str) -> str | None:
    """The share of the economy that the words of a sector name under `Cơ cấu`."""
    found = _sector(text, "percent", Named("grdp", "caption", structure=True))
    return found.indicator if found else None


def spoken_of(topic: str, words: str, unit: str | None) -> str | None:
    """The indicator that general words name where the topic is another's: `Số dự án` of foreign investment."""
    found = _topical(topic, words, unit)
    return found.indicator if found else None


def sector_named(whole: str, text: str, unit: str | None) -> str | None:
    """The sector that words name under the economy, where the caption of a table speaks of that."""
    found = _sector(text, unit, Named(whole, "caption"))
    return found.indicator if found else None


def named_jointly(subject: str, words: str, unit: str | None) -> Named:
    """The indicator of a cell of which the column says what is measured and the row of what: `Diện tích`, `Lúa`."""
    for first, second in ((subject, words), (words, subject)):
        for mark in _marks(f"{first} {second}", INDICATOR):
            if mark.start < len(first) < mark.end == len(first) + 1 + len(second) and _fits(mark.value, unit):
                return Named(mark.value, "column")
    joint = f"{subject} {words}" if names_first(subject) else f"{words} {subject}"
    return Named(f"other:{own_slug(joint, None, _LONGEST_JOINT)}", "own_words")


def _fits(indicator: str, unit: str | None) -> bool:
    """Whether values in the unit can be said of the indicator; trade is given in any money."""
    if unit is None or fits(indicator, unit):
        return True
    one = catalogue.indicator(indicator)
    return unit in MONEY and one.field == "trade" and not MONEY.isdisjoint(one.units)


@lru_cache(maxsize=4096)
def _marks(text: str, kind: str) -> tuple[Mark, ...]:
    return tuple(lexicon().scan(Folded(text)).marks.get(kind, ()))


def _own(text: str, unit: str | None) -> Named | None:
    """The first name that fits the unit, unless what follows makes it a part of the thing named."""
    low = text.lower()
    shared = _OF_A_WHOLE.match(low) is not None
    for mark in _marks(text, INDICATOR):
        if shared and mark.start:
            return None
        if low.endswith(("trên ", "/", "so với ", "trong "), 0, mark.start):
            continue
        mark = of_a_head(low, mark)
        if not _fits(mark.value, unit):
            continue
        return None if _PART.match(low, mark.end) else Named(mark.value, "row")
    return _nearly(_PARENTHESES.sub(" ", low), unit)


def _nearly(low: str, unit: str | None) -> Named | None:
    """The indicator whose name has the same words; percents of what comes in sums may be anything of it."""
    found = named_nearly(low.strip(" .:-+"))
    if found is None or not _fits(found, unit) or not is_called_a_rate(found, low):
        return None
    return None if unit == "percent" and catalogue.indicator(found).percent != "level" else Named(found, "row")


def _sector(text: str, unit: str | None, above: Named | None) -> Named | None:
    """`Dịch vụ` under the growth or the size of the economy is that of the sector; under its structure, its share."""
    if above is None or not (above.structure or above.indicator in ECONOMY):
        return None
    lead = "structure" if above.structure else "growth"
    for words in _LEADS[lead]:
        for mark in _marks(words + text, INDICATOR):
            if mark.start < len(words) < mark.end and mark.end >= len(words + text) - 1:
                sector = mark.value if above.structure else _grows_as(mark.value)
                if sector is not None:
                    return Named(sector, "parent", growth=above.growth)
    shares = [
        mark.value for kind in (INDICATOR, WEAK_INDICATOR) for mark in _marks(text, kind) if _covers(mark, text.lower())
    ]
    for share in shares:
        sector = share if above.structure else _grows_as(share)
        if sector is not None and catalogue.indicator(sector).field == "economy" and _fits(sector, unit):
            return Named(sector, "parent", growth=above.growth)
    return None


def _grows_as(share: str) -> str | None:
    """The sector whose share of the economy an indicator is; what is no share grows itself."""
    one = catalogue.indicator(share)
    return one.grown if one.is_rate else share


def _covers(mark: Mark, low: str) -> bool:
    """Whether a name is all that the words hold, but for general words before it."""
    generic = _GENERIC.match(low)
    return mark.start <= (generic.end() if generic else 0) and not low[mark.end :].strip(" .,:;")


def _composed(above: str, words: str, unit: str | None) -> Named | None:
    """A name that begins in the row above and ends in the row: `Giá trị sản xuất`, `- Công nghiệp`."""
    above = above.rstrip(" :")
    for whole in (f"{above} {words}", f"{above.replace('cơ cấu', 'tỷ trọng')} {words}"):
        at = len(whole) - len(words)
        for mark in _marks(whole, INDICATOR):
            more = _PARENTHESES.sub(" ", whole[mark.end :]).strip(" .:")
            if mark.start < at < mark.end and not more and _fits(mark.value, unit):
                return Named(mark.value, "parent")
    return None


def _is_group(row: Row) -> bool:
    """Whether a row only heads those below it, and is no whole whose parts they are."""
    return not row.values and not row.words.startswith(("cơ cấu", "tỷ trọng", "tốc độ", "giá trị"))


def _topical(above: str, words: str, unit: str | None) -> Named | None:
    """A general word under its topic: `Doanh thu` under `Du lịch`."""
    for one in catalogue.load_indicators():
        for spoken in one.spoken_of:
            if words in map(fold, spoken.words) and any(fold(topic) in above for topic in spoken.topics):
                return Named(one.id, "parent") if _fits(one.id, unit) else None
    return None


def _weak(text: str, words: str, unit: str | None) -> Named | None:
    """A general word that is the whole name."""
    for mark in _marks(text, WEAK_INDICATOR):
        if _covers(mark, words) and (unit is None or unit in catalogue.indicator(mark.value).units):
            return Named(mark.value, "weak")
    return None
