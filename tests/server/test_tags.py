"""What the tags of the templates write."""

from __future__ import annotations

from typing import Any

import pytest
from django.template import TemplateSyntaxError, engines
from django.urls import NoReverseMatch, clear_script_prefix, set_script_prefix

from camket.words import sentences

PLAIN = "column.plan"


def written(source: str, lang: str = "vi", **context: Any) -> str:
    return str(engines["django"].from_string(source).render({"lang": lang, **context}))


def test_a_sentence_is_said_in_the_language_of_the_page() -> None:
    tag = engines["django"].from_string(f'{{% say "{PLAIN}" %}}')
    said = [tag.render({"lang": lang}) for lang in ("vi", "en", "vi")]
    assert said == [sentences("vi")[PLAIN], sentences("en")[PLAIN], sentences("vi")[PLAIN]]
    assert written(f'{{% say "{PLAIN}" %}}', lang="fr") == sentences("vi")[PLAIN]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ('{% say "no.such<code" %}', "no.such&lt;code"),
        ('{% say "no.such" day=day %}', "no.such day=&lt;5"),
        ('{% say code %}', "no.&amp;such"),
        ('{% say code|add:".do" %}', "no.&amp;such.do"),
        ('{% say "no.<such" as word %}[{{ word }}]', "[no.&lt;such]"),
        ('{% say code as word %}{{ word }}', "no.&amp;such"),
        ('{% autoescape off %}{% say "no.<such" %}{% say code %}{% endautoescape %}', "no.<suchno.&such"),
        ('{% say "no.such" n=12 %}', "no.such n=12"),
    ],
)  # fmt: skip
def test_what_is_said_is_escaped_once(source: str, said: str) -> None:
    assert written(source, day="<5", code="no.&such") == said


@pytest.mark.parametrize("source", ["{% say %}", '{% say "a" "b" %}', "{% say as word %}", "{% url %}"])
def test_a_tag_that_says_something_else_is_a_fault_of_the_template(source: str) -> None:
    with pytest.raises(TemplateSyntaxError):
        engines["django"].from_string(source)


def test_an_address_without_arguments_is_that_of_its_page() -> None:
    assert written('{% url "plans" %} {% url name %} {% url "plans" as at %}{{ at }}', name="areas") == (
        "/ke-hoach /dia-ban /ke-hoach"
    )
    assert written('{% url "paper" slug %} {% url "paper" slug="b" %}', slug="a") == "/van-ban/a /van-ban/b"
    set_script_prefix("/tinh/")
    try:
        assert written('{% url "plans" %}') == "/tinh/ke-hoach"
    finally:
        clear_script_prefix()
    assert written('{% url "no-such-page" as at %}[{{ at }}]') == "[]"
    with pytest.raises(NoReverseMatch):
        written('{% url "no-such-page" %}')


def test_numbers_of_pages_are_plain() -> None:
    """Django's way of writing numbers is asked for none of them."""
    source = '{% extends "pages/base.html" %}{% block main %}[{{ n }}]{% endblock %}'
    assert "[1234567]" in written(source, n=1234567)


@pytest.mark.parametrize(
    ("source", "mention", "address"),
    [
        ('{% url "fact" m %}', "ab" * 16, f"/so-lieu/{'ab' * 16}"),
        ('{% url "fact-history" m %}', "0" * 32, f"/lich-su/so-lieu/{'0' * 32}"),
        ('{% url "paper" m %}', "11-bc-ubnd", "/van-ban/11-bc-ubnd"),
        ('{% url "fact" m %}', "a b/c", "NoReverseMatch"),
        ('{% url "fact" m as at %}[{{ at }}]', "ab" * 16, f"[/so-lieu/{'ab' * 16}]"),
        ('{% url "task" m %}', "1" * 32, f"/nhiem-vu/{'1' * 32}"),
    ],
)
def test_the_address_of_a_mention_is_as_djangos(source: str, mention: str, address: str) -> None:
    try:
        assert written(source, m=mention) == address
    except NoReverseMatch:
        assert address == "NoReverseMatch"


def test_the_address_of_a_mention_has_the_prefix_of_the_server() -> None:
    set_script_prefix("/so/")
    try:
        assert written('{% url "fact" m %}', m="ab" * 16) == f"/so/so-lieu/{'ab' * 16}"
    finally:
        clear_script_prefix()
