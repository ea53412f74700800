"""What a paper says of itself, filled from its words where its format left it open."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from camket.extract.head.annex import Annex, read_annex
from camket.extract.head.area import area_within, find_area
from camket.extract.head.authority import in_full, is_of_no_place
from camket.extract.head.below import below_province, province_of
from camket.extract.head.called import Called, read_called
from camket.extract.head.card import Card, read_card
from camket.extract.head.clues import Guess
from camket.extract.head.foot import find_adopted, find_recipients, find_signed_on, find_signers
from camket.extract.head.headless import copied_kind, stands_on, unofficial_kind, whole_title
from camket.extract.head.kind import event_in, source_kind
from camket.extract.head.lines import Line, as_written, top_lines
from camket.extract.head.news import (
    Dateline,
    find_dateline,
    find_published,
    find_title,
    is_day,
    is_stamp_line,
    says_today,
)
from camket.extract.head.official import OfficialHead, read_issuer, read_official
from camket.extract.head.places import country
from camket.extract.head.stamped import Stamped, read_stamped, signed_beside
from camket.extract.head.told_day import day_of_the_story, lies_back
from camket.extract.head.told_last import lead_at_foot
from camket.extract.head.verified import read_verified
from camket.extract.head.year import infer_year
from camket.extract.place import place
from camket.findings import Finding
from camket.grammar.engine import Reading
from camket.model.document import Document, EventKind, Head
from camket.model.message import message

_TOP_LINES, _LEAD_LINES, _LEAD_LENGTH = 12, 6, 2000
_OPEN = Head()
_WHOLE_DAY = len("2026-02-05")


def read_head(reading: Reading, document: Document) -> tuple[Head, tuple[Finding, ...]]:
    """The head of a document. What its format says (`document.head`) stands; the words fill the rest.

    Args:
        reading: the document's text, with the marks of areas and bodies and `made["period"]` filled.
        document: the document.

    Returns:
        The head, and findings: `head.year_inferred` (info) where only other times of the text tell the event's year,
        `head.no_date` (warning) where neither the paper's, nor the event's, nor the publication's date is known,
        `head.no_area` (warning) where no province, region or the country is meant, `head.no_number` (info) where an
        official paper has a head and no number that can be read, `head.number_open` (info) where its signs can,
        `head.day_open` (info) where only the month or the year of its day can be read.
    """
    annex = read_annex(reading)
    stamped = read_stamped(reading)
    heads_itself = annex is None or annex.headed or annex.kind == "letter"
    official = read_official(reading) if (stamped is None or stamped.number is None) and heads_itself else None
    of_press = annex is None
    head, guess = _official_head(reading, official) if official else _news_head(reading, document, of_press=of_press)
    signs = official.signs if official is not None else None
    if annex is not None:
        own = official is not None and official.numbered
        head, guess = _with_annex(reading, head, annex, own=own), None
        over = stamped or signed_beside(document.asides)
        head = _with_stamp(head, over) if over is not None else head
    elif stamped is not None and stamped.number is not None:
        head, guess = msgspec.structs.replace(head, number=stamped.number, date=stamped.date, event_date=None), None
    elif (card := read_card(reading)) is not None:
        head, guess = _with_card(head, card, official), None
    elif official is not None and head.number is None and (vouched := read_verified(reading)) is not None:
        head = msgspec.structs.replace(head, **vouched._asdict())
    elif head.number is None and not signs:
        head = _with_called(head, read_called(reading, document.head.title or head.title))
    head = _merged(_without_name_of_page(document.head, official), head)
    found = _findings(reading, head, guess if head.event_date else None)
    if official is not None and head.type != "news":
        found = (*found, *_open_parts(head, signs, numbered=official.numbered))
    return head, found


def _open_parts(head: Head, signs: str | None, *, numbered: bool) -> Iterator[Finding]:
    """What an official paper leaves open, or has written by hand: its number, its day."""
    if head.number is None and signs:
        yield Finding(message=message("head.number_open", signs=signs), level="info")
    elif head.number is None and numbered:
        yield Finding(message=message("head.no_number"), level="info")
    if head.date is not None and len(head.date) < _WHOLE_DAY:
        yield Finding(message=message("head.day_open", date=head.date), level="info")


def _with_annex(reading: Reading, head: Head, annex: Annex, *, own: bool) -> Head:
    """The head of a paper that goes with another one: title and area of its own, the rest from that.

    One with a letterhead keeps the type that it names; a report or plan that is sent with a letter is a paper of its
    `own`, of that day, and only a list or an annex goes with the letter.
    """
    if annex.kind == "letter" and own:
        return msgspec.structs.replace(head, date=head.date or annex.date)
    issuer = in_full(reading, annex.issuer, [], annex.area or head.area)  # `của Chủ tịch UBND tỉnh` leaves out which
    if annex.headed:
        issuer = head.issuer if issuer is None or (head.issuer and is_of_no_place(issuer)) else issuer
        return msgspec.structs.replace(head, number=annex.number, date=annex.date, event_date=None, issuer=issuer)
    return msgspec.structs.replace(
        head,
        number=annex.number,
        date=annex.date,
        event_date=None,
        type=annex.kind,
        issuer=issuer,
        source_kind=source_kind(annex.kind, issuer, head.title),
        event="report" if annex.kind == "report" else "other",
        area=annex.area or head.area,
    )


def _with_stamp(head: Head, stamped: Stamped) -> Head:
    """Number and day of an annex that the line below its title leaves open, where the stamp over it tells them."""
    if head.number not in (None, stamped.number) and stamped.number is not None:
        return head
    day = head.date if len(head.date or "") == _WHOLE_DAY else None
    if day is None and stamped.date.startswith(head.date or ""):
        day = stamped.date
    return msgspec.structs.replace(head, number=head.number or stamped.number, date=day or head.date)


def _with_card(head: Head, card: Card, official: OfficialHead | None) -> Head:
    """The head with what a portal's card says; a letterhead of the same number names the issuer in full."""
    if official is None or card.number not in (None, official.number):
        head = msgspec.structs.replace(
            head, type=card.kind or "other", event="other", event_date=None, issuer=card.issuer or head.issuer
        )
    return msgspec.structs.replace(
        head,
        number=card.number or head.number,
        date=card.date or head.date,
        issuer=head.issuer or card.issuer,
        signer=card.signer or head.signer,
    )


