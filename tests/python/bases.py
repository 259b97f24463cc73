import asyncio
class Mixin:
    async def setup(self): print('mixin setup'); await super().setup()
class Base:
    async def setup(self): print('base setup')
    async def __aenter__(self): await self.setup(); return self
    async def __aexit__(self, *a): print('exit', a[0]); return False
class Svc(Mixin, Base):
    async def setup(self): print('svc'); await super().setup()
class NetErr(ConnectionError, ValueError): pass
class TE(asyncio.TimeoutError, KeyError): pass
class D1(Base): 
    def who(self): return 'D1>' + super().who()
class D2(Base):
    def who(self): return 'D2'
class Di(D1, D2): pass
async def main():
    async with Svc() as s: print(type(s).__name__)
    print([c.__name__ for c in Di.__mro__], Di().who(), Di.__bases__ == (D1, D2))
    for e in (NetErr('n'), TE('t')):
        try: raise e
        except (ValueError, KeyError) as x: print(repr(x), isinstance(x, OSError))
    class MyCancel(asyncio.CancelledError, RuntimeError): pass
    async def f(): raise MyCancel('mc')
    t = asyncio.create_task(f())
    try: await t
    except asyncio.CancelledError as e: print(type(e).__name__, t.cancelled())
    try:
        class Bad(Base, D1): pass
    except TypeError as e: print(str(e).split('\n')[0][:40])
    class Meta:
        def __new__(cls, *a):
            print('new', a); o = super().__new__(cls); o.a = a; return o
        def __init__(self, *a): print('init', a)
    print(Meta(1, 2).a)
    class Single:
        inst = None
        def __new__(cls):
            if cls.inst is None: cls.inst = object.__new__(cls)
            return cls.inst
    print(Single() is Single())
asyncio.run(main())
