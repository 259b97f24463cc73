//! The frames that run now, one inside of the other (`sysmodule.c`, `sys__getframe`; `base_events.py`, `_run_once`).

use crate::kernel::exception::Passed;
use crate::kernel::{NO_CELL, Value, flag};
use crate::policy::Discipline;
use crate::signatures::asyncio::Function;
use crate::trace::Sink;
use crate::units::CellId;

use super::activation::Next;
use super::things::number_of;
use super::{Engine, Stop, machine};

/// Between a task or a callback and whoever runs the loop.
const OF_LOOPS: [&str; 3] = ["_run", "_run_once", "run_forever"];
/// Between a task that begins at once and whoever makes it.
const OF_EAGER_TASKS: [&str; 3] = ["factory", "create_task", "create_task"];
/// Around the body of a thread.
const OF_THREADS: [&str; 2] = ["_bootstrap_inner", "_bootstrap"];
/// Between the job of an executor and these.
const OF_WORKERS: [&str; 2] = ["_worker", "run"];

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// The running activation calls a function that runs a loop.
    pub(super) fn run_loop_for(&mut self, function: Function, arguments: &[Value]) -> Result<Next, Stop> {
        self.running.push((function, self.activation));
        let outcome = match function {
            Function::Run => self.asyncio_run(arguments[0], arguments[1], arguments[2]),
            Function::RunnerRun => self.runner_run(number_of(arguments[0]), arguments[1], arguments[2]),
            Function::RunUntilComplete => self.loop_run_until_complete(arguments[0], arguments[1]),
            _ => self.loop_run_forever(arguments[0]),
        };
        self.running.pop();
        outcome
    }

    /// What tells of each frame that runs, the innermost first, as rows for `source/library/frames.py`.
    pub(super) fn rows_of_stack(&mut self) -> Value {
        let frames = self.frames_around(self.activation);
        self.rows_of_frames(frames)
    }

    /// The same of these frames.
    pub(super) fn rows_of_frames(&mut self, frames: Vec<Passed>) -> Value {
        let mut rows = Vec::new();
        for passed in frames {
            rows.extend(self.rows_of_passed(passed, false).into_iter().rev());
        }
        self.vm.heap.list(rows)
    }

    /// The frame of an activation that runs, and those of its callers.
    pub(super) fn frames_around(&self, innermost: CellId) -> Vec<Passed> {
        let mut frames = Vec::new();
        self.frames_from(innermost, &mut frames);
        if self.workers.lane != machine::MAIN {
            let worker = self.program.bodies[Function::Worker as usize];
            let is_of_executor = matches!(frames.last(), Some(Passed::Code(code, _)) if Some(*code) == worker);
            frames.extend(OF_WORKERS.into_iter().filter(|_| is_of_executor).map(Passed::Library));
            frames.extend(OF_THREADS.map(Passed::Library));
            return frames;
        }
        for &(function, activation) in self.running.iter().rev() {
            frames.extend(OF_LOOPS.map(Passed::Library));
            let outer: &[&str] = match function {
                Function::Run => &["run_until_complete", "run", "run"],
                Function::RunnerRun => &["run_until_complete", "run"],
                Function::RunUntilComplete => &["run_until_complete"],
                _ => &[],
            };
            frames.extend(outer.iter().copied().map(Passed::Library));
            self.frames_from(activation, &mut frames);
        }
        frames
    }

    /// The frames from an activation to its task or to what called it from outside.
    fn frames_from(&self, innermost: CellId, frames: &mut Vec<Passed>) {
        let mut activation = innermost;
        while let Some(cell) = self.cells.get(activation) {
            let code = &self.program.codes[cell.code];
            if !code.is_hidden || code.has_frame && code.told_as.is_some() {
                frames.push(Passed::Code(cell.code, cell.pc));
            }
            let creator = self.standing.iter().find(|standing| standing.child == activation);
            activation = match creator {
                Some(creator) if cell.has(flag::TASK) => {
                    frames.extend(OF_EAGER_TASKS.map(Passed::Library));
                    creator.activation
                }
                _ if cell.has(flag::TASK) || cell.link == activation => NO_CELL,
                _ if cell.link == NO_CELL => self.beneath.caller_of(activation),
                _ => cell.link,
            };
        }
    }
}
