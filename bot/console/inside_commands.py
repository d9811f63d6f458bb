"""The commands that look inside: `settings`, `services`, `undelivered`, `incidents`, `logs`."""

import sys
from enum import StrEnum
from typing import Annotated

import typer

from bot.console.configured import configured

settings = typer.Typer(help="House rules: caps, limits and times in force; set.")
services = typer.Typer(help="What the portal talks to: how it is; add, test, on, off, remove.")
undelivered = typer.Typer(help="Messages that were given up; again.")

Json = Annotated[bool, typer.Option("--json", help="For programs.")]


Name = Annotated[str, typer.Argument(help="What you call the service.")]


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


class ServiceKind(StrEnum):
    """What a service is for."""

    SMS = "sms"
    SOCIAL = "social"


@services.callback(invoke_without_command=True)
def list_services(context: typer.Context, as_json: Json = False) -> None:
    """Every service and its health."""
    from bot.console import services

    if context.invoked_subcommand is None:
        services.show(configured(), as_json=as_json)


@services.command("add")
def add_service(name: Name, kind: ServiceKind) -> None:
    """Add one; its address, as apprise writes it, is asked for, or read from standard input.

    That of an SMS gateway has {phone} where the number goes: twilio://SID:TOKEN@FROM/{phone}
    """
    from bot.console import services

    if sys.stdin.isatty():
        address = typer.prompt("Address", hide_input=True)
    else:
        address = sys.stdin.readline()
    services.add(configured(), name, kind.value, address.strip())


@services.command("test")
def try_service(
    name: Name,
    to: Annotated[str, typer.Option(help="A number, +33…, for an SMS gateway.")] = "",
) -> None:
    """Send a line of ours by it, or see that a mail server lets us in."""
    from bot.console import services

    services.try_one(configured(), name, to)


@services.command("on")
def switch_on(name: Name) -> None:
    """Use one again, from now on."""
    from bot.console import services

    services.switch(configured(), name, on=True)


@services.command("off")
def switch_off(name: Name) -> None:
    """Use one no more; what would leave by it waits."""
    from bot.console import services

    services.switch(configured(), name, on=False)


@services.command("remove")
def remove_service(name: Name) -> None:
    """Forget one and its address."""
    from bot.console import services

    services.remove(configured(), name)


@undelivered.callback(invoke_without_command=True)
def list_undelivered(context: typer.Context, as_json: Json = False) -> None:
    """What did not arrive, by what it was and why, the most frequent first."""
    from bot.console import inside

    if context.invoked_subcommand is None:
        inside.show_undelivered(configured(), as_json=as_json)


@undelivered.command("again")
def send_again(
    key: Annotated[str | None, typer.Argument(help="Of the list; without it, all.")] = None,
) -> None:
    """Try them once more."""
    from bot.console import inside

    inside.send_again(configured(), key)


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
