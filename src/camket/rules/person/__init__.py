"""People: named persons with their positions."""

from __future__ import annotations

from camket import catalogue
from camket.grammar.fold import fold


def lists() -> dict[str, dict[str, str]]:
    """Offices, forms of address with ranks and academic titles, and names of areas, each folded, of the catalogue."""
    office: dict[str, str] = {}
    address: dict[str, str] = {}
    rank: dict[str, str] = {}
    for each in catalogue.load_positions():
        for word in (each.head, *each.aliases):
            (office if each.kind == "office" else address).setdefault(fold(word), each.head)
            if each.kind in ("military_rank", "academic_title"):
                rank[fold(word)] = each.head
    areas = {
        fold(word): each.slug
        for each in catalogue.load_areas()
        for word in (each.name, *each.aliases)
        if " " in word or each.kind in ("province", "city")
    }
    return {"office": office, "address": address, "rank": rank, "area": areas}
