// The lake and its shores: dusk, dawn, rain, night; lotus, boats, temples.
import { at, bud, c, chance, circle, cloud, defs, eaves, fade, float, glow, head, house, line, lotus, oval, pad, path, person, picture, poly, rect, repeat, ripples, skins, stupa, tree, willow, W, H } from '../kit.mjs';

const city = (seed, y, tone, opacity = 1, tall = 90) => {
  const r = chance(seed);
  let x = -20, out = '';
  while (x < W) { const w = r(24, 66), h = r(20, tall) * (r() > 0.86 ? 1.7 : 1); out += rect(x, y - h, w + 1, h, tone); if (r() > 0.8) out += rect(x + w / 2 - 1, y - h - 18, 2, 18, tone); x += w; }
  return `<g opacity="${opacity}">${out}</g>`;
};
const bird = (x, y, s, tone = c.ink) => at(x, y, s, path('M-26 -6C-16 -16 -6 -10 0 0C6 -10 16 -16 26 -6C14 -8 6 -2 0 8C-6 -2 -14 -8 -26 -6Z', tone));
const sampan = (tone = c.ink) => path('M-120 -16C-90 -4 90 -4 126 -22C110 14 70 22 0 22C-70 22 -100 12 -120 -16Z', tone);

function dusk() {
  return picture('Hồ Tây lúc hoàng hôn',
    defs(fade('sky', [[0, '#3b2a55'], [0.42, '#a8415f'], [0.74, '#ee9a62'], [1, '#f8d28b']]), fade('sea', [[0, '#f2b070'], [0.3, '#b65a68'], [1, '#2b2546']]), glow('sun', '#fff0c0', 0.95)),
    rect(0, 0, W, 520, 'url(#sky)'), circle(790, 440, 300, 'url(#sun)'), circle(790, 440, 66, '#fff3cf'),
    cloud(250, 130, 1.5, '#c4607a', 0.5), cloud(980, 190, 1.2, '#f0a77f', 0.5), cloud(620, 90, 1.0, '#8c3f66', 0.5), cloud(120, 270, 1, '#f0a77f', 0.4), cloud(520, 300, 0.9, '#f5bd85', 0.5),
    city(4, 520, '#7d3a5c', 0.75, 70), city(9, 524, '#5c2c50', 0.9, 42),
    rect(0, 520, W, 280, 'url(#sea)'), repeat(9, (i) => oval(790, 534 + i * i * 3.4, 50 + i * 12, 3 + i * 0.6, '#fff0c0', { opacity: 0.62 - i * 0.05 })), ripples(3, 0, W, 530, 790, 90, '#f6c893', 0.28), ripples(8, 0, W, 560, 800, 50, '#2b2546', 0.4),
    path('M60 548C120 520 180 516 250 516H520C580 520 620 534 660 548Z', '#231a35'), rect(0, 540, 660, 12, '#231a35'),
    at(366, 520, 0.98, stupa({ wall: '#2f2140', shade: '#231a35', roof: '#191227', lit: '#f5a65b' })), at(238, 520, 1, eaves(150, 40, '#191227', '#2f2140') + rect(-64, -8, 128, 30, '#2f2140')), at(238, 474, 1, eaves(90, 30, '#191227', '#2f2140')), at(520, 522, 0.9, eaves(120, 36, '#191227', '#2f2140') + rect(-50, -6, 100, 26, '#2f2140')),
    at(124, 532, 0.78, tree({ seed: 4, tones: ['#191227', '#231a35', '#2f2140'], trunk: '#191227' })), at(590, 532, 0.5, tree({ seed: 7, tones: ['#191227', '#231a35', '#2f2140'], trunk: '#191227' })), at(450, 524, 0.44, tree({ seed: 9, tones: ['#191227', '#231a35', '#2f2140'], trunk: '#191227' })),
    `<g transform="translate(0 1068) scale(1 -1)" opacity="0.32">${at(366, 520, 0.98, stupa({ wall: '#231a35', shade: '#231a35', roof: '#191227' }))}</g>`,
    at(930, 668, 0.9, sampan('#1c1530') + at(46, -14, 0.34, path('M-70 0C-72 -110 -50 -130 -20 -140H20C50 -130 72 -110 70 0Z', '#1c1530') + circle(0, -176, 34, '#1c1530') + path('M-86 -184L0 -246L86 -184C40 -172 -40 -172 -86 -184Z', '#1c1530')) + line('M74 -50L-40 60', '#1c1530', 5)),
    bird(980, 300, 0.8, '#3b2a55'), bird(1040, 270, 0.6, '#3b2a55'), bird(930, 262, 0.5, '#3b2a55'),
    at(80, 790, 1.1, pad('#1f2f3a', '#152029')), at(1120, 800, 1.2, pad('#1f2f3a', '#152029')), at(1050, 700, 0.9, lotus({ stem: 120, tone: ['#c77a94', '#8f3a66', '#6b2450'] })), at(1130, 724, 0.7, bud(120)));
}

