//! The VM: runs pure ops until something must be done that needs more than an activation's own slots, and says what.
//!
//! Knows no policy, no sink, no task, no asyncio. Sources of the rules are Python's own.

use crate::kernel::heap::ask::is_question;
use crate::kernel::{Cells, Role, Value, builtins, operate};
use crate::policy::Discipline;
use crate::program::code::{Code, Op, Place};
use crate::script::BinaryOperator;
use crate::units::CodeId;

use super::effect::{Effect, Registers, called};
use super::operand::{
    add_to_set, append, call_method, check_init, checked_global, checked_local, class_made, content, define_class,
    delete_attribute, extend, extend_set, filled, is_called_by_engine, is_of_asyncio, iterate, list_to_tuple,
    make_function, may_close, new_instance, next, set_attribute, set_field, set_shared, shared, super_attribute,
    unpack, unpack_starred, update_dict, whole,
};
use super::quick::{self, Quickly};
use super::state::Vm;
use super::{order, raise, spread, star};

/// Runs ops of `code` from `registers` on, up to the next effect, or one op.
#[inline(always)]
pub(super) fn run<const ONE: bool, D: Discipline>(
    vm: &mut Vm<'_>,
    discipline: &mut D,
    cells: &mut Cells,
    code: &Code,
    registers: &mut Registers,
) -> Effect {
    let ops = code.ops.as_slice();
    let mut slots = cells.slots_mut(registers.activation, code.slots);
    let mut pc = registers.pc as usize;
    let mut acc = registers.acc;
    let mut has_run = false;
    let effect = 'run: loop {
        if ONE && std::mem::replace(&mut has_run, true) {
            break Effect::Stepped;
        }
        let op = &ops[pc];
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
        /// Does the next op as well where it stores acc.
        macro_rules! store_next {
            () => {
                if let Op::Store(slot) = ops[pc] {
                    slots[usize::from(slot)] = acc;
                    pc += 1;
                }
            };
        }
        /// Counts a round of a loop: from time to time the engine looks at limits and garbage.
        macro_rules! count_round {
            () => {
                vm.rounds -= 1;
                if vm.rounds == 0 || vm.heap.wants_collection() {
                    break 'run Effect::Pause;
                }
            };
        }
        /// Awaits a method ahead of the ops that do it, which are skipped; or the task must wait, or they do it.
        macro_rules! ahead {
            ($place:ident, $source:ident, $first:ident, $count:literal, $role:expr, $receiver:ident => $quickly:expr) => {{
                let $receiver = match $place {
                    Place::Slot => slots[usize::from($source)],
                    Place::Global => vm.globals[usize::from($source)],
                };
                let quickly = $quickly;
                if let Quickly::Done(value) = quickly {
                    acc = value;
                    pc += 2 + $count;
                    if $count == 0 {
                        store_next!();
                    }
                    continue;
                }
                slots[usize::from($first)] = match $place {
                    Place::Slot => $receiver,
                    Place::Global => attempt!(checked_global(vm, $source.into())),
                };
                if let (Quickly::Wait | Quickly::Stood, Op::AwaitMethod(method, ..)) = (&quickly, &ops[pc + $count]) {
                    if let Op::Copy(to, from) = ops[pc] {
                        slots[usize::from(to)] = slots[usize::from(from)];
                    }
                    pc += 2 + $count;
                    let step = [vm.stepping, registers.activation];
                    let is_over = quick::is_suspended(&quickly, cells, step, $receiver, $role);
                    break if is_over { Effect::Suspended } else { Effect::Wait(*method, $first, $count) };
                }
            }};
        }
        match *op {
            Op::Constant(constant) => acc = vm.constants[constant as usize],
            Op::Small(number) => acc = Value::Int(i64::from(number)),
            Op::Local(slot) => acc = slots[usize::from(slot)],
            Op::LocalChecked(slot) => acc = attempt!(checked_local(vm, code, slot, slots[usize::from(slot)])),
            Op::Store(slot) => slots[usize::from(slot)] = acc,
            Op::StoreConstant(slot, constant) => slots[usize::from(slot)] = vm.constants[constant as usize],
            Op::StoreNones(slot, count) => slots[usize::from(slot)..][..usize::from(count)].fill(Value::None),
            Op::Copy(to, from) => {
                // By way of the accumulator, whose halves are two registers: both at once would wait for stores just made.
                acc = slots[usize::from(from)];
                slots[usize::from(to)] = acc;
            }
            Op::CopyGlobal(slot, global) => slots[usize::from(slot)] = attempt!(checked_global(vm, global)),
            Op::DeleteLocal(slot) => {
                attempt!(checked_local(vm, code, slot, slots[usize::from(slot)]));
                slots[usize::from(slot)] = Value::Unbound;
            }
            Op::Global(global) => acc = attempt!(checked_global(vm, global)),
            Op::StoreGlobal(global) => vm.globals[global as usize] = acc,
            Op::DeleteGlobal(global) => {
                attempt!(checked_global(vm, global));
                vm.globals[global as usize] = Value::Unbound;
            }
            Op::MakeShared(slot) => slots[usize::from(slot)] = vm.heap.shared(slots[usize::from(slot)]),
            Op::Shared(slot) => acc = attempt!(shared(vm, code, slot, slots[usize::from(slot)])),
            Op::StoreShared(slot) => set_shared(&mut vm.heap, slots[usize::from(slot)], acc),
            Op::DeleteShared(slot) => {
                attempt!(shared(vm, code, slot, slots[usize::from(slot)]));
                set_shared(&mut vm.heap, slots[usize::from(slot)], Value::Unbound);
            }
            Op::Binary(operator, slot) => {
                acc = attempt!(operate::binary(&mut vm.heap, operator, slots[usize::from(slot)], acc));
            }
            Op::BinaryConstant(operator, constant) => {
                acc = attempt!(operate::binary(&mut vm.heap, operator, acc, vm.constants[constant as usize]));
            }
            Op::InPlaceConstant(operator, constant) => {
                acc = attempt!(operate::in_place(&mut vm.heap, operator, acc, vm.constants[constant as usize]));
            }
            Op::InPlace(operator, slot) => {
                acc = attempt!(operate::in_place(&mut vm.heap, operator, slots[usize::from(slot)], acc));
            }
            Op::InPlaceLocals(operator, to, from) => {
                let [left, right] = [slots[usize::from(to)], slots[usize::from(from)]];
                let sum = if operator == BinaryOperator::Add { operate::sum_of_integers(left, right) } else { None };
                slots[usize::from(to)] = match sum {
                    Some(sum) => sum,
                    None => attempt!(operate::in_place(&mut vm.heap, operator, left, right)),
                };
            }
            Op::Unary(operator) => acc = attempt!(operate::unary(&mut vm.heap, operator, acc)),
            Op::Compare(comparison, slot) => {
                acc = attempt!(operate::compare(&mut vm.heap, comparison, slots[usize::from(slot)], acc));
            }
            Op::CompareConstant(comparison, constant) => {
                acc = attempt!(operate::compare(&mut vm.heap, comparison, acc, vm.constants[constant as usize]));
            }
            Op::Jump(target) => pc = target as usize,
            Op::JumpBack(target) => {
                pc = target as usize;
                count_round!();
            }
            Op::JumpIfFalse(target) => {
                if !attempt!(operate::truth(&mut vm.heap, acc)) {
                    pc = target as usize;
                }
            }
            Op::JumpIfTrue(target) => {
                if attempt!(operate::truth(&mut vm.heap, acc)) {
                    pc = target as usize;
                }
            }
            Op::GetItem(slot) => acc = attempt!(operate::get_item(&mut vm.heap, slots[usize::from(slot)], acc)),
            Op::SetItem(slot) => {
                let [container, key] = [slots[usize::from(slot)], slots[usize::from(slot) + 1]];
                attempt!(operate::set_item(&mut vm.heap, container, key, acc));
            }
            Op::DeleteItem(slot) => attempt!(operate::delete_item(&mut vm.heap, slots[usize::from(slot)], acc)),
            Op::MakeSlice(slot) => {
                let first = usize::from(slot);
                acc = operate::make_slice(&mut vm.heap, slots[first], slots[first + 1], slots[first + 2]);
            }
            Op::Attribute(name) => {
                if is_of_asyncio(acc) {
                    break Effect::Attribute(name);
                }
                acc = attempt!(operate::get_attribute(&mut vm.heap, acc, vm.program.names.text(name)));
            }
            Op::StoreAttribute(slot, name) => attempt!(set_attribute(vm, slots[usize::from(slot)], name, acc)),
            Op::Format(slot, template) => acc = attempt!(filled(vm, template, &slots[usize::from(slot)..])),
            Op::NewList => acc = vm.heap.new_list(),
            Op::Append(slot) => attempt!(append(&mut vm.heap, slots[usize::from(slot)], acc)),
            Op::Extend(slot) => attempt!(extend(&mut vm.heap, slots[usize::from(slot)], acc)),
            Op::ListToTuple => acc = list_to_tuple(&mut vm.heap, acc),
            Op::NewSet => acc = attempt!(vm.heap.set(&[])),
            Op::AddToSet(slot) => attempt!(add_to_set(&mut vm.heap, slots[usize::from(slot)], acc)),
            Op::ExtendSet(slot) => attempt!(extend_set(&mut vm.heap, slots[usize::from(slot)], acc)),
            Op::NewDict => acc = vm.heap.dict(),
            Op::PutInDict(dict, key) => attempt!(spread::put_in_dict(&mut vm.heap, slots, [dict, key], acc)),
            Op::UpdateDict(slot) => attempt!(update_dict(&mut vm.heap, slots[usize::from(slot)], acc)),
            Op::Spread(slot) => attempt!(spread::items(&mut vm.heap, slots, slot, acc)),
            Op::SpreadKeywords(slot) => attempt!(spread::keywords(&mut vm.heap, slots, slot, acc)),
            Op::Unpack(slot, count) => {
                attempt!(unpack(&mut vm.heap, acc, &mut slots[usize::from(slot)..][..usize::from(count)]));
            }
            Op::UnpackStarred(slot, before, after) => {
                attempt!(unpack_starred(&mut vm.heap, acc, &mut slots[usize::from(slot)..], [before, after]));
            }
            Op::Iterate(slot) => attempt!(iterate(&mut vm.heap, acc, &mut slots[usize::from(slot)..])),
            Op::Next(slot, target) => match attempt!(next(vm, &mut slots[usize::from(slot)..])) {
                Some(item) => acc = item,
                None => pc = target as usize,
            },
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
                    store_next!();
                    count_round!();
                }
            }
            Op::RoundBack(slot, target) => {
                if let Value::Int(left) = slots[usize::from(slot)]
                    && left > 0
                {
                    slots[usize::from(slot)] = Value::Int(left - 1);
                    pc = target as usize;
                    count_round!();
                }
            }
            Op::CheckWhole(slot) => slots[usize::from(slot)] = attempt!(whole(&mut vm.heap, slots[usize::from(slot)])),
            Op::MakeFunction(slot, function) => acc = make_function(vm, function, slots, slot),
            Op::CallBuiltin(builtin, slot, count) => {
                let positional = &slots[usize::from(slot)..][..usize::from(count)];
                acc = attempt!(builtins::call_positional(&mut vm.heap, builtin, positional));
            }
            Op::AwaitMethod(method, slot, count) => {
                let arguments = &slots[usize::from(slot)..][..=usize::from(count)];
                match quick::await_method(vm, discipline, method, arguments) {
                    Quickly::Done(value) => {
                        acc = value;
                        pc += 1;
                        store_next!();
                    }
                    Quickly::Wait | Quickly::Stood => {
                        pc += 1;
                        break Effect::Wait(method, slot, count);
                    }
                    Quickly::No if is_called_by_engine(arguments[0]) => break Effect::CallMethod(method, slot, count),
                    Quickly::No => match attempt!(call_method(vm, slots, method, slot, count)) {
                        Some(value) => acc = value,
                        None => break called(slots, method, slot, count),
                    },
                }
            }
            Op::GetAhead(place, source, first) => {
                ahead!(place, source, first, 0, (Role::Get, 0), receiver => quick::get_ahead(vm, discipline, receiver));
            }
            Op::AcquireAhead(place, source, first) => {
                ahead!(place, source, first, 0, (Role::Itself, 1), receiver => quick::acquire_ahead(vm, receiver));
            }
            Op::PutAhead(place, source, first, item) => {
                let (item, role) = (slots[usize::from(item)], (Role::Put, first + 1));
                ahead!(place, source, first, 1, role, receiver => quick::put_ahead(vm, discipline, receiver, item));
            }
            Op::EnterAhead(skipped, method, context, receiver) => {
                let (thing, step) = (slots[usize::from(context)], [vm.stepping, registers.activation]);
                match quick::enter_ahead(vm, thing) {
                    Quickly::No => continue,
                    Quickly::Done(value) => acc = value,
                    quickly => {
                        slots[usize::from(receiver)] = thing;
                        pc += usize::from(skipped);
                        let is_over = quick::is_suspended(&quickly, cells, step, thing, (Role::Itself, 0));
                        break if is_over { Effect::Suspended } else { Effect::Wait(method, receiver, 0) };
                    }
                }
                pc += usize::from(skipped);
            }
            Op::ExitAhead(skipped, context) => {
                if quick::exit_ahead(vm, discipline, slots[usize::from(context)]) {
                    pc += usize::from(skipped);
                }
            }
            Op::CallMethod(method, slot, count) => {
                if is_called_by_engine(slots[usize::from(slot)]) {
                    break Effect::CallMethod(method, slot, count);
                }
                match attempt!(call_method(vm, slots, method, slot, count)) {
                    Some(value) => acc = value,
                    None => break called(slots, method, slot, count),
                }
            }
            Op::Call(slot, count) => break Effect::Call(slot, count),
            Op::CallShaped(slot, shape) => break Effect::CallShaped(slot, shape),
            Op::CallUnpacked(slot) => break Effect::CallUnpacked(slot),
            Op::CallCode(callee, slot, count) => {
                let body = CodeId(callee.into());
                let called = &vm.program.codes[body];
                if !called.is_coroutine() {
                    break Effect::CallCode(callee, slot, count);
                }
                acc = cells.coroutine(body, called.slots, registers.activation, slot, count);
                vm.heap.note_allocation();
                slots = cells.slots_mut(registers.activation, code.slots);
            }
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
                acc = attempt!(raise::made(&mut vm.heap, acc)).0;
                break Effect::Raise;
            }
            Op::RaiseFrom(slot) => {
                acc = attempt!(raise::made_from(&mut vm.heap, slots[usize::from(slot)], acc)).0;
                break Effect::Raise;
            }
            Op::Reraise => break Effect::Reraise,
            Op::RaiseHandled => break Effect::RaiseHandled,
            Op::Matches(slot) => acc = attempt!(raise::matches(&mut vm.heap, slots[usize::from(slot)], acc)),
            Op::SplitGroup(slot) => {
                (acc, slots[usize::from(slot)]) = attempt!(star::split(&mut vm.heap, slots[usize::from(slot)], acc));
            }
            Op::Reraised(slot) => acc = attempt!(star::reraised(&mut vm.heap, &slots[usize::from(slot)..])),
            Op::DefineClass(slot, class) => acc = attempt!(define_class(vm, class, &slots[usize::from(slot)..])),
            Op::SuperAttribute(slot, name) => acc = attempt!(super_attribute(vm, acc, slots[usize::from(slot)], name)),
            Op::DeleteAttribute(name) => attempt!(delete_attribute(vm, acc, name)),
            Op::NewInstance => acc = new_instance(&mut vm.heap, acc),
            Op::ClassMade => acc = attempt!(class_made(&mut vm.heap, acc)),
            Op::SetField(slot) => set_field(&mut vm.heap, &slots[usize::from(slot)..]),
            Op::CheckInit => attempt!(check_init(&mut vm.heap, acc)),
            Op::Yield => break Effect::Yield,
            Op::Replace(slot) => {
                if vm.may_let_go && may_close(slots[usize::from(slot)]) {
                    break Effect::Replace(slot);
                }
                slots[usize::from(slot)] = acc;
            }
            Op::ReplaceShared(slot) => {
                if vm.may_let_go && may_close(content(&vm.heap, slots[usize::from(slot)])) {
                    break Effect::ReplaceShared(slot);
                }
                set_shared(&mut vm.heap, slots[usize::from(slot)], acc);
            }
            Op::ReplaceGlobal(global) => {
                if vm.may_let_go && may_close(vm.globals[global as usize]) {
                    break Effect::ReplaceGlobal(global);
                }
                vm.globals[global as usize] = acc;
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
            Op::AssertionFailed => attempt!(Err(raise::failed_assertion(&mut vm.heap, acc))),
            Op::OrderByKeys(slot) => acc = attempt!(order::finish(&mut vm.heap, &slots[usize::from(slot)..])),
            Op::CheckProtocol(slot, protocol) if !quick::meets(slots[usize::from(slot)], protocol) => {
                break Effect::CheckProtocol(slot, protocol);
            }
            Op::Christen(name) => break Effect::Christen(name),
            Op::LetGo(of_acc) if vm.lets_go(of_acc, acc) => break Effect::LetGo(of_acc),
            Op::Discard | Op::LetGo(_) | Op::CheckProtocol(..) => {}
        }
    };
    registers.pc = u32::try_from(pc).expect("a body has fewer than 2³² ops");
    registers.acc = acc;
    effect
}
