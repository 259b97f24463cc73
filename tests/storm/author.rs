//! Writes the statements of random programs. One function a kind, one row a kind in [`KINDS`]: what the language gains is added
//! there.

use kitchen_sim::script::{
    BinaryOperator, Comparison, Expression, ExpressionKind, Statement, StatementKind, UnaryOperator,
};

use super::dice::Dice;
use super::generate::FUTURES;
use super::syntax::{
    append, assign, awaited, binary, compare, effect, either, expression, float, index, lambda, length, library,
    method, name, number, own, print, statement, text, when, with_keyword,
};

/// Blocks stand inside blocks so deep.
const DEEPEST: usize = 2;
/// An element of a list is asked for by a number below this, modulo the length.
const PLACES: usize = 50;

/// A kind of statement.
type Kind = fn(&mut Author) -> Vec<Statement>;

/// Every kind, with its weight.
const KINDS: &[(usize, Kind)] = &[
    (200, Author::sleep),
    (120, Author::say),
    (40, Author::block_or_work),
    (110, Author::start),
    (70, Author::await_older),
    (8, Author::await_anyone),
    (40, Author::call_inline),
    (110, Author::gather_and_wait),
    (50, Author::gather_and_go_on),
    (50, Author::cancel_older),
    (25, Author::cancel_youngest),
    (8, Author::cancel_anyone),
    (10, Author::cancel_oneself),
    (80, Author::schedule),
    (20, Author::drop_handle),
    (40, Author::await_future),
    (40, Author::end_future),
    (50, Author::add_callback),
    (10, Author::remove_callback),
    (20, Author::look_at_task),
    (10, Author::rename),
    (25, Author::fail),
    (10, Author::leave),
    (25, Author::choose_way),
    (40, Author::go_round),
];

/// Who writes a program.
pub(super) struct Author {
    pub(super) dice: Dice,
    /// How many cooks there are.
    pub(super) cooks: usize,
    /// Every print has a number of its own.
    said: usize,
    /// How many blocks the next statement stands in.
    inside: usize,
}

impl Author {
    pub(super) fn new(seed: u64) -> Self {
        let mut dice = Dice::new(seed);
        let cooks = dice.between(2, 4);
        Self { dice, cooks, said: 0, inside: 0 }
    }

    /// The name of a cook.
    pub(super) fn cook(number: usize) -> String {
        format!("cook_{number}")
    }

    /// Some statements.
    pub(super) fn block(&mut self, least: usize, most: usize) -> Vec<Statement> {
        (0..self.dice.between(least, most)).flat_map(|_| self.dice.weigh(KINDS)(self)).collect()
    }

    /// Statements that stand in a block.
    fn inner_block(&mut self, most: usize) -> Vec<Statement> {
        self.inside += 1;
        let block = self.block(1, most);
        self.inside -= 1;
        block
    }

    /// A task for a new cook, which is told its place in the list.
    pub(super) fn new_task(&mut self) -> Expression {
        let cook = self.cook_at(length("tasks"));
        let path = if self.dice.chance(90) { "asyncio.create_task" } else { "asyncio.ensure_future" };
        let task = library(path, vec![cook]);
        if path == "asyncio.create_task" && self.dice.chance(30) {
            let given = self.dice.choose(&["Ann", "Ben", "main", "Task-4"]);
            return with_keyword(task, "name", text(given));
        }
        task
    }

    fn cook_at(&mut self, place: Expression) -> Expression {
        let cook = Self::cook(self.dice.below(self.cooks));
        own(&cook, vec![place, binary(name("depth"), BinaryOperator::Subtract, number(1))])
    }

    fn tag(&mut self) -> Expression {
        self.said += 1;
        number(self.said)
    }

    /// `print(7, value)`
    fn tell(&mut self, value: Expression) -> Statement {
        let tag = self.tag();
        print(vec![tag, value])
    }

