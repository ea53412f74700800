"""The fields of a fact as a form writes them, and back: what people correct, and how they may write it.

Numbers and periods are taken as Vietnamese papers write them (`31.500 tỷ đồng`, `9 tháng năm 2024`) or as facts do
(`31500000000000`, `2024-01/2024-09`). A field whose text was not touched is never read again, so nothing is lost by
showing it rounded.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any, Literal, get_args

import msgspec

from camket import catalogue
from camket.catalogue.search import bare
from camket.errors import UsageError
from camket.exchange.target_list import period_written
from camket.extract.tables.cell import value_of
from camket.grammar.fold import fold
from camket.model import fact as facts
from camket.model.fact import Directive, Fact, Figure, Person, Proposal, Reference, Tally
from camket.model.period import parse_period
from camket.model.series import OTHER
from camket.report.dates import period
from camket.report.naming import indicator_name
from camket.report.numbers import amount
from camket.resolve.corrections import correction_key
from camket.words import Language

Sort = Literal["indicator", "value", "choice", "unit", "period", "day", "area", "count", "text"]
LONGEST = 2_000
"""Letters of a field."""
_ALL_UNITS = (
    "percent", "percentage_point", "VND", "USD", "count", "person", "household", "ha", "km", "tonne", "score", "rank",
    "years",
)  # fmt: skip
_VINTAGES = get_args(facts.Vintage)


class Field(msgspec.Struct, frozen=True, kw_only=True):
    """A field of a form.

    Attributes:
        name: as in the record of the fact.
        sort: how it is written and read.
        choices: what it can be, where that is a closed list; for units what is offered.
        needed: whether it cannot be left empty.
    """

    name: str
    sort: Sort = "text"
    choices: tuple[str, ...] = ()
    needed: bool = False


def _choice(name: str, values: Any, *, needed: bool = True) -> Field:
    return Field(name=name, sort="choice", choices=get_args(values), needed=needed)


FIELDS: Mapping[str, tuple[Field, ...]] = {
    "figures": (
        Field(name="indicator", sort="indicator", needed=True),
        Field(name="value", sort="value", needed=True),
        Field(name="unit", sort="unit", choices=_ALL_UNITS, needed=True),
        _choice("comparator", facts.Comparator),
        _choice("measure", facts.Measure),
        _choice("role", facts.Role),
        Field(name="period", sort="period"),
        Field(name="area", sort="area"),
        Field(name="base_period", sort="period"),
        _choice("vintage", facts.Vintage, needed=False),
        Field(name="price_basis"),
        Field(name="plan"),
        Field(name="said_by"),
    ),
    "tallies": (
        Field(name="done", sort="count", needed=True),
        Field(name="total", sort="count", needed=True),
        Field(name="of"),
        _choice("state", facts.TallyState),
        Field(name="plan"),
        Field(name="period", sort="period"),
        Field(name="area", sort="area"),
    ),
    "directives": (
        Field(name="issuer"),
        Field(name="issuer_position"),
        Field(name="recipient"),
        Field(name="deadline", sort="period"),
        _choice("kind", facts.DirectiveKind),
    ),
    "proposals": (
        Field(name="proposer"),
        Field(name="recipient"),
        Field(name="handled_by"),
        _choice("status", facts.ProposalStatus),
    ),
    "references": (
        _choice("type", facts.ReferenceType),
        Field(name="number"),
        Field(name="date", sort="day"),
        Field(name="issuer"),
    ),
    "people": (Field(name="name", needed=True), Field(name="position", needed=True)),
}
"""What can be corrected, in the order in which people look at it."""
_RECORDS: Mapping[str, type[Fact]] = {
    "figures": Figure, "tallies": Tally, "directives": Directive, "proposals": Proposal, "references": Reference,
    "people": Person,
}  # fmt: skip
_BLANK: Mapping[str, Mapping[str, object]] = {
    "figures": {"indicator": "", "value": Decimal(0), "unit": "count"},
    "tallies": {"done": 0, "total": 0},
    "directives": {},
    "proposals": {},
    "references": {"type": "other"},
    "people": {"name": "", "position": ""},
}
_MONTHS = re.compile(r"(\d{1,2}) tháng(?: đầu)?(?: năm)? (\d{4})")
_HALF = re.compile(r"6 tháng (đầu|cuối) năm (\d{4})")
_POINT = re.compile(r"(?P<at>(?:tính )?(?:tại|đến) (?:thời điểm |ngày )+|tại |at )|(?P<by>đến hết |đến |by )")
_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


def written(fact: Fact, language: Language = "vi") -> dict[str, str]:
    """The fields of a fact as a form shows them; empty where it says nothing."""
    kind = kind_of(fact)
    return {field.name: _written(fact, field, language) for field in FIELDS[kind]}


def kind_of(fact: Fact) -> str:
    """The list that a fact belongs to."""
    return next(kind for kind, record in _RECORDS.items() if isinstance(fact, record))


def as_said(kind: str, fact: Fact, asked: Mapping[str, str]) -> Fact:
    """A fact with the fields of a form put in place; what the form does not name, or shows as it was, stays.

    Raises:
        UsageError: a field cannot be understood, or is empty and must not be. It names the field.
    """
    changes: dict[str, object] = {}
    known = [written(fact, "vi"), written(fact, "en")]
    for field in FIELDS[kind]:
        text = asked.get(field.name)
        if text is None or any(text.strip() == each[field.name] for each in known):
            continue
        changes |= _read(field, text.strip(), fact)
    return msgspec.structs.replace(fact, **changes) if changes else fact


def new_fact(
    kind: str, *, start: int, end: int, quote: str, mention: str, rule: str, fields: Mapping[str, str]
) -> Fact:
    """A fact that nobody has read yet, with the fields of a form.

    Raises:
        UsageError: as `as_said`; here every needed field must be there.
    """
    missing = next((field for field in FIELDS[kind] if field.needed and not fields.get(field.name, "").strip()), None)
    if missing is not None:
        raise UsageError("review.needed", field=f"field.{missing.name}")
    blank = _RECORDS[kind](start=start, end=end, quote=quote, id=mention, rule=rule, confidence=1.0, **_BLANK[kind])  # type: ignore[arg-type]  # the fields of its kind
    return as_said(kind, blank, fields)


def _written(fact: Fact, field: Field, language: Language) -> str:
    value = getattr(fact, field.name)
    if isinstance(fact, Figure) and field.name == "value":
        return amount(fact.value, fact.unit, language, fact.value_high)
    if isinstance(fact, Figure) and field.name == "indicator":
        return _indicator_written(fact, language)
    if value is None:
        return ""
    return period(value, language) if field.sort in ("period", "day") else str(value)


def _indicator_written(fact: Figure, language: Language) -> str:
    """The catalogue's name; of one that it does not have the words, where they make its id."""
    if not fact.indicator.startswith(OTHER):
        return indicator_name(fact.indicator, None, language)
    words = fact.indicator_text or ""
    return words if correction_key("indicator", words) == fact.indicator else fact.indicator


