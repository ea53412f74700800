"""How often one may try to log in: by name and by address, whether there is such a name or not.

An attempt is counted before its password is looked at, so that many at once are no way around. Over the limit no
password is looked at, not even the right one, until the time is over.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address
from typing import NamedTuple

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from camket.server.entering.models import Attempt

_log = logging.getLogger(__name__)


class Limit(NamedTuple):
    """How many attempts in how long a time."""

    most: int
    within: timedelta


OF_NAME, OF_ADDRESS = Limit(10, timedelta(minutes=15)), Limit(60, timedelta(minutes=15))
"""A whole office may share one address."""


def admit(name: str, address: str) -> int:
    """Count an attempt; gives after how many minutes one may try again, 0 where one may now."""
    now = timezone.now()
    with transaction.atomic():
        Attempt.objects.filter(since__lt=now - max(OF_NAME.within, OF_ADDRESS.within)).delete()
        waits = [_counted(key, limit, now) for key, limit in _keys(name, address)]
    wait = max(waits)
    if wait:
        _log.warning("log-ins from %s are refused for %s minutes: too many attempts", address, wait)
    return wait


def succeeded(name: str, address: str) -> None:
    """Who knew the password begins anew, and does not count for those who share his address."""
    keys = [key for key, _ in _keys(name, address)]
    Attempt.objects.filter(key=keys[0]).delete()
    Attempt.objects.filter(key__in=keys[1:], count__gt=0).update(count=F("count") - 1)


def unlock(name: str) -> None:
    """Let somebody try again now."""
    Attempt.objects.filter(key__in=[key for key, _ in _keys(name, "")]).delete()


def address_of(request: HttpRequest) -> str:
    """Where a question comes from: behind a web server with TLS the address that this one tells."""
    told = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip() if _behind_a_server() else ""
    return told if _is_address(told) else str(request.META.get("REMOTE_ADDR", ""))


def _behind_a_server() -> bool:
    return bool(settings.CONFIGURATION.https)


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True


def _keys(name: str, address: str) -> Iterator[tuple[str, Limit]]:
    yield _key("name", name.casefold()), OF_NAME
    if address:
        yield _key("address", _network(address)), OF_ADDRESS


def _network(address: str) -> str:
    """Of an address of version 6 the part that one household or office has to itself."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    return found.exploded[:19] if isinstance(found, IPv6Address) else address


def _key(kind: str, value: str) -> str:
    return salted_hmac("camket.entering", f"{kind}:{value}", algorithm="sha256").hexdigest()


def _counted(key: str, limit: Limit, now: datetime) -> int:
    row, _ = Attempt.objects.select_for_update().get_or_create(key=key, defaults={"since": now})
    if row.since <= now - limit.within:
        row.since, row.count = now, 0
    if row.count >= limit.most:
        return _minutes(row.since + limit.within - now)
    row.count += 1
    row.save(update_fields=["since", "count"])
    return 0


def _minutes(left: timedelta) -> int:
    return max(1, -(-left // timedelta(minutes=1)))