    /// Lengths that meet, lengths that are none, lengths below a nanosecond.
    fn delay(&mut self) -> Expression {
        match self.dice.below(14) {
            0..3 => number(0),
            3 => expression(ExpressionKind::Unary(UnaryOperator::Negative, Box::new(number(1)))),
            4..6 => float(0.1),
            6 => float(0.2),
            7 => float(0.3),
            8 => float(0.5),
            9 => number(1),
            10 => float(1e-12),
            11 => float(1e-7),
            12 => binary(float(0.1), BinaryOperator::Add, float(0.2)),
            _ => binary(float(0.1), BinaryOperator::Multiply, name("depth")),
        }
    }

    fn sleeping(&mut self) -> Expression {
        let mut arguments = vec![self.delay()];
        if self.dice.chance(30) {
            arguments.push(self.tag());
        }
        library("asyncio.sleep", arguments)
    }

    /// A task that is older than the cook who asks: waiting for it makes no circle.
    fn older(&mut self) -> Expression {
        index("tasks", binary(number(self.dice.below(PLACES)), BinaryOperator::Modulo, name("me")))
    }

    fn anyone(&mut self) -> Expression {
        self.some("tasks")
    }

    fn some(&mut self, list: &str) -> Expression {
        index(list, binary(number(self.dice.below(PLACES)), BinaryOperator::Modulo, length(list)))
    }

    fn future(&mut self) -> Expression {
        index("futures", number(self.dice.below(FUTURES)))
    }

    fn now() -> Expression {
        method(name("loop"), "time", Vec::new())
    }
}

/// Sleeping, printing, standing still.
impl Author {
    fn sleep(&mut self) -> Vec<Statement> {
        let sleep = awaited(self.sleeping());
        if self.dice.chance(80) { vec![effect(sleep)] } else { vec![self.tell(sleep)] }
    }

    fn say(&mut self) -> Vec<Statement> {
        let tag = self.tag();
        vec![print(vec![tag, name("me"), Self::now()])]
    }

    fn block_or_work(&mut self) -> Vec<Statement> {
        let path = self.dice.choose(&["time.sleep", "time.sleep", "kitchen_sim.work"]);
        let length = self.dice.choose(&[0.1, 0.15, 0.3, 0.5, 0.0]);
        vec![effect(library(path, vec![float(length)]))]
    }
}

/// Tasks.
impl Author {
    fn start(&mut self) -> Vec<Statement> {
        let task = self.new_task();
        vec![when(name("depth"), vec![append("tasks", task)])]
    }

    fn await_older(&mut self) -> Vec<Statement> {
        let result = awaited(self.older());
        vec![when(name("me"), vec![self.tell(result)])]
    }

    /// Circles come of this. A task does not await itself, for CPython then shows its address.
    fn await_anyone(&mut self) -> Vec<Statement> {
        let anyone = self.anyone();
        let is_another = compare(anyone.clone(), Comparison::IsNot, library("asyncio.current_task", Vec::new()));
        vec![when(is_another, vec![self.tell(awaited(anyone))])]
    }

    fn call_inline(&mut self) -> Vec<Statement> {
        let result = awaited(self.cook_at(name("me")));
        vec![when(name("depth"), vec![self.tell(result)])]
    }

    fn cancel(&mut self, task: Expression) -> Statement {
        let message = if self.dice.chance(30) { vec![text("enough")] } else { Vec::new() };
        let tag = self.tag();
        print(vec![tag, method(task, "cancel", message)])
    }

    fn cancel_older(&mut self) -> Vec<Statement> {
        let task = self.older();
        vec![when(name("me"), vec![self.cancel(task)])]
    }

    fn cancel_youngest(&mut self) -> Vec<Statement> {
        let youngest = || index("tasks", expression(ExpressionKind::Int(-1)));
        let cancel = self.cancel(youngest());
        let asked = self.dice.choose(&["cancelling", "cancelled", "done", "uncancel"]);
        let after = self.tell(method(youngest(), asked, Vec::new()));
        vec![when(compare(length("tasks"), Comparison::Greater, number(self.dice.below(6))), vec![cancel, after])]
    }

