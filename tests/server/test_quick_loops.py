"""Loops of templates that are put together once say what Django's own say."""

from __future__ import annotations

from typing import Any, NamedTuple

import msgspec
import pytest
from django.template import Context, Engine
from django.template.backends.django import DjangoTemplates
from django.utils.safestring import mark_safe

TAGS = [f"camket.server.pages.templatetags.{each}" for each in ("words", "files", "addresses")]
OURS = Engine(builtins=[*TAGS, "camket.server.pages.templatetags.quick"])
DJANGOS = Engine(builtins=TAGS)


class Place(msgspec.Struct):
    name: str
    count: int = 0
    link: Any = None
    note: Any = ""

    @property
    def twice(self) -> int:
        return 2 * self.count

    def said(self) -> str:
        return f"<{self.name}>"


class Pair(NamedTuple):
    text: str
    href: str


PLACES = [
    Place("Xã <A> & B", 3, Pair("cầu 'mới'", "/a?b=1&c=2"), {"key": "giá trị", "items": 4}),
    Place("Xã C", 0, None, None),
    Place(mark_safe("<b>Xã D</b>"), 12_345, Pair("", ""), 1.5),
]
TEMPLATES = [
    "{% for each in places %}{{ each.name }}: {{ each.count }}; {% endfor %}",
    "{% for each in places reversed %}{{ forloop.counter }}/{{ forloop.revcounter }}{{ each.twice }}{% endfor %}",
    (
        "{% for each in places %}{{ each.said }}{{ each.nothing }}{{ each.note }}|{{ each.note.key }}"
        "|{{ each.note.items }}{% endfor %}"
    ),
    (
        "{% for each in places %}{% if each.link %}{{ each.link.text }} {{ each.link.href }}{% else %}–"
        "{% endif %}{% endfor %}"
    ),
    (
        "{% for each in places %}{% if each.count and each.link %}a{% elif not each.count %}b"
        "{% elif each.link or each.count %}c{% endif %}{% endfor %}"
    ),
    (
        "{% for each in places %}{% if each.count > 2 %}{{ each.name|safe }}{% endif %}"
        "{% if each.no and each.count %}!{% endif %}{% endfor %}"
    ),
    "{% for text, href in pairs %}{{ text }}={{ href }}{% if not forloop.last %}, {% endif %}{% endfor %}",
    (
        "{% for each in places %}"
        "{% for inner in places %}{{ forloop.parentloop.counter }}{{ inner.count }} {% endfor %}{% endfor %}"
    ),
    (
        "{% for each in none %}x{% empty %}{% say 'filter.none' %}{% endfor %}{% for each in missing %}x"
        "{% empty %}y{% endfor %}"
    ),
    (
        "{% for each in places %}{% say 'tasks.extended' count=each.count %}; "
        "{% say 'column.day' %}{{ lang }}{% endfor %}"
    ),
    (
        "{% for each in places %}{% say 'tasks.extended' count=each.count|add:1 %}"
        "{% say each.code as told %}{{ told }}{% endfor %}"
    ),
    "{% for mention in mentions %}{% url 'fact' mention %} {% endfor %}",
    (
        "{% for each in places %}{% with other=each.link %}{{ other.text }}"
        "{% endwith %}{{ each.name|truncatechars:5 }}{% endfor %}"
    ),
    "{% autoescape off %}{% for each in places %}{{ each.name }}{% endfor %}{% endautoescape %}",
    "{% for key, value in held.items %}{{ key }}{{ value }}{% endfor %}{% for each in turns %}{{ each }}{% endfor %}",
]


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("template", TEMPLATES)
def test_a_loop_says_what_djangos_says(template: str, lang: str) -> None:
    told = []
    for engine in (OURS, DJANGOS):
        made = engine.from_string(template)
        context: dict[str, Any] = {
            "places": PLACES, "pairs": [("a<", "b"), ("c", "d&")], "none": [], "lang": lang, "held": {"x": 1},
            "mentions": ["0" * 32, "a<"],
        }  # fmt: skip
        told.append([made.render(Context({**context, "turns": iter("ab")})) for _ in range(2)])
    assert told[0] == told[1]
    assert told[0][0]


def test_what_is_included_in_a_loop_knows_its_names() -> None:
    pages = DjangoTemplates({"NAME": "t", "DIRS": [], "APP_DIRS": True, "OPTIONS": {"builtins": list(OURS.builtins)}})
    template = (
        '{% for each in places %}{% include "pages/work_paper.html" with about=each.count %};{% endfor %}{{ about }}'
    )
    made = pages.from_string(template)
    rows = [{"name": "Báo cáo <1>", "about": "a"}, {"name": "b", "address": "/x?y=1&z"}]
    said = " ".join(made.render({"places": rows}).split())
    assert said == 'Báo cáo &lt;1&gt; <span class="soft">a</span> ;<a href="/x?y=1&amp;z">b</a> ;'


@pytest.mark.parametrize("value", [("a",), ("a", "b", "c")])
def test_what_cannot_be_parted_fails(value: tuple[str, ...]) -> None:
    with pytest.raises(ValueError):
        OURS.from_string("{% for a, b in held %}{{ a }}{% endfor %}").render(Context({"held": [value]}))
