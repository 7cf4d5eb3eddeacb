//! Takes out of a picture what says who, where and with what it was taken, without touching a pixel; and refuses what is
//! cut off.
//!
//! Refuses to repair: a file whose structure does not end where it should is not taken. The way up of a photo is kept,
//! because a phone stores it in the same place as its coordinates.

use img_parts::{
    Bytes,
    jpeg::{Jpeg, JpegSegment, markers},
    png::Png,
    riff::{RiffChunk, RiffContent},
    webp::WebP,
};

use super::kind::{FileKind, find, is_office};

/// The content to keep; `None` where it is cut off or damaged.
pub fn strip(kind: FileKind, bytes: Vec<u8>) -> Option<Vec<u8>> {
    match kind {
        FileKind::Jpeg => jpeg(bytes),
        FileKind::Png => png(bytes),
        FileKind::Webp => webp(bytes),
        FileKind::Pdf => ends_as_pdf(&bytes).then_some(bytes),
        FileKind::Text => Some(bytes),
        _ if is_office(kind) => ends_as_zip(&bytes).then_some(bytes),
        _ => None,
    }
}

/// Keeps JFIF, Adobe's colour transform and the colour profile; drops every other APP segment and comments.
fn jpeg(bytes: Vec<u8>) -> Option<Vec<u8>> {
    let mut image = Jpeg::from_bytes(Bytes::from(bytes)).ok()?;
    let turned = image.segments().iter().find_map(orientation);
    let segments = image.segments_mut();
    segments.retain(keeps);
    let scan = segments.pop().filter(JpegSegment::has_entropy)?;
    let pixels = scan_data(&scan.clone().encoder().bytes(), scan.len())?;
    segments.push(JpegSegment::new_with_entropy(scan.marker(), scan.contents().clone(), pixels));
    if let Some(way) = turned.filter(|way| (2..=8).contains(way)) {
        segments.insert(0, JpegSegment::new_with_contents(markers::APP1, upright(way)));
    }
    image.dimensions()?;
    Some(image.encoder().bytes().to_vec())
}

fn keeps(segment: &JpegSegment) -> bool {
    match segment.marker() {
        markers::APP0 => segment.contents().starts_with(b"JFIF\0"),
        markers::APP2 => segment.contents().starts_with(b"ICC_PROFILE\0"),
        markers::APP14 => segment.contents().starts_with(b"Adobe"),
        markers::APP1..=markers::APP15 | markers::COM => false,
        _ => true,
    }
}

/// Everything from the first scan to the end of the image, without comments between scans and anything hidden behind.
fn scan_data(encoded: &[u8], head: usize) -> Option<Bytes> {
    let data = encoded.get(head..)?;
    let mut kept = Vec::with_capacity(data.len());
    let mut at = 0;
    while at < data.len() {
        let (byte, next) = (data[at], data.get(at + 1).copied());
        match (byte, next) {
            (0xFF, Some(markers::EOI)) => {
                kept.extend([0xFF, markers::EOI]);
                return Some(kept.into());
            }
            (0xFF, Some(marker)) if marker != 0 && !(0xD0..=0xD7).contains(&marker) && marker != 0xFF => {
                let length = usize::from(u16::from_be_bytes([*data.get(at + 2)?, *data.get(at + 3)?]));
                let segment = data.get(at..at + 2 + length)?;
                if !matches!(marker, markers::APP0..=markers::APP15 | markers::COM) {
                    kept.extend_from_slice(segment);
                }
                at += 2 + length;
            }
            _ => {
                kept.push(byte);
                at += 1;
            }
        }
    }
    None
}

