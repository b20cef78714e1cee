import {svg, html} from 'lit';

const icon = (paths, box = 24) => html`<svg class="icon" viewBox="0 0 ${box} ${box}" fill="none" stroke="currentColor"
  stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">${paths}</svg>`;

export const database = icon(svg`<ellipse cx="12" cy="5.5" rx="7.5" ry="3"/><path d="M4.5 5.5v13c0 1.7 3.4 3 7.5 3s7.5-1.3 7.5-3v-13M4.5 12c0 1.7 3.4 3 7.5 3s7.5-1.3 7.5-3"/>`);
export const capture = icon(svg`<path d="M4 7V5a1 1 0 0 1 1-1h2M17 4h2a1 1 0 0 1 1 1v2M20 17v2a1 1 0 0 1-1 1h-2M7 20H5a1 1 0 0 1-1-1v-2"/><circle cx="12" cy="12" r="3.5"/>`);
export const topic = icon(svg`<path d="M4 6.5h16M4 12h16M4 17.5h16"/><circle cx="8" cy="6.5" r="1.6" fill="currentColor"/><circle cx="14" cy="12" r="1.6" fill="currentColor"/><circle cx="10" cy="17.5" r="1.6" fill="currentColor"/>`);
export const key = icon(svg`<circle cx="8" cy="15" r="4"/><path d="m11 12 8-8M16 7l2.5 2.5M13.5 9.5l2 2"/>`);
export const sun = icon(svg`<circle cx="12" cy="12" r="4"/><path d="M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4"/>`);
export const moon = icon(svg`<path d="M20 14.5A8.3 8.3 0 0 1 9.5 4 8.3 8.3 0 1 0 20 14.5z"/>`);
export const pause = icon(svg`<path d="M9 5.5v13M15 5.5v13"/>`);
export const play = icon(svg`<path d="M7.5 5v14l11-7z"/>`);
export const close = icon(svg`<path d="m6 6 12 12M18 6 6 18"/>`);
export const copy = icon(svg`<rect x="8.5" y="8.5" width="11" height="11" rx="2"/><path d="M15.5 8.5v-2a2 2 0 0 0-2-2h-7a2 2 0 0 0-2 2v7a2 2 0 0 0 2 2h2"/>`);
export const check = icon(svg`<path d="m5 12.5 4.5 4.5L19 7.5"/>`);
export const alert = icon(svg`<path d="M12 4 2.8 19.5h18.4z"/><path d="M12 10v4.5M12 17.2v.1"/>`);
export const arrow = icon(svg`<path d="M4.5 12h15M14 6.5l5.5 5.5-5.5 5.5"/>`);
export const search = icon(svg`<circle cx="11" cy="11" r="6.5"/><path d="m16 16 4.5 4.5"/>`);
export const dot = icon(svg`<circle cx="12" cy="12" r="4" fill="currentColor" stroke="none"/>`);
export const ring = icon(svg`<circle cx="12" cy="12" r="4"/>`);
export const mark = html`<svg viewBox="0 0 32 32" class="mark" aria-hidden="true" focusable="false">
  <rect width="32" height="32" rx="8" fill="var(--accent)"/>
  <path d="M7 11h9a5 5 0 0 1 5 5v0a5 5 0 0 0 5 5" fill="none" stroke="var(--surface)" stroke-width="2.6" stroke-linecap="round"/>
  <path d="M7 21h5" fill="none" stroke="var(--surface)" stroke-width="2.6" stroke-linecap="round" opacity=".55"/>
  <circle cx="25" cy="11" r="2.2" fill="var(--surface)" opacity=".55"/></svg>`;
