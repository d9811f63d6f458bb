"""getUpdates and the webhook."""

import re
from urllib.parse import urlsplit

from bot.sandbox.errors import bad_request, conflict
from bot.sandbox.model import JSON
from bot.sandbox.registry import Call, method

_LOOPBACK = ("localhost", "127.0.0.1", "::1")


@method("getUpdates")
async def get_updates(call: Call) -> list[JSON]:
    if call.bot.state.webhook is not None:
        raise conflict(
            "can't use getUpdates method while webhook is active; "
            "use deleteWebhook to delete the webhook first"
        )
    _take_allowed(call)
    limit = call.params.integer("limit", 100)
    return await call.bot.queue.poll(
        offset=call.params.integer("offset"),
        limit=limit if 1 <= limit <= 100 else 100,
        seconds=max(0, call.params.integer("timeout")),
    )


@method("setWebhook")
async def set_webhook(call: Call) -> bool:
    url = call.params.text("url").strip()
    if not url:
        return await _remove(call)
    if not _acceptable(url):
        raise bad_request("invalid webhook URL specified")
    secret = call.params.text("secret_token")
    if len(secret) > 256:
        raise bad_request("secret token is too long")
    if secret and not re.fullmatch(r"[A-Za-z0-9_-]+", secret):
        raise bad_request("secret token contains unallowed characters")
    connections = call.params.integer("max_connections", 40)
    _take_allowed(call)
    settings: JSON = {
        "url": url,
        "secret_token": secret,
        "max_connections": min(100, max(1, connections)),
    }
    if call.params.has("ip_address"):
        settings["ip_address"] = call.params.text("ip_address")
    bot = call.bot
    async with bot.webhook.changing:
        await bot.webhook.stop()
        bot.queue.cut(conflict("terminated by setWebhook request"))
        _forget_waiting(call)
        bot.state.webhook = settings
        bot.webhook.last_error = {}
        call.sandbox.world.keep(bot.state)
        bot.webhook.start(settings)
    return True


def _forget_waiting(call: Call) -> None:
    if call.params.flag("drop_pending_updates"):
        call.bot.queue.drop_all()


def _acceptable(url: str) -> bool:
    """https, as Telegram asks for, or anything on this machine."""
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return False
    if not parts.hostname or parts.username:
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK)


@method("deleteWebhook")
async def delete_webhook(call: Call) -> bool:
    return await _remove(call)


async def _remove(call: Call) -> bool:
    bot = call.bot
    async with bot.webhook.changing:
        await bot.webhook.stop()
        _forget_waiting(call)
        bot.state.webhook = None
        call.sandbox.world.keep(bot.state)
    return True


@method("getWebhookInfo")
async def get_webhook_info(call: Call) -> JSON:
    state = call.bot.state
    settings = state.webhook or {}
    answer: JSON = {
        "url": settings.get("url", ""),
        "has_custom_certificate": False,
        "pending_update_count": len(call.bot.queue.waiting()),
    }
    if settings:
        answer["max_connections"] = settings["max_connections"]
        answer["ip_address"] = settings.get("ip_address", "127.0.0.1")
        answer |= call.bot.webhook.last_error
    if state.allowed_updates:
        answer["allowed_updates"] = state.allowed_updates
    return answer


def _take_allowed(call: Call) -> None:
    """`allowed_updates` stays until it is given again; an empty list is the default."""
    allowed = call.params.structure("allowed_updates", "allowed_updates")
    if allowed is None:
        return
    if not isinstance(allowed, list) or not all(isinstance(kind, str) for kind in allowed):
        raise bad_request("can't parse allowed_updates: expected an Array of String")
    wanted = allowed or None
    if wanted != call.bot.state.allowed_updates:
        call.bot.state.allowed_updates = wanted
        call.sandbox.world.keep(call.bot.state)
