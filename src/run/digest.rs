//! A digest of the corpus, so that two reports can be told to be about the same articles.

use crate::corpus::Corpus;

/// Sixty-four bits in hexadecimal over ids and texts (FNV-1a). Paths, dates and the order of reading play no part.
pub fn digest(corpus: &Corpus) -> String {
    let mut documents: Vec<_> = corpus.documents.iter().collect();
    documents.sort_by(|left, right| left.id.cmp(&right.id));
    let mut hash = 0xcbf2_9ce4_8422_2325;
    for document in documents {
        // The lengths keep the borders between texts.
        hash = absorb(hash, &document.id.len().to_le_bytes());
        hash = absorb(hash, document.id.as_bytes());
        hash = absorb(hash, &document.text.len().to_le_bytes());
        hash = absorb(hash, document.text.as_bytes());
    }
    format!("{hash:016x}")
}

fn absorb(hash: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(hash, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3))
}
