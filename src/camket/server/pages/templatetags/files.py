"""`{% shipped "pages/camket.css" %}`: the address of a file of the pages, which changes when the file does."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from pathlib import Path

from django import template
from django.contrib.staticfiles import finders
from django.templatetags.static import static

register = template.Library()


@register.simple_tag
def shipped(name: str) -> str:
    """The address with a digest of the file, so that browsers may keep it for long."""
    return f"{static(name)}?v={_digest(name)}"


@cache
def _digest(name: str) -> str:
    found = finders.find(name)
    return blake2b(Path(str(found)).read_bytes(), digest_size=6).hexdigest() if found else ""
