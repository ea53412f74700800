"""The card of a paper as portals of law and of offices print it: labels with their values, in a table or in lines.

`Số hiệu: 12/2025/NĐ-CP`, `Ngày ban hành: 15/06/2025`, `Cơ quan ban hành: Chính phủ`, `Người ký: ...` stand above or
beside the text of the paper; values that a portal keeps to its members (`Đã biết`) or has not yet are none.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from camket.extract.head.issuer import names_a_body
from camket.extract.head.kind import kind_of_type, types_by_name
from camket.extract.head.lines import as_written, top_lines
from camket.extract.head.names import in_running_case
from camket.extract.head.news import is_day
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.fold import fold
from camket.model.document import DocumentKind

_LABELS = {
    "number": r"số ?(?:/|và)? ?(?:ký )?hiệu(?: văn bản)?|số văn bản",
    "date": r"ngày (?:ban hành|ký(?: xác thực)?|văn bản)",
    "issuer": r"(?:cơ quan|nơi|đơn vị)(?: ban hành|(?: ban hành)? ?/ ?(?:chức danh|người ký))",
    "type": r"(?:loại|hình thức) văn bản|thể loại",
    "signer": r"người ký(?: (?:văn bản|duyệt))?",
    "other": r"ngày (?:có )?hiệu lực|ngày hết hiệu lực|ngày (?:đăng )?công báo|số công báo|tình trạng(?: hiệu lực)?"
    r"|trích yếu(?: nội dung)?|lĩnh vực|ngành|chức danh|phạm vi|ngày cập nhật|tệp đính kèm|file đính kèm|tải về",
}
_LABEL = expression(
    r"(?:^ *|(?<=[\s|]))(?:"
    + "|".join(f"(?P<{name}>{label})" for name, label in _LABELS.items())
    + r")(?:(?P<colon> ?:)|(?=[ |]|$))",
    re.MULTILINE,
)
_VALUE = expression(r"[\s|]*(?P<value>[^\s|](?: ?[^\s|])*)")
_NUMBER = expression(r"\d[\w.]*(?:[-/][\wĐđ.&-]+)+")
_DAY = expression(r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>(?:19|20)\d\d)$")
_NAME = expression(r"[^\W\d_]+(?: [^\W\d_]+){1,4}")
_TOP = 60
_LEAST = 3
_OF_A_CARD, _WITHIN, _ISSUER_WITHIN = "ngày ban hành", 3000, 8
_MOTTO = expression(r"(?:CỘNG\s+HÒA\s+XÃ|ĐẢNG\s+CỘNG\s+SẢN)")
_FULL_LINE = expression(r"^[^\n]*[^\W_][^\n]*$", re.MULTILINE)


class Card(NamedTuple):
    """What the card says; the date is ISO."""

    number: str | None = None
    date: str | None = None
    issuer: str | None = None
    kind: DocumentKind | None = None
    signer: str | None = None


def below_card(reading: Reading) -> int:
    """Where the letterhead begins below a card that takes a line for each label and value; 0 where none stands so."""
    card = reading.low.find(_OF_A_CARD, 0, _WITHIN)
    motto = _MOTTO.search(reading.text, card, card + _WITHIN) if card >= 0 else None
    if motto is None:
        return 0
    above = list(_FULL_LINE.finditer(reading.text, card, motto.start()))
    return above[-_ISSUER_WITHIN].start() if len(above) > _ISSUER_WITHIN else 0


def read_card(reading: Reading) -> Card | None:
    """The card at the top of a page; None where fewer than three labels stand there, or neither number nor date."""
    if "ban hành" not in reading.low:
        return None
    lines = top_lines(reading, _TOP)
    end = lines[-1].end if lines else 0
    if "ban hành" not in reading.low[:end]:
        return None
    labels = [found for found in _LABEL.finditer(reading.low, 0, end) if _opens_a_cell(reading, found)]
    if len({_field(found) for found in labels}) < _LEAST:
        return None
    values: dict[str, str] = {}
    for at, found in enumerate(labels):
        after = labels[at + 1].start() if at + 1 < len(labels) else end
        value = _value(reading, found.end(), after)
        if value:
            values.setdefault(_field(found), value)
    card = _card(values)
    return card if card.number or card.date else None


def _opens_a_cell(reading: Reading, label: re.Match[str]) -> bool:
    """Whether a label has its colon, or opens a line or a cell: without either its words are those of a sentence."""
    start = label.start()
    before = reading.folded.quote(start - 1, start) if start else "\n"
    return label["colon"] is not None or before in "\n\t|" or reading.low[start : start + 1] in "\n "


def _field(label: re.Match[str]) -> str:
    return next(name for name in _LABELS if label[name])


def _value(reading: Reading, start: int, end: int) -> str:
    """What stands behind a label: in its line, else in the next one, up to the next label or a wide gap."""
    found = _VALUE.match(reading.text, start, end)
    return as_written(reading, *found.span("value")).strip(" :;") if found else ""


def _card(values: dict[str, str]) -> Card:
    number = _NUMBER.match(values.get("number", ""))
    type_ = types_by_name().get(fold(values.get("type", "")))
    signer = _NAME.fullmatch(values.get("signer", ""))
    issuer = values.get("issuer", "")
    return Card(
        number=number[0] if number else None,
        date=_date(values.get("date", "")),
        issuer=in_running_case(issuer) if names_a_body(issuer) else None,
        kind=kind_of_type(type_) if type_ else None,
        signer=signer[0] if signer and not _is_withheld(signer[0]) else None,
    )


def _is_withheld(value: str) -> bool:
    return fold(value) in ("đã biết", "đang cập nhật", "chưa cập nhật", "không có", "dữ liệu đang cập nhật", "--")


def _date(value: str) -> str | None:
    found = _DAY.match(value)
    if found is None or not is_day(int(found["year"]), int(found["month"]), int(found["day"])):
        return None
    return f"{found['year']}-{int(found['month']):02}-{int(found['day']):02}"
