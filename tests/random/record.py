"""Records CPython's random numbers anew: python3 tests/random/record.py python3.11 python3.12 python3.13

draws.tsv: for each seed and call, the SHA-256 of the reprs of 1000 draws, one a line, the same of the draws with 13
digits, and the first ten in clear. They must be the same under all interpreters. The digits: CPython leaves logarithms
and their kin to the C library, and glibc's are the float next to the true number in all but one case of a thousand.
answers.tsv: expressions with what each interpreter says to them, in columns; one column where they agree.
Lines that begin with "# " are headings.
"""

import hashlib
import json
import pathlib
import random
import subprocess
import sys
import warnings

HERE = pathlib.Path(__file__).parent
DRAWS = 1000
SHOWN = 10
SEEDS = [0, -987654321, "kitchen"]
CALLS = [
    "random.random()",
    "random.uniform(2, 7)",
    "random.uniform(-1.5, 0.25)",
    "random.triangular()",
    "random.triangular(1, 10, 3)",
    "random.gauss(10, 2.5)",
    "random.gauss()",
    "random.normalvariate(-3, 0.5)",
    "random.normalvariate()",
    "random.expovariate(1.0)",
    "random.expovariate(1 / 7)",
    "random.lognormvariate(0, 0.25)",
    "random.paretovariate(3)",
    "random.weibullvariate(2, 1.5)",
    "random.vonmisesvariate(1, 4)",
    "random.gammavariate(9, 0.5)",
    "random.gammavariate(0.75, 2)",
    "random.gammavariate(1, 3)",
    "random.betavariate(2, 5)",
    "random.betavariate(0.5, 0.5)",
    "random.getrandbits(7)",
    "random.getrandbits(32)",
    "random.getrandbits(63)",
    "random.randint(1, 6)",
    "random.randint(-2**62, 2**62)",
    "random.randint(-9223372036854775807, 9223372036854775807)",
    "random.randrange(1000)",
    "random.randrange(10, 1000000007)",
    "random.randrange(0, 100, 7)",
    "random.randrange(100, -100, -3)",
    "random.choice(['soup', 'tea', 'cake'])",
    "random.choice('kitchen')",
    "random.choice(range(10, 100000, 7))",
    "random.choices(['soup', 'tea', 'cake'], k=3)",
    "random.choices('abcd', [10, 1, 0, 2.5], k=4)",
    "random.choices(range(3), cum_weights=[2, 3, 10], k=2)",
    "random.sample(range(12), 4)",
    "random.sample(range(100000), 6)",
    "random.sample(range(300), 60)",
    "random.sample(['x', 'y'], counts=[4, 3], k=3)",
    "shuffled(15)",
]


def shuffled(count):
    """The numbers below count in a random order."""
    items = list(range(count))
    random.shuffle(items)
    return items


def near(draw):
    """A draw with 13 digits."""
    return f"{draw:.12e}" if isinstance(draw, float) else repr(draw)


def digest(texts):
    """The hash of some lines."""
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()


def draws():
    """For each seed and call, the hashes of all draws and the first of them."""
    rows = []
    for seed in SEEDS:
        for call in CALLS:
            random.seed(seed)
            code = compile(call, "call", "eval")
            found = [eval(code) for _ in range(DRAWS)]
            first = "; ".join(map(repr, found[:SHOWN]))
            rows.append([repr(seed), call, digest(map(repr, found)), digest(map(near, found)), first])
    return rows


def answer(expression):
    """The repr of an expression, or what it raises; the generator is fresh."""
    random.seed(0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return repr(eval(expression))
    except Exception as error:
        return repr(f"{type(error).__name__}: {error}")


def main():
    """Ask every interpreter, and write what they say."""
    if sys.argv[1:] == ["--answer"]:
        expressions = json.load(sys.stdin)
        print(json.dumps({"draws": draws(), "answers": [answer(each) for each in expressions]}))
        return
    path = HERE / "answers.tsv"
    lines = path.read_text(encoding="utf-8").splitlines()
    is_expression = [bool(line) and not line.startswith("# ") for line in lines]
    expressions = [line.split("\t")[0] for line, holds in zip(lines, is_expression) if holds]
    said = []
    for interpreter in sys.argv[1:]:
        command = [interpreter, __file__, "--answer"]
        told = subprocess.run(command, input=json.dumps(expressions), capture_output=True, text=True, check=True)
        said.append(json.loads(told.stdout))
    assert all(each["draws"] == said[0]["draws"] for each in said), "interpreters draw different numbers"
    heading = f"# Seed, call, SHA-256 of {DRAWS} draws, the same with 13 digits, the first {SHOWN}\n"
    rows = "".join("\t".join(row) + "\n" for row in said[0]["draws"])
    (HERE / "draws.tsv").write_text(heading + rows, encoding="utf-8")
    answers = iter(zip(*(each["answers"] for each in said)))
    recorded = []
    for line, holds in zip(lines, is_expression):
        if holds:
            columns = next(answers)
            columns = columns[:1] if len(set(columns)) == 1 else columns
            line = "\t".join([line.split("\t")[0], *columns])
        recorded.append(line)
    path.write_text("\n".join(recorded) + "\n", encoding="utf-8")


main()
