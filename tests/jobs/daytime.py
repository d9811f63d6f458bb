"""The house rules about when a campaign reaches a person, for tests that run at any hour."""

from storage.database import Database


def by_day(db: Database, **rules: int) -> None:
    """Nobody has quiet hours who did not choose any, whatever the time is; and these `rules`."""
    db.in_force.put({"quiet_from_hour": 0, "quiet_to_hour": 0, **rules})
