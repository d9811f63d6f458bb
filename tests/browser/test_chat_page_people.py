"""The chat page: several people, money, codes, a lost line, no mouse."""

import pytest
from playwright.async_api import Page, expect

from tests.browser.conftest import AMELIE, INES, MARCO, Stage
from tests.browser.scripted_bot import picture, qr_picture
from tests.browser.test_chat_page import last, send, start

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def open_pay_sheet(page: Page, stage: Stage) -> None:
    await stage.bot.invoice(AMELIE)
    await page.get_by_test_id("inline-button").filter(has_text="95").last.click()
    await expect(page.get_by_test_id("dialog-pay")).to_contain_text("€95.00")


async def test_an_invoice_is_paid(stage):
    await start(stage, AMELIE)
    page = await stage.window(f"#{AMELIE}")
    await open_pay_sheet(page, stage)
    await page.get_by_test_id("pay-pay").click()
    await expect(page.get_by_test_id("pay-result")).to_have_text("Paid. Thank you.")
    assert (await stage.bot.hear("pre_checkout_query"))["total_amount"] == 9500
    assert (await stage.bot.hear("message"))["successful_payment"]["total_amount"] == 9500
    await page.get_by_test_id("pay-done").click()
    await expect(page.get_by_test_id("invoice")).to_have_attribute("data-paid", "true")
    await expect(page.get_by_test_id("service")).to_contain_text("Paid €95.00")
    await expect(page.get_by_test_id("inline-button")).to_have_count(0)


async def test_an_invoice_is_declined_refused_and_paid_twice(stage):
    await start(stage, AMELIE)
    page = await stage.window(f"#{AMELIE}")
    result = page.get_by_test_id("pay-result")
    await open_pay_sheet(page, stage)
    await page.get_by_test_id("pay-decline").click()
    await expect(result).to_contain_text("declined")
    await page.get_by_test_id("pay-done").click()

    stage.bot.checkout = {"ok": False, "error_message": "Your hold has lapsed."}
    await open_pay_sheet(page, stage)
    await page.get_by_test_id("pay-pay").click()
    await expect(result).to_have_text("Your hold has lapsed.")
    stage.bot.checkout = {"ok": True}
    await page.get_by_test_id("pay-late").click()
    await expect(result).to_contain_text("takes its time")
    await page.get_by_test_id("pay-done").click()
    await page.get_by_test_id("inline-button").last.click()
    await expect(page.get_by_test_id("pay-twice")).to_have_count(0)
    await page.get_by_test_id("pay-arrive").click()
    await expect(result).to_have_text("Paid. Thank you.")
    await page.get_by_test_id("pay-done").click()

    await open_pay_sheet(page, stage)
    await page.get_by_test_id("pay-twice").click()
    await expect(result).to_contain_text("2 charges")
    await expect(page.get_by_test_id("service").filter(has_text="Paid €95.00")).to_have_count(3)


async def test_two_people_side_by_side(stage):
    await start(stage, AMELIE)
    await start(stage, MARCO)
    page = await stage.window()
    await page.get_by_test_id(f"person-{AMELIE}").click()
    await page.get_by_test_id(f"person-{MARCO}").hover()
    await page.get_by_test_id(f"beside-{MARCO}").click()
    left, right = page.get_by_test_id("pane-0"), page.get_by_test_id("pane-1")
    await expect(left).to_have_attribute("data-person", str(AMELIE))
    await expect(right).to_have_attribute("data-person", str(MARCO))

    await right.get_by_test_id("composer").fill("I am at the door")
    await right.get_by_test_id("composer").press("Enter")
    assert (await stage.bot.hear("message"))["from"]["id"] == MARCO
    await stage.bot.write(AMELIE, "Doors are open")
    await expect(last(left)).to_have_text("Doors are open")
    await expect(last(right)).to_have_text("I am at the door")

    await page.reload()
    await expect(last(left)).to_have_text("Doors are open")
    await expect(last(right)).to_have_text("I am at the door")
    await left.get_by_test_id("close-pane").click()
    await expect(right).to_be_hidden()
    await expect(left).to_have_attribute("data-person", str(MARCO))


