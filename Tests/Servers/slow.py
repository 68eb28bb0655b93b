"""Many citations on slow hosts, and hosts that never answer: the whole of `fons check`, timed."""
import os
import pty
import re
import threading
import time

from hosts import Pages, Raw

HOSTS, PAGES, SECONDS = 20, 10, 0.6
LIMIT = 40
SILENT = ("Nobody at the lighthouse ever wrote down what the fog had said to them in the night.",
          "Whoever painted the weathercock green had asked neither the vicar nor the wind about it.")


def words(host, number):
    names = ("amber", "birch", "copper", "damson", "ember", "fennel", "granite", "hazel", "indigo", "juniper")
    return (f"The {names[number]} ledger of the {names[host % 10]} mill in year {1700 + host * 10 + number} "
            f"counted {host + 3} wheels, {number + 2} sluices and one very patient heron.")


def check(bench):
    """200 citations on 20 slow hosts and 4 on two that never answer, within the stated time."""
    def answer(path):
        host, number = map(int, path.strip("/").split("/"))
        body = f"<html><head><title>{host}-{number}</title></head><body><p>{words(host, number)}</p></body></html>"
        return 200, {"Content-Type": "text/html; charset=utf-8"}, body.encode()

    slow = Pages(answer, host="0.0.0.0", delay=lambda path: time.sleep(SECONDS))
    silent = Raw(lambda link, line: time.sleep(120))
    lines, allowed = [], []
    for host in range(HOSTS):
        allowed += ["--allow-host", f"127.0.0.{host + 1}:{slow.port}"]
        lines += [f"“{words(host, number)}” (http://127.0.0.{host + 1}:{slow.port}/{host}/{number})"
                  for number in range(PAGES)]
    for host in (101, 102):
        allowed += ["--allow-host", f"127.0.0.{host}:{silent.port}"]
        lines += [f"“{SILENT[number]}” (http://127.0.0.{host}:{silent.port}/{number})" for number in (0, 1)]
    text = "\n\n".join(f"Somebody wrote: {line}" for line in lines) + "\n"
    start = time.time()
    report, shown = on_terminal(bench, text, "--fetch-time", LIMIT, *allowed)
    seconds = time.time() - start
    pages = report["searched"]["fetched"]
    outcomes = [each["outcome"] for each in pages]
    count = HOSTS * PAGES
    bench.equal("every page of slow hosts is read", outcomes.count("read"), count)
    bench.expect("ends within the stated time", seconds < LIMIT + 15, f"{seconds:.1f} s")
    silences = [each["outcome"] for each in pages if f":{silent.port}" in each["cited"]]
    bench.expect("silent hosts cost their own quotations alone",
                 len(silences) == 4 and set(silences) <= {"timeout", "late"}, silences)
    verdicts = [each["verdict"] for each in report["quotations"]]
    bench.equal("each quotation is judged by its page", verdicts, ["verbatim"] * count + ["unverifiable"] * 4)
    bench.expect("and by no other", all(
        each["attribution"] == "as-cited" for each in report["quotations"][:count]))
    steps = [int(each) for each in re.findall(rf"fetched (\d+) of {count + 4} pages", shown)]
    bench.expect("progress is shown", len(steps) > 5 and steps == sorted(steps) and steps[-1] > count // 2, shown[-300:])
    print(f"      {count} pages of {HOSTS} hosts, {SECONDS} s each, and 2 silent hosts: {seconds:.1f} s of {LIMIT}, "
          f"progress shown {len(steps)} times")
    slow.stop()
    silent.stop()


def on_terminal(bench, text, *options):
    """The report, with a terminal for standard error, and what was shown there."""
    import json
    ours, theirs = pty.openpty()
    shown = []

    def read():
        while True:
            try:
                data = os.read(ours, 4096)
            except OSError:
                return
            if not data:
                return
            shown.append(data)

    reader = threading.Thread(target=read, daemon=True)
    reader.start()
    done = bench.run("check", "--format", "json", "--archive", "none", *options, "-", text=text, stderr=theirs)
    os.close(theirs)
    reader.join(2)
    return bench.valid(json.loads(done.stdout)), b"".join(shown).decode(errors="replace")
