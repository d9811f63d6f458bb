"""Migrations: `versions/` says what follows what, `sql/` holds the statements."""
