// The drawing kit: one palette and the figures that more than one picture needs.
// Every function returns SVG markup; nothing here writes files. Chance is seeded, so that
// drawing twice gives the same bytes.

export const W = 1200;
export const H = 800;

export const c = {
  paper: '#f6eddd', cream: '#fcf6ea', sand: '#ead9bd',
  pink: '#a81e54', rose: '#d2547f', blush: '#f0a9bd', petal: '#fbd9dc',
  pine: '#163f3c', green: '#23655a', leaf: '#3f8b6f', sage: '#83b798', mint: '#c5dfca',
  navy: '#14304a', lake: '#235a77', water: '#4b8fa3', mist: '#9cc7cb', sky: '#d6e8e3',
  gold: '#e2a63b', honey: '#f4cf80', red: '#c5362f', brick: '#b35a3c', wood: '#a96d45',
  bark: '#6b4432', ink: '#232a33', slate: '#5a6670', hair: '#2b2127', white: '#fffdf8',
};
export const skins = ['#eebd94', '#e0a678', '#f3c9a5', '#d69a6c'];

export function chance(seed) {
  let s = seed >>> 0;
  return (low = 0, high = 1) => {
    s = (s + 0x6d2b79f5) >>> 0;
    let t = Math.imul(s ^ (s >>> 15), 1 | s);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return low + (((t ^ (t >>> 14)) >>> 0) / 4294967296) * (high - low);
  };
}

const n = (value) => (typeof value === 'number' ? Math.round(value * 10) / 10 : value);
const attrs = (o = {}) =>
  Object.entries(o).map(([k, v]) => ` ${k.replace(/[A-Z]/g, (m) => '-' + m.toLowerCase())}="${n(v)}"`).join('');

export const rect = (x, y, w, h, fill, o) => `<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" fill="${fill}"${attrs(o)}/>`;
export const circle = (x, y, r, fill, o) => `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" fill="${fill}"${attrs(o)}/>`;
export const oval = (x, y, rx, ry, fill, o) => `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(rx)}" ry="${n(ry)}" fill="${fill}"${attrs(o)}/>`;
const tidy = (d) => d.replace(/-?\d+\.\d+/g, (m) => String(Math.round(Number(m) * 10) / 10));
export const path = (d, fill, o) => `<path d="${tidy(d)}" fill="${fill}"${attrs(o)}/>`;
export const line = (d, stroke, width, o) =>
  `<path d="${tidy(d)}" fill="none" stroke="${stroke}" stroke-width="${n(width)}" stroke-linecap="round" stroke-linejoin="round"${attrs(o)}/>`;
export const poly = (points, fill, o) => `<polygon points="${points.map((p) => p.map(n).join(',')).join(' ')}" fill="${fill}"${attrs(o)}/>`;
export const at = (x, y, s, body, o = {}) => {
  const sx = o.flip ? -s : s;
  return `<g transform="translate(${n(x)} ${n(y)})${o.turn ? ` rotate(${n(o.turn)})` : ''} scale(${Math.round(sx * 1000) / 1000} ${Math.round(s * 1000) / 1000})"${o.opacity ? ` opacity="${o.opacity}"` : ''}>${body}</g>`;
};
export const fade = (id, stops, o = {}) =>
  `<linearGradient id="${id}" x1="${o.x1 ?? 0}" y1="${o.y1 ?? 0}" x2="${o.x2 ?? 0}" y2="${o.y2 ?? 1}">` +
  stops.map(([at_, colour, opacity]) => `<stop offset="${at_}" stop-color="${colour}"${opacity === undefined ? '' : ` stop-opacity="${opacity}"`}/>`).join('') + '</linearGradient>';
export const glow = (id, colour, strength = 1) =>
  `<radialGradient id="${id}"><stop offset="0" stop-color="${colour}" stop-opacity="${strength}"/><stop offset="1" stop-color="${colour}" stop-opacity="0"/></radialGradient>`;
export const defs = (...body) => `<defs>${body.join('')}</defs>`;

