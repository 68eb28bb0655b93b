"""What the checks against real servers share: starting and stopping them, running fons, counting."""
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]


try:
    import jsonschema
    VALIDATOR = jsonschema.Draft202012Validator(
        json.loads((ROOT / "Sources/FonsReport/Schema/report.schema.json").read_text()))
except ImportError:
    VALIDATOR = None


class Bench:
    """Runs one folder of servers and one home for fons; every report is held against its schema."""

    def __init__(self, fons, servers):
        self.fons = os.path.abspath(fons)
        self.servers = pathlib.Path(servers)
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="fons-servers-"))
        self.home = self.folder / "home"
        self.home.mkdir()
        self.temporary = self.folder / "tmp"
        self.temporary.mkdir()
        self.failed = []
        self.passed = 0
        self.skipped = []
        self.reports = 0
        self.stops = []

    # Outcomes

    def expect(self, what, condition, detail=""):
        if condition:
            self.passed += 1
        else:
            self.failed.append(what)
            print(f"FAIL  {what}: {detail}", flush=True)
        return bool(condition)

    def equal(self, what, found, wanted):
        return self.expect(what, found == wanted, f"{found!r}, not {wanted!r}")

    def skip(self, what, why):
        self.skipped.append(what)
        print(f"skip  {what}: {why}", flush=True)

    # Servers

    @staticmethod
    def port():
        with socket.socket() as found:
            found.bind(("127.0.0.1", 0))
            return found.getsockname()[1]

    def start(self, *arguments):
        """Starts a server in a process group of its own, which `stop` ends."""
        process = subprocess.Popen(
            arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        self.stops.append(process.pid)
        return process

    def script(self, *arguments):
        """Runs a script that starts a server and leaves its process id in ROOT/pid."""
        # What the server holds open must not keep this waiting.
        with open(self.folder / "script.log", "w") as log:
            done = subprocess.run([str(each) for each in arguments], stdout=log, stderr=log)
        if done.returncode != 0:
            raise RuntimeError((self.folder / "script.log").read_text()[-2000:])
        folder = pathlib.Path(arguments[1])
        for name in ("pid", "nginx.pid"):
            if (folder / name).exists():
                self.stops.append(int((folder / name).read_text()))

    def await_port(self, port, seconds=20):
        end = time.time() + seconds
        while time.time() < end:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    return
            time.sleep(0.05)
        raise RuntimeError(f"nothing listens on port {port}")

    def stop(self):
        for pid in reversed(self.stops):
            for end in (lambda: os.killpg(pid, signal.SIGTERM), lambda: os.kill(pid, signal.SIGTERM)):
                try:
                    end()
                    break
                except (ProcessLookupError, PermissionError):
                    continue
        shutil.rmtree(self.folder, ignore_errors=True)

    # fons

    def run(self, *arguments, text="", seconds=300, environment=None, prefix=(), stderr=subprocess.PIPE):
        environment = {
            "HOME": str(self.home), "PATH": os.environ["PATH"], "LANG": "C.UTF-8",
            "TMPDIR": str(self.temporary), **(environment or {}),
        }
        return subprocess.run(
            [*prefix, self.fons, *map(str, arguments)], input=text.encode(), stdout=subprocess.PIPE,
            stderr=stderr, timeout=seconds, env=environment)

    def check(self, text, *options, seconds=300, **more):
        """The report of a document, and what was said on standard error."""
        done = self.run(
            "check", "--format", "json", "--archive", "none", *options, "-", text=text,
            seconds=seconds, **more)
        if done.returncode not in (0, 1):
            print(done.stderr.decode()[-2000:])
            raise RuntimeError(f"fons check: status {done.returncode}")
        return self.valid(json.loads(done.stdout)), done.stderr.decode()

    def valid(self, report):
        """The report, held against its schema."""
        self.reports += 1
        if VALIDATOR:
            wrong = [f"{list(each.absolute_path)}: {each.message[:200]}" for each in VALIDATOR.iter_errors(report)]
            self.expect("a report keeps to its schema", not wrong, wrong[:3])
        return report

    def one(self, quotation, address, *options, **more):
        """The entry of one quotation of one address."""
        report, _ = self.check(f"She wrote: “{quotation}” ({address})\n", *options, **more)
        return report["quotations"][0], report


def get(address):
    with urllib.request.urlopen(address, timeout=60) as answer:
        return answer.read()


class Wiki:
    """An administrator of the MediaWiki under test."""

    def __init__(self, api, password):
        self.api = api
        self.jar = {}
        token = self.call(action="query", meta="tokens", type="login")["query"]["tokens"]["logintoken"]
        self.call("POST", action="login", lgname="Admin", lgpassword=password, lgtoken=token)
        self.token = self.call(action="query", meta="tokens")["query"]["tokens"]["csrftoken"]

    def call(self, method="GET", **parameters):
        parameters = {"format": "json", "formatversion": "2", **parameters}
        data = urllib.parse.urlencode(parameters)
        request = (
            urllib.request.Request(f"{self.api}?{data}") if method == "GET"
            else urllib.request.Request(self.api, data.encode()))
        request.add_header("Cookie", "; ".join(f"{k}={v}" for k, v in self.jar.items()))
        with urllib.request.urlopen(request, timeout=60) as answer:
            for field in answer.headers.get_all("Set-Cookie") or []:
                name, value = field.split(";")[0].split("=", 1)
                self.jar[name] = value
            found = json.loads(answer.read())
        if "error" in found:
            raise RuntimeError(found["error"])
        return found

    def do(self, action, **parameters):
        return self.call("POST", action=action, token=self.token, **parameters)

    def revisions(self, title):
        found = self.call(
            action="query", prop="revisions", titles=title, rvprop="ids|timestamp", rvlimit="max",
            rvdir="newer")
        return [each["revid"] for each in found["query"]["pages"][0]["revisions"]]
