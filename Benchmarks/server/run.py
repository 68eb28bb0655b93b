#!/usr/bin/env python3
"""Requests a second and latency of `fons serve` on loopback, with slow and broken clients beside.

    Benchmarks/server/run.py FONS LIBRARY [--seconds N] [--words FILE] [--documents FILE…]

Needs wrk (Debian). For each of find and check, and 1, 16 and 256 connections, wrk asks for N seconds
(default 30) while 50 connections send a byte a second and others send garbage. Texts for find are runs of
twelve words out of FILE, documents for check are the examples. Writes a Markdown table.
"""
import argparse
import json
import os
import pathlib
import random
import re
import signal
import socket
import subprocess
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SCRIPT = """
local bodies = {{}}
for line in io.lines("{file}") do bodies[#bodies + 1] = line end
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
local at = 0
request = function()
  at = at + 1
  return wrk.format(nil, "{path}", nil, bodies[(at - 1) % #bodies + 1])
end
done = function(summary, latency)
  io.write(string.format("FONS %d %d %d %d %d %d\\n", summary.requests, summary.duration,
    summary.errors.status, summary.errors.connect + summary.errors.read + summary.errors.write,
    summary.errors.timeout, latency:percentile(99)))
end
"""


def resident(process):
    text = pathlib.Path(f"/proc/{process}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", text).group(1)) / 1024


def nuisances(port, stopping, ended):
    """Clients that drip and clients that babble, until they are told to stop."""
    def drip():
        while not stopping.is_set():
            try:
                with socket.create_connection(("127.0.0.1", port)) as connection:
                    connection.sendall(b"GET /health HTTP/1.1\r\nHost: localhost\r\nX: ")
                    while not stopping.wait(1):
                        connection.sendall(b"a")
            except OSError:
                ended.append("drip")

    def babble():
        while not stopping.wait(0.2):
            try:
                with socket.create_connection(("127.0.0.1", port)) as connection:
                    connection.sendall(os.urandom(2000))
                    connection.settimeout(5)
                    connection.recv(1000)
            except OSError:
                pass
            ended.append("babble")

    threads = [threading.Thread(target=drip) for _ in range(50)]
    threads += [threading.Thread(target=babble) for _ in range(4)]
    for thread in threads:
        thread.start()
    return threads


def measure(port, path, bodies, connections, seconds, folder):
    file = folder / "bodies"
    file.write_text("\n".join(bodies) + "\n")
    script = folder / "wrk.lua"
    script.write_text(SCRIPT.format(file=file, path=path))
    done = subprocess.run(
        ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "20s", "-s", str(script),
         f"http://127.0.0.1:{port}"], capture_output=True, text=True, check=True)
    requests, duration, status, broken, late, p99 = map(
        int, re.search(r"FONS ([\d ]+)", done.stdout).group(1).split())
    return requests / (duration / 1e6), p99 / 1000, status, broken, late


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("fons")
    parser.add_argument("library")
    parser.add_argument("--seconds", type=int, default=30)
    parser.add_argument("--words", default=str(ROOT / "Examples/encyclopedia.xml"))
    parser.add_argument("--documents", nargs="*",
                        default=[str(ROOT / "Examples" / name) for name in ("post.txt", "article.md")])
    options = parser.parse_args()
    random.seed(8)
    words = re.findall(r"[^\W\d_]+", pathlib.Path(options.words).read_text()[:20_000_000])
    starts = [random.randrange(len(words) - 12) for _ in range(2000)]
    finds = [json.dumps({"text": " ".join(words[at:at + 12])}) for at in starts]
    checks = [json.dumps({"text": pathlib.Path(name).read_text()}) for name in options.documents]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        log = open(folder / "said", "w+", encoding="utf-8")
        server = subprocess.Popen(
            [options.fons, "serve", "--library", options.library, "--port", "0", "--checks",
             str(folder / "checks.sqlite")], stderr=log)
        port = None
        while port is None:
            time.sleep(0.1)
            found = re.search(r"127\.0\.0\.1:(\d+)", (folder / "said").read_text())
            port = int(found.group(1)) if found else None
        stopping, ended = threading.Event(), []
        threads = nuisances(port, stopping, ended)
        print("| | connections | requests/s | p99 ms | status other than 2xx | broken | late | memory MB |")
        print("|---|--:|--:|--:|--:|--:|--:|--:|", flush=True)
        for kind, path, bodies in (("find", "/v1/find", finds), ("check", "/v1/check", checks)):
            for connections in (1, 16, 256):
                rate, p99, status, broken, late = measure(
                    port, path, bodies, connections, options.seconds, folder)
                print(f"| {kind} | {connections} | {rate:,.0f} | {p99:,.1f} | {status} | {broken} | {late} |"
                      f" {resident(server.pid):,.0f} |", flush=True)
        stopping.set()
        for thread in threads:
            thread.join()
        print(f"\nSlow clients cut off: {ended.count('drip')}; broken ones answered or cut off: "
              f"{ended.count('babble')}.")
        server.send_signal(signal.SIGTERM)
        print(f"Status at the end: {server.wait(30)}.")


main()
