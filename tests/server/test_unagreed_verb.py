"""`camket unagreed` as a person runs it: the same action as the page's, with the same record."""

from __future__ import annotations

import pytest
from django.test import Client
from tests.server.test_correcting_verbs import run
from tests.server.test_unagreed import WORKS, is_told, keys, papers, take, text_of

from camket.server.pages import boards
from camket.server.pages.unagreed import findings_alone, key_of_finding
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


def test_what_numbers_of_tasks_tell_alone_is_listed_and_approved_too() -> None:
    take("ba", "Năm 2023 đã hoàn thành 7.892 nhiệm vụ trên 9.831 nhiệm vụ, đạt 91,5%.\n")
    (alone,) = findings_alone(boards.made())
    key, listed = key_of_finding(alone).hex(), run("unagreed", "list", "--lang", "vi").output
    for each in (key, *(other.hex() for kind in ("parts", "tallies", "sources") for other in keys(kind))):
        assert listed.count(each) == 1
    (told,) = (line for line in listed.splitlines() if key in line)
    assert "Tỷ lệ" in told
    assert "Chưa duyệt công khai" in told
    assert "1" in run("unagreed", "approve", key, "--lang", "en").output
    (told,) = (line for line in run("unagreed", "list", "--lang", "vi").output.splitlines() if key in line)
    assert "Chưa duyệt" not in told
    assert "91,5%" in text_of(Client(), WORKS)


@pytest.mark.parametrize("asked", ["xyz", "0" * 32])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_wrong_key_is_named_with_what_to_do(asked: str, lang: str) -> None:
    told = run("unagreed", "approve", asked, "--lang", lang, code=2).output
    assert asked in told
    assert "camket unagreed list" in " ".join(told.split())


@pytest.mark.parametrize("asked", [("approve",), ("approve", "xyz"), ("approve", "0" * 32), ("close", "0" * 32)])
def test_what_is_not_there_is_refused_and_changes_nothing(asked: tuple[str, ...]) -> None:
    run("unagreed", *asked, code=2)
    assert not models.ApprovedDifference.objects.exists()
