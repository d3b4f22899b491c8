// Streets, trades, tables and telephones.
import { arm, at, bouquet, bud, c, chance, circle, cloud, defs, eaves, fade, glow, head, house, line, lotus, oval, pad, path, person, picture, poly, rect, repeat, rider, ripples, skins, star, tree, willow, W, H } from '../kit.mjs';

const walls = ['#f0cf86', '#e7b48b', '#cfe0cf', '#f3e2c0', '#e8c7b4', '#bfd8d6', '#f2b6a0'];
const row = (seed, y, scale, lit) => {
  const r = chance(seed);
  let x = -40, out = '';
  while (x < W + 60) { const w = r(84, 124); out += at((x + w * scale / 2), y, scale, house({ w, floors: Math.floor(r(3, 6.4)), wall: walls[Math.floor(r(0, walls.length))], door: [c.green, c.lake, c.brick, c.pine][Math.floor(r(0, 4))], seed: Math.floor(r(1, 999)), lit })); x += w * scale + 2; }
  return out;
};
const stall = (x, y, s, seed) => {
  const r = chance(seed), tones = [c.pink, c.rose, c.blush, c.honey, c.gold, c.white, c.red];
  return at(x, y, s, line('M-60 -34L-20 -112H44L66 -34M-20 -112L10 -34H66M10 -34L44 -112', c.ink, 6) + circle(-66, -34, 34, 'none', { stroke: c.ink, strokeWidth: 6 }) + circle(74, -34, 34, 'none', { stroke: c.ink, strokeWidth: 6 }) + line('M44 -112L38 -140L62 -146', c.ink, 6) + path('M-130 -100H-14L-30 -50H-114Z', c.wood) + repeat(4, (i) => line(`M${-120 + i * 30} -98L${-108 + i * 24} -54`, c.bark, 3)) +
    repeat(16, () => oval(r(-140, -6), r(-150, -104), 22, 10, r() > 0.5 ? c.leaf : c.green)) + repeat(34, (i) => { const fx = r(-138, -4), fy = r(-186, -108) + Math.abs(fx + 70) * 0.35; return circle(fx, fy, r(11, 17), tones[i % 7]) + circle(fx, fy, 5, tones[(i + 3) % 7]); }));
};

function motorbikes() {
  return picture('Phố xe máy',
    defs(fade('s', [[0, '#bfdad8'], [1, '#f6ead2']])),
    rect(0, 0, W, H, 'url(#s)'), cloud(300, 80, 1.1, c.white), cloud(900, 60, 1.4, c.white), row(8, 560, 1.06),
    repeat(3, (i) => line(`M-10 ${150 + i * 16}C300 ${190 + i * 14} 500 ${150 + i * 18} 620 ${170 + i * 14}S1000 ${200 + i * 12} 1210 ${150 + i * 16}`, c.ink, 2.4, { opacity: 0.7 })), rect(604, 130, 12, 430, c.slate), rect(572, 160, 76, 9, c.slate),
    [90, 350, 820, 1120].map((x, i) => at(x, 574, 0.96 + (i % 2) * 0.12, tree({ seed: 50 + i }))), rect(0, 556, W, 30, c.sand), rect(0, 580, W, 8, c.wood), rect(0, 586, W, 214, '#7d8788'), rect(0, 690, W, 8, c.cream, { opacity: 0.0 }), repeat(7, (i) => rect(i * 190 - 20, 684, 100, 9, c.cream, { opacity: 0.75 })),
    at(160, 662, 0.8, rider({ body: c.lake, coat: c.cream, helmet: c.red })), at(440, 656, 0.8, rider({ body: c.ink, coat: c.leaf, helmet: c.honey, skin: skins[0] })), at(980, 664, 0.8, rider({ body: c.gold, coat: c.navy, helmet: c.mint })), at(730, 660, 0.8, stall(0, 0, 1.1, 8)),
    at(250, 786, 1.14, rider({ body: c.pink, coat: c.honey, helmet: c.lake, skin: skins[2] })), at(640, 782, 1.16, rider({ body: c.red, coat: c.rose, helmet: c.cream, skin: skins[0], load: rect(-150, -176, 76, 70, c.wood) + rect(-150, -176, 76, 14, c.bark) + repeat(5, (i) => circle(-142 + i * 15, -184, 13, [c.leaf, c.sage][i % 2])) })), at(1040, 790, 1.14, rider({ body: c.green, coat: c.slate, helmet: c.pink, skin: skins[3] })));
}

