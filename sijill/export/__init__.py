"""Records → files that others read: one file a format. Functions take sequences of records and give lines or a text; they write nothing.

An export holds only what an analyst released (events confirmed, and the claims in them) unless `released_only=False`; then drafts come too,
and each row says `draft`. What an analyst rejected is never exported. ACLED, GED and HXL come as `Exported`,
which says what they had to drop.
"""

from sijill.export.acled import events_as_acled
from sijill.export.claims_jsonl import claims_as_jsonl
from sijill.export.csv_files import claims_as_csv, events_as_csv, tolls_as_csv
from sijill.export.events_jsonl import events_as_jsonl
from sijill.export.ged import events_as_ged
from sijill.export.geojson import events_as_geojson
from sijill.export.hxl import events_as_hxl
from sijill.export.losses import Exported, Loss

__all__ = [
    "Exported", "Loss", "claims_as_csv", "claims_as_jsonl", "events_as_acled", "events_as_csv", "events_as_ged", "events_as_geojson", "events_as_hxl",
    "events_as_jsonl", "tolls_as_csv",
]  # fmt: skip
