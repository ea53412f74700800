"""Who leads where a list has no column for it: the words of the task say it, as in a paper."""

from __future__ import annotations

import re
from datetime import date

from camket import catalogue
from camket.grammar.fold import Folded
from camket.model.message import message
from camket.work.bodies import Named, listed
from camket.work.told import told
from camket.work.tracking.bodies import Led

_GIVES = re.compile(r"(?:tiếp tục )?(?:giao|yêu cầu|đề nghị|phân công|chỉ đạo)(?: nhiệm vụ)?(?: cho)? ")
_ABOVE = frozenset(("centre", "ministry", "province"))


def led_in_words(text: str, day: date | None) -> Led:
    """Who leads and helps by the beginning of a task: `Giao Sở A chủ trì, phối hợp với Sở B ...`, `Sở A: ...`."""
    folded = Folded(text)
    gives = _GIVES.match(folded.low)
    rest = Folded(folded.quote(gives.end() if gives is not None else 0, len(folded.low)))
    bodies, end = listed(rest.source, day)
    if not bodies or any(_is_none(each) for each in bodies):
        return Led("")
    names = tuple(dict.fromkeys(each.id for each in bodies))
    if len(names) > 1:
        shown = rest.quote(0, end).strip(" ,;:")
        return Led("", names, (message("tracking.many_leads", found=shown, count=len(names)),))
    said = told(rest.quote(end, len(rest.low)).strip(" ,;:"), day)
    return Led(names[0], tuple(each.id for each in said.supporting if each.kind != "many"))


def _is_none(named: Named) -> bool:
    """Whether nobody can be told to lead: many at once, or who gives and does not do."""
    if named.kind == "many":
        return True
    return named.kind == "body" and catalogue.body(named.id).level in _ABOVE
