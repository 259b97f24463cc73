//! What Python says of locks, queues and their kin (`locks.py`, `queues.py`: `__repr__`, `__str__`).

use crate::asyncio::barrier::Phase;
use crate::asyncio::executor::JobState;
use crate::kernel::exception::Raised;
use crate::kernel::{Value, text};
use crate::policy::Discipline;
use crate::script::PythonVersion;
use crate::trace::Sink;
use crate::units::ThingKind;

use super::Engine;
use super::machine::MAIN;

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// `str(thing)`, `repr(thing)`; an address is hidden in it.
    pub(super) fn text_of_thing(&mut self, thing: u64, is_repr: bool) -> Result<Value, Raised> {
        let kind = ThingKind::of(thing);
        let name = kind.name();
        let words = match kind {
            ThingKind::TaskGroup => self.vm.things.group(thing).words(),
            ThingKind::Timeout => self.text_of_timeout(thing),
            ThingKind::Queue | ThingKind::PriorityQueue | ThingKind::LifoQueue => {
                let contents = self.text_of_queue(thing)?;
                let place = if is_repr { format!(" at {}", text::hidden_address()) } else { String::new() };
                format!("<{name}{place} {contents}>")
            }
            ThingKind::Lock
            | ThingKind::Event
            | ThingKind::Condition
            | ThingKind::Semaphore
            | ThingKind::BoundedSemaphore
            | ThingKind::Barrier => {
                format!("<asyncio.locks.{name} object at {} [{}]>", text::hidden_address(), self.text_of_lock(thing))
            }
            ThingKind::Job => self.text_of_job(thing),
            ThingKind::ThreadPool => {
                format!("<concurrent.futures.thread.ThreadPoolExecutor object at {}>", text::hidden_address())
            }
            ThingKind::ProcessPool => {
                format!("<concurrent.futures.process.ProcessPoolExecutor object at {}>", text::hidden_address())
            }
            ThingKind::Thread => self.text_of_thread(thing),
            ThingKind::MapResults => {
                let place = text::hidden_address();
                format!("<generator object Executor.map.<locals>.result_iterator at {place}>")
            }
            ThingKind::AsCompleted if self.is_since(PythonVersion::V3_13) => {
                format!("<asyncio.tasks._AsCompletedIterator object at {}>", text::hidden_address())
            }
            ThingKind::AsCompleted => format!("<generator object as_completed at {}>", text::hidden_address()),
            ThingKind::Runner => format!("<asyncio.runners.Runner object at {}>", text::hidden_address()),
            ThingKind::Shield | ThingKind::Waiting => {
                let message = format!("the text of a {name} is not supported: CPython's holds a memory address");
                return Err(self.vm.heap.unsupported(message));
            }
        };
        Ok(self.vm.heap.string_from(words))
    }

    /// `repr(loop)`, which holds no address (`base_events.py`, `BaseEventLoop.__repr__`).
    pub(super) fn text_of_loop(&self, number: u64) -> String {
        let word = |holds: bool| if holds { "True" } else { "False" };
        let is_running = self.is_running(number);
        let (is_closed, is_debug) = (self.loops.is_closed(number), self.loops.all[number as usize].is_debug);
        let (running, closed, debug) = (word(is_running), word(is_closed), word(is_debug));
        let class = if self.loops.all[number as usize].is_bare { "BaseEventLoop" } else { "_UnixSelectorEventLoop" };
        format!("<{class} running={running} closed={closed} debug={debug}>")
    }

    /// `repr(future)` of a concurrent one (`concurrent/futures/_base.py`, `Future.__repr__`).
    pub(super) fn text_of_job(&self, thing: u64) -> String {
        let place = text::hidden_address();
        let what = match self.vm.things.job(thing).state {
            JobState::Pending => "pending".to_owned(),
            JobState::Running => "running".to_owned(),
            JobState::Cancelled => "cancelled".to_owned(),
            JobState::Result(value) => format!("finished returned {}", self.vm.heap.type_name(value)),
            JobState::Exception(error) => format!("finished raised {}", self.vm.heap.type_name(error)),
        };
        format!("<Future at {place} state={what}>")
    }

    /// `repr(thread)` (`threading.py`, `Thread.__repr__`).
    fn text_of_thread(&self, thing: u64) -> String {
        let thread = self.vm.things.thread(thing);
        let (kind, state) = match thread.lane {
            None => ("Thread", "initial"),
            Some(MAIN) => ("_MainThread", "started"),
            Some(lane) if self.workers.thread(lane).is_over => ("Thread", "stopped"),
            Some(_) => ("Thread", "started"),
        };
        let daemon = if thread.is_daemon { " daemon" } else { "" };
        let ident = thread.lane.map_or(String::new(), |_| format!(" {}", text::hidden_address()));
        format!("<{kind}({}, {state}{daemon}{ident})>", thread.name)
    }

    fn text_of_timeout(&self, thing: u64) -> String {
        let timeout = self.vm.things.timeout(thing);
        let mut words = format!("<Timeout [{}]", timeout.phase.word());
        if timeout.phase == crate::asyncio::timeout::Phase::Active {
            words += " when=";
            match timeout.when.map(|when| (when * 1e3).round_ties_even() / 1e3) {
                Some(when) if timeout.is_whole => words += &(when as i64).to_string(),
                Some(when) => text::float::write_float(when, &mut words),
                None => words += "None",
            }
        }
        words + ">"
    }

    /// What stands in the brackets.
    fn text_of_lock(&self, thing: u64) -> String {
        let held = |is_locked: bool| if is_locked { "locked" } else { "unlocked" }.to_owned();
        let (word, waiters) = match ThingKind::of(thing) {
            ThingKind::Lock => {
                let lock = self.vm.things.lock(thing);
                (held(lock.is_locked), lock.line.len())
            }
            ThingKind::Event => {
                let event = self.vm.things.event(thing);
                (if event.is_set { "set" } else { "unset" }.to_owned(), event.line.len())
            }
            ThingKind::Condition => {
                let condition = self.vm.things.condition(thing);
                let lock = self.vm.things.lock(super::things::number_of(condition.lock));
                (held(lock.is_locked), condition.line.len())
            }
            ThingKind::Barrier => {
                let barrier = self.vm.things.barrier(thing);
                let word = match barrier.phase {
                    Phase::Filling => "filling",
                    Phase::Draining => "draining",
                    Phase::Resetting => "resetting",
                    Phase::Broken => return "broken".to_owned(),
                };
                return format!("{word}, waiters:{}/{}", barrier.waiting(), barrier.parties);
            }
            _ => {
                let semaphore = self.vm.things.semaphore(thing);
                let is_locked = semaphore.is_locked(&self.vm.futures);
                let word = if is_locked { held(true) } else { format!("unlocked, value:{}", semaphore.value) };
                (word, semaphore.line.len())
            }
        };
        if waiters > 0 { format!("{word}, waiters:{waiters}") } else { word }
    }

    /// What a queue tells of itself (`queues.py`, `_format`).
    fn text_of_queue(&mut self, thing: u64) -> Result<String, Raised> {
        let queue = self.vm.things.queue(thing);
        let items: Vec<Value> = queue.items.iter().copied().collect();
        let counts = [("_getters", queue.getters.len()), ("_putters", queue.putters.len())];
        let (size, unfinished, is_shut_down) = (queue.size, queue.unfinished, queue.is_shut_down);
        let mut words = "maxsize=".to_owned();
        text::write_repr(&self.vm.heap, size, &mut words).map_err(|problem| self.vm.heap.raised(problem))?;
        if !items.is_empty() {
            words += " _queue=";
            let items = self.vm.heap.list(items);
            text::write_repr(&self.vm.heap, items, &mut words).map_err(|problem| self.vm.heap.raised(problem))?;
        }
        for (name, count) in counts.into_iter().filter(|(_, count)| *count > 0) {
            words += &format!(" {name}[{count}]");
        }
        if unfinished > 0 {
            words += &format!(" tasks={unfinished}");
        }
        Ok(words + if is_shut_down { " shutdown" } else { "" })
    }
}
