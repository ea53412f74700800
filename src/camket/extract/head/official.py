"""The head of an official paper: number, place and date, issuer, type with subject, recipients, signer.

State papers follow Decree 30/2020/NĐ-CP, Party papers Guide 36-HD/VPTW. The head has two columns, which text keeps side
by side, one below the other, or glued; so each part is known by its own wording and cut out, and what is left above the
number is the issuer.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from camket.extract.head.area import area_within
from camket.extract.head.authority import in_full
from camket.extract.head.card import below_card
from camket.extract.head.issuer import issuer_of, names_a_body, naming_bodies
from camket.extract.head.kind import is_listed, is_spoken, kind_of_type, opening_type, type_of_number, types_by_name
from camket.extract.head.lines import Line, as_written, top_lines
from camket.extract.head.motto import MOTTO, motto_at
from camket.extract.head.names import in_capitals
from camket.extract.head.nation import names_the_centre
from camket.extract.head.news import find_published, is_day
from camket.extract.head.number import NAMED, NUMBER_BEHIND, find_number, open_signs, opens_with_number, written_number
from camket.extract.head.pieces import printed_lines
from camket.extract.head.societies import as_in_the_text
from camket.extract.head.subject import Title, title_of, title_of_letter
from camket.extract.head.titled import TitledHead, read_titled
from camket.extract.head.union import is_union, of_union, union_at
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.model.document import DocumentKind

_TELLS_OF_A_PAPER = expression(rf"[^|]*\w ?[:-] {NAMED} [Ss]ố ?:? ?\d")
"""The title of a page: `Nội dung: Quyết định số 5/...`."""
_WITH_ITS_NUMBER = expression(r"\w SỐ \d{1,5}/\d{4}/[A-ZĐ]")
_PLACE_AND_DATE = expression(
    r"(?P<place>[^\W\d_](?:[\w.-]| (?!  )){1,40}?),\s?(?i:ngày)\s{0,3}(?P<day>\d{1,2}|[ .…_]*|\S{1,5}?(?: \S{1,3}?)?)"
    r"\s{0,3}(?:[Tt]h|(?<=\s)h)[aáàảãạăắâấ]ng\s{0,3}(?P<month>\d{1,2}|[ .…_]*|\S{1,4}?)\s{0,3}"
    r"năm\s{0,3}(?P<year>(?:19|20)\d ?\d)"
)
_PLACE_ALONE = expression(r"[^\W\d_][\w. -]{1,40}?,(?: ?[Nn]gày ?\d{0,2})?$")
_REST_OF_DAY = expression(r"(?:^|Hạnh phúc )((?:[Nn]gày ?)?(?:\d{1,2} ?)?tháng ?\d{1,2} ?năm ?(?:19|20)\d\d)$")
"""What two columns hold of one place and day: `Bắc Ninh, ngày 05` and `tháng 3 năm 2025`."""
_DATE_BEHIND_A_PLACE = expression(r", ?[Nn]gày ?(?:\d{1,2}|[ .…_]*) ?tháng")
_RULE = expression(r"[-_*=~—.o|\s]+$")
_DRAWN = expression(r"[-_=~—*]{3,}")
_BAR = expression(r"[|•·]|(?<=\s)[_.~'`“”\"]+(?=\s|$)")
"""What copies of web pages leave of tables and lists, and recognisers make of the edge between two columns."""
_SUBJECT_OF_A_LETTER = expression(
    r"(?:^|  +)(?:(?:V/v|V/V|Về việc)[: ]+|Về (?=(?:kết quả|chủ trương|công tác|tình hình|đề nghị|nội dung) ))"
    r"(?P<subject>\S(?: ?\S)*)"
)
_GROUNDS = expression(r"(?:căn cứ|theo đề nghị|xét) ")
_ADDRESSED = expression(r"^kính gửi ?:?")
_CELL = expression(r"\S(?: ?\S)*")
_WORD = expression(r"\S+")
_REMARK = expression(r" \([^()]*\)$")
_OPEN = expression(r"…|\.\.")
_TOP, _LONG = 30, 220
_SIGNS_WITHIN = 1500
_BODIES_OF_A_COVER = 3


class OfficialHead(NamedTuple):
    """What the head of an official paper says.

    `signs` are those of a number whose digits are open (`/QĐ-UBND`); `body` is where the text after the head begins;
    `numbered` whether papers of its type have numbers, which lists and speeches have not.
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
    numbered: bool = True


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
    opens_with_type = _opens_with_type(reading, first[0])
    if opens_with_type and (titled := read_titled(reading, _end_of_type(reading, first[0]))):
        return _titled_head(reading, first[0], titled)
    covered = opens_with_type or bool(_of_cover(reading, top_lines(reading, _BODIES_OF_A_COVER + 1, start)))
    numbered = opens_with_number(reading.text[slice(*first[0])])
    if not covered and not numbered and not _may_be_official(reading.text[start : start + _SIGNS_WITHIN]):
        return None
    lines = letterhead(reading, printed_lines(reading, top_lines(reading, 2 * _TOP if start else _TOP, start)))
    parts = _parts(reading, lines)
    is_one = parts.signs >= 2 or (covered and parts.type_line is not None)
    return _head(reading, lines, parts) if is_one else None


