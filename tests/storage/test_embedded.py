"""The embedded servers: started, stopped, and what stands in their way."""

import os
import pwd
import shutil
import subprocess
import threading
from pathlib import Path

import psutil
import pytest
import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from storage.embedded import (
    ROLES,
    EmbeddedError,
    Servers,
    binary,
    client_environment,
    programs,
    running,
    site,
)
from storage.embedded.account import account_for
from storage.embedded.leftovers import servers_in
from tests.storage.embedded_fixtures import (
    AS_ROOT,
    ONLY_ROOT,
    QUICK,
    modes,
    open_directory,
    sql,
    wait_for_silence,
)


def _cache(servers: Servers) -> redis.Redis:
    assert servers.redis_url is not None
    return redis.Redis.from_url(servers.redis_url, protocol=2)


def test_both_servers_run_and_keep_what_they_were_given(tmp_path):
    with running(tmp_path, settings=QUICK) as servers:
        assert servers.owned
        assert sql(servers.dsn(), "SHOW server_version").startswith("18.")
        assert (
            sql(
                servers.dsn(),
                "SELECT current_database(), pg_encoding_to_char(encoding)"
                " FROM pg_database WHERE datname = current_database()",
            )
            == "portal|UTF8"
        )
        sql(servers.dsn(), "CREATE TABLE shows AS SELECT 'Ofelia' AS designer")
        with _cache(servers) as cache:
            cache.set("dialog", "name?")
    wait_for_silence(tmp_path)
    with running(tmp_path, settings=QUICK) as again:
        assert again.passwords == servers.passwords
        assert sql(again.dsn(), "SELECT designer FROM shows") == "Ofelia"
        with _cache(again) as cache:
            assert cache.get("dialog") == b"name?"
    wait_for_silence(tmp_path)


def test_settings_reach_the_server(tmp_path):
    with running(tmp_path, valkey=False, settings={**QUICK, "work_mem": "7MB"}) as servers:
        shown = "SELECT string_agg(setting, ' ' ORDER BY name) FROM pg_settings WHERE name IN"
        names = "('fsync', 'shared_preload_libraries', 'work_mem')"
        assert sql(servers.dsn(), f"{shown} {names}") == "off pg_stat_statements 7168"
        sql(servers.dsn(), "CREATE EXTENSION pg_stat_statements")


def test_what_is_written_is_on_disk_unless_told_otherwise(tmp_path):
    with running(tmp_path, valkey=False) as servers:
        assert sql(servers.dsn(), "SHOW fsync") == "on"
        assert sql(servers.dsn(), "SHOW data_checksums") == "on"


def test_nothing_listens_on_a_network(tmp_path):
    with running(tmp_path, settings=QUICK) as servers:
        children = psutil.Process().children(recursive=True)
        ours = [child for child in children if child in servers_in(tmp_path)]
        names = {child.name() for child in ours}
        assert names == {"postgres", "valkey-server"}
        assert [line for child in ours for line in child.net_connections("inet")] == []
        assert servers.socket_dir is not None
        unix = {line.laddr for child in ours for line in child.net_connections("unix")}
        assert {
            str(servers.socket_dir / name) for name in (".s.PGSQL.5432", "valkey.sock")
        } <= unix


def test_only_the_one_asked_for_is_started(tmp_path):
    with running(tmp_path, postgres=False) as servers:
        assert {child.name() for child in servers_in(tmp_path)} == {"valkey-server"}
        with pytest.raises(EmbeddedError, match="PostgreSQL was not asked for"):
            servers.dsn()
    with running(tmp_path, valkey=False, settings=QUICK) as servers:
        assert servers.redis_url is None
        assert {child.name() for child in servers_in(tmp_path)} == {"postgres"}


def test_passwords_are_needed_and_stay_secret(tmp_path):
    with running(tmp_path, settings=QUICK) as servers:
        assert set(ROLES) <= set(servers.passwords)
        assert len(set(servers.passwords.values())) == len(servers.passwords)
        secrets = tmp_path / "secrets.json"
        facts = tmp_path / "servers.json"
        assert [path.stat().st_mode & 0o777 for path in (secrets, facts)] == [0o600, 0o600]
        assert not any(word in repr(servers) for word in servers.passwords.values())
        said = [process.cmdline() for process in servers_in(tmp_path)]
        assert not any(word in str(said) for word in servers.passwords.values())
        wrong = servers.dsn().replace(servers.passwords["postgres"], "guess")
        with pytest.raises(subprocess.CalledProcessError) as refused:
            sql(wrong, "SELECT 1")
        assert "password authentication failed" in refused.value.stderr
        assert servers.socket_dir is not None
        path, once = str(servers.socket_dir / "valkey.sock"), Retry(NoBackoff(), 0)
        stranger = redis.Redis(unix_socket_path=path, retry=once)
        with stranger, pytest.raises(redis.AuthenticationError):
            stranger.ping()
        with pytest.raises(EmbeddedError, match="'ofelia'"):
            servers.dsn("ofelia")


