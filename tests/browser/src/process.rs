//! Programs that the suite starts, and ends.

use anyhow::{Context, Result};
use std::fs::File;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// A program of ours in a process group of its own; the whole group ends with this value.
pub struct Process {
    child: Child,
    output: PathBuf,
}

impl Process {
    /// Starts a program that writes its output into a file.
    pub fn start(command: &mut Command, output: &Path) -> Result<Self> {
        let file = File::create(output)?;
        command.stdin(Stdio::null()).stdout(file.try_clone()?).stderr(file).process_group(0);
        let child = command.spawn().with_context(|| format!("{:?} could not be started", command.get_program()))?;
        Ok(Self { child, output: output.to_path_buf() })
    }

    /// What it has written so far.
    pub fn output(&self) -> String {
        std::fs::read(&self.output).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default()
    }

    /// Whether it has ended by itself.
    pub fn ended(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(Some(_)))
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let group = format!("-{}", self.child.id());
        // Nothing can be done about a program that cannot be ended, and most often it has ended already.
        let _ = Command::new("kill").args(["-TERM", "--", &group]).stderr(Stdio::null()).status();
        for _ in 0..20 {
            if self.ended() {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        let _ = Command::new("kill").args(["-KILL", "--", &group]).stderr(Stdio::null()).status();
        let _ = self.child.wait();
    }
}

/// A folder that goes away with this value.
pub struct Folder(PathBuf);

impl Folder {
    /// A new folder among the system's temporary files.
    pub fn new(name: &str) -> Result<Self> {
        let since = std::time::SystemTime::UNIX_EPOCH.elapsed()?.as_nanos();
        let folder = std::env::temp_dir().join(format!("payback {name} {}-{since}", std::process::id()));
        std::fs::create_dir_all(&folder)?;
        Ok(Self(folder))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // A browser may still write into it; the system clears its temporary files.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
