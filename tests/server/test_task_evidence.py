"""Files sent as evidence: looked through before anything is kept, then reported; secret ones leave no trace."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.server.tasks_laid import BODY, At, client, given, happens, report, span, who

from camket.server.jobs.asking import run_job
from camket.server.jobs.models import Job, State
from camket.server.registry import models
from camket.server.registry.models.document import Access
from camket.server.registry.work import held

pytestmark = pytest.mark.django_db
REPORT = (
    "SỞ TÀI CHÍNH\nSố: 88/BC-STC\nBắc Ninh, ngày 18 tháng 6 năm 2026\nBÁO CÁO\nKết quả rà soát nguồn thu\nĐã xong.\n"
)
SECRET = "TỐI MẬT\nSỞ TÀI CHÍNH\nSố: 07/BC-STC\nBắc Ninh, ngày 18 tháng 6 năm 2026\nBÁO CÁO\nKho Thạch Sanh Đông\n"


@pytest.fixture
def number() -> int:
    with At(2026, 6, 1):
        return given()


def sent(body: Client, number: int, *files: tuple[str, str], said: str = "1", seen: str = "0") -> int:
    """A report with files; the status of the answer."""
    form: dict[str, object] = {"seen": seen, "no-secret": said, "words": "Đã báo cáo."}
    form["evidence_file"] = [SimpleUploadedFile(name, text.encode()) for name, text in files]
    return body.post(f"/nhiem-vu/{number}/bao-cao", form).status_code


def run(number: int) -> Job:
    job = Job.objects.get(key__startswith=f"evidence:{number}:")
    run_job.func(job.id)
    job.refresh_from_db()
    return job


def test_a_file_becomes_an_internal_paper_of_the_body_and_evidence(number: int) -> None:
    with At(2026, 6, 20):
        body = client("so", "department", BODY)
        assert sent(body, number, ("88 BC.txt", REPORT)) == 302
        assert span(number).state == "given"
        assert "đang được kiểm tra" in body.get(f"/nhiem-vu/{number}").content.decode()
        assert run(number).state == State.DONE
        page = body.get(f"/nhiem-vu/{number}").content.decode()
    event = held([number])[number].events[0]
    paper = models.Document.objects.get(number="88/BC-STC")
    assert (paper.access, paper.owner) == (Access.INTERNAL, BODY)
    assert (event.kind, event.day, event.who, event.role) == ("reported", date(2026, 6, 18), "so", "department")
    assert [(each.ref, each.number, each.day) for each in event.evidence] == [
        (paper.slug, "88/BC-STC", date(2026, 6, 18))
    ]
    assert f"/van-ban/{paper.slug}" in page
    assert "Đã báo cáo." in page


def test_a_secret_file_reports_nothing_and_leaves_nothing(number: int) -> None:
    body = client("so", "department", BODY)
    with At(2026, 6, 20):
        assert sent(body, number, ("kho.txt", SECRET), ("88.txt", REPORT)) == 302
        assert run(number).state == State.FAILED
        page = body.get(f"/nhiem-vu/{number}").content.decode()
    assert "báo cáo của nhiệm vụ số" in page
    assert not models.TaskEvent.objects.exists()
    assert not models.Document.objects.filter(number="07/BC-STC").exists()
    assert "Thạch Sanh" not in page


def test_a_job_that_is_run_twice_reports_once(number: int) -> None:
    with At(2026, 6, 20):
        assert sent(client("so", "department", BODY), number, ("88.txt", REPORT)) == 302
        job = run(number)
        Job.objects.filter(id=job.id).update(state=State.WAITING, parameters=parameters_of(number))
        run(number)
    assert models.TaskEvent.objects.count() == 1


def parameters_of(number: int) -> dict[str, object]:
    batch = Job.objects.get(key__startswith=f"evidence:{number}:").key.rpartition(":")[2]
    return {"batch": batch, "task": number, "seen": 0, "deed": '{"kind":"reported"}'}


def test_who_was_first_is_told_when_the_file_has_been_looked_through(number: int) -> None:
    body = client("so", "department", BODY)
    with At(2026, 6, 20):
        assert sent(body, number, ("88.txt", REPORT)) == 302
        happens(who("chi", "department", BODY), number, report())
        assert run(number).state == State.FAILED
        assert "chi" in body.get(f"/nhiem-vu/{number}").content.decode()
    assert models.TaskEvent.objects.count() == 1


@pytest.mark.parametrize(("said", "status"), [("", 400), ("1", 302)])
def test_nothing_is_taken_before_somebody_says_it_is_not_secret(number: int, said: str, status: int) -> None:
    assert sent(client("so", "department", BODY), number, ("88.txt", REPORT), said=said) == status
    assert Job.objects.filter(kind="evidence").exists() == (status == 302)


def test_too_many_files_are_told_on_the_page_of_the_task(number: int, settings: Any) -> None:
    settings.DATA_UPLOAD_MAX_NUMBER_FILES = 2
    form = {"evidence_file": [SimpleUploadedFile(f"{each}.txt", REPORT.encode()) for each in range(3)]}
    with At(2026, 6, 20):
        answer = client("so", "department", BODY).post(f"/nhiem-vu/{number}/bao-cao", {"seen": "0", **form})
    assert (answer.status_code, "Quá 2 tệp" in answer.content.decode()) == (413, True)
    assert not Job.objects.exists()


def test_too_many_files_for_a_task_that_is_not_theirs(number: int, settings: Any) -> None:
    settings.DATA_UPLOAD_MAX_NUMBER_FILES = 2
    form = {"evidence_file": [SimpleUploadedFile(f"{each}.txt", REPORT.encode()) for each in range(3)]}
    assert client("khac", "department", "so-xay-dung").post(f"/nhiem-vu/{number}/bao-cao", form).status_code == 404


def test_another_body_sends_nothing(number: int) -> None:
    assert sent(client("khac", "department", "so-xay-dung"), number, ("88.txt", REPORT)) == 404
    assert not Job.objects.exists()
