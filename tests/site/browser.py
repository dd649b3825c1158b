"""Just enough of a browser for the tests: Chromium over its own pipe, with nothing to install beside it."""

from __future__ import annotations

import json
import os
import select
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Self

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
OPTIONS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--no-first-run", "--remote-debugging-pipe", "--hide-scrollbars",
)  # fmt: skip
PATIENCE = 20.0


class Browser:
    """A running Chromium. `open` gives a page of a size and a colour scheme."""

    def __init__(self, patience: float = PATIENCE) -> None:
        self.patience = patience

    def __enter__(self) -> Self:
        self._home = tempfile.mkdtemp()
        to_read, self._write = os.pipe()
        self._read, to_write = os.pipe()

        def arrange() -> None:
            os.dup2(to_read, 3)
            os.dup2(to_write, 4)

        # Made at 3 and 4 in the child: above them here, so that arranging overwrites nothing.
        self._process = subprocess.Popen(
            [str(CHROMIUM), *OPTIONS, f"--user-data-dir={self._home}", "about:blank"],
            preexec_fn=arrange,
            pass_fds=(3, 4, to_read, to_write),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(to_read)
        os.close(to_write)
        self._pending, self._number = b"", 0
        self.events: list[dict[str, Any]] = []
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait(PATIENCE)
        os.close(self._read)
        os.close(self._write)
        shutil.rmtree(self._home, ignore_errors=True)

    def open(
        self, place: Path | str, *, width: int = 1280, height: int = 800, dark: bool = False, script: bool = True
    ) -> Page:
        """Open a file, or an address, as a page of its own and wait until it is loaded."""
        self.events.clear()
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        page = Page(self, session, target)
        for domain in ("Page", "Runtime", "Network", "Log"):
            page.call(f"{domain}.enable")
        page.size(width, height)
        page.scheme(dark=dark)
        if not script:
            page.call("Emulation.setScriptExecutionDisabled", value=True)
        page.call("Page.navigate", url=place if isinstance(place, str) else place.as_uri())
        self.wait_event("Page.loadEventFired", session)
        return page

    def call(self, method: str, session: str | None = None, **params: Any) -> dict[str, Any]:
        """Ask the browser something and return its answer."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": params} | ({"sessionId": session} if session else {})
        os.write(self._write, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                return dict(answer["result"])
            self.events.append(answer)

    def wait_event(self, name: str, session: str) -> None:
        """Read on until an event has come."""
        while not any(event.get("method") == name and event.get("sessionId") == session for event in self.events):
            self.events.append(self._next())

    def _next(self) -> dict[str, Any]:
        end = time.monotonic() + self.patience
        while b"\0" not in self._pending:
            if not select.select([self._read], [], [], max(end - time.monotonic(), 0))[0]:
                raise TimeoutError("the browser says nothing")
            self._pending += os.read(self._read, 65536)
        message, _, self._pending = self._pending.partition(b"\0")
        return dict(json.loads(message))


class Page:
    """One open page."""

    def __init__(self, browser: Browser, session: str, target: str) -> None:
        self.browser, self.session, self.target = browser, session, target

    def call(self, method: str, **params: Any) -> dict[str, Any]:
        """Ask this page something."""
        return self.browser.call(method, self.session, **params)

    def size(self, width: int, height: int) -> None:
        """Give the window a size, in CSS pixels."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def scheme(self, *, dark: bool) -> None:
        """Ask for light or for dark, as a device does."""
        feature = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call("Emulation.setEmulatedMedia", features=[feature])

    def run(self, script: str) -> Any:
        """Return the value of a JavaScript expression."""
        answer = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def wait(self, script: str) -> Any:
        """Return the value of an expression as soon as it is true."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            with suppress(RuntimeError):  # the page is on its way to another
                if value := self.run(script):
                    return value
            time.sleep(0.05)
        raise TimeoutError(script)

    def arrive(self, place: str) -> None:
        """Wait until an address is open and loaded; on the way there a page answers nothing."""
        end = time.monotonic() + PATIENCE
        there = f"location.href === {json.dumps(place)} && document.readyState === 'complete'"
        while time.monotonic() < end:
            with suppress(RuntimeError):
                if self.run(there):
                    return
            time.sleep(0.05)
        raise TimeoutError(place)

    def press(self, key: str) -> None:
        """Press a key that has a name: Tab, Enter, Escape, Home, End, an arrow."""
        codes = {
            "Tab": 9, "Enter": 13, "Escape": 27, " ": 32, "End": 35, "Home": 36,
            "ArrowLeft": 37, "ArrowRight": 39, "ArrowDown": 40,
        }  # fmt: skip
        text = {"text": "\r"} if key == "Enter" else {}
        for kind in ("keyDown", "keyUp"):
            extra = text if kind == "keyDown" else {}
            self.call("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=codes[key], **extra)

    def type(self, text: str) -> None:
        """Type text where the focus is."""
        self.call("Input.insertText", text=text)
        self.run("document.activeElement.dispatchEvent(new KeyboardEvent('keyup', {bubbles: true})), 1")

    def trouble(self, home: str = "file:") -> list[str]:
        """Return what went wrong on this page: errors, dialogs, and requests to anything outside its home."""
        found = []
        for event in self.browser.events:
            if event.get("sessionId") != self.session:
                continue
            params = event["params"]
            match event["method"]:
                case "Runtime.exceptionThrown":
                    found.append(f"exception: {params['exceptionDetails']['text']}")
                case "Log.entryAdded" if params["entry"]["level"] == "error":
                    found.append(f"error: {params['entry']['text']}")
                case "Runtime.consoleAPICalled" if params["type"] in ("error", "assert"):
                    found.append(f"console: {params['args'][0].get('value') if params['args'] else ''}")
                case "Page.javascriptDialogOpening":
                    found.append(f"dialog: {params['message']}")
                case "Network.requestWillBeSent" if not params["request"]["url"].startswith(
                    (home, "data:", "about:", "blob:")
                ):
                    found.append(f"request: {params['request']['url']}")
                case _:
                    pass
        return found

    def scripts(self) -> list[str]:
        """Return the addresses of all scripts that ran since `Debugger.enable`; one inside a page has the page's."""
        parsed = (event for event in self.browser.events if event.get("method") == "Debugger.scriptParsed")
        return [event["params"]["url"] for event in parsed if event.get("sessionId") == self.session]

    def close(self) -> None:
        """Close the page."""
        self.browser.call("Target.closeTarget", targetId=self.target)


Open = Callable[..., Page]
"""Opens a page by its name in the site."""


@contextmanager
def opening(browser: Browser, site: Path) -> Iterator[Open]:
    """Give what opens pages of a site; each must end without errors, dialogs and requests elsewhere."""
    opened: list[Page] = []

    def open_page(name: str, **given: object) -> Page:
        page = browser.open(site / name, **given)  # type: ignore[arg-type]
        opened.append(page)
        return page

    yield open_page
    for page in opened:
        assert page.trouble() == []
        page.close()
