"""A withdrawn paper leaves no trace but its tombstone; what stands follows; the same bytes are refused."""

from __future__ import annotations

import unicodedata
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from hypothesis import HealthCheck, given
from hypothesis import settings as settings_of
from hypothesis import strategies as st
from tests.server.tasks_laid import given as given_task
from tests.server.tasks_laid import happens, who

from camket.errors import UsageError
from camket.model.period import parse_period
from camket.model.series import Series
from camket.model.task import Due, Evidence, TaskSource
from camket.read.folder import find_documents
from camket.read.limits import DEFAULT
from camket.server.pages.boards import refresh
from camket.server.pages.models import Board
from camket.server.registry import models
from camket.server.registry.acting import CONSOLE
from camket.server.registry.actions.correct_name import correct_name
from camket.server.registry.actions.correct_paper import correct_paper
from camket.server.registry.actions.withdraw import withdraw, withdraw_and_erase
from camket.server.registry.chain import verify_chain
from camket.server.registry.files import FileStore
from camket.server.registry.loading import Loaded, Loader
from camket.server.registry.store import DatabaseRegistry
from camket.server.registry.tasking import Deed

KEPT = """UBND TỈNH BẮC NINH
Số: 11/BC-UBND
Bắc Ninh, ngày 30 tháng 12 năm 2022
BÁO CÁO
Tình hình kinh tế - xã hội năm 2022

Năm 2022, tốc độ tăng trưởng GRDP của tỉnh Bắc Ninh đạt 7,39%. Sản lượng giấy dó Phong Khê đạt 500 tấn.
"""
GONE = """UBND TỈNH BẮC NINH
Số: 999/BC-UBND
Bắc Ninh, ngày 31 tháng 12 năm 2022
BÁO CÁO
Tổng kết xưởng Hoàng Mộc Lan năm 2022

Năm 2022, tốc độ tăng trưởng GRDP của tỉnh Bắc Ninh đạt 8,88%. Sản lượng lọ gốm Hoàng Mộc Lan đạt 12.345 cái.
Đồng chí Trịnh Thục Uyên, Phó Chủ tịch UBND tỉnh, yêu cầu Sở Công Thương báo cáo trước ngày 15/02/2023.
"""
WORDS = ("Hoàng Mộc Lan", "hoang moc lan", "hoang-moc-lan", "hoang_moc_lan", "8,88%", "12.345", "Trịnh Thục Uyên",
         "trinh thuc uyen", "999/BC", "999-bc")  # fmt: skip

VILLAGES = (
    "Đồng Kỵ Thượng", "Phù Lãng Hạ", "Đại Bái Đông", "Xuân Lai Tây", "Tam Tảo Nam", "Hồi Quan Bắc", "Nội Duệ Cầu",
    "Lim Giang Sơn", "Vân Khám Trung",
)  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bao-cao-giu.txt").write_text(KEPT, encoding="utf-8")
    (tmp_path / "tong-ket-hoang-moc-lan.txt").write_text(GONE, encoding="utf-8")
    return tmp_path


@pytest.fixture(autouse=True)
def files(tmp_path_factory: pytest.TempPathFactory, settings: Any) -> FileStore:
    """The files of one test, apart from those of others."""
    from msgspec.structs import replace

    settings.CONFIGURATION = replace(settings.CONFIGURATION, data=tmp_path_factory.mktemp("data"))
    return FileStore(settings.CONFIGURATION.files)


def load(folder: Path, only: str = "", **options: Any) -> list[Loaded]:
    inputs = [each for each in find_documents([folder], limits=DEFAULT).inputs if only in each.name]
    return list(Loader(FileStore(settings.CONFIGURATION.files), read_on=date(2023, 1, 5), **options).load(inputs))


def address(word: str) -> str:
    return models.Document.objects.get(name__contains=word).slug


def on_disk() -> bytes:
    """Every byte of the data folder, and of the database where it is a file."""
    paths = [path for path in settings.CONFIGURATION.data.rglob("*") if path.is_file()]
    if connection.vendor == "sqlite":
        name = Path(str(connection.settings_dict["NAME"]))
        paths += [path for path in name.parent.glob(f"{name.name}*") if path.is_file()]
    return b"\0".join(path.read_bytes() for path in paths)


def traces(words: tuple[str, ...]) -> list[str]:
    held = on_disk()
    forms = [(word, unicodedata.normalize(form, word)) for word in words for form in ("NFC", "NFD")]
    return sorted({word for word, form in forms if form.encode() in held or form.encode("utf-16-le") in held})


def in_tables(words: tuple[str, ...]) -> list[str]:
    """Words that any column of any table holds."""
    with connection.cursor() as cursor:
        held = []
        for table in connection.introspection.table_names(cursor):
            if not table.startswith("registry_words"):
                cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - names of tables
                held += [repr(row) for row in cursor.fetchall()]
    return [word for word in words if any(word in row for row in held)]


