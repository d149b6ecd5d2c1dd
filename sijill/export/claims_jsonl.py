"""Claims as the contract's JSON Lines: one line a report, each claim with one more key, its review `status`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from sijill.export.release import claim_leaves, status_of_claims
from sijill.records import Event, Reading
from sijill.records.contract import to_plain


def claims_as_jsonl(readings: Iterable[Reading], events: Sequence[Event], released_only: bool = True) -> Iterator[str]:
    """Lines without line ends, in the order of `readings`.

    Readers of the contract ignore `status` (`draft` or `confirmed`, that of the claim's event). With `released_only`, a report of which
    no claim was released gives no line, since its skips would tell of it.
    """
    status = status_of_claims(events)
    for reading in readings:
        claims = [c for c in reading.claims if claim_leaves(status.get(c.id, "draft"), released_only)]
        if claims or not released_only:
            line = {
                "report": reading.report,
                "claims": [{**to_plain(c), "status": status.get(c.id, "draft")} for c in claims],
                "skips": to_plain(reading.skips),
            }
            yield json.dumps(line, ensure_ascii=False, separators=(",", ":"))
