// The React page.

import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { page } from './view.mjs';

const answer = await fetch(document.querySelector('link[as=fetch]').href);
createRoot(document.getElementById('root')).render(page(createElement, await answer.json()));
