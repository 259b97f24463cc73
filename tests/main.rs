//! The one test binary. A test is a file or a sentence.

#![allow(clippy::disallowed_methods, reason = "tests read and write files and start the binary")]

mod cli;
mod convert;
mod diagnostics;
mod docs;
mod golden;
mod kitchen;
mod python;
mod quiet;
mod random;
mod referee;
mod storm;
mod threads;
mod tidy;
