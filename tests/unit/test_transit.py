"""Which addresses may be used: this machine's, those that prove who they are, and by the words."""

import pytest

from bot.settings import SettingsError, read_settings

PASSWORD = "hunter22-and-more"
CLEAR = "sslmode=disable"
EVERYWHERE = "0.0.0.0"  # noqa: S104 - refused, or not opened
MAY = {
    "database_url": [
        f"postgresql://u:{PASSWORD}@db.example.org/x?sslmode=verify-full",
        f"postgresql+asyncpg://u:{PASSWORD}@db.example.org:6432/x?sslmode=verify-full",
        "postgresql://u@db.example.org/x?sslmode=verify-ca&sslrootcert=/etc/portal/db.pem",
        f"postgresql://u@db/x?{CLEAR}",
        "postgresql://u@localhost/x",
        "postgresql://u@127.0.0.9:5433/x",
        "postgresql://u@[::1]:5433/x",
        "postgresql://u@/x?host=/run/Portal&port=5433",
        "postgresql://u@%2Frun%2FPortal/x",
    ],
    "redis_url": [
        f"rediss://:{PASSWORD}@cache.example.org/0",
        f"redis://cache/0?{CLEAR}",
        "rediss://cache/0?ssl_cert_reqs=none",
        "redis://127.0.0.1",
        "redis://[::1]:6380/1",
        f"unix://:{PASSWORD}@/run/valkey.sock?db=1",
    ],
    "telegram_api_url": [
        "https://api.example.org/telegram",
        f"http://botapi:8081/?{CLEAR}",
        "http://127.0.0.1:8081",
    ],
    "public_url": ["https://portal.example.org", "http://localhost:8081"],
    "webhook_url": ["https://portal.example.org/x", "http://127.0.0.1:8081/x"],
    "http_host": ["127.0.0.1", "::1", "localhost"],
}
MAY_NOT = {
    "database_url": [
        f"postgresql://u:{PASSWORD}@db.example.org/x",
        *(
            f"postgresql://u:{PASSWORD}@db.example.org/x?sslmode={mode}"
            for mode in ("allow", "prefer", "require", "verify-ca", "verify_full", "Disable")
        ),
        f"postgresql://u:{PASSWORD}@db.example.org/x?sslmode=verify-ca&sslrootcert=system",
        f"postgresql://u:{PASSWORD}@db.example.org/sslmode=disable",
        f"postgresql://{CLEAR}:{PASSWORD}@db.example.org/x",
        f"postgresql://u:{PASSWORD}@localhost@db.example.org/x",
        f"postgresql://u:{PASSWORD}@localhost,db.example.org/x",
        f"postgresql://u:{PASSWORD}@localhost:1,db.example.org:2/x?sslmode=verify-full",
        f"postgresql://u:{PASSWORD}@/x?host=db.example.org",
        f"postgresql://u:{PASSWORD}@/x?host=/run,db.example.org",
        f"postgresql://u:{PASSWORD}@127.0.0.1.example.org/x",
        f"postgresql://u:{PASSWORD}@localhost.example.org/x",
        f"postgresql://u:{PASSWORD}@0.0.0.0/x",
        f"postgresql://u:{PASSWORD}@localhost:port/x",
        f"postgresql://u:{PASSWORD}@/x",
        "postgresql:///x",
    ],
    "redis_url": [
        f"redis://:{PASSWORD}@cache.example.org/0",
        f"redis://:{PASSWORD}@cache.example.org/0?sslmode=prefer",
        f"redis://:{PASSWORD}@cache.example.org/0?ssl_cert_reqs=required",
        f"redis://:{PASSWORD}@/0?host=cache.example.org",
        f"redis://:{PASSWORD}@10.0.0.5/sslmode=disable",
    ],
    "telegram_api_url": ["http://botapi:8081", "http://10.0.0.5/?sslmode=prefer"],
    "public_url": ["http://portal.example.org", f"http://portal.example.org/?{CLEAR}"],
    "webhook_url": ["http://portal.example.org/x", f"http://portal.example.org/?{CLEAR}"],
    "http_host": [EVERYWHERE, "::", "10.0.0.5", "portal.example.org"],
}


MAY["keystore_url"], MAY_NOT["keystore_url"] = MAY["database_url"], MAY_NOT["database_url"]


def pairs(table):
    return [(name, value) for name, values in table.items() for value in values]


@pytest.mark.parametrize(("name", "value"), pairs(MAY))
def test_it_may_be_used_and_the_words_for_us_stay_with_us(name, value):
    found = getattr(read_settings(**{name: value}), name)
    if name in {"redis_url", "telegram_api_url"}:
        assert CLEAR not in (found if isinstance(found, str) else found.get_secret_value())


@pytest.mark.parametrize(("name", "value"), pairs(MAY_NOT))
def test_it_may_not_and_one_sentence_says_how_to_mend_it(name, value):
    with pytest.raises(SettingsError) as refused:
        read_settings(**{name: value})
    said = str(refused.value)
    assert said.startswith(f"{name.upper()} ")
    assert said.endswith(".")
    assert PASSWORD not in said
    assert "\n" not in said


def test_http_beyond_this_machine_is_encrypted_or_has_a_proxy_with_a_name():
    files = {"http_tls_cert": "/etc/portal/cert.pem", "http_tls_key": "/etc/portal/key.pem"}
    read_settings(http_host=EVERYWHERE, **files)
    found = read_settings(http_host=EVERYWHERE, http_trusted_proxies="10.0.0.5, 10.1.0.0/16")
    assert [str(each) for each in found.http_trusted_proxies] == ["10.0.0.5/32", "10.1.0.0/16"]
    for name, value in files.items():
        with pytest.raises(SettingsError, match="both of them, or none"):
            read_settings(**{name: value})
    with pytest.raises(SettingsError, match="HTTP_TRUSTED_PROXIES must be IP addresses"):
        read_settings(http_host=EVERYWHERE, http_trusted_proxies="nginx")
