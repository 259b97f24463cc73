//! `compare`.

use crate::kitchen::{Bench, kitchen};

#[test]
fn the_chef_is_faster_than_one_after_the_other() {
    insta::assert_snapshot!(kitchen("compare specs/chef.toml").exits(0).out());
}

#[test]
fn programs_read_the_same_as_json() {
    let report = kitchen("compare specs/chef.toml --policy asyncio --policy sequential --format json").exits(0).out();
    let report: serde_json::Value = serde_json::from_str(&report).expect("the report is JSON");
    let figures =
        |index: usize| (report["runs"][index]["makespan_ns"].as_u64(), report["runs"][index]["speed_up"].as_f64());
    assert_eq!([figures(0), figures(1)], [(Some(9_000_000_000), Some(1.56)), (Some(14_000_000_000), Some(1.0))]);
}

#[test]
fn a_policy_that_cannot_run_a_program_says_so() {
    let bench = Bench::new();
    bench.write(
        "bell.toml",
        r#"
[coroutines]
waiter = { params = ["bell"], steps = [ { await = "bell" } ] }
main = [
  "bell = get_running_loop().create_future()",
  { create_task = "waiter(bell)", as = "task" },
  "bell.set_result(None)",
  { await = "task" },
]
"#,
    );
    bench.kitchen("compare bell.toml").exits(0).says("cannot: waits for ");
}
