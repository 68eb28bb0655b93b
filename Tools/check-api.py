#!/usr/bin/env python3
"""Tries the API by schemathesis, from its own description. Usage: Tools/check-api.py ADDRESS CASES

Fails where schemathesis finds something, or tried less than CASES requests.
"""
import pathlib
import re
import subprocess
import sys

ADDRESS, CASES = sys.argv[1].rstrip("/"), int(sys.argv[2])
# Some operations have fewer cases than they may.
OPERATIONS = 5
command = pathlib.Path(sys.executable).parent / "schemathesis"
done = subprocess.run(
    [command, "run", f"{ADDRESS}/openapi.json", "--checks", "all", "--no-color",
     "--max-examples", str(max(10, CASES // OPERATIONS)), "--generation-deterministic"],
    capture_output=True, text=True, check=False)
tried = re.search(r"(\d+) generated", done.stdout)
count = int(tried.group(1)) if tried else 0
print(f"schemathesis: {count} cases, status {done.returncode}")
if done.returncode or count < CASES:
    sys.exit(done.stdout[-6000:] + done.stderr[-2000:])
