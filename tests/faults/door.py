"""The webhook of a portal in this process."""

import asyncio
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import aiohttp

from bot.http import WEBHOOK_PATH

SECRET = "fashion-week"
HEADER = "X-Telegram-Bot-Api-Secret-Token"


@dataclass
class Door:
    """A portal's HTTP with its webhook."""

    port: int
    http: aiohttp.ClientSession

    async def post(self, body: Any, **headers: str) -> int:
        """The status of what Telegram could have sent."""
        how = {"data": BytesIO(body)} if isinstance(body, bytes) else {"json": body}
        address = f"http://127.0.0.1:{self.port}{WEBHOOK_PATH}"
        async with self.http.post(address, headers={HEADER: SECRET} | headers, **how) as answer:
            return answer.status

    async def post_raw(self, headers: list[tuple[str, bytes]], body: bytes) -> int:
        """The status of a POST whose headers hold any bytes."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        lines = [
            f"POST {WEBHOOK_PATH} HTTP/1.1".encode(),
            b"Host: localhost",
            b"Connection: close",
            f"Content-Length: {len(body)}".encode(),
            *(name.encode() + b": " + value for name, value in headers),
        ]
        writer.write(b"\r\n".join(lines) + b"\r\n\r\n" + body)
        status = int((await reader.readline()).split()[1])
        writer.close()
        await writer.wait_closed()
        return status
