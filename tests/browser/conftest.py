"""The desk on a free port of this machine, for a real browser."""

import json
import os
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn

sys.path.insert(0, str(Path(__file__).parents[1] / "desk"))

from made_by_hand import events_of, markings, told_by

from sijill.desk import create_app
from sijill.events import Component
from sijill.store import open_store

CHROMIUM = next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None)
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--hide-scrollbars", "--virtual-time-budget=5000", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)  # fmt: skip


@contextmanager
def served(path: Path) -> Iterator[str]:
    """The desk on a filled store at that path, and its address."""
    with open_store(str(path)) as store:
        for marking in markings():
            store.add(marking.report, marking.reading())
        store.replace_events(Component((event,)) for event in events_of(told_by(markings())))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(create_app(str(path)), host="127.0.0.1", port=port, log_level="error", ws="none", lifespan="off"))
    thread = threading.Thread(target=server.run)
    thread.start()
    until = time.monotonic() + 20
    while not server.started and time.monotonic() < until:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """For reading only."""
    with served(tmp_path_factory.mktemp("browser") / "store.sqlite") as found:
        yield found


@pytest.fixture
def browse(address: str, tmp_path: Path) -> Callable[..., str]:
    """Runs Chromium on a page with every other address unreachable; gives what it printed."""
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine (Debian: apt-get install chromium)")

    def run(path: str, *flags: str) -> str:
        command = [CHROMIUM, *FLAGS, f"--user-data-dir={tmp_path / 'profile'}", *flags, address + path]
        return subprocess.run(command, capture_output=True, text=True, timeout=240, check=True, cwd=tmp_path).stdout

    return run


class Tab:
    """A page in a running Chromium, spoken to over its debugging pipe; what it clicks and sends is what a person would."""

    def __init__(self, process: subprocess.Popen[bytes], ask: int, hear: int, address: str) -> None:
        self._process, self._ask, self._hear, self._address = process, ask, hear, address
        self._said, self._number, self._session = b"", 0, None
        target = self._call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]

    def _call(self, method: str, **params: object) -> dict:
        self._number += 1
        message = {"id": self._number, "method": method, "params": params, **({"sessionId": self._session} if self._session else {})}
        os.write(self._ask, json.dumps(message).encode() + b"\0")
        while True:
            while b"\0" not in self._said:
                heard = os.read(self._hear, 1 << 16)
                assert heard, "Chromium went away"
                self._said += heard
            line, self._said = self._said.split(b"\0", 1)
            answer = json.loads(line)
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                return answer["result"]

    def run(self, script: str) -> object:
        """What an expression of JavaScript gives."""
        answer = self._call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def until(self, script: str) -> None:
        """Waits until an expression is true."""
        end = time.monotonic() + 60
        while time.monotonic() < end:
            try:
                if self.run(script):
                    return
            except AssertionError as moving:
                if "context" not in str(moving):
                    raise
            time.sleep(0.05)
        pytest.fail(f"never came true: {script}")

    def as_phone(self) -> None:
        """Makes the page as wide as a small phone's from now on."""
        self._call("Emulation.setDeviceMetricsOverride", width=390, height=844, deviceScaleFactor=1, mobile=True)

    def press(self, key: str) -> None:
        """Presses a key that has a name: Tab, Enter."""
        code = {"Tab": 9, "Enter": 13}[key]
        for kind in ("rawKeyDown", "keyUp"):
            self._call("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code)

    def go(self, path: str) -> None:
        """Opens a page of the desk."""
        self._call("Page.navigate", url=self._address + path)
        self.until(f"location.href === {json.dumps(self._address + path)} && document.readyState === 'complete'")


@pytest.fixture
def tab(tmp_path: Path) -> Iterator[Tab]:
    """A page on a store of the test's own, in which it can click, with every other address unreachable."""
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine (Debian: apt-get install chromium)")
    (hears, ask), (hear, says) = os.pipe(), os.pipe()
    flags = [flag for flag in FLAGS if not flag.startswith("--virtual-time")]
    command = ["bash", "-c", f'exec "$@" 3<&{hears} 4>&{says}', "chromium", CHROMIUM, *flags, "--remote-debugging-pipe", f"--user-data-dir={tmp_path / 'profile'}"]
    with served(tmp_path / "store.sqlite") as address, subprocess.Popen(command, pass_fds=(hears, says), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        os.close(hears)
        os.close(says)
        yield Tab(process, ask, hear, address)
        process.terminate()
    os.close(ask)
    os.close(hear)
