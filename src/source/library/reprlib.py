# reprlib: texts of values that are cut short.


def recursive_repr(fillvalue="..."):
    def decorate(function):
        inside = []

        def wrapper(self):
            if any([one is self for one in inside]):
                return fillvalue
            inside.append(self)
            try:
                return function(self)
            finally:
                inside.pop()

        return functools.wraps(function)(wrapper)

    return decorate


def perhaps_sorted(values):
    try:
        return sorted(values)
    except Exception:
        return list(values)


def representation(value):
    return f"{value!r}"


class Repr:
    def __init__(
        self,
        *,
        maxlevel=6,
        maxtuple=6,
        maxlist=6,
        maxarray=5,
        maxdict=4,
        maxset=6,
        maxfrozenset=6,
        maxdeque=6,
        maxstring=30,
        maxlong=40,
        maxother=30,
        fillvalue="...",
        indent=None,
    ):
        self.maxlevel = maxlevel
        self.maxtuple = maxtuple
        self.maxlist = maxlist
        self.maxarray = maxarray
        self.maxdict = maxdict
        self.maxset = maxset
        self.maxfrozenset = maxfrozenset
        self.maxdeque = maxdeque
        self.maxstring = maxstring
        self.maxlong = maxlong
        self.maxother = maxother
        self.fillvalue = fillvalue
        if __python__ >= 12:
            self.indent = indent

    def repr(self, x):
        return self.repr1(x, self.maxlevel)

    def repr1(self, x, level):
        method = getattr(self, "repr_" + type(x).__name__.replace(" ", "_"), self.repr_instance)
        return method(x, level)

    def _join(self, pieces, level):
        indent = getattr(self, "indent", None)
        if indent is None or not pieces:
            return ", ".join(pieces)
        if isinstance(indent, int):
            if indent < 0:
                raise ValueError(f"Repr.indent cannot be negative int (was {indent!r})")
            indent = " " * indent
        if not isinstance(indent, str):
            raise TypeError(f"Repr.indent must be a str, int or None, not {type(indent)}")
        depth = self.maxlevel - level + 1
        lines = ",\n".join([indent * depth + piece for piece in pieces])
        return f"\n{lines},\n{indent * (depth - 1)}"

    def _of_items(self, x, level, left, right, most, trail=""):
        count = len(x)
        if level <= 0 and count:
            return left + self.fillvalue + right
        pieces = [self.repr1(item, level - 1) for item in itertools.islice(x, most)]
        if count > most:
            pieces.append(self.fillvalue)
        if count == 1 and getattr(self, "indent", None) is None:
            right = trail + right
        return left + self._join(pieces, level) + right

    def _cut(self, text, most):
        if len(text) <= most:
            return text
        before = max(0, (most - 3) // 2)
        behind = max(0, most - 3 - before)
        return text[:before] + self.fillvalue + text[len(text) - behind :]

    def repr_tuple(self, x, level):
        return self._of_items(x, level, "(", ")", self.maxtuple, ",")

    def repr_list(self, x, level):
        return self._of_items(x, level, "[", "]", self.maxlist)

    def repr_set(self, x, level):
        return self._of_items(perhaps_sorted(x), level, "{", "}", self.maxset) if x else "set()"

    def repr_frozenset(self, x, level):
        return self._of_items(perhaps_sorted(x), level, "frozenset({", "})", self.maxfrozenset) if x else "frozenset()"

    def repr_deque(self, x, level):
        return self._of_items(x, level, "deque([", "])", self.maxdeque)

    def repr_dict(self, x, level):
        if not x:
            return "{}"
        if level <= 0:
            return "{" + self.fillvalue + "}"
        keys = itertools.islice(perhaps_sorted(x), self.maxdict)
        pieces = [f"{self.repr1(key, level - 1)}: {self.repr1(x[key], level - 1)}" for key in keys]
        if len(x) > self.maxdict:
            pieces.append(self.fillvalue)
        return "{" + self._join(pieces, level) + "}"

    def repr_str(self, x, level):
        shown = representation(x[: self.maxstring])
        if len(shown) > self.maxstring:
            before = max(0, (self.maxstring - 3) // 2)
            behind = max(0, self.maxstring - 3 - before)
            shown = representation(x[:before] + x[len(x) - behind :])
            return shown[:before] + self.fillvalue + shown[len(shown) - behind :]
        return shown

    def repr_int(self, x, level):
        return self._cut(representation(x), self.maxlong)

    def repr_instance(self, x, level):
        try:
            shown = representation(x)
        except Exception:
            return f"<{type(x).__name__} instance at {id(x):#x}>"
        return self._cut(shown, self.maxother)


aRepr = Repr()


def repr(x):
    return aRepr.repr(x)
