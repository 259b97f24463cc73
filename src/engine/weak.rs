//! Weak references, and the collector of garbage where a script calls it (`gc.collect`).
//!
//! CPython frees with the last reference; what holds itself in a circle waits for the collector. Here it is looked when a weak
//! reference is asked, near at hand first; one that calls back makes its target matter when it is let go of.

use indexmap::{IndexMap, IndexSet};

use crate::kernel::{FutureState, IN_LINE, IS_OWN, State, Value, flag};
use crate::policy::Discipline;
use crate::signatures::asyncio::Function;
use crate::trace::Sink;
use crate::units::{CellId, FutureId, ThingKind};

use super::activation::Next;
use super::finalizers::Callbacks;
use super::garbage::plainly;
use super::operand::may_hold;
use super::pending::Left;
use super::{Engine, Stop};

/// What weak references refer to, and what waits for the collector.
#[derive(Debug, Default)]
pub(super) struct Weak {
    /// By the number of the reference; `None` is nothing any more.
    targets: Vec<Value>,
    /// Those of them that call back.
    pub(super) callbacks: Callbacks,
    /// What woke the task whose step runs, or what that holds.
    pub(super) waker: Vec<Value>,
    /// The same of the step that is over, until its handle is.
    pub(super) released: Vec<Value>,
    /// What tasks waited for that nobody holds and whose coroutines were taken out of them.
    pub(super) left: IndexMap<CellId, Left>,
}

impl Weak {
    fn target(&self, number: Value) -> Value {
        let index = number.integer().and_then(|number| usize::try_from(number).ok());
        index.and_then(|index| self.targets.get(index)).copied().unwrap_or(Value::None)
    }
}

