//! `convert`: what is written reads back to the same trace, and reads well.

use crate::kitchen::{Bench, kitchen, specs};

/// Much of the language in one program, for reading.
const SHOWCASE: &str = "tests/convert/showcase.toml";

#[test]
fn a_spec_becomes_the_program_that_a_person_would_write() {
    insta::assert_snapshot!(kitchen(&format!("convert {SHOWCASE} --to python")).exits(0).out());
}

#[test]
fn a_spec_becomes_itself() {
    let text = std::fs::read_to_string(crate::kitchen::home().join("specs/chef.toml")).expect("the chef is there");
    kitchen("convert specs/chef.toml --to toml").prints(&text).exits(0);
    insta::assert_snapshot!(kitchen(&format!("convert {SHOWCASE} --to toml")).exits(0).out());
}

#[test]
fn what_is_converted_has_the_same_trace() {
    let bench = Bench::new();
    for spec in specs() {
        let trace = kitchen(&format!("run {} --detail loop", spec.shown)).out();
        for (language, file) in [("toml", "converted.toml"), ("python", "converted.py")] {
            let converted = kitchen(&format!("convert {} --to {language}", spec.shown)).exits(0).out();
            bench.write(file, converted);
            let run = bench.kitchen(&format!("run {file} --detail loop"));
            assert_eq!(run.out(), trace, "{} as {language}:\n{}", spec.shown, run.err());
        }
    }
}

#[test]
fn a_seed_goes_along() {
    let bench = Bench::new();
    bench.write("dice.toml", "seed = -3\n[coroutines]\nmain = [ { print = \"{random.randint(1, 6)}\" } ]\n");
    bench.kitchen("convert dice.toml --to python -o dice.py").exits(0);
    let program = bench.read("dice.py");
    assert!(program.contains("import asyncio\nimport random\n\nrandom.seed(-3)\n"), "{program}");
    // What the program says itself counts, and is all that is left when its comment block is gone.
    let bare = program.split_once("# ///\n\n").expect("a comment block").1;
    let bare = bare.replace("random.seed(-3)", "sides = 6\nrandom.seed(-3)").replace("(1, 6)", "(1, sides)");
    bench.write("dice.py", bare);
    bench.kitchen("convert dice.py --to toml").exits(0).says("seed = -3\n");
    let rolled = bench.kitchen("run dice.toml").out();
    assert_eq!(bench.kitchen("run dice.py").out(), rolled);
    // A seed behind numbers that were drawn is code, which specs have no place for.
    bench.write("late.py", "import random\nfirst = random.random()\nrandom.seed(1)\nprint(first)\n");
    bench.kitchen("convert late.py --to toml").exits(2).says("specs have no code outside of functions");
    assert_ne!(bench.kitchen("run dice.toml --seed 5").out(), rolled);
}

#[test]
fn output_goes_to_a_file_that_is_written_whole() {
    let bench = Bench::new();
    bench.write("soup.toml", "[coroutines]\nmain = [ { sleep = 1 } ]\n");
    bench.kitchen("convert soup.toml --to python -o soup.py").exits(0).is_silent();
    let expected = "import asyncio\n\n\nasync def main():\n    await asyncio.sleep(1)\n\n\n\
                    if __name__ == \"__main__\":\n    asyncio.run(main())\n";
    assert_eq!(bench.read("soup.py"), expected);
}

#[test]
fn each_spelling_of_an_imported_module_becomes_its_whole_path() {
    let bench = Bench::new();
    for (import, module) in [
        ("import concurrent.futures", "concurrent.futures"),
        ("import concurrent.futures as cf", "cf"),
        ("from concurrent import futures", "futures"),
        ("from concurrent import futures as jobs", "jobs"),
    ] {
        let run = "async def main():\n    pass\n\n\nasyncio.run(main())\n";
        bench.write("pool.py", format!("import asyncio\n{import}\n\npool = {module}.ThreadPoolExecutor(2)\n\n\n{run}"));
        let trace = bench.kitchen("run pool.py").exits(0).out();
        bench.kitchen("convert pool.py --to toml -o pool.toml").exits(0);
        let spec = bench.read("pool.toml");
        assert!(spec.contains("pool = \"concurrent.futures.ThreadPoolExecutor(2)\"\n"), "{import}: {spec}");
        assert_eq!(bench.kitchen("run pool.toml").exits(0).out(), trace, "{import}");
        bench.kitchen("convert pool.py --to python -o again.py").exits(0);
        assert_eq!(bench.kitchen("run again.py").exits(0).out(), trace, "{import}");
    }
}
