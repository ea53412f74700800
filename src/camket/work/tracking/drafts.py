"""A row of a list with what it takes from around it: a task in the making."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime

from camket.findings import Finding, Level
from camket.model.message import Message, message
from camket.model.task import Due, GiverLevel, Task, TaskSource
from camket.model.workbook import cell_name
from camket.work.rules import WorkRules
from camket.work.tracking.bodies import Led, body_named, led_by, named_in
from camket.work.tracking.context import Around
from camket.work.tracking.days import day_in
from camket.work.tracking.dues import DueFound, due_of
from camket.work.tracking.giving import issuer_of
from camket.work.tracking.in_words import led_in_words
from camket.work.tracking.lines import Line, Said, Values
from camket.work.tracking.papers import PaperFound, level_of, number_key, number_of, papers_in
from camket.work.tracking.reading import Field, any_of, squeezed, words

CUT = re.compile(r"\s*(?:\.{2,}|…)\s*$")
_NO_WORD = re.compile(r"[\W_]+")
_INFORMS: frozenset[str] = frozenset(
    f"tracking.{said}"
    for said in (
        "year_added", "due_soon_only", "no_paper", "no_day_of_paper", "done_without_paper", "overdue_said_in_time",
        "in_time_said_overdue", "late_without_due", "from_paper",
        "no_day_of_completion", "due_as_day", "two_days", "extended_without_paper", "waiting_without_paper",
        "returned_without_paper", "cut_text",
    )
)  # fmt: skip
"""What needs no decision before the list is taken in: days decide, or the task's own page goes on asking."""


@dataclass(slots=True)
class Draft:
    """A task while its rows are read; does not leave `camket.work.tracking`.

    Attributes:
        sheet, row, hidden: where it stands.
        values: what its row says by field, joined cells and repeats filled in.
        marks: crosses under heads that name states.
        around: what it takes from headings and title.
        columns: what the columns of its table tell.
        findings: what is wrong with its row.
        text: what is to be done, on one line; `cut` where it ended in dots.
        papers: those that give it.
        led: who leads and helps.
        due: what its due says.
        borrowed: of fields that a double told, the sheet where it stands.
        whole: the row of which it is a part; None where it is a task of its own.
    """

    sheet: str
    row: int
    hidden: bool
    values: dict[Field, tuple[Said, ...]]
    marks: tuple[tuple[str, Said], ...]
    around: Around
    columns: frozenset[Field] = frozenset()
    text: str = ""
    cut: bool = False
    papers: tuple[PaperFound, ...] = ()
    led: Led = field(default_factory=lambda: Led(""))
    due: DueFound = field(default_factory=lambda: DueFound(Due()))
    findings: list[Finding] = field(default_factory=list)
    borrowed: dict[Field, str] = field(default_factory=dict)
    whole: Draft | None = None

    def said(self, name: Field) -> str:
        """What the row says in a field; the cells of several columns one below the other."""
        return "\n".join(each.text for each in self.values.get(name, ()))

    def told(self, name: Field) -> str:
        """The same on one line; empty where the cell only says that there is nothing."""
        text = " ".join(self.said(name).split())
        return "" if squeezed(text) in words().nothing else text

    def say(self, name: Field, said: Message, level: Level = "warning") -> None:
        """Note what is wrong with the cell of a field, or with the row where it has no such cell."""
        cells = self.values.get(name, ())
        sheet = self.borrowed.get(name, self.sheet)
        where = cell_name(sheet, cells[0].row, cells[0].column) if cells else f"{self.sheet}!{self.row}"
        named = Message(said.code, (*said.params, ("field", name)))
        level = "info" if said.code in _INFORMS else level
        self.findings.append(Finding(message=named, level=level, where=where))

    @property
    def number(self) -> str:
        """The number of the paper that gives it; empty for none."""
        return self.papers[0].number if self.papers else ""

    @property
    def given(self) -> date | None:
        """The day of that paper."""
        return self.papers[0].day if self.papers else None

    @property
    def place(self) -> str:
        """Where it stands, as people find it."""
        cells = self.values.get("text", ())
        return cell_name(self.sheet, self.row, cells[0].column if cells else 1)


def text_key(text: str) -> str:
    """A text as it is compared: without case, marks between words, and dots at its end."""
    return _NO_WORD.sub(" ", squeezed(text)).strip()


