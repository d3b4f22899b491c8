// The seven pictures of the district conference.
import { arm, at, bouquet, c, certificate, chance, circle, defs, fade, glow, head, line, lotus, oval, pad, path, person, picture, poly, rect, repeat, seated, skins, star, W, H } from '../kit.mjs';

const curtain = (y, h, tone = '#8f1d2c', fold = '#a9283a') =>
  rect(0, y, W, h, tone) + repeat(24, (i) => rect(i * 50 + 6, y, 22, h, fold, { opacity: 0.55 }));

const flower = (x, y, s) => at(x, y, s, bouquet(7));

function hall() {
  const r = chance(11);
  const row = (y, s, count, shift) => repeat(count, (i) => {
    const gap = W / (count - 1);
    return at(i * gap + shift, y, s, seated({ bob: r() > 0.58, coat: [c.navy, c.ink, c.lake, c.white, c.pine, c.slate][Math.floor(r(0, 6))], hair: r() > 0.86 ? '#8d8b90' : c.hair, skin: skins[Math.floor(r(0, 4))] }));
  });
  return picture('Hội trường',
    defs(fade('wall', [[0, '#5d3327'], [1, '#7c4a35']]), fade('lamp', [[0, c.honey, 0.55], [1, c.honey, 0]])),
    rect(0, 0, W, H, 'url(#wall)'), repeat(8, (i) => rect(i * 160 - 6, 0, 12, 520, '#4a2720', { opacity: 0.6 })),
    rect(170, 60, 860, 352, '#4a2720'), at(0, 0, 1, curtain(70, 332)).replace('<g', '<g clip-path="url(#stage)"'),
    '<clipPath id="stage"><rect x="180" y="70" width="840" height="332"/></clipPath>',
    rect(300, 112, 600, 214, c.lake), rect(300, 112, 600, 214, 'url(#lamp)'), oval(600, 326, 300, 60, c.water, { opacity: 0.6 }),
    at(470, 324, 0.62, pad()), at(740, 322, 0.68, pad(c.green, c.pine)), at(600, 316, 1.16, lotus()), at(492, 318, 0.5, lotus()), at(716, 316, 0.54, lotus()),
    '<clipPath id="screen"><rect x="300" y="112" width="600" height="214"/></clipPath>',
    rect(300, 112, 600, 214, 'none', { stroke: c.sand, strokeWidth: 8 }),
    rect(222, 104, 8, 250, c.gold), path('M230 108C256 118 262 106 284 116V186C262 176 256 190 230 180Z', c.red), star(256, 147, 16, c.honey),
    rect(180, 392, 840, 46, c.bark), rect(180, 388, 840, 10, c.wood),
    repeat(7, (i) => at(330 + i * 66, 330, 0.4, `<g>${path('M-70 90C-72 20 -60 -2 -26 -8H26C60 -2 72 20 70 90Z', i % 3 === 1 ? c.white : c.navy)}${at(0, -52, 0.95, head({ hair: i % 3 === 1 ? 'bob' : 'short', skin: skins[i % 4], face: false }))}</g>`)),
    rect(296, 352, 470, 46, '#b8863b'), rect(296, 346, 470, 9, c.cream), repeat(6, (i) => at(340 + i * 76, 344, 0.22, bouquet(i + 4))),
    at(876, 396, 0.42, person({ wear: 'aodai', colour: c.rose, hair: 'bob', arms: [[-70, -236, -30, -214], [70, -236, 34, -214]] })),
    poly([[838, 398], [914, 398], [924, 322], [828, 322]], c.wood), poly([[832, 322], [920, 322], [926, 312], [826, 312]], c.honey), at(876, 366, 0.3, lotus()), line('M888 314C892 300 886 292 884 284', c.ink, 3),
    flower(250, 372, 0.62), flower(962, 372, 0.62),
    path('M180 -20L80 440H330Z', 'url(#lamp)', { opacity: 0.5 }), path('M1020 -20L870 440H1120Z', 'url(#lamp)', { opacity: 0.5 }),
    rect(0, 436, W, 364, '#3c2420'), row(520, 0.62, 14, 20), row(606, 0.86, 10, -40), row(726, 1.24, 7, 40));
}

