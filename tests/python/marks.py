# Where each of CPython's instructions stands, as tracebacks tell it: lines, columns and the marks below.
import traceback


class Odd:
    def __bool__(self):
        raise ValueError("no truth")

    def __add__(self, other):
        raise ValueError("no sum")

    def __iadd__(self, other):
        raise ValueError("no sum in place")

    def __enter__(self):
        raise ValueError("no entry")

    def __exit__(self, *args):
        return None

    def __iter__(self):
        raise ValueError("no iterator")

    def __getitem__(self, key):
        raise KeyError(key)

    def __setitem__(self, key, value):
        raise KeyError(key)

    def __delitem__(self, key):
        raise KeyError(key)

    def __setattr__(self, name, value):
        raise AttributeError(name)

    def __lt__(self, other):
        raise TypeError("no order")

    def __neg__(self):
        raise TypeError("no negation")

    def __format__(self, spec):
        raise TypeError("no format")

    def __contains__(self, item):
        raise TypeError("no membership")

    def __call__(self, *args):
        raise TypeError("no call")

    @property
    def prop(self):
        raise ValueError("no property")


class Leaves:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        raise ValueError("no exit")


class Iterates:
    def __iter__(self):
        return self

    def __next__(self):
        raise ValueError("no next")


odd = Odd()
lists = [[1, 2], [3]]


def boom(*args, **kwargs):
    raise RuntimeError("boom")


def case_name():
    return 1 + len if False else globals_missing()


def globals_missing():
    x = 5
    del x
    return x


def case_attribute():
    return odd.missing.other


def case_method():
    return odd.missing(1, 2)


def case_method_of_list():
    value = [].index(5)
    return value


def case_call():
    return 1 + boom(1, (2)) + 3


def case_call_alone():
    return boom()


def case_call_assigned():
    x = boom(1, 2)
    return x


def case_call_statement():
    boom(3)


def case_call_commented():
    return boom()  # why


def case_call_over_lines():
    return boom(
        1,
        2,
    )


def case_call_over_lines_inside():
    value = 3 + boom(
        1,
        2,
    )
    return value


def case_argument_over_lines():
    return [
        1,
        lists[0][7],
        3,
    ]


def case_chain():
    return (
        "a b"
        .split()
        .missing()
    )


def case_chain_method():
    return (lists
            .index(99))


def case_binary():
    return 1 + (2 * (3 / 0)) - 4


def case_binary_parenthesized():
    return (1) // (0)


def case_binary_long():
    return (
        1111111 + 2222222
        - "x"
    )


def case_binary_object():
    return odd + 1


def case_power():
    return "a" ** 2


def case_unary():
    return 1 + -odd


def case_not():
    return not odd


def case_compare():
    return 1 < 2 < odd


def case_compare_first():
    return odd < 5 < 7


def case_in():
    return 5 in odd


def case_subscript():
    return lists[0][1 + 1] + 2


def case_subscript_slice():
    return lists["a":2]


def case_subscript_nested():
    return {"a": {"b": 1}}["a"][ "c" ]


def case_store_subscript():
    odd[1] = 2


def case_store_attribute():
    odd.x, odd.y = 1, 2


def case_delete_subscript():
    del lists, odd[3]


def case_delete_attribute():
    del lists[0][9]


def case_unpack():
    a, b = [1, 2, 3]
    return a, b


def case_unpack_star():
    (a, b, *c), d = [1], 2
    return a, b, c, d


def case_augmented():
    total = odd
    total += 5


def case_augmented_subscript():
    table = {}
    table["x"] += 1


def case_augmented_attribute():
    lists.foo += 1


def case_augmented_zero():
    x = 1
    x //= 0


def case_if():
    if odd:
        return 1


def case_if_compare():
    if 3 > 2 and odd < 2:
        return 1


def case_while():
    while odd.prop:
        pass


def case_for():
    for _ in odd:
        pass


def case_for_next():
    for _ in Iterates():
        pass


def case_for_call():
    for _ in boom():
        pass


def case_with():
    with odd as x:
        return x


def case_with_exit():
    with Leaves():
        pass


def case_with_exit_two():
    with Leaves() as a, Leaves() as b:
        return a, b


def case_with_body():
    with Leaves() as a:
        a.missing


def case_raise():
    raise ValueError("plain")


def case_raise_from():
    raise ValueError("plain") from KeyError(1)


def case_raise_over_lines():
    raise ValueError(
        "over",
        "three",
        "lines",
    )


def case_raise_call():
    raise boom()


def case_raise_in_line():
    if True: raise ValueError("in line")


def case_assert():
    assert lists == 5


def case_assert_message():
    assert not lists, "lists are there"


def case_assert_over_lines():
    assert (
        lists == 5
    ), "over lines"


def case_comprehension():
    return [1 / n for n in (1, 0)]


def case_comprehension_condition():
    return {n: 1 for n in (1, 0) if boom(n)}


