//! asyncio's library on the kernel: one noun, one file. Decides what CPython's would; the engine carries it out.

pub mod gather;
