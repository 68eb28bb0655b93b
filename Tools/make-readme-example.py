#!/usr/bin/env python3
"""Puts what `make demo` prints into README.md, between its two comments.

    Tools/make-readme-example.py            write it
    Tools/make-readme-example.py --check    fail where it is not what fons says now
"""
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
BEGIN, END = "<!-- make docs writes this -->\n", "<!-- to here -->\n"


def example():
    done = subprocess.run(
        [".build/release/fons", "check", "--library", ".build/demo-library", "Examples/post.txt"],
        cwd=ROOT, capture_output=True, text=True, check=False,
        env={**os.environ, "FONS_OFFLINE": "1"})
    if done.returncode not in (0, 1) or not done.stdout:
        sys.exit(f"fons check: status {done.returncode}\n{done.stderr}")
    return f"{BEGIN}\n```text\n{done.stdout.rstrip()}\n```\n\n{END}"


if sys.argv[1:] not in ([], ["--check"]):
    sys.exit(__doc__)
text = README.read_text()
if text.count(BEGIN) != 1 or text.count(END) != 1:
    sys.exit("README.md has lost the comments around its example")
new = text[:text.index(BEGIN)] + example() + text[text.index(END) + len(END):]
if not sys.argv[1:]:
    README.write_text(new)
elif text != new:
    sys.exit("README.md does not show what fons says. Write it anew: make docs")
