"""Make the pictures of the README from the real program: `python tools/pictures.py` (needs Chromium for the page)."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
from importlib import resources
from pathlib import Path
from tempfile import TemporaryDirectory

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.text import Text

from camket.cli import boards, flow
from camket.report import html, terminal
from camket.report.building import build_view
from camket.report.view import BoardView

IMAGES = Path(__file__).parents[1] / "docs/images"
WIDTH, SHOWN_LINES = 112, 60
# A picture in a README may load nothing: the fonts that rich names from afar are left out.
SVG = re.sub(r"@font-face \{\{.*?\}\}\s*", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)


def sample_board() -> BoardView:
    """The scoreboard of the sample papers, as `camket demo` shows it."""
    with resources.as_file(resources.files("camket.samples")) as samples:
        papers = sorted(each for each in samples.iterdir() if each.suffix in (".txt", ".html"))
        harvest = flow.harvest(papers, "vi")
    texts = {each.document.id: each.document.text for each in harvest.extractions}
    return build_view(boards.make(harvest, None, with_published=False), texts, "vi")


def draw_terminal(view: BoardView) -> None:
    """The top of what the terminal shows."""
    shown = terminal.render(view, width=WIDTH, colour=True).splitlines()[:SHOWN_LINES]
    console = Console(record=True, width=WIDTH, file=io.StringIO())
    console.print(Text.from_ansi("\n".join(shown)))
    console.save_svg(str(IMAGES / "terminal.svg"), title="camket demo", code_format=SVG, unique_id="camket")


def draw_page(view: BoardView, browser: str) -> None:
    """The top of the page."""
    with TemporaryDirectory() as folder:
        page = Path(folder) / "scoreboard.html"
        page.write_text(html.render(view), encoding="utf-8")
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        options += ["--hide-scrollbars", "--window-size=1280,900", f"--screenshot={IMAGES / 'scoreboard.png'}"]
        subprocess.run([browser, *options, page.as_uri()], check=True, capture_output=True)  # noqa: S603 - our own page


def main() -> int:
    """Write both pictures; the page only where a browser is found."""
    view = sample_board()
    IMAGES.mkdir(parents=True, exist_ok=True)
    draw_terminal(view)
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        sys.stderr.write("no Chromium: docs/images/scoreboard.png left as it was\n")
        return 1
    draw_page(view, browser)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
