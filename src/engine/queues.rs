//! Queues, performed (`queues.py`).

use crate::asyncio::queue::{pop_heap, pop_path, push_heap, push_path};
use crate::kernel::exception::{ClassId, Raised};
use crate::kernel::heap::ask::is_question;
use crate::kernel::{FutureState, Number, Role, Value, operate, value_of};
use crate::policy::Discipline;
use crate::script::Comparison;
use crate::signatures::asyncio::Function;
use crate::trace::{Deed, Sink};
use crate::units::{Awaitable, FutureId, ThingKind};

use super::Engine;
use super::activation::Next;
use super::call::go_or_throw;
use super::things::{future_of, number_of};

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// `await queue.put(item)` and `await queue.get()`
    pub(super) fn queue_at_once(&mut self, function: Function, arguments: &[Value]) -> Option<Next> {
        let thing = number_of(arguments[0]);
        let (role, item) =
            if function == Function::QueuePut { (Role::Put, arguments[1]) } else { (Role::Get, Value::None) };
        match self.put_or_get(thing, role, item) {
            Some(done) => Some(go_or_throw(done)),
            // What orders items by a function of the script needs a coroutine that can call it.
            None if ThingKind::of(thing) == ThingKind::PriorityQueue => None,
            None => self.stand_in_line(thing, role, item),
        }
    }

    /// `put` or `get` as far as it need not wait; `None` when it must.
    pub(super) fn put_or_get(&mut self, thing: u64, role: Role, item: Value) -> Option<Result<Value, Raised>> {
        let queue = self.vm.things.queue(thing);
        let waits = if role == Role::Put { queue.is_full() } else { queue.items.is_empty() };
        if waits {
            let is_shut_down = queue.is_shut_down;
            return is_shut_down.then(|| Err(self.queue_error(ClassId::QUEUE_SHUT_DOWN)));
        }
        Some(if role == Role::Put { self.put_nowait(thing, item) } else { self.get_nowait(thing) })
    }

    pub(super) fn queue_method(&mut self, function: Function, arguments: &[Value]) -> Next {
        let thing = number_of(arguments[0]);
        let queue = self.vm.things.queue(thing);
        match function {
            Function::QueuePutNowait => go_or_throw(self.put_nowait(thing, arguments[1])),
            Function::QueueGetNowait => go_or_throw(self.get_nowait(thing)),
            Function::QueueTaskDone => go_or_throw(self.task_done(thing)),
            Function::QueueSize => Next::Go(Value::Int(i64::try_from(queue.items.len()).unwrap_or(i64::MAX))),
            Function::QueueEmpty => Next::Go(Value::bool(queue.items.is_empty())),
            Function::QueueFull => Next::Go(Value::bool(queue.is_full())),
            Function::QueueMaxSize => Next::Go(queue.size),
            Function::QueueShutdown => {
                let is_immediate = arguments[1] != Value::Unbound && operate::is_true(&self.vm.heap, arguments[1]);
                go_or_throw(self.shut_down(thing, is_immediate))
            }
            other => unreachable!("{other:?} has a body, or is no method of queues"),
        }
    }

    pub(super) fn queue_intrinsic(&mut self, function: Function, arguments: &[Value]) -> Next {
        let thing = number_of(arguments[0]);
        match function {
            Function::QueueWaitsToPut => {
                let queue = self.vm.things.queue(thing);
                let waits = queue.is_full();
                if waits && queue.is_shut_down {
                    return Next::Throw(self.queue_error(ClassId::QUEUE_SHUT_DOWN));
                }
                Next::Go(Value::bool(waits))
            }
            Function::QueueWaitsToGet => {
                let queue = self.vm.things.queue(thing);
                let waits = queue.items.is_empty();
                if waits && queue.is_shut_down {
                    return Next::Throw(self.queue_error(ClassId::QUEUE_SHUT_DOWN));
                }
                Next::Go(Value::bool(waits))
            }
            Function::QueueIsUnfinished => Next::Go(Value::bool(self.vm.things.queue(thing).unfinished > 0)),
            Function::QueueLineUp => {
                let role = self.role(arguments[1]);
                if !self.bind_to_loop(thing, role) {
                    return Next::Throw(self.bound_elsewhere(thing, role));
                }
                let waiter = self.new_waiter(thing, role);
                self.vm.things.queue_mut(thing).line(role).push(waiter);
                Next::Go(value_of(Awaitable::Future(waiter)))
            }
            Function::QueueLeave => {
                let role = self.role(arguments[1]);
                self.leave_queue(thing, role, future_of(arguments[2]));
                Next::Go(Value::None)
            }
            other => unreachable!("{other:?} is no intrinsic of queues"),
        }
    }

    fn role(&self, word: Value) -> Role {
        match self.vm.heap.as_text(word) {
            Some("put") => Role::Put,
            Some("get") => Role::Get,
            _ => Role::Join,
        }
    }

    /// One who waits to put or get fails (`Queue.put`, the handler around the wait), or one who joined goes.
    pub(super) fn leave_queue(&mut self, thing: u64, role: Role, waiter: FutureId) {
        if role == Role::Join {
            self.vm.things.queue_mut(thing).joiners.remove(waiter);
            return;
        }
        self.cancel_awaitable(Awaitable::Future(waiter), Value::None);
        let queue = self.vm.things.queue_mut(thing);
        queue.line(role).remove(waiter);
        let was_cancelled = matches!(self.vm.futures[waiter].state, FutureState::Cancelled(_));
        if !was_cancelled && queue.passes_on(role) {
            self.wake_next_at_queue(thing, role);
        }
    }

    fn wake_next_at_queue(&mut self, thing: u64, role: Role) {
        if let Some(waiter) = self.vm.things.queue_mut(thing).wake_next(role, &self.vm.futures) {
            self.wake_now(waiter, Value::None);
        }
    }

    /// From how many items on a queue of this size is full.
    pub(super) fn most_of_queue(&mut self, size: Value) -> Result<i64, Raised> {
        match size.number() {
            Some(Number::Int(size)) => Ok(size),
            Some(Number::Float(size)) => Ok(size.ceil() as i64),
            None => self.whole_or(size, 0),
        }
    }

    #[cold]
    fn queue_error(&mut self, class: ClassId) -> Raised {
        Raised(self.vm.heap.exception(class, Vec::new()))
    }

    pub(super) fn put_nowait(&mut self, thing: u64, item: Value) -> Result<Value, Raised> {
        let queue = self.vm.things.queue(thing);
        if queue.is_shut_down {
            return Err(self.queue_error(ClassId::QUEUE_SHUT_DOWN));
        }
        if queue.is_full() {
            return Err(self.queue_error(ClassId::QUEUE_FULL));
        }
        let is_hidden = queue.is_hidden;
        self.vm.heap.room_for_values(queue.items.len() as u64 + 1)?;
        if ThingKind::of(thing) == ThingKind::PriorityQueue {
            let heap = &mut self.vm.heap;
            let mut path = Vec::new();
            let found = push_path(&self.vm.things.queue(thing).items, item, &mut path, |left, right| {
                operate::compare(heap, Comparison::Less, left, right).and_then(|holds| operate::truth(heap, holds))
            });
            // An item that cannot be compared stays where it came to.
            if !found.is_err_and(is_question) {
                push_heap(&mut self.vm.things.queue_mut(thing).items, item, &path);
            }
            found?;
        } else {
            self.vm.things.queue_mut(thing).items.push_back(item);
        }
        self.vm.things.queue_mut(thing).unfinished += 1;
        self.vm.events += 1;
        if !is_hidden {
            self.tell_use(Deed::Put, thing, Some(item));
        }
        self.wake_next_at_queue(thing, Role::Get);
        Ok(Value::None)
    }

    fn get_nowait(&mut self, thing: u64) -> Result<Value, Raised> {
        let queue = self.vm.things.queue(thing);
        if queue.items.is_empty() {
            let class = if queue.is_shut_down { ClassId::QUEUE_SHUT_DOWN } else { ClassId::QUEUE_EMPTY };
            return Err(self.queue_error(class));
        }
        let is_hidden = queue.is_hidden;
        let item = self.take_item(thing)?;
        if !is_hidden {
            self.tell_use(Deed::Get, thing, Some(item));
        }
        self.wake_next_at_queue(thing, Role::Put);
        Ok(item)
    }

    /// The item that is next.
    fn take_item(&mut self, thing: u64) -> Result<Value, Raised> {
        let item = match ThingKind::of(thing) {
            ThingKind::PriorityQueue => {
                let heap = &mut self.vm.heap;
                let mut path = vec![0];
                let found = pop_path(&self.vm.things.queue(thing).items, &mut path, |left, right| {
                    operate::compare(heap, Comparison::Less, left, right).and_then(|holds| operate::truth(heap, holds))
                });
                if found.is_err_and(is_question) {
                    return found.map(|()| Value::None);
                }
                let item = pop_heap(&mut self.vm.things.queue_mut(thing).items, &path);
                found?;
                item
            }
            ThingKind::LifoQueue => self.vm.things.queue_mut(thing).items.pop_back(),
            _ => self.vm.things.queue_mut(thing).items.pop_front(),
        };
        Ok(item.expect("the caller has looked"))
    }

    fn task_done(&mut self, thing: u64) -> Result<Value, Raised> {
        let queue = self.vm.things.queue_mut(thing);
        if queue.unfinished == 0 {
            return Err(self.vm.heap.raise(ClassId::VALUE_ERROR, "task_done() called too many times"));
        }
        queue.unfinished -= 1;
        if queue.unfinished == 0 {
            self.wake_joiners(thing);
        }
        Ok(Value::None)
    }

    fn wake_joiners(&mut self, thing: u64) {
        let waiters: Vec<_> = self.vm.things.queue(thing).joiners.iter().collect();
        for waiter in waiters {
            self.wake_if_asleep(waiter, Value::TRUE);
        }
    }

    /// `queue.shutdown(immediate)`, from 3.13 on.
    fn shut_down(&mut self, thing: u64, is_immediate: bool) -> Result<Value, Raised> {
        self.vm.things.queue_mut(thing).shut_down();
        if is_immediate {
            while !self.vm.things.queue(thing).items.is_empty() {
                self.take_item(thing)?;
                let queue = self.vm.things.queue_mut(thing);
                queue.unfinished = queue.unfinished.saturating_sub(1);
            }
            if self.vm.things.queue(thing).unfinished == 0 {
                self.wake_joiners(thing);
            }
        }
        for role in [Role::Get, Role::Put] {
            while let Some(waiter) = self.vm.things.queue_mut(thing).line(role).pop() {
                self.wake_if_asleep(waiter, Value::None);
            }
        }
        Ok(Value::None)
    }
}