function pond() {
  const r = chance(21);
  return picture('Đầm sen',
    defs(fade('s', [[0, '#e9f1e2'], [1, '#cfe5da']]), fade('w', [[0, '#a7d0c4'], [1, '#3f8b83']])),
    rect(0, 0, W, 250, 'url(#s)'), circle(960, 110, 64, '#fdf3d3'), cloud(300, 90, 1.1, c.white, 0.9), cloud(720, 150, 0.8, c.white, 0.7), city(31, 232, '#b9d6c8', 1, 70),
    repeat(14, (i) => circle(i * 92, 232 + r(-8, 10), r(30, 60), i % 2 ? '#8fc0a2' : '#7bb294')), rect(0, 230, W, 570, 'url(#w)'), ripples(5, 0, W, 250, 800, 70, c.white, 0.35),
    repeat(26, (i) => { const y = 258 + r(0, 60), s = 0.28 + (y - 258) / 260; return at(r(0, W), y, s, pad(i % 3 ? c.leaf : c.sage, c.green, 20)); }), repeat(12, () => { const y = r(240, 300); return at(r(20, W), y, 0.25 + (y - 240) / 300, lotus({ stem: 60 })); }),
    repeat(16, (i) => { const y = 350 + i * 13; return at(r(-20, W + 20), y, 0.5 + (i / 16) * 0.5, pad([c.leaf, c.green, '#2f7560'][i % 3], c.pine, 60)); }),
    at(330, 600, 1, sampan(c.bark) + path('M-120 -16C-90 -4 90 -4 126 -22L122 -14C90 4 -90 4 -114 -10Z', c.wood) + at(-10, 6, 0.62, path('M-60 0C-66 -110 -46 -140 -18 -150H18C46 -140 66 -110 60 0Z', c.rose) + at(0, -196, 1, head({ hair: 'long', skin: skins[0] })) + path('M-104 -210L0 -288L104 -210C50 -196 -50 -196 -104 -210Z', c.honey) + path('M0 -288L104 -210C80 -204 50 -200 20 -199Z', c.gold) + line('M-40 -120L-96 -70L-130 -100', c.rose, 28) + line('M40 -120L96 -70L140 -90', c.rose, 28)) + at(76, -18, 0.42, lotus()) + at(54, -14, 0.36, bud()) + at(98, -16, 0.36, lotus()) + at(-84, -12, 0.36, lotus())),
    at(100, 640, 1.2, pad(c.leaf, c.green, 120)), at(640, 660, 1.3, pad(c.green, c.pine, 120)), at(560, 740, 1.2, float()), at(300, 770, 1.25, float(c.green, c.pine)),
    at(760, 470, 1.1, lotus({ stem: 300 })), at(890, 700, 1.9, pad(c.leaf, c.green, 100)), at(960, 400, 1.95, lotus({ stem: 420 })), at(1130, 520, 1.1, bud(260)), at(1120, 720, 1.6, pad('#2f7560', c.pine, 100)), at(150, 540, 1.15, lotus({ stem: 300 })), at(30, 500, 0.9, bud(280)), at(60, 770, 1.6, pad(c.green, c.pine)), at(700, 790, 1.5, pad(c.leaf, c.green)),
    at(1000, 190, 1, line('M-34 -6C-12 -2 12 -2 40 2', c.lake, 6) + path('M0 0C-30 -40 -46 -44 -50 -36C-44 -18 -24 -4 0 2C-12 -36 -10 -50 0 -50C14 -44 12 -16 6 2Z', c.mist, { opacity: 0.9 })));
}

