"""Whether a clause behind a verb of saying asks something: the verb, who says it, and the clause decide."""

from __future__ import annotations

from camket.extract.orders.news import falls_short
from camket.extract.orders.ranks import recipient_rank
from camket.extract.orders.speaker import Speaker
from camket.extract.orders.tasks import Clause, names_actor, parse
from camket.extract.orders.utterances import Utterance
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.holding import holds
from camket.rules.book import words_of

FIRM = frozenset({
    "lưu ý", "quán triệt", "nhắc lại", "căn dặn", "dặn dò", "nhắn nhủ", "nhắc", "dặn", "gợi ý",
    "gợi mở",
})  # fmt: skip
"""Views that a bare task may follow."""
_OWN = expression(r"(?:tỉnh|thành phố|chúng ta|chúng tôi)(?: cũng| sẽ|) (?:phải|cần)\b")
"""Those for whom who asserts something speaks: it is a promise."""
_PEOPLE = 10
"""Up to this rank stand voters and deputies: what they hope for is a wish, whoever is to do it."""
_FIRMS = 20
"""Up to this rank stand firms and experts too, who hope to be allowed something."""
_FAR = 3
"""A task without a recipient that begins further on follows `... là`: the words before say what it is."""
_ASSIGNING = frozenset({"chỉ đạo", "giao", "giao cho", "phân công", "ủy quyền cho"})
"""Verbs after which only a task is a task: `giao` may hand over a thing."""
_WHERE = ("tại ", "trong ", "theo ")
"""How words begin that only say where something is asked for."""
_ADDRESSING = frozenset({"kêu gọi", "mong", "mong muốn", "phát động"})
"""Verbs after which only what somebody is to do is a task."""


def asking(reading: Reading, one: Utterance, speaker: Speaker, clause: Clause, *, closes: bool) -> Clause | None:
    """The clause, or the duty that it comes to after other things; None where it asks nothing.

    `closes`: the verb of saying closes a speech in quotes.
    """
    if _asks(reading, one, speaker, clause, closes=closes):
        return clause
    return _later_duty(reading, one, speaker, clause, closes=closes)


def may_lay_duty(low: str, start: int, end: int) -> bool:
    """Whether a word of duty stands in a range."""
    return holds(low[start:end], words_of("directive")["need"])


def _later_duty(reading: Reading, one: Utterance, speaker: Speaker, clause: Clause, *, closes: bool) -> Clause | None:
    """A duty that a view comes to after other things."""
    if one.act.means != "stress":
        return None
    later = parse(reading, clause.start, clause.end, strict=True, duty_only=True)
    own = "chúng tôi" in reading.low[later.start : later.end]
    return (
        later
        if later.duty and not later.fronted and not own and _asks(reading, one, speaker, later, closes=closes)
        else None
    )


def _asks(reading: Reading, one: Utterance, speaker: Speaker, clause: Clause, *, closes: bool) -> bool:
    """Whether a clause after a verb of saying is a task."""
    if one.act.means == "agree":
        return True
    if one.act.means == "ask":
        return clause.verb or (clause.recipient is None and not reading.low.startswith(_WHERE, clause.start))
    if one.act.means == "order":
        return _orders(reading, one, speaker, clause)
    return _stresses(reading, one, speaker, clause, closes=closes)


def _orders(reading: Reading, one: Utterance, speaker: Speaker, clause: Clause) -> bool:
    if one.act.verb in _ADDRESSING or one.act.verb.endswith(" mong muốn"):
        wishes = 0 < speaker.rank <= _PEOPLE
        asked = clause.verb and (clause.recipient is not None or wishes)
        return asked or (0 < speaker.rank <= _FIRMS and reading.low.startswith("được ", clause.start))
    if clause.verb:
        return True
    told = clause.recipient is not None or names_actor(reading, clause.start, clause.end)
    return not told and one.act.verb not in _ASSIGNING


def _stresses(reading: Reading, one: Utterance, speaker: Speaker, clause: Clause, *, closes: bool) -> bool:
    """Whether a clause behind a view is a task."""
    if (speaker.body and one.act.verb not in FIRM and clause.recipient is None) or falls_short(reading, clause):
        return False
    if one.act.verb == "khẳng định" and clause.recipient and _OWN.match(reading.low, clause.recipient[0]):
        return False
    if clause.duty or (one.act.verb in FIRM and reading.low.startswith("không ", clause.start)):
        return True
    colon = reading.low[one.end : one.end + 2].strip() == ":"
    if colon and clause.verb and clause.recipient and one.speaker is None:
        return 0 < recipient_rank(reading.text[slice(*clause.recipient)]) < speaker.rank
    if clause.recipient is None:
        return clause.verb and (colon or closes or one.act.verb in FIRM or clause.start > one.end + _FAR)
    if one.act.verb in FIRM and clause.verb and not reading.low.startswith("có ", clause.start):
        return True
    return clause.opener and one.act.verb != "theo" and '"' not in reading.low[one.end : clause.start]