def task_of(row: models.Document) -> None:
    """A task that the paper gives, full of its words, and shown done by the paper itself."""
    source = TaskSource(
        document=row.slug, number="999/BC-UBND", day=date(2022, 12, 31), giver="Trịnh Thục Uyên", quote="Hoàng Mộc Lan"
    )
    told = Due(kind="fixed", day=date(2023, 2, 14), words="trước khi xưởng Hoàng Mộc Lan mở")
    fields = {"sources": (source,), "giver": "Trịnh Thục Uyên", "product": "999/BC", "due": told}
    number = given_task(text="kiểm kê xưởng Hoàng Mộc Lan", given=date(2022, 12, 31), **fields)
    shown = Evidence(ref=row.slug, number="999/BC-UBND", day=date(2022, 12, 31), name="Tổng kết xưởng Hoàng Mộc Lan")
    happens(who("nguoi-bao-cao", "department", "so-tai-chinh"), number, Deed(kind="reported", evidence=(shown,)))


class TestWithdraw:
    @pytest.mark.django_db(transaction=True)
    def test_nothing_is_left_but_the_tombstone(self, folder: Path, files: FileStore) -> None:
        load(folder)
        row = models.Document.objects.get(name__contains="hoang")
        digest = bytes(row.sha256)
        packed = [bytes(each) for each in row.facts.values_list("body", flat=True)]
        correct_name(CONSOLE, "indicator", "Sản lượng lọ gốm Hoàng Mộc Lan", "industrial_output")
        correct_paper(CONSOLE, row.slug, day=date(2023, 1, 2))
        task_of(row)
        assert in_tables(WORDS)
        done = withdraw_and_erase(CONSOLE, row.slug, why="nhầm tệp")
        assert files.get(digest) is None
        assert in_tables(WORDS) == []
        if connection.vendor == "sqlite":
            assert traces(WORDS) == []
            held = on_disk()
            assert [each for each in packed if each in held] == []
        tomb = models.Document.objects.get(sha256=digest)
        assert (tomb.withdrawn_by, tomb.withdrawn_why, tomb.title, tomb.number) == ("console", "nhầm tệp", "", "")
        assert tomb.withdrawn_on is not None
        assert (tomb.slug, done.digest) == (f"withdrawn-{digest.hex()[:12]}", digest.hex())
        assert done.facts == len(packed)
        assert verify_chain() is None

    @pytest.mark.django_db(transaction=True)
    @settings_of(max_examples=4, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(st.sets(st.integers(0, len(VILLAGES) - 1), min_size=1, max_size=4))
    def test_whichever_papers_go_their_words_go_and_those_of_others_stay(self, tmp_path: Path, out: set[int]) -> None:
        call_command("flush", verbosity=0, interactive=False)
        for number, village in enumerate(VILLAGES):
            text = (
                GONE.replace("Hoàng Mộc Lan", village)
                .replace("999", f"{800 + number}")
                .replace("8,88", f"8,{number + 10}")
            )
            (tmp_path / f"bao-cao-{number}.txt").write_text(text + text[-150:] * number, encoding="utf-8")
        load(tmp_path)
        for number in sorted(out):
            row = models.Document.objects.get(number=f"{800 + number}/BC-UBND")
            withdraw_and_erase(CONSOLE, row.slug, why="thử")
        gone = tuple(village for number, village in enumerate(VILLAGES) if number in out)
        kept = [village for number, village in enumerate(VILLAGES) if number not in out]
        assert in_tables(gone) == []
        if connection.vendor == "sqlite":
            assert traces(gone) == []
            assert traces(tuple(kept)) == sorted(kept)

    @pytest.mark.django_db(transaction=True)
    def test_the_same_bytes_are_refused_and_say_why(self, folder: Path, files: FileStore) -> None:
        load(folder)
        withdraw_and_erase(CONSOLE, address("hoang"), why="nhầm tệp")
        (again,) = load(folder, "hoang")
        assert again.outcome == "withdrawn"
        (finding,) = again.findings
        assert finding.message.code == "withdraw.refused"
        assert dict(finding.message.params)["why"] == "nhầm tệp"
        assert len(list(files.digests())) == 1
        assert in_tables(WORDS) == []

    @pytest.mark.django_db
    def test_what_stands_follows(self, folder: Path) -> None:
        load(folder)
        registry, year = DatabaseRegistry(), parse_period("2022")
        line = Series(
            indicator="grdp", measure="growth", unit="percent", area="bac-ninh-1997", price_basis="constant:2010"
        )
        assert year is not None
        before = registry.standing(line, year)
        assert before is not None
        assert (str(before.statement.figure.value), len(before.rivals)) == ("8.88", 1)
        done = withdraw(CONSOLE, address("hoang"), why="nhầm tệp")
        after = registry.standing(line, year)
        assert after is not None
        assert (str(after.statement.figure.value), after.rivals) == ("7.39", ())
        kept = models.Standing.objects.get(series__indicator="grdp", klass=0)
        assert kept.rivals == [] and kept.reasons == []
        assert done.values >= 1

    @pytest.mark.django_db
    def test_boards_made_of_it_go_too(self, folder: Path) -> None:
        load(folder)
        refresh()
        assert Board.objects.exists()
        withdraw(CONSOLE, address("hoang"), why="nhầm tệp")
        assert not Board.objects.exists()

    @pytest.mark.django_db
    def test_the_registry_is_as_if_it_had_never_been_loaded(self, folder: Path) -> None:
        load(folder, "giu")
        registry = DatabaseRegistry()
        before = (registry.statements(), registry.plans(), registry.series(), registry.extractions(), _series())
        load(folder, "hoang")
        withdraw(CONSOLE, address("hoang"), why="nhầm tệp")
        assert before == (
            registry.statements(), registry.plans(), registry.series(), registry.extractions(), _series(),
        )  # fmt: skip

    @pytest.mark.django_db
    def test_another_paper_with_the_same_text_stands_in(self, folder: Path) -> None:
        (folder / "dang-lai.txt").write_text(GONE + "\n\n", encoding="utf-8")
        load(folder)
        statements = {str(each.figure.value) for each in DatabaseRegistry().statements()}
        first = models.Document.objects.get(stands_for__isnull=True, number="999/BC-UBND")
        other = models.Document.objects.get(stands_for=first)
        done = withdraw(CONSOLE, first.slug, why="trùng")
        assert done.copies == (other.slug,)
        assert "withdraw.copies" in [each.message.code for each in done.findings]
        assert {str(each.figure.value) for each in DatabaseRegistry().statements()} == statements
        other.refresh_from_db()
        assert other.stands_for is None

    @pytest.mark.django_db
    def test_a_name_that_others_hold_too_stays_given(self, folder: Path) -> None:
        (folder / "phu-luc.txt").write_text(KEPT.replace("11/BC", "12/BC").replace("7,39", "7,4"), encoding="utf-8")
        load(folder)
        correct_name(CONSOLE, "indicator", "Sản lượng giấy dó Phong Khê", "industrial_output")
        assert withdraw(CONSOLE, address("phu-luc"), why="trùng").names == 0
        assert models.Correction.objects.get().revoked_at is None
        assert withdraw(CONSOLE, address("giu"), why="trùng").names == 1
        row = models.Correction.objects.get()
        assert (row.of, row.key) == ("", "")
        assert row.revoked_at is not None

    @pytest.mark.django_db
    def test_again_only_erases(self, folder: Path) -> None:
        load(folder)
        first = withdraw(CONSOLE, address("hoang"), why="nhầm tệp")
        again = withdraw(CONSOLE, first.slug, why="chạy lại")
        assert (again.digest, again.facts) == (first.digest, 0)
        assert models.Document.objects.get(slug=first.slug).withdrawn_why == "nhầm tệp"

    @pytest.mark.django_db
    @pytest.mark.parametrize(
        ("slug", "why", "code"), [("khong-co", "x", "paper.unknown"), ("", " ", "withdraw.no_reason")]
    )
    def test_what_cannot_be_done(self, folder: Path, slug: str, why: str, code: str) -> None:
        load(folder)
        with pytest.raises(UsageError) as refused:
            withdraw(CONSOLE, slug or address("hoang"), why=why)
        assert refused.value.message.code == code
        assert not models.Document.objects.filter(withdrawn_on__isnull=False).exists()

    @pytest.mark.django_db
    def test_a_withdrawn_paper_is_not_corrected(self, folder: Path) -> None:
        load(folder)
        done = withdraw(CONSOLE, address("hoang"), why="nhầm tệp")
        with pytest.raises(UsageError) as refused:
            correct_paper(CONSOLE, done.slug, day=date(2023, 1, 2))
        assert refused.value.message.code == "paper.was_withdrawn"


def _series() -> list[bytes]:
    return sorted(bytes(each) for each in models.Series.objects.values_list("digest", flat=True))


def test_the_test_would_find_a_trace(tmp_path: Path) -> None:
    assert list(tmp_path.iterdir()) == []
    (settings.CONFIGURATION.data / "rest").write_bytes("lọ gốm Hoàng Mộc Lan".encode())
    assert traces(("Hoàng Mộc Lan",)) == ["Hoàng Mộc Lan"]
