# inspect.signature: what functions take.


class _empty:
    pass


class _ParameterKind:
    def __init__(self, value, name, description):
        self.value = value
        self.name = name
        self.description = description

    def __str__(self):
        return self.name

    def __repr__(self):
        return f"<_ParameterKind.{self.name}: {self.value}>"

    def __lt__(self, other):
        return self.value < other.value

    def __gt__(self, other):
        return self.value > other.value


KINDS = [
    _ParameterKind(0, "POSITIONAL_ONLY", "positional-only"),
    _ParameterKind(1, "POSITIONAL_OR_KEYWORD", "positional or keyword"),
    _ParameterKind(2, "VAR_POSITIONAL", "variadic positional"),
    _ParameterKind(3, "KEYWORD_ONLY", "keyword-only"),
    _ParameterKind(4, "VAR_KEYWORD", "variadic keyword"),
]


class Parameter:
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = KINDS
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        self.name = name
        self.kind = kind
        self.default = default
        self.annotation = annotation

    def replace(self, **changes):
        given = {"name": self.name, "kind": self.kind, "default": self.default, "annotation": self.annotation}
        given.update(changes)
        return Parameter(given.pop("name"), given.pop("kind"), **given)

    def __str__(self):
        stars = "*" if self.kind is KINDS[2] else "**" if self.kind is KINDS[4] else ""
        is_annotated = self.annotation is not _empty
        name = f"{self.name}: {formatannotation(self.annotation)}" if is_annotated else self.name
        equals = " = " if is_annotated else "="
        return f"{stars}{name}" + ("" if self.default is _empty else f"{equals}{self.default!r}")

    def __repr__(self):
        return f'<Parameter "{self}">'

    def __eq__(self, other):
        if not isinstance(other, Parameter):
            return NotImplemented
        own = (self.name, self.kind, self.default, self.annotation)
        return own == (other.name, other.kind, other.default, other.annotation)


def formatannotation(annotation, base_module=None):
    if not isinstance(annotation, type):
        return repr(annotation)
    if annotation.__module__ in ("builtins", base_module):
        return annotation.__qualname__
    return f"{annotation.__module__}.{annotation.__qualname__}"


class BoundArguments:
    def __init__(self, signature, arguments):
        self.signature = signature
        self.arguments = arguments

    @property
    def args(self):
        args = []
        for name, one in self.signature.parameters.items():
            if one.kind > KINDS[2] or name not in self.arguments:
                break
            if one.kind is KINDS[2]:
                args.extend(self.arguments[name])
            else:
                args.append(self.arguments[name])
        return tuple(args)

    @property
    def kwargs(self):
        kwargs, is_by_name = {}, False
        for name, one in self.signature.parameters.items():
            is_by_name = is_by_name or one.kind > KINDS[2] or name not in self.arguments and one.kind is not KINDS[2]
            if not is_by_name or name not in self.arguments:
                continue
            if one.kind is KINDS[4]:
                kwargs.update(self.arguments[name])
            else:
                kwargs[name] = self.arguments[name]
        return kwargs

    def apply_defaults(self):
        filled = {}
        for name, one in self.signature.parameters.items():
            if name in self.arguments:
                filled[name] = self.arguments[name]
            elif one.default is not _empty:
                filled[name] = one.default
            elif one.kind is KINDS[2]:
                filled[name] = ()
            elif one.kind is KINDS[4]:
                filled[name] = {}
        self.arguments = filled

    def __repr__(self):
        return f"<BoundArguments ({', '.join([f'{name}={value!r}' for name, value in self.arguments.items()])})>"


class Signature:
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        self.parameters = {one.name: one for one in parameters or ()}
        self.return_annotation = return_annotation

    def bind(self, /, *args, **kwargs):
        return BoundArguments(self, arguments_of(self, args, kwargs, False))

    def bind_partial(self, /, *args, **kwargs):
        return BoundArguments(self, arguments_of(self, args, kwargs, True))

    def replace(self, *, parameters=None, return_annotation=_empty):
        parameters = self.parameters.values() if parameters is None else parameters
        returned = self.return_annotation if return_annotation is _empty else return_annotation
        return Signature(parameters, return_annotation=returned)

    def __str__(self):
        parts, kinds = [], [one.kind for one in self.parameters.values()]
        for at, one in enumerate(self.parameters.values()):
            if one.kind is KINDS[3] and KINDS[2] not in kinds and (at == 0 or kinds[at - 1] is not KINDS[3]):
                parts.append("*")
            parts.append(str(one))
            if one.kind is KINDS[0] and (at + 1 == len(kinds) or kinds[at + 1] is not KINDS[0]):
                parts.append("/")
        is_annotated = self.return_annotation is not _empty
        return f"({', '.join(parts)})" + (f" -> {formatannotation(self.return_annotation)}" if is_annotated else "")

    def __repr__(self):
        return f"<Signature {self}>"

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        return self.parameters == other.parameters and self.return_annotation == other.return_annotation


