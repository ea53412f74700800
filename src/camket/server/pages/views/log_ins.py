"""`/quan-tri/tai-khoan/dang-nhap`: who logged in when and from where, for who manages accounts."""

from __future__ import annotations

import msgspec
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_GET

from camket.server.entering.models import Visit
from camket.server.entering.visits import KEPT, goes_on
from camket.server.pages.allowed import needs
from camket.server.pages.browsers import browser, moment, written
from camket.server.pages.exports import MOST_ROWS, Row, asked_format, exported
from camket.server.pages.language import language_of
from camket.server.pages.paging import sheet, takes
from camket.words import Language, term

_COLUMNS = (
    "column.account", "account.began", "account.seen", "log_ins.ended", "account.address", "account.browser",
)  # fmt: skip


class LogIn(msgspec.Struct, frozen=True, kw_only=True):
    """A log-in of an account; `ended` says when it was ended, that it ran out, or that it goes on."""

    account: int
    name: str
    began: str
    seen: str
    ended: str
    address: str
    browser: str


@require_GET
@needs("registry.accounts")
def log_ins(request: HttpRequest) -> HttpResponse:
    """The log-ins that are kept, the latest first; `ten` of the address names one account."""
    language, asked = language_of(request), request.GET.get("ten", "").replace("\0", "").strip()[:150]
    rows = _rows(asked)
    if asked_format(request):
        return exported(request, "dang-nhap", _COLUMNS, (_cells(row, language) for row in rows[:MOST_ROWS]))
    page = sheet(request, rows)
    context = {
        "page": msgspec.structs.replace(page, rows=tuple(_line(row, language) for row in page.rows)),
        "asked": asked,
        "days": KEPT.days,
        **takes(request),
    }
    return render(request, "pages/log_ins.html", context)


def _rows(name: str) -> QuerySet[Visit]:
    rows = Visit.objects.select_related("user")
    return rows.filter(user__username=name) if name else rows


def _line(row: Visit, language: Language) -> LogIn:
    return LogIn(
        account=row.user_id,
        name=row.user.get_username(),
        began=moment(row.began_at, language),
        seen=moment(row.seen_at, language),
        ended=moment(row.ended_at, language) if row.ended_at is not None else _still(row, language),
        address=row.address,
        browser=browser(row.browser),
    )


def _cells(row: Visit, language: Language) -> Row:
    ended = written(row.ended_at) if row.ended_at is not None else _still(row, language)
    times = written(row.began_at), written(row.seen_at), ended
    return row.user.get_username(), *times, row.address, browser(row.browser)


def _still(row: Visit, language: Language) -> str:
    return term("log_ins.goes_on" if goes_on(row) else "log_ins.ran_out", language)


PATHS = (path("quan-tri/tai-khoan/dang-nhap", log_ins, name="log-ins"),)
