"""Words by which speech turns, goes on or is told, and what offices do: what the flow of speech is judged by."""

from __future__ import annotations

from camket.grammar.expression import expression

TURN = expression(
    r"(?:(?:ngày|sáng|chiều|tối|trưa|đêm)(?: nay| qua| ngày)? \(?\d{1,2}[/-]\d"
    r"|trước đó|nhân dịp|nhân chuyến|trong khuôn khổ|cũng trong|cùng ngày|sau buổi|tiếp đó, đoàn|theo chương trình)\b"
)
"""Words by which news turn to something else."""
BY_RULE = expression(r"\btheo (?:dự thảo|quy định|quy chế|luật|thông tư|phân cấp|điều lệ)\b")
"""Words by which a rule is told: what it lays on somebody is no order."""
DATED = expression(r"\b(?:trước|chậm nhất|đến hết|trong)(?: ngày| tháng| quý| năm)* (?:\d|[ivx]+\b)")
"""A due makes a task of a demand on a thing: `việc sửa nhà phải hoàn thành trước ngày 31/12`."""
MOREOVER = expression(r"(?:đặc biệt|nhất là|đồng thời|cùng với đó|bên cạnh đó|ngoài ra|do đó|vì vậy|vì thế),? ")
"""With these words a demand on a thing goes on with what a leader asks for: `Đặc biệt, các phong trào phải ...`."""
OWN_PLAN = expression(r"(?:trong |đến )?năm \d{4}, [^,;.]{2,40}? (?:phấn đấu|đặt mục tiêu|tiếp tục) ")
"""What a place has set itself, told behind somebody's wishes."""
OFFICE_WORK = frozenset({
    "chỉ đạo", "báo cáo", "đề xuất", "phân công", "đôn đốc", "công bố", "trao đổi", "phân tích", "đánh giá", "tiếp thu",
    "quán triệt", "trình", "kiến nghị", "định hướng", "phản ánh", "trả lời",
})  # fmt: skip
"""What an office does: in a list of tasks no verb of saying."""
