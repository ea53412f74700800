"""Attacks tried: what papers, addresses, forms and names hold that somebody means ill by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import quote

import msgspec
import pytest
from django.conf import settings as used
from django.test import Client, override_settings
from pytest_django.plugin import DjangoDbBlocker
from tests.server.laid_out import laid_out, of_text
from tests.server.test_permissions import ADDRESSES

import camket.server
from camket.server.accounts import add_user
from camket.server.jobs.asking import ask
from camket.server.pages.headers import HEADERS
from camket.server.pages.naming import safe_name
from camket.server.registry import models
from camket.server.registry.files import FileStore

pytestmark = pytest.mark.django_db
PASSWORD = "mot-mat-khau-dai"
SCRIPTS = (
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "<svg/onload=alert(1)>", "</title><script>alert(1)",
    "' onmouseover='alert(1)", "<iframe src=javascript:alert(1)>", "{{ 7|add:7 }}{% debug %}", "<!--<script>", "]]><b>",
    '<a href="javascript:alert(1)">x</a>', "&lt;script&gt;",
    "<math><mtext></form><form><mglyph><style></math><img src>",
)  # fmt: skip
_TEXT = (
    "ỦY BAN NHÂN DÂN TỈNH BẮC NINH\nSố: 7/BC-UBND\nBắc Ninh, ngày 9 tháng 1 năm 2024\nBÁO CÁO\n"
    "Tình hình {script} năm 2023\n"
    "Năm 2023, tổng sản phẩm trên địa bàn (GRDP) {script} của tỉnh tăng 5,31% so với năm 2022. {script}\n"
    "Chủ tịch UBND tỉnh Nguyễn Văn {script} giao Sở Tài chính {script} rà soát trước ngày 30/6/2024.\n"
    "Căn cứ Nghị quyết số 12/NQ-HĐND {script} ngày 10/12/2022 của HĐND tỉnh {script}.\n"
)


@pytest.fixture(scope="module", autouse=True)
def hostile(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:  # noqa: ARG001 - makes the database
    with django_db_blocker.unblock():
        texts = [of_text(f"doc-{n}", _TEXT.format(script=script)) for n, script in enumerate(SCRIPTS)]
    with laid_out(django_db_blocker, texts):
        with django_db_blocker.unblock():
            for row, script in zip(models.Document.objects.order_by("id"), SCRIPTS, strict=True):
                models.Document.objects.filter(id=row.id).update(
                    name=f"../../etc/{script}.txt", title=f"Tình hình {script}", number=f"7{script}"[:120],
                    issuer=script, publisher=script, url=f"javascript:alert('{script}')", signer=script,
                )  # fmt: skip
        yield


class Seen(HTMLParser):
    """What a browser would act on: its tags with attributes."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def harmless(page: str) -> None:
    for tag, given in Seen(page).found:
        assert tag not in ("script", "iframe", "object", "embed", "math", "mglyph", "style", "base"), tag
        assert not [name for name in given if name.startswith("on") or name == "style"], (tag, given)
        for name in ("href", "src", "action", "xlink:href", "formaction"):
            address = (given.get(name) or "").strip().lower()
            assert not address.startswith(("javascript:", "data:", "//")), (tag, given)
        if tag == "img":
            assert (given.get("src") or "").startswith("/"), given
    assert "7|add" not in page or "{{ 7|add:7 }}" in page  # shown, never run


