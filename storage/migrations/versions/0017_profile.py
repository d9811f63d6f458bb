"""My profile: blind indexes of e-mail and phone, letters that confirm an address."""

from storage.migrations.statements import run

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    """Forward."""
    run("profile")


def downgrade() -> None:
    """Back."""
    run("profile_back")