def _opens_with_type(reading: Reading, line: Line) -> bool:
    """Whether a paper begins with the name of its type; a page of the press may begin so, with the day beside it."""
    name = opening_type(reading, line) if reading.text[slice(*line)].isupper() else None
    return name is not None and (is_listed(name) or find_published(reading, top_lines(reading, _TOP)) is None)


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
        if opening_type(reading, line) is not None:
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
        if at > motto and type_line is None and _is_type_line(reading, line, number if dated else None):
            type_line = line
            continue
        if at > motto and (type_line is not None or len(text) > _LONG or _opens_body(reading, line)):
            addressed = addressed or is_addressed(reading, line)
            break
        told = dated is not None and bool(issuers)  # a body may stand beside the day
        dated = dated or _PLACE_AND_DATE.search(text)
        letter = _SUBJECT_OF_A_LETTER.search(text)
        if letter_subject and (
            text[0].islower() or (at < motto and _goes_on_above_the_motto(reading, lines[:at], line, issuers))
        ):
            letter_subject = f"{letter_subject} {text}" if text[0] not in "-+" else letter_subject
            continue
        if letter_subject and _goes_on_with_a_paper(reading, lines[at:]):
            letter_subject = f"{letter_subject} {text}"
            continue
        letter_subject = letter_subject or (letter["subject"] if letter else None)
        found = find_number(reading, lines, at)
        if number is None and found is None and letter is None and not told:
            issuers += _cells(reading, line)
        number = number or found
    dated = dated or _day_over_columns(reading, lines)
    is_typed = type_line is not None or letter_subject is not None
    signs = (motto >= 0) + (number is not None) + (dated is not None) + is_typed
    bodies = naming_bodies(reading, issuers)
    if union >= 0:
        bodies = [cell for cell in bodies if not is_union(reading, cell)]
    return _Parts(bodies, number, dated, type_line, signs, letter_subject, union >= 0, addressed)


def _day_over_columns(reading: Reading, lines: list[Line]) -> re.Match[str] | None:
    """Place and day of which the left column has the beginning, and the right one the rest."""
    begun = ""
    for line in lines:
        text = reading.text[slice(*line)]
        rest = _REST_OF_DAY.search(text) if begun else None
        if rest is not None:
            return _PLACE_AND_DATE.search(f"{begun} {rest[1]}")
        begun = text if _PLACE_ALONE.match(text) else begun
    return None


def _goes_on_above_the_motto(reading: Reading, above: list[Line], line: Line, issuers: list[Line]) -> bool:
    """Whether a line of the left column goes on with the subject.

    Where that stands above who issues the letter, it ends with that or with the number.
    """
    text = reading.text[slice(*line)]
    behind = not issuers or issuers[-1].end == above[-1].end
    ends = behind and (opens_with_number(text) or (text.isupper() and names_a_body(text)))
    return not (ends or _opens_body(reading, line))


_NAMES_A_PAPER = expression(
    r"(?:[Cc]ông văn|[Cc]ông điện|[Vv]ăn bản|[Tt]ờ trình|[Kk]ế hoạch|[Bb]áo cáo|[Tt]hông báo|[Gg]iấy mời"
    rf"|[Hh]ướng dẫn|[Cc]hương trình|{NAMED}) số \S+(?: [^\W\d_]+){{0,8}}$"
)


