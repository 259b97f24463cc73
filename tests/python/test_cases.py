import asyncio
import contextlib
import io
import logging
import sys
import unittest
import warnings


class Simple(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print("setUpClass")
        cls.addClassCleanup(print, "class cleanup")

    @classmethod
    def tearDownClass(cls):
        print("tearDownClass")

    def setUp(self):
        print("setUp", self.id())
        self.addCleanup(print, "cleanup", self._testMethodName)

    def tearDown(self):
        print("tearDown")

    def test_ok(self):
        """It works.

        More words."""
        self.assertEqual(1, 1)
        print(self.shortDescription(), str(self), repr(self))

    def test_fail(self):
        self.assertEqual([1, 2, 3], [1, 2, 4])

    def test_error(self):
        raise ValueError("boom")

    @unittest.skip("not now")
    def test_skipped(self):
        pass

    def test_skip_inside(self):
        self.skipTest("inside")

    @unittest.expectedFailure
    def test_expected(self):
        self.assertTrue(False)

    @unittest.expectedFailure
    def test_unexpected(self):
        pass

    def test_subtests(self):
        for i in range(4):
            with self.subTest("part", i=i):
                self.assertNotEqual(i % 2, 1, f"odd {i}")
        print("behind subtests")

    def test_raises(self):
        with self.assertRaises(ValueError) as cm:
            raise ValueError("x")
        print(repr(cm.exception))
        self.assertRaises(KeyError, {}.__getitem__, 3)
        with self.assertRaisesRegex(ValueError, "bad .*"):
            int("x")


MESSAGES = [
    ("assertTrue", 0),
    ("assertFalse", [1]),
    ("assertIs", 1, None),
    ("assertIsNot", None, None),
    ("assertIn", 3, [1, 2]),
    ("assertNotIn", 1, [1]),
    ("assertIsNone", 5),
    ("assertIsNotNone", None),
    ("assertIsInstance", 1, str),
    ("assertNotIsInstance", 1, int),
    ("assertLess", 2, 1),
    ("assertLessEqual", 2, 1),
    ("assertGreater", 1, 2),
    ("assertGreaterEqual", 1, 2),
    ("assertAlmostEqual", 1.0, 1.1),
    ("assertAlmostEqual", 1.0, 1.1, 3),
    ("assertNotAlmostEqual", 1.0, 1.0),
    ("assertRegex", "abc", "x+"),
    ("assertNotRegex", "abxxc", "x+"),
    ("assertCountEqual", [1, 2, 2], [2, 1, 3]),
    ("assertEqual", {"a": 1, "b": [1, 2]}, {"a": 2, "b": [1, 2]}),
    ("assertEqual", (1, 2), (1, 2, 3)),
    ("assertEqual", "one\ntwo\n", "one\nthree\n"),
    ("assertEqual", "abc", "abd"),
    ("assertEqual", "one\ntwo", "one\nthree"),
    ("assertEqual", "one\ntwo\n", "one\ntwo"),
    ("assertEqual", 3, "3"),
    ("assertEqual", list(range(60)), list(range(59)) + [61]),
    ("assertEqual", "x" * 200 + "a", "x" * 200 + "b"),
    ("assertNotEqual", 1, 1),
    ("assertSequenceEqual", [1, 2], (1, 3)),
    ("assertEqual", [], [1]),
    ("assertListEqual", [1], (1,)),
    ("assertDictEqual", {}, {"a": 1}),
    ("assertEqual", b"a" * 100, b"a" * 99),
]
case = Simple("test_ok")
for name, *args in MESSAGES:
    for message in (None, "mine"):
        try:
            getattr(case, name)(*args, msg=message)
            print(name, "passed")
        except AssertionError as e:
            print(name, str(e))
for call in [
    lambda: case.assertRaises(ValueError, int, 3),
    lambda: case.assertRaises((ValueError, KeyError), int),
    lambda: case.assertRaises(3, int),
    lambda: case.fail("why"),
    lambda: case.assertRaisesRegex(ValueError, "nope", int, "x"),
    lambda: case.assertAlmostEqual(1, 2, places=1, delta=3),
    lambda: Simple("nope"),
]:
    try:
        call()
        print("passed")
    except Exception as e:
        print(type(e).__name__, e)
try:
    with case.assertRaises(ValueError, msg="note"):
        pass
except AssertionError as e:
    print(e)
with case.assertWarns(UserWarning) as cm:
    warnings.warn("careful")
print(cm.warning)
with case.assertLogs("kitchen", level="INFO") as cm:
    logging.getLogger("kitchen").info("first %d", 1)
    logging.getLogger("kitchen.sub").error("second")
print(cm.output, [r.levelname for r in cm.records])
for run in ("assertLogs", "assertNoLogs"):
    try:
        with getattr(case, run)("kitchen", level="WARNING"):
            if run == "assertNoLogs":
                logging.getLogger("kitchen").error("seen")
    except AssertionError as e:
        print(e)


class Async(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        print("setUp", self._testMethodName)

    async def asyncSetUp(self):
        self.loop = asyncio.get_running_loop()
        self.lock = asyncio.Lock()
        print("asyncSetUp", self.loop.get_debug())

    async def asyncTearDown(self):
        print("asyncTearDown", self.loop is asyncio.get_running_loop())

    async def close(self, what):
        await asyncio.sleep(0)
        print("closed", what)

    async def test_lock(self):
        self.addAsyncCleanup(self.close, "lock")
        async with self.lock:
            self.assertTrue(self.lock.locked())
        self.assertEqual(asyncio.current_task().get_name(), "x")

    async def test_raises(self):
        with self.assertRaises(asyncio.TimeoutError):
            async with asyncio.timeout(0.01):
                await asyncio.sleep(1)
        with self.assertRaises(asyncio.CancelledError):
            t = asyncio.create_task(asyncio.sleep(1))
            t.cancel()
            await t

    async def test_context(self):
        @contextlib.asynccontextmanager
        async def manager():
            print("enter")
            yield 5
            print("exit")

        print(await self.enterAsyncContext(manager()))

    def test_sync(self):
        print("sync", asyncio.get_event_loop() is self.loop)

    async def test_error(self):
        await asyncio.sleep(0)
        raise KeyError("k")


def shown(result):
    print(result.testsRun, result.wasSuccessful())
    for kind in ("failures", "errors", "skipped", "expectedFailures"):
        print(kind, [(str(t), text.splitlines()[-1]) for t, text in getattr(result, kind)])
    print([str(t) for t in result.unexpectedSuccesses])


for cls in (Simple, Async):
    suite = unittest.defaultTestLoader.loadTestsFromTestCase(cls)
    print(suite.countTestCases(), [t._testMethodName for t in suite])
    stream = io.StringIO()
    result = unittest.TextTestRunner(stream=stream, verbosity=2).run(suite)
    shown(result)
    text = stream.getvalue()
    print(text[: text.index("=====")])
    print(text.splitlines()[-1])
result = unittest.TestResult()
Async("test_lock").run(result)
shown(result)
print(Async("test_sync").run().wasSuccessful())


class Broken(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise RuntimeError("no")

    def test_never(self):
        print("never")


result = unittest.TestResult()
unittest.TestSuite([Broken("test_never"), Simple("test_ok")]).run(result)
shown(result)
print(unittest.TestSuite([Broken("test_never")]), unittest.FunctionTestCase(shown))
stream = io.StringIO()
program = unittest.main(exit=False, argv=["x"], testRunner=unittest.TextTestRunner(stream=stream, verbosity=0))
print(program.result.testsRun, stream.getvalue().splitlines()[-1])
try:
    unittest.main(argv=["x", "Simple.test_ok"], testRunner=unittest.TextTestRunner(stream=io.StringIO()))
except SystemExit as e:
    print("exit", e.code)
