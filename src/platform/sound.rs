//! Plays a series of numbers as a tone whose pitch follows them.

use web_sys::AudioContext;

/// The lowest and the highest tone, in Hz: two octaves that small speakers can play.
const TONES: (f64, f64) = (220.0, 880.0);

/// Volume, 0 to 1.
const VOLUME: f32 = 0.12;

/// Sound in progress; stops when dropped.
pub struct Playing(AudioContext);

impl Drop for Playing {
    fn drop(&mut self) {
        // The call fails where the context is closed already.
        let _ = self.0.close();
    }
}

/// Plays the values, evenly spaced over a duration in seconds. `None` where the browser has no audio output.
pub fn play(values: &[f64], seconds: f64) -> Option<Playing> {
    let (low, high) =
        values.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), &value| (low.min(value), high.max(value)));
    let span = if high > low { high - low } else { 1.0 };
    let tone = |value: f64| (TONES.0 * ((TONES.1 / TONES.0).ln() * (value - low) / span).exp()) as f32;
    let context = AudioContext::new().ok()?;
    let playing = Playing(context.clone());
    let (source, volume) = (context.create_oscillator().ok()?, context.create_gain().ok()?);
    let start = context.current_time() + 0.05;
    let step = seconds / values.len().max(1) as f64;
    for (at, &value) in values.iter().enumerate() {
        let when = start + at as f64 * step;
        let pitch = source.frequency();
        let set = if at == 0 {
            pitch.set_value_at_time(tone(value), when)
        } else {
            pitch.linear_ramp_to_value_at_time(tone(value), when)
        };
        set.ok()?;
    }
    let gain = volume.gain();
    gain.set_value_at_time(0.0, start).ok()?;
    gain.linear_ramp_to_value_at_time(VOLUME, start + 0.05).ok()?;
    gain.set_value_at_time(VOLUME, start + seconds - 0.1).ok()?;
    gain.linear_ramp_to_value_at_time(0.0, start + seconds).ok()?;
    source.connect_with_audio_node(&volume).ok()?;
    volume.connect_with_audio_node(&context.destination()).ok()?;
    source.start_with_when(start).ok()?;
    source.stop_with_when(start + seconds).ok()?;
    Some(playing)
}
