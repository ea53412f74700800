"""The structure of the economy told as a row of shares behind a row of branches.

`Cơ cấu nông nghiệp - công nghiệp - dịch vụ năm 2025 là 20% - 45% - 35%`: each share is of the branch in its place.
"""

from __future__ import annotations

from camket.extract.figures.clause import Slot
from camket.extract.figures.question import Link, Question
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.rule import Made
from camket.rules.quantity.item import Quantity

_STRUCTURE = "cơ cấu"
_BRANCHES = {
    "gdp_share_agriculture": expression(
        r"(?<!\w)(?:nông|lâm|ngư|thủy sản|thuỷ sản|khu vực i(?!\w)|khu vực 1|nln|nlts)(?!\w)"
    ),
    "gdp_share_industry_construction": expression(
        r"(?<!\w)(?<!tiểu thủ )(?:công nghiệp|cn|xây dựng|xd|ttcn|tiểu thủ|khu vực ii(?!\w)|khu vực 2)(?!\w)"
    ),
    "gdp_share_services": expression(r"(?<!\w)(?:dịch vụ|dv|thương mại|tm|du lịch|khu vực iii|khu vực 3)(?!\w)"),
}
_NEXT = expression(r"\s?(?:[-–;,/]|,? và)\s?")
_ANOTHER = expression(r"(?<!\w)cơ cấu (?:lao động|vốn|đầu tư|chi|thu|cây trồng|dân số|đất|mùa vụ|giống)(?!\w)")


def share_in_a_row(asked: Question) -> Link | None:
    """The share of the branch that has in its row the place of the number in the other."""
    slot = asked.slot
    if asked.unit != "percent" or slot.quantity.measure is not None:
        return None
    at = asked.reading.low.rfind(_STRUCTURE, slot.sentence.start, slot.start)
    if at < 0 or _ANOTHER.match(asked.reading.low, at):
        return None
    row = _row_of(asked.reading, slot)
    if len(row) != len(_BRANCHES):
        return None
    first = _first_number(asked.reading, at, slot)
    places = _branches(asked.reading.low, at, first)
    if len(places) != len(_BRANCHES):
        return None
    start, indicator = places[[one.start for one in row].index(slot.start)]
    return Link(indicator, start, start + 2, "before")


def _first_number(reading: Reading, start: int, slot: Slot) -> int:
    """Where the first percent behind `cơ cấu` stands: the branches are named before it."""
    found = reading.items("quantity", start, slot.end)
    percents = (one.start for one in found if isinstance(one.item, Quantity) and one.item.unit == "percent")
    return next(percents, slot.start)


def _branches(low: str, start: int, end: int) -> list[tuple[int, str]]:
    """The branches named in a range, each where it is named first, in their order."""
    found = ((words.search(low, start, end), indicator) for indicator, words in _BRANCHES.items())
    return sorted((match.start(), indicator) for match, indicator in found if match is not None)


def _row_of(reading: Reading, slot: Slot) -> list[Made]:
    """The percents that stand one behind the other with the slot's, and nothing between them but their marks."""
    row: list[Made] = []
    for one in reading.items("quantity", slot.sentence.start, slot.sentence.end):
        if row and not _NEXT.fullmatch(reading.low, row[-1].end, one.start):
            if any(made.start == slot.start for made in row):
                break
            row = []
        row.append(one)
    return row if any(made.start == slot.start for made in row) else []


_THREE_SECTORS = expression(r"(?<!\w)khu vực i(?:, | - |-|/)ii(?:, | - |-|/| và |, và )iii(?!\w)")
_SHARES = ("gdp_share_agriculture", "gdp_share_industry_construction", "gdp_share_services")


def of_the_three_sectors(asked: Question) -> Link | None:
    """The share of a sector where the three are named together: `khu vực I, II, III lần lượt là 43,8%, 22%, 34,2%`."""
    low, slot = asked.reading.low, asked.slot
    if asked.unit != "percent" or low.find("khu vực i", slot.sentence.start, slot.start) < 0:
        return None
    named = _THREE_SECTORS.search(low, slot.sentence.start, slot.start)
    if named is None or low.find(";", named.end(), slot.start) >= 0:
        return None
    before = asked.reading.items("quantity", named.end(), slot.start)
    if len(before) >= len(_SHARES) or not all(_is_percent(one.item) for one in before):
        return None
    return Link(_SHARES[len(before)], named.start(), named.end(), "before")


def _is_percent(item: object) -> bool:
    return isinstance(item, Quantity) and item.unit == "percent"