function boats() {
  const ship = (hull, wall, roof) => path('M-210 -10H210L176 50H-184Z', hull) + rect(-170, -70, 320, 62, wall) + repeat(8, (i) => rect(-158 + i * 38, -58, 26, 30, c.navy, { opacity: 0.8, rx: 4 })) + rect(-186, -82, 352, 14, roof) + rect(-140, -138, 250, 56, wall) + repeat(6, (i) => rect(-128 + i * 40, -126, 28, 28, c.navy, { opacity: 0.75, rx: 4 })) + path('M-164 -150H132L148 -136H-180Z', roof) + path('M150 -12C190 -30 216 -30 236 -52C236 -20 224 0 206 14Z', hull) + repeat(10, (i) => circle(-180 + i * 38, -64, 4, c.honey)) + rect(-210, -14, 420, 8, c.cream);
  return picture('Đầm Bảy',
    defs(fade('s', [[0, '#dcebe6'], [1, '#f4ead3']]), fade('w', [[0, '#9cc7cb'], [1, '#2c6a82']])),
    rect(0, 0, W, 380, 'url(#s)'), cloud(240, 110, 1.3, c.white), cloud(820, 80, 1.6, c.white, 0.9), cloud(1080, 190, 0.9, c.white, 0.8), city(14, 372, '#a9c9c4', 1, 120), city(17, 376, '#86b1aa', 1, 60),
    repeat(15, (i) => at(i * 86 - 6, 396, 0.36, tree({ seed: i + 3 }))), rect(0, 380, W, 16, c.sand), rect(0, 394, W, 406, 'url(#w)'), ripples(12, 0, W, 410, 800, 110, c.white, 0.4),
    at(300, 520, 0.86, ship('#7c4a35', '#e8d7b9', '#b35a3c')), at(300, 596, 0.86, path('M-190 0H190L150 40H-150Z', c.navy, { opacity: 0.18 })),
    at(760, 610, 1.16, ship(c.lake, c.cream, c.pink)), at(760, 706, 1.16, path('M-190 -30H190L150 20H-150Z', c.navy, { opacity: 0.2 })),
    line('M1014 604C1040 640 1060 640 1086 616', c.ink, 4), at(1130, 622, 0.8, path('M-84 -16H90L66 40H-66Z', c.red) + rect(-30, -66, 70, 52, c.cream) + rect(-22, -56, 26, 26, c.navy) + rect(10, -56, 22, 26, c.navy) + rect(-38, -76, 86, 12, c.slate) + rect(46, -104, 14, 40, c.ink) + circle(60, -122, 14, c.slate, { opacity: 0.5 }) + circle(76, -148, 20, c.slate, { opacity: 0.35 }) + rect(-84, -22, 174, 9, c.honey)),
    line('M96 800V560M96 590L150 640', c.bark, 14), line('M96 616C130 640 150 600 128 540', c.sand, 5), at(180, 780, 1.1, float()), at(60, 740, 0.8, float(c.green, c.pine)), at(240, 740, 0.6, lotus({ stem: 40 })), bird(520, 240, 0.8, c.slate), bird(580, 214, 0.6, c.slate), bird(470, 206, 0.5, c.slate));
}