async def test_unread_messages_are_counted_until_they_are_seen(stage):
    await start(stage, AMELIE)
    await start(stage, MARCO)
    page = await stage.window(f"#{AMELIE}")
    for text in ("one", "two"):
        await stage.bot.write(MARCO, text)
    await expect(page.get_by_test_id(f"unread-{MARCO}")).to_contain_text("2")
    await page.get_by_test_id(f"person-{MARCO}").click()
    await expect(last(page)).to_have_text("two")
    await expect(page.get_by_test_id(f"unread-{MARCO}")).to_have_count(0)


async def test_a_code_is_scanned_as_somebody_else(stage):
    await start(stage, AMELIE)
    page = await stage.window(f"#{AMELIE}")
    code = qr_picture("https://t.me/portal_bot?start=t_OR7K2MQX")
    await stage.bot.call("sendPhoto", chat_id=AMELIE, photo=code, caption="Your ticket")
    await page.get_by_test_id("scan").click()
    await page.get_by_test_id(f"scan-as-{MARCO}").click()
    told = await stage.bot.hear("message")
    assert (told["from"]["id"], told["text"]) == (MARCO, "/start t_OR7K2MQX")
    await stage.bot.write(MARCO, "Row A, seat 4")
    await expect(page.get_by_test_id("pane-0")).to_have_attribute("data-person", str(MARCO))
    await expect(last(page)).to_have_text("Row A, seat 4")


async def test_beside_each_other_a_scan_stays_beside(stage):
    await start(stage, AMELIE)
    await start(stage, MARCO)
    page = await stage.window(f"#{AMELIE},{MARCO}")
    code = qr_picture("https://t.me/portal_bot?start=t_1")
    await stage.bot.call("sendPhoto", chat_id=AMELIE, photo=code)
    await page.get_by_test_id("scan").click()
    await page.get_by_test_id(f"scan-as-{INES}").click()
    assert (await stage.bot.hear("message"))["from"]["id"] == INES
    await expect(page.get_by_test_id("pane-0")).to_have_attribute("data-person", str(AMELIE))
    await expect(page.get_by_test_id("pane-1")).to_have_attribute("data-person", str(INES))


async def test_a_picture_without_a_code_says_so(stage):
    await start(stage, AMELIE)
    page = await stage.window(f"#{AMELIE}")
    await stage.bot.call("sendPhoto", chat_id=AMELIE, photo=picture("navy"))
    message = page.get_by_test_id("message").filter(has=page.get_by_test_id("photo"))
    await message.get_by_test_id("message-menu").click()
    await page.get_by_test_id("message-scan").click()
    await page.get_by_test_id(f"scan-as-{MARCO}").click()
    await expect(page.get_by_test_id("error")).to_contain_text("no readable QR code")


async def test_a_link_is_opened_as_a_person(stage):
    page = await stage.window(f"#{INES}")
    await page.get_by_test_id("pane-menu").click()
    await page.get_by_test_id("menu-link").click()
    await page.get_by_test_id("link-input").fill("https://t.me/portal_bot?start=e_nuit")
    await page.keyboard.press("Enter")
    assert (await stage.bot.hear("message"))["text"] == "/start e_nuit"
    await expect(last(page)).to_have_text("/start e_nuit")
    await page.get_by_test_id("pane-menu").click()
    await page.get_by_test_id("menu-link").click()
    await page.get_by_test_id("link-input").fill("https://example.org/")
    await page.get_by_test_id("link-open").click()
    await expect(page.get_by_test_id("toast")).to_contain_text("leads out")


