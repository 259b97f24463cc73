//! `repr` of a float: the fewest digits that lead back to it, with an exponent below 1e-4 and from 1e16 on.

use std::fmt::Write;

use super::digits;

/// Below this magnitude whole floats are written by their integer.
const PLAIN_BELOW: f64 = 1e15;

/// Writes a float as Python's `repr` does.
pub fn write_float(number: f64, out: &mut String) {
    if number.is_nan() {
        out.push_str("nan");
        return;
    }
    if number.is_sign_negative() {
        out.push('-');
    }
    let magnitude = number.abs();
    if magnitude.is_infinite() {
        out.push_str("inf");
    } else if magnitude < PLAIN_BELOW && magnitude.fract() == 0.0 {
        // Writing to a string cannot fail.
        let _ = write!(out, "{}.0", magnitude as u64);
    } else {
        let scientific = digits::shortest(magnitude);
        if (-4..16).contains(&scientific.exponent) {
            let text = scientific.plain();
            out.push_str(&text);
            if !text.contains('.') {
                out.push_str(".0");
            }
        } else {
            out.push_str(&scientific.with_exponent(false));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floats_are_written_as_cpython_writes_them() {
        for (number, text) in [
            (0.1 + 0.2, "0.30000000000000004"),
            (1e16, "1e+16"),
            (9_999_999_999_999_998.0, "9999999999999998.0"),
            (0.0001, "0.0001"),
            (0.00001, "1e-05"),
            (-0.0, "-0.0"),
            (1.5e300, "1.5e+300"),
            (5e-324, "5e-324"),
            (123_456.75, "123456.75"),
            (f64::NEG_INFINITY, "-inf"),
        ] {
            let mut out = String::new();
            write_float(number, &mut out);
            assert_eq!(out, text);
        }
    }
}
