"""The sandbox's chat page in a real Chromium: writing, pressing, looking."""

import pytest
from playwright.async_api import Page, expect

from tests.browser.conftest import AMELIE, INES, MARCO, Stage
from tests.browser.scripted_bot import picture

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

WIDER_THAN_ITSELF = """() => [document.documentElement, ...document.querySelectorAll('.log-frame')]
    .some((node) => node.scrollWidth > node.clientWidth)"""


async def start(stage: Stage, person: int) -> None:
    """Begin the chat of a person, and let the bot forget that it was told."""
    await stage.post(f"/chats/{person}/start")
    await stage.bot.hear("message")


async def send(page: Page, text: str) -> None:
    await page.get_by_test_id("composer").fill(text)
    await page.get_by_test_id("send").click()


def last(page: Page, test_id: str = "text"):
    return page.get_by_test_id(test_id).last


async def test_a_person_starts_the_bot_writes_and_is_answered(stage):
    page = await stage.window()
    await expect(page.get_by_test_id("welcome")).to_be_visible()
    await page.get_by_test_id(f"person-{AMELIE}").click()
    await page.get_by_test_id("start").click()
    assert (await stage.bot.hear("message"))["text"] == "/start"
    await stage.bot.write(AMELIE, "Good evening, <b>Amélie</b>.", parse_mode="HTML")
    await expect(last(page).locator("strong")).to_have_text("Amélie")

    await send(page, "Two seats, please")
    assert (await stage.bot.hear("message"))["text"] == "Two seats, please"
    await expect(last(page)).to_have_text("Two seats, please")
    await expect(page.get_by_test_id("composer")).to_have_value("")


async def test_text_is_never_markup(stage):
    text = "<b>x</b><img src=x onerror=alert(1)> &amp; <script>alert(2)</script>"
    await start(stage, AMELIE)
    page = await stage.window(f"#{AMELIE}")
    await send(page, text)
    await expect(last(page)).to_have_text(text)
    await stage.bot.write(AMELIE, text)
    await expect(page.get_by_test_id("text").filter(has_text=text)).to_have_count(2)
    await expect(page.locator(".log img, .log script, .log b")).to_have_count(0)


async def test_formatting_is_drawn_also_after_an_emoji_and_in_arabic(stage):
    await start(stage, AMELIE)
    page = await stage.window(f"#{AMELIE}")
    await stage.bot.write(
        AMELIE,
        "👗👠 <i>tonight</i> <u>in</u> <s>Rome</s> <code>A-7</code> "
        '<tg-spoiler>free bar</tg-spoiler> <a href="https://example.org/x">more</a>'
        "<blockquote>a quote</blockquote>",
        parse_mode="HTML",
    )
    for tag, words in (
        ("em", "tonight"),
        ("u", "in"),
        ("s", "Rome"),
        ("code", "A-7"),
        ("blockquote", "a quote"),
    ):
        await expect(last(page).locator(tag)).to_have_text(words)
    link = last(page).get_by_role("link", name="more")
    await expect(link).to_have_attribute("href", "https://example.org/x")
    await expect(link).to_have_attribute("rel", "noopener noreferrer nofollow")
    hidden = page.get_by_role("button", name="Hidden text")
    await hidden.press("Enter")
    await expect(last(page).locator(".spoiler.shown")).to_have_text("free bar")
    await stage.bot.write(AMELIE, "مرحبا بك")
    await expect(last(page)).to_have_text("مرحبا بك")
    assert await last(page).evaluate("node => getComputedStyle(node).direction") == "rtl"


async def test_buttons_answer_with_a_notice_an_alert_or_a_new_screen(stage):
    await start(stage, AMELIE)
    page = await stage.window(f"#{AMELIE}")
    stage.bot.callback_answers = {
        "note": {"text": "Held for you"},
        "alert": {"text": "Sold out, sorry", "show_alert": True},
        "next": {},
    }
    buttons = [[("Hold", "note"), ("Buy", "alert")], [("Next", "next"), ("Silent", "silent")]]
    sent = await stage.bot.write(AMELIE, "Nuit Blanche", buttons=buttons)
    await page.get_by_role("button", name="Hold").click()
    await expect(page.get_by_test_id("toast")).to_contain_text("Held for you")

    await page.get_by_role("button", name="Buy").click()
    await expect(page.get_by_test_id("alert-text")).to_have_text("Sold out, sorry")
    await page.keyboard.press("Escape")
    await expect(page.get_by_test_id("dialog-alert")).to_have_count(0)

    await page.get_by_role("button", name="Next").click()
    await stage.bot.call(
        "editMessageText",
        chat_id=AMELIE,
        message_id=sent["message_id"],
        text="The line-up",
        reply_markup={
            "inline_keyboard": [[{"text": "Back", "callback_data": "next", "style": "primary"}]]
        },
    )
    await expect(last(page)).to_have_text("The line-up")
    await expect(page.get_by_test_id("edited")).to_be_visible()
    await expect(page.get_by_test_id("inline-button")).to_have_text(["Back"])


