"""Evenings in any chat: `@bot words` offers cards, a choice sends one, its button leads here."""

from datetime import timedelta

from bot.screen import share
from tests.factories import make_designer, make_event
from tests.guest import labels, said


async def _evenings(owner, count: int):
    return [
        await make_event(owner, title=f"Sera {number}", starts_in=timedelta(days=number + 1))
        for number in range(count)
    ]


async def test_nothing_typed_offers_what_is_next_page_by_page(portal, owner):
    await _evenings(owner, 7)
    giulia = await portal.guest()
    first = await giulia.inline("")
    assert [each["title"] for each in first["results"]] == [f"Sera {n}" for n in range(5)]
    second = await giulia.inline("", first["next_offset"])
    assert [each["title"] for each in second["results"]] == ["Sera 5", "Sera 6"]
    assert "next_offset" not in second


async def test_a_misspelt_designer_is_found_and_the_card_opens_here(portal, owner):
    show, *_ = await _evenings(owner, 2)
    await make_designer(owner, "Ferradini", shows_at=show)
    giulia, ada = await portal.guest(), await portal.guest("Ada Byron")
    offered = await giulia.inline("feradini")
    assert [each["id"] for each in offered["results"]] == [show.id.hex]
    await giulia.choose("feradini", show.id.hex, to=ada)
    card = (await ada.messages())[-1]
    assert "Sera 0" in said(card)
    assert "Giulia" not in said(card)
    await ada.tap("See it and take a place", among=card)
    await portal.says(ada, "Sera 0")
    assert "Line-up and schedule" in labels(await ada.screen())


async def test_posters_that_telegram_has_are_shown(portal, owner):
    await _evenings(owner, 1)
    giulia = await portal.guest()
    assert (await giulia.inline("sera"))["results"][0]["type"] == "article"
    await giulia.tap("What is on")  # its poster is drawn and sent for the first time
    await portal.until(giulia, lambda messages: messages[-1].get("photo"))
    found = (await giulia.inline("sera"))["results"][0]
    assert (found["type"], found["title"]) == ("photo", "Sera 0")


async def test_nothing_found_is_said_above_an_empty_list(portal, owner):
    await _evenings(owner, 1)
    giulia = await portal.guest()
    for words in ("xyzzy", "x" * 256):
        answer = await giulia.inline(words)
        assert answer["results"] == []
        assert "Nothing found" in answer["button"]["text"]
    for words in ("🙂", "'; --"):  # no words at all: what is next
        assert (await giulia.inline(words))["results"]
    assert (await giulia.inline("sera", "zzz"))["results"]
    assert (await giulia.inline("sera", "99999"))["results"] == []


async def test_who_only_asks_in_other_chats_is_not_kept(portal, owner):
    await _evenings(owner, 1)
    stranger = await portal.sandbox.guest("Nobody Here", language="it")
    assert (await stranger.inline(""))["button"]["text"] == "Tutte le serate"
    assert await portal.user_id(owner, stranger) is None


async def test_the_card_shares_itself(portal, owner):
    await _evenings(owner, 1)
    giulia = await portal.guest()
    await giulia.tap("What is on")
    await giulia.tap("Sera 0")
    await portal.until(giulia, lambda messages: "Share" in labels(messages[-1]))
    wanted = share("Share", "Sera 0").switch_inline_query_chosen_chat
    (button,) = [
        each
        for row in (await giulia.screen())["inline_keyboard"]
        for each in row
        if each["text"] == "Share"
    ]
    assert wanted is not None
    assert button["switch_inline_query_chosen_chat"]["query"] == wanted.query
