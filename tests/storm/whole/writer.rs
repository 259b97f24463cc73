//! Who writes a program: lines, blocks, and what is awaited.

use kitchen_sim::script::PythonVersion;

use super::super::dice::Dice;
use super::{errors, locks, queues, waits};

/// Blocks stand inside blocks so deep.
const DEEPEST: usize = 3;
/// An element of a list is asked for by a number below this, modulo the length.
const PLACES: usize = 20;
/// Tasks are started while there are fewer.
const CROWD: usize = 14;
/// So many futures are there to be awaited and finished by hand.
const FUTURES: usize = 2;
/// How many cooks start one another in a row.
const DEPTH: usize = 2;

/// A kind of statement.
pub(super) type Kind = fn(&mut Writer);
/// Kinds with their weights.
pub(super) type Kinds = &'static [(usize, Kind)];

/// What programs are about; each is about some of these.
const THEMES: &[Kinds] = &[
    locks::LOCK,
    locks::EVENT,
    locks::CONDITION,
    locks::SEMAPHORE,
    locks::BARRIER,
    queues::QUEUE,
    waits::WAIT,
    waits::TIMEOUT,
    waits::SHIELD,
    waits::COMPLETED,
    waits::GROUP,
    errors::ERRORS,
    errors::GENERATORS,
];

/// What every program does.
const GENERAL: Kinds = &[
    (20, Writer::sleep),
    (8, Writer::say),
    (14, Writer::start),
    (10, Writer::guarded),
    (6, Writer::bare),
    (16, Writer::cancel),
    (4, Writer::look),
    (10, Writer::schedule),
    (8, Writer::end_future),
    (5, Writer::choose_way),
    (6, Writer::go_round),
    (1, Writer::stand_still),
    (1, Writer::watch),
];

/// A statement is of the program's themes so often, of the other themes so often, in a hundred.
const OF_THEMES: usize = 54;
const OF_OTHERS: usize = 14;

pub(super) struct Writer {
    pub(super) dice: Dice,
    pub(super) python: PythonVersion,
    pub(super) cooks: usize,
    pub(super) text: String,
    themes: Vec<Kinds>,
    indent: usize,
    said: usize,
    deep: usize,
}

impl Writer {
    pub(super) fn new(mut dice: Dice, python: PythonVersion) -> Self {
        let cooks = dice.between(2, 3);
        let themes = (0..dice.between(2, 3)).map(|_| dice.choose(THEMES)).collect();
        Self { dice, python, cooks, text: String::new(), themes, indent: 0, said: 0, deep: 0 }
    }

    pub(super) fn add_theme(&mut self, theme: Kinds) {
        self.themes.push(theme);
    }

    pub(super) fn line(&mut self, line: &str) {
        self.text += &"    ".repeat(self.indent);
        self.text += line;
        self.text += "\n";
    }

    /// Lines that stand in the block of the line before.
    pub(super) fn inside(&mut self, write: impl FnOnce(&mut Self)) {
        self.indent += 1;
        write(self);
        self.indent -= 1;
    }

    /// A head and one line in its block.
    pub(super) fn short(&mut self, head: &str, body: &str) {
        self.line(head);
        self.inside(|writer| writer.line(body));
    }

    /// Some statements.
    pub(super) fn block(&mut self, least: usize, most: usize) {
        for _ in 0..self.dice.between(least, most) {
            self.statement();
        }
    }

    /// A head and some statements in its block.
    pub(super) fn nested(&mut self, head: &str, most: usize) {
        self.line(head);
        self.deep += 1;
        self.inside(|writer| writer.block(1, most));
        self.deep -= 1;
    }

    /// Whether blocks may stand here.
    pub(super) fn has_room(&self) -> bool {
        self.deep < DEEPEST
    }

    fn statement(&mut self) {
        let roll = self.dice.below(100);
        let kinds = if roll < OF_THEMES {
            self.themes[self.dice.below(self.themes.len())]
        } else if roll < OF_THEMES + OF_OTHERS {
            self.dice.choose(THEMES)
        } else {
            GENERAL
        };
        self.dice.weigh(kinds)(self);
    }

    /// Every print has a number of its own.
    pub(super) fn tag(&mut self) -> usize {
        self.said += 1;
        self.said
    }

    /// `print(7, value)`
    pub(super) fn tell(&mut self, value: &str) {
        let tag = self.tag();
        self.line(&format!("print({tag}, {value})"));
    }

    /// Lengths that meet, and many that are none.
    pub(super) fn delay(&mut self) -> &'static str {
        self.dice.choose(&["0", "0", "0", "0", "0.1", "0.1", "0.1", "0.2", "0.2", "0.3", "1", "-1", "1e-12"])
    }

    /// A timeout: as a length, or none.
    pub(super) fn limit(&mut self) -> &'static str {
        self.dice.choose(&["0", "0", "0.1", "0.1", "0.1", "0.2", "0.2", "0.3", "-1", "None"])
    }
}

/// What is awaited.
impl Writer {
    pub(super) fn place(&mut self) -> usize {
        self.dice.below(PLACES)
    }

