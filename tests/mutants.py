"""Changes programs at random and lets the referee compare what becomes of them: python3 tests/mutants.py 1 500 --interpreter 3.13

Each number from the first on is a seed, and makes one program: it takes a program of `tests/python` or a spec and changes it in
one to four places. It moves or repeats statements, puts awaits, cancellations, timeouts, groups, generators and managers in between or
around, changes numbers and primitives, or lets two programs run side by side. `kitchen-sim verify --prints` runs them. The same seed
is the same program, as long as the programs that it is made of stay the same.

Told are the programs that differ, with their files and the first prints that part, and how many were the same, refused or endless. A
mutant may meet what is documented as different (docs/semantics.md, docs/language.md); so this is a tool for whoever looks for errors, and no gate.
"""

import argparse
import ast
import collections
import copy
import pathlib
import random
import re
import subprocess
import textwrap

HOME = pathlib.Path(__file__).resolve().parents[1]
DELAYS = [0, 0, 0.1, 0.25, 0.5, 1, 2]
NUMBERS = [0, 1, 2, 3]
MOST_LETTERS = 9000
AT_ONCE = 20
DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
FIXED = (*DEFINITIONS, ast.Nonlocal, ast.Global, ast.Import, ast.ImportFrom)

# What mutants call; only those that a mutant names are put into it.
HELPERS = {
    "mut_through": "async def mut_through(x):\n    return await x",
    "mut_in_group": "async def mut_in_group(x):\n    async with asyncio.TaskGroup() as group:\n        return await x",
    "mut_by_group": """
        async def mut_by_group(x):
            async with asyncio.TaskGroup() as group:
                task = group.create_task(mut_through(x))
            return task.result()""",
    "mut_by_callback": """
        async def mut_by_callback(x):
            future = asyncio.get_running_loop().create_future()
            task = asyncio.ensure_future(x)
            task.add_done_callback(lambda done: future.done() or future.set_result(done))
            return (await future).result()""",
    "mut_swallowing": """
        async def mut_swallowing(x):
            task = asyncio.ensure_future(x)
            while not task.done():
                try:
                    await asyncio.shield(task)
                except asyncio.CancelledError as error:
                    print('SWALLOWED', error.args, asyncio.current_task().cancelling())
                except Exception as error:
                    print('PASSED', type(error).__name__)
            return task.result()""",
    "mut_uncancelling": """
        async def mut_uncancelling(x):
            try:
                return await x
            except asyncio.CancelledError:
                print('LEFT', asyncio.current_task().uncancel())
                await asyncio.sleep(0)
                raise""",
    "mut_locked": """
        async def mut_locked(x):
            lock = asyncio.Lock()
            async with lock:
                waiting = asyncio.create_task(lock.acquire())
                try:
                    return await x
                finally:
                    print('WAITS', waiting.cancel(), lock.locked())""",
    "mut_told": """
        async def mut_told(x):
            condition = asyncio.Condition()
            task = asyncio.ensure_future(x)
            async def tell(done):
                async with condition:
                    condition.notify_all()
            task.add_done_callback(lambda done: asyncio.ensure_future(tell(done)))
            async with condition:
                await condition.wait_for(task.done)
            return await task""",
    "mut_queued": """
        async def mut_queued(x):
            queue = asyncio.Queue(1)
            async def put():
                await queue.put(await x)
            task = asyncio.create_task(put())
            try:
                return await asyncio.wait_for(queue.get(), 5)
            finally:
                print('QUEUED', task.cancel(), queue.qsize())""",
    "mut_generated": """
        async def mut_generated(x):
            async def steps():
                try:
                    yield await x
                finally:
                    await asyncio.sleep(0)
                    print('GENERATED')
            async for step in steps():
                return step""",
    "mut_closed": """
        async def mut_closed(x):
            async def steps():
                try:
                    yield 1
                    yield await x
                finally:
                    print('CLOSED')
            generator = steps()
            print(await anext(generator))
            try:
                return await anext(generator)
            finally:
                await generator.aclose()""",
    "mut_at_barrier": """
        async def mut_at_barrier(x):
            barrier = asyncio.Barrier(2)
            async def meet():
                async with barrier as place:
                    print('PLACE', place)
            task = asyncio.create_task(meet())
            try:
                given = await x
                async with asyncio.timeout(2):
                    await barrier.wait()
                return given
            finally:
                print('BARRIER', barrier.broken, barrier.n_waiting, task.cancel())""",
    "mut_of_all": """
        async def mut_of_all(x):
            given = None
            for next_one in asyncio.as_completed([x, asyncio.sleep(0.25)], timeout=1):
                try:
                    given = await next_one or given
                except TimeoutError as error:
                    print('TOO LATE', error.args)
            return given""",
    "mut_shared": """
        async def mut_shared(x):
            task = asyncio.ensure_future(x)
            others = [asyncio.create_task(mut_through(task)) for _ in range(2)]
            try:
                return await task
            finally:
                print('SHARED', [other.cancel('shared') for other in others], task.cancelled())
                print([type(given).__name__ for given in await asyncio.gather(*others, return_exceptions=True)])""",
    "mut_driven": """
        def mut_driven(x):
            class Driven:
                def __await__(self):
                    coroutine = mut_through(x)
                    sent, error = None, None
                    while True:
                        try:
                            given = coroutine.throw(error) if error else coroutine.send(sent)
                        except StopIteration as stop:
                            return stop.value
                        try:
                            sent, error = (yield given), None
                        except BaseException as raised:
                            print('DRIVEN', type(raised).__name__)
                            error = raised
            return Driven()""",
    "mut_in_stack": """
        async def mut_in_stack(x):
            async with contextlib.AsyncExitStack() as stack:
                stack.push_async_callback(asyncio.sleep, 0)
                stack.push(lambda kind, error, traceback: print('PUSHED', kind and kind.__name__))
                task = await stack.enter_async_context(mut_managed(0))
                return await x""",
    "mut_traced": """
        async def mut_traced(x):
            try:
                return await x
            except BaseException as error:
                print('TRACED', [frame.name for frame in traceback.extract_tb(error.__traceback__)])
                error.add_note('traced')
                raise""",
    "mut_variable": "mut_variable = contextvars.ContextVar('mut_variable', default=0)",
    "MutAwaited": """
        class MutAwaited:
            def __init__(self, x):
                self.x = x
            def __await__(self):
                print('AWAITED')
                return (yield from self.x.__await__())""",
    "MutManager": """
        class MutManager:
            def __init__(self, swallows):
                self.swallows = swallows
            async def __aenter__(self):
                await asyncio.sleep(0)
                return self
            async def __aexit__(self, kind, error, traceback):
                print('EXIT', kind and kind.__name__, type(error.__context__).__name__ if error else None)
                await asyncio.sleep(0)
                return self.swallows""",
    "mut_managed": """
        @contextlib.asynccontextmanager
        async def mut_managed(wait):
            try:
                yield wait
            except Exception as error:
                print('MANAGED', type(error).__name__)
                raise
            finally:
                await asyncio.sleep(wait)
                print('LEFT')""",
    "mut_cancel_after": """
        async def mut_cancel_after(task, turns, wait, message):
            for _ in range(turns):
                await asyncio.sleep(wait)
            print('CANCELS', task.cancel(message), task.cancelling())""",
    "mut_told_of": """
        def mut_told_of(loop, context):
            print('HANDLER', context['message'][:60], type(context.get('exception')).__name__, sorted(context))""",
}

