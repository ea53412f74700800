"""What a paper is, what kind of source it is, and what event it tells of."""

from __future__ import annotations

import re
from functools import cache

from camket import catalogue
from camket.extract.head.lines import Line
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.fold import fold, plain
from camket.model.document import DocumentKind, EventKind, SourceKind
from camket.model.document_type import DocumentType
from camket.model.indicator import Name

_BY_REFERENCE: dict[str, DocumentKind] = {
    "resolution": "resolution", "decision": "decision", "plan": "plan", "programme": "plan", "scheme": "plan",
}  # fmt: skip
_BY_ID: dict[str, DocumentKind] = {
    "bao_cao": "report", "thong_bao": "notice", "thong_bao_ket_luan": "notice", "thong_cao": "notice",
    "cong_van": "letter", "thu_cong": "letter",
}  # fmt: skip
_SOURCES: dict[DocumentKind, SourceKind] = {
    "news": "press", "report": "report", "resolution": "resolution", "plan": "plan", "notice": "notice",
}  # fmt: skip
_SPEECH = expression(
    r"(?:toàn văn )?(?:bài |diễn văn |lời )?(?:phát biểu|diễn văn)(?: của| khai mạc| bế mạc| kết luận| chỉ đạo| tại)"
    r"|(?:bài )?tham luận(?!\w)"
)
_UNLISTED = (
    "phiếu", "giấy", "danh sách", "phụ lục", "đề cương", "giải trình", "bản giải trình", "thuyết minh",
    "bản thuyết minh", "tài liệu", "quy trình", "lý lịch", "sơ yếu lý lịch", "bản cam kết", "tham luận",
    "bài tham luận", "bài phát biểu", "phát biểu", "diễn văn", "đơn", "đơn đề nghị", "đơn xin phép", "sổ tay",
    "cẩm nang", "niên giám", "quy chuẩn kỹ thuật", "tiêu chuẩn quốc gia",
    "tiêu chuẩn việt nam", "tiêu chuẩn cơ sở", "tờ khai", "bản kê khai", "bảng kê", "bảng kê khai", "hóa đơn",
)  # fmt: skip
"""What opens papers of an office that are of no type of the decree and that nobody cites by type and number."""
_SPOKEN = frozenset(("tham luận", "bài tham luận", "bài phát biểu", "phát biểu", "diễn văn"))
_SUMMARIES = ("tóm tắt", "báo cáo tóm tắt", "báo cáo đề xuất")
"""What opens reports in the same way."""


def kind_of_type(type_: DocumentType) -> DocumentKind:
    """The kind of a paper of this type; programmes and schemes are plans."""
    return _BY_ID.get(type_.id) or _BY_REFERENCE.get(type_.reference_type, "other")


@cache
def types_by_name() -> dict[str, DocumentType]:
    """Types of papers by the folded words that open their titles, codes left out."""
    found: dict[str, DocumentType] = {}
    for type_ in catalogue.load_document_types():
        for name in type_.names:
            if not name.isupper():
                found.setdefault(fold(name), type_)
    for names, id_ in ((_UNLISTED, "unlisted"), (_SUMMARIES, "bao_cao")):
        found |= {name: _uncited(id_, name) for name in names}
    return found


def _uncited(id_: str, name: str) -> DocumentType:
    return DocumentType(id=id_, name=Name(vi=name, en=""), reference_type="other", names=(name,), confidence="inferred")


def is_spoken(name: str) -> bool:
    """Whether a type is a speech, below whose subject stands who holds it."""
    return name in _SPOKEN


def is_listed(name: str) -> bool:
    """Whether a type has papers with numbers: any but slips, lists, speeches and their like."""
    return types_by_name()[name].id != "unlisted"


def opening_type(reading: Reading, line: Line) -> str | None:
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


@cache
def types_by_letters() -> dict[str, str]:
    """Names of types of two words and more by their letters without marks, where one name alone has them."""
    found: dict[str, list[str]] = {}
    for name in types_by_name():
        found.setdefault(plain(name), []).append(name)
    return {bare: names[0] for bare, names in found.items() if len(names) == 1 and " " in bare}


@cache
def _types_by_code() -> dict[str, DocumentType]:
    found: dict[str, DocumentType] = {}
    for type_ in catalogue.load_document_types():
        for code in (*type_.state_codes, *type_.party_codes):
            found.setdefault(code, type_)
    return found


