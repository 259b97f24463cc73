//! The engine's side: the workload's spec, compiled once, outside of what is measured.

use std::io;

use kitchen_sim::engine::{self, Options};
use kitchen_sim::policy::Policy;
use kitchen_sim::program::{self, Program};
use kitchen_sim::source;
use kitchen_sim::trace::{Discard, Ending, Sink};
use kitchen_sim::view::{TextView, ViewOptions};

use crate::cases::Workload;

/// A program that is ready to run.
pub(crate) struct Engine {
    program: Program,
    options: Options,
}

impl Engine {
    /// Compiles a workload's spec.
    pub(crate) fn new(workload: &Workload, values: [u32; 2]) -> Self {
        let path = format!("benches/specs/{}.toml", workload.name);
        let script = source::read(&path, workload.spec_text(values)).expect("the spec can be read");
        let program = program::compile(script).expect("the spec has no mistake");
        let options = Options::of(&program, Policy::default());
        Self { program, options }
    }

    /// Runs it with no trace at all, and tells how many events there were.
    pub(crate) fn run(&self) -> u64 {
        self.run_into(&mut Discard)
    }

    /// Runs it with the text trace into `writer`, which it gives back.
    pub(crate) fn trace<W: io::Write>(&self, writer: W) -> W {
        let mut view = TextView::new(writer, ViewOptions::default());
        self.run_into(&mut view);
        view.into_writer().expect("the trace can be written")
    }

    /// Lines of the text trace.
    pub(crate) fn trace_lines(&self) -> u64 {
        self.trace(LineCounter::default()).lines
    }

    fn run_into(&self, sink: &mut impl Sink) -> u64 {
        let end = engine::run(&self.program, &self.options, sink);
        assert_eq!(end.ending, Ending::Ok);
        end.counters.events
    }
}

/// Counts lines and drops them.
#[derive(Default)]
struct LineCounter {
    lines: u64,
}

impl io::Write for LineCounter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.lines += bytes.iter().filter(|&&byte| byte == b'\n').count() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
