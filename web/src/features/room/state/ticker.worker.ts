// Timers of a page in the background are held back up to a minute; those of a worker are not.
onmessage = ({ data }: MessageEvent<number>) => setInterval(() => postMessage(null), data);