export const picture = (title, ...body) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${W} ${H}" width="${W}" height="${H}">\n<title>${title}</title>\n${body.flat(9).join('\n')}\n</svg>\n`;

export const repeat = (count, make) => Array.from({ length: count }, (_, i) => make(i)).join('');

// --- plants -------------------------------------------------------------------------------

/** A lotus in flower, about 200 wide, standing on its stem at 0,0. */
export function lotus({ stem = 0, tone = [c.blush, c.rose, c.pink], open = 1 } = {}) {
  const petal = (turn, len, width, fill) =>
    `<path d="M0 0C${-width} ${n(-len * 0.35)} ${n(-width * 0.7)} ${n(-len * 0.8)} 0 ${-len}C${n(width * 0.7)} ${n(-len * 0.8)} ${width} ${n(-len * 0.35)} 0 0Z" fill="${fill}" transform="rotate(${n(turn)})"/>`;
  const back = [-62, 62, -38, 38].map((a) => petal(a * open, 104, 30, tone[0]));
  const mid = [-84, 84, -20, 20].map((a) => petal(a * open, a > 80 || a < -80 ? 92 : 112, 30, tone[1]));
  const front = [-52, 52, 0].map((a) => petal(a * open, a ? 84 : 96, 31, a ? tone[0] : c.petal));
  const stalk = stem ? line(`M0 -4C10 ${stem * 0.4} -8 ${stem * 0.7} 4 ${stem}`, c.leaf, 9) : '';
  return stalk + back.join('') + mid.join('') + circle(0, -30, 17, c.gold) + front.join('') +
    line('M0 -10C-3 -40 -3 -60 0 -88', c.blush, 2.5);
}

/** A closed bud. */
export const bud = (stem = 0) =>
  (stem ? line(`M0 -4C-8 ${stem * 0.4} 6 ${stem * 0.7} 0 ${stem}`, c.leaf, 8) : '') +
  path('M0 0C-34 -26 -26 -74 0 -104C26 -74 34 -26 0 0Z', c.rose) + path('M0 0C-10 -28 -8 -70 0 -104C26 -74 34 -26 0 0Z', c.pink) +
  path('M-20 -16C-8 -2 8 -2 20 -16C14 4 -14 4 -20 -16Z', c.leaf);

/** A lotus leaf seen from the side, about 220 wide. */
export function pad(fill = c.leaf, vein = c.green, stem = 0) {
  const veins = [-80, -48, -16, 16, 48, 80].map((x) => line(`M0 -4C${x * 0.4} -10 ${x * 0.8} ${-14} ${x} ${-20 + Math.abs(x) * 0.16}`, vein, 2.4)).join('');
  return (stem ? line(`M0 0C6 ${stem * 0.4} -6 ${stem * 0.7} 0 ${stem}`, vein, 8) : '') +
    path('M-112 -12C-96 -44 -40 -46 0 -36C44 -48 100 -42 112 -10C104 16 46 26 0 22C-48 26 -104 16 -112 -12Z', fill) + veins +
    path('M-112 -12C-96 -44 -40 -46 0 -36C44 -48 100 -42 112 -10C96 -28 40 -30 0 -20C-40 -30 -92 -28 -112 -12Z', c.sage, { opacity: 0.55 });
}

/** A leaf lying on the water. */
export const float = (fill = c.leaf, vein = c.green) =>
  path('M0 0L92 -18C80 -40 36 -50 0 -48C-60 -46 -104 -24 -100 4C-96 32 -40 46 10 42C62 38 98 18 96 -4Z', fill) +
  [[-84, 4], [-62, 26], [-6, 36], [50, 28], [-58, -28], [0, -40], [52, -34]].map(([x, y]) => line(`M0 0L${x} ${y}`, vein, 2.4)).join('');

