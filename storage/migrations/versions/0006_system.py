"""Logs, metrics, cache, versions, services, and what was handled."""

from storage.migrations.statements import drop, run

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Forward."""
    run("system")


def downgrade() -> None:
    """Back."""
    drop(
        "TABLE",
        "version_control",
        "integration_logs",
        "audit_logs",
        "system_logs",
        "quarantined_updates",
        "processed_updates",
        "performance_metrics",
        "job_runs",
        "external_services",
        "cache_entries",
    )
