"""Sets that iterate in the order in which they were filled. CPython's order depends on hashes and addresses."""

import ast
import asyncio
import inspect
import math
import textwrap
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


class OrderedSet(set):
    """A set that iterates in the order in which its members came."""

    def __init__(self, iterable=()):
        super().__init__()
        self.order = {}
        self.update(iterable)

    def __iter__(self):
        return iter(self.order)

    def __repr__(self):
        return f"{{{', '.join(map(repr, self))}}}" if self else "set()"

    def add(self, member):
        """Add a member behind the others."""
        super().add(member)
        self.order.setdefault(member)

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
        member = next(iter(self))
        self.remove(member)
        return member

    def clear(self):
        """Remove all members."""
        super().clear()
        self.order.clear()

    def copy(self):
        """Another set with the same members."""
        return OrderedSet(self)

    def update(self, *others):
        """Add the members of the others, in their order."""
        for other in others:
            for member in list(other):
                self.add(member)

    def difference_update(self, *others):
        """Remove the members of the others."""
        for other in others:
            for member in list(other):
                self.discard(member)

    def intersection_update(self, *others):
        """Keep what all of the others have."""
        self._become(self.intersection(*others))

    def symmetric_difference_update(self, other):
        """Keep what only one of the two has."""
        self._become(self.symmetric_difference(other))

    def _become(self, members):
        self.clear()
        self.update(members)

    def union(self, *others):
        """These members, then the others'."""
        result = self.copy()
        result.update(*others)
        return result

    def difference(self, *others):
        """The members that none of the others has."""
        result = self.copy()
        result.difference_update(*others)
        return result

    def intersection(self, *others):
        """The members that all of the others have."""
        others = [set(other) for other in others]
        return OrderedSet(member for member in self if all(member in other for other in others))

    def symmetric_difference(self, other):
        """The members that only one of the two has."""
        other = OrderedSet(other)
        return self.difference(other).union(other.difference(self))

    __or__, __ior__ = operator(union), operator_in_place(update)
    __sub__, __isub__ = operator(difference), operator_in_place(difference_update)
    __and__, __iand__ = operator(intersection), operator_in_place(intersection_update)
    __xor__, __ixor__ = operator(symmetric_difference), operator_in_place(symmetric_difference_update)


class OrderSets(ast.NodeTransformer):
    """Set displays and set comprehensions become calls of `set`, which is then an `OrderedSet`."""

    def visit_Set(self, node):
        """`{a, b}` → `set([a, b])`"""
        self.generic_visit(node)
        return self._call(node, ast.List(node.elts, ast.Load()))

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
