"""News for the pages about a bot itself."""

from bot.sandbox.sandbox import Bot, Sandbox


def announce_commands(sandbox: Sandbox, bot: Bot) -> None:
    """The bot's commands, menu button or texts changed: pages fetch them again."""
    sandbox.events.publish("commands", {"bot": bot.account.username}, bot=bot.id)
