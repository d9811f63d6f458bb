"""The chat page: rooms, polls, albums, inline results, and the steps to try."""

import re

import pytest
from playwright.async_api import Page, expect

from tests.browser.conftest import AMELIE, INES, MARCO, Stage
from tests.browser.scripted_bot import picture, qr_picture
from tests.browser.test_chat_page import WIDER_THAN_ITSELF, send, start

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


def message(page: Page, text: str):
    """The bubble that says so."""
    return page.get_by_test_id("message").filter(has_text=text)


async def offer_shows(stage: Stage, first: int, count: int, next_offset: str = "") -> dict:
    """Answer the next inline query with shows."""
    query = await stage.bot.hear("inline_query")
    results = [
        {
            "type": "article",
            "id": f"show-{number}",
            "title": f"Show {number}",
            "description": "Tonight, Milan",
            "input_message_content": {"message_text": f"This is show {number}"},
            "reply_markup": {"inline_keyboard": [[{"text": "Like", "callback_data": "like"}]]},
        }
        for number in range(first, first + count)
    ]
    await stage.bot.call(
        "answerInlineQuery", inline_query_id=query["id"], results=results, next_offset=next_offset
    )
    return query


async def test_inline_results_are_offered_page_by_page_and_sent(stage):
    await start(stage, AMELIE)
    page = await stage.window(f"#{AMELIE}")
    await page.get_by_test_id("composer").fill("@portal_bot mil")
    assert (await offer_shows(stage, 0, 10, "10"))["query"] == "mil"
    results = page.get_by_test_id("inline-result")
    await expect(results).to_have_count(10)
    await results.nth(9).scroll_into_view_if_needed()
    assert (await offer_shows(stage, 10, 3))["offset"] == "10"
    await expect(results).to_have_count(13)
    await results.filter(has_text=re.compile("^.*Show 12")).click()
    assert (await stage.bot.hear("message"))["text"] == "This is show 12"
    assert (await stage.bot.hear("chosen_inline_result"))["result_id"] == "show-12"
    await expect(page.get_by_test_id("inline")).to_be_hidden()
    await expect(page.get_by_test_id("composer")).to_have_value("")
    await expect(message(page, "This is show 12").locator(".via")).to_have_text("via @portal_bot")


async def test_a_show_is_sent_to_a_friend_who_presses_its_button(stage):
    await start(stage, AMELIE)
    page = await stage.window(f"#{AMELIE}")
    stage.bot.callback_answers = {"like": {"text": "Noted"}}
    button = {"text": "Invite", "switch_inline_query_chosen_chat": {"query": "nuit"}}
    await stage.bot.write(AMELIE, "Nuit", reply_markup={"inline_keyboard": [[button]]})
    await message(page, "Nuit").get_by_role("button", name="Invite").click()
    await page.get_by_test_id(f"choose-{INES}").click()
    await expect(page.get_by_test_id("inline-to")).to_contain_text("Ines")
    await offer_shows(stage, 0, 2)
    await expect(page.get_by_test_id("inline-result")).to_have_count(2)
    await page.get_by_test_id("composer").press("ArrowDown")
    await page.get_by_test_id("composer").press("Enter")
    await expect(page.get_by_test_id("toast")).to_contain_text("Sent to Ines")

    await page.get_by_test_id(f"person-{INES}").click()
    shared = message(page, "This is show 0")
    # Ines has not met the bot; the card reached her all the same, and so does her press.
    await shared.get_by_role("button", name="Like").click()
    assert "inline_message_id" in await stage.bot.hear("callback_query")
    await expect(page.get_by_test_id("toast")).to_contain_text("Noted")


async def test_a_vote_is_cast_and_taken_back(stage):
    await start(stage, AMELIE)
    page = await stage.window(f"#{AMELIE}")
    sent = await stage.bot.call(
        "sendPoll",
        chat_id=AMELIE,
        question="Which look opens?",
        options=["The coat", "The dress"],
        is_anonymous=False,
    )
    poll = page.get_by_test_id("poll")
    await poll.get_by_role("button", name="The dress").click()
    assert (await stage.bot.hear("poll_answer"))["option_ids"] == [1]
    await expect(poll.get_by_role("button", name="The dress")).to_contain_text("100%")
    await expect(poll).to_contain_text("1 vote")
    await poll.get_by_test_id("poll-back").click()
    assert (await stage.bot.hear("poll_answer"))["option_ids"] == []
    await stage.bot.call("stopPoll", chat_id=AMELIE, message_id=sent["message_id"])
    await expect(poll).to_have_attribute("data-closed", "true")
    await expect(poll.get_by_role("button", name="The coat")).to_be_disabled()


async def test_several_pictures_go_as_an_album_and_a_voice_message_is_said(stage):
    await start(stage, AMELIE)
    page = await stage.window(f"#{AMELIE}")
    files = [
        {"name": f"{colour}.png", "mimeType": "image/png", "buffer": picture(colour)}
        for colour in ("navy", "teal", "gold", "plum", "tan")
    ]
    await page.get_by_test_id("file-photo").set_input_files(files)
    await expect(page.get_by_test_id("dialog-file").locator("img")).to_have_count(5)
    await page.get_by_test_id("caption").fill("Five looks")
    await page.get_by_test_id("send-file").click()
    told = [await stage.bot.hear("message") for _ in files]
    assert len({each["media_group_id"] for each in told}) == 1
    assert told[0]["caption"] == "Five looks"
    await expect(page.get_by_test_id("album").get_by_test_id("photo")).to_have_count(5)

    await page.get_by_test_id("attach").click()
    await page.get_by_test_id("attach-voice").click()
    assert (await stage.bot.hear("message"))["voice"]["duration"] >= 3
    await expect(page.get_by_test_id("voice-message")).to_be_visible()


