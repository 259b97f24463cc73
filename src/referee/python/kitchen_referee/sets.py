"""Sets that iterate in the order in which they were filled. CPython's order depends on hashes and addresses: that of numbers, and of
what is made of numbers, whose hashes are always the same, is kept."""

import ast
import asyncio
import builtins
import dataclasses
import decimal
import inspect
import math
import sys
import textwrap
import types
import weakref


def operator(method):
    """The operator of a method: it takes sets only."""

    def apply(self, other):
        return method(self, other) if isinstance(other, (set, frozenset)) else NotImplemented

    return apply


def operator_in_place(method):
    """The same for an operator with `=`."""

    def apply(self, other):
        if not isinstance(other, (set, frozenset)):
            return NotImplemented
        method(self, other)
        return self

    return apply


# How numbers are hashed.
OF_NUMBERS = int.__hash__, float.__hash__, decimal.Decimal.__hash__


class Hashes:
    """What the program has asked for."""

    are_steady = True  # as long as no `__hash__` of its own has asked for a hash that differs from run to run, or for an address


def is_steady(member):
    """Whether its hash is the same in every run."""
    if member is None:
        return sys.version_info >= (3, 12)
    kind = type(member)
    if kind.__hash__ in (tuple.__hash__, frozenset.__hash__):
        return all(map(is_steady, member))
    if kind.__hash__ in OF_NUMBERS:
        return member == member
    if kind.__module__ == "datetime":
        return kind.__name__ == "timedelta"
    if not isinstance(kind.__hash__, types.FunctionType) or kind.__module__.startswith("asyncio"):
        return False
    if dataclasses.is_dataclass(kind) and kind.__hash__.__code__.co_filename == "<string>":
        return all(is_steady(getattr(member, each.name)) for each in hashed_fields(kind))
    if Hashes.are_steady:
        hash(member)  # which may ask for others
    return Hashes.are_steady


def hashed_fields(kind):
    """The fields that the hash of a class's objects is made of."""
    return [each for each in dataclasses.fields(kind) if (each.compare if each.hash is None else each.hash)]


def hash_for_program(value, /):
    """`hash`; of what differs from run to run it is remembered that the program knows it."""
    number = hash(value)
    Hashes.are_steady = Hashes.are_steady and is_steady(value)
    return number


def id_for_program(value, /):
    """`id`, which differs from run to run."""
    Hashes.are_steady = False
    return id(value)


WATCHED = {"hash": "_kitchen_hash", "id": "_kitchen_id"}
builtins._kitchen_hash, builtins._kitchen_id = hash_for_program, id_for_program


class OrderedSet(set):
    """A set that iterates in the order in which its members came, unless all that ever came have steady hashes."""

    def __init__(self, iterable=()):
        super().__init__()
        self.order = {}
        self.are_steady = True
        self.update(iterable)

    def __iter__(self):
        return super().__iter__() if self.are_steady else iter(self.order)

    def __repr__(self):
        return f"{{{', '.join(map(repr, self))}}}" if self else "set()"

    def add(self, member):
        """Add a member behind the others."""
        super().add(member)
        self.order.setdefault(member)
        self.are_steady = self.are_steady and is_steady(member)

    def discard(self, member):
        """Remove a member if it is there."""
        super().discard(member)
        self.order.pop(member, None)

    def remove(self, member):
        """Remove a member, which must be there."""
        super().remove(member)
        del self.order[member]

    def pop(self):
        """Remove and return the first member."""
        if not self:
            raise KeyError("pop from an empty set")
        if self.are_steady:
            member = super().pop()
            del self.order[member]
            return member
        member = next(iter(self))
        self.remove(member)
        return member

    def clear(self):
        """Remove all members."""
        super().clear()
        self.order.clear()
        self.are_steady = True

    def copy(self):
        """Another set with the same members."""
        return OrderedSet(self)

    def update(self, *others):
        """Add the members of the others, in their order."""
        for other in others:
            other = other if isinstance(other, (set, frozenset, dict)) else list(other)
            if self.are_steady and all(map(is_steady, other)):
                super().update(other)
                self.order.update(dict.fromkeys(other))
            else:
                for member in list(other):
                    self.add(member)

    def difference_update(self, *others):
        """Remove the members of the others."""
        for other in others:
            self._natively(super().difference_update, [other])

    def intersection_update(self, *others):
        """Keep what all of the others have."""
        self._natively(super().intersection_update, others)

    def symmetric_difference_update(self, other):
        """Keep what only one of the two has."""
        other = other if isinstance(other, (set, frozenset)) else OrderedSet(other)
        if self.are_steady and all(map(is_steady, other)):
            super().symmetric_difference_update(other)
            self._keep()
            self.order.update(dict.fromkeys(self))
        else:
            result = self.symmetric_difference(other)
            self.clear()
            self.update(result)

    def _natively(self, method, others):
        """The members that are left keep their order."""
        method(*(other if isinstance(other, (set, frozenset, dict)) else list(other) for other in others))
        self._keep()

    def _keep(self):
        for member in [member for member in self.order if member not in self]:
            del self.order[member]

    def union(self, *others):
        """These members, then the others'."""
        result = self.copy()
        result.update(*others)
        return result

    def difference(self, *others):
        """The members that none of the others has."""
        if not others:
            return self.copy()
        first, *others = others
        if isinstance(first, (set, frozenset, dict)) and len(self) >> 2 <= len(first):
            result = OrderedSet()
            for member in self:
                if member not in first:
                    result.add(member)
        else:
            result = self.copy()
            result.difference_update(first)
        result.difference_update(*others)
        return result

    def intersection(self, *others):
        """The members that all of the others have: of steady ones those of the smaller set in its order."""
        result = self if others else self.copy()
        for other in others:
            other = other if isinstance(other, (set, frozenset)) else list(other)
            if result.are_steady and all(map(is_steady, other)):
                if not isinstance(other, list) and len(other) > len(result):
                    result, other = other, result
            else:
                result, other = other, result
            result, members = OrderedSet(), [member for member in other if member in result]
            for member in members:
                result.add(member)
        return result

    def symmetric_difference(self, other):
        """The members that only one of the two has."""
        other = OrderedSet(other)
        if not (self.are_steady and other.are_steady):
            return self.difference(other).union(other.difference(self))
        for member in self:
            if member in other:
                other.discard(member)
            else:
                other.add(member)
        return other

    __or__, __ior__ = operator(union), operator_in_place(update)
    __sub__, __isub__ = operator(difference), operator_in_place(difference_update)
    __and__, __iand__ = operator(intersection), operator_in_place(intersection_update)
    __xor__, __ixor__ = operator(symmetric_difference), operator_in_place(symmetric_difference_update)


