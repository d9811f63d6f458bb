"""Photographs of the chat page, small enough for a repository."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.async_api import Browser, Page, expect

PHONE = (390, 844)
TALL_PHONE = (390, 960)
TALLEST_PHONE = (390, 1240)
DESK = (1440, 900)
_COLOURS = 96
_SHARPNESS = 1.5
_ALL_LOADED = """[...document.images].every(image => {
    const { top, bottom } = image.getBoundingClientRect();
    return bottom < 0 || top > innerHeight || (image.complete && image.naturalWidth);
})"""


_ALL_DRAWN = """Promise.all([...document.images]
    .filter(image => image.complete && image.naturalWidth).map(image => image.decode()))"""


@dataclass
class Camera:
    """Takes pictures of a demo's chat page at `address` into `folder`."""

    browser: Browser
    address: str
    folder: Path

    async def chat(
        self,
        name: str,
        *people: int,
        shows: str = "",
        press: str = "",
        size: tuple[int, int] = PHONE,
        scale: float = _SHARPNESS,
        dark: bool = False,
    ) -> None:
        """A picture of the chats of one person, or of two side by side, as they stand.

        Waits until the last chat shows `shows`; `press` is the test id of something to open
        first.
        """
        page = await self.open(people, size, scale, dark=dark)
        if shows:
            await page.locator(".log").get_by_text(shows).last.wait_for()
        if press:
            await page.get_by_test_id(press).last.click()
        await self.page(name, page)
        await page.context.close()

    async def page(self, name: str, page: Page) -> None:
        """A picture of an open page, once all its images are there."""
        await page.wait_for_function(_ALL_LOADED)
        await page.evaluate(_ALL_DRAWN)
        self._keep(name, await page.screenshot())

    async def open(
        self, people: tuple[int, ...], size: tuple[int, int], scale: float, *, dark: bool = False
    ) -> Page:
        """A window of the chat page with the chats of `people`, once they are drawn."""
        width, height = size
        context = await self.browser.new_context(
            viewport={"width": width, "height": height},
            device_scale_factor=scale,
            color_scheme="dark" if dark else "light",
            locale="en-GB",
            reduced_motion="reduce",
            bypass_csp=True,  # to look at the page from outside
        )
        page = await context.new_page()
        await page.goto(f"{self.address}/#{','.join(map(str, people))}")
        await expect(page.get_by_test_id("connection")).to_have_attribute("data-state", "live")
        drawn = page.locator(".log[aria-busy=false]")
        await expect(drawn).to_have_count(len(people))
        return page

    def _keep(self, name: str, png: bytes) -> None:
        target = self.folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        picture = Image.open(BytesIO(png)).convert("RGB")
        small = picture.quantize(_COLOURS, method=Image.Quantize.MEDIANCUT, kmeans=1)
        small.save(target, optimize=True)