/** A round street tree on its trunk at 0,0. */
export function tree({ seed = 1, size = 1, tones = [c.green, c.leaf, c.sage], trunk = c.bark } = {}) {
  const r = chance(seed);
  const crown = (tone, count, rad, dy) => repeat(count, () => {
    const a = r(0, Math.PI * 2), d = r(0, 78);
    return circle(Math.cos(a) * d * 1.25, -236 + dy + Math.sin(a) * d * 0.8, r(rad * 0.6, rad), tone);
  });
  const body = path('M-11 0C-8 -60 -9 -120 -30 -190L-18 -196C-6 -150 -2 -150 4 -150C8 -160 22 -180 30 -196L38 -186C14 -130 10 -60 13 0Z', trunk) +
    crown(tones[0], 16, 66, 16) + crown(tones[1], 13, 52, -10) + crown(tones[2], 8, 26, -34);
  return at(0, 0, size, body);
}

/** A willow leaning over the water; the strands hang. */
export function willow({ seed = 2, strands = 46, tone = [c.pine, c.green, c.leaf] } = {}) {
  const r = chance(seed);
  let out = line('M0 0C-6 -120 10 -200 44 -290', c.bark, 26) + line('M22 -220C60 -280 120 -300 170 -300', c.bark, 14) + line('M20 -220C-20 -290 -70 -310 -120 -306', c.bark, 12);
  for (let i = 0; i < strands; i++) {
    const x = r(-190, 240), y = -330 + (x - 20) ** 2 / 700 + r(-20, 12), len = r(110, 240);
    out += line(`M${20 + (x - 20) * 0.6} ${y - 26}C${x} ${y - 30} ${x + 4} ${y + len * 0.5} ${x + r(-8, 14)} ${y + len}`, tone[i % 3], r(4, 9), { opacity: 0.9 });
  }
  return out;
}

// --- water, sky, towns --------------------------------------------------------------------

export const ripples = (seed, x0, x1, y0, y1, count, colour, opacity = 0.5) => {
  const r = chance(seed);
  return repeat(count, () => {
    const t = r(), y = y0 + (y1 - y0) * t * t, len = 14 + 90 * ((y - y0) / (y1 - y0)) * r(0.5, 1.2);
    const x = r(x0, x1);
    return line(`M${x} ${y}h${len}`, colour, 1.6 + 3.2 * ((y - y0) / (y1 - y0)), { opacity });
  });
};

export const cloud = (x, y, s, fill, opacity = 1) =>
  at(x, y, s, path('M-120 20C-150 20 -150 -14 -114 -16C-110 -52 -56 -58 -42 -34C-22 -66 44 -62 48 -24C70 -40 106 -26 102 -4C132 -6 136 20 108 20Z', fill), { opacity });

/** Trấn Quốc's brick stupa: eleven storeys under a lotus finial; its foot at 0,0, about 420 high. */
export function stupa({ wall = c.brick, shade = c.bark, roof = c.pine, lit = null } = {}) {
  let out = rect(-74, -26, 148, 26, shade) + rect(-62, -44, 124, 20, wall);
  let y = -44, w = 100;
  for (let i = 0; i < 11; i++) {
    const h = 27 - i * 0.9;
    out += rect(-w / 2, y - h, w, h, wall) + rect(w * 0.14, y - h, w * 0.36, h, shade, { opacity: 0.55 });
    out += path(`M${-6} ${y}v${-h * 0.52}a6 6 0 0 1 12 0v${h * 0.52}z`, lit ?? shade) +
      path(`M${-w * 0.34 - 4} ${y}v${-h * 0.44}a4 4 0 0 1 8 0v${h * 0.44}z`, lit ?? shade, { opacity: 0.85 }) +
      path(`M${w * 0.34 - 4} ${y}v${-h * 0.44}a4 4 0 0 1 8 0v${h * 0.44}z`, lit ?? shade, { opacity: 0.85 });
    y -= h;
    const e = w / 2 + 13;
    out += path(`M${-e} ${y + 2}C${-e * 0.7} ${y + 1} ${-w * 0.4} ${y - 5} ${-w * 0.38} ${y - 9}H${w * 0.38}C${w * 0.4} ${y - 5} ${e * 0.7} ${y + 1} ${e} ${y + 2}L${e - 4} ${y + 6}H${-e + 4}Z`, roof);
    y -= 8;
    w *= 0.925;
  }
  return out + path(`M-14 ${y + 2}C-22 ${y - 12} -8 ${y - 20} 0 ${y - 46}C8 ${y - 20} 22 ${y - 12} 14 ${y + 2}Z`, roof) + circle(0, y - 48, 5, c.gold);
}