    /// A task that is older than the cook who asks: waiting for it makes no circle.
    pub(super) fn older(&mut self) -> String {
        format!("tasks[{} % me]", self.place())
    }

    pub(super) fn anyone(&mut self) -> String {
        match self.dice.below(12) {
            0 => "chief[0]".to_owned(),
            1 | 2 => "asyncio.current_task()".to_owned(),
            3..6 => "tasks[-1]".to_owned(),
            _ => format!("tasks[{} % len(tasks)]", self.place()),
        }
    }

    pub(super) fn future(&mut self) -> String {
        format!("futures[{}]", self.dice.below(FUTURES))
    }

    fn cook(&mut self, place: &str) -> String {
        let (cook, tag) = (self.dice.below(self.cooks), self.tag());
        format!("cook_{cook}({place}, depth - 1) if depth else asyncio.sleep(0, {tag})")
    }

    /// A coroutine, to be run as a task or on the spot.
    pub(super) fn coroutine(&mut self, place: &str) -> String {
        let (delay, tag) = (self.delay(), self.tag());
        match self.dice.below(30) {
            0..8 => self.cook(place),
            8 => format!("asyncio.sleep({delay}, {tag})"),
            9..11 => format!("fail({delay}, {tag})"),
            11..13 => format!("stubborn({delay}, {tag})"),
            13 => format!("waiting([{}, {}], {}, {})", self.older(), self.future(), self.limit(), self.mode()),
            14..16 => format!("asyncio.wait_for({}, {})", self.awaitable(), self.limit()),
            _ => match self.dice.below(6) {
                0 => format!("hold({}, {delay})", self.lock()),
                1 => format!("{}.wait()", self.event()),
                2 => format!("listen({}, {})", self.condition(), self.dice.between(1, 2)),
                3 => format!("hold({}, {delay})", self.semaphore()),
                4 => format!("meet({}, {})", self.barrier(), self.dice.between(1, 3)),
                _ => self.queue_work(),
            },
        }
    }

    /// Anything that can be awaited.
    pub(super) fn awaitable(&mut self) -> String {
        match self.dice.below(20) {
            0..5 => self.older(),
            5..7 => self.future(),
            7 => format!("asyncio.shield({})", self.awaitable()),
            8 => format!("asyncio.gather({})", self.several(3).join(", ")),
            9 => {
                format!("asyncio.gather({}, return_exceptions=True)", self.several(3).join(", "))
            }
            _ => self.coroutine("me"),
        }
    }

    pub(super) fn several(&mut self, most: usize) -> Vec<String> {
        (0..self.dice.between(1, most)).map(|_| self.awaitable()).collect()
    }

    pub(super) fn mode(&mut self) -> &'static str {
        self.dice.choose(&["asyncio.FIRST_COMPLETED", "asyncio.FIRST_EXCEPTION", "asyncio.ALL_COMPLETED"])
    }
}

/// What every program does.
impl Writer {
    fn sleep(&mut self) {
        let delay = self.delay();
        self.line(&format!("await asyncio.sleep({delay})"));
    }

    fn say(&mut self) {
        self.tell("me, loop.time()");
    }

    fn stand_still(&mut self) {
        let length = self.dice.choose(&["0.1", "0.2", "0.05"]);
        self.line(&format!("time.sleep({length})"));
    }

    pub(super) fn start(&mut self) {
        let coroutine = self.coroutine("len(tasks)");
        let name = if self.dice.chance(15) { ", name=\"Ann\"" } else { "" };
        let start = format!("tasks.append(asyncio.create_task({coroutine}{name}))");
        self.short(&format!("if len(tasks) < {CROWD}:"), &start);
    }

    /// Several tasks that do the same.
    pub(super) fn crowd(&mut self, coroutine: &str) {
        let count = self.dice.between(2, 4);
        self.line(&format!("for _ in range({count}):"));
        let start = format!("tasks.append(asyncio.create_task({coroutine}))");
        self.inside(|writer| writer.short(&format!("if len(tasks) < {CROWD}:"), &start));
    }

    /// Three tasks that wait for the same, one after the other. What `give` gives is the first one's, who is cancelled
    /// at the same instant; `take` comes in between.
    pub(super) fn race(&mut self, wait: &str, give: impl FnOnce(&mut Self), take: impl FnOnce(&mut Self)) {
        self.line(&format!("if len(tasks) < {CROWD}:"));
        self.inside(|writer| {
            writer.line(&format!("tasks.extend(asyncio.create_task({wait}) for _ in range(3))"));
            give(writer);
            let (which, message) = (writer.dice.choose(&[3, 3, 2]), writer.dice.choose(&["", "\"enough\""]));
            if writer.dice.chance(70) {
                writer.tell(&format!("tasks[-{which}].cancel({message})"));
            }
            if writer.dice.chance(50) {
                take(writer);
            }
        });
    }

    fn bare(&mut self) {
        let awaitable = self.awaitable();
        self.tell(&format!("await ({awaitable})"));
    }

