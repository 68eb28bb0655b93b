#!/usr/bin/env python3
"""Validates the reports of all example documents against the schema, by an implementation that is
not ours. Usage: Tools/check-reports.py FONS LIBRARY
"""
import json
import pathlib
import subprocess
import sys

import jsonschema

ROOT = pathlib.Path(__file__).resolve().parent.parent
SCHEMA = json.loads((ROOT / "Sources/FonsReport/Schema/report.schema.json").read_text())
VALIDATOR = jsonschema.Draft202012Validator
problems = 0


def run(*arguments, text=None):
    done = subprocess.run([FONS, *arguments, "--library", LIBRARY], input=text,
                          capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"fons {' '.join(arguments)}: status {done.returncode}\n{done.stderr}")
    return done.stdout


def validate(what, value, schema=SCHEMA):
    global problems
    for error in VALIDATOR(schema).iter_errors(value):
        problems += 1
        print(f"{what}: {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")


FONS, LIBRARY = sys.argv[1:]
VALIDATOR.check_schema(SCHEMA)
documents = sorted(str(path) for pattern in ("*.txt", "*.md", "*.eml")
                   for path in (ROOT / "Examples").glob(pattern) if path.name != "README.md")
assert len(documents) >= 9, documents
entries = 0
for document in documents:
    report = json.loads(run("check", "--format", "json", document))
    validate(document, report)
    entries += len(report["quotations"])
    validate(document + " without commentary",
             json.loads(run("check", "--format", "json", "--no-commentary", document)))
together = json.loads(run("check", "--format", "json", *documents))
assert len(together) == len(documents)
for report in together:
    validate("several inputs", report)
lines = "".join(json.dumps({"id": n, "text": pathlib.Path(document).read_text()}) + "\n"
                for n, document in enumerate(documents))
stream = ["--input-format", "ndjson", "--format", "ndjson"]
for n, line in enumerate(run("check", *stream, text=lines).splitlines()):
    report = json.loads(line)
    assert report["id"] == n
    validate("check, streamed", report)
entry = {"$ref": "#/$defs/quotation", "$defs": SCHEMA["$defs"]}
answers = run("find", *stream, text=lines).splitlines()
assert len(answers) == len(documents)
for line in answers:
    validate("find, streamed", json.loads(line), entry)

# A validator that finds nothing wrong with nonsense would prove nothing.
report["quotations"] = [{"verdict": "splendid"}]
assert any(VALIDATOR(SCHEMA).iter_errors(report))

print(f"{len(documents)} documents, {entries} quotations, {problems} problems")
sys.exit(problems > 0)