async def test_a_group_is_made_and_several_people_write_in_it(stage):
    page = await stage.window()
    await page.get_by_test_id("add-person").click()
    await page.get_by_test_id("add-a-room").click()
    await page.get_by_test_id("room-title").fill("Backstage")
    await page.get_by_test_id("room-owner").select_option(str(AMELIE))
    await page.get_by_test_id("room-members").select_option([str(MARCO)])
    await page.get_by_test_id("room-save").click()
    joined = await stage.bot.hear("my_chat_member")
    assert joined["new_chat_member"]["status"] == "administrator"
    room = joined["chat"]["id"]
    await send(page, "Doors at seven")
    await stage.bot.hear("message")  # the line that the bot joined
    assert (await stage.bot.hear("message"))["from"]["id"] == AMELIE
    await page.get_by_test_id("voice").select_option(str(MARCO))
    await send(page, "I am here")
    assert (await stage.bot.hear("message"))["from"]["id"] == MARCO
    await stage.bot.write(room, "Noted, both")
    await expect(message(page, "Doors at seven").locator(".sender")).to_have_text("Amélie")
    await expect(message(page, "Noted, both").locator(".sender")).to_have_text(
        "Fashionista Portal"
    )
    await page.get_by_test_id("pane-menu").click()
    await page.get_by_test_id("room-bot-kicked").click()
    assert (await stage.bot.hear("my_chat_member"))["new_chat_member"]["status"] == "kicked"
    assert "kicked" in await stage.bot.refused("sendMessage", chat_id=room, text="x")


async def test_steps_tick_themselves_off(stage):
    await start(stage, AMELIE)
    page = await stage.window()
    await expect(page.get_by_test_id("trail-count")).to_have_text("0 of 3")
    await page.get_by_test_id("step-hello").click()
    await expect(page.get_by_test_id("pane-0")).to_have_attribute("data-person", str(AMELIE))
    await send(page, "Hello there")
    hello = page.locator("[data-step=hello]")
    await stage.bot.hear("message")
    await stage.bot.write(AMELIE, "Good evening, Amélie.")
    await expect(hello).to_have_attribute("data-done", "true")
    await expect(page.get_by_test_id("trail-count")).to_have_text("1 of 3")

    # Only a picture with a code in it is a ticket.
    await stage.bot.call("sendPhoto", chat_id=AMELIE, photo=picture("navy"))
    code = qr_picture("https://t.me/portal_bot?start=t_1")
    await stage.bot.call("sendPhoto", chat_id=AMELIE, photo=code, caption="Your ticket")
    await message(page, "Your ticket").get_by_test_id("scan").click()
    await page.get_by_test_id(f"scan-as-{MARCO}").click()
    await expect(page.locator("[data-step=scan]")).to_have_attribute("data-done", "true")

    await page.get_by_test_id("act-crowd").click()
    await expect(page.get_by_test_id("toast").filter(has_text="Two came.")).to_be_visible()
    # What was done stays done, over a reload and over a restart of the sandbox.
    await page.reload()
    await expect(page.get_by_test_id("trail-count")).to_have_text("2 of 3")
    await page.get_by_test_id("trail-toggle").click()
    await expect(page.get_by_test_id("step-hello")).to_be_hidden()


async def test_a_line_that_changes_keeps_its_picture(stage):
    await start(stage, AMELIE)
    page = await stage.window(f"#{AMELIE}")
    poster = picture("maroon")
    sent = await stage.bot.call("sendPhoto", chat_id=AMELIE, photo=poster, caption="0 of 2")
    image = message(page, "0 of 2").locator(".photo img")
    await image.evaluate("image => image.decode().then(() => { window.shown = image; })")
    for number in (1, 2):
        caption = f"{number} of 2"
        edit = {"chat_id": AMELIE, "message_id": sent["message_id"], "caption": caption}
        await stage.bot.call("editMessageCaption", **edit)
        await expect(message(page, caption)).to_be_visible()
    same = "image => image === window.shown"
    assert await message(page, "2 of 2").locator(".photo img").evaluate(same)


async def test_of_a_crowd_the_first_are_listed_and_the_rest_is_found(stage):
    await stage.post("/people", people=[{"first_name": f"Guest {n}"} for n in range(300)])
    page = await stage.window()
    await expect(page.get_by_test_id("more-people")).to_contain_text("243 more")
    await page.get_by_test_id("find-person").fill("Guest 299")
    await expect(page.locator(".people .person")).to_have_text([re.compile("Guest 299")])


@pytest.mark.parametrize("dark", [False, True])
async def test_nothing_is_cut_off_on_a_phone(stage, dark: bool):
    await start(stage, AMELIE)
    page = await stage.window(f"#{AMELIE}", width=375, height=700, dark=dark)
    await stage.bot.call(
        "sendPoll", chat_id=AMELIE, question="Which? " * 30, options=["One " * 20, "Two"]
    )
    await expect(page.get_by_test_id("poll")).to_be_visible()
    await page.get_by_test_id("composer").fill("@portal_bot x")
    await offer_shows(stage, 0, 6)
    await expect(page.get_by_test_id("inline-result")).to_have_count(6)
    assert not await page.evaluate(WIDER_THAN_ITSELF)
