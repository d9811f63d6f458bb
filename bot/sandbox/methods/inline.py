"""Inline mode: what the bot offers in any chat."""

from typing import Any

from bot.sandbox.errors import bad_request, query_too_old
from bot.sandbox.keyboards import inline_only, reply_markup
from bot.sandbox.messages import caption_of, text_content
from bot.sandbox.model import JSON
from bot.sandbox.params import Params
from bot.sandbox.registry import Call, method

MOST_RESULTS = 50


@method("answerInlineQuery")
async def answer_inline_query(call: Call) -> bool:
    results = call.params.structure("results", "inline query results")
    if not isinstance(results, list):
        raise bad_request("can't parse inline query results JSON object")
    if len(results) > MOST_RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    if len(call.params.text("next_offset").encode()) > 64:
        raise bad_request("NEXT_OFFSET_INVALID")
    offered = [_result(call, result) for result in results]
    if len({result["id"] for result in offered}) != len(offered):
        raise bad_request("RESULT_ID_DUPLICATE")
    answer: JSON = {"results": offered, "next_offset": call.params.text("next_offset")}
    if not call.sandbox.inline.answer(call.params.text("inline_query_id"), answer):
        raise query_too_old()
    return True


def _result(call: Call, result: Any) -> JSON:
    """What is shown of a result, and the message it becomes."""
    if not isinstance(result, dict):
        raise bad_request("can't parse inline query result: expected an Object")
    identifier = result.get("id")
    if not isinstance(identifier, str) or not 1 <= len(identifier.encode()) <= 64:
        raise bad_request("RESULT_ID_INVALID")
    kind = result.get("type")
    markup = inline_only(reply_markup(Params({"reply_markup": result.get("reply_markup")})))
    content = _content(call, str(kind), result)
    if markup is not None:
        content["reply_markup"] = markup
    shown: JSON = {"id": identifier, "type": kind, "content": content}
    for name in ("title", "description"):
        if isinstance(result.get(name), str):
            shown[name] = result[name]
    return shown


def _content(call: Call, kind: str, result: JSON) -> JSON:
    text = result.get("input_message_content")
    if isinstance(text, dict) and "message_text" in text:
        values = {**text, "text": text["message_text"]}
        return text_content(Params(values))
    if kind == "photo" and isinstance(result.get("photo_file_id"), str):
        stored = call.sandbox.world.files.get(result["photo_file_id"])
        if stored is None or stored.bot_id != call.bot.id or stored.kind != "photo":
            raise bad_request("wrong remote file identifier specified: can't unserialize it")
        size = {
            "file_id": stored.id,
            "file_unique_id": stored.unique_id,
            "width": stored.width,
            "height": stored.height,
        }
        caption = caption_of(
            str(result.get("caption") or ""),
            str(result.get("parse_mode") or ""),
            result.get("caption_entities"),
        )
        return {"photo": [size], **caption}
    if kind == "article":
        raise bad_request("MESSAGE_EMPTY")
    raise bad_request("can't parse inline query result: only articles and photos are shown")
