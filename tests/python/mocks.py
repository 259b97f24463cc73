import asyncio
from unittest.mock import *
from unittest.mock import patch, call, sentinel, DEFAULT, ANY


def err(f, *a, **k):
    try:
        return f(*a, **k)
    except BaseException as e:
        return f"{type(e).__name__}: {e}"


m = Mock(return_value=3)
print(m(1, a=2), m.called, m.call_count, m.call_args, m.call_args_list, m.mock_calls)
print(err(m.assert_called_once_with, 2))
m(2)
print(
    err(m.assert_called_once),
    err(m.assert_called_with, 3),
    err(m.assert_any_call, 9),
    err(m.assert_not_called),
    err(m.assert_has_calls, [call(3)]),
)
m = Mock()
m.foo.bar(1).baz(2, x=3)
print(m.mock_calls, m.method_calls, m.foo.mock_calls)
print(m.mock_calls == [call.foo.bar(1), call.foo.bar().baz(2, x=3)], call.foo.bar(1).baz(2, x=3).call_list())
print(repr(m.foo.bar).split(" id")[0], repr(m.foo.bar().baz).split(" id")[0], repr(Mock(name="n").q).split(" id")[0])
m = Mock(side_effect=[1, ValueError("x"), 3])
print(m(), err(m), m(), err(m))
m = Mock(side_effect=KeyError("k"))
print(err(m))
m = Mock(side_effect=lambda x: x * 2 if x else DEFAULT, return_value="d")
print(m(2), m(0))
print(
    sentinel.a,
    sentinel.a is sentinel.a,
    ANY,
    ANY == 3,
    call(1, ANY) == call(1, 2),
    call,
    call.x,
    call.x.y(2),
    call()(3),
)
args, kwargs = m.call_args
print(args, kwargs, m.call_args.args, m.call_args.kwargs, m.call_args == ((0,),), m.call_args == call(0))


class Foo:
    attr = 1

    def __init__(self, x):
        self.x = x

    def meth(self, a, b=2):
        return a + b

    async def ameth(self, q):
        return q

    @staticmethod
    def st(z):
        return z

    def __len__(self):
        return 9


m = Mock(spec=Foo)
print(isinstance(m, Foo), err(lambda: m.nope), type(m.ameth).__name__, type(m.meth).__name__, m.__class__.__name__)
m.meth(1, b=3)
m.meth.assert_called_with(1, b=3)
print(m.mock_calls)
print(err(lambda: setattr(Mock(spec_set=Foo), "z", 1)), repr(m).split(" id")[0])
mm = MagicMock()
print(len(mm), bool(mm), int(mm), float(mm), list(mm), 3 in mm, mm == mm, mm == 3, mm != 3, hash(mm) == hash(mm))
mm.__len__.return_value = 5
mm.__getitem__.side_effect = lambda k: k * 2
mm.__iter__.return_value = [1, 2]
print(len(mm), mm[4], list(mm), list(mm), len(mm.mock_calls), mm.method_calls)
mm = MagicMock()
mm.__str__.return_value = "text"
print(str(mm), f"{mm}", err(lambda: mm < 3), (mm + 1) is (mm + 2))
with mm as v:
    v.hi()
print(mm.mock_calls)
m = Mock()
print(err(lambda: len(m)).split(" object")[0])
m.__len__ = lambda self: 4
print(len(m))
m.__len__ = Mock(return_value=6)
print(len(m))


async def main():
    am = AsyncMock(return_value=7)
    print(await am(1), am.await_count, am.call_count, am.await_args, am.await_args_list)
    am.assert_awaited_once_with(1)
    print(err(am.assert_awaited_with, 2), err(am.assert_not_awaited), err(am.assert_has_awaits, [call(3)]))
    am = AsyncMock(side_effect=[1, ValueError("v")])
    print(await am())
    for i in range(2):
        try:
            await am()
        except Exception as e:
            print(type(e).__name__, e)
    am = AsyncMock()
    c = am()
    print(am.call_count, am.await_count, c.__qualname__, asyncio.iscoroutine(c))
    print(type(await c).__name__)

    async def eff(x):
        await asyncio.sleep(x)
        return "slept"

    am.side_effect = eff
    print(await asyncio.gather(am(0.02), am(0.01)), am.mock_calls)
    mm = MagicMock()
    async with mm as x:
        print(type(x).__name__)
    mm.__aenter__.return_value = 5
    async with mm as x:
        print(x)
    mm.__aiter__.return_value = [1, 2, 3]
    print([y async for y in mm], mm.mock_calls)
    print(type(am.foo).__name__, asyncio.iscoroutinefunction(am), type(mm.foo).__name__)
    with patch.object(Foo, "ameth") as p:
        p.return_value = 4
        print(type(p).__name__, await Foo(1).ameth(3), p.mock_calls)
    print(await Foo(1).ameth(3))
    with patch.object(Foo, "ameth", autospec=True) as p:
        p.return_value = 8
        f = Foo(1)
        print(await f.ameth(3), p.await_count)


asyncio.run(main())
with patch.object(Foo, "meth", return_value=1) as p, patch.object(Foo, "attr", 5):
    print(Foo(1).meth(3), p.call_args, Foo.attr)
print(Foo(1).meth(3), Foo.attr)
d = {"a": 1}
with patch.dict(d, {"b": 2}, c=3):
    print(d)
print(d)
with patch.dict(d, clear=True):
    print(d)


@patch.object(Foo, "meth")
@patch.object(Foo, "st")
def deco(x, a, b):
    print(x, a._mock_name, b._mock_name)


deco(5)
p = patch.object(Foo, "attr", 9)
p.start()
print(Foo.attr)
patch.stopall()
print(Foo.attr)
print(err(patch.object(Foo, "zzz").__enter__))
A = create_autospec(Foo)
print(err(A), type(A(1)).__name__)
a = A(1)
print(err(a.meth), a.meth(1), err(lambda: a.zip)) if False else print(err(a.meth), err(lambda: a.zip))
f = create_autospec(lambda x, y=1: 0)


def fn(x, y=1):
    pass


f = create_autospec(fn, return_value=3)
print(f(1), err(f), f.call_count, f.mock_calls, f.__name__)
f.assert_called_once_with(x=1) if False else None
with patch.object(Foo, "attr", new_callable=PropertyMock) as p:
    p.return_value = 77
    x = Foo(1)
    print(x.attr)
    x.attr = 3
    print(p.mock_calls)
m = Mock()
m.a.b.c = 3
seal(m)
print(m.a.b.c, err(lambda: m.z), err(lambda: m.a.q))
m = Mock()
m.configure_mock(**{"x.return_value": 4, "y": 2})
print(m.x(), m.y)
m.reset_mock()
print(m.mock_calls, m.x.call_count, m.x())
par = Mock()
c1, c2 = Mock(), Mock()
par.attach_mock(c1, "c1")
par.attach_mock(c2, "c2")
c1(1)
c2(2)
c1(3)
print(par.mock_calls, par.method_calls)


class W:
    def hi(self, n):
        return n + 1


w = Mock(wraps=W())
print(w.hi(3), w.mock_calls)
print(err(lambda: m.assret_called))
print(NonCallableMock is not None, err(lambda: NonCallableMock()()).split(":")[0])
print(Mock(spec=["a", "b"]).a is not None, err(lambda: Mock(spec=["a"]).c))
