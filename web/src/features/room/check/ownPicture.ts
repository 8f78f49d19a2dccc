const [width, height, perSecond] = [320, 180, 15];

/** A drawn picture that moves: the line is tried without anybody's camera. */
export function drawnPicture(): { track: MediaStreamTrack; stop: () => void } | null {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const paper = canvas.getContext('2d');
  if (!paper || typeof canvas.captureStream !== 'function') return null;
  let turn = 0;
  const draw = () => {
    turn += 1;
    for (let x = 0; x < width; x += 20) {
      paper.fillStyle = `hsl(${(x + turn * 7) % 360} 45% ${40 + ((x + turn) % 30)}%)`;
      paper.fillRect(x, 0, 20, height);
    }
  };
  draw();
  const timer = setInterval(draw, 1000 / perSecond);
  const [track] = canvas.captureStream(perSecond).getVideoTracks();
  const stop = () => {
    clearInterval(timer);
    track?.stop();
  };
  return track ? { track, stop } : null;
}
