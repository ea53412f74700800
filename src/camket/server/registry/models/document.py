"""Papers, their texts and their readings."""

from __future__ import annotations

from django.db import models


class Access(models.TextChoices):
    """Who may see a paper."""

    PUBLIC = "public"
    INTERNAL = "internal"
    RESTRICTED = "restricted"


class Stage(models.IntegerChoices):
    """How far a paper of a department has come; papers of the office are at the end from the beginning.

    The order is that in which sources of one text count.
    """

    STANDS = 0
    RELEASED = 1
    ENTERED = 2


class Document(models.Model):
    """A paper, by its bytes. What its head says is as it was read, unless a person mended it.

    `sha256` is of the bytes, `text_key` of the folded text: papers with equal `text_key` are one text with several
    sources, of which `stands_for` is null on the one whose facts count. A withdrawn paper keeps its row and its digest
    (`withdrawn_on`, why and by whom); bytes, text and facts are gone.

    `owner` is the body that handed the paper in (`camket.server.registry.bodies`), `loaded_by` the account that did;
    `access` and `stage` with them decide who sees it (`camket.server.registry.access`). What a body entered only the
    body sees; what its leader released the office sees too; what was approved stands.
    """

    sha256 = models.BinaryField(max_length=32, unique=True)
    text_key = models.BinaryField(max_length=16, db_index=True, null=True)
    text_sha256 = models.BinaryField(max_length=32, null=True)
    name = models.CharField(max_length=300)
    slug = models.CharField(max_length=120, unique=True)
    stands_for = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="other_sources")

    title = models.TextField(default="", blank=True)
    number = models.CharField(max_length=120, default="", blank=True)
    type = models.CharField(max_length=20, default="other")
    issuer = models.CharField(max_length=300, default="", blank=True)
    signer = models.CharField(max_length=200, default="", blank=True)
    publisher = models.CharField(max_length=300, default="", blank=True)
    url = models.TextField(default="", blank=True)
    source_kind = models.CharField(max_length=20, default="other")
    area = models.CharField(max_length=80, default="", blank=True, db_index=True)
    head = models.BinaryField()

    said_on = models.DateField(null=True, db_index=True)
    read_on = models.DateField(null=True, db_index=True)
    access = models.CharField(max_length=10, choices=Access.choices, default=Access.PUBLIC)
    owner = models.CharField(max_length=80, default="", blank=True)
    stage = models.SmallIntegerField(choices=Stage.choices, default=Stage.STANDS)
    loaded_by = models.CharField(max_length=150, default="", blank=True)
    format = models.CharField(max_length=10, default="text")
    size = models.BigIntegerField(default=0)

    withdrawn_on = models.DateField(null=True)
    withdrawn_by = models.CharField(max_length=150, default="", blank=True)
    withdrawn_why = models.TextField(default="", blank=True)

    class Meta:
        """Papers are listed by the day they speak from, the latest first."""

        indexes = [
            models.Index(fields=["-said_on", "id"]),
            models.Index(fields=["owner"], condition=~models.Q(owner=""), name="document_owner"),
        ]


class DocumentText(models.Model):
    """The text of a paper, and packed what the reader made besides: blocks, places, pages, asides, findings."""

    document = models.OneToOneField(Document, on_delete=models.CASCADE, primary_key=True, related_name="body")
    text = models.TextField()
    folded = models.TextField()
    packed = models.BinaryField()


class Reading(models.Model):
    """One paper by one version of the reader. `superseded` where a newer one counts; its statements stay."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="readings")
    version = models.CharField(max_length=40)
    read_at = models.DateTimeField(auto_now_add=True)
    superseded = models.BooleanField(default=False)

    class Meta:
        """A version reads a paper once."""

        constraints = [models.UniqueConstraint(fields=["document", "version"], name="reading_once")]
