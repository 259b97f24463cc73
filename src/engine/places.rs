//! Where code lies, as texts tell it: of the script its file and line, whose folder is hidden; of asyncio's own functions the line in
//! CPython's files. And what is told of callbacks, handles and coroutines (`format_helpers.py`, `base_futures.py`, `events.py`).

use crate::asyncio::waiting::Until;
use crate::kernel::builtins::class_of_library;
use crate::kernel::value::{ASYNC_GENERATOR, CoroutineKind, TIMER_HANDLE};
use crate::kernel::{CallState, Callback, State, Value, text, value_of};
use crate::policy::Discipline;
use crate::program::code::Code;
use crate::program::places::Part;
use crate::script::PythonVersion;
use crate::signatures::asyncio::{Function, Owner};
use crate::trace::Sink;
use crate::units::{Awaitable, CellId, CodeId, FutureId, Span, ThingKind};

use super::{Engine, Stop};

/// Functions of asyncio that are called when something is done: name, file, and its lines in 3.11, 3.12 and 3.13.
pub(super) type OfAsyncio = (&'static str, &'static str, [u32; 3]);

const STOPS: OfAsyncio = ("_run_until_complete_cb", "base_events", [180, 180, 182]);
const GATHERS: OfAsyncio = ("gather.<locals>._done_callback", "tasks", [764, 767, 820]);
const SHIELDS: OfAsyncio = ("shield.<locals>._inner_done_callback", "tasks", [891, 905, 958]);
const SHIELDING: OfAsyncio = ("shield.<locals>._outer_done_callback", "tasks", [908, 922, 975]);
const WAITS: OfAsyncio = ("_wait.<locals>._on_completion", "tasks", [519, 534, 521]);
const COMPLETES: OfAsyncio = ("as_completed.<locals>._on_completion", "tasks", [602, 618, 0]);
const RELEASES: OfAsyncio = ("_release_waiter", "tasks", [431, 467, 454]);
const FOLLOWS_JOB: OfAsyncio = ("_chain_future.<locals>._call_check_cancel", "futures", [387, 387, 386]);
const LEADS_JOB: OfAsyncio = ("_chain_future.<locals>._call_set_state", "futures", [394, 394, 393]);
const SLEEPS: OfAsyncio = ("sleep", "tasks", [637, 653, 703]);
const SLEEPING: OfAsyncio = ("sleep", "tasks", [649, 665, 718]);
const TAKES_A_TURN: OfAsyncio = ("sleep", "tasks", [640, 656, 706]);