def arguments_of(signature, args, kwargs, is_partial):
    arguments, waiting, by_name, wrongly_named = {}, list(args), dict(kwargs), []
    left = list(signature.parameters.values())
    while left:
        one = left[0]
        if waiting:
            if one.kind > KINDS[2]:
                break
            left.pop(0)
            if one.kind is KINDS[2]:
                arguments[one.name] = tuple(waiting)
                waiting = []
                break
            if one.name in by_name and one.kind is not KINDS[0]:
                raise TypeError(f"multiple values for argument {one.name!r}")
            arguments[one.name] = waiting.pop(0)
        elif one.kind is KINDS[2]:
            left.pop(0)
            break
        elif one.name in by_name:
            if one.kind is not KINDS[0]:
                break
            if __python__ < 13:
                raise TypeError(f"{one.name!r} parameter is positional only, but was passed as a keyword")
            wrongly_named.append(left.pop(0).name)
        elif is_partial or one.kind is KINDS[4] or one.default is not _empty:
            break
        else:
            raise TypeError(missing(one, __python__ >= 12))
    if waiting:
        raise TypeError("too many positional arguments")
    rest = None
    for one in left:
        if one.kind is KINDS[4]:
            rest = one
        elif one.name in by_name and one.kind is not KINDS[2]:
            arguments[one.name] = by_name.pop(one.name)
        elif not is_partial and one.kind is not KINDS[2] and one.default is _empty:
            raise TypeError(missing(one, False))
    if by_name and rest is not None:
        arguments[rest.name] = by_name
    elif by_name and wrongly_named:
        names = ", ".join(wrongly_named)
        raise TypeError(f"got some positional-only arguments passed as keyword arguments: {names!r}")
    elif by_name:
        raise TypeError(f"got an unexpected keyword argument {next(iter(by_name))!r}")
    return arguments


def missing(one, tells_kind):
    kind = " keyword-only" if tells_kind and one.kind is KINDS[3] else ""
    return f"missing a required{kind} argument: {one.name!r}"


def signature(obj, *, follow_wrapped=True):
    while follow_wrapped and hasattr(obj, "__wrapped__") and not hasattr(obj, "__signature__"):
        obj = obj.__wrapped__
    if hasattr(obj, "__signature__"):
        return obj.__signature__
    if not callable(obj):
        raise TypeError(f"{obj!r} is not a callable object")
    skipped = 0
    if isclass(obj):
        if hasattr(obj, "__dataclass_fields__"):
            return signature_of_fields(obj)
        obj, skipped = obj.__init__, 1
        if not isfunction(obj):
            return Signature()
    elif ismethod(obj):
        obj, skipped = getattr(obj, "__func__", obj), 1
    elif not isfunction(obj) and hasattr(type(obj), "__call__"):
        obj, skipped = type(obj).__call__, 1
    rows = parameters_of_function(obj)
    if rows is None:
        raise NotImplementedError("kitchen-sim has signatures of functions of the program alone")
    hints = obj.__annotations__
    parameters = [
        Parameter(name, KINDS[kind], default=default if has_default else _empty, annotation=hints.get(name, _empty))
        for name, kind, has_default, default in rows[skipped:]
    ]
    return Signature(parameters, return_annotation=hints.get("return", _empty))


def signature_of_fields(cls):
    parameters = []
    for one in sorted(cls.__dataclass_fields__.values(), key=lambda one: one.kw_only):
        if one.init:
            has_default = str(one.default) != "<dataclasses.MISSING>"
            kind = KINDS[3] if one.kw_only else KINDS[1]
            annotation = written_type(one.type) if isinstance(one.type, str) else one.type
            parameters.append(Parameter(one.name, kind, default=one.default if has_default else _empty, annotation=annotation))
    return Signature(parameters, return_annotation=None)


# The old form of a signature (`inspect.py`, `getfullargspec`).
class FullArgSpec(Traceback):
    _fields = ("args", "varargs", "varkw", "defaults", "kwonlyargs", "kwonlydefaults", "annotations")

    def __repr__(self):
        return f"FullArgSpec({', '.join([f'{field}={value!r}' for field, value in zip(self._fields, self)])})"


def getfullargspec(func):
    whole = func
    bound = []
    if ismethod(func):
        bound, whole = [next(iter(signature(func.__func__).parameters.values()))], func
    found = signature(whole, follow_wrapped=False)
    parts = bound + list(found.parameters.values())
    named = [one for one in parts if one.kind < KINDS[2]]
    only = [one for one in parts if one.kind is KINDS[3]]
    stars = {one.kind.value: one.name for one in parts if one.kind is KINDS[2] or one.kind is KINDS[4]}
    hints = {} if found.return_annotation is _empty else {"return": found.return_annotation}
    hints.update({one.name: one.annotation for one in parts if one.annotation is not _empty})
    return FullArgSpec(
        [one.name for one in named],
        stars.get(2),
        stars.get(4),
        tuple([one.default for one in named if one.default is not _empty]) or None,
        [one.name for one in only],
        {one.name: one.default for one in only if one.default is not _empty} or None,
        hints,
    )
