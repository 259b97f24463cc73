//! Executors as scripts see them: what they keep to themselves, and those of classes of the script's own.

use crate::kernel::exception::{ClassId, Raised};
use crate::kernel::{Value, operate};
use crate::policy::Discipline;
use crate::signatures::asyncio::Function;
use crate::trace::Sink;
use crate::units::ThingKind;

use super::activation::Next;
use super::call::go_or_throw;
use super::executors::BROKEN;
use super::things::number_of;
use super::{Engine, Stop};

/// Where an executor of a script's class keeps the engine's.
const POOL: &str = "_pool";

/// Whether a value is an executor of the engine's own.
pub(super) fn is_pool(value: Value) -> bool {
    matches!(value, Value::Thing(thing) if matches!(ThingKind::of(thing), ThingKind::ThreadPool | ThingKind::ProcessPool))
}

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// `executor._max_workers` and its like (`concurrent/futures/thread.py`).
    pub(super) fn executor_property(&mut self, function: Function, thing: u64) -> Next {
        let executor = self.vm.things.executor(thing);
        match function {
            Function::ExecutorMaxWorkers => Next::Go(Value::Int(i64::try_from(executor.most).unwrap_or(i64::MAX))),
            Function::ExecutorPrefix => {
                let prefix = executor.prefix.clone();
                Next::Go(self.vm.heap.string_from(prefix))
            }
            Function::ExecutorIsShut => Next::Go(Value::bool(executor.is_shut)),
            Function::ExecutorBroken if executor.is_broken => Next::Go(self.vm.heap.string(BROKEN)),
            Function::ExecutorBroken => Next::Go(Value::FALSE),
            Function::ExecutorThreadObjects => {
                let threads: Vec<Value> =
                    executor.workers.clone().into_iter().map(|lane| self.thread_object(lane)).collect();
                let threads = self.vm.heap.set(&threads);
                go_or_throw(threads)
            }
            other => unreachable!("{other:?} is no property of executors"),
        }
    }

    /// An executor for an object of a class below one of the library's.
    pub(super) fn new_pool(&mut self, arguments: &[Value]) -> Result<Value, Raised> {
        match arguments[0] {
            Value::Bool(0) => self.new_thread_pool(&arguments[1..]),
            _ => self.new_executor(ThingKind::ProcessPool, arguments[1], Value::None),
        }
    }

    /// The engine's executor that an executor is or keeps.
    pub(super) fn pool_of(&self, executor: Value) -> Option<u64> {
        let kept = if is_pool(executor) { executor } else { self.vm.heap.field(executor, POOL)? };
        is_pool(kept).then(|| number_of(kept))
    }

    /// `loop.set_default_executor(executor)` (`base_events.py`)
    pub(super) fn set_default_executor(&mut self, number: u64, executor: Value) -> Next {
        if self.pool_of(executor).is_some_and(|pool| ThingKind::of(pool) == ThingKind::ThreadPool) {
            self.loops.all[number as usize].executor = Some(executor);
            return Next::Go(Value::None);
        }
        Next::Throw(self.vm.heap.raise(ClassId::TYPE_ERROR, "executor must be ThreadPoolExecutor instance"))
    }

    /// `executor.shutdown(wait=False)` of the default executor of a loop that is closed (`base_events.py`, `close`).
    pub(super) fn shut_executor(&mut self, executor: Value) -> Result<Result<(), Raised>, Stop> {
        if let Value::Thing(pool) = executor {
            self.close_executor(pool, Value::FALSE);
            return Ok(Ok(()));
        }
        self.current = None;
        match operate::get_attribute(&mut self.vm.heap, executor, "shutdown") {
            Ok(method) => Ok(self.call_to_its_end(method, &[Value::FALSE])?.map(|_| ())),
            Err(raised) => Ok(Err(raised)),
        }
    }
}
