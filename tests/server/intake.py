"""People who are logged in, and papers with one figure, for the tests of what is handed in and decided."""

from __future__ import annotations

from datetime import date

from django.test import Client
from django.utils import timezone

from camket.server.accounts import add_user
from camket.server.registry import models

PASSWORD = "mot-mat-khau-dai"


def today() -> date:
    """Asked in the test itself: a run of tests may go on past midnight."""
    return timezone.localdate()


def logged_in(name: str, role: str, body: str = "") -> Client:
    of_body = body or ("so-tai-chinh" if role in ("department", "release") else "")
    client = Client()
    client.force_login(add_user(name, PASSWORD, role, body=of_body))
    return client


def page(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, address
    return answer.content.decode()


def held_since(row: models.Document, day: date) -> None:
    models.Document.objects.filter(id=row.id).update(read_on=day)
