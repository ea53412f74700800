"""Works and projects: their length, size and cost are plans of a place of their own until they are built."""

from __future__ import annotations

import re
from typing import NamedTuple

from camket.extract.figures.clause import Slot
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.holding import Holding, holds
from camket.grammar.letters import UPPER
from camket.grammar.sentence import Sentence

_WORD = rf"[{UPPER}]\w*(?!\w)"
_ENDS = rf"(?:Quốc lộ \d{{1,3}}[A-Z]?(?!\w)|{_WORD}|\d{{1,3}}[A-Z]?(?!\w))"
_PLACES = rf"(?:Quốc lộ \d{{1,3}}[A-Z]?(?!\w)|{_WORD})(?: {_ENDS})*"
_NAMED = expression(
    r"(?<!\w)(?:"
    r"(?P<route>(?:[Đđ]ường )?[Vv]ành đai \d{1,2}[A-Z]?|[Qq]uốc lộ \d{1,3}[A-Z]?)(?!\w)"
    rf"|(?P<building>(?:Cảng hàng không|Cảng biển|Sân bay|Cầu|Hồ chứa nước|Khu tái định cư) {_PLACES}"
    rf"|[Đđ]ường dây \d{{3}} ?kV {_PLACES}(?: ?[-–] ?{_PLACES})*)"
    r"|(?P<generic>[Tt]uyến(?: kè| đê| đường| cao tốc| metro)?|[Đđ]oạn|(?:[Đđ]ường )?[Cc]ao tốc|[Đđ]ường nối"
    r"|(?<![Yy]êu )(?<![Nn]hu )(?<![Tt]oàn )(?<!cơ )cầu|cảng(?: biển| hàng không)?|sân bay"
    r"|khu tái định cư|hồ chứa(?: nước)?)"
    rf" (?P<name>{_PLACES}(?: ?[-–] ?{_PLACES})*)"
    r")"
)
_SPOKEN_OF = expression(
    r"(?<!\w)(?<!\d )(?<!các )(?<!những )(?:dự án|tuyến|đoạn|công trình|cao tốc|sân bay"
    r"|giải phóng mặt bằng|kè)(?!\w)(?! fdi)"
    r"|(?<!\w)(?:khởi công|động thổ)(?: xây dựng)? (?:nhà máy|khu|trường|bệnh viện|trụ sở|cụm|trung tâm|chợ|nhà)(?!\w)"
)
_WORKS = (
    "vành đai", "quốc lộ", "cảng", "sân bay", "cầu", "hồ chứa", "khu tái định cư", "đường dây", "tuyến", "đoạn",
    "cao tốc", "đường nối", "dự án", "công trình", "giải phóng mặt bằng", "kè", "khởi công", "động thổ",
)  # fmt: skip
"""Words of which a sentence that names a work or speaks of one has some."""
_DESIGNED = Holding(
    r"(?<!\w)(?:dài|quy mô|công suất|tổng mức đầu tư|tổng vốn đầu tư|tổng số vốn|tổng vốn|vốn đầu tư|kinh phí|rộng"
    r"|gồm|tiền giải phóng mặt bằng|đi qua|mở rộng)(?!\w)[^,;.()]{0,60}$|\([^()]{0,12}$|(?<!\w)tại $",
    ("dài", "quy mô", "công suất", "vốn", "kinh phí", "rộng", "gồm", "mặt bằng", "đầu tư", "đi qua", "(", "tại "),
)
_MONEY_AND_SIZE = frozenset(("VND", "USD", "km", "ha", "count"))
_BUILT = expression(
    r"(?<!\w)(?:đã (?:được )?(?:thực hiện|đầu tư|hoàn thành|đưa vào|khánh thành|thông xe|vận hành|xây dựng|khai thác)"
    r"|còn hiệu lực|hoàn thành, đã|cấp mới|đăng ký|thu hút)(?!\w)"
)
_SEVERAL = expression(r"(?<!\d)(?!0?1 )\d[\d.]* (?:lượt )?dự án(?!\w)")
"""A sum over projects that are counted before it is the size of none."""
_SUBJECT_WITHIN = 40
_LEADS = expression(r"(?<!\w)(?:từ|giao|nối|đến|qua|tại|của)(?!\w)")


class Project(NamedTuple):
    """The project that a text speaks of; `name` is None where it is only called `dự án`. A route has parts."""

    name: str | None
    route: bool = False


