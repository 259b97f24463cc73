//! The end of a run: the way an exception came, who is stuck, what got lost.

use crate::kernel::exception::{Passed, Raised};
use crate::kernel::{NO_CELL, Reference, State, Value, flag, text};
use crate::policy::Discipline;
use crate::signatures::builtins::{Builtin, BuiltinType};
use crate::trace::{Before, Ending, EventKind, Frame, Sink, Stuck, Traceback};
use crate::units::CellId;

use super::Engine;
use super::call::Given;
use super::report::Loss;
use super::task::Input;

/// A traceback tells so many exceptions that led to one another.
const LONGEST_CHAIN: usize = 10;

/// A traceback tells so many exceptions of a group.
const MOST_MEMBERS: usize = 20;

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// The way an exception came, for the report at the end.
    pub(super) fn traceback(&mut self, raised: Raised) -> Traceback {
        self.traceback_within(raised, LONGEST_CHAIN)
    }

    /// The same, with so many exceptions before it and inside it.
    fn traceback_within(&mut self, raised: Raised, depth: usize) -> Traceback {
        let Value::Exception(reference) = raised.0 else { unreachable!("only exceptions are raised") };
        let exception = self.vm.heap.exception_object(reference);
        let context = exception.context.filter(|_| !exception.suppress_context);
        let before = exception.cause.map(|cause| (true, cause)).or(context.map(|context| (false, context)));
        let members = self.vm.heap.members_of_group(raised.0).to_vec();
        let class = self.vm.heap.class_name(exception.class).to_owned();
        let frames = exception
            .frames
            .iter()
            .rev()
            .filter_map(|passed| {
                let Passed::Code(code, pc) = *passed else { return None };
                let code = &self.program.codes[code];
                let function = || self.names.text(code.name).to_owned();
                (!code.is_hidden).then(|| Frame { function: function(), span: code.places.statement(pc) })
            })
            .collect();
        let message = self.message(reference);
        let task = self.raised_in.filter(|(known, _)| *known == raised.0).map(|(_, task)| self.label_text(task));
        let is_exception = |value: &Value| matches!(value, Value::Exception(_));
        let before = before.filter(|(_, value)| depth > 0 && is_exception(value)).map(|(is_cause, value)| {
            Box::new(Before { is_cause, traceback: self.traceback_within(Raised(value), depth - 1) })
        });
        let members = members.into_iter().filter(is_exception).take(if depth > 0 { MOST_MEMBERS } else { 0 });
        let members = members.map(|member| self.traceback_within(Raised(member), depth - 1)).collect();
        Traceback { task, class, message: text::without_addresses(message), frames, before, members }
    }

    /// What an exception says: by the `__str__` of its class, if the script wrote one (`traceback.py`, `_safe_string`).
    fn message(&mut self, exception: Reference) -> String {
        let value = Value::Exception(exception);
        let own = self.vm.heap.own_method(value, "__str__");
        let mut message = String::new();
        let is_told = own.is_none() && text::write_exception(&self.vm.heap, exception, &mut message).is_ok();
        self.vm.heap.forget_answers();
        if is_told {
            return message;
        }
        // Its class, or those of what it holds, say it themselves.
        (self.activation, self.current) = (NO_CELL, None);
        let given = Given { positional: vec![value], keywords: Vec::new() };
        let asked = own.unwrap_or(Value::Builtin(Builtin::Type(BuiltinType::Str).number()));
        match self.call_outside(asked, given) {
            Ok(Ok(said)) if self.vm.heap.as_text(said).is_none() => "<exception str() failed>".to_owned(),
            Ok(Ok(said)) => self.vm.heap.as_text(said).map(str::to_owned).unwrap_or_default(),
            Ok(Err(_)) => "<exception str() failed>".to_owned(),
            Err(_) => String::new(),
        }
    }

    /// How a program ends that came to its own end.
    pub(super) fn ending_of(&mut self, outcome: Input) -> Ending {
        match outcome {
            Err(raised) if !self.is_clean_exit(raised) => Ending::Exception(self.traceback(raised)),
            _ => Ending::Ok,
        }
    }

    /// `SystemExit` without a status, or with that of success, is how a program ends.
    fn is_clean_exit(&self, raised: Raised) -> bool {
        let Value::Exception(at) = raised.0 else { return false };
        let exception = self.vm.heap.exception_object(at);
        let is_success = |status: &Value| matches!(status, Value::None | Value::Int(0) | Value::Bool(0));
        self.vm.heap.is_subclass(exception.class, crate::kernel::exception::ClassId::SYSTEM_EXIT)
            && (exception.args.is_empty() || matches!(&exception.args[..], [status] if is_success(status)))
    }

    /// A deadlock: tells who waits for what.
    pub(super) fn tell_stuck(&mut self) -> Vec<Stuck> {
        let standing: Vec<CellId> = self.standing.iter().filter_map(|standing| standing.task).collect();
        let mut stuck = Vec::new();
        for task in self.pending_tasks() {
            let cell = &self.cells[task];
            if cell.has(flag::HIDDEN) || standing.contains(&task) {
                continue;
            }
            let (state, wait) = (cell.state, cell.wait());
            let mut label = String::new();
            let on = self.awaited(state, wait, &mut label);
            self.current = Some(task);
            self.unannounced = 0;
            self.tell(EventKind::Stuck { on });
            let waits_for = on.words(&self.names);
            stuck.push(Stuck { task: self.label_text(self.label(task)), waits_for });
        }
        self.current = None;
        stuck.extend(self.tell_stuck_threads());
        let circle = crate::trace::circle(&stuck);
        if let [first, ..] = circle.as_slice() {
            let tasks = format!("{} -> {first}", circle.join(" -> "));
            self.tell(EventKind::Circle { tasks: &tasks });
        }
        stuck
    }

    /// The last events of a run: what got lost, in order of creation, and the end itself.
    pub(super) fn tell_end(&mut self, ending: &Ending) {
        self.current = None;
        self.unannounced = 0;
        if matches!(ending, Ending::Ok | Ending::Exception(_)) {
            self.warn_of_losses();
        }
        self.tell(EventKind::End { outcome: ending.outcome() });
    }

    fn warn_of_losses(&mut self) {
        let tasks: Vec<CellId> = self
            .cells
            .iter()
            .filter(|(_, cell)| cell.has(flag::TASK) && cell.state == State::Raised)
            .map(|(task, _)| task)
            .collect();
        tasks.into_iter().for_each(|task| self.note_loss(task));
        let fresh = self.cells.iter().filter(|(id, cell)| {
            cell.state == State::Fresh && !cell.has(flag::RETRIEVED) && !self.is_idle_generator(*id)
        });
        let never: Vec<Loss> =
            fresh.map(|(_, cell)| Loss::NeverAwaited { name: self.program.codes[cell.code].name }).collect();
        self.warnings.extend(never);
        let failed: Vec<Value> = self.vm.futures.iter().filter_map(crate::kernel::Future::lost_exception).collect();
        for exception in failed {
            let exception = self.shown(exception);
            self.warnings.push(Loss::FutureException { exception });
        }
        let mut losses = std::mem::take(&mut self.warnings);
        losses.sort_by_key(|loss| match loss {
            Loss::TaskException { number, .. } | Loss::Pending { number, .. } => (0, number.0),
            Loss::FutureException { .. } => (1, 0),
            Loss::NeverAwaited { .. } => (2, 0),
        });
        for loss in losses {
            let words = match loss {
                Loss::TaskException { label, exception, .. } => {
                    format!("Task exception was never retrieved: {} {exception}", self.label_text(label))
                }
                Loss::Pending { label, .. } => {
                    format!("Task was destroyed but it is pending: {}", self.label_text(label))
                }
                Loss::FutureException { exception } => format!("Future exception was never retrieved: {exception}"),
                Loss::NeverAwaited { name } => {
                    format!("coroutine '{}' was never awaited", self.names.text(name))
                }
            };
            self.tell(EventKind::Warning { text: &words });
        }
    }
}
