# timeit: how long a function takes on the virtual clock. Code in texts is not there, but for what does nothing.

default_number = 1000000
default_repeat = 5


def default_timer():
    return time.perf_counter()


def function_of(code, what):
    if callable(code):
        return code
    if not isinstance(code, str):
        raise ValueError(f"{what} is neither a string nor callable")
    if code.strip() not in ("", "pass"):
        raise NotImplementedError(f"timeit of a text is not supported: give it a function, {code!r} behind lambda")
    return None


class Timer:
    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer = timer
        self._setup = function_of(setup, "setup")
        self._statement = function_of(stmt, "stmt")

    def timeit(self, number=default_number):
        if self._setup is not None:
            self._setup()
        statement, start = self._statement, self.timer()
        if statement is not None:
            for _ in range(number):
                statement()
        return self.timer() - start

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        scale = 1
        while True:
            for digit in (1, 2, 5):
                number = scale * digit
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            scale *= 10


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