/** A temple roof with upturned corners, w wide; the eaves lie on y = 0. */
export const eaves = (w, h, fill, edge) =>
  path(`M${-w / 2 - 28} -10C${-w / 2} -2 ${-w / 2 + 10} 0 ${-w / 2 + 26} -4L${-w / 2 + 74} ${-h}H${w / 2 - 74}L${w / 2 - 26} -4C${w / 2 - 10} 0 ${w / 2} -2 ${w / 2 + 28} -10C${w / 2 + 10} 10 ${w / 2 - 4} 14 ${w / 2 - 20} 14H${-w / 2 + 20}C${-w / 2 + 4} 14 ${-w / 2 - 10} 10 ${-w / 2 - 28} -10Z`, fill) +
  rect(-w / 2 + 70, -h - 7, w - 140, 9, edge);

/** A narrow Hà Nội town house; its foot at 0,0. */
export function house({ w = 96, floors = 4, wall = c.honey, trim = c.white, door = c.green, seed = 1, lit = null } = {}) {
  const r = chance(seed), fh = 70, h = floors * fh + 14;
  let out = rect(-w / 2, -h, w, h, wall) + rect(w / 2 - 10, -h, 10, h, c.ink, { opacity: 0.08 });
  for (let f = 1; f < floors; f++) {
    const y = -f * fh - fh + 4;
    out += rect(-w / 2 + 14, y + 8, w - 28, 44, lit && r() > 0.35 ? lit : c.navy, { opacity: lit ? 1 : 0.75 }) + rect(-2, y + 8, 4, 44, trim) + rect(-w / 2 + 14, y + 26, w - 28, 3, trim);
    if (r() > 0.35) {
      out += rect(-w / 2 + 4, y + 40, w - 8, 20, door, { opacity: 0.9 }) + repeat(Math.floor((w - 16) / 9), (i) => rect(-w / 2 + 9 + i * 9, y + 43, 3, 14, wall));
      if (r() > 0.4) out += repeat(4, (i) => circle(-w / 2 + 16 + i * 15, y + 40, r(6, 11), r() > 0.5 ? c.leaf : c.sage));
    }
    out += rect(-w / 2 - 3, y + 62, w + 6, 6, trim);
  }
  out += rect(-w / 2 + 8, -fh + 10, w - 16, fh - 10, lit ?? c.ink, { opacity: lit ? 0.9 : 0.7 }) + poly([[-w / 2 - 6, -fh + 12], [w / 2 + 6, -fh + 12], [w / 2 + 18, -fh + 34], [-w / 2 - 18, -fh + 34]], door);
  const top = r();
  out += top > 0.6 ? poly([[-w / 2 - 4, -h], [0, -h - 40], [w / 2 + 4, -h]], c.brick)
    : top > 0.3 ? rect(-w / 2 - 4, -h - 8, w + 8, 10, trim) + rect(-w / 2 + 12, -h - 38, 30, 32, c.slate)
      : path(`M${-w / 2} ${-h}V${-h - 14}C${-w / 4} ${-h - 14} ${-w / 4} ${-h - 40} 0 ${-h - 40}C${w / 4} ${-h - 40} ${w / 4} ${-h - 14} ${w / 2} ${-h - 14}V${-h}Z`, trim);
  return out;
}

// --- people -------------------------------------------------------------------------------

