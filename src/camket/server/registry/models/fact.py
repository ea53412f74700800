"""Facts as they were read, and where they were placed."""

from __future__ import annotations

from django.db import models

from camket.server.registry.models.document import Document, Reading
from camket.server.registry.models.series import Series


class Kind(models.IntegerChoices):
    """The six kinds of fact, in the order of `FACT_KINDS`."""

    FIGURES = 0
    TALLIES = 1
    DIRECTIVES = 2
    PROPOSALS = 3
    REFERENCES = 4
    PEOPLE = 5


class Fact(models.Model):
    """A statement of a paper. Never changed: `body` is the fact as the reader gave it, packed.

    `mention` is the digest by which a better reader finds the same place again. `superseded` facts belong to readings
    that a newer one replaced and that the newer one did not give again.
    """

    reading = models.ForeignKey(Reading, on_delete=models.CASCADE, related_name="facts")
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="facts")
    kind = models.SmallIntegerField(choices=Kind.choices)
    mention = models.BinaryField(max_length=16)
    start = models.IntegerField()
    end = models.IntegerField()
    superseded = models.BooleanField(default=False)
    body = models.BinaryField()

    class Meta:
        """A mention is stated once by a reading of a paper."""

        constraints = [models.UniqueConstraint(fields=["reading", "kind", "mention"], name="fact_once")]
        indexes = [
            models.Index(fields=["document", "kind", "start"]),
            models.Index(fields=["mention"]),
        ]


class Loose(models.Model):
    """A statement that is in no paper, such as a published series; `body` is the statement, packed."""

    mention = models.BinaryField(max_length=16, unique=True)
    read_on = models.DateField(null=True)
    body = models.BinaryField()


class Placement(models.Model):
    """Where a figure lies, narrow, rebuilt when the catalogue or the day of a paper is mended.

    Exactly one of `fact` and `loose` is set. `first` is null where a period has no first day; `klass` tells what can
    stand beside each other; the rest is what the policy weighs, smaller is better. `judgement` is the one by which the
    figure counts; a figure that was rejected has no placement.
    """

    class Klass(models.IntegerChoices):
        """Actuals with estimates, targets, and what is neither."""

        ACTUAL = 0
        TARGET = 1
        OTHER = 2

    fact = models.OneToOneField(Fact, on_delete=models.CASCADE, null=True, related_name="placement")
    loose = models.OneToOneField(Loose, on_delete=models.CASCADE, null=True, related_name="placement")
    judgement = models.ForeignKey("registry.Judgement", on_delete=models.SET_NULL, null=True, related_name="+")
    series = models.ForeignKey(Series, on_delete=models.PROTECT, null=True, related_name="placements")
    klass = models.SmallIntegerField(choices=Klass.choices)
    first = models.DateField(null=True)
    last = models.DateField(null=True)
    published = models.DateField(null=True)
    vintage = models.SmallIntegerField(default=0)
    rank = models.SmallIntegerField(default=0)
    exact = models.BooleanField(default=True)
    confidence = models.FloatField(default=0.5)

    class Meta:
        """Found by series and days."""

        indexes = [models.Index(fields=["series", "klass", "last", "first"])]


class PaperArea(models.Model):
    """An area of which a paper says a figure; follows from its placements, kept so that lists need not go through them.

    A row for each paper and area, not for each figure.
    """

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="areas")
    area = models.CharField(max_length=80)

    class Meta:
        """Found by paper, and by area."""

        constraints = [models.UniqueConstraint(fields=["document", "area"], name="paper_area_once")]
        indexes = [models.Index(fields=["area", "document"], name="paper_area_by_area")]
