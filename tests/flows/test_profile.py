"""My profile: told, changed, removed; an address confirmed by a letter, a number by a card."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest
from redis.asyncio import Redis

from bot.callbacks.mine import AtProfile
from bot.mailer import Mailer
from domain import emails, house_rules, people
from domain.actors import Person
from domain.emails import Answer
from storage.database import Database
from tests.factories import Owner, make_designer, make_event, name_house
from tests.flows.broadcasting import jobs_of
from tests.guest import labels, said
from tests.mailbox import Mailbox, open_mailbox, words
from tests.portal_fixtures import Portal, Sandbox, open_portal
from tests.storage.database_fixtures import Scratch
from tests.visitor import Visitor, a_visitor

pytestmark = pytest.mark.timeout(180)
ADDRESS = "Giulia@Example.org"


@pytest.fixture
async def mailbox() -> AsyncIterator[Mailbox]:
    async with open_mailbox() as opened:
        yield opened


@pytest.fixture
async def portal(
    database: Scratch, redis: Redis, sandbox: Sandbox, mailbox: Mailbox
) -> AsyncIterator[Portal]:
    """A portal that sends letters."""
    async with (
        open_portal(database, redis, sandbox, mails=True) as opened,
        jobs_of(opened, database, redis, mailer=Mailer(mailbox.address)),
    ):
        yield opened


async def profile_of(owner: Owner, portal: Portal, visitor: Visitor) -> dict:
    """Everything that is kept of a person, opened."""
    person = await portal.user_id(owner, visitor.guest)
    [user] = await owner.opened("users", "SELECT * FROM users WHERE id = $1", person)
    [told] = await owner.opened(
        "user_profiles", "SELECT * FROM user_profiles WHERE user_id = $1", person
    )
    return {**told, **user}


async def fills_in(visitor: Visitor, part: str, text: str) -> dict:
    """The screen after an answer."""
    await visitor.says("/profile")
    await visitor.taps(part)
    return await visitor.says(text)


async def begins_with(visitor: Visitor, address: str) -> None:
    await visitor.says("/profile")
    await visitor.taps("+ E-mail")
    await visitor.says(address)


async def test_every_part_is_told_changed_and_removed(portal: Portal, owner: Owner) -> None:
    visitor = await a_visitor(portal)
    told = {
        "+ About you": ("bio", "Cuts cloth."),
        "+ Position": ("position", "Buyer"),
        "+ City": ("location", "Milano"),
        "+ Company": ("company", "Casa Conti"),
    }
    for part, (column, text) in told.items():
        screen = await fills_in(visitor, part, text)
        assert text in said(screen)
        assert (await profile_of(owner, portal, visitor))[column] == text
    screen = await fills_in(visitor, "+ Links", "@giulia.c https://giulia.example")
    assert "instagram.com/giulia.c, giulia.example" in said(screen)

    await visitor.taps("About you")
    await visitor.taps("Change")
    await visitor.says("Sews, too.")
    await visitor.taps("About you")
    assert "Sews, too." in said(await visitor.guest.screen())
    screen = await visitor.taps("Remove")
    assert "+ About you" in labels(screen)
    await visitor.taps("Links")
    await visitor.taps("Remove")
    kept = await profile_of(owner, portal, visitor)
    assert (kept["bio"], kept["social_links"], kept["position"]) == (None, {}, "Buyer")


async def test_a_photo_is_kept_as_telegrams_id_and_shown(portal: Portal, owner: Owner) -> None:
    visitor = await a_visitor(portal)
    await visitor.says("/profile")
    await visitor.taps("+ Photo")
    await visitor.sends("photo")
    kept = (await profile_of(owner, portal, visitor))["profile_image_url"]
    screen = await visitor.taps("Photo")
    assert kept in str(screen["photo"])
    await visitor.taps("Remove")
    assert (await profile_of(owner, portal, visitor))["profile_image_url"] is None


async def test_the_door_reads_the_name_that_was_set_also_after_telegram_has_another(
    portal: Portal, owner: Owner
) -> None:
    visitor = await a_visitor(portal)
    await visitor.says("/profile")
    await visitor.taps("Name")
    await visitor.taps("Change")
    await visitor.says("  Élise \u202e\u0007 Conti\n")
    await portal.sandbox.guest("Julia C", id=visitor.guest.id)
    await visitor.says("/profile")
    assert (await profile_of(owner, portal, visitor))["full_name"] == "Élise Conti"
    await visitor.taps("Name")
    await visitor.taps("As in Telegram")
    assert (await profile_of(owner, portal, visitor))["full_name"] == "Julia C"


async def test_an_address_is_confirmed_by_the_code_of_a_letter(
    portal: Portal, owner: Owner, mailbox: Mailbox
) -> None:
    visitor = await a_visitor(portal, language="fr")
    await visitor.says("/profile")
    await visitor.taps("+ E-mail")
    screen = await visitor.says("giulia at example")
    assert "nom@exemple.fr" in said(screen)
    await visitor.says(ADDRESS)
    code = await mailbox.code(1)
    letter = mailbox.letters[-1]
    assert letter["To"] == ADDRESS
    assert letter["Subject"].startswith(code)
    assert "Bonjour" in words(letter)
    assert f"<h1>{code}</h1>" in letter.get_body(("html",)).get_content()
    screen = await visitor.says("no idea")
    assert "six chiffres" in said(screen)
    screen = await visitor.says(str((int(code) + 1) % 1_000_000).zfill(6))
    assert "Regardez encore" in said(screen)
    screen = await visitor.says(f"{code[:3]} {code[3:]}")
    assert ADDRESS in said(screen)
    kept = await profile_of(owner, portal, visitor)
    assert (kept["email"], kept["email_mask"]) == (ADDRESS, "G•••@E•••.org")
    rows = str(await owner.fetch("SELECT * FROM email_confirmations, notifications"))
    assert code not in rows
    assert "xample" not in rows

    await visitor.says("/profile")
    await visitor.taps("E-mail")
    await visitor.taps("Effacer")
    kept = await profile_of(owner, portal, visitor)
    assert (kept["email"], kept["email_mask"], kept["email_index"]) == (None, None, None)


async def test_an_old_or_worn_code_counts_no_longer_and_another_letter_helps(
    portal: Portal, owner: Owner, mailbox: Mailbox
) -> None:
    visitor = await a_visitor(portal)
    await begins_with(visitor, ADDRESS)
    first = await mailbox.code(1)
    await owner.connection.execute("UPDATE email_confirmations SET expires_at = now()")
    assert "counts no longer" in said(await visitor.says(first))
    assert "another letter is on its way" in said(await visitor.taps("Another letter"))
    second = await mailbox.code(2)
    wrong = next(each for each in ("000000", "111111") if each not in (first, second))
    for _ in range(house_rules.CODE_TRIES.usual - 1):
        assert "not the figures" in said(await visitor.says(wrong))
    assert "counts no longer" in said(await visitor.says(wrong))
    assert "counts no longer" in said(await visitor.says(second))
    await visitor.taps("Another letter")
    assert ADDRESS in said(await visitor.says(await mailbox.code(3)))


async def test_letters_are_few(portal: Portal, owner: Owner, mailbox: Mailbox) -> None:
    visitor = await a_visitor(portal)
    await begins_with(visitor, ADDRESS)
    await mailbox.has(1)
    for number in range(2, house_rules.LETTERS.usual + 1):
        await visitor.taps("Another letter")
        await mailbox.has(number)
    answer = await visitor.guest.tap("Another letter")
    assert "letters within an hour" in answer["text"]

    other = await a_visitor(portal, "Ada King")
    await begins_with(other, f" {ADDRESS.upper()}")
    assert "A letter is on its way" in said(await other.guest.screen())
    assert await owner.value("SELECT count(*) FROM notifications") == house_rules.LETTERS.usual


async def test_an_address_of_somebody_else_is_told_to_its_mailbox_alone(
    portal: Portal, owner: Owner, mailbox: Mailbox
) -> None:
    giulia, stranger = await a_visitor(portal), await a_visitor(portal, "Ada King")
    await begins_with(giulia, "é.conti@example.org")
    await giulia.says(await mailbox.code(1))
    await begins_with(stranger, " E\u0301.CONTI@example.ORG")
    screen = await stranger.guest.screen()
    assert "A letter is on its way" in said(screen)
    letter = await mailbox.has(2)
    assert "confirmed there already" in words(letter)
    assert "not the figures" in said(await stranger.says("123456"))
    assert await owner.value("SELECT count(*) FROM users WHERE email IS NOT NULL") == 1


@dataclass(frozen=True)
class Contest:
    """Two people, each with the code of a letter to the same address."""

    db: Database
    people: tuple[Person, ...]
    codes: tuple[str, ...]


async def contest(portal: Portal, owner: Owner, mailbox: Mailbox) -> Contest:
    visitors = [await a_visitor(portal), await a_visitor(portal, "Ada King")]
    codes = []
    for number, visitor in enumerate(visitors, 1):
        await begins_with(visitor, ADDRESS)
        codes.append(await mailbox.code(number))
    persons = tuple(
        [
            await people.enter(
                portal.db, bot_id=1, telegram_id=each.guest.id, chat_id=each.guest.id,
                name=each.guest.name, language="en",
            )
            for each in visitors
        ]
    )  # fmt: skip
    return Contest(portal.db, persons, tuple(codes))


async def both_confirm(run: Contest) -> list[Answer]:
    async def confirm(person: Person, code: str) -> Answer:
        async with run.db.begin(person) as tx:
            return await emails.confirm(tx.session, person=person.id, code=code, now=tx.now)

    both = zip(run.people, run.codes, strict=True)
    return sorted(await asyncio.gather(*(confirm(person, code) for person, code in both)))


async def test_of_two_at_once_one_gets_the_address(
    portal: Portal, owner: Owner, mailbox: Mailbox
) -> None:
    run = await contest(portal, owner, mailbox)
    assert await both_confirm(run) == [Answer.RIGHT, Answer.TAKEN]
    assert await owner.value("SELECT count(*) FROM users WHERE email IS NOT NULL") == 1


async def test_without_the_unique_index_both_would_get_it(
    portal: Portal, owner: Owner, mailbox: Mailbox
) -> None:
    run = await contest(portal, owner, mailbox)
    await owner.connection.execute("ALTER TABLE users DROP CONSTRAINT uq_users_email_index")
    assert await both_confirm(run) == [Answer.RIGHT, Answer.RIGHT]


async def test_a_number_is_kept_where_it_is_ones_own(portal: Portal, owner: Owner) -> None:
    visitor, friend = await a_visitor(portal), await a_visitor(portal, "Ada King")
    await visitor.says("/profile")
    await visitor.taps("+ Phone")
    await visitor.says("Not my number")
    profile = await visitor.says("/profile")
    await visitor.taps("+ About you")  # a dialog that is left for something else
    await visitor.taps("+ Phone", among=profile)
    assert "not your own" in said(await visitor.shares_contact(of=friend.guest.id))
    assert (await profile_of(owner, portal, visitor))["phone_number"] is None
    await visitor.shares_contact(phone_number="39 055 123456")
    await portal.says(visitor.guest, "+39055123456")
    kept = await profile_of(owner, portal, visitor)
    assert (kept["phone_number"], kept["phone_number_mask"]) == ("+39055123456", "+39 ••• ••• 56")

    screen = await friend.shares_contact(phone_number="+39 (055) 123-456")
    assert "cannot be kept with your account" in said(screen)
    await visitor.taps("Phone")
    await visitor.taps("Remove")
    assert (await profile_of(owner, portal, visitor))["phone_index"] is None
    await friend.shares_contact(phone_number="+39 (055) 123-456")
    await portal.says(friend.guest, "+39055123456")


async def test_for_you_follows_tastes(portal: Portal, owner: Owner) -> None:
    show = await make_event(owner, title="Velvet Hour")
    await make_designer(owner, "Casa Seta", shows_at=show)
    await make_event(owner, title="Paper Dresses", type="exhibition", venue={"city": "Paris"})
    await make_event(owner, title="Cutting Class", type="workshop", types={"Seat": ("80.00", 5)})
    visitor = await a_visitor(portal)

    async def finds() -> str:
        await visitor.says("/start")
        screen = await visitor.taps("For you")
        if "Yes, please" in labels(screen):  # may we choose?
            screen = await visitor.taps("Yes, please")
        return " ".join([said(screen), *labels(screen)])

    async def likes(*answers: str) -> None:
        await visitor.says("/profile")
        screen = await visitor.taps("My tastes")
        if "Begin anew" in labels(screen):
            screen = await visitor.taps("Begin anew")
        for answer in answers:
            screen = await visitor.taps(answer)
        assert "follows it from now on" in said(await visitor.taps("Keep it"))

    await visitor.says("/start")
    assert "For you" not in labels(await visitor.guest.screen())
    await likes("Workshops", "That is all", "Skip", "Skip", "Skip")
    assert "Cutting Class" in await finds()
    assert "Velvet Hour" not in await finds()
    await likes("Change: Evenings", "Workshops", "Skip", "Change: Cities", "Paris", "That is all")
    assert "Paper Dresses" in await finds()
    assert "Cutting Class" not in await finds()
    await likes("Change: Cities", "Paris", "Skip", "Change: Brands", "Casa Seta", "That is all")
    assert "Velvet Hour" in await finds()
    assert "Paper Dresses" not in await finds()
    await likes("Change: Brands", "Casa Seta", "Skip", "Change: Price", "Up to 50")
    assert "Velvet Hour" in await finds()
    assert "Cutting Class" not in await finds()
    [kept] = await owner.fetch(
        "SELECT preferences FROM user_profiles WHERE user_id = $1",
        await portal.user_id(owner, visitor.guest),
    )
    assert kept["preferences"] == '{"price": 50}'


NASTY = (
    "'; DROP TABLE user_profiles; --",
    "x' OR 1=1 UNION SELECT full_name FROM users --",
    "<b>bold</b> [x](tg://user?id=1) {{7*7}} ${jndi:ldap://x}",
    "Z\u0351\u0350\u0357a\u0346\u034c\u035bl\u0350\u0357\u0351go",
    "\u202eevil\u202c \u200bzero\u200b width",
    "👩\u200d👩\u200d👧 family",
)


async def test_whatever_is_typed_is_kept_as_text(portal: Portal, owner: Owner) -> None:
    visitor = await a_visitor(portal)
    await visitor.says("/profile")
    await visitor.taps("+ About you")
    assert "room for 1,000" in said(await visitor.says("b" * 4096))
    await visitor.says("fine")
    for text in NASTY:
        await visitor.taps("About you")
        await visitor.taps("Change")
        screen = await visitor.says(text)
        kept = (await profile_of(owner, portal, visitor))["bio"]
        assert kept in said(screen)
        assert not {"\u202e", "\u200b"} & set(kept)
    for wrong in ("http://", "javascript:alert(1)", "https://a", "x" * 400 + ".example"):
        await visitor.says("/profile")
        await visitor.taps("+ Links")
        assert "+ Links" not in labels(await visitor.says(wrong)), wrong
    for wrong in ("a@b", "a b@example.org", "a@example.org\nBcc: x@example.org", "@example.org"):
        await begins_with(visitor, wrong)
        assert "name@example.com" in said(await visitor.guest.screen()), wrong


async def test_everybody_has_one_profile(portal: Portal, owner: Owner) -> None:
    for name in ("Giulia Conti", "Ada King"):
        await a_visitor(portal, name)
    assert (
        await owner.value(
            "SELECT count(*) FROM users u WHERE 1 <> (SELECT count(*) FROM user_profiles p"
            " WHERE p.user_id = u.id)"
        )
        == 0
    )


async def test_a_house_changes_its_public_name_by_its_registration(
    portal: Portal, owner: Owner
) -> None:
    visitor = await a_visitor(portal)
    person = await portal.user_id(owner, visitor.guest)
    await fills_in(visitor, "+ Company", "Casa Conti")
    assert await owner.value("SELECT count(*) FROM houses WHERE user_id = $1", person) == 0
    await name_house(owner, person, "Maison Conti")
    await visitor.says("/profile")
    screen = await visitor.taps("Company")
    assert "Change" not in labels(screen)
    forged = AtProfile(field="company", act="remove").pack()
    answer = await visitor.guest.tap_data(screen["message_id"], forged)
    assert "public name of your house" in answer["text"]
    name = await owner.value("SELECT name FROM houses WHERE user_id = $1", person)
    assert name == "Maison Conti"
