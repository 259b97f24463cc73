//! kitchen-sim: a deterministic discrete-event simulator for programs made of coroutines.
//!
//! A spec becomes a [`Program`]; the [`engine`] runs it on a virtual clock and tells a
//! [`Sink`](trace::Sink) what happens; a [`view`] puts words to it.
//!
//! ```
//! use kitchen_sim::engine::{Options, run};
//! use kitchen_sim::policy::Policy;
//! use kitchen_sim::trace::{Detail, Ending, EventKind, Recording};
//!
//! let spec = r#"
//! [coroutines]
//! boil = [ { sleep = 5 }, { print = "boiled" } ]
//! chop = [ { sleep = 3 }, { print = "chopped" } ]
//! main = [ { gather = ["boil()", "chop()"] } ]
//! "#;
//! let program = kitchen_sim::compile("kitchen.toml", spec.to_owned()).expect("a sound spec");
//! let mut recording = Recording::new(Detail::Tasks);
//! let end = run(&program, &Options::of(&program, Policy::default()), &mut recording);
//!
//! assert_eq!(end.ending, Ending::Ok);
//! assert_eq!(end.at.seconds(), 5.0);
//! let prints: Vec<&str> = recording
//!     .events()
//!     .filter_map(|event| if let EventKind::Print { text } = event.kind { Some(text) } else { None })
//!     .collect();
//! assert_eq!(prints, ["chopped", "boiled"]);
//! ```

pub mod analysis;
pub mod asyncio;
pub mod cli;
pub mod diag;
pub mod engine;
pub mod golden;
pub mod kernel;
pub mod policy;
pub mod program;
pub mod random;
pub mod referee;
pub mod script;
pub mod signatures;
pub mod source;
pub mod trace;
pub mod units;
pub mod view;

use program::{Program, Rejected};
use script::Script;

/// Reads the text of a spec or of a Python program; `path` is what problems call it, and its ending says which it is.
///
/// # Errors
/// With every problem of the text, and those of what it means that can be told all the same.
pub fn read(path: &str, text: String) -> Result<Script, Box<Rejected>> {
    source::read(path, text).map_err(|failure| {
        let mut failure = *failure;
        if let Some(rejected) = failure.rest.take().and_then(|rest| program::compile(rest).err()) {
            failure.add_further(rejected.diagnostics);
        }
        Box::new(Rejected { source: failure.source, diagnostics: failure.diagnostics })
    })
}

/// Reads and compiles the text of a spec or of a Python program.
///
/// # Errors
/// With every problem, in one go.
pub fn compile(path: &str, text: String) -> Result<Program, Box<Rejected>> {
    program::compile(read(path, text)?)
}
