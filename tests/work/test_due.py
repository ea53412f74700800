"""Wordings of dues: those of papers, those typed into lists, and what is none."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.work.making import on

from camket.model.fact import Directive
from camket.model.task import Due
from camket.work.due import day_after, due_from_words, due_of, occurrences
from camket.work.rules import rules_on

PAPER = on("8/6")
RULES = rules_on(PAPER)


def told(due: Due) -> str:
    """A due in short: kind, day, what it runs by."""
    term = (
        f" {due.days or due.months}{'m' if due.months else 'w' if due.working else 'd'}"
        if due.kind == "relative"
        else ""
    )
    return f"{due.kind}{term}{' ' + due.every if due.every else ''}{f' {due.day:%d/%m/%Y}' if due.day else ''}"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("trước ngày 30/6/2026", "fixed 29/06/2026"),
        ("Trước 30/6", "fixed 29/06/2026"),
        ("chậm nhất ngày 05/7/2026", "fixed 05/07/2026"),
        ("chậm nhất là ngày 05 tháng 7 năm 2026", "fixed 05/07/2026"),
        ("hoàn thành trong tháng 6, chậm nhất ngày 05/7/2026", "fixed 05/07/2026"),
        ("chậm nhất ngày 05/7/2026, phấn đấu xong trong tháng 6", "fixed 05/07/2026"),
        ("đến hết ngày 31/12/2026", "fixed 31/12/2026"),
        ("trước 16 giờ ngày 25/6", "fixed 25/06/2026"),
        ("trong quý II", "fixed 30/06/2026"),
        ("Quý II/2026", "fixed 30/06/2026"),
        ("quý IV năm 2026", "fixed 31/12/2026"),
        ("quý I", "fixed 31/03/2027"),
        ("trước quý IV", "fixed 30/09/2026"),
        ("trong tháng 7", "fixed 31/07/2026"),
        ("Tháng 6/2026", "fixed 30/06/2026"),
        ("T9/2026", "fixed 30/09/2026"),
        ("9/2026", "fixed 30/09/2026"),
        ("trước tháng 9/2026", "fixed 31/08/2026"),
        ("đầu tháng 7", "fixed 10/07/2026"),
        ("cuối năm 2026", "fixed 31/12/2026"),
        ("trong năm nay", "fixed 31/12/2026"),
        ("Cuối năm", "fixed 31/12/2026"),
        ("6 tháng cuối năm 2026", "fixed 31/12/2026"),
        ("ngay trong tuần này", "fixed 14/06/2026"),
        ("trong tuần tới", "fixed 21/06/2026"),
        ("trước giữa năm 2027", "fixed 30/06/2027"),
        ("trước cuối tháng 9", "fixed 30/09/2026"),
        ("trước đầu tháng 9", "fixed 31/08/2026"),
        ("quý I năm sau", "fixed 31/03/2027"),
        ("trong tháng 12 năm nay", "fixed 31/12/2026"),
        ("9 tháng đầu năm 2027", "fixed 30/09/2027"),
        ("15-20/7", "fixed 20/07/2026"),
        ("tháng 6, tháng 7/2026", "fixed 31/07/2026"),
        ("tháng 6, 7 đơn vị báo cáo", "fixed 30/06/2026"),
        ("15/7/2026 (trong 05 ngày làm việc)", "fixed 15/07/2026"),
        ("trong ngày", "fixed 08/06/2026"),
        ("Hoàn thành trước 15/01", "fixed 14/01/2027"),
        ("30/6/2026", "fixed 30/06/2026"),
        ("30.6.2026", "fixed 30/06/2026"),
        ("30-6", "fixed 30/06/2026"),
        ("2026-06-30", "fixed 30/06/2026"),
        ("30/06/26", "fixed 30/06/2026"),
        ("trong thời hạn 05 ngày làm việc kể từ ngày nhận được văn bản", "relative 5w"),
        ("5 ngày làm việc", "relative 5w 15/06/2026"),  # from the day of the paper
        ("10 ngày", "relative 10d 18/06/2026"),
        ("Trong vòng 30 ngày", "relative 30d 08/07/2026"),
        ("trong thời hạn 02 tháng", "relative 2m 10/08/2026"),  # 8 August is a Saturday
        ("20 ngày kể từ ngày ban hành Thông báo", "relative 20d 29/06/2026"),
        ("12 tháng 3, 2027", "fixed 12/03/2027"),
        ("2 tuần/lần", "recurring P14D 21/06/2026"),
        ("hai tuần một lần", "recurring P14D 21/06/2026"),
        ("03 tháng/lần", "recurring P3M 30/06/2026"),
        ("1 lần/quý", "recurring P3M 30/06/2026"),
        ("mỗi năm một lần", "recurring P1Y 31/12/2026"),
        ("lâu dài", "standing"),
        ("07 ngày làm việc kể từ ngày 29/10/2025", "relative 7w 07/11/2025"),
        ("trong 15 ngày làm việc kể từ ngày 05 tháng 8 năm 2025", "relative 15w 26/08/2025"),
        ("07 ngày làm việc kể từ ngày 31/02/2025", "relative 7w"),
        ("02 tháng kể từ ngày có Kết luận", "relative 2m"),
        ("trong vòng 15 ngày kể từ ngày ban hành", "relative 15d 23/06/2026"),
        ("trong thời hạn 01 tháng kể từ ngày ký", "relative 1m 08/07/2026"),
        ("sau khi Nghị định có hiệu lực 30 ngày", "relative 30d"),
        ("sau khi Nghị định có hiệu lực", "conditional"),
        ("trình HĐND tỉnh tại kỳ họp thường lệ cuối năm 2026", "conditional"),
        ("tại phiên họp tháng 11", "conditional"),
        ("Kỳ họp tháng 12/2026", "conditional"),
        ("trong 15 ngày kể từ ngày 30/6/2026", "relative 15d 15/07/2026"),
        ("trước ngày 20 hằng tháng", "recurring P1M 19/06/2026"),
        ("Hằng tháng, trước ngày 20", "recurring P1M 19/06/2026"),
        ("ngày 05 hàng tháng", "recurring P1M 05/07/2026"),
        ("ngày 0 hàng tháng", "recurring P1M 01/07/2026"),
        ("định kỳ ngày 15 tháng cuối quý", "recurring P3M 15/06/2026"),
        ("Hàng quý", "recurring P3M 30/06/2026"),
        ("Định kỳ 6 tháng", "recurring P6M 30/06/2026"),
        ("hằng năm", "recurring P1Y 31/12/2026"),
        ("hằng tuần", "recurring P7D 14/06/2026"),
        ("Thường xuyên", "standing"),
        ("trong suốt nhiệm kỳ", "standing"),
        ("khẩn trương", "none"),
        ("sớm", "none"),
        ("01/01/1970", "none"),
        ("31/2/2026", "none"),
        ("", "none"),
    ],
)
def test_words_typed_as_a_due(words: str, expected: str) -> None:
    assert told(due_from_words(words, PAPER, RULES)) == expected


def test_the_words_are_kept() -> None:
    assert due_from_words("Trước  ngày 30/6/2026 ", PAPER).words == "Trước ngày 30/6/2026"
    assert due_from_words("sớm", PAPER).words == "sớm"


def test_without_a_day_to_speak_from_a_year_must_be_there() -> None:
    assert told(due_from_words("Quý II/2026")) == "fixed 30/06/2026"
    assert told(due_from_words("trong quý II")) == "none"
    assert told(due_from_words("trong tuần này")) == "none"


@pytest.mark.parametrize(
    ("task", "deadline", "expected", "words"),
    [
        ("báo cáo UBND tỉnh trước ngày 30/6/2026", "by:2026-06-29", "fixed 29/06/2026", "trước ngày 30/6/2026"),
        ("báo cáo trước 16 giờ ngày 25/6", "by:2026-06-25", "fixed 25/06/2026", "trước 16 giờ ngày 25/6"),
        ("báo cáo kết quả ngay trong tuần này", "by:2026-06-14", "fixed 14/06/2026", "ngay trong tuần này"),
        ("xử lý theo kết luận tại phiên họp tháng 5, xong trong tháng 6", "by:2026-06", "fixed 30/06/2026",
         "xong trong tháng 6"),
        ("hoàn thiện hồ sơ, trình HĐND tỉnh tại kỳ họp thường lệ cuối năm 2026", "by:2026-12", "conditional",
         "trình HĐND tỉnh tại kỳ họp thường lệ cuối năm 2026"),
        ("tổng hợp, báo cáo Chủ tịch UBND tỉnh tại phiên họp tháng 11", None, "conditional", "tại phiên họp tháng 11"),
        ("gửi báo cáo tiến độ giải ngân về Sở Tài chính trước ngày 20 hằng tháng", None, "recurring P1M 19/06/2026",
         "trước ngày 20 hằng tháng"),
        ("công khai ngay sau khi được phê duyệt, xong trước ngày 30/9/2026", "by:2026-09-29", "fixed 29/09/2026",
         "xong trước ngày 30/9/2026"),
        ("tham mưu kế hoạch ngay sau khi Nghị định có hiệu lực", None, "conditional",
         "ngay sau khi Nghị định có hiệu lực"),
        ("hằng quý báo cáo tình hình nhân lực trạm y tế", None, "recurring P3M 30/06/2026", "hằng quý"),
        ("trình phương án phân bổ vốn sau khi Quốc hội thông qua dự toán ngân sách", None, "conditional",
         "sau khi Quốc hội thông qua dự toán ngân sách"),
        ("báo cáo Chủ tịch UBND tỉnh trong 10 ngày làm việc kể từ ngày ban hành Thông báo này", None,
         "relative 10w 22/06/2026", "trong 10 ngày làm việc kể từ ngày ban hành Thông báo này"),
        ("báo cáo Chủ tịch UBND tỉnh trong vòng 10 ngày làm việc", None, "relative 10w 22/06/2026",
         "trong vòng 10 ngày làm việc"),
        ("xử lý dứt điểm trong thời hạn 15 ngày, báo cáo kết quả", None, "relative 15d 23/06/2026",
         "trong thời hạn 15 ngày"),
        ("trình phương án trong 20 ngày tới", None, "relative 20d 29/06/2026", "trong 20 ngày tới"),
        ("hoàn thành việc kiểm kê trong vòng 1 tháng", None, "relative 1m 08/07/2026", "trong vòng 1 tháng"),
        ("thường xuyên kiểm tra công trường", None, "standing", "thường xuyên"),
        ("khẩn trương rà soát quy định", None, "none", "khẩn trương"),
        ("phấn đấu đến hết năm giải ngân 100% kế hoạch", "by:2026-12", "fixed 31/12/2026", "đến hết năm"),
        ("duy trì giao ban thường xuyên để đánh giá", None, "none", ""),
        ("có các giải pháp phát triển liên tục", None, "none", ""),
        ("theo dõi, thường xuyên kiểm tra", None, "standing", "thường xuyên"),
        # not dues: a rate, the time of a procedure, how long something lasts
        ("tăng thu ngân sách 10% hằng năm", None, "none", ""),
        ("rút ngắn thời gian cấp phép xuống 05 ngày làm việc kể từ ngày nhận đủ hồ sơ", None, "none", ""),
        ("mở đợt cao điểm trong 3 tháng", None, "none", ""),
        ("phát động thi đua trong vòng 60 ngày", None, "none", ""),
        ("niêm yết danh sách trong thời hạn 15 ngày", None, "none", ""),
        ("trả kết quả thủ tục trong vòng 3 ngày làm việc", None, "none", ""),
        ("khắc phục tồn tại trong vòng 6 tháng qua", None, "none", ""),
        ("gửi tài liệu chậm nhất 3 ngày trước phiên họp", None, "none", ""),
        ("hoàn thành dự án", "by:2026-12", "fixed 31/12/2026", ""),  # from another column, or mended by a person
    ],
)  # fmt: skip
def test_words_of_a_task(task: str, deadline: str | None, expected: str, words: str) -> None:
    due = due_of(Directive(start=0, end=len(task), quote=task, deadline=deadline), PAPER, RULES)
    assert (told(due), due.words) == (expected, words)


def test_what_is_late_is_a_rule_of_the_province() -> None:
    rules = msgspec.structs.replace(RULES, before_includes_day=True, week_ends="friday")
    assert due_from_words("trước ngày 30/6/2026", PAPER, rules).day == on("30/6")
    assert due_from_words("trước ngày 20 hằng tháng", PAPER, rules).day == on("20/6")
    assert due_from_words("trong tuần này", PAPER, rules).day == on("12/6")
    quote = "báo cáo trước ngày 30/6/2026"
    directive = Directive(start=0, end=len(quote), quote=quote, deadline="by:2026-06-29")
    assert due_of(directive, PAPER, rules).day == on("30/6")


@pytest.mark.parametrize(
    ("due", "event", "expected"),
    [
        (Due(kind="relative", days=5, working=True), "10/6", "17/6"),
        (Due(kind="relative", days=5), "8/6", "15/6"),  # 13 June is a Saturday
        (Due(kind="relative", months=1), "31/1", "2/3"),  # 28 February is a Saturday
    ],
)
def test_a_term_runs_from_its_event(due: Due, event: str, expected: str) -> None:
    assert day_after(due, on(event), RULES) == on(expected)


def test_a_term_need_not_move_off_days_off() -> None:
    rules = msgspec.structs.replace(RULES, moves_off_holidays=False)
    assert day_after(Due(kind="relative", days=5), on("8/6"), rules) == on("13/6")
    assert day_after(Due(kind="conditional"), on("8/6"), rules) is None


@pytest.mark.parametrize(
    ("words", "last", "expected"),
    [
        ("trước ngày 20 hằng tháng", "31/8", ["19/6", "19/7", "19/8"]),
        ("hằng tháng", "31/8", ["30/6", "31/7", "31/8"]),
        ("hằng quý", "31/12", ["30/6", "30/9", "31/12"]),
        ("hằng tuần", "28/6", ["14/6", "21/6", "28/6"]),
        ("định kỳ 6 tháng", "30/6/2027", ["30/6", "31/12", "30/6/2027"]),
        ("2 tuần/lần", "31/7", ["21/6", "5/7", "19/7"]),
    ],
)
def test_what_comes_back_has_its_days(words: str, last: str, expected: list[str]) -> None:
    assert occurrences(due_from_words(words, PAPER, RULES), PAPER, on(last)) == tuple(map(on, expected))


@given(
    day=st.dates(date(2020, 1, 1), date(2027, 12, 31)), every=st.sampled_from(["hằng tháng", "hằng quý", "hằng năm"])
)
def test_occurrences_run_on_and_none_is_doubled(day: date, every: str) -> None:
    due = due_from_words(every, day, RULES)
    days = occurrences(due, day, day + timedelta(days=1500))
    assert list(days) == sorted(set(days))
    assert days[0] >= day
    assert days == tuple(
        each
        for half in (0, 1)
        for each in occurrences(due, day + timedelta(days=750 * half + half), day + timedelta(days=750 + 750 * half))
    )


@given(words=st.text(max_size=80))
def test_no_words_break_it(words: str) -> None:
    due_from_words(words, PAPER, RULES)
    due_of(Directive(start=0, end=len(words), quote=words), PAPER, RULES)