function flood() {
  const r = chance(19);
  return picture('Phố ngập',
    defs(fade('s', [[0, '#586f7b'], [1, '#a9bcb9']]), fade('w', [[0, '#9a8f78'], [1, '#66705f']]).replace('<linearGradient', '<linearGradient gradientUnits="userSpaceOnUse"').replace('x1="0" y1="0" x2="0" y2="1"', 'x1="0" y1="540" x2="0" y2="800"')),
    rect(0, 0, W, H, 'url(#s)'), cloud(200, 70, 2.1, '#435863', 0.7), cloud(760, 40, 2.6, '#4b616c', 0.7), cloud(1100, 120, 1.6, '#435863', 0.6), row(23, 560, 1.02, c.honey), rect(0, 0, W, 560, '#3c525e', { opacity: 0.34 }), [60, 560, 1130].map((x, i) => at(x, 580, 1.06, tree({ seed: 60 + i, tones: [c.pine, c.green, c.leaf] }))),
    rect(0, 540, W, 260, 'url(#w)'), ripples(34, 0, W, 548, 800, 110, c.white, 0.3), repeat(30, (i) => rect(i * 42 + r(-9, 9), 548, r(10, 24), r(20, 70), [c.honey, '#d8d2c0', '#c8cdbf'][i % 3], { opacity: 0.22 })),
    at(300, 716, 1.2, rider({ body: c.lake, coat: c.honey, helmet: c.honey, mask: false })), path('M110 664C180 648 230 670 300 658S430 646 490 664V742H110Z', 'url(#w)'), line('M110 664C180 648 230 670 300 658S430 646 490 664', c.white, 4, { opacity: 0.7 }), path('M140 660C100 640 80 650 60 632', 'none', { stroke: c.white, strokeWidth: 4, opacity: 0.6, strokeLinecap: 'round' }),
    at(760, 856, 1.02, person({ wear: 'shirt', colour: c.pink, hair: 'long', skin: skins[2], arms: [[-80, -240, -40, -214], [70, -330, 34, -420]] }) + path('M-130 -470C-110 -560 -40 -600 34 -602C108 -600 178 -560 198 -470C160 -492 120 -492 92 -470C66 -492 2 -492 -24 -470C-52 -492 -92 -492 -130 -470Z', c.red) + path('M34 -602C70 -570 88 -520 92 -470C66 -492 2 -492 -24 -470C-20 -520 -2 -570 34 -602Z', '#e0574e') + line('M34 -606V-410', c.ink, 6)), path('M650 676C710 660 810 660 872 676V800H650Z', 'url(#w)'), line('M650 676C710 660 810 660 872 676', c.white, 4, { opacity: 0.7 }), line('M690 700C730 694 790 694 830 700', c.white, 3, { opacity: 0.4 }),
    at(1020, 640, 1, path('M-96 0L-60 -56H50L94 0Z', c.red) + path('M-84 -14L-52 -48H-6V-14ZM6 -14V-48H42L72 -14Z', c.mist) + path('M-140 0H140C150 20 150 40 140 60H-140C-150 40 -150 20 -140 0Z', c.red) + circle(126, 18, 11, c.honey)), path('M860 676C920 668 980 682 1040 674S1140 670 1180 678V740H860Z', 'url(#w)'), line('M860 676C920 668 980 682 1040 674S1140 670 1180 678', c.white, 4, { opacity: 0.7 }), ripples(39, 60, W - 160, 690, 800, 26, c.white, 0.3),
    repeat(150, () => { const x = r(-20, W + 100), y = r(-30, H), len = r(24, 60); return line(`M${x} ${y}l${-len * 0.22} ${len}`, c.white, r() > 0.75 ? 3.2 : 1.7, { opacity: 0.4 }); }));
}

function xuanDieu() {
  return picture('Đường Xuân Diệu',
    defs(fade('s', [[0, '#cfe4e4'], [1, '#f7ead0']]), fade('w', [[0, '#a9d0cf'], [1, '#4b8fa3']])),
    rect(0, 0, W, H, 'url(#s)'), cloud(820, 90, 1.3, c.white), cloud(1080, 180, 0.9, c.white),
    [[70, 5, c.honey], [176, 4, '#e7b48b'], [282, 6, '#bfd8d6'], [392, 4, '#f3e2c0'], [496, 5, '#e8c7b4']].map(([x, floors, wall], i) => at(x, 600, 1.06, house({ w: 100, floors, wall, seed: i * 7 + 3, door: [c.green, c.pink, c.lake, c.brick, c.pine][i] }))),
    rect(548, 420, 652, 190, 'url(#w)'), ripples(37, 560, W - 60, 430, 600, 40, c.white, 0.5), repeat(16, (i) => circle(570 + i * 44, 420, 16 + (i * 5) % 11, i % 2 ? '#9cc4b0' : '#86b5a0')), repeat(9, (i) => rect(600 + i * 66, 350 + (i * 37) % 40, 34, 70 - (i * 37) % 40, '#b7d2cc')), repeat(16, (i) => circle(570 + i * 44, 424, 14 + (i * 5) % 11, i % 2 ? '#9cc4b0' : '#86b5a0')),
    at(770, 470, 0.36, path('M-90 0H100L70 34H-66Z', c.white) + poly([[0, -10], [0, -150], [80, -10]], c.blush) + poly([[-8, -10], [-8, -130], [-66, -10]], c.white)), at(1000, 500, 0.5, path('M-60 0C-40 -34 -20 -36 0 -30C0 -56 20 -64 30 -44C40 -20 56 -20 60 0C60 20 -60 20 -60 0Z', c.white) + path('M30 -50L48 -44L30 -40Z', c.gold)),
    rect(548, 596, 652, 14, c.cream), repeat(20, (i) => rect(556 + i * 34, 550, 6, 48, c.slate)), rect(548, 546, 652, 7, c.slate), rect(548, 572, 652, 5, c.slate), poly([[0, 606], [1200, 606], [1200, 660], [0, 690]], c.sand), repeat(18, (i) => line(`M${i * 74 - 20} 690L${i * 70 + 30} 608`, c.wood, 2, { opacity: 0.4 })), poly([[0, 690], [1200, 656], [1200, 800], [0, 800]], '#828c8c'), poly([[0, 690], [1200, 656], [1200, 668], [0, 704]], c.wood, { opacity: 0.7 }), repeat(6, (i) => rect(i * 230 + 30, 752 - i * 6, 120, 9, c.cream, { opacity: 0.8, transform: `rotate(-1.6 ${i * 230 + 90} ${756 - i * 6})` })),
    at(250, 660, 1.14, tree({ seed: 73 })), at(1090, 640, 1.3, tree({ seed: 75 })), at(720, 640, 1.0, tree({ seed: 79 })),
    rect(372, 566, 150, 8, c.wood), [388, 500].map((x) => rect(x, 574, 8, 60, c.bark)), at(446, 566, 0.3, path('M-34 -70H34L26 0H-26Z', c.white) + path('M-30 -44H30L26 -6H-26Z', c.bark)), at(490, 566, 0.3, path('M-34 -70H34L26 0H-26Z', c.white) + path('M-30 -44H30L26 -6H-26Z', c.leaf)), poly([[330, 470], [560, 470], [590, 520], [300, 520]], c.pink), repeat(5, (i) => poly([[330 + i * 46, 470], [353 + i * 46, 470], [358 + i * 58 - 34, 520], [300 + i * 58, 520]], c.petal)), 
    at(900, 670, 0.56, person({ wear: 'aodai', colour: c.rose, hair: 'long', skin: skins[2] })), at(966, 672, 0.57, person({ wear: 'shirt', colour: c.lake, skin: skins[1] })), at(590, 684, 0.52, person({ wear: 'shirt', colour: c.honey, hair: 'bob', skin: skins[0], arms: [[-80, -230, -66, -170], [76, -260, 92, -210]] })),
    at(330, 780, 1, rider({ body: c.pink, coat: c.lake, helmet: c.honey })),
    at(830, 770, 0.9, poly([[-22, 0], [22, 0], [6, -76], [-6, -76]], '#e2662f') + rect(-15, -34, 30, 12, c.white) + rect(-11, -58, 22, 9, c.white) + rect(-32, -4, 64, 9, '#b84d20')), at(930, 764, 0.9, poly([[-22, 0], [22, 0], [6, -76], [-6, -76]], '#e2662f') + rect(-15, -34, 30, 12, c.white) + rect(-11, -58, 22, 9, c.white) + rect(-32, -4, 64, 9, '#b84d20')), at(1060, 752, 0.95, rect(-80, -100, 160, 44, c.honey) + repeat(5, (i) => poly([[-80 + i * 34, -100], [-62 + i * 34, -100], [-78 + i * 34, -56], [-96 + i * 34 < -80 ? -80 : -96 + i * 34, -56]], c.ink)) + rect(-68, -56, 9, 58, c.slate) + rect(60, -56, 9, 58, c.slate)));
}

