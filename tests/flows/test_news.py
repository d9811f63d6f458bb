"""News are for who wants them: the question, the answer, and the way out."""

import pytest

from bot.callbacks.mine import StopNews
from storage.database import Database
from tests.factories import Owner, make_event
from tests.guest import Guest, labels, said
from tests.portal_fixtures import Portal


async def arrives(portal: Portal, payload: str = "", language: str = "en") -> Guest:
    """Somebody opens the bot for the first time."""
    guest = await portal.sandbox.guest("Nora Lind", language)
    await guest.start(payload)
    return guest


async def consents_of(owner: Owner, portal: Portal, guest: Guest) -> list[tuple[bool, int]]:
    rows = await owner.fetch(
        "SELECT granted, version FROM consents WHERE user_id = $1 ORDER BY id",
        await portal.user_id(owner, guest),
    )
    return [(row["granted"], row["version"]) for row in rows]


async def test_the_question_comes_behind_what_a_person_came_for(
    portal: Portal, owner: Owner
) -> None:
    from bot.links import event_payload

    show = await make_event(owner, title="Night Bloom")
    nora = await arrives(portal, event_payload(show.id))
    await portal.says(nora, "One question")
    shown = [said(each) for each in await nora.messages() if each["from"]["is_bot"]]
    assert "Night Bloom" in shown[0]
    assert "One question" in shown[1]


async def test_yes_is_kept_and_the_question_never_comes_again(
    portal: Portal, owner: Owner
) -> None:
    nora = await arrives(portal)
    await portal.says(nora, "One question")
    await nora.tap("Yes, please")
    assert "How good" in await nora.words()
    assert await consents_of(owner, portal, nora) == [(True, 1)]
    await nora.start()
    await nora.send("/settings")
    await portal.says(nora, "What reaches you")
    assert sum("One question" in said(each) for each in await nora.messages()) == 0
    assert "yes, with pleasure" in await nora.words()


async def test_no_is_kept_and_can_be_changed(portal: Portal, owner: Owner) -> None:
    nora = await arrives(portal)
    await portal.says(nora, "One question")
    await nora.tap("No, thank you")
    assert "Very well" in await nora.words()
    await nora.send("/privacy")
    await portal.says(nora, "Your data are yours")
    await nora.tap("Correct it")
    await nora.tap("What reaches me")
    await nora.tap("Send me news")
    assert "yes, with pleasure" in await nora.words()
    await nora.tap("No more news")
    assert await consents_of(owner, portal, nora) == [(False, 1), (True, 1), (False, 1)]


async def test_saying_the_same_again_adds_no_line(portal: Portal, owner: Owner) -> None:
    nora = await arrives(portal)
    question = await portal.says(nora, "One question")
    await nora.tap("Yes, please")
    for _ in range(2):
        answer = await nora.tap_data(question["message_id"], StopNews().pack())
        assert "no more news" in answer["text"]
    assert await consents_of(owner, portal, nora) == [(True, 1), (False, 1)]


@pytest.mark.parametrize(
    ("language", "words"), [("fr", "Une question"), ("it", "Una domanda"), ("de", "One question")]
)
async def test_the_question_is_asked_in_their_language(
    portal: Portal, language: str, words: str
) -> None:
    nora = await arrives(portal, language=language)
    await portal.says(nora, words)


async def test_reminders_are_chosen_in_the_settings(portal: Portal, owner: Owner) -> None:
    nora = await portal.guest("Nora Lind")
    await nora.send("/settings")
    screen = await portal.says(nora, "What reaches you")
    assert {"48 h", "✓ 24 h", "✓ 2 h", "1 h"} <= set(labels(screen))
    await nora.tap("✓ 24 h")
    await nora.tap("48 h")
    assert {"✓ 48 h", "24 h", "✓ 2 h", "1 h"} <= set(labels(await nora.screen()))
    kept = await owner.value(
        "SELECT preferences -> 'reminders' FROM users WHERE id = $1",
        await portal.user_id(owner, nora),
    )
    assert kept == "[48, 2]"


async def test_nobody_changes_a_line_of_what_was_said(portal: Portal, owner: Owner) -> None:
    nora = await arrives(portal)
    await portal.says(nora, "One question")
    await nora.tap("Yes, please")
    bot: Database = portal.db
    for statement in (
        "UPDATE consents SET granted = false",
        "DELETE FROM consents",
        "UPDATE consent_states SET granted = false",
    ):
        with pytest.raises(Exception, match="permission denied"):
            await bot.call(statement)
