"""What Sijill raises when the world does not do its part; each error says what is wrong and what to do about it."""

from __future__ import annotations


class SijillError(Exception):
    """A fault a user can mend. `hint` is the cure, shown after the message in one line."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} ({self.hint})" if self.hint else self.message


class InputError(SijillError):
    """A file or a line of a file that cannot be read. `where` names it: "reports.jsonl:3"."""

    def __init__(self, where: str, message: str, hint: str = "") -> None:
        super().__init__(f"{where}: {message}", hint)
        self.where = where


class SettingsError(SijillError):
    """A setting with a value that cannot be used; names key, value and what was expected."""


class StoreError(SijillError):
    """The store cannot do what was asked: it is missing, newer than this version, or locked."""


class KnowledgeError(SijillError):
    """A knowledge file (actors, terms, places, model) that is missing or broken."""
