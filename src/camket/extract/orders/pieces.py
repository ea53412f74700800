"""Cut a range into the tasks that it lists, each with what is told of it."""

from __future__ import annotations

import re

from camket.extract.orders.conditions import MEASURED
from camket.extract.orders.edges import EDGE, trimmed
from camket.extract.orders.frames import FRAME
from camket.extract.orders.tasks import Clause, after_links, names_actor, parse
from camket.extract.orders.unlisted import behind_somebody, by_itself
from camket.grammar.engine import Reading
from camket.grammar.expression import expression

_TELLS = expression(r"[^,;]{3,120}? (?:có thể|sẽ) [^\W\d_]")
"""A piece that tells what can or will be: `nợ công có thể đến ngưỡng cảnh báo`."""
_SUCH_AS = expression(
    r"(?<!\w)(?:đó là|tinh thần|phương châm|khẩu hiệu|tiêu chí|nguyên tắc):? \"(?=[^\";]{3,60};|[^\";]{3,60}$)"
    r"|(?<!giải pháp)(?<!biện pháp)(?<!nhiệm vụ)(?<!nội dung)(?<!công việc)(?<!vấn đề)(?<!những việc) như: "
)
"""What a semicolon parts behind these words are examples: `chuẩn bị các điều kiện như: quy hoạch; hạ tầng`."""
_ANNOUNCED = expression(
    r" ?(?:[^\W\d_]+ ){1,6}?(?:một số|các|những|mấy|hai|ba|bốn|năm|sáu|\d{1,2}) (?:nội dung|nhiệm vụ|vấn đề|việc"
    r"|giải pháp)\b[^;:.]{0,40}: (?=thứ nhất|một là|trước hết|\(?1\) |\(?a\) )"
)
_SUCH_TASKS = expression(rf" ?{FRAME} (?:như|gồm|là):? ")
"""The same words before tasks that are named as if they were examples: `thực hiện các nhiệm vụ trọng tâm như `."""
_ALSO = expression(r"\s*đồng thời,? (?:\S+ ){4,}")
"""How a piece begins that is a task of its own, whatever its verb."""
_ASIDE = expression(
    r"\s*(?:(?:đồng thời )?(?:tin tưởng|tin rằng|hy vọng|chúc|cảm ơn|biểu dương) |nếu [^;]* (?:sẽ|thì bị|bị) "
    r"|(?:nội dung|việc|vấn đề|đề xuất|kiến nghị) (?:này|trên) (?:đã |sẽ )?được "
    r"|(?:không|chưa) (?:đồng ý|chấp thuận|nhất trí) )"
)
"""How a piece begins that threatens or tells: `nếu tiếp tục chậm sẽ ...`, `nội dung này được ... tán thành`."""
_REASON = expression(
    r", nếu (?!cần |có |đủ |được )[^;]{3,120}? thì |, bởi(?: vì| lẽ)? |, (?:còn|chứ)(?: cứ)? (?:như|nếu|để) "
)
"""What comes of leaving a task undone, or how things stand without it, is told after it and is no part of it."""
_WITH_WHOM = expression(
    r"\b(?:(?:chủ trì|làm đầu mối)(?:,|, và| và)? )?(?:phối hợp(?: chặt chẽ)?(?: với| cùng)?|cùng(?: với)?)"
    r" (?P<who>.+)",
    re.DOTALL,
)
"""The words for who helps on, before the verb that says what with."""
_TO_DO_WHAT = expression(
    r"(?<!việc )(?<!được )\b(?:đôn đốc|chỉ đạo|yêu cầu|giao|đề nghị|phân công) (?P<who>(?:(?!đôn đốc |chỉ đạo ).)+)",
    re.DOTALL,
)
"""The words for who is told behind a verb that needs to be told what."""
_MATTERS = expression(r"(?:về(?! phía)|đối với|riêng) (?=[^:\n]*;)(?:[^:.\n]|\.(?=\d)){3,400}: (?=\S)")
"""Several matters that open a list, before the one who deals with them."""
_CUTS = expression(r"[;()]")


def fragments(reading: Reading, start: int, end: int, *, strict: bool) -> list[Clause]:
    """The clauses of a range, cut at `;`; a fragment without a verb of its own stays with the one before.

    One that only says what will follow, or what became of the matter, is no part of either.
    """
    clauses: list[Clause] = []
    for first, last in _with_lists(reading, _pieces(reading.low, _behind_matters(reading, start, end), end)):
        at = after_links(reading.low, first, last)
        if clauses and _ASIDE.match(reading.low, first, last):
            continue
        clause = parse(reading, first, last, strict=strict or bool(clauses))
        clause = _behind_announcement(reading, clause)
        if clauses and not clause.verb and (_TELLS.match(reading.low, first, last) or MEASURED.match(reading.low, at)):
            continue
        if clauses and clause.recipient is None and _gives_examples(reading.low, clauses[-1]):
            clauses[-1] = clauses[-1]._replace(end=last)
            continue
        if clauses and not clause.verb:
            also = _ALSO.match(reading.low, first, last) is not None
            clause = clause._replace(verb=True) if also else _going_on(reading, clauses[-1], clause, at, strict=strict)
        if clauses and not clause.verb:
            clauses[-1] = clauses[-1]._replace(end=last)
        else:
            clauses.append(clause)
    edges = [trimmed(reading.low, clause.start, _reason(reading.low, clause)) for clause in clauses]
    return [clause._replace(start=first, end=last) for clause, (first, last) in zip(clauses, edges, strict=True)]


