"""Equations on one line, as one would type them: `(a+b)/c`, `x^2`, `√(x)`."""

from __future__ import annotations

from lxml import etree

from camket.read.word import tags as w

_M = w.MATH
_TEXT = _M + "t"
_PROPERTIES = frozenset(
    _M + name
    for name in (
        "rPr", "fPr", "radPr", "dPr", "naryPr", "sSupPr", "sSubPr", "sSubSupPr", "funcPr", "ctrlPr", "barPr", "accPr",
        "eqArrPr", "mPr", "limLowPr", "limUppPr", "groupChrPr", "boxPr", "borderBoxPr", "phantPr", "sPrePr",
    )
)  # fmt: skip


def linear(element: etree._Element) -> str:
    """The text of an equation or of a part of one."""
    tag = element.tag
    if tag == _TEXT:
        return element.text or ""
    if tag in _PROPERTIES or tag == w.R_PR:
        return ""
    shape = _SHAPES.get(tag)
    if shape is None:
        return "".join(linear(each) for each in element)
    parts = _Parts(element)
    return shape.format_map(parts) if shape else _sum(element, parts)


class _Parts(dict[str, str]):
    """Parts of an equation by name: bare, and bracketed where they hold more than a number or name (`{num_}`)."""

    def __init__(self, element: etree._Element) -> None:
        super().__init__()
        for each in element:
            name, text = each.tag.rpartition("}")[2], linear(each)
            self[name] = f"{self[name]}; {text}" if name in self else text

    def __missing__(self, name: str) -> str:
        bare = self.get(name.rstrip("_"), "")
        return f"({bare})" if name.endswith("_") and len(bare) > 1 and not bare.isalnum() else bare


_SHAPES = {
    _M + "f": "{num_}/{den_}",
    _M + "sSup": "{e_}^{sup_}",
    _M + "sSub": "{e}_{sub_}",
    _M + "sSubSup": "{e}_{sub_}^{sup_}",
    _M + "rad": "{deg}√({e})",
    _M + "d": "({e})",
    _M + "nary": "",
    _M + "limLow": "{e}_{lim_}",
    _M + "limUpp": "{e}^{lim_}",
}


def _sum(element: etree._Element, parts: _Parts) -> str:
    sign = element.find(f"{_M}naryPr/{_M}chr")
    below, above = parts.get("sub", ""), parts.get("sup", "")
    bounds = (f"_({below})" if below else "") + (f"^({above})" if above else "")
    return f"{sign.get(_M + 'val') if sign is not None else '∫'}{bounds} {parts.get('e', '')}"
