"""Names of catalogue entries for people, and words for the kinds of the scoreboard."""

from __future__ import annotations

import re
from decimal import Decimal

from camket import catalogue
from camket.errors import CatalogueError
from camket.model.area import Area
from camket.model.message import message
from camket.model.series import Series, Source
from camket.report.numbers import amount
from camket.words import Language, say, sentences, term

_OTHER = "other:"
_ABBREVIATED = re.compile(r"\(([A-Z][A-Z][A-Za-z ]*)\)$")


def indicator_name(indicator: str, text: str | None, language: Language) -> str:
    """The catalogue's name of an indicator; where it has none the words of the paper, else the id made readable."""
    if not indicator.startswith(_OTHER):
        try:
            name = catalogue.indicator(indicator).name
        except CatalogueError:
            return text or indicator
        return name.vi if language == "vi" else name.en
    return text if text and text != indicator else indicator.removeprefix(_OTHER).replace("_", " ")


def short_name(name: str) -> str:
    """The abbreviation that a name gives itself (`Tổng sản phẩm trên địa bàn (GRDP)`), else the name."""
    found = _ABBREVIATED.search(name)
    return found[1] if found is not None else name


def source_name(source: Source, language: Language) -> str:
    """What a source is called; a published value without title or address by its kind."""
    has_name = source.title or source.url or source.start is not None
    return source.name if has_name else term(f"source.{source.kind}", language)


def file_name(source: Source, language: Language) -> str:
    """The shortest name: a paper's file, the site of a published value."""
    return source.document if source.start is not None else source_name(source, language)


def area_name(area: str | None, language: Language = "vi") -> str:
    """The full name of a dated area (`Tỉnh Bắc Ninh`, `Bắc Ninh province`); as written where it is in no catalogue."""
    if area is None:
        return ""
    try:
        known = catalogue.area(area)
    except CatalogueError:
        return area
    return known.full_name if language == "vi" else _english_area(known)


def _english_area(known: Area) -> str:
    """Its name before what it is, where its Vietnamese name begins with that."""
    pattern = sentences("en").get(f"area.named.{known.kind}")
    begins = known.full_name.casefold().endswith(f" {known.name.casefold()}")
    return pattern.format(name=known.name) if pattern and begins else known.full_name


def measure_name(measure: str, language: Language) -> str:
    """What is measured, where it is not the quantity itself."""
    return "" if measure == "level" else term(f"measure.{measure}", language)


def series_name(series: Series, text: str | None, language: Language) -> str:
    """An indicator with what is measured, at which prices, and where; `text` names it where no catalogue does."""
    basis = word(f"price.{series.price_basis}", language) if series.price_basis and series.measure == "level" else ""
    name = indicator_name(series.indicator, text, language)
    where = area_name(series.area, language)
    return ", ".join(filter(None, (name, measure_name(series.measure, language), basis, where)))


def word(code: str, language: Language) -> str:
    """A word of the screens, or the bare end of its code where an outside word has none."""
    return term(code, language) if code in sentences(language) else code.rpartition(".")[2]


def distance_text(distance: Decimal | None, unit: str, language: Language, *, short: bool = False) -> str:
    """How far the value lies from the bound: `+0,03 điểm phần trăm`. Two percentages lie apart by percentage points."""
    if distance is None:
        return ""
    if distance == 0:
        return "0"
    apart = _APART.get(unit, unit)
    if short and apart == "percentage_point":
        apart = "percentage_point.short"
    shown = amount(distance, apart, language)
    return say(message("number.plus", value=shown), language) if distance > 0 else shown


_APART = {"percent": "percentage_point", "rank": "places"}
