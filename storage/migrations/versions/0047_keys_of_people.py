"""Every process can ask whether its key store is the one of these people."""

from storage.migrations.statements import run

revision = "0047"
down_revision = "0046"


def upgrade() -> None:
    """Forward."""
    run("keys_of_people")


def downgrade() -> None:
    """Back."""
    run("keys_of_people_back")
