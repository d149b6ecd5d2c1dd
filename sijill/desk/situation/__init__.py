"""The situation's pages, each with its rows as JSON and CSV at the same address plus the extension. Derived anew from claims at each request.

    control, control_map   who holds which place on a day, as a table and on a map      displacement   who left or came back
    harm   civilians, and what they live by      forces   who moved      agreements   their life, step by step
    outlook   what may come, and how past outlooks came out      disputes   who says what against whom

listing is their common frame, known the record as it was on a day; reach says which days the store knows of; happenings is the filter of the pages whose rows
are happenings.
"""

from __future__ import annotations

from fastapi import APIRouter, Response
from fastapi.responses import RedirectResponse

from sijill.desk.asked import NO_QUERY
from sijill.desk.situation.agreements import router as agreements
from sijill.desk.situation.control import router as control
from sijill.desk.situation.control_map import router as control_map
from sijill.desk.situation.displacement import router as displacement
from sijill.desk.situation.disputes import router as disputes
from sijill.desk.situation.forces import router as forces
from sijill.desk.situation.harm import router as harm
from sijill.desk.situation.outlook import router as outlook

router = APIRouter(prefix="/situation")
for _page in (control, control_map, displacement, harm, forces, agreements, outlook, disputes):
    router.include_router(_page)


@router.get("", dependencies=[NO_QUERY])
def situation() -> Response:
    """Control is the first table."""
    return RedirectResponse("/situation/control", 307)


__all__ = ["router"]
