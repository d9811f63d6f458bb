"""A bot without a library: tests say what it writes and how it answers."""

import asyncio
import json
from collections import defaultdict
from collections.abc import Mapping
from io import BytesIO
from typing import Any

import aiohttp
import qrcode
from PIL import Image

JSON = dict[str, Any]
WAIT = 10.0  # seconds for something that must come


def picture(colour: str, width: int = 320, height: int = 240) -> bytes:
    """A PNG of one colour."""
    data = BytesIO()
    Image.new("RGB", (width, height), colour).save(data, "PNG")
    return data.getvalue()


def qr_picture(text: str) -> bytes:
    """A PNG with a QR code."""
    data = BytesIO()
    qrcode.make(text, box_size=8).get_image().save(data, "PNG")
    return data.getvalue()


class ScriptedBot:
    """Polls updates. Callback and pre-checkout queries are answered at once by what
    `callback_answers` and `checkout` say; everything is kept for `hear`."""

    def __init__(self, base: str, token: str, session: aiohttp.ClientSession) -> None:
        self._api = f"{base}/bot{token}"
        self._session = session
        self._heard: defaultdict[str, asyncio.Queue[JSON]] = defaultdict(asyncio.Queue)
        self.callback_answers: dict[str, JSON] = {}
        self.checkout: JSON = {"ok": True}

    async def call(self, method: str, **params: Any) -> Any:
        """The result of a Bot API call; bytes are sent as files."""
        answer = await self._post(method, params)
        assert answer["ok"], answer
        return answer["result"]

    async def refused(self, method: str, **params: Any) -> str:
        """The description of the error with which a call is refused."""
        answer = await self._post(method, params)
        assert not answer["ok"], answer
        return str(answer["description"])

    async def _post(self, method: str, params: JSON) -> JSON:
        form = aiohttp.FormData()
        for name, value in params.items():
            if isinstance(value, bytes):
                form.add_field(name, value, filename=f"{name}.png")
            else:
                form.add_field(name, value if isinstance(value, str) else json.dumps(value))
        data: Any = form if params else None
        async with self._session.post(f"{self._api}/{method}", data=data) as response:
            answer: JSON = await response.json()
            return answer

    async def write(self, person: int, text: str, **params: Any) -> JSON:
        """Send a text. `buttons`: rows of (text, callback data)."""
        if "buttons" in params:
            params["reply_markup"] = {"inline_keyboard": _rows(params.pop("buttons"))}
        sent: JSON = await self.call("sendMessage", chat_id=person, text=text, **params)
        return sent

    async def invoice(self, person: int, title: str = "Front row") -> JSON:
        """Send an invoice of 95 euros in two lines."""
        sent: JSON = await self.call(
            "sendInvoice",
            chat_id=person,
            title=title,
            description="Maison Oriel, tonight",
            payload=f"order {title}",
            provider_token="381764678:TEST:1",
            currency="EUR",
            prices=[{"label": "Seat", "amount": 9000}, {"label": "Fee", "amount": 500}],
        )
        return sent

    async def hear(self, kind: str) -> JSON:
        """The next update of this kind ("message", "callback_query", ...), waited for."""
        return await asyncio.wait_for(self._heard[kind].get(), WAIT)

    async def listen(self) -> None:
        """Take updates until cancelled or until the server is gone."""
        offset = 0
        while True:
            updates = await self.call("getUpdates", offset=offset, timeout=20)
            for update in updates:
                offset = update["update_id"] + 1
                await self._take(update)

    async def _take(self, update: Mapping[str, Any]) -> None:
        kind = next(name for name in update if name != "update_id")
        body = update[kind]
        if kind == "callback_query" and body["data"] in self.callback_answers:
            answer = self.callback_answers[body["data"]]
            await self.call("answerCallbackQuery", callback_query_id=body["id"], **answer)
        if kind == "pre_checkout_query":
            query = body["id"]
            await self.call("answerPreCheckoutQuery", pre_checkout_query_id=query, **self.checkout)
        self._heard[kind].put_nowait(body)


def _rows(buttons: list[list[tuple[str, str]]]) -> list[list[JSON]]:
    return [[{"text": text, "callback_data": data} for text, data in row] for row in buttons]
