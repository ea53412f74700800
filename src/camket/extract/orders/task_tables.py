"""Tables that hand out tasks: what is to be done, who leads, by when; each is a directive of who issues the paper."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from camket.extract.orders.directives import told_in_full
from camket.extract.orders.speaker import Speaker
from camket.extract.orders.voice import voice_of
from camket.extract.people import People
from camket.extract.place import place
from camket.extract.scene import Scene
from camket.extract.tables.cell import Cell, value_of
from camket.extract.tables.grid import NUMBERING, Grid
from camket.extract.tables.time import times_in
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.model.fact import Directive
from camket.model.message import message
from camket.rules.period.item import deadline

RULE = "directive/table"
_CONFIDENCE = 0.85
_TASK = expression(
    r"(?:tên |các |danh mục )?(?:nội dung(?: nhiệm vụ| công việc| thực hiện| chủ yếu| phân công| triển khai| chính)?"
    r"|nội dung,? (?:nhiệm vụ|công việc)|nhiệm vụ(?: cụ thể| trọng tâm| chủ yếu| thực hiện|,? giải pháp| và giải pháp)?"
    r"|công việc|hoạt động|giải pháp|đầu việc|nhiệm vụ/giải pháp|nội dung/nhiệm vụ|đề án|văn bản|chương trình, đề án"
    r"|đề án, nhiệm vụ|nhiệm vụ, đề án)"
)
_LEAD = expression(
    r"(?:cơ quan|đơn vị|phòng|ban|người|cơ quan, đơn vị|cơ quan/đơn vị|bộ phận)?,? ?"
    r"(?:chủ trì|thực hiện|chịu trách nhiệm|đầu mối|phụ trách|được giao|chủ trì thực hiện"
    r"|chủ trì tham mưu|tham mưu|chủ trì, phối hợp|chủ trì soạn thảo"
    r"|soạn thảo)"
    r"(?: thực hiện| chính)?|(?:phân công|trách nhiệm)(?: thực hiện| chủ trì)?"
)
_DUE = expression(
    r"(?:thời (?:hạn|gian|điểm)|hạn|tiến độ|mốc thời gian)"
    r"(?: (?:hoàn thành|thực hiện|trình|ban hành|báo cáo|dự kiến|kết thúc|xong)){0,2}(?: năm \d{4})?"
)
_RECURRING = expression(r"(?<!\w)(?:thường xuyên|hằng|hàng|định kỳ|mỗi|liên tục|sau khi|theo)(?!\w)")
_BULLET = expression(r"[-+*•]\s*|\(?\w{1,3}[.)]\s+")
_PARTS = expression(r"(?<=[;.])\s+(?=[-+•]|[^\W\d_]\S)")
_LEAST_WORDS = 3


class _Places(NamedTuple):
    """The numbers of the columns: of the task, of who leads, of the due or None."""

    task: int
    lead: int
    due: int | None


def is_task_table(grid: Grid) -> bool:
    """Whether the head of a table names tasks and who sees to them, and none of its columns holds values."""
    places = _places(grid)
    if places is None:
        return False
    rows = [line.cells for line in grid.rows if line.mode == "cell"]
    columns = (at for at in range(places.task, len(grid.parts)) if at != places.due)
    return not any(sum(value_of(cells[at].low) is not None for cells in rows) * 2 > len(rows) for at in columns)


def heads_task_table(heads: Iterable[str]) -> bool:
    """Whether the words over columns name tasks and who sees to them."""
    return _places_of(heads) is not None


def _places(grid: Grid) -> _Places | None:
    return _places_of(" ".join(filter(None, parts)) for parts in grid.parts)


def _places_of(heads: Iterable[str]) -> _Places | None:
    heads = [re.sub(r"\([^()]*\)", " ", text).strip(" .:") for text in heads]
    task = next((at for at, text in enumerate(heads) if _TASK.fullmatch(text)), None)
    lead = next((at for at, text in enumerate(heads) if _LEAD.fullmatch(text)), None)
    due = next((at for at, text in enumerate(heads) if _DUE.fullmatch(text)), None)
    return None if task is None or lead is None else _Places(task, lead, due)


def with_tables(
    directives: Iterable[Directive], reading: Reading, grids: Iterable[Grid], people: People, setting: Scene
) -> tuple[Directive, ...]:
    """The directives of running text and those of tables of tasks; what stands in such a table, its columns tell.

    The tables of a report give none: they tell what others do.
    """
    found: list[Directive] = []
    for grid in grids:
        span = reading.folded.span(grid.start, grid.end)
        directives = [one for one in directives if not span.start <= one.start < span.end]
        if setting.head.type != "report":
            found += _of_table(reading, grid, voice_of(reading, people, setting.head), setting)
    return tuple(sorted((*directives, *found), key=lambda one: one.start))


def _of_table(reading: Reading, grid: Grid, speaker: Speaker | None, setting: Scene) -> Iterator[Directive]:
    places = _places(grid)
    if places is None:
        return
    for cells in _tasks(grid, places):
        recipient = _recipient(reading, cells[places.lead], setting)
        due = _due(_dated_cell(cells, places.due), setting) if places.due is not None else None
        for start, end in _parts(reading, cells[places.task]):
            spot = place(reading, start, end)
            yield Directive(
                start=spot.start,
                end=spot.end,
                quote=spot.quote,
                rule=RULE,
                confidence=_CONFIDENCE,
                reasons=(message("directive.table", head=" ".join(filter(None, grid.parts[places.task]))),),
                issuer=speaker.name if speaker else setting.head.issuer,
                issuer_position=speaker.position if speaker else None,
                recipient=recipient,
                deadline=due,
            )


def _tasks(grid: Grid, places: _Places) -> Iterator[tuple[Cell, ...]]:
    """The rows that give a task to someone; the same cell, joined over several rows, gives it once."""
    last = -1
    for line in grid.rows:
        if line.mode != "cell" or not line.cells[places.lead].low:
            continue
        task, lead = line.cells[places.task], line.cells[places.lead]
        told = len(task.low.split()) >= _LEAST_WORDS and not NUMBERING.fullmatch(task.low) and task.start != lead.start
        if told and task.start != last:
            yield line.cells
            last = task.start


def _recipient(reading: Reading, cell: Cell, setting: Scene) -> str | None:
    words = " ".join(reading.text[cell.start : cell.end].split())
    marker = re.match(r"[-+*•]\s*", words)
    words = words[marker.end() if marker else 0 :].strip(" .;,")
    return told_in_full(words, setting.area) or None


def _dated_cell(cells: tuple[Cell, ...], due: int) -> Cell:
    """The cell of the due; where it is blank, the one before it, whose end may have run into it."""
    return cells[due] if cells[due].low or due < 1 else cells[due - 1]


def _due(cell: Cell, setting: Scene) -> str | None:
    """The last day that a cell names, in the year of the plan where it names none; what comes back has no due."""
    whens = times_in(cell.low) if not _RECURRING.search(cell.low) else ()
    year = setting.reported.year if setting.reported is not None else None
    dated = [one for when in whens if (one := when.dated(year or setting.year)) is not None]
    dues = [due for one in dated if (due := deadline(one)) is not None]
    return max(dues) if dues else None


def _parts(reading: Reading, cell: Cell) -> Iterator[tuple[int, int]]:
    """The tasks of a cell: one, or several that a bullet each begins."""
    text = reading.text[cell.start : cell.end]
    edges = [0, *(cut.start() for cut in _PARTS.finditer(text) if _BULLET.match(text[cut.end() :])), len(text)]
    for start, end in pairwise(edges):
        part = text[start:end]
        shift = len(part) - len(part.lstrip())
        marker = _BULLET.match(part.lstrip())
        shift += marker.end() if marker else 0
        kept = part[shift:].rstrip(" .;,\n")
        if len(kept.split()) >= _LEAST_WORDS:
            yield cell.start + start + shift, cell.start + start + shift + len(kept)
