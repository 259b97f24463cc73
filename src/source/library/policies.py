# Policies of event loops: Lib/asyncio/events.py. Read only where a script names them; it then makes and sets all loops by them.


class AbstractEventLoopPolicy:
    def get_event_loop(self):
        raise NotImplementedError

    def set_event_loop(self, loop):
        raise NotImplementedError

    def new_event_loop(self):
        raise NotImplementedError

    def get_child_watcher(self):
        raise NotImplementedError

    def set_child_watcher(self, watcher):
        raise NotImplementedError


class BaseDefaultEventLoopPolicy(AbstractEventLoopPolicy):
    # What each thread was given.
    def __init__(self):
        self._loops = {}

    def get_event_loop(self):
        thread = threading.get_ident()
        if thread not in self._loops and name_of_thread() == "MainThread":
            warn_of_no_event_loop()
            self.set_event_loop(self.new_event_loop())
        loop = self._loops.get(thread)
        if loop is None:
            raise RuntimeError(f"There is no current event loop in thread {name_of_thread()!r}.")
        return loop

    def set_event_loop(self, loop):
        self._loops.setdefault(threading.get_ident(), None)
        if loop is not None and not isinstance(loop, AbstractEventLoop):
            raise TypeError(f"loop must be an instance of AbstractEventLoop or None, not '{type(loop).__name__}'")
        self._loops[threading.get_ident()] = loop
        plain_set_event_loop(loop)

    def new_event_loop(self):
        return SelectorEventLoop()


class _UnixDefaultEventLoopPolicy(BaseDefaultEventLoopPolicy):
    def set_event_loop(self, loop):
        super().set_event_loop(loop)


DefaultEventLoopPolicy = _UnixDefaultEventLoopPolicy
policies = [None]


def get_event_loop_policy():
    if policies[0] is None:
        policies[0] = DefaultEventLoopPolicy()
    return policies[0]


def set_event_loop_policy(policy):
    if policy is not None and not isinstance(policy, AbstractEventLoopPolicy):
        kind = type(policy).__name__
        raise TypeError(f"policy must be an instance of AbstractEventLoopPolicy or None, not '{kind}'")
    policies[0] = policy
    loops = getattr(policy, "_loops", {})
    if threading.get_ident() in loops:
        plain_set_event_loop(loops[threading.get_ident()])
    else:
        forget_event_loop()


def get_event_loop():
    return _get_running_loop() or get_event_loop_policy().get_event_loop()


def set_event_loop(loop):
    get_event_loop_policy().set_event_loop(loop)


def new_event_loop():
    return get_event_loop_policy().new_event_loop()
