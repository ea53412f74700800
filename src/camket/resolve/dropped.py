"""Targets that a paper takes back without a number: `bãi bỏ chỉ tiêu ...`, `không đưa ... vào chỉ tiêu`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from camket import catalogue
from camket.grammar.expression import compiled, expression
from camket.grammar.fold import fold
from camket.model.extraction import Extraction
from camket.model.series import Source
from camket.resolve.areas import find_area
from camket.resolve.naming import PlanName, read_name
from camket.resolve.placing import document_day

_QUICK = expression(
    r"bãi bỏ|loại bỏ|h(?:ủ|u)(?:y|ỷ) bỏ|bỏ chỉ|không đưa|không giao|không tiếp tục|khỏi|dừng", re.IGNORECASE
)
_SENTENCE = expression(r"(?:[^.;\n]|\.(?=\d))+")
_AIM = r"(?:chỉ tiêu|mục tiêu)"
_LIST = r"(?:(?:các|danh mục|hệ thống|nhóm) )*"
_PLAN = rf"(?P<plan>{_LIST}(?:{_AIM}|kế hoạch|nghị quyết).*)"
_TAKES = r"(?:bãi bỏ|loại bỏ|hủy bỏ|huỷ bỏ|bỏ|không giao|không tiếp tục(?: thực hiện)?|dừng thực hiện)"
_DROPS = (
    expression(rf"(?<!\w){_TAKES} (?:các |\d+ )?{_AIM}(?P<what> .+)"),
    expression(rf"(?<!\w)không (?:còn )?đưa (?P<what>.+?) vào {_PLAN}"),
    expression(rf"(?<!\w)đưa (?:ra )?khỏi {_LIST}{_AIM}(?P<what>.+)"),
    expression(rf"(?<!\w)đưa (?P<what>.+?) (?:ra )?khỏi {_PLAN}"),
)
_ONLY_ASKED = expression(
    r"(?<!\w)(?:đề nghị|đề xuất|kiến nghị|xem xét|nghiên cứu|có thể|nếu|liệu|dự kiến|phản đối|không nên|chưa|không bỏ|"
    r"không bãi bỏ|không loại bỏ)(?!\w)"
)
_GROWS = expression(r"(?<!\w)(?:tốc độ tăng|tăng trưởng|mức tăng)(?!\w)")
_YEARS = expression(r"(?<!\d)(\d{4}) ?- ?(\d{4})(?!\d)")


class Drop(NamedTuple):
    """A paper takes targets back.

    Attributes:
        indicators: what they are about.
        growth: whether they ask for growth.
        area: slug of the place.
        plan: what the words say of the plan; without kind, number and period they say nothing.
        terms: years that the words name, first and last.
        day: when it was said; None where the paper has no day.
        source: the words.
    """

    indicators: tuple[str, ...]
    growth: bool
    area: str
    plan: PlanName
    terms: tuple[int, int] | None
    day: date | None
    source: Source


def drops_of(extraction: Extraction) -> Iterator[Drop]:
    """What a paper takes back. What it only asks for, considers or reports as doubtful takes nothing back."""
    document = extraction.document
    if not _QUICK.search(unicodedata.normalize("NFC", document.text)):
        return
    day = document_day(document.head)
    area = find_area(document.head.area or "", None, day).slug
    if area is None:
        return
    for sentence in _SENTENCE.finditer(document.text):
        said = fold(sentence[0])
        found = next((drop for drop in (each.search(said) for each in _DROPS) if drop is not None), None)
        if found is None or _ONLY_ASKED.search(said, 0, found.end("what")) is not None:
            continue
        indicators = _named(found["what"])
        if indicators:
            head, (start, end) = document.head, _bare(sentence)
            yield Drop(
                indicators=indicators,
                growth=_GROWS.search(found["what"]) is not None,
                area=area,
                plan=read_name(found.groupdict().get("plan") or found["what"]),
                terms=_terms(said),
                day=day,
                source=Source(
                    document=document.id, start=start, end=end, quote=document.text[start:end], title=head.title,
                    url=head.url, published=day, kind=head.source_kind,
                ),
            )  # fmt: skip


def _bare(sentence: re.Match[str]) -> tuple[int, int]:
    """Its place without blanks around it."""
    text = sentence[0]
    return sentence.start() + len(text) - len(text.lstrip()), sentence.end() - len(text) + len(text.rstrip())


def _terms(said: str) -> tuple[int, int] | None:
    found = _YEARS.search(said)
    return (int(found[1]), int(found[2])) if found is not None else None


def _named(words: str) -> tuple[str, ...]:
    """The indicators that words name; of names within one another the longer one."""
    found = [(each.start(), -each.end(), _names()[each[0]]) for each in _lexicon().finditer(words)]
    return tuple(dict.fromkeys(indicator for _, _, indicator in sorted(found)))


@cache
def _names() -> dict[str, str]:
    """Indicators by their names, folded; a name of several is none."""
    held: dict[str, str | None] = {}
    for each in catalogue.load_indicators():
        for name in {fold(alias) for alias in (each.name.vi, *each.aliases)}:
            held[name] = each.id if held.get(name, each.id) == each.id else None
    return {name: indicator for name, indicator in held.items() if indicator is not None}


@cache
def _lexicon() -> re.Pattern[str]:
    names = sorted(_names(), key=lambda name: (-len(name), name))
    return compiled(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")
