//! Things of asyncio: made, named, called; and the futures of those who wait at them.

use crate::asyncio::Thing;
use crate::asyncio::barrier::{Barrier, Phase};
use crate::asyncio::executor::Job;
use crate::asyncio::lock::{Condition, Event, Lock};
use crate::asyncio::queue::Queue;
use crate::asyncio::runner::Runner;
use crate::asyncio::semaphore::Semaphore;
use crate::asyncio::task_group::TaskGroup;
use crate::kernel::exception::{ClassId, Raised};
use crate::kernel::{FutureState, MethodCode, Role, State, Value, awaitable_of, operate, value_of};
use crate::policy::{Discipline, Handle};
use crate::script::PythonVersion;
use crate::signatures::asyncio::{Function, Owner};
use crate::trace::{Cause, Deed, Detail, EventKind, Sink};
use crate::units::{Awaitable, CodeId, FutureId, Id, ThingKind};

use super::activation::Next;
use super::call::go_or_throw;
use super::library::Deadline;
use super::policies::{is_of_policies, is_of_the_thread};
use super::signals::is_of_signals;
use super::{Engine, Stop, raise};

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// Whether the script's Python is at least this one.
    #[inline]
    pub(super) fn is_since(&self, version: PythonVersion) -> bool {
        self.program.settings.python >= version
    }

    /// Performs a function that belongs to a thing, or that makes one.
    pub(super) fn perform_of_things(&mut self, function: Function, arguments: &[Value]) -> Result<Next, Stop> {
        if let Some(next) = self.at_once(function, arguments)? {
            return Ok(next);
        }
        if let Some(body) = self.program.bodies[function as usize] {
            return Ok(self.enter_body(body, arguments));
        }
        if let Function::LockLoop
        | Function::EventLoop
        | Function::ConditionLoop
        | Function::SemaphoreLoop
        | Function::BarrierLoop
        | Function::QueueLoop = function
        {
            return Ok(Next::Go(self.loop_of_thing(number_of(arguments[0]))));
        }
        Ok(match function.owner() {
            Owner::Module if function == Function::RunCoroutineThreadsafe => {
                self.run_coroutine_threadsafe(arguments[0], arguments[1])
            }
            Owner::Module if is_of_the_thread(function) => self.policy_intrinsic(function, arguments),
            Owner::Module => go_or_throw(self.make(function, arguments)),
            Owner::Lock | Owner::Event | Owner::Condition => self.lock_method(function, arguments),
            Owner::Semaphore | Owner::Barrier => self.semaphore_method(function, arguments),
            Owner::Queue => self.queue_method(function, arguments),
            Owner::Timeout => self.timeout_method(function, arguments)?,
            Owner::Job => self.job_method(function, arguments),
            Owner::Thread => self.thread_method(function, arguments),
            Owner::Executor => self.executor_property(function, number_of(arguments[0])),
            Owner::MapResults => Next::Go(arguments[0]),
            Owner::Runner => self.runner_method(function, arguments)?,
            // `__iter__` and `__aiter__`: it is its own iterator.
            Owner::AsCompleted => Next::Go(arguments[0]),
            Owner::TaskGroup => self.attribute_of_group(function, arguments[0]),
            Owner::Intrinsic => return self.intrinsic(function, arguments),
            Owner::Loop => self.threadsafe_method(function, arguments),
            Owner::Generator => {
                let given: Vec<Value> =
                    arguments[1..].iter().copied().filter(|given| *given != Value::Unbound).collect();
                return self.generator_method(arguments[0], function.name(), &given);
            }
            Owner::Coroutine | Owner::Future | Owner::Task | Owner::Handle | Owner::Nobody => {
                unreachable!("{function:?} belongs to no thing")
            }
        })
    }

    fn intrinsic(&mut self, function: Function, arguments: &[Value]) -> Result<Next, Stop> {
        match function {
            Function::LineUp => {
                let thing = number_of(arguments[0]);
                if !self.bind_to_loop(thing, Role::Itself) {
                    return Ok(Next::Throw(self.bound_elsewhere(thing, Role::Itself)));
                }
                let waiter = self.new_waiter(thing, Role::Itself);
                self.vm.things.line(thing).push(waiter);
                Ok(Next::Go(value_of(Awaitable::Future(waiter))))
            }
            Function::AwaitCheck => Ok(self.await_check(arguments[0])),
            Function::YieldFromCheck => Ok(self.yield_from_check(arguments[0])),
            Function::YieldCheck => Ok(self.yield_check(arguments[0], arguments[1])),
            Function::YieldOut => self.yield_out(arguments[0]),
            Function::NoteClosing => Ok(self.begin_closing(arguments[0])),
            Function::OpenAsyncgens => Ok(Next::Go(self.open_asyncgens(arguments[0]))),
            Function::TracebackSoFar => Ok(Next::Go(raise::traceback_so_far(&self.vm.heap, arguments[0]))),
            Function::CutTraceback => Ok(Next::Go(raise::cut_traceback(&mut self.vm.heap, arguments[0], arguments[1]))),
            Function::TakeInside => Ok(Next::Go(self.take_inside(arguments[0]))),
            Function::CloseTaken => self.close_taken(arguments[0]),
            Function::ThrowHere => Ok(self.throw_here(arguments[0], arguments[1])),
            Function::HandedCallback => self.call_handed_at_once(arguments[0], arguments[1]),
            Function::CollectNow => self.collect_by_hand(),
            Function::ModuleAttribute => self.attribute_of_module(arguments),
            Function::RegexRead | Function::RegexFind | Function::DigestOf => {
                Ok(go_or_throw(self.calculate(function, arguments)))
            }
            Function::HiddenPlace => Ok(Next::Go(self.vm.heap.string_from(crate::kernel::text::hidden_address()))),
            Function::NoteOutput => Ok(self.note_output(arguments)),
            Function::LogByDefault => {
                self.loops.default_handler = arguments[0];
                self.loops.are_watched |= arguments[0] != Value::None;
                Ok(Next::Go(Value::None))
            }
            Function::CompareTimers => Ok(Next::Go(self.compare_timers(arguments))),
            Function::AttributeOfSuper => {
                let name = self.vm.heap.as_text(arguments[2]).unwrap_or_default().to_owned();
                Ok(go_or_throw(operate::get_super_attribute(&mut self.vm.heap, arguments[0], arguments[1], &name)))
            }
            Function::GlobalVariables | Function::LocalVariables => Ok(go_or_throw(self.variables(function))),
            Function::SetGlobal | Function::DeleteGlobal => Ok(Next::Go(self.set_global(arguments))),
            Function::WeakNote | Function::WeakCall | Function::WeakGet | Function::WeakGetAll => {
                self.weak_function(function, arguments)
            }
            Function::StateOf => Ok(self.state_of_coroutine(arguments[0])),
            Function::ContextBox => Ok(Next::Go(self.context_box())),
            Function::ContextSwap => Ok(Next::Go(self.swap_context(arguments[0]))),
            Function::GetAttributeOf
            | Function::HasAttributeOf
            | Function::SetAttributeOf
            | Function::DeleteAttributeOf => self.attribute_by_name(function, arguments),
            _ if is_of_policies(function) => Ok(self.policy_intrinsic(function, arguments)),
            _ if is_of_signals(function) => Ok(self.signal_intrinsic(function, arguments)),
            Function::ViewOfOrdered => Ok(Next::Go(self.vm.heap.view_of_ordered(arguments[0]))),
            Function::WatchedIterator => Ok(Next::Go(operate::watched(&mut self.vm.heap, arguments[0], arguments[1]))),
            Function::WarnOfNoLoop => Ok(go_or_throw(self.warn_of_no_loop()?.map(|()| Value::None))),
            Function::CallerPlace | Function::RowOfFunction | Function::RowsOfStack | Function::RowsOfTraceback => {
                Ok(self.rows(function, arguments))
            }
            Function::ParametersOfFunction => Ok(self.parameters_of_function(arguments[0])),
            Function::PartOfFunction => self.part_of_function(arguments[0], arguments[1]),
            Function::NextByHand => Ok(self.next_by_hand(arguments[0])),
            Function::LeaveLine => {
                self.vm.things.line(number_of(arguments[0])).remove(future_of(arguments[1]));
                Ok(Next::Go(Value::None))
            }
            Function::ThingStr | Function::ThingRepr if let Some(awaitable) = awaitable_of(arguments[0]) => {
                let text = match awaitable {
                    Awaitable::Task(task) => self.text_of_task(task)?,
                    Awaitable::Future(future) => self.text_of_future(future)?,
                };
                Ok(go_or_throw(text.map(|text| self.vm.heap.string_from(text))))
            }
            Function::ThingStr | Function::ThingRepr if let Value::Loop(number) = arguments[0] => {
                let words = self.text_of_loop(number);
                Ok(Next::Go(self.vm.heap.string_from(words)))
            }
            Function::ThingStr | Function::ThingRepr if let Value::Handle(number) = arguments[0] => {
                let words = self.text_of_handle(number)?;
                Ok(Next::Go(self.vm.heap.string_from(words)))
            }
            Function::ThingStr | Function::ThingRepr
                if matches!(arguments[0], Value::Coroutine(_) | Value::Generator(_)) =>
            {
                let words = self.text_of_coroutine(arguments[0]);
                Ok(Next::Go(self.vm.heap.string_from(words)))
            }
            Function::ThingStr | Function::ThingRepr => {
                Ok(go_or_throw(self.text_of_thing(number_of(arguments[0]), function == Function::ThingRepr)))
            }
            Function::IsSince => {
                let is_since = match arguments[0] {
                    Value::Int(12) => self.is_since(PythonVersion::V3_12),
                    _ => self.is_since(PythonVersion::V3_13),
                };
                Ok(Next::Go(Value::bool(is_since)))
            }
            Function::LockTake
            | Function::LockOwn
            | Function::LockPassOn
            | Function::ConditionLock
            | Function::ConditionInterrupt
            | Function::ConditionAfterError => Ok(self.lock_intrinsic(function, arguments)),
            Function::SemaphoreTake
            | Function::SemaphoreAccept
            | Function::SemaphoreRefuse
            | Function::BarrierCondition
            | Function::BarrierIsClosed
            | Function::BarrierJoin
            | Function::BarrierIsFilling
            | Function::BarrierCheck
            | Function::BarrierLeave
            | Function::BarrierEmpty => Ok(self.semaphore_intrinsic(function, arguments)),
            Function::QueueWaitsToPut
            | Function::QueueWaitsToGet
            | Function::QueueIsUnfinished
            | Function::QueueLineUp
            | Function::QueueLeave => Ok(self.queue_intrinsic(function, arguments)),
            Function::TimeoutAfter | Function::TimeoutOpen | Function::TimeoutClose | Function::TimeoutFire => {
                self.timeout_intrinsic(function, arguments)
            }
            Function::GroupOpen
            | Function::GroupCheck
            | Function::GroupAdd
            | Function::GroupClosing
            | Function::GroupWait
            | Function::GroupInterrupted
            | Function::GroupForget
            | Function::GroupClose => self.group_intrinsic(function, arguments),
            other if other as u16 >= Function::WorkerWait as u16 => self.executor_intrinsic(function, arguments),
            _ => self.wait_intrinsic(function, arguments),
        }
    }

    /// A coroutine or function of the library's own, in the language itself.
    fn enter_body(&mut self, body: CodeId, arguments: &[Value]) -> Next {
        let code = &self.program.codes[body];
        let state = if code.is_async { State::Fresh } else { State::Inline };
        let cell = self.cells.insert(body, code.slots, state);
        let slots = self.cells.slots_mut(cell, code.slots);
        for (slot, argument) in slots.iter_mut().zip(arguments) {
            *slot = if *argument == Value::Unbound { Value::None } else { *argument };
        }
        if code.is_async {
            self.vm.heap.note_allocation();
            return Next::Go(self.coroutine(cell));
        }
        self.enter_function(cell)
    }

    fn make(&mut self, function: Function, arguments: &[Value]) -> Result<Value, Raised> {
        let (kind, thing) = match function {
            Function::NewLock => (ThingKind::Lock, Thing::Lock(Lock::default())),
            Function::NewEvent => (ThingKind::Event, Thing::Event(Event::default())),
            Function::NewCondition => return self.new_condition(arguments[0]),
            Function::NewSemaphore | Function::NewBoundedSemaphore => {
                let value = self.whole_or(arguments[0], 1)?;
                if value < 0 {
                    return Err(self.vm.heap.raise(ClassId::VALUE_ERROR, "Semaphore initial value must be >= 0"));
                }
                let is_bounded = function == Function::NewBoundedSemaphore;
                let semaphore = Semaphore { value, bound: is_bounded.then_some(value), ..Semaphore::default() };
                let kind = if is_bounded { ThingKind::BoundedSemaphore } else { ThingKind::Semaphore };
                (kind, Thing::Semaphore(semaphore))
            }
            Function::NewBarrier => {
                let parties = self.whole_or(arguments[0], 0)?;
                if parties < 1 {
                    return Err(self.vm.heap.raise(ClassId::VALUE_ERROR, "parties must be > 0"));
                }
                let condition = self.new_condition(Value::Unbound)?;
                let barrier = Barrier { condition, parties, count: 0, phase: Phase::Filling };
                let barrier = self.new_thing(ThingKind::Barrier, Thing::Barrier(barrier));
                let condition = self.vm.things.condition_mut(number_of(condition));
                condition.inside = Some(number_of(barrier));
                let lock = number_of(condition.lock);
                self.vm.things.lock_mut(lock).inside = Some(number_of(barrier));
                return Ok(barrier);
            }
            Function::NewQueue | Function::NewPriorityQueue | Function::NewLifoQueue => {
                let size = if arguments[0] == Value::Unbound { Value::Int(0) } else { arguments[0] };
                let most = self.most_of_queue(size)?;
                let kind = match function {
                    Function::NewPriorityQueue => ThingKind::PriorityQueue,
                    Function::NewLifoQueue => ThingKind::LifoQueue,
                    _ => ThingKind::Queue,
                };
                (kind, Thing::Queue(Queue::new(size, most)))
            }
            Function::NewTaskGroup => (ThingKind::TaskGroup, Thing::TaskGroup(TaskGroup::default())),
            Function::NewRunner => (ThingKind::Runner, Thing::Runner(Runner::Created(arguments[0], arguments[1]))),
            Function::Timeout => return self.timeout_after(arguments[0]),
            Function::TimeoutAt | Function::NewTimeout => return self.timeout_at(arguments[0]),
            Function::NewThreadPool => return self.new_thread_pool(arguments),
            Function::NewProcessPool => {
                return self.new_executor(ThingKind::ProcessPool, arguments[0], Value::None);
            }
            Function::NewThread => return self.new_thread_thing(arguments),
            Function::NewJob => {
                let label = self.intern("Future");
                (ThingKind::Job, Thing::Job(Job::new([Value::None; 3], label)))
            }
            other => unreachable!("{other:?} makes nothing"),
        };
        Ok(self.new_thing(kind, thing))
    }

    pub(super) fn new_thing(&mut self, kind: ThingKind, thing: Thing) -> Value {
        self.vm.heap.note_allocation();
        Value::Thing(self.vm.things.insert(kind, thing))
    }

    fn new_condition(&mut self, lock: Value) -> Result<Value, Raised> {
        let lock = match lock {
            Value::Unbound | Value::None => self.new_thing(ThingKind::Lock, Thing::Lock(Lock::default())),
            Value::Thing(thing) if ThingKind::of(thing) == ThingKind::Lock => lock,
            other => {
                // A script's own lock is taken by the conditions that are written in Python (`looks_inside`).
                for name in ["locked", "acquire", "release"] {
                    operate::get_attribute(&mut self.vm.heap, other, name)?;
                }
                return Err(self.vm.heap.unsupported("a condition takes an asyncio.Lock, or makes its own"));
            }
        };
        let condition = Condition { lock, line: Default::default(), inside: None };
        Ok(self.new_thing(ThingKind::Condition, Thing::Condition(condition)))
    }

    /// A whole number, `default` where it was left out.
    pub(super) fn whole_or(&mut self, value: Value, default: i64) -> Result<i64, Raised> {
        match value {
            Value::Unbound => Ok(default),
            value => match self.vm.heap.number(value) {
                Some(crate::kernel::Number::Int(number)) => Ok(number),
                Some(crate::kernel::Number::Float(number)) if number.fract() == 0.0 => Ok(number as i64),
                Some(crate::kernel::Number::Float(_)) => {
                    Err(self.vm.heap.unsupported("a size or a count that is no whole number"))
                }
                None => {
                    let kind = self.vm.heap.type_name(value).to_owned();
                    let message = format!("'<' not supported between instances of '{kind}' and 'int'");
                    Err(self.vm.heap.raise(ClassId::TYPE_ERROR, message))
                }
            },
        }
    }

    /// A future for somebody who waits at a thing.
    pub(super) fn new_waiter(&mut self, thing: u64, role: Role) -> FutureId {
        let waiter = self.vm.futures.insert(None);
        self.vm.futures[waiter].stand_in_line(thing, role);
        self.vm.heap.note_allocation();
        waiter
    }

    /// Sets the result of a future by the code that runs now, or of what `cause` says.
    pub(super) fn wake(&mut self, waiter: FutureId, result: Value, cause: Cause) {
        self.finish_future(waiter, FutureState::Result(result), cause);
    }

    /// The same by the code that runs now.
    pub(super) fn wake_now(&mut self, waiter: FutureId, result: Value) {
        let cause = Cause::By(self.current_label());
        self.wake(waiter, result, cause);
    }

    /// A call of a function of a thing that the loop makes: at an instant, or soon.
    pub(super) fn schedule_of_thing(
        &mut self,
        thing: u64,
        function: Function,
        deadline: Option<Deadline>,
    ) -> Result<u32, Stop> {
        let callee = self.vm.heap.bound_method(Value::Thing(thing), MethodCode::Library(function as u32));
        let arguments = self.vm.heap.list(Vec::new());
        if let Some(deadline) = deadline {
            return self.schedule_call(callee, arguments, deadline);
        }
        let number = self.calls.insert(callee, arguments, None);
        self.vm.heap.note_allocation();
        self.call_soon(Handle::Call(number));
        Ok(number)
    }

    /// Tells that a thing was used.
    #[inline]
    pub(super) fn tell_use(&mut self, deed: Deed, thing: u64, item: Option<Value>) {
        self.vm.told += 1;
        if self.sink.detail() < Detail::Tasks {
            return;
        }
        self.announce_calls();
        let mut text = std::mem::take(&mut self.text);
        text.clear();
        self.write_thing_label(thing, &mut text);
        let end = text.len();
        if let Some(item) = item {
            self.show(item, &mut text);
        }
        let (label, shown) = text.split_at(end);
        self.send(EventKind::Use { deed, label, item: item.map(|_| shown) });
        self.text = text;
    }
}

/// The thing that a value is.
pub(super) fn number_of(value: Value) -> u64 {
    let Value::Thing(thing) = value else { unreachable!("{value:?} is no thing") };
    thing
}

/// The future that a value is.
pub(super) fn future_of(value: Value) -> FutureId {
    let Value::Future(future) = value else { unreachable!("{value:?} is no future") };
    FutureId::from_index(future as usize)
}
