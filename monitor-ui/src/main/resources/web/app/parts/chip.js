import {LitElement, css, html} from 'lit';
import {alert, check, dot, ring} from '../lib/icons.js';

const ICONS = {ok: dot, warn: alert, bad: alert, idle: ring, done: check};

/** A state: an icon, a word and a colour, never the colour alone. */
class Chip extends LitElement {
  static properties = {tone: {}, text: {}, title: {}};
  static styles = css`
    :host { display: inline-flex; }
    span { display: inline-flex; align-items: center; gap: 5px; padding: 1px 9px 1px 6px; border-radius: 99px; font-size: 12px;
      font-weight: 500; line-height: 20px; white-space: nowrap; background: var(--idle-soft); color: var(--idle); }
    .icon { width: 13px; height: 13px; }
    .ok, .done { background: var(--ok-soft); color: var(--ok); }
    .warn { background: var(--warn-soft); color: var(--warn); }
    .bad { background: var(--bad-soft); color: var(--bad); }`;

  render() {
    return html`<span class=${this.tone ?? 'idle'}>${ICONS[this.tone] ?? ring}${this.text}</span>`;
  }
}
customElements.define('dfs-chip', Chip);

const RECENT_MILLIS = 15_000;

/** The tone and the word of a service's state; of one that nobody said the address of, what its log tells. */
export const serviceChip = (service, loggedAt, now) => {
  const state = service?.state ? service.state.toLowerCase().replaceAll('_', ' ') : '';
  switch (service?.health) {
    case 'READY': return {tone: 'ok', text: state || 'running', title: service.detail};
    case 'NOT_READY': return {tone: state.includes('fail') ? 'bad' : 'warn', text: state || 'not ready', title: service.detail};
    case 'DOWN': return {tone: 'bad', text: 'down', title: service.detail};
    default: return loggedAt && now - Date.parse(loggedAt) < RECENT_MILLIS
      ? {tone: 'ok', text: 'active', title: 'It writes its log; its address is not set, so it is not asked'}
      : {tone: 'idle', text: 'unknown', title: service?.detail ?? 'not asked yet'};
  }
};

export const logChip = log => {
  switch (log?.word) {
    case 'READY': return {tone: 'ok', text: 'log ready', title: 'MariaDB answers'};
    case 'ABSENT': return {tone: 'warn', text: 'no log yet', title: log.reason};
    case 'DOWN': return {tone: 'bad', text: 'log down', title: log.reason};
    default: return {tone: 'idle', text: 'log unknown', title: ''};
  }
};

export const statusTone = status => ({applied: 'done', dead: 'bad', waiting: 'warn'}[status] ?? 'idle');
