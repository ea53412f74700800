"""Tasks through the actions: what is written, who may, what two people at once leave, what a withdrawal takes."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from threading import Barrier

import pytest
from django.db import connection
from tests.server.tasks_laid import (
    BODY,
    GIVEN,
    NOTICE,
    OTHER,
    At,
    a_task,
    client,
    given,
    happens,
    paper,
    report,
    span,
    who,
)  # fmt: skip

from camket.errors import UsageError
from camket.model.task import Due, Evidence, TaskSource
from camket.server.jobs.asking import run_job
from camket.server.registry import models
from camket.server.registry.acting import CONSOLE
from camket.server.registry.actions.act_on_task import act_on_task
from camket.server.registry.actions.assign_tasks import assign_tasks
from camket.server.registry.actions.give_task import give_task
from camket.server.registry.actions.merge_tasks import merge_tasks, replace_task
from camket.server.registry.actions.repeat_tasks import repeat_tasks
from camket.server.registry.actions.split_task import split_task
from camket.server.registry.chain import verify_chain
from camket.server.registry.files import FileStore
from camket.server.registry.guard import refuse
from camket.server.registry.spans import on_day, outcome_is, wrong_spans
from camket.server.registry.tasking import Deed
from camket.server.registry.work import held

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def guarded(db: None) -> Iterator[None]:  # noqa: ARG001 - the tables must be there first
    with connection.execute_wrapper(refuse):
        yield


def outcome(number: int, day: date) -> str:
    """What the database says of a task on a day; empty where it was not known then."""
    rows = on_day(day).filter(task=number)
    return next((each for each in _OUTCOMES if rows.filter(outcome_is(day, each)).exists()), "")


_OUTCOMES = ("done_in_time", "done_late", "open_in_time", "open_overdue", "out")


def test_a_task_is_kept_as_it_was_given() -> None:
    with At(2026, 6, 1):
        number = given(supporting=(OTHER, "thong-ke-tinh", OTHER, BODY), key=True)
    found = held([number])[number]
    expected = a_task(supporting=(OTHER, "thong-ke-tinh"), key=True)
    assert (found.task.text, found.task.sources, found.task.due) == (expected.text, (NOTICE,), expected.due)
    assert (found.task.supporting, found.task.entered_by) == (expected.supporting, "console")
    row = span(number)
    assert (row.state, row.lead, row.late_from, row.key) == ("given", BODY, date(2026, 7, 1), True)
    record = models.Audit.objects.get(action="give-task")
    assert record.objects_touched == f'["task:{number}"]'
    assert "nguồn thu" not in record.parameters
    assert verify_chain() is None


def test_a_month_of_one_task_is_told_the_same_for_ever() -> None:
    department, officer = who("so", "department", BODY), who("van-phong", "officer")
    with At(2026, 6, 1):
        number = given()
    with At(2026, 6, 3):
        happens(department, number, Deed(kind="taken"))
    with At(2026, 7, 5):
        happens(department, number, report(day=date(2026, 7, 4)))
    with At(2026, 7, 8):
        happens(officer, number, Deed(kind="confirmed"))
    told = {
        day: outcome(number, day) for day in (date(2026, 5, 31), date(2026, 6, 30), date(2026, 7, 1), date(2026, 7, 8))
    }
    assert told == {
        date(2026, 5, 31): "", date(2026, 6, 30): "open_in_time", date(2026, 7, 1): "open_overdue",
        date(2026, 7, 8): "done_late",
    }  # fmt: skip
    with At(2026, 9, 1):
        happens(who("phe-duyet", "approver"), number, Deed(kind="reopened", words="số liệu sai"))
    assert told == {day: outcome(number, day) for day in told}
    assert [each.kind for each in held([number])[number].events] == ["taken", "reported", "confirmed", "reopened"]


@pytest.mark.parametrize(
    ("role", "body", "deed", "code"),
    [
        ("department", BODY, Deed(kind="taken"), ""),
        ("department", OTHER, Deed(kind="taken"), "work.not_allowed.taken"),
        ("department", BODY, Deed(kind="confirmed"), "work.not_now.confirmed"),
        ("department", BODY, Deed(kind="declined", words="không đúng chức năng"), "work.not_allowed.declined"),
        ("release", BODY, Deed(kind="declined", words="không đúng chức năng"), ""),
        ("release", BODY, Deed(kind="declined"), "work.needs.words"),
        ("officer", "", Deed(kind="dropped", paper=paper("9/TB", date(2026, 6, 2))), "work.not_allowed.dropped"),
        ("approver", "", Deed(kind="dropped", paper=paper("9/TB", date(2026, 6, 2))), ""),
        ("officer", "", Deed(kind="merged", other=1), "task.other_way"),
    ],
)  # fmt: skip
def test_who_may_what_is_the_life_of_the_task(role: str, body: str, deed: Deed, code: str) -> None:
    with At(2026, 6, 1):
        number = given()
    with At(2026, 6, 3):
        if not code:
            assert happens(who("ai-do", role, body), number, deed).number == 1
            return
        with pytest.raises(UsageError) as refused:
            happens(who("ai-do", role, body), number, deed)
    assert refused.value.message.code == code
    assert not models.TaskEvent.objects.exists()


def test_nobody_confirms_what_he_handed_in() -> None:
    officer = who("van-phong", "officer")
    with At(2026, 6, 21):
        number = given()
        happens(officer, number, report())
        with pytest.raises(UsageError) as refused:
            happens(officer, number, Deed(kind="confirmed"))
    assert refused.value.message.code == "work.needs.another_person"


def test_who_acts_on_what_he_did_not_see_is_told_who_was_first() -> None:
    with At(2026, 6, 21):
        number = given()
        happens(who("so", "department", BODY), number, report())
        act_on_task(who("mot", "officer"), number, Deed(kind="confirmed"), seen=1)
        with pytest.raises(UsageError) as refused:
            act_on_task(who("hai", "officer"), number, Deed(kind="confirmed"), seen=1)
    assert refused.value.message.code == "task.meanwhile"
    assert dict(refused.value.message.params)["who"] == "mot"
    assert models.TaskEvent.objects.filter(kind="confirmed").count() == 1


def test_three_papers_that_say_the_same_are_one_task() -> None:
    sources = [
        TaskSource(number="1/KL", day=GIVEN, quote="câu 1"),
        TaskSource(number="2/TB", day=GIVEN, quote="câu 2"),
        TaskSource(kind="news", day=GIVEN, quote="câu 3"),
    ]
    with At(2026, 6, 5):
        one, two, three = (given(sources=(each,)) for each in sources)
        merge_tasks(CONSOLE, one, [two, three], why="trùng nội dung")
    assert held([one])[one].task.sources == tuple(sources)
    assert [span(each).state for each in (one, two, three)] == ["given", "closed", "closed"]
    assert [span(each).counted for each in (one, two, three)] == [True, False, False]
    merged = models.TaskEvent.objects.filter(kind="merged").values_list("task", "other")
    assert list(merged.order_by("task")) == [(two, one), (three, one)]


def test_a_replaced_task_is_closed_with_the_paper_that_says_so() -> None:
    with At(2026, 6, 5):
        old, new = given(), given()
        replace_task(CONSOLE, old, new, paper("300/TB-VP", date(2026, 6, 4)), seen=0)
    assert span(old).state == "closed"
    assert held([old])[old].events[0].paper == paper("300/TB-VP", date(2026, 6, 4))


def test_a_task_for_many_becomes_one_for_each() -> None:
    with At(2026, 6, 5):
        number = given(lead="", supporting=(BODY, OTHER))
        children = split_task(CONSOLE, number, [BODY, OTHER, BODY])
        with pytest.raises(UsageError, match=r"task\.split_already"):
            split_task(CONSOLE, number, [OTHER])
    assert [(each.lead, each.parent_id) for each in children] == [(BODY, number), (OTHER, number)]
    assert (span(number).state, span(number).counted) == ("closed", False)


def test_leader_officer_and_key_are_set_for_many_at_once() -> None:
    who("theo-doi", "officer")
    with At(2026, 6, 5):
        numbers = [given(), given()]
        assign_tasks(CONSOLE, numbers, leader="Phó Chủ tịch A", officer="theo-doi", key=True)
        with pytest.raises(UsageError, match=r"task\.no_officer"):
            assign_tasks(CONSOLE, numbers, officer="khong-co")
    assert {(span(each).leader, span(each).officer, span(each).key) for each in numbers} == {
        ("Phó Chủ tịch A", "theo-doi", True)
    }


@pytest.mark.parametrize(
    ("fields", "code"),
    [({"text": " "}, "task.no_text"), ({"text": "x" * 5_000}, "task.no_text"), ({"officer": "ma"}, "task.no_officer")],
)
def test_what_is_no_task_is_refused(fields: dict[str, str], code: str) -> None:
    with pytest.raises(UsageError) as refused:
        give_task(CONSOLE, a_task(**fields))
    assert refused.value.message.code == code
    assert not models.Task.objects.exists()


def test_an_oral_order_waits_for_its_paper() -> None:
    with At(2026, 6, 1):
        number = given(sources=(TaskSource(kind="oral", day=GIVEN, giver="Chủ tịch UBND tỉnh", level="chair"),))
    assert (span(number).state, outcome(number, date(2026, 7, 15))) == ("expected", "out")
    with At(2026, 6, 10):
        happens(who("van-phong", "officer"), number, Deed(kind="based", paper=paper("230/TB-VP", date(2026, 6, 9))))
    assert (span(number).state, outcome(number, date(2026, 7, 15))) == ("given", "open_overdue")


def test_an_extension_moves_the_last_day_and_keeps_the_first() -> None:
    with At(2026, 6, 1):
        number = given()
    with At(2026, 6, 28):
        put_off = Deed(
            kind="extended", due=Due(kind="fixed", day=date(2026, 9, 30)), paper=paper("240/TB", date(2026, 6, 27))
        )
        happens(who("van-phong", "officer"), number, put_off)
    row = span(number)
    assert (row.first_due, row.due, row.extended) == (date(2026, 6, 30), date(2026, 9, 30), 1)
    assert outcome(number, date(2026, 7, 15)) == "open_in_time"
    assert outcome(number, date(2026, 10, 1)) == "open_overdue"


def test_spans_can_be_thrown_away() -> None:
    from camket.server.registry.actions.place_tasks import place_tasks

    with At(2026, 6, 1):
        number = given()
    with At(2026, 6, 3):
        happens(who("so", "department", BODY), number, Deed(kind="taken"))
    before = list(models.TaskSpan.objects.order_by("since").values("since", "until", "state", "version"))
    assert place_tasks(CONSOLE, [number]) == 0
    with connection.cursor() as cursor:
        from camket.server.registry.guard import writing

        with writing():
            cursor.execute("DELETE FROM registry_taskspan")
    assert wrong_spans([number]) == [number]
    assert place_tasks(CONSOLE, [number]) == 2
    assert before == list(models.TaskSpan.objects.order_by("since").values("since", "until", "state", "version"))
    assert (before[0]["since"], before[0]["until"]) == (date(2026, 6, 1), date(2026, 6, 3))


@pytest.mark.django_db(transaction=True)
def test_two_who_confirm_at_once_leave_one_event() -> None:
    """Four people press the button at the same moment: one confirms, the others are told who did."""
    with At(2026, 6, 21):
        number = given()
        happens(who("so", "department", BODY), number, report())
    names = [f"nguoi-{each}" for each in range(4)]
    for name in names:
        who(name, "officer")
    start = Barrier(len(names))

    def confirm(name: str) -> str:
        try:
            start.wait(timeout=180)
            act_on_task(who(name), number, Deed(kind="confirmed"), seen=1)
        except UsageError as error:
            return f"{error.message.code} {dict(error.message.params)['who']}"
        else:
            return "done"
        finally:
            connection.close()

    with ThreadPoolExecutor(len(names)) as pool:
        told = sorted(pool.map(confirm, names))
    confirmed = models.TaskEvent.objects.get(kind="confirmed")
    assert told == ["done", *[f"task.meanwhile {confirmed.who}"] * 3]
    assert models.Audit.objects.filter(action="act-on-task").count() == 2
    assert span(number).state == "confirmed"


def test_a_withdrawn_paper_speaks_in_no_task(tmp_path: Path) -> None:
    from camket.server.registry.actions.withdraw import withdraw
    from camket.server.registry.doctor import tasks as tasks_checked

    with laid_paper(tmp_path) as row:
        source = TaskSource(
            document=row.slug, number=row.number, day=GIVEN, quote="Giao Sở Tài chính rà soát nguồn thu"
        )
        other = TaskSource(number="9/KL", day=GIVEN, quote="rà soát nguồn thu toàn tỉnh")
        due = Due(kind="fixed", day=date(2026, 6, 30), words="trước ngày 01/7/2026")
        with At(2026, 6, 21):
            alone, twice = given(sources=(source,), due=due), given(sources=(source, other))
            shown = Evidence(ref=row.slug, number=row.number, day=date(2026, 6, 20), name="Thông báo kết luận")
            happens(who("so", "department", BODY), alone, Deed(kind="reported", evidence=(shown,)))
            before = outcome(alone, date(2026, 7, 5))
            withdraw(CONSOLE, row.slug, why="nhầm tệp")
    gone, kept = held([alone])[alone], held([twice])[twice]
    assert (gone.task.text, gone.task.giver, gone.task.due.words) == ("", "", "")
    assert (gone.task.due.day, gone.task.given) == (date(2026, 6, 30), GIVEN)
    assert kept.task.text == other.quote
    assert (gone.events[0].evidence[0].number, gone.events[0].evidence[0].name) == ("", "")
    assert outcome(alone, date(2026, 7, 5)) == before
    assert models.Task.objects.get(id=alone).forgotten_on == date(2026, 6, 21)
    said = [str(each) for each in models.TaskSource.objects.values_list("quote", "number", "giver")]
    assert not any("215/TB" in each or "Giao Sở" in each for each in said)
    assert list(tasks_checked.check(FileStore(tmp_path))) == []
    page = client("quan-ly", "administrator").get(f"/nhiem-vu/{alone}")
    assert "Nội dung đã gỡ cùng văn bản bị rút" in page.content.decode()
    assert "withdrawn-" not in page.content.decode()


@contextmanager
def laid_paper(folder: Path) -> Iterator[models.Document]:
    """A notice in the registry, loaded by the action that loads."""
    from camket.read.folder import find_documents
    from camket.server.registry.loading import Loader

    text = (
        "VĂN PHÒNG UBND TỈNH BẮC NINH\nSố: 215/TB-VP\nBắc Ninh, ngày 01 tháng 6 năm 2026\nTHÔNG BÁO\n"
        "Kết luận phiên họp\n"
        "Giao Sở Tài chính rà soát nguồn thu, báo cáo UBND tỉnh trước ngày 01/7/2026.\n"
    )
    (folder / "thong-bao.txt").write_text(text, encoding="utf-8")
    done = list(Loader(FileStore(folder / "files")).load(find_documents([folder / "thong-bao.txt"]).inputs))
    assert [each.outcome for each in done] == ["added"]
    yield models.Document.objects.get(number="215/TB-VP")


def test_a_recurring_task_gives_a_task_for_each_time_and_none_twice() -> None:
    due = Due(kind="recurring", every="P1M", day=date(2026, 6, 19), words="trước ngày 20 hằng tháng")
    with At(2026, 6, 1):
        number = given(due=due)
        first = repeat_tasks(CONSOLE, [number])
        assert repeat_tasks(CONSOLE, [number]) == ()
    with At(2026, 7, 1):
        later = repeat_tasks(CONSOLE, [number])
    dues = [span(each.id).due for each in (*first, *later)]
    assert dues == [date(2026, 6, 19), date(2026, 7, 19)]
    assert {each.recurs_id for each in (*first, *later)} == {number}
    assert (outcome(number, date(2026, 7, 1)), outcome(first[0].id, date(2026, 7, 1))) == ("out", "open_overdue")


def test_a_new_day_is_asked_for_once_and_only_where_a_task_recurs() -> None:
    from camket.server.jobs.models import Job
    from camket.server.jobs.worker import ask_for_day

    ask_for_day()
    assert not Job.objects.exists()
    with At(2026, 6, 1):
        given(due=Due(kind="recurring", every="P1M", day=date(2026, 6, 19)))
        ask_for_day()
        ask_for_day()
        run_job.func(Job.objects.get().id)
    assert models.Task.objects.filter(recurs__isnull=False).count() == 1


@pytest.mark.parametrize(
    ("lead", "kept"),
    [("UBND xã  Tam Giang", "UBND xã Tam Giang"), ("Ban A/B", "Ban A-B"), ("x" * 500, "x" * 120), ("  ", "")],
)
def test_a_body_that_the_catalogue_does_not_know_has_a_page_too(lead: str, kept: str) -> None:
    with At(2026, 6, 5):
        number = given(lead=lead)
        assert span(number).lead == kept
        office = client("van-phong", "officer")
        assert office.get("/nhiem-vu").status_code == 200
        if kept:
            assert office.get(f"/don-vi/{kept}").status_code == 200
