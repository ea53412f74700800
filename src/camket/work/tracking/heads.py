"""Heads of tracking workbooks: which rows they are, and what each column tells."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from camket.model.workbook import GridCell, GridRow
from camket.work.tracking.days import days_in
from camket.work.tracking.guesses import SAMPLE, Column, Head, with_guesses
from camket.work.tracking.papers import papers_in
from camket.work.tracking.reading import Field, Named, any_of, bare, columns, squeezed, words
from camket.work.tracking.statuses import is_choice_of_states, state_of_heads

_KEPT = 8_192  # texts of cells come back row after row
_LONGEST = 90
_FEWEST, _WORDS = 2, 4
_TALLEST = 4
_BY_NAME = 3
_BRACKETS = re.compile(r"\([^()]*\)")
_WORD = re.compile(r"\w+")
_SHARE = re.compile(r"\(\s*%\s*\)")
_PUT_OFF = re.compile(r"(?<!\w)(?:gia hạn|điều chỉnh|được lùi|lùi đến|hiện tại)(?!\w)")
_ONCE: frozenset[Field] = frozenset(
    ("id", "number", "paper", "paper_day", "text", "giver", "lead", "due", "due_now", "status", "evidence_day",
     "done_day", "percent", "given", "key")
)  # fmt: skip
"""Fields of one column only; others gather what several columns say."""
_ASKED: frozenset[Field] = frozenset(("lead", "due", "paper", "status", "result", "done_day", "due_now"))
"""One of these there must be, or the table is no list of tasks."""


def find_heads(rows: Sequence[GridRow]) -> list[Head]:
    """The heads of the tables of a sheet, from above; one that is printed again stands here again."""
    found: list[Head] = []
    place = 0
    while place < len(rows):
        head = _head_at(rows, place) if _may_begin(rows[place].cells) else None
        if head is None:
            place += 1
            continue
        after = next((at for at in range(place, len(rows)) if rows[at].number > head.last), len(rows))
        head = with_guesses(head, rows[after : after + SAMPLE])
        if head is None or not head.fields & _ASKED:
            place += 1
            continue
        found.append(head)
        while place < len(rows) and rows[place].number <= head.last:
            place += 1
    return found


def _may_begin(cells: Sequence[GridCell]) -> bool:
    """Whether a row may be of a head: two known names, or that of the running number among other words."""
    if _hits(cells) >= _FEWEST:
        return True
    counted = any(_is_count(cell) for cell in cells)
    return counted and len(cells) >= _WORDS and all(map(_may_be_head, cells))


def _is_count(cell: GridCell) -> bool:
    best = _best((), _words(cell))
    return best is not None and best[0] == "number"


def _hits(cells: Sequence[GridCell]) -> int:
    if any(cell.number for cell in cells):
        return 0
    return sum(_may_be_head(cell) and _best((), _words(cell)) is not None for cell in cells)


def _words(cell: GridCell) -> str:
    """The words of a head; brackets stay, they tell units: `Tiến độ (%)`."""
    return squeezed(cell.text).strip(" .:;,-*")


def _may_be_head(cell: GridCell) -> bool:
    """Whether a cell is words: no number, no paper, no day."""
    return not cell.number and 0 < len(cell.text) <= _LONGEST and not _is_data(cell.text)


@lru_cache(maxsize=_KEPT)
def _is_data(text: str) -> bool:
    return text.strip().isdigit() or bool(papers_in(text)) or next(days_in(squeezed(text)), None) is not None


def _head_at(rows: Sequence[GridRow], place: int) -> Head | None:
    """The best head that begins here or a row above, over one row or several."""
    found: list[tuple[int, Head]] = []
    for begin in (place - 1, place):
        if begin < 0 or (begin < place and not _is_above(rows[begin], rows[place])):
            continue
        for height in range(1, _TALLEST + 1):
            block = rows[begin : begin + height]
            if len(block) < height or block[-1].number - block[0].number >= _TALLEST:
                break
            if place >= begin + height:
                continue
            if height > 1 and not _is_below(block[:-1], block[-1]):
                break
            head = _head_of(block)
            if head is not None:
                beside = sum(block[-1].number < row.number <= head.last for row in rows[begin : begin + _TALLEST + 1])
                found.append((beside, head))
    best = max(found, key=lambda told: _reach(*told), default=None)
    return best[1] if best is not None else None


def _reach(beside: int, head: Head) -> tuple[int, int, int, int]:
    """How much of a head is read: rows within its joined cells that are left out, fields, height, columns."""
    return -beside, len(head.fields), head.last - head.first, len(head.columns)


def _is_above(upper: GridRow, lower: GridRow) -> bool:
    """Whether a row groups the columns of the next: more than one cell, one of them over several columns."""
    if upper.number + 1 != lower.number or not all(map(_may_be_head, upper.cells)):
        return False
    return len(upper.cells) > 1 and any(cell.last_column > cell.column for cell in upper.cells)


def _is_below(upper: Sequence[GridRow], lower: GridRow) -> bool:
    """Whether a row of words goes on with the head above it: beside its joined cells, or by names of columns."""
    if not all(map(_may_be_head, lower.cells)):
        return False
    if any(cell.last_row >= lower.number for row in upper for cell in row.cells):
        return True
    under = [cell for cell in lower.cells if _best(_above(upper, cell), _words(cell)) is not None]
    return len(under) * 2 >= len(lower.cells) and _is_spread(upper[-1], lower)


def _is_spread(upper: GridRow, lower: GridRow) -> bool:
    """Whether a cell above reaches over more than one of the cells below, or leaves its right to them."""
    filled = {cell.column for cell in upper.cells}
    return any(cell.last_column > cell.column for cell in upper.cells) or any(
        cell.column not in filled for cell in lower.cells
    )


def _above(upper: Sequence[GridRow], cell: GridCell) -> tuple[str, ...]:
    """The heads over a cell, from above."""
    said: list[str] = []
    for row in upper:
        over = next((each for each in row.cells if each.column <= cell.column <= each.last_column), None)
        if over is None:  # a head that is not joined over its columns reaches to the next one
            left = [each for each in row.cells if each.column < cell.column]
            over = left[-1] if left and left[-1].last_row == row.number else None
        if over is not None:
            said.append(_words(over))
    return tuple(said)


def _head_of(block: Sequence[GridRow]) -> Head | None:
    """The columns of a block of rows; None where it is no head of a list of tasks."""
    lowest: dict[int, tuple[GridCell, int]] = {}
    for place, row in enumerate(block):
        for cell in row.cells:
            if not _may_be_head(cell):
                return None
            for at in range(cell.column, min(cell.last_column, cell.column + 60) + 1):
                lowest[at] = (cell, place)
    told = [
        column
        for at, (cell, place) in lowest.items()
        if at == cell.column  # the rest of a joined cell: what lies under it goes with its first column
        and (column := _column(at, (*_above(block[:place], cell), _words(cell)))) is not None
    ]
    kept = _once_each(told)
    fields: set[Field] = {each.field for each in kept if each.field != "mark"}
    kept = _results_apart(kept)
    fields = {each.field for each in kept if each.field != "mark"}
    if "text" not in fields and "subject" in fields:
        kept = [each._replace(field="text") if each.field == "subject" else each for each in kept]
        fields = {each.field for each in kept}
    counted = "number" in fields and len(lowest) >= _WORDS  # the other columns are told by what stands below
    if not counted and (not fields & _ASKED or len(fields) < _FEWEST):
        return None
    if not any(_is_plain(each) for each in kept):
        return None
    last = max(min(cell.last_row, block[0].number + _TALLEST) for row in block for cell in row.cells)
    return Head(block[0].number, max(last, block[-1].number), {each.at: each for each in kept})


def _results_apart(kept: list[Column]) -> list[Column]:
    """`Nội dung` under another head behind the due is what was done: what is to be done stands before it."""
    due = next((each.at for each in kept if each.field == "due"), None)
    return [
        each._replace(field="result")
        if due is not None and each.field == "text" and each.at > due and each.head.endswith(" nội dung")
        else each
        for each in kept
    ]


def _column(at: int, heads: tuple[str, ...]) -> Column | None:
    """The column under some heads, from above; None where they name nothing known."""
    best = _best(heads[:-1], heads[-1])
    if best is None:
        return None
    head = state_of_heads(heads, bare=True) if best[0] == "mark" else " ".join(heads)
    return Column(at, best[0], head, best[1])


def _is_plain(column: Column) -> bool:
    """Whether a column is called by a name of its own; words of a task may hold such names, and be a state."""
    return column.field != "mark" and column.score[0] >= _BY_NAME


def _once_each(told: Sequence[Column]) -> list[Column]:
    """Of several columns for one field the surest stays; the others become what else they may be, or notes."""
    best: dict[Field, Column] = {}
    for each in told:
        held = best.get(each.field)
        if held is None or each.score > held.score:
            best[each.field] = each
    kept = []
    for each in told:
        if each.field not in _ONCE or best[each.field] is each:
            kept.append(each)
        else:
            kept.append(each._replace(field=_SECOND.get(each.field, "note")))
    return kept


_SECOND: Mapping[Field, Field] = {"status": "result", "paper": "evidence", "text": "subject", "due": "note"}


@lru_cache(maxsize=_KEPT)
def _best(heads: tuple[str, ...], leaf: str) -> tuple[Field, tuple[int, int]] | None:
    """What a column tells, and how sure that is; by its words as written, or with those that are shortened in full."""
    found = [_best_as(heads, leaf)]
    whole = (*map(_in_full, heads), _in_full(leaf))
    if whole != (*heads, leaf):
        found.append(_best_as(whole[:-1], whole[-1]))
    return max(filter(None, found), key=lambda each: each[1], default=None)


def _in_full(text: str) -> str:
    """`Số VB giao NV` is `số văn bản giao nhiệm vụ`."""
    return _WORD.sub(lambda word: words().head_words.get(word[0], word[0]), text)


def _best_as(heads: tuple[str, ...], leaf: str) -> tuple[Field, tuple[int, int]] | None:
    leaf_bare = bare(_BRACKETS.sub(" ", leaf)) or leaf
    above = " ".join(heads)
    whole = f"{above} {leaf}".strip()
    found = [(score, named.field) for named in columns() if (score := _score(named, above, leaf, leaf_bare, whole))]
    named = not heads and any(score[0] >= _BY_NAME for score, _ in found)  # `Kết thúc` may be a day as well
    if not named and state_of_heads((*heads, leaf), bare=not found):
        found.append(((4, len(whole)), "mark"))
    if _SHARE.search(leaf):
        found.append(((4, len(whole)), "percent"))
    if is_choice_of_states(leaf):
        found.append(((4, len(whole)), "status"))
    if not found:
        return None
    score, field = max(found, key=lambda each: each[0])
    return ("due_now" if field == "due" and _PUT_OFF.search(leaf) else field), score


def _score(named: Named, above: str, leaf: str, leaf_bare: str, whole: str) -> tuple[int, int] | None:
    if named.under:
        said = above and any_of(named.under).search(above) is not None and leaf_bare in named.names
        return (5, len(whole)) if said else None
    if whole in named.names:
        return (4, len(whole)) if above else (3, len(whole))
    if leaf in named.names or leaf_bare in named.names:
        return (3, len(leaf) if leaf in named.names else len(leaf_bare))
    if named.holds:
        pattern = any_of(named.holds)
        for score, text in ((2, leaf), (1, whole)):
            held = pattern.search(text)
            if held is not None:
                return (score, len(held[0]))
    if named.like and re.fullmatch(named.like, leaf_bare):
        return (1, len(leaf_bare))
    return None