def type_of_number(number: str) -> DocumentType | None:
    """The type whose code a number holds first: `KH` in `12/KH-UBND`, `BC` in `15-BC/TU`, none in `12/SCT-KH`."""
    codes = (part for part in re.split(r"[-/]", number) if not part.isdigit())
    return _types_by_code().get(next(codes, ""))


def source_kind(kind: DocumentKind, issuer: str | None, title: str | None) -> SourceKind:
    """The kind of source: a statistics office's paper is statistics whatever its type, a printed speech a speech."""
    if issuer and "thống kê" in fold(issuer):
        return "statistics"
    if title and _SPEECH.match(title.lower()):
        return "speech"
    return _SOURCES.get(kind, "other")


_WORKING = expression(
    r"(?<!\w)(?:làm việc với|(?<!và )(?<!đang )(?<!từng )(?<!người )(?<!nước ngoài )(?<!lao động )"
    r"(?<!công nhân )làm việc tại"
    r"|thăm(?: và|,) làm việc|(?:buổi|cuộc) làm việc|phiên họp|cuộc họp(?! báo)|họp phiên)(?!\w)"
)
_CONFERENCE = expression(r"(?<!\w)(?:(?<!trung tâm )hội nghị|hội thảo|lễ phát động|lễ ra quân)(?!\w)")
_CONGRESS = expression(r"(?<!\w)đại hội(?! đồng)(?!\w)")
_VISIT = expression(r"(?<!\w)(?:đến|tới|đi|đã|về|chuyến) thăm(?!\w)|^thăm(?!\w)|, thăm(?!\w)")
_REPORT = expression(r"(?<!\w)(?:báo cáo|trình bày)[^.;]{0,120} trước (?:quốc hội|hội đồng|hđnd|ủy ban|kỳ họp)")
_CITED = expression(
    r"(?:nghị quyết|chỉ tiêu|mục tiêu|văn kiện|báo cáo chính trị|nội dung|chương trình|kế hoạch|kết luận|sau|từ|trước"
    r"|từ sau|thực hiện|triển khai|chào mừng|hướng tới|thành công|chuẩn bị|kết quả|theo|tại hai)"
    r"(?: trình| các kỳ| tại| của)? $"
)
# Each with words of which one must stand in the text: looking for them is far cheaper than the pattern.
_PATTERNS: tuple[tuple[EventKind, tuple[str, ...], re.Pattern[str]], ...] = (
    ("working_session", ("làm việc", "phiên", "cuộc họp"), _WORKING),
    ("congress", ("đại hội",), _CONGRESS),
    ("conference", ("hội nghị", "hội thảo", "lễ "), _CONFERENCE),
    ("report", tuple(f" trước {body}" for body in ("quốc hội", "hội đồng", "hđnd", "ủy ban", "kỳ họp")), _REPORT),
    ("visit", (" thăm", "thăm "), _VISIT),
)
_CUES = tuple((cue, kind, pattern) for kind, cues, pattern in _PATTERNS for cue in cues)
_SITTING = expression(r"(?<!\w)(?:kỳ họp|thảo luận (?:tại|ở) (?:quốc hội|hội trường|tổ)|thảo luận tổ)(?!\w)")


def event_in(low: str, start: int, end: int) -> EventKind | None:
    """The event that a range of the folded text tells of; None where it tells of none.

    The event named first counts; a meeting named inside a paper's name (`Nghị quyết Đại hội`) is not one. A visit with
    a working session is a working session. A sitting of an assembly (`kỳ họp`) is `other`.
    """
    text = low[start:end]
    found: dict[EventKind, int] = {}
    for cue, kind, pattern in _CUES:
        if cue in text and kind not in found:
            at = _first(pattern, text)
            if at is not None:
                found[kind] = at
    if "working_session" in found:
        found.pop("visit", None)
    if found:
        return min(found, key=lambda kind: found[kind])
    return "other" if ("kỳ họp" in text or "thảo luận" in text) and _SITTING.search(text) else None


def _first(pattern: re.Pattern[str], text: str) -> int | None:
    for match in pattern.finditer(text):
        if not _CITED.search(text, max(0, match.start() - 30), match.start()):
            return match.start()
    return None
