//! The event loop (`base_events.py`, `_run_once` and `run_until_complete`).

use crate::kernel::agenda::{Target, Timer};
use crate::kernel::{CallState, Callback, NO_CELL, State, TIMER_IS_SET, Value, value_of};
use crate::policy::{Discipline, Handle, Ready};
use crate::trace::{Cause, Detail, EventKind, Limit, Sink};
use crate::units::{Awaitable, CellId, END_OF_TIME, Time};

use super::activation::Driven;
use super::machine::MAIN;
use super::{Engine, Stop};

/// The cause of a handle where no trace is told of tasks.
pub(super) const NOBODY_ASKS: Cause = Cause::Timer;

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// Runs the loop until `target` is done and the pass in which its callback stopped the loop is over.
    pub(super) fn run_until_complete(&mut self, target: Awaitable) -> Result<(), Stop> {
        self.add_callback(target, Callback::Stop);
        let ran = self.run_until_stopped();
        if !self.is_done(target) {
            // `loop.stop()` came first, or an exception left the loop.
            self.remove_callback(target, Callback::Stop);
        }
        ran
    }

    /// `run_forever`: until something has stopped the loop and the pass is over, at least one.
    #[inline(never)]
    pub(super) fn run_until_stopped(&mut self) -> Result<(), Stop> {
        let outer = self.stepped;
        let ran = loop {
            let ran = self.run_once(true);
            if std::mem::take(&mut self.is_stopping) || ran.is_err() {
                break ran;
            }
        };
        self.stepped = outer;
        self.give_futures();
        ran
    }

    /// `loop._run_once()`, by itself.
    #[inline(never)]
    pub(super) fn run_one_pass(&mut self) -> Result<(), Stop> {
        let outer = self.stepped;
        let ran = self.run_once(false);
        self.stepped = outer;
        self.give_futures();
        ran
    }

    /// One pass: what is due joins what is ready, and what is ready now is run. Where it `goes_on`, so are the passes behind it, until
    /// something stops the loop.
    #[inline(always)]
    fn run_once(&mut self, goes_on: bool) -> Result<(), Stop> {
        self.stepped = NO_CELL;
        self.begin_pass()?;
        if goes_on {
            while let Driven::Ended = self.drive_on(NO_CELL, Value::None, true)? {}
            return Ok(());
        }
        self.run_steps_of_pass()
    }

    /// The steps of a pass that are left.
    fn run_steps_of_pass(&mut self) -> Result<(), Stop> {
        while let Some((activation, value)) = self.next_step_alone()? {
            self.drive_on(activation, value, false)?;
        }
        Ok(())
    }

    /// Runs what is left of a pass behind the step of a task.
    pub(super) fn run_rest_of_pass(&mut self, task: Option<CellId>) -> Result<(), Stop> {
        let outer = std::mem::replace(&mut self.stepped, task.unwrap_or(NO_CELL));
        let ran = self.run_steps_of_pass();
        self.stepped = outer;
        self.give_futures();
        ran
    }

    /// A pass begins, at an instant at which something is ready.
    #[inline(never)]
    pub(super) fn begin_pass(&mut self) -> Result<(), Stop> {
        self.current = None;
        self.tidy_agenda();
        if self.signals.have_come() {
            self.give_futures();
            self.read_signals();
        }
        if self.is_stopping || !self.discipline.is_empty() || self.workers.lane != MAIN {
            // It does not wait; another thread has waited before.
        } else if !self.workers.machine.is_alone() {
            if self.agenda.earliest().is_none_or(|due| due > self.now) {
                self.give_futures();
                self.stand(super::stand::Stand::Idle)?;
            }
        } else {
            let due = self.agenda.earliest().ok_or(Stop::Deadlock)?;
            if due > self.now {
                self.tell_loop(EventKind::Clock { to: due });
                self.advance_to(due)?;
            }
        }
        self.take_due()
    }

    /// What is due joins what is ready, and the pass begins.
    #[inline(always)]
    pub(super) fn take_due(&mut self) -> Result<(), Stop> {
        while let Some(timer) = self.agenda.pop_due(self.now) {
            self.come_due(timer);
        }
        self.counters.passes += 1;
        if self.sink.is_closed() {
            return Err(Stop::SinkClosed);
        }
        if self.vm.heap.wants_collection() {
            // Between passes nothing runs.
            self.activation = NO_CELL;
            self.is_calm = false;
            self.collect_garbage();
        }
        self.discipline.begin_pass();
        Ok(())
    }

    /// Runs what is ready up to the next step of a task that begins in few steps: the activation that goes on, and with what.
    #[inline(always)]
    pub(super) fn next_step(&mut self, goes_on: bool) -> Result<Option<(CellId, Value)>, Stop> {
        if self.stepped != NO_CELL {
            let task = std::mem::replace(&mut self.stepped, NO_CELL);
            self.end_handle(Handle::Step(task))?;
        }
        loop {
            let ready = match self.discipline.next() {
                Some(ready) => ready,
                None if !goes_on || !self.is_calm && self.is_stopping => return Ok(None),
                None => match self.pass_on()? {
                    Some(ready) => ready,
                    None => continue,
                },
            };
            self.handle_begun = self.now;
            self.begin_handle(ready);
            if let Some(task) = ready.step() {
                let step = self.begin_step(task);
                if step.is_some() {
                    self.stepped = task;
                    return Ok(step);
                }
                self.step_otherwise(task, ready)?;
            } else {
                self.run_no_step(ready)?;
            }
            self.end_handle(ready.handle())?;
        }
    }

    /// The same within this pass.
    #[inline(never)]
    fn next_step_alone(&mut self) -> Result<Option<(CellId, Value)>, Stop> {
        self.next_step(false)
    }

    /// Begins another pass, or more than one: then the handle is told that is left of them.
    #[inline(always)]
    fn pass_on(&mut self) -> Result<Option<Ready>, Stop> {
        if self.passes_on() {
            return Ok(None);
        }
        if self.is_calm && self.discipline.is_empty() {
            let sleeper = self.sleep_on()?;
            return Ok(sleeper.map(|task| Ready::new(Handle::Step(task), NOBODY_ASKS, self.now)));
        }
        self.begin_pass()?;
        Ok(None)
    }

    /// Begins another pass in few steps: something is ready, no timer is due, no signal has come, and so on.
    #[inline(always)]
    fn passes_on(&mut self) -> bool {
        if self.discipline.is_empty() || self.vm.heap.wants_collection() {
            return false;
        }
        if !self.is_calm {
            self.tidy_agenda();
            if !self.may_pass_on() {
                return false;
            }
        }
        self.counters.passes += 1;
        self.discipline.begin_pass();
        true
    }

    /// Drops timers that were cancelled, where they are at the head or many.
    #[inline(always)]
    fn tidy_agenda(&mut self) {
        let (cells, calls) = (&self.cells, &self.calls);
        self.agenda.tidy(|timer| match timer.target() {
            Target::Sleeper(cell) => cells[cell].has_timer(timer.generation()),
            Target::Callback(number) => calls[number].state == CallState::InAgenda,
        });
    }

    /// What comes behind each handle.
    #[inline(always)]
    fn end_handle(&mut self, handle: Handle) -> Result<(), Stop> {
        if !self.is_calm {
            if self.looks_behind || self.now != self.handle_begun {
                self.leave_handle(handle)?;
            }
            if self.interrupt.is_some() {
                return Err(Stop::Interrupt);
            }
        }
        if self.vm.told > self.options.limits.max_events {
            return Err(self.limit(Limit::Events(self.options.limits.max_events)));
        }
        Ok(())
    }

    /// A handle has been run that took its time, or of a program in which it matters what is held.
    #[inline(never)]
    fn leave_handle(&mut self, handle: Handle) -> Result<(), Stop> {
        self.give_futures();
        if self.looks_behind || self.now != self.handle_begun {
            self.note_slow(handle, self.handle_begun)?;
        }
        if self.program.lets_go { self.let_go_of_handle(handle) } else { Ok(()) }
    }

    /// Notes the limit that was reached.
    #[cold]
    pub(super) fn limit(&mut self, limit: Limit) -> Stop {
        self.limit = Some(limit);
        Stop::Limit
    }

    /// Moves the clock.
    pub(super) fn advance_to(&mut self, instant: Time) -> Result<(), Stop> {
        if let Some(max_time) = self.options.limits.max_time.filter(|max_time| instant > *max_time) {
            return Err(self.limit(Limit::Time(max_time)));
        }
        if instant > END_OF_TIME {
            return Err(self.limit(Limit::EndOfTime));
        }
        self.now = instant;
        Ok(())
    }

    /// A timer joins the ready queue.
    #[inline]
    pub(super) fn come_due(&mut self, timer: Timer) {
        let handle = match timer.target() {
            Target::Sleeper(cell) => {
                let sleeper = &mut self.cells[cell];
                if sleeper.generation != timer.generation() {
                    if sleeper.has_timer(timer.generation()) {
                        sleeper.set_wait(sleeper.wait() & !TIMER_IS_SET);
                    }
                    return;
                }
                sleeper.state = State::SleepDue;
                Handle::FinishSleep(cell, timer.generation())
            }
            Target::Callback(number) => {
                let call = &mut self.calls[number];
                if call.state != CallState::InAgenda {
                    return;
                }
                call.state = CallState::Waiting;
                Handle::Call(number)
            }
        };
        self.discipline.enqueue(Ready::new(handle, Cause::Timer, timer.at()));
    }

    /// Runs a handle that no queue holds.
    #[inline(never)]
    pub(super) fn run_handle_by_hand(&mut self, ready: Ready) -> Result<(), Stop> {
        self.begin_handle(ready);
        match ready.handle() {
            Handle::Step(task) => self.step(task, ready),
            _ => self.run_no_step(ready),
        }
    }

    #[inline(always)]
    fn begin_handle(&mut self, ready: Ready) {
        self.counters.handles += 1;
        self.thrown = NO_CELL;
        if self.is_calm {
            return;
        }
        if self.refused.is_some() {
            self.refused = None;
        }
        if self.sink.detail() >= Detail::Loop {
            self.tell_pass(ready);
        }
    }

    /// Runs a handle that is no step of a task.
    #[inline(never)]
    fn run_no_step(&mut self, ready: Ready) -> Result<(), Stop> {
        match ready.handle() {
            Handle::FinishSleep(cell, generation) => {
                let sleeper = &mut self.cells[cell];
                if sleeper.generation == generation && sleeper.state == State::SleepDue {
                    sleeper.state = State::SleepDone;
                    self.discipline.enqueue(Ready::new(Handle::Step(cell), Cause::Timer, ready.since()));
                }
                Ok(())
            }
            Handle::GatherChild(future, child) => {
                self.current = None;
                self.handed_on = Some(ready.since());
                self.report_child(future, child);
                self.handed_on = None;
                Ok(())
            }
            _ => self.run_seldom(ready),
        }
    }

    /// The same of what is rare where much is to be done.
    #[inline(never)]
    fn run_seldom(&mut self, ready: Ready) -> Result<(), Stop> {
        self.give_futures();
        match ready.handle() {
            Handle::Report(thing, done) => {
                self.current = None;
                self.unannounced = 0;
                self.handed_on = Some(ready.since());
                let reported = self.report(thing, done);
                self.handed_on = None;
                reported
            }
            Handle::Call(number) => {
                let is_own = matches!(self.calls[number].function, Value::BoundMethod(_));
                self.handed_on = is_own.then(|| ready.since());
                let made = self.make_scheduled_call(number);
                self.handed_on = None;
                made
            }
            Handle::Stop(done) => {
                self.stop_for(done);
                Ok(())
            }
            Handle::Step(_) | Handle::FinishSleep(..) | Handle::GatherChild(..) => unreachable!("is done at once"),
        }
    }

    /// What the loop was to run until is done: it asks for the exception, and stops unless that is one that leaves loops by itself
    /// (`base_events.py`, `_run_until_complete_cb`).
    fn stop_for(&mut self, done: Awaitable) {
        if self.is_done(done) {
            self.note_told(value_of(done));
        }
        self.is_stopping |= !self.has_left_the_loop(done);
    }

    /// Puts a handle into the ready queue, made ready by the code that runs now.
    #[inline]
    pub(super) fn call_soon(&mut self, handle: Handle) {
        let cause = if self.is_quiet() { NOBODY_ASKS } else { Cause::By(self.current_label()) };
        self.discipline.enqueue(Ready::new(handle, cause, self.now));
    }

    /// Whether no trace is told of tasks.
    #[inline(always)]
    pub(super) fn is_quiet(&self) -> bool {
        self.sink.detail() < Detail::Tasks
    }
}
