"""What a row of a sheet is by its words: of a table, or of letterhead, title, notes and foot around it."""

from __future__ import annotations

import itertools
import unicodedata
from functools import lru_cache

from camket.grammar.expression import expression
from camket.read.sheet.book import Cell, Row

_VALUE = expression(r"[-+(]?\s*\d[\d.,\s]*\s*%?\s*\)?")
_YEAR = expression(r"(?:19|20)\d\d")
_GROUPED_YEAR = expression(r"1\.9\d\d|2\.0\d\d")
_YEARS_BETWEEN = 5
_LETTERHEAD = expression(
    r"cộng h(?:òa|oà) xã hội chủ nghĩa|đảng cộng sản việt nam|độc lập\s*[-–]\s*tự do|^số\s*:|^biểu (?:mẫu )?số|^mẫu số"
    r"|^đơn vị (?:tính|báo cáo|gửi|nhận)|^đvt\b|^[\w\s.-]{2,40}, ngày [\d….\s]{1,12}tháng",
)
_FOOT = expression(
    r"^nơi nhận\b|^(?:tm|kt|tl|tuq|q)\.|^(?:người|cán bộ) (?:lập|tổng hợp)\b|^thủ trưởng\b|^kế toán trưởng\b"
    r"|^đại diện\b|^\(?(?:đã )?ký\b|^[\w\s.-]{2,40}, ngày [\d….\s]{1,12}tháng",
)
_OFFICE = expression(r"(?:phó )?(?:chủ tịch|giám đốc|cục trưởng|chi cục trưởng|trưởng phòng|bí thư|chánh văn phòng)")
_NOTE = expression(r"^(?:ghi chú|nguồn|chú thích|lưu ý|\*|\(\*+\)|\(\d\)|\d\)|ghi ch[uú] ?:)")
_HEAD = expression(r"(?:s?tt|số tt|số thứ tự|(?:tên )?chỉ tiêu|nội dung|đơn vị(?: tính)?|đvt|danh mục|hạng mục|tên .*)")
_ORDINAL = expression(r"\(?(?:[IVXLivxl]{1,6}|[A-Za-zĐđ]|\d{1,3}(?:\.\d{1,3}){0,3})[.)]?")
_TITLE = expression(r"^(?:biểu|bảng|phụ lục|phụ biểu)\b")
_FEW_LETTERS = 6


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """In lower case, composed, its blanks run together."""
    return " ".join(unicodedata.normalize("NFC", text).lower().split())


def one_line(text: str) -> str:
    """A cell is one line."""
    return " ".join(text.split())


def is_year(cell: Cell) -> bool:
    """`2025`."""
    return _YEAR.fullmatch(cell.text.strip()) is not None


def is_value(cell: Cell) -> bool:
    """Whether a cell holds a number; a year names something else."""
    return not is_year(cell) and (cell.number or _VALUE.fullmatch(cell.text.strip()) is not None)


def is_numbering(row: Row) -> bool:
    """A row that numbers the columns of a head: `A, B, 1, 2, 3=2/1`."""
    texts = [cell.text.strip() for cell in row.cells]
    numbers = [text.strip("()") for text in texts if text.strip("()")[:1].isdigit()]
    counted = [int(text) for text in numbers if text.isdecimal() and len(text) <= 2]
    letters = [text for text in texts if text.strip("()")[:1].isalpha()]
    return (
        len(numbers) >= 2
        and counted[:1] == [1]
        and counted == sorted(set(counted))
        and len(counted) + sum("=" in text for text in numbers) == len(numbers)
        and all(len(text.strip("()")) == 1 for text in letters)
    )


def is_data(row: Row) -> bool:
    """Whether a row gives values: two cells at least, one of them a number."""
    if len(row.cells) < 2 or not any(map(is_value, row.cells)):
        return False
    return not is_numbering(row) and not is_foot(row) and not _counts_years(row)


def _counts_years(row: Row) -> bool:
    """Years one after the other, though grouped like numbers: `2.024, 2.025`."""
    texts = [cell.text for cell in row.cells if is_value(cell)]
    if len(texts) < 2 or not all(map(_GROUPED_YEAR.fullmatch, texts)):
        return False
    years = [int(text.replace(".", "")) for text in texts]
    return all(0 < after - before <= _YEARS_BETWEEN for before, after in itertools.pairwise(years))


def is_letterhead(row: Row) -> bool:
    """Whether a cell says what stands only above a table: the motto, the number, the day, the unit of all."""
    return any(_LETTERHEAD.search(folded(cell.text)) for cell in row.cells)


def is_foot(row: Row) -> bool:
    """Whether a cell says who gets the paper, who made it or who signs it, and no cell is a number."""
    if any(map(is_value, row.cells)):
        return False
    return any(_FOOT.search(folded(cell.text)) or _is_office(cell.text) for cell in row.cells)


def _is_office(text: str) -> bool:
    return text.isupper() and _OFFICE.fullmatch(folded(text)) is not None


def is_note(row: Row) -> bool:
    """`Ghi chú: ...`, `Nguồn: ...`."""
    return _NOTE.search(folded(row.cells[0].text)) is not None and not any(map(is_value, row.cells))


def is_group(row: Row) -> bool:
    """Whether a row may name a group of rows: a name, perhaps with its number before it."""
    if len(row.cells) > 2 or is_note(row) or is_letterhead(row) or is_foot(row):
        return False
    return len(row.cells) == 1 or _ORDINAL.fullmatch(row.cells[0].text.strip()) is not None


def names_columns(row: Row) -> bool:
    """Whether a row of words has one that heads columns everywhere (`TT`, `Chỉ tiêu`)."""
    return not any(map(is_value, row.cells)) and any(_HEAD.fullmatch(folded(cell.text)) for cell in row.cells)


def is_title(text: str) -> bool:
    """Whether a text above a table is its title: in capitals, or it calls itself one."""
    letters = [letter for letter in text if letter.isalpha()]
    in_capitals = len(letters) >= _FEW_LETTERS and all(letter.isupper() for letter in letters)
    return in_capitals or _TITLE.search(folded(text)) is not None
