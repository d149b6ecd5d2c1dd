"""The reader that the settings name."""

from __future__ import annotations

from collections.abc import Callable

from sijill.errors import SettingsError
from sijill.knowledge import Knowledge, load_knowledge
from sijill.pipeline import KnowingReader, Reader
from sijill.records import Reading, Report
from sijill.settings import Settings


def all_knowledge(settings: Settings) -> Knowledge:
    """All that ships, and the places that the user added."""
    return load_knowledge(places=settings.data)


def load_reader(settings: Settings) -> Reader:
    """The packaged model, or the endpoint of a larger one at the same seam. KnowledgeError or SettingsError where it cannot be had."""
    knowledge = all_knowledge(settings)
    if settings.reader == "compact":
        return KnowingReader(knowledge, None, knowledge.model.name)
    try:
        from sijill.llm_reader import Endpoint, LlmReader
    except ModuleNotFoundError:
        raise SettingsError('reader = "llm" needs httpx', "pip install 'sijill[llm]'") from None
    llm = settings.llm
    endpoint = Endpoint(llm.endpoint or "", llm.model or "", llm.key or "", llm.timeout)
    return KnowingReader(knowledge, LlmReader(endpoint), f"llm:{llm.model}")


class LateReader:
    """A reader that is loaded when it is first asked, so that bad input is told at once."""

    def __init__(self, load: Callable[[], Reader]) -> None:
        self._load = load
        self._loaded: Reader | None = None

    def _reader(self) -> Reader:
        self._loaded = self._loaded or self._load()
        return self._loaded

    @property
    def name(self) -> str:
        """Model and version."""
        return self._reader().name

    def read(self, report: Report, /) -> Reading:
        """The reading of one report."""
        return self._reader().read(report)
