// The Preact page.

import { createElement, render } from 'preact';
import { page } from './view.mjs';

const answer = await fetch(document.querySelector('link[as=fetch]').href);
render(page(createElement, await answer.json()), document.getElementById('root'));
