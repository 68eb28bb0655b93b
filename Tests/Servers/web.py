"""The checks on the server of bad habits, on archives, and on what is written as evidence."""
import hashlib
import gzip
import json
import pathlib
import subprocess

QUOTE = "The Analytical Engine weaves algebraical patterns just as the Jacquard loom weaves flowers and leaves."
READ, NOT = "read", None

# What becomes of each habit: the outcome, and the title or the verdict where the page is read.
HABITS = {
    "/": READ, "/index.html": READ, "/etag": READ, "/last-modified": READ, "/gzip": READ,
    "/deflate": READ, "/deflate-raw": READ, "/gzip-bad": READ, "/gzip-bomb": "too-large",
    "/win1252-mislabelled": READ, "/utf16": READ, "/utf8-bom": READ, "/no-type": READ,
    "/redirect/3": READ, "/redirect/30": "redirects", "/redirect-loop": "redirects",
    "/redirect-rel": READ, "/redirect-file": "refused", "/meta-refresh": READ,
    "/slow?ms=2000": READ, "/truncated": "cut", "/chunked": READ, "/chunked-cut": "cut",
    "/reset": "cut", "/big?mb=200": "too-large", "/head-405": "dead", "/429?s=0": "busy",
    "/429?s=3600": "busy", "/503": "busy", "/410": "dead", "/401": "login", "/cookie": "redirects",
    "/doc.pdf": READ, "/doc-octet": READ, "/range": "not-text", "/soft404": "dead",
    "/brotli-lie": "dead", "/dup-headers": "dead", "/nowhere": "dead",
}
TITLES = {"/latin1-header": "Größe", "/latin1-meta": "Größe", "/utf16": "Größe", "/utf8-bom": "Größe"}


def habits(bench, port):
    site = f"http://127.0.0.1:{port}"
    paths = list(HABITS) + ["/latin1-header", "/latin1-meta", "/big?mb=8", "/robots.txt"]
    text = "\n\n".join(f"She wrote: “{QUOTE}” ({site}{path})" for path in paths)
    # One host, one page after the other: on a loaded machine they take longer than is usual.
    report, _ = bench.check(text, "--allow-host", f"127.0.0.1:{port}", "--fetch-time", "300", seconds=400)
    pages = {each["cited"]: each for each in report["searched"]["fetched"]}
    for path, entry in zip(paths, report["quotations"]):
        page = pages.get(site + path)
        if not bench.expect(f"{path} was asked for", page, sorted(pages)):
            continue
        bench.equal(f"{path}", page["outcome"], HABITS.get(path, READ))
        if path in TITLES:
            bench.equal(f"{path} in its charset", page["title"], TITLES[path])
        if HABITS.get(path) == READ:
            bench.equal(f"{path} has the words", (entry["verdict"], entry["attribution"]),
                        ("verbatim", "as-cited"))
        elif path in HABITS:
            bench.expect(f"{path} is never not found", entry["attribution"] == "unreachable", entry)
            bench.expect(f"{path} says why", "could not be read" in entry["reason"], entry["reason"])
    alone, _ = bench.one(QUOTE, f"{site}/soft404", "--allow-host", f"127.0.0.1:{port}")
    bench.equal("a soft 404 alone", alone["verdict"], "unverifiable")
    lacking, _ = bench.one("The pattern of the loom was drawn by just one of the leaves and all of the flowers.",
                           f"{site}/etag", "--allow-host", f"127.0.0.1:{port}")
    bench.equal("a page that lacks the words", lacking["verdict"], "not-found")
    whole, _ = bench.run("check", "--format", "json", "--archive", "none", "--allow-host",
                         f"127.0.0.1:{port}", f"{site}/etag"), None
    bench.expect("a document by its address", json.loads(whole.stdout)["document"]["path"] == f"{site}/etag")
    refused, _ = bench.one(QUOTE, f"{site}/etag")
    bench.expect("loopback only by name", "--allow-host" in refused["reason"], refused["reason"])


