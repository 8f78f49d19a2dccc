/** A soft tone of a second, louder and quieter by itself so that it startles nobody. */
export function playTone(): void {
  const context = new AudioContext();
  const tone = context.createOscillator();
  const volume = context.createGain();
  const now = context.currentTime;
  tone.frequency.value = 440;
  volume.gain.setValueAtTime(0, now);
  volume.gain.linearRampToValueAtTime(0.12, now + 0.3);
  volume.gain.linearRampToValueAtTime(0, now + 1.2);
  tone.connect(volume).connect(context.destination);
  tone.onended = () => void context.close();
  tone.start(now);
  tone.stop(now + 1.2);
}
