"""Servers that mean harm, and addresses to which no document may send fons: the built binary meets them."""
import base64
import os
import re
import shutil
import subprocess
import time
import zlib

from bench import ROOT
from hosts import Names, Pages, Raw

WORDS = "The ferryman of Osk took no money from anybody who could name all four of his drowned brothers."
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n"


def check(bench, venv):
    notations(bench)
    redirects(bench)
    names(bench)
    harm(bench, venv)


def trap():
    """Something listens on every address of this computer; nobody may connect."""
    return Raw(lambda link, line: link.sendall(b"HTTP/1.0 200 OK\r\n\r\nprivate"), host="::")


def loopback(port):
    """This computer, in the notations that resolvers, browsers and libraries take for it."""
    hosts = [
        "127.0.0.1", "127.1", "127.0.1", "2130706433", "0x7f000001", "0x7F.1", "0x7f.0x0.0x0.0x1", "0177.0.0.1",
        "017700000001", "0177.0x0.1", "127.0.0.1.", "127.255.255.254", "0", "0.0.0.0", "[::1]",
        "[0:0:0:0:0:0:0:1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::ffff:0:127.0.0.1]",
        "[::127.0.0.1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "localhost", "LOCALHOST", "localhost.",
        "a.localhost", "%31%32%37.0.0.1", "127.0.0.1%2e", "127。0。0。1",
        "１２７.０.０.１", "①②⑦.⓪.⓪.①", "ⓛocalhost", "[::1%25lo]",
        "[fe80::1%25lo]",
    ]
    return [f"http://{host}:{port}/" for host in hosts] + [
        f"http://user@127.0.0.1:{port}/", f"http://open.example@127.0.0.1:{port}/",
        f"http://open.example:80@127.0.0.1:{port}/", f"HTTP://127.0.0.1:{port}/", f"https://127.0.0.1:{port}/"]


PRIVATE = [
    "http://10.0.0.1/", "http://172.16.0.1/", "http://192.168.1.1/", "http://169.254.169.254/latest/meta-data/",
    "http://2852039166/", "http://[fd00:ec2::254]/", "http://100.100.100.200/", "http://168.63.129.16/",
    "http://metadata.google.internal/", "http://printer.local/", "http://intranet/", "http://192.0.0.192/",
    "http://224.0.0.1/", "http://255.255.255.255/", "http://[fc00::1]/", "http://[ff02::1]/",
]


def outcomes(bench, addresses, *options, prefix=(), seconds=300):
    """Of each address, what became of it and the entry of its quotation; linked from a page of HTML."""
    text = "<html><body>" + "\n".join(
        f'<p>She wrote: “{WORDS}” (<a href="{address}">source</a>)</p>' for address in addresses) + "</body></html>"
    report, said = bench.check(text, "--input-format", "html", *options, prefix=prefix, seconds=seconds)
    pages = {each["cited"]: each for each in report["searched"]["fetched"]}
    return [(pages.get(entry["citation"]["value"]), entry) for entry in report["quotations"]], said


def refused(bench, what, found, addresses):
    bench.equal(f"{what}: all are quotations", len(found), len(addresses))
    for address, (page, entry) in zip(addresses, found):
        # Another spelling of an address that was refused before is not asked for again.
        bench.expect(f"{what}: {address} is refused",
                     page is None or page["outcome"] in ("refused", "no-address"), page)
        bench.expect(f"{what}: {address} is unverifiable",
                     (entry["verdict"], entry["attribution"]) == ("unverifiable", "unreachable"), entry["verdict"])


def notations(bench):
    listener = trap()
    addresses = loopback(listener.port) + PRIVATE
    found, _ = outcomes(bench, addresses)
    refused(bench, "notation", found, addresses)
    bench.equal("nobody connected", listener.connections, [])
    print(f"      {len(addresses)} notations of addresses refused")
    listener.stop()


