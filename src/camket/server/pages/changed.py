"""Values before and after something, as pages set them side by side (`changed_values.html`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from camket.model.series import Statement
from camket.report.dates import day, period
from camket.report.facts import value_of
from camket.report.history import role_name
from camket.report.layout import shortened
from camket.report.marked import shown
from camket.report.naming import area_name, indicator_name, measure_name, word
from camket.server.pages.linking import hrefs
from camket.server.pages.showing import Link
from camket.server.registry.access import Reader
from camket.server.registry.beside import Changed
from camket.server.registry.models import Placement
from camket.words import Language, term

_LONGEST = 110


class ChangedValue(msgspec.Struct, frozen=True, kw_only=True):
    """A value before and after, each a link to its sentence, with who says it."""

    name: str
    about: str
    period: str
    before: Link | None
    before_source: str
    after: Link | None
    after_source: str


def changed_values(values: Iterable[Changed], reader: Reader, language: Language) -> list[ChangedValue]:
    """Values as their table shows them, each a link to its sentence as far as a reader may see it."""
    held = list(values)
    said = [each.id for value in held for each in (value.before, value.after) if each is not None]
    links = hrefs(said, reader)
    return [_value(each, links, language) for each in held]


def _value(value: Changed, links: Mapping[str, str], language: Language) -> ChangedValue:
    statement = value.after or value.before
    if statement is None or statement.series is None:
        raise ValueError(value)  # one of the two is there, on a series
    series = statement.series
    basis = word(f"price.{series.price_basis}", language) if series.price_basis and series.measure == "level" else ""
    klass = term("role.target", language) if value.klass == Placement.Klass.TARGET else ""
    about = (measure_name(series.measure, language), klass, basis, area_name(series.area, language))
    return ChangedValue(
        name=indicator_name(series.indicator, None, language),
        about=", ".join(filter(None, about)),
        period=period(str(statement.period), language),
        before=_link(value.before, links, language),
        before_source=_source(value.before, language),
        after=_link(value.after, links, language),
        after_source=_source(value.after, language),
    )


def _link(statement: Statement | None, links: Mapping[str, str], language: Language) -> Link | None:
    return None if statement is None else Link(value_of(statement.figure, language), links.get(statement.id, ""))


def _source(statement: Statement | None, language: Language) -> str:
    if statement is None:
        return ""
    source = statement.source
    said = day(source.published, language) if source.published else ""
    named = shortened(source.name, _LONGEST)
    return shown(", ".join(filter(None, (role_name(statement, language), named, said))))
