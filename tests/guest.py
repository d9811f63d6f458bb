"""A guest: acts as one person in the sandbox, over `/client` alone."""

from dataclasses import dataclass
from typing import Any

import aiohttp


class NoSuchButton(AssertionError):
    """The screen does not offer what the test wants to tap."""


@dataclass
class Guest:
    """One person with a phone; `http` has the sandbox as its base address."""

    http: aiohttp.ClientSession
    id: int
    name: str

    async def _post(self, act: str, **body: Any) -> dict[str, Any]:
        async with self.http.post(f"/client/chats/{self.id}/{act}", json=body) as answer:
            content: dict[str, Any] = await answer.json()
            assert answer.status < 400, content
            return content

    async def start(self, payload: str = "") -> None:
        await self._post("start", payload=payload)

    async def send(self, text: str) -> None:
        await self._post("send", text=text)

    async def open(self, url: str) -> None:
        await self._post("open", url=url)

    async def messages(self) -> list[dict[str, Any]]:
        async with self.http.get(f"/client/chats/{self.id}") as answer:
            chat = (await answer.json())["chat"]
            found: list[dict[str, Any]] = chat["messages"]
            return found

    async def screen(self) -> dict[str, Any]:
        """The newest message of the bot."""
        return [each for each in await self.messages() if each["from"]["is_bot"]][-1]

    async def words(self) -> str:
        """What the newest message says."""
        return said(await self.screen())

    async def tap(self, label: str, *, among: dict[str, Any] | None = None) -> dict[str, Any]:
        """Tap the button whose label contains `label`; the bot's answer, `{}` if it is silent."""
        screen = among or await self._with_button(label)
        for row, buttons in enumerate(screen.get("inline_keyboard") or ()):
            for column, button in enumerate(buttons):
                if label in button["text"]:
                    if button.get("pay"):
                        return {}  # it opens the sheet; `pay` decides
                    return await self._tap(screen["message_id"], row=row, col=column)
        raise NoSuchButton(f"{label!r} is not among {labels(screen)}")

    async def tap_data(self, message_id: int, data: str) -> dict[str, Any]:
        """Tap with data of one's own making."""
        return await self._tap(message_id, data=data)

    async def _tap(self, message_id: int, **which: Any) -> dict[str, Any]:
        answer = await self._post("tap", message_id=message_id, **which)
        return answer.get("answer") or {}

    async def _with_button(self, label: str) -> dict[str, Any]:
        shown = [each for each in await self.messages() if each["from"]["is_bot"]]
        for message in reversed(shown):
            if any(label in text for text in labels(message)):
                return message
        raise NoSuchButton(f"{label!r} is on no screen; last: {labels(shown[-1])}")

    async def pay(self, outcome: str = "pay", *, bill: int = -1) -> dict[str, Any]:
        """Pay an invoice, the newest unless another is named by its place."""
        invoices = [each for each in await self.messages() if each.get("invoice")]
        return await self._post("pay", message_id=invoices[bill]["message_id"], outcome=outcome)

    async def shows(self, message: dict[str, Any], other: "Guest") -> None:
        """Hold the code of a picture before somebody else's camera."""
        await self._post("scan", message_id=message["message_id"], person=other.id)

    async def share_place(self, latitude: float, longitude: float) -> None:
        await self._post("location", latitude=latitude, longitude=longitude)

    async def inline(self, query: str, offset: str = "") -> dict[str, Any]:
        """What the bot offers for `@bot query` in another chat."""
        return await self._post("inline", query=query, offset=offset)

    async def choose(self, query: str, result: str, *, to: "Guest | None" = None) -> None:
        """Send one of the results, to a friend if one is named."""
        other = {} if to is None else {"to": to.id}
        await self._post("choose", query=query, result=result, **other)

    async def qr_messages(self) -> list[dict[str, Any]]:
        """The messages whose picture holds a code."""
        found = []
        for message in await self.messages():
            if photo := message.get("photo"):
                async with self.http.get(f"/client/qr/{photo['file_id']}") as answer:
                    if (await answer.json()).get("text"):
                        found.append(message)
        return found

    async def picture(self, message: dict[str, Any]) -> bytes:
        async with self.http.get(f"/client/files/{message['photo']['file_id']}") as answer:
            return await answer.read()


def said(message: dict[str, Any]) -> str:
    """The words of a message."""
    return str(message.get("text") or message.get("caption") or "")


def labels(message: dict[str, Any]) -> list[str]:
    """The labels of a message's buttons."""
    return [button["text"] for row in message.get("inline_keyboard") or () for button in row]
