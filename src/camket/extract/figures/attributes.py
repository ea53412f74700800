"""What else the words around a figure say of it: the plan it belongs to, the prices it is in, which release it is."""

from __future__ import annotations

import re

from camket.extract.figures.clause import Slot
from camket.extract.place import place
from camket.extract.scene import Scene
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.holding import holds
from camket.model.fact import Measure, Role, Vintage

PLAN = "plan"
_CONSTANT = expression(r"giá (?:so sánh|ss)(?: năm)?(?: (?P<year>\d{4}))?|giá cố định(?: năm)?(?: (?P<fixed>\d{4}))?")
_CURRENT = expression(r"giá hiện hành|giá thực tế")
_PRICES = expression(r"giá (?:so sánh|ss|cố định|hiện hành|thực tế)(?: năm)?(?: \d{4})?")
_BEHIND = expression(rf" ?\(?(?:tính )?(?:theo )?{_PRICES.pattern}(?=$|[^\w ]| (?!đạt|ước|là|\d))")
# Each with a word of it: looking for that is far cheaper than the pattern.
_VINTAGES: tuple[tuple[Vintage, tuple[str, ...], re.Pattern[str]], ...] = (
    (
        "official",
        ("chính thức", "quyết toán"),
        expression(r"(?<!\w)(?:số (?:liệu )?chính thức|chính thức (?:là|đạt|công bố)|quyết toán)"),
    ),
    ("preliminary", ("sơ bộ",), expression(r"(?<!\w)(?:số (?:liệu )?sơ bộ|sơ bộ)(?!\w)")),
    ("estimate_2", ("ước",), expression(r"ước(?: tính)? lần (?:2|hai)")),
    ("estimate_1", ("ước",), expression(r"ước(?: tính)? lần (?:1|một|đầu)")),
)
_NEAR = 60
_VINTAGE_WORDS = tuple(dict.fromkeys(word for _, words, _ in _VINTAGES for word in words))


def last_plan(reading: Reading, start: int, end: int) -> str | None:
    """The last plan that a range names, as written."""
    named = reading.items(PLAN, start, end)
    return place(reading, named[-1].start, named[-1].end).quote if named else None


def plan_of(
    reading: Reading, slot: Slot, role: Role, measure: Measure, scene: Scene, handed_on: str | None
) -> str | None:
    """The plan that a target or a share of a plan is said of.

    That named in its sentence, else before it in its paragraph (`handed_on`), else the plan that the paper itself is.
    """
    if role != "target" and measure != "share_of_plan":
        return None
    before = last_plan(reading, slot.sentence.start, slot.start)
    after = reading.items(PLAN, slot.end, slot.sentence.end)
    if before is None and after:
        return place(reading, after[0].start, after[0].end).quote
    own = scene.head.title if role == "target" and scene.head.type in ("resolution", "plan") else None
    return before or handed_on or own


def price_basis_of(reading: Reading, slot: Slot) -> str | None:
    """`current` or `constant:YEAR` where the clause names the prices.

    Of several those right behind the number, else the last before it: `theo giá so sánh 94 tỷ đồng, giá hiện hành 173`.
    """
    clause = reading.low[slot.clause_start : slot.clause_end]
    if "giá" not in clause:
        return None
    behind = _BEHIND.match(reading.low, slot.end, slot.clause_end)
    named = [behind] if behind else list(_PRICES.finditer(reading.low, slot.clause_start, slot.start))
    return prices_in(named[-1][0] if named else clause)


def prices_in(clause: str) -> str | None:
    """The same of folded words alone."""
    if "giá" not in clause:
        return None
    constant = _CONSTANT.search(clause)
    if constant:
        return f"constant:{constant['year'] or constant['fixed'] or '2010'}"
    return "current" if _CURRENT.search(clause) else None


def vintage_of(reading: Reading, slot: Slot) -> Vintage | None:
    """Which release the figure is, where the words right around it tell."""
    around = reading.low[max(slot.clause_start, slot.start - _NEAR) : min(slot.right, slot.end + 24)]
    if not holds(around, _VINTAGE_WORDS):
        return None
    for vintage, words, pattern in _VINTAGES:
        if holds(around, words) and pattern.search(around):
            return vintage
    return None
