//! What scripts read of code and of the frames that an exception passed, as rows for `source/library/frames.py`.

use crate::kernel::exception::Passed;
use crate::kernel::{State, Value, awaitable_of};
use crate::policy::Discipline;
use crate::program::code::{Code, CodeParameter, Generator, Op};
use crate::program::places::{Inner, Part};
use crate::script::{ParameterKind, PythonVersion};
use crate::signatures::asyncio::Function;
use crate::signatures::exceptions::ClassId;
use crate::signatures::helpers::Helper;
use crate::trace::Sink;
use crate::units::{Awaitable, CodeId};

use super::activation::Next;
use super::call::Given;
use super::{Engine, Stop, marks, places};

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// What tells of code: its names, its file, its line, its flags, how many parameters it has, and the names of its variables.
    fn row_of_code(&mut self, code: CodeId) -> Value {
        let code = &self.program.codes[code];
        let texts = [self.names.text(code.name), self.names.text(code.qualified)].map(str::to_owned);
        let [name, qualified] = texts.map(|text| self.vm.heap.string_from(text));
        let file = self.file_of_code(code);
        let file = self.vm.heap.string_from(file);
        let line = self.line_of(code.definition);
        let given = |kind: ParameterKind| code.parameters.iter().filter(|parameter| parameter.kind == kind).count();
        let by_position = given(ParameterKind::PositionalOnly);
        let counts = [by_position + given(ParameterKind::Ordinary), by_position, given(ParameterKind::KeywordOnly)];
        let counts = counts.map(number).to_vec();
        let counts = self.vm.heap.tuple(counts);
        let flags = flags_of(code, self.names.text(code.qualified));
        let own = code.locals.len() - code.captured.len().min(code.locals.len());
        // Those of `*` and `**` stand behind the others.
        let is_rest = |kind| matches!(kind, ParameterKind::Variadic | ParameterKind::VariadicKeywords);
        let mut parameters: Vec<&CodeParameter> = code.parameters.iter().collect();
        parameters.sort_by_key(|parameter| is_rest(parameter.kind));
        let parameters = parameters.into_iter().map(|parameter| parameter.name);
        let mut variables = Vec::new();
        for name in parameters.chain(code.locals[code.parameters.len().min(own)..own].iter().copied()) {
            variables.push(self.vm.heap.string_from(self.names.text(name).to_owned()));
        }
        let variables = self.vm.heap.tuple(variables);
        let mut captured: Vec<&str> = code.locals[own..].iter().map(|name| self.names.text(*name)).collect();
        captured.sort_unstable();
        let captured = captured.into_iter().map(|name| self.vm.heap.string(name)).collect();
        let captured = self.vm.heap.tuple(captured);
        self.vm.heap.tuple(vec![name, qualified, file, number(line), Value::Int(flags), counts, variables, captured])
    }

    /// What scripts ask of code and frames.
    pub(super) fn rows(&mut self, function: Function, arguments: &[Value]) -> Next {
        Next::Go(match function {
            Function::CallerPlace => self.place_of_caller(),
            Function::RowOfFunction => self.row_of_function(arguments[0]),
            Function::RowsOfStack => self.rows_of_stack(),
            _ => self.rows_of_traceback(arguments[0]),
        })
    }

    /// `function.__code__`, as a row.
    fn row_of_function(&mut self, function: Value) -> Value {
        let Value::Function(at) = function else { return Value::None };
        let code = self.vm.heap.function_object(at).code;
        self.row_of_code(code)
    }

    /// The same of what an exception passed. Lines of CPython's own files are not known.
    pub(super) fn rows_of_passed(&mut self, passed: Passed, is_missing: bool) -> Vec<Value> {
        let name = match passed {
            Passed::Code(code, pc) if !self.program.codes[code].is_hidden => {
                return self.rows_of_frame(code, pc, is_missing);
            }
            Passed::Code(code, _) | Passed::Unbegun(code) => {
                let code = &self.program.codes[code];
                self.names.text(code.told_as.unwrap_or(code.name)).to_owned()
            }
            Passed::Library(name) => name.to_owned(),
        };
        let name = self.vm.heap.string_from(name);
        let file = self.vm.heap.string_from(places::file_of_library());
        let counts = self.vm.heap.tuple(vec![Value::Int(0); 3]);
        let variables = self.vm.heap.tuple(Vec::new());
        let one = Value::Int(1);
        let row = self.vm.heap.tuple(vec![name, name, file, one, Value::Int(0), counts, variables]);
        let text = self.vm.heap.string_from(String::new());
        let nowhere = self.vm.heap.tuple(Vec::new());
        vec![self.vm.heap.tuple(vec![row, one, text, nowhere])]
    }

    /// The code of a frame, its line, the text of that, and its place with marks.
    pub(super) fn row_of_frame(&mut self, code: CodeId, pc: u32) -> Vec<Value> {
        let row = self.row_of_code(code);
        let part = self.part_of_frame(&self.program.codes[code], pc);
        let [line, text, places] = self.row_of_part(code, part, pc > 0);
        vec![row, line, text, places]
    }

    /// The same of a frame that an exception left, as rows: CPython has several where one body stands in another.
    fn rows_of_frame(&mut self, code: CodeId, pc: u32, is_missing: bool) -> Vec<Value> {
        let lowered = &self.program.codes[code];
        let within: Vec<Inner> = pc.checked_sub(1).into_iter().flat_map(|pc| lowered.places.within(pc)).collect();
        let part = self.part_that_raised(lowered, pc, is_missing);
        let mut rows = Vec::new();
        let mut row = self.row_of_code(code);
        for inner in within {
            rows.push(self.row_with(row, code, self.at_its_name(inner.outer), true));
            row = self.row_of_inner(code, inner);
        }
        rows.push(self.row_with(row, code, part, pc > 0));
        rows
    }

    fn row_with(&mut self, row: Value, code: CodeId, part: Part, has_marks: bool) -> Value {
        let [line, text, places] = self.row_of_part(code, part, has_marks);
        self.vm.heap.tuple(vec![row, line, text, places])
    }

    /// What tells of the code of a body that stands in another.
    fn row_of_inner(&mut self, code: CodeId, inner: Inner) -> Value {
        let texts = [inner.name, inner.qualified].map(|name| self.names.text(name).to_owned());
        let [name, qualified] = texts.map(|text| self.vm.heap.string_from(text));
        let file = self.file_of_code(&self.program.codes[code]);
        let file = self.vm.heap.string_from(file);
        let line = number(self.line_of(inner.definition));
        let counts = self.vm.heap.tuple(vec![Value::Int(0); 3]);
        let variables = self.vm.heap.tuple(Vec::new());
        self.vm.heap.tuple(vec![name, qualified, file, line, Value::Int(0), counts, variables])
    }

    /// What the op belongs to that an exception left a frame by; `is_missing` where it did not find what it looked for.
    fn part_that_raised(&self, code: &Code, pc: u32, is_missing: bool) -> Part {
        let op = pc.checked_sub(1).and_then(|pc| code.ops.get(pc as usize));
        let part = pc.checked_sub(1).and_then(|pc| code.places.part(pc));
        match (op, part) {
            (Some(Op::CallMethod(..) | Op::AwaitMethod(..)), Some(part)) if is_missing && part.name.end > 0 => {
                self.at_its_name(part.attribute())
            }
            _ => self.part_of_frame(code, pc),
        }
    }

    /// The number of the line of a part, that line, and a row of its text with marks, the line of its end, and the columns of both ends.
    fn row_of_part(&mut self, code: CodeId, part: Part, has_marks: bool) -> [Value; 3] {
        let code = &self.program.codes[code];
        let source = self.program.source.text.as_str();
        let [start, end] = [part.span.start, part.span.end].map(|byte| (byte as usize).min(source.len()));
        let first = source[..start].rfind('\n').map_or(0, |at| at + 1);
        let line = self.line_of(part.span);
        let whole = if code.is_hidden { "" } else { source[first..].lines().next().unwrap_or("") };
        let text = whole.trim();
        let marked = match has_marks {
            _ if code.is_hidden || text.is_empty() => String::new(),
            false => format!("    {text}\n"),
            true if self.is_since(PythonVersion::V3_13) => marks::marked(source, &part),
            true => marks::marked_before_3_13(source, &part),
        };
        let inside = &source[start..end];
        let last = line + inside.matches('\n').count();
        let end_column = inside.rfind('\n').map_or(end - first, |at| inside.len() - at - 1);
        let columns = [start - first, end_column].map(|column| if has_marks { number(column) } else { Value::None });
        let ends = [number(last)].into_iter().chain(columns);
        let [text, marked] = [whole.to_owned(), marked].map(|text| self.vm.heap.string_from(text));
        let places = self.vm.heap.tuple([marked].into_iter().chain(ends).collect());
        [number(line), text, places]
    }

    /// `task.get_stack()`: of a task that waits the frame of its coroutine, of one that runs its callers', too, of one that raised
    /// where the exception passed.
    pub(super) fn stack_of_task(&mut self, task: Value, limit: Value) -> Result<Next, Stop> {
        let Some(Awaitable::Task(task)) = awaitable_of(task) else {
            return Ok(Next::Throw(self.vm.heap.type_error("descriptor requires a task")));
        };
        let state = self.cells[task].state;
        let mut places: Vec<Passed> = match state {
            State::Raised => self.places_of_exception(self.cells.slot(task, 0)),
            _ if state.is_done() => Vec::new(),
            State::Running => self.frames_around(task),
            _ => vec![Passed::Code(self.cells[task].code, self.cells[task].pc)],
        };
        if let Some(limit) = limit.integer().and_then(|limit| usize::try_from(limit).ok()) {
            // Of frames the innermost are kept, of a traceback the outermost.
            places.truncate(limit);
        }
        if state == State::Running {
            places.reverse();
        }
        let mut rows = Vec::new();
        for passed in places {
            rows.extend(self.rows_of_passed(passed, false));
        }
        let waits = state != State::Running && state != State::Raised;
        if let Some(Value::Tuple(row)) = rows.first().copied().filter(|_| waits) {
            let mut row = self.vm.heap.tuple_items(row).to_vec();
            row.extend(self.variables_of(task));
            rows[0] = self.vm.heap.tuple(row);
        }
        let rows = self.vm.heap.list(rows);
        self.call_value(self.helper(Helper::Frames), Given { positional: vec![rows], keywords: Vec::new() })
    }

    /// Name, qualified name and line of each frame that a traceback tells of.
    fn rows_of_traceback(&mut self, traceback: Value) -> Value {
        let places = match traceback {
            Value::Traceback(at) => self.places_of_exception(Value::Exception(at)),
            _ => Vec::new(),
        };
        let is_missing = |value| self.vm.heap.class_of(value) == Some(ClassId::ATTRIBUTE_ERROR);
        let is_missing = matches!(traceback, Value::Traceback(at) if is_missing(Value::Exception(at)));
        let mut rows = Vec::new();
        let innermost = places.len().saturating_sub(1);
        for (index, passed) in places.into_iter().enumerate() {
            rows.extend(self.rows_of_passed(passed, is_missing && index == innermost));
        }
        self.vm.heap.list(rows)
    }

    /// What an exception passed, outermost first, and how far code had come: the op that it would have gone on with.
    fn places_of_exception(&self, exception: Value) -> Vec<Passed> {
        let Value::Exception(at) = exception else { return Vec::new() };
        let ahead = |passed: &Passed| match *passed {
            Passed::Code(code, pc) => Passed::Code(code, pc + 1),
            Passed::Unbegun(code) => Passed::Code(code, 0),
            library => library,
        };
        self.vm.heap.exception_object(at).frames.iter().rev().map(ahead).collect()
    }
}

pub(super) fn number(count: usize) -> Value {
    Value::Int(i64::try_from(count).unwrap_or(i64::MAX))
}

/// `co_flags` (`inspect.py`)
fn flags_of(code: &Code, qualified: &str) -> i64 {
    let has = |kind: ParameterKind| code.parameters.iter().any(|parameter| parameter.kind == kind);
    let kind = match (code.generator, code.is_async) {
        (Generator::Async, _) => 0x200,
        (Generator::No, true) => 0x80,
        (Generator::No, false) => 0,
        (Generator::Plain, _) => 0x20,
    };
    0x3 | i64::from(has(ParameterKind::Variadic)) << 2
        | i64::from(has(ParameterKind::VariadicKeywords)) << 3
        | i64::from(qualified.contains("<locals>")) << 4
        | kind
}