# Ways to await something else instead of `x`; `d` and `e` are delays.
AWAITS = """
    asyncio.wait_for({x}, {d})|asyncio.shield({x})|asyncio.create_task({x})|asyncio.gather({x})|asyncio.ensure_future({x})
    asyncio.gather({x}, return_exceptions=True)|asyncio.wait_for(asyncio.shield({x}), {d})|asyncio.Task(mut_through({x}))
    asyncio.gather(asyncio.shield({x}), asyncio.sleep({d}))|asyncio.gather({x}, {x}, return_exceptions=True)
    asyncio.wait([asyncio.ensure_future({x})], timeout={d})|next(iter(asyncio.as_completed([{x}, asyncio.sleep({d})])))
    asyncio.wait([asyncio.ensure_future({x}), asyncio.create_task(asyncio.sleep({d}))], return_when=asyncio.FIRST_COMPLETED)
    asyncio.wait([asyncio.ensure_future({x}), asyncio.create_task(asyncio.sleep({d}))], return_when=asyncio.FIRST_EXCEPTION)
    asyncio.wait_for(asyncio.gather({x}, asyncio.sleep({d})), {e})|asyncio.shield(asyncio.gather({x}))
    asyncio.wait_for(asyncio.wait_for({x}, {d}), {e})|asyncio.get_running_loop().create_task({x}, name='mut')
    mut_through({x})|mut_in_group({x})|mut_by_group({x})|mut_by_callback({x})|mut_swallowing({x})|mut_uncancelling({x})
    mut_locked({x})|mut_told({x})|mut_queued({x})|mut_generated({x})|mut_closed({x})|MutAwaited({x})
    asyncio.create_task(mut_swallowing({x}))|asyncio.wait_for(mut_swallowing({x}), {d})|asyncio.wait_for(mut_by_group({x}), {d})
    asyncio.gather(mut_uncancelling({x}), asyncio.sleep({d}))|asyncio.shield(mut_by_callback({x}))|mut_by_group(MutAwaited({x}))
    asyncio.create_task(mut_cancel_after(asyncio.ensure_future({x}), 2, {d}, 'turns'))|mut_by_group(mut_generated({x}))
    asyncio.wait_for(mut_queued({x}), {d})|asyncio.wait_for(mut_told({x}), {d})|asyncio.wait_for(mut_locked({x}), {d})
    mut_at_barrier({x})|mut_of_all({x})|mut_shared({x})|mut_driven({x})|mut_in_stack({x})|mut_traced({x})|mut_by_group(mut_traced({x}))
    asyncio.wait_for(mut_at_barrier({x}), {d})|asyncio.wait_for(mut_driven({x}), {d})|asyncio.wait_for(mut_shared({x}), {d})
    asyncio.create_task(mut_traced({x}), context=contextvars.copy_context())|asyncio.gather(mut_shared({x}), mut_traced(asyncio.sleep({d})))
    asyncio.wrap_future(asyncio.run_coroutine_threadsafe(mut_through({x}), asyncio.get_running_loop()))
    asyncio.shield(mut_uncancelling(mut_in_stack({x})))|asyncio.wait_for(mut_traced(mut_by_group({x})), {d})
    asyncio.wait_for({x}, None)|asyncio.to_thread(print, 'THREAD', ({x}) is None)
"""
# Blocks to put around some statements.
BLOCKS = """
    async with asyncio.TaskGroup() as mut_group:|async with asyncio.Lock():|async with asyncio.timeout({d}) as mut_timeout:
    async with asyncio.timeout(None) as mut_timeout:|with contextlib.suppress(BaseException):|async with asyncio.Semaphore(1):
    for mut_round in range(2):|async with contextlib.AsyncExitStack() as mut_stack:|async with MutManager(False):
    async with MutManager(True):|async with mut_managed({d}):|async with asyncio.timeout({d}):|async with asyncio.Condition():
    async with asyncio.timeout_at(asyncio.get_running_loop().time() + {d}):|async with contextlib.aclosing(mut_steps()) as mut_closing:
"""
# What a block's name is used for, as its first statement.
USES = {
    "mut_group": ["mut_group.create_task(asyncio.sleep({d}))", "mut_group.create_task(mut_cancel_after(asyncio.current_task(), 1, {d}, 'group'))"],
    "mut_timeout": ["mut_timeout.reschedule(asyncio.get_running_loop().time() + {d})", "print('WHEN', mut_timeout.expired())"],
    "mut_stack": ["mut_stack.callback(print, 'CALLBACK')", "mut_stack.push_async_callback(asyncio.sleep, {d})"],
    "mut_closing": ["print('CLOSING', await anext(mut_closing))"],
}
HELPERS["mut_steps"] = """
    async def mut_steps():
        try:
            yield 1
            yield 2
        finally:
            print('STEPS')
            await asyncio.sleep(0)"""
