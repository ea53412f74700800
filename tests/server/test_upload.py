"""Papers handed in on the page: many at once, by those who may; what is stamped secret leaves no trace anywhere."""

from __future__ import annotations

import io
import logging
import unicodedata
import zipfile
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as configured
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from tests.made.office import needs_office
from tests.made.paper import parts_of
from tests.made.printed import converted
from tests.made.word import docx_of

from camket.read import ahead
from camket.read.worker import Reply, Request
from camket.server.accounts import add_user
from camket.server.jobs.asking import run_job
from camket.server.jobs.models import Job, State, Upload, UploadedPaper
from camket.server.pages.receiving import kept_name, safe_name
from camket.server.registry import models
from camket.server.registry.acting import CONSOLE
from camket.server.registry.actions.withdraw import withdraw_and_erase
from camket.server.registry.doctor import examine
from camket.server.registry.files import FileStore
from camket.server.spool import Handed, Spool
from camket.server.uploading import sweep

pytestmark = pytest.mark.django_db
PASSWORD = "mot-mat-khau-dai"
GOOD = """UBND TỈNH BẮC NINH
Số: 11/BC-UBND
Bắc Ninh, ngày 30 tháng 12 năm 2022
BÁO CÁO
Tình hình kinh tế - xã hội năm 2022

Năm 2022, tốc độ tăng trưởng GRDP của tỉnh Bắc Ninh đạt 7,39%.
"""
SECRET = """TỐI MẬT
UBND TỈNH BẮC NINH
Số: 07/PA-UBND
Bắc Ninh, ngày 3 tháng 3 năm 2023
PHƯƠNG ÁN
Bảo vệ kho Thạch Sanh Đông

Năm 2023, kho Thạch Sanh Đông chứa 4.321 tấn hàng.
"""
SECRET_WORDS = ("Thạch Sanh Đông", "thach sanh dong", "thach-sanh-dong", "4.321 tấn", "07/PA", "phuong-an-kho")


@pytest.fixture(autouse=True)
def waiting(tmp_path: Path, settings: Any) -> Path:
    """The places of one test: its data, and where its files wait."""
    from msgspec.structs import replace

    settings.CONFIGURATION = replace(configured.CONFIGURATION, data=tmp_path / "data", spool=tmp_path / "waiting")
    return tmp_path / "waiting"


@pytest.fixture
def officer() -> Client:
    add_user("can-bo", PASSWORD, "officer")
    client = Client()
    client.login(username="can-bo", password=PASSWORD)
    return client


def file(name: str, text: str | bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text if isinstance(text, bytes) else text.encode())


def hand_in(client: Client, *files: SimpleUploadedFile, **fields: str) -> Any:
    asked = {"papers": list(files), "access": "public", "no-secret": "1", **fields}
    return client.post("/nap-van-ban", asked)


def done(client: Client, *files: SimpleUploadedFile, **fields: str) -> tuple[Upload, str]:
    """Hand in, let the worker do it, and open the page of what became of it."""
    answer = hand_in(client, *files, **fields)
    assert answer.status_code == 302
    upload = Upload.objects.latest("id")
    assert upload.job_id is not None
    run_job.func(upload.job_id)
    upload.refresh_from_db()
    return upload, client.get(answer.headers["Location"]).content.decode()


