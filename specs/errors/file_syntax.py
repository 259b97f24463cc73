# Every line that is no Python is told, with its first problem.
# underlines: "hello"
# underlines: =
# underlines: (
x = (1 +
    2)
print "hello"


def f():
    if x = 1:
        pass


y = (1, 2
