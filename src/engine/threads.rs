//! Threads of `threading`, and the end of the loop's own executor, performed (`threading.py`; `base_events.py`,
//! `shutdown_default_executor`).

use crate::asyncio::Thing;
use crate::asyncio::executor::Thread;
use crate::kernel::exception::{ClassId, Raised};
use crate::kernel::{FutureState, Value, operate, value_of};
use crate::policy::{Discipline, Handle};
use crate::script::PythonVersion;
use crate::signatures::asyncio::Function;
use crate::trace::{Awaited, EventKind, Sink, Stuck, ThingRole};
use crate::units::{Awaitable, LaneId, ThingKind};

use super::activation::Next;
use super::call::go_or_throw;
use super::homes::number_of_loop;
use super::machine::MAIN;
use super::things::{future_of, number_of};
use super::{Engine, Stop};

/// `asyncio/constants.py`, `THREAD_JOIN_TIMEOUT`, in seconds.
const THREAD_JOIN_TIMEOUT: i64 = 300;

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// `loop.shutdown_default_executor(…)`: time passes, from 3.12 on at most so many seconds.
    pub(super) fn close_default_executor(&mut self) -> Result<Result<(), Raised>, Stop> {
        let body = self.program.bodies[Function::ShutdownDefaultExecutor as usize].expect("it has a body");
        let arguments = [Value::Loop(self.loops.at_hand), Value::Int(THREAD_JOIN_TIMEOUT)];
        let cell = self.fill_cell(body, &self.program.codes[body], &arguments, &[]);
        self.vm.heap.note_allocation();
        self.run_hidden(cell, "shutdown_default_executor")
    }

    pub(super) fn shutdown_intrinsic(&mut self, function: Function, arguments: &[Value]) -> Result<Next, Stop> {
        Ok(match function {
            Function::LaneJoin => {
                let lane = match arguments[0] {
                    Value::Thing(thing) => match self.vm.things.thread(thing).lane {
                        Some(lane) => lane,
                        None => {
                            let message = "cannot join thread before it is started";
                            return Ok(Next::Throw(self.vm.heap.raise(ClassId::RUNTIME_ERROR, message)));
                        }
                    },
                    Value::Int(lane) => LaneId(lane as u32),
                    other => unreachable!("{other:?} is no thread"),
                };
                return self.join_lane(lane, arguments[1]);
            }
            Function::BeginShutdown => {
                let current = &mut self.loops.all[number_of_loop(arguments[0]) as usize];
                current.is_executor_shut = true;
                Next::Go(current.executor.unwrap_or(Value::None))
            }
            Function::PlainFuture => {
                let future = self.vm.futures.insert(None);
                self.vm.futures[future].home = number_of_loop(arguments[0]) as u32;
                self.vm.heap.note_allocation();
                Next::Go(value_of(Awaitable::Future(future)))
            }
            Function::StartShutdown => {
                self.workers.unnamed += 1;
                let lane = self.new_thread("_do_shutdown", Function::DoShutdown, arguments, true);
                Next::Go(Value::Int(i64::from(lane.0)))
            }
            Function::ThreadLoopBegin
            | Function::ThreadLoopPass
            | Function::ThreadLoopWait
            | Function::ThreadLoopEnd => {
                return self.loop_of_thread(function, number_of_loop(arguments[0]));
            }
            Function::ThreadLoopHide => return self.hide_in_thread(number_of_loop(arguments[0]), arguments[1]),
            // 3.12.1 still waits without end: `await future` has no timeout there.
            Function::ShutdownIsLimited => Next::Go(Value::bool(self.is_since(PythonVersion::V3_13))),
            Function::ReleaseThreadsafe => {
                let callee = Value::Asyncio(Function::SetUnlessDone as u64);
                let given = self.vm.heap.list(vec![arguments[0]]);
                let number = self.calls.insert(callee, given, None);
                let home = self.home(Awaitable::Future(future_of(arguments[0])));
                self.call_soon_threadsafe(home, Handle::Call(number));
                Next::Go(Value::None)
            }
            Function::SetUnlessDone => {
                let future = future_of(arguments[0]);
                if self.vm.futures[future].state == FutureState::Pending {
                    let result = if arguments[1] == Value::Unbound { Value::None } else { arguments[1] };
                    self.wake_now(future, result);
                }
                Next::Go(Value::None)
            }
            Function::WarnOfShutdown => {
                let mut words = String::new();
                if let Err(raised) = self.write_str(arguments[0], &mut words) {
                    return Ok(Next::Throw(raised));
                }
                let current = self.current.take();
                let text = format!("The executor did not finishing joining its threads within {words} seconds.");
                self.tell(EventKind::Warning { text: &format!("RuntimeWarning: {text}") });
                self.current = current;
                return Ok(go_or_throw(self.warn(&text, ClassId::RUNTIME_WARNING)?.map(|()| Value::None)));
            }
            other => unreachable!("{other:?} is no intrinsic"),
        })
    }

    /// `threading.Thread(…)`
    pub(super) fn new_thread_thing(&mut self, arguments: &[Value]) -> Result<Value, Raised> {
        let given = |index: usize| if arguments[index] == Value::Unbound { Value::None } else { arguments[index] };
        if given(0) != Value::None {
            return Err(self.vm.heap.raise(ClassId::ASSERTION_ERROR, "group argument must be None for now"));
        }
        let target = given(1);
        let name = if given(2) == Value::None {
            self.workers.unnamed += 1;
            let number = self.workers.unnamed;
            match target {
                Value::None => format!("Thread-{number}"),
                target => {
                    let label = self.name_of_callable(target);
                    let label = self.names.text(label).rsplit('.').next().unwrap_or_default();
                    format!("Thread-{number} ({label})")
                }
            }
        } else {
            let mut words = String::new();
            self.write_str(given(2), &mut words)?;
            words
        };
        let items = if given(3) == Value::None { Vec::new() } else { operate::collect(&mut self.vm.heap, given(3))? };
        let items = self.vm.heap.list(items);
        let inherits = self.workers.lane != MAIN && self.workers.thread(self.workers.lane).is_daemon;
        let is_daemon = match given(5) {
            Value::None => inherits,
            given => operate::is_true(&self.vm.heap, given),
        };
        let thread = Thread { name, is_daemon, call: [target, items, given(4)], lane: None };
        Ok(self.new_thing(ThingKind::Thread, Thing::Thread(thread)))
    }

    pub(super) fn thread_method(&mut self, function: Function, arguments: &[Value]) -> Next {
        let thing = number_of(arguments[0]);
        let thread = self.vm.things.thread(thing);
        match function {
            Function::ThreadName => {
                let name = thread.name.clone();
                Next::Go(self.vm.heap.string_from(name))
            }
            Function::ThreadDaemon => Next::Go(Value::bool(thread.is_daemon)),
            Function::ThreadIdent => Next::Go(match thread.lane {
                Some(lane) => Value::Int(i64::from(lane.0) + 1),
                None => Value::None,
            }),
            Function::ThreadIsAlive if thread.lane == Some(MAIN) => Next::Go(Value::TRUE),
            Function::ThreadIsAlive => {
                Next::Go(Value::bool(thread.lane.is_some_and(|lane| !self.workers.thread(lane).is_over)))
            }
            Function::ThreadStart => {
                if thread.lane.is_some() {
                    let message = "threads can only be started once";
                    return Next::Throw(self.vm.heap.raise(ClassId::RUNTIME_ERROR, message));
                }
                let (name, is_daemon, [target, items, keywords]) = (thread.name.clone(), thread.is_daemon, thread.call);
                let keywords = if keywords == Value::None { self.vm.heap.dict() } else { keywords };
                let lane = self.new_thread(&name, Function::ThreadBody, &[arguments[0], target, items, keywords], true);
                let label = self.name_of_callable(target);
                let worker = self.workers.thread_mut(lane);
                (worker.is_daemon, worker.target, worker.tells_end) = (is_daemon, Some(label), true);
                self.vm.things.thread_mut(thing).lane = Some(lane);
                self.thread_objects.insert(lane, arguments[0]);
                Next::Go(Value::None)
            }
            other => unreachable!("{other:?} has a body, or is no method of threads"),
        }
    }

    /// `thread.name = …` and `thread.daemon = …` (`threading.py`). Traces go on with the name that it was started with.
    pub(super) fn set_part_of_thread(&mut self, function: Function, thread: Value, new: Value) -> Next {
        let thing = number_of(thread);
        if function == Function::ThreadName {
            let mut words = String::new();
            if let Err(raised) = self.write_str(new, &mut words) {
                return Next::Throw(raised);
            }
            self.vm.things.thread_mut(thing).name = words;
            return Next::Go(Value::None);
        }
        if self.vm.things.thread(thing).lane.is_some() {
            let message = "cannot set daemon status of active thread";
            return Next::Throw(self.vm.heap.raise(ClassId::RUNTIME_ERROR, message));
        }
        let is_daemon = operate::is_true(&self.vm.heap, new);
        self.vm.things.thread_mut(thing).is_daemon = is_daemon;
        Next::Go(Value::None)
    }

    /// A deadlock: tells of the threads that wait for a job.
    pub(super) fn tell_stuck_threads(&mut self) -> Vec<Stuck> {
        let lanes = (1..).map(LaneId).zip(&self.workers.threads);
        let waiting = lanes.filter_map(|(lane, worker)| Some((lane, worker.waits_for.filter(|_| !worker.is_over)?)));
        let waiting: Vec<(LaneId, u64)> = waiting.collect();
        let mut stuck = Vec::new();
        for (lane, job) in waiting {
            let mut label = String::new();
            self.write_thing_label(job, &mut label);
            let on =
                Awaited::Thing { kind: ThingKind::Job, role: ThingRole::Itself, label: label.as_str(), holder: None };
            self.workers.lane = lane;
            self.unannounced = 0;
            self.tell(EventKind::Stuck { on });
            let waits_for = on.words(&self.names);
            stuck.push(Stuck { task: self.label_text(self.workers.thread(lane).label), waits_for });
        }
        self.workers.lane = MAIN;
        stuck
    }
}