def test_keys_of_ours_do_not_reach_the_servers(tmp_path, monkeypatch):
    monkeypatch.setenv("BOT_TOKEN", "12:secret")
    monkeypatch.setenv("PGPORT", "1")
    with running(tmp_path, settings=QUICK):
        for process in servers_in(tmp_path):
            assert not {"BOT_TOKEN", "PGPORT"} & set(process.environ())


def test_no_permission_of_a_foreign_folder_is_touched(tmp_path):
    closed = tmp_path / "home"
    closed.mkdir(mode=0o700)
    packages = programs.installed().root
    before = modes(closed) | modes(packages)
    with running(closed / "var", settings=QUICK):
        assert modes(closed) | modes(packages) == before
    assert modes(closed) | modes(packages) == before


def test_a_path_too_long_for_a_socket(tmp_path):
    deep = tmp_path / ("atelier" * 12)
    with running(deep, settings=QUICK) as servers:
        assert servers.socket_dir is not None
        assert deep not in servers.socket_dir.parents
        assert servers.socket_dir.stat().st_mode & 0o777 == 0o700
        assert sql(servers.dsn(), "SELECT 1") == "1"
    assert not servers.socket_dir.exists()


def test_a_path_with_strange_characters(tmp_path):
    with running(tmp_path / "défilé & 50%", settings=QUICK) as servers:
        assert sql(servers.dsn(), "SELECT 1") == "1"
        with _cache(servers) as cache:
            assert cache.ping()


@ONLY_ROOT
def test_root_gives_the_servers_to_an_account_that_can_reach_the_data():
    with open_directory() as directory, running(directory, settings=QUICK) as servers:
        assert servers.socket_dir == directory / "run"
        assert {process.username() for process in servers_in(directory)} == {"nobody"}
        assert sql(servers.dsn(), "SHOW data_directory") == str(directory / "pg" / "data")
        assert directory.stat().st_uid == 0


@ONLY_ROOT
def test_root_keeps_data_where_the_account_cannot_go(tmp_path):
    tmp_path.chmod(0o700)
    with running(tmp_path / "var", settings=QUICK) as servers:
        assert {process.username() for process in servers_in(tmp_path)} == {"nobody"}
        assert (tmp_path / "var/pg/data/PG_VERSION").exists()
        sql(servers.dsn(), "CREATE EXTENSION pg_trgm")
        sql(servers.dsn(), "CHECKPOINT")
        with _cache(servers) as cache:
            cache.bgrewriteaof()
    assert servers.socket_dir is not None
    assert not servers.socket_dir.exists()


@ONLY_ROOT
@pytest.mark.parametrize("umask", [0o022, 0o077])
def test_root_with_an_environment_that_the_account_cannot_read(tmp_path, monkeypatch, umask):
    closed = tmp_path / "venv"
    closed.mkdir(mode=0o700)
    (closed / "site-packages").symlink_to(programs.installed().root)
    monkeypatch.setattr(programs, "installed", lambda: programs.Programs(closed / "site-packages"))
    before = os.umask(umask)
    try:
        with open_directory() as directory:
            with running(directory, settings=QUICK) as servers:
                used = {Path(process.exe()) for process in servers_in(directory)}
                assert used
                assert all(directory / "programs" in path.parents for path in used)
                sql(servers.dsn(), "CREATE EXTENSION btree_gist")
            copied = [path.stat().st_mtime_ns for path in (directory / "programs").iterdir()]
            with running(directory, settings=QUICK):
                assert copied == [
                    path.stat().st_mtime_ns for path in (directory / "programs").iterdir()
                ]
    finally:
        os.umask(before)


@ONLY_ROOT
def test_root_with_neither_environment_nor_data_in_reach(tmp_path, monkeypatch):
    closed = tmp_path / "venv"
    closed.mkdir(mode=0o700)
    (closed / "site-packages").symlink_to(programs.installed().root)
    monkeypatch.setattr(programs, "installed", lambda: programs.Programs(closed / "site-packages"))
    aside = site.aside(tmp_path / "var")
    with running(tmp_path / "var", settings=QUICK) as servers:
        assert sql(servers.dsn(), "SELECT 1") == "1"
        assert servers.socket_dir == aside / "run"
    assert [path.name for path in aside.iterdir()] == ["programs"]
    shutil.rmtree(aside)


@ONLY_ROOT
def test_root_runs_a_users_data_as_that_user():
    daemon = pwd.getpwnam("daemon")
    with open_directory() as directory:
        for name in ("pg", "valkey", "run"):
            (directory / name).mkdir(mode=0o700)
            os.chown(directory / name, daemon.pw_uid, daemon.pw_gid)
        with running(directory, settings=QUICK):
            assert {process.username() for process in servers_in(directory)} == {"daemon"}


