# difflib: what two sequences have in common, and how one becomes the other.

Match = collections.namedtuple("Match", "a b size")


def ratio_of(common, length):
    return 2.0 * common / length if length else 1.0


class SequenceMatcher:
    def __init__(self, isjunk=None, a="", b="", autojunk=True):
        self.isjunk = isjunk
        self.autojunk = autojunk
        self.a = self.b = None
        self.set_seqs(a, b)

    def set_seqs(self, a, b):
        self.set_seq1(a)
        self.set_seq2(b)

    def set_seq1(self, a):
        if a is not self.a:
            self.a = a
            self.matching_blocks = self.opcodes = None

    def set_seq2(self, b):
        if b is self.b:
            return
        self.b = b
        self.matching_blocks = self.opcodes = self.fullbcount = None
        self.b2j = {}
        for place, item in enumerate(b):
            self.b2j.setdefault(item, []).append(place)
        self.bjunk = {item for item in self.b2j if self.isjunk(item)} if self.isjunk else set()
        for item in self.bjunk:
            del self.b2j[item]
        # In long sequences what is everywhere says little.
        self.bpopular = set()
        if self.autojunk and len(b) >= 200:
            most = len(b) // 100 + 1
            self.bpopular = {item for item, places in self.b2j.items() if len(places) > most}
        for item in self.bpopular:
            del self.b2j[item]

    # The longest stretch without junk, the first of these, made longer by what is equal around it: first what is no junk.
    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        a, b, places = self.a, self.b, self.b2j
        ahi = len(a) if ahi is None else ahi
        bhi = len(b) if bhi is None else bhi
        best_a, best_b, size = alo, blo, 0
        lengths = {}
        for at in range(alo, ahi):
            longer = {}
            for place in places.get(a[at], ()):
                if place >= bhi:
                    break
                if place >= blo:
                    length = longer[place] = lengths.get(place - 1, 0) + 1
                    if length > size:
                        best_a, best_b, size = at - length + 1, place - length + 1, length
            lengths = longer
        for is_junk in (False, True):
            while (
                best_a > alo
                and best_b > blo
                and (b[best_b - 1] in self.bjunk) is is_junk
                and a[best_a - 1] == b[best_b - 1]
            ):
                best_a, best_b, size = best_a - 1, best_b - 1, size + 1
            while (
                best_a + size < ahi
                and best_b + size < bhi
                and (b[best_b + size] in self.bjunk) is is_junk
                and a[best_a + size] == b[best_b + size]
            ):
                size += 1
        return Match(best_a, best_b, size)

    def get_matching_blocks(self):
        if self.matching_blocks is None:
            waiting, found = [(0, len(self.a), 0, len(self.b))], []
            while waiting:
                alo, ahi, blo, bhi = waiting.pop()
                at, place, size = self.find_longest_match(alo, ahi, blo, bhi)
                if size:
                    found.append((at, place, size))
                    if alo < at and blo < place:
                        waiting.append((alo, at, blo, place))
                    if at + size < ahi and place + size < bhi:
                        waiting.append((at + size, ahi, place + size, bhi))
            found.sort()
            joined = []
            for at, place, size in found:
                if joined and joined[-1][0] + joined[-1][2] == at and joined[-1][1] + joined[-1][2] == place:
                    joined[-1] = (joined[-1][0], joined[-1][1], joined[-1][2] + size)
                else:
                    joined.append((at, place, size))
            joined.append((len(self.a), len(self.b), 0))
            self.matching_blocks = [Match(*block) for block in joined]
        return self.matching_blocks

    def get_opcodes(self):
        if self.opcodes is None:
            self.opcodes = []
            at = place = 0
            for next_at, next_place, size in self.get_matching_blocks():
                if at < next_at or place < next_place:
                    tag = "insert" if at == next_at else "delete" if place == next_place else "replace"
                    self.opcodes.append((tag, at, next_at, place, next_place))
                at, place = next_at + size, next_place + size
                if size:
                    self.opcodes.append(("equal", next_at, at, next_place, place))
        return self.opcodes

    def get_grouped_opcodes(self, n=3):
        codes = self.get_opcodes() or [("equal", 0, 1, 0, 1)]
        tag, i1, i2, j1, j2 = codes[0]
        if tag == "equal":
            codes[0] = (tag, max(i1, i2 - n), i2, max(j1, j2 - n), j2)
        tag, i1, i2, j1, j2 = codes[-1]
        if tag == "equal":
            codes[-1] = (tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n))
        group = []
        for tag, i1, i2, j1, j2 in codes:
            if tag == "equal" and i2 - i1 > 2 * n:
                group.append((tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)))
                yield group
                group = []
                i1, j1 = max(i1, i2 - n), max(j1, j2 - n)
            group.append((tag, i1, i2, j1, j2))
        if group and not (len(group) == 1 and group[0][0] == "equal"):
            yield group

    def ratio(self):
        return ratio_of(sum([block.size for block in self.get_matching_blocks()]), len(self.a) + len(self.b))

    def quick_ratio(self):
        if self.fullbcount is None:
            self.fullbcount = {}
            for item in self.b:
                self.fullbcount[item] = self.fullbcount.get(item, 0) + 1
        left, common = {}, 0
        for item in self.a:
            count = left[item] if item in left else self.fullbcount.get(item, 0)
            left[item] = count - 1
            common += count > 0
        return ratio_of(common, len(self.a) + len(self.b))

    def real_quick_ratio(self):
        return ratio_of(min(len(self.a), len(self.b)), len(self.a) + len(self.b))

    # Whether the ratio is large enough, asked with little work first.
    def _reaches(self, is_enough):
        return is_enough(self.real_quick_ratio()) and is_enough(self.quick_ratio()) and is_enough(self.ratio())


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    if not n > 0:
        raise ValueError(f"n must be > 0: {n!r}")
    if not 0.0 <= cutoff <= 1.0:
        raise ValueError(f"cutoff must be in [0.0, 1.0]: {cutoff!r}")
    matcher, found = SequenceMatcher(), []
    matcher.set_seq2(word)
    for one in possibilities:
        matcher.set_seq1(one)
        if matcher._reaches(lambda ratio: ratio >= cutoff):
            found.append((matcher.ratio(), one))
    return [one for ratio, one in sorted(found, reverse=True)[:n]]


