"""What the head of a column names besides role, time, measure and unit: `Diện tích`, `Vốn đăng ký`, `Nam`."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from camket.extract.tables.cell import Measured, last_unit, unit_of, without_unit
from camket.extract.tables.prices import without_prices
from camket.extract.tables.words import any_of, scenarios, table_words
from camket.grammar.expression import compiled, expression

_UP_TO = r"(?:(?:tính |lũy kế |cộng dồn )?(?:đến|từ)(?: hết| đầu)? )?"
_PART_OF_YEAR = r"(?:\d{1,2} )?(?:tháng|quý)(?: (?:\d{1,2}|i{1,3}v?|iv))?"
_YEARS = r"(?:(?:các |những |giai đoạn |nhiệm kỳ |thời kỳ )?(?:năm )?(?:19|20)\d\d(?: ?- ?(?:19|20)\d\d)?)"
_TIMES = expression(
    r"(?<!\w)vụ(?: (?:lúa|sản xuất))? (?:đông|hè|thu|mùa|xuân|chiêm)(?:[ -]+(?:đông|xuân|hè|thu|mùa))?(?= |$)"
    r"|(?<!\w)cùng (?:kỳ|thời điểm)(?: năm (?:trước|ngoái))?(?!\w)"
    rf"|{_UP_TO}(?:ngày )?\d{{1,2}}[/.-]\d{{1,2}}(?:[/.-]\d{{4}})?"
    rf"|{_UP_TO}(?:{_PART_OF_YEAR}(?: đầu)?[ /]?)?{_YEARS}"
    rf"|(?<!\w){_PART_OF_YEAR}(?: (?:đầu|cuối) năm)?(?!\w)"
    r"|(?<!\w)(?:năm|kỳ|giai đoạn|nhiệm kỳ|thời kỳ|5 năm)(?: (?:trước|này|nay|báo cáo|sau))?(?!\w)"
)
_MEASURES = expression(
    r"%|(?<!\w)(?:so sánh(?: với)?|so với|so|tốc độ|tăng trưởng|tăng thêm|tăng|giảm|lũy kế|cộng dồn|bình quân"
    r"|bq|từ đầu năm|hoàn thành|đạt|xếp hạng|thứ hạng|hạng|chênh lệch|cơ cấu|tỷ trọng)(?!\w)"
)
_AT_EDGES = r"(?:đầu|cuối|cả|đã|đến|trong|của|và|do|được|với|hết|là)"
_LEFT_OVER = expression(rf"^(?:{_AT_EDGES} )+|(?: {_AT_EDGES})+$|^{_AT_EDGES}$")
_TELLS_NO_VALUE = expression(
    r"(?:thời gian|thời hạn|năm|ngày|số (?:quyết định|hiệu|văn bản|điện thoại|tài khoản|trang|tt)|mã|địa điểm"
    r"|địa chỉ|tên|họ|chức|đơn vị|cơ quan|chủ|ghi chú|nguyên nhân|lý do|kết quả|tiến độ|tình trạng|người|lần"
    r"|vòng|trận|điểm)(?!\w)"
)
"""Heads of columns whose numbers are no values, or not of what the row names."""
_NUMBER_OF = expression(r"(?:tổng )?(?:số lượng|số) (?P<noun>[^\d()%]+)")
"""What a head counts; below the things themselves it counts those: `Hộ nghèo` over `Số hộ`."""
_EDGES = " ,.:;/()-+="


def subject_of(parts: tuple[str, ...], *, told: bool) -> str:
    """The words of a head, given from the top down, that say what its values are of; empty where none do.

    `told`: other words of the head give role, time or measure. Only words that name something measured are then taken
    for a subject, for what else is left mostly tells more of the same (`HĐND tỉnh giao`).
    """
    whole = " ".join(_kept(parts))
    if not any(map(str.isalpha, whole)) or _TELLS_NO_VALUE.match(whole):
        return ""
    return whole if not told or _measured().match(whole) else ""


def counting(parts: tuple[str, ...]) -> tuple[str, ...]:
    """The lines of a head; one that only counts what the line above it names goes on about that: `số hộ nghèo`."""
    lines: list[str] = []
    for part in parts:
        counted = _NUMBER_OF.fullmatch(without_unit(part))
        if lines and counted and f"{lines[-1]} ".startswith(f"{counted['noun']} "):
            lines[-1] = f"số {lines[-1]}{part.removeprefix(without_unit(part))}"
        else:
            lines.append(part)
    return tuple(lines)


def detail_of(parts: tuple[str, ...]) -> str:
    """The words of the lowest line of a head that narrow what the lines above it name: `Nam` under `Dân số`."""
    kept = _kept(parts)
    return kept[-1] if len(kept) > 1 else ""


def noun_of(parts: tuple[str, ...]) -> str:
    """The words of a head without times, units and comparisons; empty where they are but a role or a general word."""
    left = [_stripped(part) for part in parts]
    if all(not words or words in table_words().general for words in left):
        return ""
    text = " ".join(" ".join(_TIMES.sub(" ", without_unit(part)).replace("%", " ").split()) for part in parts)
    return " ".join(text.split()).strip(_EDGES)


def _kept(parts: tuple[str, ...]) -> list[str]:
    kept = [words for part in parts if (words := own_words(part))]
    return [words for at, words in enumerate(kept) if at == 0 or words != kept[at - 1]]


def own_words(part: str) -> str:
    """What is left of one line of a head without times, roles, measures, units and general words."""
    text, words = _stripped(part), table_words()
    return "" if text in words.general or text in words.capital or len(text) < len("ab") else text


@lru_cache(maxsize=1024)
def _stripped(part: str) -> str:
    if part in table_words().announcing or part in table_words().general:
        return ""
    text = _TIMES.sub(" ", _without_last_unit(without_unit(without_prices(part)[0])))
    text = _roles().sub(" ", text)
    measured = _measured().match(" ".join(text.split()).strip(_EDGES))
    text = _MEASURES.sub(" ", text) if measured is None else re.sub(r"%|(?<!\w)(?:so với|so)(?!\w)", " ", text)
    return _LEFT_OVER.sub("", " ".join(text.split()).strip(_EDGES)).strip(_EDGES)


def _without_last_unit(text: str) -> str:
    unit = last_unit(text)
    return text.removesuffix(unit[0]) if unit else text


@lru_cache(maxsize=1024)
def counted_in(subject: str) -> Measured | None:
    """The unit of `số dự án`, `tổng số hộ`: what is counted."""
    found = _NUMBER_OF.match(subject)
    if found is None:
        return None
    words = found["noun"].split()
    units = (unit_of(" ".join(words[:count])) for count in range(min(3, len(words)), 0, -1))
    return next((unit for unit in units if unit is not None and unit.base in ("count", "person", "household")), None)


def names_first(subject: str) -> bool:
    """Whether a subject stands before the name of the row in speech: `diện tích lúa`, but `dân số nam`."""
    return _measured().match(subject) is not None


@cache
def _measured() -> re.Pattern[str]:
    return compiled(any_of(table_words().measured))


@cache
def _roles() -> re.Pattern[str]:
    words = table_words()
    return compiled(any_of((*words.roles, *scenarios(), *words.earlier, "giao", "điều chỉnh")))
