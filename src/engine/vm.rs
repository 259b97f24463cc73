//! The VM: runs pure ops until something must be done that needs more than an activation's own slots, and says what.
//!
//! Knows no policy, no sink, no task, no asyncio. Sources of the rules are Python's own.

use crate::kernel::heap::FunctionObject;
use crate::kernel::heap::ask::is_question;
use crate::kernel::operate;
use crate::kernel::{Arguments, Value, builtins, methods};
use crate::program::code::{Code, Op};

use super::effect::{Effect, Registers};
use super::operand::{
    add_to_set, append, check_init, checked_global, checked_local, class_made, content, define_class, extend,
    extend_set, fill, is_called_by_engine, is_of_asyncio, list_to_tuple, may_close, set_field, set_shared, shared,
    unpack, unpack_starred, update_dict, whole,
};
use super::quick;
use super::surroundings::Surroundings;
use super::{order, raise, star};

/// Runs ops of `code` from `registers` on, up to the next effect.
#[inline(always)]
pub(super) fn execute(
    around: &mut Surroundings<'_>,
    code: &Code,
    slots: &mut [Value],
    registers: &mut Registers,
) -> Effect {
    run::<false>(around, code, slots, registers)
}

/// Runs one op, which may find answers to what it asks.
#[cold]
#[inline(never)]
pub(super) fn execute_one(
    around: &mut Surroundings<'_>,
    code: &Code,
    slots: &mut [Value],
    registers: &mut Registers,
) -> Effect {
    run::<true>(around, code, slots, registers)
}