def test_a_directory_that_cannot_be_written(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(EmbeddedError, match=r"cannot be used \(Not a directory.*--data"):
        running(tmp_path / "file" / "var").__enter__()
    if not AS_ROOT:
        tmp_path.chmod(0o500)
        with pytest.raises(EmbeddedError, match=r"cannot be used \(Permission denied.*--data"):
            running(tmp_path / "var").__enter__()


def test_something_else_in_the_databases_place(tmp_path):
    with running(tmp_path, postgres=False):
        pass
    home = tmp_path / "pg" / "data"
    home.mkdir(parents=True, mode=0o700)
    (home / "letters.txt").write_text("dear")
    if AS_ROOT:
        with pytest.raises(EmbeddedError, match="belongs to somebody else"):
            running(tmp_path).__enter__()
        nobody = pwd.getpwnam("nobody")
        for path in (home.parent, home):
            os.chown(path, nobody.pw_uid, nobody.pw_gid)
    with pytest.raises(EmbeddedError, match="not a database of ours"):
        running(tmp_path).__enter__()
    (home / "PG_VERSION").write_text("17\n")
    with pytest.raises(EmbeddedError, match="made by PostgreSQL 17"):
        running(tmp_path).__enter__()
    assert (home / "letters.txt").read_text() == "dear"
    assert servers_in(tmp_path) == []


def test_a_sockets_place_that_somebody_else_made_first(tmp_path, monkeypatch):
    monkeypatch.setattr(site, "LONGEST_RUN_DIR", 10)
    with running(tmp_path, postgres=False) as servers:
        assert servers.socket_dir is None
        assert servers.redis_url is not None
    aside = site.aside(tmp_path)
    shutil.rmtree(aside, ignore_errors=True)  # it may keep a readable copy of the programs
    aside.symlink_to(tmp_path)
    try:
        with pytest.raises(EmbeddedError, match="belongs to somebody else"):
            running(tmp_path, postgres=False).__enter__()
    finally:
        aside.unlink()


def test_passwords_that_are_gone(tmp_path):
    with running(tmp_path, valkey=False, settings=QUICK):
        pass
    (tmp_path / "secrets.json").unlink()
    with pytest.raises(EmbeddedError, match="put it back"):
        running(tmp_path).__enter__()


def test_a_setting_that_is_wrong(tmp_path):
    with pytest.raises(EmbeddedError, match='unrecognized configuration parameter "hem"'):
        running(tmp_path, settings={**QUICK, "hem": "long"}).__enter__()
    wait_for_silence(tmp_path)
    with running(tmp_path, settings=QUICK) as servers:
        assert sql(servers.dsn(), "SELECT 1") == "1"


def test_a_start_that_was_killed_half_way_is_started_over(tmp_path):
    with running(tmp_path, valkey=False, settings=QUICK):
        pass
    (tmp_path / "pg" / "data").rename(tmp_path / "pg" / "unfinished")
    with running(tmp_path, valkey=False, settings=QUICK) as servers:
        assert sql(servers.dsn(), "SELECT 1") == "1"
    assert [path.name for path in (tmp_path / "pg").iterdir()] == ["data"]


def test_a_pid_that_now_is_somebody_elses(tmp_path):
    with running(tmp_path, valkey=False, settings=QUICK):
        left_behind = (tmp_path / "pg/data/postmaster.pid").read_text().split("\n")
    # A machine that lost power: the files stay, and their pid comes round again.
    account = account_for(tmp_path / "pg").drop_to
    with subprocess.Popen(["sleep", "60"], cwd="/", **account) as sleeper:
        named = "\n".join([str(sleeper.pid), *left_behind[1:]])
        try:
            (tmp_path / "pg/data/postmaster.pid").write_text(named)
            with running(tmp_path, valkey=False, settings=QUICK) as servers:
                assert sql(servers.dsn(), "SELECT 1") == "1"
            assert sleeper.poll() is None
        finally:
            sleeper.kill()


def test_servers_are_started_by_the_main_thread_only(tmp_path):
    refusals = []

    def start() -> None:
        with pytest.raises(RuntimeError, match="main thread") as refused:
            running(tmp_path).__enter__()
        refusals.append(refused)

    thread = threading.Thread(target=start)
    thread.start()
    thread.join()
    assert len(refusals) == 1


def test_client_programs():
    done = subprocess.run([binary("pgbench"), "--version"], capture_output=True, check=True)
    assert b"18." in done.stdout
    for name in ("mysql", "../bin/psql"):
        with pytest.raises(EmbeddedError, match="no bundled program"):
            binary(name)


def test_a_clients_environment(monkeypatch):
    monkeypatch.setenv("PGHOST", "elsewhere")
    made = client_environment(
        "postgresql://portal_app:p%40ss@db.example:6432/portal?sslmode=disable"
    )
    assert {key: value for key, value in made.items() if key.startswith("PG")} == {
        "PGHOST": "db.example",
        "PGPORT": "6432",
        "PGUSER": "portal_app",
        "PGPASSWORD": "p@ss",
        "PGDATABASE": "portal",
        "PGSSLMODE": "disable",
    }
    local = client_environment("postgresql://a:b@/portal?host=/run/with%20space&port=5432")
    assert (local["PGHOST"], local["PGPORT"]) == ("/run/with space", "5432")
