//! The command `kitchen-sim`.

fn main() {}
