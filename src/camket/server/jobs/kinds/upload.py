"""Files that were handed in on the page: read in memory, refused without a trace where they are stamped secret."""

from __future__ import annotations

import os

from django.conf import settings

from camket.errors import CamketError, UsageError
from camket.read.limits import limits_of
from camket.server.jobs.asking import Parameters, Progress
from camket.server.jobs.models import Upload
from camket.server.registry.acting import Actor
from camket.server.spool import Spool
from camket.server.uploading import Taker, sweep


def run(parameters: Parameters, who: str, progress: Progress) -> dict[str, int]:
    """Take in the upload `batch`, file by file, each wiped from the spool when it is done. Gives how many were.

    Raises:
        UsageError: `upload.lost` where files are gone that had not been looked at, as after a restart of the machine.
    """
    spool = Spool(settings.CONFIGURATION.waiting)
    sweep(spool)
    upload = Upload.objects.filter(batch=str(parameters.get("batch", ""))).first()
    if upload is None:
        return {}
    try:
        return {"files": _take_in(upload, spool, Actor(who), progress)}
    except CamketError:
        spool.wipe(upload.batch)
        raise


def _take_in(upload: Upload, spool: Spool, who: Actor, progress: Progress) -> int:
    places = spool.places(upload.batch)
    taker = Taker(upload, who, limits_of(os.environ), progress, done=upload.files - len(places))
    for place in taker.take((place, spool.get(upload.batch, place)) for place in places):
        spool.wipe(upload.batch, place)
    told = upload.papers.values("place").distinct().count()
    if told < upload.files:
        raise UsageError("upload.lost", count=upload.files - told, total=upload.files)
    return told