# Single statements to put anywhere.
STATEMENTS = """
    asyncio.current_task().cancel()|asyncio.current_task().cancel('mut')|asyncio.current_task().uncancel()
    asyncio.get_running_loop().call_later({d}, asyncio.current_task().cancel, 'late')
    asyncio.get_running_loop().call_soon(asyncio.current_task().cancel)
    [t.cancel('all') for t in asyncio.all_tasks() if t is not asyncio.current_task()]
    raise asyncio.CancelledError('mut')|raise KeyError('mut')|raise SystemExit('mut')|raise KeyboardInterrupt|raise StopAsyncIteration
    raise ExceptionGroup('mut', [KeyError(1), asyncio.TimeoutError(2)])|await asyncio.sleep({d})|await asyncio.sleep(0)|return
    mut_canceller = asyncio.create_task(mut_cancel_after(asyncio.current_task(), {n}, 0, 'turns'))
    mut_canceller = asyncio.create_task(mut_cancel_after(asyncio.current_task(), 1, {d}, 'later'))
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    asyncio.get_running_loop().set_exception_handler(mut_told_of)|asyncio.get_running_loop().set_debug(True)
    print('STATE', len(asyncio.all_tasks()), asyncio.current_task().cancelling())
    print('STATE', [t.done() for t in sorted(asyncio.all_tasks(), key=lambda t: t.get_name())])
    print('NAMES', sorted(t.get_name() for t in asyncio.all_tasks()))
    print('TIME', round(asyncio.get_running_loop().time(), 3))|print('HANDLED', repr(sys.exception()) if sys.version_info > (3, 12) else None)
    asyncio.get_running_loop().call_soon(print, 'SOON')|asyncio.get_running_loop().call_later({d}, print, 'LATER')
    asyncio.current_task().add_done_callback(lambda t: print('DONE', t.cancelled(), t.get_name()))
    await asyncio.gather(asyncio.sleep({d}), mut_cancel_after(asyncio.current_task(), 1, {d}, 'gather'))
    asyncio.create_task(asyncio.sleep({d}, 'lost')).add_done_callback(lambda t: print('LOST', t.cancelled() or t.result()))
    asyncio.get_running_loop().call_soon(lambda: 1 / 0)|gc.collect()|asyncio.get_running_loop().stop()
    mut_variable.set({n})|print('VARIABLE', mut_variable.get())|asyncio.get_running_loop().call_soon(mut_variable.set, {n})
    asyncio.current_task().set_name('mut')|print('NAME', asyncio.current_task().get_name(), asyncio.current_task().get_coro().__name__)
    asyncio.all_tasks().pop().cancel('popped')|mut_tasks = weakref.WeakSet(asyncio.all_tasks()); print('WEAK', len(mut_tasks))
    [print('COMPREHENDED', mut_item) async for mut_item in mut_steps()]|print('SUM', sum([mut_item async for mut_item in mut_steps() if mut_item]))
    mut_step = await anext(mut_steps())|mut_left = mut_steps(); print(await anext(mut_left))
"""
# Names to put in the place of others, within a line.
NAMES = """
    Lock Semaphore BoundedSemaphore Condition
    Queue LifoQueue PriorityQueue
    FIRST_COMPLETED FIRST_EXCEPTION ALL_COMPLETED
    ValueError KeyError RuntimeError TimeoutError CancelledError StopIteration KeyboardInterrupt SystemExit GeneratorExit Exception BaseException
    call_soon call_soon_threadsafe
    done cancelled
    notify notify_all
    create_task ensure_future
    get get_nowait join
    set clear is_set
    acquire release locked
    append appendleft pop
    send throw asend
    result exception done
    close aclose
    cancel cancelled uncancel
    set_result set_exception
    timeout timeout_at
    expired when
"""
RUNS = """
    asyncio.run({x}, debug=True)|asyncio.Runner().run({x})|asyncio.new_event_loop().run_until_complete({x})
    asyncio.Runner(debug=True).run({x})|asyncio.run({x}, loop_factory=asyncio.new_event_loop)
"""
HANDLERS = [
    "except {e} as mut_error:\n    print('MUT', type(mut_error).__name__, mut_error.args, type(mut_error.__context__).__name__, type(mut_error.__cause__).__name__)",
    "except {e} as mut_error:\n    await asyncio.sleep({d})\n    raise",
    "except {e} as mut_error:\n    raise KeyError('instead') from mut_error",
    "except {e}:\n    await asyncio.sleep({d})\n    print('AGAIN', asyncio.current_task().cancelling())",
    "except* {e} as mut_error:\n    print('GROUP', [type(error).__name__ for error in mut_error.exceptions])",
    "except {e} as mut_error:\n    print('TRACE', [frame.name for frame in traceback.extract_tb(mut_error.__traceback__)], mut_error.__suppress_context__)\n    raise",
    "except {e} as mut_error:\n    raise mut_error from None",
    "except {e} as mut_error:\n    raise ExceptionGroup('mut', [mut_error]) if isinstance(mut_error, Exception) else mut_error",
    "except {e} as mut_error:\n    mut_kept = mut_error\nelse:\n    print('ELSE')\nfinally:\n    await asyncio.sleep({d})",
    "finally:\n    return",
    "finally:\n    asyncio.current_task().cancel('finally')",
    "finally:\n    print('FIN')",
    "finally:\n    await asyncio.sleep({d})\n    print('FIN')",
    "finally:\n    print('FIN', await asyncio.wait_for(asyncio.sleep({d}, 'in time'), {d}))",
]
CAUGHT = ["BaseException", "BaseException", "Exception", "asyncio.CancelledError", "TimeoutError"]