@pytest.mark.one_database
class TestWordsOfPapers:
    @pytest.mark.parametrize(
        "address",
        ["/", "/van-ban", "/nguoi", "/vien-dan", "/chi-tieu/grdp/bac-ninh-1997", "/chi-tieu", "/ke-hoach",
         "/so-lieu-chua-thong-nhat", "/ket-qua-tong-hop", "/tim-kiem?q=GRDP", "/tim-kiem?q=script",
         "/tim-kiem?q=alert"],
    )  # fmt: skip
    @pytest.mark.parametrize("lang", ["vi", "en"])
    def test_no_list_runs_them(self, address: str, lang: str) -> None:
        answer = Client().get(f"{address}{'&' if '?' in address else '?'}lang={lang}")
        assert answer.status_code == 200
        harmless(answer.content.decode())

    @pytest.mark.parametrize("number", range(len(SCRIPTS)))
    def test_no_paper_runs_them(self, number: int) -> None:
        row = models.Document.objects.order_by("id")[number]
        page = Client().get(f"/van-ban/{row.slug}").content.decode()
        harmless(page)
        assert "javascript:alert" not in "".join(str(given.get("href")) for _, given in Seen(page).found)

    def test_no_name_or_reference_runs_them(self) -> None:
        for entry in models.Entry.objects.exclude(label=""):
            for place in ("nguoi", "vien-dan"):
                harmless(Client().get(f"/{place}/{entry.label}").content.decode())

    @pytest.mark.parametrize("script", SCRIPTS)
    def test_what_was_typed_does_not_run_either(self, script: str) -> None:
        typed = quote(script)
        for address in (
            f"/tim-kiem?q={typed}", f"/nguoi?q={typed}", f"/vien-dan?q={typed}", f"/van-ban?loai={typed}&nam={typed}",
            f"/chi-tieu?loc={typed}&dia-ban={typed}", f"/{typed}", f"/ke-hoach/{typed}", f"/dang-nhap?next={typed}",
            f"/van-ban/{typed}", f"/van-ban?trang={typed}&lang={typed}&format={typed}",
        ):  # fmt: skip
            harmless(Client().get(address).content.decode())
        harmless(Client().post("/dang-nhap", {"name": script, "password": script, "next": script}).content.decode())

    def test_a_sheet_takes_no_word_for_a_formula(self) -> None:
        models.Document.objects.filter(id=models.Document.objects.order_by("id")[0].id).update(title="=HYPERLINK(1)")
        assert b"'=HYPERLINK" in Client().get("/van-ban?format=csv").content


SYNTAX = (
    "' OR 1=1 --", '" OR ""="', "'; DROP TABLE registry_document; --", "a') UNION SELECT * FROM auth_user --", "%", "_",
    "exact: x", '"', '""', "*", "a*", "NEAR(a b, 5)", "a AND", "OR", "NOT a", "(", "^a", "a -b", "{exact bare}: a",
    "a:b", "a & b | !c", "a <-> b", "a:*", "'a'", "\\", "\\'", "a\\' | b", "\ufffd", "🙂", "a" * 5_000, "a " * 3_000,
    "ạ̣̣̣" * 50, "\u202egnod", "\n\r\t", "${7*7}", "{{7*7}}", "../../../etc/passwd", "0x1", "1e309", "-1", "NULL",
)  # fmt: skip


@pytest.mark.parametrize("typed", SYNTAX, ids=lambda typed: typed[:20])
def test_no_search_is_taken_for_a_command(typed: str) -> None:
    before = models.Document.objects.count()
    asked = quote(typed)
    for address in (
        f"/tim-kiem?q={asked}", f"/nguoi?q={asked}", f"/vien-dan?q={asked}", f"/chi-tieu?loc={asked}",
        f"/van-ban?loai={asked}&nam={asked}&dia-ban={asked}&co-quan={asked}&trang={asked}",
        f"/chi-tieu/grdp/bac-ninh-1997?chuoi={asked}&thoi-ky={asked}&do-dai={asked}&dia-gioi={asked}&trang={asked}",
        f"/van-ban/{models.Document.objects.order_by('id')[0].slug}?phan={asked}&tu={asked}&m={asked}",
        f"/so-lieu/{asked or 'x'}", f"/ke-hoach?loai={asked}&dia-ban={asked}",
    ):  # fmt: skip
        assert Client().get(address).status_code in (200, 302, 400, 404), address
    assert models.Document.objects.count() == before


def test_syntax_finds_nothing_that_words_would_not() -> None:
    for typed in ("' OR 1=1 --", "khongcotunay*", '"khongcotunay" OR "GRDP"', "khongcotunay | grdp"):
        page = Client().get(f"/tim-kiem?q={quote(typed)}").content.decode()
        assert "/van-ban/" not in re.sub(r'action="[^"]*"', "", page), typed


@pytest.mark.parametrize(
    "address", ["/tim-kiem?q=a%00b", "/van-ban?loai=%00", "/so-lieu/%00", "/%00", "/ke-hoach/a%00", "/nap-van-ban/%00"]
)
def test_a_zero_byte_is_left_out_or_not_found(address: str) -> None:
    assert Client().get(address).status_code in (200, 404)


def test_a_zero_byte_in_a_form_is_left_out() -> None:
    assert Client().post("/dang-nhap", {"name": "a\0b", "password": "\0"}).status_code == 403
    client = Client()
    client.force_login(add_user("quan-tri", PASSWORD, "administrator"))
    client.post("/quan-tri/tai-khoan/them", {"name": "can\0-bo", "password": f"{PASSWORD}\0", "role": "officer"})
    client.post(
        "/tai-khoan/uy-quyen",
        {"to": "can-bo", "right": "approve", "first": "2030-01-01", "last": "2030-01-02", "why": "nghỉ\0 phép"},
    )
    assert models.Delegation.objects.get().why == "nghỉ phép"


