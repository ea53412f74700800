"""Bodies that a paper names without their place: `UBND tỉnh` in a paper of Quảng Trị is `UBND tỉnh Quảng Trị`."""

from __future__ import annotations

import re
from typing import TypeVar

import msgspec

from camket.extract.head.names import in_running_case
from camket.extract.scene import Scene
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.fold import fold
from camket.model.fact import Directive, Proposal

_TITLE = expression(
    r"(?:phó )?(?:chủ tịch|bí thư|giám đốc|bộ trưởng|chánh|trưởng|thủ trưởng|lãnh đạo)(?!\w)", re.IGNORECASE
)
"""Who holds an office is meant by it, not a body."""
FactT = TypeVar("FactT", Directive, Proposal)
_BARE = expression(r"(?<!\w)(?P<level>tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn)$", re.IGNORECASE)


def of_the_place(facts: tuple[FactT, ...], reading: Reading, scene: Scene) -> tuple[FactT, ...]:
    """The orders or requests, each body that gives or makes them with the place of the paper."""
    field = "issuer" if facts and isinstance(facts[0], Directive) else "proposer"
    names = {getattr(fact, field) for fact in facts}
    full = {name: in_full(name, reading, scene) for name in names if name is not None}
    return tuple(
        msgspec.structs.replace(fact, **{field: full.get(getattr(fact, field), getattr(fact, field))}) for fact in facts
    )


def in_full(name: str, reading: Reading, scene: Scene) -> str:
    """A body's name: that in the letterhead which begins so, else with the place of the paper behind its level.

    A place is added only where the paper names it with this level (`tỉnh Quảng Trị`), and to no list of bodies.
    """
    return _as_in_the_text(_placed(name, reading, scene), reading)


_SHORT = {"Ủy ban nhân dân": "UBND", "Hội đồng nhân dân": "HĐND"}


def _as_in_the_text(name: str, reading: Reading) -> str:
    """The name by its letters where the text below the letterhead only writes it so: `UBND tỉnh Lạng Sơn`."""
    for full, letters in _SHORT.items():
        level = name.removeprefix(f"{full} ").partition(" ")[0] if name.startswith(f"{full} ") else ""
        if level and f"{letters} {level}" in reading.text and f"{full} {level}" not in reading.text:
            return letters + name.removeprefix(full)
    return name


_CONGRESS = expression(
    r"Đại hội (?:đại biểu |toàn thể |đảng viên )*Đảng bộ [^,;.:\n]{3,80}? lần thứ (?:[IVXL]+|[^\W\d_]+)(?!\w)",
    re.IGNORECASE,
)


def _congress(reading: Reading) -> str | None:
    """The congress that the paper names first: who speaks as `Đại hội` in its resolution."""
    named = _CONGRESS.search(reading.text)
    return in_running_case(" ".join(named[0].split())) if named is not None else None


def _placed(name: str, reading: Reading, scene: Scene) -> str:
    if name == "Đại hội" and not scene.is_story:
        return _congress(reading) or name
    issuer = scene.head.issuer
    if issuer is not None and "," not in issuer and fold(issuer).startswith(f"{fold(name)} "):
        return issuer
    bare = _BARE.search(name) if "," not in name and not _TITLE.match(name) else None
    area = scene.area
    if bare is None or area is None or f"{fold(bare['level'])} {fold(area)}" not in reading.low:
        return name
    return f"{name} {area}"
