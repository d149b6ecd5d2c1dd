"""All settings, from a TOML file and the environment, read once into one frozen record.

The environment (SIJILL_STORE, SIJILL_LLM_ENDPOINT …) counts before the file. An error names the key, the value and what was expected.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Literal, cast
from urllib.parse import urlsplit

from sijill.errors import SettingsError

FILE = "sijill.toml"
PREFIX = "SIJILL_"
CONFIG = "SIJILL_CONFIG"
"""Names the settings file, where it is not ./sijill.toml."""
KEYS = ("store", "data", "reader", "llm.endpoint", "llm.model", "llm.key", "llm.timeout", "host", "port")

ReaderKind = Literal["compact", "llm"]


@dataclass(frozen=True, slots=True)
class LlmSettings:
    """Where a larger reader answers: base URL of an OpenAI-compatible API, its model, key, and seconds to wait for an answer."""

    endpoint: str | None
    model: str | None
    key: str | None = field(repr=False)
    timeout: float


@dataclass(frozen=True, slots=True)
class Settings:
    """`store`: path or URL of the store; `data`: folder of the place files that the user adds; `reader`: who reads; `host`, `port`: where the desk listens."""

    store: str
    data: Path
    reader: ReaderKind
    llm: LlmSettings
    host: str
    port: int


@dataclass(frozen=True, slots=True)
class _Said:
    """A value and how messages name it: `sijill.toml: port` or `SIJILL_PORT`. `base`: the folder that its paths start from."""

    value: object
    name: str
    base: Path
    words_only: bool

    def wrong(self, expected: str) -> SettingsError:
        """The error that says what was expected; a key's value is not shown."""
        shown = "…" if self.name.lower().endswith("key") else repr(self.value)[:80]
        return SettingsError(f"{self.name} = {shown}: expected {expected}", "correct it, or leave it out for the default")


class _Values:
    """What was said, key by key, each asked for as what it should be."""

    def __init__(self, said: Mapping[str, _Said]) -> None:
        self._said = said

    def text(self, key: str, otherwise: str | None = None) -> str | None:
        """Words that are not blank."""
        said = self._said.get(key)
        if said is None:
            return otherwise
        if not isinstance(said.value, str) or not said.value.strip():
            raise said.wrong("words that are not blank")
        return said.value

    def location(self, key: str, otherwise: str) -> str:
        """A path, from the settings file's folder where it is relative, or a URL."""
        said, words = self._said.get(key), self.text(key)
        if said is None or words is None:
            return otherwise
        return words if "://" in words else str(said.base / Path(words).expanduser())

    def choice(self, key: str, allowed: tuple[str, ...]) -> str:
        """One of the words; the first is the default."""
        said = self._said.get(key)
        if said is None:
            return allowed[0]
        if said.value not in allowed:
            raise said.wrong(" or ".join(f'"{a}"' for a in allowed))
        return str(said.value)

    def address(self, key: str) -> str | None:
        """An http or https URL without its last slash."""
        words = self.text(key)
        if words is None:
            return None
        parts = urlsplit(words)
        if parts.scheme not in {"http", "https"} or not parts.netloc:
            raise self._said[key].wrong("a URL such as http://127.0.0.1:8000/v1")
        return words.rstrip("/")

    def number(self, key: str, least: float, most: float, otherwise: float) -> float:
        """A number in a range; whole ones where the bounds are."""
        said = self._said.get(key)
        if said is None:
            return otherwise
        whole = isinstance(least, int)
        expected = f"a {'whole ' if whole else ''}number from {least:g} to {most:g}"
        value = said.value
        try:
            if said.words_only:
                value = int(str(value)) if whole else float(str(value))
        except ValueError:
            raise said.wrong(expected) from None
        if isinstance(value, bool) or not isinstance(value, int if whole else (int, float)) or not least <= value <= most:
            raise said.wrong(expected)
        return value


def load_settings(file: Path | None, environment: Mapping[str, str], home: Path) -> Settings:
    """The settings of a file (or of ./sijill.toml, where there is one) and of the environment.

    `home` holds the default folder for data. SettingsError for a file that is missing or broken, an unknown key, a value that cannot be used.
    """
    named = file or (Path(environment[CONFIG]) if environment.get(CONFIG) else None)
    said = dict(_of_file(named or Path(FILE), required=named is not None))
    said.update(_of_environment(environment))
    values = _Values(said)
    llm = LlmSettings(values.address("llm.endpoint"), values.text("llm.model"), values.text("llm.key"), float(values.number("llm.timeout", 0.1, 3600.0, 120.0)))
    reader = cast(ReaderKind, values.choice("reader", ("compact", "llm")))
    if reader == "llm" and not (llm.endpoint and llm.model):
        raise SettingsError('reader = "llm" needs llm.endpoint and llm.model', f"set them in {FILE} under [llm], or as SIJILL_LLM_ENDPOINT and SIJILL_LLM_MODEL")
    return Settings(
        store=values.location("store", "sijill.sqlite"),
        data=Path(values.location("data", str(home / ".local" / "share" / "sijill"))),
        reader=reader,
        llm=llm,
        host=values.text("host", "127.0.0.1") or "",
        port=int(values.number("port", 0, 65_535, 8765)),
    )


def _of_file(path: Path, required: bool) -> Iterator[tuple[str, _Said]]:
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        if required:
            raise SettingsError(f"there is no settings file {path}", "check --config or SIJILL_CONFIG") from None
        return
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as wrong:
        raise SettingsError(f"{path} cannot be read: {wrong}", "it is TOML in UTF-8, such as store = \"register.sqlite\"") from None
    base = path.parent
    for key, value in table.items():
        inner = {f"{key}.{k}": v for k, v in value.items()} if isinstance(value, dict) else {key: value}
        for name, said in inner.items():
            _known(name, f"{path}: {name}")
            yield name, _Said(said, f"{path}: {name}", base, words_only=False)


def _of_environment(environment: Mapping[str, str]) -> Iterator[tuple[str, _Said]]:
    names = {PREFIX + key.upper().replace(".", "_"): key for key in KEYS}
    for name in sorted(environment):
        if not name.startswith(PREFIX) or name == CONFIG:
            continue
        if name not in names:
            near = get_close_matches(name, names, 1)
            raise SettingsError(f"{name} is no setting", f"did you mean {near[0]}?" if near else f"there are {', '.join(sorted(names))}")
        yield names[name], _Said(environment[name], name, Path(), words_only=True)


def _known(key: str, shown: str) -> None:
    if key not in KEYS:
        near = get_close_matches(key, KEYS, 1)
        raise SettingsError(f"{shown} is no setting", f"did you mean {near[0]}?" if near else f"there are {', '.join(KEYS)}")
