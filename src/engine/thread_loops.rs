//! Loops that run in threads besides the main one (`source/library/thread_loops.py`): a pass is run as a whole, and between two of
//! them the thread may stand still as any other does.

use crate::kernel::exception::ClassId;
use crate::kernel::{NO_CELL, Value, awaitable_of, flag, value_of};
use crate::policy::Discipline;
use crate::signatures::asyncio::Function;
use crate::signatures::helpers::Helper;
use crate::trace::Sink;
use crate::units::{Awaitable, CellId, Time};

use super::activation::Next;
use super::call::{Given, go_or_throw};
use super::machine::MAIN;
use super::many::NOBODY;
use super::{Engine, Stop};

/// What the main thread's loop goes on with: whether it runs, its number, what `_set_running_loop` said, and its handle.
pub(super) struct LoopOfMain {
    is_running: bool,
    number: u64,
    told: Option<Option<u64>>,
    is_unaware: bool,
    handle_begun: Time,
    thrown: CellId,
    stepped: CellId,
}

/// Code of a loop in a thread that stands still in the middle of a pass, and what it goes on with.
#[derive(Clone, Copy, Debug)]
pub(super) struct Blocked {
    task: Option<CellId>,
    activation: CellId,
    unannounced: u32,
    context: Option<Value>,
    handle_begun: Time,
}

