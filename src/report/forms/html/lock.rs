//! The hash by which a page's policy knows its own style and script.

use hmac_sha256::Hash;

/// `sha256-…` of a text, as a content security policy names it. <https://www.w3.org/TR/CSP3/#framework-directive-source-list>
pub(super) fn hash(text: &str) -> String {
    format!("sha256-{}", base64(&Hash::hash(text.as_bytes())))
}

/// <https://www.rfc-editor.org/rfc/rfc4648#section-4>
fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let bits = (0..3).fold(0_u32, |bits, at| bits << 8 | three.get(at).copied().map_or(0, u32::from));
        for sign in 0..4 {
            let at = (bits >> (18 - 6 * sign) & 63) as usize;
            let known = SIGNS.get(at).filter(|_| sign <= three.len());
            out.push(known.map_or('=', |sign| char::from(*sign)));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{base64, hash};

    /// The examples of the standard.
    #[test]
    fn bytes_are_written_as_the_standard_says() {
        for (bytes, text) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")] {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
    }

    #[test]
    fn the_hash_of_nothing_is_the_known_one() {
        assert_eq!(hash(""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }
}