async def test_a_shared_link_is_opened_by_the_friend(stage):
    await start(stage, AMELIE)
    page = await stage.window(f"#{AMELIE}")
    link = "https://t.me/share/url?url=https%3A%2F%2Ft.me%2Fportal_bot%3Fstart%3De_nuit&text=Come"
    keyboard = {"inline_keyboard": [[{"text": "Share", "url": link}]]}
    await stage.bot.write(AMELIE, "Nuit Blanche", reply_markup=keyboard)
    await page.get_by_role("button", name="Share").click()
    await page.get_by_test_id(f"choose-{INES}").click()
    told = await stage.bot.hear("message")
    assert (told["from"]["id"], told["text"]) == (INES, "/start e_nuit")
    await expect(page.get_by_test_id("pane-0")).to_have_attribute("data-person", str(INES))


async def test_blocking_and_unblocking(stage):
    await start(stage, AMELIE)
    page = await stage.window(f"#{AMELIE}")
    await page.get_by_test_id("pane-menu").click()
    await page.get_by_test_id("menu-block").click()
    await expect(page.get_by_test_id("unblock")).to_be_visible()
    await expect(page.get_by_test_id("composer")).to_be_hidden()
    assert (await stage.bot.hear("my_chat_member"))["new_chat_member"]["status"] == "kicked"
    refusal = await stage.bot.refused("sendMessage", chat_id=AMELIE, text="?")
    assert refusal == "Forbidden: bot was blocked by the user"
    await page.get_by_test_id("unblock").click()
    assert (await stage.bot.hear("my_chat_member"))["new_chat_member"]["status"] == "member"
    await expect(page.get_by_test_id("composer")).to_be_visible()


async def test_another_person_is_invited(stage):
    page = await stage.window()
    await page.get_by_test_id("add-person").click()
    await page.get_by_test_id("add-a-person").click()
    await page.get_by_test_id("person-first_name").fill("Léo")
    await page.get_by_test_id("person-about").fill("buyer from Lyon")
    await page.get_by_test_id("person-save").click()
    await expect(page.get_by_role("heading", name="Léo")).to_be_visible()
    await page.get_by_test_id("start").click()
    assert (await stage.bot.hear("message"))["from"]["id"] > 2**32


@pytest.mark.parametrize("dark", [False, True])
async def test_light_and_dark_follow_the_system_until_chosen(stage, dark):
    page = await stage.window(dark=dark)
    ground = "getComputedStyle(document.body).backgroundColor"
    before = await page.evaluate(ground)
    await page.get_by_test_id("theme").click()
    after = await page.evaluate(ground)
    assert before != after
    lightness = [sum(map(int, colour[4:-1].split(","))) for colour in (before, after)]
    assert (lightness[0] < lightness[1]) is dark
    await page.reload()
    assert await page.evaluate(ground) == after


async def test_everything_is_reached_without_a_mouse(stage):
    await start(stage, MARCO)
    stage.bot.callback_answers = {"go": {"text": "Admitted", "show_alert": True}}
    page = await stage.window()
    keys = page.keyboard
    await page.get_by_test_id(f"person-{AMELIE}").focus()
    await keys.press("ArrowDown")
    await expect(page.get_by_test_id(f"person-{MARCO}")).to_be_focused()
    await keys.press("Enter")
    composer = page.get_by_test_id("composer")
    await expect(composer).to_be_focused()
    await keys.type("first line")
    await keys.press("Shift+Enter")
    await keys.type("second line")
    await keys.press("Enter")
    assert (await stage.bot.hear("message"))["text"] == "first line\nsecond line"

    await stage.bot.write(MARCO, "Let her in?", buttons=[[("Admit", "go")]])
    button = page.get_by_role("button", name="Admit")
    await button.wait_for()
    for _ in range(6):
        await keys.press("Shift+Tab")
        if await button.evaluate("node => node === document.activeElement"):
            break
    await expect(button).to_be_focused()
    await keys.press("Enter")
    await expect(page.get_by_test_id("alert-text")).to_have_text("Admitted")
    await keys.press("Escape")
    await expect(button).to_be_focused()

    await page.get_by_test_id("attach").focus()
    await keys.press("Enter")
    await expect(page.get_by_test_id("attach-photo")).to_be_focused()
    await keys.press("ArrowUp")
    await expect(page.get_by_test_id("attach-other-contact")).to_be_focused()
    await keys.press("Escape")
    await expect(page.get_by_test_id("attach")).to_be_focused()


