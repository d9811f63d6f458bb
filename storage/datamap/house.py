"""What the house writes to people, and what it knows about itself."""

from datetime import timedelta
from typing import Final

from storage.datamap.people import NAMELESS, WHOLE_LIFE
from storage.datamap.shape import Basis, End, Keep, Part, Table

HOUSE: Final = (
    Table(
        "campaigns",
        "created_by",
        (
            Part(
                "What a house wrote to many, and who sent it",
                Basis.INTEREST,
                NAMELESS,
                person="organizer_id created_by fanned_out_to decided_by",
                clear="created_at name description meta_data declined_why",
                emptied="name description meta_data declined_why",
                whose="organizer_id",
            ),
            Part(
                "Where who sent it sees how far it is",
                Basis.INTEREST,
                NAMELESS,
                person="bar_chat_id",
                clear="bar_message_id bar_shown",
                emptied="bar_chat_id bar_message_id bar_shown",
            ),
        ),
        open="id start_date end_date status type event_id purpose audience city"
        " launched_at fanned_out_at time_zone part stopped_why excused asked_at decided_at",
    ),
    Table(
        "house_channels",
        "user_id",
        (
            Part(
                "Where a house lets its campaigns be posted",
                Basis.CONTRACT,
                WHOLE_LIFE,
                person="id user_id",
                clear="chat_id title connected_at",
            ),
        ),
    ),
    Table(
        "campaign_posts",
        open="id campaign_id channel_id service_id state attempts due_at message_id last_error"
        " ended_at",
    ),
    Table("campaign_tallies", open="id campaign_id status reason people"),
    Table(
        "campaign_taps",
        "user_id",
        (
            Part(
                "To count who came by a campaign's buttons; its house sees the number alone",
                Basis.INTEREST,
                Keep(End.REMOVED, timedelta(days=365), "tapped_at"),
                person="user_id",
                clear="campaign_id button tapped_at",
            ),
        ),
    ),
    Table(
        "campaign_files",
        "user_id",
        (
            Part(
                "Who asked for a campaign's result as a file, and whether they have it",
                Basis.INTEREST,
                Keep(End.REMOVED, timedelta(days=90), "asked_at"),
                person="id user_id bar_chat_id",
                clear="campaign_id asked_at starts_at progress attempts bar_message_id done_at"
                " outcome",
            ),
        ),
    ),
    Table(
        "notifications",
        "user_id",
        (
            Part(
                "To tell somebody something, and to know whether it came",
                Basis.CONTRACT,
                Keep(End.REMOVED, timedelta(days=365), "id"),
                person="id user_id chat_id",
                clear="type title content status sent_at meta_data campaign_id lane template"
                " arguments due_at attempts leased_until lease_token message_id last_error",
            ),
        ),
        open="bot_id",
    ),
    Table(
        "reminder_rounds",
        open="event_id hours_ahead starts_at reminded_at",
    ),
    Table(
        "version_control",
        "created_by",
        (
            Part(
                "Who changed something that is made here, and what it was before",
                Basis.INTEREST,
                NAMELESS,
                person="created_by belongs_to",
                clear="data created_at comment",
            ),
        ),
        open="id entity_type entity_id version",
    ),
    Table(
        "audit_logs",
        "user_id",
        (
            Part(
                "Who changed, saw or was refused what",
                Basis.INTEREST,
                Keep(End.NAMELESS, timedelta(days=7 * 365), "created_at"),
                person="id user_id",
                clear="category action entity_type entity_id changes ip_address user_agent"
                " capacity request created_at",
            ),
        ),
        open="transaction",
    ),
    Table(
        "audit_seals",
        open="number from_transaction before_transaction next_transaction row_count root hints"
        " previous digest signature sealed_at",
    ),
    Table(
        "quarantined_updates",
        parts=(
            Part(
                "To mend what went wrong; kept without its texts",
                Basis.INTEREST,
                Keep(End.REMOVED, timedelta(days=90), "at"),
                clear="payload error",
            ),
        ),
        open="bot_id update_id at",
    ),
    Table(
        "settings",
        "changed_by",
        (
            Part(
                "Who set how the portal works, and why",
                Basis.INTEREST,
                NAMELESS,
                person="changed_by",
                clear="reason changed_at",
            ),
        ),
        open="id name value lowest highest version",
    ),
    Table("incidents", open="id kind detail opened_at seen_at signs closed_at"),
    Table("processed_updates", open="bot_id update_id processed_at"),
    Table("job_runs", open="name scheduled_for started_at finished_at error"),
    Table("system_logs", open="id level message context stack_trace created_at"),
    Table("performance_metrics", open="id metric_type value timestamp context tags"),
    Table("cache_entries", open="key value expiration last_accessed hit_count metadata"),
    Table(
        "external_services",
        open="id name type config status last_check health_status failures retry_at removed_at",
    ),
    Table(
        "integration_logs",
        open="id service_id event_type status request_data response_data created_at",
    ),
)
