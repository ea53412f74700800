"""The series that a placed figure lies on, and the statement it makes there."""

from __future__ import annotations

from calendar import isleap
from datetime import date
from functools import cache

from camket import catalogue
from camket.grammar.expression import expression
from camket.grammar.fold import fold
from camket.model.document import Document
from camket.model.extraction import Extraction
from camket.model.fact import Fact, Figure
from camket.model.indicator import Indicator
from camket.model.period import parse_period
from camket.model.series import Series, Source, Statement
from camket.resolve.placing import document_day, figure_interval, indicator_of
from camket.resolve.sources import source_rank

_GIVER = expression(
    r"(?<!\w)(trung ương|thủ tướng|chính phủ|quốc hội|hđnd|hội đồng nhân dân|ubnd|ủy ban nhân dân|tỉnh|thành phố|bộ)"
    r"(?: \w+){0,2} giao(?!\w)"
)
_BASE = expression(
    r"so với (?:bình quân )?"
    r"((?:tháng|quý) (?:liền )?trước|tháng \d{1,2}(?:/\d{4}| năm \d{4})?|đầu (?:năm|nhiệm kỳ))"
)
_CLAUSE_END = expression(r"[;.\n]|, ")
_SENTENCE_END = expression(r"[;\n]|\. ")
_A_YEAR = expression(
    r"(?<!\w)(?:(?:mỗi|hằng|hàng|từng) năm|bình quân (?!đầu|một |trên|của|chung|cả nước|vùng|mỗi (?!năm)))"
)
"""`mỗi năm trồng 500 ha`, `bình quân 5 năm đạt`; not `thu nhập bình quân đầu người`"""
EACH_YEAR = "/năm"
"""What follows a number that is said of each of several years."""
_PER_YEAR = expression(r"/ ?năm(?!\w)")
_ANOTHER = expression(r"\d[^\d,]*,")
"""Another number with its clause: what stands before it is said of that."""
_REACH, _TAIL = 80, 5


def statements_of(extraction: Extraction) -> tuple[Statement, ...]:
    """The figures of a document as statements, in the order of the text."""
    document = extraction.document
    return tuple(_statement(figure, document) for figure in extraction.figures)


def source_of(fact: Fact, document: Document) -> Source:
    """Where a fact stands."""
    head = document.head
    return Source(
        document=document.id,
        start=fact.start,
        end=fact.end,
        quote=fact.quote,
        title=head.title,
        url=head.url,
        published=document_day(head),
        kind=head.source_kind,
    )


def series_of(figure: Figure, following: str = "", preceding: str = "") -> Series | None:
    """The series of a placed figure; None where its area is not known.

    Args:
        figure: with `resolved`.
        following: the words after it in its document, which may say who gave the plan that it is a share of.
        preceding: the words before it, which may say that it is meant of each year of several.
    """
    if figure.resolved is None or figure.resolved.area is None:
        return None
    return Series(
        indicator=figure.counts_for,
        measure=figure.measure,
        unit=figure.unit,
        area=figure.resolved.area,
        price_basis=_price_basis(figure, indicator_of(figure)),
        period_basis=figure.period_basis or "calendar",
        breakdown=_breakdown(figure, following, a_year=_is_of_each_year(figure, preceding, following)),
    )


def _statement(figure: Figure, document: Document) -> Statement:
    return Statement(
        figure=figure,
        source=source_of(figure, document),
        series=series_of(
            figure,
            document.text[figure.end : figure.end + _REACH],
            document.text[max(0, figure.start - _REACH) : figure.start],
        ),
        period=parse_period(figure.placed_period or ""),
        interval=figure_interval(figure),
        rank=source_rank(document.head, indicator_of(figure)),
    )


def _price_basis(figure: Figure, indicator: Indicator | None) -> str:
    if figure.price_basis is not None:
        return figure.price_basis
    if indicator is None or indicator.price_basis is None:
        return ""
    usual = indicator.price_basis.growth if figure.measure == "growth" else indicator.price_basis.level
    return usual or ""


def _breakdown(figure: Figure, following: str, *, a_year: bool) -> tuple[tuple[str, str], ...]:
    parts = {}
    if figure.measure in ("growth", "change") and (base := _base(figure, following, a_year=a_year)):
        parts["base"] = base
    if figure.measure == "level" and (per := time_of(figure.quote)) not in (None, "year"):
        parts["per"] = str(per)
    elif a_year and _adds_up(figure):
        parts["per"] = "year"
    if figure.measure == "share_of_plan" and (giver := _giver(figure, following)):
        parts["plan"] = giver
    return tuple(sorted(parts.items()))


def _is_of_each_year(figure: Figure, preceding: str, following: str) -> bool:
    """Whether a number of several whole years is said of each of them: `bình quân 15.000 tỷ đồng/năm`."""
    period = parse_period(figure.placed_period or "")
    if period is None or len(period.years()) < 2:
        return False
    if _PER_YEAR.search(f"{fold(figure.quote)}{fold(following)[:_TAIL]}") is not None:
        return True
    before = _ANOTHER.split(_SENTENCE_END.split(fold(preceding))[-1])[-1]
    return _A_YEAR.search(f"{before}{fold(figure.quote)}") is not None


def _adds_up(figure: Figure) -> bool:
    """Whether the number of several years would else be taken for what came together in them."""
    if figure.measure == "change":
        return True
    indicator = indicator_of(figure)
    return figure.measure == "level" and indicator is not None and indicator.aggregate == "sum"


def _base(figure: Figure, following: str, *, a_year: bool) -> str | None:
    """What a change is counted from, where it is not the same period of the year before.

    Prices against the month before, against December and against the year before are three series of one month.
    """
    if figure.base_period is not None:
        return None if _is_usual_base(figure, a_year=a_year) else figure.base_period
    found = _BASE.search(_CLAUSE_END.split(fold(following), maxsplit=1)[0])
    return found[1] if found else None


def _giver(figure: Figure, following: str) -> str | None:
    """Who gave the plan: a share of the centre's budget and one of the council's are two series."""
    clause = _CLAUSE_END.split(fold(following), maxsplit=1)[0]
    found = _GIVER.search(f"{fold(figure.plan or '')} {fold(figure.quote)}{clause}")
    return found[1] if found else None


def _is_usual_base(figure: Figure, *, a_year: bool) -> bool:
    """Whether the period compared with is the one meant where none is said.

    That is the same days of the year before, and for a rate of each of several years the year before the first. What
    several years are together above that year (`giai đoạn 2021-2025 tăng 50% so với năm 2020`) is no yearly rate.
    """
    period, base = parse_period(figure.placed_period or ""), parse_period(figure.base_period or "")
    if period is None or base is None or period.first is None or base.first is None:
        return False
    same_days = (base.first, base.last) == (year_before(period.first), year_before(period.last))
    return same_days or (a_year and base.years() == (period.years()[0] - 1,))


def year_before(day: date) -> date:
    """The same day of the year before; the last day of February stays the last."""
    if day.month == 2 and day.day >= 28:
        return date(day.year - 1, 2, 29 if isleap(day.year - 1) else 28)
    return day.replace(year=day.year - 1)


def time_of(quote: str) -> str | None:
    """The stretch of time that a quote says its number for (`/tháng`); None where it says none."""
    words = fold(quote)
    found = [(len(name), per) for name, per in _times().items() if name in words]
    return max(found)[1] if found else None


@cache
def _times() -> dict[str, str]:
    return {fold(name): unit.per for unit in catalogue.load_per_units() if unit.kind == "time" for name in unit.names}
