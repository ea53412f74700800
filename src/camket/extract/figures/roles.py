"""Whether a quantity was reached, estimated, promised or foreseen."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from camket.extract.figures.aims_again import (
    begins_a_move,
    comes_back_to_the_aim,
    goes_on_striving,
    is_of_the_first_alone,
    sets_a_bound,
)
from camket.extract.figures.besides import (
    estimates_all,
    is_against_a_plan,
    is_estimated_behind,
    is_of_another,
    is_the_plan,
    is_the_scenarios,
    stands_now,
)
from camket.extract.figures.clause import Slot
from camket.extract.figures.intended import is_own_work
from camket.extract.figures.on import DONE_HERE, LOOKS_BACK, OPENS_NOW, looks_back, says_more_of_it, sets_aims
from camket.extract.figures.same_part import was_reached_then
from camket.extract.figures.share import is_part_of_a_plan, tells_a_plan
from camket.extract.figures.stated import is_told_as_done, is_where_something_lies, tells_what_is
from camket.extract.figures.usable import in_closed_quotes
from camket.extract.scene import Scene
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.holding import Holding
from camket.grammar.numbering import mark_at
from camket.grammar.rule import Made
from camket.grammar.sentence import Sentence
from camket.model.fact import Role
from camket.rules.book import words_of
from camket.rules.quantity.item import Quantity
from camket.rules.role.item import RoleCue

_VERB = expression(
    r"(?<!\w)(?:đạt|là|có|tăng|giảm|thu(?! nội địa| ngân sách| từ| nsnn| nhà nước)|xếp"
    r"|đứng|thu hút|hoàn thành|còn|bằng|chiếm|được|gấp|lên)(?!\w)"
)
_CARRIED: frozenset[Role] = frozenset(("target", "scenario", "projection"))


class Ruling(msgspec.Struct, frozen=True):
    """A role, the scenario it belongs to, and how it was found, by the last part of its reason (`reason.role.clause`).

    `opens` is that of a sentence that ends in `trong đó:`, for the lines of its parts, `leads` of one over
    items; `past` and `ahead` are by the time, `done` is told as done whatever time is named, `project` and `asked` are
    by what is spoken of, `from` what a move begins with.
    """

    role: Role
    scenario: str | None = None
    how: str = "default"


def role_of(
    reading: Reading,
    slot: Slot,
    before: Ruling | None,
    carried: Ruling | None,
    scene: Scene,
    *,
    chained: bool,
    section: Role | None,
) -> Ruling:
    """The role of a slot: the last wording before it in its clause, else that of the list's head, else its neighbours'.

    `before` is the role of the quantity before it in the sentence, `carried` the one that an earlier sentence of the
    same list or paragraph hands on. An estimate reaches only as far as the same thing or its parts (`trong đó`) are
    spoken of (`chained`), a promise to the end of its list.
    """
    beside = _beside_another(reading, slot)
    if beside is not None:
        return beside
    cues = [one for one in reading.items("role", slot.sentence.start, slot.start) if _rules(reading, one, slot)]
    results = section == "actual"  # among them `duy trì 63%` is one
    inside = [one for one in cues if one.start >= slot.clause_start]
    inside = [one for one in inside if not (results and reading.low.startswith("duy trì", one.start))]
    against = is_against_a_plan(reading, slot)
    inside = [one for one in inside if not (against and _role(one) == "target")]
    ruling = _weightiest(reading, [one for one in inside if not is_of_the_first_alone(reading, one, slot)], slot)
    reached = against and _CARRIED.isdisjoint(_roles_of(before, carried))
    if reached if ruling is None else _is_share_allotted(reading, ruling, slot):
        return Ruling("actual", how="clause")
    told = before is not None or ruling is not None
    parts = told and _TAKES_APART.search(reading.low, slot.sentence.start, slot.start) is not None
    chained = chained or (told and _SAME_SUBJECT.fullmatch(reading.low, slot.left, slot.start) is not None)
    goes_on = (chained or parts) and (before is None or before.role == "estimate")
    if ruling is not None and (_role(ruling) != "estimate" or ruling.start >= slot.left or goes_on):
        return _worded(reading, slot, ruling, scene, before if chained else None)
    after = _said_after(reading, slot)
    if after is not None:
        return after
    head = [one for one in cues if reading.low.find(":", one.end, slot.clause_start) >= 0]
    if head:
        return _ruling(head[-1].item, "head")
    aimed = any(one is not None and one.role == "target" for one in (before, carried))
    if aimed and slot.quantity.measure == "share_of_plan" and _REACHED.search(reading.low, slot.left, slot.start):
        return Ruling("actual", how="clause")
    aims = scene.sets_aims or section == "target"
    listed = _as_before(reading, slot, before, cues, chained=chained or parts, aims=aims)
    if listed is not None:
        return listed
    handed = _handed_down(reading, slot, carried, section) or _told_as_done(reading, slot, scene)
    if (handed is None or handed.how == "section") and is_where_something_lies(reading, slot):
        return Ruling("actual", how="clause")
    if (handed is None or handed.role in _CARRIED) and tells_what_is(reading, slot, scene):
        return Ruling("actual", how="clause")
    return handed or Ruling("target" if scene.sets_aims else "actual")


def _as_before(
    reading: Reading, slot: Slot, before: Ruling | None, cues: list[Made], *, chained: bool, aims: bool
) -> Ruling | None:
    """The role of the number before, which a list goes on with, or that of the list; None where neither reaches."""
    if before is None:
        return None
    if comes_back_to_the_aim(reading, slot, cues, (before.role, before.how), aims=aims):
        return Ruling("target", how="list")
    goes_on = before.role != "estimate" or chained or estimates_all(reading, slot)
    return replace(before, how="list") if goes_on or not _VERB.search(reading.low, slot.left, slot.start) else None


_ITS_SCENARIO = (" (kịch bản", " (theo kịch bản", " (phương án")
"""Brackets that tell of which scenario the number is: `dự báo đạt 5,49% (kịch bản cơ sở), 6,9% (kịch bản cao)`."""


def _beside_another(reading: Reading, slot: Slot) -> Ruling | None:
    """The role of a number that only stands beside another: that of a plan, a scenario, of what there is now."""
    if is_the_plan(reading, slot) or tells_a_plan(reading, slot):
        return Ruling("target", how="plan")
    if is_of_another(reading, slot):
        return Ruling("benchmark", how="clause")
    if reading.low.startswith(_ITS_SCENARIO, slot.end) and (named := reading.items("role", slot.end, slot.end + 24)):
        return _ruling(named[0].item, "after")
    if was_reached_then(reading, slot):
        return Ruling("actual", how="past")
    if reading.low.find("(", max(slot.sentence.start, slot.start - 30), slot.start) < 0:
        return None
    if is_the_scenarios(reading, slot):
        return Ruling("scenario", how="plan")
    if _OF_LAST_YEAR.search(reading.low, slot.start - 30, slot.start):
        return Ruling("actual", how="past")
    return Ruling("actual", how="clause") if stands_now(reading, slot) else None


_OF_LAST_YEAR = expression(r"\((?:năm (?:ngoái|trước)|cùng kỳ(?: năm (?:ngoái|trước))?) (?:đạt|là|tăng|giảm|chỉ đạt) $")
"""`cao hơn 23 tỷ USD so với năm 2019 (năm ngoái đạt 517 tỷ USD)`"""


def _worded(reading: Reading, slot: Slot, ruling: Made, scene: Scene, before: Ruling | None) -> Ruling:
    """The role by a wording; what a plan or a resolution says that will be, or an aim, is aimed at.

    The `sẽ` of an estimate of the same thing `before` is none of its growth: `ước cả năm sẽ đạt A, giảm 23%`.
    """
    if _role(ruling) == "actual" and begins_a_move(reading, ruling, slot):
        return Ruling("actual", how="from")
    if before is not None and before.role == "estimate" and ruling.start < slot.left and _role(ruling) == "projection":
        return replace(before, how="list")
    handed = _role(ruling) == "target" and ruling.start < slot.left
    said = _ruling(ruling.item, "list" if handed else "clause")
    willed = said.role == "projection" and reading.low.startswith("sẽ", ruling.start)
    if not willed:
        return said
    aimed = scene.sets_aims or _AIM_IS_TO.search(reading.low, slot.clause_start, ruling.start) is not None
    aimed = aimed or is_own_work(reading, slot, ruling)
    return replace(said, role="target") if aimed else said


def _roles_of(*rulings: Ruling | None) -> set[Role]:
    """The roles of those before, but for an aim: beside a plan it is what was reached."""
    return {one.role for one in rulings if one is not None and one.role != "target"}


_AIM_IS_TO = expression(r"(?<!\w)(?<!đạt )(?<!hiện )(?<!thành )mục tiêu (?!(?:đó|này|trên)(?!\w))[^,;.]{0,60}$")
"""`mục tiêu của tỉnh trong năm nay sẽ đón 2 triệu lượt khách`"""


def _handed_down(reading: Reading, slot: Slot, carried: Ruling | None, section: Role | None) -> Ruling | None:
    """The role that an earlier sentence or the heading gives; None where neither does."""
    if carried is not None and carried.how in ("opens", "leads"):
        return carried
    if carried is None and is_part_of_a_plan(reading, slot):
        return Ruling("target", how="list")
    if carried is not None and carried.role in _CARRIED:
        opens_now = OPENS_NOW.match(reading.low, slot.sentence.start)
        carried = None if opens_now or DONE_HERE.search(reading.low, slot.clause_start, slot.start) else carried
    foreseen = carried is not None and carried.role == "projection"
    if foreseen and LOOKS_BACK.search(reading.low, slot.start, slot.clause_end):
        carried = None
    if carried is not None and (carried.role in _CARRIED or _of_the_same(reading, slot, carried)):
        return replace(carried, how="carried")
    return Ruling(section, how="section") if section is not None else None


def _told_as_done(reading: Reading, slot: Slot, scene: Scene) -> Ruling | None:
    return Ruling("actual", how="done") if is_told_as_done(reading, slot, scene) else None


def _said_after(reading: Reading, slot: Slot) -> Ruling | None:
    """The role by words right behind the quantity: `30 tỷ đồng (ước)`."""
    if slot.quantity.unit == "VND" and _HANDED_OUT_BEHIND.match(reading.low, slot.end, slot.right):
        return Ruling("target", how="after")
    if is_estimated_behind(reading, slot):
        return Ruling("estimate", how="after")
    after = reading.items("role", slot.end, min(slot.right, slot.end + 12))
    if not after or _role(after[0]) not in ("estimate", "projection"):
        return None
    between = reading.low[slot.end : after[0].start]
    if between.strip(" (") or ("(" in between and not reading.low.startswith(")", after[0].end)):
        return None  # `sơ bộ là 9,5% (ước lần đầu 9,2%)` tells of another number
    return _ruling(after[0].item, "after")


def _is_share_allotted(reading: Reading, cue: Made, slot: Slot) -> bool:
    """Whether a quantity tells how much of a plan was handed out: `đã phân bổ 867 tỷ đồng, đạt 95% kế hoạch`."""
    if slot.quantity.measure != "share_of_plan" or cue.start >= slot.left:
        return False
    handed_out = reading.low.startswith(_HANDED_OUT, cue.start) and reading.low.endswith("đã ", 0, cue.start)
    return handed_out and _REACHED.search(reading.low, slot.left, slot.start) is not None


_HANDED_OUT_BEHIND = expression(r" (?:vốn )?(?:mới |đã )?được [^,;.\d]{0,40}?(?:giao|phân bổ|bố trí)(?!\w)")
_HANDED_OUT = ("phân bổ", "bố trí", "giao")


def _of_the_same(reading: Reading, slot: Slot, carried: Ruling) -> bool:
    """Whether a sentence says more of the very number that was estimated; parts of it say themselves what they are."""
    return carried.role == "estimate" and says_more_of_it(reading, slot.sentence)


def _weightiest(reading: Reading, cues: list[Made], slot: Slot) -> Made | None:
    """The last wording, but for one that only carries out another before it.

    `theo kịch bản thấp chỉ tăng 1,8%` stays a scenario, `ước cả năm sẽ vượt 56 nghìn tỷ đồng` an estimate.
    """
    if not cues:
        return None
    last, role = cues[-1], _role(cues[-1])
    for cue in cues[:-1]:
        if _role(cue) == "target" and role == "projection" and _goes_on_of_the_aim(reading, cue, last):
            return cue
        guessed = cue.start >= slot.left and "ước" in reading.low[cue.start : cue.end]
        if _role(cue) == "estimate" and role == "actual" and last.start - cue.end <= 1:
            return cue  # `ước chỉ đạt 44 tỷ đồng`
        foretold = _role(cue) == "projection" and role == "actual" and _ONLY.match(reading.low, last.start)
        if (_role(cue) == "scenario" and role == "actual") or (guessed and role == "projection"):
            return cue
        if foretold and _TURNS.search(reading.low, cue.end, last.start) is None:
            return cue
    return last


def _goes_on_of_the_aim(reading: Reading, cue: Made, last: Made) -> bool:
    """Whether what is foreseen is an aim that the words before set; a hope or a ground for it is none."""
    if reading.low.startswith("kỳ vọng", cue.start) or reading.low.find("cơ sở", cue.end, last.start) >= 0:
        return False
    return goes_on_striving(reading, cue, last) or _AIM_GOES_ON.fullmatch(reading.low, cue.end, last.start) is not None


_AIM_GOES_ON = expression(r" (?:[^,;.:\d(]|[(](?=(?:dự kiến|sẽ) )|năm 20\d\d |\d{1,2}/20\d\d ){0,90}")
"""What is foreseen of an aim is aimed at: `đặt mục tiêu kim ngạch dự kiến đạt 5,9 tỷ USD`."""
_ONLY = expression(r"(?:mới )?chỉ (?:đạt|tăng|giảm)(?!\w)")
_TURNS = expression(r"\d[\d,.]*%|(?<!\w)(?:nhưng|song|thực tế|tuy nhiên)(?!\w)")
"""What parts what was foreseen from what came: `dự báo, đến cuối năm chỉ tăng 1,3%` is still foreseen."""
_TAKES_APART = Holding(
    r"trong đó|(?:kế tiếp|tiếp theo|tiếp đến|sau đó|lần lượt)(?: là(?!\w)|:)",
    ("trong đó", "kế tiếp", "tiếp theo", "tiếp đến", "sau đó", "lần lượt"),
)
_SAME_SUBJECT = expression(
    r"(?: [^,;:\d()]{0,60}| \([^()]{0,40}\))?(?:,| và) ?(?:và |cũng )?"
    r"(?:tăng|giảm|chiếm|đạt|bằng|xếp|đứng|vượt|đóng góp|cao hơn|thấp hơn|nhiều hơn|ít hơn|hơn|kém|gấp)"
    r"(?: [^\W\d]+){0,3} ?"
)
"""What goes on about the subject of the quantity before: `ước đạt 6.916 triệu USD, chiếm 25,2%`."""

_REACHED = expression(r"(?<!\w)(?:mới đạt|chỉ đạt|đạt|bằng|chiếm|mới)(?: tỷ lệ| khoảng| gần| trên| hơn)* ?$")


def _role(cue: Made) -> Role | None:
    return cue.item.role if isinstance(cue.item, RoleCue) else None


def _rules(reading: Reading, cue: Made, slot: Slot) -> bool:
    """Whether a wording bears on the numbers behind it, not on one before it, an aside or what is compared with."""
    if reading.low.endswith("giao", cue.start, cue.end) and _TO_A_PLAN.search(
        reading.low, slot.clause_start, cue.start
    ):
        return False
    if in_closed_quotes(reading, cue, slot) or sets_a_bound(reading, cue, slot):
        return False
    return not _inside_a_number(reading, cue) and not _in_an_aside(reading, cue, slot)


_TO_A_PLAN = expression(r"(?:so với|% (?:so với )?)(?: ?tổng)? ?(?:kế hoạch|dự toán|chỉ tiêu)(?: [^\W\d]+){0,4} ?$")


def _inside_a_number(reading: Reading, cue: Made) -> bool:
    """`dự toán năm` in `28,4% dự toán năm`, `chỉ tiêu` in `22/26 chỉ tiêu` say nothing of the numbers after them.

    Behind a comma or a parenthesis (`44,5% (kế hoạch 46%)`) such words are their own.
    """
    return any(
        one.start <= cue.start and cue.end <= one.end + 12
        for kind in ("quantity", "tally")
        for one in reading.items(kind, max(0, cue.start - 60), cue.end + 24)
        if one.start < cue.start
        and not _APART.search(reading.low, one.end, cue.start + 1)
        and reading.low[one.end : cue.start] != " và "  # `tăng 6,7% và mục tiêu năm 2019 là 6,8%`
    )


def _in_an_aside(reading: Reading, cue: Made, slot: Slot) -> bool:
    """Whether words of a target stand in parentheses closed before the number: `GRDP (chỉ tiêu tổng hợp) tăng 6%`."""
    if _role(cue) != "target":
        return False
    opened = reading.low.rfind("(", slot.sentence.start, cue.start + 1)
    return opened >= 0 and cue.end <= reading.low.find(")", opened, slot.start)


_APART = expression(r"[,;(\n]|\. ")


def _ruling(item: object, how: str) -> Ruling:
    assert isinstance(item, RoleCue)  # noqa: S101 - the kind `role` makes nothing else
    return Ruling(item.role, item.scenario, "asked" if item.asked else how)


_PARTS_FOLLOW = expression(r"trong đó\s?:\s*$")
_LIST_FOLLOWS = expression(r"(?:như sau|cụ thể|gồm|là|sau đây|phân ra|theo các giai đoạn)\s?:\s*$")
_PART = expression(r"\s*\+ ?")


def handed_on(reading: Reading, sentence: Sentence, ruling: Ruling | None) -> Ruling | None:
    """What a sentence hands to the next ones: an estimate goes over to the lines of its parts."""
    if ruling is not None and ruling.role == "actual" and sets_aims(reading, sentence):
        return Ruling("target", how="list")
    if ruling is not None and ruling.role == "projection" and looks_back(reading, sentence):
        return None
    if ruling is not None and _PARTS_FOLLOW.search(reading.low, max(sentence.start, sentence.end - 16), sentence.end):
        return replace(ruling, how="opens")
    told = ruling is not None and (ruling.role in _CARRIED or ruling.how == "clause")
    if ruling is not None and told and _leads_to_items(reading, sentence):
        return replace(ruling, how="leads")
    return ruling


def _leads_to_items(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence ends in a colon over items that say more of its number: `... được phân bổ như sau:`."""
    if not reading.low.endswith((":", ": "), 0, sentence.end):
        return False
    if _LIST_FOLLOWS.search(reading.low, max(sentence.start, sentence.end - 30), sentence.end) is None:
        return False
    return _is_item(reading, reading.text.find("\n", sentence.end - 1) + 1)