def _gives_examples(low: str, clause: Clause) -> bool:
    """Whether semicolons part the examples that a clause gives; commas part them where it ends with a row of those."""
    such = _SUCH_AS.search(low, clause.start, clause.end)
    return such is not None and (low.find(";", such.end(), clause.end) >= 0 or ", " not in low[such.end() : clause.end])


def _going_on(reading: Reading, task: Clause, clause: Clause, at: int, *, strict: bool) -> Clause:
    """A piece behind a task, which is a task too though no list has its verb: `...; rà lại tài sản dôi dư`.

    `strict`: no order governs the pieces, so that the first must be a task for sure.
    """
    if strict and not task.verb and not behind_somebody(reading, task).verb:
        return clause
    told = behind_somebody(reading, clause)
    return told if told.verb else clause._replace(verb=by_itself(reading, at, clause.end))


def _with_lists(reading: Reading, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The pieces; those that part the bodies of one list are one: `Sở Y tế phối hợp với các sở; các xã lập ...`."""
    joined: list[tuple[int, int]] = []
    for first, last in pieces:
        begins = joined and _begins_with_body(reading, first, last)
        if begins and _lacks_its_verb(reading, *joined[-1], opening=len(joined) == 1):
            joined[-1] = (joined[-1][0], last)
        else:
            joined.append((first, last))
    return joined


def told_behind(reading: Reading, start: int, end: int) -> tuple[int, int] | None:
    """Who is told by a verb of order that ends at `start`, where the tasks are in the lines behind its sentence."""
    said = parse(reading, start, end, strict=False)
    begin = after_links(reading.low, start, end)
    alone = not said.verb and names_actor(reading, begin, end)
    return (begin, end - 1) if alone else said.recipient


def _begins_with_body(reading: Reading, first: int, last: int) -> bool:
    """Whether a piece begins with somebody, and not with a verb that could name one: `tổ chức thực hiện`."""
    begin = after_links(reading.low, first, last)
    clause = parse(reading, begin, last, strict=True)
    return names_actor(reading, begin, last) and not (clause.verb and clause.start == begin)


def _lacks_its_verb(reading: Reading, first: int, last: int, *, opening: bool) -> bool:
    """Whether a piece ends with bodies of which it does not say what they have to do."""
    begin = after_links(reading.low, first, last)
    if opening and names_actor(reading, begin, last) and _names_only(reading, begin, last):
        return True
    aside = _WITH_WHOM.search(reading.low, begin, last)
    if aside and _names_only(reading, *aside.span("who")):
        return aside.start() == begin or not parse(reading, begin, aside.start(), strict=True).verb
    told = _TO_DO_WHAT.search(reading.low, begin, last)
    return told is not None and _names_only(reading, *told.span("who"))


def _names_only(reading: Reading, first: int, last: int) -> bool:
    """Whether a range names bodies and says nothing of what they do."""
    return names_actor(reading, first, last) and not parse(reading, first, last, strict=True).verb


def _behind_announcement(reading: Reading, clause: Clause) -> Clause:
    """The first of several tasks behind words that but announce them: `thực hiện các nội dung: Thứ nhất, ...`."""
    if not clause.verb:
        return clause
    found = _ANNOUNCED.match(reading.low, clause.start, clause.end)
    if found:
        return clause._replace(start=after_links(reading.low, found.end(), clause.end))
    such = _SUCH_TASKS.match(reading.low, clause.start, clause.end)
    first = parse(reading, such.end(), clause.end, strict=True) if such else clause
    return clause._replace(start=such.end()) if such and first.verb and first.start == such.end() else clause


def _behind_matters(reading: Reading, start: int, end: int) -> int:
    """Where a range goes on behind several matters that open it: `Đối với vốn vay; trái phiếu: các chủ đầu tư ...`."""
    begin = after_links(reading.low, start, end)
    found = _MATTERS.match(reading.low, begin, end)
    if found is None or parse(reading, begin, reading.low.find(";", begin), strict=True).verb:
        return start
    return found.end() if names_actor(reading, found.end(), end) else start


def _reason(low: str, clause: Clause) -> int:
    """The end of a task without the words that tell what comes of leaving it: `..., nếu chậm thì lúa sẽ mất mùa`."""
    found = _REASON.search(low, clause.start, clause.end)
    return found.start() if found else clause.end


def _pieces(low: str, start: int, end: int) -> list[tuple[int, int]]:
    """A range cut at `;` outside of brackets."""
    pieces, first, depth = [], start, 0
    for mark in _CUTS.finditer(low, start, end):
        depth = max(0, depth + (mark[0] == "(") - (mark[0] == ")"))  # `a)` closes no bracket
        if mark[0] == ";" and depth == 0:
            pieces.append((first, mark.start()))
            first = mark.end()
    pieces.append((first, end))
    return [piece for piece in pieces if low[piece[0] : piece[1]].strip(EDGE)]
