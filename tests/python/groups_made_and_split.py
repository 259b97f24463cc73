# Groups made with what does not fit, of classes with a `__new__` of their own, split, and taken by `except*`.


def attempt(what, call):
    try:
        print(what, repr(call()))
    except BaseException as error:
        print(what, repr(error), type(error.__cause__).__name__, repr(error.__context__))


class MyGroup(ExceptionGroup):
    pass


class Both(BaseExceptionGroup, ValueError):
    pass


class Coded(ExceptionGroup):
    def __new__(cls, message, members, code):
        made = super().__new__(cls, message, members)
        made.code = code
        return made


class Deriving(ExceptionGroup):
    def __new__(cls, message, members, code):
        made = super().__new__(Deriving, message, members)
        made.code = code
        return made

    def derive(self, members):
        return Deriving(self.message, members, self.code)


class Mangling(ExceptionGroup):
    def __new__(cls, message, members):
        return super().__new__(cls, f"{message}!", [*members, KeyError("more")])


class Falsy(ExceptionGroup):
    def __bool__(self):
        return False

    def derive(self, members):
        return Falsy(self.message, members)


class Empty(ExceptionGroup):
    def __len__(self):
        return 0


def bad(answer):
    class Bad(ExceptionGroup):
        def derive(self, members):
            return answer

    return Bad("bad", [ValueError(1), TypeError(2)])


def making():
    attempt("no arguments", lambda: ExceptionGroup())
    attempt("one", lambda: ExceptionGroup("one"))
    attempt("three", lambda: ExceptionGroup("one", [ValueError()], 3))
    attempt("keywords", lambda: ExceptionGroup(message="one", exceptions=[ValueError()]))
    attempt("number", lambda: ExceptionGroup(3, [ValueError()]))
    attempt("none", lambda: ExceptionGroup(None, [ValueError()]))
    attempt("error", lambda: ExceptionGroup(ValueError(12), SyntaxError("bad")))
    attempt("a set", lambda: ExceptionGroup("a set", {ValueError()}))
    attempt("nothing", lambda: ExceptionGroup("nothing", None))
    attempt("empty", lambda: ExceptionGroup("empty", []))
    attempt("a class", lambda: ExceptionGroup("a class", [ValueError(), ValueError]))
    attempt("a number", lambda: ExceptionGroup("a number", (5,)))
    attempt("nested", lambda: ExceptionGroup("nested", [KeyboardInterrupt()]))
    attempt("nested in mine", lambda: MyGroup("nested", [ValueError(), KeyboardInterrupt()]))
    attempt("nested in both", lambda: Both("nested", [KeyboardInterrupt()]))
    attempt("both", lambda: Both("both", (KeyError(),)))
    attempt("base", lambda: BaseExceptionGroup("base", [KeyError()]))
    attempt("base of base", lambda: BaseExceptionGroup("base", [SystemExit()]))
    attempt("coded", lambda: Coded("coded", [KeyError()], 42).code)
    attempt("coded too little", lambda: Coded("coded", [KeyError()]))
    attempt("mangling", lambda: Mangling("mangling", [OSError()]).exceptions)
    attempt("subscript", lambda: Exception[OSError])


def fields():
    group = MyGroup("fields", [ValueError(1), KeyError(2)])
    attempt("message", lambda: setattr(group, "message", "other"))
    attempt("exceptions", lambda: setattr(group, "exceptions", ()))
    attempt("no message", lambda: delattr(group, "message"))
    attempt("both", lambda: (group.message, group.exceptions, group.args))
    group.args = ("x", 3)
    attempt("args", lambda: (group.message, group.exceptions, group.args))
    attempt("text", lambda: str(group))
    attempt("truth", lambda: (bool(group), bool(Falsy("falsy", [OSError()])), bool(Empty("empty", [OSError()]))))
    members = [ValueError(1)]
    group = ExceptionGroup("list", members)
    members.append(KeyError())
    attempt("a list that grew", lambda: (group, str(group), group.exceptions))


def splitting():
    group = ExceptionGroup("split", [ValueError(1), KeyError(2), ExceptionGroup("inner", [OSError(3), ValueError(4)])])
    for name, condition in [
        ("number", 3),
        ("none", None),
        ("class", int),
        ("text", "ValueError"),
        ("list", [ValueError]),
        ("tuple", (ValueError, int)),
        ("empty", ()),
        ("nested tuple", (ValueError, (OSError,))),
        ("error", ValueError(1)),
    ]:
        attempt(f"split by {name}", lambda: group.split(condition))
        attempt(f"subgroup by {name}", lambda: group.subgroup(condition))
    attempt("split by function", lambda: group.split(lambda error: error.args == (1,)))
    attempt("split by itself", lambda: group.split(ExceptionGroup)[0] is group)
    attempt("split by what raises", lambda: group.split(lambda error: 1 / 0))
    attempt("derive nothing", lambda: group.derive([]))
    attempt("derive", lambda: group.derive([KeyboardInterrupt()]))
    for answer in (None, 42, ValueError("no group"), KeyError):
        attempt(f"derived {answer}", lambda: bad(answer).split(ValueError))
        attempt(f"all derived {answer}", lambda: bad(answer).subgroup((ValueError, TypeError)))
    attempt("coded", lambda: Coded("coded", [ValueError(1), KeyError(2)], 42).split(ValueError))
    deriving = Deriving("deriving", [ValueError(1), Deriving("inner", [KeyError(2), ValueError(3)], 2)], 1)
    match, rest = deriving.split(ValueError)
    print(repr(match), match.code, match.exceptions[1].code, repr(rest), rest.code)
    attempt("mangling", lambda: Mangling("mangling", [OSError(1)]).split(OSError))


def starred(what, error, classes):
    try:
        try:
            raise error
        except* classes as group:
            print(what, "took", repr(group), bool(group))
        else:
            print(what, "nothing")
    except BaseException as other:
        print(what, "raised", repr(other), type(other.__cause__).__name__, repr(other.__context__))


def taking():
    starred("of groups", OSError("x"), ExceptionGroup)
    starred("of groups in a tuple", ExceptionGroup("x", [OSError(), KeyError()]), (OSError, BaseExceptionGroup))
    starred("of mine", MyGroup("x", [ValueError(), KeyError()]), MyGroup)
    starred("a number", ValueError("x"), 42)
    starred("a number in a tuple", ExceptionGroup("x", [ValueError(), KeyError()]), (ValueError, 42))
    starred("numbers", ExceptionGroup("x", [ValueError(), KeyError()]), int)
    starred("coded", Coded("coded", [ValueError(1), KeyError(2)], 42), ValueError)
    starred("deriving", Deriving("deriving", [ValueError(1), KeyError(2)], 42), ValueError)
    starred("falsy", Falsy("falsy", [ValueError(1), KeyError(2)]), ValueError)
    starred("all falsy", Falsy("falsy", [ValueError(1), KeyError(2)]), Exception)
    starred("empty", Empty("empty", [ValueError(1), KeyError(2)]), (ValueError, KeyError))
    starred("bad", bad(42), ValueError)


making()
fields()
splitting()
taking()
