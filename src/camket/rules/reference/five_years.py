"""The plan of five years, which its years name though others are named beside it."""

from __future__ import annotations

from camket.grammar.rule import Found, Rule, example
from camket.rules.reference.item import Citation
from camket.rules.reference.parts import issuer_end


def _planned(found: Found) -> Citation:
    issuer = None
    led = found.low.startswith(" của ", found.end) and found.text[found.end + 5 : found.end + 6].isupper()
    if led:
        begin = found.end + len(" của ")
        found.end = issuer_end(found.text, found.low, begin, found.bounds[1])
        issuer = found.text[begin : found.end]
    return Citation(type="plan", issuer=issuer)


FIVE_YEARS = Rule(
    name="reference/five_years",
    pattern=r"(?<!\w)k[ếê] hoạch (?:năm \d{4} và )?(?:5|năm) năm (?:giai đoạn )?\d{4} ?- ?\d{4}(?!\d)",
    produce=_planned,
    weight=1,
    cues=("5 năm", "năm năm"),
    examples=(
        example(
            "rà soát các chương trình, kế hoạch 5 năm 2016-2020, làm rõ nguyên nhân",
            "kế hoạch 5 năm 2016-2020 => plan",
        ),
        example(
            "Về thực hiện kế hoạch năm 2010 và 5 năm 2006-2010: tỉnh đạt khá",
            "kế hoạch năm 2010 và 5 năm 2006-2010 => plan",
        ),
        example(
            "Theo kế hoạch 5 năm 2021-2025 của Bộ Xây dựng, nhà ở",
            "kế hoạch 5 năm 2021-2025 của Bộ Xây dựng => plan by Bộ Xây dựng",
        ),
    ),
    counter_examples=("các kế hoạch 5 năm của tỉnh", "lập kế hoạch 5 năm tới"),
)
