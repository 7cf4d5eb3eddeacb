//! The extent of a shape, read from its SVG path.
//!
//! Refuses: curves. Boundaries are straight lines; a curve's control points are taken for its corners.

/// Left, top, right and bottom of a path of absolute or relative straight lines.
pub(super) fn bounds(path: &str) -> Option<(f64, f64, f64, f64)> {
    let (mut x, mut y) = (0.0_f64, 0.0_f64);
    let mut seen: Option<(f64, f64, f64, f64)> = None;
    for (command, numbers) in commands(path) {
        let relative = command.is_ascii_lowercase();
        let per = if matches!(command, 'H' | 'h' | 'V' | 'v') { 1 } else { 2 };
        for point in numbers.chunks_exact(per) {
            let (base_x, base_y) = if relative { (x, y) } else { (0.0, 0.0) };
            match (command.to_ascii_uppercase(), point) {
                ('H', [to]) => x = base_x + to,
                ('V', [to]) => y = base_y + to,
                (_, [to_x, to_y]) => (x, y) = (base_x + to_x, base_y + to_y),
                _ => {}
            }
            let (left, top, right, bottom) = seen.unwrap_or((x, y, x, y));
            seen = Some((left.min(x), top.min(y), right.max(x), bottom.max(y)));
        }
    }
    seen
}

/// Letters of a path with the numbers behind each.
fn commands(path: &str) -> Vec<(char, Vec<f64>)> {
    let mut out: Vec<(char, Vec<f64>)> = Vec::new();
    let mut number = String::new();
    let flush = |number: &mut String, out: &mut Vec<(char, Vec<f64>)>| {
        if let (Ok(value), Some((_, numbers))) = (number.parse::<f64>(), out.last_mut()) {
            numbers.push(value);
        }
        number.clear();
    };
    for letter in path.chars() {
        match letter {
            '0'..='9' | '.' => number.push(letter),
            '-' => {
                flush(&mut number, &mut out);
                number.push('-');
            }
            _ => {
                flush(&mut number, &mut out);
                if letter.is_ascii_alphabetic() {
                    out.push((letter, Vec::new()));
                }
            }
        }
    }
    flush(&mut number, &mut out);
    out
}
#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_follow_relative_and_absolute_lines() {
        assert_eq!(bounds("M10 10l5-5h10v20z"), Some((10.0, 5.0, 25.0, 25.0)));
        assert_eq!(bounds(""), None);
    }
}
