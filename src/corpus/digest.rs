//! A digest of a corpus: the same for the same articles, wherever they lie.

use super::Corpus;

impl Corpus {
    /// A digest of the ids and the reading texts, in the order of ids: BLAKE3, in hexadecimal. Each is preceded by its length, so
    /// that no two corpora read alike.
    pub fn digest(&self) -> String {
        let mut hasher = blake3::Hasher::new();
        for document in &self.documents {
            for part in [&document.id, &document.text] {
                hasher.update(&(part.len() as u64).to_le_bytes());
                hasher.update(part.as_bytes());
            }
        }
        hasher.finalize().to_hex().to_string()
    }
}
