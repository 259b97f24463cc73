//! The engine: performs what programs ask for, in the order that a policy decides, on a virtual clock.
//!
//! It names no policy's rules but those of its world, holds no words for people, and does no I/O. Same program, same options:
//! the same events.

mod activation;
mod alike;
mod aside;
mod async_methods;
mod attributes;
mod awaiting;
mod bind;
mod by_hand;
mod call;
mod cancel;
mod christen;
mod closing;
mod collect;
mod collector;
mod contexts;
mod create;
mod debugging;
mod digests;
mod effect;
mod ending;
mod executors;
mod extras;
mod factory;
mod finalizers;
mod finish;
mod fit;
mod frames;
mod functions;
mod garbage;
mod gathering;
mod generator;
mod groups;
mod handler;
mod handles;
mod homes;
mod jobs;
mod letting_go;
mod library;
mod lines;
mod locks;
mod loops;
mod machine;
mod many;
mod marks;
mod methods;
mod modules;
mod operand;
mod options;
mod order;
mod outcome;
mod own_futures;
mod parts_of_loops;
mod passed;
mod pending;
mod places;
mod policies;
mod pools;
mod prints;
mod protocol;
mod queues;
mod quick;
mod quiet;
mod raise;
mod regex;
mod report;
mod repr;
mod rows;
mod runner;
mod running;
mod script;
mod semaphores;
mod signals;
mod sleeping;
mod spots;
mod spread;
mod stack;
mod stand;
mod star;
mod state;
mod task;
mod texts;
mod things;
mod thread_loops;
mod threads;
mod threadsafe;
mod timeouts;
mod tracebacks;
mod unwind;
mod vm;
mod waits;
mod warnings;
mod weak;
mod workers;

use std::collections::VecDeque;

use indexmap::{IndexMap, IndexSet};

use crate::asyncio::Things;
use crate::kernel::agenda::Agenda;
use crate::kernel::heap::{CodeName, Heap};
use crate::kernel::{CallbackLists, Cells, Futures, NO_CELL, ScheduledCalls, Value};
use crate::policy::{Discipline, Fifo, Lifo, ReadyOrder};
use crate::program::Program;
use crate::signatures::asyncio::Function;
use crate::trace::{Cause, Counters, Detail, Ending, Limit, RunEnd, Sink, TaskLabel};
use crate::units::{Awaitable, CellId, FutureId, NameId, Names, Time};

use cancel::Cancellation;
use contexts::Contexts;
use create::Standing;
use many::Loops;
use methods::Methods;
pub use options::{Limits, Options};
use task::Input;

/// Runs `program` and tells `sink` what happens.
pub fn run<S: Sink>(program: &Program, options: &Options, sink: &mut S) -> RunEnd {
    match options.policy.ready {
        ReadyOrder::Fifo => Engine::new(program, options, Fifo::default(), sink).run(),
        ReadyOrder::Lifo => {
            let discipline: Box<dyn Discipline> = Box::new(Lifo::default());
            Engine::new(program, options, discipline, sink).run()
        }
    }
}

/// Why a run stops before its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stop {
    /// A limit; which one stands in the engine.
    Limit,
    Deadlock,
    SinkClosed,
    /// An exception leaves the loop; it stands in the engine.
    Interrupt,
    /// The code of a loop in a thread stands still in the middle of a pass.
    Blocked,
    /// A thread met what the simulator cannot do; the exception stands in the engine.
    Unsupported,
}

