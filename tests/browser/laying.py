"""The registry that the browser sees, in a process of its own: `python -m tests.browser.laying FOLDER`.

The samples, the published series, a paper with pages to look at, a withdrawn paper, an account. Pages of other things
need them here: each function of `STEPS` lays out one, in their order.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import resources
from pathlib import Path

from tests.made.drawn import Drawn, lines, pdf_of

from camket.server.starting import start

ACCOUNT, PASSWORD = "quan-tri", "mot-mat-khau-de-thu"
WITHDRAWN = "Thông báo lịch tiếp công dân\nUBND thị xã thông báo lịch tiếp công dân tháng 6/2022: 04 buổi.\n"


def samples(folder: Path) -> None:
    with resources.as_file(resources.files("camket.samples")) as own:
        load(sorted(path for path in own.iterdir() if path.suffix in (".txt", ".html")))
    (folder / "da-rut.txt").write_text(WITHDRAWN, encoding="utf-8")
    words = ("PHIEU TRINH", "Nam 2022, GRDP tang 7,39% so voi nam 2021.")
    (folder / "phieu-trinh.pdf").write_bytes(pdf_of([Drawn(lines(*words)), Drawn(lines("Het."))]))
    load([folder / "da-rut.txt", folder / "phieu-trinh.pdf"])


def load(papers: list[Path]) -> None:
    from django.conf import settings
    from django.utils.timezone import localdate

    from camket.read.folder import find_documents
    from camket.server.registry.files import FileStore
    from camket.server.registry.loading import Loader

    loader = Loader(FileStore(settings.CONFIGURATION.files), read_on=localdate())
    outcomes = {each.outcome for each in loader.load(find_documents(papers).inputs)}
    assert outcomes == {"added"}, outcomes


def published(_folder: Path) -> None:
    from camket.registry.published import published_statements
    from camket.server.registry.store import DatabaseRegistry

    DatabaseRegistry().add_statements(published_statements())


def withdrawal(_folder: Path) -> None:
    from camket.server.registry.acting import CONSOLE
    from camket.server.registry.actions.withdraw import withdraw_and_erase
    from camket.server.registry.models import Document

    withdraw_and_erase(CONSOLE, Document.objects.get(name__startswith="da-rut").slug, why="đăng nhầm")


def account(_folder: Path) -> None:
    from camket.server.accounts import add_user

    add_user(ACCOUNT, PASSWORD, "administrator")


def review(_folder: Path) -> None:
    """One judgement of the account's own."""
    from django.contrib.auth import get_user_model

    from camket.server.registry.acting import actor
    from camket.server.registry.actions.judge import judge
    from camket.server.registry.judging import Asked
    from camket.server.registry.models import Fact

    fact = Fact.objects.select_related("document").filter(document__name__startswith="phieu-trinh").order_by("id")[0]
    someone = actor(get_user_model().objects.get(username=ACCOUNT))
    judge(someone, fact.document.slug, [Asked(fact=fact.id, verdict="unsure")])


STEPS: tuple[Callable[[Path], None], ...] = (samples, published, withdrawal, account, review)


if __name__ == "__main__":
    start()
    for step in STEPS:
        step(Path(sys.argv[1]))
