"""What the reader knows, loaded once and passed in: actors, terms, places, and the model. Everything is in data/, with its sources."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sijill.knowledge.actors import ActorList, load_actors
from sijill.knowledge.gazetteer import Gazetteer, load_gazetteer
from sijill.knowledge.reader_model import ReaderModel
from sijill.knowledge.terms import Terms, load_terms
from sijill.knowledge.yaml_files import read_yaml

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All of it. Passed as an argument wherever it is needed; never a global."""

    actors: ActorList
    terms: Terms
    gazetteer: Gazetteer
    model: ReaderModel


def load_knowledge(folder: Path = DATA, places: Path | None = None) -> Knowledge:
    """Everything from one folder, and the user's own places where `places` is a folder of them. KnowledgeError names the file that is missing or broken."""
    return Knowledge(load_actors(folder), load_terms(folder), load_gazetteer(folder, places), ReaderModel(folder / "reader"))


def country_names(folder: Path = DATA) -> dict[str, str]:
    """The name of every state by its ISO code."""
    return {row["iso2"]: row["name"] for row in read_yaml(folder / "states.yaml")}
