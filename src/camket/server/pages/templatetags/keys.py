"""`{% key "confirm" %}`: the key that does something, as the data of the keys has it."""

from __future__ import annotations

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from camket.server.pages.review.keymap import key_of

register = template.Library()


@register.simple_tag
def key(act: str) -> SafeString | str:
    """The key as readers see it; nothing where there is none."""
    found = key_of(act)
    return format_html("<kbd>{}</kbd>", found) if found else ""


@register.simple_tag
def does(act: str) -> SafeString:
    """The attributes of what a key presses: for the script, and for those who hear the page."""
    return format_html('data-act="{}" aria-keyshortcuts="{}"', act, key_of(act).replace("Ctrl+", "Control+"))
