#!/usr/bin/env python3
"""Memory of `fons serve --fetch` while and after it reads pages for several checks at once.

    Benchmarks/server/pages.py FONS LIBRARY [--rounds N] [--bytes N]

Each round asks for four checks at once, each of which cites eight pages of so many bytes (default 600,000) on
eight hosts of loopback. Writes a line for each: seconds, then the most, all and own memory in MB. Linux.
"""
import argparse
import http.server
import json
import pathlib
import random
import re
import signal
import subprocess
import tempfile
import threading
import time
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
WORDS = re.findall(r"[^\W\d_]+", (ROOT / "Examples/encyclopedia.xml").read_text())


def serve(size):
    class Pages(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            chance, parts, count = random.Random(self.path), [], 0
            while count < size:
                start = chance.randrange(len(WORDS) - 300)
                parts.append(" ".join(WORDS[start:start + 300]) + ".\n\n")
                count += len(parts[-1])
            body = "".join(parts).encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/plain; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_port


def memory(process):
    text = pathlib.Path(f"/proc/{process}/status").read_text()
    fields = [int(re.search(name + r":\s+(\d+)", text).group(1)) // 1024
              for name in ("VmHWM", "VmRSS", "RssAnon")]
    return " / ".join(map(str, fields))


def check(port, ports, number):
    text = "\n\n".join(
        f"“{' '.join(WORDS[at * 50:at * 50 + 14])}” (http://127.0.0.1:{host}/{number}/{at})"
        for at, host in enumerate(ports))
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}/v1/check", json.dumps({"text": text}).encode(),
        {"Content-Type": "application/json"})
    urllib.request.urlopen(request, timeout=300).read()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("fons")
    parser.add_argument("library")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--bytes", type=int, default=600_000)
    options = parser.parse_args()
    ports = [serve(options.bytes) for _ in range(8)]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        command = [options.fons, "serve", "--fetch", "--archive", "none", "--library", options.library,
                   "--port", "0", "--checks", str(folder / "checks.sqlite")]
        for port in ports:
            command += ["--allow-host", f"127.0.0.1:{port}"]
        with open(folder / "said", "w", encoding="utf-8") as log:
            server = subprocess.Popen(command, stderr=log)
        found = None
        while found is None:
            time.sleep(0.1)
            found = re.search(r"listens on http://127\.0\.0\.1:(\d+)", (folder / "said").read_text())
        print(f"start: {memory(server.pid)}", flush=True)
        for number in range(options.rounds):
            start = time.monotonic()
            threads = [threading.Thread(target=check, args=(int(found.group(1)), ports, 4 * number + one))
                       for one in range(4)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            print(f"{time.monotonic() - start:.0f} s: {memory(server.pid)}", flush=True)
        server.send_signal(signal.SIGTERM)
        print(f"Status at the end: {server.wait(30)}.")


main()
