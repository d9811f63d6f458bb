"""My profile: blind indexes of e-mail and phone, letters that confirm an address."""

from storage.migrations.statements import run

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    """Forward."""
    run("profile", "find_by_address")


def downgrade() -> None:
    """Back."""
    run("find_by_address_back", "profile_back")
