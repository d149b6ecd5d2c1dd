"""The frame of a list page: one question to the store, answered as a page, as JSON and as CSV with the same rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from fastapi import APIRouter, Request, Response
from starlette.datastructures import QueryParams

from sijill.desk.shell import DeskOf, as_csv, as_json
from sijill.export.cells import Cell, csv_lines
from sijill.store import Store

Wanted = TypeVar("Wanted")
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Listing(Generic[Wanted, Found]):
    """A list page. `name` is its address under /situation and its template; `asked` reads a URL's query, `find` asks the store.

    `values`: what the template takes beside `wanted`, `found` and `path`; `record`: what the JSON says; `columns` and `cells`: the CSV.
    """

    name: str
    asked: Callable[[QueryParams], Wanted]
    find: Callable[[Store, Wanted], Found]
    values: Callable[[Wanted, Found], Mapping[str, object]]
    record: Callable[[Found], object]
    columns: Sequence[str]
    cells: Callable[[Found], Iterable[Sequence[Cell]]]

    def router(self) -> APIRouter:
        """Its three addresses."""
        router = APIRouter()

        @router.get(f"/{self.name}")
        def page(request: Request, desk: DeskOf) -> Response:
            wanted = self.asked(request.query_params)
            with desk.store() as store:
                found = self.find(store, wanted)
            values = {"wanted": wanted, "found": found, "path": f"/situation/{self.name}", **self.values(wanted, found)}
            return desk.page(request, f"{self.name}.html", values)

        @router.get(f"/{self.name}.json")
        def json(request: Request, desk: DeskOf) -> Response:
            return as_json(self.record(self._found(request, desk)))

        @router.get(f"/{self.name}.csv")
        def csv(request: Request, desk: DeskOf) -> Response:
            return as_csv(self.name, csv_lines(self.columns, self.cells(self._found(request, desk))))

        return router

    def _found(self, request: Request, desk: DeskOf) -> Found:
        wanted = self.asked(request.query_params)
        with desk.store() as store:
            return self.find(store, wanted)
