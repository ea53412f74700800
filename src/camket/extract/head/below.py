"""The place below a province whose body issues a paper."""

from __future__ import annotations

from functools import cache

from camket import catalogue
from camket.extract.head.local import plainly
from camket.grammar.expression import expression
from camket.grammar.fold import fold
from camket.grammar.letters import UPPER

_BELOW_PROVINCE = expression(
    rf"(?<!\w)(?:(?i:xã(?! hội(?!\w))|phường|thị trấn|đặc khu|huyện ủy|quận ủy|thị ủy|huyện|quận|thị xã)"
    rf"|(?P<city>(?i:thành phố|tp\.?)))"
    rf" (?P<name>[{UPPER}]\w*(?: [{UPPER}]\w*)*)(?=$| (?:lần thứ|khóa|nhiệm kỳ)(?!\w))"
)


def below_province(issuer: str) -> str | None:
    """The commune, district or city of a province whose body issues a paper: `Ủy ban nhân dân xã Bản Lầu`."""
    found = _BELOW_PROVINCE.search(issuer)
    if found is None or (found["city"] and f"thành phố {fold(found['name'])}" in _cities()):
        return None
    return plainly(found["name"])


_OF_A_PROVINCE = expression(rf"(?<!\w)(?:tỉnh|thành phố) (?P<name>[{UPPER}]\w*(?: [-–]? ?[{UPPER}]\w*)*)$")


def province_of(issuer: str) -> str | None:
    """The province or city whose body issues a paper, by the end of its name: `Công an tỉnh Bắc Ninh`."""
    found = _OF_A_PROVINCE.search(issuer)
    return _provinces().get(fold(found["name"])) if found else None


@cache
def _provinces() -> dict[str, str]:
    areas = [area for area in catalogue.load_areas() if area.kind in ("province", "city")]
    return {fold(area.full_name.split(" ", 1)[-1].removeprefix("phố ")): area.name for area in areas} | {
        fold(area.name): area.name for area in areas
    }


@cache
def _cities() -> frozenset[str]:
    """The full names of the cities that stand beside the provinces, and of those that have a province's name."""
    areas = [area for area in catalogue.load_areas() if area.kind in ("province", "city")]
    return frozenset(
        f"thành phố {fold(area.full_name.split(' ', 2 if area.kind == 'city' else 1)[-1])}" for area in areas
    )
