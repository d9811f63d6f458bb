"""Designers, models and houses: what they register with, and what they make."""

from datetime import timedelta
from typing import Final

from storage.datamap.people import NAMELESS, WHOLE_LIFE
from storage.datamap.shape import Basis, End, Keep, Part, Table

_HISTORY: Final = Keep(End.NAMELESS, timedelta(days=3 * 365), "created_at")

TRADES: Final = (
    Table(
        "designers",
        "user_id",
        (
            Part(
                "The brand as it is shown to everybody, by its designer's wish",
                Basis.CONTRACT,
                WHOLE_LIFE,
                person="id user_id",
                clear="brand_name portfolio_url specialties experience_level achievements"
                " meta_data approval_status paused_at created_at",
            ),
        ),
    ),
    Table(
        "collections",
        "designer_id > designers",
        (
            Part(
                "What a designer makes, shown once it is published",
                Basis.CONTRACT,
                WHOLE_LIFE,
                person="id designer_id",
                clear="name description season year status images meta_data",
            ),
        ),
    ),
    Table(
        "models",
        "user_id",
        (
            Part(
                "To be considered as a model, and to be found by the height",
                Basis.CONTRACT,
                WHOLE_LIFE,
                person="id user_id",
                clear="portfolio_url_mask experience_level availability meta_data"
                " approval_status paused_at created_at birth_date_mask",
                sealed="portfolio_url birth_date",
            ),
            Part(
                "Body and photos, kept by the model's own consent",
                Basis.CONSENT,
                WHOLE_LIFE,
                clear="height measurements_mask portfolio_mask consent_version consented_at",
                sealed="measurements portfolio",
            ),
        ),
    ),
    Table(
        "stage_names",
        "user_id",
        (
            Part(
                "The public name of a model",
                Basis.CONTRACT,
                WHOLE_LIFE,
                person="model_id user_id",
                clear="name",
            ),
        ),
        open="bookable",
    ),
    Table(
        "houses",
        "user_id",
        (
            Part(
                "The public name of a house",
                Basis.CONTRACT,
                WHOLE_LIFE,
                person="user_id",
                clear="name about",
            ),
        ),
        open="approved account_id",
    ),
    Table(
        "seller_accounts",
        "user_id",
        (
            Part(
                "To let guests pay a house through its own provider, and to know later who has"
                " their money",
                Basis.CONTRACT,
                NAMELESS,
                person="id user_id",
                clear="ending is_test created_at refused_at ended_at",
                bearer="token",
                emptied="token ending",
            ),
        ),
    ),
    Table(
        "sellers",
        "user_id",
        (
            Part(
                "What the receipts of a house say of who sold",
                Basis.CONTRACT,
                WHOLE_LIFE,
                person="user_id",
                clear="name address tax_number vat_rate updated_at",
            ),
        ),
    ),
    Table(
        "organizer_applications",
        "user_id",
        (
            Part(
                "To decide who may sell here",
                Basis.CONTRACT,
                NAMELESS,
                person="id user_id decided_by",
                clear="approval_status note decided_at created_at",
                emptied="approval_status note",
            ),
        ),
    ),
    Table(
        "approvals",
        "user_id",
        (
            Part(
                "Who was let in or refused, by whom and why",
                Basis.INTEREST,
                _HISTORY,
                person="id user_id decided_by",
                clear="trade status reason decided_at created_at",
                emptied="reason",
            ),
        ),
    ),
    Table(
        "guardian_consents",
        "user_id",
        (
            Part(
                "A guardian's word for somebody under 18",
                Basis.LAW,
                NAMELESS,
                person="id user_id guardian_id",
                clear="version created_at expires_at granted decided_at",
                bearer="digest",
            ),
        ),
    ),
    Table(
        "events",
        "organizer_id",
        (
            Part(
                "What a house holds; a draft is its own",
                Basis.CONTRACT,
                NAMELESS,
                person="organizer_id",
                clear="meta_data",
            ),
        ),
        open="id title description start_date end_date venue_id status capacity type created_at"
        " updated_at currency time_zone language refund_policy",
    ),
    Table(
        "event_staff",
        "user_id",
        (
            Part(
                "Who works at an event, and as what",
                Basis.CONTRACT,
                WHOLE_LIFE,
                person="user_id",
                clear="event_id role created_at",
            ),
        ),
    ),
    Table(
        "event_models",
        "model_id > models",
        (
            Part(
                "Who walks in a show, by stage name",
                Basis.CONTRACT,
                WHOLE_LIFE,
                person="model_id",
            ),
        ),
        open="event_id position",
    ),
    Table(
        "event_collections",
        open="event_id collection_id position",
        falls=("collection_id > collections",),
    ),
    Table(
        "event_search",
        "organizer_id",
        (
            Part(
                "The programme as it is searched",
                Basis.CONTRACT,
                NAMELESS,
                person="organizer_id",
            ),
        ),
        open="event_id venue_id starts_at ends_at time_zone type city city_code latitude longitude"
        " cheapest free step_free names words",
    ),
    Table(
        "event_schedules",
        open="id event_id title description start_time end_time location type order",
    ),
    Table(
        "venues",
        open="id name address city country capacity facilities contact_info meta_data latitude"
        " longitude time_zone",
    ),
    Table("search_words", open="word"),
)
