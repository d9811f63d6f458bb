"""Finding an evening: lists, filters, words, what is near, links, and whom one follows."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from bot import links
from bot.callbacks.finding import Browse, Follow, Narrow, PickDays, Search, ShowHouse, ShowLookBook
from domain.filters import Filter, Point, Price, When
from tests.factories import make_designer, make_event, make_person
from tests.guest import labels, said
from tests.visitor import a_visitor

PARIS = {"name": "Halle aux Toiles", "city": "Paris", "latitude": 48.86, "longitude": 2.35}
NOBODY = UUID("00000000-0000-7000-8000-000000000000")
SOON, NEXT_MONTH = timedelta(minutes=2), timedelta(days=30)  # a night ends at four in the morning


async def test_an_italian_finds_follows_and_lands_on_the_card(portal, owner):
    """A designer's name misspelt, the page, follow, "Per Lei", and a friend's link."""
    show = await make_event(owner, title="Seta Viva", starts_in=NEXT_MONTH)
    await make_event(owner, title="Notte Bianca", starts_in=NEXT_MONTH)
    designer = await make_designer(owner, "Ferradini", shows_at=show)
    giulia = await portal.guest("Giulia Conti", language="it")
    await giulia.send("feradinni")
    await portal.says(giulia, "Non conosco «feradinni», ma ecco ferradini.")
    assert "Seta Viva" in await giulia.words()
    assert "Notte Bianca" not in await giulia.words()
    await giulia.tap("Ferradini ›")
    await portal.says(giulia, "Prossimamente")
    told = await giulia.tap("Seguire Ferradini")
    assert "Ora segue Ferradini" in told["text"]
    assert await owner.fetch("SELECT designer_id FROM follows") == [{"designer_id": designer}]
    await giulia.send("/start")
    await portal.until(giulia, lambda messages: "Per Lei" in labels(messages[-1]))
    await giulia.tap("Per Lei")
    await portal.says(giulia, "Possiamo scegliere per Lei?")
    await giulia.tap("Sì, volentieri")
    await portal.says(giulia, "Scelte per Lei")
    assert "Seta Viva" in await giulia.words()
    await giulia.open(links.event_link(portal.desk.username, show.id))
    await portal.until(giulia, lambda messages: "Biglietti da" in str(labels(messages[-1])))
    assert "Seta Viva" in await giulia.words()


async def test_a_deep_link_lands_on_its_card_with_no_menu_before_it(portal, owner):
    show = await make_event(owner, title="Seta Viva")
    designer = await make_designer(owner, "Ferradini", shows_at=show)
    username = portal.desk.username
    for link, words in (
        (links.event_link(username, show.id), "Seta Viva"),
        (links.look_book_link(username, designer), "Ferradini"),
        (links.house_link(username, show.organizer), "House of Organizer"),
        (f"https://t.me/{username}?start=p-", "What is on"),
    ):
        guest = await portal.sandbox.guest()
        await guest.open(link)
        shown = await portal.says(guest, words)
        assert [each for each in await guest.messages() if each["from"]["is_bot"]] == [shown]


@pytest.mark.parametrize("payload", ["e", "eAAAA", "dnobody", "o" + "A" * 22, "zzz", "pzzz", "d"])
async def test_a_link_that_leads_nowhere_is_answered(portal, owner, payload):
    giulia = await portal.sandbox.guest()
    await giulia.start(payload)
    await portal.until(giulia, lambda messages: messages[-1]["from"]["is_bot"])
    assert await giulia.words()


async def test_the_first_screen_shows_only_what_has_something(portal, owner):
    giulia = await portal.guest()
    assert labels(await giulia.screen())[:1] == ["What is on"]
    await make_event(owner, starts_in=NEXT_MONTH, types={"Standing": ("45.00", 10)})
    await giulia.send("/start")
    await portal.until(giulia, lambda messages: "Near me" in labels(messages[-1]))
    shown = labels(await giulia.screen())
    assert {"Near me", "What is on", "Search"} <= set(shown)
    assert not {"Tonight", "This week", "Free", "For you"} & set(shown)
    await make_event(owner, starts_in=SOON, types={"Standing": ("0.00", 10)})
    await giulia.send("/start")
    await portal.until(giulia, lambda messages: "Tonight" in labels(messages[-1]))
    assert {"Tonight", "This week", "Free"} <= set(labels(await giulia.screen()))


async def test_a_filter_narrows_and_its_buttons_carry_it(portal, owner):
    await make_event(owner, title="Milano Uno", starts_in=NEXT_MONTH)
    await make_event(
        owner, title="Paris Un", starts_in=NEXT_MONTH, venue=PARIS, time_zone="Europe/Paris"
    )
    giulia = await portal.guest()
    await giulia.tap("What is on")
    await portal.says(giulia, "Milano Uno")
    assert "Paris Un" in await giulia.words()
    await giulia.tap("Filter")
    await giulia.tap("City: Any")
    await giulia.tap("Paris")
    await portal.until(giulia, lambda _: True)
    assert "City: Paris" in labels(await giulia.screen())
    await giulia.tap("Show the one evening")
    await portal.says(giulia, "Paris Un")
    assert "Milano Uno" not in await giulia.words()
    await giulia.tap("Paris Un")
    await giulia.tap("‹ Back")
    assert "Paris Un" in await giulia.words()
    assert "Milano Uno" not in await giulia.words()
    await giulia.tap("Follow Paris")
    assert await owner.value("SELECT city FROM follows") == "Paris"
    await giulia.tap("Following Paris")
    assert await owner.value("SELECT count(*) FROM follows") == 0


async def test_days_are_chosen_on_the_calendar(portal, owner):
    show = await make_event(owner, title="Domani", starts_in=timedelta(days=1, hours=2))
    await make_event(owner, title="Un Mese Dopo", starts_in=NEXT_MONTH)
    day = await owner.value(
        "SELECT (start_date AT TIME ZONE time_zone)::date FROM events WHERE id = $1", show.id
    )
    giulia = await portal.guest()
    await giulia.send("/events")
    await portal.says(giulia, "What is on")
    message = (await giulia.screen())["message_id"]
    await giulia.tap_data(message, Narrow(part="days").pack())
    shown = await giulia.screen()
    assert "Tap a day" in said(shown)
    picked = Filter(days=(day, day))
    await giulia.tap_data(shown["message_id"], PickDays(of=picked.wire()).pack())
    assert f"✓{day.day}" in labels(await giulia.screen())
    await giulia.tap("That is it")
    await giulia.tap("Show the one evening")
    await portal.says(giulia, "Domani")
    assert "Un Mese Dopo" not in await giulia.words()


async def test_words_are_found_in_names_texts_and_any_language(portal, owner):
    show = await make_event(
        owner,
        title="L’Été à Venir",
        description="Une soirée de dentelles.",
        language="fr",
        starts_in=NEXT_MONTH,
        venue=PARIS,
    )
    await make_designer(owner, "Corvin et Fille", shows_at=show)
    model = await owner.insert(
        "models", user_id=await make_person(owner), meta_data={"stage_name": "Zélie"}
    )
    await owner.insert("event_models", event_id=show.id, model_id=model["id"])
    giulia = await portal.guest()
    for words in (
        "ETE",
        "dentelle",
        "corvin",
        "zelie",
        "Halle toiles",
        "parigi",
        "the paris",
        "une",
    ):
        await giulia.send(f"/search {words}")
        await portal.until(giulia, lambda messages: "L’Été" in said(messages[-1]))
        await giulia.send("/cancel")
        await portal.says(giulia, "Very well")


async def test_some_of_the_words_are_better_than_nothing(portal, owner):
    await make_event(owner, title="Seta Viva", starts_in=NEXT_MONTH)
    giulia = await portal.guest()
    await giulia.send("seta qqqqqqqqqqq")
    await portal.says(giulia, "comes closest")
    assert "Seta Viva" in await giulia.words()


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("xyzzy", "empty hands"),
        ("🙂🙂", "only look for words"),
        ("!!! ... :::", "only look for words"),
        ("'; DROP TABLE events; --", "empty hands"),
        ("<b>&", "empty hands"),
        ("a | b & !c :* (", "empty hands"),
        ("ق" * 3000, "empty hands"),
        ("parola " * 500, "empty hands"),
        ("\u202ezzq zzq", "empty hands"),
    ],
)
async def test_strange_words_are_answered(portal, owner, words, answer):
    await make_event(owner, title="Seta Viva")
    giulia = await portal.guest()
    await giulia.send(words)
    await portal.says(giulia, answer)


async def test_a_voice_message_is_not_thanked_for_as_a_picture(portal, owner):
    giulia = await a_visitor(portal, "Giulia Conti")
    assert "did not quite follow" in said(await giulia.speaks())
    assert "Thank you for the picture" in said(await giulia.sends("photo"))


async def test_a_command_that_nobody_knows_is_not_looked_for(portal, owner):
    giulia = await portal.guest()
    await giulia.send("/frobnicate")
    await portal.says(giulia, "did not quite follow")


async def test_near_me_is_nearest_first_and_keeps_no_place(portal, owner):
    await make_event(owner, title="Lontano", starts_in=SOON, venue=PARIS)
    await make_event(owner, title="Vicino", starts_in=NEXT_MONTH)
    giulia = await portal.guest()
    await giulia.tap("Near me")
    await portal.says(giulia, "Share your location")
    await giulia.share_place(45.4642, 9.19)
    shown = await portal.says(giulia, "Nearest to you")
    assert said(shown).index("Vicino") < said(shown).index("Lontano")
    assert "450 m" in said(shown)
    assert "km" in said(shown)
    columns = "SELECT count(*) FROM events WHERE to_jsonb(events)::text LIKE '%45.464%'"
    assert await owner.value(columns) == 0
    assert await owner.value("SELECT count(*) FROM dialog_drafts") == 0


@pytest.mark.parametrize("place", [(90.0, 180.0), (-90.0, -180.0), (0.0, 0.0)])
async def test_the_ends_of_the_earth_are_places_too(portal, owner, place):
    await make_event(owner, title="Vicino")
    giulia = await portal.guest()
    await giulia.share_place(*place)
    await portal.says(giulia, "Nearest to you")


async def test_no_place_then(portal, owner):
    await make_event(owner)
    giulia = await portal.guest(language="fr")
    await giulia.tap("Près de moi")
    await giulia.send("Pas maintenant")
    await portal.says(giulia, "Quel plaisir")


FORGED = [
    Browse(of="c00000").pack(),
    Browse(of="n" + "z" * 8).pack(),
    Browse(of="dzzzzzz").pack(),
    Browse(of="gz").pack(),
    Browse(of="y").pack(),
    Browse(of="c' OR 1").pack(),
    "b:" + "w" * 60,
    Narrow(of="zzzzzz").pack(),
    "fi::price",
    "fi:x:nonsense",
    PickDays(of="", month="9999-99").pack(),
    PickDays(of="d000zzz", month="0001-01").pack(),
    Search(words="zzz", page=99999).pack(),
    Search(words="velvet", page=-5).pack(),
    Follow(kind="d", key="nobody", on=True).pack(),
    Follow(kind="o", key=NOBODY.hex, on=True).pack(),
    Follow(kind="c", key="zzzzz", on=True).pack(),
    Follow(kind="c", key="zzzzz", on=False).pack(),
    ShowLookBook(designer=NOBODY).pack(),
    ShowHouse(organizer=NOBODY).pack(),
]


@pytest.mark.parametrize("data", FORGED)
async def test_forged_codes_and_pages_are_answered(portal, owner, data):
    await make_event(owner)
    giulia = await portal.guest()
    before = len(await giulia.messages())
    message = (await giulia.screen())["message_id"]
    told = await giulia.tap_data(message, data)
    screen = await giulia.screen()
    changed = len(await giulia.messages()) > before or "Good to see you" not in said(screen)
    assert changed or told.get("text"), "silence"
    assert await owner.value("SELECT count(*) FROM follows") == 0


async def test_who_is_not_approved_cannot_be_followed_or_seen(portal, owner):
    await make_event(owner)
    for changes in ({"approval_status": "pending"}, {"paused_at": datetime.now(UTC)}):
        designer = await make_designer(owner, "Segreto", shows_at=None, **changes)
        giulia = await portal.guest()
        message = (await giulia.screen())["message_id"]
        told = await giulia.tap_data(message, Follow(kind="d", key=designer.hex, on=True).pack())
        assert "cannot find" in told["text"]
        await giulia.open(links.look_book_link(portal.desk.username, designer))
        await portal.says(giulia, "cannot find")
    assert await owner.value("SELECT count(*) FROM follows") == 0


async def test_a_draft_is_not_found_in_any_way(portal, owner):
    draft = await make_event(owner, title="Segreto", status="draft", starts_in=SOON)
    giulia = await portal.guest()
    assert "Tonight" not in labels(await giulia.screen())
    await giulia.send("segreto")
    await portal.says(giulia, "empty hands")
    await giulia.share_place(45.46, 9.19)
    await portal.until(giulia, lambda messages: messages[-1]["from"]["is_bot"])
    assert "Segreto" not in str(await giulia.messages())
    await giulia.open(links.event_link(portal.desk.username, draft.id))
    await portal.says(giulia, "cannot find")


async def test_what_one_follows_is_listed_and_let_go(portal, owner):
    show = await make_event(owner, title="Seta Viva", starts_in=NEXT_MONTH)
    await make_designer(owner, "Ferradini", shows_at=show)
    giulia = await portal.guest()
    await giulia.open(links.house_link(portal.desk.username, show.organizer))
    await portal.says(giulia, "House of Organizer")
    await giulia.tap("Follow House of Organizer")
    await giulia.tap("Following House of Organizer")
    await giulia.tap("Follow House of Organizer")
    await giulia.send("/following")
    await portal.says(giulia, "You follow")
    assert "House of Organizer" in labels(await giulia.screen())
    await giulia.tap("Unfollow")
    await portal.says(giulia, "follow nobody yet")
    assert await owner.value("SELECT count(*) FROM follows") == 0


async def test_for_you_holds_who_showed_where_one_has_been(portal, owner):
    """The designers of evenings that one has tickets for; not those evenings themselves."""
    been = await make_event(
        owner, title="Prima Sera", starts_in=SOON, types={"Standing": ("0.00", 10)}
    )
    comes = await make_event(owner, title="Seconda Sera", starts_in=NEXT_MONTH)
    designer = await make_designer(owner, "Ferradini", shows_at=been)
    collection = await owner.insert(
        "collections", designer_id=designer, name="Second", status="published"
    )
    await owner.insert("event_collections", event_id=comes.id, collection_id=collection["id"])
    giulia = await portal.guest()
    await giulia.tap("Tonight")
    await giulia.tap("Prima Sera")
    await giulia.tap("A free place")
    await portal.until(giulia, lambda messages: any(m.get("photo") for m in messages))
    await giulia.send("/start")
    await portal.until(giulia, lambda messages: "For you" in labels(messages[-1]))
    await giulia.tap("For you")
    await portal.says(giulia, "May we choose for you?")
    await giulia.tap("Yes, please")
    await portal.says(giulia, "Seconda Sera")
    assert "Seconda Sera" in await giulia.words()
    assert "Prima Sera" not in await giulia.words()


async def test_the_card_says_how_many_are_left_and_why_there_are_none(portal, owner):
    show = await make_event(owner, title="Seta Viva", types={"Standing": ("45.00", 5)})
    giulia = await portal.guest()
    link = links.event_link(portal.desk.username, show.id)
    await giulia.open(link)
    await portal.says(giulia, "5 places are left")
    await owner.connection.execute("UPDATE quotas SET held = 5")
    await giulia.open(link)
    await portal.says(giulia, "being held for others")
    await owner.connection.execute("UPDATE quotas SET held = 0, sold = 5")
    await giulia.open(link)
    await portal.says(giulia, "Sold out")


def test_codes_of_filters_come_back_as_they_went() -> None:
    wanted = Filter(city="437d4", when=When.WEEK, price=Price.FIFTY, step_free=True, page=35)
    assert Filter.read(wanted.wire()) == wanted
    near = Filter(near=Point.at(-33.8688, 151.2093), page=3)
    assert Filter.read(near.wire()) == near
    assert near.near is not None
    assert near.near.degrees == (-33.869, 151.209)
