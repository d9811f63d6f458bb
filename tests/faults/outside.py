"""What a test does to the sandbox from outside, as Telegram's operators would."""

import asyncio
from collections.abc import Callable
from typing import Any

from tests.guest import Guest, said
from tests.portal_fixtures import TOKEN, Sandbox


async def until(
    sandbox: Sandbox,
    guest: Guest,
    is_true: Callable[[list[dict[str, Any]]], bool],
    seconds: float = 60,
) -> None:
    """Return when `is_true` of the guest's messages."""
    try:
        async with asyncio.timeout(seconds), sandbox.changed:
            while not is_true(await guest.messages()):
                await sandbox.changed.wait()
    except TimeoutError:
        shown = [said(each) for each in await guest.messages()]
        raise AssertionError(f"the guest sees only {shown}") from None


async def shows(sandbox: Sandbox, guest: Guest, words: str, times: int = 1) -> None:
    """Return when the bot's messages to the guest contain `words`, so many times."""

    def seen(messages: list[dict[str, Any]]) -> bool:
        bots = (said(each) for each in messages if each["from"]["is_bot"])
        return sum(words in text for text in bots) >= times

    await until(sandbox, guest, seen)


async def call(sandbox: Sandbox, method: str, **arguments: Any) -> Any:
    """The result of a Bot API call with the bot's token."""
    async with sandbox.http.post(f"/bot{TOKEN}/{method}", json=arguments) as answer:
        content = await answer.json()
        assert content["ok"], content
        return content["result"]


async def nothing_waits(sandbox: Sandbox, seconds: float = 60) -> None:
    """Return when every update is acknowledged; that is announced to nobody."""
    async with asyncio.timeout(seconds):
        while (await call(sandbox, "getWebhookInfo"))["pending_update_count"]:
            pass


async def fault(sandbox: Sandbox, **wish: Any) -> None:
    """Let calls go wrong; see `/client/faults`."""
    async with sandbox.http.post("/client/faults", json=wish) as answer:
        assert answer.status == 200, await answer.text()


async def struck(sandbox: Sandbox, left: int, seconds: float = 60) -> None:
    """Return when the one fault has so many times left; that is announced to nobody."""
    async with asyncio.timeout(seconds):
        while True:
            async with sandbox.http.get("/client/faults") as answer:
                [fault] = (await answer.json())["faults"]
            if fault["times"] <= left:
                return


async def heal(sandbox: Sandbox) -> None:
    """Nothing goes wrong any more."""
    async with sandbox.http.delete("/client/faults") as answer:
        assert answer.status == 200
