"""What people asked of us about their data, and how long everything is kept."""

from typing import Final

from storage.datamap.people import NAMELESS
from storage.datamap.shape import Basis, Part, Table

RIGHTS: Final = (
    Table(
        "erasures",
        "user_id",
        (
            Part(
                "Proof that somebody asked to be forgotten, and was",
                Basis.LAW,
                NAMELESS,
                person="id user_id",
                clear="created_at due_at waived blocked cancelled_at forgotten_at"
                " key_destroyed_at finished_at",
            ),
        ),
    ),
    Table("erasure_ledger", open="subject scope erased_at"),
    Table(
        "retention_rules",
        open="table_name basis since action keep least version changed_at last_run_at last_count",
    ),
)
