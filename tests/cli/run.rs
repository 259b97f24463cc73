//! `run`, and what can stand in its way.

use super::SOUP;
use crate::kitchen::{Bench, kitchen};

/// Callbacks of every kind, a timer that is taken back, and a gather of futures.
const BELLS: &str = "\
import asyncio


async def ring(bell):
    await asyncio.sleep(1)
    bell.set_result('ring')


async def main():
    loop = asyncio.get_running_loop()
    bells = [loop.create_future() for _ in range(2)]
    for bell in bells:
        asyncio.create_task(ring(bell))
    bells[1].add_done_callback(lambda bell: None)
    await asyncio.gather(*bells)
    loop.call_soon(bells.append, 3)
    try:
        async with asyncio.timeout(2) as patience:
            await asyncio.sleep(9)
    except TimeoutError:
        pass


asyncio.run(main())
";

#[test]
fn the_chef_s_trace_is_the_golden_one() {
    kitchen("run specs/chef.toml").prints_trace("golden/chef.asyncio.trace").exits(0);
    kitchen("specs/chef.toml").prints_trace("golden/chef.asyncio.trace").exits(0);
}

#[test]
fn prints_alone_are_the_print_lines_of_the_trace() {
    let whole = kitchen("run specs/chef.toml --times each").exits(0).out();
    let prints: String =
        whole.lines().filter(|line| line.contains(" print ")).map(|line| format!("{line}\n")).collect();
    kitchen("run specs/chef.toml --times each --detail prints").exits(0).prints(&prints);
}

#[test]
fn no_detail_prints_only_how_the_run_ended() {
    let run = kitchen("run specs/chef.toml --detail none");
    assert_eq!(run.exits(0).prints("").err(), "ok at 9.000s\n");
}

#[test]
fn json_lines_are_as_the_schema_says() {
    let schema = kitchen("schema trace").exits(0).out();
    let schema = serde_json::from_str(&schema).expect("the schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema is a schema");
    let lines = kitchen("run specs/chef.toml --format jsonl --detail loop").exits(0).out();
    for line in lines.lines() {
        validator
            .validate(&serde_json::from_str(line).expect("a line is JSON"))
            .unwrap_or_else(|error| panic!("{line}: {error}"));
    }
    assert!(
        lines.contains(r#"{"t":3000000000,"task":"chop_vegetables","event":"print","text":"✅ Vegetables chopped!"}"#)
    );
}

#[test]
fn the_loop_names_what_it_runs_and_who_asked_for_it() {
    let bench = Bench::new();
    bench.write("bells.py", BELLS);
    let trace = bench.kitchen("run bells.py --detail loop --times each").exits(0).out();
    let told: Vec<String> = trace.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    for line in [
        "1.000s - pass 5 gather child <- ring",
        "1.000s - pass 5 done_callback <lambda> <- ring#2",
        "1.000s - pass 5 gather child <- ring#2",
        "1.000s - pass 7 callback append <- main",
        "3.000s - pass 8 callback timeout <- timer",
        "3.000s - timeout patience",
        "3.000s main cancel_timer 10.000s",
    ] {
        assert!(told.iter().any(|each| each == line), "{line}\n{trace}");
    }
}

#[test]
fn a_spec_comes_from_standard_input() {
    let bench = Bench::new();
    for line in ["-", "run -", "run", "--color never -"] {
        bench.kitchen_reading(line, SOUP).exits(0).says("🍲 on");
    }
    let program = bench.kitchen_reading("convert - --to python", SOUP).exits(0).out();
    bench.kitchen_reading("-", &program).exits(0).says("🍲 on");
    bench.kitchen_reading("-", "import asyncio\n\nasync def main(:\n").exits(2).says("<stdin>:3:");
    bench.kitchen_reading("-", "[coroutines]\nmain = [ { sleeep = 1 } ]\n").exits(2).says("<stdin>:2:");
}

#[test]
fn flags_speak_before_the_spec() {
    let bench = Bench::new();
    bench.write("soup.toml", SOUP);
    bench.kitchen("run soup.toml --max-time 500ms").exits(3).says("--max-time").says("end          limit");
    bench.kitchen("run soup.toml --max-events 1").exits(3).says("--max-events");
    bench.kitchen("run soup.toml --max-tasks 1").exits(3).says("--max-tasks");
    bench.kitchen("run soup.toml --max-time 5x").exits(2).says("a number and a unit");
    bench.kitchen("run soup.toml --policy sequential").exits(0);
    bench.kitchen("run soup.toml --python 2.7").exits(2).says("3.11, 3.12, 3.13");
}

#[test]
fn bad_endings_are_told_in_the_spec_s_own_lines() {
    let bench = Bench::new();
    bench.write("burnt.toml", "[coroutines]\nmain = [ { await = \"cook()\" } ]\ncook = [ { sleep = 1 }, \"1 / 0\" ]\n");
    bench.write(
        "stuck.toml",
        "[coroutines]\nmain = [\n  \"bell = get_running_loop().create_future()\",\n  { await = \"bell\" },\n]\n",
    );
    for name in ["burnt", "stuck"] {
        let run = bench.kitchen(&format!("run {name}.toml"));
        insta::assert_snapshot!(format!("ending_{name}"), run.exits(3).err());
    }
}

#[test]
fn files_that_cannot_be_read_are_named() {
    let bench = Bench::new();
    bench.write("folder/soup.toml", SOUP).write("latin.toml", b"name = \"x\"\n# caf\xe9\n");
    bench.kitchen("run folder").exits(2).says("`folder` is a folder, not a spec");
    bench.kitchen("run latin.toml").exits(2).says("latin.toml:2:6: the byte 0xe9 is not UTF-8");
    bench.kitchen("run nothing.toml").exits(2).says("there is no file `nothing.toml`");
    bench.kitchen("check folder/soup.toml nothing.toml").exits(2).says("folder/soup.toml: no problems");
}
