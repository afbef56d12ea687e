//! Child processes and temporary folders that end with their values.

use anyhow::{Context, Result};
use std::fs::File;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

/// A child process in its own process group. Dropping the value ends the group.
pub struct Process {
    child: Child,
    output: PathBuf,
}

impl Process {
    /// Starts a process that writes its output into a file.
    pub fn start(command: &mut Command, output: &Path) -> Result<Self> {
        let file = File::create(output)?;
        command.stdin(Stdio::null()).stdout(file.try_clone()?).stderr(file).process_group(0);
        let child = command.spawn().with_context(|| format!("{:?} could not be started", command.get_program()))?;
        Ok(Self { child, output: output.to_path_buf() })
    }

    /// The output so far.
    pub fn output(&self) -> String {
        std::fs::read(&self.output).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default()
    }

    /// Whether the process has ended.
    pub fn has_ended(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(Some(_)))
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let group = format!("-{}", self.child.id());
        let signal = |name: &str| {
            // Fails if the group has ended already.
            let _ = Command::new("kill").args([name, "--", &group]).stderr(Stdio::null()).status();
        };
        signal("-TERM");
        for _ in 0..20 {
            if self.has_ended() {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        signal("-KILL");
        let _ = self.child.wait();
    }
}

/// A temporary folder. Dropping the value removes it.
pub struct TempFolder(PathBuf);

impl TempFolder {
    /// Creates an empty folder. Its path contains a space, as paths of users may.
    pub fn new(name: &str) -> Result<Self> {
        static CREATED: AtomicUsize = AtomicUsize::new(0);
        let number = CREATED.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("payback {name} {}-{number}", std::process::id()));
        // Left behind by an earlier process with the same id.
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder)?;
        Ok(Self(folder))
    }

    /// The path.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for TempFolder {
    fn drop(&mut self) {
        // Fails if a browser still writes into it. It is in the system's temporary folder anyway.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
