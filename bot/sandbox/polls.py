"""Polls: counting votes, closing, and telling the bot."""

from collections.abc import Sequence

from bot.sandbox import chats
from bot.sandbox.errors import ClientError
from bot.sandbox.model import JSON, Entry, Person
from bot.sandbox.sandbox import Bot, Sandbox


def vote(sandbox: Sandbox, bot: Bot, person: Person, entry: Entry, options: Sequence[int]) -> None:
    """Let the person choose `options` by their places, none to take the vote back.

    Raises ClientError.
    """
    poll = _open_poll(sandbox, bot, entry)
    if any(not 0 <= option < len(poll["options"]) for option in options):
        raise ClientError("There is no such answer.")
    if len(options) > 1 and not poll["allows_multiple_answers"]:
        raise ClientError("Only one answer can be chosen.")
    if str(person.id) in entry.votes and poll["type"] == "quiz":
        raise ClientError("An answer to a quiz stays.")
    if options:
        entry.votes[str(person.id)] = sorted(set(options))
    else:
        entry.votes.pop(str(person.id), None)
    _count(entry)
    chats.changed(sandbox, entry, edited=False)
    _tell(sandbox, bot, entry)
    if not poll["is_anonymous"]:
        chosen = entry.votes.get(str(person.id), [])
        answer = {
            "poll_id": poll["id"],
            "user": chats.user_of(person),
            "option_ids": chosen,
            "option_persistent_ids": [poll["options"][each]["persistent_id"] for each in chosen],
        }
        bot.queue.push("poll_answer", answer, f"poll{person.id}")


def _open_poll(sandbox: Sandbox, bot: Bot, entry: Entry) -> JSON:
    poll: JSON | None = entry.message.get("poll")
    if poll is None:
        raise ClientError("This message is not a poll.")
    if not poll["is_closed"] and poll.get("close_date", chats.now()) < chats.now():
        close(sandbox, bot, entry)
        poll = entry.message["poll"]
    if poll["is_closed"]:
        raise ClientError("This poll is closed.")
    return poll


def _count(entry: Entry) -> None:
    poll = entry.message["poll"]
    chosen = [option for options in entry.votes.values() for option in options]
    counted = [
        {**option, "voter_count": chosen.count(place)}
        for place, option in enumerate(poll["options"])
    ]
    fresh = {**poll, "options": counted, "total_voter_count": len(entry.votes)}
    entry.message = {**entry.message, "poll": fresh}


def close(sandbox: Sandbox, bot: Bot, entry: Entry, markup: JSON | None = None) -> JSON:
    """Close the poll, whose final Poll is returned. `markup` replaces the keyboard."""
    poll: JSON = {**entry.message["poll"], "is_closed": True}
    message = {**entry.message, "poll": poll}
    message.pop("reply_markup", None)
    if markup is not None:
        message["reply_markup"] = markup
    entry.message = message
    chats.changed(sandbox, entry, edited=False)
    _tell(sandbox, bot, entry)
    return poll


def _tell(sandbox: Sandbox, bot: Bot, entry: Entry) -> None:
    """Bots hear of the state of the polls that they sent."""
    poll = entry.message["poll"]
    if entry.message.get("from", bot.user())["id"] == bot.id:
        bot.queue.push("poll", poll, f"poll{poll['id']}")
