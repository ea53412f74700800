"""Verbs that state a view and, from a leader, often a duty: `nhấn mạnh`, `lưu ý`, `cho rằng`."""

from __future__ import annotations

from camket.grammar.rule import Found, Rule, example
from camket.grammar.scan import CUE
from camket.rules.directive.item import Act


def _stress(found: Found) -> Act:
    return Act("stress", found.value("stress", "verb"), found["verb"])


STRESS = Rule(
    name="directive/stress",
    pattern=r"\b(?P<verb>{stress})\b(?! (?:của|luận)\b)(?! hội nghị(?! như sau| với|,)\b)",
    produce=_stress,
    anchor=CUE,
    cues=("{stress}",),
    examples=(
        example("Phó Thủ tướng nhấn mạnh, tỉnh phải giữ đất lúa.", "nhấn mạnh => stress instruct"),
        example("Bà lưu ý các sở cần phối hợp chặt chẽ.", "lưu ý => stress instruct"),
        example("Bộ trưởng nêu rõ: phải làm tốt quy hoạch.", "nêu rõ => stress instruct"),
    ),
    counter_examples=("Tỉnh thực hiện kết luận của Bộ Chính trị.",),
)  # fmt: skip