function cyclists() {
  const bike = (coat, skin, hair, frame) => circle(-72, -40, 40, 'none', { stroke: c.ink, strokeWidth: 6 }) + circle(76, -40, 40, 'none', { stroke: c.ink, strokeWidth: 6 }) + line('M-72 -40L-24 -104H46L76 -40M-24 -104L6 -40H-72M6 -40L46 -104L40 -128M-30 -124L-20 -96', frame, 7) + line('M40 -128L62 -134', c.ink, 7) + rect(-46, -132, 36, 9, c.ink, { rx: 4 }) +
    line('M-26 -134L24 -104L8 -46', c.navy, 22) + line('M8 -46H28', c.white, 10) + path('M-50 -132C-50 -180 -28 -220 0 -226C18 -222 22 -200 10 -170L-4 -130Z', coat) + line('M0 -206L30 -168L58 -138', coat, 18) + circle(60, -137, 9, skin) + at(16, -258, 0.62, head({ hair, skin, face: false }) + circle(20, -2, 3.4, c.ink));
  return picture('Đạp xe lúc bình minh',
    defs(fade('s', [[0, '#9cc7cb'], [0.55, '#f3d9b4'], [1, '#f8c58e']]), fade('w', [[0, '#f6cf9f'], [0.5, '#a9c7bd'], [1, '#5d9ba0']]), glow('sun', '#fff6d8', 1)),
    rect(0, 0, W, 440, 'url(#s)'), circle(420, 380, 240, 'url(#sun)'), circle(420, 380, 58, '#fff8e2'), cloud(180, 120, 1.2, c.white, 0.75), cloud(760, 90, 1.5, c.white, 0.7), cloud(1060, 200, 1, c.white, 0.6), city(41, 430, '#d9b295', 0.8, 90), city(44, 434, '#b89a8a', 0.9, 50),
    at(880, 434, 0.5, stupa({ wall: '#a76a55', shade: '#8d5a4b', roof: '#5f5a55' })), repeat(5, (i) => circle(800 + i * 40, 424, 26, '#7f9c86')), rect(0, 434, W, 200, 'url(#w)'), repeat(7, (i) => oval(420, 446 + i * i * 4, 40 + i * 14, 4, '#fff6d8', { opacity: 0.7 - i * 0.08 })), ripples(15, 0, W, 440, 630, 70, c.white, 0.4),
    rect(0, 622, W, 26, c.cream), repeat(31, (i) => rect(i * 40, 572, 7, 54, c.sand)), rect(0, 566, W, 9, c.sand), rect(0, 594, W, 6, c.sand), rect(0, 648, W, 152, '#8d9a99'), rect(0, 648, W, 12, c.slate, { opacity: 0.4 }), repeat(8, (i) => rect(i * 170 + 20, 726, 90, 8, c.cream, { opacity: 0.7 })),
    at(1110, 660, 1.12, willow({ seed: 6 })), at(250, 716, 1.06, bike(c.white, skins[1], 'grey', c.lake)), at(560, 736, 1.16, bike(c.pink, skins[0], 'bun', c.green)), at(860, 722, 1.08, bike(c.gold, skins[3], 'short', c.red)), bird(560, 220, 0.8, c.slate), bird(620, 190, 0.6, c.slate));
}

