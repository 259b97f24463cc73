//! Random programs of all of asyncio, written as Python: cooks who share few locks, queues and their like, wait for one another
//! in every way there is, and are cancelled meanwhile.
//!
//! Every program ends: a cook starts others only while its `depth` lasts, loops are short, and no list of tasks grows long. A
//! program may end in a deadlock.

mod errors;
mod locks;
mod queues;
mod threads;
mod waits;
mod writer;

use kitchen_sim::script::{PythonVersion, Script, Settings, Ties};

use super::dice::Dice;
use writer::Writer;

/// What every program has: where things are kept, and how they are told.
const HEAD: &str = include_str!("head.py");
/// What those have that go through a generator.
const GENERATORS: &str = include_str!("generators.py");

/// What those have that use threads.
const THREADS: &str = include_str!("threads.py");

/// One in so many programs is about threads, too.
const WITH_THREADS: u64 = 8;

/// The program of this seed for a version of Python, the same for ever.
pub(super) fn script(seed: u64, python: PythonVersion) -> Script {
    let (text, ties) = text(seed, python);
    let script = kitchen_sim::read(&format!("storm-{seed}.py"), text.clone());
    let script = script.unwrap_or_else(|rejected| panic!("{seed}: {:?}\n{text}", rejected.diagnostics));
    Script { settings: Settings { python, ties, ..script.settings }, ..script }
}

fn text(seed: u64, python: PythonVersion) -> (String, Ties) {
    let mut writer = Writer::new(Dice::new(seed), python);
    let has_threads = seed % WITH_THREADS == WITH_THREADS - 1;
    if has_threads {
        writer.add_theme(threads::THREADS);
    }
    writer.things();
    for cook in 0..writer.cooks {
        writer.line(&format!("async def cook_{cook}(me, depth):"));
        writer.inside(|writer| {
            writer.line("loop = asyncio.get_running_loop()");
            writer.block(4, 7);
            if writer.dice.chance(50) {
                let tag = writer.tag();
                writer.line(&format!("return {tag}"));
            }
        });
    }
    writer.main();
    writer.line("asyncio.run(main())");
    // CPython's own order of equal deadlines is another program of the loop.
    let ties = if writer.dice.chance(10) { Ties::Heapq } else { Ties::Fifo };
    let generators = if writer.text.contains("numbers(") { GENERATORS } else { "" };
    let workers = if has_threads { writer.dice.between(1, 2).to_string() } else { String::new() };
    let threads = if has_threads { THREADS.replace("WORKERS", &workers) } else { String::new() };
    let imports = if has_threads { "import concurrent.futures\nimport kitchen_sim\n" } else { "" };
    (format!("{imports}{HEAD}{generators}{threads}{}", writer.text), ties)
}
