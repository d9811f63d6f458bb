"""People: their accounts, what they tell about themselves, and what they said to the house."""

from datetime import timedelta
from typing import Final

from storage.datamap.shape import Basis, End, Keep, Part, Table

WHOLE_LIFE: Final = Keep(End.REMOVED)
NAMELESS: Final = Keep(End.NAMELESS)

PEOPLE: Final = (
    Table(
        "users",
        "id",
        (
            Part(
                "The account: to know somebody again, and to call them by name",
                Basis.CONTRACT,
                NAMELESS,
                person="id",
                clear="full_name_mask user_type status created_at updated_at last_login"
                " preferences restricted_at",
                sealed="full_name",
                emptied="user_type last_login preferences",
            ),
            Part(
                "To reach somebody outside of the chat, where they gave it",
                Basis.CONSENT,
                WHOLE_LIFE,
                clear="email_mask email_index email_bounced_at phone_number_mask phone_index"
                " profile_image_url_mask",
                sealed="email phone_number profile_image_url",
                bearer="password_hash",
            ),
        ),
    ),
    Table(
        "user_profiles",
        "user_id",
        (
            Part(
                "What somebody tells about themselves, to be known and to find what suits them",
                Basis.CONSENT,
                WHOLE_LIFE,
                person="id user_id",
                clear="bio_mask social_links_mask company_mask position_mask location_mask"
                " preferences",
                sealed="bio social_links company position location",
            ),
        ),
    ),
    Table(
        "telegram_accounts",
        "user_id",
        (
            Part(
                "To hear and to answer somebody in the chat, in their language and time",
                Basis.CONTRACT,
                WHOLE_LIFE,
                person="telegram_id user_id chat_id",
                clear="first_name_mask username_mask language chosen_language time_zone reachable"
                " blocked_at created_at",
                sealed="first_name username",
            ),
        ),
        open="bot_id",
    ),
    Table(
        "email_confirmations",
        "user_id",
        (
            Part(
                "To prove by a letter that an address is somebody's own",
                Basis.CONSENT,
                Keep(End.REMOVED, timedelta(hours=2), "created_at"),
                person="id user_id",
                clear="address_index attempts created_at expires_at closed_at",
                sealed="address",
            ),
        ),
    ),
    Table(
        "administrators",
        "user_id",
        (
            Part(
                "Who runs the portal, and who let them",
                Basis.INTEREST,
                NAMELESS,
                person="user_id granted_by",
                clear="granted_at revoked_at",
            ),
        ),
    ),
    Table(
        "sessions",
        "user_id",
        (
            Part(
                "To stay signed in on a web page",
                Basis.CONTRACT,
                Keep(End.REMOVED, timedelta(days=30), "expires_at"),
                person="id user_id",
                clear="started_at last_activity expires_at data",
                sealed="ip_address user_agent",
                bearer="token",
            ),
        ),
    ),
    Table(
        "web_links",
        "user_id",
        (
            Part(
                "To sign in on the web, or to choose a password, by a link that works once",
                Basis.CONTRACT,
                Keep(End.REMOVED, timedelta(days=1), "expires_at"),
                person="id user_id",
                clear="purpose created_at expires_at used_at",
                bearer="digest",
            ),
        ),
    ),
    Table(
        "sign_in_tries",
        "",
        (
            Part(
                "To let nobody guess passwords in bulk",
                Basis.INTEREST,
                Keep(End.REMOVED, timedelta(days=1), "last_at"),
                clear="kind key tries last_at free_at",
            ),
        ),
    ),
    Table(
        "dialog_drafts",
        "user_id",
        (
            Part(
                "To go on with an unfinished dialog",
                Basis.CONTRACT,
                Keep(End.REMOVED, timedelta(days=30), "updated_at"),
                person="id user_id",
                clear="form step version created_at updated_at",
                sealed="answers",
            ),
        ),
    ),
    Table(
        "one_time_links",
        "used_by",
        (
            Part(
                "Who was invited to work here, and came",
                Basis.INTEREST,
                NAMELESS,
                person="created_by used_by",
                clear="created_at expires_at used_at",
                bearer="digest",
            ),
        ),
        open="purpose arguments",
    ),
    Table(
        "enquiries",
        "user_id",
        (
            Part(
                "To answer what somebody asked",
                Basis.CONTRACT,
                Keep(End.REMOVED, timedelta(days=3 * 365), "created_at"),
                person="id user_id answered_by",
                clear="topic order_id photo status answered_at created_at",
                sealed="message answer",
            ),
        ),
    ),
    Table(
        "consents",
        "user_id",
        (
            Part(
                "Proof of what somebody allowed, and when they took it back",
                Basis.LAW,
                NAMELESS,
                person="id user_id",
                clear="purpose channel granted version created_at",
            ),
        ),
    ),
    Table(
        "consent_states",
        "user_id",
        (
            Part(
                "To write only to who allows it now",
                Basis.LAW,
                WHOLE_LIFE,
                person="user_id",
                clear="purpose channel granted version changed_at",
            ),
        ),
    ),
    Table(
        "data_requests",
        "user_id",
        (
            Part(
                "What somebody asked of us about their data, and proof that it was done in time",
                Basis.LAW,
                Keep(End.NAMELESS, timedelta(days=3 * 365), "asked_at"),
                person="id user_id bar_chat_id",
                clear="kind state asked_at due_at starts_at progress attempts leased_until"
                " bar_message_id done_at outcome",
                sealed="message",
                emptied="bar_chat_id",
            ),
        ),
    ),
    Table(
        "follows",
        "user_id",
        (
            Part(
                "To show what somebody likes first, and to tell them of it",
                Basis.CONTRACT,
                WHOLE_LIFE,
                person="id user_id organizer_id",
                clear="designer_id city created_at",
            ),
        ),
        falls=("organizer_id", "designer_id > designers"),
    ),
)