export function rainScene(step = 0, steps = 96, w = W, h = H) {
  const r = chance(77), phase = step / steps;
  const drops = repeat(120, () => {
    const x0 = r(-80, W + 160), speed = Math.floor(r(3, 7)), y0 = r(0, H + 120), len = r(26, 62), near = r();
    const y = ((y0 + phase * speed * (H + 120)) % (H + 120)) - 80, x = x0 - (y * 0.16);
    return line(`M${x} ${y}L${x - len * 0.16} ${y + len}`, c.white, near > 0.7 ? 3.4 : 1.8, { opacity: near > 0.7 ? 0.55 : 0.32 });
  });
  const rings = repeat(34, () => {
    const x = r(-20, W), y = 430 + r() ** 1.4 * 360, big = (y - 400) / 400, start = r(), t = (phase * 4 + start) % 1;
    return oval(x, y, 8 + t * 62 * big, 2 + t * 17 * big, 'none', { stroke: c.white, strokeWidth: 2.4 * big + 0.8, opacity: Math.round((1 - t) * 70) / 100 });
  });
  const sway = Math.sin(phase * Math.PI * 2) * 2.2, bob = Math.sin(phase * Math.PI * 4) * 4;
  return [
    defs(fade('s', [[0, '#4f6674'], [0.7, '#8ea9ab'], [1, '#b9c9c1']]), fade('w', [[0, '#8fa9a8'], [1, '#264f5c']])),
    rect(0, 0, W, 420, 'url(#s)'), cloud(200 + phase * 0, 80, 2, '#3f5563', 0.6), cloud(640, 60, 2.4, '#47606d', 0.6), cloud(1040, 110, 2, '#3f5563', 0.5), cloud(420, 170, 1.3, '#5d7682', 0.5),
    city(52, 414, '#7d9799', 0.75, 100), city(55, 418, '#64828a', 0.85, 50), at(270, 418, 0.62, stupa({ wall: '#5d5a5e', shade: '#4b4a52', roof: '#34474f', lit: '#e9b872' })), repeat(6, (i) => circle(190 + i * 34, 408, 26, '#41666b')), repeat(5, (i) => circle(980 + i * 52, 410, 28, '#41666b')),
    rect(0, 416, W, 384, 'url(#w)'), ripples(18, 0, W, 420, 800, 60, c.white, 0.18), rings,
    at(640, 560 + bob, 0.92, sampan('#33262a') + path('M-120 -16C-90 -4 90 -4 126 -22L122 -14C90 4 -90 4 -114 -10Z', c.bark) + at(0, -8, 0.6, path('M-96 0C-86 -100 -50 -150 0 -152C50 -150 86 -100 96 0Z', c.sage) + path('M-20 -150C-60 -110 -80 -60 -84 0M20 -150C50 -110 66 -60 70 0', 'none', { stroke: c.leaf, strokeWidth: 5 }) + oval(0, -176, 28, 34, skins[1]) + path('M-100 -176L0 -254L100 -176C50 -160 -50 -160 -100 -176Z', c.honey) + path('M0 -254L100 -176C80 -170 50 -166 20 -164Z', c.gold)) + line('M70 -66L-30 70', c.bark, 6)),
    at(180, 690 + bob * 0.5, 1.3, pad(c.green, c.pine)), at(60, 760, 1.5, pad('#2f7560', c.pine)), at(206, 600, 1.15, lotus({ stem: 180 }), { turn: sway }), at(70, 640, 0.8, bud(160), { turn: -sway }), at(1010, 740, 1.6, pad(c.green, c.pine)), at(1150, 700, 1.1, pad('#2f7560', c.pine)), at(1080, 620, 1.3, lotus({ stem: 200 }), { turn: -sway }), at(960, 690, 0.7, bud(100), { turn: sway }),
    drops,
  ];
}
const rain = () => picture('Mưa trên Hồ Tây', ...rainScene(10));

function night() {
  const r = chance(63);
  return picture('Đêm trăng bên hồ',
    defs(fade('s', [[0, '#0d1b30'], [0.7, '#22415f'], [1, '#466a80']]), fade('w', [[0, '#3d6079'], [1, '#0d1c30']]), glow('m', '#fff4cf', 0.8)),
    rect(0, 0, W, 450, 'url(#s)'), repeat(70, () => circle(r(0, W), r(0, 330), r(0.8, 2.4), '#fff4cf', { opacity: Math.round(r(30, 90)) / 100 })), circle(330, 170, 220, 'url(#m)'), circle(330, 170, 74, '#fdf0c6'), circle(306, 156, 14, '#f0dca4', { opacity: 0.6 }), circle(352, 190, 20, '#f0dca4', { opacity: 0.5 }), circle(344, 136, 8, '#f0dca4', { opacity: 0.6 }),
    city(71, 444, '#1b3450', 1, 150), city(74, 448, '#142a43', 1, 80), repeat(120, () => { const x = r(0, W), y = r(372, 440); return rect(x, y, 5, 7, r() > 0.3 ? c.honey : '#f0a98b', { opacity: 0.85 }); }), rect(0, 446, W, 354, 'url(#w)'), repeat(34, () => { const x = r(0, W); return rect(x, 450 + r(0, 20), r(3, 7), r(40, 150), [c.honey, '#f0a98b', c.mist][Math.floor(r(0, 3))], { opacity: 0.26, rx: 3 }); }), repeat(10, (i) => oval(330, 462 + i * i * 3.2, 36 + i * 13, 4 + i * 0.5, '#fff4cf', { opacity: 0.55 - i * 0.045 })), ripples(25, 0, W, 460, 790, 80, c.mist, 0.25),
    repeat(7, (i) => { const x = 560 + i * 92 + r(-16, 16), y = 540 + r(0, 150), s = 0.5 + (y - 540) / 260; return at(x, y, s, circle(0, -30, 70, 'url(#m)', { opacity: 0.5 }) + path('M-34 0C-44 -20 -30 -30 -22 -26C-14 -44 14 -44 22 -26C30 -30 44 -20 34 0C16 10 -16 10 -34 0Z', i % 2 ? c.rose : c.pink) + path('M-12 -6C-16 -24 -6 -36 0 -48C6 -36 16 -24 12 -6Z', c.honey)); }),
    at(1120, 830, 1.5, willow({ seed: 12, tone: ['#0d1b2a', '#12283a', '#183447'] })), rect(0, 748, W, 52, '#0a1524'), rect(0, 742, W, 8, '#22415f'),
    at(250, 756, 0.62, person({ wear: 'shirt', colour: c.slate, skin: skins[1], face: false })), at(318, 756, 0.6, person({ wear: 'aodai', colour: c.pink, hair: 'long', skin: skins[0], face: false })), at(374, 756, 0.36, person({ wear: 'shirt', colour: c.honey, hair: 'bob', skin: skins[2], face: false, arms: [[-70, -230, -60, -180], [70, -240, 104, -270]] })), line('M412 656L428 620', c.wood, 4), at(430, 640, 0.5, circle(0, 0, 60, 'url(#m)') + poly([[0, -34], [9, -10], [34, -10], [14, 6], [22, 30], [0, 15], [-22, 30], [-14, 6], [-34, -10], [-9, -10]], c.red)));
}

