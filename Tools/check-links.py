#!/usr/bin/env python3
"""Checks that links and pictures of the project's pages lead to files that git knows."""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent


def git(*arguments):
    return subprocess.run(["git", "-C", ROOT, *arguments], capture_output=True, text=True,
                          check=True).stdout.split("\0")


known = {ROOT / name for name in git("ls-files", "-z", "--cached", "--others", "--exclude-standard") if name}
folders = {parent for path in known for parent in path.parents}
broken = []
for page in sorted(path for path in known if path.suffix == ".md" and "Tests" not in path.parts):
    if page.parent == ROOT / "Examples" and page.name != "README.md":
        continue  # documents to check, with invented addresses
    text = re.sub(r"```.*?```", "", page.read_text(), flags=re.S)
    for target in re.findall(r"\]\(([^)\s]+)\)|(?:src|srcset|href)=\"([^\"]+)\"", text):
        target = (target[0] or target[1]).split("#")[0]
        if not target or re.match(r"[a-z]+:", target):
            continue
        path = (page.parent / target).resolve()
        if path not in known and path not in folders:
            broken.append(f"{page.relative_to(ROOT)}: {target}")
print("\n".join(broken))
sys.exit(bool(broken))
