"""References: papers, plans and programmes that have a number or a name."""

from __future__ import annotations

from camket import catalogue
from camket.grammar.fold import fold

_NO_HEADS = frozenset({"du_an", "hop_dong", "dieu_le", "van_kien"})
"""Types that are no papers when a number follows (`dự án 500 tỷ`), or are named without one."""


def lists() -> dict[str, dict[str, str]]:
    """Names, short forms and codes of the types of papers, each with the type of a reference to it.

    Where State and Party write one code for two types (`TT`), the State's stands: its papers are cited more.
    """
    names: dict[str, str] = {}
    short: dict[str, str] = {}
    codes: dict[str, str] = {}
    party: dict[str, str] = {}
    for each in catalogue.load_document_types():
        if each.id in _NO_HEADS:
            continue
        for name in each.names:
            (short if name.isupper() else names)[fold(name)] = each.reference_type
        codes |= {fold(code): each.reference_type for code in each.state_codes}
        party |= {fold(code): each.reference_type for code in each.party_codes}
    return {"type": names, "short": short, "code": party | codes}
