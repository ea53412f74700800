"""`camket unagreed` as a person runs it: the same action as the page's, with the same record."""

from __future__ import annotations

import pytest
from tests.server.test_correcting_verbs import run
from tests.server.test_unagreed import is_told, keys, papers

from camket.server.registry import models

__all__ = ["papers"]
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("papers")]
SAID = [
    ("vi", "Đã duyệt công khai 1 chỗ", "Đã đóng 1 chỗ"),
    ("en", "1 difference was approved", "1 difference was closed"),
]


@pytest.mark.parametrize(("lang", "approved", "closed"), SAID, ids=["vi", "en"])
def test_listed_approved_and_closed(lang: str, approved: str, closed: str) -> None:
    (key, *_) = (each.hex() for each in keys())
    assert key in run("unagreed", "list", "--lang", lang).output
    assert not is_told()
    assert approved in run("unagreed", "approve", key, "--lang", lang).output
    assert is_told()
    assert closed in run("unagreed", "close", key, "--lang", lang).output
    assert not is_told()
    assert models.ApprovedDifference.objects.filter(ended_at__isnull=False).count() == 1


@pytest.mark.parametrize("asked", [("approve",), ("approve", "xyz"), ("approve", "0" * 32), ("close", "0" * 32)])
def test_what_is_not_there_is_refused_and_changes_nothing(asked: tuple[str, ...]) -> None:
    run("unagreed", *asked, code=2)
    assert not models.ApprovedDifference.objects.exists()