#[inline(always)]
fn run<const ONE: bool>(
    around: &mut Surroundings<'_>,
    code: &Code,
    slots: &mut [Value],
    registers: &mut Registers,
) -> Effect {
    let ops = code.ops.as_slice();
    let mut pc = registers.pc as usize;
    let mut acc = registers.acc;
    let mut has_run = false;
    let effect = 'run: loop {
        if ONE && has_run {
            break Effect::Stepped;
        }
        has_run = true;
        let op = ops[pc];
        pc += 1;
        /// The value of a fallible operation, or the end of this run.
        macro_rules! attempt {
            ($result:expr) => {
                match $result {
                    Ok(value) => value,
                    Err(raised) => {
                        if is_question(raised) {
                            break 'run Effect::Ask;
                        }
                        acc = raised.0;
                        break 'run Effect::Raise;
                    }
                }
            };
        }
        match op {
            Op::Constant(constant) => acc = around.constants[constant as usize],
            Op::Small(number) => acc = Value::Int(i64::from(number)),
            Op::Local(slot) => acc = slots[usize::from(slot)],
            Op::LocalChecked(slot) => acc = attempt!(checked_local(around, code, slot, slots[usize::from(slot)])),
            Op::Store(slot) => slots[usize::from(slot)] = acc,
            Op::StoreConstant(slot, constant) => slots[usize::from(slot)] = around.constants[constant as usize],
            Op::Copy(to, from) => slots[usize::from(to)] = slots[usize::from(from)],
            Op::CopyGlobal(slot, global) => slots[usize::from(slot)] = attempt!(checked_global(around, global)),
            Op::DeleteLocal(slot) => {
                attempt!(checked_local(around, code, slot, slots[usize::from(slot)]));
                slots[usize::from(slot)] = Value::Unbound;
            }
            Op::Global(global) => acc = attempt!(checked_global(around, global)),
            Op::StoreGlobal(global) => around.globals[global as usize] = acc,
            Op::DeleteGlobal(global) => {
                attempt!(checked_global(around, global));
                around.globals[global as usize] = Value::Unbound;
            }
            Op::MakeShared(slot) => slots[usize::from(slot)] = around.heap.shared(slots[usize::from(slot)]),
            Op::Shared(slot) => acc = attempt!(shared(around, code, slot, slots[usize::from(slot)])),
            Op::StoreShared(slot) => set_shared(around.heap, slots[usize::from(slot)], acc),
            Op::DeleteShared(slot) => {
                attempt!(shared(around, code, slot, slots[usize::from(slot)]));
                set_shared(around.heap, slots[usize::from(slot)], Value::Unbound);
            }
            Op::Binary(operator, slot) => {
                acc = attempt!(operate::binary(around.heap, operator, slots[usize::from(slot)], acc));
            }
            Op::BinaryConstant(operator, constant) => {
                acc = attempt!(operate::binary(around.heap, operator, acc, around.constants[constant as usize]));
            }
            Op::InPlaceConstant(operator, constant) => {
                acc = attempt!(operate::in_place(around.heap, operator, acc, around.constants[constant as usize]));
            }
            Op::InPlace(operator, slot) => {
                acc = attempt!(operate::in_place(around.heap, operator, slots[usize::from(slot)], acc));
            }
            Op::Unary(operator) => acc = attempt!(operate::unary(around.heap, operator, acc)),
            Op::Compare(comparison, slot) => {
                acc = attempt!(operate::compare(around.heap, comparison, slots[usize::from(slot)], acc));
            }
            Op::CompareConstant(comparison, constant) => {
                acc = attempt!(operate::compare(around.heap, comparison, acc, around.constants[constant as usize]));
            }
            Op::Jump(target) => pc = target as usize,
            Op::JumpBack(target) => {
                pc = target as usize;
                *around.rounds -= 1;
                if *around.rounds == 0 || around.heap.wants_collection() {
                    break Effect::Pause;
                }
            }
            Op::JumpIfFalse(target) => {
                if !attempt!(operate::truth(around.heap, acc)) {
                    pc = target as usize;
                }
            }
            Op::JumpIfTrue(target) => {
                if attempt!(operate::truth(around.heap, acc)) {
                    pc = target as usize;
                }
            }
            Op::GetItem(slot) => acc = attempt!(operate::get_item(around.heap, slots[usize::from(slot)], acc)),
            Op::SetItem(slot) => {
                let [container, key] = [slots[usize::from(slot)], slots[usize::from(slot) + 1]];
                attempt!(operate::set_item(around.heap, container, key, acc));
            }
            Op::DeleteItem(slot) => attempt!(operate::delete_item(around.heap, slots[usize::from(slot)], acc)),
            Op::MakeSlice(slot) => {
                let first = usize::from(slot);
                acc = operate::make_slice(around.heap, slots[first], slots[first + 1], slots[first + 2]);
            }
            Op::Attribute(name) => {
                if is_of_asyncio(acc) {
                    break Effect::Attribute(name);
                }
                acc = attempt!(operate::get_attribute(around.heap, acc, around.program.names.text(name)));
            }
            Op::StoreAttribute(slot, name) => {
                let object = slots[usize::from(slot)];
                let name = around.program.names.text(name);
                attempt!(operate::set_attribute(around.heap, object, name, acc));
            }
            Op::Format(slot, template) => {
                let template = &around.program.templates[template as usize];
                let mut filled = String::new();
                attempt!(fill(around.heap, template, &slots[usize::from(slot)..], &mut filled));
                acc = around.heap.string_from(filled);
            }
            Op::NewList => acc = around.heap.list(Vec::new()),
            Op::Append(slot) => attempt!(append(around.heap, slots[usize::from(slot)], acc)),
            Op::Extend(slot) => attempt!(extend(around.heap, slots[usize::from(slot)], acc)),
            Op::ListToTuple => acc = list_to_tuple(around.heap, acc),
            Op::NewSet => acc = attempt!(around.heap.set(&[])),
            Op::AddToSet(slot) => attempt!(add_to_set(around.heap, slots[usize::from(slot)], acc)),
            Op::ExtendSet(slot) => attempt!(extend_set(around.heap, slots[usize::from(slot)], acc)),
            Op::NewDict => acc = around.heap.dict(),
            Op::PutInDict(dict, key) => {
                let [dict, key] = [slots[usize::from(dict)], slots[usize::from(key)]];
                attempt!(operate::set_item(around.heap, dict, key, acc));
            }
            Op::UpdateDict(slot) => attempt!(update_dict(around.heap, slots[usize::from(slot)], acc)),
            Op::Unpack(slot, count) => {
                let targets = &mut slots[usize::from(slot)..][..usize::from(count)];
                attempt!(unpack(around.heap, acc, targets));
            }
            Op::UnpackStarred(slot, before, after) => {
                let count = usize::from(before) + usize::from(after) + 1;
                let targets = &mut slots[usize::from(slot)..][..count];
                attempt!(unpack_starred(around.heap, acc, targets, usize::from(before)));
            }
            Op::Iterate(slot) => {
                slots[usize::from(slot)] = attempt!(operate::iterate_lazily(around.heap, acc));
                slots[usize::from(slot) + 1] = Value::Int(0);
            }
            Op::Next(slot, target) => {
                let iterable = slots[usize::from(slot)];
                let Value::Int(mut position) = slots[usize::from(slot) + 1] else {
                    unreachable!("Iterate put a position there")
                };
                match attempt!(operate::next_item(around.heap, iterable, &mut position)) {
                    Some(item) => {
                        slots[usize::from(slot) + 1] = Value::Int(position);
                        acc = item;
                    }
                    None => pc = target as usize,
                }
            }
            Op::NextInRange(slot, target) => match (slots[usize::from(slot)], slots[usize::from(slot) + 1]) {
                (Value::Int(next), Value::Int(stop)) if next < stop => {
                    slots[usize::from(slot)] = Value::Int(next + 1);
                    acc = Value::Int(next);
                }
                _ => pc = target as usize,
            },
            Op::NextRound(slot, target) => match slots[usize::from(slot)] {
                Value::Int(left) if left > 0 => slots[usize::from(slot)] = Value::Int(left - 1),
                _ => pc = target as usize,
            },
            Op::RangeBack(slot, target) => {
                if let (Value::Int(next), Value::Int(stop)) = (slots[usize::from(slot)], slots[usize::from(slot) + 1])
                    && next < stop
                {
                    slots[usize::from(slot)] = Value::Int(next + 1);
                    acc = Value::Int(next);
                    pc = target as usize;
                    *around.rounds -= 1;
                    if *around.rounds == 0 || around.heap.wants_collection() {
                        break Effect::Pause;
                    }
                }
            }
            Op::RoundBack(slot, target) => {
                if let Value::Int(left) = slots[usize::from(slot)]
                    && left > 0
                {
                    slots[usize::from(slot)] = Value::Int(left - 1);
                    pc = target as usize;
                    *around.rounds -= 1;
                    if *around.rounds == 0 || around.heap.wants_collection() {
                        break Effect::Pause;
                    }
                }
            }
            Op::CheckWhole(slot) => {
                let value = slots[usize::from(slot)];
                slots[usize::from(slot)] = attempt!(whole(around.heap, value));
            }
            Op::MakeFunction(slot, function) => {
                let template = &around.program.functions[usize::from(function)];
                let parameters = around.program.codes[template.code].parameters.len();
                let defaults = slots[usize::from(slot)..][..parameters].into();
                let captured = template.captured.iter().map(|slot| slots[usize::from(*slot)]).collect();
                acc = around.heap.function(FunctionObject { code: template.code, defaults, captured, fields: None });
            }
            Op::CallBuiltin(builtin, slot, count) => {
                let positional = &slots[usize::from(slot)..][..usize::from(count)];
                let arguments = Arguments { positional, keywords: &[] };
                acc = attempt!(builtins::call_builtin(around.heap, builtin, &arguments));
            }
            Op::CallMethod(method, slot, count) => {
                let first = usize::from(slot);
                let receiver = slots[first];
                let named = around.program.methods[usize::from(method)];
                if is_called_by_engine(receiver) {
                    let arguments = &slots[first..][..=usize::from(count)];
                    if ops.get(pc) == Some(&Op::Await)
                        && let Some(value) = quick::await_method(&mut around.quick, method, arguments)
                    {
                        acc = value;
                        pc += 1;
                        continue;
                    }
                    break Effect::CallMethod(method, slot, count);
                }
                let name = around.program.names.text(named);
                let Some(builtin) = operate::find_method(around.heap, receiver, name) else {
                    slots[first] = attempt!(operate::get_attribute(around.heap, receiver, name));
                    break Effect::Call(slot, count);
                };
                let positional = &slots[first + 1..][..usize::from(count)];
                let arguments = Arguments { positional, keywords: &[] };
                acc = attempt!(methods::call_method(around.heap, receiver, builtin, &arguments));
            }
            Op::Call(slot, count) => break Effect::Call(slot, count),
            Op::CallShaped(slot, shape) => break Effect::CallShaped(slot, shape),
            Op::CallUnpacked(slot) => break Effect::CallUnpacked(slot),
            Op::CallCode(callee, slot, count) => break Effect::CallCode(callee, slot, count),
            Op::CallLibrary(function, slot, count) => break Effect::CallLibrary(function, slot, count),
            Op::Sleep => break Effect::Sleep,
            Op::Turn => break Effect::Turn,
            Op::SleepFor(delay) => break Effect::SleepFor(delay),
            Op::SleepWithResult(_) => break Effect::SleepWithResult,
            Op::Await => break Effect::Await,
            Op::AwaitOwn => break Effect::AwaitOwn,
            Op::Return => break Effect::Return,
            Op::PrintFormat(slot, template) => break Effect::Print(slot, template),
            Op::Raise => {
                acc = raise::plain(around.heap, acc).0;
                break Effect::Raise;
            }
            Op::RaiseFrom(slot) => {
                acc = raise::from(around.heap, slots[usize::from(slot)], acc).0;
                break Effect::Raise;
            }
            Op::Reraise => break Effect::Reraise,
            Op::RaiseHandled => break Effect::RaiseHandled,
            Op::Matches(slot) => acc = attempt!(raise::matches(around.heap, slots[usize::from(slot)], acc)),
            Op::SplitGroup(slot) => {
                let (part, rest) = attempt!(star::split(around.heap, slots[usize::from(slot)], acc));
                slots[usize::from(slot)] = rest;
                acc = part;
            }
            Op::Reraised(slot) => {
                let first = usize::from(slot);
                acc = attempt!(star::reraised(around.heap, slots[first], slots[first + 1]));
            }
            Op::DefineClass(slot, class) => {
                let template = &around.program.classes[usize::from(class)];
                acc = attempt!(define_class(around, template, &slots[usize::from(slot)..]));
            }
            Op::SuperAttribute(slot, name) => {
                let name = around.program.names.text(name);
                acc = attempt!(operate::get_super_attribute(around.heap, acc, slots[usize::from(slot)], name));
            }
            Op::DeleteAttribute(name) => {
                attempt!(operate::delete_attribute(around.heap, acc, around.program.names.text(name)));
            }
            Op::NewInstance => {
                if let Some(class) = around.heap.class_id(acc) {
                    acc = around.heap.instance(class);
                }
            }
            Op::ClassMade => acc = attempt!(class_made(around.heap, acc)),
            Op::SetField(slot) => {
                let first = usize::from(slot);
                set_field(around.heap, slots[first], slots[first + 1], slots[first + 2]);
            }
            Op::CheckInit => attempt!(check_init(around.heap, acc)),
            Op::Yield => break Effect::Yield,
            Op::Replace(slot) => {
                if around.may_let_go && may_close(slots[usize::from(slot)]) {
                    break Effect::Replace(slot);
                }
                slots[usize::from(slot)] = acc;
            }
            Op::ReplaceShared(slot) => {
                if around.may_let_go && may_close(content(around.heap, slots[usize::from(slot)])) {
                    break Effect::ReplaceShared(slot);
                }
                set_shared(around.heap, slots[usize::from(slot)], acc);
            }
            Op::ReplaceGlobal(global) => {
                if around.may_let_go && may_close(around.globals[global as usize]) {
                    break Effect::ReplaceGlobal(global);
                }
                around.globals[global as usize] = acc;
            }
            Op::StoreIfNew(slot) => break Effect::StoreIfNew(slot),
            Op::DropGenerator(slot) => break Effect::DropGenerator(slot),
            Op::StartTask => break Effect::StartTask,
            Op::FinishGenerator => break Effect::FinishGenerator,
            Op::ResumeGenerator(slot) => break Effect::Resume(slot),
            Op::ThrowIntoGenerator(slot) => break Effect::ThrowInto(slot),
            Op::Delegate(slot, target) => break Effect::Delegate(slot, target),
            Op::DelegateThrow(slot, _) => break Effect::DelegateThrow(slot),
            Op::Answer(_) => break Effect::Answer,
            Op::AssertionFailed => {
                acc = raise::failed_assertion(around.heap, acc).0;
                break Effect::Raise;
            }
            Op::OrderByKeys(slot) => acc = attempt!(order::finish(around.heap, &slots[usize::from(slot)..])),
            Op::CheckProtocol(slot, protocol) => {
                if !quick::meets(slots[usize::from(slot)], protocol) {
                    break Effect::CheckProtocol(slot, protocol);
                }
            }
            Op::Christen(name) => break Effect::Christen(name),
            Op::Discard => {}
        }
    };
    registers.pc = u32::try_from(pc).expect("a body has fewer than 2³² ops");
    registers.acc = acc;
    effect
}
