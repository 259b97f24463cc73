import dataclasses
import functools
import inspect
from dataclasses import KW_ONLY, InitVar, dataclass, field


def first(a, /, b=1, *c, d, e="x", **k):
    pass


def second(a, b=2, *, c=3):
    pass


class Holder:
    def __init__(self, x, y=2):
        pass

    def method(self, q):
        pass

    @classmethod
    def of_class(cls, w):
        pass


@functools.wraps(second)
def wrapped(*args, **kwargs):
    pass


signature = inspect.signature(first)
print(signature, repr(signature), list(signature.parameters), len(signature.parameters))
for name, one in signature.parameters.items():
    print(name, one.kind, one.kind.name, one.kind.description, one.default is inspect.Parameter.empty, one, repr(one))
print(signature.bind(1, 2, 3, d=4, z=5), signature.bind_partial(), signature == inspect.signature(first))
bound = signature.bind(1, d=2)
bound.apply_defaults()
print(bound.args, bound.kwargs, bound.arguments)
print(inspect.signature(Holder), inspect.signature(Holder.method), inspect.signature(Holder(1).method))
print(inspect.signature(Holder.of_class), inspect.signature(wrapped), inspect.signature(lambda *, a, b=2: 0))
for given in ((), (1, 2, 3), (1,)):
    try:
        print(inspect.signature(second).bind(*given, **({"zz": 1} if len(given) == 1 else {})))
    except TypeError as error:
        print(error)
for wrong in (lambda: signature.bind(1), lambda: signature.bind(), lambda: inspect.signature(second).bind(1, a=2)):
    try:
        print(wrong())
    except TypeError as error:
        print(error)


@dataclass
class Order:
    price: int
    _: KW_ONLY
    quantity: int = 2
    scale: InitVar[int] = None
    total: int = field(init=False)
    tags: list = field(default_factory=list, repr=False)

    def __post_init__(self, scale):
        self.total = self.price * self.quantity * (scale or 1)


print(Order(1, quantity=3, scale=10), Order(2), Order(1) == Order(1), Order.__match_args__)
print([one.name for one in dataclasses.fields(Order)], dataclasses.replace(Order(3), quantity=4, scale=None), Order.__annotations__["price"])
try:
    Order(1, 2)
except TypeError as error:
    print(error)
try:
    Order(1, extra=2)
except TypeError as error:
    print(error)