const hairs = {
  short: (h) => path('M-36 -2C-42 -46 -20 -52 0 -50C24 -52 42 -42 36 0C33 -12 28 -20 22 -24C6 -18 -14 -18 -26 -22C-31 -16 -34 -10 -36 -2Z', h),
  grey: () => path('M-36 -2C-42 -46 -20 -52 0 -50C24 -52 42 -42 36 0C33 -12 28 -22 20 -28C6 -22 -14 -24 -24 -26C-31 -16 -34 -10 -36 -2Z', '#a9aaae'),
  bob: (h) => path('M-40 26C-50 -50 -14 -54 0 -52C16 -54 50 -50 40 26C34 30 30 26 29 16C32 -6 30 -18 22 -26C4 -12 -18 -14 -26 -16C-31 -4 -30 8 -29 16C-30 26 -34 30 -40 26Z', h),
  bun: (h) => circle(2, -52, 18, h) + path('M-37 4C-44 -46 -18 -52 0 -50C22 -52 44 -44 37 4C34 -10 30 -20 20 -26C2 -30 -20 -24 -28 -16C-33 -10 -35 -4 -37 4Z', h),
  long: (h) => path('M-40 70C-54 -50 -16 -54 0 -52C16 -54 54 -50 40 70C32 74 26 60 29 16C32 -6 30 -18 22 -26C4 -14 -18 -16 -26 -18C-31 -4 -30 8 -29 16C-26 60 -32 74 -40 70Z', h),
};

/** A head at 0,0, about 80 high. `face` draws eyes and a smile. */
export function head({ skin = skins[0], hair = 'short', tone = c.hair, face = true } = {}) {
  const long = hair === 'long' || hair === 'bob';
  return (long ? path(hair === 'long' ? 'M-38 66C-52 -40 -20 -50 0 -50C20 -50 52 -40 38 66Z' : 'M-39 26C-48 -40 -20 -50 0 -50C20 -50 48 -40 39 26Z', tone) : '') +
    rect(-12, 20, 24, 34, skin) + path('M-12 34C-6 44 6 44 12 34V42C6 50 -6 50 -12 42Z', c.bark, { opacity: 0.25 }) +
    oval(0, 0, 33, 38, skin) + (long ? '' : circle(-33, 4, 7, skin) + circle(33, 4, 7, skin)) + hairs[hair](tone) +
    (face ? circle(-12, 3, 3.2, c.ink) + circle(12, 3, 3.2, c.ink) + line('M-10 19C-5 25 5 25 10 19', c.pink, 3) + circle(-20, 13, 6, c.rose, { opacity: 0.28 }) + circle(20, 13, 6, c.rose, { opacity: 0.28 }) : '');
}

/** An arm as a bent stroke from shoulder over elbow to hand. */
export const arm = (x1, y1, ex, ey, x2, y2, sleeve, skin, width = 30) =>
  line(`M${x1} ${y1}L${ex} ${ey}L${x2} ${y2}`, sleeve, width) + circle(x2 + (x2 - ex) * 0.12, y2 + (y2 - ey) * 0.12, width * 0.46, skin);

/**
 * A standing figure, feet at 0,0, head top at about -450.
 * `arms` is the pair [left, right] of [elbowX, elbowY, handX, handY], or none to let them hang.
 */
