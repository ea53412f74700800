"""Stories of aims: paragraph after paragraph tells what is to be reached by the year that the title names."""

from __future__ import annotations

from collections.abc import Iterator

from camket.extract.figures.adopted import adopted_budget, sets_money
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
_DONE = r"đã(?! (?:được )?[^;.\d]{4,80}?(?<!\w)(?<!đã )(?:được|không phải|phải)(?!\w))"
"""What was done, but where it only tells of which things: `60% hệ thống đã đưa vào khai thác được kết nối`."""
_TURNS = expression(
    rf"(?<!\w)(?:{_DONE}"
    r"|hiện|hiện nay|đến nay|vừa qua|cùng kỳ|so với|trước đó|năm 20\d\d|tháng \d|quý [ivx\d]+|giai đoạn"
    r"|cho biết|kết quả|theo (?:báo cáo|thống kê|đánh giá|số liệu|tính toán|ông|bà|đồng chí|đại diện|ngành|lãnh đạo|sở"
    r"|cục|chi cục|bộ|ubnd|kế hoạch|đó)|để|nhằm|thực tế|ước|tính đến)(?!\w)"
)
"""Words of a paragraph that tells of something else than the next aims."""

_NOW = r"(?<!thực )(?<!thể )(?<!phát )(?<!xuất )hiện(?! đại| thực| hành)"
_AIMS_AT = expression(
    r"(?<!\w)(?:phấn đấu|(?:đặt|với|có) mục tiêu|mục tiêu (?:đến|của|là|tổng quát|chung|giai đoạn|nhiệm kỳ)|xác định"
    r"|theo (?:đề án|kế hoạch|quy hoạch|chiến lược|nghị quyết|chương trình|mục tiêu)"
    r"|thông qua (?:các )?nghị quyết về (?:nhiệm vụ|kế hoạch|mục tiêu|phương hướng))(?!\w)"
)
_NO_AIM = expression(
    r"(?<!\w)(?:kết quả|đến nay|so với|vừa qua|đã (?!(?:thông qua|xác định|đề ra|đặt|nhất trí"
    r"|quyết nghị|dành thời gian|thảo luận|biểu quyết))"
    rf"|{_NOW})(?!\w)"
)


def aim_of(reading: Reading, sentence: Sentence, scene: Scene) -> When | None:
    """The time, yet to come, of what a sentence without figures aims at; what follows tells how much.

    `Phấn đấu đến năm 2030, tỉnh là trung tâm du lịch. Tổng lượt khách đạt 5 triệu lượt.`
    """
    if not scene.is_story:
        return None
    aim = next(_times_ahead(reading, sentence, scene), None)
    if aim is None or _AIMS_AT.search(reading.low, sentence.start, sentence.end) is None:
        return None
    return None if _NO_AIM.search(reading.low, sentence.start, sentence.end) is not None else aim


def _times_ahead(reading: Reading, sentence: Sentence, scene: Scene) -> Iterator[When]:
    """The years to come that a sentence names as those up to which, or over which, something is to be."""
    for one in reading.items("period", sentence.start, sentence.end):
        when = one.item
        if not isinstance(when, When) or when.year is None or when.word or when.day is not None:
            continue
        ends = when.high_year or (when.year if when.mode in ("until", "by", "before") else None)
        if ends is not None and ends > (scene.year or 0) and when.mode in ("in", "until", "by", "before"):
            yield when


_TURNS_BACK = expression(
    rf"(?<!\w)(?:{_DONE}|đến nay|vừa qua|cùng kỳ|so với|trước đó|cho biết|kết quả|thực tế|ước|tính đến|tháng \d"
    rf"|{_NOW}|quý [ivx\d]+|(?:đến|tới) thời điểm|mới (?:chỉ |đạt|có)|vẫn chưa|tuy nhiên"
    r"|(?:năm|nhiệm kỳ|giai đoạn) (?:qua|trước|vừa qua)|theo (?:báo cáo|thống kê|đánh giá|số liệu))(?!\w)"
    r"|(?<!\w)(?:huyện|tỉnh|xã|thành phố|thị xã|địa phương) có \d"
    r"|(?<!\w)(?:tổ chức|dự|tham dự|khai mạc|bế mạc)(?: lễ)? (?:đại hội|hội nghị|kỳ họp|phiên họp|lễ)(?!\w)"
)
"""Words that tell of results, of those who met, or of something else than the next aims."""


class Aims:
    """The last sentence that said, without a figure, what is aimed at by when, and how far it reaches.

    It reaches to the end of its paragraph, and over the next ones as long as no word there turns to results.
    """

    def __init__(self, reading: Reading, scene: Scene) -> None:
        self.reading, self.scene = reading, scene
        self.paragraph = -2
        self.budget = adopted_budget(reading) if scene.is_story else None
        """The year of a budget of whose adoption the story tells."""

    def set_by(self, sentence: Sentence) -> When | None:
        """The time of the aims that a sentence opens; None where it opens none."""
        aim = aim_of(self.reading, sentence, self.scene)
        self.paragraph = sentence.paragraph if aim is not None else self.paragraph
        return aim

    def of_a_budget(self, sentence: Sentence) -> When | None:
        """The year that a paragraph on what an adopted budget sets is of; None for others."""
        return self.budget if self.budget is not None and sets_money(self.reading, sentence) else None

    def end_at(self, sentence: Sentence) -> bool:
        """Whether they end with a sentence that turns to something else."""
        reached = self.paragraph <= sentence.paragraph <= self.paragraph + 1
        ends = reached and _TURNS_BACK.search(self.reading.low, sentence.start, sentence.end) is not None
        self.paragraph = -2 if ends else self.paragraph
        return ends

    def reach(self, sentence: Sentence, ruling: Ruling | None) -> bool:
        """Whether they go on over the paragraph that a sentence opens, and with them the ruling of its figures."""
        if sentence.paragraph != self.paragraph + 1:
            return False
        last = self.reading.text.find("\n", sentence.start)
        if _TURNS_BACK.search(self.reading.low, sentence.start, last if last > 0 else sentence.end) is not None:
            return False
        if ruling is not None and ruling.role == "target":
            self.paragraph = sentence.paragraph
        return True


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
