"""Several who say something together: `Đại diện các sở, ngành, hiệp hội doanh nghiệp đề nghị ...`."""

from __future__ import annotations

from typing import NamedTuple

from camket.extract.orders.body_name import is_name, task_verbs
from camket.extract.orders.ranks import bodies, rank_of
from camket.extract.orders.tasks import actor_end
from camket.grammar.engine import Reading
from camket.grammar.expression import expression

_ROW = expression(r", | và | cùng với | cùng ")
_LEAD = r"(?:tại|trong|sau|qua|trước|về|liên quan|theo đó|ngoài ra|bên cạnh đó|đồng thời|cụ thể|dịp này)\b"
_BEGINS = expression(
    rf"(?:^(?!{_LEAD})|[;:.\"] ?|{_LEAD}[^,;:.]{{0,80}}, )"
    r"(?P<whose>đại diện (?:của )?|đại diện cho )?(?P<row>[^;:.\"]+)$"
)
"""Where a row of bodies begins: at the head of its clause or behind an introduction."""
_COUNTS = expression(r"(?:(?:các|một số|nhiều|những|hầu hết|đa số|đại diện|lãnh đạo|toàn thể|cộng đồng) )*")
_TELLS = expression(
    r"\b(?:đã|đang|sẽ|khi|nếu|được|bị|rằng|cho|với|tại|sau|trước|vì|do|để|mà|là|như|thì|chưa|không|vừa|cũng|có|từ|trong)\b"
)
"""What stands in no name of a body."""
_LONGEST = 12


class Row(NamedTuple):
    """The words for those who speak together, without `đại diện`, and the rank of the first of them."""

    start: int
    rank: int


def row_of_bodies(reading: Reading, left: int, end: int) -> Row | None:
    """The row of two bodies or more that begins its clause and ends at `end`; None where none does."""
    window = reading.low[left:end]
    if not _ROW.search(window) or (found := _BEGINS.search(window)) is None:
        return None
    if not _ROW.search(found["row"]):
        return None
    start, rank = left + found.start("row"), 0
    at = start
    for part in _ROW.split(found["row"]):
        counts = _COUNTS.match(reading.low, at, at + len(part))
        first = counts.end() if counts else at
        if not _is_body(reading, first, at + len(part)):
            return None
        rank = rank or rank_of(reading.low[first : at + len(part)])
        joint = _ROW.match(reading.low, at + len(part))
        at += len(part) + (len(joint[0]) if joint else 0)
    return Row(start, rank) if rank else None


_CROWD = expression(
    r"(?:(?:các|nhiều|một số|những|đông đảo|hầu hết) )*(?:nhà đầu tư|nhà thầu|chủ đầu tư|bà con|nông dân|ngư dân"
    r"|hộ dân|phụ huynh|chủ tàu|tiểu thương|công nhân|nhà khoa học|thầy thuốc|giáo viên)\b(?P<which>[^;:.\"]{0,60})$"
)
"""People of one trade who ask for something together: `Bà con nông dân xã Liêm Cần mong ...`."""
_CROWD_RANK = 3


def crowd(reading: Reading, left: int, end: int) -> Row | None:
    """A crowd that begins its clause and ends at `end`; None where none does."""
    found = _BEGINS.search(reading.low[left:end])
    row = _CROWD.match(found["row"]) if found else None
    if found is None or row is None or _TELLS.search(row["which"]) or task_verbs().search(row["which"]):
        return None
    return Row(left + found.start("row"), _CROWD_RANK)


def _is_body(reading: Reading, start: int, end: int) -> bool:
    low = reading.low
    named = bodies().match(low, start, end)
    after = named.end() if named else actor_end(low, start, end)
    rest = reading.text[after:end].split()
    if after == start or len(rest) > _LONGEST or _TELLS.search(low, start, end):
        return False
    return is_name(rest) or task_verbs().search(low, after, end) is None
