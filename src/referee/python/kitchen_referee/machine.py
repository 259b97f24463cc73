"""The machine under the loop: threads, cores and the GIL, on the virtual clock. One thread runs at a time."""

import _thread
import concurrent.futures.thread
import heapq
from collections import deque


class Lane:
    """A thread of the machine."""

    def __init__(self, body, label, inside):
        self.body = body
        self.label = label
        self.inside = inside  # in the process of the loop, and so under its GIL
        self.activity = ("off",)
        self.order = 0
        self.ticket = 0
        self.core_since = None
        self.is_over = False
        self.is_daemon = False
        self.waits_for_future = False
        self.joiners = []
        self.baton = _thread.allocate_lock()
        self.baton.acquire()
        self.has_begun = False
        self.outside = None


class Machine:
    """Virtual threads: each has a real one, which runs only while it has been handed the baton."""

    def __init__(self, clock, recorder, cpus, switch_interval_ns):
        self.clock = clock
        self.recorder = recorder
        self.cpus = cpus
        self.interval_ns = switch_interval_ns  # None without a GIL
        self.main = Lane(None, None, True)
        self.main.activity = ("ready",)
        self.lanes = [self.main]
        self.running = self.main
        self.holder = self.main  # of the GIL
        self.handed_ns = 0
        self.line = deque()  # who waits for the GIL, and since when
        self.waiting_for_core = deque()
        self.at_work = []
        self.runnable = deque()
        self.starts = deque()
        self.may_borrow = False
        self.is_idle = False
        self.numbers = 0

    def is_alone(self):
        """Whether there is no thread but the loop's."""
        return len(self.lanes) == 1

    def next_number(self):
        """The next number of what is begun and what is set."""
        self.numbers += 1
        return self.numbers

    def begin(self):
        """The thread that runs begins something new."""
        self.running.order = self.next_number()

    def add(self, body, label, inside=True):
        """A new thread, which will run its body before the clock moves."""
        lane = Lane(body, label, inside)
        self.lanes.append(lane)
        self.starts.append(lane)
        return lane

    def start(self, lane):
        """A thread has code to run, which it does before the clock moves."""
        self.starts.append(lane)

    # What the running thread does next.

    def hold(self, event, length_ns):
        """It blocks or works."""
        if self.is_alone():
            self.clock.move_to(self.clock.now_ns + length_ns)
        elif event == "work":
            self._pause(("work", length_ns))
        else:
            self._pause(("until", self.clock.now_ns + length_ns))

    def wait(self, tickets, timeout_ns=None):
        """It waits until one of those who hold its ticket wakes it, or until the time is over."""
        tickets.append((self.running, self.running.ticket))
        self._pause(("off",) if timeout_ns is None else ("until", self.clock.now_ns + max(timeout_ns, 0)))

    def wake_all(self, tickets):
        """What these threads waited for has come."""
        while tickets:
            lane, ticket = tickets.pop(0)
            if lane.ticket == ticket:
                self._wake(lane)

    def wake_loop(self):
        """The loop has something to do."""
        if self.is_idle:
            self.is_idle = False
            self._wake(self.main)

    def _pause(self, activity):
        lane = self.running
        if lane is self.main:
            self.stand(activity)
            return
        lane.activity = activity
        if activity[0] == "work":
            if self._takes_gil(lane):
                self._arrive(lane)
        else:
            self._give_gil_up(lane)
        self._pass_baton()

    def _pass_baton(self):
        lane = self.running
        lane.outside = self.recorder.running
        self.main.baton.release()
        lane.baton.acquire()
        self.recorder.running = lane.outside

    # The loop's thread stands still, and the others run.

    def stand(self, activity, loop=None):
        """The loop's thread stands still until it may go on."""
        main = self.main
        is_idle = activity == "idle"
        self.is_idle = is_idle
        main.activity = ("off",) if is_idle else activity
        self.may_borrow = main.activity[0] == "work"
        if self.may_borrow:
            if self._takes_gil(main):
                self._arrive(main)
        else:
            self._give_gil_up(main)
        while True:
            self._run_threads()
            sees_timers = is_idle and (self.is_idle or self._main_runs())
            event = self._next_event(loop if sees_timers else None)
            if self._main_runs() and (event is None or event[0] > self.clock.now_ns or event[1] > 0):
                break
            if event is None:
                self.recorder.end_in_deadlock()
            at_ns, _, _, happens, lane = event
            if at_ns > self.clock.now_ns:
                self.clock.move_to(at_ns)
            happens(lane)
        self.is_idle = False

    def _run_threads(self):
        while True:
            while self.starts:
                self._wake(self.starts.popleft())
            if not self.runnable:
                break
            self._run(self.runnable.popleft())
        self.may_borrow = False

    def _run(self, lane):
        outside, self.recorder.running = self.recorder.running, lane
        self.running = lane
        if lane.has_begun:
            lane.baton.release()
        else:
            lane.has_begun = True
            _thread.start_new_thread(self._live, (lane,))
        self.main.baton.acquire()
        self.running = self.main
        self.recorder.running = outside

    def _live(self, lane):
        try:
            lane.body()
        finally:
            lane.is_over = True
            lane.body = None
            lane.activity = ("off",)
            self._give_gil_up(lane)
            self.wake_all(lane.joiners)
            self.main.baton.release()

    def _main_runs(self):
        has_gil = self.interval_ns is None or self.holder is self.main
        return has_gil and self.main.activity[0] == "ready"

    def _wake(self, lane):
        lane.activity = ("ready",)
        lane.ticket += 1
        if self._takes_gil(lane) and lane is not self.main:
            self.runnable.append(lane)

    # The GIL and the cores.

    def _takes_gil(self, lane):
        if self.interval_ns is None or not lane.inside or self.holder is lane:
            return True
        if self.holder is None and not self.line:
            self.holder, self.handed_ns = lane, self.clock.now_ns
            return True
        lends = self.may_borrow or self.main.activity[0] == "ready"
        if self.holder is self.main and lends and lane.activity[0] == "ready":
            return True
        self.line.append((lane, self.clock.now_ns))
        return False

    def _give_gil_up(self, lane):
        if self.interval_ns is not None and self.holder is lane:
            self.holder = None
            self._hand_on()

    def _hand_on(self):
        if not self.line:
            return
        lane, _ = self.line.popleft()
        self.holder, self.handed_ns = lane, self.clock.now_ns
        if lane.activity[0] == "work":
            self._arrive(lane)
        elif lane is not self.main:
            self.runnable.append(lane)

    def _arrive(self, lane):
        self.waiting_for_core.append(lane)
        self._fill_cores()

    def _fill_cores(self):
        while self.waiting_for_core and len(self.at_work) < self.cpus:
            lane = self.waiting_for_core.popleft()
            lane.core_since = self.clock.now_ns
            self.at_work.append(lane)

    def _leave_core(self, lane):
        self.at_work.remove(lane)
        lane.activity = ("work", lane.activity[1] - (self.clock.now_ns - lane.core_since))
        lane.core_since = None

    # What happens next: instant, rank, order, what, to whom.

    def _next_event(self, loop):
        now_ns = self.clock.now_ns
        events = []
        if loop is not None and loop._scheduled:
            timer = loop._scheduled[0]
            order = timer.number if timer.deadline_ns >= now_ns else 0
            events.append((max(timer.deadline_ns, now_ns), 0, order, self._meet_timer, loop))
        for lane in self.lanes:
            rank = 1 if lane is self.main else 0
            if lane.activity[0] == "until":
                events.append((lane.activity[1], rank, lane.order, self._wake, lane))
            elif lane.activity[0] == "work" and lane.core_since is not None:
                events.append((lane.core_since + lane.activity[1], rank, lane.order, self._work_done, lane))
        holder = self.holder
        if self.line and holder is not None and holder.core_since is not None:
            due_ns = max(self.handed_ns, self.line[0][1]) + self.interval_ns
            events.append((max(due_ns, now_ns), 2, 0, self._hand_over, holder))
        return min(events, key=lambda event: event[:3], default=None)

    def _work_done(self, lane):
        self._leave_core(lane)
        lane.activity = ("ready",)
        if lane is not self.main:
            self.runnable.append(lane)
        self._fill_cores()

    def _hand_over(self, holder):
        self.holder = None
        self.line.append((holder, self.clock.now_ns))
        self._leave_core(holder)
        self._hand_on()
        self._fill_cores()

    def _meet_timer(self, loop):
        """A timer of the loop is due: what `_run_once` does with it, in its turn among what threads do at this instant."""
        self.wake_loop()
        if self._main_runs():
            handle = heapq.heappop(loop._scheduled)
            handle._scheduled = False
            loop._ready.append(handle)

    # The end.

    def join(self, lane, timeout_ns=None):
        """The running thread waits for the end of another."""
        if not lane.is_over:
            self.wait(lane.joiners, timeout_ns)

    def end_process(self):
        """Threads that are no daemons are waited for, as at the end of an interpreter."""
        if self.is_alone():
            return
        self.recorder.running = None
        concurrent.futures.thread._python_exit()
        for lane in self.lanes[1:]:
            if not lane.is_daemon:
                self.join(lane)

    def stuck(self):
        """The labels of the threads that wait for a job."""
        return [lane.label for lane in self.lanes[1:] if lane.waits_for_future and not lane.is_over]
