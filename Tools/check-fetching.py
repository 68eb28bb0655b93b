#!/usr/bin/env python3
"""Drives a server that may read pages: an address to check, what a document cites, and what is refused.
Usage: Tools/check-fetching.py FONS LIBRARY

The pages come from a server of Python's on loopback; no other network is used.
"""
import http.server
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request

from playwright.sync_api import sync_playwright

FONS, LIBRARY = sys.argv[1:]
WORDS = "The weir was raised twice, and each time the millers upstream asked who had measured it."
asked = []


class Pages(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        asked.append(self.path)
        if self.path == "/inside":
            self.send_response(302)
            self.send_header("Location", f"http://127.0.0.1:{private}/")
            self.end_headers()
            return
        text = WORDS if self.path == "/weir" else (
            f"He wrote: “{WORDS.replace('twice', 'once')}” (<a href='http://127.0.0.1:{port}/weir'>here</a>)")
        body = f"<!DOCTYPE html><html><head><title>A page</title></head><body><p>{text}</p></body></html>"
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_):
        pass


class Inside(Pages):
    def do_GET(self):
        asked.append("private")
        super().do_GET()


def serve(handler):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_address[1]


def refused(address, url):
    request = urllib.request.Request(
        address + "v1/check", json.dumps({"url": url}).encode(), {"Content-Type": "application/json"})
    try:
        urllib.request.urlopen(request, timeout=60)
    except urllib.error.HTTPError as error:
        return error.code == 403 and json.load(error)["type"] == "urn:fons:problem:address"
    return False


def drive(address, scripted):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_context(java_script_enabled=scripted).new_page()
        page.goto(address)
        page.get_by_label("or an address").fill(f"http://127.0.0.1:{port}/post")
        page.get_by_role("button", name="Check the quotations").click()
        page.wait_for_url("**/checks/*", timeout=60_000)
        page.wait_for_selector(".actions, [data-done] ~ a", timeout=60_000)
        if not page.locator(".actions").count():
            page.get_by_role("link", name="The finished page").click()
        page.wait_for_selector(".actions", timeout=60_000)
        text = page.locator("body").inner_text()
        assert "1 altered" in text.replace("\xa0", " "), text
        assert f"Read for this check: http://127.0.0.1:{port}/weir" in text, text
        page.goto(address)
        page.get_by_label("or an address").fill("http://127.0.0.1:9/")
        page.get_by_role("button", name="Check the quotations").click()
        page.wait_for_selector("text=This address is not read")
        browser.close()


port, private = serve(Pages), serve(Inside)
with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    with open(folder / "said", "w+", encoding="utf-8") as log:
        server = subprocess.Popen(
            [FONS, "serve", "--library", LIBRARY, "--port", "0", "--checks", "memory", "--fetch",
             "--allow-host", f"127.0.0.1:{port}", "--archive", "none", "--evidence", str(folder / "kept")],
            stderr=log, env={**os.environ, "FONS_OFFLINE": "", "XDG_CACHE_HOME": name})
        try:
            found = None
            for _ in range(100):
                found = re.search(r"listens on (http\S+)", (folder / "said").read_text())
                if found:
                    break
                time.sleep(0.1)
            address = found.group(1)
            for scripted in (True, False):
                drive(address, scripted)
            for url in (f"http://127.0.0.1:{private}/", f"http://0x7f000001:{private}/",
                        f"http://localhost:{private}/", f"http://127.0.0.1:{port}/inside",
                        "file:///etc/passwd"):
                assert refused(address, url), url
        finally:
            server.terminate()
            status = server.wait(30)
    said = (folder / "said").read_text()
    assert status == 0, said
    assert "private" not in asked and asked.count("/weir") >= 1, asked
    assert f"for http://127.0.0.1:{port}/weir" in said and "fetching 1 cited page" in said, said
    assert list((folder / "kept").glob("*.warc.gz")), "no copies were kept"
print("addresses are read where the owner says so, told and kept; private ones are not")
