"""What people bought, how they paid, and how they came in."""

from datetime import timedelta
from typing import Final

from storage.datamap.people import WHOLE_LIFE
from storage.datamap.shape import Basis, End, Keep, Part, Table

_TAX: Final = timedelta(days=10 * 365)
_BOOKS: Final = Keep(End.NAMELESS, _TAX, "created_at")
_VISITS: Final = Keep(End.NAMELESS, timedelta(days=2 * 365), "at")

SELLING: Final = (
    Table(
        "ticket_types",
        open="id event_id name description price quantity benefits sale_start sale_end status"
        " max_per_person position admission hidden needs_approval",
    ),
    Table("quotas", open="id event_id kind name size held sold size_floor closed waiting_claim"),
    Table("quota_ticket_types", open="ticket_type_id quota_id"),
    Table(
        "user_quota",
        "user_id",
        (
            Part(
                "To keep to a limit for each person",
                Basis.CONTRACT,
                WHOLE_LIFE,
                person="user_id",
                clear="ticket_type_id taken max",
            ),
        ),
    ),
    Table(
        "orders",
        "user_id",
        (
            Part(
                "What was bought: to fulfil it, and for the books",
                Basis.LAW,
                _BOOKS,
                person="id user_id",
                clear="status total_amount payment_status created_at updated_at meta_data event_id"
                " currency number attempt expires_at precheckout_until refund_policy"
                " party_generation at_door",
            ),
        ),
    ),
    Table(
        "order_lines",
        "order_id > orders",
        (
            Part(
                "What was bought: to fulfil it, and for the books",
                Basis.LAW,
                Keep(End.NAMELESS),
                person="order_id",
                clear="ticket_type_id event_id quantity unit_price discount",
            ),
        ),
    ),
    Table("event_questions", open="id event_id position question choices"),
    Table(
        "order_answers",
        "user_id",
        (
            Part(
                "What the house must know of who comes, as it asked",
                Basis.CONTRACT,
                Keep(End.REMOVED, _TAX, "created_at"),
                person="id order_id user_id",
                clear="event_id question_id created_at",
                sealed="answer",
            ),
        ),
    ),
    Table(
        "order_approvals",
        "user_id",
        (
            Part(
                "What the house said of an order before it was paid",
                Basis.CONTRACT,
                Keep(End.REMOVED, _TAX, "asked_at"),
                person="id order_id user_id decided_by",
                clear="event_id attempt asked_at told_at approved decided_at",
                sealed="words",
            ),
        ),
    ),
    Table(
        "ledger_lines",
        "order_id > orders",
        (
            Part(
                "What was sold and taken back, for the books",
                Basis.LAW,
                Keep(End.NAMELESS),
                person="order_id",
                clear="id event_id ticket_type_id kind count unit_price currency cause created_at",
            ),
        ),
    ),
    Table(
        "payments",
        "order_id > orders",
        (
            Part(
                "What was paid, for the books and to pay it back",
                Basis.LAW,
                _BOOKS,
                person="id order_id",
                clear="amount payment_method status transaction_id created_at meta_data event_id"
                " currency provider_charge_id account_id seller",
            ),
        ),
    ),
    Table(
        "refunds",
        "order_id > orders",
        (
            Part(
                "What was paid back, for the books",
                Basis.LAW,
                _BOOKS,
                person="id payment_id order_id",
                clear="event_id amount currency status source reason created_at finished_at"
                " meta_data cause attempts tried_at failure by_hand retries provider_refund_id",
            ),
        ),
    ),
    Table(
        "tickets",
        "user_id",
        (
            Part(
                "To let somebody in who has a place",
                Basis.CONTRACT,
                Keep(End.NAMELESS, _TAX, "purchase_date"),
                person="id order_id user_id",
                clear="ticket_type_id status purchase_date meta_data event_id generation returned",
                bearer="qr_code short_code",
            ),
        ),
    ),
    Table(
        "promo_codes",
        open="id event_id code handle effect percent amount every_type budget per_person"
        " valid_until paused used created_at",
    ),
    Table("promo_code_ticket_types", open="code_id ticket_type_id event_id"),
    Table(
        "promo_redemptions",
        "user_id",
        (
            Part(
                "Which code made an order cheaper, for the books",
                Basis.LAW,
                Keep(End.NAMELESS),
                person="order_id user_id",
                clear="event_id code_id code seats discount counts",
            ),
        ),
    ),
    Table(
        "promo_tries",
        "user_id",
        (
            Part(
                "To let nobody guess promo codes in bulk",
                Basis.INTEREST,
                Keep(End.REMOVED, timedelta(days=1), "since"),
                person="user_id",
                clear="wrong since",
            ),
        ),
    ),
    Table("waitlists", open="ticket_type_id event_id closed smaller_first"),
    Table(
        "waitlist_entries",
        "user_id",
        (
            Part(
                "To serve who waits for seats, in their turn",
                Basis.CONTRACT,
                WHOLE_LIFE,
                person="id user_id",
                clear="event_id ticket_type_id seats priority state declined short_since"
                " created_at",
            ),
        ),
    ),
    Table(
        "waitlist_offers",
        "entry_id > waitlist_entries",
        (
            Part(
                "To hold seats for who waited for them",
                Basis.CONTRACT,
                WHOLE_LIFE,
                person="order_id entry_id",
                clear="seats created_at",
            ),
        ),
    ),
    Table("waitlist_calls", open="id event_id due_at"),
    Table(
        "cancellations",
        "called_off_by",
        (
            Part(
                "Who called an evening off, and where they see how far its orders are",
                Basis.CONTRACT,
                Keep(End.NAMELESS),
                person="called_off_by",
                clear="bar_message_id bar_shown",
                emptied="bar_message_id bar_shown",
            ),
        ),
        open="event_id created_at finished_at",
    ),
    Table(
        "cancelled_orders",
        "order_id > orders",
        (
            Part(
                "What became of an order whose evening was called off, for the books",
                Basis.LAW,
                Keep(End.NAMELESS),
                person="order_id",
                clear="event_id result returned created_at",
            ),
        ),
    ),
    Table("event_moves", open="id event_id created_at answer_until told_to told_at starts_at"),
    Table(
        "ticket_gifts",
        "giver_id",
        (
            Part(
                "A ticket on its way to a friend: who gave it, and who has it now",
                Basis.CONTRACT,
                Keep(End.NAMELESS, _TAX, "created_at"),
                person="id ticket_id giver_id claimed_by",
                clear="event_id generation created_at expires_at claimed_at ended_at outcome",
                bearer="digest",
            ),
        ),
    ),
    Table(
        "provider_events",
        open="id kind thing charges amount currency outcome key received_at done_at",
    ),
    Table(
        "attendee_files",
        "user_id",
        (
            Part(
                "Who asked for the list of an event's guests as a file, and whether they have it",
                Basis.INTEREST,
                Keep(End.REMOVED, timedelta(days=90), "asked_at"),
                person="id user_id bar_chat_id",
                clear="event_id asked_at starts_at progress attempts bar_message_id done_at"
                " outcome",
            ),
        ),
    ),
    Table("gates", open="id event_id name position closed_at"),
    Table("gate_ticket_types", open="gate_id ticket_type_id event_id"),
    Table("door_settings", open="event_id reentry takes_money release_hours"),
    Table(
        "door_posts",
        "user_id",
        (
            Part(
                "Where somebody of the door team stands",
                Basis.CONTRACT,
                Keep(End.REMOVED, timedelta(days=90), "since"),
                person="user_id",
                clear="event_id gate_id direction since",
            ),
        ),
    ),
    Table(
        "checkins",
        "ticket_id > tickets",
        (
            Part(
                "Who came in when, and who let them",
                Basis.CONTRACT,
                _VISITS,
                person="id ticket_id staff_id",
                clear="event_id gate_id direction result at offline_at forced device reason"
                " undoes_id step",
                bearer="nonce code_digest",
                emptied="reason",
            ),
        ),
    ),
)