function speech() {
  return picture('Phát biểu',
    defs(fade('back', [[0, '#9c2233'], [1, '#6f1626']]), glow('spot', c.honey, 0.5)),
    rect(0, 0, W, H, 'url(#back)'), repeat(16, (i) => path(`M${i * 80} 0C${i * 80 + 14} 260 ${i * 80 - 12} 520 ${i * 80 + 6} 800H${i * 80 + 36}C${i * 80 + 22} 520 ${i * 80 + 48} 260 ${i * 80 + 30} 0Z`, '#b1344a', { opacity: 0.35 })),
    oval(640, 360, 560, 460, 'url(#spot)'),
    at(250, 700, 2.1, pad(c.green, c.pine)), at(230, 470, 1.9, lotus({ stem: 300 })), at(90, 610, 1.1, lotus({ stem: 200 })), at(400, 640, 1.0, lotus({ stem: 200 })), at(80, 770, 1.5, pad()),
    at(720, 1010, 1.72, person({ wear: 'aodai', colour: c.lake, hair: 'bob', skin: skins[2], arms: [[-96, -232, -66, -262], [84, -210, 44, -196]] })),
    repeat(26, (i) => { const r = chance(i + 40); return at(r(664, 776), r(480, 640), 0.09, lotus()); }),
    path('M560 800L580 600H900L920 800Z', c.wood), path('M740 600H900L920 800H740Z', c.bark, { opacity: 0.35 }), path('M556 610L576 566H904L924 610Z', c.honey), path('M556 610H924V622H556Z', c.bark),
    at(740, 736, 0.86, lotus()), line('M740 736h-90M740 736h90', c.honey, 4),
    line('M676 566C676 520 690 500 704 488', c.ink, 8), line('M806 566C806 520 792 498 780 486', c.ink, 8), at(704, 482, 1, oval(0, 0, 15, 21, c.ink, { transform: 'rotate(30)' }) + line('M-9 -6L9 2M-11 2L7 10', c.slate, 2)), at(778, 480, 1, oval(0, 0, 15, 21, c.ink, { transform: 'rotate(-30)' })),
    rect(836, 540, 46, 30, c.cream, { transform: 'rotate(-6 859 555)' }), at(1010, 700, 1.7, bouquet(5)), at(1130, 740, 1.3, bouquet(9)));
}

function medal() {
  return picture('Trao kỷ niệm chương',
    defs(fade('wall2', [[0, '#e9d7b8'], [1, '#f6eddd']]), glow('spot2', c.white, 0.9)),
    rect(0, 0, W, H, 'url(#wall2)'), repeat(7, (i) => rect(i * 190 - 20, 0, 120, H, c.sand, { opacity: 0.35 })), oval(600, 330, 440, 340, 'url(#spot2)'),
    at(0, 0, 1, rect(0, 690, W, 110, c.brick) + rect(0, 690, W, 12, c.wood)),
    at(180, 770, 1.3, person({ wear: 'suit', colour: c.slate, hair: 'grey', skin: skins[1], tie: c.lake }), { opacity: 0.32 }), at(1030, 770, 1.3, person({ wear: 'aodai', colour: c.sage, hair: 'long', skin: skins[0] }), { opacity: 0.4 }),
    at(400, 790, 1.52, person({ wear: 'aodai', colour: c.pink, hair: 'bun', skin: skins[0], arms: [[-40, -206, 62, -204], [86, -232, 110, -236]] })),
    at(800, 790, 1.52, person({ wear: 'aodai', colour: c.lake, hair: 'bob', skin: skins[2], arms: [[-86, -232, -108, -236], [40, -206, -62, -204]] })),
    repeat(9, (i) => at([372, 424, 398, 372, 430, 384, 418, 402, 376][i], [330, 360, 420, 480, 500, 560, 620, 670, 700][i], 0.1, lotus({ tone: [c.honey, c.honey, c.gold] }))),
    at(600, 420, 1.16, rect(-76, -62, 152, 124, '#7d1230', { rx: 8 }) + rect(-64, -50, 128, 100, c.pink, { rx: 4 }) + path('M-22 -50H22L12 -8H-12Z', c.red) + path('M-6 -50H6V-8H-6Z', c.honey) + circle(0, 14, 29, c.gold) + circle(0, 14, 23, c.honey) + star(0, 14, 17, c.red)),
    arm(490, 446, 504, 454, 520, 456, c.pink, skins[0], 30), arm(710, 446, 696, 454, 680, 456, c.lake, skins[2], 30),
    at(92, 760, 1.3, bouquet(2)), at(1130, 764, 1.2, bouquet(6)));
}

