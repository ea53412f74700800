"""Programmes read from papers and lists: `27 chương trình, đề án` in a resolution, and tables that name who leads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation

import msgspec

from camket.findings import Finding
from camket.grammar.fold import fold
from camket.grammar.numbering import mark_at
from camket.model.document import Document, Head
from camket.model.message import message
from camket.model.programme import Node, NodeKind
from camket.model.span import Span
from camket.model.task import Due, TaskSource
from camket.model.workbook import Workbook
from camket.work.cells import Row, Table, tables_of
from camket.work.columns import Head as ListHead
from camket.work.columns import column_words, fields_of, head_of
from camket.work.listed import body_of, due_in, number_in, slug_of
from camket.work.programme_lines import Listed, listed_in
from camket.work.tracking.bodies import named_in
from camket.work.tracking.days import days_in
from camket.work.tracking.reading import squeezed

_KINDS: tuple[tuple[str, NodeKind], ...] = (
    ("chương trình", "programme"),
    ("đề án", "scheme"),
    ("dự án", "project"),
    ("công trình", "project"),
    ("mốc", "milestone"),
)
_ROOTS: tuple[tuple[str, NodeKind], ...] = (
    ("thi đua", "emulation"),
    ("kiểm tra", "inspection"),
    ("giám sát", "inspection"),
    ("nghị quyết", "resolution"),
    ("kế hoạch", "yearly_plan"),
)
_BELOW: dict[NodeKind, NodeKind] = {
    "programme": "scheme",
    "scheme": "task",
    "project": "milestone",
    "task": "milestone",
}
_PART = 99
"""The level of a row without a number: it belongs to the item above it."""
_NO_TITLE = re.compile(r"\(|phụ lục|đơn vị(?: tính)?\s*:|mẫu |biểu (?:số )?\d")


class ProgrammeRead(msgspec.Struct, frozen=True, kw_only=True):
    """What a paper or list gives: the tree, None where it lists nothing, and what a person must look at."""

    root: Node | None
    findings: tuple[Finding, ...] = ()


def read_programme(paper: Document | Workbook, title: str = "") -> ProgrammeRead:
    """The tree that a paper or a list of programmes holds; tables go before lists of its text.

    Args:
        paper: as it was read; `head` says its day, number and kind where `extract` has filled it.
        title: of the tree; the paper's own title, else its first line, where none is given; of a workbook what stands
            above the head of its list.
    """
    tables = tables_of(paper)
    document = paper if isinstance(paper, Document) else _as_paper(tables)
    named = title or " ".join((document.head.title or document.text.strip().partition("\n")[0]).split())
    day = _day(document)
    findings: list[Finding] = []
    items = [item for table in tables for item in _of_table(table, day, findings)]
    told = listed_in(document.text)
    if not items and told is not None:
        items = list(told.items)
    if not items:
        return ProgrammeRead(root=None, findings=(Finding(message=message("work.programme.none")), *findings))
    children = _tree(items, told.kind if told is not None else "", document)
    kind = next((kind for word, kind in _ROOTS if word in fold(f"{document.head.type} {named}")), None)
    if kind is None:
        kind = "resolution" if document.head.type == "resolution" else "yearly_plan"
    root = Node(id=slug_of(named, ()), kind=kind, title=named, children=children, source=_source(document))
    if told is not None and told.said and told.said != len(children):
        said = message("work.programme.count", said=told.said, found=len(children))
        findings.append(Finding(message=said, start=told.start, end=told.end))
    findings += _lacking(root)
    return ProgrammeRead(root=root, findings=tuple(findings))


def _as_paper(tables: Sequence[Table]) -> Document:
    """A workbook as a paper without text: what it says of itself stands above the head of its list."""
    headed = next(((table, head) for table in tables if (head := head_of(table, _fits)) is not None), None)
    if headed is None:
        return Document(id="", text="", sha256="", text_sha256="")
    table, head = headed
    above = [row.text(min(row.own)) for row in table.rows[: head.first] if len(row.own) == 1]
    days = (found.day for line in above for found in days_in(squeezed(line)) if found.day is not None)
    day = next(days, None)
    named = Head(title=_title(above) or table.sheet, date=day.isoformat() if day is not None else None)
    return Document(id="", text="", sha256="", text_sha256="", head=named)


def _title(above: Sequence[str]) -> str:
    """The lines above a head that name the list: not the number of an annex, the paper in brackets, or a unit."""
    lines = (" ".join(line.split()) for line in above)
    return " ".join(line for line in lines if line and not _NO_TITLE.match(fold(line)))


def _of_table(table: Table, day: date | None, findings: list[Finding]) -> Iterator[Listed]:
    head = head_of(table, _fits)
    if head is None:
        return
    last: Row | None = None
    for row in table.rows[head.below :]:
        title = row.text(head.fields["title"])
        cell = row.cells[head.fields["title"]]
        if cell is None or not title:
            if any(row.text(column) for column in row.own):
                where = f"{table.sheet} {row.number}".strip()
                findings.append(Finding(message=message("work.programme.untitled", row=row.number), where=where))
            continue
        if head.fields["title"] not in row.own and last is not None:
            continue  # one title joined over several rows is one item
        if _numbers_columns(row):
            continue
        last = row
        yield _row(row, head, day)


def _fits(said: Sequence[str]) -> dict[str, int] | None:
    fields = fields_of(said, column_words().programme)
    return fields if "title" in fields and ({"lead", "due"} & set(fields)) else None


def _numbers_columns(row: Row) -> bool:
    """`1 2 3 4` or `(1) (2)`: the row under a head that numbers its columns."""
    texts = [row.text(column).strip("() ") for column in sorted(row.own)]
    return len(texts) > 1 and all(text.isdigit() and int(text) < 30 for text in texts)


def _row(row: Row, head: ListHead, day: date | None) -> Listed:
    fields = head.fields
    number = number_in(row.text(fields.get("number")))
    mark = mark_at(f"{number}. x", 0, len(number) + 3) if number else None
    cell = row.cells[fields["title"]]
    if cell is None:
        raise ValueError(row.number)  # asked before
    lead, due = body_of(row.text(fields.get("lead"))), due_in(row.text(fields.get("due")), day)
    unmarked = _PART if lead or due != Due() else 0  # a title alone heads what follows
    return Listed(
        number=number,
        level=mark.level if mark is not None else unmarked,
        title=" ".join(row.text(fields["title"]).split()),
        lead=lead,
        supporting=named_in(row.text(fields.get("supporting"))),
        due=due,
        weight=_weight(row.text(fields.get("weight"))),
        kind=_kind_named(row.text(fields.get("kind"))),
        start=cell.start,
        end=cell.end,
    )


def _weight(text: str) -> Decimal | None:
    try:
        return Decimal(text.replace("%", "").replace(",", ".").strip()) if text.strip() else None
    except InvalidOperation:
        return None


def _tree(items: Sequence[Listed], default: str, document: Document) -> tuple[Node, ...]:
    """Items as a tree by the levels of their numbers."""
    taken: set[str] = set()

    def made(place: int, above: NodeKind | None) -> tuple[Node, int]:
        item = items[place]
        kind = _kind(item, default, above)
        id_ = slug_of(item.title, taken)
        taken.add(id_)
        children, at = [], place + 1
        while at < len(items) and items[at].level > item.level:
            child, at = made(at, kind)
            children.append(child)
        span = Span(item.start, item.end) if document.text else None
        quote = document.text[item.start : item.end] or item.title
        source = msgspec.structs.replace(_source(document), quote=quote, span=span)
        node = Node(
            id=id_,
            kind=kind,
            title=item.title,
            number=item.number,
            lead=item.lead,
            supporting=item.supporting,
            due=item.due,
            weight=item.weight,
            children=tuple(children),
            source=source,
        )
        return node, at

    found, at = [], 0
    while at < len(items):
        node, at = made(at, None)
        found.append(node)
    return tuple(found)


def _kind_named(text: str) -> NodeKind | None:
    folded = fold(text)
    return next((kind for word, kind in _KINDS if folded.startswith(word)), None)


def _kind(item: Listed, default: str, above: NodeKind | None) -> NodeKind:
    """By its own words, else below what it stands, else as the list is headed."""
    named = item.kind or _kind_named(item.title)
    if named is not None:
        return named
    if above is not None:
        return _BELOW.get(above, "task")
    return _kind_named(default) or "task"


def _source(document: Document) -> TaskSource:
    head = document.head
    return TaskSource(document=document.id, number=head.number or "", day=_day(document), giver=head.issuer or "")


def _day(document: Document) -> date | None:
    day = document.head.date or document.head.published
    return date.fromisoformat(day) if day and len(day) == len("2026-01-31") else None


def _lacking(root: Node) -> Iterator[Finding]:
    """Nodes at the ends of the tree that nobody leads, or that have no due: counted, the first ones named."""
    ends = [node for node in root.walk() if not node.children and node is not root]
    for code, nodes in (
        ("work.programme.no_lead", [node for node in ends if not node.lead]),
        ("work.programme.no_due", [node for node in ends if node.due == Due() or node.due.kind == "none"]),
    ):
        if nodes:
            names = "; ".join(node.title[:60] for node in nodes[:3])
            yield Finding(message=message(code, count=len(nodes), total=len(ends), names=names), level="info")
