import { launch } from '../tests/e2e/lib/browser.mjs';
import { contenders } from './lib/contenders.mjs';
import { load, newcomer, SLOW } from './lib/load.mjs';
import { readFileSync } from 'node:fs';
const folder=process.argv[2]; const sizes=process.argv[3].split(',');
const {list,stop}=await contenders(folder);
const browser=await launch();
for (const b of sizes) { const a=JSON.parse(readFileSync(`${folder}/articles/bai-${b}.json`)); const plain=(t)=>Array.isArray(t)?t.map(plain).join(''):t?.text??t; const words={first:a.body[0].text.slice(0,40), last:plain(a.body.at(-1).text).slice(0,40)};
for (const c of list) { const ctx=await newcomer(browser); for (const w of ['cold','warm']) { const t=Date.now(); const r=await load(ctx,c.article(b),words,SLOW).catch(e=>({error:e.message})); if(r.shown) r.shown={...r.shown,words:r.shown.words.length}; console.log(c.id,b,w,JSON.stringify(r),Date.now()-t);} await ctx.close(); } }
await browser.close(); await stop();