    fn cancel_anyone(&mut self) -> Vec<Statement> {
        let task = self.anyone();
        vec![self.cancel(task)]
    }

    fn cancel_oneself(&mut self) -> Vec<Statement> {
        let oneself = library("asyncio.current_task", Vec::new());
        vec![self.cancel(oneself)]
    }

    fn look_at_task(&mut self) -> Vec<Statement> {
        let task = self.older();
        let is_done = method(task.clone(), "done", Vec::new());
        let asked = self.dice.choose(&["exception", "result", "cancelling", "get_name", "cancelled"]);
        let look = self.tell(method(task, asked, Vec::new()));
        let crowd = self.tell(own("len", vec![library("asyncio.all_tasks", Vec::new())]));
        vec![when(name("me"), vec![either(is_done, vec![look], vec![crowd])])]
    }

    fn rename(&mut self) -> Vec<Statement> {
        let oneself = || library("asyncio.current_task", Vec::new());
        let given = self.dice.choose(&["Cleo", "Task-2"]);
        let renamed = effect(method(oneself(), "set_name", vec![text(given)]));
        vec![renamed, self.tell(method(oneself(), "get_name", Vec::new()))]
    }
}

/// Gathers.
impl Author {
    fn child(&mut self) -> Expression {
        match self.dice.below(12) {
            0..4 => self.cook_at(name("me")),
            4..6 => self.sleeping(),
            6..9 => self.older(),
            9 => self.future(),
            10 => self.anyone(),
            _ => self.gather(2),
        }
    }

    fn gather(&mut self, most: usize) -> Expression {
        let mut children: Vec<Expression> = (0..self.dice.between(0, most)).map(|_| self.child()).collect();
        if self.dice.chance(20) {
            let twice = self.older();
            children.extend([twice.clone(), twice]);
        }
        let gather = library("asyncio.gather", children);
        match self.dice.below(4) {
            0 | 1 => gather,
            2 => with_keyword(gather, "return_exceptions", expression(ExpressionKind::Bool(true))),
            _ => with_keyword(gather, "return_exceptions", expression(ExpressionKind::Bool(false))),
        }
    }

    /// Gathering needs someone older, and depth for new cooks.
    fn if_possible(body: Vec<Statement>) -> Vec<Statement> {
        vec![when(expression(ExpressionKind::And(vec![name("depth"), name("me")])), body)]
    }

    fn gather_and_wait(&mut self) -> Vec<Statement> {
        let results = awaited(self.gather(4));
        Self::if_possible(vec![self.tell(results)])
    }

    fn gather_and_go_on(&mut self) -> Vec<Statement> {
        let mut body = vec![append("gathers", self.gather(3))];
        let gather = self.some("gathers");
        body.extend(match self.dice.below(5) {
            0 => vec![effect(method(gather, "add_done_callback", vec![name("over")]))],
            1 => vec![effect(awaited(library("asyncio.sleep", vec![float(0.1)]))), self.cancel(gather)],
            2 => vec![self.cancel(gather)],
            3 => vec![self.tell(awaited(gather))],
            _ => Vec::new(),
        });
        Self::if_possible(body)
    }
}

/// The loop's callbacks, and futures.
impl Author {
    /// A function and its arguments.
    fn callback(&mut self) -> Vec<Expression> {
        let place = |author: &mut Self| number(author.dice.below(PLACES));
        match self.dice.below(9) {
            0 => vec![name("note"), self.tag()],
            1 => vec![name("print"), self.tag()],
            2 => vec![name("finish"), number(self.dice.below(FUTURES))],
            3 => vec![name("spoil"), number(self.dice.below(FUTURES))],
            4 => vec![name("birth"), name(&Self::cook(self.dice.below(self.cooks)))],
            5 => vec![name("stop"), place(self)],
            6 => vec![name("drop"), place(self)],
            7 => vec![name("chain"), self.tag(), number(self.dice.between(1, 3))],
            _ => vec![name("stall"), self.tag()],
        }
    }