/// So many values near at hand are looked at before everything is, and so many more for each that is asked for.
const MOST_MET: usize = 256;
const FOR_EACH_TARGET: usize = 8;

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// Functions of weak references.
    pub(super) fn weak_function(&mut self, function: Function, arguments: &[Value]) -> Result<Next, Stop> {
        match function {
            Function::WeakNote => Ok(self.note_weak(arguments[0])),
            Function::WeakCall => Ok(self.note_callback(arguments[0], arguments[1])),
            Function::WeakGet => self.weak_target(arguments[0]),
            _ => self.weak_targets(arguments[0]),
        }
    }

    /// A weak reference to a value: its number.
    fn note_weak(&mut self, value: Value) -> Next {
        let is_of_c = |at| self.vm.heap.class_module(self.vm.heap.exception_object(at).class) == "builtins";
        let can_be_referred_to = match value {
            Value::Exception(at) => !is_of_c(at),
            Value::Instance(_)
            | Value::Function(_)
            | Value::Set(_)
            | Value::Task(_)
            | Value::Future(_)
            | Value::Coroutine(_)
            | Value::Generator(_)
            | Value::Class(_)
            | Value::ExceptionClass(_)
            | Value::Loop(_)
            | Value::Handle(_)
            | Value::Thing(_) => true,
            _ => false,
        };
        if !can_be_referred_to {
            let message = format!("cannot create weak reference to '{}' object", self.vm.heap.type_name(value));
            return Next::Throw(self.vm.heap.type_error(message));
        }
        if let Value::Task(task) = value {
            self.cells[CellId(task as u32)].flags |= flag::HELD;
        }
        self.weak.targets.push(value);
        Next::Go(Value::Int(i64::try_from(self.weak.targets.len() - 1).unwrap_or(i64::MAX)))
    }

    /// What a weak reference refers to, or `None`.
    fn weak_target(&mut self, number: Value) -> Result<Next, Stop> {
        self.look_for_targets(&[number])?;
        Ok(Next::Go(self.weak.target(number)))
    }

    /// What weak references refer to, each or `None`: a list.
    fn weak_targets(&mut self, numbers: Value) -> Result<Next, Stop> {
        let Value::List(at) = numbers else { return Ok(Next::Go(numbers)) };
        let numbers = self.vm.heap.list_items(at).to_vec();
        self.look_for_targets(&numbers)?;
        let targets = numbers.into_iter().map(|number| self.weak.target(number)).collect();
        Ok(Next::Go(self.vm.heap.list(targets)))
    }

    /// Forgets those of the targets that nothing holds any more. What is found near at hand is held: only for others it is looked
    /// through all there is.
    fn look_for_targets(&mut self, numbers: &[Value]) -> Result<(), Stop> {
        let mut asked: Vec<Value> = numbers.iter().map(|number| self.weak.target(*number)).collect();
        asked.retain(|target| *target != Value::None);
        if asked.is_empty() || !self.may_let_go() && self.are_at_hand(&asked) {
            return Ok(());
        }
        self.look_and_tell(&[])
    }

    /// Whether all of these are among what running activations and globals hold, as far as it is soon seen.
    fn are_at_hand(&self, targets: &[Value]) -> bool {
        let mut missing: IndexSet<Value> = targets.iter().copied().map(plainly).collect();
        let mut met: IndexSet<Value> = IndexSet::new();
        let mut activation = self.activation;
        while let Some(cell) = self.cells.get(activation) {
            met.extend(self.cells.slots(activation, self.live_slots(activation)));
            if cell.has(flag::TASK) || cell.link == activation {
                break;
            }
            activation = cell.link;
        }
        met.extend(&self.vm.globals);
        let most = MOST_MET + met.len() + FOR_EACH_TARGET * targets.len();
        let mut index = 0;
        while !missing.is_empty() && index < met.len().min(most) {
            let value = plainly(met[index]);
            missing.swap_remove(&value);
            if may_hold(value) && met.len() < most {
                met.extend(self.held_by(value));
            }
            index += 1;
        }
        missing.is_empty()
    }

    /// Whether there is what a weak reference tells of, or an object with `__del__`.
    pub(super) fn has_weak_targets(&self) -> bool {
        self.program.finalizes || !self.weak.targets.is_empty()
    }

    /// The handle of a step holds what woke the task, until the step is over.
    pub(super) fn note_waker(&mut self, task: CellId, state: State) {
        let wait = self.cells[task].wait();
        self.weak.waker.clear();
        match state {
            State::WaitingForTask => self.weak.waker.push(Value::Task(wait)),
            State::WaitingForFuture => {
                let future = &self.vm.futures[FutureId(wait as u32)];
                let gives_its_result = |(thing, _)| ThingKind::of(thing).gives_its_result();
                let is_freed = wait & IS_OWN != 0 || future.line().is_some_and(gives_its_result);
                if let (FutureState::Result(held), true) = (future.state, is_freed) {
                    // A future of a gather, a shield or a job, which may be freed before the step.
                    self.weak.waker.push(held);
                    if let (Value::List(results), Some(gather)) = (held, &future.gather) {
                        // Its children, or what they gave, whatever becomes of the list, which lets go of its last item first.
                        let results = self.vm.heap.list_items(results);
                        let children = if gather.children.is_empty() { results } else { &gather.children };
                        self.weak.waker.extend(children.iter().rev());
                    }
                } else if is_freed && let Some(gather) = &future.gather {
                    // One that failed goes, and its failed children with it.
                    let has_failed = |child: &Value| match *child {
                        Value::Task(number) => {
                            matches!(self.cells[CellId(number as u32)].state, State::Raised | State::Cancelled)
                        }
                        Value::Future(number) => {
                            matches!(self.vm.futures[FutureId(number as u32)].state, FutureState::Exception(_))
                        }
                        _ => false,
                    };
                    self.weak.waker.extend(gather.children.iter().copied().filter(has_failed));
                } else if wait & (IS_OWN | IN_LINE) == 0 && future.line().is_none() {
                    // Other futures in a line are the library's own, and hold nothing of the script's.
                    self.weak.waker.push(Value::Future(wait));
                }
            }
            _ => {}
        }
    }

    /// Before what is not marked is freed: weak references do not find it any more.
    pub(super) fn forget_weak(&mut self) {
        for index in 0..self.weak.targets.len() {
            if !self.is_marked(self.weak.targets[index]) {
                self.weak.targets[index] = Value::None;
            }
        }
    }

    /// The weak reference of this number calls back.
    fn note_callback(&mut self, number: Value, reference: Value) -> Next {
        let target = self.weak.target(number);
        if let Value::Coroutine(_) = target {
            let what = "a weak reference to a coroutine that calls back";
            return Next::Throw(self.vm.heap.unsupported(what));
        }
        self.weak.callbacks.insert(target, reference);
        Next::Go(Value::None)
    }

    /// Of the weak references that call back only those stay that are marked.
    pub(super) fn keep_marked_callbacks(&mut self) {
        if !self.weak.callbacks.is_empty() {
            let mut callbacks = std::mem::take(&mut self.weak.callbacks);
            callbacks.retain(|reference| self.is_marked(reference));
            self.weak.callbacks = callbacks;
        }
    }

    pub(super) fn is_marked(&self, value: Value) -> bool {
        match value {
            Value::Task(number) | Value::Coroutine(number) => {
                let cell = &self.cells[CellId(number as u32)];
                let is_same = matches!(value, Value::Task(_)) || self.cells.holds_coroutine(number);
                is_same && cell.has(flag::MARKED) && cell.state != State::Free
            }
            Value::Generator(number) => {
                self.generator_cell(number).is_some_and(|cell| self.cells[cell].has(flag::MARKED))
            }
            Value::Future(number) => self.vm.futures.is_marked(FutureId(number as u32)),
            Value::Thing(number) => self.vm.things.is_marked(number),
            Value::Handle(number) => self.calls.is_marked(number as u32),
            Value::Frame(number) => self.frames.is_marked(number),
            other => self.vm.heap.is_marked(other),
        }
    }
}
