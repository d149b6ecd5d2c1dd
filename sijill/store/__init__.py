"""The store: reports, readings, corrections and judgements as they came in, never changed; origins and events as they follow from them.

One SQL for an embedded SQLite file and for PostgreSQL. What `add` and `judge` have returned from is on the disk and stays there.
"""

from sijill.store.adding import Outcome
from sijill.store.asking import Tally
from sijill.store.corrections import Corrected, Correction, taken_back, to_take_back
from sijill.store.deriving import Growth
from sijill.store.engine import open_store
from sijill.store.rows import EVERYTHING, Wanted
from sijill.store.session import Store
from sijill.store.stale import Stale

__all__ = ["EVERYTHING", "Corrected", "Correction", "Growth", "Outcome", "Stale", "Store", "Tally", "Wanted", "open_store", "taken_back", "to_take_back"]
