# unittest: what tests assert, in the words of CPython's messages (`unittest/case.py`).

MAX_LENGTH = 80


def safe_repr(value, short=False):
    try:
        text = repr(value)
    except Exception:
        text = object.__repr__(value)
    return text if not short or len(text) < MAX_LENGTH else text[:MAX_LENGTH] + " [truncated]..."


# The middle of a text that is too long, from both of its ends.
def shortened(text, before, behind):
    skipped = len(text) - before - behind
    return f"{text[:before]}[{skipped} chars]{text[len(text) - behind:]}" if skipped > 12 else text


# Two values, without most of what they begin with alike.
def common_shorten_repr(first, second):
    texts = [safe_repr(first), safe_repr(second)]
    longest = max([len(text) for text in texts])
    if longest <= MAX_LENGTH:
        return tuple(texts)
    alike = 0
    for one, other in zip(texts[0], texts[1]):
        if one != other:
            break
        alike += 1
    prefix = texts[0][:alike]
    common = MAX_LENGTH - (longest - alike) - 17
    if common > 5:
        prefix = shortened(prefix, 5, common)
        return tuple([prefix + text[alike:] for text in texts])
    prefix = shortened(prefix, 5, 5)
    return tuple([prefix + shortened(text[alike:], MAX_LENGTH - 39, 5) for text in texts])


class Expecting:
    def __init__(self, expected, test_case, expected_regex=None):
        self.test_case = test_case
        self.expected = expected
        self.expected_regex = re.compile(expected_regex) if isinstance(expected_regex, str) else expected_regex
        self.obj_name = None
        self.msg = None

    def fail(self, standard):
        raise self.test_case.failureException(self.test_case._formatMessage(self.msg, standard))

    def names(self):
        expected = self.expected if isinstance(self.expected, tuple) else (self.expected,)
        name = getattr(self.expected, "__name__", None) or str(self.expected)
        return name if len(expected) == 1 else str(self.expected)

    def handle(self, name, args, kwargs):
        expected = self.expected if isinstance(self.expected, tuple) else (self.expected,)
        if not all([isinstance(one, type) and issubclass(one, self.BASE) for one in expected]):
            raise TypeError(f"{name}() arg 1 must be {self.MUST_BE}")
        if not args:
            self.msg = kwargs.pop("msg", None)
            if kwargs:
                raise TypeError(f"{next(iter(kwargs))!r} is an invalid keyword argument for this function")
            return self
        function, *args = args
        self.obj_name = getattr(function, "__name__", None) or str(function)
        with self:
            function(*args, **kwargs)

    def not_seen(self, what):
        self.fail(f"{self.names()} not {what}" + (f" by {self.obj_name}" if self.obj_name else ""))

    def check(self, text):
        if self.expected_regex is not None and not self.expected_regex.search(text):
            self.fail(f'"{self.expected_regex.pattern}" does not match "{text}"')


class AssertRaises(Expecting):
    BASE = BaseException
    MUST_BE = "an exception type or tuple of exception types"

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if kind is None:
            self.not_seen("raised")
        if not issubclass(kind, self.expected):
            return False
        self.exception = error.with_traceback(None)
        self.check(str(error))
        return True


class AssertWarns(Expecting):
    BASE = Warning
    MUST_BE = "a warning class or tuple of warning classes"

    def __enter__(self):
        self.recording = warnings.catch_warnings(record=True)
        self.warnings = self.recording.__enter__()
        warnings.simplefilter("always", self.expected if isinstance(self.expected, type) else Warning)
        return self

    def __exit__(self, kind, error, trace):
        self.recording.__exit__(kind, error, trace)
        if kind is not None:
            return
        first = None
        for seen in self.warnings:
            if isinstance(seen.message, self.expected):
                first = first or seen.message
                if self.expected_regex is None or self.expected_regex.search(str(seen.message)):
                    self.warning, self.filename, self.lineno = seen.message, seen.filename, seen.lineno
                    return
        if first is not None:
            self.check(str(first))
        self.not_seen("triggered")


class Watcher:
    def __init__(self):
        self.records = []
        self.output = []


class WatchingHandler(logging.Handler):
    def __init__(self):
        super().__init__()
        self.watcher = Watcher()

    def emit(self, record):
        self.watcher.records.append(record)
        self.watcher.output.append(self.format(record))


class AssertLogs:
    def __init__(self, test_case, logger, level, no_logs):
        self.test_case = test_case
        self.logger = logger if isinstance(logger, logging.Logger) else logging.getLogger(logger)
        self.logger_name = self.logger.name
        self.level = getattr(logging, level) if isinstance(level, str) else level or logging.INFO
        self.no_logs = no_logs

    def __enter__(self):
        handler = WatchingHandler()
        handler.setLevel(self.level)
        handler.setFormatter(logging.Formatter("%(levelname)s:%(name)s:%(message)s"))
        self.watcher = handler.watcher
        self.before = (self.logger.handlers[:], self.logger.level, self.logger.propagate)
        self.logger.handlers = [handler]
        self.logger.setLevel(self.level)
        self.logger.propagate = False
        return None if self.no_logs else handler.watcher

    def __exit__(self, kind, error, trace):
        self.logger.handlers, level, self.logger.propagate = self.before
        self.logger.setLevel(level)
        if kind is not None:
            return False
        level = logging.getLevelName(self.level)
        if self.no_logs and self.watcher.records:
            self.fail(f"Unexpected logs found: {self.watcher.output!r}")
        if not self.no_logs and not self.watcher.records:
            self.fail(f"no logs of level {level} or higher triggered on {self.logger.name}")

    def fail(self, standard):
        raise self.test_case.failureException(self.test_case._formatMessage(None, standard))