def _with_called(head: Head, called: Called | None) -> Head:
    """The head with what the title of its page says."""
    if called is None:
        return head
    issuer = head.issuer or called.issuer
    kind = source_kind(called.kind, issuer, head.title)
    return msgspec.structs.replace(head, number=called.number, type=called.kind, issuer=issuer, source_kind=kind)


def _without_name_of_page(known: Head, official: OfficialHead | None) -> Head:
    """What a format says, without the name of the page (`Văn bản`, a file's) where the paper has a title of its own."""
    if official is None or official.title is None or official.number is None or known.title is None:
        return known
    return msgspec.structs.replace(known, title=None)


def _merged(known: Head, read: Head) -> Head:
    """The fields of `known` where it has them, else those of `read`. An empty list or `other` is open."""
    if known == _OPEN:
        return read
    fields = msgspec.structs.asdict(read)
    fields |= {name: value for name, value in msgspec.structs.asdict(known).items() if value not in (None, (), "other")}
    return Head(**fields)


def _findings(reading: Reading, head: Head, guess: Guess | None) -> tuple[Finding, ...]:
    found: list[Finding] = []
    if guess is not None:
        span = place(reading, guess.start, guess.end)
        told = message("head.year_inferred", year=guess.year, because=" ".join(span.quote.split()))
        found.append(Finding(message=told, level="info", start=span.start, end=span.end))
    if not (head.date or head.published or head.event_date):
        found.append(Finding(message=message("head.no_date")))
    if head.area is None:
        found.append(Finding(message=message("head.no_area")))
    return tuple(found)


class _Day(NamedTuple):
    """The event's day in ISO, and what told its year where that is not printed."""

    date: str | None
    guess: Guess | None = None


def _official_head(reading: Reading, official: OfficialHead) -> tuple[Head, Guess | None]:
    event = _official_event(reading, official)
    day = _Day(None)
    date = official.date or find_adopted(reading) or find_signed_on(reading)
    undated = date is None and official.kind in ("notice", "other", "letter")
    if undated or event in ("working_session", "congress", "conference", "visit"):
        lead = top_lines(reading, 3, official.body)
        day = _dated(reading, find_dateline(reading, lead), date)
    signers = find_signers(reading, listed=official.numbered)
    return (
        Head(
            title=official.title,
            number=official.number,
            date=date,
            event_date=day.date,
            type=official.kind,
            issuer=official.issuer,
            recipients=find_recipients(reading),
            signer=next(iter(signers), None),
            cosigners=signers[1:],
            source_kind=source_kind(official.kind, official.issuer, official.title),
            event=event,
            area=_official_area(reading, official),
        ),
        day.guess,
    )


def _official_event(reading: Reading, official: OfficialHead) -> EventKind:
    """A report is one; a resolution or notice is of the meeting that its title names; plans and others are of none."""
    if official.kind == "report":
        return "report"
    if official.kind not in ("resolution", "notice", "other") or official.title_line is None:
        return "other"
    found = event_in(reading.low, *official.title_line)
    return found if found is not None and found != "report" else "other"


