"""Adding places: the file in use changes only when the new one is whole, and every rejected row is counted."""

from __future__ import annotations

import io
import threading
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from sijill.errors import InputError, KnowledgeError
from sijill.knowledge import DATA
from sijill.knowledge.place_building import Wanted, add_places
from sijill.knowledge.place_file import PlaceFile

COUNTRIES = {"SY": "Syria", "SD": "Sudan"}


def dump(*rows: tuple[str, str, float, float]) -> str:
    return "".join("\t".join([id_, name, name, "", str(lat), str(lon), "P", "PPL", "SY", "", "09", "", "", "", "10", "", "", "", ""]) + "\n" for id_, name, lat, lon in rows)


def zipped(member: str, text: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("readme.txt", "words")
        archive.writestr(member, text)
    return out.getvalue()


class Server:
    """A small server of files that can break off in the middle, once."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.break_at: int | None = None
        self.ranges: list[str] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                body = outer.files.get(self.path)
                if body is None:
                    self.send_error(404)
                    return
                asked = self.headers.get("Range")
                start = int(asked.removeprefix("bytes=").rstrip("-")) if asked else 0
                if asked:
                    outer.ranges.append(asked)
                self.send_response(206 if asked else 200)
                self.send_header("ETag", '"one"')
                self.send_header("Content-Length", str(len(body) - start))
                self.end_headers()
                stop, outer.break_at = outer.break_at, None
                self.wfile.write(body[start:stop])

            def log_message(self, *_: object) -> None:
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.http.serve_forever, daemon=True).start()
        self.base = f"http://127.0.0.1:{self.http.server_port}"


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    yield made
    made.http.shutdown()
    made.http.server_close()


def wanted(server: Server) -> Wanted:
    return Wanted("sy", dump=f"{server.base}/{{country}}.zip", alternates=f"{server.base}/names/{{country}}.zip")


def test_a_country_is_fetched_resumed_and_built(server: Server, tmp_path: Path) -> None:
    server.files = {
        "/SY.zip": zipped("SY.txt", dump(("1", "Anjara", 36.218, 36.947), ("2", "Hawr", 36.23, 36.98)) + "broken\n"),
        "/names/SY.zip": zipped("SY.txt", "5\t1\tar\tعنجارة\t\t\t\t\t\t\n"),
    }
    server.break_at = 200
    with pytest.raises(KnowledgeError, match="download stopped at 200"):
        add_places(wanted(server), tmp_path, COUNTRIES)
    assert not list(tmp_path.glob("*.places"))
    seen: list[str] = []
    (added,) = add_places(wanted(server), tmp_path, COUNTRIES, lambda what, _done, _all: seen.append(what))
    assert server.ranges == ["bytes=200-"]
    assert {"fetching places", "fetching names", "writing"} <= set(seen)
    assert (added.places, added.rejected) == (2, (("row with the wrong number of fields", 1),))
    file = PlaceFile(tmp_path / "SY.places")
    file.check()
    (source,) = file.sources()
    assert (source.licence, len(source.sha256)) == ("CC BY 4.0", 129)
    assert "عنجارة" in {s.text for s in file.spellings(0)}
    assert not list((tmp_path / "downloads").iterdir())


def test_a_missing_country_is_told(server: Server, tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="404"):
        add_places(wanted(server), tmp_path, COUNTRIES)
    with pytest.raises(InputError, match="ISO 3166"):
        add_places(Wanted("QQ"), tmp_path, COUNTRIES)
    with pytest.raises(InputError, match="no such file"):
        add_places(Wanted("missing.csv"), tmp_path, COUNTRIES)


def test_without_a_network_a_country_s_towns_are_at_hand(tmp_path: Path) -> None:
    (added,) = add_places(Wanted("SD", towns=DATA), tmp_path, COUNTRIES)
    assert added.places > 100
    assert PlaceFile(added.path).by_id("geonames:379252") is not None


def table(path: Path, *rows: str) -> str:
    path.write_text("\n".join(("name,lat,lon,pcode", *rows)) + "\n", encoding="utf-8")
    return str(path)


def test_a_second_source_joins_the_first_and_replaces_its_own_earlier_rows(tmp_path: Path) -> None:
    (tmp_path / "SY.txt").write_text(dump(("1", "Anjara", 36.218, 36.947)), encoding="utf-8")
    add_places(Wanted(str(tmp_path / "SY.txt")), tmp_path, COUNTRIES)
    own = table(tmp_path / "own.csv", "Anjarah,36.2181,36.9472,C1144", "Base 80,36.3,37.2,")
    (added,) = add_places(Wanted(own, "SY", licence="CC0"), tmp_path, COUNTRIES)
    assert (added.places, added.shared) == (2, 1)
    (again,) = add_places(Wanted(table(tmp_path / "own.csv", "Base 80,36.3,37.2,"), "SY"), tmp_path, COUNTRIES)
    assert (again.places, again.shared) == (2, 0)
    file = PlaceFile(again.path)
    assert [s.name for s in file.sources()] == ["geonames", "own"]
    assert file.by_id("geonames:1") is not None
    assert file.by_id("pcode:C1144") is None


def test_a_bad_file_leaves_the_one_in_use_alone(tmp_path: Path) -> None:
    (tmp_path / "SY.txt").write_text(dump(("1", "Anjara", 36.218, 36.947)), encoding="utf-8")
    add_places(Wanted(str(tmp_path / "SY.txt")), tmp_path, COUNTRIES)
    before = (tmp_path / "SY.places").read_bytes()
    (tmp_path / "latin1.csv").write_bytes("name,lat,lon\nMénaka,15,2\nTinzaouatén,19,2\nGao,16,0\n".encode("latin-1"))
    bad = [
        (table(tmp_path / "off.csv", "A,99,1,", "B,1,999,"), "no row gave a place"), (str(tmp_path / "latin1.csv"), "most rows are broken"),
        (str(tmp_path / "x.osm.pbf"), "no OpenStreetMap extract"), (str(tmp_path / "empty.csv"), "no row gave a place"),
    ]  # fmt: skip
    (tmp_path / "x.osm.pbf").write_bytes(b"\0")
    (tmp_path / "empty.csv").touch()
    for path, said in bad:
        with pytest.raises(InputError, match=said):
            add_places(Wanted(path, "SY"), tmp_path, COUNTRIES)
    assert (tmp_path / "SY.places").read_bytes() == before
    assert not list(tmp_path.glob("*.part"))


def test_a_file_without_a_country_asks_for_it(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no country"):
        add_places(Wanted(table(tmp_path / "camps.csv", "Zamzam,13.4,25.3,")), tmp_path, COUNTRIES)
    (one,) = add_places(Wanted(table(tmp_path / "camps_sd.csv", "Zamzam,13.4,25.3,")), tmp_path, COUNTRIES)
    assert one.country == "SD"


def test_a_damaged_place_file_is_told(tmp_path: Path) -> None:
    add_places(Wanted(table(tmp_path / "camps_sd.csv", "Zamzam,13.4,25.3,")), tmp_path, COUNTRIES)
    path = tmp_path / "SD.places"
    whole = path.read_bytes()
    path.write_bytes(whole[:-5000])
    with pytest.raises(KnowledgeError, match=r"SD\.places"):
        PlaceFile(path).check()
    path.write_bytes(b"no database")
    with pytest.raises(KnowledgeError, match="no place file"):
        PlaceFile(path)
