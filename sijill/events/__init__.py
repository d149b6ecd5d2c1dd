"""Claims + judgements → events: strands inside a report, comparison across reports, clusters, tolls, disputes, grades. All pure."""

from sijill.events.joining import Joiner, join
from sijill.events.origins import origins
from sijill.events.told import from_contract

__all__ = ["Joiner", "from_contract", "join", "origins"]
