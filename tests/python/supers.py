import asyncio
class A:
    def __init__(self, x=1): self.x = x
    def hi(self): return ("A", self.x)
    @classmethod
    def make(cls): return cls(5)
    @staticmethod
    def st(a): return a * 2
    @property
    def p(self): return self.x
    @p.setter
    def p(self, v): self.x = v
class B(A):
    def __init__(self, x=2):
        super().__init__(x)
        s = super()
        print(s.hi())
        print(super(B, self).hi())
        print(super().p)
    def hi(self): return ("B",) + super().hi()
    @classmethod
    def make(cls):
        a = super().make()
        return a
b = B()
b.p = 7
print(b.hi(), b.p, B.make().x, B.st(3), b.st(4))
print(super(B, b).hi())
f = super(B, b).hi
print(f())

class Plugin:
    registry = []
    def __init_subclass__(cls, /, tag=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.tag = tag
        Plugin.registry.append((cls.__name__, tag))
class P1(Plugin, tag="one"): pass
class P2(P1, tag="two"): x = 1
class P3(Plugin): pass
print(Plugin.registry, P2.tag)
try:
    class P4(Plugin, bad=1): pass
except TypeError as e: print(e)
import abc
class Ab(metaclass=abc.ABCMeta):
    @abc.abstractmethod
    def m(self): ...
try: Ab()
except TypeError as e: print(e)
class C(B):
    def __init__(self):
        super(C, self).__init__(9)
        s = super(B, self)
        print(s.hi(), s.x)
C()
