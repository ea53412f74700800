"""Options of the test run."""

from __future__ import annotations

import os
import tempfile

import hypothesis
import pytest

# A loaded machine fails no law: what time a reading takes is for `bench/`. The examples are the same in every run, so
# that a run fails by a change and never by chance; `--by-chance` looks for others, and for twice as many.
_CALM = hypothesis.settings(deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow])
hypothesis.settings.register_profile("camket", _CALM, derandomize=True, max_examples=50)
hypothesis.settings.register_profile("by-chance", _CALM)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--strict-skips", action="store_true", help="a skipped test fails the run")
    parser.addoption("--by-chance", action="store_true", help="other examples of laws in every run")


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):  # the workers have the folder of the run that started them
        kept = tempfile.TemporaryDirectory(prefix="camket-kept-")
        config.add_cleanup(kept.cleanup)
        os.environ["CAMKET_CACHE"] = kept.name  # commands of one run keep for each other, and nothing in a home
    hypothesis.settings.load_profile("by-chance" if config.getoption("--by-chance") else "camket")
    config.addinivalue_line("markers", "own_database: runs camket on a data folder of its own, whatever the database")
    config.addinivalue_line("markers", "one_database: asks nothing that another database would answer otherwise")
    config.addinivalue_line("markers", "soak: long runs, left out unless asked for with `-m soak`")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if "soak" in (config.option.markexpr or ""):
        return
    left_out = [item for item in items if item.get_closest_marker("soak")]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = reporter.stats.get("skipped", []) if reporter else []
    if skipped and session.config.getoption("--strict-skips") and exitstatus == 0:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for report in terminalreporter.stats.get("skipped", []):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        terminalreporter.write_line(f"skipped: {report.nodeid}: {reason}")