function group() {
  const people = [
    ['suit', c.navy, 'short', 0], ['aodai', c.pink, 'bob', 2], ['suit', c.ink, 'grey', 1], ['aodai', c.leaf, 'long', 0], ['suit', c.lake, 'short', 3], ['aodai', c.gold, 'bun', 2], ['suit', c.slate, 'short', 1],
  ];
  return picture('Khen thưởng tập thể',
    defs(fade('wall3', [[0, '#8d1b2d'], [1, '#b3323f']]), fade('floor3', [[0, '#d9b98a'], [1, '#b98a57']])),
    rect(0, 0, W, H, 'url(#wall3)'), repeat(24, (i) => rect(i * 50 + 8, 0, 20, 620, '#7a1425', { opacity: 0.45 })),
    rect(120, 60, 960, 130, c.cream, { rx: 6 }), rect(134, 74, 932, 102, 'none', { stroke: c.gold, strokeWidth: 4 }), at(230, 166, 0.74, lotus()), at(970, 166, 0.74, lotus()), star(600, 126, 36, c.red), rect(330, 104, 190, 10, c.pink), rect(680, 104, 190, 10, c.pink), rect(360, 134, 160, 8, c.sand), rect(680, 134, 160, 8, c.sand),
    rect(0, 620, W, 180, 'url(#floor3)'), rect(0, 612, W, 12, c.bark),
    people.map(([wear, colour, hair, skin], i) => at(132 + i * 156, 742 + (i % 2) * 14, 1.08, person({ wear, colour, hair, skin: skins[skin], tone: hair === 'grey' ? c.slate : c.hair, arms: [[-72, -236, -46, -212], [72, -236, 46, -212]], front: i % 3 === 2 ? at(0, -226, 0.95, bouquet(i)) + circle(-12, -176, 12, skins[skin]) + circle(12, -172, 12, skins[skin]) : at(0, -226, 1, certificate(112, 80)) + circle(-54, -206, 12, skins[skin]) + circle(54, -206, 12, skins[skin]) }))),
    repeat(40, (i) => { const r = chance(i + 90); return rect(r(20, 1180), r(30, 560), 9, 15, [c.honey, c.petal, c.rose, c.white][i % 4], { transform: `rotate(${Math.round(r(0, 90))} ${Math.round(r(20, 1180))} ${Math.round(r(30, 560))})`, opacity: 0.8 }); }));
}