export function person({ skin = skins[0], hair = 'short', tone = c.hair, wear = 'suit', colour = c.navy, tie = c.pink, arms, face = true, front = '' } = {}) {
  const [l, r] = arms ?? [[-78, -220, -70, -160], [78, -220, 70, -160]];
  let out = '';
  if (wear === 'aodai') {
    out += path('M-34 -190C-46 -110 -44 -60 -40 -14H40C44 -60 46 -110 34 -190Z', c.white) + rect(-36, -16, 30, 16, c.ink, { rx: 6 }) + rect(8, -16, 30, 16, c.ink, { rx: 6 }) +
      path('M-56 -318C-48 -336 -20 -342 0 -342C20 -342 48 -336 56 -318C52 -270 40 -250 38 -214C52 -140 56 -90 58 -34C30 -22 -30 -22 -58 -34C-56 -90 -52 -140 -38 -214C-40 -250 -52 -270 -56 -318Z', colour) +
      path('M38 -214C52 -140 56 -90 58 -34C50 -30 42 -28 36 -27C38 -100 34 -160 38 -214Z', c.ink, { opacity: 0.14 }) + rect(-16, -358, 32, 20, colour, { rx: 5 });
  } else if (wear === 'shirt') {
    out += path('M-42 -190H42L38 -14H6L0 -150L-6 -14H-38Z', c.ink) + rect(-44, -16, 38, 16, c.bark, { rx: 7 }) + rect(6, -16, 38, 16, c.bark, { rx: 7 }) +
      path('M-62 -316C-46 -338 -20 -342 0 -342C20 -342 46 -338 62 -316C58 -262 50 -220 46 -176H-46C-50 -220 -58 -262 -62 -316Z', colour) +
      path('M-18 -342L0 -318L18 -342L10 -348H-10Z', c.white);
  } else {
    out += path('M-44 -196H44L40 -14H6L0 -150L-6 -14H-40Z', colour) + path('M-44 -196H44L40 -14H6L0 -150L-6 -14H-40Z', c.ink, { opacity: 0.25 }) + rect(-46, -16, 40, 16, c.ink, { rx: 7 }) + rect(6, -16, 40, 16, c.ink, { rx: 7 }) +
      path('M-68 -314C-50 -338 -20 -344 0 -344C20 -344 50 -338 68 -314C64 -262 56 -214 56 -162H-56C-56 -214 -64 -262 -68 -314Z', colour) +
      path('M-20 -344L0 -250L20 -344Z', c.white) + (tie ? path('M-6 -338H6L9 -270L0 -254L-9 -270Z', tie) : '') +
      path('M-20 -346L0 -248L-30 -296Z', c.ink, { opacity: 0.22 }) + path('M20 -346L0 -248L30 -296Z', c.ink, { opacity: 0.22 }) + circle(1, -220, 3.5, c.ink, { opacity: 0.5 }) + circle(1, -194, 3.5, c.ink, { opacity: 0.5 });
  }
  const w = wear === 'aodai' ? 24 : 29;
  const neck = at(0, -396, 1, head({ skin, hair, tone, face }));
  return out + neck + arm(wear === 'aodai' ? -46 : -54, -306, ...l, colour, skin, w) + arm(wear === 'aodai' ? 46 : 54, -306, ...r, colour, skin, w) +
    line(`M${wear === 'aodai' ? -46 : -54} -290L${l[0]} ${l[1]}`, c.ink, 2, { opacity: 0.18 }) + line(`M${wear === 'aodai' ? 46 : 54} -290L${r[0]} ${r[1]}`, c.ink, 2, { opacity: 0.18 }) + front;
}

/** Someone in a chair, seen from behind; the shoulders' line lies on y = 0. */
export function seated({ hair = c.hair, coat = c.navy, bob = false, skin = skins[1], chair = c.pink } = {}) {
  return path('M-78 120C-84 40 -70 8 -30 -2H30C70 8 84 40 78 120Z', coat) + rect(-13, -26, 26, 34, skin) +
    path('M-22 2C-10 10 10 10 22 2V-4H-22Z', c.white, { opacity: bob ? 0 : 0.85 }) +
    (bob ? path('M-40 0C-48 -70 -26 -96 0 -96C26 -96 48 -70 40 0C26 8 -26 8 -40 0Z', hair)
      : oval(0, -50, 35, 40, skin) + path('M-37 -44C-40 -84 -22 -96 0 -96C22 -96 40 -84 37 -44C34 -26 24 -18 0 -18C-24 -18 -34 -26 -37 -44Z', hair) + circle(-36, -44, 7, skin) + circle(36, -44, 7, skin)) +
    path('M-64 130C-68 70 -60 54 -40 50H40C60 54 68 70 64 130Z', chair) + path('M-40 50H40C60 54 68 70 64 130H50C52 82 48 66 36 62H-36C-40 62 -40 50 -40 50Z', c.ink, { opacity: 0.15 });
}