def number_of_constant(node):
    """The number that a constant of the program is, or the tuple of such; raises ValueError for all else."""
    value = ast.literal_eval(node)
    if not is_steady(value):
        raise ValueError
    return value


def constants(node):
    """The members of a display of numbers that the compiler makes a frozenset of; None for other nodes."""
    try:
        return [number_of_constant(member) for member in node.elts] if isinstance(node, ast.Set) else None
    except ValueError:
        return None


class OrderSets(ast.NodeTransformer):
    """Set displays and set comprehensions become calls of `set`, which is then an `OrderedSet`. What a `__hash__` asks for is watched."""

    def visit_FunctionDef(self, node):
        """`hash(a)` in `__hash__` → `_kitchen_hash(a)`"""
        self.generic_visit(node)
        for asked in ast.walk(node) if node.name == "__hash__" else ():
            if isinstance(asked, ast.Name):
                asked.id = WATCHED.get(asked.id, asked.id)
        return node

    def visit_For(self, node):
        """A set of constants that is gone through stays as it is."""
        return self._visit_all_but(node, node.iter)

    def visit_comprehension(self, node):
        """The same."""
        return self._visit_all_but(node, node.iter)

    def _visit_all_but(self, node, iterable):
        self.generic_visit(node)
        if constants(iterable):
            node.iter = iterable
        return node

    def visit_Set(self, node):
        """`{a, b}` → `set([a, b])`; `{1, 2, 3}` → a set of the compiler's own frozenset"""
        numbers = constants(node)
        if numbers and len(numbers) > 2:
            return self._call(node, ast.Constant(frozenset(numbers)))
        self.generic_visit(node)
        if any(isinstance(member, ast.Starred) for member in node.elts):
            return self._call_union(node)
        return self._call(node, ast.List(node.elts, ast.Load()))

    def _call_union(self, node):
        """`{a, *b}` → `set().union([a], b)`"""
        parts = [
            member.value if isinstance(member, ast.Starred) else ast.List([member], ast.Load()) for member in node.elts
        ]
        union = ast.Attribute(ast.Call(ast.Name("set", ast.Load()), [], []), "union", ast.Load())
        return ast.fix_missing_locations(ast.copy_location(ast.Call(union, parts, []), node))

    def visit_SetComp(self, node):
        """`{f(x) for x in y}` → `set([f(x) for x in y])`"""
        self.generic_visit(node)
        return self._call(node, ast.ListComp(node.elt, node.generators))

    def _call(self, node, members):
        call = ast.Call(ast.Name("set", ast.Load()), [members], [])
        return ast.fix_missing_locations(ast.copy_location(call, node))


def with_ordered_sets(function):
    """The same function of the library, compiled again with sets that keep their order."""
    lines, first_line = inspect.getsourcelines(function)
    tree = OrderSets().visit(ast.parse(textwrap.dedent("".join(lines))))
    ast.increment_lineno(tree, first_line - 1)
    namespace = {}
    exec(compile(tree, function.__code__.co_filename, "exec"), function.__globals__, namespace)
    return namespace[function.__name__]


creation = weakref.WeakKeyDictionary()  # numbers of tasks without drivers, by their coroutines


def number_of(task):
    """How many tasks were created before it."""
    coroutine = task.get_coro()
    if hasattr(coroutine, "number"):
        return coroutine.number
    return creation.get(coroutine if hasattr(coroutine, "cr_code") else task, math.inf)


def order_sets_of_tasks():
    """Where the library keeps tasks in sets, their order is that of the arguments or of creation, not of addresses."""
    all_tasks = asyncio.all_tasks

    def all_tasks_in_order(loop=None):
        return OrderedSet(sorted(all_tasks(loop), key=number_of))

    asyncio.all_tasks = asyncio.tasks.all_tasks = all_tasks_in_order
    asyncio.tasks.set = asyncio.taskgroups.set = OrderedSet
    if hasattr(asyncio.tasks, "_AsCompletedIterator"):
        iterator = asyncio.tasks._AsCompletedIterator
        iterator.__init__ = with_ordered_sets(iterator.__init__)
    else:
        asyncio.as_completed = asyncio.tasks.as_completed = with_ordered_sets(asyncio.as_completed)
