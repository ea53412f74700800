"""Targets that ask whether something was done: who answers, how, and what is no answer."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from tests.assess.reading import read_text

from camket.assess.board import scoreboard
from camket.model.extraction import Extraction
from camket.model.period import parse_period
from camket.model.plan import Plan, TypedTarget
from camket.model.scoreboard import TargetLine
from camket.model.series import Source
from camket.registry.memory import MemoryRegistry
from camket.resolve.done import question_of
from camket.resolve.typed import identify, typed_plan

DAY = date(2026, 1, 15)


class Entered(MemoryRegistry):
    """Papers, with a plan that a person entered."""

    def __init__(self, papers: list[Extraction], plan: Plan) -> None:
        super().__init__(papers)
        self._entered = plan

    def plans(self) -> tuple[Plan, ...]:
        return (self._entered,)

    def as_of(self, day: date) -> Entered:
        papers = [each for each in self.extractions() if (each.document.head.date or "") <= day.isoformat()]
        return Entered(papers, self._entered)


def asked(name: str, *papers: Extraction, day: date = DAY, due: str = "by:2025-12") -> TargetLine:
    period = parse_period("2020/2025")
    assert period is not None
    target = TypedTarget(
        number="1", name=name, indicator=f"other:{name}", measure="level", unit="yes_no", value=Decimal(1),
        comparator="eq", period=due, source=Source(document="danh-muc", published=date(2020, 10, 1)),
    )  # fmt: skip
    title = "Nghị quyết Đại hội Đảng bộ tỉnh Bắc Ninh, nhiệm kỳ 2020-2025"
    plan = typed_plan(identify(title, "Bắc Ninh", period), title, period, [target])
    (line,) = scoreboard(Entered(list(papers), plan), day).plans[0].targets
    return line


def paper(sentence: str, day: str = "2025-03-10", id_: str = "bao-cao", area: str = "Bắc Ninh") -> Extraction:
    return read_text(id_, f"BÁO CÁO\n{sentence}\n", type="report", date=day, area=area, source_kind="report")


PLAN = "Hoàn thành quy hoạch tỉnh thời kỳ 2021-2030"


@pytest.mark.parametrize(
    ("name", "sentence", "state"),
    [
        (PLAN, "Tỉnh đã hoàn thành quy hoạch tỉnh thời kỳ 2021-2030.", "met"),
        (PLAN, "Đến nay, tỉnh đã hoàn thành việc lập quy hoạch tỉnh.", "met"),
        (PLAN, "Quy hoạch tỉnh thời kỳ 2021-2030 đã hoàn thành, được công bố rộng rãi.", "met"),
        ("Phê duyệt đề án chuyển đổi số", "Đề án chuyển đổi số của tỉnh đã được phê duyệt.", "met"),
        ("Thành lập trung tâm đổi mới sáng tạo", "Tỉnh đã thành lập Trung tâm Đổi mới sáng tạo.", "met"),
        (PLAN, "Tỉnh chưa hoàn thành quy hoạch tỉnh do vướng mắc về đất đai.", "missed"),
        # asked for, planned, nearly done: no answer
        (PLAN, "Phấn đấu đã hoàn thành quy hoạch tỉnh trong quý II.", "no_data"),
        (PLAN, "Tỉnh đã cơ bản hoàn thành quy hoạch tỉnh.", "no_data"),
        (PLAN, "Đề nghị các sở tập trung hoàn thành quy hoạch tỉnh.", "no_data"),
        # another thing, another deed
        (PLAN, "Tỉnh đã hoàn thành quy hoạch huyện.", "no_data"),
        ("Phê duyệt đề án chuyển đổi số", "Tỉnh đã xây dựng đề án chuyển đổi số.", "no_data"),
    ],
)
def test_what_answers(name: str, sentence: str, state: str) -> None:
    line = asked(name, paper(sentence))
    assert line.state == state
    if state != "no_data":
        assert line.value_source is not None and line.value_source.quote == sentence.rstrip(".")


def test_the_latest_word_counts_and_a_word_from_before_the_plan_does_not() -> None:
    done, not_done = "Tỉnh đã hoàn thành quy hoạch tỉnh.", "Tỉnh chưa hoàn thành quy hoạch tỉnh."
    earlier, later = paper(not_done, "2024-03-10", "a"), paper(done, "2025-03-10", "b")
    assert asked(PLAN, earlier, later).state == asked(PLAN, later, earlier).state == "met"
    assert asked(PLAN, earlier, later, day=date(2024, 6, 1)).state == "unclear"  # not due, said not to be done yet
    assert asked(PLAN, earlier, later, day=date(2025, 6, 1)).reason.code == "assess.answered_done_early"
    assert asked(PLAN, paper(done, "2018-03-10")).state == "no_data"


def test_the_answer_of_another_place_is_none() -> None:
    assert asked(PLAN, paper("Tỉnh đã hoàn thành quy hoạch tỉnh.", area="Hà Nam")).state == "no_data"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (PLAN, ("hoàn thành", "quy hoạch tỉnh")),
        ("Ban hành đề án phát triển nhà ở xã hội giai đoạn 2021-2025", ("ban hành", "đề án phát triển nhà ở xã hội")),
        ("Đường vành đai 4 (đoạn qua tỉnh)", ("", "đường vành đai 4")),
        ("Hoàn thành", None),
        ("Đạt", None),
    ],
)
def test_what_the_words_ask(words: str, found: tuple[str, str] | None) -> None:
    question = question_of(words)
    assert (tuple(question) if question is not None else None) == found
