//! The command line, as a person meets it.

mod compare;
mod door;
mod output;
mod run;
mod test;

/// A small program that is right.
const SOUP: &str = r#"
[coroutines]
stir = [ { sleep = 1 }, { print = "stirred" } ]
main = [
  { create_task = "stir()", as = "spoon" },
  { print = "🍲 on" },
  { await = "spoon" },
]
"#;