def IS_LINE_JUNK(line, pat=None):
    return line.strip() in ("", "#")


def IS_CHARACTER_JUNK(ch, ws=" \t"):
    return ch in ws


# Marks below a line, in which its own white space stays.
def kept_spaces(line, marks):
    kept = [one if mark == " " and one.isspace() else mark for one, mark in zip(line, marks)]
    return "".join(kept).rstrip()


class Differ:
    def __init__(self, linejunk=None, charjunk=None):
        self.linejunk = linejunk
        self.charjunk = charjunk

    def compare(self, a, b):
        for tag, i1, i2, j1, j2 in SequenceMatcher(self.linejunk, a, b).get_opcodes():
            if tag == "equal":
                yield from [f"  {line}" for line in a[i1:i2]]
            else:
                yield from self._replaced(a[i1:i2], b[j1:j2])

    # Lines that are taken out and others that come: those that are most alike are shown together.
    def _replaced(self, old, new):
        if not old or not new:
            yield from [f"- {line}" for line in old]
            yield from [f"+ {line}" for line in new]
            return
        best, pair, equal = 0.74, None, None
        matcher = SequenceMatcher(self.charjunk)
        for place, line in enumerate(new):
            matcher.set_seq2(line)
            for at, before in enumerate(old):
                if before == line:
                    equal = (at, place) if equal is None else equal
                    continue
                matcher.set_seq1(before)
                if matcher._reaches(lambda ratio: ratio > best):
                    best, pair = matcher.ratio(), (at, place)
        if best < 0.75:
            if equal is None:
                gone, come = [f"- {line}" for line in old], [f"+ {line}" for line in new]
                yield from come + gone if len(new) < len(old) else gone + come
                return
            pair = equal
        else:
            equal = None
        at, place = pair
        yield from self._replaced(old[:at], new[:place])
        if equal is None:
            yield from self._marked(matcher, old[at], new[place])
        else:
            yield f"  {old[at]}"
        yield from self._replaced(old[at + 1 :], new[place + 1 :])

    def _marked(self, matcher, old, new):
        above = below = ""
        matcher.set_seqs(old, new)
        for tag, i1, i2, j1, j2 in matcher.get_opcodes():
            signs = {"replace": "^^", "delete": "- ", "insert": " +", "equal": "  "}[tag]
            above += signs[0] * (i2 - i1)
            below += signs[1] * (j2 - j1)
        for sign, line, marks in (("-", old, kept_spaces(old, above)), ("+", new, kept_spaces(new, below))):
            yield f"{sign} {line}"
            if marks:
                yield f"? {marks}\n"


