// A canvas knows no custom properties: a probe in the page resolves each token to the colour of the theme on show.
export function tokens(names) {
  const probe = document.createElement('span');
  probe.hidden = true;
  document.body.append(probe);
  const resolve = (name) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const of = Object.fromEntries(names.map((name) => [name, resolve(`chart-${name}`)]));
  const colors = { of, ink: resolve('ink'), muted: resolve('ink-muted'), line: resolve('line'), page: resolve('page'), surface: resolve('surface') };
  probe.remove();
  return colors;
}

// Stripes say that a bar is not finished.
export function hatch(color, ground) {
  const tile = document.createElement('canvas');
  tile.width = 8;
  tile.height = 8;
  const context = tile.getContext('2d');
  context.fillStyle = ground;
  context.fillRect(0, 0, 8, 8);
  context.strokeStyle = color;
  context.lineWidth = 2.5;
  for (const offset of [-8, 0, 8]) {
    context.beginPath();
    context.moveTo(offset, 8);
    context.lineTo(offset + 8, 0);
    context.stroke();
  }
  return context.createPattern(tile, 'repeat');
}
