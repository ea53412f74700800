"""Work on tasks cut off by `kill -9`, and lists that two take in at once: nothing is doubled, halved or lost."""

from __future__ import annotations

import faulthandler
import os
import signal
import traceback
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import NoReturn

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, connections
from tests.made.tracking import made_book
from tests.server.killing import die_at
from tests.server.tasks_laid import BODY, At, client, given, who
from tests.server.test_task_evidence import REPORT
from tests.server.test_task_lists import changes, file_of

from camket.read.apart import APART
from camket.server.jobs.asking import run_job
from camket.server.jobs.models import Job, State
from camket.server.registry import models
from camket.server.registry.acting import CONSOLE
from camket.server.registry.actions.import_tasks import import_tasks
from camket.server.registry.chain import verify_chain
from camket.server.registry.doctor import examine
from camket.server.registry.files import FileStore
from camket.server.registry.spans import wrong_spans

pytestmark = pytest.mark.django_db(transaction=True)
_PATIENCE = 300
forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that forks processes")


def killed(work: Callable[[], object], at: int) -> bool:
    """Whether a process that does the work was killed at its nth statement of SQL, or came to its end before."""
    connections.close_all()
    APART.stop()  # what a process has open, its children must not speak to
    child = os.fork()
    if child == 0:
        _work_and_end(work, at)
    _, status = os.waitpid(child, 0)
    assert status == 0 or (os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL)
    return status != 0


def _work_and_end(work: Callable[[], object], at: int) -> NoReturn:
    """Never comes back: a child that failed and went on would be a second run of the tests, speaking for the first."""
    faulthandler.dump_traceback_later(_PATIENCE, exit=True, file=2)
    ended = 1
    try:
        die_at(at, in_files=False)
        work()
        ended = 0
    finally:
        if ended:
            traceback.print_exc()
        os._exit(ended)


def troubles() -> set[str]:
    """What the doctor finds; files that other tests left in the common folder are found before as well."""
    return {str(each.message) for each in examine(FileStore(settings.CONFIGURATION.files))}


@forks
def test_an_import_that_is_killed_at_any_step_leaves_nothing_and_is_done_by_the_next() -> None:
    before = troubles()
    file, at = file_of(made_book(each=4).data), 1
    with At(2026, 7, 20):
        while killed(lambda: import_tasks(CONSOLE, file), at):
            assert not models.Task.objects.exists()
            assert not models.TaskEvent.objects.exists()
            assert not models.Audit.objects.exists()
            at += 3
        count = models.Task.objects.count()
        assert at > 20
        assert models.Audit.objects.filter(action="import-tasks").count() == 1
        assert changes(import_tasks(CONSOLE, file)) == {"known": count}
    assert count == models.TaskSource.objects.values("task").distinct().count() > 0
    assert troubles() <= before


@forks
def test_a_worker_that_is_killed_at_any_step_of_evidence_reports_it_once() -> None:
    before = troubles()
    with At(2026, 6, 20):
        number = given()
        form = {"seen": "0", "no-secret": "1", "words": "Đã báo cáo.", "evidence_file": [
            SimpleUploadedFile("88.txt", REPORT.encode())
        ]}  # fmt: skip
        assert client("so", "department", BODY).post(f"/nhiem-vu/{number}/bao-cao", form).status_code == 302
        job = Job.objects.get(kind="evidence")
        at = 2
        while killed(lambda: run_job.func(job.id), at):
            assert models.TaskEvent.objects.count() <= 1
            at += 13
        job.refresh_from_db()
    assert at > 20
    assert (job.state, job.attempts > 2) == (State.DONE, True)
    assert models.TaskEvent.objects.get().kind == "reported"
    assert models.Document.objects.filter(number="88/BC-STC").count() == 1
    assert troubles() <= before


def test_two_who_take_in_the_same_list_at_once_write_it_once() -> None:
    file, names = file_of(made_book(each=4).data), ("mot", "hai")
    for name in names:
        who(name, "officer")
    start = Barrier(len(names))

    def taken(name: str) -> dict[str, int]:
        try:
            start.wait(timeout=180)
            return dict(changes(import_tasks(who(name), file)))
        finally:
            connection.close()

    with At(2026, 7, 20), ThreadPoolExecutor(len(names)) as pool:
        told = sorted(pool.map(taken, names), key=str)
    count = models.Task.objects.count()
    assert told == [{"known": count}, {"new": count}]
    assert verify_chain() is None
    assert wrong_spans(list(models.Task.objects.values_list("id", flat=True))) == []
