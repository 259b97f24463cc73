//! A tree in which every node gathers four children and keeps their results, one tree after the other.

use super::{Done, ReadyQueue};

/// Children of a node.
const CHILDREN: u32 = 4;

/// The main task, which gathers the root.
const MAIN: u32 = u32::MAX;

#[derive(Clone, Copy)]
enum Handle {
    /// Runs a node's first step.
    Step(u32),
    /// Tells the gather of this node's parent that the node is done.
    ChildDone(u32),
    /// Runs a node's step after its gather.
    Wakeup(u32),
}

/// A task. Its place is used anew once its parent has its result.
#[derive(Clone, Copy)]
struct Node {
    depth: u32,
    parent: u32,
    /// The first of four neighbours.
    first_child: u32,
    children_left: u32,
    result: u64,
}

#[derive(Default)]
struct Tree {
    nodes: Vec<Node>,
    /// First places of four that are free.
    free: Vec<u32>,
    events: u64,
}

/// Runs `trees` trees of this depth.
pub(crate) fn run(depth: u32, trees: u32) -> Done {
    let mut tree = Tree::default();
    let mut ready = ReadyQueue::new();
    let mut sum = 0;
    for _ in 0..trees {
        let root = tree.create(depth, MAIN);
        ready.push(Handle::Step(root));
        tree.run_to_the_root(&mut ready);
        sum += tree.nodes[root as usize].result;
        tree.free.push(root);
    }
    Done { events: tree.events + 1, sum }
}

impl Tree {
    /// Runs passes until the main task goes on.
    fn run_to_the_root(&mut self, ready: &mut ReadyQueue<Handle>) {
        loop {
            ready.begin_pass();
            while let Some(handle) = ready.next_in_pass() {
                match handle {
                    Handle::Step(node) => self.step(node, ready),
                    Handle::ChildDone(node) => self.child_done(node, ready),
                    Handle::Wakeup(MAIN) => return,
                    Handle::Wakeup(node) => self.wake_up(node, ready),
                }
            }
        }
    }

    /// Makes four neighbours and tells the first of them.
    fn create(&mut self, depth: u32, parent: u32) -> u32 {
        let node = Node { depth, parent, first_child: 0, children_left: 0, result: 0 };
        if let Some(first) = self.free.pop() {
            self.nodes[first as usize..][..CHILDREN as usize].fill(node);
            return first;
        }
        self.nodes.extend([node; CHILDREN as usize]);
        self.nodes.len() as u32 - CHILDREN
    }

    fn step(&mut self, number: u32, ready: &mut ReadyQueue<Handle>) {
        let depth = self.nodes[number as usize].depth;
        if depth == 0 {
            return self.finish(number, 1, ready);
        }
        let first_child = self.create(depth - 1, number);
        (first_child..first_child + CHILDREN).for_each(|child| ready.push(Handle::Step(child)));
        let node = &mut self.nodes[number as usize];
        node.first_child = first_child;
        node.children_left = CHILDREN;
    }

    fn finish(&mut self, number: u32, result: u64, ready: &mut ReadyQueue<Handle>) {
        self.nodes[number as usize].result = result;
        self.events += 1;
        ready.push(Handle::ChildDone(number));
    }

    fn child_done(&mut self, number: u32, ready: &mut ReadyQueue<Handle>) {
        let parent = self.nodes[number as usize].parent;
        if parent == MAIN {
            return ready.push(Handle::Wakeup(MAIN));
        }
        let node = &mut self.nodes[parent as usize];
        node.children_left -= 1;
        if node.children_left == 0 {
            ready.push(Handle::Wakeup(parent));
        }
    }

    fn wake_up(&mut self, number: u32, ready: &mut ReadyQueue<Handle>) {
        let first_child = self.nodes[number as usize].first_child;
        let children = &self.nodes[first_child as usize..][..CHILDREN as usize];
        let results: Vec<u64> = children.iter().map(|child| child.result).collect();
        self.free.push(first_child);
        self.finish(number, results.iter().sum::<u64>() + 1, ready);
    }
}
