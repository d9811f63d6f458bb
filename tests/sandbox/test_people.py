"""People: one by one, by the thousand, and those who left Telegram."""

import pytest

from tests.sandbox.running import ADA, Server

CROWD = 10_000


async def test_people(server: Server):
    _, made = await server.client("people", {"first_name": "Cleo", "about": "door steward"})
    assert made["person"]["id"] > 2**31
    changed = {"id": made["person"]["id"], "username": "@cleo_d", "language_code": "it"}
    _, again = await server.client("people", changed)
    assert (again["person"]["first_name"], again["person"]["username"]) == ("Cleo", "cleo_d")
    _, everybody = await server.client("people")
    assert [person["first_name"] for person in everybody["people"]] == ["Ada", "Ben", "Cleo"]
    assert everybody["people"][0] == {
        "id": ADA,
        "first_name": "Ada",
        "last_name": "Moreau",
        "username": "ada",
        "language_code": "fr",
        "about": "attendee",
        "blocked": False,
        "started": False,
    }


@pytest.mark.parametrize(
    "body", [{}, {"first_name": ""}, {"id": "1", "first_name": "x"}, {"id": 1, "username": "a b"}]
)
async def test_people_are_checked(server: Server, body):
    status, answer = await server.client("people", body)
    assert (status, list(answer)) == (400, ["error"])


async def _growth(server: Server, method: str) -> int:
    """How many bytes the journal grows by when the bot writes to the newest person."""
    newest = max(server.sandbox.world.people)
    await server.act(newest, "start")
    journal = server.sandbox.world.blobs.parent / "journal.jsonl"
    before = journal.stat().st_size
    await server.ok(method, chat_id=newest, text="x")
    return journal.stat().st_size - before


async def test_a_crowd_comes_at_once_and_costs_later_calls_nothing(server: Server):
    alone = await _growth(server, "sendMessage")
    crowd = [{"first_name": f"Guest {number}"} for number in range(CROWD)]
    status, made = await server.client("people", {"people": crowd})
    assert status == 200
    assert len({person["id"] for person in made["people"]}) == CROWD
    # Ids have more digits or fewer; anything that grew with the crowd would be far more.
    assert abs(await _growth(server, "sendMessage") - alone) < 50


async def test_a_crowd_is_remembered(server: Server):
    _, made = await server.client("people", {"people": [{"first_name": "A"}, {"first_name": "B"}]})
    one, two = [person["id"] for person in made["people"]]
    assert two == one + 1
    _, third = await server.client("people", {"first_name": "C"})
    assert third["person"]["id"] == two + 1
    status, _ = await server.client("people", {"people": ["Ada"]})
    assert status == 400


async def test_who_deleted_their_account_gets_nothing(server: Server):
    await server.started(ADA)
    await server.client("people", {"id": ADA, "deactivated": True})
    assert await server.refused("sendMessage", chat_id=ADA, text="x") == (
        "Forbidden: user is deactivated"
    )