def choices(table):
    return [choice for line in table.strip().splitlines() for choice in line.strip().split("|")]


AWAITS, BLOCKS, STATEMENTS, RUNS = map(choices, (AWAITS, BLOCKS, STATEMENTS, RUNS))
NAMES = [line.split() for line in NAMES.strip().splitlines()]


def statements(code):
    """The statements of code that may stand in a coroutine."""
    return ast.parse("async def f():\n" + textwrap.indent(code, "    ")).body[0].body


def expression(code):
    return ast.parse("async def f():\n    return " + code).body[0].body[0].value


class Mutator:
    """Changes one program, by dice."""

    def __init__(self, tree, dice):
        self.tree, self.dice = tree, dice

    def filled(self, code, x=""):
        return code.format(x=x, d=self.dice.choice(DELAYS), e=self.dice.choice(DELAYS), n=self.dice.choice(NUMBERS))

    def nodes(self, kind):
        return [node for node in ast.walk(self.tree) if isinstance(node, kind)]

    def place(self):
        """A list of statements within a coroutine, and an index in it."""
        bodies = []

        def walk(node, is_async):
            for name in ("body", "orelse", "finalbody"):
                body = getattr(node, name, None)
                if is_async and isinstance(body, list) and body:
                    bodies.append(body)
            for child in ast.iter_child_nodes(node):
                inside = isinstance(child, ast.AsyncFunctionDef)
                walk(child, inside or is_async and not isinstance(child, (ast.FunctionDef, ast.Lambda, ast.ClassDef)))

        walk(self.tree, False)
        body = self.dice.choice(bodies)
        return body, self.dice.randrange(len(body))

    def movable(self, most=3):
        """Some statements that may be moved, and what puts others in their place."""
        body, at = self.place()
        taken = body[at : at + self.dice.randint(1, most)]
        if any(isinstance(statement, FIXED) for statement in taken):
            raise LookupError
        return taken, lambda new: body.__setitem__(slice(at, at + len(taken)), new)

    def insert(self):
        body, at = self.place()
        body[at:at] = statements(self.filled(self.dice.choice(STATEMENTS)))

    def turn(self):
        body, at = self.place()
        body[at:at] = statements(f"await asyncio.sleep({self.dice.choice(DELAYS[:4])})")

    def delete(self):
        _, put = self.movable(1)
        put([ast.Pass()])

    def repeat(self):
        taken, put = self.movable(2)
        put(taken + copy.deepcopy(taken))

    def swap(self):
        taken, put = self.movable(2)
        put(taken[::-1])

    def number(self):
        numbers = [node for node in self.nodes(ast.Constant) if type(node.value) in (int, float) and node.value < 20]
        number = self.dice.choice(numbers)
        number.value = self.dice.choice(DELAYS if isinstance(number.value, float) else NUMBERS)

    def other_await(self):
        awaited = self.dice.choice(self.nodes(ast.Await))
        awaited.value = expression(self.filled(self.dice.choice(AWAITS), ast.unparse(awaited.value)))

    def no_await(self):
        awaited = self.dice.choice(self.nodes(ast.Await))
        awaited.value = expression(f"asyncio.sleep(0, {ast.unparse(awaited.value)})")

    def block(self):
        taken, put = self.movable()
        head = self.filled(self.dice.choice(BLOCKS))
        block = statements(head + "\n    pass")[0]
        uses = [statements(self.filled(self.dice.choice(codes))) for name, codes in USES.items() if f" as {name}" in head]
        block.body = [*sum(uses, []), *taken]
        put([block])

    def caught(self):
        taken, put = self.movable()
        handler = self.filled(self.dice.choice(HANDLERS).replace("{e}", self.dice.choice(CAUGHT)))
        block = statements("try:\n    pass\n" + handler)[0]
        block.body = taken
        put([block])

    def into_handler(self):
        """Statements run while an exception is on its way, or handled."""
        taken, put = self.movable()
        raised = self.dice.choice(["raise KeyError('on its way')", "raise asyncio.CancelledError('on its way')", "await asyncio.sleep(0)", "pass"])
        block = statements(f"try:\n    {raised}\nexcept BaseException:\n    pass\nfinally:\n    pass")[0]
        if self.dice.random() < 0.5:
            block.handlers[0].body, block.finalbody = taken, []
        else:
            block.finalbody = taken
            block.handlers = block.handlers if self.dice.random() < 0.5 else []
        put([block])

    def into_function(self):
        """Statements run in a coroutine or generator of their own."""
        taken, put = self.movable(2)
        inside = [node for statement in taken for node in ast.walk(statement)]
        is_bound = any(isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load) for node in inside)
        if is_bound or any(isinstance(node, (ast.Return, ast.Break, ast.Continue, ast.Yield, *FIXED)) for node in inside):
            raise LookupError
        head = "async def mut_inner():\n    pass\n"
        new = statements(self.filled(head + self.dice.choice([
            "await mut_inner()",
            "await asyncio.create_task(mut_inner())",
            "mut_task = asyncio.create_task(mut_inner())\nawait asyncio.sleep({d})\nmut_task.cancel('inner')\nawait mut_task",
            "async for mut_step in mut_inner():\n    print('STEP', mut_step)",
            "async for mut_step in mut_inner():\n    break",
            "mut_steps_of = mut_inner()\nawait anext(mut_steps_of)\nawait mut_steps_of.aclose()",
            "mut_steps_of = mut_inner()\nmut_task = asyncio.ensure_future(mut_steps_of.asend(None))\nawait asyncio.sleep({d})\nmut_task.cancel()",
            "mut_steps_of = mut_inner()\nawait anext(mut_steps_of)\nawait mut_steps_of.athrow(KeyError('thrown'))",
            "asyncio.get_running_loop().call_later({d}, lambda: asyncio.ensure_future(mut_inner()))\nawait asyncio.sleep({d})",
        ])))
        is_generator = "mut_step" in ast.unparse(new[1])
        new[0].body = taken + (statements("yield 1") if is_generator else [])
        if is_generator and self.dice.random() < 0.5:
            wrapped = statements("try:\n    yield 0\nfinally:\n    pass")[0]
            wrapped.finalbody = taken
            new[0].body = [wrapped]
        put(new)

    def name(self):
        """Another primitive, exception or method of the same family."""
        known = {name for names in NAMES for name in names}
        found = [(node, field) for kind, field in ((ast.Attribute, "attr"), (ast.Name, "id"), (ast.alias, "name"))
                 for node in self.nodes(kind) if getattr(node, field) in known]
        node, field = self.dice.choice(found)
        family = self.dice.choice([names for names in NAMES if getattr(node, field) in names])
        setattr(node, field, self.dice.choice(family))

    def condition(self):
        branch = self.dice.choice(self.nodes((ast.If, ast.IfExp)))
        branch.test = ast.UnaryOp(ast.Not(), branch.test)

    def keyword(self):
        keywords = [node for node in self.nodes(ast.keyword) if isinstance(node.value, ast.Constant) and type(node.value.value) is bool]
        keyword = self.dice.choice(keywords)
        keyword.value = ast.Constant(not keyword.value.value)

    def runs(self):
        """The calls of `asyncio.run`: in another way, or twice, or two programs side by side."""
        calls = [node for node in self.nodes(ast.Call) if ast.unparse(node.func) == "asyncio.run" and len(node.args) == 1]
        call = self.dice.choice(calls)
        new = expression(self.filled(self.dice.choice(RUNS), ast.unparse(call.args[0])))
        call.func, call.args, call.keywords = new.func, new.args, new.keywords

    def run_again(self):
        at = self.dice.choice([at for at, node in enumerate(self.tree.body) if "asyncio.run" in ast.unparse(node) and not isinstance(node, FIXED)])
        self.tree.body.insert(at, copy.deepcopy(self.tree.body[at]))

    def forget(self):
        """A variable is deleted behind the statement that binds it."""
        body, at = self.place()
        if not isinstance(body[at], ast.Assign) or not isinstance(body[at].targets[0], ast.Name):
            raise LookupError
        behind = self.dice.randint(at + 1, len(body))
        body[behind:behind] = statements("del " + body[at].targets[0].id)

    KINDS = {
        insert: 6, turn: 2, delete: 1, repeat: 1, swap: 1, number: 2, other_await: 6, no_await: 1, block: 4, caught: 3, into_handler: 2,
        into_function: 3, name: 4, condition: 1, keyword: 1, runs: 1, run_again: 1, forget: 1,
    }  # fmt: skip

    def mutate(self):
        """Whether one change was made."""
        kind = self.dice.choices(list(self.KINDS), list(self.KINDS.values()))[0]
        try:
            kind(self)
        except (LookupError, AttributeError, SyntaxError, ValueError):
            return False
        return True


