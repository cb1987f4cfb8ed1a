"""Opens exported pages in a headless Chromium and says what is wrong with them.

    python3 pages.py AXE.js PICTURES PAGE.html ...

For each page: nothing is refused or fails while it loads, no script runs in it, nothing is wider than a telephone,
and axe finds nothing, neither light nor dark. Pictures of each (wide, narrow, dark, printed) are left in a folder,
for a person to look at.
"""

import base64
import json
import os
import socket
import subprocess
import sys
import time
import urllib.request

WIDE, NARROW = 1100, 360
# A picture shows no more of a page than a person will look at.
TALLEST = 5000


class Browser:
    """A browser that is driven over the WebDriver protocol, which is JSON over HTTP."""

    def __init__(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.server = f"http://127.0.0.1:{port}"
        self.driver = subprocess.Popen(
            ["chromedriver", f"--port={port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        options = {
            "args": ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"],
        }
        capabilities = {"goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}
        for _ in range(200):
            try:
                answer = self.ask("POST", "/session", {"capabilities": {"alwaysMatch": capabilities}})
                break
            except OSError:
                time.sleep(0.1)
        else:
            sys.exit("chromedriver does not answer.")
        self.server += "/session/" + answer["sessionId"]

    def ask(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.server + path, data, method=method)
        request.add_header("Content-Type", "application/json")
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)["value"]

    def do(self, command, **parameters):
        """A command of Chromium's own protocol."""
        return self.ask("POST", "/goog/cdp/execute", {"cmd": command, "params": parameters})

    def run(self, script):
        return self.ask("POST", "/execute/async", {"script": script, "args": []})

    def show(self, page, columns, scheme):
        self.do(
            "Emulation.setDeviceMetricsOverride",
            width=columns, height=1000, deviceScaleFactor=1, mobile=False,
        )
        self.do(
            "Emulation.setEmulatedMedia",
            features=[{"name": "prefers-color-scheme", "value": scheme}],
        )
        self.ask("POST", "/url", {"url": "file://" + os.path.abspath(page)})

    def picture(self, path, columns):
        height = self.run("arguments[0](document.documentElement.scrollHeight)")
        clip = {"x": 0, "y": 0, "width": columns, "height": min(height, TALLEST), "scale": 1}
        data = self.do("Page.captureScreenshot", captureBeyondViewport=True, clip=clip)["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(data))

    def printed(self, path):
        data = self.do("Page.printToPDF", printBackground=False, preferCSSPageSize=True)["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(data))

    def errors(self):
        log = self.ask("POST", "/se/log", {"type": "browser"})
        return [entry["message"] for entry in log if entry["level"] in ("SEVERE", "WARNING")]

    def close(self):
        try:
            self.ask("DELETE", "")
        finally:
            self.driver.terminate()
            self.driver.wait()


def faults(browser, page, axe, pictures):
    """What is wrong with a page, a sentence each."""
    folder, file = os.path.split(page)
    name = os.path.basename(folder) + "-" + os.path.splitext(file)[0]
    found = []
    for scheme, columns, kind in [
        ("light", WIDE, "wide"), ("light", NARROW, "narrow"), ("dark", WIDE, "dark"),
    ]:
        browser.show(page, columns, scheme)
        browser.picture(f"{pictures}/{name}-{kind}.png", columns)
        found += [f"{kind}: {message}" for message in browser.errors()]
        over = browser.run("arguments[0](document.documentElement.scrollWidth - window.innerWidth)")
        if over > 0:
            found.append(f"{kind}: {over} pixels wider than the window of {columns}")
        # What is said in details is to be read too.
        browser.run("document.querySelectorAll('details').forEach(d => d.open = true); arguments[0]()")
        violations = browser.run(
            axe + "; const done = arguments[0];"
            "axe.run(document, {resultTypes: ['violations']}).then(r => done(r.violations.map("
            "v => [v.id, v.help, v.nodes.length, v.nodes[0].html.slice(0, 120)])))"
        )
        found += [f"{kind}: axe {id}: {help} ({count}): {html}" for id, help, count, html in violations]
        browser.errors()
    browser.show(page, WIDE, "light")
    browser.printed(f"{pictures}/{name}.pdf")
    return found


def main():
    script, pictures, pages = sys.argv[1], sys.argv[2], sys.argv[3:]
    with open(script, encoding="utf-8") as file:
        axe = file.read()
    os.makedirs(pictures, exist_ok=True)
    browser = Browser()
    try:
        bad = 0
        for page in pages:
            for fault in faults(browser, page, axe, pictures):
                print(f"{page}: {fault}")
                bad += 1
    finally:
        browser.close()
    print(f"{len(pages)} pages, {bad} faults; pictures are in {pictures}")
    sys.exit(1 if bad else 0)


main()