def redirects(bench):
    listener = trap()
    targets = loopback(listener.port) + PRIVATE + [
        f"//127.0.0.1:{listener.port}/", "file:///etc/hostname", "gopher://127.0.0.1/", "ftp://127.0.0.1/x"]

    def answer(path):
        kind, number = path.strip("/").split("/")
        target = targets[int(number)]
        if kind == "meta":
            body = f'<meta http-equiv="refresh" content="0; url={target}">Go on.'.encode()
            return 200, {"Content-Type": "text/html; charset=utf-8"}, body
        return 302, {"Location": target.encode().decode("latin-1")}, b""

    server = Pages(answer)
    site = f"127.0.0.1:{server.port}"
    addresses = [f"http://{site}/to/{n}" for n in range(len(targets))] + [f"http://{site}/meta/0"]
    found, _ = outcomes(bench, addresses, "--allow-host", site, "--fetch-time", 200)
    for address, (page, entry) in zip(addresses, found):
        what = f"redirect to {targets[int(address.rsplit('/', 1)[1])]}"
        bench.expect(f"{what} is not followed", page and page["outcome"] != "read", page)
        bench.expect(f"{what}: says that it leads elsewhere",
                     page["outcome"] == "refused" or "no-address" in page["outcome"], page)
    bench.equal("nobody was connected to", listener.connections, [])
    print(f"      {len(addresses)} redirects into private ranges not followed")
    server.stop()
    listener.stop()


def names(bench):
    """Names whose numbers are private, by a name server of our own, in a name space of mounts of its own."""
    tried = subprocess.run(["unshare", "-m", "true"], capture_output=True) if shutil.which("unshare") else None
    if os.geteuid() != 0 or tried is None or tried.returncode != 0:
        return bench.skip("names that lead to private addresses", "only root may mount its own resolv.conf")
    try:
        server = Names({
            "loop.example": ["127.0.0.1"], "loop6.example": ["::1"], "home.example": ["192.168.0.1"],
            "mapped.example": ["::ffff:127.0.0.1"], "cloud.example": ["169.254.169.254"],
            # Another number with each question: a check that asks once and connects later would be deceived.
            "rebind.example": ["127.0.0.1", "10.0.0.1", "127.0.0.2"], "both.example": ["10.0.0.1", "fd00::1"],
        })
    except OSError as error:
        return bench.skip("names that lead to private addresses", f"no name server can be had: {error}")
    listener = trap()
    (bench.folder / "resolv.conf").write_text(f"nameserver {server.host}\noptions timeout:2 attempts:1\n")
    prefix = ("unshare", "-m", "sh", "-c",
              f'mount --bind {bench.folder}/resolv.conf /etc/resolv.conf && exec "$@"', "sh")
    hosts = [name for name in server.numbers]
    addresses = [f"http://{host}:{listener.port}/" for host in hosts]
    addresses += [f"http://rebind.example:{listener.port}/{n}" for n in range(3)]
    door = Pages(lambda path: (302, {"Location": f"http://rebind.example:{listener.port}{path}"}, b""))
    addresses += [f"http://127.0.0.1:{door.port}/{n}" for n in range(4, 6)]
    found, _ = outcomes(bench, addresses, "--allow-host", f"127.0.0.1:{door.port}", prefix=prefix)
    refused(bench, "name", found, addresses)
    bench.equal("nobody connected by name", listener.connections, [])
    bench.expect("the name server was asked", len(server.asked) >= len(hosts), server.asked)
    allowed, _ = outcomes(bench, addresses[:1], "--allow-host", f"loop.example:{listener.port}", prefix=prefix)
    bench.expect("a name that is allowed is connected to", len(listener.connections) > 0, allowed)
    print(f"      {len(addresses)} addresses by name refused, {len(server.asked)} questions to the name server")
    for each in (server, listener, door):
        each.stop()


# What each path does, and what becomes of it.
HARM = {
    "/endless-body": {"too-large"}, "/endless-chunks": {"too-large"}, "/endless-header": {"too-large"},
    "/endless-line": {"too-large", "malformed"}, "/chunk-letters": {"malformed", "cut"},
    "/chunk-negative": {"malformed", "cut"}, "/chunk-huge": {"malformed", "cut"}, "/chunk-early": {"cut", "malformed"},
    "/chunk-no-end": {"cut", "malformed"}, "/length-negative": {"malformed", "cut", "other"},
    "/length-twice": {"malformed", "cut", "read"}, "/no-http": {"malformed", "cut", "other"},
    "/status-words": {"malformed", "cut", "other"}, "/nothing": {"cut"}, "/bomb-gzip": {"too-large"},
    "/bomb-deflate": {"too-large"}, "/bomb-zstd": {"too-large"}, "/bomb-br": {"too-large"},
    "/bomb-gzip-gzip": {"too-large"}, "/bomb-many": {"too-large", "malformed"}, "/trickle": {"timeout"},
    "/silence": {"timeout"}, "/nul-header": {"malformed", "read", "other"},
}


