# What loops wait with: here only to be given to them, for there is nothing that one could wait for.
EVENT_READ = 1
EVENT_WRITE = 2


class BaseSelector:
    def register(self, fileobj, events, data=None):
        refuse_to_go_on("a selector that is asked itself")

    def unregister(self, fileobj):
        refuse_to_go_on("a selector that is asked itself")

    def modify(self, fileobj, events, data=None):
        refuse_to_go_on("a selector that is asked itself")

    def select(self, timeout=None):
        refuse_to_go_on("a selector that is asked itself")

    def get_key(self, fileobj):
        refuse_to_go_on("a selector that is asked itself")

    def get_map(self):
        refuse_to_go_on("a selector that is asked itself")

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()


class SelectSelector(BaseSelector):
    pass


class PollSelector(BaseSelector):
    pass


class EpollSelector(BaseSelector):
    pass


DefaultSelector = EpollSelector
