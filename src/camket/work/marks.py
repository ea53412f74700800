"""Under which marks of a paper a place of it stands: `II.3.b`, as people cite it (`điểm b mục 3 phần II`)."""

from __future__ import annotations

import re

from camket.grammar.fold import Folded, fold
from camket.grammar.numbering import Mark, mark_at

_VALUE = re.compile(r"[\divxlcđa-z]+(?:\.\d{1,2})*")
_CITED = re.compile(
    r"(?:điểm|khoản|mục|phần|điều|ý|nội dung(?: số)?|nhiệm vụ(?: số)?) (?:thứ )?"
    r"(?P<mark>\d{1,2}(?:\.\d{1,2})*|[ivx]{1,5}|[a-zđ])(?!\w)"
)


def marks_over(text: str, start: int) -> str:
    """The marks over `text[start]`, the highest first, joined by points; empty where no line above has one."""
    found: list[str] = []
    level = 100
    end = text.find("\n", start)
    end = len(text) if end < 0 else end
    while end > 0:
        begin = text.rfind("\n", 0, end) + 1
        folded = Folded(text[begin:end])
        mark = mark_at(folded.text, 0, len(folded.text))
        if mark is not None and mark.kind != "dash" and mark.level < level and _is_item(folded, mark):
            value = _value(folded.text[: mark.end])
            found.insert(0, value.upper() if mark.kind in ("roman", "capital") else value)
            level = mark.level
        if level == 0:
            break
        end = begin - 1
    return ".".join(each for each in found if each)


def _is_item(folded: Folded, mark: Mark) -> bool:
    return len(folded.text[mark.end :].strip()) > 3


def _value(mark: str) -> str:
    low = fold(mark).strip(" .:)/-(")
    last = _VALUE.findall(low)
    return str(last[-1]) if last else ""


def cited_marks(words: str) -> str:
    """The marks that a citation names, the highest first: `điểm b mục 3` is `3.b`; empty where it names none.

    Vietnamese names the deepest first.
    """
    found = [match["mark"] for match in _CITED.finditer(fold(words))]
    return ".".join(each.upper() if re.fullmatch("[ivx]+", each) else each for each in reversed(found))


def is_under(place: str, cited: str) -> bool:
    """Whether a place of a paper is what a citation names, or stands below it; all is below an empty one."""
    if not cited:
        return True
    return f".{cited.lower()}." in f".{place.lower()}."
