"""Lists made row by row, and imported."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from tests.made.tracking import book_of

from camket.model.workbook import Workbook
from camket.read.limits import DEFAULT
from camket.read.sheet.whole import read_workbook
from camket.work.life import Actor
from camket.work.needs import VIETNAM
from camket.work.rules import rules_on
from camket.work.tracking.entering import Entering
from camket.work.tracking.importing import Listing, read_tracking
from camket.work.tracking.records import ListedTask, TrackingImport

DAY = date(2026, 7, 20)
AT = datetime(2026, 7, 20, 9, tzinfo=VIETNAM)
ACTOR = Actor(who="an", role="administrator")
LISTING = Listing(file="theo-doi.xlsx", digest="f" * 64, day=DAY, at=AT, actor=ACTOR)
BY = Entering(ACTOR, AT, rules_on(DAY))
HEAD = ("STT", "Số văn bản", "Ngày ban hành", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Đơn vị phối hợp",
        "Thời hạn", "Tình trạng", "Kết quả", "Ghi chú")  # fmt: skip


def imported(*rows: Sequence[object], head: Sequence[object] = HEAD, name: str = "Nhiệm vụ") -> TrackingImport:
    """The import of a sheet with a head and some rows."""
    return imported_book(book_of((name, (head, *rows))))


def imported_book(data: bytes) -> TrackingImport:
    """The import of a workbook."""
    return read_tracking(read(data), LISTING)


def read(data: bytes) -> Workbook:
    """The cells of a workbook."""
    return read_workbook("xlsx", data, "theo-doi.xlsx", DEFAULT)


def row(text: str = "Rà soát quy hoạch phân khu", **said: object) -> list[object]:
    """A row under `HEAD`; what is not said is usual."""
    usual: dict[str, object] = {
        "number": 1, "paper": "215/TB-VP", "paper_day": date(2026, 3, 2), "lead": "Sở Xây dựng", "helping": None,
        "due": date(2026, 6, 30), "status": None, "result": None, "note": None,
    }  # fmt: skip
    told = {**usual, **said}
    return [told["number"], told["paper"], told["paper_day"], text, told["lead"], told["helping"], told["due"],
            told["status"], told["result"], told["note"]]  # fmt: skip


def only(listed: TrackingImport) -> ListedTask:
    """The one task of an import."""
    (task,) = listed.tasks
    return task


def codes(listed: TrackingImport) -> set[str]:
    """What is said of its rows, without the word `tracking`."""
    return {finding.message.code.removeprefix("tracking.") for each in listed.rows for finding in each.findings}


def kinds(listed: TrackingImport) -> list[str]:
    """What its rows are."""
    return [each.kind for each in listed.rows]
