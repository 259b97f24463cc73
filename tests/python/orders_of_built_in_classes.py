print(
    int.__mro__,
    bool.__mro__,
    bool.__bases__,
    dict.__base__,
    object.__base__,
    object.__mro__,
    object.__bases__,
    type([]).__mro__,
)


class A(dict):
    pass


print(A.__mro__, A.__bases__)