function applause() {
  const r = chance(5);
  const clap = (x, y, s, sleeve, skin, turn) => at(x, y, s,
    path('M-46 300L-40 120C-60 60 -56 10 -30 -50C-24 -64 -8 -60 -10 -44L-20 6L4 -84C8 -98 24 -94 22 -80L8 4L36 -70C42 -82 56 -76 52 -62L30 20C34 60 30 90 26 120L34 300Z', skin) +
    path('M-6 300L0 126C-14 70 0 20 30 -40C38 -54 52 -46 48 -32L34 14C60 -30 74 -54 82 -44C92 -34 70 10 60 40C52 80 46 100 44 130L56 300Z', skin) + line('M30 -36C4 20 -8 70 0 126', c.bark, 3, { opacity: 0.4 }) +
    path('M-58 330L-50 150H60L70 330Z', sleeve) + rect(-54, 140, 118, 20, c.white, { rx: 6 }), { turn });
  return picture('Vỗ tay',
    defs(fade('w5', [[0, '#7c1830'], [1, c.pink]]), glow('g5', c.honey, 0.75)),
    rect(0, 0, W, H, 'url(#w5)'), circle(600, 280, 520, 'url(#g5)'),
    repeat(16, (i) => at(600, 300, 1, path('M-12 0L-40 -900H40L12 0Z', c.honey, { opacity: 0.1 }), { turn: i * 22.5 })),
    at(600, 420, 2.15, person({ wear: 'none', colour: c.navy, face: true }).slice(0, 0) + certificate(190, 132)), circle(600, 250, 46, c.gold, { opacity: 0 }),
    at(600, 232, 1.6, path('M-26 40L-44 116L-16 98L0 124L16 98L44 116L26 40Z', c.red) + circle(0, 0, 58, c.gold) + circle(0, 0, 46, c.honey) + star(0, 2, 34, c.red)),
    clap(150, 520, 1.25, c.navy, skins[1], 14), clap(395, 600, 1.1, c.rose, skins[2], 4), clap(800, 600, 1.12, c.leaf, skins[0], -6), clap(1050, 520, 1.28, c.white, skins[3], -15), clap(600, 690, 0.95, c.honey, skins[2], 0),
    repeat(60, (i) => { const x = r(20, 1180), y = r(10, 470); return rect(x, y, r(7, 12), r(12, 20), [c.honey, c.petal, c.rose, c.white, c.mint][i % 5], { transform: `rotate(${Math.round(r(0, 180))} ${Math.round(x)} ${Math.round(y)})`, rx: 2 }); }));
}

function laureates() {
  const who = [['aodai', c.pink, 'long', 2], ['suit', c.navy, 'short', 1], ['aodai', c.lake, 'bun', 0]];
  return picture('Cá nhân được khen thưởng',
    defs(fade('w6', [[0, c.sky], [1, c.cream]])),
    rect(0, 0, W, H, 'url(#w6)'), repeat(5, (i) => rect(40 + i * 240, 0, 160, 560, c.mint, { opacity: 0.55 }) + rect(40 + i * 240 + 76, 0, 8, 560, c.white) + rect(40 + i * 240, 250, 160, 8, c.white)),
    repeat(6, (i) => at(-10 + i * 240, 590, 0.95, path('M0 0C-60 -90 -110 -110 -150 -96C-100 -76 -60 -40 0 0C-30 -110 -20 -170 10 -220C30 -160 20 -80 0 0C50 -80 100 -110 150 -90C90 -70 50 -30 0 0Z', i % 2 ? c.leaf : c.green))),
    rect(0, 560, W, 240, c.sand), rect(0, 552, W, 14, c.wood), rect(0, 600, W, 200, c.pink, { opacity: 0.92 }), rect(0, 600, W, 8, c.honey),
    who.map(([wear, colour, hair, skin], i) => at(270 + i * 330, 1010, 2.05, person({ wear, colour, hair, skin: skins[skin], tie: c.gold, arms: [[-82, -226, -56, -196], [82, -226, 56, -196]], front: at(0, -222, 1.12, certificate(124, 86)) + circle(-66, -200, 13, skins[skin]) + circle(66, -200, 13, skins[skin]) + circle(wear === 'suit' ? -42 : -30, -296, 8, c.gold) + poly([[(wear === 'suit' ? -42 : -30) - 6, -292], [(wear === 'suit' ? -42 : -30) + 6, -292], [(wear === 'suit' ? -42 : -30) + 4, -274], [(wear === 'suit' ? -42 : -30) - 4, -274]], c.red) }))),
    at(92, 740, 1.4, bouquet(12)), at(1110, 740, 1.4, bouquet(15)));
}

