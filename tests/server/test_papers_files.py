"""The file of a paper, and pictures of its pages."""

from __future__ import annotations

import io
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker
from tests.made.drawn import Drawn, lines, pdf_of
from tests.server.laid_out import laid_out, of_text, page_of, row_of

from camket import extract, read, resolve
from camket.server.registry import models
from camket.server.registry.files import FileStore
from camket.server.registry.pictures import PictureStore

pytestmark = pytest.mark.django_db
pypdfium2 = pytest.importorskip("pypdfium2", reason="draws pages of PDF files")
PDF = pdf_of([Drawn(lines("BAO CAO", "GRDP nam 2022 cua tinh tang 7,39%.")), Drawn(lines("Trang hai."))])


@pytest.fixture(scope="module", autouse=True)
def papers(request: pytest.FixtureRequest, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    request.getfixturevalue("django_db_setup")
    path = Path(settings.CONFIGURATION.data) / "trang in.pdf"
    path.write_bytes(PDF)
    with django_db_blocker.unblock():
        printed = resolve(extract(read(path))), PDF
        own = [printed, of_text('ten; la"<b>', "<html><script>alert(1)</script></html>\nGRDP năm 2022 tăng 7,39%.\n")]
    with laid_out(django_db_blocker, own):
        yield


def address(name: str) -> str:
    return f"/van-ban/{row_of(name).slug}"


def test_the_file_is_the_paper_to_the_byte_and_is_never_run() -> None:
    answer = Client().get(f"{address('trang')}/tep")
    data = b"".join(answer.streaming_content)  # type: ignore[attr-defined]  # files are streamed
    assert data == PDF
    assert sha256(data).digest() == bytes(row_of("trang").sha256)
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert "sandbox" in answer.headers["Content-Security-Policy"]


def test_the_name_of_a_file_holds_no_sign_that_could_do_harm() -> None:
    models.Document.objects.filter(name__startswith="ten").update(name='../../a\r\nSet-Cookie: x=1; "<b>.html')
    row = row_of("../")
    header = Client().get(f"/van-ban/{row.slug}/tep").headers["Content-Disposition"]
    assert "\n" not in header
    assert "/" not in header
    assert header == 'attachment; filename="aSet-Cookie x=1 b.html"'


def test_a_file_that_is_not_kept_is_not_found() -> None:
    row = row_of("trang")
    models.Document.objects.filter(id=row.id).update(sha256=b"y" * 32)
    assert Client().get(f"{address('trang')}/tep").status_code == 404


def test_a_page_is_drawn_with_the_fact_marked_and_kept() -> None:
    from PIL import Image

    row, client = row_of("trang"), Client()
    fact = row.facts.filter(kind=0).first()
    assert fact is not None
    page = page_of(client.get(address("trang")))
    picture = f"{address('trang')}/trang/1.png?m={bytes(fact.mention).hex()}"
    assert picture in page.links
    marked, bare = client.get(picture), client.get(f"{address('trang')}/trang/1.png")
    assert marked.headers["Content-Type"] == "image/png"
    assert marked.headers["X-Content-Type-Options"] == "nosniff"
    one, other = (Image.open(io.BytesIO(answer.content)) for answer in (marked, bare))
    assert one.size == other.size
    assert marked.content != bare.content
    assert other.convert("RGB").getcolors(1_000) is not None
    folder = Path(settings.CONFIGURATION.pictures) / bytes(row.sha256).hex()
    assert len(list(folder.glob("*.png"))) == 2
    FileStore(settings.CONFIGURATION.files).remove(bytes(row.sha256))
    try:
        assert client.get(picture).content == marked.content
    finally:
        FileStore(settings.CONFIGURATION.files).put(PDF)
        PictureStore(settings.CONFIGURATION.pictures).remove(bytes(row.sha256))
    assert not folder.exists()


@pytest.mark.parametrize(
    "path",
    [
        "trang/0.png",
        "trang/3.png",
        "trang/99999999999999999999.png",
        "trang/1.png?m=zz",
        f"trang/1.png?m={'00' * 16}",
        "trang/x.png",
    ],
)
def test_a_page_that_there_is_not_is_not_found(path: str) -> None:
    assert Client().get(f"{address('trang')}/{path}").status_code == 404


def test_a_paper_without_pages_has_no_pictures() -> None:
    assert Client().get(f"{address('ten')}/trang/1.png").status_code == 404
