# unittest: tests, and how one is run (`unittest/case.py`, `unittest/async_case.py`).


class SkipTest(Exception):
    pass


def skip(reason):
    def decorator(item):
        if not isinstance(item, type):

            @functools.wraps(item)
            def skipped(*args, **kwargs):
                raise SkipTest(reason)

            skipped.__unittest_skip__, skipped.__unittest_skip_why__ = True, reason
            return skipped
        item.__unittest_skip__, item.__unittest_skip_why__ = True, reason
        return item

    if callable(reason) and not isinstance(reason, str):
        item, reason = reason, ""
        return decorator(item)
    return decorator


def skipIf(condition, reason):
    return skip(reason) if condition else lambda item: item


def skipUnless(condition, reason):
    return skipIf(not condition, reason)


def expectedFailure(test_item):
    test_item.__unittest_expecting_failure__ = True
    return test_item


# What became of a test so far.
class Outcome:
    def __init__(self, result):
        self.result = result
        self.success = True
        self.expecting_failure = False
        self.expected_failure = None


# Runs a part of a test, and tells the result what went wrong.
class Part:
    def __init__(self, outcome, test, is_subtest=False):
        self.outcome = outcome
        self.test = test
        self.is_subtest = is_subtest

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        outcome, test = self.outcome, self.test
        if kind is None:
            if self.is_subtest:
                outcome.result.addSubTest(test.test_case, test, None)
            return True
        if issubclass(kind, KeyboardInterrupt):
            return False
        if issubclass(kind, SkipTest):
            outcome.success = False
            outcome.result.addSkip(test, str(error))
        elif outcome.expecting_failure:
            outcome.expected_failure = (kind, error, trace)
        else:
            outcome.success = False
            if self.is_subtest:
                outcome.result.addSubTest(test.test_case, test, (kind, error, trace))
            elif issubclass(kind, test.failureException):
                outcome.result.addFailure(test, (kind, error, trace))
            else:
                outcome.result.addError(test, (kind, error, trace))
        return True


def enter_context(cm, add_cleanup):
    cls = type(cm)
    try:
        enter, leave = cls.__enter__, cls.__exit__
    except AttributeError:
        name = f"{cls.__module__}.{cls.__qualname__}"
        raise TypeError(f"'{name}' object does not support the context manager protocol") from None
    result = enter(cm)
    add_cleanup(leave, cm, None, None, None)
    return result


def name_of_class(cls):
    return f"{cls.__module__}.{cls.__qualname__}"


class TestCase(Assertions):
    _class_cleanups = []

    def __init__(self, methodName="runTest"):
        self._testMethodName = methodName
        self._outcome = None
        self._cleanups = []
        self._subtest = None
        if getattr(self, methodName, None) is None and methodName != "runTest":
            raise ValueError(f"no such test method in {type(self)}: {methodName}")
        self._testMethodDoc = getattr(getattr(self, methodName, None), "__doc__", None)
        self._type_equality_funcs = {
            dict: "assertDictEqual",
            list: "assertListEqual",
            tuple: "assertTupleEqual",
            set: "assertSetEqual",
            frozenset: "assertSetEqual",
            str: "assertMultiLineEqual",
        }

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def addCleanup(self, function, /, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, cm):
        return enter_context(cm, self.addCleanup)

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        cls._class_cleanups = cls._class_cleanups + [(cls, function, args, kwargs)]

    @classmethod
    def enterClassContext(cls, cm):
        return enter_context(cm, cls.addClassCleanup)

    @classmethod
    def doClassCleanups(cls):
        cls.tearDown_exceptions = []
        cleanups, cls._class_cleanups = cls._class_cleanups, []
        for owner, function, args, kwargs in reversed(cleanups):
            try:
                function(*args, **kwargs)
            except Exception as error:
                cls.tearDown_exceptions.append((type(error), error, error.__traceback__))

    def countTestCases(self):
        return 1

    def defaultTestResult(self):
        return TestResult()

    def shortDescription(self):
        return self._testMethodDoc.strip().split("\n")[0].strip() if self._testMethodDoc else None

    def id(self):
        return f"{name_of_class(type(self))}.{self._testMethodName}"

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._testMethodName == other._testMethodName

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def __str__(self):
        return f"{self._testMethodName} ({self.id()})"

    def __repr__(self):
        return f"<{name_of_class(type(self))} testMethod={self._testMethodName}>"

    def skipTest(self, reason):
        raise SkipTest(reason)

    @contextlib.contextmanager
    def subTest(self, msg=..., **params):
        outer = self._subtest
        if self._outcome is None:
            yield
            return
        given = {**outer.params, **params} if outer is not None else params
        self._subtest = SubTest(self, msg, given)
        outcome = self._outcome
        before, outcome.success = outcome.success, True
        try:
            with Part(outcome, self._subtest, is_subtest=True):
                yield
            is_over = (
                outcome.expecting_failure
                and outcome.expected_failure
                or outcome.result.failfast
                and not outcome.success
            )
        finally:
            outcome.success = outcome.success and before
            self._subtest = outer
        if is_over:
            raise StopHere

    def _callSetUp(self):
        self.setUp()

    def _callTestMethod(self, method):
        if method() is not None:
            warn_of_value(method)

    def _callTearDown(self):
        self.tearDown()

    def _callCleanup(self, function, /, *args, **kwargs):
        function(*args, **kwargs)

    def why_skipped(self, method):
        for item in (type(self), method):
            if getattr(item, "__unittest_skip__", False):
                return getattr(type(self), "__unittest_skip_why__", "") or getattr(method, "__unittest_skip_why__", "")
        return None

    def run(self, result=None):
        is_own = result is None
        if is_own:
            result = self.defaultTestResult()
            result.startTestRun()
        method = getattr(self, self._testMethodName)
        why = self.why_skipped(method)
        # 3.12.1 does not count what is skipped as a whole.
        if why is None or __python__ != 12:
            result.startTest(self)
        try:
            if why is not None:
                result.addSkip(self, why)
                return result
            self.run_parts(method, Outcome(result))
            return result
        finally:
            result.stopTest(self)
            if is_own:
                result.stopTestRun()

    def run_parts(self, method, outcome):
        result = outcome.result
        is_to_fail = any([getattr(item, "__unittest_expecting_failure__", False) for item in (self, method)])
        began = time.perf_counter()
        self._outcome = outcome
        try:
            with Part(outcome, self):
                self._callSetUp()
            if outcome.success:
                outcome.expecting_failure = is_to_fail
                with Part(outcome, self):
                    try:
                        self._callTestMethod(method)
                    except StopHere:
                        pass
                outcome.expecting_failure = False
                with Part(outcome, self):
                    self._callTearDown()
            self.doCleanups()
            if __python__ >= 12:
                result.addDuration(self, time.perf_counter() - began)
            if not outcome.success:
                return
            if not is_to_fail:
                result.addSuccess(self)
            elif outcome.expected_failure:
                result.addExpectedFailure(self, outcome.expected_failure)
            else:
                result.addUnexpectedSuccess(self)
        finally:
            self._outcome = None

    def doCleanups(self):
        outcome = self._outcome or Outcome(TestResult())
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            with Part(outcome, self):
                self._callCleanup(function, *args, **kwargs)
        return outcome.success

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        method = getattr(self, self._testMethodName)
        why = self.why_skipped(method)
        if why is not None:
            raise SkipTest(why)
        self._callSetUp()
        self._callTestMethod(method)
        self._callTearDown()
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            self._callCleanup(function, *args, **kwargs)


