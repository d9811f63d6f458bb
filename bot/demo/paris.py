"""The week in Paris."""

from bot.demo.shapes import EntryPlan, EventPlan, OnDay, Staff, TypePlan
from bot.drawing.look import Look, Style
from storage.enums import EventType, StaffRole

PARIS = (
    EventPlan(
        key="promesse",
        title="A Pleat Is a Promise",
        description=(
            "Atelier Brume folds its eighteenth season. Eighteen looks, each pleated by hand in "
            "the week before; the steam table stands in the hall and is still warm. Afterwards "
            "Solène Vautrin answers questions with a napkin and ten fingers."
        ),
        kind=EventType.FASHION_SHOW,
        venue="jemmapes",
        organizer="lisieres",
        currency="EUR",
        start=OnDay(1, 19, 30),
        minutes=120,
        capacity=140,
        look=Look(Style.PLEATS, "lilac", 8),
        collections=("promesse",),
        models=("amara", "solenne", "ines"),
        schedule=(
            EntryPlan("backstage", "Steam and line-up", -180, 130, "Under the gallery"),
            EntryPlan("doors", "Doors", -45, 45, "Canal side"),
            EntryPlan("show", "Atelier Brume: La Promesse", 0, 40, "Main hall"),
            EntryPlan("talk", "Questions to a napkin", 50, 40, "Steam table"),
        ),
        types=(
            TypePlan(
                "first",
                "First row",
                9_500,
                20,
                11,
                "Near enough to hear the pleats.",
                ("Reserved seat, first row", "A pleated card, signed"),
                2,
            ),
            TypePlan("seat", "Seat", 4_500, 80, 27, "Numbered benches.", ("Numbered bench",)),
            TypePlan(
                "gallery",
                "Gallery",
                1_800,
                40,
                8,
                "Standing, above the runway.",
                ("Free standing",),
            ),
        ),
        staff=(Staff("jonas", StaffRole.STEWARD),),
    ),
    EventPlan(
        key="colour_field",
        title="Colour Field",
        description=(
            "Forty metres of dyed cloth hang under the arcade and nothing else does. Walk through "
            "them in the order of the rainbow or against it. Free; take a ticket so that we know "
            "how many lemonades to make."
        ),
        kind=EventType.EXHIBITION,
        venue="palais_royal",
        organizer="lisieres",
        currency="EUR",
        start=OnDay(2, 11),
        minutes=420,
        capacity=300,
        look=Look(Style.ARCHES, "cobalt", 17),
        collections=("cortile", "estran"),
        schedule=(
            EntryPlan("doors", "The arcade opens", 0, 15, "Fountain end"),
            EntryPlan("talk", "The dyer’s hour", 180, 60, "Under the yellow"),
        ),
        types=(
            TypePlan(
                "visit",
                "Visit",
                0,
                300,
                17,
                "Come when you like, stay while you like.",
                ("Free", "Lemonade"),
                4,
            ),
        ),
    ),
    EventPlan(
        key="fil_dor",
        title="Le Fil d’Or",
        description=(
            "An afternoon with gold thread. Yann Kerbrat teaches the two stitches that carry his "
            "collection; you leave with a small fish and sore fingertips. Twelve places, good "
            "light, magnifiers for all."
        ),
        kind=EventType.WORKSHOP,
        venue="oberkampf",
        organizer="lisieres",
        currency="EUR",
        start=OnDay(5, 14),
        minutes=210,
        capacity=12,
        look=Look(Style.THREADS, "ember", 21),
        collections=("estran",),
        schedule=(
            EntryPlan("doors", "Tea", -15, 15),
            EntryPlan("talk", "Two stitches", 0, 60, "Window table"),
            EntryPlan("talk", "Your fish", 70, 140, "Window table"),
        ),
        types=(
            TypePlan(
                "place",
                "Place at the window",
                7_800,
                12,
                5,
                "Thread, hoop and magnifier.",
                ("All materials", "Tea and financiers"),
                2,
            ),
        ),
    ),
    EventPlan(
        key="premiere",
        title="Première",
        description=(
            "The next season, seen first. Five houses, one night, the whole hall turned into a "
            "single bend of runway. Seats go on sale for everybody at the same minute, "
            "first come, first seated."
        ),
        kind=EventType.FASHION_SHOW,
        venue="jemmapes",
        organizer="lisieres",
        currency="EUR",
        start=OnDay(75, 20),
        minutes=180,
        capacity=180,
        look=Look(Style.RUNWAY, "lagoon", 5),
        collections=("promesse", "deux_mains", "estran"),
        models=("solenne", "amara", "yuki"),
        schedule=(
            EntryPlan("doors", "Doors", -60, 60, "Canal side"),
            EntryPlan("show", "Five houses", 0, 90, "Main hall"),
            EntryPlan("party", "The night after tomorrow", 90, 90, "Gallery"),
        ),
        types=(
            TypePlan(
                "first",
                "First row",
                16_000,
                40,
                0,
                "The inside of the bend.",
                ("Reserved seat, first row", "The party"),
                2,
            ),
            TypePlan(
                "seat",
                "Seat",
                6_500,
                140,
                0,
                "The outside of the bend.",
                ("Seat, rows 2 to 4", "The party"),
                4,
            ),
        ),
        sales_open=OnDay(10, 10),
    ),
)