function paper() {
  const r = chance(29);
  const sheet = (x, y, w, h) => rect(x, y, w, h, c.cream) + rect(x, y, w, h, 'none', { stroke: c.sand, strokeWidth: 2 }) + repeat(5, () => line(`M${x + r(6, w - 30)} ${y + r(8, h - 8)}l${r(8, 22)} ${r(-5, 5)}`, c.sand, 2));
  return picture('Làng giấy dó',
    defs(fade('s', [[0, '#cfe2d8'], [1, '#f8edd5']])),
    rect(0, 0, W, H, 'url(#s)'), cloud(930, 90, 1.3, c.white), cloud(240, 70, 1, c.white, 0.8), repeat(18, (i) => circle(i * 72, 300, r(34, 66), i % 2 ? '#9cc4a8' : '#83b295')), rect(0, 300, W, 500, '#d8bd8e'),
    rect(60, 270, 420, 250, '#c98a5a'), repeat(9, (i) => rect(60, 290 + i * 26, 420, 3, '#a96d45', { opacity: 0.6 })), at(270, 270, 1, eaves(470, 84, '#8c4a35', c.brick)), rect(130, 340, 110, 180, c.bark), rect(300, 350, 130, 90, c.bark), repeat(5, (i) => rect(316 + i * 24, 350, 8, 90, c.wood)), at(560, 520, 1.2, tree({ seed: 84 })), at(1150, 470, 1.0, tree({ seed: 86 })),
    [0, 1, 2].map((k) => line(`M${640 + k * 20} ${330 + k * 96}H${1210}`, c.bark, 7) + repeat(6, (i) => sheet(664 + k * 20 + i * 92, 333 + k * 96, 76, 78 - k * 2))), [650, 930].map((x) => line(`M${x} 316V640`, c.bark, 10)),
    oval(270, 720, 0, 0, c.ink), poly([[120, 640], [470, 640], [440, 760], [150, 760]], c.wood), poly([[120, 640], [470, 640], [462, 660], [128, 660]], '#e9e2c8'), oval(296, 648, 160, 12, '#f5efd9'), repeat(6, (i) => rect(160 + i * 48, 664, 5, 92, c.bark, { opacity: 0.5 })),
    at(296, 800, 1.0, person({ wear: 'shirt', colour: c.lake, skin: skins[1], hair: 'grey', arms: [[-96, -240, -84, -176], [96, -240, 84, -176]] })), rect(196, 600, 200, 14, c.bark), rect(206, 590, 180, 12, '#f5efd9'), repeat(12, (i) => line(`M${214 + i * 15} 591V601`, c.sand, 2)), poly([[120, 660], [470, 660], [440, 770], [150, 770]], c.wood), repeat(6, (i) => rect(166 + i * 48, 664, 5, 100, c.bark, { opacity: 0.5 })), poly([[116, 640], [474, 640], [470, 664], [122, 664]], c.bark),
    at(820, 800, 0.86, person({ wear: 'aodai', colour: c.pink, hair: 'bun', skin: skins[0], arms: [[-84, -330, -64, -420], [84, -330, 64, -420]] })), rect(752, 418, 138, 100, c.cream), rect(752, 418, 138, 100, 'none', { stroke: c.sand, strokeWidth: 3 }), line('M740 418H902', c.bark, 6), repeat(5, () => line(`M${r(760, 860)} ${r(430, 508)}l${r(10, 20)} ${r(-5, 5)}`, c.sand, 2)),
    repeat(9, (i) => rect(1000, 752 - i * 12, 160, 11, i % 2 ? c.cream : '#efe2c4')), rect(990, 762, 180, 14, c.bark), repeat(7, (i) => line(`M${560 + i * 14} 790C${556 + i * 14} 740 ${570 + i * 14} 720 ${560 + i * 15} 680`, c.bark, 6)), line('M556 740H656', c.gold, 6));
}

