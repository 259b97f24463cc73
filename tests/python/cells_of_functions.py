# What a function has from around it.
def outer(b, a=2):
    c = 3
    def inner():
        return a + b + c
    def late():
        return z
    try:
        print(late.__closure__[0].cell_contents)
    except ValueError as e:
        print(e)
    z = 9
    print(late.__closure__[0].cell_contents)
    c = 4
    return inner
f = outer(1)
print([x.cell_contents for x in f.__closure__], len(f.__closure__), outer.__closure__, (lambda: f).__closure__)
fs = [lambda i=i: i for i in range(2)]
print(fs[0].__closure__, type(f.__closure__[0]).__name__)
def counter():
    n = 0
    def inc():
        nonlocal n
        n += 1
        return n
    return inc
c = counter(); c(); c()
print(c.__closure__[0].cell_contents)
