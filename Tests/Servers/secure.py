"""HTTPS: certificates of our own, good and bad, by openssl."""
import ssl
import subprocess

from hosts import Pages

WORDS = "The locksmith of Varn kept one key for every door in town and two for the door of the mayor."


def page(words):
    filler = "The rest of the page tells of keys, of doors, and of those who stood before them. " * 8
    return (200, {"Content-Type": "text/html; charset=utf-8"},
            f"<html><head><title>Keys</title></head><body><p>{words}</p><p>{filler}</p></body></html>".encode())


class Authority:
    """A certificate authority in a folder."""

    def __init__(self, folder, name="ca"):
        self.folder, self.name = folder, name
        folder.mkdir(exist_ok=True)
        (folder / "ca.cnf").write_text(
            "[req]\ndistinguished_name=dn\n[dn]\n[v3]\nbasicConstraints=critical,CA:true\n"
            "keyUsage=critical,keyCertSign\nsubjectKeyIdentifier=hash\n[ca]\ndefault_ca=d\n[d]\ndatabase=index.txt\n"
            "serial=serial\nnew_certs_dir=.\ndefault_md=sha256\npolicy=p\nunique_subject=no\n[p]\n"
            "commonName=supplied\n")
        (folder / "index.txt").write_text("")
        (folder / "serial").write_text("01\n")
        self.run("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", f"{name}.key", "-out",
                 f"{name}.pem", "-subj", f"/CN={name}", "-days", "2", "-config", "ca.cnf", "-extensions", "v3")

    def run(self, *arguments):
        subprocess.run(["openssl", *arguments], cwd=self.folder, check=True, capture_output=True)

    @property
    def path(self):
        return str(self.folder / f"{self.name}.pem")

    def context(self, name, host, dates=None):
        """A server's side of TLS, with a certificate for `host` (IP:… or DNS:…)."""
        self.run("req", "-new", "-newkey", "rsa:2048", "-nodes", "-keyout", f"{name}.key", "-out",
                 f"{name}.csr", "-subj", f"/CN={name}", "-config", "ca.cnf")
        (self.folder / f"{name}.ext").write_text(f"subjectAltName={host}\nextendedKeyUsage=serverAuth\n")
        start, end = dates or ("20200101000000Z", "20991231000000Z")
        self.run("ca", "-batch", "-config", "ca.cnf", "-cert", f"{self.name}.pem", "-keyfile",
                 f"{self.name}.key", "-in", f"{name}.csr", "-out", f"{name}.pem", "-notext",
                 "-extfile", f"{name}.ext", "-startdate", start, "-enddate", end)
        return self.loaded(name)

    def self_signed(self, name, host):
        self.run("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", f"{name}.key", "-out",
                 f"{name}.pem", "-subj", f"/CN={name}", "-days", "2", "-config", "ca.cnf", "-addext",
                 f"subjectAltName={host}")
        return self.loaded(name)

    def loaded(self, name):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.folder / f"{name}.pem", self.folder / f"{name}.key")
        return context


def check(bench):
    authority = Authority(bench.folder / "ca")
    other = Authority(bench.folder / "other-ca", "other")
    loopback = "IP:127.0.0.1"
    # What each server shows, and what the reason must say where it is not trusted.
    contexts = {
        "good": (authority.context("good", loopback), None),
        "self-signed": (authority.self_signed("self", loopback), "self-signed certificate"),
        "expired": (authority.context("expired", loopback, ("20200101000000Z", "20200201000000Z")),
                    "certificate has expired"),
        "not yet valid": (authority.context("early", loopback, ("20980101000000Z", "20990101000000Z")),
                          "not yet valid"),
        "of another host": (authority.context("wrong", "DNS:other.example"), "subject name"),
        "of another authority": (other.context("stranger", loopback), "unable to get local issuer"),
    }
    trust = {"SSL_CERT_FILE": authority.path}
    for name, (context, reason) in contexts.items():
        server = Pages({"/": page(WORDS), "/keys": page(WORDS)}, context=context)
        site = f"https://127.0.0.1:{server.port}"
        options = ("--allow-host", f"127.0.0.1:{server.port}", "--evidence", bench.folder / "tls")
        entry, report = bench.one(WORDS, f"{site}/", *options, environment=trust)
        outcome = report["searched"]["fetched"][0]["outcome"]
        if reason is None:
            bench.equal(f"TLS, {name}", (outcome, entry["verdict"], entry["attribution"]),
                        ("read", "verbatim", "as-cited"))
            bench.equal(f"TLS, {name}: evidence", entry["evidence"][0]["url"], f"{site}/")
            redirected(bench, site, server.port, trust)
            # Without the authority the same server is not trusted.
            entry, report = bench.one(WORDS, f"{site}/", *options)
            outcome, reason = report["searched"]["fetched"][0]["outcome"], "certificate"
            name = "without its authority"
            asked = ["/", "/keys"]
        else:
            asked = []
        bench.equal(f"TLS, {name}", (outcome, entry["verdict"], entry["attribution"]),
                    ("not-secure", "unverifiable", "unreachable"))
        bench.expect(f"TLS, {name}: says why", "cannot be trusted" in entry["reason"]
                     and reason in entry["reason"], entry["reason"])
        bench.equal(f"TLS, {name}: nothing is sent", server.asked, asked)
        server.stop()
    entry, _ = bench.one(WORDS, "https://127.0.0.1:1/", "--allow-host", "127.0.0.1:1", environment={
        "SSL_CERT_FILE": str(bench.folder / "no-such-file.pem")})
    bench.expect("TLS, no such file of authorities", entry["attribution"] == "unreachable", entry)


def redirected(bench, site, port, trust):
    plain = Pages({"/old": (301, {"Location": f"{site}/keys"}, b"")})
    entry, _ = bench.one(
        WORDS, f"http://127.0.0.1:{plain.port}/old", "--allow-host", f"127.0.0.1:{port}", "--allow-host",
        f"127.0.0.1:{plain.port}", environment=trust)
    bench.equal("from http to https", (entry["verdict"], entry["attribution"]), ("verbatim", "as-cited"))
    plain.stop()