/// A run of a program.
struct Engine<'p, 's, D, S> {
    program: &'p Program,
    vm: state::Vm<'p>,
    methods: Methods,
    options: &'p Options,
    discipline: D,
    sink: &'s mut S,
    names: Names,
    cells: Cells,
    lists: CallbackLists,
    calls: ScheduledCalls,
    workers: workers::Workers,
    agenda: Agenda,
    now: Time,
    /// By name: how many tasks were called so.
    ordinals: Vec<u32>,
    /// The next task's number.
    next_number: u32,
    /// Tasks that are not done, helpers too.
    alive: u64,
    current: Option<CellId>,
    /// The activation that runs.
    activation: CellId,
    /// Plain functions on the current stack of which the trace does not know yet.
    unannounced: u32,
    standing: Vec<Standing>,
    /// The functions that run loops now, outermost first, and the activations that have called them.
    running: Vec<(Function, CellId)>,
    cancellations: IndexMap<CellId, Cancellation>,
    renamed: IndexMap<CellId, NameId>,
    /// What the coroutines of functions are called that `functools.wraps` has renamed, each also with what stands around it.
    renamed_coroutines: IndexMap<CellId, (NameId, NameId)>,
    /// At detail `loop`: who made a future done. A handle that reports a future has no room for that.
    finished_by: IndexMap<FutureId, Cause>,
    /// Whom the clock last moved for while the loop stood still.
    holder: Option<TaskLabel>,
    is_loop_running: bool,
    /// The loops, one of which has its queues in the engine.
    loops: Loops,
    /// Whether tasks run their first step where they are created: the loop's task factory is the eager one.
    is_eager: bool,
    /// The tasks whose texts are being written, outermost first.
    being_told: Vec<Awaitable>,
    /// Whether stdout is another stream.
    is_redirected: bool,
    /// Tasks of loops that are not at hand.
    elsewhere: IndexSet<CellId>,
    /// The exception that leaves the loop.
    interrupt: Option<Value>,
    /// What nobody holds any more and is to be told of: exceptions that nobody saw, generators to close, objects to finalize, weak
    /// references that call back.
    lost: Vec<Value>,
    contexts: Contexts,
    signals: signals::Signals,
    is_stopping: bool,
    /// Whether a cancellation went round in a circle of tasks that wait for each other.
    is_cancel_endless: bool,
    /// Since when what is made ready now could have been: handed on through hops that run no script's code.
    handed_on: Option<Time>,
    counters: Counters,
    /// A text that is being made; kept for its memory.
    text: String,
    /// The name that a task is given when the script's factory has made it of this coroutine.
    named_for_factory: Option<(CellId, NameId)>,
    /// Tasks that were over in the step that made them: they know their coroutine no more.
    finished_early: IndexSet<CellId>,
    /// asyncio's own callbacks that methods of the script were given to add.
    handed_callbacks: Vec<crate::kernel::Callback>,
    /// Of the task that the script's factory makes of this coroutine no event tells.
    unseen_for_factory: Option<CellId>,
    /// Asynchronous generators that nobody holds and that tasks are to close.
    orphans: Vec<Value>,
    /// Tasks of `aclose` that will throw GeneratorExit when they go on.
    closing_anew: IndexSet<CellId>,
    /// What holds itself, and stays until the collector of garbage comes.
    circles: IndexSet<Value>,
    /// What the collector of garbage has found and has yet to free, as long as it is at work.
    collecting: VecDeque<Value>,
    is_collecting: bool,
    /// When the handle began that runs, or ran last.
    handle_begun: Time,
    /// The task whose step the loop is at, when that began in few steps; else no cell.
    stepped: CellId,
    /// Whether nothing but quick ways was gone since the loop last looked around, and found nothing out of the ordinary.
    is_calm: bool,
    /// Whether it is looked behind each handle, which may let go of something, or be one that a loop tells of though it took no time.
    looks_behind: bool,
    frames: tracebacks::Frames,
    /// The exception that this step threw into its task.
    thrown_in: Option<Value>,
    /// How many generators wait to be resumed.
    suspended: usize,
    /// Whether the collector counts only slots that are in use.
    marks_live_only: bool,
    /// What was given out to be waited for by hand: its `_asyncio_future_blocking`.
    asked_by_hand: indexmap::IndexSet<crate::units::Awaitable>,
    /// Futures whose class has not called `super().__init__()` yet.
    unbegun: indexmap::IndexSet<crate::units::FutureId>,
    by_hand: by_hand::ByHand,
    alike: alike::Alike,
    extras: extras::Extras,
    /// Where things were made that a loop debugs.
    sources: debugging::Sources,
    weak: weak::Weak,
    thread_objects: indexmap::IndexMap<crate::units::LaneId, Value>,
    /// What `asyncio.run` holds while it runs the loop.
    kept: Vec<Value>,
    /// The limit that was reached.
    limit: Option<Limit>,
    /// What an activation outside of any task ended with.
    ended: Input,
    /// The innermost activation that was thrown into and has not returned: what leaves it is thrown on (`_gen_throw`).
    thrown: CellId,
    /// What a loop that is closed was to call: what the running code does raises.
    refused: Option<Vec<Value>>,
    /// What the end of the run has to say of tasks that are gone.
    warnings: Vec<report::Loss>,
    /// What lies beneath the code that runs: a loop, or a function that the engine calls.
    beneath: aside::Beneath,
    /// The task that an exception left last.
    raised_in: Option<(Value, TaskLabel)>,
}