/// Coroutines of asyncio: where they are defined, and where they stand while they wait.
const COROUTINES: [(OfAsyncio, [u32; 3]); 14] = [
    (("_wrap_awaitable", "tasks", [687, 683, 736]), [694, 684, 737]),
    (("ensure_future.<locals>._wrap_awaitable", "tasks", [687, 683, 736]), [694, 684, 737]),
    (("Barrier.wait", "locks", [481, 480, 511]), [497, 496, 527]),
    (("Condition.wait", "locks", [248, 247, 248]), [267, 266, 272]),
    (("Condition.wait_for", "locks", [285, 284, 303]), [294, 293, 313]),
    (("Event.wait", "locks", [200, 199, 200]), [213, 212, 213]),
    (("Lock.acquire", "locks", [93, 92, 90]), [114, 113, 110]),
    (("Semaphore.acquire", "locks", [364, 363, 386]), [387, 386, 407]),
    (("Queue.get", "queues", [149, 149, 172]), [158, 158, 186]),
    (("Queue.join", "queues", [206, 206, 242]), [215, 215, 251]),
    (("Queue.put", "queues", [110, 110, 125]), [120, 120, 139]),
    (("to_thread", "threads", [12, 12, 12]), [25, 25, 25]),
    (("wait", "tasks", [399, 435, 424]), [428, 464, 451]),
    (("wait_for", "tasks", [436, 472, 459]), [476, 520, 507]),
];

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// The line of a place in the script.
    pub(super) fn line_of(&self, span: Span) -> usize {
        let text = self.program.source.text.as_bytes();
        let start = (span.start as usize).min(text.len());
        text[..start].iter().filter(|byte| **byte == b'\n').count() + 1
    }

    fn place_in_script(&self, span: Span) -> String {
        format!("{}:{}", self.program.source.absolute_path(), self.line_of(span))
    }

    /// The file that code lies in: the script as it was given, or one of CPython's, whose folder is hidden.
    pub(super) fn file_of_code(&self, code: &Code) -> String {
        if code.is_hidden { file_of_library() } else { self.program.source.absolute_path().into_owned() }
    }

    pub(super) fn place_in_asyncio(&self, function: OfAsyncio) -> String {
        let (_, file, lines) = function;
        let line = match self.program.settings.python {
            version if version >= PythonVersion::V3_13 => lines[2],
            version if version >= PythonVersion::V3_12 => lines[1],
            _ => lines[0],
        };
        format!("{}/asyncio/{file}.py:{line}", hidden_folder())
    }

    /// Where code is defined, or stands at this op.
    pub(super) fn place_of_code(&self, code: CodeId, pc: Option<u32>) -> String {
        let lowered = &self.program.codes[code];
        if lowered.is_hidden {
            let is_sleep = self.names.text(lowered.name) == "sleep";
            let qualified = self.names.text(lowered.qualified);
            return match COROUTINES.iter().find(|((name, ..), _)| *name == qualified) {
                _ if is_sleep => self.place_in_asyncio(SLEEPS),
                Some(((name, file, _), waits)) if pc.is_some_and(|pc| pc > 0) => {
                    self.place_in_asyncio((name, file, *waits))
                }
                Some((defined, _)) => self.place_in_asyncio(*defined),
                None => format!("{}:1", hidden_folder()),
            };
        }
        self.place_in_script(self.part_of_frame(lowered, pc.unwrap_or(0)).span)
    }

    /// What a frame does that would go on with the op at `pc`. A method that stands on another line than the call begins is where the
    /// call is (`compile.c`, `update_start_location_to_match_attr`).
    pub(super) fn part_of_frame(&self, code: &Code, pc: u32) -> Part {
        let Some(pc) = pc.checked_sub(1) else { return Part::whole(code.definition) };
        let part = code.places.part(pc).unwrap_or_else(|| Part::whole(code.places.statement(pc)));
        self.at_its_name(part)
    }

    pub(super) fn at_its_name(&self, part: Part) -> Part {
        let name = part.name;
        let before = (part.span.start as usize)..(name.start as usize);
        let is_apart = self.program.source.text.get(before).is_some_and(|before| before.contains('\n'));
        if is_apart { Part { span: Span { start: name.start, ..part.span }, ..part } } else { part }
    }

    /// Where the coroutine of a task stands.
    pub(super) fn place_of_task(&self, task: CellId) -> String {
        let cell = &self.cells[task];
        let lowered = &self.program.codes[cell.code];
        if !lowered.is_hidden || self.names.text(lowered.name) != "sleep" {
            return self.place_of_code(cell.code, Some(cell.pc));
        }
        self.place_in_asyncio(match cell.state {
            State::Sleeping | State::SleepDue | State::SleepDone | State::SleepCancelled => SLEEPING,
            State::Yielded => TAKES_A_TURN,
            _ => SLEEPS,
        })
    }

    /// Where a function is defined, if it is one of Python.
    pub(super) fn place_of_function(&self, function: Value) -> Option<String> {
        let innermost = self.innermost_function(function);
        match innermost {
            Value::Function(at) => Some(self.place_of_code(self.vm.heap.function_object(at).code, None)),
            Value::Asyncio(number) if class_of_library(innermost).is_none() && !self.is_of_c(number) => {
                Some(format!("{}:1", hidden_folder()))
            }
            _ => None,
        }
    }

    /// Whether CPython has a function of a module in C, so that it lies in no file of Python.
    fn is_of_c(&self, number: u64) -> bool {
        match Function::numbered(number) {
            Function::CurrentTask => self.is_since(PythonVersion::V3_12),
            Function::GetRunningLoop | Function::GetEventLoop => true,
            function => function.owner() == Owner::Module && !function.path().starts_with("asyncio."),
        }
    }

    /// ` cb=[…]` of what has callbacks (`base_futures.py`, `_format_callbacks`).
    pub(super) fn words_of_callbacks(&mut self, of: Value, first: Callback) -> String {
        let mut callbacks = Vec::new();
        self.lists.for_each(first, |callback| callbacks.push(callback));
        match callbacks[..] {
            [] => String::new(),
            [only] => format!(" cb=[{}]", self.words_of_callback_of(of, only)),
            [first, second] => {
                format!(" cb=[{}, {}]", self.words_of_callback_of(of, first), self.words_of_callback_of(of, second))
            }
            [first, .., last] => {
                let (first, last) = (self.words_of_callback_of(of, first), self.words_of_callback_of(of, last));
                format!(" cb=[{first}, <{} more>, {last}]", callbacks.len() - 2)
            }
        }
    }

    /// What wakes a task: a method of its class.
    pub(super) fn words_of_wakeup(&self, task: CellId) -> String {
        let own = self.vm.heap.script_class(value_of(Awaitable::Task(task)));
        format!("{}.task_wakeup()", own.map_or("Task", |class| self.vm.heap.class_qualified(class)))
    }

    fn words_of_callback_of(&mut self, of: Value, callback: Callback) -> String {
        let function = match callback {
            Callback::Wakeup(task) => return self.words_of_wakeup(task),
            Callback::GatherChild(_) => GATHERS,
            Callback::Stop => STOPS,
            Callback::Report(number) => match ThingKind::of(self.vm.things.packed(number)) {
                ThingKind::TaskGroup => return "TaskGroup._on_task_done()".to_owned(),
                ThingKind::Shield
                    if value_of(Awaitable::Future(self.vm.things.shield(u64::from(number)).outer)) == of =>
                {
                    SHIELDING
                }
                ThingKind::Shield => SHIELDS,
                ThingKind::Waiting => {
                    let waiting = self.vm.things.waiting(u64::from(number));
                    if waiting.until != Until::Released {
                        WAITS
                    } else {
                        let given = self.words_given(waiting.waiter);
                        return format!("{}({given})() at {}", RELEASES.0, self.place_in_asyncio(RELEASES));
                    }
                }
                ThingKind::Job => {
                    let is_source = self.vm.things.job(u64::from(number)).source.map(value_of) == Some(of);
                    if is_source { LEADS_JOB } else { FOLLOWS_JOB }
                }
                ThingKind::AsCompleted if self.is_since(PythonVersion::V3_13) => {
                    return "_AsCompletedIterator._handle_completion()".to_owned();
                }
                ThingKind::AsCompleted => COMPLETES,
                _ => return text::hidden_address(),
            },
            Callback::Script(number) => {
                let function = self.calls[number].function;
                let told = (!self.is_since(PythonVersion::V3_13)).then_some((&[][..], &[][..]));
                let words = self.words_of_call(function, told, "").unwrap_or_else(|_| text::hidden_address());
                return match self.place_of_function(function) {
                    Some(place) => format!("{words} at {place}"),
                    None => words,
                };
            }
            Callback::None | Callback::Several(_) => return String::new(),
        };
        format!("{}() at {}", function.0, self.place_in_asyncio(function))
    }

    /// What a `partial` of a callback was given, which 3.13 leaves out (`format_helpers.py`, `_format_args_and_kwargs`).
    fn words_given(&mut self, future: FutureId) -> String {
        if self.is_since(PythonVersion::V3_13) {
            return String::new();
        }
        self.short_or_hidden(value_of(Awaitable::Future(future))).unwrap_or_else(|_| text::hidden_address())
    }

    /// `repr(handle)` (`events.py`, `Handle._repr_info`).
    pub(super) fn text_of_handle(&mut self, handle: u64) -> Result<String, Stop> {
        let number = handle as u32;
        let (class, when) = if handle & TIMER_HANDLE == 0 {
            ("Handle", String::new())
        } else {
            let mut when = " when=".to_owned();
            let seconds = self.calls[number].seconds().unwrap_or_default();
            if self.calls[number].is_whole {
                when += &(seconds as i64).to_string();
            } else {
                text::float::write_float(seconds, &mut when);
            }
            ("TimerHandle", when)
        };
        if self.calls[number].state == CallState::Cancelled {
            let kept = self.sources.cancelled.get(&number).cloned();
            let created = self.words_of_source(Value::Handle(handle));
            return Ok(kept.unwrap_or_else(|| format!("<{class} cancelled{when}{created}>")));
        }
        let words = self.words_of_callback(number)?;
        Ok(format!("<{class}{when} {words}{}>", self.words_of_source(Value::Handle(handle))))
    }

    /// `repr` of a coroutine or generator.
    pub(super) fn text_of_coroutine(&self, value: Value) -> String {
        let kind = match value {
            Value::Generator(number) if number & ASYNC_GENERATOR != 0 => "async_generator",
            Value::Generator(_) => "generator",
            Value::Coroutine(number) if CoroutineKind::of(number) != CoroutineKind::Coroutine => {
                return format!("<{} object at {}>", CoroutineKind::of(number).name(), text::hidden_address());
            }
            _ => "coroutine",
        };
        let name = self.body_of(value).map_or("", |(_, _, qualified)| self.names.text(qualified));
        format!("<{kind} object {name} at {}>", text::hidden_address())
    }
}

/// What stands for a file of CPython's own.
pub(super) fn file_of_library() -> String {
    format!("{}/", hidden_folder())
}

/// What stands for the folder of a file.
fn hidden_folder() -> String {
    format!("/{}", text::hidden_address())
}
