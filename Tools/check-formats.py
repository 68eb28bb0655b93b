#!/usr/bin/env python3
"""Validates SARIF, annotations, JUnit and patches of the example documents by tools that are not ours.
Usage: Tools/check-formats.py FONS LIBRARY

SARIF is read by a model that was generated from the OASIS schema (PyPI fluidattacks-core-sarif); it
takes no property that the schema does not name.
"""
import json
import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

from fluidattacks_core import sarif

FONS, LIBRARY = sys.argv[1:]
ROOT = pathlib.Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "Examples"
documents = sorted(str(path.relative_to(ROOT)) for pattern in ("*.txt", "*.md", "*.eml")
                   for path in EXAMPLES.glob(pattern) if path.name != "README.md")
assert len(documents) >= 9, documents


def run(*arguments, status=(0, 1), text=None):
    done = subprocess.run([FONS, "check", "--library", LIBRARY, *arguments], cwd=ROOT, input=text,
                          capture_output=True, text=True, check=False)
    assert done.returncode in status, (arguments, done.returncode, done.stderr)
    return done.stdout


def check_sarif():
    model = next(getattr(sarif, name) for name in dir(sarif)
                 if "runs" in getattr(getattr(sarif, name), "model_fields", {}))
    log = json.loads(run("--format", "sarif", *documents))
    model.model_validate(log)
    broken = json.loads(json.dumps(log))
    broken["runs"][0]["results"][0]["level"] = "grave"
    try:
        model.model_validate(broken)
    except ValueError:
        pass
    else:
        raise AssertionError("the model takes anything")
    assert len(log["runs"]) == len(documents)
    for document, one in zip(documents, log["runs"]):
        text = (ROOT / document).read_bytes().decode()
        for result in one["results"]:
            region = result["locations"][0]["physicalLocation"].get("region")
            if region is None:
                continue
            end = region["charOffset"] + region["charLength"]
            words = text[region["charOffset"]:end]
            assert words == region.get("snippet", {}).get("text", ""), (document, result)
            assert words.encode() == text.encode()[
                region["byteOffset"]:region["byteOffset"] + region["byteLength"]]
            line = text.split("\n")[region["startLine"] - 1]
            assert line[region["startColumn"] - 1:].startswith(words.split("\n")[0])


def check_annotations():
    collections = json.loads(run("--format", "annotations", *documents))
    assert len(collections) == len(documents)
    for document, collection in zip(documents, collections):
        text = (ROOT / document).read_bytes().decode()
        items = collection["first"]["items"]
        assert collection["total"] == len(items)
        assert any(item["motivation"] == "assessing" for item in items)
        for item in items:
            for selector in item["target"]["selector"]:
                if selector["type"] == "TextPositionSelector":
                    words = text[selector["start"]:selector["end"]]
                else:
                    quote = selector
            if len(item["target"]["selector"]) > 1:
                assert words == quote["exact"], (document, item)
                assert quote.get("prefix", "") + words + quote.get("suffix", "") in text


def check_junit():
    root = ElementTree.fromstring(run("--format", "junit", *documents).encode())
    assert len(root) == len(documents)
    assert int(root.get("tests")) == len(root.findall(".//testcase"))
    assert int(root.get("failures")) == len(root.findall(".//failure"))


def check_patch():
    """What the patch corrects is found in the source afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["git", "init", "-q", folder], check=True)
        (pathlib.Path(folder) / "Examples").mkdir()
        for document in documents:
            (pathlib.Path(folder) / document).write_bytes((ROOT / document).read_bytes())
        patch = run("--fix", *documents)
        subprocess.run(["git", "apply", "-"], cwd=folder, input=patch, text=True, check=True)
        before = json.loads(run("--format", "json", *documents))
        after = json.loads(run("--format", "json", *(f"{folder}/{name}" for name in documents)))
        corrected = 0
        for old, new in zip(before, after):
            for was, now in zip(old["quotations"], new["quotations"]):
                if was["verdict"] == "altered" and f"# {was['id']}, " in patch:
                    kept = {"replacement", "contraction"}
                    wrong = [one for one in now["differences"]
                             if one["weight"] != "harmless" and one["kind"] not in kept]
                    assert not wrong, (now["id"], wrong)
                    corrected += was["verdict"] != now["verdict"]
        assert corrected > 0
        print(f"{corrected} quotations are verbatim after the patch")


check_sarif()
check_annotations()
check_junit()
check_patch()
