//! What a script says besides its code, as lines of TOML: in a Python file's comment block, and at the top of a spec.

use crate::script::settings::{CPUS, SWITCH_INTERVAL};
use crate::script::{Expectations, GoldenPins, PythonVersion, Script, Settings, Ties};
use crate::units::{Delay, Span};

use super::toml::strings::string;

/// The keys at the top, without the name.
pub(super) fn top(settings: &Settings) -> Vec<String> {
    let mut lines = Vec::new();
    let mut add = |key: &str, value: Option<String>| lines.extend(value.map(|value| format!("{key} = {value}")));
    add("python", (settings.python != PythonVersion::default()).then(|| string(settings.python.text())));
    add("eager", settings.eager.map(|_| "true".to_owned()));
    add("ties", (settings.ties != Ties::default()).then(|| string("heapq")));
    add("policy", settings.policy.as_ref().map(|(policy, _)| string(policy)));
    add("policies", (!settings.policies.is_empty()).then(|| texts(&settings.policies)));
    add("seed", (settings.seed != 0).then(|| settings.seed.to_string()));
    add("max_time", settings.max_time.map(|time| duration(Delay::from_nanoseconds(time.nanoseconds()))));
    add("max_events", settings.max_events.map(|count| count.to_string()));
    add("max_tasks", settings.max_tasks.map(|count| count.to_string()));
    add("cpus", (settings.cpus != CPUS).then(|| settings.cpus.to_string()));
    add("gil", (!settings.gil).then(|| "false".to_owned()));
    let is_own = settings.switch_interval != SWITCH_INTERVAL;
    add("switch_interval", is_own.then(|| duration(settings.switch_interval)));
    lines
}

/// `[expect]` and what stands below it; nothing when nothing is expected.
pub(super) fn expectations(script: &Script) -> Vec<String> {
    let Expectations { outcome, raises, ends, prints, order, never, max_lag, golden } = &script.expectations;
    let mut lines = vec!["[expect]".to_owned()];
    let mut add = |key: &str, value: Option<String>| lines.extend(value.map(|value| format!("{key} = {value}")));
    add("outcome", outcome.as_ref().map(|(outcome, _)| string(outcome.text())));
    add("raises", raises.as_ref().map(|(class, _)| string(class)));
    add("ends", ends.map(|(delay, _)| duration(delay)));
    add("prints", prints.as_ref().map(|(lines, _)| list(lines.iter().map(String::as_str))));
    add("order", (!order.is_empty()).then(|| texts(order)));
    add("never", (!never.is_empty()).then(|| texts(never)));
    add("max_lag", max_lag.map(|(delay, _)| duration(delay)));
    add(
        "golden",
        match golden {
            GoldenPins::Tasks => None,
            GoldenPins::Prints => Some(string("prints")),
            GoldenPins::None => Some(string("none")),
        },
    );
    if lines.len() == 1 { Vec::new() } else { lines }
}

fn texts(texts: &[(String, Span)]) -> String {
    list(texts.iter().map(|(text, _)| text.as_str()))
}

/// A list on one line, or one item a line when that would be long.
fn list<'a>(items: impl Iterator<Item = &'a str>) -> String {
    const LONGEST: usize = 80;
    let items: Vec<String> = items.map(string).collect();
    let line = format!("[{}]", items.join(", "));
    if line.chars().count() <= LONGEST {
        return line;
    }
    format!("[\n{}]", items.iter().map(|item| format!("  {item},\n")).collect::<String>())
}

/// A length of time with the greatest unit in which it is at least one.
fn duration(delay: Delay) -> String {
    let nanoseconds = delay.nanoseconds();
    let units = [("s", 1_000_000_000), ("ms", 1_000_000), ("us", 1000), ("ns", 1)];
    let (unit, length) = units.into_iter().find(|(_, length)| nanoseconds >= *length).unwrap_or(("s", 1));
    let digits = length.ilog10() as usize;
    let fraction = format!("{:0digits$}", nanoseconds % length);
    let fraction = if digits == 0 { "" } else { fraction.trim_end_matches('0') };
    let point = if fraction.is_empty() { "" } else { "." };
    string(&format!("{}{point}{fraction}{unit}", nanoseconds / length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_have_a_fitting_unit() {
        for (nanoseconds, text) in [
            (0, "\"0s\""),
            (9_000_000_000, "\"9s\""),
            (1_500_000_000, "\"1.5s\""),
            (250_000_000, "\"250ms\""),
            (1_050_000, "\"1.05ms\""),
            (7, "\"7ns\""),
            (90_000_000_001, "\"90.000000001s\""),
        ] {
            assert_eq!(duration(Delay::from_nanoseconds(nanoseconds)), text);
        }
    }
}