def _official_area(reading: Reading, official: OfficialHead) -> str | None:
    """The issuer's area, be it below a province, else that of the title or of a national body, else of the date."""
    below = below_province(official.issuer or "")
    if below is not None:
        return below
    named = province_of(official.issuer or "")
    of_issuer = named if named and official.issuer_area == country() else official.issuer_area or named
    if of_issuer:  # the motto beside a name of three lines names the country
        return of_issuer
    titled = area_within(reading, *official.title_line) if official.title_line else None
    if titled or official.national:
        return titled or country()
    title = Line(*official.title_line) if official.title_line and official.issuer is None else None
    return find_area(reading, title, top_lines(reading, 12))


def _news_head(reading: Reading, document: Document, *, of_press: bool) -> tuple[Head, Guess | None]:
    known = document.head
    stamped = read_stamped(reading)
    top = top_lines(reading, _TOP_LINES, stamped.line.end if stamped is not None else 0)
    title = find_title(reading, top, known.title)
    lead = _lead(reading, top, title.after)
    published = known.published or day_of_the_story(reading, find_published(reading, top))
    foot = lead_at_foot(reading, title.line)
    dateline = find_dateline(reading, [foot]) if foot is not None else None
    dateline = dateline or find_dateline(reading, [line for line in lead if not stands_on(reading, line)])
    day = _dated(reading, dateline, published)
    if dateline is not None and dateline.today and day.date and published is None:
        published = day.date
    if dateline is None and published and len(published) == 10 and says_today(reading, lead):
        day = _Day(published)
    written = as_written(reading, *title.line) if title.line else None
    told = dateline is not None or published is not None
    kind = copied_kind(reading, top, title.line, lead, dateline)
    kind = kind or unofficial_kind(reading, document, lead, told=told)
    if (kind != "news" or not of_press) and title.line is not None:
        written = as_written(reading, *whole_title(reading, title.line, top))
    return (
        Head(
            title=written,
            date=find_adopted(reading) if kind == "resolution" else None,
            published=published,
            event_date=day.date,
            type=kind,
            issuer=read_issuer(reading) if kind != "news" else None,
            source_kind=source_kind(kind, None, known.title or written),
            event=_news_event(reading, title.line, lead, dateline),
            area=find_area(reading, title.line, lead, foot),
        ),
        day.guess,
    )


def _lead(reading: Reading, top: list[Line], start: int) -> list[Line]:
    """The first lines after the title, date lines left out; the first begins where running text does."""
    found: list[Line] = []
    for line in top:
        if line.start - start >= _LEAD_LENGTH or len(found) == _LEAD_LINES:
            break
        if line.end > start and not is_stamp_line(reading, line):
            found.append(Line(max(line.start, start), line.end))
    return found


def _news_event(reading: Reading, title: Line | None, lead: list[Line], dateline: Dateline | None) -> EventKind:
    """The event of the sentence with the dateline, else of the title, else of the first four lines."""
    if not lead:
        return "other"
    if event_in(reading.low, (title or lead[0]).start, lead[-1].end) is None:  # one look at all spares most articles
        return "other"
    ranges = _sentence_of(reading, dateline.start) if dateline is not None else []
    ranges += [title] if title is not None else []
    for one in (*ranges, *lead[:4]):
        found = event_in(reading.low, one.start, one.end)
        if found is not None:
            return found
    return "other"


def _sentence_of(reading: Reading, at: int) -> list[Line]:
    number = bisect_right(reading.sentences, at, key=lambda sentence: sentence.start) - 1
    return [Line(reading.sentences[number].start, reading.sentences[number].end)] if number >= 0 else []


def _dated(reading: Reading, dateline: Dateline | None, known: str | None) -> _Day:
    """A dateline with its year: the printed one, else that of the known date of the paper, else an inferred one.

    A day more than sixty days after the known date lies in the year before: published 2022-01-02, `ngày 30/12` -> 2021.
    """
    if dateline is None:
        return _Day(None)
    if dateline.year is not None:
        return _Day(None if lies_back(reading, dateline) else _iso(dateline.year, dateline))
    if known is not None:
        year = int(known[:4])
        months_after = dateline.month - int(known[5:7]) if len(known) >= 7 else 0
        return _Day(_iso(year - 1 if months_after > 2 else year, dateline))
    guess = infer_year(reading, dateline.day, dateline.month)
    return _Day(_iso(guess.year, dateline), guess) if guess else _Day(None)


def _iso(year: int, dateline: Dateline) -> str | None:
    if not is_day(year, dateline.month, dateline.day):
        return None
    return f"{year}-{dateline.month:02}-{dateline.day:02}"
