"""The process that does jobs: `python -m camket.server.jobs.worker`, started by `camket serve`."""

from __future__ import annotations

import logging
import os
import signal
import threading
from datetime import date, timedelta

from django.utils import timezone

from camket import kept
from camket.server.jobs.quiet import Quiet
from camket.server.starting import start

BEAT, LOST = 5.0, timedelta(seconds=30)
"""A worker beats every so many seconds; a job whose beat is older is taken up again."""


def take_up_lost() -> int:
    """Put the jobs of workers that are gone back into the queue; gives how many."""
    from django_tasks_db.models import DBTaskResult

    from camket.server.jobs.models import Job, State

    limit = timezone.now() - LOST
    taken = DBTaskResult.objects.filter(status="RUNNING", started_at__lt=limit)
    lost = Job.objects.filter(state__in=(State.WAITING, State.RUNNING), task__in=taken.values("id")).exclude(
        beat_at__gte=limit
    )
    tasks = [task for task in lost.values_list("task", flat=True) if task is not None]
    return DBTaskResult.objects.filter(id__in=tasks, status="RUNNING", started_at__lt=limit).update(status="READY")


def beat(worker: str) -> None:
    """Say that the jobs of this worker are not lost."""
    from django_tasks_db.models import DBTaskResult

    from camket.server.jobs.models import Job, State

    running = DBTaskResult.objects.filter(status="RUNNING").values_list("id", "worker_ids")
    own = [task for task, workers in running if workers and workers[-1] == worker]
    Job.objects.filter(task__in=own, state=State.RUNNING).update(beat_at=timezone.now())


def ask_for_day() -> None:
    """Ask once a day for what the day asks of tasks, where any task recurs."""
    from camket.server.jobs.asking import ask
    from camket.server.jobs.kinds.tasks import recurring

    if recurring().exists():
        ask("tasks", f"tasks:{timezone.localdate().isoformat()}", {}, who="")


class Keeper(threading.Thread):
    """Beats, takes up what others lost, and ends the worker when the process that started it is gone."""

    def __init__(self, worker: str) -> None:
        super().__init__(daemon=True, name="keeper")
        self._worker, self._parent = worker, os.getppid()
        self._ended = threading.Event()
        self._asked: date | None = None

    def run(self) -> None:
        """Until `stop`."""
        from django.db import OperationalError, connection

        while not self._ended.wait(BEAT):
            if os.getppid() != self._parent:
                os.kill(os.getpid(), signal.SIGTERM)
                return
            try:
                beat(self._worker)
                take_up_lost()
                self._new_day()
            except OperationalError:
                connection.close()  # a database that is busy or away now; the next beat tries again

    def _new_day(self) -> None:
        today = timezone.localdate()
        if today != self._asked:
            ask_for_day()
            self._asked = today

    def stop(self) -> None:
        """No more beats."""
        self._ended.set()


def main() -> None:
    """Do jobs until told to end."""
    kept.use(kept.folder_of(os.environ))
    start()
    from django.utils.crypto import get_random_string
    from django_tasks_db.management.commands.db_worker import Worker

    # That it starts, ends or waits is no news; what went wrong in a job still is.
    logging.getLogger("django_tasks_db").setLevel(logging.ERROR)
    logging.getLogger("django_tasks").addFilter(Quiet())
    name = get_random_string(32)
    take_up_lost()
    worker = Worker(
        queue_names=["*"],
        interval=1,
        batch=False,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=name,
        excluded_queue_names=[],
    )
    worker.configure_signals()
    keeper = Keeper(name)
    keeper.start()
    try:
        worker.run()
    finally:
        keeper.stop()
        kept.save()


if __name__ == "__main__":
    main()
