# Code, the frames in which it runs, and the frames that an exception passed. `row_of_function` and `rows_of_traceback` are intrinsics.


class code:
    def __init__(self, name, qualified, file, line, flags, counts, variables, captured=()):
        self.co_name = name
        self.co_qualname = qualified
        self.co_filename = file
        self.co_firstlineno = line
        self.co_flags = flags
        self.co_argcount, self.co_posonlyargcount, self.co_kwonlyargcount = counts
        self.co_varnames = variables
        self.co_nlocals = len(variables)
        self.co_freevars = captured

    def __eq__(self, other):
        if not isinstance(other, code):
            return NotImplemented
        return self.co_qualname == other.co_qualname and self.co_firstlineno == other.co_firstlineno

    def __hash__(self):
        return hash((self.co_qualname, self.co_firstlineno))

    def __repr__(self):
        place = f'file "{self.co_filename}", line {self.co_firstlineno}'
        return f"<code object {self.co_name} at {hidden_place()}, {place}>"


class frame:
    f_back = None

    def __init__(self, code, line, text, places):
        self.f_code = code
        self.f_lineno = line
        self._text = text
        self._places = places

    # What is known of some frames alone, or of none.
    def __getattr__(self, name):
        if name in ("f_locals", "f_globals", "f_builtins", "f_lasti", "f_trace", "clear"):
            refuse_to_go_on(f"`{name}` of this frame")
        raise AttributeError(f"'frame' object has no attribute '{name}'")


# The variables are known of frames that wait.
def frame_of(row, line, text, places, variables=None):
    made = frame(code(*row), line, text, places)
    if variables is not None:
        made.f_locals = variables
    return made


def code_of(row, line, text, places):
    return code(*row)


def code_of_function(function, name):
    return code(*row_of_function(function))


class told_code:
    def __init__(self, name):
        self.co_qualname = name
        self.co_name = name.split(".")[-1]


# A coroutine of the library that is awaited on the spot.
class coroutine:
    cr_running = False
    cr_suspended = True
    cr_origin = None

    def __init__(self, name, awaited):
        self.__qualname__ = name
        self.__name__ = name.split(".")[-1]
        self.cr_code = told_code(name)
        self.cr_await = awaited

    @property
    def cr_frame(self):
        refuse_to_go_on("a frame of the library")


# The turn that `asyncio.sleep(0)` gives.
class generator:
    gi_running = False
    gi_suspended = True
    gi_yieldfrom = None
    gi_code = told_code("__sleep0")

    def __init__(self):
        self.__name__ = self.__qualname__ = "__sleep0"

    @property
    def gi_frame(self):
        refuse_to_go_on("a frame of the library")


class async_generator_asend:
    pass


class FutureIter:
    pass


# What a coroutine waits for, behind coroutines of the library with these names.
def awaited_of(names, waits):
    if names == ("asend",):
        return async_generator_asend()
    awaited = FutureIter() if waits else None
    for name in reversed(names):
        awaited = generator() if name == "__sleep0" else coroutine(name, awaited)
    return awaited


def frames_of(rows):
    return [frame_of(*row) for row in rows]


# The frames that run, the innermost first.
def running_frames():
    frames = frames_of(rows_of_stack())
    for inner, outer in zip(frames, frames[1:]):
        inner.f_back = outer
    return frames


# `sys._getframe`
def running_frame(depth):
    if depth < 0:
        depth = 0
    frames = running_frames()
    if depth >= len(frames):
        raise ValueError("call stack is not deep enough")
    return frames[depth]


class traceback:
    def __init__(self, frame, inner):
        self.tb_frame = frame
        self.tb_lineno = frame.f_lineno
        self.tb_lasti = -1
        self.tb_next = inner


def part_of_traceback(tb, name):
    inner = None
    for row in reversed(rows_of_traceback(tb)):
        inner = traceback(frame_of(*row), inner)
    return getattr(inner, name)


# What a frame that is told of looks like.
def lines_of_frame(file, line, name, text, marked=""):
    lines = f'  File "{file}", line {line}, in {name}\n'
    return lines + (marked or f"    {text}\n" if text else "")


# CPython's own lines are not known: what is told leaves them out.
def is_of_library(file):
    return file == f"/{hidden_place()}/"


def safe_string(value, what, text, name):
    try:
        return text(value)
    except BaseException:
        return f"<{what} {name}() failed>"


# The name of a class of exceptions, behind that of its module.
def told_name(kind):
    return kind.__qualname__ if kind.__module__ in ("__main__", "builtins") else f"{kind.__module__}.{kind.__qualname__}"


# `traceback.format_exception_only`
def lines_of_exception(error):
    if error is None:
        return ["NoneType: None\n"]
    name = told_name(type(error))
    text = safe_string(error, "exception", str, "str")
    lines = [f"{name}: {text}\n" if text else f"{name}\n"]
    notes = getattr(error, "__notes__", None)
    if isinstance(notes, (list, tuple)) or (isinstance(notes, str) and __python__ < 12):
        for note in notes:
            note = safe_string(note, "note", str, "str")
            lines.extend([f"{line}\n" for line in note.split("\n")])
    elif notes is not None:
        lines.append(safe_string(notes, "__notes__", repr, "repr") + ("\n" if __python__ >= 12 else ""))
    return lines


def print_stack(task, limit, file):
    frames = task.get_stack(limit=limit)
    exception = task._exception
    if not frames:
        print(f"No stack for {task!r}", file=file)
    else:
        what = "Stack" if exception is None else "Traceback"
        print(f"{what} for {task!r} (most recent call last):", file=file)
    for held in frames:
        if is_of_library(held.f_code.co_filename):
            continue
        text = lines_of_frame(held.f_code.co_filename, held.f_lineno, held.f_code.co_name, held._text.strip())
        print(text, file=file, end="")
    if exception is not None:
        for line in lines_of_exception(exception):
            print(line, file=file, end="")
