"""reply_markup: what Telegram accepts, and what it says of the rest."""

from typing import Any

import orjson

from bot.sandbox.entities.builder import web_address
from bot.sandbox.errors import bad_request
from bot.sandbox.model import JSON
from bot.sandbox.params import Params

_LONGEST = 10_000  # bytes
_MOST_BUTTONS = 100
_ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)


def reply_markup(params: Params, *, invoice: bool = False) -> JSON | None:
    """The checked `reply_markup`, None if there is none. Raises BotApiError."""
    if len(params.text("reply_markup").encode()) > _LONGEST:
        raise bad_request("reply markup is too long")
    markup = params.structure("reply_markup", "reply keyboard markup")
    if markup is None:
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in markup:
        rows = _rows(markup["inline_keyboard"], "inline keyboard")
        buttons = [[_inline_button(button) for button in row] for row in rows if row]
        _check_pay(buttons, invoice)
        return {"inline_keyboard": buttons} if buttons else None
    if "keyboard" in markup:
        rows = _rows(markup["keyboard"], "keyboard")
        return {**markup, "keyboard": [[_button(button) for button in row] for row in rows if row]}
    if markup.get("remove_keyboard") is True or markup.get("force_reply") is True:
        return markup
    return None


def inline_only(markup: JSON | None) -> JSON | None:
    """For edits: only an inline keyboard can stand at a message."""
    if markup is not None and "inline_keyboard" not in markup:
        raise bad_request("inline keyboard expected")
    return markup


def _rows(rows: Any, what: str) -> list[list[Any]]:
    if not isinstance(rows, list):
        raise bad_request(f'field "{what.replace(" ", "_")}" must be of type Array')
    for row in rows:
        if not isinstance(row, list):
            raise bad_request(f"can't parse {what} button: expected an Array of Array")
    if sum(len(row) for row in rows) > _MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    return rows


def _check_text(button: JSON, what: str) -> None:
    text = button.get("text")
    if not isinstance(text, str) or not text.strip():
        raise bad_request(f'can\'t parse {what} button: field "text" must be of type String')


def _inline_button(given: Any) -> JSON:
    if not isinstance(given, dict):
        raise bad_request("can't parse inline keyboard button: expected an Object")
    button: JSON = {name: value for name, value in given.items() if value is not None}
    _check_text(button, "inline keyboard")
    actions = [name for name in _ACTIONS if name in button and button[name] is not False]
    if not actions:
        raise bad_request("text buttons are unallowed in the inline keyboard")
    data = button.get("callback_data")
    if data is not None and not (isinstance(data, str) and 1 <= len(data.encode()) <= 64):
        raise bad_request("BUTTON_DATA_INVALID")
    if "url" in button:
        _check_url(button["url"])
    if "web_app" in button:
        page = button["web_app"]
        _check_url(page.get("url") if isinstance(page, dict) else None)
    chosen = button.get("switch_inline_query_chosen_chat", {})
    if not isinstance(chosen, dict) or not isinstance(chosen.get("query", ""), str):
        raise bad_request("can't parse inline keyboard button: expected an Object")
    if "copy_text" in button:
        copied = button["copy_text"]
        text = copied.get("text") if isinstance(copied, dict) else None
        if not isinstance(text, str) or not 1 <= len(text) <= 256:
            raise bad_request("BUTTON_COPY_TEXT_INVALID")
    return button


def _check_url(url: Any) -> None:
    if not isinstance(url, str) or not url:
        raise bad_request("BUTTON_URL_INVALID")
    if "://" in url and not url.lower().startswith(("http://", "https://", "tg://", "ton://")):
        raise bad_request(
            f"inline keyboard button URL '{url}' is invalid: Unsupported URL protocol"
        )
    if web_address(url) is None:
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")


def _check_pay(rows: list[list[JSON]], invoice: bool) -> None:
    paying = [
        (y, x) for y, row in enumerate(rows) for x, button in enumerate(row) if button.get("pay")
    ]
    if paying and not invoice:
        raise bad_request("BUTTON_TYPE_INVALID")
    if invoice and rows and paying != [(0, 0)]:
        raise bad_request("BUTTON_POS_INVALID")


def _button(button: Any) -> JSON:
    if isinstance(button, str):
        button = {"text": button}
    if not isinstance(button, dict):
        raise bad_request("can't parse keyboard button: expected an Object")
    _check_text(button, "keyboard")
    return {name: value for name, value in button.items() if value not in (None, False)}


def same_markup(one: JSON | None, other: JSON | None) -> bool:
    return orjson.dumps(one or {}, option=orjson.OPT_SORT_KEYS) == orjson.dumps(
        other or {}, option=orjson.OPT_SORT_KEYS
    )
