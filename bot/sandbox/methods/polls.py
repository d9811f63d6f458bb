"""sendPoll and stopPoll."""

import asyncio
import secrets
from typing import Any

from bot.sandbox import chats, messages, polls
from bot.sandbox.entities import format_text
from bot.sandbox.errors import bad_request
from bot.sandbox.keyboards import inline_only, reply_markup
from bot.sandbox.model import JSON
from bot.sandbox.params import Params
from bot.sandbox.registry import Call, method

_MOST_OPTIONS = 12
_QUESTION, _OPTION, _EXPLANATION = 300, 100, 200  # longest, in UTF-16 units


@method("sendPoll")
async def send_poll(call: Call) -> JSON:
    poll = _poll(call.params)
    markup = reply_markup(call.params)
    chat = call.chat()
    sent = messages.put(call, chat, {"poll": poll} | messages.options(call, chat), markup)
    if "open_period" in poll:
        _close_later(call, sent, poll["open_period"])
    return sent


def _poll(params: Params) -> JSON:
    """The checked Poll that nobody has voted in. Raises BotApiError."""
    question, marks = _said(params, "question", params.text("question"), _QUESTION)
    poll: JSON = {
        "id": str(secrets.randbits(62) | 1 << 61),
        "question": question,
        **({"question_entities": marks} if marks else {}),
        "options": _options(params),
        "total_voter_count": 0,
        "is_closed": params.flag("is_closed"),
        "is_anonymous": params.flag("is_anonymous", default=True),
        "type": params.text("type") or "regular",
        "allows_multiple_answers": params.flag("allows_multiple_answers"),
        "allows_revoting": params.text("type") != "quiz",
        "members_only": False,
    }
    if poll["type"] not in ("regular", "quiz"):
        raise bad_request("unsupported poll type specified")
    return poll | _quiz(params, poll) | _closing(params)


def _said(params: Params, name: str, raw: str, longest: int) -> tuple[str, list[JSON]]:
    mode, given = params.text(f"{name}_parse_mode"), params.structure(f"{name}_entities")
    formatted = format_text(raw, mode, given)
    if not formatted.text:
        raise bad_request(f"poll {name} must be non-empty")
    if formatted.units > longest:
        raise bad_request(f"poll {name} length must not exceed {longest}")
    return formatted.text, formatted.entities


def _options(params: Params) -> list[JSON]:
    given: Any = params.structure("options", "options")
    if not isinstance(given, list):
        raise bad_request("can't parse options JSON object")
    if not given:
        raise bad_request("poll must have at least 1 option")
    if len(given) > _MOST_OPTIONS:
        raise bad_request(f"poll can't have more than {_MOST_OPTIONS} options")
    options = []
    for place, each in enumerate(given):
        wish = {"text": each} if isinstance(each, str) else each
        if not isinstance(wish, dict) or not isinstance(wish.get("text"), str):
            raise bad_request("can't parse InputPollOption: expected an Object")
        text, _ = _said(Params(wish), "options", wish["text"], _OPTION)
        options.append({"persistent_id": str(place), "text": text, "voter_count": 0})
    return options


def _quiz(params: Params, poll: JSON) -> JSON:
    if poll["type"] != "quiz":
        return {}
    correct = params.structure("correct_option_ids")
    if correct is None and params.has("correct_option_id"):
        correct = [params.integer("correct_option_id")]
    places = range(len(poll["options"]))
    if not isinstance(correct, list) or not correct:
        raise bad_request("quiz must have correct option identifier")
    if any(type(each) is not int or each not in places for each in correct):
        raise bad_request("wrong correct option ID specified")
    quiz: JSON = {"correct_option_ids": correct, "correct_option_id": correct[0]}
    if params.has("explanation"):
        said = params.text("explanation")
        quiz["explanation"], marks = _said(params, "explanation", said, _EXPLANATION)
        quiz["explanation_entities"] = marks
    return quiz


def _closing(params: Params) -> JSON:
    if params.has("open_period"):
        period = params.integer("open_period")
        if not 5 <= period <= 2_628_000:
            raise bad_request("wrong poll open period specified")
        return {"open_period": period, "close_date": chats.now() + period}
    return {"close_date": params.integer("close_date")} if params.has("close_date") else {}


def _close_later(call: Call, sent: JSON, seconds: int) -> None:
    """Close it in time; after a restart of the sandbox the next vote finds it late."""
    key = call.bot.id, sent["chat"]["id"]

    def close() -> None:
        entry = call.sandbox.world.entries.get(key, {}).get(sent["message_id"])
        if entry is not None and not entry.message["poll"]["is_closed"]:
            polls.close(call.sandbox, call.bot, entry)

    asyncio.get_running_loop().call_later(seconds, close)


@method("stopPoll")
async def stop_poll(call: Call) -> JSON:
    markup = inline_only(reply_markup(call.params))
    entry = call.entry(call.chat(), "message with poll to stop not found")
    if "poll" not in entry.message:
        raise bad_request("message is not a poll")
    if entry.message.get("from", call.bot.user())["id"] != call.bot.id:
        raise bad_request("poll can't be stopped")
    if entry.message["poll"]["is_closed"]:
        raise bad_request("poll has already been closed")
    return polls.close(call.sandbox, call.bot, entry, markup)
