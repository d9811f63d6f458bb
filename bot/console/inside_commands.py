"""The commands that look inside: `settings`, `incidents`, `logs`."""

from enum import StrEnum
from typing import Annotated

import typer

from bot.console.configured import configured

settings = typer.Typer(help="House rules: caps, limits and times in force; set.")

Json = Annotated[bool, typer.Option("--json", help="For programs.")]


class Level(StrEnum):
    """How bad a line of the log is, at least."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@settings.callback(invoke_without_command=True)
def list_settings(context: typer.Context, as_json: Json = False) -> None:
    """Every setting: value, unit, bounds."""
    from bot.console import inside

    if context.invoked_subcommand is None:
        inside.show_rules(configured(), as_json=as_json)


@settings.command("set")
def set_one(
    name: str,
    value: int,
    reason: Annotated[str, typer.Option(help="Why, for the history.")] = "from the command line",
) -> None:
    """Set one, in force in every process within a second."""
    from bot.console import inside

    inside.set_rule(configured(), name, value, reason)


def incidents(as_json: Json = False) -> None:
    """What is wrong with the portal, and what was."""
    from bot.console import inside

    inside.show_incidents(configured(), as_json=as_json)


def logs(
    level: Annotated[Level, typer.Option(help="At least so bad.")] = Level.INFO,
    lines: Annotated[int, typer.Option(min=1, max=10_000, help="The last so many.")] = 50,
    as_json: Json = False,
) -> None:
    """The last lines of the log of all processes."""
    from bot.console import inside

    inside.show_logs(configured(), level=level.value, lines=lines, as_json=as_json)
