"""Verbs that give news: they hand out nothing, but whoever says them has the floor."""

from __future__ import annotations

from camket.grammar.rule import Found, Rule, example
from camket.rules.directive.item import Act


def _tell(found: Found) -> Act:
    return Act("tell", "", found["verb"])


TELL = Rule(
    name="directive/tell",
    pattern=r"\b(?P<verb>{tell})\b(?! (?:gương|trên|cao|tên|ra)\b)",
    produce=_tell,
    cues=(
        "nêu", "cho biết", "cho hay", "thông tin", "báo cáo", "nói", "chia sẻ", "đánh giá", "nhận định", "nhận xét",
        "nhìn nhận", "bày tỏ", "giải thích", "trả lời", "phân tích", "chúc mừng", "biểu dương", "cảm ơn",
        "ghi nhận", "đề cập", "phản ánh", "lo ngại", "băn khoăn", "đặt câu hỏi", "trao đổi", "trình bày", "thừa nhận",
        "thông báo", "công bố", "kể", "cam kết", "lý giải", "dẫn chứng", "tính toán", "ủng hộ", "tán thành", "bác bỏ",
    ),
    examples=(
        example("Ông Hải cho biết, thu ngân sách tăng.", "cho biết => tell"),
        example("Thủ tướng đánh giá cao kết quả của tỉnh.", "đánh giá cao => tell"),
    ),
    counter_examples=("Cán bộ nêu gương trong công việc.", "Các nhiệm vụ nêu trên đã hoàn thành."),
)  # fmt: skip
