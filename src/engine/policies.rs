//! What policies of event loops, which are written in Python, have the engine do; the objects of threads; what kind of function
//! a function is.

use crate::asyncio::Thing;
use crate::asyncio::executor::Thread;
use crate::asyncio::runner::Runner;
use crate::kernel::exception::{ClassId, Raised};
use crate::kernel::{MethodCode, Value};
use crate::policy::Discipline;
use crate::program::code::Generator;
use crate::signatures::asyncio::Function;
use crate::trace::Sink;
use crate::units::{LaneId, ThingKind};

use super::activation::Next;
use super::machine::MAIN;
use super::{Engine, Stop};

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// The functions that only `policies.py`, `inspect.py` and `threading` need.
    pub(super) fn policy_intrinsic(&mut self, function: Function, arguments: &[Value]) -> Next {
        Next::Go(match function {
            Function::PlainSetLoop => {
                let number = if let Value::Loop(number) = arguments[0] { Some(number) } else { None };
                self.loops.set(number);
                Value::None
            }
            Function::ForgetLoop => {
                (self.loops.current, self.loops.is_set) = (None, false);
                Value::None
            }
            Function::RunningOrNone => self.running_loop().map_or(Value::None, Value::Loop),
            Function::SetRunningLoop => {
                self.set_running_loop(arguments[0]);
                Value::None
            }
            Function::GetIdent => Value::Int(i64::from(self.workers.lane.0) + 1),
            Function::CurrentThread => self.thread_object(self.workers.lane),
            Function::MainThread => self.thread_object(MAIN),
            Function::AllThreads => {
                let mut threads = vec![self.thread_object(MAIN)];
                let alive = self.workers.alive_in_process();
                threads.extend(alive.into_iter().map(|lane| self.thread_object(lane)));
                self.vm.heap.list(threads)
            }
            Function::NameOfThread => {
                let name = self.thread_name().to_owned();
                self.vm.heap.string_from(name)
            }
            _ if self.is_awaitable_generator(arguments[0]) => self.vm.heap.string("awaitable"),
            _ => self.kind_of_function(arguments[0]),
        })
    }

    /// What a bound method binds, where that is a function; anything else is itself.
    pub(super) fn function_of_method(&self, value: Value) -> Value {
        let Value::BoundMethod(at) = value else { return value };
        match self.vm.heap.bound_method_object(at).method {
            MethodCode::Script(function) => Value::Function(function),
            MethodCode::Library(_) | MethodCode::Value(_) | MethodCode::Base(_) => value,
        }
    }

    /// `coroutine`, `generator`, `async generator`, `plain`; `library` where it is none of the script's.
    fn kind_of_function(&mut self, value: Value) -> Value {
        let is_coroutine = self.is_coroutine_function(value);
        let value = self.innermost_function(value);
        let generator = match self.function_of_method(value) {
            Value::Function(at) => Some(self.program.codes[self.vm.heap.function_object(at).code].generator),
            _ => None,
        };
        self.vm.heap.string(match generator {
            Some(Generator::Plain) => "generator",
            Some(Generator::Async) => "async generator",
            _ if is_coroutine => "coroutine",
            Some(Generator::No) => "plain",
            None => "library",
        })
    }

    /// What `threading.current_thread()` gives in a thread: one and the same object.
    pub(super) fn thread_object(&mut self, lane: LaneId) -> Value {
        if let Some(known) = self.thread_objects.get(&lane) {
            return *known;
        }
        let (name, is_daemon) = match lane {
            MAIN => ("MainThread".to_owned(), false),
            lane => {
                let thread = self.workers.thread(lane);
                (self.names.text(thread.label.name).to_owned(), thread.is_daemon)
            }
        };
        let thread = Thread { name, is_daemon, call: [Value::None; 3], lane: Some(lane) };
        let made = self.new_thing(ThingKind::Thread, Thing::Thread(thread));
        self.thread_objects.insert(lane, made);
        made
    }

    /// The loop that a runner without a factory of its own runs: from 3.11 on the policy's, which becomes the current one.
    pub(super) fn loop_of_policy(&mut self) -> Result<Result<u64, Raised>, Stop> {
        let Some(maker) = self.global_of_library("asyncio.new_event_loop") else {
            let number = self.new_loop();
            self.note_selector(Value::None)?;
            self.loops.set(Some(number));
            return Ok(Ok(number));
        };
        let number = match self.call_to_its_end(maker, &[])? {
            Ok(Value::Loop(number)) => number,
            Ok(_) => return Ok(Err(self.vm.heap.unsupported("a policy that makes no event loop"))),
            Err(raised) => return Ok(Err(raised)),
        };
        Ok(self.set_by_policy(Some(number))?.map(|()| number))
    }

    /// The loop of `asyncio.run` or of a runner is closed, after what came of closing what was in it.
    pub(super) fn end_loop(
        &mut self,
        number: u64,
        is_current: bool,
        closed: Result<(), Raised>,
    ) -> Result<Result<(), Raised>, Stop> {
        self.end_running();
        self.kept.push(closed.err().map_or(Value::None, |raised| raised.0));
        let ended = if is_current { self.set_by_policy(None)? } else { Ok(()) };
        let ended = closed.and(ended);
        self.kept.push(ended.err().map_or(Value::None, |raised| raised.0));
        let shut = self.shut(number)?;
        self.let_go_of_loop()?;
        self.kept.truncate(self.kept.len() - 2);
        Ok(ended.and(shut))
    }

    /// A runner is closed while a loop runs: its tasks are asked to stop, its loop refuses to run, and is closed all the same, unless
    /// it is the one that runs (`runners.py`, `close`).
    pub(super) fn close_runner_in_vain(
        &mut self,
        thing: u64,
        (number, is_current): (u64, bool),
        refused: Raised,
    ) -> Result<Next, Stop> {
        let cancelled = self.on_loop(number, |engine| {
            engine.pending_tasks().into_iter().try_for_each(|task| {
                engine.cancel_task(task, Value::None, true);
                engine.endless_cancellation()
            })
        });
        let raised = cancelled.err().unwrap_or(refused);
        self.kept.push(raised.0);
        let set = if is_current { self.set_by_policy(None)? } else { Ok(()) };
        let raised = set.err().unwrap_or(raised);
        self.kept.pop();
        if self.thread_of_loop(number).is_some() {
            let running = self.vm.heap.raise(ClassId::RUNTIME_ERROR, "Cannot close a running event loop");
            self.vm.heap.set_context(running, raised.0);
            return Ok(Next::Throw(running));
        }
        *self.vm.things.runner_mut(thing) = Runner::Closed;
        self.kept.push(raised.0);
        let shut = self.shut(number)?;
        self.let_go_of_loop()?;
        self.kept.pop();
        Ok(Next::Throw(shut.err().unwrap_or(raised)))
    }

    /// `asyncio.set_event_loop(…)`, as the policy has it.
    fn set_by_policy(&mut self, number: Option<u64>) -> Result<Result<(), Raised>, Stop> {
        let Some(setter) = self.global_of_library("asyncio.set_event_loop") else {
            self.loops.set(number);
            return Ok(Ok(()));
        };
        Ok(self.call_to_its_end(setter, &[number.map_or(Value::None, Value::Loop)])?.map(|_| ()))
    }
}

/// Whether a function is one of those that `policies.py`, `inspect.py` and `threading` ask for.
pub(super) const fn is_of_policies(function: Function) -> bool {
    matches!(
        function,
        Function::PlainSetLoop | Function::ForgetLoop | Function::NameOfThread | Function::KindOfFunction
    )
}

/// Whether a function of a module says which threads there are, or which loop the running one knows.
pub(super) const fn is_of_the_thread(function: Function) -> bool {
    matches!(
        function,
        Function::CurrentThread
            | Function::MainThread
            | Function::AllThreads
            | Function::GetIdent
            | Function::RunningOrNone
            | Function::SetRunningLoop
    )
}