def _is_item(reading: Reading, line: int) -> bool:
    mark = mark_at(reading.text, line, line + _MARK_WITHIN) if line > 0 else None
    return mark is not None and mark.kind in ("dash", "letter")


_MARK_WITHIN = 12


def keeps(reading: Reading, sentence: Sentence, ruling: Ruling | None) -> bool:
    """Whether a line is a part of the list that the ruling was opened for."""
    if ruling is None or ruling.how not in ("opens", "leads"):
        return False
    line = reading.text.rfind("\n", 0, sentence.start) + 1
    return _is_item(reading, line) if ruling.how == "leads" else _PART.match(reading.text, line) is not None


def counted_role(slot: Slot, role: Role) -> Role:
    """How many tasks, groups or targets a plan has is a fact, whatever the plan aims at."""
    foreseen = role in ("target", "projection")
    return "actual" if foreseen and is_plan_part(slot.quantity) else role


def is_plan_part(quantity: Quantity) -> bool:
    """Whether a quantity counts what a plan is made of: targets, tasks, schemes."""
    noun = quantity.noun or ""
    return quantity.unit == "count" and (noun in words_of("role")["plan_part"] or noun.startswith("chỉ tiêu "))


def in_parentheses(reading: Reading, slot: Slot) -> bool:
    """Whether the quantity stands in parentheses, so that its role is its own alone."""
    before = reading.low[slot.sentence.start : slot.start]
    return before.count("(") > before.count(")")