function temple() {
  return picture('Phủ Tây Hồ',
    defs(fade('s', [[0, '#f3e3c4'], [1, '#fbf3e2']])),
    rect(0, 0, W, H, 'url(#s)'), cloud(180, 120, 1.3, c.white), cloud(1020, 90, 1.3, c.white), at(140, 660, 1.7, tree({ seed: 33 })), at(1080, 660, 1.75, tree({ seed: 35 })), rect(0, 640, W, 160, '#d9b98a'), repeat(12, (i) => line(`M${i * 130 - 160} 800L${i * 100 + 40} 650`, c.wood, 3, { opacity: 0.35 })), rect(0, 632, W, 14, c.brick),
    rect(300, 400, 600, 240, '#c9503a'), rect(300, 400, 600, 240, c.ink, { opacity: 0.06 }), at(600, 400, 1, eaves(680, 76, c.brick, c.gold)), rect(430, 260, 340, 70, c.honey), repeat(6, (i) => rect(446 + i * 56, 272, 28, 46, c.bark, { rx: 3 })), at(600, 266, 1, eaves(420, 66, c.brick, c.gold)), path('M520 190C540 170 560 176 564 192M680 190C660 170 640 176 636 192', 'none', { stroke: c.gold, strokeWidth: 9, strokeLinecap: 'round' }), circle(600, 176, 16, c.gold), circle(600, 176, 24, 'none', { stroke: c.gold, strokeWidth: 4 }),
    path('M520 640V490C520 446 554 420 600 420C646 420 680 446 680 490V640Z', c.bark), path('M536 640V492C536 456 564 436 600 436C636 436 664 456 664 492V640Z', '#3d2620'), path('M360 640V520C360 490 380 474 406 474C432 474 452 490 452 520V640Z', '#3d2620'), path('M748 640V520C748 490 768 474 794 474C820 474 840 490 840 520V640Z', '#3d2620'),
    [316, 478, 692, 854].map((x) => rect(x, 404, 28, 236, '#8f2c22') + rect(x + 8, 430, 12, 180, c.honey, { opacity: 0.9 })), [500, 700].map((x) => line(`M${x} 414V452`, c.ink, 3) + oval(x, 480, 24, 30, c.red) + rect(x - 12, 446, 24, 8, c.gold) + rect(x - 12, 506, 24, 8, c.gold) + line(`M${x} 514V540`, c.gold, 5)),
    at(600, 700, 1, path('M-64 -40H64L50 20H-50Z', c.slate) + oval(0, -40, 64, 14, c.ink) + rect(-40, 20, 12, 26, c.slate) + rect(28, 20, 12, 26, c.slate) + repeat(7, (i) => line(`M${-30 + i * 10} -44L${-34 + i * 11} -100`, c.pink, 3) + circle(-34 + i * 11, -102, 3, c.gold)) + line('M-10 -110C-40 -150 10 -180 -16 -230', c.white, 9, { opacity: 0.6 }) + line('M14 -112C44 -150 0 -190 24 -250', c.white, 7, { opacity: 0.5 })),
    at(420, 770, 0.62, person({ wear: 'aodai', colour: c.pink, hair: 'bun', skin: skins[0], arms: [[-60, -250, -8, -276], [60, -250, 8, -276]] })), at(790, 772, 0.62, person({ wear: 'shirt', colour: c.lake, skin: skins[1], arms: [[-66, -250, -8, -276], [66, -250, 8, -276]] })), at(870, 776, 0.58, person({ wear: 'aodai', colour: c.leaf, hair: 'long', skin: skins[2], arms: [[-60, -250, -8, -276], [60, -250, 8, -276]] })));
}

