"""How long pages of tasks take on the server, with how many queries."""

from __future__ import annotations

import time
from collections.abc import Iterator
from statistics import median

import msgspec
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bench.registry.tasks_filling import OFFICER
from camket.server.accounts import add_user
from camket.server.registry.models import Fact, Task
from camket.server.registry.models.fact import Kind

ROUNDS = 15


class Cost(msgspec.Struct, frozen=True):
    """Medians of a page in milliseconds, its queries, and its size."""

    name: str
    wall_ms: float
    processor_ms: float
    queries: int
    kilobytes: float


def costs(rounds: int = ROUNDS) -> Iterator[Cost]:
    """The cost of each page of tasks for an approver, and of the pages of a body for its account."""
    model = get_user_model()
    office, body = Client(HTTP_HOST="127.0.0.1"), Client(HTTP_HOST="127.0.0.1")
    for client, name, role, own in ((office, OFFICER, "approver", ""), (body, "nhap", "release", "so-tai-chinh")):
        user = model.objects.filter(username=name).first() or add_user(name, "mot-mat-khau-dai", role, body=own)
        client.force_login(user)
    number = Task.objects.filter(lead="so-tai-chinh").order_by("id").values_list("id", flat=True)[0]
    pages = {
        "tasks": (office, "/nhiem-vu"),
        "tasks overdue": (office, "/nhiem-vu?nhom=qua-han&sap-xep=don-vi"),
        "tasks by words": (office, "/nhiem-vu?tu-khoa=giai+phong+mat+bang"),
        "tasks on a past day": (office, "/nhiem-vu?ngay=2026-07-01&nhom=qua-han"),
        "task": (office, f"/nhiem-vu/{number}"),
        "desk of the office": (office, "/viec-cua-toi?cua=tat-ca"),
        "bodies": (office, "/don-vi"),
        "body": (office, "/don-vi/so-tai-chinh"),
        "body on a past day": (office, "/don-vi/so-tai-chinh?ngay=2026-07-01"),
        "leader": (office, "/lanh-dao"),
        "leader on a past day": (office, "/lanh-dao?ngay=2026-07-01"),
        "proposals": (office, "/kien-nghi"),
        "proposals unanswered": (office, "/kien-nghi?trang-thai=chua-tra-loi&sap-xep=moi-nhat"),
        "proposals by words": (office, "/kien-nghi?tu-khoa=cau"),
        "proposals on a past day": (office, "/kien-nghi?ngay=2026-01-31"),
        "proposal": (office, f"/kien-nghi/{_mention()}"),
        "numbers of tasks": (office, "/so-lieu-nhiem-vu"),
        "numbers that agree": (office, "/so-lieu-nhiem-vu?xem=phu-hop"),
        "desk of a body": (body, "/viec-cua-toi"),
        "tasks of a body": (body, "/nhiem-vu"),
        "calendar of a body": (body, "/don-vi/so-tai-chinh/nhiem-vu.ics"),
    }
    for name, (client, address) in pages.items():
        yield _cost(name, client, address, rounds)


def _mention() -> str:
    row = Fact.objects.filter(kind=Kind.PROPOSALS).order_by("id").values_list("mention", flat=True)[0]
    return bytes(row).hex()


def _cost(name: str, client: Client, address: str, rounds: int) -> Cost:
    client.get(address)  # the first may make a board
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(address)
        count = len(queries)
    if answer.status_code != 200:
        raise ValueError(f"{address}: {answer.status_code}")
    walls, processors = [], []
    for _ in range(rounds):
        wall, processor = time.perf_counter(), time.process_time()
        client.get(address)
        walls.append((time.perf_counter() - wall) * 1000)
        processors.append((time.process_time() - processor) * 1000)
    return Cost(name, median(walls), median(processors), count, len(answer.content) / 1000)
