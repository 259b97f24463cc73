//! What the module `re` of the library asks for.

use crate::kernel::exception::Raised;
use crate::kernel::regex::{self, Fault, Mode, Pattern};
use crate::kernel::{Value, operate};
use crate::policy::Discipline;
use crate::trace::Sink;

use super::Engine;

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// How many groups a pattern has, and a dict of their names; or what is wrong with it, and where.
    pub(super) fn regex_read(&mut self, arguments: &[Value]) -> Result<Value, Raised> {
        match self.pattern(arguments) {
            Ok(pattern) => {
                let names = self.vm.heap.dict();
                for (name, number) in pattern.names {
                    let key = self.vm.heap.string_from(name);
                    operate::set_item(&mut self.vm.heap, names, key, Value::Int(number as i64))?;
                }
                Ok(self.vm.heap.tuple(vec![Value::Int(pattern.groups as i64), names]))
            }
            Err(Fault::Wrong(words, place)) => {
                let words = self.vm.heap.string_from(words);
                Ok(self.vm.heap.tuple(vec![words, place.map_or(Value::None, |place| Value::Int(place as i64))]))
            }
            Err(Fault::NotHere(what)) => Err(self.vm.heap.unsupported(format!("{what} is not supported"))),
        }
    }

    /// Where a pattern matches, as a list of tuples.
    pub(super) fn regex_find(&mut self, arguments: &[Value]) -> Result<Value, Raised> {
        let Ok(pattern) = self.pattern(arguments) else {
            return Err(self.vm.heap.unsupported("a pattern that was not read"));
        };
        let text: Vec<char> = self.vm.heap.as_text(arguments[2]).unwrap_or_default().chars().collect();
        let number = |value: Value| value.integer().unwrap_or_default();
        let place = |value: Value| usize::try_from(number(value)).unwrap_or_default().min(text.len());
        let (start, end) = (place(arguments[3]), place(arguments[4]));
        let mode = match number(arguments[5]) {
            0 => Mode::Search,
            1 => Mode::Match,
            _ => Mode::Full,
        };
        let count = usize::try_from(number(arguments[6])).ok().filter(|count| *count > 0).unwrap_or(usize::MAX);
        let found = if start > end { Ok(Vec::new()) } else { regex::find(&pattern, &text, (start, end), mode, count) };
        let Ok(found) = found else {
            return Err(self
                .vm
                .heap
                .unsupported("a regular expression that takes this long to match is not supported"));
        };
        let rows = found.into_iter().map(|spans| {
            let places = spans.into_iter().flat_map(|span| match span {
                Some((start, end)) => [Value::Int(start as i64), Value::Int(end as i64)],
                None => [Value::Int(-1), Value::Int(-1)],
            });
            places.collect::<Vec<_>>()
        });
        let rows: Vec<Value> = rows.map(|places| self.vm.heap.tuple(places)).collect();
        Ok(self.vm.heap.list(rows))
    }

    fn pattern(&self, arguments: &[Value]) -> Result<Pattern, Fault> {
        let pattern = self.vm.heap.as_text(arguments[0]).unwrap_or_default();
        regex::parse(pattern, arguments[1].integer().unwrap_or_default())
    }
}
