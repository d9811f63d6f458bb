"""Who works here signs in on the web, by a link or a password, and is out when told."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from ipaddress import ip_network

import pytest
from argon2 import PasswordHasher
from redis.asyncio import Redis

from domain import sessions
from storage.database import Database
from tests.factories import Owner
from tests.flows.broadcasting import Jobs, jobs_of
from tests.flows.web import (
    GOOD,
    Pages,
    asks_for_link,
    gives_address,
    link_in,
    open_pages,
    sets_password,
)
from tests.guest import labels, said
from tests.keeping import VAULT
from tests.portal_fixtures import Portal
from tests.signing import SIGNER
from tests.storage.database_fixtures import Scratch
from tests.visitor import Visitor, a_visitor, an_administrator

EMAIL = "ada@example.org"
PROXY = (ip_network("127.0.0.1"),)


@pytest.fixture
async def pages(portal: Portal) -> AsyncIterator[Pages]:
    """The pages, behind a proxy."""
    async with open_pages(portal, proxies=PROXY) as opened:
        yield opened


@pytest.fixture
async def jobs(portal: Portal, database: Scratch, redis: Redis) -> AsyncIterator[Jobs]:
    """What tells people."""
    async with jobs_of(portal, database, redis) as opened:
        yield opened


@pytest.fixture
async def ada(portal: Portal, owner: Owner) -> Visitor:
    """Who runs the portal, with a confirmed address."""
    visitor = await an_administrator(owner, portal)
    await gives_address(portal, owner, visitor, EMAIL)
    return visitor


def later(database: Scratch, by: timedelta) -> Database:
    """The bot's database at another time."""
    return Database(
        database.dsn("portal_app"),
        role="portal_app",
        signer=SIGNER,
        vault=VAULT,
        clock_offset=by,
    )


async def told(pages: Pages, visitor: Visitor, words: str) -> dict:
    """The message that says so."""
    return await pages.portal.says(visitor.guest, words)


async def test_a_link_signs_in_once_and_only_by_its_button(
    pages: Pages, ada: Visitor, owner: Owner, jobs: Jobs
) -> None:
    url = await asks_for_link(ada)
    phone, preview = pages.browser(ip="93.45.6.7"), pages.browser()
    for _ in range(2):
        looked = await preview.opens(url)
        assert (looked.status, looked.title) == (200, "Sign in here")
    home = await phone.sends(url)
    assert home.title == "Good to see you, Ada King"
    assert "Runs the portal" in home.text
    assert "Safari on iPhone" in home.text
    assert "93.45.•.•" in home.text
    again = await preview.sends(url)
    assert (again.status, again.title) == (410, "This link leads nowhere any more")
    assert "only once" in again.text
    assert not await preview.is_in()
    notice = await told(pages, ada, "You have just signed in")
    assert "Safari on iPhone" in said(notice)
    assert await owner.value("SELECT count(*) FROM sessions") == 1
    assert (
        await owner.value(
            "SELECT count(*) FROM audit_logs WHERE category = 'login' AND action = 'signed in'"
            " AND user_id IS NOT NULL AND ip_address IS NOT NULL"
        )
        == 1
    )


async def test_a_link_that_is_late_forged_or_replaced_says_so(
    pages: Pages, ada: Visitor, database: Scratch
) -> None:
    first = await asks_for_link(ada)
    second = await asks_for_link(ada)
    browser = pages.browser()
    forged, replaced = await browser.opens(second + "x"), await browser.sends(first)
    assert forged.text == replaced.text
    assert forged.status == replaced.status == 410
    assert "t.me/fashionista_test_bot" in forged.text
    path = second.removeprefix(pages.url)
    late = later(database, sessions.LINK_LASTS)
    async with open_pages(pages.portal, db=late) as tomorrow:
        over = await tomorrow.browser().sends(path)
        assert "ten minutes" in over.text
    await late.close()


async def test_two_browsers_at_once_get_one_session(
    pages: Pages, ada: Visitor, owner: Owner
) -> None:
    url = await asks_for_link(ada)
    browsers = [pages.browser() for _ in range(8)]
    answers = await asyncio.gather(*(each.sends(url) for each in browsers))
    assert sorted(each.status for each in answers) == [200] + [410] * 7
    assert await owner.value("SELECT count(*) FROM sessions") == 1


async def test_without_the_lock_on_a_link_two_get_in(
    pages: Pages, ada: Visitor, owner: Owner
) -> None:
    """The race is there: the lock is what decides it."""
    body = await owner.value("SELECT pg_get_functiondef('sec.look_at_web_link'::regproc)")
    slow = body.replace("FOR UPDATE", "").replace(
        "IF p_take AND outcome = 'ok' THEN",
        "IF p_take AND outcome = 'ok' THEN PERFORM pg_sleep(0.3);",
    )
    await owner.connection.execute(slow)
    url = await asks_for_link(ada)
    browsers = [pages.browser() for _ in range(4)]
    await asyncio.gather(*(each.sends(url) for each in browsers))
    assert await owner.value("SELECT count(*) FROM sessions") > 1