async def test_a_press_that_nobody_answers_is_said(stage):
    await start(stage, AMELIE)
    page = await stage.window(f"#{AMELIE}")
    await stage.bot.write(AMELIE, "Silent", buttons=[[("Press", "nobody")]])
    button = page.get_by_test_id("inline-button")
    await button.click()
    await expect(button).to_have_attribute("aria-busy", "true")
    await expect(page.get_by_test_id("toast")).to_contain_text("no answer")
    await expect(button).not_to_have_attribute("aria-busy", "true")


async def test_photos_open_large_and_albums_are_turned(stage):
    await start(stage, AMELIE)
    page = await stage.window(f"#{AMELIE}")
    await stage.bot.call(
        "sendPhoto", chat_id=AMELIE, photo=picture("maroon"), caption="The poster"
    )
    await expect(last(page)).to_have_text("The poster")
    await page.get_by_test_id("photo").click()
    shown = page.get_by_test_id("lightbox-photo")
    assert await shown.evaluate("image => image.decode().then(() => image.naturalWidth)") == 320
    await page.keyboard.press("Escape")
    await expect(shown).to_have_count(0)
    await expect(page.get_by_test_id("scan")).to_have_count(0)

    media = [{"type": "photo", "media": f"attach://p{number}"} for number in range(3)]
    media[0]["caption"] = "Three looks"
    colours = {
        f"p{number}": picture(colour) for number, colour in enumerate(("red", "tan", "teal"))
    }
    await stage.bot.call("sendMediaGroup", chat_id=AMELIE, media=media, **colours)
    album = page.get_by_test_id("album")
    await expect(album.get_by_test_id("photo")).to_have_count(3)
    await expect(last(page)).to_have_text("Three looks")
    await album.get_by_test_id("photo").first.click()
    await expect(page.get_by_test_id("lightbox")).to_contain_text("1 of 3")
    await page.keyboard.press("ArrowLeft")
    await expect(page.get_by_test_id("lightbox")).to_contain_text("3 of 3")


async def test_a_person_sends_a_photo_and_a_document(stage, tmp_path):
    await start(stage, AMELIE)
    page = await stage.window(f"#{AMELIE}")
    await page.get_by_test_id("attach").click()
    async with page.expect_file_chooser() as chooser:
        await page.get_by_test_id("attach-photo").click()
    file = {"name": "me.png", "mimeType": "image/png", "buffer": picture("olive")}
    await (await chooser.value).set_files(file)
    await page.get_by_test_id("caption").fill("That is me")
    await page.get_by_test_id("send-file").click()
    told = await stage.bot.hear("message")
    assert told["caption"] == "That is me"
    assert told["photo"][-1]["width"] == 320
    await expect(last(page)).to_have_text("That is me")

    notes = {"name": "guests.csv", "mimeType": "text/csv", "buffer": b"name\nJeanne\n"}
    await page.get_by_test_id("file-document").set_input_files(notes)
    await page.get_by_test_id("send-file").click()
    assert (await stage.bot.hear("message"))["document"]["file_name"] == "guests.csv"
    async with page.expect_download() as download:
        await page.get_by_test_id("document").click()
    kept = tmp_path / "kept"
    await (await download.value).save_as(kept)
    assert kept.read_bytes() == b"name\nJeanne\n"


async def test_no_picture_is_refused_with_a_sentence(stage):
    await start(stage, AMELIE)
    page = await stage.window(f"#{AMELIE}")
    file = {"name": "not.png", "mimeType": "image/png", "buffer": b"words"}
    await page.get_by_test_id("file-photo").set_input_files(file)
    await page.get_by_test_id("send-file").click()
    await expect(page.get_by_test_id("error")).to_contain_text("no picture")


async def test_reply_keyboards_contact_and_location(stage):
    await start(stage, AMELIE)
    page = await stage.window(f"#{AMELIE}")
    rows = [
        ["Scan", "Search"],
        [
            {"text": "My number", "request_contact": True},
            {"text": "Here", "request_location": True},
        ],
    ]
    await stage.bot.write(
        AMELIE,
        "What now?",
        reply_markup={"keyboard": rows, "input_field_placeholder": "Name or code"},
    )
    await expect(page.get_by_placeholder("Name or code")).to_be_visible()
    await page.get_by_role("button", name="Search").click()
    assert (await stage.bot.hear("message"))["text"] == "Search"

    await page.get_by_role("button", name="My number").click()
    await page.get_by_test_id("confirm").click()
    assert (await stage.bot.hear("message"))["contact"]["user_id"] == AMELIE
    await expect(page.get_by_test_id("contact")).to_contain_text("Amélie Laurent")

    await page.get_by_role("button", name="Here").click()
    await page.get_by_role("button", name="Milan").click()
    assert (await stage.bot.hear("message"))["location"]["latitude"] == pytest.approx(45.4641)

    await page.get_by_test_id("attach").click()
    await page.get_by_test_id("attach-location").click()
    await page.get_by_test_id("latitude").fill("91")
    await page.get_by_test_id("longitude").fill("-0.5")
    await page.get_by_test_id("send-coordinates").click()
    await expect(page.get_by_test_id("dialog-location")).to_be_visible()
    await page.get_by_test_id("latitude").fill("51.5")
    await page.get_by_test_id("send-coordinates").click()
    assert (await stage.bot.hear("message"))["location"]["longitude"] == pytest.approx(-0.5)
    await expect(page.get_by_test_id("location")).to_have_count(2)

    await stage.bot.write(AMELIE, "Thank you", reply_markup={"remove_keyboard": True})
    await expect(page.get_by_test_id("reply-keyboard")).to_be_hidden()