function ballot() {
  const face = '#c2302f', side = '#962023', lid = '#d8463f';
  return picture('Lá phiếu',
    defs(fade('w7', [[0, '#efe0c4'], [1, '#fbf4e6']]), glow('s7', c.ink, 0.35)),
    rect(0, 0, W, H, 'url(#w7)'), repeat(6, (i) => rect(i * 210 + 30, 40, 170, 470, c.white, { opacity: 0.45 })), rect(0, 560, W, 240, c.wood), rect(0, 560, W, 14, c.bark, { opacity: 0.5 }), repeat(7, (i) => line(`M${i * 190 - 60} 800L${i * 170 + 30} 574`, c.bark, 3, { opacity: 0.2 })),
    oval(610, 712, 360, 44, 'url(#s7)'),
    poly([[350, 400], [770, 400], [770, 716], [350, 716]], face), poly([[770, 400], [884, 352], [884, 660], [770, 716]], side), poly([[350, 400], [464, 352], [884, 352], [770, 400]], lid), poly([[520, 386], [700, 386], [728, 373], [548, 373]], '#4d0f12'),
    star(560, 540, 74, c.honey), rect(380, 640, 360, 10, c.honey), rect(440, 664, 240, 8, c.honey, { opacity: 0.7 }), rect(784, 470, 84, 46, c.gold, { transform: 'skewY(-23) translate(0 342)' }),
    `<g transform="rotate(7 640 300)">${rect(548, 150, 170, 232, c.white)}${rect(548, 150, 170, 232, 'none', { stroke: c.sand, strokeWidth: 3 })}${rect(572, 178, 122, 9, c.red)}${repeat(4, (i) => rect(572, 214 + i * 36, 76, 7, c.slate, { opacity: 0.55 }) + rect(668, 207 + i * 36, 22, 22, 'none', { stroke: c.slate, strokeWidth: 3 }))}${line('M671 218l7 8l14 -18', c.pink, 5)}${line('M671 254l7 8l14 -18', c.pink, 5)}${line('M671 290l7 8l14 -18', c.pink, 5)}</g>`,
    path('M1200 -40L1010 40C930 70 880 110 836 130L720 150C696 158 700 184 722 186L780 188L716 236C700 250 712 268 730 262L800 232L742 286C732 302 748 314 762 304L836 244L800 300C796 316 812 322 822 312L888 232C930 214 960 190 1010 180L1200 150Z', skins[0]), path('M722 186L780 188L716 236M800 232L742 286M836 244L800 300', 'none', { stroke: c.wood, strokeWidth: 4, opacity: 0.6 }),
    path('M1200 -80L1000 10C1010 70 1024 130 1048 196L1200 170Z', c.lake), path('M1000 10C1010 70 1024 130 1048 196L1020 202C996 140 984 80 976 24Z', c.white),
    at(196, 690, 1.15, path('M-60 -30H60L44 90H-44Z', c.water) + path('M-60 -30H60L57 -8H-57Z', c.mist)), at(196, 676, 1.5, lotus()), at(120, 700, 0.9, pad(c.green, c.pine)), at(270, 690, 0.8, pad()));
}

export default {
  'hoi-truong-tay-ho': hall(), 'phat-bieu-hoi-nghi': speech(), 'trao-ky-niem-chuong': medal(), 'khen-thuong-tap-the': group(),
  'vo-tay-chuc-mung': applause(), 'khen-thuong-ca-nhan': laureates(), 'la-phieu-tin-nhiem': ballot(),
};
