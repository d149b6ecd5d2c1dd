"""The desk as an ASGI application: who may talk to it, what its pages may load, and how a fault is told."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.middleware.trustedhost import TrustedHostMiddleware

from sijill import __version__
from sijill.desk import api, correcting, pages, review, situation
from sijill.desk.shell import WEB, desk_of, new_desk
from sijill.errors import InputError, SijillError

LOCAL_HOSTS = ("127.0.0.1", "localhost")
_HEADERS = {
    "Content-Security-Policy": "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
Next = Callable[[Request], Awaitable[Response]]


async def _guard(request: Request, call_next: Next) -> Response:
    """Refuses decisions posted from another site's page, and sends the headers that keep a report's text from acting as a page."""
    origin = request.headers.get("origin")
    if request.method not in ("GET", "HEAD") and origin is not None and urlsplit(origin).netloc != request.headers.get("host"):
        return _fault(request, 403, "this form was sent from another site", "open the desk itself and decide there")
    response = await call_next(request)
    response.headers.update(_HEADERS)
    if not request.url.path.startswith("/static/"):
        response.headers["Cache-Control"] = "no-store"
    return response


def _fault(request: Request, status: int, message: str, hint: str) -> Response:
    """A fault as the asker reads it: a page, or JSON where data was asked for."""
    if request.url.path.endswith((".json", ".csv", ".geojson")):
        return JSONResponse({"error": message, "hint": hint}, status)
    heading = {403: "Not allowed", 404: "Not found", 409: "Changed meanwhile"}.get(status, "That did not work")
    return desk_of(request).page(request, "problem.html", {"heading": heading, "message": message, "hint": hint, "back": _back(request, status)}, status)


def _back(request: Request, status: int) -> tuple[str, str]:
    """A link on from a fault, and its words: to what was to be decided on, to the page without its query, or to the events."""
    path = request.url.path
    if status == 409:
        return path if path.startswith(("/events/", "/reports/")) else "/judgements", "Look at it again"
    if status == 400 and request.method == "GET":
        return path, "The same page without filters"
    return "/events", "Back to the events"


def _on_sijill_error(request: Request, error: Exception) -> Response:
    known = error if isinstance(error, SijillError) else SijillError(str(error))
    return _fault(request, 400 if isinstance(error, InputError) else 500, known.message, known.hint)


def _on_http_error(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    return _fault(request, status, getattr(error, "detail", "") or "an error", "")


def create_app(store_url: str, hosts: Sequence[str] = LOCAL_HOSTS, places: Path | None = None) -> FastAPI:
    """The desk on one store. It answers only to `hosts`, so that no other site can reach it by a name that it points at this machine.

    `places`: the folder of the user's own place files, in which names typed into a correction are looked up too.
    """
    app = FastAPI(title="Sijill desk", version=__version__, docs_url=None, redoc_url=None, openapi_url=None)
    app.state.desk = new_desk(store_url, places)
    app.add_exception_handler(SijillError, _on_sijill_error)
    app.add_exception_handler(HTTPException, _on_http_error)
    app.middleware("http")(_guard)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(hosts))
    app.mount("/static", StaticFiles(directory=WEB / "static"), name="static")
    app.include_router(api.router)
    app.include_router(review.router)
    app.include_router(correcting.router)
    app.include_router(situation.router)
    app.include_router(pages.router)
    return app
