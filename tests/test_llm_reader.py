"""The seam for larger readers against a real server on this machine that answers well, badly, slowly, with invented quotes, and not at all."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from sijill.llm_reader import Endpoint, LlmReader, ReaderError
from sijill.read.segment import sentences
from sijill.records import Report

TEXT = "RSF gunmen killed nine people in Kutum on Monday, residents said.\n\nThe market stayed closed."
CLAIM = {
    "type": "attack", "evidence": "RSF gunmen killed nine people in Kutum on Monday", "word": "killed", "modality": "asserted", "by": ["RSF gunmen"], "to": ["people"],
    "places": [{"text": "Kutum", "role": "at"}], "counts": [{"text": "nine", "measure": "killed"}], "when": "Monday", "claimant": "residents",
}  # fmt: skip

Reply = tuple[int, str]


@dataclass
class Server:
    """What the endpoint does, in turn; the last answer is repeated."""

    url: str
    replies: list[Callable[[], Reply]] = field(default_factory=list)
    asked: list[dict] = field(default_factory=list)


def said(claims: list[dict]) -> Callable[[], Reply]:
    return lambda: (200, json.dumps({"choices": [{"message": {"content": json.dumps({"claims": claims})}}]}))


@pytest.fixture
def server() -> Iterator[Server]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            mine.asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            status, body = mine.replies[min(len(mine.asked), len(mine.replies)) - 1]()
            try:
                self.send_response(status)
                self.end_headers()
                self.wfile.write(body.encode())
            except (BrokenPipeError, ConnectionResetError):
                return

        def log_message(self, *args: object) -> None:
            return

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    http.daemon_threads = True
    mine = Server(f"http://127.0.0.1:{http.server_port}/v1")
    thread = threading.Thread(target=http.serve_forever)
    thread.start()
    yield mine
    http.shutdown()
    http.server_close()
    thread.join()


def ask(server: Server, pauses: list[float] | None = None, **settings: float | str) -> tuple:
    report = Report("r", TEXT)
    parts = sentences(report)
    reader = LlmReader(Endpoint(server.url, "m", **settings), sleep=(pauses if pauses is not None else []).append)  # type: ignore[arg-type]
    return (*reader(report, parts, [True] + [False] * (len(parts) - 1)), reader)


def test_a_good_answer_becomes_a_proposal_with_spans(server: Server) -> None:
    server.replies = [said([CLAIM])]
    (proposal,), skips, _ = ask(server, key="secret")
    assert TEXT[proposal.word.start : proposal.word.end] == "killed"
    assert [(t.role, TEXT[t.span.start : t.span.end]) for t in (*proposal.actors, *proposal.places, *proposal.counts, *proposal.claimant)] == [
        ("by", "RSF gunmen"), ("to", "people"), ("at", "Kutum"), ("when", "Monday"), ("killed", "nine"), ("claimant", "residents"),
    ]  # fmt: skip
    assert skips == ()
    assert "json_schema" in server.asked[0]["response_format"]
    assert "stayed closed" not in server.asked[0]["messages"][0]["content"], "paragraphs without a happening are not sent"


def test_words_that_are_not_in_the_report_are_refused_and_counted(server: Server) -> None:
    server.replies = [said([{**CLAIM, "by": ["Janjaweed"], "claimant": "the UN"}, {**CLAIM, "evidence": "Nobody wrote this"}])]
    (proposal,), skips, reader = ask(server)
    assert [t.role for t in proposal.actors] == ["to"]
    assert proposal.claimant == ()
    assert len(skips) == reader.refusals.count == 3
    assert all("not in the report" in s.reason for s in skips)


@pytest.mark.parametrize("bad", [(200, "not json"), (200, json.dumps({"choices": []})), (500, "oops"), (429, "slow down")])
def test_a_fault_is_tried_again_with_growing_pauses(server: Server, bad: Reply) -> None:
    server.replies = [lambda: bad, lambda: bad, said([CLAIM])]
    pauses: list[float] = []
    proposals, _, _ = ask(server, pauses)
    assert len(proposals) == 1
    assert pauses == [0.5, 1.0]


def test_an_answer_of_a_type_that_does_not_exist_is_tried_again_then_told(server: Server) -> None:
    server.replies = [said([{**CLAIM, "type": "picnic"}])]
    with pytest.raises(ReaderError, match="does not fit the schema"):
        ask(server)
    assert len(server.asked) == 4


def test_a_refusal_of_the_key_is_told_at_once(server: Server) -> None:
    server.replies = [lambda: (401, "no")]
    with pytest.raises(ReaderError, match="HTTP 401"):
        ask(server)
    assert len(server.asked) == 1


def test_a_slow_endpoint_is_given_up(server: Server) -> None:
    def slow() -> Reply:
        time.sleep(0.5)
        return 200, "{}"

    server.replies = [slow]
    with pytest.raises(ReaderError, match="Timeout"):
        ask(server, timeout=0.05)


def test_no_endpoint_at_all_is_told_with_a_cure() -> None:
    with pytest.raises(ReaderError, match="compact reader"):
        ask(Server("http://127.0.0.1:9/v1"))