function tea() {
  return picture('Trà sen',
    defs(fade('s', [[0, '#efdcc0'], [1, '#f9efdd']]), glow('g', c.white, 0.8)),
    rect(0, 0, W, 540, 'url(#s)'), circle(860, 260, 330, 'url(#g)'), repeat(6, (i) => rect(60 + i * 200, 0, 10, 540, c.sand)), rect(0, 250, W, 8, c.sand), rect(0, 520, W, 280, '#8f5637'), rect(0, 520, W, 14, '#a96d45'), repeat(6, (i) => line(`M0 ${580 + i * 42}C300 ${570 + i * 44} 800 ${596 + i * 40} 1200 ${578 + i * 43}`, c.bark, 3, { opacity: 0.4 })),
    oval(270, 640, 260, 54, c.bark, { opacity: 0.45 }), at(270, 630, 2.3, pad(c.green, c.pine)), at(290, 600, 2.2, lotus()), at(110, 640, 1, bud(), { turn: -64 }),
    oval(700, 690, 290, 58, c.bark, { opacity: 0.5 }), oval(700, 676, 286, 52, c.wood), oval(700, 668, 270, 44, '#c88b5c'),
    path('M560 650C530 560 580 490 690 486C800 490 850 560 820 650C800 680 580 680 560 650Z', c.lake), path('M700 486C800 490 850 560 820 650C812 662 780 668 740 670C800 600 780 520 700 486Z', c.navy, { opacity: 0.35 }), path('M566 560C510 546 480 520 470 480L500 474C516 510 540 524 580 524Z', c.lake), path('M820 540C900 500 920 600 816 624', 'none', { stroke: c.lake, strokeWidth: 22 }), oval(690, 490, 70, 15, c.navy), path('M626 486C640 456 740 456 754 486Z', c.lake), circle(690, 450, 15, c.lake), at(690, 630, 0.62, lotus({ tone: [c.mist, c.mist, c.sky] })),
    [[480, 690, 1], [910, 676, 1], [1010, 730, 1.12]].map(([x, y, s]) => at(x, y, s, path('M-52 -46H52C52 -6 30 16 0 16C-30 16 -52 -6 -52 -46Z', c.white) + oval(0, -46, 52, 13, c.sand) + oval(0, -45, 44, 9, '#c9a13d') + path('M52 -46C52 -6 30 16 0 16C30 4 38 -20 38 -46Z', c.sand) + line('M-30 -14C-10 -4 10 -4 26 -14', c.lake, 4) + line('M-12 -66C-30 -96 10 -110 -8 -150', c.white, 7, { opacity: 0.7 }) + line('M14 -66C34 -92 0 -116 18 -140', c.white, 5, { opacity: 0.6 }))),
    line('M474 462C450 420 490 400 466 350', c.white, 9, { opacity: 0.7 }), at(1080, 600, 1, rect(-64, -150, 128, 150, c.pink, { rx: 10 }) + rect(-64, -100, 128, 66, c.cream) + at(0, -44, 0.5, lotus()) + rect(-56, -170, 112, 26, '#7d1230', { rx: 6 })), repeat(26, (i) => { const r = chance(i + 300); return oval(r(80, 520), r(726, 784), r(5, 10), 3, c.pine, { transform: 'rotate(0)' }); }), at(150, 760, 0.3, lotus()));
}

function market() {
  const r = chance(91);
  return picture('Chợ hoa Quảng An',
    defs(fade('s', [[0, '#14233c'], [1, '#3d5069']]), glow('g', c.honey, 0.75)),
    rect(0, 0, W, H, 'url(#s)'), row(37, 500, 0.9, c.honey), rect(0, 0, W, 500, '#14233c', { opacity: 0.55 }), rect(0, 490, W, 310, '#4a4a52'), ripples(44, 0, W, 500, 800, 40, c.honey, 0.12),
    line('M-10 200C300 300 500 240 620 260S1000 300 1210 190', c.ink, 4), repeat(11, (i) => { const x = 60 + i * 110, y = 240 + Math.sin(i * 1.1) * 16 + 20; return circle(x, y + 10, 110, 'url(#g)') + path(`M${x - 12} ${y}h24l6 20h-36z`, c.ink) + circle(x, y + 24, 13, '#fff3cf'); }),
    stall(280, 620, 1.3, 3), stall(960, 624, 1.3, 6), stall(640, 590, 1.1, 14),
    at(420, 690, 0.78, person({ wear: 'shirt', colour: c.pink, hair: 'bun', skin: skins[0], arms: [[-80, -250, -40, -230], [80, -250, 40, -230]], front: at(0, -250, 1.2, bouquet(21)) }) + path('M-60 -440L0 -506L60 -440C30 -430 -30 -430 -60 -440Z', c.honey)), at(800, 700, 0.8, person({ wear: 'shirt', colour: c.leaf, skin: skins[1], arms: [[-80, -250, -40, -230], [80, -250, 40, -230]], front: at(0, -250, 1.2, bouquet(25)) })),
    repeat(6, (i) => { const x = 30 + i * 232; return at(x, 790, 1.05, path('M-92 -60H92L74 20H-74Z', c.wood) + repeat(6, (k) => line(`M${-80 + k * 32} -58L${-66 + k * 26} 16`, c.bark, 4)) + repeat(14, () => oval(r(-100, 100), r(-92, -58), 26, 11, r() > 0.5 ? c.leaf : c.green)) + repeat(26, (k) => { const fx = r(-90, 90), fy = r(-130, -64) + Math.abs(fx) * 0.3; const tone = [[c.pink, c.rose], [c.honey, c.gold], [c.white, c.petal], [c.red, c.rose], [c.blush, c.pink], [c.gold, c.honey]][i]; return circle(fx, fy, r(13, 19), tone[k % 2]) + circle(fx, fy, 6, tone[(k + 1) % 2]); })); }));
}