async def test_a_password_is_set_by_a_link_and_ends_every_session(
    pages: Pages, ada: Visitor, owner: Owner
) -> None:
    phone = pages.browser()
    await phone.sends(await asks_for_link(ada))
    assert await phone.is_in()
    await ada.says("/devices")
    url = link_in(await ada.taps("Set a password"))
    laptop = pages.browser(agent="Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0")
    form = await laptop.opens(url)
    assert EMAIL in form.text
    for typed, why in (
        ("short", "at least 12"),
        ("x" * 129, "at most 128"),
        ("Password12345", "guessed early"),
        (EMAIL.upper(), "own name or address"),
    ):
        refused = await laptop.sends(url, password=typed, again=typed)
        assert (refused.status, why in refused.text) == (400, True), typed
    assert "not the same" in (await laptop.sends(url, password=GOOD, again=GOOD + "!")).text
    done = await laptop.sends(url, password=GOOD, again=GOOD)
    assert done.title == "Your password is set"
    assert not await phone.is_in()
    assert (await laptop.sends(url, password=GOOD, again=GOOD)).status == 410

    assert (await laptop.signs_in(f" {EMAIL.upper()} ", GOOD)).title.startswith("Good to see")
    assert await laptop.is_in()
    kept = await owner.value("SELECT password_hash FROM users WHERE password_hash IS NOT NULL")
    assert kept.startswith("$argon2id$")
    events = await owner.fetch("SELECT action FROM audit_logs WHERE category = 'login'")
    assert {"password set", "signed in"} <= {each["action"] for each in events}


async def test_a_wrong_word_says_nothing_of_why(
    pages: Pages, ada: Visitor, portal: Portal, owner: Owner
) -> None:
    guest = await a_visitor(portal)
    await gives_address(portal, owner, guest, "guest@example.org")
    await sets_password(pages, ada)
    await owner.connection.execute(
        "UPDATE users SET password_hash = (SELECT max(password_hash) FROM users)"
        " WHERE email_index IS NOT NULL"
    )
    texts = set()
    for email, password in (
        (EMAIL, GOOD + "!"),
        ("nobody@example.org", GOOD),
        ("guest@example.org", GOOD),
        ("", ""),
    ):
        answer = await pages.browser().signs_in(email, password)
        assert answer.status == 403
        texts.add(answer.text.replace(f'value="{email}"', "", 1))
    assert len(texts) == 1


async def test_guessing_in_bulk_is_slowed_and_told_and_a_link_still_works(
    pages: Pages, ada: Visitor, owner: Owner, jobs: Jobs
) -> None:
    await sets_password(pages, ada)
    guesses = [
        pages.browser(ip=f"198.51.100.{n}").signs_in(EMAIL, f"guess number {n}") for n in range(40)
    ]
    answers = await asyncio.gather(*guesses)
    assert sorted(each.status for each in answers) == [403] * 5 + [429] * 35
    refused = next(each for each in answers if each.status == 429)
    assert "one minute" in refused.text
    right = await pages.browser().signs_in(EMAIL, GOOD)
    assert right.status == 429
    await told(pages, ada, "Somebody is trying passwords")
    assert (
        await owner.value(
            "SELECT count(*) FROM audit_logs WHERE category = 'login' AND action = 'refused'"
        )
        == 5
    )
    browser = pages.browser()
    await browser.sends(await asks_for_link(ada))
    assert await browser.is_in()


async def test_waits_grow_for_a_place_too_and_end(
    pages: Pages, ada: Visitor, database: Scratch, owner: Owner
) -> None:
    await sets_password(pages, ada)
    one_place = pages.browser(ip="203.0.113.9")
    for n in range(20):
        assert (await one_place.signs_in(f"{n}@example.org", GOOD)).status == 403
    # What a stranger wrote in front of what our proxy saw counts for nothing.
    one_place.ip = "8.8.8.8, 203.0.113.9"
    assert (await one_place.signs_in(EMAIL, GOOD)).status == 429
    assert (await pages.browser(ip="203.0.113.10").signs_in(EMAIL, GOOD)).status == 200
    soon = later(database, timedelta(seconds=31))
    async with open_pages(pages.portal, db=soon, proxies=PROXY) as after:
        again = after.browser(ip="203.0.113.9")
        assert (await again.signs_in("x@example.org", GOOD)).status == 403
        assert (await again.signs_in(EMAIL, GOOD)).status == 429
    await soon.close()
    waits = await owner.fetch(
        "SELECT tries, extract(epoch FROM free_at - last_at)::int AS wait FROM sign_in_tries"
        " WHERE kind = 'address' AND tries > 20"
    )
    assert waits == [{"tries": 21, "wait": 60}]


