"""The title of an official paper: the name of its type and the lines of its subject, or the subject of a letter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from camket.extract.head.authority import opens_authority, without_authority
from camket.extract.head.issuer import names_a_body
from camket.extract.head.kind import is_spoken, opening_type, types_by_name
from camket.extract.head.lines import Line, as_written
from camket.extract.head.names import in_running_case
from camket.extract.head.number import names_a_standard
from camket.extract.head.societies import as_in_the_text, names_a_society
from camket.extract.lexicon import BODY
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.fold import fold

_RULE = expression(r"[-_*=~—.o|\s]+$")
_PART = r"(?:phần|chương|điều) (?:[ivx\d]+|thứ \w+|một|hai|ba|mở đầu|[a-d])(?!\w)|[ivx\d]+ ?[.)-] "
_BODY_BEGINS = expression(
    r"(?:căn cứ|thực hiện|kính gửi|kính thưa|thi hành|ngày \d|triển khai thực hiện|trên cơ sở"
    rf"|{_PART}|[(*])"
)
_NO_SUBJECT = expression(rf"(?:căn cứ|kính gửi|kính thưa|ngày \d|nội dung ?:|trích yếu|{_PART}|\((?!v/v|về việc)|[*])")
_PRINTED = expression(
    r"(?:[^\W\d]+ ){0,4}[^\W\d]+ ?[-,] ?(?:(?:tháng \d{1,2}|năm) ?[/-]? ?)*(?:19|20)\d\d|năm (?:19|20)\d\d"
)
"""Place and year at the foot of a cover: `HÀ NỘI - 2031`."""
_HEADING = expression(rf"(?:{_PART})")
_OPEN_END = expression(r"(?:[,-]|(?<!\w)(?:và|của|về|cho|tại|năm|tỉnh|thành phố|với|các|trong|theo|là))$")
_ABOUT = expression(r"(?:về (?:việc|chủ trương)|v/v)(?!\w)")
_SHORT_ABOUT = expression(r"V/[vV]:? ")
_OFFICE = expression(
    r"(?:tổ trưởng|trưởng ban|chủ tịch|chủ nhiệm|(?:tổng )?giám đốc|(?:chi |tổng )?cục trưởng|hiệu trưởng|thủ trưởng"
    r"|bộ trưởng|bí thư|viện trưởng|chánh|ban|hội đồng)(?!\w)"
)
"""Who decides, in capitals below a subject in small letters."""
_NUMBERED = expression(r"(?:[ivx\d]+|[a-zđ]) ?[.)/-]|[-+•]")
_CALLED = expression(
    r"(?:trích yếu(?: nội dung)?|vấn đề trình|nội dung(?: trình| xin ý kiến)?) ?: ?(?P<subject>[^\n;]{8,400}?)"
    r"(?=[.;]? [ivx]{1,4}\. |[.;]? \d\. |[.;]?(?:\n|$))"
)
"""How the slips of an office say what they are about: `2. Trích yếu: V/v cho phép hợp nhất ...`."""
_ENGLISH = expression(r"(?<!\w)(?:of|for|the|and|with)(?!\w)|^(?:national|technical)(?!\w)", re.IGNORECASE)
_SLIP = "phiếu"
_LONG, _LONG_PART, _LONGEST = 250, 260, 700
_MOST_LINES, _REST = 6, 4
_TO_SUBJECT = 2500


class Title(NamedTuple):
    """Type and subject joined (`Kế hoạch phát triển ... năm 2022`), their range, and where the body begins."""

    text: str | None
    line: Line | None
    body: int


def title_of_letter(subject: str | None, body: int) -> Title:
    """A letter is called by its subject."""
    return Title(f"Về việc {subject}" if subject else None, None, body)


def title_of(reading: Reading, type_line: Line, below: Sequence[Line], issuer: str | None) -> Title:
    """The title whose type stands on a line, from the lines below that."""
    name = _in_its_case(reading, type_line)
    meant = opening_type(reading, type_line)
    if meant and not fold(name).startswith(meant):
        name = meant.capitalize()
    name = without_authority(name, issuer)
    lines = _subject(
        reading, _of_cover(reading, type_line, below), issuer, speaks=meant is not None and is_spoken(meant)
    )
    if not lines:
        said = _said_of_a_slip(reading, type_line) if meant and meant.startswith(_SLIP) else None
        return Title(f"{name} {said}" if said else name, type_line, type_line.end)
    whole = Line(lines[0].start, lines[-1].end)
    subject = _in_its_case(reading, whole)
    if subject.startswith("(") and subject.endswith(")"):
        subject = subject[1:-1].strip()
    if (short := _SHORT_ABOUT.match(subject)) is not None:
        subject = f"Về việc {subject[short.end() :]}"
    if fold(subject).startswith(f"{fold(name)} "):  # `QUY CHẾ` / `Quy chế làm việc của ...`
        return Title(subject, whole, whole.end)
    is_law = types_by_name()[meant].reference_type == "law" if meant else False
    if not (is_law and not fold(subject).startswith("về ")):
        subject = _continued(reading, whole, subject)
    return Title(f"{name} {subject}", Line(type_line.start, whole.end), whole.end)


def _of_cover(reading: Reading, type_line: Line, below: Sequence[Line]) -> Sequence[Line]:
    """The lines behind the number of a standard, up to those that say the same in English.

    Below a type that says what it is about stands the foot of the cover.
    """
    texts = [reading.text[slice(*line)] for line in below]
    first = next((at for at, text in enumerate(texts) if not names_a_standard(text)), 0)
    if " về " in reading.low[slice(*type_line)] and first < len(below):
        low = reading.low[slice(*below[first])]
        if _PRINTED.fullmatch(low) and not low.startswith("năm "):
            return ()
    ends = (at for at, text in enumerate(texts[:_MOST_LINES]) if text.isascii() and _ENGLISH.search(text) is not None)
    return below[first : next(ends, None)]


def _in_its_case(reading: Reading, line: Line) -> str:
    written = as_written(reading, *line)
    running = in_running_case(written)
    return running if running == written else as_in_the_text(reading, running, line.end)


def _subject(reading: Reading, lines: Sequence[Line], issuer: str | None, *, speaks: bool) -> list[Line]:
    """The lines of the subject: the first, those that a line plainly goes on with, and those up to the authority."""
    found: list[Line] = []
    for at, line in enumerate(lines):
        text, low = reading.text[line.start : line.end], reading.low[line.start : line.end]
        opens_body = _BODY_BEGINS.match(low) if found or len(text) > 150 else _NO_SUBJECT.match(low)
        if _RULE.match(text) or (opens_body and not text[0].islower() and not text.isupper()):
            break
        if _HEADING.match(low) or (found and _PRINTED.fullmatch(low)):
            break
        if found and not _goes_on(reading.text[found[-1].start : found[-1].end], text):
            break
        if found and opens_authority(reading, found[-1], line, issuer):
            break
        if not found and (text.endswith(":") or not _may_be_one(reading, lines, at, issuer)):
            break
        found.append(line)
    if not found:
        return []
    return found[:_MOST_LINES] + _rest(reading, lines[len(found) :], found[-1], issuer, speaks=speaks)


def _may_be_one(reading: Reading, lines: Sequence[Line], at: int, issuer: str | None) -> bool:
    """Whether a line is short enough for a subject; a long one that says what it is about ends at who decides."""
    line = lines[at]
    if line.end - line.start <= _LONG:
        return True
    is_about = _ABOUT.match(reading.low, line.start) is not None and line.end - line.start <= _LONGEST
    return is_about and at + 1 < len(lines) and _closes(reading, line, lines[at + 1], issuer)


def _rest(reading: Reading, below: Sequence[Line], above: Line, issuer: str | None, *, speaks: bool) -> list[Line]:
    """The lines that go on with a subject broken by hand: short, and followed by who decides or by the first words.

    Below the subject of a speech stands who speaks.
    """
    found: list[Line] = []
    for line in below[:_REST]:
        if _closes(reading, above, line, issuer):
            return found
        text = reading.text[line.start : line.end]
        if speaks and names_a_body(text) and not _goes_on(reading.text[above.start : above.end], text):
            return found
        apart = text[-1] in ".:;" or _NUMBERED.match(reading.low, *line) is not None
        if apart or len(text) > _LONG_PART or text.isupper() != reading.text[above.start : above.end].isupper():
            return []
        found.append(line)
        above = line
    return []


def _closes(reading: Reading, above: Line, line: Line, issuer: str | None) -> bool:
    """Whether a line is the rule, the authority or the first line of the body behind a subject."""
    if _RULE.match(reading.text, *line) or _NO_SUBJECT.match(reading.low, *line):
        return True
    text, upper = reading.text[slice(*line)], reading.text[slice(*above)].isupper()
    if text.isupper() and not upper and _OFFICE.match(reading.low, *line):
        return True
    return (text.isupper() or upper) and opens_authority(reading, above, line, issuer)


def _goes_on(before: str, text: str) -> bool:
    both_capitals = before.isupper() and text.isupper()
    return both_capitals or text[0].islower() or text[0].isdigit() or _OPEN_END.search(before.lower()) is not None


def _continued(reading: Reading, whole: Line, subject: str) -> str:
    """The subject behind the type: its first letter small, unless it opens with the name of a body or area."""
    named = any(mark.start == whole.start for kind in (BODY, "area") for mark in reading.marked(kind, *whole))
    named = named or names_a_society(subject)
    return subject if named or subject[:2].isupper() else subject[0].lower() + subject[1:]


def _said_of_a_slip(reading: Reading, type_line: Line) -> str | None:
    found = _CALLED.search(reading.low, type_line.end, type_line.end + _TO_SUBJECT)
    if found is None:
        return None
    subject = as_written(reading, *found.span("subject")).rstrip(" .")
    about = _ABOUT.match(fold(subject))
    return f"về việc {subject[about.end() :].lstrip(' :')}" if about else subject[0].lower() + subject[1:]
