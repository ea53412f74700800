"""The registry that the browser sees, in a process of its own: `python -m tests.browser.laying FOLDER`.

The samples, the published series, a paper with pages to look at, a withdrawn paper, an account. Pages of other things
need them here: each function of `STEPS` lays out one, in their order.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from decimal import Decimal
from importlib import resources
from pathlib import Path

from tests.made.drawn import Drawn, lines, pdf_of

from camket.server.starting import start

ACCOUNT, PASSWORD = "quan-tri", "mot-mat-khau-de-thu"
WITHDRAWN = "Thông báo lịch tiếp công dân\nUBND thị xã thông báo lịch tiếp công dân tháng 6/2022: 04 buổi.\n"
UNRELEASED = (
    "SỞ TÀI CHÍNH\nBắc Ninh, ngày 8 tháng 12 năm 2022\nBÁO CÁO NHANH\nNăm 2022, thu ngân sách đạt 31.000 tỷ đồng.\n"
)
INTERNAL = "UBND TỈNH BẮC NINH\nBắc Ninh, ngày 9 tháng 12 năm 2022\nBÁO CÁO NHANH\nNăm 2022, GRDP tăng 7,4%.\n"


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


def handing_in(_folder: Path) -> None:
    """An upload that has been looked at; its paper is not public, and somebody asked that it becomes so."""
    from django.conf import settings

    from camket.server.jobs.kinds.upload import run
    from camket.server.jobs.models import Upload, UploadedPaper
    from camket.server.registry.acting import CONSOLE
    from camket.server.registry.actions.ask_approval import ask_approval
    from camket.server.spool import Handed, Spool

    batch = Spool(settings.CONFIGURATION.waiting).put(
        [Handed("noi-bo.txt", INTERNAL.encode()), Handed("rong.txt", b"")]
    )
    upload = Upload.objects.create(batch=batch, who=ACCOUNT, access="internal", files=2)
    run({"batch": batch}, ACCOUNT, lambda _done, _total: None)
    paper = UploadedPaper.objects.select_related("document").get(upload=upload, document__isnull=False).document
    assert paper is not None
    ask_approval(CONSOLE, paper.slug)


def unreleased(_folder: Path) -> None:
    """A paper of a department that its leader has not released."""
    from django.conf import settings

    from camket.server.jobs.kinds.upload import run
    from camket.server.jobs.models import Job, State, Upload
    from camket.server.spool import Handed, Spool

    batch = Spool(settings.CONFIGURATION.waiting).put([Handed("cua-so.txt", UNRELEASED.encode())])
    job = Job.objects.create(key=f"upload:{batch}", kind="upload", state=State.DONE, done=1, total=1, asked_by="so")
    Upload.objects.create(batch=batch, who="so", access="internal", files=1, body="so-tai-chinh", job=job)
    run({"batch": batch}, "so", lambda _done, _total: None)


def plan(_folder: Path) -> None:
    """A plan whose targets people entered, one of them mended since."""
    from camket.model.period import parse_period
    from camket.server.registry.acting import CONSOLE
    from camket.server.registry.actions.load_plan import load_plan
    from camket.server.registry.planning import Entry

    period = parse_period("2022")
    assert period is not None
    for value in ("8.5", "9"):
        target = Entry(
            number="1", name="GRDP", indicator="grdp", measure="growth", unit="percent", comparator="ge", period="2022",
            value=Decimal(value), cited="Nguyễn Văn An",
        )  # fmt: skip
        load_plan(CONSOLE, "Kế hoạch năm 2022", "Bắc Ninh", period, [target])


def freeze(_folder: Path) -> None:
    """Figures kept under a name, and one of them judged otherwise since."""
    from camket.server.registry.access import PUBLIC
    from camket.server.registry.acting import CONSOLE
    from camket.server.registry.actions.freeze import freeze as keep
    from camket.server.registry.actions.judge import judge
    from camket.server.registry.freezing import Scope
    from camket.server.registry.judging import Asked
    from camket.server.registry.models import FrozenValue

    kept = keep(CONSOLE, "Báo cáo năm 2025", Scope(area="bac-ninh-1997"), PUBLIC)
    value = FrozenValue.objects.filter(freeze=kept, document__isnull=False).order_by("id")[0]
    assert value.document is not None
    fact = value.document.facts.get(mention=value.mention, superseded=False)
    judge(CONSOLE, value.document.slug, [Asked(fact=fact.id, verdict="rejected")])


def naming(_folder: Path) -> None:
    """A name of no paper here, given to an indicator."""
    from camket.server.registry.acting import CONSOLE
    from camket.server.registry.actions.correct_name import correct_name

    correct_name(CONSOLE, "indicator", "other:tong_san_luong_hang_hoa", "industrial_output", why="cùng một chỉ tiêu")


def work(folder: Path) -> None:
    """Tasks in every state, those of a notice among them; the notice is taken apart, another one waits for that."""
    from tests.browser.working import lay_work

    lay_work(load, folder)


def programmes(folder: Path) -> None:
    """A programme with its tree, projects, proposals with answers, papers whose numbers do not agree."""
    from tests.browser.programming import lay_programmes

    lay_programmes(load, folder)


def task_list(_folder: Path) -> None:
    """A list of tasks that was shown and waits to be taken in."""
    from tests.made.tracking import made_book

    from camket.read.loading import load_workbook
    from camket.server.pages.views.task_list import FORM
    from camket.server.registry.listed_tasks import ListFile

    cells = load_workbook(made_book(each=30).data, "theo-doi.xlsx")
    file = ListFile(name="theo-doi.xlsx", digest="a" * 64, workbook=cells)
    FORM.lists().hold(ACCOUNT, file.name, file)


def work_lists(folder: Path) -> None:
    """A list of programmes and a table of projects that were shown and wait to be taken in."""
    from tests.browser.programming import PROGRAMMES

    from camket.read.loading import load_list
    from camket.server.pages.views.programme_list import FORM as TREES
    from camket.server.pages.views.programme_list import HeldTree
    from camket.server.pages.views.project_list import FORM as TABLES
    from camket.server.pages.views.project_list import HeldTable
    from camket.work.investment_reading import read_projects
    from camket.work.programme_reading import read_programme

    found = read_programme(load_list(PROGRAMMES.encode(), "danh-muc.csv", "danh-muc"))
    assert found.root is not None
    TREES.lists().hold(ACCOUNT, "danh-muc.csv", HeldTree(read=found, root=found.root, file="danh-muc.csv"))
    data = (folder / "dau-tu-cong-thang-10.xlsx").read_bytes()
    table = read_projects(load_list(data, "thang-10.xlsx", "thang-10"))
    TABLES.lists().hold(ACCOUNT, "thang-10.xlsx", HeldTable(read=table, file="thang-10.xlsx"))
    target_list()


def target_list() -> None:
    """Targets of a plan that were shown and wait to be entered."""
    from camket.exchange.typed_targets import TypedRow, read_typed_targets
    from camket.model.period import parse_period
    from camket.server.pages.views.plan_list import HeldPlan
    from camket.server.pages.work.shown_lists import ShownLists
    from camket.server.registry.planning import entry_of

    over = parse_period("2026")
    assert over is not None
    row: TypedRow = {"number": "1", "name": "Tỷ lệ hộ nghèo", "unit": "%", "value": "0,8", "comparator": "≤"}
    found = read_typed_targets([row], over, name="bảng", cited="Nguyễn Văn An")
    held = HeldPlan(
        title="Kế hoạch năm 2026", area="Bắc Ninh", period="2026", by="", file="bảng",
        entries=tuple(map(entry_of, found.targets)),
    )  # fmt: skip
    ShownLists("plans").hold(ACCOUNT, "bảng", held)


def unagreed(_folder: Path) -> None:
    """Figures not yet agreed that the public reads of: of each kind but the first that is told of it."""
    from tests.server.unagreed import approve_all

    from camket.server.pages.models import BoardDifference
    from camket.server.registry.acting import CONSOLE
    from camket.server.registry.actions.approve_differences import close_differences

    approve_all()
    first = BoardDifference.objects.filter(contradicting=True, kind="sources").order_by("order")[0]
    close_differences(CONSOLE, [bytes(first.key)])


STEPS: tuple[Callable[[Path], None], ...] = (
    samples, published, withdrawal, account, review, handing_in, unreleased, plan, freeze, naming, work, programmes,
    task_list, work_lists, unagreed,
)  # fmt: skip


if __name__ == "__main__":
    start()
    for step in STEPS:
        step(Path(sys.argv[1]))
