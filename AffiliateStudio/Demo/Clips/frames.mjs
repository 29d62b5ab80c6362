// Draws the frames of the demo clips as SVG. Usage: node frames.mjs SCENE OUTPUT_DIRECTORY
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const WIDTH = 540;
const HEIGHT = 960;
const RATE = 24;
const SECONDS = 7;

const ease = (t) => (t <= 0 ? 0 : t >= 1 ? 1 : t * t * (3 - 2 * t));
const between = (t, start, end) => ease((t - start) / (end - start));
const mix = (a, b, t) => a + (b - a) * t;
const colour = (a, b, t) => {
  const parts = (hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16));
  const [from, to] = [parts(a), parts(b)];
  return '#' + from.map((v, i) => Math.round(mix(v, to[i], t)).toString(16).padStart(2, '0')).join('');
};
const n = (v) => v.toFixed(2);

// Each scene takes the time from 0 to 1 and gives the drawing. First and last frame meet, so that the clip can loop.
const scenes = {
  lamp(t) {
    const on = between(t, 0.18, 0.3) * (1 - between(t, 0.9, 0.99)) * (t > 0.2 && t < 0.225 ? 0.35 : 1);
    const sway = Math.sin(t * Math.PI * 4) * 2;
    const wall = colour('#1f2340', '#5a3f52', on);
    return `
      <defs>
        <radialGradient id="glow" cx="0.5" cy="0.1" r="0.95"><stop offset="0" stop-color="#ffe2a8" stop-opacity="${n(0.95 * on)}"/><stop offset="1" stop-color="#ffb65c" stop-opacity="0"/></radialGradient>
        <linearGradient id="wall" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${colour('#14172c', '#3a2b45', on)}"/><stop offset="1" stop-color="${wall}"/></linearGradient>
        <linearGradient id="desk" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${colour('#4b3540', '#b07a55', on)}"/><stop offset="1" stop-color="${colour('#2b1f2b', '#6d4536', on)}"/></linearGradient>
      </defs>
      <rect width="540" height="960" fill="url(#wall)"/>
      <g opacity="0.9"><rect x="330" y="120" width="150" height="200" rx="6" fill="#0d1022"/><rect x="338" y="128" width="134" height="184" fill="#27305c"/>
        <circle cx="430" cy="176" r="22" fill="#f3ecd2"/><circle cx="439" cy="170" r="20" fill="#27305c"/>
        ${[[356, 150], [380, 220], [452, 260], [364, 286], [412, 240]].map(([x, y], i) => `<circle cx="${x}" cy="${y}" r="${n(1.4 + Math.sin(t * 12.566 + i) * 0.7)}" fill="#fff"/>`).join('')}
        <path d="M405 128v184M338 220h134" stroke="#0d1022" stroke-width="6"/></g>
      <path d="M150 392 L20 745 H430 L300 392Z" fill="url(#glow)"/>
      <rect y="740" width="540" height="220" fill="url(#desk)"/>
      <ellipse cx="225" cy="770" rx="210" ry="38" fill="#ffe2a8" opacity="${n(0.5 * on)}"/>
      <g transform="translate(60 610)"><path d="M0 130q-8-70 30-90M6 130q34-60 4-104M4 130q-40-40-44-84" stroke="${colour('#1d3b33', '#4f8a63', on)}" stroke-width="9" fill="none" stroke-linecap="round"/><path d="M-24 120h56l-9 46h-38z" fill="${colour('#4b2c33', '#c9714d', on)}"/></g>
      <g transform="rotate(${n(sway)} 400 740)"><path d="M400 742 L372 545 L268 424" stroke="#e8e4ee" stroke-width="13" fill="none" stroke-linecap="round" stroke-linejoin="round"/><circle cx="372" cy="545" r="13" fill="#7a5cff"/>
        <g transform="rotate(38 262 418)"><path d="M206 440 Q214 352 262 352 Q310 352 318 440Z" fill="#7a5cff"/><path d="M206 440 Q214 352 240 354 Q222 380 226 440Z" fill="#9d87ff"/><ellipse cx="262" cy="440" rx="56" ry="13" fill="${colour('#3a2d7a', '#fff2cf', on)}"/></g></g>
      <path d="M346 748h108q12 0 12 12v6H334v-6q0-12 12-12z" fill="#5b3df5"/>
      <g transform="translate(150 728)"><rect width="120" height="16" rx="3" fill="#d9d3c7"/><rect x="8" y="-16" width="108" height="16" rx="3" fill="#4f7db5"/><rect x="0" y="-31" width="112" height="15" rx="3" fill="#c8566b"/></g>`;
  },

  bottle(t) {
    const rise = between(t, 0, 0.75);
    const fade = 1 - between(t, 0.93, 1) + 0;
    const fill = between(t, 0.12, 0.6);
    const drift = (speed) => n(-((t * speed) % 1) * 540);
    const ridge = (y, height, seed) => `M0 960 V${y} ${Array.from({ length: 13 }, (_, i) => `L${i * 90} ${n(y - Math.abs(Math.sin(i * 1.7 + seed)) * height)}`).join(' ')} V960Z`;
    return `
      <defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${colour('#2f4d86', '#7cc4f2', rise)}"/><stop offset="0.62" stop-color="${colour('#f2917a', '#ffe3b3', rise)}"/></linearGradient>
        <linearGradient id="steel" x1="0" x2="1"><stop offset="0" stop-color="#0f6b62"/><stop offset="0.3" stop-color="#37b7a3"/><stop offset="0.55" stop-color="#1f9484"/><stop offset="1" stop-color="#0b4f49"/></linearGradient></defs>
      <rect width="540" height="960" fill="url(#sky)"/>
      <circle cx="390" cy="${n(mix(560, 210, rise))}" r="62" fill="#fff3cf" opacity="${n(fade)}"/>
      <g opacity="0.85">${[[80, 150], [300, 96], [460, 250]].map(([x, y], i) => `<g transform="translate(${n(x + Math.sin(t * 6.283 + i) * 14)} ${y})" fill="#fff" opacity="0.75"><ellipse rx="56" ry="15"/><ellipse cx="-18" cy="-11" rx="26" ry="17"/><ellipse cx="16" cy="-15" rx="30" ry="20"/></g>`).join('')}</g>
      <path transform="translate(${drift(0.12)} 0)" d="${ridge(560, 150, 1)}" fill="${colour('#54608f', '#86a6c8', rise)}"/>
      <path transform="translate(${drift(0.24)} 0)" d="${ridge(650, 120, 4)}" fill="${colour('#3d4c70', '#5f8f8b', rise)}"/>
      <path transform="translate(${drift(0.4)} 0)" d="${ridge(760, 70, 7)}" fill="${colour('#2c3b4c', '#3f7358', rise)}"/>
      <path d="M0 850 Q150 800 300 832 T540 812 V960 H0Z" fill="${colour('#2a332f', '#587a4a', rise)}"/>
      <path d="M150 868 q20-46 120-46 t122 46 q10 28-122 28 t-120-28z" fill="#8b8f96"/><path d="M150 868 q20-46 120-46 -60 12-74 60z" fill="#a6abb3"/>
      <g transform="translate(${n(270 + Math.sin(t * 12.566) * 1.5)} 0)">
        <path d="M-62 560 q0-40 30-52 v-26 h64 v26 q30 12 30 52 v250 q0 26-26 26 h-72 q-26 0-26-26z" fill="url(#steel)"/>
        <path d="M-52 ${n(mix(800, 596, fill))} h104 v212 q0 20-20 20 h-64 q-20 0-20-20z" fill="#bff3e8" opacity="0.18"/>
        <rect x="-38" y="440" width="76" height="48" rx="10" fill="#20242c"/><path d="M-22 440 q0-34 22-34 t22 34" fill="none" stroke="#20242c" stroke-width="11"/>
        <rect x="-62" y="640" width="124" height="66" fill="#0b4f49" opacity="0.55"/><path d="M-20 690 l20-32 20 32z" fill="none" stroke="#d9fff6" stroke-width="5" stroke-linejoin="round"/>
        <rect x="-44" y="560" width="9" height="230" rx="5" fill="#fff" opacity="0.28"/>
        ${[[-30, 590], [24, 620], [-12, 740], [34, 760], [8, 574]].map(([x, y], i) => `<circle cx="${x}" cy="${n(y + ((t * 1.4 + i * 0.19) % 1) * 46)}" r="${3 + (i % 2)}" fill="#eafffb" opacity="0.75"/>`).join('')}
      </g>`;
  },

  headphones(t) {
    const beat = Math.abs(Math.sin(t * Math.PI * 14));
    const hue = (t * 60 + 250) % 360;
    const bars = Array.from({ length: 15 }, (_, i) => {
      const h = 60 + 190 * Math.abs(Math.sin(t * Math.PI * 10 + i * 0.9) * Math.cos(i * 0.5 + t * Math.PI * 6));
      return `<rect x="${24 + i * 33.5}" y="${n(880 - h)}" width="20" height="${n(h)}" rx="10" fill="hsl(${n(hue + i * 8)} 85% 66%)" opacity="0.9"/>`;
    }).join('');
    return `
      <defs><linearGradient id="back" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="hsl(${n(hue)} 45% 16%)"/><stop offset="1" stop-color="hsl(${n(hue + 50)} 50% 30%)"/></linearGradient>
        <linearGradient id="cup" x1="0" x2="1"><stop offset="0" stop-color="#3a3d4a"/><stop offset="0.5" stop-color="#6a6f82"/><stop offset="1" stop-color="#23252e"/></linearGradient></defs>
      <rect width="540" height="960" fill="url(#back)"/>
      ${[0, 1, 2].map((i) => { const p = (t * 3 + i / 3) % 1; return `<circle cx="270" cy="400" r="${n(120 + p * 260)}" fill="none" stroke="#fff" stroke-width="3" opacity="${n(0.28 * (1 - p))}"/>`; }).join('')}
      <g transform="translate(270 ${n(410 + Math.sin(t * 6.283) * 8)}) scale(${n(1 + beat * 0.025)})">
        <path d="M-150 40 V-20 A150 150 0 0 1 150 -20 V40" fill="none" stroke="#f3f1ff" stroke-width="30" stroke-linecap="round"/>
        <path d="M-118 -72 A122 122 0 0 1 118 -72" fill="none" stroke="#b8b0ea" stroke-width="12" stroke-linecap="round"/>
        <g><rect x="-196" y="0" width="86" height="150" rx="40" fill="url(#cup)"/><rect x="-136" y="14" width="34" height="122" rx="17" fill="#15161c"/><circle cx="-162" cy="75" r="${n(15 + beat * 5)}" fill="#9b8cff"/></g>
        <g><rect x="110" y="0" width="86" height="150" rx="40" fill="url(#cup)"/><rect x="102" y="14" width="34" height="122" rx="17" fill="#15161c"/><circle cx="162" cy="75" r="${n(15 + beat * 5)}" fill="#9b8cff"/></g>
      </g>
      ${bars}`;
  },

  plant(t) {
    const grow = between(t, 0.05, 0.8) * (1 - between(t, 0.955, 1));
    const sway = Math.sin(t * Math.PI * 4) * 3 * grow;
    const top = mix(690, 330, grow);
    const leaf = (at, side, size, tone) => {
      const open = between(grow, at, at + 0.22);
      if (open === 0) return '';
      const y = mix(690, 330, at + 0.02);
      return `<g transform="translate(270 ${n(y)}) rotate(${n(side * mix(8, 34, open) + sway)}) scale(${n(side * size * open)} ${n(size * open)})"><path d="M0 0 Q40 -70 128 -56 Q112 22 0 0Z" fill="${tone}"/><path d="M4 -3 Q60 -30 116 -48" stroke="#e8ffe0" stroke-opacity="0.5" stroke-width="3" fill="none"/></g>`;
    };
    return `
      <defs><linearGradient id="room" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#fdeedd"/><stop offset="1" stop-color="#f6cfae"/></linearGradient><linearGradient id="pot" x1="0" x2="1"><stop offset="0" stop-color="#c4613b"/><stop offset="0.4" stop-color="#e9875b"/><stop offset="1" stop-color="#a54b2b"/></linearGradient></defs>
      <rect width="540" height="960" fill="url(#room)"/>
      <g opacity="${n(0.55 + 0.25 * Math.sin(t * 6.283))}"><path d="M40 0 L250 0 L120 860 L-90 860Z" fill="#fff" opacity="0.5"/><path d="M300 0 L380 0 L250 860 L170 860Z" fill="#fff" opacity="0.35"/></g>
      <rect y="850" width="540" height="110" fill="#b98a5e"/><rect y="850" width="540" height="12" fill="#d3a578"/>
      <path d="M270 700 Q${n(262 + sway * 2)} ${n((700 + top) / 2)} ${n(270 + sway * 3)} ${n(top)}" stroke="#4b7f3f" stroke-width="13" fill="none" stroke-linecap="round"/>
      ${leaf(0.12, 1, 0.95, '#5fa052')}${leaf(0.26, -1, 1.1, '#4d9147')}${leaf(0.42, 1, 1.05, '#6bb25c')}${leaf(0.56, -1, 0.95, '#58a04f')}${leaf(0.7, 1, 0.8, '#7cc46b')}
      <g transform="translate(${n(270 + sway * 3)} ${n(top)}) scale(${n(between(grow, 0.78, 1))})">${Array.from({ length: 8 }, (_, i) => `<ellipse cx="0" cy="-44" rx="20" ry="38" fill="${i % 2 ? '#ff8fb3' : '#ffb0c8'}" transform="rotate(${i * 45 + t * 40})"/>`).join('')}<circle r="24" fill="#ffd166"/></g>
      <path d="M150 690 h240 l-30 166 q-4 18-24 18 h-132 q-20 0-24-18z" fill="url(#pot)"/><rect x="136" y="672" width="268" height="44" rx="12" fill="url(#pot)"/><rect x="136" y="706" width="268" height="10" fill="#8f3f22" opacity="0.35"/>
      <ellipse cx="270" cy="682" rx="112" ry="10" fill="#4a2f22"/>`;
  },

  mug(t) {
    const rain = Array.from({ length: 46 }, (_, i) => {
      const x = (i * 83) % 430 + 60;
      const y = ((t * (2 + (i % 3)) + i * 0.137) % 1) * 430 + 70;
      return `<path d="M${x} ${n(y)} v${14 + (i % 4) * 5}" stroke="#d8ecff" stroke-opacity="${n(0.25 + (i % 5) * 0.1)}" stroke-width="2.4" stroke-linecap="round"/>`;
    }).join('');
    const steam = [0, 1, 2].map((i) => {
      const p = (t * 2 + i / 3) % 1;
      const x = 236 + i * 34;
      return `<path d="M${x} ${n(616 - p * 150)} q${n(18 * Math.sin(t * 12.566 + i))} -34 0 -66 t0 -62" stroke="#fff" stroke-width="11" stroke-linecap="round" fill="none" opacity="${n(0.5 * Math.sin(p * Math.PI))}"/>`;
    }).join('');
    return `
      <defs><linearGradient id="out" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#51688f"/><stop offset="1" stop-color="#8fa9c4"/></linearGradient><linearGradient id="cupfill" x1="0" x2="1"><stop offset="0" stop-color="#e0a52f"/><stop offset="0.35" stop-color="#ffd067"/><stop offset="1" stop-color="#c4831c"/></linearGradient></defs>
      <rect width="540" height="960" fill="#efe3d6"/>
      <rect x="36" y="46" width="468" height="470" rx="10" fill="#fbf6ef"/><rect x="56" y="66" width="428" height="430" fill="url(#out)"/>
      <path d="M56 420 q80-70 150-20 t150-14 128 10 v100 H56z" fill="#5a7a6a"/><path d="M56 452 q100-40 210 0 t218-6 v50 H56z" fill="#45634f"/>
      ${rain}
      <path d="M270 66 v430 M56 280 h428" stroke="#fbf6ef" stroke-width="14"/>
      <rect y="740" width="540" height="220" fill="#9c6b47"/><rect y="740" width="540" height="14" fill="#b98359"/>
      <g transform="translate(20 730)"><path d="M0 70 q60-40 190-30 t150 60 q-120 40-240 20 T0 70z" fill="#b9503f"/><path d="M14 78 q90-30 180-22" stroke="#e58d77" stroke-width="6" fill="none" stroke-dasharray="12 9"/></g>
      ${steam}
      <ellipse cx="276" cy="838" rx="160" ry="20" fill="#000" opacity="0.18"/>
      <path d="M382 676 q84-6 76 62 t-92 62" fill="none" stroke="#d9982a" stroke-width="25"/>
      <path d="M152 628 h240 v130 q0 78-78 78 h-84 q-78 0-78-78z" fill="url(#cupfill)"/><ellipse cx="272" cy="628" rx="120" ry="25" fill="#fff1cf"/><ellipse cx="272" cy="632" rx="104" ry="18" fill="#5a3420"/>
      <path d="M${n(236 + Math.sin(t * 6.283) * 5)} 633 q36 -14 70 0 q-34 12 -70 0z" fill="#c79a6b"/>
      <path d="M240 730 q0-24 22-24 16 0 16 16 0-16 16-16 22 0 22 24 0 26-38 46 -38-20-38-46z" fill="#fff6df" opacity="0.9" transform="translate(-6 ${n(Math.sin(t * 12.566) * 2)})"/>`;
  },
};

const [scene, output] = process.argv.slice(2);
if (!scenes[scene] || !output) {
  console.error(`Usage: node frames.mjs ${Object.keys(scenes).join('|')} OUTPUT_DIRECTORY`);
  process.exit(2);
}

mkdirSync(output, { recursive: true });
const frames = RATE * SECONDS;
for (let frame = 0; frame < frames; frame++) {
  const drawing = scenes[scene](frame / (frames - 1));
  writeFileSync(join(output, `${String(frame).padStart(4, '0')}.svg`), `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">${drawing}</svg>`);
}
