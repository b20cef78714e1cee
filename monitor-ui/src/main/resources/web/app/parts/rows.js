import {html} from 'lit';
import {between, clock, day} from '../lib/format.js';
import {arrow} from '../lib/icons.js';
import {statusTone} from './chip.js';

const NOT_APPLIED = ['dead', 'waiting', 'dismissed'];
const time = iso => html`<time datetime=${iso} title=${`${day(iso)} ${iso}`}>${clock(iso)}</time>`;
const table = row => row.table ?? html`<span class="muted">several</span>`;

/** The columns of each log: a heading, a class, and the content of a cell. */
export const CDC_COLUMNS = [
  ['Captured', 'time', row => time(row.capturedAt)],
  ['Table', 'table', table],
  ['Action', 'action', row => html`<dfs-action word=${row.action}></dfs-action>`],
  ['Key', 'mono key', row => row.key],
  ['Binlog position', 'mono', row => row.snapshot ? html`<span class="muted">snapshot</span> ${row.position}` : row.position],
  ['Lane', 'num', row => row.lane < 0 ? 'all' : row.lane],
  ['Event id', 'mono id', row => row.eventId],
];

export const DPU_COLUMNS = [
  ['Applied', 'time', row => time(row.appliedAt)],
  ['Table', 'table', row => html`${table(row)}${row.target && row.target !== row.table?.split('.')[1] ? html`<span class="muted"> ${arrow} ${row.target}</span>` : ''}`],
  ['Action', 'action', row => html`<dfs-action word=${row.action}></dfs-action>`],
  ['Old key → new key', 'mono keys', row => keys(row)],
  ['Status', 'status', row => html`<dfs-chip tone=${statusTone(row.status)} text=${row.status}></dfs-chip>`],
  ['Took', 'num took', row => html`<span title="From the source's commit record read to the target's commit">${between(row.capturedAt, row.appliedAt)}</span>`],
  ['SQL or error', 'mono sql', row => NOT_APPLIED.includes(row.status)
    ? html`<span class=${row.status === 'dead' ? 'error' : ''}>${row.errorCode ? html`<b>${row.errorCode}</b> ` : ''}${row.error ?? ''}</span>` : row.sql ?? ''],
];

const keys = row => {
  if (!row.oldKey && !row.newKey) return html`<span class="muted">no key</span>`;
  if (!row.newKey || row.oldKey === row.newKey) return row.oldKey ?? row.newKey;
  return html`${row.oldKey ?? ''} <span class="to">${arrow}<span class="hidden">becomes</span></span> <b>${row.newKey}</b>`;
};