async def test_every_control_has_a_name(stage):
    await start(stage, AMELIE)
    page = await stage.window(f"#{AMELIE},{MARCO}")
    await stage.bot.call("sendPhoto", chat_id=AMELIE, photo=picture("plum"))
    await page.get_by_test_id("photo").wait_for()
    nameless = await page.evaluate(
        """() => [...document.querySelectorAll('button, input:not([hidden]), textarea, img')]
        .filter((node) => !(node.ariaLabel || node.alt || node.textContent.trim()))
        .filter((node) => !node.labels?.length && node.checkVisibility())
        .map((node) => node.outerHTML)"""
    )
    assert nameless == []
    await expect(page.get_by_role("log", name="Messages of Amélie Laurent")).to_be_visible()


async def test_a_phone_shows_the_list_or_the_chat(stage):
    await start(stage, AMELIE)
    page = await stage.window(width=375, height=700)
    person = page.get_by_test_id(f"person-{AMELIE}")
    await person.click()
    await expect(page.get_by_test_id("composer")).to_be_visible()
    await expect(person).to_be_hidden()
    await page.get_by_test_id("back").click()
    await expect(person).to_be_visible()
    await expect(page.get_by_test_id("composer")).to_be_hidden()
    await page.go_back()
    await expect(page.get_by_test_id("composer")).to_be_visible()


async def test_a_lost_line_is_shown_and_what_was_missed_is_fetched(stage):
    await start(stage, AMELIE)
    page = await stage.window(f"#{AMELIE}")
    await expect(last(page)).to_have_text("/start")
    await stage.house.close()
    await expect(page.get_by_test_id("connection")).to_have_text("Reconnecting …")
    await send(page, "Are you there?")
    await expect(page.get_by_test_id("error")).to_contain_text("does not answer")
    await expect(page.get_by_test_id("composer")).to_have_value("Are you there?")
    await stage.house.open()
    await stage.bot.write(AMELIE, "I was away for a moment")
    await expect(page.get_by_test_id("connection")).to_have_text("Live", timeout=20_000)
    await expect(last(page)).to_have_text("I was away for a moment")
    await page.get_by_test_id("send").click()
    await expect(last(page)).to_have_text("Are you there?")


async def test_three_hundred_messages_stay_where_they_are(stage):
    await start(stage, AMELIE)
    for number in range(300):
        await stage.post(f"/chats/{AMELIE}/send", text=f"Line {number}")
    page = await stage.window(f"#{AMELIE}")
    await expect(page.get_by_test_id("message")).to_have_count(301)
    await expect(page.get_by_text("Line 299")).to_be_in_viewport()
    await page.evaluate(
        """() => {
            window.drawn = 0;
            new MutationObserver((changes) => {
                for (const change of changes) window.drawn += change.addedNodes.length;
            }).observe(document.querySelector('.log'), {childList: true});
        }"""
    )
    await stage.bot.write(AMELIE, "One more")
    await expect(page.get_by_text("One more")).to_be_in_viewport()
    assert await page.evaluate("window.drawn") <= 2  # itself, and its neighbour's corner
    await page.locator(".log-frame").evaluate("frame => { frame.scrollTop = 0; }")
    await expect(page.get_by_test_id("to-end")).to_be_visible()
    await stage.bot.write(AMELIE, "Not pulled down")
    await expect(page.get_by_text("Not pulled down")).to_be_attached()
    await expect(page.get_by_text("Not pulled down")).not_to_be_in_viewport()
    await page.get_by_test_id("to-end").click()
    await expect(page.get_by_text("Not pulled down")).to_be_in_viewport()
