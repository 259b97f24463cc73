# unittest: results, suites, loaders and runners (`unittest/result.py`, `suite.py`, `loader.py`, `runner.py`, `main.py`).


class TestResult:
    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failfast = False
        self.failures = []
        self.errors = []
        self.testsRun = 0
        self.skipped = []
        self.expectedFailures = []
        self.unexpectedSuccesses = []
        self.shouldStop = False
        self.buffer = False
        self.tb_locals = False
        if __python__ >= 12:
            self.collectedDurations = []

    def printErrors(self):
        pass

    def startTest(self, test):
        self.testsRun += 1

    def startTestRun(self):
        pass

    def stopTest(self, test):
        pass

    def stopTestRun(self):
        pass

    def stop_if_fast(self):
        if self.failfast:
            self.stop()

    def addError(self, test, err):
        self.errors.append((test, told(err)))
        self.stop_if_fast()

    def addFailure(self, test, err):
        self.failures.append((test, told(err)))
        self.stop_if_fast()

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self.stop_if_fast()
            kept = self.failures if issubclass(err[0], test.failureException) else self.errors
            kept.append((subtest, told(err)))

    def addSuccess(self, test):
        pass

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, told(err)))

    def addUnexpectedSuccess(self, test):
        self.unexpectedSuccesses.append(test)
        self.stop_if_fast()

    def addDuration(self, test, elapsed):
        self.collectedDurations.append((str(test), elapsed))

    def wasSuccessful(self):
        return not (self.failures or self.errors or self.unexpectedSuccesses)

    def stop(self):
        self.shouldStop = True

    def __repr__(self):
        counts = f"run={self.testsRun} errors={len(self.errors)} failures={len(self.failures)}"
        module = "unittest.result" if type(self) is TestResult else type(self).__module__
        return f"<{module}.{type(self).__qualname__} {counts}>"


def told(err):
    return "".join(traceback.format_exception(err[1]))


class LineStream:
    def __init__(self, stream):
        self.stream = stream

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def writeln(self, arg=None):
        self.stream.write((arg or "") + "\n")


class TextTestResult(TestResult):
    separator1 = "=" * 70
    separator2 = "-" * 70

    def __init__(self, stream, descriptions, verbosity, *, durations=None):
        super().__init__(stream, descriptions, verbosity)
        self.stream = stream
        self.showAll = verbosity > 1
        self.dots = verbosity == 1
        self.descriptions = descriptions
        self.durations = durations
        self._newline = True

    def getDescription(self, test):
        first_line = test.shortDescription()
        return f"{test}\n{first_line}" if self.descriptions and first_line else str(test)

    def startTest(self, test):
        super().startTest(test)
        if self.showAll:
            self.stream.write(f"{self.getDescription(test)} ... ")
            self._newline = False

    # What became of a test: a letter, or a word on the line of its name.
    def show(self, test, letter, status):
        if self.dots:
            self.stream.write(letter)
        if not self.showAll:
            return
        is_subtest = isinstance(test, SubTest)
        if is_subtest or self._newline:
            if not self._newline:
                self.stream.writeln()
            self.stream.write(f"{'  ' if is_subtest else ''}{self.getDescription(test)} ... ")
        self.stream.writeln(status)
        self._newline = True

    def addSubTest(self, test, subtest, err):
        if err is not None:
            is_failure = issubclass(err[0], subtest.failureException)
            self.show(subtest, "F" if is_failure else "E", "FAIL" if is_failure else "ERROR")
        super().addSubTest(test, subtest, err)

    def addSuccess(self, test):
        super().addSuccess(test)
        self.show(test, ".", "ok")

    def addError(self, test, err):
        super().addError(test, err)
        self.show(test, "E", "ERROR")

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.show(test, "F", "FAIL")

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.show(test, "s", f"skipped {reason!r}")

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self.show(test, "x", "expected failure")

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self.show(test, "u", "unexpected success")

    def printErrors(self):
        if self.dots or self.showAll:
            self.stream.writeln()
        self.printErrorList("ERROR", self.errors)
        self.printErrorList("FAIL", self.failures)
        if self.unexpectedSuccesses:
            self.stream.writeln(self.separator1)
            for test in self.unexpectedSuccesses:
                self.stream.writeln(f"UNEXPECTED SUCCESS: {self.getDescription(test)}")

    def printErrorList(self, flavour, errors):
        for test, err in errors:
            self.stream.writeln(self.separator1)
            self.stream.writeln(f"{flavour}: {self.getDescription(test)}")
            self.stream.writeln(self.separator2)
            self.stream.writeln(err)


# A class that could not be set up or torn down, or that has no test of this name, told of as a test is.
class ErrorHolder:
    failureException = None

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def __str__(self):
        return self.id()

    def __repr__(self):
        return f"<ErrorHolder description={self.description!r}>"


class TestSuite:
    def __init__(self, tests=()):
        self._tests = []
        self.addTests(tests)

    def __iter__(self):
        return iter(self._tests)

    def __eq__(self, other):
        return list(self) == list(other) if type(other) is type(self) else NotImplemented

    def __repr__(self):
        return f"<unittest.suite.TestSuite tests={list(self)}>"

    def countTestCases(self):
        return sum([test.countTestCases() for test in self])

    def addTest(self, test):
        if not callable(test):
            raise TypeError(f"{test!r} is not callable")
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError("tests must be an iterable of tests, not a string")
        for test in tests:
            self.addTest(test)

    # All tests, in order, out of the suites inside this one.
    def flat(self):
        return [inner for test in self for inner in (test.flat() if isinstance(test, TestSuite) else [test])]

    def run(self, result, debug=False):
        before, is_ready = None, True
        for test in self.flat():
            if result.shouldStop:
                break
            if type(test) is not before:
                tear_down_class(before, is_ready, result)
                before, is_ready = type(test), set_up_class(type(test), result)
            if is_ready:
                test(result)
        tear_down_class(before, is_ready, result)
        return result

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        for test in self.flat():
            test.debug()