/** A bunch of flowers held upright. */
export function bouquet(seed = 3) {
  const r = chance(seed), tones = [c.pink, c.rose, c.blush, c.honey, c.white];
  return poly([[-12, 58], [12, 58], [46, -20], [-46, -20]], c.cream) + poly([[0, 58], [12, 58], [46, -20], [10, -20]], c.sand) +
    repeat(9, () => oval(r(-54, 54), r(-52, -16), 20, 9, c.leaf)) +
    repeat(13, (i) => { const x = r(-46, 46), y = r(-66, -18); return circle(x, y, 15, tones[i % 5]) + circle(x, y, 6, tones[(i + 3) % 5]); }) +
    path('M-14 34C-34 20 -36 46 -14 42C-34 58 -8 62 0 42C8 62 34 58 14 42C36 46 34 20 14 34Z', c.pink);
}

/** A framed certificate, w by h, centred on 0,0. */
export const certificate = (w = 120, h = 86) =>
  rect(-w / 2, -h / 2, w, h, c.wood) + rect(-w / 2 + 6, -h / 2 + 6, w - 12, h - 12, c.cream) + rect(-w / 2 + 11, -h / 2 + 11, w - 22, h - 22, 'none', { stroke: c.gold, strokeWidth: 2 }) +
  rect(-w * 0.2, -h * 0.24, w * 0.4, 5, c.red) + rect(-w * 0.3, -h * 0.08, w * 0.6, 3, c.slate, { opacity: 0.5 }) + rect(-w * 0.3, h * 0.03, w * 0.6, 3, c.slate, { opacity: 0.5 }) + circle(w * 0.22, h * 0.2, 8, c.red);

/** A five-pointed star of radius r. */
export const star = (x, y, r, fill) =>
  poly(Array.from({ length: 10 }, (_, i) => {
    const a = -Math.PI / 2 + (i * Math.PI) / 5, d = i % 2 ? r * 0.382 : r;
    return [x + Math.cos(a) * d, y + Math.sin(a) * d];
  }), fill);

/** A motorbike and its rider in profile, riding to the right; wheels on y = 0, about 230 wide. */
export function rider({ body = c.pink, coat = c.lake, helmet = c.honey, skin = skins[1], load = '', mask = true } = {}) {
  const wheel = (x) => circle(x, -34, 34, c.ink) + circle(x, -34, 22, c.slate) + circle(x, -34, 8, c.mist);
  return wheel(-82) + wheel(88) + load +
    line('M88 -34L62 -120L44 -138', c.slate, 9) + line('M44 -138L66 -144', c.ink, 8) +
    path('M-118 -84C-100 -104 -40 -104 -22 -92C-10 -60 10 -52 34 -58L52 -116L72 -112C70 -74 58 -40 34 -30H-52C-62 -66 -92 -78 -118 -84Z', body) + path('M-112 -92C-96 -110 -34 -112 -12 -98L-22 -88C-50 -96 -90 -96 -112 -84Z', c.ink) + circle(76, -112, 10, c.honey) +
    line('M-44 -104L14 -92L18 -34', c.navy, 27) + rect(6, -34, 42, 15, c.ink, { rx: 7 }) +
    path('M-76 -104C-80 -160 -62 -206 -34 -212C-10 -212 2 -180 -10 -106Z', coat) + line('M-34 -190L4 -152L54 -146', coat, 22) + circle(58, -146, 10, skin) +
    rect(-38, -228, 22, 24, skin) + oval(-24, -246, 25, 29, skin) + (mask ? path('M-10 -248C4 -248 4 -226 -12 -224C-22 -224 -26 -236 -24 -246Z', c.cream) : '') +
    path('M-58 -242C-62 -286 -34 -296 -14 -290C8 -284 12 -262 8 -254L-20 -256C-30 -252 -40 -246 -58 -242Z', helmet) + path('M4 -262L22 -254L6 -252Z', helmet);
}