def with_helpers(tree):
    """Puts in front what the program names of the helpers, and the modules that they need."""
    named, needed, code = set(), [], ast.unparse(tree)
    while missing := [name for name in HELPERS if re.search(rf"\b{name}\b", code) and name not in named]:
        named.update(missing)
        needed[:0] = missing
        code = "\n".join(HELPERS[name] for name in missing)
    helpers = [ast.parse(textwrap.dedent(HELPERS[name])).body for name in needed]
    text = ast.unparse(tree) + "".join(HELPERS[name] for name in needed)
    imported = {node.names[0].name for node in tree.body if isinstance(node, ast.Import)}
    modules = [module for module in ("contextlib", "contextvars", "gc", "sys", "traceback", "weakref") if re.search(rf"\b{module}\.", text) and module not in imported]
    at = sum(isinstance(node, ast.ImportFrom) and node.module == "__future__" for node in tree.body[:3])
    at += at > 0 or bool(tree.body) and isinstance(tree.body[0], ast.Expr) and isinstance(tree.body[0].value, ast.Constant)
    tree.body[at:at] = [ast.parse(f"import {module}").body[0] for module in modules] + sum(helpers, [])
    return ast.fix_missing_locations(tree)


def side_by_side(first, second, dice):
    """Two programs whose entries run at once, or None."""
    entries = []
    for tree in (first, second):
        last = tree.body[-1]
        if not (isinstance(last, ast.Expr) and re.fullmatch(r"asyncio\.run\((\w+\(\))\)", ast.unparse(last))):
            return None
        entries.append(ast.unparse(last.value.args[0]))
        tree.body.pop()
    if any(isinstance(node, (ast.Global, ast.Nonlocal)) or isinstance(node, ast.alias) and node.name == "*" for node in ast.walk(second)):
        return None
    other = ast.parse("def mut_other():\n    pass").body[0]
    other.body = [node for node in second.body if not (isinstance(node, ast.ImportFrom) and node.module == "__future__")]
    other.body += ast.parse(f"async def f():\n    return {entries[1]}").body[0].body
    both = dice.choice([
        "await asyncio.gather({a}, {b})", "await asyncio.gather({b}, {a}, return_exceptions=True)", "await asyncio.wait_for(asyncio.gather({a}, {b}), {d})",
        "async with asyncio.TaskGroup() as group:\n        group.create_task({a})\n        group.create_task({b})", "await {a}\n    await {b}",
    ]).format(a=entries[0], b="mut_other()", d=dice.choice([1, 2, 5]))
    first.body += [other, *ast.parse(f"async def mut_both():\n    {both}\nasyncio.run(mut_both())").body]
    return first


