"""The most memory that one way takes over all texts, in a process of its own.

`python -m bench.memory WAY` reads texts from its standard input, one JSON string a line, and prints kilobytes.
"""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec

from bench.ways import Text, way

_STATUS = Path("/proc/self/status")


def peak_megabytes(name: str, texts: Sequence[Text]) -> float | None:
    """The peak of a way over the texts, its libraries and tables included; None where it cannot be told."""
    lines = b"\n".join(msgspec.json.encode(one.text) for one in texts)
    done = subprocess.run(  # noqa: S603 - our own module
        [sys.executable, "-m", "bench.memory", name],
        input=lines,
        capture_output=True,
        check=False,
        cwd=Path(__file__).parent.parent,
    )
    return int(done.stdout) / 1e3 if done.returncode == 0 else None


def _peak_kilobytes() -> int:
    """The high-water mark of this process; `getrusage` alone would also count the parent that it was forked from."""
    if _STATUS.exists():
        lines = _STATUS.read_text(encoding="ascii", errors="replace").splitlines()
        return int(next(line.split()[1] for line in lines if line.startswith("VmHWM")))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak // 1024 if sys.platform == "darwin" else peak


def main() -> None:
    work = way(sys.argv[1]).make()
    for line in sys.stdin.buffer:
        text = msgspec.json.decode(line, type=str)
        work(Text(text, text.encode()))
    print(_peak_kilobytes())


if __name__ == "__main__":
    main()