def archive(members: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in members.items():
            out.writestr(name, data)
    return held.getvalue()


def became(upload: Upload) -> list[tuple[int, int, str, str]]:
    return list(upload.papers.values_list("place", "part", "became", "name"))


def traces(words: tuple[str, ...], *places: Path) -> list[str]:
    """The words that any byte of the database and of some folders holds, or any name of a file there."""
    paths = [path for place in places for path in place.rglob("*")]
    if connection.vendor == "sqlite":
        name = Path(str(connection.settings_dict["NAME"]))
        paths += list(name.parent.glob(f"{name.name}*"))
    held = b"\0".join([str(path).encode() for path in paths] + [path.read_bytes() for path in paths if path.is_file()])
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if not table.startswith("registry_words"):
                cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - names of tables
                held += repr(cursor.fetchall()).encode()
    forms = [(word, unicodedata.normalize(form, word)) for word in words for form in ("NFC", "NFD")]
    return sorted({word for word, form in forms if form.encode() in held or form.encode("utf-16-le") in held})


class Spied(logging.Handler):
    """Everything that is logged while it listens."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.said = ""

    def emit(self, record: logging.LogRecord) -> None:
        self.said += self.format(record) + str(record.__dict__)


@pytest.fixture
def spied() -> Iterator[Spied]:
    handler, root = Spied(), logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield handler
    root.removeHandler(handler)
    root.setLevel(level)


class TestSecret:
    @pytest.mark.django_db(transaction=True)
    @pytest.mark.parametrize("packed", [False, True])
    def test_it_leaves_no_trace(
        self, officer: Client, tmp_path: Path, spied: Spied, monkeypatch: pytest.MonkeyPatch, packed: bool
    ) -> None:
        monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
        (tmp_path / "tmp").mkdir()
        name, data = "phuong-an-kho-thach-sanh-dong.txt", (SECRET + "x" * 3_000_000).encode()
        given = (
            file("ho-so.zip", archive({f"kho/{name}": data, "a.txt": GOOD.encode()})) if packed else file(name, data)
        )
        upload, page = done(officer, file("bao-cao.txt", GOOD), given)
        row = upload.papers.get(became="secret")
        assert (row.name, row.document, row.trouble) == ("", None, None)
        assert "từ chối: có dấu mật" in page and f"{row.place}.{row.part}" * packed in page
        assert models.Document.objects.count() == 1
        assert traces(SECRET_WORDS, tmp_path) == []
        assert [word for word in SECRET_WORDS if word in spied.said] == []
        assert not list((tmp_path / "waiting").iterdir())

    @pytest.mark.django_db(transaction=True)
    def test_before_it_is_looked_at_it_lies_in_the_spool_alone(self, officer: Client, tmp_path: Path) -> None:
        hand_in(officer, file("phuong-an-kho.txt", SECRET + "x" * 3_000_000))
        assert traces(SECRET_WORDS, tmp_path / "data") == []
        held = [path for path in (tmp_path / "waiting").rglob("*") if path.is_file()]
        assert [path.name for path in held] == ["00001"]
        assert {path.stat().st_mode & 0o077 for path in (*held, held[0].parent)} == {0}

    def test_the_test_would_find_a_trace(self, officer: Client, tmp_path: Path) -> None:
        done(officer, file("kho.txt", SECRET.removeprefix("TỐI MẬT\n")))
        assert "Thạch Sanh Đông" in traces(SECRET_WORDS, tmp_path)

    def test_the_warning_stands_before_the_files(self, officer: Client) -> None:
        page = officer.get("/nap-van-ban").content.decode()
        assert 0 < page.index("Không đưa văn bản mật vào đây") < page.index('type="file"')
        assert page.index('name="no-secret"') < page.index('type="file"')


class TestHandingIn:
    def test_many_at_once_and_what_was_found_in_each(self, officer: Client) -> None:
        upload, page = done(
            officer,
            file("bao-cao.txt", GOOD),
            file("lai-bao-cao.txt", GOOD),
            file("hong.docx", b"PK\x03\x04 broken"),
            file("rong.txt", b""),
            access="internal",
        )
        assert became(upload) == [
            (1, 0, "added", "bao-cao.txt"),
            (2, 0, "known", "lai-bao-cao.txt"),
            (3, 0, "failed", "hong.docx"),
            (4, 0, "failed", "rong.txt"),
        ]
        row = models.Document.objects.get()
        assert (row.access, row.name) == ("internal", "bao-cao")
        assert set(models.Audit.objects.filter(action="load").values_list("who", flat=True)) == {"can-bo"}
        assert "1 số liệu" in page and "đã có từ trước" in page and "không đọc được" in page
        job = Job.objects.get()
        assert (job.state, job.done, job.total, job.parameters) == (State.DONE, 4, 4, {})

    def test_a_letter_is_its_words_and_the_papers_sent_along(self, officer: Client) -> None:
        made = EmailMessage()
        made["From"], made["Subject"], made["MIME-Version"] = "a@tinh.example", "Gửi báo cáo", "1.0"
        made.set_content("Kính gửi kèm báo cáo.")
        made.add_attachment(GOOD.encode(), maintype="application", subtype="octet-stream", filename="bao-cao.txt")
        upload, _ = done(officer, file("thu.eml", made.as_bytes()))
        assert [each[2:] for each in became(upload)] == [("added", "bao-cao.txt"), ("added", "noi-dung.txt")]

    def test_an_archive_is_its_papers(self, officer: Client) -> None:
        second = GOOD.replace("2022", "2021").replace("11/", "12/")
        data = archive(
            {"a/mot.txt": GOOD.encode(), "a/hai.txt": second.encode(), "a/anh.bin": b"\x00\x01", "a/rong.txt": b"",
             "../x.txt": b"y"}
        )  # fmt: skip
        upload, page = done(officer, file("ho-so.zip", data))
        assert [each[2:] for each in became(upload)] == [
            ("skipped", "anh.bin"), ("added", "hai.txt"), ("added", "mot.txt"), ("failed", "rong.txt"),
            ("failed", "x.txt"),
        ]  # fmt: skip
        assert models.Document.objects.count() == 2
        job = Job.objects.get()
        assert (job.done, job.total) == (5, 5)  # told paper by paper, not one for the whole archive
        assert '?ket-qua=failed"' in page
        only = officer.get(f"/nap-van-ban/{upload.batch}?ket-qua=failed").content.decode()
        assert "rong.txt" in only and "mot.txt" not in only

    def test_the_area_is_for_papers_that_name_none(self, officer: Client) -> None:
        bare = "BÁO CÁO\nTình hình năm 2022\n\nNăm 2022, tăng trưởng GRDP đạt 7,5%.\n"
        done(officer, file("bao-cao.txt", GOOD), file("khong-ten.txt", bare), area="Nghệ An")
        held = {row.name: row.area for row in models.Document.objects.all()}
        assert held == {"bao-cao": "Bắc Ninh", "khong-ten": "Nghệ An"}

    @pytest.mark.parametrize(
        ("fields", "said"),
        [
            ({"access": ""}, "Chưa chọn ai được xem"),
            ({"access": "everyone"}, "Chưa chọn ai được xem"),
            ({"no-secret": ""}, "Chưa xác nhận đã kiểm tra dấu mật"),
        ],
    )
    def test_what_must_be_chosen(self, officer: Client, waiting: Path, fields: dict[str, str], said: str) -> None:
        answer = hand_in(officer, file("a.txt", GOOD), **fields)
        assert (answer.status_code, said in answer.content.decode()) == (400, True)
        assert not Job.objects.exists() and not list(Spool(waiting).uploads())

    def test_no_file_is_said(self, officer: Client) -> None:
        assert "Chưa chọn tệp nào" in hand_in(officer).content.decode()

    def test_progress_without_a_script(self, officer: Client) -> None:
        answer = hand_in(officer, file("a.txt", GOOD))
        page = officer.get(answer.headers["Location"])
        assert page.headers["Refresh"] == "3"
        assert "Đã đọc 0 trên 1 tệp" in page.content.decode() and "<script" not in page.content.decode()
        assert "Refresh" not in officer.get(answer.headers["Location"] + "?tu-dong=0").headers
        run_job.func(Job.objects.get().id)
        assert "Refresh" not in officer.get(answer.headers["Location"]).headers

    @pytest.mark.django_db(transaction=True)
    def test_a_withdrawn_paper_is_refused_without_its_name(self, officer: Client) -> None:
        upload, _ = done(officer, file("hoang-moc-lan.txt", GOOD))
        Job.objects.create(key="x", kind="load", trouble=["read.missing", [["file", "/x/hoang-moc-lan.txt"]]])
        withdraw_and_erase(CONSOLE, models.Document.objects.get().slug, why="nhầm")
        assert became(upload) == []
        if connection.vendor == "sqlite":
            assert traces(("hoang-moc-lan",)) == []
        again, page = done(officer, file("hoang-moc-lan.txt", GOOD))
        assert became(again) == [(1, 0, "withdrawn", "")]
        assert "lý do: nhầm" in page and "moc-lan" not in page

    def test_what_lies_there_is_whole(self, officer: Client) -> None:
        done(officer, file("bao-cao.txt", GOOD))
        assert list(examine(FileStore(configured.CONFIGURATION.files))) == []


class TestWhoMay:
    def test_others_are_led_to_the_log_in_and_nothing_is_read(self, waiting: Path) -> None:
        answer = hand_in(Client(), file("a.txt", GOOD))
        assert (answer.status_code, answer.headers["Location"]) == (302, "/dang-nhap?next=/")
        assert not waiting.exists()

    def test_a_form_of_another_site_is_refused(self, waiting: Path) -> None:
        add_user("can-bo", PASSWORD, "officer")
        client = Client(enforce_csrf_checks=True)
        client.login(username="can-bo", password=PASSWORD)
        assert hand_in(client, file("a.txt", GOOD)).status_code == 403
        assert not Job.objects.exists() and not list(Spool(waiting).uploads())

    def test_no_other_page_takes_a_file(self, officer: Client) -> None:
        answer = officer.post("/dang-nhap", {"name": "x", "password": "y", "f": file("a.txt", "x" * 3_000_000)})
        assert dict(answer.wsgi_request.FILES) == {}

    def test_one_account_of_a_body_does_not_see_what_another_handed_in(self, officer: Client) -> None:
        upload, _ = done(officer, file("a.txt", GOOD))
        add_user("so-tai-chinh", PASSWORD, "department", body="so-tai-chinh")
        other = Client()
        other.login(username="so-tai-chinh", password=PASSWORD)
        assert other.get(f"/nap-van-ban/{upload.batch}").status_code == 404


class TestLimits:
    def test_too_large(self, officer: Client, settings: Any, waiting: Path) -> None:
        from msgspec.structs import replace

        settings.CONFIGURATION = replace(settings.CONFIGURATION, upload_mb=1)
        answer = hand_in(officer, file("a.txt", "x" * 1_500_000))
        assert answer.status_code == 413
        assert not waiting.exists()

    def test_too_many(self, officer: Client, settings: Any) -> None:
        settings.DATA_UPLOAD_MAX_NUMBER_FILES = 2
        answer = hand_in(officer, *(file(f"{number}.txt", GOOD) for number in range(3)))
        assert (answer.status_code, "Quá 2 tệp" in answer.content.decode()) == (413, True)

    def test_no_room(self, officer: Client, monkeypatch: pytest.MonkeyPatch, waiting: Path) -> None:
        monkeypatch.setattr("camket.server.spool._ROOM", 1 << 60)
        answer = hand_in(officer, file("a.txt", GOOD))
        assert (answer.status_code, "không còn chỗ" in answer.content.decode()) == (507, True)
        assert not Upload.objects.exists() and not list(Spool(waiting).uploads())


class TestCutOff:
    def test_a_second_run_takes_the_rest(self, officer: Client, monkeypatch: pytest.MonkeyPatch) -> None:
        hand_in(officer, file("a.txt", GOOD), file("b.txt", GOOD.replace("2022", "2021")))
        job = Job.objects.get()
        wipe = Spool.wipe
        monkeypatch.setattr(Spool, "wipe", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            run_job.func(job.id)
        monkeypatch.setattr(Spool, "wipe", wipe)
        run_job.func(job.id)
        assert [each[2] for each in became(Upload.objects.get())] == ["added", "added"]

    def test_files_that_are_gone_are_told(self, officer: Client, waiting: Path) -> None:
        hand_in(officer, file("a.txt", GOOD), file("b.txt", GOOD))
        Spool(waiting).wipe(Upload.objects.get().batch, 2)
        run_job.func(Job.objects.get().id)
        job = Job.objects.get()
        assert job.state == State.FAILED and job.trouble is not None
        assert (job.trouble[0], dict(job.trouble[1])["count"]) == ("upload.lost", "1")

    def test_what_no_job_will_take_is_wiped(self, waiting: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        spool = Spool(waiting)
        spool.put([Handed("a.txt", b"x")])
        sweep(spool)
        assert len(list(spool.uploads())) == 1
        monkeypatch.setattr("camket.server.uploading._ASKED_BY_THEN", -1.0)
        sweep(spool)
        assert not list(spool.uploads())


@pytest.mark.one_database
class TestNames:
    @pytest.mark.parametrize(
        ("given", "name"),
        [
            ("../../etc/passwd", "passwd"),
            ("C:\\Users\\x\\Bao cao.docx", "Bao cao.docx"),
            ("..", "tep"),
            ("", "tep"),
            ("a\0b\n.txt", "a b.txt"),
            ("bao-cao\N{RIGHT-TO-LEFT OVERRIDE}cod.exe", "bao-cao cod.exe"),
            ("Ke\N{COMBINING CIRCUMFLEX ACCENT}.txt", "Kê.txt"),
            ("<script>.html", "<script>.html"),
            (".txt", "txt"),
        ],
    )
    def test_a_name_is_safe(self, given: str, name: str) -> None:
        assert safe_name(given) == name

    @given(st.text(max_size=400))
    def test_no_name_leads_anywhere(self, given: str) -> None:
        name = safe_name(given)
        assert name and len(name) < 140 and not set("/\\\0\r\n") & set(name) and name not in (".", "..")
        assert safe_name(name) == name

    @pytest.mark.parametrize(
        ("name", "kept"),
        [
            ("Bao cao.docx", True), ("Tối mật - phương án.docx", False), ("tuyet_mat.docx", False),
            ("CV mật 12.pdf", False), ("an toàn bảo mật.docx", True), ("mật ong.docx", False),
            ("dien mat troi.pdf", True),
        ],
    )  # fmt: skip
    def test_a_name_that_speaks_of_a_secret_is_not_kept(self, name: str, kept: bool) -> None:
        assert kept_name(name) == (name if kept else "")


def test_rows_know_their_upload(officer: Client) -> None:
    upload, _ = done(officer, file("a.txt", GOOD))
    assert UploadedPaper.objects.get().upload == upload


@pytest.mark.one_database
@needs_office
def test_old_word_files_that_come_together_are_converted_together(
    officer: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, waiting: Path
) -> None:
    texts = {f"bao-cao-{at}": GOOD.replace("11/BC", f"{at}/BC").replace("7,39", f"7,{at}") for at in range(31, 36)}
    words = {name: docx_of(parts_of(text)) for name, text in texts.items()}
    old = {f"{name}.doc": data for name, data in converted(words, "docx", "doc", tmp_path).items()}
    stamped = rb"{\rtf1\ansi\pard T\u7888?I M\u7852?T\par K\u7870? HO\u7840?CH\par}"
    loose = dict(list(old.items())[:3])
    packed = archive({**dict(list(old.items())[3:]), "ghi-chu.rtf": stamped})
    together: list[int] = []
    asked = ahead._ask

    def counted(request: Request) -> Reply:
        together.append(len(request.together))
        return asked(request)

    monkeypatch.setattr(ahead, "_ask", counted)
    files = [file(name, data) for name, data in loose.items()]
    upload, _ = done(officer, *files, file("goi.zip", packed), file("cuoi.txt", GOOD))
    assert [(place, part, said) for place, part, said, _ in became(upload)] == [
        (1, 0, "added"), (2, 0, "added"), (3, 0, "added"),
        (4, 1, "added"), (4, 2, "added"), (4, 3, "secret"), (5, 0, "added"),
    ]  # fmt: skip
    assert together == [3, 3]
    assert sorted(models.Document.objects.values_list("number", flat=True)) == [
        "11/BC-UBND", *(f"{at}/BC-UBND" for at in range(31, 36))
    ]  # fmt: skip
    assert list(Spool(waiting).uploads()) == []
