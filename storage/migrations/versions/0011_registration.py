"""Registering as a designer, a model or an organizer."""

from alembic import op

from storage.migrations.statements import drop, run

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Forward."""
    run("registration")


def downgrade() -> None:
    """Back."""
    for column in ("consented_at", "consent_version", "portfolio", "birth_date"):
        op.execute(f"ALTER TABLE models DROP COLUMN {column}")
    drop("TABLE", "guardian_consents", "approvals")
    drop("TYPE", "trade")
