"""Tables of characters, and texts that are translated by them."""


def attempt(function, *arguments):
    try:
        print(repr(function(*arguments)))
    except Exception as error:
        print(type(error).__name__, error)


print("hello".translate(str.maketrans("el", "ip")))
print("hello".translate({104: "J", 101: None, 111: 48}), "hello".translate({ord("l"): "<l>"}))
print(str.maketrans("ab", "xy", "cz"), "".maketrans({"a": 1, 98: "b", "c": None}))
print("abc".translate(["-"] * 98), "naïve".translate(str.maketrans("ï", "i")), "abc".translate({}))
attempt(str.maketrans, {"ab": 1})
attempt(str.maketrans, {1.5: 1})
attempt(str.maketrans, "ab")
attempt(str.maketrans, "ab", "x")
attempt(str.maketrans, 1, "x")
attempt(str.maketrans, "a", 1)
attempt(str.maketrans, "a", "b", 1)
attempt("a".translate, {97: 1.5})
attempt("a".translate, {97: -1})
attempt("a".translate, 5)


class Table:
    def __getitem__(self, number):
        return chr(number + 1)


print("abc".translate(Table()))
