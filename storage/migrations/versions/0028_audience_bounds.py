"""A chunk of an audience costs the same at its end as at its beginning."""

from storage.migrations.statements import run

revision = "0028"
down_revision = "0027"


def upgrade() -> None:
    """Forward."""
    run("audience_bounds")


def downgrade() -> None:
    """Back."""
    run("audience_bounds_back")