function angler() {
  return picture('Người câu cá',
    defs(fade('s', [[0, '#bcd9d6'], [1, '#f1e6cd']]), fade('w', [[0, '#c9dccf'], [1, '#3f8299']])),
    rect(0, 0, W, 330, 'url(#s)'), circle(220, 150, 60, c.white, { opacity: 0.9 }), cloud(760, 110, 1.5, c.white, 0.8), cloud(420, 80, 0.9, c.white, 0.7), city(82, 322, '#a7c4bd', 0.9, 80), repeat(20, (i) => circle(i * 66, 322, 24 + (i * 7) % 16, i % 2 ? '#82ab9c' : '#71a08f')), rect(0, 324, W, 476, 'url(#w)'), ripples(29, 0, W, 340, 790, 120, c.white, 0.4),
    path('M1200 600C1080 590 960 600 860 640C800 664 760 700 740 800H1200Z', c.sand), path('M1200 640C1080 630 980 640 900 676C850 700 824 740 812 800H1200Z', '#d3bd97'), at(1120, 640, 1.25, willow({ seed: 41 })),
    at(880, 700, 1.1, rect(-76, -40, 12, 44, c.bark) + rect(20, -40, 12, 44, c.bark) + rect(-84, -52, 126, 14, c.wood) + line('M-20 -66L-84 -52L-90 -2', c.navy, 34) + line('M-90 -2H-116', c.ink, 16) + path('M-56 -52C-64 -130 -46 -176 -14 -184C20 -180 34 -130 26 -52Z', c.cream) + line('M-14 -160L-70 -120L-112 -132', c.cream, 24) + circle(-116, -133, 12, skins[1]) + at(-18, -222, 0.78, head({ skin: skins[1], hair: 'grey', face: false }) + circle(-18, 0, 3.4, c.ink)) + path('M-104 -238L-18 -296L66 -238C30 -226 -60 -226 -104 -238Z', c.honey) + path('M-18 -296L66 -238C50 -232 20 -230 0 -229Z', c.gold)),
    line('M756 552C620 420 480 340 330 300', c.bark, 6), line('M330 300C318 420 312 520 310 604', c.ink, 1.6), path('M304 600C300 612 320 612 316 600L310 584Z', c.red), oval(310, 616, 40, 8, 'none', { stroke: c.white, strokeWidth: 3, opacity: 0.8 }), oval(310, 616, 70, 14, 'none', { stroke: c.white, strokeWidth: 2, opacity: 0.5 }), at(790, 740, 0.7, path('M-50 -40H50L38 40H-38Z', c.lake) + oval(0, -40, 50, 12, c.navy) + path('M-50 -40C-44 -100 44 -100 50 -40', 'none', { stroke: c.slate, strokeWidth: 5 })),
    at(120, 700, 1.2, float()), at(330, 760, 1, float(c.green, c.pine)), at(160, 610, 0.9, lotus({ stem: 80 })), at(40, 620, 0.7, bud(80)));
}

export default { 'tran-quoc-hoang-hon': dusk(), 'dam-sen': pond(), 'dam-bay': boats(), 'dap-xe-binh-minh': cyclists(), 'mua-tren-ho': rain(), 'dem-trang-hoa-dang': night(), 'phu-tay-ho': temple(), 'cau-ca-ven-ho': angler() };
