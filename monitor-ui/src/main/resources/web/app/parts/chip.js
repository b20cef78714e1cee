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

/** The tone of a station; green only where it answers. */
const TONES = {ok: 'ok', working: 'ok', waiting: 'warn', unknown: 'idle', unreachable: 'bad', halted: 'bad', failed: 'bad'};

export const stationTone = state => TONES[state] ?? 'idle';

export const statusTone = status => ({applied: 'done', dead: 'bad', waiting: 'warn'}[status] ?? 'idle');
