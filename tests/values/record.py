"""Records CPython's answers to the expressions of answers.tsv anew: python3.13 tests/values/record.py

A line is an expression, a tab, and its repr or what it raises. Lines that begin with "# " are headings.
"""

import math
import pathlib

path = pathlib.Path(__file__).with_name("answers.tsv")


def answer(expression: str) -> str:
    try:
        return repr(eval(expression, {"math": math}))
    except Exception as error:
        return f"{type(error).__name__}: {error}"


lines = path.read_text(encoding="utf-8").splitlines()
expressions = [line.split("\t")[0] for line in lines]
recorded = [line if line.startswith("# ") or not line else f"{line}\t{answer(line)}" for line in expressions]
path.write_text("\n".join(recorded) + "\n", encoding="utf-8")
