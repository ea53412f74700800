"""Papers that are known by a word of their own: national programmes by number, technical standards, quoted reports."""

from __future__ import annotations

from camket.grammar.rule import Found, Rule, example
from camket.grammar.scan import CUE
from camket.rules.reference.item import Citation


def _plan(found: Found) -> Citation:
    return Citation(type="programme", number=found["number"] or None)


def _standard(found: Found) -> Citation:
    return Citation(type="regulation", number=found.written("number"))


def _resolution(found: Found) -> Citation:
    found.start, found.end = found.match.span("paper")
    return Citation(type="resolution")


def _report(found: Found) -> Citation | None:
    """A report whose whole name stands in quotes."""
    opens = found.low.endswith('"', 0, found.start) and found.text[found.start].isupper()
    return Citation(type="other") if opens and "," not in found.match[0] else None


NATIONAL = Rule(
    name="reference/national_programme",
    pattern=(
        r"(?<!\w)(?:chương trình (?P<number>134|135|167|30a|327|661)(?![\w%/.,-]*\d| (?:tỷ|triệu|xã|hộ|dự án))"
        r"|dự án (?:trồng mới )?5 triệu ha rừng)(?!\w)"
    ),
    produce=_plan,
    weight=2,
    cues=("chương trình", "triệu ha rừng"),
    examples=(
        example("vốn chương trình 135 và", "chương trình 135 => programme 135"),
        example("vốn dự án 5 triệu ha rừng còn", "dự án 5 triệu ha rừng => programme"),
    ),
    counter_examples=("cả 135 chương trình", "chương trình 135 tỷ đồng"),
)

STANDARD = Rule(
    name="reference/standard",
    pattern=(
        r"(?<!\w)(?:(?:quy chuẩn|tiêu chuẩn)(?: kỹ thuật)?(?: quốc gia)?(?: việt nam)? )?"
        r"(?P<number>(?:qcvn|tcvn)(?: iso)? ?[\d-]+ ?: ?(?:19|20)\d\d(?:/[a-zđ]+)?)"
    ),
    produce=_standard,
    cues=("qcvn", "tcvn"),
    examples=(
        example(
            "theo Quy chuẩn QCVN 01-1:2024/BYT.",
            "Quy chuẩn QCVN 01-1:2024/BYT => regulation QCVN 01-1:2024/BYT",
        ),
    ),
    counter_examples=("đạt quy chuẩn môi trường",),
)

YEARLY = Rule(
    name="reference/resolution_of_year",
    pattern=r"(?i:(?:trong|theo|tại) )(?P<paper>Nghị quyết (?:19|20)\d\d)(?![\d/-]| ?-)",
    produce=_resolution,
    cased=True,
    cues=("nghị quyết",),
    examples=(example("đã ghi trong Nghị quyết 2005 chưa đạt", "Nghị quyết 2005 => resolution"),),
    counter_examples=("theo Nghị quyết 2005/QĐ-UBND", "ra nghị quyết 2005 chỉ tiêu"),
)

QUOTED = Rule(
    name="reference/quoted_report",
    anchor=CUE,
    pattern=r'báo cáo [^"\n]{12,220}(?=")',
    produce=_report,
    cues=("báo cáo",),
    examples=(
        example(
            'nghe "Báo cáo tổng kết công tác năm 2009" do Thứ trưởng trình bày',
            "Báo cáo tổng kết công tác năm 2009 => other",
        ),
    ),
    counter_examples=("nghe báo cáo tổng kết công tác năm 2009", 'nói: "Báo cáo thủ trưởng, tôi đã về đến nơi"'),
)
