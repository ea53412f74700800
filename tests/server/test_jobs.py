"""Jobs: the same key is the same job, its effect happens once, lost workers' jobs are taken up again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult
from tests.made.ready import ready
from tests.server.papers import write_papers
from tests.server.test_kill import ROOT, environment

from camket.server.jobs.asking import ask, ask_again, kind_names, run_job
from camket.server.jobs.models import Job, State
from camket.server.jobs.worker import LOST, beat, take_up_lost
from camket.server.registry import models
from camket.server.serving import worker_beside
from camket.words import sentences

pytestmark = pytest.mark.django_db


def run(job: Job) -> Job:
    run_job.func(job.id)
    job.refresh_from_db()
    return job


def queued(job: Job) -> Any:
    """The task of a job in the library's queue."""
    return DBTaskResult.objects.filter(id__in=[job.task] if job.task else [])


def test_the_same_key_is_the_same_job() -> None:
    first, second = (ask("place", "once", {}, who="a") for _ in range(2))
    assert first.id == second.id
    assert DBTaskResult.objects.count() == 1
    assert ask("place", "other", {}, who="a").id != first.id


def test_a_job_is_run_once(tmp_path: Path) -> None:
    write_papers(tmp_path / "papers", 3)
    job = run(ask("load", "load:1", {"paths": [str(tmp_path / "papers")], "internal": True}, who="nguyen.van.a"))
    assert (job.state, job.done, job.total, job.result) == (State.DONE, 3, 3, {"added": 3})
    assert set(models.Document.objects.values_list("access", flat=True)) == {"internal"}
    assert models.Audit.objects.get(number=1).who == "nguyen.van.a"
    again = run(job)
    assert (again.attempts, again.result) == (1, {"added": 3})


@pytest.mark.parametrize("kind", kind_names())
def test_every_kind_can_be_done_again(kind: str, tmp_path: Path) -> None:
    write_papers(tmp_path / "papers", 2)
    name = {"kind": "indicator", "of": "other:tong_san_luong_hang_hoa", "to": "industrial_output"}
    for number in range(2):
        asked: dict[str, Any] = {"paths": [str(tmp_path / "papers")], **name}
        assert run(ask(kind, str(number), asked, who="")).state == State.DONE
    for language in ("vi", "en"):
        assert f"jobs.kind.{kind}" in sentences(language)


def test_trouble_is_told_and_the_job_may_be_asked_for_again(tmp_path: Path) -> None:
    asked: dict[str, Any] = {"paths": [str(tmp_path / "papers")]}
    job = run(ask("load", "load:1", asked, who=""))
    assert job.state == State.FAILED
    assert job.trouble is not None and job.trouble[0] == "read.missing"
    write_papers(tmp_path / "papers", 1)
    job = run(ask("load", "load:1", asked, who=""))
    assert (job.state, job.trouble, job.attempts) == (State.DONE, None, 2)


def test_a_fault_of_the_program_is_no_running_job() -> None:
    job = ask("no_such_kind", "x", {}, who="")
    worker = Worker(
        queue_names=["*"],
        interval=1,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=1,
        worker_id="one",
        excluded_queue_names=[],
    )
    task = queued(job).get()
    task.claim("one")
    worker.run_task(task)
    job.refresh_from_db()
    assert (job.state, job.trouble) == (State.FAILED, ["jobs.broken", [["reason", "ModuleNotFoundError"]]])


def test_what_may_be_asked_many_times_waits_once() -> None:
    first, second = (ask_again("place", "place", {}, who="") for _ in range(2))
    assert first.id == second.id
    run(first)
    assert ask_again("place", "place", {}, who="").id != first.id


class TestLostWorkers:
    def lost(self, *, beaten: timedelta, started: timedelta) -> Job:
        job = ask("place", "lost", {}, who="")
        now = timezone.now()
        queued(job).update(status="RUNNING", started_at=now - started, worker_ids=["gone"])
        Job.objects.filter(id=job.id).update(state=State.RUNNING, beat_at=now - beaten)
        return job

    @pytest.mark.parametrize(
        ("beaten", "started", "taken"),
        [(LOST * 2, LOST * 2, 1), (LOST / 2, LOST * 2, 0), (LOST * 2, LOST / 2, 0)],
    )
    def test_a_job_whose_beat_stopped_is_taken_up(self, beaten: timedelta, started: timedelta, taken: int) -> None:
        job = self.lost(beaten=beaten, started=started)
        assert take_up_lost() == taken
        assert queued(job).get().status == ("READY" if taken else "RUNNING")

    def test_one_claimed_and_never_begun_is_taken_up_too(self) -> None:
        job = self.lost(beaten=LOST * 2, started=LOST * 2)
        Job.objects.filter(id=job.id).update(state=State.WAITING, beat_at=None)
        assert take_up_lost() == 1

    def test_a_beat_keeps_it(self) -> None:
        job = self.lost(beaten=LOST * 2, started=LOST * 2)
        beat("another")
        assert take_up_lost() == 1
        queued(job).update(status="RUNNING")
        beat("gone")
        assert take_up_lost() == 0


@pytest.mark.own_database
def test_the_worker_ends_with_its_parent_and_has_done_its_job(tmp_path: Path) -> None:
    """A worker in processes of its own: does a job; is gone when the process that started it was killed."""
    where = environment(ready(tmp_path / "data"))
    write_papers(tmp_path / "papers", 2)

    def camket(*arguments: object) -> str:
        command = [sys.executable, "-c", "from camket.cli import main; main()", *map(str, arguments)]
        return subprocess.run(command, env=where, cwd=ROOT, check=True, capture_output=True, text=True).stdout

    camket("load", tmp_path / "papers", "--later")
    parent = (
        "import subprocess, sys, time\n"
        "worker = subprocess.Popen([sys.executable, '-m', 'camket.server.jobs.worker'])\n"
        "print(worker.pid, flush=True)\ntime.sleep(99)"
    )
    started = subprocess.Popen([sys.executable, "-c", parent], env=where, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert started.stdout is not None
    worker = int(started.stdout.readline())
    try:
        until(lambda: '"state":"done"' in camket("jobs", "--json"))
        started.send_signal(signal.SIGKILL)
        started.wait()
        until(lambda: not alive(worker))
    finally:
        started.kill()
        started.wait()
        if alive(worker):
            os.kill(worker, signal.SIGKILL)
    assert "2" in camket("load", tmp_path / "papers")


@pytest.mark.one_database
def test_a_worker_that_was_killed_beside_the_pages_is_started_again(tmp_path: Path) -> None:
    told = tmp_path / "told"
    script = f"import os, time\nprint(os.getpid(), file=open({str(told)!r}, 'a'))\ntime.sleep(99)"

    def workers() -> list[int]:
        return [int(line) for line in told.read_text().split()] if told.exists() else []

    with worker_beside([sys.executable, "-S", "-c", script], rest=0.1):
        until(workers)
        os.kill(workers()[0], signal.SIGKILL)
        until(lambda: len(workers()) == 2)
        assert alive(workers()[1])
    assert not any(map(alive, workers()))


def until(holds: Any, seconds: float = 180) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.1)


def alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process}/stat")
    return not state.exists() or state.read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
