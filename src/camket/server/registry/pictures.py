"""Pictures of pages, kept once they are drawn: a cache beside the database, whose files may go at any time."""

from __future__ import annotations

import shutil
from hashlib import blake2b
from pathlib import Path
from tempfile import NamedTemporaryFile

_NAME = 16


class PictureStore:
    """A folder for each paper, named by the digest of its bytes; in it a file for each picture."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def get(self, digest: bytes, what: object) -> bytes | None:
        """The picture of a paper that shows something; None where it has not been drawn."""
        try:
            return self._path(digest, what).read_bytes()
        except FileNotFoundError:
            return None

    def put(self, digest: bytes, what: object, picture: bytes) -> None:
        """Keep a picture, whole or not at all: two that draw the same at once write the same."""
        path = self._path(digest, what)
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as file:
            file.write(picture)
        Path(file.name).replace(path)

    def remove(self, digest: bytes) -> None:
        """Take the pictures of a withdrawn paper away."""
        shutil.rmtree(self.root / digest.hex(), ignore_errors=True)

    def _path(self, digest: bytes, what: object) -> Path:
        name = blake2b(repr(what).encode(), digest_size=_NAME).hexdigest()
        return self.root / digest.hex() / f"{name}.png"
