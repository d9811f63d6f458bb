"""A campaign is large by whom it reaches in the way that it goes, not by whom another would."""

from typing import Any

import pytest

from tests.factories import Owner, make_person
from tests.flows.test_letters_to_many import give_address

MOST = 2
"""People whom one may write to alone."""


async def make_house(owner: Owner, *, in_chat: int, by_letter: int) -> Any:
    """A house whose followers read it in the chat, or by letter."""
    await owner.fetch("UPDATE settings SET value = $1 WHERE name = 'approval_above_people'", MOST)
    house = await make_person(owner, "Camilla Rossi")
    for number in range(in_chat + by_letter):
        reader = await make_person(owner, f"Reader {number}")
        channel = "push" if number < in_chat else "email"
        if channel == "push":
            await owner.insert(
                "telegram_accounts", telegram_id=number, user_id=reader, chat_id=number
            )
        else:
            await give_address(owner, reader, f"reader{number}@example.org")
        await owner.insert("follows", user_id=reader, organizer_id=house)
        await owner.insert(
            "consents",
            user_id=reader,
            purpose="marketing",
            channel=channel,
            granted=True,
            version=1,
        )
    return house


async def launch(owner: Owner, house: Any, channel: str, **values: Any) -> str:
    """Where a campaign to the followers stands that somebody lets leave."""
    row = await owner.insert(
        "campaigns",
        name="Tonight",
        organizer_id=house,
        created_by=house,
        type=channel,
        audience="followers",
        meta_data={"text": "Tonight"},
        **values,
    )
    await owner.fetch(
        "UPDATE campaigns SET status = 'active', launched_at = now() WHERE id = $1", row["id"]
    )
    return str(await owner.value("SELECT status FROM campaigns WHERE id = $1", row["id"]))


@pytest.mark.parametrize(
    ("channel", "in_chat", "by_letter", "stands"),
    [
        ("email", MOST + 3, MOST, "active"),
        ("email", 0, MOST + 1, "awaiting_approval"),
        ("push", MOST, MOST + 3, "active"),
        ("push", MOST + 1, 0, "awaiting_approval"),
        ("social", MOST, MOST + 3, "active"),
        ("social", MOST + 1, 0, "awaiting_approval"),
    ],
)
async def test_a_second_person_is_asked_where_many_get_it(
    owner: Owner, channel: str, in_chat: int, by_letter: int, stands: str
) -> None:
    house = await make_house(owner, in_chat=in_chat, by_letter=by_letter)
    assert await launch(owner, house, channel) == stands


async def test_a_yes_to_a_message_is_none_to_a_letter(owner: Owner) -> None:
    house = await make_house(owner, in_chat=MOST + 1, by_letter=MOST + 1)
    assert await launch(owner, house, "push") == "awaiting_approval"
    second = await make_person(owner, "Marta Verdi")
    await owner.fetch("UPDATE campaigns SET decided_by = $1, decided_at = now()", second)
    await owner.fetch("UPDATE campaigns SET type = 'email'")
    assert await owner.value("SELECT decided_by FROM campaigns") is None
    await owner.fetch("UPDATE campaigns SET status = 'active', launched_at = now()")
    assert await owner.value("SELECT status FROM campaigns") == "awaiting_approval"