def _read(field: Field, text: str, fact: Fact) -> dict[str, object]:
    """What a field's text says, as fields of the record."""
    if len(text) > LONGEST:
        raise UsageError("review.too_long", field=f"field.{field.name}", most=LONGEST)
    if not text:
        if field.needed:
            raise UsageError("review.needed", field=f"field.{field.name}")
        return {field.name: None}
    return _READERS[field.sort](field, text, fact)


def _refused(field: Field, text: str) -> UsageError:
    return UsageError("review.bad_field", field=f"field.{field.name}", value=text[:200])


def _text(field: Field, text: str, fact: Fact) -> dict[str, object]:  # noqa: ARG001 - every reader takes the fact
    return {field.name: " ".join(text.split())}


def _of_list(field: Field, text: str, fact: Fact) -> dict[str, object]:  # noqa: ARG001
    if text not in field.choices:
        raise _refused(field, text)
    return {field.name: text}


def _unit(field: Field, text: str, fact: Fact) -> dict[str, object]:  # noqa: ARG001
    known = {unit.base for unit in catalogue.load_units()} | set(field.choices)
    unit = text if text in known else _units_by_name().get(bare(text))
    return {field.name: unit or (text if text.startswith(OTHER) else OTHER + "_".join(bare(text).split()))}


def _count(field: Field, text: str, fact: Fact) -> dict[str, object]:  # noqa: ARG001
    if not (text.isascii() and text.isdigit()) or len(text) > 9:
        raise _refused(field, text)
    return {field.name: int(text)}