    pub(super) fn guarded(&mut self) {
        let awaitable = self.awaitable();
        self.guard(&format!("await ({awaitable})"));
    }

    fn cancel(&mut self) {
        let who = self.anyone();
        let message = self.dice.choose(&["", "", "\"enough\"", "\"late\""]);
        self.tell(&format!("{who}.cancel({message})"));
        if self.dice.chance(40) {
            let asked = self.dice.choose(&["cancelling", "cancelled", "done", "cancelling"]);
            self.tell(&format!("{who}.{asked}()"));
        }
    }

    fn look(&mut self) {
        let who = self.older();
        let asked = self.dice.choose(&["exception", "result", "cancelling", "cancelled"]);
        let tag = self.tag();
        self.line(&format!("if {who}.done():"));
        self.inside(|writer| writer.guard(&format!("{who}.{asked}()")));
        self.short("else:", &format!("print({tag}, len(asyncio.all_tasks()), {who}.cancelling())"));
    }

    fn watch(&mut self) {
        let who = if self.dice.chance(50) { self.older() } else { self.future() };
        self.line(&format!("{who}.add_done_callback(over)"));
    }

    /// A function and its arguments, for the loop to call.
    fn callback(&mut self) -> String {
        let (which, tag) = (self.dice.below(FUTURES), self.tag());
        match self.dice.below(10) {
            0 | 1 => format!("{}.set", self.event()),
            2 | 3 => format!("{}.put_nowait, {tag}", self.queue()),
            4 => format!("finish, {which}, {tag}"),
            5 => format!("spoil, {which}, {tag}"),
            6 => format!("{}.release", self.semaphore()),
            _ => format!("stop, {}", self.place()),
        }
    }

    fn schedule(&mut self) {
        let callback = self.callback();
        let how = match self.dice.below(3) {
            0 => "call_soon(".to_owned(),
            1 => format!("call_later({}, ", self.delay()),
            _ => format!("call_at(loop.time() + {}, ", self.delay()),
        };
        self.line(&format!("loop.{how}{callback})"));
    }

    fn end_future(&mut self) {
        let (which, tag) = (self.dice.below(FUTURES), self.tag());
        match self.dice.below(8) {
            0 | 1 => self.line(&format!("spoil({which}, {tag})")),
            2 => self.tell(&format!("futures[{which}].cancel()")),
            3 | 4 => self.line(&format!("futures[{which}] = loop.create_future()")),
            5 => self.guard(&format!("futures[{which}].set_result({tag})")),
            _ => self.line(&format!("finish({which}, {tag})")),
        }
    }

    fn choose_way(&mut self) {
        if !self.has_room() {
            return self.say();
        }
        self.nested("if me % 2:", 2);
        self.nested("else:", 2);
    }

    fn go_round(&mut self) {
        if !self.has_room() {
            return self.sleep();
        }
        let rounds = self.dice.between(2, 3);
        self.nested(&format!("for turn in range({rounds}):"), 3);
        if self.dice.chance(20) {
            let leave = self.dice.choose(&["break", "continue"]);
            self.inside(|writer| writer.short("if me % 2:", leave));
        }
    }
}

/// The main coroutine.
impl Writer {
    pub(super) fn main(&mut self) {
        self.line("async def main():");
        self.inside(|writer| {
            writer.line("loop = asyncio.get_running_loop()");
            if writer.python >= PythonVersion::V3_12 && writer.dice.chance(15) {
                writer.line("loop.set_task_factory(asyncio.eager_task_factory)");
            }
            writer.line(&format!("depth = {DEPTH}"));
            writer.line("chief.append(asyncio.current_task())");
            writer.line(&format!("futures.extend(loop.create_future() for _ in range({FUTURES}))"));
            writer.line("tasks.append(asyncio.create_task(asyncio.sleep(0.1, 0)))");
            writer.line("me = 1");
            for _ in 0..writer.dice.between(2, 4) {
                writer.start();
            }
            writer.line("me = len(tasks)");
            for _ in 0..writer.dice.between(3, 7) {
                // Few programs may wait for ever.
                let patience = writer.dice.choose(&["0.5", "1", "2"]);
                writer.line("try:");
                writer.inside(|writer| {
                    if writer.dice.chance(85) {
                        writer.line(&format!("async with asyncio.timeout({patience}):"));
                        writer.inside(Self::statement);
                    } else {
                        writer.statement();
                    }
                });
                let (tag, class) = (writer.tag(), writer.dice.choose(&["Exception", "Exception", "BaseException"]));
                writer.short(&format!("except {class} as error:"), &format!("tell({tag}, error)"));
            }
            match writer.dice.below(4) {
                0 => writer.tell("await waiting(tasks, 2, asyncio.ALL_COMPLETED)"),
                1 => writer.guard("await asyncio.wait_for(asyncio.gather(*tasks, return_exceptions=True), 5)"),
                2 => writer.line("await asyncio.sleep(1)"),
                _ => {}
            }
            writer.survey();
        });
    }
}
