"""What a tally rule makes, and how the state of what is counted is read."""

from __future__ import annotations

import re

import msgspec

from camket.model.fact import TallyState


class Count(msgspec.Struct, frozen=True, kw_only=True):
    """`done` of `total` things. `of` is what they are, as written; `total` is None where another count gives it."""

    done: int
    total: int | None
    state: TallyState = "other"
    of: str | None = None

    def __str__(self) -> str:
        return f"{self.done}/{self.total if self.total is not None else '?'} {self.state}"


_STATES: tuple[tuple[TallyState, re.Pattern[str]], ...] = (
    (
        "other",
        re.compile(
            r"không đạt|chưa đạt|khó đạt|khó hoàn thành|không hoàn thành|chưa (?:được )?(?:hoàn thành|trả lời|giải"
            r" quyết)|chưa triển khai|đang (?:thực hiện|triển khai|chờ)|cần phấn đấu|có khả năng|đạt (?:thấp|khá|kém)"
            r"|cơ bản đạt|không phải"
        ),
    ),
    (
        "achieved_or_exceeded",
        re.compile(
            r"(?:đạt|hoàn thành)(?: và |, | hoặc |, đạt và )(?:hoàn thành )?vượt|vượt(?: mức)?(?: và |, "
            r"| hoặc )(?:đạt|hoàn thành)"
            r"|hoàn thành(?: cơ bản)?(?: và | đạt và |, )(?:hoàn thành |đạt )?vượt"
        ),
    ),
    ("exceeded", re.compile(r"vượt|về đích (?:sớm|trước)")),
    (
        "completed",
        re.compile(
            r"hoàn thành|hoàn tất|đã xong|(?:thực hiện|cụ thể hóa|triển khai) xong|đã (?:được )?(?:trả lời|giải quyết)"
        ),
    ),
    ("achieved", re.compile(r"(?<!\w)đạt(?! (?:thấp|khá|được|kém))|đạt được mục tiêu|bảo đảm|đáp ứng|đạt chuẩn")),
)
_DENIED = re.compile(r"[^,;.]{0,30}?(?:không|chưa) (?:đạt|hoàn thành|vượt)")
_TARGETS = re.compile(r"chỉ tiêu|mục tiêu|tiêu chí|tiêu chuẩn")


def state_of(before: str, after: str, noun: str) -> TallyState:
    """The state that the words around a count give it.

    A denial right after it, else those right before it, else those after it in its clause.
    """
    if _DENIED.match(after):
        return "other"
    for text in (before[-42:], after, before):
        for state, pattern in _STATES:
            if pattern.search(text):
                return "achieved" if state == "completed" and _TARGETS.match(noun) else state
    return "other"


def clause_before(text: str) -> str:
    """The part of a clause before a count."""
    return re.split(r"[;:]|\. |\d+/\d+[^,;]*,", text)[-1][-110:]


def clause_after(text: str) -> str:
    """The part of a clause after a count, up to the next count or the clause's end."""
    return re.split(r"[;.(]|, (?!đạt|vượt|hoàn thành)| và (?=\d)|\d+/\d+", text)[0][:140]
