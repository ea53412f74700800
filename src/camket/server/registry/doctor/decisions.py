"""What people decided of figures still speaks of figures that are there."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Exists, Model, OuterRef

from camket.findings import Finding
from camket.model.message import message
from camket.server.registry.files import FileStore
from camket.server.registry.models import Approval, Embargo, Fact, FrozenValue, Loose, Preference, Voice

_OF_FIGURES: tuple[tuple[type[Model], str], ...] = (
    (Embargo, "embargo"), (Preference, "preference"), (FrozenValue, "frozen"), (Voice, "voice"),
)  # fmt: skip


def check(files: FileStore) -> Iterator[Finding]:  # noqa: ARG001 - every check takes them
    """Decisions, kept values and reports whose figure no reading ever gave; withdrawn papers that wait for approval."""
    for model, kind in _OF_FIGURES:
        own = Fact.objects.filter(document=OuterRef("document"), mention=OuterRef("mention"))
        loose = Loose.objects.filter(mention=OuterRef("mention"))
        rows = model._default_manager.filter(~Exists(own), ~Exists(loose)).order_by("pk")
        for number in rows.values_list("pk", flat=True):
            yield _finding("doctor.decision", f"{kind}:{number}")
    for each in Approval.objects.filter(document__withdrawn_on__isnull=False).order_by("id"):
        yield _finding("doctor.decision", f"approval:{each.pk}")


def _finding(code: str, where: str) -> Finding:
    return Finding(message=message(code, subject=where), level="error", where=where)