def mutant(seed, corpus):
    """The program of a seed, and the names of those that it is made of."""
    dice = random.Random(seed)
    while True:
        name = dice.choice(list(corpus))
        names, tree = [name], ast.parse(corpus[name])
        if dice.random() < 0.1:
            name = dice.choice(list(corpus))
            names, tree = [*names, name], side_by_side(tree, ast.parse(corpus[name]), dice)
            if tree is None:
                continue
        mutator, left = Mutator(tree, dice), dice.choice([1, 1, 2, 3, 4])
        for _ in range(40):
            left -= left > 0 and mutator.mutate()
        if left:
            continue
        try:
            text = ast.unparse(with_helpers(tree))
            compile(text, "mutant", "exec", dont_inherit=True)
        except (SyntaxError, ValueError, RecursionError):
            continue
        return names, text


def programs(folders, kitchen):
    """The programs and specs of the folders as Python, by name."""
    corpus = {}
    for folder in folders:
        for path in sorted([*folder.rglob("*.py"), *folder.rglob("*.toml")]):
            text = path.read_text(encoding="utf-8")
            if path.suffix == ".toml":
                command = [kitchen, "convert", "--to", "python", path]
                text = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False).stdout
            if "import asyncio\n" in text and "async def" in text and len(text) <= MOST_LETTERS:
                corpus[path.name] = text
    return corpus


