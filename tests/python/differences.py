# difflib, reprlib and fnmatch: what differs, what is too long, and what is like a pattern.
import asyncio
import difflib
import fnmatch
import random
import reprlib
from collections import deque


def tried(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


async def edit(name, lines, number):
    dice = random.Random(number)
    changed = list(lines)
    for _ in range(3):
        await asyncio.sleep(dice.random())
        at = dice.randrange(len(changed))
        changed[at] = changed[at].replace("o", "oo", 1)
    changed.insert(dice.randrange(len(changed)), f"by {name}\n")
    return changed


async def edited():
    lines = [
        f"{word}\n" for word in ("two soups", "one cake", "no tea", "more bread", "some salt", "a pot", "", "forks")
    ]
    for number, changed in enumerate(
        await asyncio.gather(*(edit(f"cook {number}", lines, number) for number in range(3)))
    ):
        print("".join(difflib.unified_diff(lines, changed, "before", "after", n=1)))
        print("".join(difflib.context_diff(lines, changed, "before", "after", "today", "tomorrow", n=0)))
        delta = list(difflib.ndiff(lines, changed))
        print("".join(delta))
        print(list(difflib.restore(delta, 1)) == lines, list(difflib.restore(delta, 2)) == changed)


def compared():
    for left, right in (
        ("abcd", "bcde"),
        ("qabxcd", "abycdf"),
        ("", ""),
        ([1, 2, 3], [3, 2, 1]),
        ("private x", "private volatile x"),
    ):
        for junk in (None, lambda one: one == " "):
            matcher = difflib.SequenceMatcher(junk, left, right)
            print(matcher.ratio(), matcher.quick_ratio(), matcher.real_quick_ratio(), matcher.get_opcodes())
            print(matcher.get_matching_blocks(), list(matcher.get_grouped_opcodes(1)))
    print(difflib.get_close_matches("appel", ["ape", "apple", "peach", "puppy"]))
    print(difflib.get_close_matches("whel", ["while", "wheel", "when", "hello"], n=2, cutoff=0.5))
    dice = random.Random(5)
    left, right = ([str(dice.randrange(30)) for _ in range(250)] for _ in range(2))
    print(
        difflib.SequenceMatcher(None, left, right).ratio(),
        difflib.SequenceMatcher(None, left, right, autojunk=False).ratio(),
    )
    for wrong in (
        lambda: difflib.get_close_matches("x", ["a"], n=0),
        lambda: difflib.get_close_matches("x", ["a"], cutoff=2),
        lambda: list(difflib.unified_diff([1], ["a"])),
        lambda: list(difflib.restore([], 3)),
    ):
        print(tried(wrong))


class Pot:
    def __init__(self):
        self.inside = []

    @reprlib.recursive_repr()
    def __repr__(self):
        return f"Pot({self.inside!r})"


class Short(reprlib.Repr):
    def repr_Pot(self, pot, level):
        return "a pot"


def cut():
    values = [
        list(range(10)),
        (1,),
        "x" * 50,
        10**60,
        {n: n for n in range(8)},
        set(),
        frozenset(range(9)),
        deque(range(9)),
        3.14,
    ]
    values += [[[[[[[[1]]]]]]], {"a": [1, {"b": (1, 2, 3, 4, 5, 6, 7)}]}, 'it\'s "q"' * 5]
    for value in values:
        print(reprlib.repr(value))
    pot = Pot()
    pot.inside += [pot, Pot()]
    print(pot, reprlib.repr([pot] * 9), Short().repr([pot, 1]))
    short = reprlib.Repr()
    short.maxlist, short.maxstring, short.maxlevel = 2, 10, 2
    print(short.repr([1, 2, 3]), short.repr("abcdefghijklmnop"), short.repr([[[[1]]]]), short.repr({1: {2: {3: 4}}}))


def patterns():
    for name in ("a.txt", "b.py", "abc", "[x]", "a-b", "A.TXT", "!", "]", "file10.log", ""):
        kinds = [
            "*",
            "*.txt",
            "?.py",
            "[a-c]*",
            "[!a-c]*",
            "[[]x]",
            "[]]",
            "a[",
            "[z-a]*",
            "a?b",
            "*[0-9].log",
            "[a-c-]*",
            "",
        ]
        print(name, [kind for kind in kinds if fnmatch.fnmatch(name, kind)])
    print(fnmatch.filter(["a.txt", "b.py", "c.txt"], "*.txt"), fnmatch.fnmatchcase("ABC", "a*"))


asyncio.run(edited())
compared()
cut()
patterns()
