# Annotations of functions, and classes with types in brackets behind them.


# An annotation that is known by its text alone: `list[int]`.
class written_type:
    def __init__(self, text):
        self.text = text

    def __repr__(self):
        return self.text

    def __eq__(self, other):
        return self.text == other.text if isinstance(other, written_type) else NotImplemented

    def __hash__(self):
        return hash(self.text)


# The class that an annotation names, a tuple of several, or itself.
def hint_of(annotation):
    if annotation is None:
        return type(None)
    if not isinstance(annotation, (str, written_type)):
        return annotation
    text = annotation if isinstance(annotation, str) else annotation.text
    known = {kind.__name__: kind for kind in (bool, dict, float, frozenset, int, list, object, set, str, tuple, type)}
    known["None"] = type(None)
    for join, end in ("Union", ""), ("Optional", " | None"):
        if text.startswith(f"{join}[") and text.endswith("]"):
            text = text[len(join) + 1 : -1].replace(",", " |") + end
    classes = []
    for name in [part.strip().strip("\"'") for part in text.split("|")]:
        found = known.get(name) or global_variables().get(name)
        if found is None:
            return annotation
        classes.append(found)
    return classes[0] if len(classes) == 1 else tuple(classes)


# The variables that stand in types, in the order in which they come.
def variables_in(types):
    found = []
    for each in types:
        if isinstance(each, (list, tuple)):
            found.extend(variables_in(each))
        elif getattr(each, "is_variable", False):
            found.append(each)
        elif not isinstance(each, type):
            found.extend(getattr(each, "__parameters__", ()))
    return tuple(dict.fromkeys(found))


# A type with others in place of its variables.
def filled_in(each, others):
    if isinstance(each, list):
        return [filled_in(one, others) for one in each]
    if getattr(each, "is_variable", False):
        return others[each]
    inner = () if isinstance(each, type) else getattr(each, "__parameters__", ())
    return each[tuple([others[variable] for variable in inner])] if inner else each


# The arguments of a type that has variables in it, when `given` takes their place.
def arguments_of(alias, given):
    given = given if isinstance(given, tuple) else (given,)
    given = [type(None) if each is None else each for each in given]
    wanted = alias.__parameters__
    if not wanted:
        raise TypeError(f"{alias!r} is not a generic class")
    if len(given) != len(wanted) and not any(variable.is_variable != "TypeVar" for variable in wanted):
        few = "few" if len(given) < len(wanted) else "many"
        raise TypeError(f"Too {few} arguments for {alias!r}; actual {len(given)}, expected {len(wanted)}")
    others = dict(zip(wanted, given))
    return tuple([filled_in(each, others) for each in alias.__args__])


class GenericAlias:
    __type_name__ = "types.GenericAlias"

    def __init__(self, origin, args):
        self.__origin__ = origin
        self.__args__ = args if isinstance(args, tuple) else (args,)
        self.__parameters__ = variables_in(self.__args__)

    def __getitem__(self, given):
        return GenericAlias(self.__origin__, arguments_of(self, given))

    def __call__(self, *args, **kwargs):
        return self.__origin__(*args, **kwargs)

    def __getattr__(self, name):
        return getattr(self.__origin__, name)

    def __eq__(self, other):
        if not isinstance(other, GenericAlias):
            return NotImplemented
        return (self.__origin__, self.__args__) == (other.__origin__, other.__args__)

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __or__(self, other):
        return union_of(self, other)

    def __ror__(self, other):
        return union_of(other, self)

    def __repr__(self):
        args = ", ".join([words_of_type(each) for each in self.__args__])
        return f"{words_of_type(self.__origin__)}[{args if self.__args__ else '()'}]"


def words_of_type(each):
    if not isinstance(each, type):
        words = repr(each)
        return "..." if words == "Ellipsis" else words
    return each.__qualname__ if each.__module__ == "builtins" else f"{each.__module__}.{each.__qualname__}"


def alias_of(origin, args):
    return GenericAlias(origin, args)


# `int | None`
class UnionType:
    __type_name__ = "types.UnionType"

    def __init__(self, args, words=None):
        self.__args__ = args
        self.__parameters__ = variables_in(args)
        self.words = words or " | ".join(["None" if each is type(None) else words_of_type(each) for each in args])

    def __or__(self, other):
        return union_of(self, other)

    def __ror__(self, other):
        return union_of(other, self)

    def __eq__(self, other):
        return set(self.__args__) == set(other.__args__) if isinstance(other, UnionType) else NotImplemented

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __repr__(self):
        return self.words

    def __getitem__(self, given):
        union = union_of(*arguments_of(self, given))
        return union.named() if isinstance(union, UnionType) and self.words.startswith("typing.") else union

    def called(self, words):
        return UnionType(self.__args__, words)

    # As `typing` names it.
    def named(self):
        others = [each for each in self.__args__ if each is not type(None)]
        if len(others) == 1:
            return self.called(f"typing.Optional[{words_of_type(others[0])}]")
        return self.called(f"typing.Union[{', '.join([words_of_type(each) for each in self.__args__])}]")


def union_of(*types):
    args = []
    for each in types:
        args.extend(each.__args__ if isinstance(each, UnionType) else [type(None) if each is None else each])
    args = list(dict.fromkeys(args))
    return UnionType(tuple(args)) if len(args) > 1 else args[0]
