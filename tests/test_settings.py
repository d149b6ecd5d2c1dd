"""Settings come from one file and the environment; what cannot be used is told with key, value and what was expected."""

from __future__ import annotations

import dataclasses
import os
import re
from pathlib import Path

import pytest

from sijill.errors import SettingsError
from sijill.settings import FILE, KEYS, PREFIX, LlmSettings, Settings, load_settings

HOME = Path("home")
FULL = """
store = "register.sqlite"
data = "places"
reader = "llm"
host = "0.0.0.0"
port = 9000
[llm]
endpoint = "http://127.0.0.1:8000/v1/"
model = "big"
key = "secret"
timeout = 30
"""


def load(tmp_path: Path, text: str = "", **environment: str) -> Settings:
    file = tmp_path / FILE
    file.write_text(text, encoding="utf-8")
    return load_settings(file, environment, HOME)


def test_the_defaults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert load_settings(None, {"PATH": "x"}, HOME) == Settings(
        "sijill.sqlite", HOME / ".local/share/sijill", "compact", LlmSettings(None, None, None, 120.0), "127.0.0.1", 8765
    )


def test_a_file_says_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = Settings(
        str(tmp_path / "register.sqlite"), tmp_path / "places", "llm", LlmSettings("http://127.0.0.1:8000/v1", "big", "secret", 30.0), "0.0.0.0", 9000
    )
    assert load(tmp_path, FULL) == expected
    assert load_settings(None, {"SIJILL_CONFIG": str(tmp_path / FILE)}, HOME) == expected
    monkeypatch.chdir(tmp_path)
    assert load_settings(None, {}, HOME) == dataclasses.replace(expected, store="register.sqlite", data=Path("places"))


def test_the_environment_counts_before_the_file(tmp_path: Path) -> None:
    said = {PREFIX + "STORE": "postgresql://me@host/db", PREFIX + "PORT": "8080", PREFIX + "READER": "compact", PREFIX + "LLM_TIMEOUT": "0.5"}
    found = load(tmp_path, FULL, **said)
    assert (found.store, found.port, found.reader, found.llm.timeout) == ("postgresql://me@host/db", 8080, "compact", 0.5)


def test_every_key_is_a_field() -> None:
    fields = {f.name for f in dataclasses.fields(Settings)} - {"llm"} | {f"llm.{f.name}" for f in dataclasses.fields(LlmSettings)}
    assert set(KEYS) == fields


def test_the_record_is_frozen_and_keeps_its_key_to_itself(tmp_path: Path) -> None:
    found = load(tmp_path, FULL)
    assert "secret" not in repr(found)
    with pytest.raises(dataclasses.FrozenInstanceError):
        found.port = 1  # type: ignore[misc]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('port = "eighty"', "port = 'eighty': expected a whole number from 0 to 65535"),
        ("port = 70000", "port = 70000: expected a whole number"),
        ("port = true", "port = True: expected a whole number"),
        ("port = 80.5", "port = 80.5: expected a whole number"),
        ("store = 5", "store = 5: expected words"),
        ('host = " "', "host = ' ': expected words"),
        ('reader = "large"', "reader = 'large': expected \"compact\" or \"llm\""),
        ('reader = "llm"', "needs llm.endpoint and llm.model"),
        ('[llm]\nendpoint = "localhost:8000"', "llm.endpoint = 'localhost:8000': expected a URL"),
        ("[llm]\ntimeout = 0", "llm.timeout = 0: expected a number from 0.1 to 3600"),
        ("[llm]\nkey = 12345", "llm.key = …: expected words"),
        ("prot = 80", "prot is no setting (did you mean port?)"),
        ("[llm]\nmodle = 'x'", "llm.modle is no setting (did you mean llm.model?)"),
        ("[llm.deep]\nx = 1", "llm.deep is no setting"),
        ("quite = 'else'", "quite is no setting (there are store, data"),
        ("port = ", "cannot be read"),
    ],
)
def test_what_cannot_be_used_is_told(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(SettingsError) as told:
        load(tmp_path, text)
    assert said in str(told.value)
    assert "sijill.toml" in str(told.value)


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("SIJILL_PORT", "eighty", "SIJILL_PORT = 'eighty': expected a whole number from 0 to 65535"),
        ("SIJILL_LLM_TIMEOUT", "nan", "SIJILL_LLM_TIMEOUT = 'nan': expected a number"),
        ("SIJILL_STORE", "", "SIJILL_STORE = '': expected words"),
        ("SIJILL_PROT", "80", "SIJILL_PROT is no setting (did you mean SIJILL_PORT?)"),
    ],
)
def test_the_environment_is_held_to_the_same(tmp_path: Path, name: str, value: str, said: str) -> None:
    with pytest.raises(SettingsError, match=re.escape(said)):
        load(tmp_path, "", **{name: value})


def test_a_file_that_is_named_must_be_there(tmp_path: Path) -> None:
    for file, environment in ((tmp_path / "none.toml", {}), (None, {"SIJILL_CONFIG": str(tmp_path / "none.toml")})):
        with pytest.raises(SettingsError, match="no settings file"):
            load_settings(file, environment, HOME)
    (tmp_path / "latin.toml").write_bytes(b'store = "\xe9"')
    with pytest.raises(SettingsError, match="UTF-8"):
        load_settings(tmp_path / "latin.toml", {}, HOME)
    if os.geteuid():
        (tmp_path / "latin.toml").chmod(0)
        with pytest.raises(SettingsError, match="cannot be read"):
            load_settings(tmp_path / "latin.toml", {}, HOME)