    fn schedule(&mut self) -> Vec<Statement> {
        let mut arguments = Vec::new();
        let scheduled = match self.dice.below(5) {
            0 | 1 => "call_soon",
            2 | 3 => {
                arguments.push(self.delay());
                "call_later"
            }
            _ => {
                let instant = self.dice.choose(&[0.1, 0.5, 1.0]);
                arguments.push(if self.dice.chance(50) {
                    float(instant)
                } else {
                    binary(Self::now(), BinaryOperator::Add, self.delay())
                });
                "call_at"
            }
        };
        arguments.extend(self.callback());
        vec![append("handles", method(name("loop"), scheduled, arguments))]
    }

    fn drop_handle(&mut self) -> Vec<Statement> {
        let handle = self.some("handles");
        let cancelled = self.tell(method(handle.clone(), "cancelled", Vec::new()));
        vec![when(name("handles"), vec![effect(method(handle, "cancel", Vec::new())), cancelled])]
    }

    fn await_future(&mut self) -> Vec<Statement> {
        let result = awaited(self.future());
        vec![self.tell(result)]
    }

    fn end_future(&mut self) -> Vec<Statement> {
        let which = number(self.dice.below(FUTURES));
        match self.dice.below(8) {
            0 => vec![effect(method(self.future(), "set_result", vec![which]))],
            1 => {
                let future = self.future();
                vec![self.cancel(future)]
            }
            2 | 3 => vec![effect(own("spoil", vec![which]))],
            _ => vec![effect(own("finish", vec![which]))],
        }
    }

    /// What can be done, and has callbacks.
    fn awaitable(&mut self) -> Expression {
        match self.dice.below(3) {
            0 => self.future(),
            _ => self.older(),
        }
    }

    fn add_callback(&mut self) -> Vec<Statement> {
        let callback = match self.dice.below(4) {
            0 | 1 => name("over"),
            2 => {
                let tag = self.tag();
                lambda("done", own("print", vec![tag, method(name("done"), "cancelled", Vec::new())]))
            }
            _ => {
                let cook = Self::cook(self.dice.below(self.cooks));
                lambda("done", own("birth", vec![name(&cook)]))
            }
        };
        vec![when(name("me"), vec![effect(method(self.awaitable(), "add_done_callback", vec![callback]))])]
    }

    fn remove_callback(&mut self) -> Vec<Statement> {
        let removed = method(self.awaitable(), "remove_done_callback", vec![name("over")]);
        vec![when(name("me"), vec![self.tell(removed)])]
    }
}

/// The way through a body.
impl Author {
    fn fail(&mut self) -> Vec<Statement> {
        let tag = self.tag();
        let early = compare(Self::now(), Comparison::Less, float(0.3));
        vec![statement(StatementKind::Assert(early, Some(tag)))]
    }

    fn leave(&mut self) -> Vec<Statement> {
        vec![statement(StatementKind::Return(Some(self.tag())))]
    }

    fn choose_way(&mut self) -> Vec<Statement> {
        if self.inside >= DEEPEST {
            return self.say();
        }
        let is_odd = binary(name("me"), BinaryOperator::Modulo, number(2));
        vec![either(is_odd, self.inner_block(3), self.inner_block(3))]
    }

    fn go_round(&mut self) -> Vec<Statement> {
        if self.inside >= DEEPEST {
            return self.say();
        }
        let rounds = number(self.dice.between(1, 3));
        match self.dice.below(3) {
            0 => vec![statement(StatementKind::Repeat { count: rounds, body: self.inner_block(3) })],
            1 => {
                let iterable = own("range", vec![rounds]);
                let body = self.inner_block(3);
                let (target, other) = (name("turn"), Vec::new());
                vec![statement(StatementKind::For { target, iterable, body, other, is_async: false })]
            }
            _ => {
                let count = format!("left_{}", self.inside);
                let step = assign(&count, binary(name(&count), BinaryOperator::Subtract, number(1)));
                let body = [vec![step], self.inner_block(3)].concat();
                let other = Vec::new();
                vec![assign(&count, rounds), statement(StatementKind::While { test: name(&count), body, other })]
            }
        }
    }
}
