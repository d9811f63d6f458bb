"""The settings of a command, with logging set up by them."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bot.settings import Settings


def configured(**overrides: Any) -> "Settings":
    """What the environment says, but for `overrides`. Imports what it needs when it runs."""
    from bot.console.stores import secrets_of
    from bot.logging import set_up_logging
    from bot.settings import read_settings

    settings = read_settings(**overrides)
    set_up_logging(settings.log_level, settings.log_format, secrets_of(settings))
    return settings
