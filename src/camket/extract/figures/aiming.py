"""Stories of aims: paragraph after paragraph tells what is to be reached by the year that the title names."""

from __future__ import annotations

from camket.extract.figures.roles import Ruling
from camket.extract.scene import Scene
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.sentence import Sentence
from camket.rules.period.item import When

AIMED = expression(r"(?<!\w)(?:phấn đấu|đặt mục tiêu|mục tiêu đến)(?!\w)")
"""Words by which a sentence sets an aim."""
RESULTS_FOLLOW = expression(r"(?<!\w)(?:kết quả|thực tế|trên thực tế|kết thúc năm)(?!\w)(?! dự kiến)")
"""A sentence that turns from what was planned to what came of it."""
_TITLED = expression(r"đến (?:hết |cuối )?năm (?P<year>20\d\d)(?!\d)|(?<!\w)(?:mục tiêu|phấn đấu|chỉ tiêu)(?!\w)")
_TURNS = expression(
    r"(?<!\w)(?:đã|hiện|hiện nay|đến nay|vừa qua|cùng kỳ|so với|trước đó|năm 20\d\d|tháng \d|quý [ivx\d]+|giai đoạn"
    r"|cho biết|kết quả|theo|để|nhằm|thực tế|ước|tính đến)(?!\w)"
)
"""Words of a paragraph that tells of something else than the next aims."""


def aims_on(reading: Reading, sentence: Sentence, scene: Scene, ruling: Ruling | None, when: When | None) -> bool:
    """Whether a paragraph goes on with the aims of the one before: it tells levels and nothing that was done.

    `Mục tiêu đến năm 2030, tỷ trọng công nghiệp đạt trên 40%.` and below `Tốc độ tăng năng suất đạt 7,5%/năm.`
    """
    if ruling is None or ruling.role != "target" or when is None or when.year is None or when.high_year is not None:
        return False
    if not scene.is_story or str(when.year) <= (scene.day or "")[:4]:
        return False
    titled = _TITLED.search((scene.head.title or "").lower())
    if titled is None or (titled["year"] and int(titled["year"]) != when.year):
        return False
    last = reading.text.find("\n", sentence.start)
    return _TURNS.search(reading.low, sentence.start, last if last > 0 else len(reading.low)) is None