function peach() {
  const r = chance(57);
  const tones = [c.rose, c.pink, c.blush, '#e4809f'];
  const kinds = tones.map((tone, k) => `<g id="d${k}">${repeat(5, (i) => `<ellipse cy="-9" rx="7" ry="9" fill="${tone}" transform="rotate(${i * 72})"/>`)}${circle(0, 0, 4, c.honey)}</g>`);
  const blossom = (x, y, s, k) => `<use href="#d${k}" transform="translate(${Math.round(x)} ${Math.round(y)}) scale(${s.toFixed(1)})"/>`;
  const branch = (x, y, a, len, depth) => {
    const x2 = x + Math.cos(a) * len, y2 = y + Math.sin(a) * len;
    let out = line(`M${x} ${y}Q${(x + x2) / 2 + r(-10, 10)} ${(y + y2) / 2} ${x2} ${y2}`, c.bark, depth * 3.4 + 1.5);
    if (depth > 0) for (let k = 0; k < (depth > 2 ? 3 : 3); k++) out += branch(x2, y2, a + r(-0.75, 0.75), len * r(0.68, 0.84), depth - 1);
    if (depth < 2) out += repeat(3, () => blossom(x2 + r(-24, 24), y2 + r(-22, 22), r(0.7, 1.25), Math.floor(r(0, 4))));
    return out;
  };
  return picture('Đào Nhật Tân',
    defs(fade('s', [[0, '#dbe6e2'], [1, '#f8ecdc']]), ...kinds),
    rect(0, 0, W, H, 'url(#s)'), cloud(240, 110, 1.2, c.white, 0.9), cloud(980, 90, 1, c.white, 0.8),
    line('M0 300L420 160L840 300L1200 180', c.slate, 3, { opacity: 0.35 }), repeat(2, (i) => path(`M${410 + i * 420} 420L${418 + i * 420} 140H${428 + i * 420}L${438 + i * 420} 420Z`, '#b9c6c4') + repeat(9, (k) => line(`M${424 + i * 420} ${150 + k * 12}L${224 + i * 420 + k * 18} 388M${424 + i * 420} ${150 + k * 12}L${624 + i * 420 - k * 18} 388`, '#c2cfcc', 2))), rect(0, 384, W, 14, '#b9c6c4'), rect(0, 396, W, 404, '#cbb98f'), repeat(22, (i) => circle(i * 58, 404, r(22, 40), ['#e9a9bb', '#d98aa3', '#f1c3cd'][i % 3])),
    repeat(8, (i) => path(`M${-200 + i * 220} 800L${300 + i * 90} 430H${316 + i * 90}L${-140 + i * 220} 800Z`, '#b7a276', { opacity: 0.5 })), repeat(7, (i) => at(70 + i * 180, 560, 0.5, branch(0, 0, -Math.PI / 2, 70, 3))),
    at(260, 800, 1.5, branch(0, 0, -Math.PI / 2 - 0.05, 108, 4)), at(980, 800, 1.42, branch(0, 0, -Math.PI / 2 + 0.06, 108, 4)),
    at(620, 780, 0.86, person({ wear: 'shirt', colour: c.lake, skin: skins[1], arms: [[-86, -260, -104, -310], [86, -240, 70, -180]] }) + path('M-62 -440L0 -506L62 -440C30 -428 -30 -428 -62 -440Z', c.honey)), line('M530 520L500 470', c.ink, 6), line('M530 520L520 462', c.ink, 6), repeat(60, () => oval(r(0, W), r(640, 795), 6, 3.4, [c.rose, c.blush, c.pink][Math.floor(r(0, 3))])));
}

function cakes() {
  const r = chance(66);
  const prawn = (x, y, s, turn) => at(x, y, s, path('M-40 10C-44 -34 0 -52 34 -30C52 -18 50 8 34 16C40 0 30 -16 8 -14C-14 -12 -22 4 -14 20C-26 26 -38 22 -40 10Z', '#e5713f') + line('M-30 -12L-18 0M-14 -30L-8 -16M8 -38L8 -22M28 -30L22 -18', '#f6b083', 4) + path('M34 16L58 10L46 26L54 40L30 28Z', '#c8522c') + circle(-30, 6, 3.4, c.ink) + line('M-38 2C-60 -10 -70 -30 -66 -46', '#c8522c', 3), { turn });
  const cake = (x, y, s) => at(x, y, s, oval(0, 14, 112, 46, c.bark, { opacity: 0.4 }) + path('M-110 0C-116 -34 -50 -52 0 -50C60 -52 116 -32 110 2C104 36 50 44 0 44C-54 44 -106 34 -110 0Z', c.gold) + path('M-96 -4C-100 -30 -44 -42 0 -41C50 -42 100 -26 96 0C90 26 44 30 0 30C-48 30 -92 22 -96 -4Z', c.honey) + repeat(30, () => line(`M${r(-84, 70)} ${r(-30, 22)}l${r(10, 26)} ${r(-6, 6)}`, r() > 0.5 ? '#d18b2c' : '#fbe2a4', 5)) + prawn(-32, -20, 0.78, -8) + prawn(36, -14, 0.8, 14));
  return picture('Bánh tôm Hồ Tây',
    rect(0, 0, W, H, '#2f6d74'), repeat(13, (i) => rect(i * 100 - 30, 0, 3, H, c.lake, { opacity: 0.5 })), repeat(9, (i) => rect(0, i * 100 - 20, W, 3, c.lake, { opacity: 0.5 })), oval(560, 480, 420, 290, '#1d4b55', { opacity: 0.6 }), oval(560, 452, 420, 288, c.white), oval(560, 452, 360, 240, '#eef2ea'), oval(560, 452, 404, 274, 'none', { stroke: c.lake, strokeWidth: 6, opacity: 0.7 }), oval(560, 452, 384, 258, 'none', { stroke: c.lake, strokeWidth: 2, opacity: 0.7 }),
    repeat(26, () => { const x = 300 + r(-60, 90), y = 560 + r(-60, 50); return path(`M${x} ${y}c14 -26 40 -26 52 -6c-14 20 -34 26 -52 6z`, [c.leaf, c.green, c.sage][Math.floor(r(0, 3))], { transform: `rotate(${Math.round(r(-60, 60))} ${Math.round(x)} ${Math.round(y)})` }); }),
    cake(450, 380, 1.2), cake(680, 400, 1.25), cake(600, 540, 1.3), oval(1010, 240, 150, 120, '#1d4b55', { opacity: 0.5 }), oval(1010, 226, 148, 118, c.white), oval(1010, 226, 122, 94, c.lake), oval(1010, 230, 112, 84, '#d99a3e'), repeat(8, () => { const x = 1010 + r(-74, 60), y = 230 + r(-50, 44); return circle(x, y, 16, '#e2662f') + circle(x, y, 7, '#f0905a'); }), repeat(7, () => circle(1010 + r(-80, 80), 230 + r(-56, 56), 5, c.red)), repeat(6, () => circle(1010 + r(-80, 80), 230 + r(-56, 56), 11, c.cream)),
    line('M980 760L1150 420', c.bark, 13), line('M1030 780L1186 436', c.bark, 13), at(120, 150, 1.2, circle(0, 0, 70, c.leaf) + circle(0, 0, 60, '#cfe0a4') + repeat(8, (i) => path('M0 -6L-16 -50A52 52 0 0 1 16 -50Z', '#a9c96a', { transform: `rotate(${i * 45})` }))), at(1080, 640, 0, ''), at(180, 720, 0.9, pad()), at(120, 700, 0.7, lotus()));
}