@pytest.mark.parametrize("number", ["99999999999999999999999", "9223372036854775808", "0"])
def test_a_number_of_any_size_is_none(number: str) -> None:
    client = Client()
    client.force_login(add_user("quan-tri", PASSWORD, "administrator"))
    assert client.get(f"/quan-tri/tai-khoan/{number}").status_code == 404
    assert client.post(f"/tai-khoan/uy-quyen/{number}/cham-dut").status_code == 400
    assert client.post(f"/tai-khoan/phien/{number}/dang-xuat").status_code == 302
    assert client.get(f"/van-ban?trang={number}").status_code == 200
    assert client.get(f"/van-ban/x/trang/{number}.png").status_code == 404


OF_DAYS = (
    "/don-vi/so-tai-chinh?ngay=", "/lanh-dao?ngay=", "/nhat-ky?tu=", "/nhat-ky?den=", "/nhiem-vu?ngay=",
    "/nhiem-vu/don-doc?ngay=", "/so-lieu-nhiem-vu?ngay=", "/thay-doi/bac-ninh-1997?tu=", "/dau-tu-cong?ngay=",
    "/dia-ban/bac-ninh-1997/tieu-chi?ngay=", "/nhiem-vu?thang=",
)  # fmt: skip


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "0000-05", "2025-02-30"])
def test_a_day_that_nobody_means_is_none(day: str) -> None:
    client = Client()
    client.force_login(add_user("quan-tri", PASSWORD, "administrator"))
    for address in OF_DAYS:
        assert client.get(f"{address}{day}", follow=True).status_code == 200, address


def test_what_there_is_not_is_not_found() -> None:
    client = Client()
    client.force_login(add_user("quan-tri", PASSWORD, "administrator"))
    for address in ("/thay-doi/khong-co", "/don-vi/khong-co/xep-loai", "/don-vi/khong-co/nhiem-vu.ics", "/don-vi/a%00"):
        assert client.get(address).status_code == 404, address
    assert client.get("/thay-doi/bac-ninh-1997").status_code == 200


def test_no_setting_is_written_twice() -> None:
    """The later one would win unseen: so a page named one limit of files, and another held."""
    source = Path(camket.server.__file__).with_name("settings.py").read_text(encoding="utf-8")
    names = re.findall(r"^([A-Z_]+) = ", source, re.MULTILINE)
    assert sorted(set(names)) == sorted(names)


@pytest.mark.one_database
class TestNamesOfFiles:
    @pytest.mark.parametrize(
        ("name", "safe"),
        [
            ("Báo cáo tình hình tháng 11.pdf", "Báo cáo tình hình tháng 11.pdf"),
            ("Ba\u0301o ca\u0301o.pdf", "Báo cáo.pdf"),
            ("../../etc/passwd", "-..-etc-passwd"),
            ("..\\..\\windows\\system.ini", "windowssystem.ini"),
            ("C:\\bao-cao.doc", "Cbao-cao.doc"),
            ('a"; filename="b.exe', "a filename=b.exe"),
            ("a\r\nSet-Cookie: x=1.pdf", "aSet-Cookie x=1.pdf"),
            ("bao-cao\u202efdp.exe", "bao-caofdp.exe"),
            ("CON.txt", "_CON.txt"),
            ("lpt1", "_lpt1"),
            (" .htaccess", "htaccess"),
            ("...", "van-ban"),
            ("", "van-ban"),
            ("a\0b.pdf", "ab.pdf"),
            ("%2e%2e%2fa.pdf", "2e2e2fa.pdf"),
            ("x" * 300 + ".pdf", "x" * 76 + ".pdf"),
        ],
    )
    def test_a_name_is_safe_to_save_under(self, name: str, safe: str) -> None:
        assert safe_name(name) == safe

    def test_a_file_is_sent_to_be_saved_whatever_it_is(self) -> None:
        for row in models.Document.objects.all():
            answer = Client().get(f"/van-ban/{row.slug}/tep")
            said = answer.headers["Content-Disposition"]
            assert (
                said.startswith("attachment; filename") and ".." not in said and "/" not in said.replace("utf-8''", "")
            )
            assert answer.headers["Content-Type"] == "application/octet-stream"
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
            assert "sandbox" in answer.headers["Content-Security-Policy"]
            assert b"".join(answer.streaming_content)  # type: ignore[attr-defined]  # files are streamed

    def test_bytes_lie_under_their_digest_whatever_their_name(self) -> None:
        store = FileStore(used.CONFIGURATION.files)
        for row in models.Document.objects.all():
            assert store.path(bytes(row.sha256)).resolve().is_relative_to(store.root.resolve())