def compare(paths, kitchen, interpreter):
    """What the referee says of each program: its verdict, and where the two part."""
    command = [kitchen, "verify", "--prints", *(["--interpreter", interpreter] if interpreter else []), *paths]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", errors="replace", check=False)
    for told in re.split(r"(?m)^(?=\S+\.py: )", run.stdout):
        head = told.split("\n", 1)[0]
        if ": identical" in head:
            yield "same", told
        elif "DIFFERENT" in head:
            yield judged(told), told
        elif "refused" in head:
            yield "refused", told
        elif "did not come" in head:
            yield "endless", told
        elif re.match(r"\S+\.py: ", head):
            yield "else", told
    if run.stderr.strip() and not run.stdout.strip():
        yield "failed", run.stderr[-2000:]


def judged(told):
    """What it is that parts: an address or a folder, which the simulator hides or refuses to print; what the referee calls a task, which
    it sees too late where it begins in its creator's step; or something else."""
    _, *lines = where_they_part(told).splitlines()
    if "memory address" in told or any(re.search(r"0x\w+|/python3\.\d+/", line) for line in lines):
        return "address"
    prints = {re.sub(r"^\S+s +", "", line.strip()).split(" print ", 1)[-1] for line in lines if " print " in line}
    if " Unsupported: " in lines[-1]:
        return "refused"
    return "label" if len(lines) == 2 and len(prints) == 1 else "different"


