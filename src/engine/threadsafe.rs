//! Coroutines that a thread gives to the loop (`tasks.py`, `run_coroutine_threadsafe`).

use crate::asyncio::Thing;
use crate::asyncio::executor::{Job, JobState};
use crate::kernel::exception::ClassId;
use crate::kernel::{Callback, MethodCode, Value, awaitable_of};
use crate::policy::{Discipline, Handle};
use crate::signatures::asyncio::Function;
use crate::trace::Sink;
use crate::units::{Awaitable, ThingKind};

use super::activation::Next;
use super::{Engine, Stop};

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// `asyncio.run_coroutine_threadsafe(coro, loop)`
    pub(super) fn run_coroutine_threadsafe(&mut self, coroutine: Value, given: Value) -> Next {
        let Value::Coroutine(number) = coroutine else {
            return Next::Throw(self.vm.heap.raise(ClassId::TYPE_ERROR, "A coroutine object is required"));
        };
        let Value::Loop(home) = given else {
            let kind = self.vm.heap.type_name(given);
            let message = format!("'{kind}' object has no attribute 'call_soon_threadsafe'");
            return Next::Throw(self.vm.heap.raise(ClassId::ATTRIBUTE_ERROR, message));
        };
        if self.loops.is_closed(home) {
            return Next::Throw(self.loop_is_closed());
        }
        let code = self.cells[crate::units::CellId(number as u32)].code;
        let label = self.program.codes[code].name;
        let job = self.new_thing(ThingKind::Job, Thing::Job(Job::new([Value::None; 3], label)));
        let callee = self.vm.heap.bound_method(job, MethodCode::Library(Function::JobOfCoroutine as u32));
        let arguments = self.vm.heap.list(vec![coroutine]);
        let number = self.calls.insert(callee, arguments, None);
        self.note_context_of_call(number, Value::None);
        self.vm.heap.note_allocation();
        self.call_soon_threadsafe(home, Handle::Call(number));
        Next::Go(job)
    }

    /// The loop makes a task of the coroutine from another thread.
    pub(super) fn run_coroutine_of_job(&mut self, thing: u64, coroutine: Value) -> Result<Next, Stop> {
        let made = self.make_inner_task(coroutine)?;
        let task = match self.end_outside(made)? {
            Ok(task) => task,
            Err(raised) => {
                if !self.vm.things.job(thing).is_done() {
                    self.end_job(thing, JobState::Exception(raised.0));
                    self.run_callback_body(Function::JobNotify, &[Value::Thing(thing)])?;
                }
                return Ok(Next::Throw(raised));
            }
        };
        let job = self.vm.things.job_mut(thing);
        job.source = awaitable_of(task);
        if job.is_done() {
            self.cancel_from_thread(task);
            return Ok(Next::Go(Value::None));
        }
        job.callbacks.push_back(task);
        match awaitable_of(task) {
            // An eager one that never had to wait.
            Some(task) if self.is_done(task) => self.call_soon(Handle::Report(thing as u32, task)),
            Some(task) => self.add_callback(task, Callback::Report(thing as u32)),
            None => {}
        }
        Ok(Next::Go(Value::None))
    }

    /// `futures.py`, `_set_concurrent_future_state`
    pub(super) fn end_job_of_coroutine(&mut self, thing: u64, task: Awaitable) -> Result<(), Stop> {
        // What was given up asks no more what became of the task.
        if self.vm.things.job(thing).is_done() {
            return Ok(());
        }
        let state = match task {
            Awaitable::Task(task) => self.result_of_task(task),
            Awaitable::Future(future) => self.result_of_future(future),
        };
        if self.is_cancelled(task) {
            return self.run_callback_body(Function::JobCancel, &[Value::Thing(thing)]);
        }
        let state = match state {
            Ok(value) => JobState::Result(value),
            Err(raised) => JobState::Exception(raised.0),
        };
        self.end_job(thing, state);
        self.run_callback_body(Function::JobNotify, &[Value::Thing(thing)])
    }

    /// The loop cancels the task of a job that was cancelled, in its next pass.
    pub(super) fn cancel_from_thread(&mut self, task: Value) {
        let callee = self.vm.heap.bound_method(task, MethodCode::Library(Function::Cancel as u32));
        let arguments = self.vm.heap.list(Vec::new());
        let number = self.calls.insert(callee, arguments, None);
        self.vm.heap.note_allocation();
        let home = awaitable_of(task).map_or(self.loops.at_hand, |task| self.home(task));
        self.call_soon_threadsafe(home, Handle::Call(number));
    }
}
