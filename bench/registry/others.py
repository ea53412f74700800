"""What the other lists cost: their later pages and filters, and the pages of those who are logged in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from django.contrib.auth import get_user_model
from django.test import Client
from django.utils.timezone import localdate

from bench.registry.pages import Parameters
from bench.registry.timing import MOST_MS, Cost, cost_of
from camket.server.accounts import add_user

ROUNDS = 5
_ALL = (
    "/dia-ban/{place}/tieu-chi", "/dia-ban/{place}/kich-ban", "/ke-hoach?trang=4", "/chi-tieu?trang=2",
    "/chi-tieu/{indicator}/{area}?trang=20", "/chi-tieu/{indicator}/{area}?thoi-ky=2022",
    "/chi-tieu/{indicator}/{area}?dia-gioi=mot-dia-ban", "/van-ban?trang=20", "/van-ban?nam=2020",
    "/tim-kiem?q=ng%C3%A2n+s%C3%A1ch&nhieu=1", "/tim-kiem?q=%22ng%C3%A2n+s%C3%A1ch%22",
    "/so-lieu-chua-thong-nhat?trang=500", "/so-lieu-chua-thong-nhat?xem=phu-hop&trang=900", "/vien-dan?trang=2",
    "/kien-nghi", "/so-lieu-nhiem-vu", "/thay-doi/{place}", "/thay-doi/{place}?tu={quarter}",
    "/thay-doi/{place}?tu={years}",
)  # fmt: skip
_INSIDE = (
    "/", "/chi-tieu/{indicator}/{area}", "/tim-kiem?q=ng%C3%A2n+s%C3%A1ch", "/thay-doi/{place}", "/phe-duyet",
    "/nhat-ky", "/gan-ten", "/ra-soat", "/ra-soat?trang=15", "/ra-soat?chi=doc-lai", "/ra-soat?chi=chua-ro",
    "/ra-soat?chi=khac-nhau", "/ra-soat?xem=du-kien", "/ra-soat?xem=du-kien&trang=1000",
    "/ra-soat?xem=du-kien&chi=doc-lai", "/van-ban/{slug}/ra-soat", "/ra-soat/cua-toi",
)  # fmt: skip
"""What an approver is asked to look at, and what he sees more of than others."""


def others(asked: Parameters) -> Iterator[Cost]:
    """The cost of each; there is no bare SQL beside them."""
    model, today = get_user_model(), localdate()
    user = model.objects.filter(username="do").first() or add_user("do", "mot-mat-khau-dai", "approver")
    public, approver = Client(HTTP_HOST="127.0.0.1"), Client(HTTP_HOST="127.0.0.1")
    approver.force_login(user)
    days = {"quarter": str(today - timedelta(days=91)), "years": str(today - timedelta(days=5 * 365))}
    for who, client, addresses in (("", public, _ALL), ("* ", approver, _INSIDE)):
        for address in addresses:
            written = address.format(**{**asked, **days})
            yield cost_of(f"{who}{address.format(**{**asked, **days, 'slug': '..'})}", client, written, ROUNDS)


def other_lines(found: Sequence[Cost]) -> list[str]:
    """The table, and the pages that pass the limit."""
    lines = [f"{'page (* an approver)':<64}{'ms':>8}{'queries':>9}{'SQL ms':>9}{'kB':>7}"]
    lines += [
        f"{each.name:<64}{each.page_ms:>8.1f}{each.queries:>9}{each.sql_ms:>9.2f}{each.kilobytes:>7.0f}"
        for each in found
    ]
    late = [each.name for each in found if each.page_ms >= MOST_MS]
    return [*lines, f"{MOST_MS:.0f} ms or more: {', '.join(late) or 'none'}"]