def where_they_part(told):
    """Which program, and the last line of each side."""
    head, *lines = told.rstrip().splitlines()
    lines = [line for line in lines if not re.match(r"\d+ identical", line)]
    ends = [at for at, line in enumerate(lines) if line.startswith("  kitchen-sim:")] or [len(lines)]
    made_of = pathlib.Path(head.split(": ", 1)[0]).read_text(encoding="utf-8").split("\n", 1)[0] if ".py: " in head else ""
    shown = lines[: ends[0]][-1:] + lines[ends[0] + 1 :][-1:]
    return "\n".join([f"{head} {made_of}", *(f"    {line.strip()}"[:200] for line in shown)])


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0], epilog="What differs is to be read: it may be documented.")
    parser.add_argument("first", type=int, help="the first seed")
    parser.add_argument("count", type=int, help="how many programs")
    parser.add_argument("--interpreter", help="a version or a path, as `kitchen-sim verify` takes it; without, all that are found")
    parser.add_argument("--kitchen", default=HOME / "target" / "debug" / "kitchen-sim", help="the kitchen-sim to use")
    parser.add_argument("--corpus", type=pathlib.Path, action="append", help="a folder of programs and specs; may be given again")
    parser.add_argument("--out", type=pathlib.Path, default=HOME / "target" / "mutants", help="where the mutants are written")
    options = parser.parse_args()
    corpus = programs(options.corpus or [HOME / "tests" / "python", HOME / "specs"], options.kitchen)
    options.out.mkdir(parents=True, exist_ok=True)
    paths, counts = [], collections.Counter()
    for seed in range(options.first, options.first + options.count):
        names, text = mutant(seed, corpus)
        paths.append(options.out / f"mutant_{seed}.py")
        paths[-1].write_text(f"# {', '.join(names)}\n{text}\n", encoding="utf-8")
    for at in range(0, len(paths), AT_ONCE):
        for verdict, told in compare(paths[at : at + AT_ONCE], options.kitchen, options.interpreter):
            counts[verdict] += 1
            if verdict in ("different", "else", "failed"):
                print(where_they_part(told), flush=True)
    print(", ".join(f"{count} {verdict}" for verdict, count in counts.most_common()))


if __name__ == "__main__":
    main()