impl<'p, 's, D: Discipline, S: Sink> Engine<'p, 's, D, S> {
    fn new(program: &'p Program, options: &'p Options, discipline: D, sink: &'s mut S) -> Self {
        let mut heap = Heap::new();
        heap.set_version(program.settings.python);
        heap.set_seed(program.settings.seed);
        let text = |name| program.names.text(name).into();
        let names =
            program.codes.iter().map(|(_, code)| CodeName { name: text(code.name), qualified: text(code.qualified) });
        heap.set_code_names(names.collect());
        let constants = program.constants.iter().map(|constant| state::value_of(constant, &mut heap)).collect();
        heap.make_permanent();
        let methods = Methods::of_program(program);
        Self {
            program,
            vm: state::Vm {
                program,
                constants,
                globals: vec![Value::Unbound; program.globals.len()],
                heap,
                futures: Futures::default(),
                things: Things::default(),
                rounds: collect::ROUNDS_PER_EVENT,
                may_let_go: false,
                is_quick: sink.detail() < Detail::Tasks,
                ways: quick::Ways::of(&methods),
                stepping: NO_CELL,
                spots: spots::Spots::default(),
                told: 0,
                events: 0,
            },
            methods,
            options,
            discipline,
            sink,
            names: program.names.clone(),
            cells: Cells::default(),
            lists: CallbackLists::default(),
            calls: ScheduledCalls::default(),
            workers: workers::Workers::new(&program.settings),
            agenda: Agenda::new(program.settings.ties),
            now: Time::ZERO,
            ordinals: Vec::new(),
            next_number: 1,
            alive: 0,
            current: None,
            activation: crate::kernel::NO_CELL,
            unannounced: 0,
            standing: Vec::new(),
            running: Vec::new(),
            cancellations: IndexMap::new(),
            renamed: IndexMap::new(),
            renamed_coroutines: IndexMap::new(),
            finished_by: IndexMap::new(),
            holder: None,
            is_loop_running: false,
            loops: Loops::default(),
            is_eager: false,
            being_told: Vec::new(),
            is_redirected: false,
            elsewhere: IndexSet::new(),
            interrupt: None,
            lost: Vec::new(),
            contexts: Contexts::of_program(program),
            signals: signals::Signals::default(),
            is_stopping: false,
            is_cancel_endless: false,
            handed_on: None,
            counters: Counters::default(),
            text: String::new(),
            finished_early: IndexSet::new(),
            handed_callbacks: Vec::new(),
            named_for_factory: None,
            unseen_for_factory: None,
            orphans: Vec::new(),
            closing_anew: IndexSet::new(),
            circles: IndexSet::new(),
            collecting: VecDeque::new(),
            is_collecting: false,
            handle_begun: Time::ZERO,
            stepped: NO_CELL,
            is_calm: false,
            looks_behind: program.lets_go,
            frames: tracebacks::Frames::default(),
            thrown_in: None,
            suspended: 0,
            marks_live_only: false,
            asked_by_hand: indexmap::IndexSet::new(),
            unbegun: indexmap::IndexSet::new(),
            by_hand: by_hand::ByHand::default(),
            alike: alike::Alike::default(),
            extras: extras::Extras::default(),
            sources: debugging::Sources::default(),
            weak: weak::Weak::default(),
            thread_objects: indexmap::IndexMap::new(),
            kept: Vec::new(),
            limit: None,
            ended: Ok(Value::None),
            thrown: NO_CELL,
            refused: None,
            warnings: Vec::new(),
            beneath: aside::Beneath::nothing(),
            raised_in: None,
        }
    }

    /// Runs the module from its beginning to the end of the program.
    fn run(mut self) -> RunEnd {
        let ended = self.run_module().and_then(|ended| self.hear_end(ended)).and_then(|ended| self.join_threads(ended));
        let ended = ended.and_then(|ended| self.leave_interpreter(ended));
        self.workers.lane = machine::MAIN;
        let ending = match ended {
            Ok(outcome) => self.ending_of(outcome),
            Err(Stop::Limit) => Ending::Limit(self.limit.expect("it was set with the stop")),
            Err(Stop::SinkClosed) => Ending::SinkClosed,
            Err(Stop::Interrupt | Stop::Blocked) => unreachable!("what runs a loop catches it"),
            Err(Stop::Unsupported) => {
                let raised = self.ended.expect_err("it stopped the run");
                Ending::Exception(self.traceback(raised))
            }
            Err(Stop::Deadlock) => Ending::Deadlock(self.tell_stuck()),
        };
        if ending != Ending::SinkClosed {
            self.tell_end(&ending);
        }
        self.counters.events = self.vm.events + self.counters.finished;
        RunEnd { at: self.now, ending, counters: self.counters }
    }
}