def bodies(venv):
    """What is sent after the header, for the paths that send something whole."""
    zeros = bytes(40 << 20)
    gzip = zlib.compressobj(9, zlib.DEFLATED, 31)
    gzip = gzip.compress(zeros) + gzip.flush()
    again = zlib.compressobj(9, zlib.DEFLATED, 31)
    again = again.compress(gzip) + again.flush()
    # A frame of zstd whose blocks repeat one byte.
    zstd = bytes([0x28, 0xB5, 0x2F, 0xFD, 0x00, 0x38])
    for index in range(320):
        head = (1 if index == 319 else 0) | 1 << 1 | (128 << 10) << 3
        zstd += bytes([head & 255, head >> 8 & 255, head >> 16 & 255, 0])
    # The brotli bomb of the unit tests.
    source = (ROOT / "Tests/FonsFetchTests/Bombs.swift").read_text()
    brotli = base64.b64decode(re.search(r'base64Encoded:\s*"([^"]+)"', source).group(1))
    coded = {"/bomb-gzip": ("gzip", gzip), "/bomb-deflate": ("deflate", zlib.compress(zeros, 9)),
             "/bomb-zstd": ("zstd", zstd), "/bomb-br": ("br", brotli), "/bomb-gzip-gzip": ("gzip, gzip", again),
             "/bomb-many": (", ".join(["gzip"] * 30), gzip)}
    result = {path: HEAD + f"Content-Encoding: {coding}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
              for path, (coding, body) in coded.items()}
    chunked = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
    words = b"The ferry does not run today, and nobody is at the landing who could say when it will run. "
    result |= {
        "/chunk-letters": chunked + b"zz\r\n" + words + b"\r\n0\r\n\r\n",
        "/chunk-negative": chunked + b"-5\r\nhello\r\n0\r\n\r\n",
        "/chunk-huge": chunked + b"ffffffffffffffffff\r\n" + words,
        "/chunk-early": chunked + b"500\r\n" + words, "/chunk-no-end": chunked + b"5\r\nhello\r\n",
        "/length-negative": HEAD + b"Content-Length: -7\r\n\r\n" + words,
        "/length-twice": HEAD + b"Content-Length: 5\r\nContent-Length: 95\r\n\r\n" + words,
        "/no-http": b"SSH-2.0-OpenSSH_9.2\r\n", "/status-words": b"HTTP/1.1 fine\r\n\r\n" + words, "/nothing": b"",
        "/nul-header": b"HTTP/1.1 200 OK\r\nX: a\0b\r\nContent-Length: 95\r\n\r\n" + words,
    }
    return result


def harm(bench, venv):
    whole = bodies(venv)

    def serve(link, line):
        path = line.split(" ")[1]
        if path in whole:
            link.sendall(whole[path])
        elif path == "/silence":
            time.sleep(120)
        elif path == "/trickle":
            link.sendall(HEAD + b"Content-Length: 5000\r\n\r\n")
            while True:
                link.sendall(b"a")
                time.sleep(1)
        else:
            begin, more = {
                "/endless-body": (HEAD + b"\r\n", b"a" * 65536),
                "/endless-chunks": (HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"10000\r\n" + b"a" * 65536 + b"\r\n"),
                "/endless-header": (b"HTTP/1.1 200 OK\r\n", b"X-More: and more\r\n" * 100),
                "/endless-line": (b"HTTP/1.1 200 OK\r\nX: ", b"a" * 8192),
            }[path]
            link.sendall(begin)
            while True:
                link.sendall(more)

    server = Raw(serve)
    # A host for each, so that none waits for another.
    sites = [f"127.0.1.{number}:{server.port}" for number in range(1, len(HARM) + 1)]
    addresses = [f"http://{site}{path}" for site, path in zip(sites, HARM)]
    allowed = [option for site in sites for option in ("--allow-host", site)]
    start = time.time()
    found, _ = outcomes(bench, addresses, *allowed, "--evidence", "none", "--fetch-time", 60)
    seconds = time.time() - start
    for path, (page, entry) in zip(HARM, found):
        outcome = page["outcome"] if page else None
        if not bench.expect(f"harm: {path}", outcome in HARM[path], page):
            continue
        if outcome != "read":
            bench.equal(f"harm: {path} is unverifiable", (entry["verdict"], entry["attribution"]),
                        ("unverifiable", "unreachable"))
    bench.expect("harm ends in time", seconds < 75, f"{seconds:.1f} s")
    print(f"      {len(HARM)} kinds of harm in {seconds:.1f} s")
    server.stop()
