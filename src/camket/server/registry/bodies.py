"""Bodies as accounts and papers name them: an entry of the catalogue, and the place of which it is.

The catalogue has one entry for the departments of that name of all provinces. `so-tai-chinh` is the department of a
registry of one province; `so-tai-chinh@bac-ninh-1997` that of Bắc Ninh where there are several.
"""

from __future__ import annotations

from typing import NamedTuple

from camket import catalogue
from camket.errors import CatalogueError, UsageError
from camket.resolve.areas import find_area, forms

_SIGN = "@"


class Body(NamedTuple):
    """The id of a body of the catalogue, and the first of the forms of its place; empty where it is of none."""

    id: str
    place: str

    @property
    def key(self) -> str:
        """As accounts and papers keep it."""
        return f"{self.id}{_SIGN}{self.place}" if self.place else self.id


def body_of_key(key: str) -> Body:
    """The body that is kept so."""
    id_, _, place = key.partition(_SIGN)
    return Body(id_, place)


def checked(given: str) -> str:
    """The key of a body as somebody gives it, its place by slug or name; empty for none.

    Raises:
        UsageError: there is no such body or place.
    """
    if not given:
        return ""
    asked = body_of_key(given)
    try:
        catalogue.body(asked.id)
    except CatalogueError as error:
        raise UsageError("user.no_body", body=asked.id) from error
    return Body(asked.id, _place(asked.place.strip())).key


def _place(given: str) -> str:
    """The first of the forms of a place, so that a merger or a new name makes no other body of it."""
    if not given:
        return ""
    known = {area.slug for area in catalogue.load_areas()}
    slug = given if given in known else find_area(given, None, None).slug
    if slug is None:
        slug = next((area.slug for area in catalogue.load_areas() if given in (area.name, area.full_name)), None)
    if slug is None:
        raise UsageError("user.no_place", place=given)
    return forms(slug)[0]
