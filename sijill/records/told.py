"""A claim together with what its report tells about it: all that joining needs, without the report's text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sijill.records.claim import Claim


@dataclass(frozen=True, slots=True)
class Told:
    """One claim as told by one report.

    `published` dates the telling, not the happening. `origin` names the independent origin that the report belongs to (reports that
    copy each other or one agency share it); corroboration counts origins, never reports. `moment` is that of publication, where the
    report tells the hour; `recorded` is when a store took the report down, which is the time that people's decisions about it are in.
    """

    claim: Claim
    report: str
    published: date | None
    outlet: str | None
    origin: str
    moment: datetime | None = None
    recorded: datetime | None = None
