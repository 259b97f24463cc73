//! What the VM's ops reach besides the slots of their activation.

use crate::kernel::Value;
use crate::kernel::heap::Heap;
use crate::program::Program;

use super::quick::Quick;

/// What ops reach besides their activation.
pub(super) struct Surroundings<'r> {
    pub(super) program: &'r Program,
    pub(super) constants: &'r [Value],
    pub(super) globals: &'r mut [Value],
    pub(super) heap: &'r mut Heap,
    /// Rounds of loops until the next pause.
    pub(super) rounds: &'r mut u32,
    pub(super) quick: Quick<'r>,
    /// Whether something happens when the script lets go of something.
    pub(super) may_let_go: bool,
}

/// What an await that is done quickly reaches: a macro, since the slots of the engine's cells are borrowed beside it.
macro_rules! quick {
    ($engine:ident) => {
        $crate::engine::quick::Quick {
            things: &mut $engine.things,
            futures: &mut $engine.futures,
            ways: &$engine.ways,
            woken: &mut $engine.woken,
            is_quiet: $engine.sink.detail() < $crate::trace::Detail::Tasks,
            told: &mut $engine.told,
            events: &mut $engine.counters.events,
        }
    };
}
pub(super) use quick;

/// What an engine's ops reach: a macro for the same reason.
macro_rules! surroundings {
    ($engine:ident) => {{
        let may_let_go = $engine.may_let_go();
        $crate::engine::surroundings::Surroundings {
            program: $engine.program,
            constants: &$engine.constants,
            globals: &mut $engine.globals,
            heap: &mut $engine.heap,
            rounds: &mut $engine.rounds,
            may_let_go,
            quick: $crate::engine::surroundings::quick!($engine),
        }
    }};
}
pub(super) use surroundings;