/// The way up of an EXIF segment: tag 0x0112 of the first directory (EXIF 2.3, section 4.6.4).
fn orientation(segment: &JpegSegment) -> Option<u16> {
    let tiff = segment.contents().strip_prefix(b"Exif\0\0")?;
    let little = tiff.starts_with(b"II");
    let short = |at: usize| -> Option<u16> {
        let pair = [*tiff.get(at)?, *tiff.get(at + 1)?];
        Some(if little { u16::from_le_bytes(pair) } else { u16::from_be_bytes(pair) })
    };
    let long = |at: usize| -> Option<usize> {
        let (first, second) = (usize::from(short(at)?), usize::from(short(at + 2)?));
        Some(if little { second << 16 | first } else { first << 16 | second })
    };
    let directory = long(4)?;
    (0..usize::from(short(directory)?))
        .map(|entry| directory + 2 + entry * 12)
        .find(|entry| short(*entry) == Some(0x0112))
        .and_then(|entry| short(entry + 8))
}

/// An EXIF segment that says the way up and nothing else.
fn upright(way: u16) -> Bytes {
    let mut segment = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01".to_vec();
    segment.extend(way.to_be_bytes());
    segment.extend([0; 6]);
    segment.into()
}

/// Keeps what the picture needs to be drawn (PNG 3, section 11; animation); drops texts, times, EXIF and the unknown.
fn png(bytes: Vec<u8>) -> Option<Vec<u8>> {
    const KEPT: [&[u8; 4]; 16] = [
        b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"bKGD", b"pHYs",
        b"cICP", b"acTL", b"fcTL", b"fdAT",
    ];
    let mut image = Png::from_bytes(Bytes::from(bytes)).ok()?;
    image.dimensions()?;
    let has = |kind: &[u8; 4]| image.chunk_by_type(*kind).is_some();
    if !has(b"IDAT") || image.chunks().last()?.kind() != *b"IEND" {
        return None;
    }
    image.chunks_mut().retain(|chunk| KEPT.contains(&&chunk.kind()));
    Some(image.encoder().bytes().to_vec())
}

