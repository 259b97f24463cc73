//! What the modules `re` and `hashlib` of the library ask for.

use blake2::{Blake2bVarCore, Blake2sVarCore};
use sha2::Digest;
use sha2::digest::Output;
use sha2::digest::block_api::{Buffer, UpdateCore, VariableOutputCore};

use crate::kernel::Value;
use crate::kernel::exception::Raised;
use crate::policy::Discipline;
use crate::signatures::asyncio::Function;
use crate::trace::Sink;

use super::Engine;

impl<D: Discipline, S: Sink> Engine<'_, '_, D, S> {
    /// What a function that knows nothing of tasks makes of values.
    pub(super) fn calculate(&mut self, function: Function, arguments: &[Value]) -> Result<Value, Raised> {
        match function {
            Function::RegexRead => self.regex_read(arguments),
            Function::RegexFind => self.regex_find(arguments),
            _ => self.digest_of(arguments),
        }
    }

    /// The digest of bytes. Of `blake2` the size, the key, the salt and what it is for are given, too.
    fn digest_of(&mut self, arguments: &[Value]) -> Result<Value, Raised> {
        let bytes = |value: Value| -> Vec<u8> {
            let held = self.vm.heap.as_text(value).unwrap_or_default();
            held.chars().map(|one| u8::try_from(one).unwrap_or_default()).collect()
        };
        let name = self.vm.heap.as_text(arguments[0]).unwrap_or_default();
        let message = bytes(arguments[1]);
        let size = usize::try_from(arguments[2].integer().unwrap_or_default()).unwrap_or_default();
        let [key, salt, person] = [3, 4, 5].map(|place: usize| bytes(arguments[place]));
        let digest = match name {
            "blake2b" => {
                keyed(Blake2bVarCore::new_with_params(&salt, &person, key.len(), size), &key, 128, &message, size)
            }
            "blake2s" => {
                keyed(Blake2sVarCore::new_with_params(&salt, &person, key.len(), size), &key, 64, &message, size)
            }
            _ => digest(name, &message),
        };
        Ok(self.vm.heap.string_from(digest.into_iter().map(char::from).collect::<String>()))
    }
}

/// What `blake2` makes of bytes: a key comes first, as a block of its own (`Modules/blake2module.c`).
fn keyed<C>(mut core: C, key: &[u8], block: usize, message: &[u8], size: usize) -> Vec<u8>
where
    C: UpdateCore + VariableOutputCore,
{
    let mut bytes = key.to_vec();
    if !key.is_empty() {
        bytes.resize(block, 0);
    }
    bytes.extend(message);
    let mut buffer = Buffer::<C>::default();
    buffer.digest_blocks(&bytes, |blocks| core.update_blocks(blocks));
    let mut output = Output::<C>::default();
    core.finalize_variable_core(&mut buffer, &mut output);
    output[..size].to_vec()
}

/// The digest of bytes (`Modules/md5module.c`, `Modules/sha2module.c` and their kin). All other ways are `sha3_512`.
fn digest(name: &str, bytes: &[u8]) -> Vec<u8> {
    match name {
        "md5" => md5::Md5::digest(bytes).to_vec(),
        "sha1" => sha1::Sha1::digest(bytes).to_vec(),
        "sha224" => sha2::Sha224::digest(bytes).to_vec(),
        "sha256" => sha2::Sha256::digest(bytes).to_vec(),
        "sha384" => sha2::Sha384::digest(bytes).to_vec(),
        "sha512" => sha2::Sha512::digest(bytes).to_vec(),
        "sha3_224" => sha3::Sha3_224::digest(bytes).to_vec(),
        "sha3_256" => sha3::Sha3_256::digest(bytes).to_vec(),
        "sha3_384" => sha3::Sha3_384::digest(bytes).to_vec(),
        _ => sha3::Sha3_512::digest(bytes).to_vec(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digests_are_those_of_the_standards() {
        let hexadecimal =
            |name, bytes| digest(name, bytes).iter().take(4).map(|byte| format!("{byte:02x}")).collect::<String>();
        assert_eq!(hexadecimal("md5", b""), "d41d8cd9");
        assert_eq!(hexadecimal("sha1", b"abc"), "a9993e36");
        assert_eq!(hexadecimal("sha256", b"abc"), "ba7816bf");
        assert_eq!(hexadecimal("sha3_256", b""), "a7ffc6f8");
        let blake = keyed(Blake2bVarCore::new_with_params(b"", b"", 0, 64), b"", 128, b"abc", 64);
        assert_eq!(blake[..4], [0xba, 0x80, 0xa5, 0x3f]);
    }
}