@pytest.mark.one_database
class TestHeaders:
    @pytest.mark.parametrize("line", ADDRESSES, ids=lambda line: line["name"])
    def test_every_answer_has_them(self, line: dict[str, Any]) -> None:
        """Pages, files, refusals: as anybody asks."""
        address = re.sub(r"\{\w+\}", "1", line.get("get") or line["post"])
        answer = Client().get(address) if "get" in line else Client().post(address, line.get("form", {}))
        has_headers(answer)

    @pytest.mark.parametrize(
        "address", ["/khong-co", "/tim-kiem?q=%00", "/static/pages/camket.css", "/static/khong-co"]
    )
    def test_errors_and_static_files_have_them(self, address: str) -> None:
        has_headers(Client().get(address))

    @override_settings(ROOT_URLCONF="tests.server.test_pages_frame")
    def test_a_failure_of_the_program_has_them(self) -> None:
        has_headers(Client(raise_request_exception=False).get("/hong"))

    def test_a_host_that_is_not_ours_is_refused(self) -> None:
        answer = Client().get("/dang-nhap", headers={"host": "evil.example"})
        assert answer.status_code == 400
        has_headers(answer)

    def test_nothing_from_elsewhere_and_nothing_inline(self) -> None:
        policy = HEADERS["Content-Security-Policy"]
        assert "unsafe" not in policy and "*" not in policy and "http" not in policy
        for part in ("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"):
            assert part in policy

    @override_settings(SECURE_HSTS_SECONDS=365 * 86_400, SECURE_PROXY_SSL_HEADER=("HTTP_X_FORWARDED_PROTO", "https"))
    def test_behind_tls_browsers_are_told_to_use_nothing_else(self) -> None:
        answer = Client().get("/dang-nhap", headers={"x-forwarded-proto": "https"})
        assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"

    def test_without_tls_nobody_is_told_so(self) -> None:
        assert "Strict-Transport-Security" not in Client().get("/dang-nhap").headers


def has_headers(answer: Any) -> None:
    for name in HEADERS:
        assert answer.headers[name], name
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "'none'" in answer.headers["Content-Security-Policy"]
    if answer.streaming:
        assert list(answer.streaming_content)


@pytest.mark.one_database
class TestSizes:
    def test_too_much_is_refused_before_it_is_read(self) -> None:
        most = used.CONFIGURATION.upload_mb * 1_000_000
        answer = Client().post("/dang-nhap", CONTENT_LENGTH=str(most + 1))  # of which nothing ever comes
        assert answer.status_code == 413
        assert "Gửi lên quá nhiều" in answer.content.decode()

    @pytest.mark.parametrize("length", ["-1", "x", "1e9", "١"])
    def test_a_length_that_is_none_is_refused(self, length: str) -> None:
        assert Client().post("/dang-nhap", CONTENT_LENGTH=length).status_code in (400, 413)

    def test_a_form_of_many_fields_or_long_words_is_refused(self) -> None:
        assert Client().post("/dang-nhap", {f"f{n}": "x" for n in range(2_001)}).status_code == 400
        long = Client().post("/dang-nhap", f"name={'x' * 2_600_000}", content_type="application/x-www-form-urlencoded")
        assert long.status_code in (400, 413)

    def test_a_long_password_is_not_hashed(self) -> None:
        assert Client().post("/dang-nhap", {"name": "a", "password": "x" * 1_000_000}).status_code == 403

    def test_the_limit_is_a_setting(self, settings: Any) -> None:
        settings.CONFIGURATION = msgspec.structs.replace(settings.CONFIGURATION, upload_mb=1)
        assert Client().post("/dang-nhap", CONTENT_LENGTH="1000001").status_code == 413


def test_what_went_wrong_with_a_job_of_another_is_not_told() -> None:
    """It may name a file that one may not see."""
    job = ask("load", "load:1", {"paths": ["/mat/ten-tep"]}, who="can-bo-1")
    job.state, job.trouble = "failed", ["read.missing", [["file", "/mat/ten-tep"]]]
    job.save()
    for name, role, told in (
        ("can-bo-1", "officer", True),
        ("can-bo-2", "officer", False),
        ("duyet", "approver", True),
    ):
        client = Client()
        client.force_login(add_user(name, PASSWORD, role))
        assert ("ten-tep" in client.get("/viec").content.decode()) == told, name