/// Drops EXIF, XMP and the unknown, and takes their flags back (WebP container, extended format).
fn webp(bytes: Vec<u8>) -> Option<Vec<u8>> {
    const KEPT: [&[u8; 4]; 7] = [b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"];
    let mut image = WebP::from_bytes(Bytes::from(bytes)).ok()?;
    image.dimensions()?;
    image.chunks_mut().retain(|chunk| KEPT.contains(&&chunk.id()));
    let has_pixels = image.chunks().iter().any(|chunk| matches!(&chunk.id(), b"VP8 " | b"VP8L" | b"ANMF"));
    for chunk in image.chunks_mut().iter_mut().filter(|chunk| chunk.id() == *b"VP8X") {
        let mut data = chunk.content().data()?.to_vec();
        *data.first_mut()? &= !0b0000_1100;
        *chunk = RiffChunk::new(*b"VP8X", RiffContent::Data(data.into()));
    }
    has_pixels.then(|| image.encoder().bytes().to_vec())
}

/// A PDF ends with its mark; a few bytes may follow.
fn ends_as_pdf(bytes: &[u8]) -> bool {
    let tail = &bytes[bytes.len().saturating_sub(1024)..];
    find(tail, b"%%EOF").is_some()
}

/// A zip ends with its directory: the record at the end points at where the directory begins and ends.
fn ends_as_zip(bytes: &[u8]) -> bool {
    let from = bytes.len().saturating_sub(22 + 65_535);
    let Some(end) = (from..bytes.len().saturating_sub(21)).rev().find(|at| bytes[*at..].starts_with(b"PK\x05\x06"))
    else {
        return false;
    };
    let long = |at: usize| bytes.get(at..at + 4).and_then(|four| four.try_into().ok()).map_or(0, u32::from_le_bytes);
    let (size, offset) = (long(end + 12) as usize, long(end + 16) as usize);
    offset.checked_add(size) == Some(end) && bytes[offset..].starts_with(b"PK\x01\x02")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A structurally whole JPEG of 1 x 1 with coordinates in EXIF (way up 6), a comment and something hidden behind.
    fn photo() -> Vec<u8> {
        let mut bytes = vec![0xFF, 0xD8];
        let exif = b"Exif\0\0II\x2a\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0GPS 41.2 69.1";
        let mut segment = |marker: u8, content: &[u8]| {
            bytes.extend([0xFF, marker]);
            bytes.extend(u16::try_from(content.len() + 2).unwrap().to_be_bytes());
            bytes.extend(content);
        };
        segment(0xE1, exif);
        segment(0xFE, b"taken by an officer");
        segment(0xC0, &[8, 0, 1, 0, 1, 1, 1, 0x11, 0]);
        segment(0xDA, &[1, 1, 0, 0, 63, 0]);
        bytes.extend([0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD9]);
        bytes.extend(b"hidden behind");
        bytes
    }

    #[test]
    fn a_photo_loses_place_comment_and_tail_and_stays_upright() {
        let kept = strip(FileKind::Jpeg, photo()).unwrap();
        for gone in [&b"GPS"[..], b"officer", b"hidden"] {
            assert_eq!(find(&kept, gone), None);
        }
        assert_eq!(FileKind::of(&kept), Some(FileKind::Jpeg));
        let again = Jpeg::from_bytes(Bytes::from(kept)).unwrap();
        assert_eq!(again.segments().iter().find_map(orientation), Some(6));
    }

    #[test]
    fn a_photo_cut_anywhere_is_refused() {
        let whole = photo();
        let end = find(&whole, b"hidden").unwrap();
        for length in 2..end {
            assert_eq!(strip(FileKind::Jpeg, whole[..length].to_vec()), None, "{length}");
        }
    }

    #[test]
    fn a_png_loses_its_texts_and_must_be_whole() {
        use img_parts::png::PngChunk;
        let chunk = |kind: &[u8; 4], content: &'static [u8]| {
            PngChunk::new(*kind, Bytes::from_static(content)).encoder().bytes()
        };
        let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
        bytes.extend(chunk(b"IHDR", &[0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]));
        bytes.extend(chunk(b"tEXt", b"Author\0somebody"));
        bytes.extend(chunk(b"IDAT", b"data"));
        bytes.extend(chunk(b"IEND", b""));
        let kept = strip(FileKind::Png, bytes.clone()).unwrap();
        assert_eq!(find(&kept, b"somebody"), None);
        assert_eq!(strip(FileKind::Png, bytes[..bytes.len() - 6].to_vec()), None);
    }

    #[test]
    fn a_webp_loses_xmp_and_its_flag() {
        let data = |id: &[u8; 4], content: &[u8]| {
            RiffChunk::new(*id, RiffContent::Data(Bytes::copy_from_slice(content))).encoder().bytes().to_vec()
        };
        let parts = [
            data(b"VP8X", &[0b0000_1100, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
            data(b"VP8 ", b"\x50\x5a\x00\x9d\x01\x2a\x01\x00\x01\x00"),
            data(b"XMP ", b"<x>somebody</x>!"),
        ]
        .concat();
        let mut bytes = b"RIFF".to_vec();
        bytes.extend(u32::try_from(parts.len() + 4).unwrap().to_le_bytes());
        bytes.extend(b"WEBP");
        bytes.extend(parts);
        let kept = strip(FileKind::Webp, bytes.clone()).unwrap();
        assert_eq!(find(&kept, b"somebody"), None);
        assert_eq!(kept[20] & 0b1100, 0);
        assert_eq!(strip(FileKind::Webp, bytes[..bytes.len() - 5].to_vec()), None);
    }

    #[test]
    fn documents_without_their_end_are_refused() {
        assert_eq!(strip(FileKind::Pdf, b"%PDF-1.7\n1 0 obj".to_vec()), None);
        assert!(strip(FileKind::Pdf, b"%PDF-1.7\ntrailer\n%%EOF\n".to_vec()).is_some());
        assert_eq!(strip(FileKind::Docx, b"PK\x03\x04 cut".to_vec()), None);
    }
}