def case_generator():
    return sum(10 // n for n in (5, 0))


def case_comprehension_iterable():
    return [n for n in odd]


def case_lambda():
    f = lambda n: 1 / n
    return f(0)


def case_fstring_inner():
    return f"text {lists[5]} more"


def case_conditional():
    return 1 if odd else 2


def case_boolean():
    return 1 and odd.prop or 3


def case_starred():
    return boom(*odd)


def case_starred_list():
    return [1, *odd]


def case_dict_display():
    return {"a": 1, **5}


def case_keyword():
    return boom(a=1, **{"b": lists[4]})


def case_type_error_call():
    return case_name(1, 2)


def case_not_callable():
    return lists(1)


def case_index_type():
    return lists["x"]


def case_walrus():
    return (y := lists[9])


def case_return_tuple():
    return 1, lists[9], 3


def case_semicolons():
    x = 1; y = lists[9]; z = 3


def case_wide():
    text = "日本語"; value = lists[text]


def case_default():
    def inner(a=lists[9]):
        return a


def case_decorator():
    @boom
    def inner():
        return 1


def case_decorator_call():
    @boom(1)
    def inner():
        return 1


def case_class():
    class Inner(boom()):
        x = 1


def case_class_body():
    class Inner:
        x = lists[9]


def case_try_reraise():
    try:
        lists[9]
    except IndexError:
        raise


def case_try_reraise_named():
    try:
        lists[9]
    except IndexError as e:
        raise e


def case_try_other():
    try:
        lists[9]
    except KeyError:
        pass


def case_finally():
    try:
        lists[9]
    finally:
        x = 1


def case_int():
    return int("x") + 5


def case_next():
    return next(iter([]))


def case_import():
    pass


def case_max():
    return max([], key=lambda x: x)


def case_sorted():
    return sorted([3, 1], key=lambda x: x / 0)


def case_map():
    return list(map(lambda x: x / 0, [1]))


def case_recursion():
    def down(n):
        if n == 0:
            return 1 / 0
        return down(n - 1) + 1

    return down(5)


def keep(x):
    return x


def case_class_decorated():
    @keep
    @keep
    class Inner(
        object,
    ):
        x = 5

        def f(self):
            return 1

        y = lists[x]


class Watches:
    def __init_subclass__(cls, **kwargs):
        raise ValueError("no subclass")


def case_class_below():
    class Inner(Watches):
        def f(self):
            return 1


def case_nested_comprehension():
    return [[1 / m for m in (1, 0)] for n in (1, 2)]


def case_any():
    return any(1 / n for n in (0, 2))


def case_dict_comprehension():
    return {
        n: 1 / n
        for n in (1, 0)
    }


def case_set_of_generator():
    return set(1 / n for n in (1, 0))


def case_join():
    return ", ".join(str(1 / n) for n in (1, 0))


def case_dict_of_pairs():
    return dict((n, 1 / n) for n in (1, 0))


def case_generator_kept():
    g = (1 / n for n in (1, 0))
    return list(g)


def case_next_of_generator():
    return next(1 / n for n in (0, 1))


def case_comprehension_next():
    return [n for n in Iterates()]


def case_assert_names():
    value = 0
    assert value, "no value"


def case_assert_call():
    assert isinstance(5, str)


def case_assert_in():
    assert 5 in (1, 2), f"not {5!r}"


def case_range():
    for n in range("x"):
        pass


def case_range_value():
    return list(range("x"))


def case_tuple_unpack_for():
    for a, b in [(1, 2), (3,)]:
        pass


def case_tuple_unpack_comprehension():
    return [a for a, b in [(1, 2), (3,)]]


def case_global_missing():
    return lists.nothing


def case_deleted():
    x = 5
    del x
    print(x)


def case_return_over_lines():
    return lists[
        0
    ][
        5
    ]


def case_call_of_call():
    return keep(boom)(1, 2)


def case_call_of_subscript():
    return [boom][0](1)


def case_lambda_call():
    return (lambda: boom())()


def case_attribute_call_chain():
    return keep(lists).copy().index(9)


def case_tabs():
    if True:
	    return lists[9]


def case_backslash():
    return lists[0] + \
        lists[1] + \
        5


def case_string_concat():
    return "a" "b" + 5


def case_in_place_list():
    x = [1]
    x += 5


def case_augmented_call():
    x = 1
    x += boom()


def case_chained_assign():
    a = b = lists[9]
    return a, b


def case_annotated_assign():
    a: int = boom()
    return a


def case_conditional_branch():
    return boom() if lists else 2


def case_not_in():
    return 1 not in 5


def case_is_and():
    return lists is None or lists[0] < 5


def case_minus():
    return -"x"


def case_len():
    return len(5)


def case_print():
    print(lists[9])


def case_except_class():
    try:
        lists[9]
    except boom():
        pass


def case_raise_class():
    raise KeyError


def case_raise_misfit():
    raise 5


def case_finally_return():
    try:
        return lists[9]
    finally:
        print("finally")


def case_with_two():
    with Leaves() as a, odd as b:
        return a, b


def case_with_missing():
    with lists as x:
        return x


def case_match_args():
    keep()


def case_keywords():
    keep(y=5)


def case_method_args():
    [].append(1, 2)


def case_format():
    return "%d" % "x"


def case_format_method():
    return "{} {}".format(1)


def case_star_args():
    return keep(*[1, 2])


# fmt: off
def case_call_behind_a_backslash():
    return boom\
(1)
# fmt: on


def show(error):
    inner = traceback.extract_tb(error.__traceback__)[1:]
    print([(each.name, each.lineno, each.end_lineno, each.colno, each.end_colno) for each in inner])
    for line in "".join(traceback.format_list(inner)).splitlines():
        if not line.startswith("  File"):
            print(line)


for name, function in list(globals().items()):
    if name.startswith("case_"):
        print("#", name)
        try:
            function()
        except BaseException as error:
            show(error)