# The rest of a test is left out.
class StopHere(Exception):
    pass


def warn_of_value(method):
    text = f"It is deprecated to return a value that is not None from a test case ({method})"
    warnings.warn(text, DeprecationWarning)


# Each test has a runner of its own, whose loop all of its coroutines share.
class IsolatedAsyncioTestCase(TestCase):
    loop_factory = None

    def __init__(self, methodName="runTest"):
        super().__init__(methodName)
        self._asyncioRunner = None
        self._asyncioTestContext = contextvars.copy_context()

    async def asyncSetUp(self):
        pass

    async def asyncTearDown(self):
        pass

    def addAsyncCleanup(self, func, /, *args, **kwargs):
        self.addCleanup(func, *args, **kwargs)

    async def enterAsyncContext(self, cm):
        cls = type(cm)
        try:
            enter, leave = cls.__aenter__, cls.__aexit__
        except AttributeError:
            name = f"{cls.__module__}.{cls.__qualname__}"
            raise TypeError(f"'{name}' object does not support the asynchronous context manager protocol") from None
        result = await enter(cm)
        self.addAsyncCleanup(leave, cm, None, None, None)
        return result

    def _callSetUp(self):
        self._asyncioRunner.get_loop()
        self._asyncioTestContext.run(self.setUp)
        self._callAsync(self.asyncSetUp)

    def _callTestMethod(self, method):
        if self._callMaybeAsync(method) is not None:
            warn_of_value(method)

    def _callTearDown(self):
        self._callAsync(self.asyncTearDown)
        self._asyncioTestContext.run(self.tearDown)

    def _callCleanup(self, function, *args, **kwargs):
        self._callMaybeAsync(function, *args, **kwargs)

    def _callAsync(self, func, /, *args, **kwargs):
        return self._asyncioRunner.run(func(*args, **kwargs), context=self._asyncioTestContext)

    def _callMaybeAsync(self, func, /, *args, **kwargs):
        if inspect.iscoroutinefunction(func):
            return self._callAsync(func, *args, **kwargs)
        return self._asyncioTestContext.run(func, *args, **kwargs)

    def set_up_runner(self):
        factory = self.loop_factory if __python__ >= 13 else None
        self._asyncioRunner = Runner(debug=True, loop_factory=factory)

    def run(self, result=None):
        self.set_up_runner()
        try:
            return super().run(result)
        finally:
            self._asyncioRunner.close()

    def debug(self):
        self.set_up_runner()
        super().debug()
        self._asyncioRunner.close()


class FunctionTestCase(TestCase):
    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._functions = (setUp, testFunc, tearDown)
        self._description = description

    def setUp(self):
        if self._functions[0] is not None:
            self._functions[0]()

    def tearDown(self):
        if self._functions[2] is not None:
            self._functions[2]()

    def runTest(self):
        self._functions[1]()

    def id(self):
        return self._functions[1].__name__

    def __str__(self):
        return f"{name_of_class(type(self))} ({self.id()})"

    def shortDescription(self):
        return self._description or None


class SubTest(TestCase):
    def __init__(self, test_case, message, params):
        super().__init__()
        self.test_case = test_case
        self._message = message
        self.params = params
        self.failureException = test_case.failureException

    def described(self):
        parts = [] if self._message is ... else [f"[{self._message}]"]
        if self.params:
            parts.append(f"({', '.join([f'{name}={value!r}' for name, value in self.params.items()])})")
        return " ".join(parts) or "(<subtest>)"

    def id(self):
        return f"{self.test_case.id()} {self.described()}"

    def shortDescription(self):
        return self.test_case.shortDescription()

    def __str__(self):
        return f"{self.test_case} {self.described()}"
