"""The verbs by which a leader speaks. Who speaks to whom is settled in `camket.extract.orders.speech`."""

from __future__ import annotations

from collections.abc import Mapping

from camket import catalogue
from camket.grammar.fold import fold

_CENTRAL = ("centre", "ministry")


def lists() -> Mapping[str, Mapping[str, str]]:
    """Offices and bodies of the catalogue, each with its rank; the list `rank` beside this file goes before both.

    Courts, and the army's and police's branches in the provinces, are left out: what they ask for in a trial or in a
    search is no task of government.
    """
    offices = {
        fold(word): str(position.rank)
        for position in catalogue.load_positions()
        if position.kind == "office" and position.rank is not None
        for word in (position.head, *position.aliases)
    }
    bodies = {
        fold(word): str(body.rank)
        for body in catalogue.load_bodies()
        if body.family != "court" and (body.family != "army" or body.level in _CENTRAL)
        for word in (body.name, *body.aliases)
    }
    return {"office": offices, "body": bodies}