impl Blocked {
    /// What the collector of garbage must reach.
    pub(super) fn values(self) -> impl Iterator<Item = Value> {
        self.task.map(|task| value_of(Awaitable::Task(task))).into_iter().chain(self.context)
    }
}

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// Another thread has its turn.
    pub(super) fn leave_loop_of_main(&mut self) -> LoopOfMain {
        let outside = LoopOfMain {
            is_running: std::mem::replace(&mut self.is_loop_running, false),
            number: self.loops.at_hand,
            told: self.loops.told.take(),
            is_unaware: self.loops.is_unaware,
            handle_begun: self.handle_begun,
            thrown: self.thrown,
            stepped: std::mem::replace(&mut self.stepped, NO_CELL),
        };
        self.workers.beside = outside.is_running.then_some(outside.number);
        outside
    }

    /// The turn of the other thread is over.
    pub(super) fn return_to_loop_of_main(&mut self, outside: LoopOfMain) {
        if outside.number != NOBODY {
            self.take_up(outside.number);
        }
        self.workers.beside = None;
        self.is_loop_running = outside.is_running;
        (self.loops.told, self.loops.is_unaware) = (outside.told, outside.is_unaware);
        (self.handle_begun, self.thrown, self.stepped) = (outside.handle_begun, outside.thrown, outside.stepped);
    }

    /// Runs a loop in the thread that runs now, which is not the main one.
    pub(super) fn in_thread(&mut self, helper: Helper, given: &[Value]) -> Result<Next, Stop> {
        let callee = self.helper(helper);
        let positional = given.iter().map(|&value| if value == Value::Unbound { Value::None } else { value }).collect();
        self.call_value(callee, Given { positional, keywords: Vec::new() })
    }

    /// What the library asks of a loop in a thread.
    pub(super) fn loop_of_thread(&mut self, function: Function, number: u64) -> Result<Next, Stop> {
        match function {
            Function::ThreadLoopBegin => {
                let checked = self.check_open(number).and_then(|()| self.check_idle(number));
                if checked.is_ok() {
                    self.loops.all[number as usize].lane = Some(self.workers.lane);
                } else {
                    self.forget_running(Value::Loop(number));
                }
                Ok(go_or_throw(checked.map(|()| Value::None)))
            }
            Function::ThreadLoopPass => self.pass_of_thread(number),
            Function::ThreadLoopWait => self.wait_of_thread(number),
            _ => {
                self.loops.all[number as usize].lane = None;
                Ok(Next::Go(Value::None))
            }
        }
    }

    /// One pass, or the rest of one whose code stood still: whether nothing has stopped the loop, `None` where code stands still.
    fn pass_of_thread(&mut self, number: u64) -> Result<Next, Stop> {
        self.start(number);
        let outer = self.step_aside();
        let lane = self.workers.lane;
        let worker = self.workers.thread_mut(lane);
        (worker.is_selecting, worker.kept_by_pass) = (false, self.kept.len());
        let ran = match worker.blocked.take() {
            Some(blocked) => self.go_on_with_pass(blocked),
            None => self.run_one_pass(),
        };
        if ran == Err(Stop::Blocked) {
            let blocked = Blocked {
                task: self.current,
                activation: self.activation,
                unannounced: self.unannounced,
                context: self.current_context(),
                handle_begun: self.handle_begun,
            };
            self.workers.thread_mut(lane).blocked = Some(blocked);
            self.step_back(outer);
            self.end_running();
            return Ok(Next::Suspend);
        }
        let is_stopping = std::mem::take(&mut self.is_stopping);
        self.step_back(outer);
        self.end_running();
        Ok(go_or_throw(self.caught(ran)?.map(|()| Value::bool(!is_stopping))))
    }

    /// Code that stood still in the middle of a pass goes on, and so does the pass.
    fn go_on_with_pass(&mut self, blocked: Blocked) -> Result<(), Stop> {
        self.contexts.swap(blocked.context);
        (self.current, self.unannounced, self.handle_begun) = (blocked.task, blocked.unannounced, blocked.handle_begun);
        self.drive(blocked.activation, Value::None)?;
        self.run_rest_of_pass(blocked.task)
    }

    /// Code of a loop in a thread stands still: the pass is left, and goes on from here. Where the library has called the code, and waits
    /// for what it gives, that cannot be.
    #[cold]
    pub(super) fn block_in_thread(&mut self) -> Result<Next, Stop> {
        let is_step = self.current.is_some() && self.standing.is_empty() && self.beneath.calls.is_empty();
        if is_step && self.kept.len() == self.workers.thread(self.workers.lane).kept_by_pass {
            return Err(Stop::Blocked);
        }
        let words = "a loop in a thread besides the main one, a callback of which blocks";
        Ok(Next::Throw(self.vm.heap.raise(ClassId::UNSUPPORTED, words)))
    }

    /// Makes a task of which traces are silent, or forgets it.
    pub(super) fn hide_in_thread(&mut self, number: u64, thing: Value) -> Result<Next, Stop> {
        match (thing, awaitable_of(thing)) {
            (Value::Coroutine(coroutine), _) => {
                let Some(cell) = self.fresh_coroutine(coroutine).filter(|_| self.own_factory().is_none()) else {
                    return Ok(Next::Go(thing));
                };
                self.on_loop(number, |engine| -> Result<(), Stop> {
                    engine.schedule_task(cell, None, flag::HIDDEN | flag::HELD)?;
                    engine.name_by_factory(cell);
                    Ok(())
                })?;
                Ok(Next::Go(value_of(Awaitable::Task(cell))))
            }
            (_, Some(Awaitable::Task(task))) => {
                self.counters.finished -= 1;
                self.forget_task(task);
                Ok(Next::Go(Value::None))
            }
            _ => Ok(Next::Go(Value::None)),
        }
    }

    /// The thread stands still until its loop has something to do.
    fn wait_of_thread(&mut self, number: u64) -> Result<Next, Stop> {
        let until = self.on_loop(number, |engine| {
            let has_work = engine.is_stopping || !engine.discipline.is_empty();
            if has_work { Some(engine.now) } else { engine.agenda.earliest() }
        });
        if until.is_some_and(|until| until <= self.now) {
            return Ok(Next::Go(Value::None));
        }
        let lane = self.workers.lane;
        self.workers.thread_mut(lane).is_selecting = true;
        self.workers.machine.begin(lane);
        self.wait_for_thread(until)
    }

    /// A loop has something to do: another thread has told it so.
    pub(super) fn rouse(&mut self, number: u64) {
        match self.thread_of_loop(number) {
            Some(MAIN) => self.rouse_loop(),
            Some(lane) if std::mem::take(&mut self.workers.thread_mut(lane).is_selecting) => {
                self.workers.machine.wake(lane, self.now);
            }
            Some(_) | None => {}
        }
    }
}
