//! What a loop keeps to itself and tests look at (`base_events.py`, `BaseEventLoop.__init__`).

use crate::kernel::Value;
use crate::kernel::agenda::Target;
use crate::policy::{Discipline, Handle};
use crate::signatures::asyncio::Function;
use crate::trace::Sink;
use crate::units::Time;

use super::activation::Next;
use super::call::handle_of;
use super::{Engine, Stop};

/// What stands for the handles of asyncio's own, which are no calls that a script made.
const OWN: Value = Value::Asyncio(Function::SetUnlessDone as u64);

/// Of Linux's monotonic clock, in seconds (`base_events.py`, `_clock_resolution`).
const CLOCK_RESOLUTION: f64 = 1e-9;

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// `loop._ready` and its kin.
    pub(super) fn part_of_loop(&mut self, function: Function, number: u64, is_running: bool) -> Value {
        let thread = self.thread_of_loop(number).filter(|_| is_running);
        let each = &self.loops.all[number as usize];
        match function {
            Function::LoopClosedFlag => Value::bool(each.is_closed),
            Function::LoopDebugFlag => Value::bool(each.is_debug),
            Function::LoopDefaultExecutor if each.is_closed => Value::None,
            Function::LoopDefaultExecutor => each.executor.unwrap_or(Value::None),
            Function::LoopThread => thread.map_or(Value::None, |lane| Value::Int(i64::from(lane.0) + 1)),
            Function::LoopTaskFactory => each.factory,
            Function::LoopExceptionHandler => each.handler,
            Function::LoopExecutorShutdown => Value::bool(each.is_executor_shut),
            Function::LoopClockResolution => Value::float(CLOCK_RESOLUTION),
            Function::LoopTimersCancelled => {
                let count = self.on_loop(number, |engine| engine.agenda.cancelled());
                Value::Int(i64::try_from(count).unwrap_or(i64::MAX))
            }
            Function::LoopReady => self.on_loop(number, Self::ready_handles),
            Function::LoopScheduled => self.on_loop(number, Self::scheduled_handles),
            _ => Value::bool(self.on_loop(number, |engine| engine.is_stopping)),
        }
    }

    /// A loop of the script's own, which may be given what it waits with (`selector_events.py`, `BaseSelectorEventLoop.__init__`).
    pub(super) fn make_loop(&mut self, is_bare: bool, selector: Option<Value>) -> Result<Next, Stop> {
        let selector = selector.filter(|selector| *selector != Value::Unbound).unwrap_or(Value::None);
        let class = self.vm.heap.script_class(selector);
        if selector != Value::None && class.is_none_or(|class| self.vm.heap.class_module(class) != "selectors") {
            let what = "a loop with a selector that is none of the module `selectors`";
            return Ok(Next::Throw(self.vm.heap.unsupported(what)));
        }
        let number = self.new_loop();
        self.loops.all[number as usize].is_bare = is_bare;
        if !is_bare {
            self.note_selector(selector)?;
        }
        Ok(Next::Go(Value::Loop(number)))
    }

    /// A loop that was made logs what it waits with (`selector_events.py`, `BaseSelectorEventLoop.__init__`).
    pub(super) fn note_selector(&mut self, selector: Value) -> Result<(), Stop> {
        if self.loops.default_handler != Value::None
            && let Some(logs) = self.global_of_library("logging.log_selector")
        {
            // What a handler of the script raises has nobody to go to.
            let _ = self.call_to_its_end(logs, &[selector])?;
        }
        Ok(())
    }

    fn ready_handles(&mut self) -> Value {
        let mut handles = Vec::new();
        self.discipline.for_each(&mut |ready| handles.push(ready.handle()));
        let handles = handles.into_iter().map(|handle| match handle {
            Handle::Call(number) => handle_of(number, self.calls[number].when),
            _ => OWN,
        });
        let handles = handles.collect();
        self.vm.heap.list(handles)
    }

    /// By their deadlines: of CPython's heap only the first is sure to stand in its place.
    fn scheduled_handles(&mut self) -> Value {
        let mut timers: Vec<(Time, Target)> = Vec::new();
        self.agenda.for_each(|timer| timers.push((timer.at(), timer.target())));
        timers.sort_by_key(|timer| timer.0);
        let handles = timers.into_iter().map(|(_, target)| match target {
            Target::Callback(number) => handle_of(number, self.calls[number].when),
            Target::Sleeper(_) => OWN,
        });
        let handles = handles.collect();
        self.vm.heap.list(handles)
    }
}
