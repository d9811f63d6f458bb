"""Inline mode: what the bot offers in any chat."""

import re
from typing import Any

from bot.sandbox import files
from bot.sandbox.errors import bad_request, query_too_old
from bot.sandbox.keyboards import inline_only, reply_markup
from bot.sandbox.messages import caption_of, media_content, text_content
from bot.sandbox.methods.media import sent_media
from bot.sandbox.methods.sending import contact_of, location_of, venue_of
from bot.sandbox.model import JSON
from bot.sandbox.params import Params
from bot.sandbox.registry import Call, method

MOST_RESULTS = 50
_MEDIA = ("photo", "document", "video", "audio", "voice")


@method("answerInlineQuery")
async def answer_inline_query(call: Call) -> bool:
    results = call.params.structure("results", "inline query results")
    if not isinstance(results, list):
        raise bad_request("can't parse inline query results JSON object")
    if len(results) > MOST_RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    if len(call.params.text("next_offset").encode()) > 64:
        raise bad_request("NEXT_OFFSET_INVALID")
    offered = [await _result(call, result) for result in results]
    if len({result["id"] for result in offered}) != len(offered):
        raise bad_request("RESULT_ID_DUPLICATE")
    answer: JSON = {
        "results": offered,
        "next_offset": call.params.text("next_offset"),
        "button": _button(call),
    }
    if not call.sandbox.inline.answer(call.params.text("inline_query_id"), answer):
        raise query_too_old()
    return True


def _button(call: Call) -> JSON | None:
    """What stands above the results and leads into the chat with the bot."""
    button = call.params.structure("button", "InlineQueryResultsButton")
    if button is None:
        return None
    if not isinstance(button, dict) or not isinstance(button.get("text"), str):
        raise bad_request("can't parse InlineQueryResultsButton: expected an Object")
    start = button.get("start_parameter", "")
    if not isinstance(start, str) or not re.fullmatch(r"[A-Za-z0-9_-]{0,64}", start):
        raise bad_request("START_PARAM_INVALID")
    return {"text": button["text"], "start_parameter": start}


async def _result(call: Call, result: Any) -> JSON:
    """What is shown of a result, and the message it becomes."""
    if not isinstance(result, dict):
        raise bad_request("can't parse inline query result: expected an Object")
    identifier = result.get("id")
    if not isinstance(identifier, str) or not 1 <= len(identifier.encode()) <= 64:
        raise bad_request("RESULT_ID_INVALID")
    kind = result.get("type")
    markup = inline_only(reply_markup(Params({"reply_markup": result.get("reply_markup")})))
    content = await _content(call, str(kind), result)
    if markup is not None:
        content["reply_markup"] = markup
    shown: JSON = {"id": identifier, "type": kind, "content": content}
    for name in ("title", "description"):
        if isinstance(result.get(name), str):
            shown[name] = result[name]
    return shown


async def _content(call: Call, kind: str, result: JSON) -> JSON:
    given = result.get("input_message_content")
    if isinstance(given, dict):
        return _written(given)
    if kind in _MEDIA:
        return await _media(call, kind, result)
    match kind:
        case "location":
            return location_of(Params(result))
        case "venue":
            return venue_of(Params(result))
        case "contact":
            return contact_of(Params(result))
        case "article":
            raise bad_request("MESSAGE_EMPTY")
    raise bad_request("can't parse inline query result: the sandbox knows no such type")


def _written(given: JSON) -> JSON:
    """The message of an InputMessageContent."""
    params = Params(given)
    if "message_text" in given:
        return text_content(Params({**given, "text": given["message_text"]}))
    if "phone_number" in given:
        return contact_of(params)
    return venue_of(params) if "address" in given else location_of(params)


async def _media(call: Call, kind: str, result: JSON) -> JSON:
    """A file that the bot has sent before, or one at an address of this machine."""
    reference = result.get(f"{kind}_file_id") or result.get(f"{kind}_url")
    if not isinstance(reference, str):
        raise bad_request(f"can't parse inline query result: {kind} is not specified")
    world = call.sandbox.world
    stored = await files.resolve(world, call.bot.id, call.params, kind, kind, reference)
    caption = caption_of(
        str(result.get("caption") or ""),
        str(result.get("parse_mode") or ""),
        result.get("caption_entities"),
    )
    return {**media_content(kind, sent_media(call, kind, stored)), **caption}
