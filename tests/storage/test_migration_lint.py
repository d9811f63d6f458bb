"""Migrations are read by a linter, and what it does not know is asked of the catalogue."""

import subprocess
import sys
from pathlib import Path

import asyncpg

from storage.schema import MIGRATIONS, migration_sql
from tests.storage.database_fixtures import Scratch

SQUAWK = Path(sys.executable).with_name("squawk")


def _squawk(script: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [SQUAWK, "--config", MIGRATIONS / "squawk.toml", "--reporter", "gcc", script],
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_linter_finds_nothing(tmp_path: Path):
    script = tmp_path / "all.sql"
    script.write_text(migration_sql())
    done = _squawk(script)
    assert done.returncode == 0, done.stdout


def test_the_linter_would_find_something(tmp_path: Path):
    script = tmp_path / "bad.sql"
    script.write_text("ALTER TABLE orders ADD COLUMN seat text NOT NULL;\n")
    assert _squawk(script).returncode != 0


async def test_every_foreign_key_has_an_index(database: Scratch):
    owner = await asyncpg.connect(database.dsn())
    bare = await owner.fetch(
        """
        SELECT k.conrelid::regclass::text AS place, k.conname
        FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
        WHERE k.contype = 'f' AND NOT c.relispartition
            AND c.relnamespace = 'public'::regnamespace
            AND NOT EXISTS (
                SELECT FROM pg_index i WHERE i.indrelid = k.conrelid AND i.indkey[0] = k.conkey[1]
                    AND (i.indpred IS NULL
                         OR pg_get_expr(i.indpred, i.indrelid) LIKE '(% IS NOT NULL)')
            )
        """
    )
    await owner.close()
    assert bare == []


async def test_no_index_repeats_another(database: Scratch):
    owner = await asyncpg.connect(database.dsn())
    twice = await owner.fetch(
        """
        SELECT a.indexrelid::regclass::text AS covered, b.indexrelid::regclass::text AS by
        FROM pg_index a JOIN pg_index b ON b.indrelid = a.indrelid AND b.indexrelid <> a.indexrelid
        JOIN pg_class c ON c.oid = a.indrelid
        JOIN pg_class x ON x.oid = a.indexrelid JOIN pg_class y ON y.oid = b.indexrelid
        WHERE c.relnamespace = 'public'::regnamespace AND NOT c.relispartition
            AND x.relam = y.relam AND NOT a.indisunique
            AND a.indpred IS NULL AND b.indpred IS NULL
            AND a.indexprs IS NULL AND b.indexprs IS NULL
            AND (b.indkey::text || ' ') LIKE (a.indkey::text || ' %')
        """
    )
    await owner.close()
    assert twice == []