function phishing() {
  return picture('Tin nhắn lạ',
    defs(fade('s', [[0, '#16324a'], [1, '#235a77']]), fade('p', [[0, c.white], [1, '#eef0ea']])),
    rect(0, 0, W, H, 'url(#s)'), repeat(7, (i) => line(`M-20 ${120 + i * 110}C240 ${80 + i * 110} 380 ${160 + i * 110} 620 ${118 + i * 110}S1000 ${80 + i * 110} 1220 ${126 + i * 110}`, c.water, 5, { opacity: 0.25 })), repeat(18, (i) => circle((i * 211) % 1180 + 10, (i * 137) % 780 + 10, 5 + (i * 7) % 13, 'none', { stroke: c.mist, strokeWidth: 2.4, opacity: 0.4 })),
    `<g transform="rotate(-6 480 430)">${rect(320, 90, 330, 650, '#0b1722', { rx: 46 })}${rect(336, 108, 298, 614, 'url(#p)', { rx: 32 })}${rect(430, 122, 110, 18, '#0b1722', { rx: 9 })}${rect(336, 158, 298, 60, c.pink)}${circle(372, 188, 18, c.petal)}${rect(402, 174, 120, 10, c.white, { rx: 5 })}${rect(402, 194, 76, 8, c.blush, { rx: 4 })}${rect(356, 244, 200, 84, c.mint, { rx: 16 })}${rect(374, 262, 160, 9, c.green, { rx: 4, opacity: 0.6 })}${rect(374, 282, 130, 9, c.green, { rx: 4, opacity: 0.6 })}${rect(374, 302, 84, 9, c.green, { rx: 4, opacity: 0.6 })}${rect(356, 352, 246, 150, '#fbe7c4', { rx: 16 })}${rect(374, 372, 200, 10, c.bark, { rx: 5, opacity: 0.6 })}${rect(374, 394, 180, 10, c.bark, { rx: 5, opacity: 0.6 })}${rect(374, 424, 210, 14, c.lake, { rx: 4 })}${rect(374, 440, 210, 3, c.lake)}${rect(374, 458, 120, 30, c.red, { rx: 15 })}${rect(410, 532, 204, 64, c.sky, { rx: 16 })}${rect(428, 550, 150, 9, c.lake, { rx: 4, opacity: 0.6 })}${rect(428, 570, 100, 9, c.lake, { rx: 4, opacity: 0.6 })}${rect(356, 662, 258, 40, c.white, { rx: 20, stroke: c.sand, strokeWidth: 2 })}${poly([[580, 670], [604, 682], [580, 694], [586, 682]], c.pink)}</g>`,
    line('M900 -10V150', c.sand, 7), path('M900 150V450C900 560 740 560 740 440', 'none', { stroke: c.slate, strokeWidth: 22, strokeLinecap: 'round' }), path('M900 150V450C900 560 740 560 740 440', 'none', { stroke: c.mist, strokeWidth: 9, strokeLinecap: 'round' }), path('M740 396L708 456L738 448L766 470Z', c.slate), circle(900, 140, 18, 'none', { stroke: c.slate, strokeWidth: 12 }), path('M880 190C840 180 830 220 872 226ZM920 190C960 180 970 220 928 226Z', c.red), rect(872, 182, 56, 54, c.red, { rx: 8 }),
    at(1000, 600, 1.3, path('M-84 -90L0 -124L84 -90V-10C84 60 40 104 0 122C-40 104 -84 60 -84 -10Z', c.leaf) + path('M0 -124L84 -90V-10C84 60 40 104 0 122Z', c.green) + line('M-36 4L-8 34L40 -30', c.white, 20)),
    at(196, 640, 1.1, path('M-72 -52C-40 -86 30 -84 66 -40C86 -58 104 -60 116 -60C106 -40 106 -20 116 0C104 0 86 -4 66 -20C30 22 -40 24 -72 -10C-84 -20 -84 -40 -72 -52Z', c.gold) + circle(-44, -36, 8, c.ink) + path('M-4 -66C-20 -94 20 -104 40 -84L26 -66Z', '#c98a2b') + repeat(3, (i) => path(`M${-10 + i * 24} -46c10 8 10 20 0 28`, 'none', { stroke: '#c98a2b', strokeWidth: 4 }))), repeat(4, (i) => circle(100 - i * 8, 560 - i * 34, 6 + i * 2.4, 'none', { stroke: c.mist, strokeWidth: 3 })));
}