async def test_a_dearer_hash_is_made_as_somebody_signs_in(
    pages: Pages, ada: Visitor, owner: Owner
) -> None:
    await sets_password(pages, ada)
    kept = "SELECT password_hash FROM users WHERE password_hash IS NOT NULL"
    before = await owner.value(kept)
    await pages.browser().signs_in(EMAIL, GOOD)
    assert await owner.value(kept) == before
    raised = PasswordHasher(time_cost=2, memory_cost=128, parallelism=1)
    async with open_pages(pages.portal, hasher=raised) as dearer:
        assert (await dearer.browser().signs_in(EMAIL, GOOD)).status == 200
        after = await owner.value(kept)
        assert "m=128,t=2" in after
        assert (await dearer.browser().signs_in(EMAIL, GOOD)).status == 200
        assert await owner.value(kept) == after


async def test_a_device_ended_in_the_chat_is_out_at_once(
    pages: Pages, ada: Visitor, owner: Owner
) -> None:
    phone, laptop = pages.browser(), pages.browser(agent="Firefox/140.0 (Windows NT 10.0)")
    for each in (phone, laptop):
        await each.sends(await asks_for_link(ada))
    screen = await ada.says("/devices")
    assert "Firefox on Windows" in said(screen)
    await ada.taps("Sign out 1. Firefox on Windows")
    assert not await laptop.is_in()
    assert await phone.is_in()
    await laptop.sends(await asks_for_link(ada))
    await ada.says("/devices")
    screen = await ada.taps("Sign out everywhere")
    assert "Nowhere at this moment" in said(screen)
    assert not await phone.is_in()
    assert not await laptop.is_in()


async def test_this_was_not_me_ends_everything_and_the_password(
    pages: Pages, ada: Visitor, jobs: Jobs
) -> None:
    await sets_password(pages, ada)
    thief = pages.browser(ip="203.0.113.5")
    await thief.signs_in(EMAIL, GOOD)
    notice = await told(pages, ada, "You have just signed in")
    await ada.taps("This was not me", among=notice)
    screen = await ada.guest.screen()
    assert "Everybody is out" in said(screen)
    assert "Set a password" in labels(screen)
    assert not await thief.is_in()
    assert (await thief.signs_in(EMAIL, GOOD)).status == 403


async def test_who_works_here_no_more_is_out(
    pages: Pages, portal: Portal, owner: Owner, ada: Visitor
) -> None:
    person = await portal.user_id(owner, ada.guest)
    for leaves in (
        "UPDATE administrators SET revoked_at = now() WHERE user_id = $1",
        "UPDATE users SET status = 'inactive' WHERE id = $1",
    ):
        browser = pages.browser()
        await browser.sends(await asks_for_link(ada))
        assert await browser.is_in()
        await owner.connection.execute(leaves, person)
        assert await owner.value("SELECT count(*) FROM sessions") == 0
        await owner.connection.execute(
            "UPDATE administrators SET revoked_at = NULL WHERE user_id = $1", person
        )
        assert not await browser.is_in()


async def test_guests_have_no_devices_and_get_no_link(portal: Portal, pages: Pages) -> None:
    guest = await a_visitor(portal)
    screen = await guest.says("/devices")
    assert "inline_keyboard" not in screen or "Sign in on another device" not in labels(screen)


async def test_a_session_lives_while_it_is_used_and_not_for_ever(
    pages: Pages, ada: Visitor, database: Scratch
) -> None:
    phone, idle = pages.browser(), pages.browser()
    for each in (phone, idle):
        await each.sends(await asks_for_link(ada))
    path = "/web/"
    for hours in (11, 22, 33):
        then = later(database, timedelta(hours=hours))
        async with open_pages(pages.portal, db=then) as opened:
            phone.base = idle.base = opened.url
            assert "Where you are signed in" in (await phone.opens(path)).text
        await then.close()
    then = later(database, timedelta(hours=34))
    async with open_pages(pages.portal, db=then) as opened:
        phone.base = idle.base = opened.url
        assert not await idle.is_in()
        assert await phone.is_in()
    await then.close()
    last = later(database, sessions.LONGEST + timedelta(seconds=5))
    await ada.portal.db.close()
    async with open_pages(pages.portal, db=last) as opened:
        phone.base = opened.url
        assert not await phone.is_in()
    await last.close()


async def test_forms_and_tokens_from_elsewhere_do_nothing(
    pages: Pages, ada: Visitor, owner: Owner
) -> None:
    url = await asks_for_link(ada)
    browser = pages.browser()
    for origin in ("https://evil.example", "null", ""):
        assert (await browser.sends(url, origin=origin)).status == 403
    assert await owner.value("SELECT count(*) FROM sessions") == 0
    page = await browser.opens(url)
    assert "frame-ancestors 'none'" in page.headers["Content-Security-Policy"]
    assert page.headers["Cache-Control"] == "no-store"
    assert page.headers["Referrer-Policy"] == "same-origin"
    assert "<script" not in page.text
    missing = await browser.opens("/web/nowhere")
    assert (missing.status, missing.title) == (404, "We are sorry")

    browser.cookies["portal"] = "chosen-by-somebody-else"
    await browser.sends(url)
    assert browser.cookies["portal"] != "chosen-by-somebody-else"
    old = dict(browser.cookies)
    await browser.sends("/web/sign-out")
    browser.cookies = old
    assert not await browser.is_in()
