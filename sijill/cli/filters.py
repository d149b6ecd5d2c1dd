"""The filters that the verbs share: --place, --actor, --type, --since, --until: the names that the desk's addresses have too."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import wraps
from typing import Any, TypeVar, cast

import click

from sijill.cli.shell import day
from sijill.errors import InputError
from sijill.knowledge.folding import fold
from sijill.records import CLAIM_TYPES, Actor, Claim, Event, EventWhen, Place, When
from sijill.store import Wanted

Verb = TypeVar("Verb", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Filter:
    """What is asked for; None asks for all. Days are inclusive; what has no day is out as soon as a day is asked for."""

    place: str | None = None
    actor: str | None = None
    type: str | None = None
    first: date | None = None
    last: date | None = None

    def wanted(self, report: str | None = None) -> Wanted:
        """The part of it that the store answers, of all reports or of one."""
        return Wanted((self.type,) if self.type else (), self.first, self.last, (report,) if report else ())

    def claim(self, claim: Claim) -> bool:
        """Whether it is about the place and the actor; `wanted` has seen to type and days."""
        return self.at(claim.places) and self.by((*claim.by, *claim.to))

    def event(self, event: Event) -> bool:
        """Whether the event is one of those asked for."""
        return (not self.type or event.type == self.type) and self.during(event.when) and self.at(event.places) and self.by((*event.by, *event.to))

    def during(self, when: When | EventWhen | None) -> bool:
        """Whether the days touch those asked for."""
        if self.first is None and self.last is None:
            return True
        if when is None or when.start is None or when.end is None:
            return False
        return (self.first is None or when.end > self.first) and (self.last is None or when.start <= self.last)

    def at(self, places: Sequence[Place]) -> bool:
        """Whether one of the places, or a division that holds it, is called so."""
        return _says(self.place, (n for p in places for n in (p.name, p.mention.text, p.id, *p.admin)))

    def called(self, names: Iterable[str | None], asked: str | None = None) -> bool:
        """Whether one of the names is that of the actor, or of what else is `asked` for."""
        return _says(asked if asked is not None else self.actor, names)

    def by(self, actors: Sequence[Actor]) -> bool:
        """Whether one of the actors is called so."""
        return _says(self.actor, (n for a in actors for n in (a.name, a.mention.text, a.id)))


def _says(asked: str | None, names: Iterable[str | None]) -> bool:
    wanted = fold(asked or "")
    return not wanted or any(wanted in fold(name) for name in names if name)


def filtered(verb: Verb) -> Verb:
    """Gives the verb its filter as `wanted`, from five options."""

    @wraps(verb)
    def with_filter(*args: Any, place_name: str | None, actor: str | None, type_: str | None, since: str | None, until: str | None, **more: Any) -> Any:
        first, last = day(since, "--since"), day(until, "--until")
        if first and last and first > last:
            raise InputError("--since", f"{first} is after --until {last}", "give the earlier day first")
        return verb(*args, wanted=Filter(place_name, actor, type_, first, last), **more)

    options = (
        click.option("--place", "place_name", metavar="NAME", help="Only where a place, district or province is called so (spelling is folded)."),
        click.option("--actor", metavar="NAME", help="Only where an actor is called so, by name, id or the report's words."),
        click.option("--type", "type_", type=click.Choice(CLAIM_TYPES), metavar="CODE", help="Only of this type (codes: sijill schema)."),
        click.option("--since", "--from", "since", metavar="DATE", help="Only what happened on this day or later."),
        click.option("--until", "--to", "until", metavar="DATE", help="Only what happened on this day or earlier."),
    )
    for option in reversed(options):
        with_filter = option(with_filter)
    return cast(Verb, with_filter)
