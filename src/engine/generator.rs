//! Generators: resumed by whoever wants their next value, suspended by `yield` (`genobject.c`).

use crate::kernel::exception::{ClassId, Raised};
use crate::kernel::heap::ask::Callee;
use crate::kernel::value::{ASYNC_GENERATOR, CoroutineKind};
use crate::kernel::{NO_CELL, State, Value, awaitable_of, operate};
use crate::policy::Discipline;
use crate::program::code::{Generator, Op};
use crate::script::PythonVersion;
use crate::signatures::helpers::Helper;
use crate::trace::Sink;
use crate::units::CellId;

use super::activation::Next;
use super::call::Given;
use super::{Engine, Standing, Stop, raise};

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// The cell of a generator that is not over.
    pub(super) fn generator_cell(&self, number: u64) -> Option<CellId> {
        let cell = CellId(number as u32);
        let generation = (number & !ASYNC_GENERATOR) >> 32;
        (u64::from(self.cells[cell].identity() & GENERATIONS) == generation && self.cells[cell].state != State::Free)
            .then_some(cell)
    }

    /// A generator object's value.
    pub(super) fn generator(&self, cell: CellId, kind: Generator) -> Value {
        let number = u64::from(self.cells[cell].identity() & GENERATIONS) << 32 | u64::from(cell.0);
        Value::Generator(if kind == Generator::Async { number | ASYNC_GENERATOR } else { number })
    }

    /// `generator.send(sent)`: its code goes on, and its next `yield` comes back to the running activation.
    pub(super) fn resume_generator(&mut self, generator: Value, sent: Value) -> Next {
        let Value::Generator(number) = generator else { return self.not_a_generator(generator) };
        let is_async = number & ASYNC_GENERATOR != 0;
        let Some(cell) = self.generator_cell(number) else {
            return self.end_generator(self.activation, is_async, Value::None);
        };
        match self.cells[cell].state {
            State::Inline => return self.already_running(is_async, "anext"),
            _ if self.cells[cell].pc == 0 && sent != Value::None => {
                let kind = if is_async { "async generator" } else { "generator" };
                let message = format!("can't send non-None value to a just-started {kind}");
                return Next::Throw(self.vm.heap.type_error(message));
            }
            _ => {}
        }
        match self.enter_generator(cell) {
            Ok(()) if self.by_hand.is_used => self.go_on_by_hand(cell, sent),
            Ok(()) => Next::Enter(cell, sent),
            Err(raised) => Next::Throw(raised),
        }
    }

    /// `generator.throw(exception)`
    pub(super) fn throw_into_generator(&mut self, generator: Value, exception: Value) -> Next {
        let Value::Generator(number) = generator else { return self.not_a_generator(generator) };
        let raised = raise::thrown(&mut self.vm.heap, exception);
        let Some(cell) = self.generator_cell(number) else {
            // An asynchronous generator that is over takes no notice (`genobject.c`, `async_gen_athrow_send`), but of what is
            // thrown into its methods' objects.
            let takes_notice = number & ASYNC_GENERATOR == 0
                || self.vm.heap.class_of(raised.0) == Some(ClassId::GENERATOR_EXIT)
                || self.was_handed(raised.0);
            return if takes_notice { Next::Throw(raised) } else { Next::Go(Value::None) };
        };
        match self.cells[cell].state {
            State::Inline => {
                let method = match self.step_of_generator(self.activation) {
                    Some(Helper::AsyncResume) => "anext",
                    Some(Helper::AsyncClose) => "aclose",
                    _ => "athrow",
                };
                self.already_running(number & ASYNC_GENERATOR != 0, method)
            }
            _ if self.comes_after_closing(cell, raised.0) => self.end_generator(self.activation, true, Value::None),
            state if self.cells[cell].pc == 0 => {
                self.suspended -= usize::from(state == State::Suspended);
                self.throw_into_unbegun(cell, raised)
            }
            _ => match self.enter_generator(cell) {
                Ok(()) => self.throw_by_hand(cell, raised),
                Err(raised) => Next::Throw(raised),
            },
        }
    }

    /// What is thrown into code that has not begun leaves it at once. Before 3.12 it leaves as from the middle of the code
    /// (`genobject.c`, `gen_send_ex2`), since then without being looked at. What its thrower is handling is no context of it.
    pub(super) fn throw_into_unbegun(&mut self, cell: CellId, raised: Raised) -> Next {
        self.cells[cell].link = self.activation;
        self.pass_unbegun(cell, raised);
        let raised = if self.is_since(PythonVersion::V3_12) { raised } else { self.leaving(cell, raised) };
        self.free_cell(cell);
        Next::ThrowBack(raised)
    }

    /// slot = acc where it is a generator that has not begun; acc stays.
    pub(super) fn store_if_new(&mut self, slot: u16, acc: Value) -> Next {
        let is_new = match acc {
            Value::Generator(number) => {
                self.generator_cell(number).is_some_and(|cell| self.cells[cell].state == State::Fresh)
            }
            _ => false,
        };
        let kept = if is_new { acc } else { Value::Unbound };
        self.cells.set_slot(self.activation, slot, kept);
        Next::Go(acc)
    }

    /// A generator is freed in CPython: a plain one is closed, of an asynchronous one the loop makes a task that closes it
    /// (`base_events.py`, `_asyncgen_finalizer_hook`).
    pub(super) fn drop_generator(&mut self, generator: Value, acc: Value) -> Result<Next, Stop> {
        let Value::Generator(number) = generator else { return Ok(Next::Go(acc)) };
        let Some(cell) = self.generator_cell(number) else { return Ok(Next::Go(acc)) };
        if self.is_abandoned(cell) {
            self.standing.push(Standing::keeping(acc));
            self.close_freed(generator)?;
            self.look_and_tell(&[])?;
            self.standing.pop();
            return Ok(Next::Go(acc));
        }
        if self.cells[cell].state != State::Suspended {
            return Ok(Next::Go(acc));
        }
        if number & ASYNC_GENERATOR == 0 {
            let given = Given { positional: vec![generator], keywords: Vec::new() };
            return self.call_value(self.helper(Helper::Close), given);
        }
        if !self.is_to_be_stepped(generator) {
            self.close_soon(generator);
        }
        Ok(Next::Go(acc))
    }

    /// Asynchronous generators that have begun on a loop and are not over, in the order in which they began, which nobody closes yet. CPython
    /// tries that also with those that wait in the middle of a step.
    pub(super) fn open_asyncgens(&mut self, home: Value) -> Value {
        // Whom the loop was asked to close once is never closed by being freed again (`genobject.c`, `_PyGen_Finalize`).
        let mut orphans = std::mem::take(&mut self.orphans);
        orphans.retain(|orphan| matches!(orphan, Value::Generator(number) if self.generator_cell(*number).is_some()));
        let mut open = Vec::new();
        for (id, cell) in self.cells.iter() {
            let code = &self.program.codes[cell.code];
            if matches!(cell.state, State::Suspended | State::Inline) && code.generator == Generator::Async {
                let generator = self.generator(id, Generator::Async);
                if !orphans.contains(&generator) && Value::Loop(self.home_of_cell(id)) == home {
                    open.push((cell.created, generator));
                }
            }
        }
        self.orphans = orphans;
        open.sort_by_key(|(begun, _)| *begun);
        self.vm.heap.list(open.into_iter().map(|(_, generator)| generator).collect())
    }

    /// A generator or coroutine that waits is about to go on, for the running activation.
    pub(super) fn enter_generator(&mut self, cell: CellId) -> Result<(), Raised> {
        let depth = self.depth() + 1;
        if depth > self.options.limits.recursion {
            return Err(self.vm.heap.raise(ClassId::RECURSION_ERROR, "maximum recursion depth exceeded"));
        }
        let caller = self.activation;
        if self.cells[cell].state == State::Fresh {
            self.cells[cell].created = self.vm.futures.next_birth();
            if self.program.codes[self.cells[cell].code].generator == Generator::Async {
                self.note_home(cell);
            }
        }
        let cell = &mut self.cells[cell];
        self.suspended -= usize::from(cell.state == State::Suspended);
        cell.state = State::Inline;
        cell.link = caller;
        cell.set_wait(depth);
        Ok(())
    }

    /// `yield`: back to whoever resumed it.
    pub(super) fn suspend_generator(&mut self, generator: CellId, value: Value) -> Next {
        let cell = &mut self.cells[generator];
        cell.state = State::Suspended;
        self.suspended += 1;
        let caller = std::mem::replace(&mut cell.link, NO_CELL);
        Next::Enter(caller, value)
    }

    /// `return` in a generator.
    pub(super) fn finish_generator(&mut self, generator: CellId, value: Value) -> Result<Next, Stop> {
        self.let_go_of_variables(generator, value)?;
        let caller = self.cells[generator].link;
        let is_async = self.program.codes[self.cells[generator].code].generator == Generator::Async;
        self.free_cell(generator);
        Ok(self.end_generator(caller, is_async, value))
    }

    /// The generator that `caller` goes through is at its end.
    pub(super) fn end_generator(&mut self, caller: CellId, is_async: bool, value: Value) -> Next {
        let cell = &self.cells[caller];
        match self.program.codes[cell.code].ops[cell.pc as usize - 1] {
            Op::Next(_, target) | Op::Delegate(_, target) | Op::DelegateThrow(_, target) => {
                self.cells[caller].pc = target;
                Next::Enter(caller, value)
            }
            _ => {
                self.activation = caller;
                let class = if is_async { ClassId::STOP_ASYNC_ITERATION } else { ClassId::STOP_ITERATION };
                let arguments = if value == Value::None { Vec::new() } else { vec![value] };
                Next::Throw(Raised(self.vm.heap.exception(class, arguments)))
            }
        }
    }

    #[cold]
    fn already_running(&mut self, is_async: bool, method: &str) -> Next {
        if is_async {
            let message = format!("{method}(): asynchronous generator is already running");
            return Next::Throw(self.vm.heap.raise(ClassId::RUNTIME_ERROR, message));
        }
        Next::Throw(self.vm.heap.value_error("generator already executing"))
    }

    #[cold]
    fn not_a_generator(&mut self, value: Value) -> Next {
        let message = format!("'{}' object is not a generator", self.vm.heap.type_name(value));
        Next::Throw(self.vm.heap.type_error(message))
    }

    /// `yield from` takes the next value of what it goes through: acc is what was sent.
    pub(super) fn delegate(&mut self, slot: u16, target: u32, sent: Value) -> Result<Next, Stop> {
        let iterator = self.slot(slot);
        if let Value::Generator(_) = iterator {
            return Ok(self.resume_generator(iterator, sent));
        }
        if let Value::Coroutine(_) | Value::Task(_) | Value::Future(_) = iterator {
            self.look_for_driver();
            self.cells[self.activation].pc = target;
            return match (iterator, awaitable_of(iterator)) {
                (_, Some(awaitable)) => self.await_future(awaitable, 0),
                (Value::Coroutine(coroutine), _) => Ok(self.await_coroutine(coroutine)),
                _ => self.await_value(iterator, 0),
            };
        }
        if let Value::Instance(_) = iterator
            && ["send", "throw"].iter().any(|name| self.vm.heap.own_method(iterator, name).is_some())
        {
            let given = Given { positional: vec![iterator], keywords: Vec::new() };
            let Next::Go(steps) = self.call_value(self.helper(Helper::StepsThrough), given)? else {
                unreachable!("a generator function makes a generator");
            };
            self.cells.set_slot(self.activation, slot, steps);
            return Ok(self.resume_generator(steps, sent));
        }
        Ok(self.delegate_to_iterator(iterator, target, sent))
    }

    fn delegate_to_iterator(&mut self, iterator: Value, target: u32, sent: Value) -> Next {
        if sent != Value::None {
            let message = format!("'{}' object has no attribute 'send'", self.vm.heap.type_name(iterator));
            return Next::Throw(self.vm.heap.raise(ClassId::ATTRIBUTE_ERROR, message));
        }
        if let Value::Instance(_) = iterator {
            return match operate::next_answer(&mut self.vm.heap, iterator) {
                Ok(Value::Tuple(at)) => Next::Go(self.vm.heap.tuple_items(at)[0]),
                Ok(Value::Exception(end)) => {
                    let returned = self.vm.heap.exception_object(end).args.first().copied();
                    self.cells[self.activation].pc = target;
                    Next::Go(returned.unwrap_or(Value::None))
                }
                Ok(_) => self.jump(target),
                Err(raised) => Next::Throw(raised),
            };
        }
        match operate::next_item(&mut self.vm.heap, iterator, &mut 0) {
            Ok(Some(item)) => Next::Go(item),
            Ok(None) => self.jump(target),
            Err(raised) => Next::Throw(raised),
        }
    }

    fn jump(&mut self, target: u32) -> Next {
        self.cells[self.activation].pc = target;
        Next::Go(Value::None)
    }

    /// An exception is thrown into `yield from`.
    pub(super) fn delegate_throw(&mut self, slot: u16, exception: Value) -> Result<Next, Stop> {
        let inner = self.slot(slot);
        if let Value::Generator(_) = inner {
            if self.is_exit(Raised(exception)) {
                let given = Given { positional: vec![inner, exception], keywords: Vec::new() };
                return self.call_value(self.helper(Helper::CloseAndGoOn), given);
            }
            self.forget_frame(Raised(exception));
            return Ok(self.throw_into_generator(inner, exception));
        }
        Ok(Next::ThrowAgain(Raised(exception)))
    }

    /// A method of a generator.
    pub(super) fn generator_method(&mut self, generator: Value, name: &str, given: &[Value]) -> Result<Next, Stop> {
        let Value::Generator(number) = generator else { unreachable!("the caller has looked") };
        let is_async = number & ASYNC_GENERATOR != 0;
        let helper = match (name, is_async, given) {
            ("__iter__", false, []) | ("__aiter__", true, []) => return Ok(Next::Go(generator)),
            ("__next__", false, []) => return Ok(self.resume_generator(generator, Value::None)),
            ("send", false, [value]) => return Ok(self.resume_generator(generator, *value)),
            ("throw", false, [_, ..]) => return self.throw_what_was_given(generator, given),
            ("close", false, []) => Helper::Close,
            ("__anext__", true, []) | ("asend", true, [_]) => Helper::AsyncResume,
            ("athrow", true, [_, ..]) => Helper::AsyncThrow,
            ("aclose", true, []) => Helper::AsyncClose,
            _ => {
                let kind = self.vm.heap.type_name(generator);
                let message = if is_method_name(name, is_async) {
                    format!("{kind}.{name}() got a wrong number of arguments")
                } else {
                    format!("'{kind}' object has no attribute '{name}'")
                };
                let class = if is_method_name(name, is_async) { ClassId::TYPE_ERROR } else { ClassId::ATTRIBUTE_ERROR };
                return Ok(Next::Throw(self.vm.heap.raise(class, message)));
            }
        };
        let value = match given {
            [_, _, ..] => match self.given_to_throw(name, given)? {
                Ok(raised) => raised.0,
                Err(misfit) => return Ok(Next::Throw(misfit)),
            },
            _ => given.first().copied().unwrap_or(Value::None),
        };
        self.init_hooks(number);
        let positional = match helper {
            Helper::AsyncResume | Helper::AsyncThrow => vec![generator, value],
            _ => vec![generator],
        };
        let made = self.call_value(self.helper(helper), Given { positional, keywords: Vec::new() })?;
        Ok(match (made, helper) {
            (Next::Go(Value::Coroutine(number)), Helper::AsyncResume) => {
                Next::Go(Value::Coroutine(CoroutineKind::AsyncSend.mark(number)))
            }
            (Next::Go(Value::Coroutine(number)), _) => {
                Next::Go(Value::Coroutine(CoroutineKind::AsyncThrow.mark(number)))
            }
            (made, _) => made,
        })
    }

    /// A function of the library that is written in Python.
    pub(super) fn helper(&self, helper: Helper) -> Value {
        self.vm.globals.get(self.program.helpers[helper as usize] as usize).copied().unwrap_or(Value::None)
    }

    /// What a question asks to be called.
    pub(super) fn callee(&self, callee: Callee) -> Value {
        match callee {
            Callee::Value(value) => value,
            Callee::Helper(helper) => self.helper(helper),
        }
    }

    /// The end of an iterator that leaves a generator or coroutine is an error there (PEP 479).
    pub(super) fn leaving(&mut self, activation: CellId, raised: Raised) -> Raised {
        let class = self.vm.heap.class_of(raised.0);
        let Some(class) = class.filter(|class| {
            self.vm.heap.is_subclass(*class, ClassId::STOP_ITERATION)
                || self.vm.heap.is_subclass(*class, ClassId::STOP_ASYNC_ITERATION)
        }) else {
            return raised;
        };
        let code = &self.program.codes[self.cells[activation].code];
        let is_stop = self.vm.heap.is_subclass(class, ClassId::STOP_ITERATION);
        let kind = match (code.generator, code.is_async, is_stop) {
            (Generator::Async, ..) => "async generator",
            (Generator::Plain, _, true) => "generator",
            (Generator::No, true, true) => "coroutine",
            _ => return raised,
        };
        let what = if is_stop { "StopIteration" } else { "StopAsyncIteration" };
        let error = self.vm.heap.raise(ClassId::RUNTIME_ERROR, format!("{kind} raised {what}"));
        if let Value::Exception(at) = error.0 {
            let object = self.vm.heap.exception_object_mut(at);
            object.cause = Some(raised.0);
            object.context = Some(raised.0);
            object.suppress_context = true;
        }
        error
    }
}

/// Whether a generator has a method of this name.
pub(super) fn is_method_name(name: &str, is_async: bool) -> bool {
    if is_async {
        matches!(name, "__aiter__" | "__anext__" | "asend" | "athrow" | "aclose")
    } else {
        matches!(name, "__iter__" | "__next__" | "send" | "throw" | "close")
    }
}

/// So many generations of a cell a generator can tell.
pub(super) const GENERATIONS: u32 = u32::MAX >> 1;
