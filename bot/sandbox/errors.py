"""Refusals of the two interfaces, each with the words the caller gets."""

from typing import Any


class BotApiError(Exception):
    """A refused Bot API call.

    `code` is both the HTTP status and `error_code`; `description` is the whole text including its
    prefix ("Bad Request: …"); `parameters` is sent as ResponseParameters when not empty.
    """

    def __init__(self, code: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


class ClientError(Exception):
    """A refused call of the /client interface: one sentence and its HTTP status."""

    def __init__(self, sentence: str, status: int = 400) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.status = status


def bad_request(reason: str, **parameters: Any) -> BotApiError:
    """400 with Telegram's prefix; the first letter of a library text is lower-cased there too."""
    if len(reason) > 1 and reason[1].islower():
        reason = reason[0].lower() + reason[1:]
    return BotApiError(400, f"Bad Request: {reason}", **parameters)


def forbidden(reason: str) -> BotApiError:
    return BotApiError(403, f"Forbidden: {reason}")


def conflict(reason: str) -> BotApiError:
    return BotApiError(409, f"Conflict: {reason}")


def too_many_requests(seconds: int) -> BotApiError:
    """429; `seconds` is when the caller may try again."""
    return BotApiError(
        429, f"Too Many Requests: retry after {seconds}", retry_after=max(1, seconds)
    )


def query_too_old() -> BotApiError:
    return bad_request("query is too old and response timeout expired or query ID is invalid")
