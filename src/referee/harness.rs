//! The harness, carried in the binary: its files with their places in the folder that an interpreter is given.

/// Every file: its path inside the folder, and its text.
pub const FILES: &[(&str, &str)] = &[
    ("__main__.py", include_str!("python/__main__.py")),
    ("kitchen_referee/__init__.py", include_str!("python/kitchen_referee/__init__.py")),
    ("kitchen_referee/batch.py", include_str!("python/kitchen_referee/batch.py")),
    ("kitchen_referee/clock.py", include_str!("python/kitchen_referee/clock.py")),
    ("kitchen_referee/driver.py", include_str!("python/kitchen_referee/driver.py")),
    ("kitchen_referee/loop.py", include_str!("python/kitchen_referee/loop.py")),
    ("kitchen_referee/machine.py", include_str!("python/kitchen_referee/machine.py")),
    ("kitchen_referee/recorder.py", include_str!("python/kitchen_referee/recorder.py")),
    ("kitchen_referee/run.py", include_str!("python/kitchen_referee/run.py")),
    ("kitchen_referee/sets.py", include_str!("python/kitchen_referee/sets.py")),
    ("kitchen_referee/threads.py", include_str!("python/kitchen_referee/threads.py")),
    ("kitchen_referee/world.py", include_str!("python/kitchen_referee/world.py")),
];