def kiwix(bench, port):
    site = f"http://127.0.0.1:{port}"
    words = "A sentence that is long enough to be quoted by somebody."
    for path in ("/qc/A/Größe.html", "/raw/qc/content/A/Größe.html", "/content/qc/A/Größe.html"):
        entry, report = bench.one(words, site + path, "--allow-host", f"127.0.0.1:{port}")
        if report["searched"]["fetched"][0]["outcome"] == "read":
            bench.equal("kiwix-serve", (entry["verdict"], entry["attribution"]), ("verbatim", "as-cited"))
            return
    bench.expect("kiwix-serve", False, "no address of the page was read")


def archive(bench, port):
    """Pages that are gone, and what an archive has of them."""
    base = f"http://127.0.0.1:{port}/qc"
    options = ("--allow-host", f"127.0.0.1:{port}", "--archive", base)
    entry, report = bench.one(QUOTE, "http://example.org/ada", *options)
    page = report["searched"]["fetched"][0]
    bench.equal("read in a capture", page["outcome"], "read")
    bench.equal("superseded by a later capture", (entry["verdict"], entry["currency"]),
                ("superseded", "superseded"))
    bench.equal("the capture with the words", entry["matches"][0]["revision"]["time"], "2020-06-01T00:00:00Z")
    bench.expect("says which", "capture by" in entry["reason"], entry["reason"])
    for path in ("gz", "doc.pdf"):
        entry, _ = bench.one(QUOTE, f"http://example.org/{path}", *options)
        bench.equal(f"capture of {path}", (entry["verdict"], entry["attribution"]), ("verbatim", "as-cited"))
    for path in ("gone", "never"):
        entry, _ = bench.one(QUOTE, f"http://example.org/{path}", *options)
        bench.equal(f"no capture of {path}", entry["verdict"], "unverifiable")


def evidence(bench, port, venv):
    """What is written opens elsewhere, and is what the server sent."""
    site = f"http://127.0.0.1:{port}"
    folder = bench.folder / "kept"
    wacz = bench.folder / "pages.wacz"
    paths = ("/gzip", "/chunked", "/redirect/2", "/etag", "/doc.pdf", "/latin1-header", "/410")
    done = bench.run("archive", "--evidence", folder, "--wacz", wacz, "--allow-host",
                     f"127.0.0.1:{port}", *[site + path for path in paths])
    bench.equal("one of them could not be read", done.returncode, 3)
    files = sorted(folder.glob("*.warc.gz"))
    bench.equal("one file", len(files), 1)
    bench.equal("for its owner alone", oct(files[0].stat().st_mode & 0o777), "0o600")
    again = bench.run("archive", "--evidence", folder, "--allow-host", f"127.0.0.1:{port}", site + "/etag")
    bench.equal("not modified", again.returncode, 0)
    sent(bench, files[0], site)
    if venv is None:
        return bench.skip("warcio, py-wacz, pywb", "not installed")
    everything = sorted(folder.glob("*.warc.gz")) + sorted(bench.home.rglob("*.warc.gz"))
    for file in everything:
        done = subprocess.run([venv / "bin/warcio", "check", "-v", file], capture_output=True)
        said = done.stdout + done.stderr
        bench.expect("warcio check", done.returncode == 0 and b"failed" not in said.lower(),
                     said.decode()[-500:])
    print(f"      warcio check read {len(everything)} files of evidence")
    done = subprocess.run([venv / "bin/wacz", "validate", "-f", wacz], capture_output=True, text=True)
    said = done.stdout + done.stderr
    bench.expect("wacz validate", done.returncode == 0 and "validation succeeded" in said.lower(), said[-800:])
    replay(bench, files[0], venv, site)


