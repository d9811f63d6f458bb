"""A guest in conversation: everything they do waits for the bot's answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import aiohttp
from PIL import Image

from tests.factories import Owner
from tests.guest import Guest
from tests.portal_fixtures import Portal

Message = dict[str, Any]


def a_photo(shade: int = 0) -> bytes:
    """A small picture, another one for each shade."""
    picture = BytesIO()
    Image.new("RGB", (40, 30), (shade % 256, 60, 90)).save(picture, "PNG")
    return picture.getvalue()


@dataclass
class Visitor:
    """One person and the portal they talk with."""

    portal: Portal
    guest: Guest

    async def _heard(self) -> int:
        return len([each for each in await self.guest.messages() if each["from"]["is_bot"]])

    async def _answer(self, heard: int) -> Message:
        def answered(messages: list[Message]) -> bool:
            return len([each for each in messages if each["from"]["is_bot"]]) > heard

        await self.portal.until(self.guest, answered)
        return await self.guest.screen()

    async def says(self, text: str) -> Message:
        """The screen after a message."""
        heard = await self._heard()
        await self.guest.send(text)
        return await self._answer(heard)

    async def opens(self, payload: str) -> Message:
        """The screen after a deep link."""
        heard = await self._heard()
        await self.guest.start(payload)
        return await self._answer(heard)

    async def taps(self, label: str, *, among: Message | None = None) -> Message:
        """The screen after a tap."""
        await self.guest.tap(label, among=among)
        return await self.guest.screen()

    async def taps_old(self, label: str, screen: Message) -> str:
        """A button that the screen carried once; the alert, "" where there was none."""
        data = next(
            button["callback_data"]
            for row in screen["inline_keyboard"]
            for button in row
            if label in button["text"]
        )
        answer = await self.guest.tap_data(screen["message_id"], data)
        return str(answer.get("text") or "")

    async def speaks(self) -> Message:
        """The screen after a voice message."""
        heard = await self._heard()
        address = f"/client/chats/{self.guest.id}/voice"
        async with self.guest.http.post(address, json={}) as answer:
            assert answer.status == 200, await answer.text()
        return await self._answer(heard)

    async def shares_contact(self, **card: Any) -> Message:
        """The screen after a card with a number: one's own, or `of` somebody else's."""
        heard = await self._heard()
        address = f"/client/chats/{self.guest.id}/contact"
        async with self.guest.http.post(address, json=card) as answer:
            assert answer.status == 200, await answer.text()
        return await self._answer(heard)

    async def sends(self, kind: str, *shades: int) -> Message:
        """The screen after a photo or a document."""
        heard = await self._heard()
        form = aiohttp.FormData()
        form.add_field("file", a_photo(*shades), filename="a.png", content_type="image/png")
        address = f"/client/chats/{self.guest.id}/{kind}"
        async with self.guest.http.post(address, data=form) as answer:
            assert answer.status == 200, await answer.text()
        return await self._answer(heard)

    async def sends_album(self, shades: Sequence[int]) -> Message:
        """The one screen after several photos at once."""
        heard = await self._heard()
        form = aiohttp.FormData()
        for shade in shades:
            form.add_field(
                "file", a_photo(shade), filename=f"{shade}.png", content_type="image/png"
            )
        address = f"/client/chats/{self.guest.id}/album"
        async with self.guest.http.post(address, data=form) as answer:
            assert answer.status == 200, await answer.text()
        return await self._answer(heard)


async def a_visitor(portal: Portal, name: str = "Giulia Conti", language: str = "en") -> Visitor:
    """Somebody who has opened the bot."""
    return Visitor(portal, await portal.guest(name, language))


async def an_administrator(owner: Owner, portal: Portal, name: str = "Ada King") -> Visitor:
    """Somebody who runs the portal."""
    visitor = await a_visitor(portal, name)
    await owner.insert("administrators", user_id=await portal.user_id(owner, visitor.guest))
    return visitor
