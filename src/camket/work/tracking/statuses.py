"""States as lists write them: `Đã hoàn thành`, `HT đúng hạn`, `Xin gia hạn đến 30/9/2026`, `Dừng`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from camket.grammar.fold import fold
from camket.work.tracking.reading import Said, Status, Timing, columns, squeezed, words

_KEPT = 8_192  # texts of cells come back row after row
_GRANTED = re.compile(
    r"(?<!\w)(?:đã )?được (?:(?!đề nghị)\w+ ){0,6}?(?:thông qua|phê duyệt|chấp thuận|ban hành|công nhận)(?!\w)"
)
"""`Đã trình và được HĐND tỉnh thông qua`: what was put forward came out of it."""
_NOT_YET = re.compile(r"(?<!\w)(?:chờ|chưa|sẽ|để|khi|đề nghị|xin|cần|trước khi|nếu)(?: \w+){0,2} ?$")
_STILL_WAITS = re.compile(
    r"[,;] ?(?:hiện |và )?(?:đang )?chờ (?:\w+ ){0,4}(?:ý kiến|phê duyệt|quyết định|thẩm định|chấp thuận)"
)
"""`Đã báo cáo UBND tỉnh, đang chờ ý kiến`: the word is with others."""
_WAITS = re.compile(
    r"(?<!\w)(?:đang )?chờ (?:(?!vốn|mặt bằng|kinh phí)\w+ ){1,4}"
    r"(?:cho ý kiến|phê duyệt|quyết định|xem xét|chấp thuận)(?!\w)"
)
"""`Chờ Chủ tịch cho ý kiến`."""
_HEADING = re.compile(
    r"(?:[ivx\d]{1,4}[.)] |[a-z][.)] )?(?:(?:danh mục|danh sách|tổng hợp|các|những|nhóm) )*"
    r"(?:nhiệm vụ|công việc|nội dung|việc)(?: (?:được giao|giao))? (?P<state>[^(\d]+?)"
    r"(?:,? (?:trong |đến )?(?:tháng|quý|năm|kỳ)(?: [^()]*)?)?(?: ?\([^()]*\))?"
)
_TIME_ALONE = re.compile(r"(?:bị )?(?:quá hạn|trễ hạn|chậm tiến độ|chậm|trễ|muộn)(?::? \d{1,3} ngày)?")
_PART = re.compile(
    r"(?: (?:được|khoảng|ước|trên|gần|đạt|hơn))* (?:(?P<share>\d{1,3}(?:[.,]\d+)?) ?%"
    r"|(?P<count>\d{1,4})/(?P<of>\d{1,4})"
    r"(?= (?:nội dung|nhiệm vụ|hạng mục|phần việc|công việc|dự án|xã|phường|đơn vị|hộ)(?!\w)))"
)
_READ = 160
"""Letters of a long result in which its state is looked for."""


class Stated(NamedTuple):
    """What words for a state say: the state, whether in time, and what else is wished for or decided."""

    state: Said
    timing: Timing
    also: tuple[Said, ...] = ()


@cache
def _phrases() -> dict[str, Status]:
    found: dict[str, Status] = {}
    for status in words().statuses:
        for phrase in status.says:
            found.setdefault(fold(phrase), status)
    return found


@cache
def _alone() -> dict[str, Status]:
    return {fold(phrase): status for status in words().statuses for phrase in status.alone}


@cache
def _pattern() -> re.Pattern[str]:
    ordered = sorted(_phrases(), key=len, reverse=True)
    return re.compile(r"(?<![^\W_])(?:" + "|".join(map(re.escape, ordered)) + r")(?![^\W_])")


@cache
def exact_status(text: str) -> Status | None:
    """The state that a whole text names, as the head of a column does; None where it says more, or none."""
    return _phrases().get(text) or _alone().get(text)


def begins_with_state(cell: str) -> bool:
    """Whether a cell begins with words for a state, as those of a column of states do."""
    folded = squeezed(cell)
    return folded in _alone() or _pattern().match(folded) is not None


def state_of_heads(heads: Sequence[str], *, bare: bool = False) -> str:
    """The state that the heads over a column name, from above; empty where the lowest names none.

    `bare`: a lowest head that is nothing else may add no more than its words to a state above it.

    `Tình hình thực hiện` over `Chưa hoàn thành` over `Quá hạn` is `chưa hoàn thành, quá hạn`; under a head that asks
    for the state one that begins with a state may say more: `Chưa đến hạn báo cáo`.
    """
    whole = " ".join(heads)
    if exact_status(whole) is not None:
        return whole
    *above, leaf = heads
    hit = _pattern().match(leaf) if above and _asks_for_state(above[0]) else None
    states = [head for head in above if exact_status(head) is not None]
    if not above or (exact_status(leaf) is None and hit is None and not (bare and states)):
        return ""
    return ", ".join((*states, leaf if hit is None else hit[0]))


def state_of_heading(text: str) -> str:
    """The state of all that stands under a heading: `I. NHIỆM VỤ ĐÃ HOÀN THÀNH (12)`; empty where it names none."""
    found = _HEADING.fullmatch(squeezed(text).strip(" .:"))
    return found["state"] if found is not None and exact_status(found["state"]) is not None else ""


def is_choice_of_states(head: str) -> bool:
    """Whether a head names the states that its cells choose among: `Đúng hạn/ Quá hạn`."""
    parts = [part.strip() for part in re.split(r"[/,]| hoặc ", head)]
    return len(parts) > 1 and all(exact_status(part) is not None for part in parts)


def _asks_for_state(head: str) -> bool:
    """Whether a head is that of states, and not of the papers or days of what was done."""
    return any(head in named.names for named in columns() if named.field in ("status", "result"))


@lru_cache(maxsize=_KEPT)
def status_in(cell: str) -> Stated | None:
    """What a cell says of the state of its task; None where it says nothing of it."""
    folded = squeezed(cell)[:_READ]
    whole = _alone().get(folded.strip(" .,;"))
    found = [whole] if whole is not None else _named(folded)
    if not found:
        return None
    main = _main(found)
    if main.state == "done" and not main.timing and _STILL_WAITS.search(folded) is not None:
        main = next((each for each in found if each.state == "waiting"), main)
    timing = main.timing or next((each.timing for each in found if each.state == main.state and each.timing), "")
    if not timing and main.state in ("done", "open"):
        timing = _timing(found[found.index(main) + 1 :], main)
    also = tuple(dict.fromkeys(each.state for each in found if each.state != main.state))
    return Stated(main.state, timing, also)


def _named(folded: str) -> list[Status]:
    """The states that a text names, in its order."""
    hits = [(hit.start(), _whole_or_part(folded, hit)) for hit in _pattern().finditer(folded)]
    done = next(each for each in words().statuses if each.state == "done" and not each.timing)
    waits = next(each for each in words().statuses if each.state == "waiting")
    hits += [(hit.start() - 1, waits) for hit in _WAITS.finditer(folded)]
    hits += [(hit.start(), done) for hit in _GRANTED.finditer(folded) if not _NOT_YET.search(folded, 0, hit.start())]
    return [status for _, status in sorted(hits, key=lambda hit: hit[0])]


def _whole_or_part(folded: str, hit: re.Match[str]) -> Status:
    """What a phrase says; `Hoàn thành 80%`, `Đã hoàn thành 3/5 nội dung` are not done."""
    status = _phrases()[hit[0]]
    part = _PART.match(folded, hit.end()) if status.state == "done" else None
    if part is None:
        return status
    whole = 100.0 if part["share"] else float(part["of"])
    if float((part["share"] or part["count"]).replace(",", ".")) >= whole:
        return status
    return next(each for each in words().statuses if each.state == "open" and not each.timing)


def is_time_alone(status: str) -> bool:
    """Whether words say how it stands with the due and nothing else: `Quá hạn`, `Chậm 5 ngày`."""
    return _TIME_ALONE.fullmatch(squeezed(status).strip(" .,;")) is not None


def is_state_alone(status: str) -> bool:
    """Whether words for a state say nothing beside it, so that they are no news of the task."""
    parts = [part.strip(" .") for line in status.splitlines() for part in squeezed(line).split(";")]
    return all(
        exact_status(part) is not None or all(exact_status(each.strip()) is not None for each in part.split(","))
        for part in parts
        if part
    )


def _main(found: Sequence[Status]) -> Status:
    """The first that is said; what was submitted or handed on and then done is done."""
    first = found[0]
    if first.state in ("waiting", "handed_over", "extended", "asked_extension"):
        return next((each for each in found if each.state == "done"), first)
    return first


def _timing(behind: Sequence[Status], main: Status) -> Timing:
    """`Hoàn thành; quá hạn 5 ngày`: what is said of time behind the state, by a state of the same kind or none."""
    for each in behind:
        if each.timing and (each.state == main.state or main.state == "done"):
            return each.timing
    return ""
