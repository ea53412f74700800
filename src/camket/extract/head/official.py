"""The head of an official paper: number, place and date, issuer, type with subject, recipients, signer.

State papers follow Decree 30/2020/NĐ-CP, Party papers Guide 36-HD/VPTW. The head has two columns, which text keeps side
by side, one below the other, or glued; so each part is known by its own wording and cut out, and what is left above the
number is the issuer.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from camket.extract.head.area import area_within
from camket.extract.head.authority import in_full, opens_authority, without_authority
from camket.extract.head.card import below_card
from camket.extract.head.issuer import issuer_of, names_a_body, naming_bodies
from camket.extract.head.kind import kind_of_type, type_of_number, types_by_letters, types_by_name
from camket.extract.head.lines import Line, as_written, top_lines
from camket.extract.head.motto import MOTTO, motto_at
from camket.extract.head.names import in_capitals, in_running_case
from camket.extract.head.news import is_day
from camket.extract.head.number import NAMED, NUMBER_BEHIND, find_number, open_signs, opens_with_number, written_number
from camket.extract.head.pieces import printed_lines
from camket.extract.head.titled import TitledHead, read_titled
from camket.extract.head.union import is_union, of_union, union_at
from camket.extract.lexicon import BODY
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.fold import fold, plain
from camket.model.document import DocumentKind

_TELLS_OF_A_PAPER = expression(rf"[^|]*\w ?[:-] {NAMED} [Ss]ố ?:? ?\d")
"""The title of a page: `Nội dung: Quyết định số 5/...`."""
_PLACE_AND_DATE = expression(
    r"(?P<place>[^\W\d_][\w. -]{1,40}?),\s?(?i:ngày)\s{0,3}(?P<day>\d{1,2}|[ .…_]*|\S{1,5}?) {0,3}"
    r"[Tt]h[aáàảãạăắâấ]ng {0,3}(?P<month>\d{1,2}|[ .…_]*|\S{1,4}?) {0,3}"
    r"năm {0,3}(?P<year>(?:19|20)\d ?\d)"
)
_DATE_BEHIND_A_PLACE = expression(r", ?[Nn]gày ?(?:\d{1,2}|[ .…_]*) ?tháng")
_RULE = expression(r"[-_*=~—.o|\s]+$")
_DRAWN = expression(r"[-_=~—*]{3,}")
_BAR = expression(r"[|•·]|(?<=\s)[_.~'`“”\"]+(?=\s|$)")
"""What copies of web pages leave of tables and lists, and recognisers make of the edge between two columns."""
_SUBJECT_OF_A_LETTER = expression(r"(?:^|  +)(?:V/v|V/V|Về việc)[: ]+(?P<subject>\S(?: ?\S)*)")
_GROUNDS = expression(r"(?:căn cứ|theo đề nghị|xét) ")
_ADDRESSED = expression(r"^kính gửi ?:?")
_CELL = expression(r"\S(?: ?\S)*")
_WORD = expression(r"\S+")
_REMARK = expression(r" \([^()]*\)$")
_OPEN = expression(r"…|\.\.")
_TOP = 30
_LONG = 220
_SIGNS_WITHIN = 1500
_BODIES_OF_A_COVER = 3


class OfficialHead(NamedTuple):
    """What the head of an official paper says.

    `signs` are those of a number whose digits are open (`/QĐ-UBND`); `body` is where the text after the head begins.
    """

    kind: DocumentKind
    title: str | None
    title_line: Line | None
    number: str | None
    signs: str | None
    date: str | None
    place: str | None
    issuer: str | None
    issuer_area: str | None
    national: bool
    body: int


class _Parts(NamedTuple):
    issuers: list[Line]
    number: re.Match[str] | None
    dated: re.Match[str] | None
    type_line: Line | None
    signs: int
    letter_subject: str | None
    of_union: bool = False
    is_addressed: bool = False


def read_official(reading: Reading) -> OfficialHead | None:
    """The head of an official paper; None where the text is none.

    A paper is official where two of the signs stand at its top (motto of the State or name of the Party, number line,
    place and date, name of the type in capitals on a line or the subject of a letter), or where the name of the type
    is its first line, or stands below bodies alone.
    """
    start = below_card(reading)
    first = top_lines(reading, 1, start)
    if not first:
        return None
    opens_with_type = reading.text[slice(*first[0])].isupper() and _type_name(reading, first[0]) is not None
    if opens_with_type and (titled := read_titled(reading, _end_of_type(reading, first[0]))):
        return _titled_head(reading, first[0], titled)
    covered = opens_with_type or bool(_of_cover(reading, top_lines(reading, _BODIES_OF_A_COVER + 1, start)))
    if not covered and not _may_be_official(reading.text[start : start + _SIGNS_WITHIN]):
        return None
    lines = letterhead(reading, printed_lines(reading, top_lines(reading, 2 * _TOP if start else _TOP, start)))
    parts = _parts(reading, lines)
    is_one = parts.signs >= 2 or (covered and parts.type_line is not None)
    return _head(reading, lines, parts) if is_one else None


def read_issuer(reading: Reading) -> str | None:
    """Who issues a paper that shows no other sign of a head: a body in capitals beside the motto, or above the type.

    Forms and schedules have the first, covers of reports and procedures the second (`BỘ Y TẾ` / `BỆNH VIỆN ...` / `QUY
    TRÌNH ...`).
    """
    lines = printed_lines(reading, top_lines(reading, _TOP))
    bodies = _of_cover(reading, lines)
    if not bodies and (motto := motto_at(reading, lines)) >= 0:
        bodies = _parts(reading, letterhead(reading, lines[: motto + 1])).issuers
    named = [" ".join(reading.text[body.start : body.end].split()) for body in bodies]
    if not named or any(map(_OPEN.search, named)):
        return None
    return issuer_of(named) if named[0].isupper() and names_a_body(named[0]) else None


def _of_cover(reading: Reading, lines: list[Line]) -> list[Line]:
    found: list[Line] = []
    for line in lines[: _BODIES_OF_A_COVER + 1]:
        if not reading.text[line.start : line.end].isupper():
            break
        if _type_name(reading, line) is not None:
            return found
        found.append(line)
    return []


def _may_be_official(top: str) -> bool:
    """A cheap look that spares the news the whole search."""
    if any(sign in top for sign in ("CỘNG HÒA XÃ HỘI", "SẢN VIỆT NAM", "Hạnh phúc", "HỒ CHÍ MINH\n")):
        return True
    return _DATE_BEHIND_A_PLACE.search(top) is not None


def _parts(reading: Reading, lines: list[Line]) -> _Parts:
    number = dated = None
    issuers: list[Line] = []
    motto = motto_at(reading, lines)
    union = union_at(reading, lines) if motto < 0 else -1
    motto = max(motto, union)
    letter_subject = type_line = None
    addressed = False
    for at, line in enumerate(lines):
        text = reading.text[line.start : line.end]
        if addressed and dated:  # whom the paper goes to stood in the left column: what follows the day is its body
            break
        addressed = addressed or is_addressed(reading, line)
        if at > motto and type_line is None and in_capitals(_REMARK.sub("", text)) and _type_name(reading, line):
            type_line = line
            continue
        if at > motto and (type_line is not None or len(text) > _LONG or _opens_body(reading, line)):
            addressed = addressed or is_addressed(reading, line)
            break
        dated = dated or _PLACE_AND_DATE.search(text)
        letter = _SUBJECT_OF_A_LETTER.search(text)
        if letter_subject and (text[0].islower() or (at < motto and not _opens_body(reading, line))):
            letter_subject = f"{letter_subject} {text}" if text[0] not in "-+" else letter_subject
            continue
        letter_subject = letter_subject or (letter["subject"] if letter else None)
        found = find_number(reading, lines, at)
        if number is None and found is None and letter is None and not (dated and issuers):
            issuers += _cells(reading, line)
        number = number or found
    is_typed = type_line is not None or letter_subject is not None
    signs = (motto >= 0) + (number is not None) + (dated is not None) + is_typed
    bodies = naming_bodies(reading, issuers)
    if union >= 0:
        bodies = [cell for cell in bodies if not is_union(reading, cell)]
    return _Parts(bodies, number, dated, type_line, signs, letter_subject, union >= 0, addressed)


def letterhead(reading: Reading, lines: list[Line]) -> list[Line]:
    """The lines from the letterhead on: a web page sets its own title, days and remarks above that.

    What is above ends with a long line, or with one that opens with the name of a type in small letters.
    """
    above = -1
    for at in range(motto_at(reading, lines)):
        text = reading.text[lines[at].start : lines[at].end]
        if opens_with_number(text) or _SUBJECT_OF_A_LETTER.match(text):
            break
        above = at if _is_of_a_page(reading, lines[at]) else above
    return lines[above + 1 :]


def _is_of_a_page(reading: Reading, line: Line) -> bool:
    text = reading.text[line.start : line.end]
    if len(text) > _LONG:
        return True
    return not text.isupper() and (_type_name(reading, line) is not None or _TELLS_OF_A_PAPER.match(text) is not None)


def _opens_body(reading: Reading, line: Line) -> bool:
    return is_addressed(reading, line) or _GROUNDS.match(reading.low, line.start, line.end) is not None


def is_addressed(reading: Reading, line: Line) -> bool:
    """Whether a line opens with `Kính gửi`."""
    return _ADDRESSED.match(reading.low[line.start : line.end]) is not None


def _is_of_head(text: str) -> bool:
    return _RULE.match(text) is not None or any(sign.search(text) for sign in (MOTTO, _PLACE_AND_DATE))


def is_of_letterhead(reading: Reading, line: Line) -> bool:
    """Whether a line holds the motto, the place and date, or a drawn rule."""
    return _is_of_head(reading.text[line.start : line.end])


def _cells(reading: Reading, line: Line) -> list[Line]:
    """The parts of a line set apart by blanks, without motto, date and drawn rules."""
    text = reading.text[line.start : line.end].replace("\n", " ")  # a name that was broken into lines is one cell
    for pattern in (MOTTO, _PLACE_AND_DATE, NUMBER_BEHIND, _DRAWN, _BAR):
        text = pattern.sub(lambda found: " " * len(found[0]), text)
    cells = [Line(line.start + cell.start(), line.start + cell.end()) for cell in _CELL.finditer(text)]
    return [cell for cell in cells if not _RULE.match(reading.text[cell.start : cell.end])]


def _type_name(reading: Reading, line: Line) -> str | None:
    """The name of a type of paper with which a line begins, the longest.

    A line in capitals that is nothing but such a name may have wrong marks: recognisers of scans lose them.
    """
    words = reading.low[line.start : line.end].split()
    names = types_by_name()
    for count in range(min(6, len(words)), 0, -1):
        name = " ".join(words[:count])
        if name in names:
            return name
    whole = reading.text[line.start : line.end]
    return types_by_letters().get(plain(" ".join(words))) if whole.isupper() else None


def _head(reading: Reading, lines: list[Line], parts: _Parts) -> OfficialHead:
    number = written_number(parts.number)
    place = " ".join(parts.dated["place"].split()) if parts.dated else None
    head_end = parts.type_line.start if parts.type_line is not None else lines[-1].end
    below = [line for line in lines if parts.type_line is not None and line.start > parts.type_line.start]
    named = issuer_of([" ".join(reading.text[cell.start : cell.end].split()) for cell in parts.issuers], number or "")
    issuer = of_union(named) if parts.of_union else in_full(reading, named, below, place)
    title, title_line, body = _title(reading, lines, parts, issuer)
    areas = [area_within(reading, cell.start, cell.end) for cell in parts.issuers]
    if not any(areas) and len(areas) > 1:  # a name that is broken into two cells
        areas = [area_within(reading, parts.issuers[0].start, parts.issuers[-1].end)]
    national = any(
        mark.value for cell in parts.issuers for mark in reading.marked(BODY, cell.start, cell.end)
    ) and not any(areas)
    return OfficialHead(
        kind=_kind(reading, parts, number),
        title=title,
        title_line=title_line,
        number=number,
        signs=open_signs(reading, lines, parts.number, head_end) if number is None else None,
        date=_date(parts.dated),
        place=place,
        issuer=issuer,
        issuer_area=next((area for area in areas if area), None),
        national=national,
        body=body,
    )


def _end_of_type(reading: Reading, line: Line) -> int:
    name = _type_name(reading, line) or ""
    words = list(_WORD.finditer(reading.text, *line))[: len(name.split())]
    return words[-1].end() if words else line.end


def _titled_head(reading: Reading, first: Line, titled: TitledHead) -> OfficialHead:
    type_line = Line(first.start, _end_of_type(reading, first))
    below = top_lines(reading, _TOP, titled.end)
    head = _head(reading, [type_line, *below], _Parts([], None, None, type_line, 1, None))
    named = titled.named or type_line
    area = area_within(reading, *named)
    return head._replace(
        number=titled.number,
        date=titled.date,
        issuer=titled.issuer,
        issuer_area=area,
        national=area is None and any(mark.value for mark in reading.marked(BODY, *named)),
    )


def _date(found: re.Match[str] | None) -> str | None:
    """ISO, as much as is filled in and can be read: `2026-02-05`, `2026-02`, `2026`."""
    if found is None:
        return None
    year, month, day = (
        found["year"].replace(" ", ""),
        found["month"].strip(),
        found["day"].strip().replace("O", "0"),
    )  # as recognisers read it
    if not month.isdecimal() or not is_day(int(year), int(month), 1):
        return year
    if not day.isdecimal() or not is_day(int(year), int(month), int(day)):
        return f"{year}-{int(month):02}"
    return f"{year}-{int(month):02}-{int(day):02}"


def _kind(reading: Reading, parts: _Parts, number: str | None) -> DocumentKind:
    if parts.type_line is not None:
        name = _type_name(reading, parts.type_line)
        return kind_of_type(types_by_name()[name]) if name else "other"
    type_ = type_of_number(number) if number else None
    if type_ is not None:
        return kind_of_type(type_)
    return "letter" if parts.letter_subject or parts.is_addressed else "other"


def _title(
    reading: Reading, lines: list[Line], parts: _Parts, issuer: str | None
) -> tuple[str | None, Line | None, int]:
    """Type and subject joined (`Kế hoạch phát triển ... năm 2022`), their range, and where the body begins."""
    if parts.type_line is None:
        end = parts.dated.end() if parts.dated else 0
        subject = parts.letter_subject
        return (f"Về việc {subject}" if subject else None), None, max(lines[0].end, end)
    name = in_running_case(as_written(reading, *parts.type_line))
    meant = _type_name(reading, parts.type_line)
    if meant and not fold(name).startswith(meant):
        name = meant.capitalize()
    name = without_authority(name, issuer)
    subject_lines = _subject(reading, [line for line in lines if line.start > parts.type_line.start], issuer)
    if not subject_lines:
        return name, parts.type_line, parts.type_line.end
    whole = Line(subject_lines[0].start, subject_lines[-1].end)
    subject = in_running_case(as_written(reading, *whole))
    is_law = types_by_name()[_type_name(reading, parts.type_line) or ""].reference_type == "law"
    if is_law and not fold(subject).startswith("về "):
        return f"{name} {subject}", Line(parts.type_line.start, whole.end), whole.end
    return f"{name} {_continued(reading, whole, subject)}", Line(parts.type_line.start, whole.end), whole.end


_BODY_BEGINS = expression(
    r"(?:căn cứ|thực hiện|kính gửi|thi hành|ngày \d|triển khai thực hiện|trên cơ sở"
    r"|(?:phần|chương|điều) \w+|[ivx\d]+ ?[.)-] |[(*])"
)
_NO_SUBJECT = expression(r"(?:căn cứ|kính gửi|ngày \d|(?:phần|chương|điều) \w+|[ivx\d]+ ?[.)-] |[(*])")
_OPEN_END = expression(r"(?:[,-]|(?<!\w)(?:và|của|về|cho|tại|năm|tỉnh|thành phố|với|các|trong|theo|là))$")


def _subject(reading: Reading, lines: list[Line], issuer: str | None) -> list[Line]:
    """The lines of the subject: the first, and those that a line plainly goes on with."""
    found: list[Line] = []
    for line in lines:
        text, low = reading.text[line.start : line.end], reading.low[line.start : line.end]
        opens_body = _BODY_BEGINS.match(low) if found or len(text) > 150 else _NO_SUBJECT.match(low)
        if _RULE.match(text) or (opens_body and not text[0].islower() and not text.isupper()):
            break
        if found and not _goes_on(reading.text[found[-1].start : found[-1].end], text):
            break
        if found and opens_authority(reading, found[-1], line, issuer):
            break
        if not found and (len(text) > 250 or text.endswith(":")):
            break
        found.append(line)
    return found[:6]


def _goes_on(before: str, text: str) -> bool:
    both_capitals = before.isupper() and text.isupper()
    return both_capitals or text[0].islower() or text[0].isdigit() or _OPEN_END.search(before.lower()) is not None


def _continued(reading: Reading, whole: Line, subject: str) -> str:
    """The subject behind the type: its first letter small, unless it opens with the name of a body or area."""
    named = any(mark.start == whole.start for kind in (BODY, "area") for mark in reading.marked(kind, *whole))
    return subject if named or subject[:2].isupper() else subject[0].lower() + subject[1:]
