// Portraits of the invented authors, square.
import { c, circle, defs, fade, glow, head, path, rect, at, skins, line } from '../kit.mjs';

const portrait = (title, ground, coat, collar, look, extra = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" width="400" height="400">\n<title>${title}</title>\n` +
  rect(0, 0, 400, 400, ground) + circle(310, 90, 150, c.white, { opacity: 0.28 }) + circle(60, 330, 120, c.white, { opacity: 0.18 }) +
  path('M40 420C44 330 90 306 160 296H240C310 306 356 330 360 420Z', coat) + collar +
  at(200, 188, 2.35, head(look)) + extra + '\n</svg>\n';
const vee = path('M150 298L200 372L250 298Z', c.white);
const high = (colour) => rect(164, 270, 72, 40, colour, { rx: 12 });
const glasses = line('M146 196a26 26 0 1 0 52 0a26 26 0 1 0 -52 0M202 196a26 26 0 1 0 52 0a26 26 0 1 0 -52 0M198 192h4', c.ink, 5);

export const portraits = {
  'ngoc-lan': portrait('Ngọc Lan', c.petal, c.pink, high(c.pink), { hair: 'long', skin: skins[2] }),
  'quang-minh': portrait('Quang Minh', c.mist, c.navy, vee, { hair: 'short', skin: skins[1] }, glasses),
  'thu-ha': portrait('Thu Hà', c.honey, c.green, high(c.green), { hair: 'bun', skin: skins[0] }),
  'dinh-phong': portrait('Đình Phong', c.sage, c.slate, vee, { hair: 'grey', skin: skins[3] }, glasses),
  'layla-hassan': portrait('Layla Hassan', c.sand, c.lake, path('M150 300C170 330 230 330 250 300L262 330C230 360 170 360 138 330Z', c.rose), { hair: 'bob', skin: skins[3] }),
};
