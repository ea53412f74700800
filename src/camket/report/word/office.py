"""Head and foot of an official paper: who issues it, its number, place and day, who signs and who gets it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from camket.model.message import message
from camket.report.word.page import HEAD, NOTE, SMALL, Page, Text, printed_length, write
from camket.words import say, term

if TYPE_CHECKING:
    from docx.table import _Cell

_LEFT, _LEFT_WIDE = 74, 110
_RULE_TITLE = 30
_HELD = "\N{NO-BREAK SPACE}"
_FIRST_NEEDING_NO_ZERO = 3
_OPEN = "................"  # where something is to be written by hand


class Office(msgspec.Struct, frozen=True, kw_only=True):
    """Who issues papers.

    Attributes:
        above: the body above it, in capitals (`ỦY BAN NHÂN DÂN TỈNH BẮC NINH`); empty for none.
        issuer: it, in capitals (`VĂN PHÒNG`).
        name: it in running text (`Văn phòng UBND tỉnh`).
        place: of its papers (`Bắc Ninh`).
        sign: after the type in its numbers (`VP`); a letter's is `VP-TH`, with `field`.
        field: of its letters (`TH`).
        authority: for whom is signed (`TL. CHỦ TỊCH`); empty for none.
        position: of the signer (`CHÁNH VĂN PHÒNG`).
        signer: name; empty to be written by hand.
        copies: who gets copies, a line each, without dashes.
        kept: the files that keep it (`VT, TH`).
    """

    above: str = ""
    issuer: str = "VĂN PHÒNG"
    name: str = "Văn phòng UBND tỉnh"
    place: str = ""
    sign: str = "VP"
    field: str = "TH"
    authority: str = ""
    position: str = "CHÁNH VĂN PHÒNG"
    signer: str = ""
    copies: tuple[str, ...] = ()
    kept: str = "VT, TH"


class Heading(msgspec.Struct, frozen=True, kw_only=True):
    """What stands in the head of one paper.

    Attributes:
        number: its number alone (`123`); empty to be written by hand.
        sign: behind the stroke (`BC-VP`, `VP-TH`).
        day: its day; None to be written by hand.
        year: of a day to be written by hand.
        subject: of a letter, without `V/v`; empty for papers with a title.
    """

    number: str = ""
    sign: str
    day: date | None = None
    year: int
    subject: str = ""


_VARIABLE = "CAMKET_OFFICE_"
_PARTED = "|"


def office_of(settings: Mapping[str, str]) -> Office:
    """The office that an environment names: `CAMKET_OFFICE_` and a field in capitals; copies are parted by `|`."""
    given = {
        name: settings[f"{_VARIABLE}{name.upper()}"]
        for name in Office.__struct_fields__
        if f"{_VARIABLE}{name.upper()}" in settings
    }
    copies = tuple(each.strip() for each in given.pop("copies", "").split(_PARTED) if each.strip())
    return Office(copies=copies, **given)


def letterhead(page: Page, office: Office, heading: Heading) -> None:
    """The two columns of the head: issuer, number and subject; the country, its motto, place and day."""
    left = _LEFT_WIDE if page.width > 200 else _LEFT
    cells = page.frame((left, page.width - left))
    issuer, country = cells
    if office.above:
        _first(issuer, Text(_broken_well(office.above, left), size=HEAD))
        _next(issuer, Text(office.issuer, bold=True, size=HEAD))
    else:
        _first(issuer, Text(office.issuer, bold=True, size=HEAD))
    page.rule(issuer, left, printed_length(office.issuer, HEAD, bold=True) / 2)
    number = say(message("word.number", number=heading.number or " " * 8, sign=heading.sign))
    _next(issuer, Text(number, size=SMALL), before=4)
    if heading.subject:
        _next(issuer, Text(say(message("word.about", subject=heading.subject)), size=HEAD), before=3)
    width = page.width - left
    _first(country, Text(term("word.country"), bold=True, size=HEAD))
    motto = term("word.motto")
    _next(country, Text(motto, bold=True, size=SMALL))
    page.rule(country, width, printed_length(motto, SMALL, bold=True))
    _next(country, Text(place_and_day(office.place, heading), italic=True, size=SMALL), before=4)


def _broken_well(name: str, width: float) -> str:
    """A name too long for its column is broken before the kind of place, never within the name of the place."""
    if printed_length(name, HEAD) < width:
        return name
    head, kind, place = name.rpartition(" TỈNH ")
    if not head:
        head, kind, place = name.rpartition(" THÀNH PHỐ ")
    return f"{head} {(kind + place).strip().replace(' ', _HELD)}" if head else name


def place_and_day(place: str, heading: Heading) -> str:
    """`Bắc Ninh, ngày 05 tháng 02 năm 2026`; with room where the day is to be written by hand."""
    if heading.day is None:
        return say(message("word.place_open", place=place or _OPEN, year=heading.year))
    month = f"{heading.day.month:02}" if heading.day.month < _FIRST_NEEDING_NO_ZERO else str(heading.day.month)
    told = {"day": f"{heading.day.day:02}", "month": month, "year": heading.day.year}
    return say(message("word.place", place=place or _OPEN, **told))


def title(page: Page, kind: str, *lines: str, note: str = "") -> None:
    """Type and title of a paper that is no letter; `note` is a line in brackets below."""
    page.line(Text(kind, bold=True), before=14)
    for line in lines:
        page.line(Text(line, bold=True))
    if note:
        page.line(Text(note, italic=True, size=SMALL))
    page.rule(None, page.width, _RULE_TITLE)
    page.gap(6)


def foot(page: Page, office: Office, *first: str) -> None:
    """Who gets the paper and who signs it, side by side and never parted; `first` are the lines before the copies."""
    left = page.width * 0.45
    to, signed = page.frame((left, page.width - left))
    _first(to, Text(term("word.recipients"), bold=True, italic=True, size=HEAD), align="left")
    for line in (*first, *office.copies):
        _next(to, Text(f"- {line};", size=NOTE), align="left")
    _next(to, Text(say(message("word.kept", where=office.kept)), size=NOTE), align="left")
    lines = [Text(text, bold=True) for text in (office.authority, office.position) if text]
    _first(signed, *lines[:1])
    for text in lines[1:]:
        _next(signed, text)
    for _ in range(4):  # room for the name and the seal
        _next(signed, Text(""))
    _next(signed, Text(office.signer, bold=True))


def _first(cell: _Cell, *texts: Text, align: str = "center") -> None:
    write(cell.paragraphs[0], texts, align="left" if align == "left" else "center")


def _next(cell: _Cell, text: Text, *, align: str = "center", before: float = 0) -> None:
    write(cell.add_paragraph(), [text], align="left" if align == "left" else "center", before=before)
