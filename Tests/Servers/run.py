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
import web
import wiki
from bench import ROOT, Bench


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


def pywb(bench, venv):
    if venv is None or not (venv / "bin/wayback").exists():
        return bench.skip("pywb", "pywb and warcio are not installed")
    port = bench.port()
    bench.script(bench.servers / "webarchive/pywb-up.sh", bench.folder / "pywb", port, venv)
    web.archive(bench, port)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fons", default=str(ROOT / ".build/release/fons"))
    parser.add_argument("--servers", default=str(ROOT.parent / "shared/servers"))
    parser.add_argument("--venv", help="with pywb, warcio and wacz")
    parser.add_argument("--only", help="mediawiki, kiwix, quirks or pywb")
    options = parser.parse_args()
    if not pathlib.Path(options.servers).is_dir():
        print(f"skip  real servers: {options.servers} is not there")
        return 0
    venv = pathlib.Path(options.venv).resolve() if options.venv else None
    bench = Bench(options.fons, options.servers)
    steps = {
        "quirks": lambda: quirks(bench, venv), "mediawiki": lambda: mediawiki(bench),
        "kiwix": lambda: kiwix(bench), "pywb": lambda: pywb(bench, venv),
    }
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
    print(f"{bench.passed} passed, {len(bench.failed)} failed, {len(bench.skipped)} skipped")
    return 1 if bench.failed else 0


if __name__ == "__main__":
    sys.exit(main())