def draft_of(
    line: Line, sheet: str, around: Around, values: Values, columns: frozenset[Field], rules: WorkRules
) -> Draft:
    """The task of a row.

    Args:
        line: the row.
        sheet: its sheet.
        around: what stands around it.
        values: what it says, with what it takes from the row above.
        columns: what the table tells.
        rules: of the province.
    """
    made = Draft(sheet, line.row, line.hidden, dict(values), line.marks, around, columns)
    shown = " ".join(made.said("text").split())
    made.cut = CUT.search(shown) is not None
    made.text = CUT.sub("", shown).strip(" ;")
    _papers(made)
    _led(made)
    made.due = due_of(made.said("due"), given=_begun(made), year=around.year, rules=rules)
    for said in made.due.trouble:
        made.say("due", said)
    return made


def _begun(made: Draft) -> date | None:
    given = day_in(squeezed(made.said("given")))[0]
    return made.given or given


def _papers(made: Draft) -> None:
    """The papers of the cell; a day in the column of days is that of the first."""
    cell, subject = made.told("paper"), made.told("subject")
    day, trouble = day_in(squeezed(made.said("paper_day")))
    if trouble is not None:
        made.say("paper_day", trouble)
    year = made.around.year
    found = papers_in(cell, year) or (papers_in(subject, year) if not cell else ())
    if not found and cell:
        own, _ = day_in(squeezed(cell))
        found = (PaperFound(number_of(cell), own),)
    for each in found:
        if each.trouble is not None:
            made.say("paper", each.trouble)
    if found and day is not None:
        found = (found[0]._replace(day=found[0].day or day), *found[1:])
    elif not found and day is not None:
        found = (PaperFound("", day),)
    made.papers = found or made.around.papers


def _led(made: Draft) -> None:
    """Who leads; by the heading above where the row does not say."""
    cell = made.said("lead")
    made.led = led_by(cell) if squeezed(cell) not in words().nothing else Led("")
    for said in made.led.trouble:
        made.say("lead", said)
    if not made.led.lead and not made.led.trouble:
        made.led = Led(made.around.body)
        if not made.around.body and "lead" in made.columns:
            made.say("lead", message("tracking.no_lead"))
        elif not made.around.body:
            made.led = led_in_words(made.text, made.given)
            for said in made.led.trouble:
                made.say("text", said)


def task_of(made: Draft, key: str, *, area: str, at: datetime, who: str) -> Task:
    """The task that a finished draft gives."""
    giver, level = _giver(made)
    helping = tuple(dict.fromkeys((*made.led.supporting, *named_in(made.said("supporting")))))
    return Task(
        id=f"ds-{key}",
        text=f"{made.text}..." if made.cut else made.text,  # whoever reads it sees that it is cut
        sources=_sources(made, giver),
        giver=giver,
        level=level,
        area=area,
        lead=made.led.lead,
        supporting=tuple(each for each in helping if each != made.led.lead and squeezed(each) not in words().nothing),
        product=made.told("product"),
        due=made.due.due,
        given=made.given or _begun(made),
        entered_at=at,
        entered_by=who,
        key=squeezed(made.said("key")) in words().marks,
        leader=made.told("leader"),
    )


def _giver(made: Draft) -> tuple[str, GiverLevel]:
    """Who gives, by the column for it, else by the title, unless the paper is of another level, else by the paper."""
    told = made.told("giver")
    if told:
        return body_named(told), level_of(made.number, told) or made.around.level
    issuer, around = issuer_of(made.number), made.around
    level = level_of(made.number, around.giver) or around.level
    if around.level and (not issuer.level or _one_house(issuer.level, around.level)):
        return around.giver, level
    return issuer.body, level


def _one_house(first: GiverLevel, second: GiverLevel) -> bool:
    """Whether two levels are one; the chairman gives in papers of the committee."""
    return first == second or {first, second} == {"chair", "committee"}


def _sources(made: Draft, giver: str) -> tuple[TaskSource, ...]:
    oral = any_of(words().oral).search(squeezed(f"{made.said('paper')} {made.said('note')}")) is not None
    if not made.number and oral:
        return (TaskSource(kind="oral", day=made.given, giver=giver, level=level_of("", giver), quote=made.text),)
    papers = made.papers or (PaperFound("", None),)
    return tuple(
        TaskSource(
            number=each.number, day=each.day, giver=giver, level=level_of(each.number, giver) or made.around.level,
            quote=made.text if place == 0 else "",
        )
        for place, each in enumerate(papers)
    )  # fmt: skip


def begins(cut: str, whole: str) -> bool:
    """Whether a title cut short is the beginning of a whole one; what is left of its last word may be no word."""
    if text_key(whole).startswith(text_key(cut)):
        return True
    return " ".join(whole.casefold().split()).startswith(" ".join(cut.casefold().split()))


def same_number(first: str, second: str) -> bool:
    """Whether two numbers of papers are one; where either is missing, nothing speaks against it."""
    return not first or not second or number_key(first) == number_key(second)
