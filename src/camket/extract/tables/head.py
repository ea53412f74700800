"""What each column of a table says of its values: a role, a time, a measure, a unit."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal

import msgspec

from camket.extract.figures.where import COUNTRY
from camket.extract.tables.cell import PERCENT, RANK, Measured, last_unit, unit_in, unit_of, without_unit
from camket.extract.tables.grid import is_name
from camket.extract.tables.prices import without_prices
from camket.extract.tables.subject import counted_in, counting, detail_of, noun_of, subject_of
from camket.extract.tables.time import joined, time_in
from camket.extract.tables.words import any_of, scenarios, table_words
from camket.grammar.expression import compiled, expression
from camket.model.fact import Measure, Role
from camket.rules.period.item import When

ColumnKind = Literal["number", "name", "unit", "note", "value"]

_SLASH = expression(r"(?<=[^\W\d]) ?/ ?(?=[^\W\d])|(?<=\d) ?/ ?(?=[^\W\d])|(?<=\d{4}) ?/ ?(?=20\d\d)")
_COMPARES = expression(r"(?<!\w)(?:so sánh với|so với|so)(?!\w)(?! sánh)|(?<=\w) với(?!\w)")
_TO_GO_ON = expression(r"(?<!\w)(?:so sánh với|so với|so sánh [^/]+ với)$")
_ONLY_COMPARES = expression(r"(?:tỷ lệ |mức )?(?:so sánh|so|tăng(?: ?[,/-] ?giảm)? so)")
_TO_COMPARE = expression(
    r"^(?:so sánh|tỷ lệ|tốc độ tăng(?: trưởng)?|tăng trưởng|tăng(?: ?[,/(-] ?giảm)?|mức tăng|%)+[ ,:]*"
)
_GROWTH = expression(r"tốc độ|tăng trưởng|(?<!\w)(?<!giá trị gia )(?:tăng|giảm)(?!\w)|chênh lệch")
"""Not `thuế giá trị gia tăng`, which names a tax."""
_REACHES = r"đạt(?! (?:chuẩn|tiêu chí|tiêu chuẩn|danh hiệu|yêu cầu|loại))|hoàn thành(?! chương trình)"
_DONE = expression(
    rf"(?<!\w)(?:{_REACHES}|% ?thực hiện|tỷ lệ (?:thực hiện|đạt|giải ngân|hoàn thành)"
    r"|% ?(?:kh|kế hoạch|dự toán|dt))(?!\w)"
)
_ABSOLUTE = expression(r"(?:số |giá trị |mức )?tuyệt đối")
"""Beside `Tương đối (%)`: the difference itself."""
_AVERAGE = expression(r"(?<!\w)(?:bình quân|bq|bqgđ|bq gđ)(?!\w)")
_SHARE = expression(r"(?<!\w)(?:tỷ trọng|cơ cấu)(?!\w)")
_RANK = expression(r"(?<!\w)(?:xếp hạng|thứ hạng|hạng|xếp thứ|vị trí)(?!\w)(?! ?\d)")
_SUM = expression(r"(?<!\w)(?:lũy kế|cộng dồn|từ đầu năm)(?!\w)")
_PAPER = expression(
    r"\((?:theo |tại )?(?:nq|nghị quyết|qđ|quyết định|kế hoạch|kh|văn bản|tb|thông báo)(?: số)? ?\d[^()]*\)"
    r"|(?:(?:theo |tại )?(?:nq|nghị quyết|qđ|quyết định) )?(?:số )?\d+/(?:20\d\d/)?(?:nq|qđ|kh|tb|ctr|bc)-[\w-]+"
)
"""The paper that set a plan, named in a head."""
_AREA = expression(r"^dt(?= [^()]*\((?:nghìn |1\.?000 )?(?:ha|m2|km2)\))")
"""`DT` over hectares is an area, elsewhere the estimate of a budget."""
_SAME = expression(r"(?<!\w)(?:cùng kỳ|cùng thời điểm|ck)(?!\w)")
_COUNTRY = expression(r"(?<!\w)(?:cả nước|toàn quốc)(?!\w)")


class Column(msgspec.Struct, frozen=True, kw_only=True):
    """A column.

    Attributes:
        kind: what it holds.
        text: the folded words of its head, from the top line down.
        role, scenario: what its values are, where its own words tell.
        when: their time, where its own words tell.
        measure: what they measure, where it is not the level that the row names.
        base: the time compared with.
        same: the values of the same time a year earlier.
        total: from the year's beginning up to the time of its neighbour.
        rises: its words say `tăng`, so that the values are changes and no indices.
        share: parts of a whole in percent.
        unit: the unit of its values, where the head names it.
        area: the country, where its values are given for comparison.
        subject: the words that say what its values are of, where they are not simply those of the row.
        detail: of those the words that narrow what the line above them names.
        plain: its words only say that values follow: `Giá trị`, `Số lượng`.
        reckoned: its own words do not tell its measure; the numbers beside it do.
        prices: the prices that its values are in: `current`, `constant:2010`.
        noun: its words without time, unit and comparison, where they are more than a role.
    """

    kind: ColumnKind
    text: str = ""
    role: Role | None = None
    scenario: str | None = None
    when: When | None = None
    measure: Measure | None = None
    base: When | None = None
    same: bool = False
    total: bool = False
    rises: bool = False
    share: bool = False
    unit: Measured | None = None
    area: str | None = None
    subject: str = ""
    detail: str = ""
    noun: str = ""
    plain: bool = False
    reckoned: bool = False
    prices: str | None = None

    @property
    def understood(self) -> bool:
        """Whether its words tell anything of its values."""
        told = (self.role, self.when, self.measure, self.same, self.total, self.share, self.area)
        return any(told) or (bool(self.subject) and self.unit is not None) or self.plain


def read_columns(heads: tuple[tuple[str, ...], ...], *, numbered: bool) -> tuple[Column, ...] | None:
    """The columns of a head, each given as its words from top to bottom; None where no column of values is understood.

    `numbered` tells that the rows begin with a cell that numbers them.
    """
    columns: list[Column] = []
    named = False
    first = next((place for place, parts in enumerate(heads) if is_name(_joined(parts))), 0)
    for place, parts in enumerate(heads):
        before = place < first or (numbered and place == 0)
        column = _fixed(parts, named=named, numbered=before) or _value_column(parts)
        named = named or column.kind == "name"
        columns.append(column)
    if not named or not any(column.kind == "value" for column in columns):
        return None
    rows_are_told = _rows_are_told(columns)
    if not rows_are_told and not any(column.understood for column in columns if column.kind == "value"):
        return None
    return tuple(column if _kept(column, rows_are_told) else _as_note(column) for column in columns)


def _rows_are_told(columns: list[Column]) -> bool:
    """Whether the rows are times or places, so that the columns name what is measured."""
    words = table_words()
    return any(column.kind == "name" and column.text in words.time | words.place for column in columns)


def _kept(column: Column, rows_are_told: bool) -> bool:
    return column.kind != "value" or column.understood or bool(column.subject) or rows_are_told


def _as_note(column: Column) -> Column:
    return Column(kind="note", text=column.text)


def _joined(parts: tuple[str, ...]) -> str:
    return " ".join(part for part in parts if part)


def _fixed(parts: tuple[str, ...], *, named: bool, numbered: bool) -> Column | None:
    """A column without values: the first that does not number the rows holds their names."""
    words = table_words()
    text = _joined(parts)
    if not named and (text in words.number or (numbered and not is_name(text) and text not in words.time)):
        return Column(kind="number", text=text)
    plain = without_unit(text)
    if text in words.unit or plain in words.unit:
        return Column(kind="unit", text=text)
    if not named:
        return Column(kind="name", text=plain, unit=unit_in(text))
    return Column(kind="note", text=text) if text in words.note or not text else None


def _value_column(parts: tuple[str, ...]) -> Column:
    """The column of a head of several lines: the lower line decides, the upper one fills up."""
    parts = counting(parts)
    lines = [read_part(part) for part in _whole(parts)]
    column = lines[-1] if lines else Column(kind="value")
    for above in reversed(lines[:-1]):
        column = _over(above, column)
    column = msgspec.structs.replace(column, text=_joined(parts))
    subject = subject_of(parts, told=column.understood)
    unit = column.unit or counted_in(subject)
    plain = without_unit(column.text) in table_words().general
    return msgspec.structs.replace(
        column, subject=subject, detail=detail_of(parts), noun=noun_of(parts), unit=unit, plain=plain
    )


def _whole(parts: tuple[str, ...]) -> list[str]:
    """The lines of a head; one that ends in `so với` goes on in the line below it."""
    lines: list[str] = []
    for part in filter(None, parts):
        above = without_unit(lines[-1]).replace("%", " ").strip(" :") if lines else ""
        if lines and (_TO_GO_ON.search(above) or (_ONLY_COMPARES.fullmatch(above) and _is_side(part))):
            unit = " (%)" if "%" in lines[-1] + part else ""
            lines[-1] = f"{above.removesuffix(' với')} với {without_unit(part)}{unit}"
        else:
            lines.append(part)
    return lines


def _over(above: Column, column: Column) -> Column:
    when = column.when or (None if column.same else above.when)
    if column.when is not None and above.when is not None:
        when = joined(column.when, above.when)
    return msgspec.structs.replace(
        column,
        role=column.role or above.role,
        scenario=column.scenario or above.scenario,
        when=when,
        measure=column.measure or above.measure,
        base=column.base or above.base,
        same=column.same or above.same,
        total=column.total or above.total,
        rises=column.rises or above.rises,
        share=column.share or above.share,
        unit=column.unit or (None if column.measure == "change" and above.unit == PERCENT else above.unit),
        area=column.area or above.area,
        prices=column.prices or above.prices,
    )


def _is_side(text: str) -> bool:
    """Whether a line of a head only names what is compared with: `DT HĐND giao`, `CK 2024`."""
    column = read_part(text)
    return column.measure is None and (column.same or _sides().match(without_unit(text)) is not None)


@lru_cache(maxsize=1024)
def read_part(text: str) -> Column:
    """What one line of the head of a column of values says, in folded words."""
    text, prices = without_prices(_PAPER.sub(" ", _AREA.sub("diện tích", text)))
    column = _read_part(text)
    return msgspec.structs.replace(column, prices=prices) if prices else column


def _read_part(text: str) -> Column:
    last = last_unit(text)
    whole = None if any(letter.isdigit() for letter in text) else unit_of(text)
    unit = unit_in(text) or (whole if whole and whole.base != "count" else None) or (last and last[1])
    words = without_unit(text)
    percent = unit == PERCENT or "%" in words
    words = words.strip(" :;,")
    compared = _compared(words)
    if compared is not None and not (not percent and _either(*compared)):
        own, other = compared
        return _comparison(words, own, other, unit)
    column = _plain(words, PERCENT if percent else unit)
    if _ABSOLUTE.fullmatch(words):
        return msgspec.structs.replace(column, measure="change")
    if percent and _AVERAGE.search(words) and column.when is not None and column.when.high_year is not None:
        return msgspec.structs.replace(column, measure="growth", rises=True, unit=PERCENT)
    if percent and _DONE.search(words):
        return msgspec.structs.replace(column, measure="share_of_plan", role=None, unit=PERCENT)
    if _GROWTH.search(words):
        grows = percent or "tốc độ" in words or "tăng trưởng" in words
        return msgspec.structs.replace(column, measure="growth" if grows else "change", rises=_rises(words))
    return column


def _rises(text: str) -> bool:
    """Whether words say that values rise; `Tăng, giảm so với` says no way, and may head indices."""
    return "tăng" in text and "giảm" not in text


def _compared(text: str) -> tuple[str, str] | None:
    """The two sides of `KH 2026/ƯTH 2025`, `5 tháng so với cùng kỳ`, `so sánh KH 2026 với ước TH 2025`."""
    for parts in (_SLASH, _COMPARES):
        for found in parts.finditer(text):
            own, other = text[: found.start()], text[found.end() :].strip()
            if found[0].strip() == "với" and "so sánh" not in own:
                continue
            if _names_a_side(other):
                return _TO_COMPARE.sub("", own).strip(), other
    return None


def _either(own: str, other: str) -> bool:
    """Whether `ƯTH/TH 2021` says that the values are the one or the other, and compares nothing."""
    first, second = _plain(own, None), _plain(other, None)
    results = ("estimate", "actual")
    return first.when is None and not second.same and first.role in results and second.role in results


def _names_a_side(text: str) -> bool:
    return _sides().search(text) is not None or time_in(text) is not None


@cache
def _sides() -> re.Pattern[str]:
    words = table_words()
    return compiled(any_of((*words.plan, *words.earlier, *words.roles)))


@cache
def _plans() -> re.Pattern[str]:
    return compiled(any_of(table_words().plan))


@cache
def _roles() -> re.Pattern[str]:
    words = table_words()
    return compiled(any_of((*words.roles, *scenarios())))


def _comparison(text: str, own: str, other: str, unit: Measured | None) -> Column:
    """A column that sets its own side against another: a share of a plan, else growth on an earlier time."""
    column = _plain(own, None)
    of_plan = _plans().search(other) is not None and column.role != "target"
    when = column.when or (time_in(other) if of_plan else None)
    change = unit is not None and unit != PERCENT
    measure: Measure = "share_of_plan" if of_plan else "change" if change else "growth"
    base = None if of_plan else time_in(other)
    return msgspec.structs.replace(
        column, when=when, measure=measure, base=base, rises=_rises(text), unit=unit if change else PERCENT
    )


def _plain(text: str, unit: Measured | None) -> Column:
    """A column of values of one time and role."""
    words = table_words()
    said = _roles().search(text)
    scenario = scenarios().get(said[0]) if said else None
    role: Role | None = "scenario" if scenario else words.roles[said[0]] if said else None
    same = _SAME.search(text) is not None
    ranked = _RANK.search(text) is not None
    country = COUNTRY if _COUNTRY.search(text) and not ranked else None
    return Column(
        kind="value",
        text=text,
        role="benchmark" if country else role,
        scenario=scenario,
        when=_same_year(text) if same else time_in(text),
        measure="rank" if ranked else None,
        same=same,
        total=_SUM.search(text) is not None,
        share=_SHARE.search(text) is not None,
        unit=RANK if ranked else unit,
        area=country,
    )


def _same_year(text: str) -> When | None:
    """The year of `cùng kỳ 2024`, where it is printed."""
    year = re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", text)
    return When(year=int(year[0])) if year else None
