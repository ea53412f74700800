"""Projects of public investment written and read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

import msgspec
from django.db.models import Q

from camket.errors import UsageError
from camket.grammar.fold import fold
from camket.model.investment import Disbursed, Planned, Project
from camket.server.registry import models
from camket.server.registry.acting import Act
from camket.work.investment import Money
from camket.work.investment_reading import ProjectsRead
from camket.work.listed import slug_of

_Key = tuple[int, int, str, date | None, bool]


class ProjectsChanged(msgspec.Struct, frozen=True, kw_only=True):
    """What a table changed: projects added, and amounts that were not told before or told otherwise."""

    projects: int = 0
    amounts: int = 0


def enter(act: Act, read: ProjectsRead, source: str) -> ProjectsChanged:
    """Write what tables tell; see `camket.server.registry.actions.load_projects`. The same table changes nothing."""
    if not read.projects:
        raise UsageError("work.projects.nothing", file=source)
    rows = {project.id: _row(project) for project in read.projects}
    new = sum(made for _, made in rows.values())
    numbers = {slug: row.pk for slug, (row, _) in rows.items()}
    differing = _differing(read, numbers)
    models.InvestmentMoney.objects.bulk_create(
        (
            models.InvestmentMoney(
                project_id=project, year=year, giver=giver, until=until, carried=carried, amount=amount,
                source=source[:300], entered_at=act.at, entered_by=act.who.name,
            )
            for (project, year, giver, until, carried), amount in differing.items()
        ),
        batch_size=200,
    )  # fmt: skip
    for number in sorted(numbers.values()):
        act.touched("project", number)
    act.noted(projects=new, amounts=len(differing))
    return ProjectsChanged(projects=new, amounts=len(differing))


def foreseen(read: ProjectsRead) -> ProjectsChanged:
    """What entering tables would change now; nothing is written."""
    rows = {project.id: _same(project) for project in read.projects}
    numbers = {slug: row.pk if row is not None else -place for place, (slug, row) in enumerate(rows.items(), start=1)}
    new = sum(row is None for row in rows.values())
    return ProjectsChanged(projects=new, amounts=len(_differing(read, numbers)))


def _differing(read: ProjectsRead, numbers: Mapping[str, int]) -> dict[_Key, Decimal]:
    """The amounts that were not told before or were told otherwise; projects by their numbers."""
    last = {
        (row.project_id, row.year, row.giver, row.until, row.carried): row.amount
        for row in models.InvestmentMoney.objects.filter(project__in=numbers.values()).order_by("id")
    }
    told: dict[_Key, Decimal] = {
        (numbers[plan.project], plan.year, str(plan.giver), None, plan.carried): plan.amount for plan in read.planned
    }
    told |= {(numbers[paid.project], paid.year, "", paid.until, paid.carried): paid.amount for paid in read.disbursed}
    return {key: amount for key, amount in told.items() if last.get(key) != amount}


def _same(project: Project) -> models.InvestmentProject | None:
    """The row of a project: the one that has its code; without a code its name and owner."""
    rows = models.InvestmentProject.objects.filter(whole=project.whole)
    if project.number:
        return rows.filter(number=project.number).first()
    near = rows if project.whole else rows.filter(owner=project.owner)
    return next((row for row in near if project.whole or fold(row.name) == fold(project.name)), None)


def _row(project: Project) -> tuple[models.InvestmentProject, bool]:
    """The row of a project, and whether it is new."""
    same = _same(project)
    if same is None:
        taken = set(models.InvestmentProject.objects.values_list("slug", flat=True))
        made = models.InvestmentProject.objects.create(
            slug=project.id if project.id not in taken else slug_of(project.name, taken), name=project.name,
            owner=project.owner[:300], number=project.number[:60], ends=project.ends, whole=project.whole,
        )  # fmt: skip
        return made, True
    if project.ends is not None and same.ends != project.ends:
        same.ends = project.ends
        same.save(update_fields=["ends"])
    return same, False


def projects() -> tuple[Project, ...]:
    """All projects, the lines of all projects among them."""
    return tuple(project_record(row) for row in models.InvestmentProject.objects.order_by("name", "id"))


def project_record(row: models.InvestmentProject) -> Project:
    """A project as a record."""
    return Project(id=row.slug, name=row.name, owner=row.owner, number=row.number, ends=row.ends, whole=row.whole)


def money(years: Iterable[int], project: str = "") -> Money:
    """What was told of some years, by project; one question. Of an amount told twice the last counts.

    Args:
        years: the years of the plans.
        project: of one project alone, where given.
    """
    asked = Q(year__in=list(years))
    rows = models.InvestmentMoney.objects.filter(asked & Q(project__slug=project) if project else asked)
    last: dict[_Key, tuple[str, Decimal, str]] = {}
    columns = ("project", "year", "giver", "until", "carried", "project__slug", "amount", "source")
    for number, year, giver, until, carried, slug, amount, source in rows.order_by("id").values_list(*columns):
        last[number, year, giver, until, carried] = (slug, amount, source)
    planned = [
        Planned(project=slug, year=year, giver=giver, amount=amount, carried=carried, source=source)  # type: ignore[arg-type]  # written from a record
        for (_, year, giver, until, carried), (slug, amount, source) in last.items()
        if until is None
    ]
    disbursed = [
        Disbursed(project=slug, year=year, until=until, amount=amount, carried=carried, source=source)
        for (_, year, _, until, carried), (slug, amount, source) in last.items()
        if until is not None
    ]
    return Money(planned, disbursed)


def years_told() -> tuple[int, ...]:
    """The years of which anything is told, the latest first."""
    return tuple(models.InvestmentMoney.objects.order_by("-year").values_list("year", flat=True).distinct())