def _value(field: Field, text: str, fact: Fact) -> dict[str, object]:
    """A number as facts write it, or a value with or without its unit as papers do; a unit that is said counts."""
    plain = _decimal(text)
    if plain is not None:
        return {"value": plain, "value_high": None}
    said = value_of(fold(text).strip())
    if said is None:
        raise _refused(field, text)
    sign = said.way or 1
    factor = said.unit.factor if said.unit is not None else Decimal(1)
    changes: dict[str, object] = {
        "value": said.value * factor * sign,
        "value_high": said.high * factor * sign if said.high is not None else None,
    }
    if said.comparator != "eq":
        changes["comparator"] = said.comparator
    elif isinstance(fact, Figure) and fact.comparator == "range":
        changes["comparator"] = "eq"
    own = getattr(fact, "unit", "").removeprefix(OTHER)
    return changes | ({"unit": said.unit.base} if said.unit is not None and said.unit.base != own else {})


def _decimal(text: str) -> Decimal | None:
    """A number as facts write it; `1.250` is Vietnamese for 1250 and not meant here."""
    if re.fullmatch(r"-?\d+", text) is None and re.fullmatch(r"-?\d+\.(?!\d{3}$)\d+", text) is None:
        return None
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def _period(field: Field, text: str, fact: Fact) -> dict[str, object]:  # noqa: ARG001
    found = period_said(text)
    if found is None:
        raise _refused(field, text)
    return {field.name: found}


def period_said(text: str) -> str | None:
    """A period as facts write it, from what a person typed; None where it is none."""
    words = " ".join(fold(text).split())
    point = _POINT.match(words)
    if point is not None:
        mark = _mark(words[point.end() :])
        return _known(f"{point.lastgroup}:{mark}") if mark is not None else None
    return _mark(words) or _known(str(period_written(text)))


def day_said(text: str) -> str | None:
    """A day, month or year as facts write it, from what a person typed; None where it is none."""
    mark = _mark(" ".join(fold(text).split()).removeprefix("ngày "))
    return None if mark is None or "/" in mark else mark


def _mark(words: str) -> str | None:
    """A stretch of time by itself: a day, a month, a quarter, half a year, the months of a year, years."""
    if (found := _DAY.fullmatch(words)) is not None:
        return _known(f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}")
    if (found := _HALF.fullmatch(words)) is not None:
        return f"{found[2]}-H{1 if found[1] == 'đầu' else 2}"
    if (found := _MONTHS.fullmatch(words)) is not None:
        return _known(f"{found[2]}-01/{found[2]}-{int(found[1]):02}")
    known = _known(words.upper()) or _known(words)
    if known is not None:
        return known
    period = period_written(words)
    return str(period) if period is not None and period.relation == "during" else None


def _known(written: str) -> str | None:
    return written if parse_period(written) is not None else None


def _day(field: Field, text: str, fact: Fact) -> dict[str, object]:  # noqa: ARG001
    found = day_said(text)
    if found is None:
        raise _refused(field, text)
    return {field.name: found}


def _indicator(field: Field, text: str, fact: Fact) -> dict[str, object]:  # noqa: ARG001
    """A name or id of the catalogue; any other words make an indicator of their own."""
    known = _indicators_by_name().get(bare(text))
    if known is not None:
        return {field.name: known}
    return {field.name: text if text.startswith(OTHER) else correction_key("indicator", text), "indicator_text": text}


@cache
def _indicators_by_name() -> Mapping[str, str]:
    """Ids by all that an indicator is called, without marks; of two called alike the first of the catalogue."""
    return {
        bare(name): each.id
        for each in reversed(catalogue.load_indicators())
        for name in (*each.aliases, each.name.en, each.name.vi, each.id)
    }


@cache
def _units_by_name() -> Mapping[str, str]:
    """Base units by what they are called, without marks; of two that are called alike the first of the catalogue."""
    return {bare(name): unit.base for unit in reversed(catalogue.load_units()) for name in unit.names}


_READERS: Mapping[Sort, Callable[[Field, str, Fact], dict[str, object]]] = {
    "text": _text, "area": _text, "choice": _of_list, "unit": _unit, "count": _count, "value": _value,
    "period": _period, "day": _day, "indicator": _indicator,
}  # fmt: skip
