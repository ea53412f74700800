"""The command `camket`: finds its verbs, and tells every error in the user's language."""

from __future__ import annotations

import importlib
import pkgutil
from typing import Any

import click

from camket import __version__
from camket.cli import verbs
from camket.cli.speaking import (
    Option,
    SpeakingGroup,
    Trouble,
    check_variable,
    language_of,
    language_option,
    wrong_use,
)
from camket.errors import CamketError, UsageError


class Camket(SpeakingGroup):
    """The group. A verb is imported when it is run, so that `camket --help` stays quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names of all verbs."""
        return sorted(module.name for module in pkgutil.iter_modules(verbs.__path__))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """One verb."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = importlib.import_module(f"{verbs.__name__}.{cmd_name}").VERB
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The verb of a command line.

        Raises:
            UsageError: there is no such verb; names those there are.
        """
        names = self.list_commands(ctx)
        if args[0] not in names and not args[0].startswith("-"):
            raise UsageError("cli.no_command", name=args[0], names=", ".join(names))
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read what stands before the verb."""
        try:
            return super().parse_args(ctx, args)
        except click.exceptions.NoArgsIsHelpError:
            raise
        except click.UsageError as error:
            raise Trouble(wrong_use(error), language_of(ctx)) from error

    def invoke(self, ctx: click.Context) -> Any:
        """Run the verb; a person never sees a traceback for what is wrong with a file or a word."""
        try:
            check_variable()
            return super().invoke(ctx)
        except click.UsageError as error:
            raise Trouble(wrong_use(error), language_of(error.ctx or ctx)) from error
        except CamketError as error:
            raise Trouble(error.message, language_of(ctx)) from error


def _version(ctx: click.Context, _parameter: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        click.echo(__version__)
        ctx.exit()


def _nothing(lang: str | None) -> None:
    """The group does nothing itself; its language is read from the context."""


app = Camket(
    name="camket",
    help="cli.camket",
    params=[
        language_option(),
        Option(["--version"], is_flag=True, is_eager=True, expose_value=False, callback=_version, help="cli.version"),
    ],
    callback=_nothing,
)
