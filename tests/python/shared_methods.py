"""Methods that classes below built-in types, flags and loggers have from one place: on both sides of operators, at each level."""
import asyncio, enum, logging, sys
class P(enum.IntFlag):
    A = 1
    B = 2
class N(int):
    pass
class T(tuple):
    pass
class S(set):
    pass
class L(list):
    pass
class W(str):
    pass
print(P.A | P.B, repr(P.A | 2), P.A & 3, P.A + 1, 1 + P.A, P.A * 2, P.A < 2, P.B >= P.A, P.A == 1, {P.A: 1}[1], str(P.B), list(P.A | P.B), bool(P(0)), ~P.A, P.A in (P.A | P.B))
print(N(6) & 3, 6 | N(1), N(6) ^ 2, N(2) + N(3), 2 * N(3), T((1, 2)) + (3,), 2 * T((1,)), T((1, 2))[1], L([1]) + [2], [0] + L([1]), L([1]) * 2, W("a") + "b", "c" + W("a"), W("ab")[1], 2 * W("a"))
print(sorted(S({1, 2}) & {2, 3}), sorted({1} | S({2})), sorted(S({1}) ^ {1, 4}))
class H(logging.Handler):
    def emit(self, record): print(record.levelname, record.getMessage(), record.exc_info and record.exc_info[0].__name__)
log = logging.getLogger("mix"); log.addHandler(H()); log.propagate = False; log.setLevel(10)
adapter = logging.LoggerAdapter(log, {"k": 1})
for name in ("debug", "info", "warning", "error", "critical"): getattr(log, name)("%s", name); getattr(adapter, name)("%s", name)
try: 1 / 0
except ZeroDivisionError: log.exception("x"); adapter.exception("y"); print(sys.exception(), sys.exc_info()[0].__name__)
print(sys.exception(), sys.exc_info())
async def main(): pass
asyncio.run(main())
