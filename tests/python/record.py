"""Records anew what CPython prints, and when, for the programs in this folder: python3.13 tests/python/record.py

Each program runs on the virtual clock of src/referee/python, with nothing between tasks and their coroutines, to the end of the
interpreter. Beside it, in NAME.prints, comes one line a print, [nanoseconds, text], and a last one, [nanoseconds, null, outcome].
"""

import json
import pathlib
import subprocess
import sys

here = pathlib.Path(__file__).parent
referee = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else here.parents[1] / "src" / "referee" / "python"

for program in sorted(here.glob("*.py")):
    if program.name == pathlib.Path(__file__).name:
        continue
    command = [sys.executable, "-I", "-B", str(referee), "--prints", str(program)]
    events = map(json.loads, subprocess.run(command, capture_output=True, text=True, encoding="utf-8").stdout.splitlines())
    lines, ends = [], []
    for event in events:
        if event["event"] == "print":
            lines.append([event["t"], event["text"]])
        elif event["event"] == "end":
            ends.append([event["t"], None, event["outcome"]])
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines + ends)
    program.with_suffix(".prints").write_text(text, encoding="utf-8")