def told_of_class(cls, what, error, result):
    if isinstance(error, SkipTest):
        result.addSkip(ErrorHolder(f"{what} ({name_of_class(cls)})"), str(error))
    else:
        result.addError(ErrorHolder(f"{what} ({name_of_class(cls)})"), (type(error), error, error.__traceback__))


def set_up_class(cls, result):
    if getattr(cls, "__unittest_skip__", False) or not hasattr(cls, "setUpClass"):
        return True
    try:
        cls.setUpClass()
    except Exception as error:
        told_of_class(cls, "setUpClass", error, result)
        clean_class(cls, "setUpClass", result)
        return False
    return True


def clean_class(cls, what, result):
    cls.doClassCleanups()
    for kind, error, trace in cls.tearDown_exceptions:
        told_of_class(cls, what, error, result)


def tear_down_class(cls, is_ready, result):
    if cls is None or not is_ready or getattr(cls, "__unittest_skip__", False) or not hasattr(cls, "tearDownClass"):
        return
    try:
        cls.tearDownClass()
    except Exception as error:
        told_of_class(cls, "tearDownClass", error, result)
    clean_class(cls, "tearDownClass", result)


class TestLoader:
    testMethodPrefix = "test"
    suiteClass = TestSuite

    def getTestCaseNames(self, testCaseClass):
        names = [name for name in dir(testCaseClass) if name.startswith(self.testMethodPrefix)]
        return sorted([name for name in names if callable(getattr(testCaseClass, name))])

    def loadTestsFromTestCase(self, testCaseClass):
        names = self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, "runTest"):
            names = ["runTest"]
        return self.suiteClass([testCaseClass(name) for name in names])

    # The module is the script itself.
    def loadTestsFromModule(self, module=None, *, pattern=None):
        known = globals()
        found = [known[name] for name in sorted(known)]
        classes = [one for one in found if isinstance(one, type) and issubclass(one, TestCase)]
        own = [one for one in classes if one not in (TestCase, IsolatedAsyncioTestCase, FunctionTestCase)]
        return self.suiteClass([self.loadTestsFromTestCase(cls) for cls in own])

    def loadTestsFromName(self, name, module=None):
        cls, _, method = name.partition(".")
        known = globals()
        if cls not in known:
            raise AttributeError(f"module '__main__' has no attribute {cls!r}")
        return self.suiteClass([known[cls](method)]) if method else self.loadTestsFromTestCase(known[cls])

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])


defaultTestLoader = TestLoader()


class TextTestRunner:
    resultclass = TextTestResult

    def __init__(
        self,
        stream=None,
        descriptions=True,
        verbosity=1,
        failfast=False,
        buffer=False,
        resultclass=None,
        warnings=None,
        *,
        tb_locals=False,
        durations=None,
    ):
        self.stream = LineStream(sys.stderr if stream is None else stream)
        self.descriptions = descriptions
        self.verbosity = verbosity
        self.failfast = failfast
        if resultclass is not None:
            self.resultclass = resultclass

    def _makeResult(self):
        return self.resultclass(self.stream, self.descriptions, self.verbosity)

    def run(self, test):
        result = self._makeResult()
        result.failfast = self.failfast
        began = time.perf_counter()
        result.startTestRun()
        try:
            test(result)
        finally:
            result.stopTestRun()
        took = time.perf_counter() - began
        result.printErrors()
        if hasattr(result, "separator2"):
            self.stream.writeln(result.separator2)
        count = result.testsRun
        self.stream.writeln(f"Ran {count} test{'' if count == 1 else 's'} in {took:.3f}s")
        self.stream.writeln()
        counts = []
        if not result.wasSuccessful():
            word = "FAILED"
            counts = [("failures", result.failures), ("errors", result.errors)]
        elif __python__ >= 12 and count == 0 and not result.skipped:
            word = "NO TESTS RAN"
        else:
            word = "OK"
        counts += [("skipped", result.skipped), ("expected failures", result.expectedFailures)]
        counts.append(("unexpected successes", result.unexpectedSuccesses))
        told = ", ".join([f"{name}={len(tests)}" for name, tests in counts if tests])
        self.stream.writeln(f"{word} ({told})" if told else word)
        return result


class TestProgram:
    def __init__(
        self,
        module="__main__",
        defaultTest=None,
        argv=None,
        testRunner=None,
        testLoader=defaultTestLoader,
        exit=True,
        verbosity=1,
        failfast=None,
        catchbreak=None,
        buffer=None,
        warnings=None,
        *,
        tb_locals=False,
        durations=None,
    ):
        names = [word for word in (argv or [])[1:] if not word.startswith("-")]
        if any([word in ("-v", "--verbose") for word in (argv or [])[1:]]):
            verbosity = 2
        if not names and defaultTest is not None:
            names = [defaultTest] if isinstance(defaultTest, str) else list(defaultTest)
        self.test = testLoader.loadTestsFromNames(names) if names else testLoader.loadTestsFromModule()
        runner = TextTestRunner if testRunner is None else testRunner
        if isinstance(runner, type):
            runner = runner(verbosity=verbosity, failfast=bool(failfast))
        self.result = runner.run(self.test)
        if exit:
            if __python__ >= 12 and self.result.testsRun == 0 and not self.result.skipped:
                raise SystemExit(5)
            is_failure = not self.result.wasSuccessful()
            raise SystemExit(int(is_failure) if __python__ >= 12 else is_failure)


main = TestProgram
