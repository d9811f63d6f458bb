"""Messages as the chat page and programs read them."""

from bot.sandbox.entities import safe_html
from bot.sandbox.model import JSON, Entry, Person
from bot.sandbox.world import World

_KEPT = (
    "message_id",
    "date",
    "edit_date",
    "text",
    "caption",
    "location",
    "venue",
    "contact",
    "successful_payment",
    "refunded_payment",
    "media_group_id",
    "forward_origin",
    "show_caption_above_media",
    "has_media_spoiler",
)


def person_view(world: World, bot_id: int, person: Person) -> JSON:
    """A person as the list shows them, and how they stand with the bot."""
    chat = world.chats.get((bot_id, person.id))
    view: JSON = {
        "id": person.id,
        "first_name": person.first_name,
        "last_name": person.last_name,
        "username": person.username,
        "language_code": person.language_code,
        "about": person.about,
        "blocked": chat is not None and chat.blocked,
        "started": chat is not None and chat.started,
    }
    if person.deactivated:
        view["deactivated"] = True
    if not person.listed:
        view["listed"] = False
    return view


def file_url(file_id: str) -> str:
    return f"/client/files/{file_id}"


def message_view(world: World, entry: Entry) -> JSON:
    """The message of `entry` for a page: file addresses, safe HTML, buttons."""
    message = entry.message
    view: JSON = {name: message[name] for name in _KEPT if name in message}
    sender = message.get("from") or {
        **message["sender_chat"],
        "first_name": message["chat"]["title"],
    }
    view["from"] = {
        name: sender[name] for name in ("id", "is_bot", "first_name", "username") if name in sender
    }
    text: str = message.get("text") or message.get("caption") or ""
    entities: list[JSON] = message.get("entities") or message.get("caption_entities") or []
    if entities:
        view["entities"] = entities
    view["html"] = safe_html(text, entities)
    view |= _media(world, message)
    if "via_bot" in message:
        view["via"] = message["via_bot"]["username"]
    if "reply_to_message" in message:
        view["reply_to_message_id"] = message["reply_to_message"]["message_id"]
    if entry.invoice is not None:
        view["invoice"] = invoice_view(entry.invoice)
    if "inline_keyboard" in message.get("reply_markup", {}):
        view["inline_keyboard"] = message["reply_markup"]["inline_keyboard"]
    if entry.reactions:
        view["reactions"] = entry.reactions
    if "poll" in message:
        view["poll"] = {**message["poll"], "votes": entry.votes}
    service = service_line(message)
    if service:
        view["service"] = service
    return view


def _media(world: World, message: JSON) -> JSON:
    view: JSON = {}
    if "photo" in message:
        largest = message["photo"][-1]
        view["photo"] = {
            "file_id": largest["file_id"],
            "width": largest["width"],
            "height": largest["height"],
            "url": file_url(largest["file_id"]),
        }
    for kind in ("document", "video", "animation", "audio", "voice"):
        if kind not in message or (kind == "document" and "animation" in message):
            continue
        sent = message[kind]
        stored = world.files[sent["file_id"]]
        shown = {
            "file_id": stored.id,
            "file_name": stored.name,
            "mime_type": stored.mime,
            "file_size": stored.size,
            "url": file_url(stored.id),
        }
        if "duration" in sent:
            shown["duration"] = sent["duration"]
        view[kind if kind in ("video", "voice") else "document"] = shown
    return view


def invoice_view(invoice: JSON) -> JSON:
    return {
        "title": invoice["title"],
        "description": invoice["description"],
        "currency": invoice["currency"],
        "total_amount": invoice["total_amount"],
        "prices": invoice["prices"],
        "paid": invoice["paid"] > 0,
        "waiting": "waiting" in invoice,
        **({"photo_url": invoice["photo_url"]} if invoice.get("photo_url") else {}),
    }


def service_line(message: JSON) -> str:
    """A grey line in the middle of the chat, for what is no message of anybody."""
    if "pinned_message" in message:
        return f"{_author(message)} pinned a message"
    if "successful_payment" in message:
        payment = message["successful_payment"]
        return f"You paid {amount(payment['total_amount'], payment['currency'])}"
    if "refunded_payment" in message:
        payment = message["refunded_payment"]
        return f"Refunded {amount(payment['total_amount'], payment['currency'])}"
    return _moves(message)


def _author(message: JSON) -> str:
    name: str = message["from"]["first_name"] if "from" in message else message["chat"]["title"]
    return name


def _moves(message: JSON) -> str:
    """Who came, who went, what was shared, and where a group moved to."""
    if "new_chat_members" in message:
        return " and ".join(user["first_name"] for user in message["new_chat_members"]) + " joined"
    if "left_chat_member" in message:
        return f"{message['left_chat_member']['first_name']} left"
    if "migrate_to_chat_id" in message:
        return "The group became a supergroup"
    if "users_shared" in message:
        users = message["users_shared"]["users"]
        return "Shared " + ", ".join(user["first_name"] for user in users)
    if "chat_shared" in message:
        return f"Shared {message['chat_shared'].get('title', 'a chat')}"
    return "The supergroup begins here" if "migrate_from_chat_id" in message else ""


def amount(minor: int, currency: str) -> str:
    """An amount of minor units for people: `20.00 EUR`."""
    if currency in ("XTR", "JPY", "KRW", "VND", "CLP", "ISK"):
        return f"{minor} {currency}"
    return f"{minor / 100:.2f} {currency}"


def keyboard_view(keyboard: JSON | None) -> JSON | None:
    """The reply keyboard as it is shown; None when the person has none."""
    if keyboard is None:
        return None
    return {"keyboard": [], **keyboard}