async def test_a_venue_and_somebody_elses_contact(stage):
    await start(stage, AMELIE)
    page = await stage.window(f"#{AMELIE}")
    await stage.bot.call(
        "sendVenue",
        chat_id=AMELIE,
        latitude=48.86,
        longitude=2.29,
        title="Palais de Tokyo",
        address="Paris",
    )
    await expect(page.get_by_test_id("venue")).to_contain_text("Palais de Tokyo")
    await page.get_by_test_id("attach").click()
    await page.get_by_test_id("attach-other-contact").click()
    await page.get_by_test_id(f"choose-{INES}").click()
    assert (await stage.bot.hear("message"))["contact"]["first_name"] == "Ines"


async def test_commands_by_menu_and_by_slash(stage):
    await start(stage, AMELIE)
    page = await stage.window(f"#{AMELIE}")
    commands = [
        {"command": "tickets", "description": "My tickets"},
        {"command": "help", "description": "Help"},
    ]
    await stage.bot.call("setMyCommands", commands=commands)
    await page.get_by_test_id("composer").fill("/t")
    await expect(page.get_by_test_id("suggestion")).to_have_text(["/ticketsMy tickets"])
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    told = await stage.bot.hear("message")
    assert told["text"] == "/tickets"
    assert told["entities"][0]["type"] == "bot_command"

    await page.get_by_test_id("commands").click()
    await page.get_by_test_id("command").filter(has_text="Help").click()
    assert (await stage.bot.hear("message"))["text"] == "/help"


async def test_what_the_bot_is_doing_and_what_it_pinned(stage):
    await start(stage, AMELIE)
    page = await stage.window(f"#{AMELIE}", height=500)
    await expect(page.get_by_test_id("text")).to_have_text(["/start"])  # she is looking
    await stage.bot.call("sendChatAction", chat_id=AMELIE, action="typing")
    await expect(page.get_by_test_id("status")).to_contain_text("typing")
    ticket = await stage.bot.write(AMELIE, "Your ticket\nis here")
    await expect(page.get_by_test_id("status")).to_contain_text("attendee")
    for number in range(30):
        await stage.bot.write(AMELIE, f"News {number}")
    await stage.bot.call("pinChatMessage", chat_id=AMELIE, message_id=ticket["message_id"])
    await expect(page.get_by_test_id("pinned")).to_contain_text("Your ticket · is here")
    await expect(page.get_by_text("News 29")).to_be_in_viewport()
    await page.get_by_test_id("pinned").click()
    await expect(
        page.locator(f"[data-message-id='{ticket['message_id']}'].glow")
    ).to_be_in_viewport()
    await stage.bot.call("unpinAllChatMessages", chat_id=AMELIE)
    await expect(page.get_by_test_id("pinned")).to_be_hidden()


async def test_deleted_messages_vanish_and_replies_show_what_they_answer(stage):
    await start(stage, AMELIE)
    page = await stage.window(f"#{AMELIE}")
    first = await stage.bot.write(AMELIE, "Who is first?")
    await stage.bot.write(AMELIE, "You are", reply_parameters={"message_id": first["message_id"]})
    await expect(page.locator(".quoted")).to_have_text("Who is first?")
    await stage.bot.call("deleteMessage", chat_id=AMELIE, message_id=first["message_id"])
    await expect(page.get_by_test_id("text")).to_have_text(["/start", "You are"])
    mine = page.get_by_test_id("message").first
    await mine.hover()
    await mine.get_by_test_id("message-menu").click()
    await page.get_by_test_id("message-delete").click()
    await expect(page.get_by_test_id("text")).to_have_text(["You are"])


async def test_a_long_word_wraps_on_a_phone(stage):
    await start(stage, MARCO)
    page = await stage.window(f"#{MARCO}", width=375, height=700)
    await send(page, "w" * 900)
    await stage.bot.write(MARCO, "x" * 900, buttons=[[("y" * 120, "y"), ("Short", "z")]])
    await expect(last(page)).to_have_text("x" * 900)
    assert not await page.evaluate(WIDER_THAN_ITSELF)