def project_of(reading: Reading, sentence: Sentence, before: Project | None) -> Project | None:
    """The project that a sentence begins with or goes on about; None where it speaks of none."""
    if not holds(reading.low[sentence.start : sentence.end], _WORKS):  # most sentences speak of none
        return None
    found = _NAMED.search(reading.text, sentence.start, sentence.end)
    if found is not None:
        named = _project(found)
        subject = _is_subject(reading, sentence, found.start()) and before is not None and not _is_part(found, before)
        return named if before is None or before.name is None or subject else before
    if _SPOKEN_OF.search(reading.low, sentence.start, sentence.end):
        return before or Project(None)
    return None


def _is_subject(reading: Reading, sentence: Sentence, at: int) -> bool:
    """Whether what is named here is what the sentence speaks of, not where something begins, ends or leads."""
    lead = reading.low[sentence.start : at].rpartition(",")[2]
    return len(lead) < _SUBJECT_WITHIN and not _LEADS.search(lead)


def _project(found: re.Match[str]) -> Project:
    if found["route"]:
        name = found["route"]
        return Project(name.removeprefix("đường ").removeprefix("Đường "), route=True)
    building = found["building"]
    name = building or found["name"]
    return Project(name[0].lower() + name[1:] if name.startswith("Đường dây") else name, route=building is None)


def _is_part(found: re.Match[str], of: Project) -> bool:
    """Whether what is named is only a stretch of the route spoken of."""
    return of.route and found["generic"] is not None and found["generic"].lower() == "đoạn"


def design_of(reading: Reading, slot: Slot, spoken_of: Project | None) -> Project | None:
    """The project that a size or cost is of: `Tuyến kè An Thạnh Nam dài 4,6 km`."""
    if spoken_of is None:
        return None
    near = list(_NAMED.finditer(reading.text, max(slot.clause_start, slot.start - 60), slot.start))
    return _project(near[-1]) if near and not _is_part(near[-1], spoken_of) and not spoken_of.route else spoken_of


_OFTEN = 3
"""How often a story names a work that it is about further down."""


def place_of(reading: Reading, designed: Project | None) -> str | None:
    """The work as the place of its own size, in a story that is about it: one named in passing is no place."""
    if designed is None or designed.name is None:
        return None
    name, text = designed.name, reading.text
    told = name in text[: reading.sentences[0].end] or text.count(name) >= _OFTEN or _opens_a_sentence(reading, name)
    return name if told else None


def _opens_a_sentence(reading: Reading, name: str) -> bool:
    """Whether a work is what the sentence that names it first is about: `Tuyến kè Nhật Tựu dài 4,6 km`."""
    at = reading.text.find(name)
    at = at if at >= 0 else reading.text.find(name[1:])  # a name that the sentence begins with a capital
    if at < 0:
        return False
    lead = reading.low[reading.sentence_at(at).start : at]
    return len(lead) < _SUBJECT_WITHIN and _AMONG_OTHERS.search(lead) is None


_AMONG_OTHERS = expression(r"(?<!\w)(?:hạng mục|gồm|lập|xây dựng|khởi công|thi công|mở thầu|nối|từ|đến|qua)(?!\w)")


def is_size(reading: Reading, slot: Slot) -> bool:
    """Whether a quantity can be the size or cost of a project, and not of what is built."""
    if slot.quantity.unit not in _MONEY_AND_SIZE and not slot.quantity.unit.startswith("other:"):
        return False
    if not _DESIGNED.search(reading.low, max(slot.clause_start, slot.start - 90), slot.start):
        return False
    if _SEVERAL.search(reading.low, slot.clause_start, slot.start):
        return False
    return _BUILT.search(reading.low, slot.clause_start, slot.clause_end) is None


_PARTS = expression(r"trong đó|\(chiếm|\(tương đương|^[^,;]{0,12}$|^\)?, [^\d]{0,60}$")
_DONE = expression(r"(?<!\w)(?:đã|đến nay|hiện|mới|khối lượng|tiến độ|giải ngân|bàn giao|còn|vướng|chưa)(?!\w)")


def part_of_design(reading: Reading, slot: Slot, designed: tuple[Slot, Project] | None) -> Project | None:
    """The project whose size or cost was given before in the sentence, for the parts of it."""
    if designed is None or designed[0].sentence.number != slot.sentence.number:
        return None
    between = reading.low[designed[0].end : slot.start]
    return designed[1] if _PARTS.search(between) and not _DONE.search(between) else None
