"""A claim together with what its report tells about it: all that joining needs, without the report's text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sijill.records.claim import Claim


@dataclass(frozen=True, slots=True)
class Told:
    """One claim as told by one report.

    `published` dates the telling, not the happening. `origin` names the independent origin that the report belongs to (reports that
    copy each other or one agency share it); corroboration counts origins, never reports.
    """

    claim: Claim
    report: str
    published: date | None
    outlet: str | None
    origin: str