def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    return Differ(linejunk, charjunk).compare(a, b)


def restore(delta, which):
    if int(which) not in (1, 2):
        raise ValueError(f"unknown delta choice (must be 1 or 2): {which!r}")
    tag = "- " if int(which) == 1 else "+ "
    for line in delta:
        if line[:2] in ("  ", tag):
            yield line[2:]


def check_lines(a, b, *texts):
    for lines in (a, b):
        if lines and not isinstance(lines[0], str):
            raise TypeError(f"lines to compare must be str, not {type(lines[0]).__name__} ({lines[0]!r})")
    for text in texts:
        if not isinstance(text, str):
            raise TypeError(f"all arguments must be str, not: {text!r}")


def heads(first, second, fromfile, tofile, fromfiledate, tofiledate, lineterm):
    for sign, name, date in ((first, fromfile, fromfiledate), (second, tofile, tofiledate)):
        shown = f"\t{date}" if date else ""
        yield f"{sign} {name}{shown}{lineterm}"


def unified_range(start, stop):
    length = stop - start
    return f"{start + 1}" if length == 1 else f"{start + (length > 0)},{length}"


def unified_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    check_lines(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    is_first = True
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if is_first:
            yield from heads("---", "+++", fromfile, tofile, fromfiledate, tofiledate, lineterm)
            is_first = False
        old, new = unified_range(group[0][1], group[-1][2]), unified_range(group[0][3], group[-1][4])
        yield f"@@ -{old} +{new} @@{lineterm}"
        for tag, i1, i2, j1, j2 in group:
            if tag == "equal":
                yield from [" " + line for line in a[i1:i2]]
            else:
                yield from ["-" + line for line in a[i1:i2]]
                yield from ["+" + line for line in b[j1:j2]]


def context_range(start, stop):
    length = stop - start
    first = start + (length > 0)
    return f"{first}" if length <= 1 else f"{first},{first + length - 1}"


def context_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    check_lines(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    signs = {"insert": "+ ", "delete": "- ", "replace": "! ", "equal": "  "}
    is_first = True
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if is_first:
            yield from heads("***", "---", fromfile, tofile, fromfiledate, tofiledate, lineterm)
            is_first = False
        tags = [code[0] for code in group]
        yield f"***************{lineterm}"
        yield f"*** {context_range(group[0][1], group[-1][2])} ****{lineterm}"
        if "replace" in tags or "delete" in tags:
            for tag, i1, i2, j1, j2 in group:
                if tag != "insert":
                    yield from [signs[tag] + line for line in a[i1:i2]]
        yield f"--- {context_range(group[0][3], group[-1][4])} ----{lineterm}"
        if "replace" in tags or "insert" in tags:
            for tag, i1, i2, j1, j2 in group:
                if tag != "delete":
                    yield from [signs[tag] + line for line in b[j1:j2]]