function service() {
  return picture('Một cửa trên điện thoại',
    defs(fade('s', [[0, '#dfeae3'], [1, '#f8f0df']])),
    rect(0, 0, W, H, 'url(#s)'), repeat(4, (i) => rect(70 + i * 290, 70, 230, 220, c.white, { rx: 4 }) + rect(82 + i * 290, 82, 206, 196, c.sky) + rect(180 + i * 290, 82, 8, 196, c.white) + path(`M${82 + i * 290} 278C${120 + i * 290} 220 ${160 + i * 290} 260 ${200 + i * 290} 226S${260 + i * 290} 236 ${288 + i * 290} 210V278Z`, c.sage)), rect(0, 690, W, 110, c.sand), rect(0, 684, W, 8, c.wood),
    at(300, 690, 1.02, person({ wear: 'aodai', colour: c.lake, hair: 'bob', skin: skins[2], arms: [[-74, -240, -40, -226], [74, -250, 110, -276]] })), rect(80, 500, 520, 200, c.cream), rect(60, 478, 560, 30, c.wood), rect(80, 560, 520, 10, c.pink), at(340, 640, 0.7, lotus()), at(150, 478, 1, rect(-56, -96, 112, 76, c.ink, { rx: 6 }) + rect(-50, -90, 100, 62, c.water) + rect(-8, -20, 16, 16, c.slate) + rect(-34, -6, 68, 8, c.slate)), at(520, 478, 0.7, pad(c.green, c.pine) + lotus()),
    at(840, 760, 1.16, person({ wear: 'shirt', colour: c.honey, hair: 'grey', tone: c.slate, skin: skins[1], arms: [[-92, -250, -58, -264], [86, -240, 60, -190]], front: rect(-86, -330, 52, 92, c.ink, { rx: 8 }) + rect(-81, -322, 42, 74, c.white) + line('M-74 -288L-64 -276L-46 -300', c.leaf, 7) })),
    at(1070, 770, 1.1, person({ wear: 'shirt', colour: c.pink, hair: 'long', skin: skins[0], arms: [[-100, -240, -150, -262], [80, -230, 70, -170]] })),
    `<g opacity="0.95">${line('M700 360C640 330 600 330 560 370', c.pink, 5, { strokeDasharray: '4 14' })}</g>`, at(640, 250, 1, rect(-70, -90, 140, 176, c.white, { rx: 10, stroke: c.sand, strokeWidth: 4 }) + rect(-46, -62, 92, 12, c.pink, { rx: 5 }) + repeat(4, (i) => rect(-46, -30 + i * 22, i === 3 ? 50 : 92, 8, c.slate, { rx: 4, opacity: 0.5 })) + circle(40, 56, 30, c.red, { opacity: 0.9 }) + star(40, 56, 18, c.honey)));
}

function gauges() {
  const mm = [19, 26, 44, 90, 188, 240, 288, 318, 265, 131, 43, 23];
  return picture('Mười hai tháng mưa',
    defs(fade('s', [[0, '#7fa5ad'], [1, '#d6e6e0']]), fade('t', [[0, '#6fb0bf'], [1, '#1f5673']])),
    rect(0, 0, W, H, 'url(#s)'), cloud(240, 110, 1.9, '#5f8791', 0.7), cloud(640, 80, 2.6, '#55808c', 0.8), cloud(1020, 120, 1.9, '#5f8791', 0.7), repeat(70, (i) => { const r = chance(i + 500), x = r(60, 1140), y = r(150, 420); return path(`M${x} ${y}c-9 15 -9 24 0 24c9 0 9 -9 0 -24z`, c.white, { opacity: 0.65 }); }),
    rect(0, 700, W, 100, '#a96d45'), rect(0, 692, W, 14, '#c88b5c'),
    mm.map((v, i) => { const x = 66 + i * 92, h = 30 + v * 1.12; return rect(x - 4, 300, 66, 396, c.white, { rx: 12, opacity: 0.42 }) + rect(x + 2, 690 - h, 54, h, 'url(#t)', { rx: 6 }) + oval(x + 29, 690 - h, 27, 6, c.mist) + repeat(6, (k) => line(`M${x + 44} ${350 + k * 56}h12`, c.navy, 2.5, { opacity: 0.55 })) + rect(x - 4, 300, 66, 396, 'none', { rx: 12, stroke: c.white, strokeWidth: 4 }) + rect(x - 8, 690, 74, 14, c.navy, { rx: 4 }); }),
    at(690, 330, 0.0, ''), at(610, 690, 0.4, ''), at(1130, 780, 0.5, lotus({ stem: 20 })), at(60, 790, 0.6, pad()), at(80, 770, 0.5, lotus()));
}

