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


class GenericAlias:
    __type_name__ = "types.GenericAlias"

    def __init__(self, origin, args):
        self.__origin__ = origin
        self.__args__ = args if isinstance(args, tuple) else (args,)
        self.__parameters__ = ()

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
        self.__parameters__ = ()
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

    def called(self, words):
        return UnionType(self.__args__, words)


def union_of(*types):
    args = []
    for each in types:
        args.extend(each.__args__ if isinstance(each, UnionType) else [type(None) if each is None else each])
    args = list(dict.fromkeys(args))
    return UnionType(tuple(args)) if len(args) > 1 else args[0]
