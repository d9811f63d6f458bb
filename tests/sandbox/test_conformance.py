"""One scenario through both libraries: their strict parsers accept every answer."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from io import BytesIO
from typing import Any, Protocol

import aiogram
import pytest
import telegram
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramAPIError
from aiogram.types import BufferedInputFile
from telegram.error import TelegramError

from tests.sandbox.running import ADA, BEN, TOKEN, Server, bot_of, picture

PROVIDER = "284685063:TEST:abc"


class Library(Protocol):
    """What the two differ in."""

    bot: Any
    kinds: Any

    def file(self, data: bytes, name: str) -> Any: ...
    def markup(self, rows: list[list[dict[str, Any]]]) -> Any: ...
    def price(self, label: str, amount: int) -> Any: ...
    async def updates(self) -> Any: ...
    async def download(self, file_id: str) -> bytes: ...
    async def refusal(self, call: Any) -> str: ...


class Aiogram:
    def __init__(self, server: Server) -> None:
        session = AiohttpSession(api=TelegramAPIServer.from_base(server.url))
        self.bot = aiogram.Bot(TOKEN, session=session)
        self.kinds = aiogram.types

    def file(self, data, name):
        return BufferedInputFile(data, name)

    def markup(self, rows):
        return aiogram.types.InlineKeyboardMarkup(inline_keyboard=rows)

    def price(self, label, amount):
        return aiogram.types.LabeledPrice(label=label, amount=amount)

    async def updates(self):
        return await self.bot.get_updates(timeout=5)

    async def download(self, file_id):
        out = BytesIO()
        await self.bot.download(file_id, out)
        return out.getvalue()

    async def refusal(self, call):
        with pytest.raises(TelegramAPIError) as caught:
            await call
        return caught.value.message

    async def close(self):
        await self.bot.session.close()


class Ptb:
    def __init__(self, server: Server) -> None:
        self.bot = telegram.Bot(
            TOKEN, base_url=f"{server.url}/bot", base_file_url=f"{server.url}/file/bot"
        )
        self.kinds = telegram

    def file(self, data, name):
        return telegram.InputFile(data, name, attach=True)

    def markup(self, rows):
        return telegram.InlineKeyboardMarkup(
            [[telegram.InlineKeyboardButton(**button) for button in row] for row in rows]
        )

    def price(self, label, amount):
        return telegram.LabeledPrice(label, amount)

    async def updates(self):
        return await self.bot.get_updates(timeout=5)

    async def download(self, file_id):
        return bytes(await (await self.bot.get_file(file_id)).download_as_bytearray())

    async def refusal(self, call):
        with pytest.raises(TelegramError) as caught:
            await call
        return caught.value.message

    async def close(self):
        await self.bot.shutdown()


@asynccontextmanager
async def _opened(kind, server) -> AsyncIterator[Library]:
    library = kind(server)
    if kind is Ptb:
        await library.bot.initialize()
    yield library
    await library.close()


@pytest.fixture(params=[Aiogram, Ptb], ids=["aiogram", "python-telegram-bot"])
async def library(request, server) -> AsyncIterator[Library]:
    async with _opened(request.param, server) as library:
        await server.started(ADA)
        yield library


async def test_me(library):
    me = await library.bot.get_me()
    assert (me.id, me.username, me.is_bot) == (7700000001, "atelier_bot", True)


async def test_texts_and_edits(library):
    bot = library.bot
    sent = await bot.send_message(ADA, "<b>Show</b> 🏟 &amp; <i>party</i>", parse_mode="HTML")
    assert sent.text == "Show 🏟 & party"
    assert [(e.type, e.offset, e.length) for e in sent.entities] == [
        ("bold", 0, 4),
        ("italic", 10, 5),
    ]
    assert sent.chat.id == ADA
    assert sent.chat.first_name == "Ada"
    rows = [
        [{"text": "Book", "callback_data": "book"}, {"text": "Web", "url": "https://x.example"}]
    ]
    edited = await bot.edit_message_text(
        text="New", chat_id=ADA, message_id=sent.message_id, reply_markup=library.markup(rows)
    )
    assert edited.edit_date is not None
    assert edited.reply_markup.inline_keyboard[0][1].url == "https://x.example"
    answer = await bot.send_message(
        ADA,
        "reply",
        reply_parameters=library.kinds.ReplyParameters(message_id=sent.message_id),
        protect_content=True,
    )
    assert answer.reply_to_message.message_id == sent.message_id
    assert answer.has_protected_content is True
    bare = await bot.edit_message_reply_markup(
        chat_id=ADA, message_id=sent.message_id, reply_markup=None
    )
    assert bare.reply_markup is None


async def test_refusals_have_telegrams_texts(library):
    bot, refusal = library.bot, library.refusal
    sent = await bot.send_message(ADA, "same")
    with_same = bot.edit_message_text(text="same", chat_id=ADA, message_id=sent.message_id)
    assert "message is not modified" in (await refusal(with_same)).lower()
    unknown = bot.edit_message_text(text="x", chat_id=ADA, message_id=999)
    assert "message to edit not found" in (await refusal(unknown)).lower()
    assert "message is too long" in (await refusal(bot.send_message(ADA, "x" * 4097))).lower()
    stranger = bot.send_message(4242, "x")
    assert "chat not found" in (await refusal(stranger)).lower()
    unparsed = bot.send_message(ADA, "<b>x", parse_mode="HTML")
    assert "can't find end tag" in (await refusal(unparsed)).lower()


async def test_photos_albums_and_documents(library):
    bot = library.bot
    sent = await bot.send_photo(ADA, library.file(picture(), "poster.png"), caption="*Poster*")
    assert [(size.width, size.height) for size in sent.photo] == [(320, 213), (900, 600)]
    again = await bot.send_photo(ADA, sent.photo[-1].file_id)
    assert again.photo[-1].file_unique_id == sent.photo[-1].file_unique_id
    assert await library.download(sent.photo[-1].file_id) == picture()
    small = await library.download(sent.photo[0].file_id)
    assert small.startswith(b"\xff\xd8")
    calendar = await bot.send_document(ADA, library.file(b"BEGIN:VCALENDAR", "show.ics"))
    assert (calendar.document.file_name, calendar.document.mime_type) == (
        "show.ics",
        "text/calendar",
    )
    photo = library.kinds.InputMediaPhoto
    album = await bot.send_media_group(
        ADA,
        [
            photo(media=library.file(picture(color=color), f"{color}.png"), caption=color)
            for color in ("navy", "teal", "gold")
        ],
    )
    assert len({message.media_group_id for message in album}) == 1
    assert [message.caption for message in album] == ["navy", "teal", "gold"]
    swapped = await bot.edit_message_media(
        media=photo(media=library.file(picture(200, 100), "b.png"), caption="b"),
        chat_id=ADA,
        message_id=sent.message_id,
    )
    assert (swapped.photo[-1].width, swapped.caption) == (200, "b")
    captioned = await bot.edit_message_caption(
        chat_id=ADA, message_id=sent.message_id, caption="<i>c</i>", parse_mode="HTML"
    )
    assert captioned.caption_entities[0].type == "italic"


async def test_places_people_and_copies(library):
    bot = library.bot
    place = await bot.send_location(ADA, 45.46, 9.19)
    assert place.location.latitude == 45.46
    venue = await bot.send_venue(ADA, 45.4, 9.1, "Palazzo", "Via Bagutta 12")
    assert venue.venue.title == "Palazzo"
    card = await bot.send_contact(ADA, "+39021234", "Desk")
    assert card.contact.phone_number == "+39021234"
    text = await bot.send_message(ADA, "programme")
    copy = await bot.copy_message(ADA, ADA, text.message_id)
    assert copy.message_id > text.message_id
    forward = await bot.forward_message(ADA, ADA, text.message_id)
    assert forward.forward_origin.sender_user.id == bot.id
    assert await bot.send_chat_action(ADA, "typing")
    assert await bot.pin_chat_message(ADA, text.message_id)
    assert (await bot.get_chat(ADA)).pinned_message.message_id == text.message_id
    assert await bot.unpin_chat_message(ADA, message_id=text.message_id)
    assert await bot.unpin_all_chat_messages(ADA)
    assert await bot.delete_message(ADA, text.message_id)
    assert await bot.delete_messages(ADA, [venue.message_id, 12345])
    member = await bot.get_chat_member(ADA, ADA)
    assert member.status == "member"
    assert (await bot.get_user_profile_photos(ADA)).total_count == 0


async def test_menu(library, server):
    bot, kinds = library.bot, library.kinds
    await bot.set_my_commands([kinds.BotCommand(command="shows", description="All shows")])
    await bot.set_my_commands(
        [kinds.BotCommand(command="defiles", description="Les défilés")], language_code="fr"
    )
    scope = kinds.BotCommandScopeChat(chat_id=ADA)
    await bot.set_my_commands([kinds.BotCommand(command="door", description="Door")], scope=scope)
    assert [c.command for c in await bot.get_my_commands(scope=scope)] == ["door"]
    _, seen = await server.client(f"bots?person={ADA}")
    assert seen["bots"][0]["commands"] == [{"command": "door", "description": "Door"}]
    await bot.delete_my_commands(scope=scope)
    _, seen = await server.client(f"bots?person={ADA}")
    assert seen["bots"][0]["commands"][0]["command"] == "defiles"
    await bot.set_my_description("What this bot is for")
    assert (await bot.get_my_description()).description == "What this bot is for"
    await bot.set_my_name("Maison")
    assert (await bot.get_my_name()).name == "Maison"
    await bot.set_my_short_description("Short")
    assert (await bot.get_my_short_description()).short_description == "Short"
    await bot.set_chat_menu_button(menu_button=kinds.MenuButtonCommands())
    assert (await bot.get_chat_menu_button()).type == "commands"


async def test_taps_and_every_kind_of_update(library, server):
    rows = [[{"text": "Yes", "callback_data": "yes"}]]
    sent = await library.bot.send_message(ADA, "?", reply_markup=library.markup(rows))
    await server.act(ADA, "send", text="/menu hello")
    await server.act(ADA, "location", latitude=45.4, longitude=9.2)
    await server.act(ADA, "contact")
    await server.act(ADA, "block")
    await server.act(ADA, "unblock")
    updates = await library.updates()
    text, place, card, blocked, unblocked = updates
    assert text.message.text == "/menu hello"
    assert text.message.from_user.id == ADA
    assert place.message.location.longitude == 9.2
    assert card.message.contact.user_id == ADA
    assert blocked.my_chat_member.new_chat_member.status == "kicked"
    assert unblocked.my_chat_member.new_chat_member.status == "member"

    async def answer(_: Server, update: dict[str, Any]) -> None:
        if "callback_query" in update:
            query = update["callback_query"]
            assert query["chat_instance"]
            await library.bot.answer_callback_query(query["id"], text="Noted", show_alert=True)

    async with bot_of(server, answer):
        tapped = await server.act(ADA, "tap", message_id=sent.message_id, row=0, col=0)
    assert tapped["answer"] == {"text": "Noted", "show_alert": True}


async def test_payment(library, server):
    invoice = await library.bot.send_invoice(
        ADA,
        title="Two seats",
        description="Opening show",
        payload="order-1",
        provider_token=PROVIDER,
        currency="EUR",
        prices=[library.price("Standing × 2", 4000), library.price("Fee", 150)],
        start_parameter="order-1",
    )
    assert invoice.invoice.total_amount == 4150
    seen = []

    async def answer(_: Server, update: dict[str, Any]) -> None:
        seen.append(next(name for name in update if name != "update_id"))
        if "pre_checkout_query" in update:
            query = update["pre_checkout_query"]
            assert (query["invoice_payload"], query["total_amount"]) == ("order-1", 4150)
            await library.bot.answer_pre_checkout_query(query["id"], ok=True)

    async with bot_of(server, answer):
        paid = await server.act(ADA, "pay", message_id=invoice.message_id, outcome="pay")
    assert paid["result"] == "paid"
    (update,) = [u for u in await library.updates() if u.message]
    payment = update.message.successful_payment
    assert (payment.total_amount, payment.invoice_payload) == (4150, "order-1")
    assert payment.telegram_payment_charge_id == paid["charges"][0]["telegram_payment_charge_id"]


async def test_webhook_settings(library):
    bot = library.bot
    await bot.set_webhook(
        "http://127.0.0.1:9/hook", secret_token="s", allowed_updates=["message"], max_connections=7
    )
    told = await bot.get_webhook_info()
    assert (told.url, told.max_connections) == ("http://127.0.0.1:9/hook", 7)
    assert list(told.allowed_updates) == ["message"]
    assert await bot.delete_webhook(drop_pending_updates=True)
    assert (await bot.get_webhook_info()).url == ""


async def test_polls(library, server):
    options = [library.kinds.InputPollOption(text="Front row"), "Standing"]
    sent = await library.bot.send_poll(ADA, "Where?", options, is_anonymous=False)
    assert [option.text for option in sent.poll.options] == ["Front row", "Standing"]
    await server.act(ADA, "vote", message_id=sent.message_id, options=[1])
    poll, answer = await library.updates()
    assert poll.poll.options[1].voter_count == 1
    assert (answer.poll_answer.user.id, list(answer.poll_answer.option_ids)) == (ADA, [1])
    assert (await library.bot.stop_poll(ADA, sent.message_id)).is_closed is True


async def test_rooms(library, server):
    bot, kinds = library.bot, library.kinds
    wish = {"kind": "group", "title": "Salon", "owner": ADA, "members": [BEN]}
    _, made = await server.client("rooms", wish)
    room = made["room"]["id"]
    joined, line = await library.updates()
    assert joined.my_chat_member.new_chat_member.status == "member"
    assert line.message.new_chat_members[0].id == bot.id
    sent = await bot.send_message(room, "Good evening")
    assert (sent.chat.type, sent.chat.title) == ("group", "Salon")
    assert await bot.get_chat_member_count(room) == 3
    for status in ("restricted", "administrator"):
        await server.client(f"rooms/{room}/member", {"user": BEN, "status": status})
        assert (await bot.get_chat_member(room, BEN)).status == status
    assert [each.status for each in await bot.get_chat_administrators(room)] == [
        "creator",
        "administrator",
    ]
    full = await bot.get_chat(room)
    assert full.permissions.can_send_messages is True
    await server.client(f"rooms/{room}/member", {"user": "bot", "status": "administrator"})
    await bot.set_chat_permissions(room, kinds.ChatPermissions(can_send_messages=True))
    await server.client(f"rooms/{room}/upgrade", {})
    assert "supergroup" in (await library.refusal(bot.send_message(room, "x"))).lower()
    assert "kicked" not in (await library.refusal(bot.leave_chat(room))).lower()


async def test_channel_posts(library, server):
    wish = {"kind": "channel", "title": "News", "owner": ADA, "bot": "administrator"}
    _, made = await server.client("rooms", wish)
    room = made["room"]["id"]
    post = await library.bot.send_message(room, "Tonight")
    assert (post.sender_chat.id, post.from_user) == (room, None)
    await server.act(ADA, f"send?room={room}", text="From the house")
    _, update = await library.updates()
    assert update.channel_post.text == "From the house"


async def test_inline_mode(library, server):
    kinds = library.kinds
    results = [
        kinds.InlineQueryResultArticle(
            id="show",
            title="Nuit Blanche",
            input_message_content=kinds.InputTextMessageContent(
                message_text="<b>Nuit</b>", parse_mode="HTML"
            ),
            reply_markup=library.markup([[{"text": "Like", "callback_data": "like"}]]),
        )
    ]
    chosen = asyncio.get_running_loop().create_future()

    async def answer(_: Server, update: dict[str, Any]) -> None:
        if "inline_query" in update:
            await library.bot.answer_inline_query(
                update["inline_query"]["id"], results, next_offset="1", is_personal=True
            )
        elif "chosen_inline_result" in update:
            chosen.set_result(update["chosen_inline_result"])

    async with bot_of(server, answer):
        await server.act(ADA, "inline", query="nuit", to=BEN)
        await server.act(ADA, "choose", query="nuit", result="show", to=BEN)
        which = (await chosen)["inline_message_id"]
    assert await library.bot.edit_message_text("Day", inline_message_id=which) is True


async def test_what_a_keyboard_asks_for(library, server):
    _, made = await server.client("rooms", {"kind": "channel", "title": "News", "owner": ADA})
    await library.updates()
    await server.act(ADA, "share_users", request_id=1, users=[BEN])
    await server.act(ADA, "share_room", request_id=2, room=made["room"]["id"])
    await server.act(ADA, "voice", duration=2)
    users, room, voice = (await library.updates())[-3:]
    assert users.message.users_shared.users[0].user_id == BEN
    assert room.message.chat_shared.title == "News"
    assert voice.message.voice.duration in (2, timedelta(seconds=2))


async def test_invoices_by_link_and_portraits(library):
    link = await library.bot.create_invoice_link(
        title="Scarf",
        description="Silk",
        payload="order-2",
        provider_token="",
        currency="XTR",
        prices=[library.price("Scarf", 50)],
    )
    assert link.startswith("https://t.me/$")
    face = library.kinds.InputProfilePhotoStatic(photo=library.file(picture(), "face.png"))
    assert await library.bot.set_my_profile_photo(face)
    assert (await library.bot.get_user_profile_photos(library.bot.id)).total_count == 1
    assert await library.bot.remove_my_profile_photo()
    moment = '<tg-time unix="1764000000" format="wDt">tonight</tg-time>'
    sent = await library.bot.send_message(ADA, moment, parse_mode="HTML")
    (entity,) = sent.entities
    assert (entity.type, entity.date_time_format) == ("date_time", "wDt")