function zither() {
  return picture('Tiếng đàn tranh',
    defs(fade('s', [[0, '#6b1a3c'], [1, '#b8446c']]), glow('g', c.honey, 0.55)),
    rect(0, 0, W, H, 'url(#s)'), circle(600, 340, 460, 'url(#g)'), circle(600, 330, 250, '#f6d9b0', { opacity: 0.9 }), at(600, 640, 0, ''), repeat(5, (i) => at([120, 250, 1080, 960, 40][i], [640, 720, 640, 730, 760][i], [1.2, 1, 1.25, 1, 1.3][i], pad('#2a6a5c', c.pine, 120))), at(150, 540, 1.3, lotus({ stem: 240 })), at(1070, 520, 1.4, lotus({ stem: 260 })), at(280, 640, 0.8, bud(140)), at(950, 640, 0.8, bud(140)),
    rect(0, 740, W, 60, '#3c1226'), at(600, 940, 1.5, person({ wear: 'aodai', colour: c.leaf, hair: 'long', skin: skins[2], arms: [[-112, -226, -88, -176], [112, -226, 78, -172]] })), path('M350 300C300 300 300 300 300 300Z', c.ink),
    path('M170 650C400 600 800 600 1040 640L1046 686C800 700 400 706 176 700Z', '#8f5637'), path('M170 650C400 600 800 600 1040 640L1040 652C800 620 400 622 172 664Z', '#c88b5c'), repeat(9, (i) => line(`M186 ${664 + i * 3.4}C420 ${620 + i * 5.4} 800 ${622 + i * 5} 1034 ${650 + i * 3.4}`, c.honey, 1.6)), repeat(11, (i) => poly([[320 + i * 56, 656 - (i % 3) * 5], [332 + i * 56, 656 - (i % 3) * 5], [326 + i * 56, 636 - (i % 3) * 5]], c.cream)), circle(478, 656, 22, skins[2]), circle(712, 656, 22, skins[2]), line('M478 656L466 682M488 660L484 686M702 660L700 686M722 658L728 682', skins[2], 9), rect(240, 690, 30, 64, c.bark), rect(950, 684, 30, 66, c.bark),
    [[420, 250, 1], [820, 210, 1.2], [330, 380, 0.8], [890, 380, 0.9]].map(([x, y, s]) => at(x, y, s, oval(0, 0, 14, 10, c.pink, { transform: 'rotate(-20)' }) + line('M13 -4V-56C24 -50 30 -40 30 -28', c.pink, 5))));
}

function bell() {
  return picture('Tiếng chuông chùa',
    defs(fade('s', [[0, '#e8c9a0'], [1, '#f7ead2']]), fade('b', [[0, '#5a7a60', 1], [1, '#2b4a40', 1]], { x2: 1, y2: 0 })),
    rect(0, 0, W, H, 'url(#s)'), circle(300, 260, 110, '#fbe9c0'), path('M0 520C200 440 360 500 520 460S900 420 1200 500V800H0Z', '#b9c7a4'), path('M0 580C240 520 420 580 640 540S1000 520 1200 570V800H0Z', '#8fae92'), rect(0, 640, W, 160, c.lake, { opacity: 0.5 }), ripples(51, 0, W, 650, 800, 40, c.white, 0.4),
    rect(330, 120, 34, 600, '#8f2c22'), rect(836, 120, 34, 600, '#8f2c22'), rect(280, 190, 640, 30, '#a5382b'), at(600, 120, 1, eaves(760, 100, '#7a3b2c', c.gold)), rect(300, 712, 96, 28, c.slate), rect(804, 712, 96, 28, c.slate), rect(200, 736, 800, 64, '#a98d6a'), rect(200, 736, 800, 10, c.bark),
    line('M600 218V270', c.ink, 10), path('M572 290C572 256 628 256 628 290', 'none', { stroke: c.pine, strokeWidth: 16 }), path('M480 560C510 500 500 420 512 360C520 310 560 286 600 286C640 286 680 310 688 360C700 420 690 500 720 560C690 580 510 580 480 560Z', 'url(#b)'), path('M508 400H692M502 470H698M494 520H706', 'none', { stroke: c.gold, strokeWidth: 5, opacity: 0.85 }), line('M600 300V560', c.gold, 4, { opacity: 0.6 }), circle(600, 496, 22, c.gold), circle(600, 496, 12, '#2b4a40'), repeat(4, (i) => circle(540 + i * 40, 436, 9, c.gold, { opacity: 0.8 })),
    line('M360 470L520 490', c.bark, 26), line('M400 220V470M470 220V482', c.ink, 3), at(270, 736, 1, path('M-60 0C-70 -120 -44 -214 0 -220C44 -214 70 -120 60 0Z', c.wood) + path('M-20 -218C10 -150 40 -100 60 -80C66 -50 62 -20 60 0H10C30 -80 0 -160 -20 -218Z', '#8b5332') + rect(-10, -250, 20, 30, skins[1]) + oval(0, -272, 30, 34, skins[1]) + path('M-30 -276C-32 -310 32 -310 30 -276C16 -292 -16 -292 -30 -276Z', c.slate) + line('M30 -180L70 -220L96 -262', c.wood, 26) + circle(98, -266, 12, skins[1])),
    repeat(4, (i) => path(`M${760 + i * 46} ${330 - i * 14}C${800 + i * 60} 400 ${800 + i * 60} 480 ${760 + i * 46} ${560 + i * 14}`, 'none', { stroke: c.gold, strokeWidth: 6 - i, opacity: 0.75 - i * 0.15 })), at(1080, 760, 1.1, tree({ seed: 97, tones: ['#3d2a3a', c.green, c.leaf] })), at(1090, 790, 1, pad()), at(90, 780, 1.2, pad(c.green, c.pine)), at(80, 720, 0.8, lotus({ stem: 60 })));
}

export default { 'pho-xe-may': motorbikes(), 'pho-ngap': flood(), 'duong-xuan-dieu': xuanDieu(), 'lang-giay-do': paper(), 'tra-sen': tea(), 'cho-hoa-quang-an': market(), 'dao-nhat-tan': peach(), 'banh-tom': cakes(), 'tin-nhan-la': phishing(), 'phuong-so': service(), 'muoi-hai-thang-mua': gauges(), 'dan-tranh': zither(), 'chuong-chua': bell() };