def _goes_on_with_a_paper(reading: Reading, lines: list[Line]) -> bool:
    """Whether a line goes on with the subject of a letter by the paper that it carries out: `Công văn số 12/BNV-TH`.

    The subject ends right above whom the letter goes to, or goes on in small letters (`của Bộ Nội vụ`).
    """
    if _NAMES_A_PAPER.match(reading.text[slice(*lines[0])]) is None or len(lines) < _LEAST_BELOW:
        return False
    return reading.text[lines[1].start].islower() or _opens_body(reading, lines[1])


_LEAST_BELOW = 2


def _is_type_line(reading: Reading, line: Line, number: re.Match[str] | None) -> bool:
    """Whether a line names the type in capitals, or in small letters the type that the number has a code for."""
    name = opening_type(reading, line)
    if name is None or in_capitals(_REMARK.sub("", reading.text[slice(*line)])):
        return name is not None
    written = written_number(number)
    coded = type_of_number(written) if written else None
    return coded is not None and coded.id == types_by_name()[name].id and line.end - line.start <= _LONG


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
    titled = not text.isupper() or _WITH_ITS_NUMBER.search(text) is not None
    return titled and (opening_type(reading, line) is not None or _TELLS_OF_A_PAPER.match(text) is not None)


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


def _head(reading: Reading, lines: list[Line], parts: _Parts) -> OfficialHead:
    place = " ".join(parts.dated["place"].split()) if parts.dated else None
    head_end = parts.type_line.start if parts.type_line is not None else lines[-1].end
    below = [line for line in lines if parts.type_line is not None and line.start > parts.type_line.start]
    number = written_number(parts.number, [reading.text[slice(*line)] for line in below[:2]])
    named = issuer_of([" ".join(reading.text[cell.start : cell.end].split()) for cell in parts.issuers], number or "")
    issuer = of_union(named) if parts.of_union else in_full(reading, named, below, place)
    issuer = as_in_the_text(reading, issuer, head_end) if issuer else None
    title = _title(reading, lines, parts, below, issuer)
    name = opening_type(reading, parts.type_line) if parts.type_line is not None else None
    numbered = name is None or is_listed(name)
    speaker = _speaker(reading, title.body) if name is not None and is_spoken(name) and issuer is None else None
    if speaker is not None:
        issuer, parts = as_written(reading, *speaker), parts._replace(issuers=[speaker])
    areas = [area_within(reading, cell.start, cell.end) for cell in parts.issuers]
    if not any(areas) and len(areas) > 1:  # a name that is broken into two cells
        areas = [area_within(reading, parts.issuers[0].start, parts.issuers[-1].end)]
    national = any(names_the_centre(reading, *cell) for cell in parts.issuers) and not any(areas)
    return OfficialHead(
        kind=_kind(reading, parts, number),
        title=title.text,
        title_line=title.line,
        number=number,
        signs=open_signs(reading, lines, parts.number, head_end) if number is None else None,
        date=_date(parts.dated),
        place=place,
        issuer=issuer,
        issuer_area=next((area for area in areas if area), None),
        national=national,
        body=title.body,
        numbered=numbered,
    )


_LONGEST_SPEAKER = 80


def _speaker(reading: Reading, start: int) -> Line | None:
    """The body that holds a speech, alone on the line below its title: `UBND thành phố ...`."""
    line = next(iter(top_lines(reading, 1, start)), None)
    written = reading.text[slice(*line)] if line is not None and line.end - line.start <= _LONGEST_SPEAKER else ""
    return line if written[:1].isupper() and written[-1].isalnum() and names_a_body(written) else None


def _end_of_type(reading: Reading, line: Line) -> int:
    name = opening_type(reading, line) or ""
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
        national=area is None and names_the_centre(reading, *named),
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
        name = opening_type(reading, parts.type_line)
        return kind_of_type(types_by_name()[name]) if name else "other"
    type_ = type_of_number(number) if number else None
    if type_ is not None:
        return kind_of_type(type_)
    return "letter" if parts.letter_subject or parts.is_addressed else "other"


def _title(reading: Reading, lines: list[Line], parts: _Parts, below: list[Line], issuer: str | None) -> Title:
    if parts.type_line is not None:
        return title_of(reading, parts.type_line, below, issuer)
    return title_of_letter(parts.letter_subject, max(lines[0].end, parts.dated.end() if parts.dated else 0))
