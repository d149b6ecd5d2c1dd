"""Claims + judgements → events. All pure.

    sketch     what joining needs of one claim          names, wording, families   how places, words and types compare
    inside     signs between claims of one report  →  strands   what one report tells of one happening
    across     signs between strands of two reports, with blocking to find the pairs worth comparing
    weights    signs to log-odds (learned.py; counted_stems.py holds words)   →  cluster   average linkage with must and cannot
    decide     merge, split, confirm, reject, undo      joining   all of it, report by report
    components what can be joined by itself, and joined again when a few claims change
    build      a cluster to an Event: fuse (type, sides, places, days), voice, figures and toll, dispute, grade, identity
    asof       what was published by a day   origins    which reports are copies of each other   told   readings and reports to told claims   explain   why two were joined
"""

from sijill.events.asof import told_by
from sijill.events.blocking import LONGEST, Days, Held
from sijill.events.components import Component, joined, joined_again, reach
from sijill.events.explain import Reason, Sign, explain
from sijill.events.joining import Joiner, StrandName, join
from sijill.events.origins import Origins, found_origins, origins
from sijill.events.told import from_contract

__all__ = [
    "LONGEST", "Component", "Days", "Held", "Joiner", "Origins", "Reason", "Sign", "StrandName", "explain", "found_origins", "from_contract", "join", "joined",
    "joined_again", "origins", "reach", "told_by",
]  # fmt: skip
