"""A hand at the chat page: reads and presses as a visitor does, one person at a time."""

import re
from collections.abc import Sequence
from contextlib import asynccontextmanager
from io import BytesIO
from pathlib import Path

import zxingcpp
from PIL import Image
from playwright.async_api import Browser, FilePayload, Locator, Page, expect

from tests.guest import Guest


class Hand:
    """Works one window of the chat page."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @property
    def screen(self) -> Locator:
        """The newest message of the bot."""
        return self.page.locator("li.theirs").last

    async def be(self, person: Guest) -> None:
        """Take this person's phone."""
        await self.page.get_by_test_id(f"person-{person.id}").click()
        log = self.page.get_by_test_id("log")
        await expect(log).to_have_attribute("aria-label", f"Messages of {person.name}")

    async def reads(self, *words: str) -> Locator:
        """The newest message of the bot, as soon as it says all `words`."""
        newest = self.screen
        for each in words:
            await expect(newest).to_contain_text(each)
        return newest

    async def finds(self, words: str) -> Locator:
        """The newest message that says `words`, whatever came after it."""
        found = self.page.locator("li.theirs").filter(has_text=words).last
        await expect(found).to_be_visible()
        return found

    async def press(self, label: str, *, under: Locator | None = None) -> None:
        """Press the button whose label begins so, under a message or the newest one."""
        begins = re.compile(f"^{re.escape(label)}")
        buttons = (under or self.page).get_by_test_id("inline-button")
        await buttons.filter(has_text=begins).last.click()

    async def pick(self, words: str, *, under: Locator | None = None) -> None:
        """Press the button whose label contains `words`."""
        buttons = (under or self.page).get_by_test_id("inline-button")
        await buttons.filter(has_text=words).last.click()

    async def sees_button(self, label: str) -> None:
        """The newest message of the bot has a button whose label begins so."""
        begins = re.compile(f"^{re.escape(label)}")
        buttons = self.screen.get_by_test_id("inline-button")
        await expect(buttons.filter(has_text=begins)).to_be_visible()

    async def write(self, *texts: str) -> None:
        """Send messages, each on its own."""
        for text in texts:
            await self.page.get_by_test_id("composer").fill(text)
            await self.page.get_by_test_id("send").click()

    async def answer(self, question: str, text: str) -> None:
        """Wait for a question of the bot, and write the answer."""
        await self.reads(question)
        await self.write(text)

    async def choose(self, question: str, *labels: str) -> None:
        """Wait for a question of the bot, and press one button after the other."""
        newest = await self.reads(question)
        for label in labels:
            await self.press(label, under=newest)

    async def send_photos(self, pictures: Sequence[Path | FilePayload]) -> None:
        """Send pictures one by one, each as a photo."""
        for picture in pictures:
            await self.page.get_by_test_id("file-photo").set_input_files(picture)
            await self.page.get_by_test_id("send-file").click()
            await expect(self.page.get_by_test_id("dialog-file")).to_have_count(0)

    async def stand_at(self, city: str) -> None:
        """Share a place of one of the cities that the page offers."""
        await self.page.get_by_test_id("attach").click()
        await self.page.get_by_test_id("attach-location").click()
        await self.page.get_by_test_id("place").filter(has_text=city).click()

    async def pay(self) -> None:
        """Pay the bill that is open."""
        await self.page.get_by_test_id("pay-pay").click()
        await self.page.get_by_test_id("pay-done").click()

    async def code(self, message: Locator) -> str:
        """What a scanner reads from the picture of a message."""
        picture = message.locator("img")
        await expect(picture).to_be_visible()
        answer = await self.page.request.get(await picture.evaluate("image => image.src"))
        return zxingcpp.read_barcodes(Image.open(BytesIO(await answer.body())))[0].text


@asynccontextmanager
async def hand_at(browser: Browser, address: str):
    """A hand at a fresh window of the page at `address`."""
    context = await browser.new_context(viewport={"width": 1180, "height": 860})
    page = await context.new_page()
    await page.goto(address)
    await expect(page.get_by_test_id("connection")).to_have_attribute("data-state", "live")
    yield Hand(page)
    await context.close()
