#!/usr/bin/env python3
"""Checks fons against real servers on loopback, which it starts and stops.

    Tests/Servers/run.py --fons .build/release/fons [--servers ../shared/servers] [--venv DIR]

A server that is not installed is skipped with a sentence. The status is 1 where a check fails.
"""
import argparse
import os
import pathlib
import shutil
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import documents
import hostile
import secure
import slow
import web
import wiki
from bench import ROOT, VALIDATOR, Bench


def mediawiki(bench):
    missing = [each for each in ("php",) if not shutil.which(each)]
    if missing or not pathlib.Path("/usr/share/mediawiki").is_dir():
        return bench.skip("MediaWiki", "mediawiki and php are not installed")
    root, port, nginx = bench.folder / "mediawiki", bench.port(), None
    dump = bench.folder / "dump.xml"
    dump.write_text(wiki.dump())
    bench.script(bench.servers / "mediawiki/mw-up.sh", root, port, dump)
    # The importer leaves the full-text index to this script.
    subprocess.run(
        ["php", "/usr/share/mediawiki/maintenance/rebuildtextindex.php"], check=True,
        capture_output=True, env={**os.environ, "MW_CONFIG_FILE": str(root / "LocalSettings.php")})
    if pathlib.Path("/usr/sbin/nginx").exists():
        nginx = bench.port()
        bench.script(bench.servers / "mediawiki/nginx-up.sh", bench.folder / "nginx", nginx, port)
    else:
        bench.skip("nginx", "nginx-light is not installed")
    wiki.check(bench, root, port, nginx)


def kiwix(bench):
    if not shutil.which("kiwix-serve") or not shutil.which("zimwriterfs"):
        return bench.skip("kiwix-serve", "kiwix-tools and zim-tools are not installed")
    port = bench.port()
    bench.script(bench.servers / "kiwix/kiwix-up.sh", bench.folder / "kiwix", port)
    web.kiwix(bench, port)


def quirks(bench, venv):
    port = bench.port()
    bench.start(sys.executable, bench.servers / "webarchive/quirks.py", str(port))
    bench.await_port(port)
    web.habits(bench, port)
    web.evidence(bench, port, venv)
    report, _ = bench.check(
        f"She wrote: “{web.QUOTE}” (http://127.0.0.1:{port}/chunked)\n", "--allow-host",
        f"127.0.0.1:{port}")
    web.hashes(bench, report)
    web.timestamp(bench, port)


def tls(bench):
    if not shutil.which("openssl"):
        return bench.skip("HTTPS", "openssl is not installed")
    secure.check(bench)


def pywb(bench, venv):
    if venv is None or not (venv / "bin/wayback").exists():
        return bench.skip("pywb", "pywb and warcio are not installed")
    port = bench.port()
    bench.script(bench.servers / "webarchive/pywb-up.sh", bench.folder / "pywb", port, venv)
    web.archive(bench, port)


def private(bench, venv):
    """What was kept on the way, all of it, is its owner's alone, and opens elsewhere."""
    kept = [each for name in (".local", ".cache") for each in (bench.home / name).rglob("*")]
    if not kept:
        return bench.skip("who can read what was kept", "nothing was: no other step ran")
    own = [each for each in kept if each.parent.name in ("fons-evidence", "pages") or each.name in (
        "fons-evidence", "pages")]
    wrong = [str(each) for each in own if each.stat().st_mode & 0o077]
    bench.equal("files of evidence and the cache are their owner's alone", wrong, [])
    names = {each.suffix for each in own if each.is_file()}
    bench.equal("both were written", names, {".gz", ".page"})
    bench.equal("no library of fetched pages is left behind", list(bench.temporary.iterdir()), [])
    print(f"      {len(own)} files and folders of evidence and cache looked at")
    if venv is None:
        return bench.skip("warcio", "not installed")
    files = sorted(bench.folder.rglob("fons-*.warc.gz"))
    done = subprocess.run([venv / "bin/warcio", "check", "-v", *files], capture_output=True, text=True)
    said = done.stdout + done.stderr
    bench.expect("warcio check of everything that was written",
                 done.returncode == 0 and "failed" not in said.lower(), said[-500:])
    print(f"      warcio check read {len(files)} files, {said.count('digest pass')} digests pass")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fons", default=str(ROOT / ".build/release/fons"))
    parser.add_argument("--servers", default=str(ROOT.parent / "shared/servers"))
    parser.add_argument("--venv", help="with pywb, warcio and wacz")
    parser.add_argument("--only", help="one of its steps")
    options = parser.parse_args()
    if not pathlib.Path(options.servers).is_dir():
        print(f"skip  real servers: {options.servers} is not there")
        return 0
    venv = pathlib.Path(options.venv).resolve() if options.venv else None
    bench = Bench(options.fons, options.servers)
    steps = {
        "documents": lambda: documents.check(bench), "secure": lambda: tls(bench),
        "hostile": lambda: hostile.check(bench, venv), "slow": lambda: slow.check(bench),
        "quirks": lambda: quirks(bench, venv), "mediawiki": lambda: mediawiki(bench),
        "kiwix": lambda: kiwix(bench), "pywb": lambda: pywb(bench, venv),
        "private": lambda: private(bench, venv),
    }
    if options.only not in (None, *steps):
        parser.error(f"--only takes one of: {', '.join(steps)}")
    try:
        for name, step in steps.items():
            if options.only in (None, name):
                before = bench.passed
                try:
                    step()
                except Exception as error:
                    bench.expect(name, False, f"{type(error).__name__}: {error}")
                print(f"{name}: {bench.passed - before} checks passed", flush=True)
    finally:
        bench.stop()
    if VALIDATOR is None:
        bench.skip("the schema of reports", "jsonschema is not installed")
    print(f"{bench.reports} reports of checks")
    print(f"{bench.passed} passed, {len(bench.failed)} failed, {len(bench.skipped)} skipped")
    return 1 if bench.failed else 0


if __name__ == "__main__":
    sys.exit(main())