def sent(bench, file, site):
    """The kept answers, read by other means, equal what the server sends."""
    import socket
    data = gzip.decompress(file.read_bytes())
    for path in ("/gzip", "/chunked", "/latin1-header"):
        with socket.create_connection(("127.0.0.1", int(site.rsplit(":", 1)[1]))) as link:
            link.sendall(f"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
            answer = b""
            while more := link.recv(65536):
                answer += more
        body = answer.split(b"\r\n\r\n", 1)[1]
        if path == "/gzip":
            # The server compresses anew, with the time in the header.
            body = body[10:]
        bench.expect(f"bytes of {path}", body in data)


def replay(bench, file, venv, site):
    folder = bench.folder / "replay"
    folder.mkdir()
    port = bench.port()
    for command in (["init", "kept"], ["add", "kept", str(file)]):
        subprocess.run([venv / "bin/wb-manager", *command], cwd=folder, capture_output=True, check=True)
    (folder / "config.yaml").write_text("enable_memento: true\nframed_replay: false\n")
    process = subprocess.Popen(
        [venv / "bin/wayback", "-b", "127.0.0.1", "-p", str(port)], cwd=folder, start_new_session=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    bench.stops.append(process.pid)
    bench.await_port(port)
    from bench import get
    for path in ("/gzip", "/chunked", "/etag"):
        try:
            page = get(f"http://127.0.0.1:{port}/kept/2id_/{site}{path}").decode()
        except Exception as error:
            page = str(error)
        bench.expect(f"pywb replays {path}", "Jacquard loom" in page, page[:300])
    entry, _ = bench.one(QUOTE, f"http://127.0.0.1:{port}/kept/2id_/{site}/gzip", "--allow-host",
                         f"127.0.0.1:{port}")
    bench.equal("fons reads its own evidence", entry["verdict"], "verbatim")


def hashes(bench, report):
    """The SHA-256 of a report is that of the record's block."""
    for entry in report["quotations"]:
        for copy in entry["evidence"]:
            data = gzip.decompress(pathlib.Path(copy["file"]).read_bytes())
            record = next((each for each in data.split(b"WARC/1.1\r\n")
                           if copy["record"].encode() in each.split(b"\r\n\r\n", 1)[0]
                           and b"WARC-Type: response" in each.split(b"\r\n\r\n", 1)[0]), None)
            if not bench.expect("the record is in the file", record):
                continue
            head, rest = record.split(b"\r\n\r\n", 1)
            length = int(head.split(b"Content-Length: ")[1].split(b"\r\n")[0])
            bench.equal("its SHA-256", hashlib.sha256(rest[:length]).hexdigest(), copy["sha256"])


def timestamp(bench, port):
    """A timestamp by openssl, played by a server of our own."""
    import http.server
    import shutil
    import threading
    if not shutil.which("openssl"):
        return bench.skip("timestamps", "openssl is not installed")
    folder = bench.folder / "tsa"
    folder.mkdir()
    (folder / "ts.cnf").write_text(
        "[req]\ndistinguished_name=dn\n[dn]\n[v3]\nextendedKeyUsage=critical,timeStamping\n"
        "[tsa]\ndefault_tsa=t\n[t]\nserial=./serial\nsigner_cert=./cert.pem\nsigner_key=./key.pem\n"
        "signer_digest=sha256\ndefault_policy=1.2.3.4\ndigests=sha256\naccuracy=secs:1\n")
    (folder / "serial").write_text("01\n")
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "key.pem", "-out",
         "cert.pem", "-subj", "/CN=test", "-days", "2", "-config", "ts.cnf", "-extensions", "v3"],
        cwd=folder, check=True, capture_output=True)

    class Server(http.server.BaseHTTPRequestHandler):
        def log_message(self, *arguments):
            pass

        def do_POST(self):
            (folder / "q.tsq").write_bytes(self.rfile.read(int(self.headers["Content-Length"])))
            subprocess.run(
                ["openssl", "ts", "-reply", "-queryfile", "q.tsq", "-out", "r.tsr", "-config", "ts.cnf"],
                cwd=folder, check=True, capture_output=True)
            body = (folder / "r.tsr").read_bytes()
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    server = http.server.HTTPServer(("127.0.0.1", 0), Server)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    own = server.server_address[1]
    kept = folder / "kept"
    done = bench.run(
        "archive", "--evidence", kept, "--allow-host", f"127.0.0.1:{port}", "--allow-host",
        f"127.0.0.1:{own}", "--timestamp", f"http://127.0.0.1:{own}/", f"http://127.0.0.1:{port}/etag")
    server.shutdown()
    bench.equal("timestamp", done.returncode, 0)
    for file in kept.glob("*.warc.gz"):
        done = subprocess.run(
            ["openssl", "ts", "-verify", "-data", file, "-in", f"{file}.tsr", "-CAfile", "cert.pem"],
            cwd=folder, capture_output=True, text=True)
        bench.expect("openssl verifies it", "Verification: OK" in done.stdout + done.stderr, done.stderr)
