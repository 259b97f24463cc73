//! Which of some names was meant (`suggestions.c`).

/// What it costs to put a letter in, to leave one out, or to change one.
const MOVE: usize = 2;
/// What it costs to change a letter from small to capital or back.
const CASE: usize = 1;
/// Longer names are not compared.
const LONGEST: usize = 40;

/// The name nearest to `wrong`, if one is near enough.
#[must_use]
pub fn closest<'a>(wrong: &str, names: &[&'a str]) -> Option<&'a str> {
    let mut best: Option<(usize, &'a str)> = None;
    for name in names.iter().copied().filter(|name| *name != wrong) {
        let most = (wrong.len() + name.len() + 3) * MOVE / 6;
        let most = best.map_or(most, |(distance, _)| most.min(distance.saturating_sub(1)));
        let distance = distance(wrong.as_bytes(), name.as_bytes(), most);
        if distance <= most && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, name));
        }
    }
    best.map(|(_, name)| name)
}

/// What it costs to make one text the other; more than `most` where that is all that counts.
fn distance(left: &[u8], right: &[u8], most: usize) -> usize {
    let ahead = left.iter().zip(right).take_while(|(one, other)| one == other).count();
    let (left, right) = (&left[ahead..], &right[ahead..]);
    let behind = left.iter().rev().zip(right.iter().rev()).take_while(|(one, other)| one == other).count();
    let (left, right) = (&left[..left.len() - behind], &right[..right.len() - behind]);
    if left.is_empty() || right.is_empty() {
        return (left.len() + right.len()) * MOVE;
    }
    if left.len() > LONGEST || right.len() > LONGEST {
        return most + 1;
    }
    let (short, long) = if left.len() <= right.len() { (left, right) } else { (right, left) };
    let mut row: Vec<usize> = (1..=short.len()).map(|index| index * MOVE).collect();
    let mut result = 0;
    for (index, letter) in long.iter().enumerate() {
        let mut diagonal = index * MOVE;
        result = diagonal + MOVE;
        for (cell, other) in row.iter_mut().zip(short) {
            let changed = diagonal + change(*letter, *other);
            diagonal = *cell;
            result = changed.min(result.min(diagonal) + MOVE);
            *cell = result;
        }
    }
    result
}

const fn change(one: u8, other: u8) -> usize {
    if one == other {
        0
    } else if one.eq_ignore_ascii_case(&other) {
        CASE
    } else {
        MOVE
    }
}

#[cfg(test)]
mod tests {
    use super::closest;

    #[test]
    fn as_cpython_3_13_suggests() {
        let names = ["maxsplit", "name"];
        assert_eq!(closest("max_split", &names), Some("maxsplit"));
        assert_eq!(closest("nam", &names), Some("name"));
        assert_eq!(closest("Name", &names), Some("name"));
        assert_eq!(closest("namee", &names), Some("name"));
        assert_eq!(closest("zz", &names), None);
        assert_eq!(closest("e", &names), None);
        assert_eq!(closest("loock", &["lock"]), Some("lock"));
    }
}
