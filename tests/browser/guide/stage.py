"""A running demo, and people who act in it while the camera waits."""

import asyncio
import sys
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import aiohttp

from bot.texts import Texts
from tests.guest import Guest, labels, said

_MAIN = Path(__file__).parents[3] / "main.py"
_READY = "The fashion week is on at "
_PATIENCE = 60.0


@dataclass
class Actor(Guest):
    """Somebody in the demo, who reads the bot in the language `locale`."""

    locale: str = "en"

    @property
    def t(self) -> Texts:
        """The words that the bot has for this person."""
        return Texts(self.locale)

    async def begins(self, payload: str = "") -> None:
        """Press START, or open a deep link, and wait for the bot's answer."""
        last = await self.last_id()
        await self.start(payload)
        await self.until(lambda each: each["from"]["is_bot"] and each["message_id"] > last)

    async def last_id(self) -> int:
        """The id of the newest message in the chat; 0 where there is none."""
        return max((each["message_id"] for each in await self.messages()), default=0)

    async def sees(self, words: str, *, after: int = 0) -> dict:
        """The newest message beyond the id `after` that says `words`, once there is one."""
        return await self.until(lambda each: each["message_id"] > after and words in said(each))

    async def offered(self, label: str) -> None:
        """Wait for a button whose label contains `label`."""
        await self.until(lambda each: any(label in text for text in labels(each)))

    async def until(self, wanted: Callable[[dict], bool]) -> dict:
        """The newest message that is as `wanted`, once there is one."""
        wait = aiohttp.ClientTimeout(total=_PATIENCE)
        async with self.http.get(f"/client/events?person={self.id}", timeout=wait) as stream:
            while True:
                for message in reversed(await self.messages()):
                    if wanted(message):
                        return message
                await stream.content.readline()

    async def press(self, key: str, sees: str = "", **values: object) -> None:
        """Tap the button whose label is the text `key`, and wait for `sees` if there is one.

        Of values that are not given the label's part before them is enough.
        """
        label = self.label(key, **values)
        await self.offered(label)
        await self.tap(label)
        if sees:
            await self.sees(sees)

    async def send_album(self, pictures: Sequence[bytes]) -> None:
        """Several photos at once."""
        form = aiohttp.FormData()
        for number, picture in enumerate(pictures):
            form.add_field("file", picture, filename=f"{number}.jpg", content_type="image/jpeg")
        async with self.http.post(f"/client/chats/{self.id}/album", data=form) as answer:
            assert answer.status == 200, await answer.text()

    async def stand_at(self, latitude: float, longitude: float) -> None:
        """Share a place."""
        await self._post("location", latitude=latitude, longitude=longitude)

    async def answer(self, question: str, text: str) -> None:
        """Wait for a question, and write the answer."""
        await self.sees(question)
        await self.send(text)

    def label(self, key: str, **values: object) -> str:
        """The label of a button, up to its first value that is not given."""
        return beginning(self.t, key, **values)


def beginning(t: Texts, key: str, **values: object) -> str:
    """A text in one language, up to its first value that is not given."""
    known = {"price": _HOLE, "total": _HOLE, "day": _HOLE, "label": _HOLE, "name": _HOLE}
    known["part"] = _HOLE
    return t.plain(key, **known | values).partition(_HOLE)[0].strip()


_HOLE = "\0"


@dataclass
class Demo:
    """The demo at `address`."""

    address: str
    http: aiohttp.ClientSession

    async def somebody(self, first_name: str) -> Actor:
        """One of the demo's own people."""
        async with self.http.get("/client/people") as answer:
            people = (await answer.json())["people"]
        found = next(person for person in people if person["first_name"] == first_name)
        name = f"{first_name} {found['last_name']}"
        return Actor(self.http, found["id"], name, found.get("language_code") or "en")

    async def newcomer(self, name: str, locale: str) -> Actor:
        """Somebody new, whose Telegram speaks `locale`."""
        first, _, last = name.partition(" ")
        body = {"first_name": first, "last_name": last, "language_code": locale}
        async with self.http.post("/client/people", json=body) as answer:
            made = await answer.json()
            assert answer.status == 200, made
        return Actor(self.http, made["person"]["id"], name, locale)

    async def slow(self, method: str, *, seconds: int) -> None:
        """Let every call of a method take so long from now on."""
        fault = {"method": method, "kind": "slow", "times": None, "seconds": seconds}
        async with self.http.post("/client/faults", json=fault) as answer:
            assert answer.status == 200, await answer.text()

    async def mend(self) -> None:
        """Let every call be as quick as before."""
        async with self.http.delete("/client/faults") as answer:
            assert answer.status == 200, await answer.text()


@asynccontextmanager
async def demo_at(address: str) -> AsyncIterator[Demo]:
    """A demo that runs already."""
    async with aiohttp.ClientSession(address) as http:
        yield Demo(address, http)


@asynccontextmanager
async def fresh_demo() -> AsyncIterator[Demo]:
    """A demo of its own in a folder of its own, which is forgotten afterwards."""
    with TemporaryDirectory(prefix="guide-") as data:
        command = [str(_MAIN), "demo", "--port", "0", "--data", data]
        process = await asyncio.create_subprocess_exec(
            sys.executable, *command, stdout=asyncio.subprocess.PIPE
        )
        assert process.stdout is not None
        try:
            address = await _announced(process.stdout)
            silence = asyncio.create_task(process.stdout.read())
            async with demo_at(address) as demo:
                yield demo
            silence.cancel()
        finally:
            process.terminate()
            await process.wait()


async def _announced(output: asyncio.StreamReader) -> str:
    async for line in output:
        words = line.decode()
        if _READY in words:
            return words.partition(_READY)[2].partition("/. ")[0]
    raise SystemExit("The demo did not start.")
