# graphlib: what may come after what. Of each node it is kept what comes next and how much it still waits for.

PASSED_OUT = -1
DONE = -2


class CycleError(ValueError):
    pass


class TopologicalSorter:
    def __init__(self, graph=None):
        self._next = {}
        self._waits_for = {}
        self._ready = None
        self._passed_out = self._done = 0
        if graph is not None:
            for node, predecessors in graph.items():
                self.add(node, *predecessors)

    def _note(self, node):
        if node not in self._next:
            self._next[node] = []
            self._waits_for[node] = 0

    def add(self, node, *predecessors):
        if self._ready is not None:
            raise ValueError("Nodes cannot be added after a call to prepare()")
        self._note(node)
        self._waits_for[node] += len(predecessors)
        for before in predecessors:
            self._note(before)
            self._next[before].append(node)

    def prepare(self):
        if self._ready is not None:
            raise ValueError("cannot prepare() more than once")
        self._ready = [node for node, count in self._waits_for.items() if count == 0]
        cycle = self._cycle()
        if cycle is not None:
            raise CycleError("nodes are in a cycle", cycle)

    # The first circle that is met when one goes from each node to what comes next.
    def _cycle(self):
        seen = set()
        for start in self._next:
            if start in seen:
                continue
            seen.add(start)
            path = {start: iter(self._next[start])}
            while path:
                last = next(reversed(path))
                for node in path[last]:
                    if node in path:
                        nodes = list(path)
                        return nodes[nodes.index(node) :] + [node]
                    if node not in seen:
                        seen.add(node)
                        path[node] = iter(self._next[node])
                        break
                else:
                    del path[last]
        return None

    def _check_prepared(self):
        if self._ready is None:
            raise ValueError("prepare() must be called first")

    def get_ready(self):
        self._check_prepared()
        ready = tuple(self._ready)
        for node in ready:
            self._waits_for[node] = PASSED_OUT
        self._ready.clear()
        self._passed_out += len(ready)
        return ready

    def is_active(self):
        self._check_prepared()
        return self._done < self._passed_out or bool(self._ready)

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        self._check_prepared()
        for node in nodes:
            if node not in self._waits_for:
                raise ValueError(f"node {node!r} was not added using add()")
            stands = self._waits_for[node]
            if stands >= 0:
                raise ValueError(f"node {node!r} was not passed out (still not ready)")
            if stands == DONE:
                raise ValueError(f"node {node!r} was already marked done")
            self._waits_for[node] = DONE
            for behind in self._next[node]:
                self._waits_for[behind] -= 1
                if self._waits_for[behind] == 0:
                    self._ready.append(behind)
            self._done += 1

    def static_order(self):
        self.prepare()
        while self.is_active():
            nodes = self.get_ready()
            yield from nodes
            self.done(*nodes)
