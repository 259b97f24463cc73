//! Where two runs differ first.

use super::act::{Act, draw};

/// So many acts of each side are shown, the differing ones last.
const SHOWN: usize = 10;

/// The first place where two runs differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// How many acts agree before it.
    pub agreeing: usize,
    /// The last acts of the interpreter up to there, drawn.
    pub theirs: String,
    /// The last acts of the engine up to there, drawn.
    pub ours: String,
}

/// Compares the acts of an interpreter with the engine's; `None` when they agree.
#[must_use]
pub fn first_difference(theirs: &[Act], ours: &[Act]) -> Option<Difference> {
    let agreeing = theirs.iter().zip(ours).take_while(|(theirs, ours)| agree(theirs, ours)).count();
    if agreeing == theirs.len() && agreeing == ours.len() {
        return None;
    }
    let shown = |acts: &[Act]| {
        let end = acts.len().min(agreeing + 1);
        draw(&acts[(agreeing + 1).saturating_sub(SHOWN).min(end)..end])
    };
    Some(Difference { agreeing, theirs: shown(theirs), ours: shown(ours) })
}

/// The number of the first line, from 1, in which acts that were drawn and recorded differ from the engine's.
#[must_use]
pub fn first_line_unlike(recorded: &str, ours: &[Act]) -> Option<usize> {
    let ours = draw(ours);
    let (mut theirs, mut ours) = (recorded.lines(), ours.lines());
    for number in 1.. {
        match (theirs.next(), ours.next()) {
            (None, None) => return None,
            (Some(theirs), Some(ours)) if agree_in_words(theirs, ours) => {}
            (_, _) => return Some(number),
        }
    }
    None
}

fn agree(theirs: &Act, ours: &Act) -> bool {
    let same_head = theirs.at == ours.at && theirs.task == ours.task && theirs.event == ours.event;
    same_head && agree_in_words(&theirs.detail, &ours.detail)
}

/// Whether words are the same. Objects that Python shows by their address stand at the end as their class alone, and agree with
/// whatever the engine calls them.
fn agree_in_words(theirs: &str, ours: &str) -> bool {
    if theirs == ours {
        return true;
    }
    let Some(start) = theirs.rfind('<').filter(|_| theirs.ends_with('>')) else { return false };
    let is_class = theirs[start + 1..theirs.len() - 1].chars().all(|letter| letter.is_alphanumeric() || letter == '_');
    let is_whole = start == 0 || theirs[..start].ends_with(' ');
    is_class && is_whole && ours.starts_with(&theirs[..start])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::Time;

    fn act(second: u64, event: &'static str, detail: &str) -> Act {
        let at = Time::from_nanoseconds(second * 1_000_000_000);
        Act { at, task: Some("main".to_owned()), event, detail: detail.to_owned() }
    }

    #[test]
    fn objects_agree_by_their_place() {
        for (theirs, ours, agrees) in [
            ("<Task>", "<task boil>", true),
            ("task boil -> <list>", "task boil -> [<task a>]", true),
            ("task boil -> <list>", "task soup -> [<task a>]", false),
            ("'<b>'", "'<i>'", false),
            ("a", "b", false),
        ] {
            let (theirs, ours) = ([act(0, "return", theirs)], [act(0, "return", ours)]);
            assert_eq!(first_difference(&theirs, &ours).is_none(), agrees, "{theirs:?}");
            assert_eq!(first_line_unlike(&draw(&theirs), &ours).is_none(), agrees);
        }
        assert_eq!(first_line_unlike("", &[act(0, "start", "")]), Some(1));
    }

    #[test]
    fn the_last_ten_acts_of_both_sides_are_shown() {
        let steps = |count: u64| (0..count).map(|second| act(second, "print", "tick")).collect::<Vec<_>>();
        assert_eq!(first_difference(&steps(20), &steps(20)), None);
        let mut ours = steps(20);
        ours[14].detail = "tock".to_owned();
        let difference = first_difference(&steps(20), &ours).expect("they differ");
        assert_eq!(difference.agreeing, 14);
        assert_eq!(difference.theirs.lines().count(), 10);
        assert!(difference.ours.ends_with("   14.000s  main             print        tock\n"));
        let short = first_difference(&steps(3), &steps(2)).expect("one goes on");
        assert_eq!((short.theirs.lines().count(), short.ours.lines().count()), (3, 2));
    }
}