class Assertions:
    failureException = AssertionError
    longMessage = True
    maxDiff = 80 * 8

    def addTypeEqualityFunc(self, typeobj, function):
        self._type_equality_funcs[typeobj] = function

    def _formatMessage(self, msg, standardMsg):
        if not self.longMessage:
            return msg or standardMsg
        return standardMsg if msg is None else f"{standardMsg} : {msg}"

    def _truncateMessage(self, message, diff):
        if self.maxDiff is None or len(diff) <= self.maxDiff:
            return message + diff
        return message + f"\nDiff is {len(diff)} characters long. Set self.maxDiff to None to see it."

    def fail(self, msg=None):
        raise self.failureException(msg)

    def must(self, is_so, msg, standard):
        if not is_so:
            raise self.failureException(self._formatMessage(msg, standard()))

    def assertTrue(self, expr, msg=None):
        self.must(expr, msg, lambda: f"{safe_repr(expr)} is not true")

    def assertFalse(self, expr, msg=None):
        self.must(not expr, msg, lambda: f"{safe_repr(expr)} is not false")

    def assertRaises(self, expected_exception, *args, **kwargs):
        return AssertRaises(expected_exception, self).handle("assertRaises", args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        expecting = AssertRaises(expected_exception, self, expected_regex)
        return expecting.handle("assertRaisesRegex", args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        return AssertWarns(expected_warning, self).handle("assertWarns", args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        expecting = AssertWarns(expected_warning, self, expected_regex)
        return expecting.handle("assertWarnsRegex", args, kwargs)

    def assertLogs(self, logger=None, level=None):
        return AssertLogs(self, logger, level, False)

    def assertNoLogs(self, logger=None, level=None):
        return AssertLogs(self, logger, level, True)

    def assertEqual(self, first, second, msg=None):
        by_type = self._type_equality_funcs.get(type(first)) if type(first) == type(second) else None
        if isinstance(by_type, str):
            by_type = getattr(self, by_type)
        if by_type is not None:
            by_type(first, second, msg=msg)
        else:
            self.must(first == second, msg, lambda: "%s != %s" % common_shorten_repr(first, second))

    def assertNotEqual(self, first, second, msg=None):
        self.must(first != second, msg, lambda: f"{safe_repr(first)} == {safe_repr(second)}")

    # How far two numbers are from each other, in words; `None` where they are near.
    def distance(self, first, second, places, delta):
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        apart = abs(first - second)
        if delta is not None:
            return apart <= delta, f"within {safe_repr(delta)} delta ({safe_repr(apart)} difference)"
        places = 7 if places is None else places
        return round(apart, places) == 0, f"within {places!r} places ({safe_repr(apart)} difference)"

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        is_near, words = self.distance(first, second, places, delta)
        self.must(is_near, msg, lambda: f"{safe_repr(first)} != {safe_repr(second)} {words}")

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        is_near, words = self.distance(first, second, places, delta)
        if delta is None:
            words = words.partition(" (")[0]
        text = f"{safe_repr(first)} == {safe_repr(second)} {words}"
        self.must(first != second and not is_near, msg, lambda: text)

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        kind = "sequence"
        if seq_type is not None:
            kind = seq_type.__name__
            for place, each in (("First", seq1), ("Second", seq2)):
                if not isinstance(each, seq_type):
                    raise self.failureException(f"{place} sequence is not a {kind}: {safe_repr(each)}")
        if seq1 == seq2:
            return
        words = "%ss differ: %s != %s\n" % ((kind.capitalize(),) + common_shorten_repr(seq1, seq2))
        sizes = (len(seq1), len(seq2))
        for at, (one, other) in enumerate(zip(seq1, seq2)):
            if one != other:
                words += f"\nFirst differing element {at}:\n" + "%s\n%s\n" % common_shorten_repr(one, other)
                break
        else:
            if sizes[0] == sizes[1] and seq_type is None and type(seq1) != type(seq2):
                return
        if sizes[0] != sizes[1]:
            place, longer, size = ("First", seq1, sizes[1]) if sizes[0] > sizes[1] else ("Second", seq2, sizes[0])
            words += f"\n{place} {kind} contains {abs(sizes[0] - sizes[1])} additional elements.\n"
            words += f"First extra element {size}:\n{safe_repr(longer[size])}\n"
        lines = [pprint.pformat(each).splitlines() for each in (seq1, seq2)]
        words = self._truncateMessage(words, "\n" + "\n".join(difflib.ndiff(lines[0], lines[1])))
        self.fail(self._formatMessage(msg, words))

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        only = [(place, one - other) for place, one, other in (("first", set1, set2), ("second", set2, set1))]
        lines = []
        for place, items in only:
            if items:
                lines.append(f"Items in the {place} set but not the {'second' if place == 'first' else 'first'}:")
                lines.extend([repr(item) for item in items])
        self.must(not lines, msg, lambda: "\n".join(lines))

    def assertDictEqual(self, d1, d2, msg=None):
        for place, each in (("First", d1), ("Second", d2)):
            self.assertIsInstance(each, dict, f"{place} argument is not a dictionary")
        if d1 != d2:
            lines = [pprint.pformat(each).splitlines() for each in (d1, d2)]
            words = "%s != %s" % common_shorten_repr(d1, d2)
            words = self._truncateMessage(words, "\n" + "\n".join(difflib.ndiff(lines[0], lines[1])))
            self.fail(self._formatMessage(msg, words))

    def assertMultiLineEqual(self, first, second, msg=None):
        for place, each in (("First", first), ("Second", second)):
            self.assertIsInstance(each, str, f"{place} argument is not a string")
        if first == second:
            return
        lines = [first.splitlines(keepends=True), second.splitlines(keepends=True)]
        if __python__ >= 12:
            is_open = [text[-1:] != "\n" for text in (first, second) if text]
            if any(is_open):
                lines = [(text + "\n" if text else text).splitlines(keepends=True) for text in (first, second)]
        elif len(lines[0]) == 1 and first.strip("\r\n") == first:
            lines = [[first + "\n"], [second + "\n"]]
        words = "%s != %s" % common_shorten_repr(first, second)
        words = self._truncateMessage(words, "\n" + "".join(difflib.ndiff(lines[0], lines[1])))
        self.fail(self._formatMessage(msg, words))

    def assertCountEqual(self, first, second, msg=None):
        rest, missing = list(second), []
        for item in first:
            if item in rest:
                rest.remove(item)
            else:
                missing.append(item)
        if not missing and not rest:
            return
        first, second, lines, told = list(first), list(second), [], []
        for item in missing + rest:
            if item not in told:
                told.append(item)
                lines.append(f"First has {first.count(item)}, Second has {second.count(item)}:  {item!r}")
        words = "Element counts were not equal:\n" + "\n".join(lines)
        self.fail(self._formatMessage(msg, words))

    def assertIn(self, member, container, msg=None):
        self.must(member in container, msg, lambda: f"{safe_repr(member)} not found in {safe_repr(container)}")

    def assertNotIn(self, member, container, msg=None):
        words = lambda: f"{safe_repr(member)} unexpectedly found in {safe_repr(container)}"
        self.must(member not in container, msg, words)

    def assertIs(self, expr1, expr2, msg=None):
        self.must(expr1 is expr2, msg, lambda: f"{safe_repr(expr1)} is not {safe_repr(expr2)}")

    def assertIsNot(self, expr1, expr2, msg=None):
        self.must(expr1 is not expr2, msg, lambda: f"unexpectedly identical: {safe_repr(expr1)}")

    def assertIsNone(self, obj, msg=None):
        self.must(obj is None, msg, lambda: f"{safe_repr(obj)} is not None")

    def assertIsNotNone(self, obj, msg=None):
        self.must(obj is not None, msg, lambda: "unexpectedly None")

    def assertIsInstance(self, obj, cls, msg=None):
        self.must(isinstance(obj, cls), msg, lambda: f"{safe_repr(obj)} is not an instance of {cls!r}")

    def assertNotIsInstance(self, obj, cls, msg=None):
        self.must(not isinstance(obj, cls), msg, lambda: f"{safe_repr(obj)} is an instance of {cls!r}")

    def assertLess(self, a, b, msg=None):
        self.must(a < b, msg, lambda: f"{safe_repr(a)} not less than {safe_repr(b)}")

    def assertLessEqual(self, a, b, msg=None):
        self.must(a <= b, msg, lambda: f"{safe_repr(a)} not less than or equal to {safe_repr(b)}")

    def assertGreater(self, a, b, msg=None):
        self.must(a > b, msg, lambda: f"{safe_repr(a)} not greater than {safe_repr(b)}")

    def assertGreaterEqual(self, a, b, msg=None):
        self.must(a >= b, msg, lambda: f"{safe_repr(a)} not greater than or equal to {safe_repr(b)}")

    def assertRegex(self, text, expected_regex, msg=None):
        pattern = re.compile(expected_regex) if isinstance(expected_regex, str) else expected_regex
        words = lambda: f"Regex didn't match: {pattern.pattern!r} not found in {text!r}"
        self.must(pattern.search(text), msg, words)

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        pattern = re.compile(unexpected_regex) if isinstance(unexpected_regex, str) else unexpected_regex
        found = pattern.search(text)
        if found:
            part = text[found.start() : found.end()]
            words = f"Regex matched: {part!r} matches {pattern.pattern!r} in {text!r}"
            raise self.failureException(self._formatMessage(msg, words))
