# sched: calls at their times, by a clock and a way of waiting that are given (`sched.py`).


class Event:
    def __init__(self, time, priority, sequence, action, argument, kwargs):
        self.time = time
        self.priority = priority
        self.sequence = sequence
        self.action = action
        self.argument = argument
        self.kwargs = kwargs

    def place(self):
        return (self.time, self.priority, self.sequence)

    def __lt__(self, other):
        return self.place() < other.place()

    def __iter__(self):
        return iter((self.time, self.priority, self.sequence, self.action, self.argument, self.kwargs))

    def __repr__(self):
        parts = (f"{name}={value!r}" for name, value in zip(NAMES, self))
        return f"Event({', '.join(parts)})"


NAMES = ("time", "priority", "sequence", "action", "argument", "kwargs")


class scheduler:
    def __init__(self, timefunc=time.monotonic, delayfunc=time.sleep):
        self.timefunc = timefunc
        self.delayfunc = delayfunc
        self._events = []
        self._entered = 0

    def enterabs(self, time, priority, action, argument=(), kwargs=None):
        event = Event(time, priority, self._entered, action, argument, {} if kwargs is None else kwargs)
        self._entered += 1
        self._events.append(event)
        self._events.sort()
        return event

    def enter(self, delay, priority, action, argument=(), kwargs=None):
        return self.enterabs(self.timefunc() + delay, priority, action, argument, kwargs)

    def cancel(self, event):
        self._events.remove(event)

    def empty(self):
        return not self._events

    @property
    def queue(self):
        return list(self._events)

    def run(self, blocking=True):
        while self._events:
            event = self._events[0]
            now = self.timefunc()
            if event.time <= now:
                self._events.pop(0)
                event.action(*event.argument, **event.kwargs)
                self.delayfunc(0)
            elif blocking:
                self.delayfunc(event.time - now)
            else:
                return event.time - now
